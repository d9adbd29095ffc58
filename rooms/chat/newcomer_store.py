"""How long someone is here and what they said, in the database: statements alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, literal_column, select, update

from rooms.chat.log_store import shown
from rooms.chat.tables import message, room
from rooms.chat.views import RoomKind
from rooms.people.store import is_here
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
    person.c.created_at,
    select(func.count()).select_from(_first).scalar_subquery(),
    person.c.vouched_at,
).where(person.c.user_id == bindparam("user_id"))


VOUCH = (
    update(person)
    .where(person.c.user_id == bindparam("of_user_id"), person.c.vouched_at.is_(None))
    .values(vouched_at=bindparam("now"))
)
# A person's look is wanted for what was said lately; what is older is read as it stands.
HELD = (
    shown(message)
    .add_columns(message.c.room_id, room.c.name)
    .join(room, room.c.room_id == message.c.room_id)
    .where(
        message.c.links_held == literal_column("1"),
        message.c.state == "posted",
        message.c.posted_at > bindparam("since"),
        message.c.author_id != bindparam("reader_id"),
        room.c.kind == RoomKind.GROUP.value,
        is_here(),
    )
    .order_by(message.c.posted_at, message.c.message_id)
    .limit(bindparam("limit"))
)


def known(sql: Sql, user_id: str, room_id: str, *, enough: int) -> tuple[int, int, bool]:
    """Since when someone has an account, how many posts of theirs stand in a room, and whether
    somebody vouches for them.
    """
    row = sql.one(KNOWN, user_id=user_id, room_id=room_id, limit=enough)
    assert row is not None
    return int(row[0]), int(row[1]), row[2] is not None
