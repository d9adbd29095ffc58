"""The rota: who means to be there when, and what each shift leaves to the next.

A shift is a plan. Must never be taken for somebody being there: that is asked of `facts`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final

import msgspec

from moderation.cases import showing
from moderation.conduct import audit
from moderation.duty import store
from moderation.events import DutyChanged
from rooms import paging
from rooms.chat import message
from rooms.chat.views import Author
from rooms.command import SEQ_MAX, Command, Cursor, Nothing, Result
from rooms.cursor import from_cursor, position, to_cursor
from rooms.people import registry
from rooms.people.person import Role
from rooms.permissions import Action, allows
from rooms.refusal import Refusal

if TYPE_CHECKING:
    from rooms.people.person import Actor
    from rooms.work import Reader, Row, Work

HOUR_MS: Final = 3600 * 1000
LONGEST_MS: Final = 24 * HOUR_MS
SHORTEST_MS: Final = HOUR_MS // 4
AHEAD_MS: Final = 366 * 24 * HOUR_MS
"""How far ahead the rota is planned."""
PAST_MS: Final = 24 * HOUR_MS
"""How far back it is shown: the note of the shift before is in it."""
NOTED_MS: Final = 12 * HOUR_MS
"""How long after their shift somebody can still leave a note."""
COMING_MAX: Final = 400
"""Shifts to come of one person."""
NOTE_MAX_CHARS: Final = 2000
_PER_PAGE: Final = 100

_Instant = Annotated[int, msgspec.Meta(ge=0, le=SEQ_MAX)]


class ListRota(Command, frozen=True, kw_only=True):
    """Who means to be there when, from yesterday on."""

    cursor: Cursor | None = None


class AddShift(Command, frozen=True, kw_only=True):
    """Plan a shift, for oneself or another moderator. `on_call`: only called behind the others."""

    user_id: str
    begins_at: _Instant
    ends_at: _Instant
    on_call: bool = False


class RemoveShift(Command, frozen=True, kw_only=True):
    """Take a shift off the rota."""

    shift_id: str


class NoteShift(Command, frozen=True, kw_only=True):
    """Leave something to whoever comes next: about the night, not about a person by name."""

    shift_id: str
    note: Annotated[str, msgspec.Meta(max_length=NOTE_MAX_CHARS)]


class ShiftView(Result, frozen=True, kw_only=True):
    """A shift. `is_there`: it is now, and a device of theirs was heard."""

    shift_id: str
    person: Author
    begins_at: int
    ends_at: int
    on_call: bool
    note: str
    noted_at: int | None
    is_there: bool


class RotaPage(Result, frozen=True, kw_only=True):
    """Shifts in the order in which they begin."""

    shifts: list[ShiftView]
    cursor: str | None


def list_rota(reader: Reader, actor: Actor, command: ListRota) -> RotaPage:
    """A page of the rota."""
    _demand(actor)
    after_at, after_id = 0, ""
    if command.cursor is not None:
        at, after_id = from_cursor(command.cursor, 2)
        after_at = position(at)
    rows = reader.sql.all(
        store.SHIFTS,
        since=reader.now - PAST_MS,
        after_at=after_at,
        after_id=after_id,
        limit=_PER_PAGE + 1,
    )
    shifts = paging.fitting(view(reader, row) for row in rows[:_PER_PAGE])
    last = shifts[-1] if len(shifts) < len(rows) else None
    ended = None if last is None else to_cursor(last.begins_at, last.shift_id)
    return RotaPage(shifts=shifts, cursor=ended)


def add(work: Work, actor: Actor, command: AddShift) -> ShiftView:
    """Plan a shift. The very same one is planned once."""
    _demand(actor)
    _demand_plan(work, command)
    user = registry.by_id(work, command.user_id)
    if user is None:
        raise Refusal("not_found", field="user_id")
    if user.role is not Role.MODERATOR:
        raise Refusal("forbidden", field="user_id")
    planned = {
        "user_id": command.user_id,
        "begins_at": command.begins_at,
        "ends_at": command.ends_at,
        "on_call": int(command.on_call),
    }
    same = work.sql.one(store.SAME, **planned)
    if same is not None:
        return view(work, same)
    coming = work.sql.one(store.COMING, user_id=command.user_id, now=work.now)
    if coming is not None and coming[0] >= COMING_MAX:
        raise Refusal("too_many")
    work.sql.run(store.ADD_SHIFT, shift_id=work.new_id(), **planned)
    audit.record(work, actor.user_id, "rota.add", about=command.user_id)
    work.emit(DutyChanged(about=""))
    added = work.sql.one(store.SAME, **planned)
    assert added is not None
    return view(work, added)


def remove(work: Work, actor: Actor, command: RemoveShift) -> Nothing:
    """Whoever was there for it is not any more."""
    _demand(actor)
    found = _locked(work, command.shift_id)
    work.sql.run(store.REMOVE_DEVICES, of_shift_id=command.shift_id)
    work.sql.run(store.REMOVE_SHIFT, of_shift_id=command.shift_id)
    audit.record(work, actor.user_id, "rota.remove", about=found[1])
    work.emit(DutyChanged(about=""))
    return Nothing()


def note(work: Work, actor: Actor, command: NoteShift) -> ShiftView:
    """Leave a note in one's own shift; an empty one takes it away."""
    _demand(actor)
    found = _locked(work, command.shift_id)
    if found[1] != actor.user_id:
        raise Refusal("forbidden", field="shift_id")
    if not found[2] <= work.now <= found[3] + NOTED_MS:
        raise Refusal("not_now", field="shift_id")
    words = message.clean_text(command.note, NOTE_MAX_CHARS, field="note").strip()
    work.sql.run(store.NOTE_SHIFT, of_shift_id=command.shift_id, new_note=words, now=work.now)
    work.emit(DutyChanged(about=""))
    return view(work, _locked(work, command.shift_id))


def view(reader: Reader, row: Row) -> ShiftView:
    """A shift as it is shown."""
    shift_id, user_id, begins_at, ends_at, on_call, words, noted_at, *heard = row
    return ShiftView(
        shift_id=shift_id,
        person=showing.person(reader, user_id),
        begins_at=begins_at,
        ends_at=ends_at,
        on_call=bool(on_call),
        note=words,
        noted_at=noted_at,
        is_there=bool(heard and heard[0]) and begins_at <= reader.now < ends_at,
    )


def _demand(actor: Actor) -> None:
    if not allows(actor, Action.KEEP_ROTA):
        raise Refusal("forbidden")


def _demand_plan(reader: Reader, planned: AddShift) -> None:
    long_ms = planned.ends_at - planned.begins_at
    if not SHORTEST_MS <= long_ms <= LONGEST_MS or planned.ends_at <= reader.now:
        raise Refusal("out_of_range", field="ends_at")
    if planned.begins_at > reader.now + AHEAD_MS:
        raise Refusal("out_of_range", field="begins_at")


def _locked(work: Work, shift_id: str) -> Row:
    found = work.sql.one(store.SHIFT, shift_id=shift_id)
    if found is None:
        raise Refusal("not_found", field="shift_id")
    return found
