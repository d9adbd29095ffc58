"""When someone asked for a person, and how that goes when they do. Must never keep their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from moderation.help import leaving_store as store
from rooms.cursor import from_cursor, position
from rooms.leaving import ROWS, Part, part

if TYPE_CHECKING:
    from rooms.work import Reader, Work


def help_requests(reader: Reader, user_id: str, cursor: str) -> Part:
    """Each time that they asked, and what they said."""
    at, help_id = from_cursor(cursor, 2) if cursor else ("0", "")
    rows = reader.sql.all(
        store.ASKED, user_id=user_id, after_at=position(at), after_id=help_id, limit=ROWS
    )
    return part(
        rows,
        lambda row: {"help_id": row[1], "asked_at": row[0], "words": row[2]},
        keys=2,
    )


def forget_help(work: Work, user_id: str, _cursor: str) -> str | None:
    """Nobody asked."""
    return "" if work.sql.run(store.FORGET, of_user_id=user_id, limit=ROWS) else None
