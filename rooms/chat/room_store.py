"""Rooms in the database: statements, and nothing that decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, bindparam, or_, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.sql import tuple_

from rooms.chat.rows import Head, Member
from rooms.chat.tables import membership, room
from rooms.chat.views import Access, RoomKind, RoomLock, RoomPace, RoomView, Standing

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, FromClause

    from rooms.work import Row, Sql

SHOWN_STANDINGS = tuple(standing.value for standing in Standing)

_FOR_NOW = (room.c.slow_s, room.c.slow_until, room.c.locked_for, room.c.locked_until)
_HEAD = (
    room.c.room_id,
    room.c.access,
    room.c.last_seq,
    room.c.first_seq,
    room.c.posts,
    room.c.joined_seq,
    room.c.names_version,
    room.c.closed_at,
    room.c.kind,
    *_FOR_NOW,
)
VIEW = (
    room.c.room_id,
    room.c.kind,
    room.c.name,
    room.c.about,
    room.c.guidelines,
    room.c.guidelines_version,
    room.c.access,
    room.c.shows_last_day,
    room.c.retention_days,
    room.c.closed_at,
    *_FOR_NOW,
)
"""The columns that `view` reads, in order."""

MINE = (
    membership.c.standing,
    membership.c.relation,
    membership.c.from_seq,
    membership.c.muted_until,
    membership.c.last_read,
    membership.c.must_ask,
    membership.c.muted_for,
)
"""The columns that `mine` reads, in order; all are empty when there is no membership."""

HEAD = select(*_HEAD).where(room.c.room_id == bindparam("room_id"))
# Whoever changes anything in a room locks its row first: the row is the room's lock.
LOCK = HEAD.with_for_update()
BY_ID = select(*VIEW).where(room.c.room_id == bindparam("room_id"))
SHOWS_FROM = select(room.c.shows_from_seq).where(room.c.room_id == bindparam("room_id"))
BY_NONCE = select(room.c.room_id, room.c.content_hash).where(
    room.c.creator_id == bindparam("creator_id"), room.c.nonce == bindparam("nonce")
)
ADVANCE = (
    update(room)
    .where(room.c.room_id == bindparam("of_room_id"))
    .values(last_seq=bindparam("seq"), posts=room.c.posts + bindparam("new_posts"))
)
SET_JOINED = (
    update(room)
    .where(room.c.room_id == bindparam("of_room_id"), room.c.joined_seq < bindparam("from_seq"))
    .values(joined_seq=bindparam("from_seq"))
)
INSERT = (
    insert(room)
    .values(
        room_id=bindparam("room_id"),
        kind=RoomKind.GROUP.value,
        name=bindparam("name"),
        name_key=bindparam("name_key"),
        about=bindparam("about"),
        guidelines=bindparam("guidelines"),
        guidelines_version=bindparam("guidelines_version"),
        access=bindparam("access"),
        shows_last_day=bindparam("shows_last_day"),
        retention_days=bindparam("retention_days"),
        last_seq=0,
        first_seq=1,
        posts=0,
        shows_from_seq=0,
        joined_seq=0,
        names_version=0,
        creator_id=bindparam("creator_id"),
        nonce=bindparam("nonce"),
        content_hash=bindparam("content_hash"),
    )
    .on_conflict_do_nothing(index_elements=["creator_id", "nonce"])
    .returning(room.c.room_id)
)
UPDATE = (
    update(room)
    .where(room.c.room_id == bindparam("of_room_id"))
    .values(
        name=bindparam("new_name"),
        name_key=bindparam("new_name_key"),
        about=bindparam("new_about"),
        guidelines=bindparam("new_guidelines"),
        guidelines_version=bindparam("new_guidelines_version"),
        access=bindparam("new_access"),
        shows_last_day=bindparam("new_shows_last_day"),
        retention_days=bindparam("new_retention_days"),
    )
)
SET_CLOSED = (
    update(room)
    .where(room.c.room_id == bindparam("of_room_id"))
    .values(closed_at=bindparam("new_closed_at"))
)
SET_PACE = (
    update(room)
    .where(room.c.room_id == bindparam("of_room_id"))
    .values(slow_s=bindparam("new_slow_s"), slow_until=bindparam("new_slow_until"))
)
SET_LOCK = (
    update(room)
    .where(room.c.room_id == bindparam("of_room_id"))
    .values(locked_for=bindparam("new_locked_for"), locked_until=bindparam("new_locked_until"))
)
SET_SHOWS_FROM = (
    update(room)
    .where(room.c.room_id == bindparam("of_room_id"))
    .values(shows_from_seq=bindparam("seq"))
)


def _of_me(mine: FromClause, to: FromClause) -> ColumnElement[bool]:
    """What I am to a room, standings that are never shown apart."""
    return and_(
        mine.c.room_id == to.c.room_id,
        mine.c.user_id == bindparam("user_id"),
        mine.c.standing.in_([bindparam(None, value) for value in SHOWN_STANDINGS]),
    )


def _may_know(mine: FromClause, of: FromClause) -> ColumnElement[bool]:
    """Hidden rooms are for whoever is in or on the way in, and for whoever sees them all; a talk
    of two is listed to nobody.
    """
    return and_(
        of.c.kind == RoomKind.GROUP.value,
        or_(
            of.c.access != Access.INVITE.value,
            mine.c.user_id.is_not(None),
            bindparam("sees_hidden") == 1,
        ),
    )


_after = room.alias("after_room")
_after_mine = membership.alias("after_mine")
# Where the page before ended. A cursor made by hand must not tell whether there is such a room.
_AFTER = (
    select(_after.c.name_key, _after.c.room_id)
    .select_from(_after.outerjoin(_after_mine, _of_me(_after_mine, _after)))
    .where(_after.c.room_id == bindparam("after"), _may_know(_after_mine, _after))
    .scalar_subquery()
)
LISTED = (
    select(*VIEW, *MINE)
    .select_from(room.outerjoin(membership, _of_me(membership, room)))
    .where(
        _may_know(membership, room),
        # A closed room is no longer offered to whoever has nothing to do with it.
        or_(
            room.c.closed_at.is_(None),
            membership.c.user_id.is_not(None),
            bindparam("sees_hidden") == 1,
        ),
        or_(bindparam("after") == "", tuple_(room.c.name_key, room.c.room_id) > _AFTER),
    )
    .order_by(room.c.name_key, room.c.room_id)
    .limit(bindparam("limit"))
)


def head(sql: Sql, room_id: str) -> Head | None:
    """What has to be known of a room."""
    row = sql.one(HEAD, room_id=room_id)
    return None if row is None else Head._make(row)


def lock(sql: Sql, room_id: str) -> Head | None:
    """The same as `head`, kept from changing until the transaction ends."""
    row = sql.one(LOCK, room_id=room_id)
    return None if row is None else Head._make(row)


def by_id(sql: Sql, room_id: str) -> RoomView:
    """A room that is known to exist."""
    row = sql.one(BY_ID, room_id=room_id)
    assert row is not None
    return view(row)


def advance(sql: Sql, room_id: str, seq: int, *, posts: int) -> None:
    """The log of a room now ends at `seq`."""
    sql.run(ADVANCE, of_room_id=room_id, seq=seq, new_posts=posts)


def view(row: Row) -> RoomView:
    """A room from the columns `VIEW`."""
    room_id, kind, name, about, guidelines, version, access, shows_last_day, days = row[:9]
    closed_at, slow_s, slow_until, locked_for, locked_until = row[9:]
    return RoomView(
        room_id=room_id,
        kind=RoomKind(kind),
        name=name,
        about=about,
        guidelines=guidelines,
        guidelines_version=version,
        access=Access(access),
        shows_last_day=bool(shows_last_day),
        retention_days=days,
        closed=closed_at is not None,
        slow=None if slow_s is None else RoomPace(every_s=slow_s, until=slow_until),
        lock=None if locked_for is None else RoomLock(reason=locked_for, until=locked_until),
    )


def mine(user_id: str, row: Row) -> Member | None:
    """What someone is to a room, from the columns `MINE`."""
    return None if row[0] is None else Member(user_id, *row)
