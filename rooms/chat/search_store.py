"""Search in the database: statements, and nothing that decides.

A search walks a bounded stretch of messages, newest first, and filters it in SQL. In one room the
stretch follows the log; over several it follows the time.
"""

from __future__ import annotations

from sqlalchemy import and_, bindparam, select
from sqlalchemy.sql import tuple_

from rooms.chat.log_store import SHOWN
from rooms.chat.tables import membership, message
from rooms.chat.views import Relation, Standing

ESCAPE = "\\"

_MATCHES = (
    message.c.state == "posted",
    message.c.folded.like(bindparam("pattern"), escape=ESCAPE),
    message.c.posted_at < bindparam("before_ms"),
)
_BY_AUTHOR = message.c.author_id == bindparam("author_id")

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
    SHOWN.add_columns(message.c.room_id)
    .where(*_IN_ROOM, *_MATCHES)
    .order_by(message.c.seq.desc())
    .limit(bindparam("limit"))
)
IN_ROOM_BY_AUTHOR = IN_ROOM.where(_BY_AUTHOR)

_WHEN = tuple_(message.c.posted_at, message.c.message_id)
_EARLIER = tuple_(bindparam("before_at"), bindparam("before_id")) > _WHEN
FLOOR = (
    select(message.c.posted_at, message.c.message_id)
    .where(_EARLIER)
    .order_by(message.c.posted_at.desc(), message.c.message_id.desc())
    .limit(1)
    .offset(bindparam("stretch"))
)
_mine = membership.alias("mine")
_READABLE = and_(
    _mine.c.room_id == message.c.room_id,
    _mine.c.user_id == bindparam("user_id"),
    _mine.c.standing == Standing.IN.value,
    # A facilitator reads a room from its start, everyone else from their own join.
    (_mine.c.relation == Relation.FACILITATOR.value) | (message.c.seq > _mine.c.from_seq),
)
EVERYWHERE = (
    SHOWN.add_columns(message.c.room_id)
    .join(_mine, _READABLE)
    .where(
        _EARLIER,
        tuple_(bindparam("floor_at"), bindparam("floor_id")) <= _WHEN,
        *_MATCHES,
    )
    .order_by(message.c.posted_at.desc(), message.c.message_id.desc())
    .limit(bindparam("limit"))
)
EVERYWHERE_BY_AUTHOR = EVERYWHERE.where(_BY_AUTHOR)
