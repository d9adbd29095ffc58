"""The only doors to a room and to what was said in it.

Must never let an answer tell a room that is hidden from one that is not there: both are
`not_found`, in the same words. What can be seen but not done is `forbidden`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from rooms.chat import log_store, membership_store, room_store
from rooms.chat.views import Access, Relation, RoomKind, Standing
from rooms.people import blocking
from rooms.people.person import Role
from rooms.permissions import Action, allows, allows_in_talk
from rooms.refusal import Refusal
from rooms.words import mark

if TYPE_CHECKING:
    from rooms.chat.rows import Head, Member, Said
    from rooms.event import Event
    from rooms.people.person import Actor
    from rooms.work import Reader, Work

_E = TypeVar("_E", bound="Event")
_IN = Standing.IN.value
_CLOSED = mark("This room is closed. What was said in it can still be read.")
_ENDED = mark('This talk has ended. "I need to talk" reaches us at any time.')
_KNOWS_OF_IT = frozenset(standing.value for standing in Standing)


class Door(NamedTuple):
    """A room that the actor may know of, and what they are to it."""

    room: Head
    actor: Actor
    member: Member | None

    @property
    def relation(self) -> Relation | None:
        """What the actor is to the room; None when they are not in it."""
        if self.member is None or self.member.standing != _IN:
            return None
        return Relation(self.member.relation)

    @property
    def is_talk(self) -> bool:
        """A talk of two, whom nobody else hears: no role, mute or block counts in it."""
        return self.room.kind == RoomKind.SUPPORT

    def may(self, action: Action, *, own: bool = False) -> bool:
        """Whether the actor may do it in this room."""
        if self.is_talk:
            relation = self.relation
            return relation is not None and allows_in_talk(
                self.actor, action, relation=relation, own=own
            )
        return allows(self.actor, action, relation=self.relation, own=own)

    def demand(self, action: Action, *, field: str = "room_id") -> None:
        """Refuse what the actor may not do in this room."""
        if not self.may(action):
            raise Refusal("forbidden", field=field)

    def demand_open(self) -> None:
        """Refuse what nobody does any more in a room that was closed."""
        if self.room.closed_at is not None:
            raise Refusal("closed", _ENDED if self.is_talk else _CLOSED, field="room_id")

    def demand_unlocked(self, now: int) -> None:
        """Refuse what only those who keep order do while the room is locked."""
        if self.room.locked_for is None or self.is_talk or self.may(Action.RESTRAIN):
            return
        until = self.room.locked_until
        if until is None or until > now:
            wait_ms = None if until is None else until - now
            raise Refusal("locked", field="room_id", retry_after_ms=wait_ms)

    def demand_voice(self, now: int) -> None:
        """Refuse whoever may only read along for now."""
        self.demand_open()
        if self.is_talk:
            return
        self.demand_unlocked(now)
        until = None if self.member is None else self.member.muted_until
        if until is not None and until > now and self.actor.powers is not Role.MODERATOR:
            raise Refusal("muted", field="room_id", retry_after_ms=until - now)

    def unseen(self, reader: Reader) -> frozenset[str]:
        """Whose words the actor does not get here."""
        return frozenset() if self.is_talk else blocking.unseen_by(reader, self.actor)

    @property
    def viewer_id(self) -> str:
        """What statements with `blocking_store.not_apart` take for the actor here."""
        return "" if self.is_talk else blocking.viewer_id(self.actor)

    @property
    def from_seq(self) -> int:
        """Where the actor's reading begins (exclusive)."""
        if self.member is None or self.may(Action.READ_FROM_START):
            return 0
        return self.member.from_seq


def door(reader: Reader, actor: Actor, room_id: str) -> Door:
    """The room, for looking at it."""
    return door_of(reader, actor, room_store.head(reader.sql, room_id))


def locked_door(work: Work, actor: Actor, room_id: str) -> Door:
    """The room, for changing it: nobody else changes it before this transaction ends."""
    return door_of(work, actor, room_store.lock(work.sql, room_id))


def room_for_reading(reader: Reader, actor: Actor, room_id: str) -> Door:
    """The room, for reading what is said in it."""
    found = door(reader, actor, room_id)
    found.demand(Action.READ)
    return found


def room_for_posting(work: Work, actor: Actor, room_id: str) -> Door:
    """The room, for saying something in it."""
    found = locked_door(work, actor, room_id)
    found.demand(Action.POST)
    found.demand_voice(work.now)
    return found


def message_for_reading(
    reader: Reader, actor: Actor, message_id: str, *, field: str = "message_id"
) -> tuple[Door, Said]:
    """A message that stands and that the actor may read."""
    said = log_store.said(reader.sql, message_id)
    if said is None or said.state != "posted":
        raise Refusal("not_found", field=field)
    room = room_store.head(reader.sql, said.room_id)
    return _readable(reader, actor, room, said, field), said


def message_in_log(reader: Reader, actor: Actor, message_id: str) -> tuple[Door, Said]:
    """A message that the actor may read, or what is left of it."""
    said = log_store.said(reader.sql, message_id)
    if said is None:
        raise Refusal("not_found", field="message_id")
    room = room_store.head(reader.sql, said.room_id)
    return _readable(reader, actor, room, said, "message_id"), said


def message_for_change(work: Work, actor: Actor, message_id: str) -> tuple[Door, Said]:
    """A message or its tombstone that the actor may read, its room locked."""
    room, said = _locked_message(work, message_id)
    return _readable(work, actor, room, said, "message_id"), said


def message_to_report(work: Work, actor: Actor, message_id: str) -> tuple[Door, Said]:
    """The same, whoever blocks whom: nobody gets their words out of a moderator's reach by it."""
    room, said = _locked_message(work, message_id)
    return _within_reach(work, actor, room, said, "message_id"), said


def own_message(work: Work, actor: Actor, message_id: str) -> tuple[Head, Said]:
    """The actor's own message, its room locked: it stays theirs when they have left the room.

    Another's message is `forbidden` to whoever may read it, and is not there for anyone else.
    """
    room, said = _locked_message(work, message_id)
    if said.author_id != actor.user_id:
        _readable(work, actor, room, said, "message_id")
        raise Refusal("forbidden", field="message_id")
    if room.kind == RoomKind.SUPPORT:
        door_of(work, actor, room, field="message_id")
    return room, said


def door_of(reader: Reader, actor: Actor, room: Head | None, *, field: str = "room_id") -> Door:
    """The door of a room that was just read, if the actor may know of it."""
    if room is None:
        raise Refusal("not_found", field=field)
    member = membership_store.find(reader.sql, room.room_id, actor.user_id)
    found = Door(room, actor, member)
    if found.is_talk and not found.may(Action.READ):
        raise Refusal("not_found", field=field)
    if room.access == Access.INVITE and not _may_know(found):
        raise Refusal("not_found", field=field)
    return found


def told(room: Head, event: _E, author_id: str) -> _E:
    """An event knowing whose words it is about; in a talk of two nobody is kept from anybody."""
    return event if room.kind == RoomKind.SUPPORT else event.by(author_id)


def _may_know(found: Door) -> bool:
    """Hidden rooms are seen by moderators, administrators, and whoever is in or on the way in."""
    if found.member is not None and found.member.standing in _KNOWS_OF_IT:
        return True
    return found.may(Action.SEE_HIDDEN_ROOM)


def _locked_message(work: Work, message_id: str) -> tuple[Head, Said]:
    """Rooms are locked before messages: the message is read again once its room is ours."""
    found = log_store.said(work.sql, message_id)
    if found is None:
        raise Refusal("not_found", field="message_id")
    room = room_store.lock(work.sql, found.room_id)
    said = log_store.said(work.sql, message_id)
    if room is None or said is None:
        raise Refusal("not_found", field="message_id")
    return room, said


def _readable(reader: Reader, actor: Actor, room: Head | None, said: Said, field: str) -> Door:
    """A message that may not be read is not there, whatever may be known of its room."""
    found = _within_reach(reader, actor, room, said, field)
    if not found.is_talk and blocking.is_unseen(reader, actor, said.author_id):
        raise Refusal("not_found", field=field)
    return found


def _within_reach(reader: Reader, actor: Actor, room: Head | None, said: Said, field: str) -> Door:
    """Its room may be read, from before the message on; blocks are not asked."""
    found = door_of(reader, actor, room, field=field)
    if not found.may(Action.READ) or said.seq <= found.from_seq:
        raise Refusal("not_found", field=field)
    return found
