"""SQL for exports and their parts."""

from __future__ import annotations

from sqlalchemy import bindparam, delete, func, or_, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.sql import tuple_

from web.accounts.tables import export, export_part

DONE = "done"

_new = insert(export).values(
    export_id=bindparam("export_id"),
    user_id=bindparam("user_id"),
    asked_at=bindparam("now"),
    step=bindparam("step"),
    cursor="",
    expires_at=bindparam("expires_at"),
)
ADD = _new.on_conflict_do_nothing(index_elements=["user_id"])
AGAIN = (
    update(export)
    .where(export.c.export_id == bindparam("of_export"))
    .values(
        asked_at=bindparam("now"),
        step=bindparam("new_step"),
        cursor="",
        expires_at=bindparam("new_expires_at"),
    )
)
_COLUMNS = (export.c.export_id, export.c.asked_at, export.c.step, export.c.expires_at)
OF = select(*_COLUMNS).where(export.c.user_id == bindparam("user_id"))
LOCK_OF = OF.with_for_update()
COUNT_PARTS = (
    select(func.count())
    .select_from(export_part)
    .where(export_part.c.export_id == bindparam("export_id"))
)
NEXT_DUE = (
    select(export.c.export_id)
    .where(
        or_(export.c.step != DONE, export.c.expires_at <= bindparam("now")),
        export.c.export_id > bindparam("after"),
    )
    .order_by(export.c.export_id)
    .limit(1)
)
LOCK = (
    select(export.c.user_id, export.c.step, export.c.cursor, export.c.expires_at)
    .where(export.c.export_id == bindparam("export_id"))
    .with_for_update()
)
REACHED = (
    update(export)
    .where(export.c.export_id == bindparam("of_export"))
    .values(step=bindparam("new_step"), cursor=bindparam("new_cursor"))
)
ADD_PART = insert(export_part).values(
    export_id=bindparam("export_id"),
    part_no=bindparam("part_no"),
    section=bindparam("section"),
    items=bindparam("items"),
)
PART = (
    select(export_part.c.section, export_part.c["items"])
    .select_from(export_part.join(export, export.c.export_id == export_part.c.export_id))
    .where(
        export_part.c.export_id == bindparam("export_id"),
        export_part.c.part_no == bindparam("part_no"),
        export.c.user_id == bindparam("user_id"),
        export.c.expires_at > bindparam("now"),
    )
)
FORGET_PARTS = delete(export_part).where(
    tuple_(export_part.c.export_id, export_part.c.part_no).in_(
        select(export_part.c.export_id, export_part.c.part_no)
        .where(export_part.c.export_id == bindparam("of_export"))
        .limit(bindparam("limit"))
    )
)
FORGET = delete(export).where(export.c.export_id == bindparam("of_export"))
