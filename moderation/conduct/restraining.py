"""Decisions about a person short of a ban: a warning, reading along only, being put out of a room.

Each has a reason and is told to that person alone. Must never be automatic: words of danger lead
to somebody asking how one is, and to nothing of this kind.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from moderation.conduct import audit, sanctions
from moderation.conduct import sanction_store as store
from moderation.conduct.sanction import Sanction, SanctionKind
from moderation.events import YourSanction
from rooms.chat import membership, message, pardoning
from rooms.chat.membership import (
    STAFF_NOTE_MAX_CHARS,
    MutePerson,
    RemovePerson,
    StaffNote,
    TheirMembership,
)
from rooms.chat.views import ConductReason
from rooms.command import Command, Nothing, Result
from rooms.permissions import Action, allows
from rooms.refusal import Refusal

if TYPE_CHECKING:
    from rooms.people.person import Actor
    from rooms.work import Work

LiftReason = Literal["mistake", "talked", "enough"]
"""Why a decision is taken back: it was wrong, they talked about it, it was long enough."""


class WarnPerson(Command, frozen=True, kw_only=True):
    """Tell someone that something must not go on: by who keeps that room, or without one by staff.

    The words are the page's own for each reason; `note` is for colleagues alone.
    """

    user_id: str
    reason: ConductReason
    room_id: str | None = None
    note: StaffNote = ""


class TakeBackSanction(Command, frozen=True, kw_only=True):
    """End something that was decided about someone, and tell them."""

    sanction_id: str
    reason: LiftReason


class Sanctioned(Result, frozen=True, kw_only=True):
    """What was decided."""

    sanction_id: str


def warn(work: Work, actor: Actor, command: WarnPerson) -> Sanctioned:
    """Tell someone that something must not go on; nothing is taken from them."""
    if command.room_id is None:
        user = sanctions.restrained(work, actor, command.user_id)
    else:
        _, user, _ = membership.restrained(work, actor, command.room_id, command.user_id)
    sanction_id = _given(
        work,
        actor,
        SanctionKind.WARN,
        user.user_id,
        reason=command.reason,
        room_id=command.room_id,
        note=command.note,
    )
    audit.record(work, actor.user_id, "sanction.warn", about=user.user_id, detail=command.reason)
    return Sanctioned(sanction_id=sanction_id)


def mute(work: Work, actor: Actor, command: MutePerson) -> TheirMembership:
    """As `rooms.chat.membership.mute` decides, kept and told."""
    result = membership.mute(work, actor, command)
    _end_in_room(work, actor, SanctionKind.MUTE, command.user_id, command.room_id)
    if command.mute_s:
        _given(
            work,
            actor,
            SanctionKind.MUTE,
            command.user_id,
            reason=command.reason or "other",
            room_id=command.room_id,
            until=work.now + command.mute_s * 1000,
            note=command.note,
        )
    return result


def remove(work: Work, actor: Actor, command: RemovePerson) -> TheirMembership:
    """As `rooms.chat.membership.remove` decides, kept and told."""
    result = membership.remove(work, actor, command)
    _end_in_room(work, actor, SanctionKind.REMOVE, command.user_id, command.room_id)
    _given(
        work,
        actor,
        SanctionKind.REMOVE,
        command.user_id,
        reason=command.reason or "other",
        room_id=command.room_id,
        note=command.note,
    )
    return result


def take_back(work: Work, actor: Actor, command: TakeBackSanction) -> Nothing:
    """End a decision, and what it did; once more changes nothing. Never about oneself."""
    if not allows(actor, Action.BAN):
        raise Refusal("forbidden")
    given = held(work, command.sanction_id)
    if given is None or given.user_id == actor.user_id:
        raise Refusal("not_found", field="sanction_id")
    sanctions.restrained(work, actor, given.user_id)
    if given.lifted_at is None:
        undo(work, actor, given)
        audit.record(
            work,
            actor.user_id,
            "sanction.take_back",
            about=given.user_id,
            detail=f"{given.kind} {command.reason}",
        )
    return Nothing()


def undo(work: Work, actor: Actor, given: Sanction) -> None:
    """A decision, and what it did, end here; they are told. Whoever calls decided it."""
    undone = _UNDONE.get(given.kind)
    if undone is not None and given.is_running(work.now):
        undone(work, actor, given)
    work.sql.run(
        store.LIFT_ONE,
        of_sanction_id=given.sanction_id,
        now=work.now,
        lifter_id=actor.user_id,
    )
    work.sql.run(store.TELL_AGAIN, of_sanction_id=given.sanction_id)
    work.emit(YourSanction(user_id=given.user_id))


def held(work: Work, sanction_id: str) -> Sanction | None:
    """A decision, kept from changing until the transaction ends."""
    row = work.sql.one(store.ONE, sanction_id=sanction_id)
    return None if row is None else Sanction._make(row)


def _speak(work: Work, _actor: Actor, given: Sanction) -> None:
    assert given.room_id is not None
    pardoning.give_voice(work, given.room_id, given.user_id)


def _enter(work: Work, _actor: Actor, given: Sanction) -> None:
    assert given.room_id is not None
    pardoning.open_door(work, given.room_id, given.user_id)


def _take_part(work: Work, actor: Actor, given: Sanction) -> None:
    sanctions.let_back_in(work, actor, given.user_id)


_UNDONE: dict[str, Callable[[Work, Actor, Sanction], None]] = {
    SanctionKind.MUTE: _speak,
    SanctionKind.REMOVE: _enter,
    SanctionKind.BAN: _take_part,
}


def _given(
    work: Work,
    actor: Actor,
    kind: SanctionKind,
    user_id: str,
    *,
    reason: str,
    room_id: str | None,
    until: int | None = None,
    note: str = "",
) -> str:
    sanction_id = work.new_id()
    work.sql.run(
        store.ADD,
        sanction_id=sanction_id,
        user_id=user_id,
        kind=kind.value,
        reason=reason,
        given_by=actor.user_id,
        now=work.now,
        until=until,
        room_id=room_id,
        note=message.clean_text(note, STAFF_NOTE_MAX_CHARS, field="note"),
    )
    work.emit(YourSanction(user_id=user_id))
    return sanction_id


def _end_in_room(work: Work, actor: Actor, kind: SanctionKind, user_id: str, room_id: str) -> None:
    ended = work.sql.run(
        store.LIFT_IN_ROOM,
        of_user_id=user_id,
        of_kind=kind.value,
        of_room_id=room_id,
        now=work.now,
        lifter_id=actor.user_id,
    )
    if ended:
        work.emit(YourSanction(user_id=user_id))
