"""What someone reported and what was decided about them: for themselves, and how it goes.

Must never tell a person who reported them, nor drop an open report because whom it is about left:
its copy of the words stays for a stated term (`moderation.conduct.terms`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from moderation.conduct import leaving_store as store
from rooms.cursor import from_cursor, position
from rooms.leaving import NAME_BYTES, ROWS, Item, Named, Part, part

if TYPE_CHECKING:
    from rooms.work import Reader, Row, Work


def reports(reader: Reader, user_id: str, cursor: str) -> Part:
    """What they reported; the words they reported are somebody else's."""
    after = from_cursor(cursor, 1)[0] if cursor else ""
    rows = reader.sql.all(store.REPORTS, user_id=user_id, after=after, limit=ROWS)
    return part(rows, _report, keys=1, growth=lambda row: NAME_BYTES)


def sanctions(reader: Reader, user_id: str, cursor: str) -> Part:
    """What was decided about them and why, and what they said to it; not by whom."""
    at, sanction_id = from_cursor(cursor, 2) if cursor else ("0", "")
    rows = reader.sql.all(
        store.SANCTIONS,
        user_id=user_id,
        after_at=position(at),
        after_id=sanction_id,
        limit=ROWS,
    )
    return part(rows, _sanction, keys=2)


def forget_conduct(work: Work, user_id: str, _cursor: str) -> str | None:
    """Only open reports stay, and of those that they made nothing that they wrote."""
    for statement in _FORGOTTEN:
        if work.sql.run(statement, of_user_id=user_id, limit=ROWS):
            return ""
    return None


# Appeals before what they are about.
_FORGOTTEN = (
    store.FORGET_CLOSED,
    store.FORGET_REPORTING,
    store.FORGET_APPEALS,
    store.FORGET_SANCTIONS,
    store.FORGET_NOTES,
)


def _report(row: Row) -> Item:
    report_id, reported_at, author_id, room, message_id, reason, note, closed_at = row
    return {
        "report_id": report_id,
        "reported_at": reported_at,
        "about": Named(author_id),
        "room": room,
        "message_id": message_id,
        "reason": reason,
        "note": note,
        "closed_at": closed_at,
    }


def _sanction(row: Row) -> Item:
    given_at, sanction_id, kind, reason, until, lifted_at, *appealed = row
    at, words, outcome, decided_at = appealed
    return {
        "sanction_id": sanction_id,
        "kind": kind,
        "reason": reason,
        "given_at": given_at,
        "until": until,
        "lifted_at": lifted_at,
        "appealed_at": at,
        "appeal": words,
        "outcome": outcome,
        "decided_at": decided_at,
    }
