"""Forgetting in the database: statements, and nothing that decides."""

from __future__ import annotations

from sqlalchemy import BigInteger, ColumnElement, and_, bindparam, delete, or_, select, update
from sqlalchemy.sql import tuple_

from rooms.chat.membership_store import GONE
from rooms.chat.tables import (
    log_entry,
    membership,
    mention,
    message,
    pin,
    reaction,
    reaction_due,
    room,
)

DAY_MS = 24 * 3600 * 1000

_CUTOFF: ColumnElement[int] = bindparam("now", type_=BigInteger) - room.c.retention_days * DAY_MS

# The next room whose oldest entry is older than the room keeps them.
NEXT_ROOM = (
    select(room.c.room_id)
    .select_from(
        room.join(
            log_entry,
            and_(log_entry.c.room_id == room.c.room_id, log_entry.c.seq == room.c.first_seq),
        )
    )
    .where(room.c.room_id > bindparam("after"), log_entry.c.at < _CUTOFF)
    .order_by(room.c.room_id)
    .limit(1)
)
KEEPS = (
    select(room.c.first_seq, room.c.retention_days)
    .where(room.c.room_id == bindparam("room_id"))
    .with_for_update()
)
OLDEST = (
    select(log_entry.c.seq, log_entry.c.at)
    .where(log_entry.c.room_id == bindparam("room_id"), log_entry.c.seq >= bindparam("first_seq"))
    .order_by(log_entry.c.seq)
    .limit(bindparam("limit"))
)
_GONE = (message.c.room_id == bindparam("of_room_id"), message.c.seq <= bindparam("last_gone"))
_GONE_IDS = select(message.c.message_id).where(*_GONE)
FORGET_REACTIONS = delete(reaction).where(
    tuple_(reaction.c.message_id, reaction.c.user_id, reaction.c.reaction).in_(
        select(reaction.c.message_id, reaction.c.user_id, reaction.c.reaction)
        .select_from(message.join(reaction, reaction.c.message_id == message.c.message_id))
        .where(*_GONE)
        .limit(bindparam("limit"))
    )
)
FORGET_DUE = delete(reaction_due).where(reaction_due.c.message_id.in_(_GONE_IDS))
FORGET_PINS = delete(pin).where(
    pin.c.room_id == bindparam("of_room_id"), pin.c.seq <= bindparam("last_gone")
)
FORGET_MENTIONS = delete(mention).where(
    tuple_(mention.c.room_id, mention.c.seq, mention.c.user_id).in_(
        select(mention.c.room_id, mention.c.seq, mention.c.user_id)
        .where(
            mention.c.room_id == bindparam("of_room_id"), mention.c.seq <= bindparam("last_gone")
        )
        .limit(bindparam("limit"))
    )
)
FORGET_MESSAGES = delete(message).where(*_GONE)
FORGET_ENTRIES = delete(log_entry).where(
    log_entry.c.room_id == bindparam("of_room_id"), log_entry.c.seq <= bindparam("last_gone")
)
MOVE_FIRST = (
    update(room)
    .where(room.c.room_id == bindparam("of_room_id"))
    .values(first_seq=bindparam("last_gone") + 1)
)
# Whoever left while muted, and was not put out, is remembered no longer than the mute.
FORGET_LEFT = delete(membership).where(
    tuple_(membership.c.room_id, membership.c.user_id).in_(
        select(membership.c.room_id, membership.c.user_id)
        .where(
            membership.c.standing == GONE,
            membership.c.must_ask == 0,
            or_(membership.c.muted_until.is_(None), membership.c.muted_until <= bindparam("now")),
        )
        .limit(bindparam("limit"))
    )
)
