"""A person's own rows for their export, and their removal: statements, and nothing that decides."""

from __future__ import annotations

from sqlalchemy import bindparam, delete, literal, null, or_, select, update
from sqlalchemy.sql import tuple_

from rooms.people.person import Role, State
from rooms.people.tables import block, person

ACCOUNT = select(
    person.c.role,
    person.c.visible,
    person.c.reading,
    person.c.banned_until,
    person.c.renamed_at,
    person.c.created_at,
).where(person.c.user_id == bindparam("user_id"))
BLOCKED = (
    select(block.c.blocked_id)
    .where(block.c.blocker_id == bindparam("user_id"), block.c.blocked_id > bindparam("after"))
    .order_by(block.c.blocked_id)
    .limit(bindparam("limit"))
)
FORGET_BLOCKS = delete(block).where(
    tuple_(block.c.blocker_id, block.c.blocked_id).in_(
        select(block.c.blocker_id, block.c.blocked_id)
        .where(
            or_(
                block.c.blocker_id == bindparam("of_user_id"),
                block.c.blocked_id == bindparam("of_user_id"),
            )
        )
        .limit(bindparam("limit"))
    )
)
# What stays of a person: an id that tombstones and kept reports can point to.
EMPTY = (
    update(person)
    .where(person.c.user_id == bindparam("of_user_id"))
    .values(
        handle="",
        # Of no form that a name can have, and nobody else's.
        handle_key=literal("erased:").concat(bindparam("of_user_id")),
        role=Role.MEMBER.value,
        visible=0,
        reading=0,
        state=State.ERASED.value,
        banned_until=null(),
        renamed_at=null(),
        vouched_at=null(),
        created_at=0,
    )
)
