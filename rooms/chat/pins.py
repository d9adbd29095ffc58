"""Messages that a room keeps at hand. Must never show one to whom it is not open in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from rooms import paging
from rooms.chat import access, log, name_store, pin_store, room_store, showing
from rooms.chat.events import MessagePosted, RoomChanged
from rooms.chat.rows import Shown
from rooms.command import SEQ_MAX, Command, Cursor, Nothing, Result
from rooms.cursor import from_cursor, position, to_cursor
from rooms.people import blocking
from rooms.permissions import Action
from rooms.refusal import Refusal

if TYPE_CHECKING:
    from rooms.chat.rows import Head, Said
    from rooms.chat.views import RoomView
    from rooms.people.person import Actor
    from rooms.work import Reader, Work

PINS_MAX: Final = 10
"""What is at hand is few; a room with more of it would need a search."""


class PinMessage(Command, frozen=True, kw_only=True):
    """Keep a message at hand for the room, or no longer: facilitators and moderators."""

    message_id: str
    on: bool


class ListPinned(Command, frozen=True, kw_only=True):
    """What a room keeps at hand, as far as I may read it."""

    room_id: str
    cursor: Cursor | None = None


class PinnedPage(Result, frozen=True, kw_only=True):
    """Messages as they are now, the newest pin first."""

    messages: list[MessagePosted]
    cursor: str | None


def pin(work: Work, actor: Actor, command: PinMessage) -> Nothing:
    """Pin a message that stands, or take the pin away; the room hears of it."""
    door, said = access.message_for_change(work, actor, command.message_id)
    door.demand(Action.PIN, field="message_id")
    if said.state != "posted":
        raise Refusal("not_found", field="message_id")
    pinned = pin_store.pinned(work.sql, said.room_id)
    if (said.message_id in pinned) == command.on:
        return Nothing()
    if not command.on:
        let_go(work, door.room, said)
        return Nothing()
    if len(pinned) >= PINS_MAX:
        raise Refusal("too_many", field="message_id")
    if pin_store.count(work.sql, said.room_id) >= PINS_MAX:
        # Whoever is leaving may come back, but what nobody sees is in nobody's way.
        pin_store.drop_oldest_unseen(work.sql, said.room_id)
    seq = log.append(work, door.room, showing.CHANGED, None)
    work.sql.run(pin_store.PUT, room_id=said.room_id, seq=said.seq, pinned_seq=seq)
    announce(work, said.room_id, seq)
    return Nothing()


def let_go(work: Work, room: Head, said: Said) -> None:
    """A message of a locked room is not at hand any more, if it was."""
    if work.sql.run(pin_store.DROP, of_room_id=said.room_id, of_seq=said.seq):
        announce(work, room.room_id, log.append(work, room, showing.CHANGED, None))


def list_pinned(reader: Reader, actor: Actor, command: ListPinned) -> PinnedPage:
    """The pinned messages that this reader may read in the room."""
    door = access.room_for_reading(reader, actor, command.room_id)
    below = SEQ_MAX
    if command.cursor is not None:
        below = position(from_cursor(command.cursor, 1)[0])
    rows = reader.sql.all(
        pin_store.READABLE,
        room_id=door.room.room_id,
        from_seq=door.from_seq,
        below=below,
        viewer_id=door.viewer_id,
    )
    found = name_store.shown(reader.sql, [Shown._make(row[:-1]) for row in rows])
    messages = paging.fitting(showing.posted(door.room.room_id, reader.epoch, row) for row in found)
    more = len(messages) < len(rows)
    return PinnedPage(
        messages=messages, cursor=to_cursor(rows[len(messages) - 1][-1]) if more else None
    )


def announce(work: Work, room_id: str, seq: int) -> None:
    """Tell a room what it is now: whoever is kept apart from an author hears of none of theirs."""
    pinned = pin_store.pinned(work.sql, room_id)
    view = msgspec.structs.replace(room_store.by_id(work.sql, room_id), pinned=list(pinned))
    event = RoomChanged(room_id=room_id, epoch=work.epoch, seq=seq, at=work.now, room=view)
    work.emit(event.showing(pinned))


def seen_by(reader: Reader, actor: Actor, view: RoomView) -> RoomView:
    """A room with what is at hand there for someone who reads in it."""
    return pin_store.with_pins(reader.sql, view, blocking.viewer_id(actor))
