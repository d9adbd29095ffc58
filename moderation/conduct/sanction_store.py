"""Bans in the database: statements, and nothing that decides."""

from __future__ import annotations

from sqlalchemy import bindparam, null, or_, select, update
from sqlalchemy.dialects.postgresql import insert

from moderation.conduct.tables import sanction
from rooms.people.tables import person

RUNNING = (
    select(sanction.c.sanction_id, sanction.c.reason, sanction.c.until)
    .where(
        sanction.c.user_id == bindparam("user_id"),
        sanction.c.kind == "ban",
        sanction.c.lifted_at.is_(None),
        or_(sanction.c.until.is_(None), sanction.c.until > bindparam("now")),
    )
    .order_by(sanction.c.given_at.desc(), sanction.c.sanction_id.desc())
    .limit(1)
)
OF = (
    select(
        sanction.c.kind,
        sanction.c.reason,
        sanction.c.given_at,
        sanction.c.until,
        sanction.c.lifted_at,
    )
    .where(sanction.c.user_id == bindparam("user_id"))
    .order_by(sanction.c.given_at.desc(), sanction.c.sanction_id.desc())
    .limit(bindparam("limit"))
)
ADD = insert(sanction).values(
    sanction_id=bindparam("sanction_id"),
    user_id=bindparam("user_id"),
    kind="ban",
    reason=bindparam("reason"),
    given_by=bindparam("given_by"),
    given_at=bindparam("now"),
    until=bindparam("until"),
    lifted_at=null(),
    lifted_by=null(),
)
LIFT = (
    update(sanction)
    .where(
        sanction.c.user_id == bindparam("of_user_id"),
        sanction.c.kind == "ban",
        sanction.c.lifted_at.is_(None),
    )
    .values(lifted_at=bindparam("now"), lifted_by=bindparam("lifter_id"))
)
SET_BANNED_UNTIL = (
    update(person)
    .where(person.c.user_id == bindparam("of_user_id"))
    .values(banned_until=bindparam("new_until"))
)
