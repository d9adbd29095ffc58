"""The Socket.IO server, hardened: who may shake hands, who is connected, what a packet may be.

Must never emit inside the connect handler, nor learn who someone is from anything but the
handshake. Names of python-socketio that it leans on, each with a contract test: `AsyncServer.eio`,
`_handle_connect`, `_handle_disconnect`.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from typing import Protocol

import msgspec
import socketio
from aiohttp import web as http

from chatserver.sockets.dispatch import Dispatch
from chatserver.sockets.driver import DEADLINE, FRAME_MAX, SESSION, WIRE, Driver, Environ
from chatserver.sockets.frames import event_frame, text_frame
from chatserver.sockets.outbound import Outbound
from chatserver.sockets.packets import Kind, Packet, ProtocolError, parse, read_event
from chatserver.sockets.routing import Routing
from chatserver.sockets.session import Session
from chatserver.sockets.sessions import Sessions
from chatserver.sockets.wire import Wire
from rooms.chat.events import keepers_topic
from rooms.event import EVERYONE, MODERATORS, STAFF, user_topic
from rooms.people.person import Actor, Role
from rooms.refusal import Refusal, internal_words
from rooms.words import Say
from web.accounts.events import SignInEnded, sign_in_topic
from web.problems import WORDS

PING_EVERY_S = 25
PONG_WITHIN_S = 20
PATH = "/socket.io/"


class Arrival(msgspec.Struct, frozen=True):
    """Someone who may connect: who they are, and the rooms whose notices they get."""

    actor: Actor
    rooms: list[str]
    keeps: list[str]


class Admit(Protocol):
    """Decides who may connect. Raises `Refusal` (`bad_auth`, `session_expired`, …)."""

    async def __call__(self, request: http.Request, auth: object) -> Arrival:
        """Who is calling: by the request's cookie, or by the CONNECT packet's token."""
        ...


class SocketServer:
    """One process's live connections."""

    def __init__(
        self,
        *,
        admit: Admit,
        dispatch: Dispatch,
        routing: Routing,
        outbound: Outbound,
        sessions: Sessions,
        report_bug: Callable[[str, BaseException], str],
        say: Say = str,
    ) -> None:
        self._admit = admit
        self._dispatch = dispatch
        self._routing = routing
        self._outbound = outbound
        self._sessions = sessions
        self._report_bug = report_bug
        self._say = say
        self._sio = socketio.AsyncServer(
            async_mode="aiohttp",
            transports=["websocket"],
            allow_upgrades=False,
            async_handlers=False,
            cors_allowed_origins=[],  # our own door has checked the Origin before
            http_compression=False,
            max_http_buffer_size=FRAME_MAX,
            ping_interval=PING_EVERY_S,
            ping_timeout=PONG_WITHIN_S,
            # Given no logger of ours, both would print errors, with what came in, to stderr.
            logger=logging.getLogger("socketio.server"),
            engineio_logger=logging.getLogger("engineio.server"),
        )
        engine = self._sio.eio
        drivers = {**engine._async, "websocket": partial(Driver, take=self._take)}  # noqa: SLF001
        engine._async = drivers  # noqa: SLF001
        self._sio.on("connect", self._on_connect)
        self._sio.on("disconnect", self._on_disconnect)

    async def handle(self, request: http.Request) -> http.StreamResponse:
        """A handshake that our own door has let through; lasts as long as the socket."""
        answer: http.StreamResponse = await self._sio.handle_request(request)
        return answer

    async def close(self) -> None:
        """Answer what was taken, then say goodbye to everyone."""
        await self._dispatch.drain()
        for session in self._sessions:
            session.wire.close("restarting")
        await self._sio.shutdown()

    async def _take(self, environ: Environ, engine_id: str, text: str) -> None:
        """One Socket.IO packet from a client. Raises `ProtocolError`."""
        packet = parse(text)
        session: Session | None = environ.get(SESSION)
        if packet.kind is Kind.CONNECT:
            await self._connect(environ, engine_id, packet, session)
        elif session is None or packet.namespace != "/":
            raise ProtocolError("bad_frame")
        elif packet.kind is Kind.EVENT:
            name, arguments = read_event(packet)
            assert packet.ack_id is not None
            self._dispatch.take(session, name, arguments, packet.ack_id)
        elif packet.kind is Kind.DISCONNECT:
            environ[WIRE].part()
            await self._sio._handle_disconnect(engine_id, "/", "")  # noqa: SLF001
        # An ACK is let go: the server never asks for one.

    async def _connect(
        self, environ: Environ, engine_id: str, packet: Packet, session: Session | None
    ) -> None:
        if session is not None:
            raise ProtocolError("bad_frame")
        if packet.namespace != "/":
            _refuse_namespace(environ[WIRE], packet.namespace, self._say)
            return
        await self._sio._handle_connect(engine_id, "/", packet.data)  # noqa: SLF001

    async def _on_connect(self, sid: str, environ: Environ, auth: object) -> None:
        """Called by the library, which answers CONNECT after it or refuses with what it raises.

        Nothing awaits between the last line and that answer, so no event can come before it.
        """
        try:
            arrival = await self._admit(environ["aiohttp.request"], auth)
        except Refusal as refusal:
            raise _refused(refusal.code, self._say(refusal.message)) from None
        except Exception as bug:  # noqa: BLE001 - nothing that went wrong may reach the library
            reference = self._report_bug("connect", bug)
            raise _refused("internal", self._say(internal_words(reference))) from None
        environ[DEADLINE].cancel()
        self._welcome(sid, environ, arrival)

    def _welcome(self, sid: str, environ: Environ, arrival: Arrival) -> None:
        wire: Wire = environ[WIRE]
        session = environ[SESSION] = Session(sid, arrival.actor, wire)
        wire.on_dropped = partial(self._routing.forget, session)
        oldest = self._sessions.add(session)
        if oldest is not None:
            self._end_oldest(oldest)
        subscribe = partial(self._outbound.subscribe, session)
        subscribe(user_topic(session.user_id))
        subscribe(sign_in_topic(session.sign_in_id))
        subscribe(EVERYONE)
        for room_id in arrival.rooms:
            self._routing.enter_room(session, room_id)
        for room_id in arrival.keeps:
            subscribe(keepers_topic(room_id))
        if session.role is Role.MODERATOR:
            subscribe(MODERATORS)
        if session.role is not Role.MEMBER:
            subscribe(STAFF)

    def _end_oldest(self, oldest: Session) -> None:
        self._routing.forget(oldest)
        ended = SignInEnded(sign_in_id=oldest.sign_in_id, reason="newer_session")
        oldest.wire.revoke(event_frame(ended))

    async def _on_disconnect(self, sid: str, _reason: str) -> None:
        try:
            session = self._sio.get_environ(sid).get(SESSION)
            if session is not None:
                self._routing.forget(session)
                session.wire.end()
        except Exception as bug:  # noqa: BLE001 - nothing that went wrong may reach the library
            self._report_bug("disconnect", bug)


def _refused(code: str, message: str) -> socketio.exceptions.ConnectionRefusedError:
    return socketio.exceptions.ConnectionRefusedError(message, {"code": code})


def _refuse_namespace(wire: Wire, namespace: str, say: Say) -> None:
    """A CONNECT_ERROR packet (type 4), in the library's own form."""
    code = "unknown_namespace"
    said = {"message": say(WORDS[code]), "data": {"code": code}}
    wire.write(text_frame(b"44" + namespace.encode() + b"," + msgspec.json.encode(said)))
