"""A small language for tests of the rules: who does what, and what comes of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from rooms.chat import log, membership, pins, posting, reading, room, saving
from rooms.chat.events import LogEntry, MessagePosted
from rooms.chat.membership import AdmitPerson, JoinRoom, LeaveRoom, SetRelation
from rooms.chat.posting import DeleteMessage, EditMessage, HideMessage, PostMessage
from rooms.chat.views import Access, Relation
from rooms.command import Command
from rooms.event import Event
from rooms.people.person import Actor, Role
from rooms.refusal import Refusal
from rooms.work import Work
from tests.support.work import FakeWork, House

_R = TypeVar("_R")
_E = TypeVar("_E", bound=Event)
_C = TypeVar("_C", bound=Command)


def unscreened(
    work: Work,
    author: Actor,
    *,
    room_id: str,
    message_id: str,
    seq: int,
    body: str,
    warning: str | None,
) -> None:
    """Looks for nothing."""


class Scene(House):
    """A house with five people: a moderator, an administrator, a facilitator and two members.

    `evening` is an open room that Fay keeps and Anna is in; Ben, a member of the site, is in none.
    """

    def __init__(self) -> None:
        super().__init__()
        self._nonces = 0
        self.maria = self.person("maria", Role.MODERATOR)
        self.adam = self.person("adam", Role.ADMIN)
        self.fay = self.person("fay")
        self.anna = self.person("anna")
        self.ben = self.person("ben")
        self.evening = self.room("Evening")
        self.heard()

    def do(self, command: Callable[[Any, Actor, _C], _R], actor: Actor, what: _C) -> _R:
        """Run a command as the server would."""
        return self.write(lambda work: command(work, actor, what))

    def ask(self, query: Callable[[Any, Actor, _C], _R], actor: Actor, what: _C) -> _R:
        """Run a query as the server would."""
        return self.read(lambda reader: query(reader, actor, what))

    def no(self, command: Callable[[Any, Actor, _C], object], actor: Actor, what: _C) -> str:
        """The code of the refusal that this must end in, with nothing changed or announced."""
        return self.refusal(command, actor, what).code

    def refusal(
        self, command: Callable[[Any, Actor, _C], object], actor: Actor, what: _C
    ) -> Refusal:
        """The refusal that this must end in, with nothing changed or announced."""
        return self.refused(lambda work: command(work, actor, what))

    def nonce(self) -> str:
        """A nonce that nobody has used."""
        self._nonces += 1
        return f"nonce{self._nonces}"

    def room(
        self,
        name: str,
        access: Access = Access.OPEN,
        *,
        members: tuple[Actor, ...] | None = None,
        **more: Any,
    ) -> str:
        """A room that Fay keeps and Anna (or whoever is named) is in."""
        made = self.do(
            room.create,
            self.adam,
            room.CreateRoom(nonce=self.nonce(), name=name, access=access, **more),
        )
        room_id = made.room.room_id
        self.do(
            membership.set_relation,
            self.adam,
            SetRelation(room_id=room_id, user_id=self.fay.user_id, relation=Relation.FACILITATOR),
        )
        self.bring_in(self.fay, room_id)
        for member in (self.anna,) if members is None else members:
            self.bring_in(member, room_id)
        return room_id

    def bring_in(self, actor: Actor, room_id: str) -> None:
        """Someone comes in, with whatever it takes."""
        shown = self.ask(room.list_rooms, self.adam, room.ListRooms()).rooms
        view = next(listed.room for listed in shown if listed.room.room_id == room_id)
        if view.access is not Access.OPEN and actor is not self.fay:
            self.do(membership.admit, self.fay, AdmitPerson(room_id=room_id, user_id=actor.user_id))
        self.do(
            membership.join,
            actor,
            JoinRoom(room_id=room_id, guidelines_version=view.guidelines_version),
        )

    def show(self, *people: Actor) -> None:
        """People choose to be seen, without anyone hearing of it."""
        for actor in people:
            self.connection.execute(
                "UPDATE person SET visible = 1 WHERE user_id = ?", (actor.user_id,)
            )

    def go(self, actor: Actor, room_id: str) -> None:
        """Someone leaves."""
        self.do(membership.leave, actor, LeaveRoom(room_id=room_id))

    def say(
        self,
        actor: Actor,
        body: str = "hello",
        *,
        room_id: str | None = None,
        nonce: str | None = None,
        reply_to: str | None = None,
        **more: Any,
    ) -> posting.Posted:
        """Someone says something, in the evening room unless another is named."""
        return self.do(
            post,
            actor,
            PostMessage(
                room_id=self.evening if room_id is None else room_id,
                nonce=self.nonce() if nonce is None else nonce,
                body=body,
                reply_to=reply_to,
                **more,
            ),
        )

    def edit(self, actor: Actor, message_id: str, body: str, **more: Any) -> posting.Appended:
        """Someone changes their words."""
        return self.do(edit, actor, EditMessage(message_id=message_id, body=body, **more))

    def delete(self, actor: Actor, message_id: str) -> posting.Appended:
        """Someone takes their words back."""
        return self.do(posting.delete, actor, DeleteMessage(message_id=message_id))

    def hide(self, actor: Actor, message_id: str) -> posting.Appended:
        """Someone takes another's words out of sight."""
        return self.do(posting.hide, actor, HideMessage(message_id=message_id, reason="unkind"))

    def pin(self, message_id: str, *, on: bool = True) -> None:
        """Fay keeps a message at hand for the room, or no longer."""
        self.do(pins.pin, self.fay, pins.PinMessage(message_id=message_id, on=on))

    def save(self, actor: Actor, message_id: str, *, on: bool = True) -> None:
        """Someone keeps a message for themselves, or no longer."""
        self.do(saving.save, actor, saving.SaveMessage(message_id=message_id, on=on))

    def log(self, actor: Actor, seq: int = 0, *, room_id: str | None = None) -> list[LogEntry]:
        """The entries after a position, as someone reads them."""
        found = self.ask(
            log.since,
            actor,
            log.LogSince(room_id=room_id or self.evening, epoch=self.epoch, seq=seq, limit=200),
        )
        assert not found.reset
        return found.entries

    def page(self, actor: Actor, *, room_id: str | None = None) -> list[MessagePosted]:
        """The newest messages, as someone reads them."""
        return self.ask(
            log.before,
            actor,
            log.LogBefore(room_id=room_id or self.evening, seq=2**53 - 1, limit=200),
        ).messages

    def mine(self, actor: Actor, room_id: str | None = None) -> reading.MyRoom:
        """What is new to someone in a room."""
        state = self.ask(reading.sync, actor, reading.SyncSession())
        wanted = room_id or self.evening
        return next(mine for mine in state.rooms if mine.room.room_id == wanted)

    def heard_of(self, kind: type[_E]) -> list[_E]:
        """The events of one kind since this was last asked; the others are forgotten."""
        return [event for event in self.heard() if isinstance(event, kind)]


def post(work: FakeWork, actor: Actor, command: PostMessage) -> posting.Posted:
    """`posting.post` with nothing to look for."""
    return posting.post(work, actor, command, screen=unscreened)


def edit(work: FakeWork, actor: Actor, command: EditMessage) -> posting.Appended:
    """`posting.edit` with nothing to look for."""
    return posting.edit(work, actor, command, screen=unscreened)
