"""`/asyncapi.json`: what is said over a live connection, as AsyncAPI 3.

Must never name a command or an event that `web.wire` does not know.
"""

from __future__ import annotations

from typing import Final

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
from chatserver.documents.structs import Schema, doc
from chatserver.sockets.server import PATH
from chatserver.sockets.wire import CLOSE_CODES
from rooms.event import Event
from web.wire import EVENTS, VERBS, Verb

_CHANNEL: Final = {"$ref": "#/channels/live"}
_ANSWER: Final = ".answer"
_GOODBYE: Final = "protocol_error"

_TRANSPORT: Final = (
    "Socket.IO protocol 5 over WebSocket alone, default namespace. Who calls is said by the "
    "sign-in cookie together with an exact Origin, or by `auth: {token}` in the CONNECT packet. "
    "A command is a Socket.IO event with one object; its answer comes as the acknowledgement. "
)


def document() -> Schema:
    """The whole document."""
    messages = _messages()
    return {
        "asyncapi": "3.0.0",
        "info": {
            "title": TITLE,
            "version": release(),
            "description": _TRANSPORT + CONVENTIONS,
            "license": LICENCE,
        },
        "defaultContentType": "application/json",
        "servers": _servers(),
        "channels": {
            "live": {
                "address": PATH,
                "title": "One live connection",
                "messages": {name: {"$ref": f"#/components/messages/{name}"} for name in messages},
                "bindings": {"ws": _websocket()},
            }
        },
        "operations": {
            **{verb.name: _command(verb) for verb in VERBS.values()},
            **{kind.kind(): _event(kind) for kind in EVENTS},
            _GOODBYE: _sends(_GOODBYE, "Said before the server closes a socket."),
        },
        "components": {
            "messages": messages,
            "schemas": _without_openapi_words(all_schemas()),
            "securitySchemes": _security_schemes(),
        },
    }


def _servers() -> Schema:
    security = [{"$ref": f"#/components/securitySchemes/{name}"} for name in _security_schemes()]
    return {
        "here": {
            "host": "127.0.0.1:8080",
            "protocol": "ws",
            "description": "A server on this machine with its default settings.",
            "security": security,
        },
        "served": {
            "host": "{host}",
            "protocol": "wss",
            "description": "A server behind its TLS proxy.",
            "variables": {"host": {"description": "Host and port of its public address."}},
            "security": security,
        },
    }


def _security_schemes() -> Schema:
    return {
        "cookie": {
            "type": "httpApiKey",
            "name": "__Host-sign-in",
            "in": "cookie",
            "description": "From a page of an allowed origin; `sign-in` over plain http.",
        },
        "token": {
            "type": "apiKey",
            "in": "password",
            "description": "`auth: {token}` in the CONNECT packet, where there is no Origin.",
        },
    }


def _websocket() -> Schema:
    query = {"EIO": {"const": "4"}, "transport": {"const": "websocket"}}
    return {
        "method": "GET",
        "query": {"type": "object", "properties": query, "required": [*query]},
        "bindingVersion": "0.1.0",
    }


def _messages() -> dict[str, Schema]:
    found: dict[str, Schema] = {}
    for verb in VERBS.values():
        found[verb.name] = {
            "name": verb.name,
            "summary": verb.summary,
            "payload": ref(verb.command.__name__),
        }
        found[verb.name + _ANSWER] = {
            "name": verb.name,
            "summary": f"The acknowledgement of `{verb.name}`.",
            "payload": {"oneOf": [answer(verb.result), ref(REFUSED)]},
        }
    for kind in EVENTS:
        found[kind.kind()] = {
            "name": kind.kind(),
            "summary": doc(kind).partition("\n")[0],
            "payload": ref(kind.__name__),
        }
    found[_GOODBYE] = {
        "name": _GOODBYE,
        "summary": "Why the socket is about to be closed.",
        "payload": {
            "type": "object",
            "properties": {"code": {"enum": sorted(CLOSE_CODES)}},
            "required": ["code"],
        },
    }
    return found


def _command(verb: Verb) -> Schema:
    """The server receives it and answers."""
    return {
        "action": "receive",
        "channel": _CHANNEL,
        "summary": verb.summary,
        "messages": [_of_channel(verb.name)],
        "reply": {"channel": _CHANNEL, "messages": [_of_channel(verb.name + _ANSWER)]},
    }


def _event(kind: type[Event]) -> Schema:
    return _sends(kind.kind(), doc(kind).partition("\n")[0])


def _sends(name: str, summary: str) -> Schema:
    return {
        "action": "send",
        "channel": _CHANNEL,
        "summary": summary,
        "messages": [_of_channel(name)],
    }


def _of_channel(name: str) -> Schema:
    return {"$ref": f"#/channels/live/messages/{name}"}


def _without_openapi_words(schemas: object) -> object:
    """In AsyncAPI a discriminator is a bare name; `kind` has one value in each struct anyway."""
    if isinstance(schemas, dict):
        return {
            name: _without_openapi_words(value)
            for name, value in schemas.items()
            if not (name == "discriminator" and "anyOf" in schemas)
        }
    if isinstance(schemas, list):
        return [_without_openapi_words(each) for each in schemas]
    return schemas
