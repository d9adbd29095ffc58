"""Runs one command for one person, whichever way it came: limits, then the writer or a reader.

Must never answer before the commit, and never decide what the domain decides: who may do what is
asked inside the transaction.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any

import msgspec

from chatserver.activity import BY_THEMSELVES
from chatserver.blocks import Blocks
from chatserver.database import Database
from chatserver.presence import Presence
from chatserver.read_marks import ReadMarks
from chatserver.sockets.limits import Bucket, Buckets
from rooms.chat import posting, talks
from rooms.chat.reading import MarkRead, SyncSession
from rooms.chat.room import OpenedRoom
from rooms.command import Command, Result
from rooms.people.person import Actor, Role, State
from rooms.refusal import Refusal
from rooms.work import Reader, Work
from web.accounts.sessions import actor_for
from web.wire import VERBS, Mode, Verb

IN_FLIGHT_MAX = 16
"""Commands of one person over HTTP that may be on their way at the same time."""
IN_FLIGHT_RESERVE = 4
"""Room kept beyond that for asking for help."""

Handler = Callable[[Any, Actor, Any], Result]
"""A command `(Work, Actor, Command) -> Result`, or a query `(Reader, Actor, Command) -> Result`."""


class Prepared:
    """A command that looks long before it writes: in a thread first, with a reader, then in the
    writer, which gets what was found and asks anew whatever may have changed meanwhile.
    """

    def __init__(
        self,
        look: Callable[[Any, Actor, Any], Any],
        then: Callable[[Any, Actor, Any, Any], Result],
    ) -> None:
        self.look = look
        self.then = then

    def __call__(self, work: Work, actor: Actor, command: Command) -> Result:
        """Both at once, where nobody waits."""
        return self.then(work, actor, command, self.look(work, actor, command))


class Execute:
    """The one way from a decoded command to its result, for sockets and HTTP alike."""

    def __init__(
        self,
        database: Database,
        handlers: Mapping[type[Command], Handler],
        buckets: Buckets,
        marks: ReadMarks,
        presence: Presence,
        blocks: Blocks,
        now: Callable[[], int],
        used: Callable[[Actor], None],
    ) -> None:
        self._database = database
        self._handlers = handlers
        self._buckets = buckets
        self._marks = marks
        self._presence = presence
        self._blocks = blocks
        self._in_flight: Counter[str] = Counter()
        self._now = now
        self._used = used

    async def run(self, name: str, user_id: str, sign_in_id: str, command: Command) -> Result:
        """Run a command. Raises `Refusal`, or whatever a bug raised."""
        verb = VERBS[name]
        if verb.mode is Mode.SESSION:
            raise Refusal("session_needed")
        bucket = await self.pay(verb, user_id, sign_in_id, command)
        if isinstance(command, MarkRead):
            allowed = await self._run(verb, sign_in_id, command)
            if command.back:
                await self._marks.back(user_id, command.room_id, command.seq)
            else:
                self._marks.mark(user_id, command.room_id, command.seq)
            return allowed
        if isinstance(command, SyncSession):
            with suppress(Refusal):  # reading goes on when nothing can be written
                await self._marks.flush_person(user_id)
        result = await self._run(verb, sign_in_id, command)
        if isinstance(result, posting.PostedBefore) and bucket is not None:
            bucket.give_back()
        return result

    async def run_over_http(
        self, name: str, user_id: str, sign_in_id: str, command: Command
    ) -> Result:
        """The same for a request, which has no inbox to wait in: so many at once, and no more."""
        most = IN_FLIGHT_MAX + (IN_FLIGHT_RESERVE if VERBS[name].urgent else 0)
        if self._in_flight[user_id] >= most:
            raise Refusal("too_many_requests", retry_after_ms=1000)
        self._in_flight[user_id] += 1
        try:
            result = await self.run(name, user_id, sign_in_id, command)
            if not isinstance(result, OpenedRoom):
                return result
            actor = await self._database.read(lambda reader: actor_for(reader, sign_in_id))
            return self.with_presence(result, user_id, actor.powers)
        finally:
            self._in_flight[user_id] -= 1
            if not self._in_flight[user_id]:
                del self._in_flight[user_id]

    def with_presence(self, opened: OpenedRoom, user_id: str, powers: Role) -> OpenedRoom:
        """The room as it was read, with who is there now: that no store knows."""
        present = self._presence.here(opened.room.room_id)
        present = present.without(self._blocks.hidden_from(user_id, powers))
        return msgspec.structs.replace(
            opened, here=present.here, shown=present.shown, reading=present.reading
        )

    async def signal(self, name: str, user_id: str, sign_in_id: str, command: Command) -> None:
        """Refuse a sign of one connection that its person may not give."""
        await self.pay(VERBS[name], user_id, sign_in_id, command)
        if type(command) in self._handlers:
            await self._run(VERBS[name], sign_in_id, command)

    async def _run(self, verb: Verb, sign_in_id: str, command: Command) -> Result:
        handler = self._handlers[type(command)]
        if isinstance(handler, Prepared):
            handler = await self._prepared(handler, verb, sign_in_id, command)
        admitted: list[Actor] = []

        def act(reader: Reader) -> Result:
            actor = _admitted(reader, verb, sign_in_id, command)
            admitted.append(actor)
            return handler(reader, actor, command)

        try:
            if verb.mode is Mode.WRITE:
                return await self._write(act, verb, sign_in_id, command)
            if verb.mode is Mode.LONG_READ:
                return await self._database.read_long(act)
            return await self._database.read(act)
        finally:
            if admitted and verb.name not in BY_THEMSELVES:
                self._used(admitted[0])

    async def _prepared(
        self, handler: Prepared, verb: Verb, sign_in_id: str, command: Command
    ) -> Handler:
        """What is left to do when the long look was taken."""
        found = await self._database.read_long(
            lambda reader: handler.look(
                reader, _admitted(reader, verb, sign_in_id, command), command
            )
        )
        return lambda work, actor, command: handler.then(work, actor, command, found)

    async def _write(
        self, act: Callable[[Work], Result], verb: Verb, sign_in_id: str, command: Command
    ) -> Result:
        """Through the writer; a talk with who follows up finds room where nothing else does."""
        try:
            return await self._database.write(act, urgent=verb.urgent)
        except Refusal as refusal:
            if refusal.code != "busy" or not await self._is_in_talk(verb, sign_in_id, command):
                raise
        return await self._database.write(act, urgent=True)

    async def _is_in_talk(self, verb: Verb, sign_in_id: str, command: Command) -> bool:
        if not verb.in_talk:
            return False
        return await self._database.read(
            lambda reader: _concerns_talk(reader, actor_for(reader, sign_in_id), command)
        )

    async def pay(
        self, verb: Verb, user_id: str, sign_in_id: str, command: Command
    ) -> Bucket | None:
        """Spend a token. A retry whose nonce is known costs none, even from an empty bucket, nor
        does a talk with who follows up.
        """
        if verb.limit is None:
            return None
        now = self._now()
        bucket = self._buckets.of(verb.limit, user_id, now)
        wait_ms = bucket.take(now)
        if wait_ms == 0:
            return bucket
        if isinstance(command, posting.PostMessage):
            nonce = command.nonce
            if await self._database.read(lambda reader: posting.known(reader, user_id, nonce)):
                return None
        if await self._is_in_talk(verb, sign_in_id, command):
            return None
        raise Refusal("rate_limited", retry_after_ms=wait_ms)


def _admitted(reader: Reader, verb: Verb, sign_in_id: str, command: Command) -> Actor:
    """Who acts. Whoever is banned, waits or is leaving is refused before anything is looked up but
    whether it is about their talk with who follows up.
    """
    actor = actor_for(reader, sign_in_id)
    if actor.state is State.ACTIVE or verb.anyhow:
        return actor
    if not verb.in_talk or not _concerns_talk(reader, actor, command):
        raise Refusal("forbidden")
    return actor


def _concerns_talk(reader: Reader, actor: Actor, command: Command) -> bool:
    return talks.is_open_to(
        reader,
        actor,
        room_id=getattr(command, "room_id", None),
        message_id=getattr(command, "message_id", None),
    )
