"""What goes of alerts, notices and the rota when someone leaves, and when it is past its term."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from moderation.duty import store as duty_store
from moderation.notices import store
from rooms.cursor import from_cursor, position
from rooms.leaving import ROWS, Part, part

if TYPE_CHECKING:
    from rooms.work import Reader, Work

_DAY_MS: Final = 24 * 3600 * 1000
TOLD_KEPT_MS: Final = 14 * _DAY_MS
"""Alerts and notices, so that a group can see after a bad night which of them arrived."""
SHIFTS_KEPT_MS: Final = 90 * _DAY_MS
"""Shifts, with the notes in them, from their end."""


def shifts(reader: Reader, user_id: str, cursor: str) -> Part:
    """Each shift of theirs, with the note they left."""
    at, shift_id = from_cursor(cursor, 2) if cursor else ("0", "")
    rows = reader.sql.all(
        duty_store.SHIFTS_OF, user_id=user_id, after_at=position(at), after_id=shift_id, limit=ROWS
    )
    told = [(row[2], row[0], row[3], row[4], row[5]) for row in rows]
    return part(
        told,
        lambda row: {
            "begins_at": row[0],
            "ends_at": row[2],
            "on_call": bool(row[3]),
            "note": row[4],
        },
        keys=2,
    )


def pushes(reader: Reader, user_id: str, cursor: str) -> Part:
    """Where their browsers take pushes; the keys are secrets of those browsers."""
    after_id = from_cursor(cursor, 1)[0] if cursor else ""
    rows = reader.sql.all(store.PUSH_OF, user_id=user_id, after_id=after_id, limit=ROWS)
    told = [(row[1], row[0], row[2]) for row in rows]
    return part(told, lambda row: {"at": row[1], "endpoint": row[2]}, keys=1)


def forget_duty(work: Work, user_id: str, _cursor: str) -> str | None:
    """Nothing rings for them, and they are on no rota."""
    work.sql.run(store.FORGET_PUSHES_OF, of_user_id=user_id)
    work.sql.run(duty_store.FORGET_DEVICES, of_user_id=user_id)
    for statement in (store.FORGET_ALERTS_OF, duty_store.FORGET_SHIFTS):
        if work.sql.run(statement, of_user_id=user_id, limit=ROWS):
            return ""
    return None


def step(work: Work, _cursor: str) -> str | None:
    """One step of a job: some of what is past its term goes; None when that was all."""
    told_before, shifts_before = work.now - TOLD_KEPT_MS, work.now - SHIFTS_KEPT_MS
    for statement in (store.FORGET_ALERTS, store.FORGET_NOTICES):
        if work.sql.run(statement, before=told_before, limit=ROWS):
            return ""
    work.sql.run(duty_store.FORGET_PAST_DEVICES, before=shifts_before, limit=ROWS)
    if work.sql.run(duty_store.FORGET_PAST_SHIFTS, before=shifts_before, limit=ROWS):
        return ""
    return None
