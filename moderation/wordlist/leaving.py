"""What goes of the proposals when whoever made them leaves, and when they came to nothing.

A term that a group agreed to is the group's; why somebody proposed it are that person's words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from moderation.wordlist import store
from rooms.cursor import from_cursor, position
from rooms.leaving import ROWS, Part, part

if TYPE_CHECKING:
    from rooms.work import Reader, Work

KEPT_MS: Final = 90 * 24 * 3600 * 1000
"""What came to nothing, from the end of its waiting."""


def proposed_words(reader: Reader, user_id: str, cursor: str) -> Part:
    """Each change of the list that they proposed."""
    at, proposal_id = from_cursor(cursor, 2) if cursor else ("0", "")
    rows = reader.sql.all(
        store.OF_PERSON, user_id=user_id, after_at=position(at), after_id=proposal_id, limit=ROWS
    )
    return part(
        rows,
        lambda row: {
            "at": row[0],
            "term": row[2],
            "change": row[3],
            "why": row[4],
            "state": row[5],
        },
        keys=2,
    )


def forget_words(work: Work, user_id: str, _cursor: str) -> str | None:
    """Their own words in it."""
    work.sql.run(store.FORGET_WHY, of_user_id=user_id)
    return None


def step(work: Work, _cursor: str) -> str | None:
    """One step of a job: some of what came to nothing long ago goes; None when that was all."""
    gone = work.sql.run(store.FORGET_PAST, before=work.now - KEPT_MS, limit=ROWS)
    return "" if gone else None
