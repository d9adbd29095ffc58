"""How long someone is here and what they said, in the database: statements alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, select

from rooms.chat.tables import message
from rooms.people.tables import person

if TYPE_CHECKING:
    from rooms.work import Sql

# So many are enough to know.
_first = (
    select(message.c.seq)
    .where(
        message.c.author_id == bindparam("user_id"),
        message.c.room_id == bindparam("room_id"),
        message.c.state == "posted",
    )
    .limit(bindparam("limit"))
    .subquery("first_posts")
)
KNOWN = select(
    person.c.created_at, select(func.count()).select_from(_first).scalar_subquery()
).where(person.c.user_id == bindparam("user_id"))


def known(sql: Sql, user_id: str, room_id: str, *, enough: int) -> tuple[int, int]:
    """Since when someone has an account, and how many posts of theirs stand in a room."""
    row = sql.one(KNOWN, user_id=user_id, room_id=room_id, limit=enough)
    assert row is not None
    return int(row[0]), int(row[1])
