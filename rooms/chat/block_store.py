"""Whose name someone can see, in the database: statements, and nothing that decides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, and_, bindparam, case, exists, or_, select, true
from sqlalchemy.sql import tuple_

from rooms.chat.tables import membership, message, name_seen
from rooms.chat.views import Relation, Standing
from rooms.people.person import Role
from rooms.people.store import is_here
from rooms.people.tables import block, person

if TYPE_CHECKING:
    from rooms.work import Row, Sql

_MINE = membership.alias("mine")
_keeps = _MINE.c.relation == Relation.FACILITATOR.value


def _after_coming(seq: ColumnElement[Any]) -> ColumnElement[bool]:
    """Where the reader's reading has begun: whoever keeps a room reads it from its start."""
    return or_(_keeps, seq > _MINE.c.from_seq)


def _of_both(*conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    """Anything about the person asked for, in the room asked about."""
    return exists().where(*conditions).correlate(_MINE, person)


def _met(of_said: ColumnElement[bool]) -> ColumnElement[bool]:
    """A person whose name `:user_id` can see in a room that they are in, blocks apart."""
    on_roster = _of_both(
        membership.c.room_id == _MINE.c.room_id,
        membership.c.user_id == person.c.user_id,
        or_(
            and_(
                membership.c.standing == Standing.IN.value,
                or_(
                    person.c.visible == 1,
                    person.c.role == Role.MODERATOR.value,
                    membership.c.relation == Relation.FACILITATOR.value,
                ),
            ),
            and_(_keeps, or_(*(membership.c.standing == each.value for each in Standing))),
        ),
    )
    said = _of_both(
        message.c.author_id == person.c.user_id,
        message.c.room_id == _MINE.c.room_id,
        _after_coming(message.c.seq),
        of_said,
    )
    named = _of_both(
        name_seen.c.user_id == person.c.user_id,
        name_seen.c.room_id == _MINE.c.room_id,
        _after_coming(name_seen.c.seq),
    )
    in_a_room = exists().where(
        _MINE.c.user_id == bindparam("user_id"),
        _MINE.c.standing == Standing.IN.value,
        or_(on_roster, said, named),
    )
    return in_a_room.correlate(person)


# A tombstone counts: who takes their words back at once is not out of reach by that.
MET = select(person.c.user_id).where(
    person.c.user_id == bindparam("other_id"), is_here(), _met(true())
)

_blocks_me = block.alias("blocks_me")
# Whoever never took another name goes by the one under which they were blocked.
_is_named = or_(
    bindparam("everyone") == 1,
    person.c.renamed_at.is_(None),
    and_(
        _met(message.c.state == "posted"),
        ~exists().where(
            _blocks_me.c.blocker_id == person.c.user_id,
            _blocks_me.c.blocked_id == bindparam("user_id"),
        ),
    ),
)
_listed = (
    select(
        person.c.user_id,
        case((_is_named, 0), else_=1).label("nameless"),
        person.c.handle,
        person.c.handle_key,
        person.c.role,
    )
    .select_from(block.join(person, person.c.user_id == block.c.blocked_id))
    .where(block.c.blocker_id == bindparam("user_id"), is_here())
    .subquery("listed")
)
# Not even the place in the order tells a name that is not shown.
_place = tuple_(
    _listed.c.nameless,
    case((_listed.c.nameless == 0, _listed.c.handle_key), else_=""),
    _listed.c.user_id,
)
LISTED = (
    select(
        _listed.c.user_id,
        _listed.c.nameless,
        _listed.c.handle,
        case((_listed.c.nameless == 0, _listed.c.handle_key), else_="").label("place"),
        _listed.c.role,
    )
    .where(
        _place
        > tuple_(bindparam("after_nameless"), bindparam("after_place"), bindparam("after_id"))
    )
    .order_by("nameless", "place", _listed.c.user_id)
    .limit(bindparam("limit"))
)


def has_met(sql: Sql, user_id: str, other_id: str) -> bool:
    """Whether someone can or could see the other's name in a room, whoever blocks whom."""
    return sql.one(MET, user_id=user_id, other_id=other_id) is not None


def listed(
    sql: Sql, user_id: str, *, everyone: bool, after: tuple[int, str, str], limit: int
) -> list[Row]:
    """Whom someone blocks: user_id, whether without a name, handle, place in the order, role."""
    nameless, place, other_id = after
    return sql.all(
        LISTED,
        user_id=user_id,
        everyone=int(everyone),
        after_nameless=nameless,
        after_place=place,
        after_id=other_id,
        limit=limit,
    )
