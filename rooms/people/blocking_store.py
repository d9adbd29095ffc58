"""Who wants nothing of whom, in the database: statements, and nothing that decides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    ColumnElement,
    and_,
    bindparam,
    delete,
    exists,
    or_,
    select,
    union,
)
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.sql import tuple_

from rooms.people.tables import block

if TYPE_CHECKING:
    from sqlalchemy import BindParameter, Subquery

PUT = (
    insert(block)
    .values(blocker_id=bindparam("blocker_id"), blocked_id=bindparam("blocked_id"))
    .on_conflict_do_nothing(index_elements=["blocker_id", "blocked_id"])
)
DROP = delete(block).where(
    block.c.blocker_id == bindparam("of_blocker_id"),
    block.c.blocked_id == bindparam("of_blocked_id"),
)
MINE = (
    select(block.c.blocked_id)
    .where(block.c.blocker_id == bindparam("user_id"))
    .order_by(block.c.blocked_id)
    .limit(bindparam("limit"))
)
_both_ways = union(
    select(block.c.blocked_id.label("other_id")).where(block.c.blocker_id == bindparam("user_id")),
    select(block.c.blocker_id.label("other_id")).where(block.c.blocked_id == bindparam("user_id")),
)
AROUND = _both_ways.limit(bindparam("limit"))
APART = (
    select(block.c.blocker_id)
    .where(
        or_(
            and_(
                block.c.blocker_id == bindparam("user_id"),
                block.c.blocked_id == bindparam("other_id"),
            ),
            and_(
                block.c.blocker_id == bindparam("other_id"),
                block.c.blocked_id == bindparam("user_id"),
            ),
        )
    )
    .limit(1)
)
EVERYONE = (
    select(block.c.blocker_id, block.c.blocked_id)
    .where(
        tuple_(block.c.blocker_id, block.c.blocked_id)
        > tuple_(bindparam("after_blocker"), bindparam("after_blocked"))
    )
    .order_by(block.c.blocker_id, block.c.blocked_id)
    .limit(bindparam("limit"))
)


def around(name: str, limit: BindParameter[int]) -> Subquery:
    """Everyone kept apart from `:user_id`, either way, to join with: its column is `other_id`."""
    return _both_ways.limit(limit).subquery(name)


def not_apart(person_id: ColumnElement[Any]) -> ColumnElement[bool]:
    """True for whoever is not kept apart from `:viewer_id`; '' is a viewer who sees everyone."""
    return and_(
        ~exists().where(
            block.c.blocker_id == bindparam("viewer_id"), block.c.blocked_id == person_id
        ),
        ~exists().where(
            block.c.blocker_id == person_id, block.c.blocked_id == bindparam("viewer_id")
        ),
    )
