"""Talks of two in the database: statements, and nothing that decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select, update
from sqlalchemy.dialects.postgresql import insert

from rooms.chat.tables import membership, message, room
from rooms.chat.views import Access, RoomKind, Standing
from rooms.people.store import is_here
from rooms.people.tables import person

if TYPE_CHECKING:
    from rooms.work import Row, Sql

# Nobody opened it by a request: its own id stands where others have their maker and a nonce.
BEGIN = insert(room).values(
    room_id=bindparam("room_id"),
    kind=RoomKind.SUPPORT.value,
    name=bindparam("name"),
    name_key=bindparam("name_key"),
    about="",
    guidelines="",
    guidelines_version=0,
    access=Access.INVITE.value,
    shows_last_day=0,
    retention_days=bindparam("retention_days"),
    last_seq=0,
    first_seq=1,
    posts=0,
    shows_from_seq=0,
    joined_seq=0,
    names_version=0,
    creator_id=bindparam("room_id"),
    nonce=bindparam("room_id"),
    content_hash=b"",
)
PEOPLE = (
    select(membership.c.user_id, membership.c.relation)
    .where(membership.c.room_id == bindparam("room_id"), membership.c.standing == Standing.IN.value)
    .order_by(membership.c.user_id)
)
IS_TALK = select(room.c.room_id).where(
    room.c.room_id == bindparam("room_id"), room.c.kind == RoomKind.SUPPORT.value
)
_WHO = (person.c.user_id, person.c.handle, person.c.role)
OTHER_IN = (
    select(*_WHO)
    .select_from(membership.join(person, person.c.user_id == membership.c.user_id))
    .where(
        membership.c.room_id == bindparam("room_id"),
        membership.c.standing == Standing.IN.value,
        membership.c.user_id != bindparam("viewer_id"),
        is_here(),
    )
    .order_by(membership.c.user_id)
    .limit(1)
)
# Once they are no longer in it: whoever spoke last.
SPOKE_LAST = (
    select(*_WHO)
    .select_from(message.join(person, person.c.user_id == message.c.author_id))
    .where(
        message.c.room_id == bindparam("room_id"),
        message.c.author_id != bindparam("viewer_id"),
        is_here(),
    )
    .order_by(message.c.seq.desc())
    .limit(1)
)
# What is kept no longer goes with the next round of forgetting, all of it.
KEEP_NO_LONGER = (
    update(room).where(room.c.room_id == bindparam("of_room_id")).values(retention_days=0)
)


def other(sql: Sql, room_id: str, viewer_id: str) -> Row | None:
    """The id, handle and role of whom someone talks with."""
    asked = {"room_id": room_id, "viewer_id": viewer_id}
    return sql.one(OTHER_IN, **asked) or sql.one(SPOKE_LAST, **asked)
