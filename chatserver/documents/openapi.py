"""`/openapi.json`: what is spoken over HTTP, as OpenAPI 3.1.

Must never name an address that `web.routes` does not have.
"""

from __future__ import annotations

import re
from typing import Final

import msgspec

from chatserver.documents.answers import (
    CONVENTIONS,
    LICENCE,
    REFUSED,
    TITLE,
    all_schemas,
    answer,
    ref,
    release,
)
from chatserver.documents.structs import Schema
from web.routes import ROUTES, Route
from web.wire import VERBS, Mode, Verb

COMMANDS: Final = "/api/commands/{name}"

_WITHOUT_SIGN_IN: Final = frozenset(
    {"/api/accounts", "/api/suggestions", "/api/sign-ins", "/api/recoveries"}
)
_SIGNED_IN: Final[list[Schema]] = [{"token": []}, {"cookie": [], "csrf": []}]
_READING: Final[list[Schema]] = [{"token": []}, {"cookie": []}]
_OK: Final[Schema] = {
    "type": "object",
    "properties": {"ok": {"type": "boolean"}},
    "required": ["ok"],
}
_PARTS: Final[Schema] = {
    "type": "object",
    "properties": {
        "ok": {"type": "boolean"},
        "parts": {"type": "object", "additionalProperties": {"type": "boolean"}},
    },
    "required": ["ok", "parts"],
}
_FILES: Final[dict[str, tuple[str, Schema]]] = {
    "/healthz": ("application/json", _OK),
    "/readyz": ("application/json", _PARTS),
    "/metrics": ("text/plain", {"type": "string"}),
    "/helplines.json": ("application/json", ref("Helplines")),
    "/asyncapi.json": ("application/json", {"type": "object"}),
    "/openapi.json": ("application/json", {"type": "object"}),
    "/robots.txt": ("text/plain", {"type": "string"}),
}
"""What answers without an envelope, for machines and as files."""

_SUMMARIES: Final = {
    "/helplines.json": "The outside lines of every country, for anybody; pages keep a copy.",
    "/asyncapi.json": "What is said over a live connection.",
    "/openapi.json": "This document.",
    "/robots.txt": "What search engines should leave alone.",
}


def document() -> Schema:
    """The whole document."""
    paths: dict[str, Schema] = {}
    for route in ROUTES:
        if route.path == COMMANDS:
            paths |= _commands()
        else:
            paths.setdefault(_path(route), {})[route.method.lower()] = _operation(route)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": TITLE,
            "version": release(),
            "description": CONVENTIONS
            + " Live events come over a socket alone: see `/asyncapi.json`.",
            "license": {"name": LICENCE["name"], "identifier": LICENCE["name"]},
        },
        "servers": [{"url": "/"}],
        "paths": paths,
        "components": {
            "schemas": all_schemas(),
            "responses": {"Refused": _refused()},
            "securitySchemes": _security_schemes(),
        },
    }


def over_http() -> tuple[Verb, ...]:
    """The commands that need no live connection."""
    return tuple(verb for verb in VERBS.values() if verb.mode is not Mode.SESSION)


def _commands() -> dict[str, Schema]:
    return {
        COMMANDS.replace("{name}", verb.name): {
            "post": {
                "operationId": verb.name,
                "tags": ["commands"],
                "summary": verb.summary,
                "security": _SIGNED_IN,
                "requestBody": _takes(verb.command),
                "responses": _answers(200, answer(verb.result)),
            }
        }
        for verb in over_http()
    }


def _operation(route: Route) -> Schema:
    said: Schema = {
        "operationId": _operation_id(route),
        "tags": [_tag(route)],
        "summary": _SUMMARIES.get(route.path, route.summary),
    }
    if parameters := _parameters(route):
        said["parameters"] = parameters
    if route.takes is not None:
        said["requestBody"] = _takes(route.takes)
    if route.path.startswith("/api/"):
        if route.path not in _WITHOUT_SIGN_IN:
            said["security"] = _READING if route.method == "GET" else _SIGNED_IN
        assert route.gives is not None, route.path
        said["responses"] = _answers(route.status, answer(route.gives))
        return said
    if route.path == "/metrics":
        said["security"] = [{}, {"metrics": []}]
    media_type, schema = _FILES.get(route.path, ("*/*", {}))
    if _tag(route) == "pages":
        media_type, schema = "text/html", {"type": "string"}
    said["responses"] = {
        "200": {"description": "As asked.", "content": {media_type: {"schema": schema}}},
        "default": {"$ref": "#/components/responses/Refused"},
    }
    return said


def _path(route: Route) -> str:
    """An aiohttp pattern as OpenAPI writes it."""
    return re.sub(r"\{(\w+):[^}]*\}", r"{\1}", route.path)


def _parameters(route: Route) -> list[Schema]:
    return [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
        for name in re.findall(r"\{(\w+)\}", _path(route))
    ]


def _operation_id(route: Route) -> str:
    words = re.findall(r"\w+", _path(route))
    return ".".join([route.method.lower(), *words])


def _tag(route: Route) -> str:
    if route.path.startswith("/api/"):
        return "accounts"
    if route.handler.__module__.endswith("pages"):
        return "pages"
    return "files" if route.handler.__module__.endswith(".files") else "machines"


def _takes(kind: type[msgspec.Struct]) -> Schema:
    schema = ref(kind.__name__)
    return {"required": True, "content": {"application/json": {"schema": schema}}}


def _answers(status: int, schema: Schema) -> Schema:
    return {
        str(status): {
            "description": "Done.",
            "content": {"application/json": {"schema": schema}},
        },
        "default": {"$ref": "#/components/responses/Refused"},
    }


def _refused() -> Schema:
    return {
        "description": "Refused, in words; the status fits the code. Nothing was done.",
        "headers": {
            "Retry-After": {
                "description": "Whole seconds, where trying again makes sense.",
                "schema": {"type": "integer"},
            }
        },
        "content": {"application/json": {"schema": ref(REFUSED)}},
    }


def _security_schemes() -> Schema:
    return {
        "token": {
            "type": "http",
            "scheme": "bearer",
            "description": "What `POST /api/sign-ins` returns.",
        },
        "cookie": {
            "type": "apiKey",
            "in": "cookie",
            "name": "__Host-sign-in",
            "description": "Set by signing in from a page; `sign-in` over plain http.",
        },
        "csrf": {
            "type": "apiKey",
            "in": "header",
            "name": "X-CSRF-Token",
            "description": "The `csrf` of `GET /api/me`, with every change signed by the cookie.",
        },
        "metrics": {
            "type": "http",
            "scheme": "bearer",
            "description": "The setting `metrics_token`; on the same machine none is asked.",
        },
    }
