"""A room that goes slowly for a while, or rests: a state of the room, told to everyone in it.

Must never be about a person, nor hold up whoever keeps the room, a talk of two, or a cry for help.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final

import msgspec

from rooms.chat import access, log, log_store, pins, room_store, showing
from rooms.chat.views import ConductReason, RoomView
from rooms.command import Command, Result
from rooms.permissions import Action
from rooms.refusal import Refusal

if TYPE_CHECKING:
    from rooms.chat.access import Door
    from rooms.people.person import Actor
    from rooms.work import Reader, Work

PACE_MAX_S: Final = 3600
"""Nobody waits longer than this for their next turn to write."""
FOR_MAX_S: Final = 7 * 24 * 3600

ForSeconds = Annotated[
    int,
    msgspec.Meta(ge=60, le=FOR_MAX_S, description="How long, in seconds; left out: until ended."),
]


class SlowRoom(Command, frozen=True, kw_only=True):
    """Let everyone but who keeps the room write once in so many seconds; 0 ends it."""

    room_id: str
    every_s: Annotated[int, msgspec.Meta(ge=0, le=PACE_MAX_S)]
    for_s: ForSeconds | None = None


class LockRoom(Command, frozen=True, kw_only=True):
    """Let nobody but who keeps the room write or come in, and say why; no reason ends it."""

    room_id: str
    reason: ConductReason | None = None
    for_s: ForSeconds | None = None


class RoomPaced(Result, frozen=True, kw_only=True):
    """The room as it is now."""

    room: RoomView


def slow(work: Work, actor: Actor, command: SlowRoom) -> RoomPaced:
    """Slow a room down, or let it go as it likes again."""
    door = access.locked_door(work, actor, command.room_id)
    door.demand(Action.RESTRAIN)
    every_s = command.every_s or None
    until = _until(work, command.for_s) if every_s else None
    if (every_s, until) != (door.room.slow_s, door.room.slow_until):
        work.sql.run(
            room_store.SET_PACE,
            of_room_id=door.room.room_id,
            new_slow_s=every_s,
            new_slow_until=until,
        )
        _announce(work, door)
    return _as_it_is(work, actor, door)


def lock(work: Work, actor: Actor, command: LockRoom) -> RoomPaced:
    """Let a room rest, or open it again."""
    door = access.locked_door(work, actor, command.room_id)
    door.demand(Action.RESTRAIN)
    until = _until(work, command.for_s) if command.reason else None
    if (command.reason, until) != (door.room.locked_for, door.room.locked_until):
        work.sql.run(
            room_store.SET_LOCK,
            of_room_id=door.room.room_id,
            new_locked_for=command.reason,
            new_locked_until=until,
        )
        _announce(work, door)
    return _as_it_is(work, actor, door)


def demand_pace(reader: Reader, door: Door) -> None:
    """Refuse whoever wrote a moment ago where it goes slowly; never who keeps the room."""
    every_s, until = door.room.slow_s, door.room.slow_until
    if every_s is None or (until is not None and until <= reader.now):
        return
    if door.is_talk or door.may(Action.RESTRAIN):
        return
    last = reader.sql.one(
        log_store.LAST_POSTED, author_id=door.actor.user_id, room_id=door.room.room_id
    )
    if last is not None and last[0] + every_s * 1000 > reader.now:
        wait_ms = last[0] + every_s * 1000 - reader.now
        raise Refusal("slow_mode", field="room_id", retry_after_ms=wait_ms)


def _until(work: Work, for_s: int | None) -> int | None:
    return None if for_s is None else work.now + for_s * 1000


def _announce(work: Work, door: Door) -> None:
    pins.announce(work, door.room.room_id, log.append(work, door.room, showing.CHANGED, None))


def _as_it_is(reader: Reader, actor: Actor, door: Door) -> RoomPaced:
    view = room_store.by_id(reader.sql, door.room.room_id)
    return RoomPaced(room=pins.seen_by(reader, actor, view))
