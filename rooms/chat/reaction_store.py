"""Reactions in the database: statements, and nothing that decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, bindparam, delete, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.sql import tuple_

from rooms.chat.tables import membership, message, reaction, reaction_due
from rooms.chat.views import Standing
from rooms.people.blocking_store import not_apart
from rooms.people.store import is_here
from rooms.people.tables import person

if TYPE_CHECKING:
    from rooms.work import Row, Sql

GIVE = (
    insert(reaction)
    .values(
        message_id=bindparam("message_id"),
        user_id=bindparam("user_id"),
        reaction=bindparam("reaction"),
    )
    .on_conflict_do_nothing(index_elements=["message_id", "user_id", "reaction"])
)
TAKE_BACK = delete(reaction).where(
    reaction.c.message_id == bindparam("of_message_id"),
    reaction.c.user_id == bindparam("of_user_id"),
    reaction.c.reaction == bindparam("of_reaction"),
)
SET_COUNTS = (
    update(message)
    .where(message.c.message_id == bindparam("of_message_id"))
    .values(reactions=bindparam("counts"))
)
SET_REACTED = (
    update(message)
    .where(message.c.message_id == bindparam("of_message_id"))
    .values(reacted_at=bindparam("now"))
)
POSTPONE = (
    insert(reaction_due)
    .values(
        message_id=bindparam("message_id"),
        room_id=bindparam("room_id"),
        due_at=bindparam("due_at"),
    )
    .on_conflict_do_nothing(index_elements=["message_id"])
)
DUE = (
    select(reaction_due.c.room_id, reaction_due.c.message_id)
    .where(reaction_due.c.due_at <= bindparam("now"))
    .order_by(reaction_due.c.due_at)
    .limit(bindparam("limit"))
)
DONE = delete(reaction_due).where(reaction_due.c.message_id == bindparam("of_message_id"))
GIVEN = (
    select(
        reaction.c.user_id,
        reaction.c.reaction,
        person.c.handle,
        person.c.role,
        membership.c.relation,
    )
    .select_from(
        reaction.join(person, person.c.user_id == reaction.c.user_id).outerjoin(
            membership,
            and_(
                membership.c.room_id == bindparam("room_id"),
                membership.c.user_id == reaction.c.user_id,
                membership.c.standing == Standing.IN.value,
            ),
        )
    )
    .where(
        reaction.c.message_id == bindparam("message_id"),
        tuple_(reaction.c.user_id, reaction.c.reaction)
        > tuple_(bindparam("after_user"), bindparam("after_reaction")),
        not_apart(reaction.c.user_id),
        is_here(),
    )
    .order_by(reaction.c.user_id, reaction.c.reaction)
    .limit(bindparam("limit"))
)


def give(sql: Sql, message_id: str, user_id: str, name: str) -> bool:
    """Give a reaction; False when it was given before."""
    return sql.run(GIVE, message_id=message_id, user_id=user_id, reaction=name) > 0


def take_back(sql: Sql, message_id: str, user_id: str, name: str) -> bool:
    """Take a reaction back; False when there was none."""
    return sql.run(TAKE_BACK, of_message_id=message_id, of_user_id=user_id, of_reaction=name) > 0


def given(
    sql: Sql, room_id: str, message_id: str, *, viewer_id: str, after: tuple[str, str], limit: int
) -> list[Row]:
    """Who gave what, as this viewer sees it: user_id, reaction, handle, role, relation."""
    return sql.all(
        GIVEN,
        room_id=room_id,
        message_id=message_id,
        viewer_id=viewer_id,
        after_user=after[0],
        after_reaction=after[1],
        limit=limit,
    )
