"""SQL for second factors."""

from __future__ import annotations

from sqlalchemy import bindparam, delete, null, select, update
from sqlalchemy.dialects.postgresql import insert

from web.accounts.tables import second_factor

OFFER = (
    insert(second_factor)
    .values(
        user_id=bindparam("user_id"),
        secret="",
        confirmed_at=null(),
        last_step=0,
        offered=bindparam("offered"),
        offered_at=bindparam("now"),
    )
    .on_conflict_do_update(
        index_elements=["user_id"],
        set_={"offered": bindparam("offered_anew"), "offered_at": bindparam("now_anew")},
    )
)

LOCK = (
    select(second_factor.c.secret, second_factor.c.confirmed_at, second_factor.c.last_step)
    .where(second_factor.c.user_id == bindparam("user_id"))
    .with_for_update()
)

OFFERED = select(second_factor.c.offered).where(
    second_factor.c.user_id == bindparam("user_id"),
    second_factor.c.offered_at > bindparam("offered_after"),
)
LOCK_OFFERED = OFFERED.with_for_update()

CONFIRM = (
    update(second_factor)
    .where(second_factor.c.user_id == bindparam("of_user"))
    .values(
        secret=second_factor.c.offered,
        offered=null(),
        offered_at=null(),
        confirmed_at=bindparam("now"),
        last_step=bindparam("step"),
    )
)

USE_STEP = (
    update(second_factor)
    .where(second_factor.c.user_id == bindparam("of_user"))
    .values(last_step=bindparam("step"))
)

CONFIRMED = select(second_factor.c.confirmed_at).where(
    second_factor.c.user_id == bindparam("user_id"), second_factor.c.confirmed_at.is_not(None)
)

DROP = delete(second_factor).where(second_factor.c.user_id == bindparam("of_user"))
