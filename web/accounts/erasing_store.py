"""SQL for who is leaving, until when they can take it back, and how far the removal has come."""

from __future__ import annotations

from sqlalchemy import bindparam, delete, select, update
from sqlalchemy.dialects.postgresql import insert

from web.accounts.tables import erasure

_new = insert(erasure).values(
    user_id=bindparam("user_id"),
    due_at=bindparam("due_at"),
    state_before=bindparam("state_before"),
    step="",
)
# Asked for again, it is only ever due sooner.
ADD = _new.on_conflict_do_update(
    index_elements=["user_id"],
    set_={"due_at": _new.excluded.due_at},
    where=erasure.c.due_at > _new.excluded.due_at,
)
OF = (
    select(erasure.c.due_at, erasure.c.step, erasure.c.state_before)
    .where(erasure.c.user_id == bindparam("user_id"))
    .with_for_update()
)
UNTIL = select(erasure.c.due_at).where(erasure.c.user_id == bindparam("user_id"))
# For someone who took it back and asked once more; a removal that has begun is put off by nothing.
PUT_OFF = (
    update(erasure)
    .where(
        erasure.c.user_id == bindparam("of_user_id"),
        erasure.c.due_at != bindparam("new_due_at"),
        erasure.c.step == "",
    )
    .values(due_at=bindparam("new_due_at"))
)
NEXT_DUE = (
    select(erasure.c.user_id)
    .where(erasure.c.due_at <= bindparam("now"), erasure.c.user_id > bindparam("after"))
    .order_by(erasure.c.user_id)
    .limit(1)
)
DUE = (
    select(erasure.c.step)
    .where(erasure.c.user_id == bindparam("user_id"), erasure.c.due_at <= bindparam("now"))
    .with_for_update()
)
REACHED = (
    update(erasure)
    .where(erasure.c.user_id == bindparam("of_user_id"))
    .values(step=bindparam("new_step"))
)
DONE = delete(erasure).where(erasure.c.user_id == bindparam("of_user_id"))
