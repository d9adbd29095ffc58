"""What machines ask: is it alive, is it ready, its numbers. Must never name a person."""

from __future__ import annotations

from typing import Final

import msgspec
from aiohttp import web as http

from rooms.refusal import Refusal
from web import security
from web.context import site_of
from web.problems import json_answer

_METRICS_TYPE: Final = "text/plain; version=0.0.4; charset=utf-8"


async def healthz(request: http.Request) -> http.Response:
    """Alive: the process answers."""
    del request
    return json_answer(b'{"ok":true}')


async def readyz(request: http.Request) -> http.Response:
    """Ready: every part answers. Which one does not is said by its name."""
    parts = dict(await site_of(request).ready())
    ok = all(parts.values())
    return json_answer(msgspec.json.encode({"ok": ok, "parts": parts}), 200 if ok else 503)


async def metrics(request: http.Request) -> http.Response:
    """The numbers: for our own machine directly, or for whoever has the token."""
    site = site_of(request)
    given = security.bearer_token(request.headers.get("Authorization", ""))
    expected = site.settings.metrics_token
    if given is not None and expected:
        allowed = security.same_secret(given, expected)
    else:
        allowed = security.is_direct_loopback(request.remote, request.headers)
    if not allowed:
        raise Refusal("forbidden")
    return http.Response(body=site.metrics(), headers={"Content-Type": _METRICS_TYPE})
