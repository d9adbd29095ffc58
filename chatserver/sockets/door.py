"""The door before the Socket.IO library: what a handshake must be, who calls, how many at once.

Must never let a handshake in from a foreign page, with a secret in its address, or over polling.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import msgspec
from aiohttp import web as http

from chatserver.database import Database
from chatserver.sockets.driver import CONNECT_WITHIN_S
from chatserver.sockets.limits import Buckets
from chatserver.sockets.server import Arrival
from rooms.chat import roster
from rooms.people.person import State
from rooms.refusal import Refusal
from rooms.work import Reader
from web.accounts.sessions import actor_for, sign_in_for_token
from web.callers import network
from web.context import Settings
from web.problems import refused
from web.security import sign_in_cookie

WAITING_MAX = 8192
"""Sockets that have not said CONNECT yet: a storm of 5,000 is served; beyond it Retry-After."""
RETRY_AFTER_S = 5

_SINCE = http.RequestKey("knocking_since", float)

Handle = Callable[[http.Request], Awaitable[http.StreamResponse]]


class _Auth(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a CONNECT packet carries where no cookie counts."""

    token: str


class Door:
    """Checks a handshake before the library sees it, and names the caller after."""

    def __init__(
        self,
        settings: Settings,
        database: Database,
        buckets: Buckets,
        now: Callable[[], int],
    ) -> None:
        self._settings = settings
        self._database = database
        self._buckets = buckets
        self._now = now
        self._waiting = 0

    def let_in(self, handle: Handle) -> Handle:
        """The request handler: our own look first, then the library's handshake."""

        async def knock(request: http.Request) -> http.StreamResponse:
            self._check(request)
            self._waiting += 1
            request[_SINCE] = asyncio.get_running_loop().time()
            try:
                return await handle(request)
            finally:
                self._knocked_in_vain(request)

        return knock

    def _knocked_in_vain(self, request: http.Request) -> None:
        """A socket ended that never said CONNECT; one that we had to time out is a failure."""
        since = self._decided(request)
        if since is None:
            return
        if asyncio.get_running_loop().time() - since >= CONNECT_WITHIN_S:
            self._buckets.take("handshake_failed", network(request), self._now())

    def _decided(self, request: http.Request) -> float | None:
        """The handshake is over, one way or the other; since when it was not, or None if before."""
        if _SINCE not in request:
            return None
        self._waiting -= 1
        since = request[_SINCE]
        del request[_SINCE]
        return since

    def _check(self, request: http.Request) -> None:
        """Look at a handshake. Foreign pages and secrets in addresses are refused before this."""
        query = request.query
        if query.getall("transport", []) != ["websocket"] or "j" in query or "sid" in query:
            raise refused("transport_refused")
        if query.getall("EIO", []) != ["4"]:
            raise refused("unsupported_protocol")
        if not _is_upgrade(request):
            raise refused("transport_refused")
        if self._waiting >= WAITING_MAX:
            raise Refusal("busy", retry_after_ms=RETRY_AFTER_S * 1000)
        bucket = self._buckets.of("handshake_failed", network(request), self._now())
        if wait_ms := bucket.wait_ms(self._now()):
            raise Refusal("rate_limited", retry_after_ms=wait_ms)

    async def admit(self, request: http.Request, auth: object) -> Arrival:
        """Who is calling. Raises `Refusal` (`bad_auth`, `session_expired`)."""
        try:
            return await self._arrive(self._token(request, auth))
        except Refusal:
            self._buckets.take("handshake_failed", network(request), self._now())
            raise
        finally:
            self._decided(request)

    async def _arrive(self, token: str) -> Arrival:
        def arrival(reader: Reader) -> Arrival:
            actor = actor_for(reader, sign_in_for_token(reader, token))
            if actor.state is not State.ACTIVE:
                actor = msgspec.structs.replace(actor, proven=False)
            rooms, keeps = roster.rooms_of(reader, actor)
            return Arrival(actor, rooms, keeps)

        return await self._database.read(arrival)

    def _token(self, request: http.Request, auth: object) -> str:
        """A browser's cookie counts only from a page of ours; everyone else brings a token."""
        if "Origin" in request.headers:
            token = sign_in_cookie(request.cookies, self._settings.secure)
            if token:
                return token
        try:
            return msgspec.convert(auth, _Auth).token
        except msgspec.ValidationError:
            raise Refusal("bad_auth") from None


def _is_upgrade(request: http.Request) -> bool:
    """Whether both libraries will take it for a WebSocket's handshake.

    If only one of them does, the other has made a session by then that nobody ever ends.
    """
    words = ",".join(request.headers.getall("Connection", ())).lower().split(",")
    return "upgrade" in map(str.strip, words) and bool(
        http.WebSocketResponse().can_prepare(request)
    )
