"""What people keep for themselves, in the database: statements, and nothing that decides."""

from __future__ import annotations

from sqlalchemy import and_, bindparam, delete, func, or_, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.sql import tuple_

from rooms.chat.log_store import shown
from rooms.chat.tables import membership, message, saved
from rooms.chat.views import Relation, Standing
from rooms.people.blocking_store import not_apart
from rooms.people.store import is_here
from rooms.people.tables import person

_KEY = (
    saved.c.user_id == bindparam("of_user_id"),
    saved.c.room_id == bindparam("of_room_id"),
)

# How many there are, and the newest number.
COUNT = select(func.count(), func.coalesce(func.max(saved.c.number), 0)).where(
    saved.c.user_id == bindparam("user_id")
)
FIND = select(saved.c.number).where(*_KEY, saved.c.seq == bindparam("of_seq"))
PUT = (
    insert(saved)
    .values(
        user_id=bindparam("user_id"),
        room_id=bindparam("room_id"),
        seq=bindparam("seq"),
        number=bindparam("number"),
    )
    .on_conflict_do_nothing(index_elements=["user_id", "room_id", "seq"])
)
DROP = delete(saved).where(*_KEY, saved.c.seq == bindparam("of_seq"))
AMONG = select(saved.c.seq).where(
    saved.c.user_id == bindparam("user_id"),
    saved.c.room_id == bindparam("room_id"),
    saved.c.seq >= bindparam("low"),
    saved.c.seq <= bindparam("high"),
)
# As many rows as people saved this one message: at most those who are in its room.
LET_GO = delete(saved).where(
    saved.c.room_id == bindparam("of_room_id"), saved.c.seq == bindparam("of_seq")
)
FORGET_IN_ROOM = delete(saved).where(*_KEY)
FORGET_UP_TO = delete(saved).where(
    tuple_(saved.c.user_id, saved.c.room_id, saved.c.seq).in_(
        select(saved.c.user_id, saved.c.room_id, saved.c.seq)
        .where(saved.c.room_id == bindparam("of_room_id"), saved.c.seq <= bindparam("last_gone"))
        .limit(bindparam("limit"))
    )
)
_mine = membership.alias("mine")
# Wherever they still are, and as far as they read there.
_READABLE = and_(
    _mine.c.room_id == saved.c.room_id,
    _mine.c.user_id == saved.c.user_id,
    _mine.c.standing == Standing.IN.value,
    or_(
        bindparam("from_start") == 1,
        _mine.c.relation == Relation.FACILITATOR.value,
        saved.c.seq > _mine.c.from_seq,
    ),
)
_of_message = and_(saved.c.room_id == message.c.room_id, saved.c.seq == message.c.seq)
_OPEN = (
    saved.c.user_id == bindparam("user_id"),
    message.c.state == "posted",
    not_apart(message.c.author_id),
    is_here(),
)
READABLE = (
    shown(message)
    .add_columns(message.c.room_id, saved.c.number)
    .join(saved, _of_message)
    .join(_mine, _READABLE)
    .where(saved.c.number < bindparam("below"), *_OPEN)
    .order_by(saved.c.number.desc(), message.c.message_id)
    .limit(bindparam("limit"))
)
# What its keeper can't read makes room, wherever it is.
LET_GO_UNREADABLE = delete(saved).where(
    saved.c.user_id == bindparam("of_user_id"),
    saved.c.number.not_in(
        select(saved.c.number)
        .select_from(
            message.join(person, person.c.user_id == message.c.author_id)
            .join(saved, _of_message)
            .join(_mine, _READABLE)
        )
        .where(*_OPEN)
    ),
)
