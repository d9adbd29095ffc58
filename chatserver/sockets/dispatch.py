"""Drains a session's inbox: one command at a time, and every one gets exactly one answer.

Must never let an exception out, and never answer twice.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from chatserver.execute import Execute
from chatserver.presence import Presence
from chatserver.sockets.frames import answer_frame
from chatserver.sockets.notices import Notices
from chatserver.sockets.outbound import Outbound
from chatserver.sockets.routing import Routing
from chatserver.sockets.session import Session, Waiting
from rooms.chat.reading import SessionState
from rooms.chat.room import CloseRoom, OpenedRoom, OpenRoom
from rooms.chat.signals import SetTyping
from rooms.command import Command, Nothing, Result
from rooms.event import room_topic
from rooms.refusal import Refusal
from rooms.words import Say
from web.wire import VERBS, Mode, decode_command, encode_internal, encode_refusal, encode_result

DRAIN_S = 3.0
"""How long commands that were taken may still run while the server stops."""
OPEN = "room.open"
CLOSED_TO_ME = frozenset({"not_found", "forbidden", "session_expired"})
"""After these a room that is already on the screen is shown no longer."""

ReportBug = Callable[[str, BaseException], str]
"""Logs what should not have happened, without any content; returns its reference."""


class Dispatch:
    """From a session's inbox to answers on its lane."""

    def __init__(
        self,
        execute: Execute,
        routing: Routing,
        outbound: Outbound,
        presence: Presence,
        notices: Notices,
        report_bug: ReportBug,
        say: Say = str,
    ) -> None:
        self._execute = execute
        self._routing = routing
        self._outbound = outbound
        self._presence = presence
        self._notices = notices
        self._report_bug = report_bug
        self._say = say
        self._working: set[asyncio.Task[None]] = set()
        self._stopping = False

    def take(self, session: Session, name: str, arguments: list[object], ack_id: int) -> None:
        """Put a command in the inbox, or answer at once that there is too much in it."""
        verb = VERBS.get(name)
        urgent = verb is not None and verb.urgent
        if self._stopping:
            refusal = Refusal("stopping", retry_after_ms=1000)
            session.wire.write(answer_frame(ack_id, encode_refusal(refusal, self._say)))
        elif not session.accept(Waiting(name, arguments, ack_id), urgent=urgent):
            refusal = Refusal("too_many_requests", retry_after_ms=1000)
            session.wire.write(answer_frame(ack_id, encode_refusal(refusal, self._say)))
        elif not session.working:
            session.working = True
            task = asyncio.create_task(self._drain(session))
            self._working.add(task)
            task.add_done_callback(self._working.discard)

    async def drain(self) -> None:
        """Take no more; whatever was taken has its answer, or had its time."""
        self._stopping = True
        if self._working:
            await asyncio.wait(self._working, timeout=DRAIN_S)

    async def _drain(self, session: Session) -> None:
        try:
            while session.inbox and not session.wire.closing:
                waiting = session.inbox.popleft()
                envelope = await self._answer(session, waiting)
                session.wire.write(answer_frame(waiting.ack_id, envelope))
                if waiting.name == OPEN:
                    self._let_go(session)
        finally:
            session.working = False

    async def _answer(self, session: Session, waiting: Waiting) -> bytes:
        try:
            if waiting.name not in VERBS:
                raise Refusal("unknown_event")
            if len(waiting.arguments) != 1:
                raise Refusal("bad_arity")
            command = decode_command(waiting.name, waiting.arguments[0])
            result = await self._run(session, waiting.name, command)
            return encode_result(result.said(self._say))
        except Refusal as refusal:
            return encode_refusal(refusal, self._say)
        except Exception as bug:  # noqa: BLE001 - the one place where a session meets a bug
            return encode_internal(self._report_bug(waiting.name, bug), self._say)

    async def _run(self, session: Session, name: str, command: Command) -> Result:
        if VERBS[name].mode is Mode.SESSION:
            return await self._signal(session, name, command)
        if isinstance(command, OpenRoom):
            return await self._open(session, name, command)
        result = await self._execute.run(name, session.user_id, session.sign_in_id, command)
        if isinstance(result, SessionState) and not session.wire.closing:
            for mine in result.rooms:
                self._notices.counted(session, mine.room.room_id, mine.posts)
        return result

    async def _open(self, session: Session, name: str, command: OpenRoom) -> OpenedRoom:
        """Subscribed first, then read, then answered; events in between are held."""
        topic = room_topic(command.room_id)
        was_open = topic in session.topics
        self._outbound.hold(session, topic)
        try:
            opened = await self._execute.run(name, session.user_id, session.sign_in_id, command)
        except BaseException as problem:
            if isinstance(problem, Refusal) and problem.code in CLOSED_TO_ME:
                self._routing.close_room(session, command.room_id)
            elif not was_open:
                self._outbound.unsubscribe(session, topic)
            raise
        assert isinstance(opened, OpenedRoom)
        if session.wire.closing:
            self._outbound.unsubscribe(session, topic)
        elif topic in session.topics:
            self._routing.open_room(session, command.room_id)
            self._notices.counted(session, command.room_id, opened.posts)
        return self._execute.with_presence(opened, session.user_id, session.role)

    def _let_go(self, session: Session) -> None:
        # A copy, for a reader who is too far behind is dropped while we write.
        for room_id in tuple(session.open_rooms):
            self._outbound.let_go(session, room_topic(room_id))

    async def _signal(self, session: Session, name: str, command: Command) -> Result:
        """Commands that concern this connection alone."""
        await self._execute.signal(name, session.user_id, session.sign_in_id, command)
        if isinstance(command, CloseRoom):
            self._routing.close_room(session, command.room_id)
        elif isinstance(command, SetTyping):
            if command.room_id not in session.open_rooms:
                raise Refusal("not_found")
            self._presence.typing(command.room_id, session, command.typing)
        return Nothing()
