"""Search in the database: statements, and nothing that decides.

A search walks a bounded stretch of messages, newest first, and filters it in SQL. In one room the
stretch follows the log; over several it follows the time.
"""

from __future__ import annotations

from sqlalchemy import ColumnElement, FromClause, and_, bindparam, or_, select
from sqlalchemy.sql import tuple_

from rooms.chat.log_store import shown
from rooms.chat.tables import membership, message, room
from rooms.chat.views import Relation, RoomKind, Standing
from rooms.people.blocking_store import not_apart
from rooms.people.store import is_here

ESCAPE = "\\"


def _matches(source: FromClause) -> tuple[ColumnElement[bool], ...]:
    return (
        source.c.state == "posted",
        or_(
            source.c.folded.like(bindparam("pattern"), escape=ESCAPE),
            # Where a name stands, the folded words have a mark, and the words a reference.
            and_(
                source.c.folded.like(bindparam("named"), escape=ESCAPE),
                source.c.body.like(bindparam("references"), escape=ESCAPE),
            ),
        ),
        source.c.posted_at >= bindparam("since_ms"),
        source.c.posted_at < bindparam("before_ms"),
        not_apart(source.c.author_id),
        is_here(),
    )


_IN_ROOM = (
    message.c.room_id == bindparam("room_id"),
    message.c.seq < bindparam("below"),
    message.c.seq > bindparam("from_seq"),
)
# The last message of a stretch in one room.
ROOM_FLOOR = (
    select(message.c.seq)
    .where(*_IN_ROOM)
    .order_by(message.c.seq.desc())
    .limit(1)
    .offset(bindparam("stretch"))
)
IN_ROOM = (
    shown(message)
    .add_columns(message.c.room_id)
    .where(*_IN_ROOM, *_matches(message))
    .order_by(message.c.seq.desc())
    .limit(bindparam("limit"))
)
IN_ROOM_BY_AUTHOR = IN_ROOM.where(message.c.author_id == bindparam("author_id"))

_EARLIER = tuple_(message.c.posted_at, message.c.message_id) < tuple_(
    bindparam("before_at"), bindparam("before_id")
)
_NEWEST_FIRST = (message.c.posted_at.desc(), message.c.message_id.desc())
FLOOR = (
    select(message.c.posted_at, message.c.message_id)
    .where(_EARLIER)
    .order_by(*_NEWEST_FIRST)
    .limit(1)
    .offset(bindparam("stretch"))
)
# Its own LIMIT bounds the walk, whatever a planner thinks of the rest.
_stretch = (
    select(message)
    .where(_EARLIER)
    .order_by(*_NEWEST_FIRST)
    .limit(bindparam("stretch"))
    .subquery("stretch")
)
_mine = membership.alias("mine")
_READABLE = and_(
    _mine.c.room_id == _stretch.c.room_id,
    _mine.c.user_id == bindparam("user_id"),
    _mine.c.standing == Standing.IN.value,
    # A facilitator reads a room from its start, everyone else from their own join.
    (_mine.c.relation == Relation.FACILITATOR.value) | (_stretch.c.seq > _mine.c.from_seq),
)
EVERYWHERE = (
    shown(_stretch)
    .add_columns(_stretch.c.room_id)
    .join(_mine, _READABLE)
    # A talk of two is searched by itself alone.
    .join(room, and_(room.c.room_id == _mine.c.room_id, room.c.kind == RoomKind.GROUP.value))
    .where(*_matches(_stretch))
    .order_by(_stretch.c.posted_at.desc(), _stretch.c.message_id.desc())
    .limit(bindparam("limit"))
)
EVERYWHERE_BY_AUTHOR = EVERYWHERE.where(_stretch.c.author_id == bindparam("author_id"))
