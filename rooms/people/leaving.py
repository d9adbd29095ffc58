"""What is kept of a person as such, and how it goes. Must never keep a name of theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rooms.cursor import from_cursor
from rooms.leaving import NAME_BYTES, ROWS, Named, Part, part
from rooms.people import claims
from rooms.people import leaving_store as store

if TYPE_CHECKING:
    from rooms.work import Reader, Work


def account(reader: Reader, user_id: str, _cursor: str) -> Part:
    """The person's own row; their name is left open, to be the one of now whenever it is read."""
    row = reader.sql.one(store.ACCOUNT, user_id=user_id)
    assert row is not None
    role, visible, reading, banned_until, renamed_at, created_at = row
    return Part(
        [
            {
                "user_id": user_id,
                "handle": "",
                "role": role,
                "visible": bool(visible),
                "reading": bool(reading),
                "banned_until": banned_until,
                "renamed_at": renamed_at,
                "created_at": created_at,
            }
        ]
    )


def blocks(reader: Reader, user_id: str, cursor: str) -> Part:
    """Whom they want nothing of; never who wants nothing of them."""
    after = from_cursor(cursor, 1)[0] if cursor else ""
    rows = reader.sql.all(store.BLOCKED, user_id=user_id, after=after, limit=ROWS)
    return part(rows, lambda row: {"person": Named(row[0])}, keys=1, growth=lambda row: NAME_BYTES)


def forget_blocks(work: Work, user_id: str, _cursor: str) -> str | None:
    """Nobody blocks them any more, nor they anybody."""
    return "" if work.sql.run(store.FORGET_BLOCKS, of_user_id=user_id, limit=ROWS) else None


def empty(work: Work, user_id: str) -> None:
    """Nothing stays but an id; the name rests before it can be anybody's."""
    claims.release_all(work, user_id)
    work.sql.run(store.EMPTY, of_user_id=user_id)
