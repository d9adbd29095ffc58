"""SQL for the machine's own records."""

from __future__ import annotations

from sqlalchemy import bindparam, select
from sqlalchemy.dialects.postgresql import insert

from chatserver.tables import job, journal_mark, store_fact

FACT = select(store_fact.c.value).where(store_fact.c.name == bindparam("name"))

ADD_FACT = (
    insert(store_fact)
    .values(name=bindparam("name"), value=bindparam("value"))
    .on_conflict_do_nothing()
)

_put_fact = insert(store_fact).values(name=bindparam("name"), value=bindparam("value"))
PUT_FACT = _put_fact.on_conflict_do_update(
    index_elements=["name"], set_={"value": _put_fact.excluded.value}
)

MARK = select(journal_mark.c.number).where(journal_mark.c.name == bindparam("name"))

_put_mark = insert(journal_mark).values(name=bindparam("name"), number=bindparam("number"))
PUT_MARK = _put_mark.on_conflict_do_update(
    index_elements=["name"], set_={"number": _put_mark.excluded.number}
)

DUE_JOB = select(job.c.cursor).where(
    job.c.name == bindparam("name"), job.c.due_at <= bindparam("now")
)

JOB_KNOWN = select(job.c.due_at).where(job.c.name == bindparam("name"))

JOB = select(job.c.cursor, job.c.due_at).where(job.c.name == bindparam("name"))

_put = insert(job).values(
    name=bindparam("name"), cursor=bindparam("cursor"), due_at=bindparam("due_at")
)
PUT_JOB = _put.on_conflict_do_update(
    index_elements=["name"],
    set_={"cursor": _put.excluded.cursor, "due_at": _put.excluded.due_at},
)
