"""What someone said, gave and joined, for their export and for its removal: statements alone."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    ColumnElement,
    and_,
    bindparam,
    case,
    delete,
    null,
    or_,
    select,
    update,
)
from sqlalchemy.sql import tuple_

from rooms.chat.room_store import SHOWN_STANDINGS
from rooms.chat.tables import (
    membership,
    mention,
    message,
    name_seen,
    pin,
    reaction,
    room,
    saved,
)
from rooms.chat.views import Access, Relation, RoomKind
from rooms.people.person import Role
from rooms.people.tables import person

_AFTER = tuple_(bindparam("after_room"), bindparam("after_seq"))

# Its name, if they may know it still: a hidden room that they are out of has none for them.
_knows = membership.alias("knows")
_NAME = case(
    (
        or_(
            room.c.access != Access.INVITE.value,
            _knows.c.standing.in_([bindparam(None, value) for value in SHOWN_STANDINGS]),
            person.c.role != Role.MEMBER.value,
        ),
        room.c.name,
    ),
    else_=null(),
).label("room_name")


def _knowing(of_user: ColumnElement[Any], of_room: ColumnElement[Any]) -> ColumnElement[bool]:
    return and_(_knows.c.user_id == of_user, _knows.c.room_id == of_room)


# A talk about how someone is goes with their data, not with that of whoever followed up.
_IS_MINE = or_(room.c.kind == RoomKind.GROUP.value, _knows.c.relation == Relation.MEMBER.value)

MESSAGES = (
    select(
        message.c.room_id,
        message.c.seq,
        _NAME,
        message.c.message_id,
        message.c.posted_at,
        message.c.edited_at,
        message.c.state,
        message.c.hidden_reason,
        message.c.reply_to,
        message.c.topics,
        message.c.warning,
        message.c.body,
    )
    .select_from(
        message.join(room, room.c.room_id == message.c.room_id)
        .join(person, person.c.user_id == message.c.author_id)
        .outerjoin(_knows, _knowing(message.c.author_id, message.c.room_id))
    )
    .where(
        message.c.author_id == bindparam("user_id"),
        tuple_(message.c.room_id, message.c.seq) > _AFTER,
        _IS_MINE,
    )
    .order_by(message.c.room_id, message.c.seq)
    .limit(bindparam("limit"))
)
REACTIONS = (
    select(reaction.c.message_id, reaction.c.reaction, _NAME)
    .select_from(
        reaction.join(message, message.c.message_id == reaction.c.message_id)
        .join(room, room.c.room_id == message.c.room_id)
        .join(person, person.c.user_id == reaction.c.user_id)
        .outerjoin(_knows, _knowing(reaction.c.user_id, message.c.room_id))
    )
    .where(
        reaction.c.user_id == bindparam("user_id"),
        tuple_(reaction.c.message_id, reaction.c.reaction)
        > tuple_(bindparam("after_message"), bindparam("after_reaction")),
        _IS_MINE,
    )
    .order_by(reaction.c.message_id, reaction.c.reaction)
    .limit(bindparam("limit"))
)
SAVED = (
    select(saved.c.room_id, saved.c.seq, _NAME, message.c.message_id)
    .select_from(
        saved.join(
            message, and_(message.c.room_id == saved.c.room_id, message.c.seq == saved.c.seq)
        )
        .join(room, room.c.room_id == saved.c.room_id)
        .join(person, person.c.user_id == saved.c.user_id)
        .outerjoin(_knows, _knowing(saved.c.user_id, saved.c.room_id))
    )
    .where(
        saved.c.user_id == bindparam("user_id"),
        tuple_(saved.c.room_id, saved.c.seq) > _AFTER,
    )
    .order_by(saved.c.room_id, saved.c.seq)
    .limit(bindparam("limit"))
)
ROOMS = (
    select(
        membership.c.room_id,
        _NAME,
        membership.c.standing,
        membership.c.relation,
        membership.c.muted_until,
        membership.c.must_ask,
        membership.c.from_seq,
        membership.c.last_read,
        membership.c.guidelines_version,
        membership.c.muted_for,
    )
    .select_from(
        membership.join(room, room.c.room_id == membership.c.room_id)
        .join(person, person.c.user_id == membership.c.user_id)
        .outerjoin(_knows, _knowing(membership.c.user_id, membership.c.room_id))
    )
    .where(
        membership.c.user_id == bindparam("user_id"),
        membership.c.room_id > bindparam("after_room"),
        _IS_MINE,
    )
    .order_by(membership.c.room_id)
    .limit(bindparam("limit"))
)
ROOMS_MADE = (
    select(room.c.room_id, _NAME)
    .select_from(
        room.join(person, person.c.user_id == room.c.creator_id).outerjoin(
            _knows, _knowing(room.c.creator_id, room.c.room_id)
        )
    )
    .where(room.c.creator_id == bindparam("user_id"), room.c.room_id > bindparam("after_room"))
    .order_by(room.c.room_id)
    .limit(bindparam("limit"))
)

# Removal ------------------------------------------------------------------------------------------

SAID_NEXT = (
    select(message.c.room_id, message.c.seq)
    .where(
        message.c.author_id == bindparam("user_id"),
        tuple_(message.c.room_id, message.c.seq) > _AFTER,
    )
    .order_by(message.c.room_id, message.c.seq)
    .limit(bindparam("limit"))
    .with_for_update()
)
_THESE = and_(
    message.c.author_id == bindparam("of_user_id"),
    tuple_(message.c.room_id, message.c.seq) > _AFTER,
    tuple_(message.c.room_id, message.c.seq)
    <= tuple_(bindparam("last_room"), bindparam("last_seq")),
)
UNMENTION_BY = delete(mention).where(
    tuple_(mention.c.room_id, mention.c.seq).in_(
        select(message.c.room_id, message.c.seq).where(_THESE)
    )
)
_SAID_THESE = select(message.c.room_id, message.c.seq).where(_THESE)
UNSAVE_BY = delete(saved).where(
    tuple_(saved.c.user_id, saved.c.room_id, saved.c.seq).in_(
        select(saved.c.user_id, saved.c.room_id, saved.c.seq)
        .where(tuple_(saved.c.room_id, saved.c.seq).in_(_SAID_THESE))
        .limit(bindparam("limit"))
    )
)
UNPIN_BY = delete(pin).where(tuple_(pin.c.room_id, pin.c.seq).in_(_SAID_THESE))
# A nonce is chosen by whoever sends it, so it goes as well; the id in its place keeps it unique.
WIPE_SAID = (
    update(message)
    .where(_THESE)
    .values(
        state="deleted",
        body="",
        folded="",
        warning=null(),
        topics="",
        links_held=0,
        mentions="",
        reactions="",
        content_hash=b"",
        nonce=message.c.message_id,
        hidden_reason=null(),
        edited_at=null(),
    )
)
GIVEN_NEXT = (
    select(reaction.c.message_id, reaction.c.reaction)
    .where(reaction.c.user_id == bindparam("user_id"))
    .order_by(reaction.c.message_id, reaction.c.reaction)
    .limit(bindparam("limit"))
)
FORGET_MENTIONED = delete(mention).where(
    tuple_(mention.c.room_id, mention.c.seq, mention.c.user_id).in_(
        select(mention.c.room_id, mention.c.seq, mention.c.user_id)
        .where(mention.c.user_id == bindparam("of_user_id"))
        .limit(bindparam("limit"))
    )
)
FORGET_SAVED = delete(saved).where(
    tuple_(saved.c.user_id, saved.c.room_id, saved.c.seq).in_(
        select(saved.c.user_id, saved.c.room_id, saved.c.seq)
        .where(saved.c.user_id == bindparam("of_user_id"))
        .limit(bindparam("limit"))
    )
)
FORGET_SEEN = delete(name_seen).where(
    tuple_(name_seen.c.room_id, name_seen.c.user_id).in_(
        select(name_seen.c.room_id, name_seen.c.user_id)
        .where(name_seen.c.user_id == bindparam("of_user_id"))
        .limit(bindparam("limit"))
    )
)
FORGET_MEMBERSHIPS = delete(membership).where(
    tuple_(membership.c.room_id, membership.c.user_id).in_(
        select(membership.c.room_id, membership.c.user_id)
        .where(membership.c.user_id == bindparam("of_user_id"))
        .limit(bindparam("limit"))
    )
)
# The room is everybody's who is in it; only what its maker's program called the request goes.
FORGET_MAKING = (
    update(room)
    .where(
        room.c.room_id.in_(
            select(room.c.room_id)
            .where(room.c.creator_id == bindparam("of_user_id"), room.c.nonce != room.c.room_id)
            .limit(bindparam("limit"))
        )
    )
    .values(nonce=room.c.room_id, content_hash=b"")
)
