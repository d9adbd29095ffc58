"""Memberships in the database: statements, and nothing that decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, func, or_, select, true, update
from sqlalchemy.dialects.postgresql import insert

from rooms.chat.room_store import MINE, VIEW
from rooms.chat.rows import Listed, Member
from rooms.chat.tables import membership, mention, message, room
from rooms.chat.views import Relation, RoomKind, Standing
from rooms.people import blocking_store
from rooms.people.blocking_store import not_apart
from rooms.people.person import Role
from rooms.people.store import is_here
from rooms.people.tables import person

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, ScalarSelect

    from rooms.work import Row, Sql

GONE = "gone"
"""Not in the room, but remembered: put out once, or with a mute that is still running."""

_IN = Standing.IN.value
_is_group = room.c.kind == RoomKind.GROUP.value
"""A talk of two is no room to be counted."""
_KEY = (
    membership.c.room_id == bindparam("of_room_id"),
    membership.c.user_id == bindparam("of_user_id"),
)

FIND = select(
    membership.c.user_id,
    membership.c.standing,
    membership.c.relation,
    membership.c.from_seq,
    membership.c.muted_until,
    membership.c.last_read,
    membership.c.must_ask,
    membership.c.muted_for,
).where(*_KEY)
ACCEPTED = select(membership.c.guidelines_version).where(*_KEY)
_NEW = insert(membership).values(
    room_id=bindparam("room_id"),
    user_id=bindparam("user_id"),
    standing=bindparam("standing"),
    relation=bindparam("relation"),
    from_seq=bindparam("from_seq"),
    muted_until=bindparam("muted_until"),
    last_read=bindparam("last_read"),
    posts_read=bindparam("posts_read"),
    guidelines_version=bindparam("guidelines_version"),
    must_ask=bindparam("must_ask"),
    muted_for=bindparam("muted_for"),
)
PUT = _NEW.on_conflict_do_update(
    index_elements=["room_id", "user_id"],
    set_={
        name: _NEW.excluded[name]
        for name in (
            "standing",
            "relation",
            "from_seq",
            "muted_until",
            "last_read",
            "posts_read",
            "guidelines_version",
            "must_ask",
            "muted_for",
        )
    },
)
DELETE = delete(membership).where(*_KEY)
SET_GONE = (
    update(membership)
    .where(*_KEY)
    .values(standing=GONE, relation=Relation.MEMBER.value, must_ask=bindparam("new_must_ask"))
)
MAY_ENTER = update(membership).where(*_KEY).values(must_ask=0)
SET_RELATION = update(membership).where(*_KEY).values(relation=bindparam("new_relation"))
SET_MUTED = (
    update(membership)
    .where(*_KEY)
    .values(muted_until=bindparam("new_muted_until"), muted_for=bindparam("new_muted_for"))
)
SET_READ = (
    update(membership)
    .where(*_KEY, membership.c.standing == _IN, membership.c.last_read < bindparam("seq"))
    .values(last_read=bindparam("seq"), posts_read=bindparam("new_posts_read"))
)
SET_READ_BACK = (
    update(membership)
    .where(*_KEY, membership.c.standing == _IN)
    .values(last_read=bindparam("seq"), posts_read=bindparam("new_posts_read"))
)


def _of_its_room(column: ColumnElement[int]) -> ScalarSelect[int]:
    return (
        select(column)
        .where(room.c.room_id == membership.c.room_id)
        .correlate(membership)
        .scalar_subquery()
    )


ALL_READ = (
    update(membership)
    .where(
        membership.c.user_id == bindparam("of_user_id"),
        membership.c.standing == _IN,
        membership.c.last_read < _of_its_room(room.c.last_seq),
    )
    .values(last_read=_of_its_room(room.c.last_seq), posts_read=_of_its_room(room.c.posts))
)
COUNT_ROOMS = (
    select(func.count())
    .select_from(membership.join(room, room.c.room_id == membership.c.room_id))
    .where(
        membership.c.user_id == bindparam("user_id"),
        or_(
            membership.c.standing == _IN,
            membership.c.standing == Standing.WAITING.value,
        ),
        _is_group,
    )
)
RUNS_A_ROOM = (
    select(membership.c.room_id)
    .select_from(membership.join(room, room.c.room_id == membership.c.room_id))
    .where(
        membership.c.user_id == bindparam("user_id"),
        membership.c.standing == _IN,
        membership.c.relation == Relation.FACILITATOR.value,
        _is_group,
    )
    .limit(1)
)
_of_person = membership.join(person, person.c.user_id == membership.c.user_id)
# Two are enough to know: whether anyone else is in, whether anyone else keeps the room.
OTHERS_IN = (
    select(membership.c.relation)
    .select_from(_of_person)
    .where(
        membership.c.room_id == bindparam("room_id"),
        membership.c.user_id != bindparam("user_id"),
        membership.c.standing == _IN,
        is_here(),
    )
    .limit(1)
)
OTHER_FACILITATOR = OTHERS_IN.where(membership.c.relation == Relation.FACILITATOR.value)
COUNT_IN = (
    select(func.count())
    .select_from(_of_person)
    .where(membership.c.room_id == bindparam("room_id"), membership.c.standing == _IN, is_here())
)
_LISTED = (
    person.c.user_id,
    person.c.handle,
    person.c.handle_key,
    person.c.role,
    person.c.visible,
    membership.c.standing,
    membership.c.relation,
    membership.c.muted_until,
)
_ROSTER = select(*_LISTED).select_from(_of_person).where(is_here())
LISTED_ONE = _ROSTER.where(*_KEY)
EVERYONE = (
    _ROSTER.where(
        membership.c.room_id == bindparam("room_id"),
        or_(*(membership.c.standing == standing.value for standing in Standing)),
        person.c.handle_key > bindparam("after"),
    )
    .order_by(person.c.handle_key)
    .limit(bindparam("limit"))
)
THE_SHOWN = EVERYONE.where(
    membership.c.standing == _IN, person.c.visible == 1, not_apart(person.c.user_id)
)
STAFF = (
    _ROSTER.where(
        membership.c.room_id == bindparam("room_id"),
        membership.c.standing == _IN,
        or_(
            membership.c.relation == Relation.FACILITATOR.value,
            person.c.role == Role.MODERATOR.value,
        ),
    )
    .order_by(person.c.handle_key)
    .limit(bindparam("limit"))
)
WAITS_AT = (
    select(membership.c.room_id)
    .where(
        membership.c.user_id == bindparam("user_id"),
        membership.c.standing == Standing.WAITING.value,
    )
    .order_by(membership.c.room_id)
    .limit(bindparam("limit"))
)
ROOMS_OF = (
    select(membership.c.room_id, membership.c.relation, room.c.kind)
    .select_from(_of_person.join(room, room.c.room_id == membership.c.room_id))
    .where(
        membership.c.user_id == bindparam("user_id"),
        membership.c.standing == _IN,
        or_(person.c.role != Role.ADMIN.value, room.c.kind == RoomKind.SUPPORT.value),
    )
    .order_by(membership.c.room_id)
    .limit(bindparam("limit"))
)
MY_ROOMS = (
    select(
        *VIEW,
        *MINE,
        room.c.last_seq,
        room.c.posts,
        membership.c.posts_read,
        room.c.names_version,
    )
    .select_from(membership.join(room, room.c.room_id == membership.c.room_id))
    .where(
        membership.c.user_id == bindparam("user_id"),
        or_(*(membership.c.standing == standing.value for standing in Standing)),
    )
    .order_by(room.c.name_key, room.c.room_id)
    .limit(bindparam("limit"))
)
# Unread, and by someone who is still here.
MY_MENTIONS = (
    select(mention.c.room_id, func.count())
    .select_from(
        mention.join(
            membership,
            (membership.c.room_id == mention.c.room_id)
            & (membership.c.user_id == mention.c.user_id),
        )
        .join(
            message,
            (message.c.room_id == mention.c.room_id) & (message.c.seq == mention.c.seq),
        )
        .join(person, person.c.user_id == message.c.author_id)
    )
    .where(
        mention.c.user_id == bindparam("user_id"),
        mention.c.seq > membership.c.last_read,
        is_here(),
    )
    .group_by(mention.c.room_id)
)
# The same for whoever is kept apart from someone: no mention by them counts.
MY_MENTIONS_APART = MY_MENTIONS.where(not_apart(message.c.author_id))
_apart = blocking_store.around("apart", bindparam("people"))
# Posts of those from whom someone is kept apart, after their read mark in each room: person by
# person, so that it is looked up and not read through, however much there is unread.
_theirs = (
    select(func.count())
    .select_from(message)
    .where(
        message.c.author_id == _apart.c.other_id,
        message.c.room_id == membership.c.room_id,
        message.c.seq > membership.c.last_read,
    )
    .correlate(membership, _apart)
    .scalar_subquery()
)
UNSEEN_POSTS = (
    select(membership.c.room_id, func.sum(_theirs))
    .select_from(membership.join(room, room.c.room_id == membership.c.room_id).join(_apart, true()))
    .where(
        membership.c.user_id == bindparam("user_id"),
        membership.c.standing == _IN,
        room.c.last_seq > membership.c.last_read,
        _is_group,
    )
    .group_by(membership.c.room_id)
)
# Only rooms that someone is in, which are few; within each, its own rows alone are read.
_ASKING = membership.alias("asking")
WAITING_AT = (
    select(_ASKING.c.room_id, func.count())
    .select_from(
        membership.join(_ASKING, _ASKING.c.room_id == membership.c.room_id).join(
            person, person.c.user_id == _ASKING.c.user_id
        )
    )
    .where(
        membership.c.user_id == bindparam("user_id"),
        membership.c.standing == _IN,
        _ASKING.c.standing == Standing.WAITING.value,
        is_here(),
    )
    .group_by(_ASKING.c.room_id)
)
FORGET_MENTIONS = delete(mention).where(
    mention.c.user_id == bindparam("of_user_id"),
    mention.c.room_id == bindparam("of_room_id"),
    mention.c.seq <= bindparam("seq"),
)
FORGET_ALL_MENTIONS = delete(mention).where(mention.c.user_id == bindparam("of_user_id"))


def find(sql: Sql, room_id: str, user_id: str) -> Member | None:
    """What someone is to a room, if anything."""
    row = sql.one(FIND, of_room_id=room_id, of_user_id=user_id)
    return None if row is None else Member._make(row)


def put(
    sql: Sql,
    room_id: str,
    member: Member,
    *,
    posts_read: int,
    guidelines_version: int,
) -> None:
    """What someone is to a room from now on."""
    sql.run(
        PUT,
        room_id=room_id,
        user_id=member.user_id,
        standing=member.standing,
        relation=member.relation,
        from_seq=member.from_seq,
        muted_until=member.muted_until,
        last_read=member.last_read,
        posts_read=posts_read,
        guidelines_version=guidelines_version,
        must_ask=member.must_ask,
        muted_for=member.muted_for,
    )


def set_read(sql: Sql, room_id: str, user_id: str, seq: int, posts_read: int) -> bool:
    """Everything up to `seq` is read; False if more already was."""
    changed = sql.run(
        SET_READ, of_room_id=room_id, of_user_id=user_id, seq=seq, new_posts_read=posts_read
    )
    return changed > 0


def listed(sql: Sql, room_id: str, user_id: str) -> Listed | None:
    """Someone as they stand on the roster, whatever their standing."""
    row = sql.one(LISTED_ONE, of_room_id=room_id, of_user_id=user_id)
    return None if row is None else Listed._make(row)


def is_alone(sql: Sql, room_id: str, user_id: str) -> bool:
    """True when nobody else is in."""
    return sql.one(OTHERS_IN, room_id=room_id, user_id=user_id) is None


def keeps_alone(sql: Sql, room_id: str, user_id: str) -> bool:
    """True when nobody else in it is a facilitator."""
    return sql.one(OTHER_FACILITATOR, room_id=room_id, user_id=user_id) is None


def runs_a_room(sql: Sql, user_id: str) -> bool:
    """True for a facilitator of any room."""
    return sql.one(RUNS_A_ROOM, user_id=user_id) is not None


def count(row: Row | None) -> int:
    """The number that a counting statement found."""
    return 0 if row is None else int(row[0])
