"""What goes of cases when someone leaves, and when. Must never drop a case that still runs.

Whoever asks to be removed is still asked how they are: a running case, with its snapshots, stays
until it is closed and its term is over. Outcomes and times of others' cases stay; words do not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from moderation.cases import leaving_store as store
from rooms.chat import talks
from rooms.cursor import from_cursor, position
from rooms.leaving import ROWS, Part, part

if TYPE_CHECKING:
    from rooms.work import Reader, Work

_DAY_MS: Final = 24 * 3600 * 1000

CLOSED_KEPT_MS: Final = 30 * _DAY_MS
"""The words that gave a reason, notes and the talk, from when the case was closed."""
OPEN_KEPT_MS: Final = 180 * _DAY_MS
"""The same of a case that was never closed, from when each was written down."""
_PEOPLE: Final = 10
_TALKS: Final = 10


def concerns(reader: Reader, user_id: str, cursor: str) -> Part:
    """When they worried about someone's words: whose, and what came of it, is not theirs."""
    at, concern_id = from_cursor(cursor, 2) if cursor else ("0", "")
    rows = reader.sql.all(
        store.CONCERNS, user_id=user_id, after_at=position(at), after_id=concern_id, limit=ROWS
    )
    return part(
        rows,
        lambda row: {"message_id": row[2], "at": row[0], "heard_at": row[3]},
        keys=2,
    )


def forget_cases(work: Work, user_id: str, _cursor: str) -> str | None:
    """Closed cases go with everything in them; a reason that they gave is by nobody."""
    for (room_id,) in work.sql.all(store.TALKS_OF, user_id=user_id, limit=_TALKS):
        _end_talk(work, room_id)
    for statement in (
        store.FORGET_ENTRIES,
        store.FORGET_FLAGS,
        store.FORGET_CARDS,
        store.FORGET_WORRYING,
        store.FORGET_CONCERNS,
        store.FORGET_CASES,
        store.FORGET_RAISING,
    ):
        if work.sql.run(statement, of_user_id=user_id, limit=ROWS):
            return ""
    return None


def step(work: Work, _cursor: str) -> str | None:
    """One step of a job: some words past their term go; None when that was all."""
    closed_before = work.now - CLOSED_KEPT_MS
    for statement in (store.FORGET_WORDS, store.FORGET_NOTES, store.FORGET_WORRIES):
        if work.sql.run(
            statement,
            resolved_before=closed_before,
            written_before=work.now - OPEN_KEPT_MS,
            limit=ROWS,
        ):
            return ""
    over = work.sql.all(store.TALKS_OVER, resolved_before=closed_before, limit=_TALKS)
    for (room_id,) in over:
        _end_talk(work, room_id)
    if len(over) == _TALKS:
        return ""
    erased = work.sql.all(store.ERASED, resolved_before=closed_before, limit=_PEOPLE)
    for (user_id,) in erased:
        if forget_cases(work, user_id, "") is not None:
            return ""
    return None


def _end_talk(work: Work, room_id: str) -> None:
    """Nobody reads it any more, and what was said in it goes."""
    talks.end(work, room_id)
    work.sql.run(store.FORGET_TALK, of_room_id=room_id)
