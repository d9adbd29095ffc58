"""The audit log in the database: statements that add and read, and none that changes."""

from __future__ import annotations

from sqlalchemy import bindparam, or_, select
from sqlalchemy.dialects.postgresql import insert

from moderation.cases.states import Kind
from moderation.cases.tables import case, flag
from moderation.conduct.tables import audit_entry, report

_SHOWN = (
    audit_entry.c.number,
    audit_entry.c.at,
    audit_entry.c.actor_id,
    audit_entry.c.action,
    audit_entry.c.about,
    audit_entry.c.detail,
)

# Whoever adds an entry locks the newest one first: the chain has one end.
NEWEST = (
    select(audit_entry.c.number, audit_entry.c.hash)
    .order_by(audit_entry.c.number.desc())
    .limit(1)
    .with_for_update()
)
ADD = insert(audit_entry).values(
    number=bindparam("number"),
    at=bindparam("now"),
    actor_id=bindparam("actor_id"),
    action=bindparam("action"),
    about=bindparam("about"),
    detail=bindparam("detail"),
    previous=bindparam("previous"),
    hash=bindparam("hash"),
)
CHAIN = (
    select(*_SHOWN, audit_entry.c.previous, audit_entry.c.hash)
    .where(audit_entry.c.number > bindparam("after"))
    .order_by(audit_entry.c.number)
    .limit(bindparam("limit"))
)
_newest_of_actor = (
    select(*_SHOWN)
    .where(audit_entry.c.actor_id == bindparam("actor_id"))
    .order_by(audit_entry.c.number.desc())
    .limit(bindparam("among"))
    .subquery()
)
DID_LATELY = (
    select(_newest_of_actor.c.number)
    .where(
        _newest_of_actor.c.action == bindparam("action"),
        _newest_of_actor.c.about == bindparam("about"),
        _newest_of_actor.c.at > bindparam("since"),
    )
    .limit(1)
)
_cases_about_reader = select(case.c.case_id).where(
    case.c.member_id == bindparam("reader_id"), case.c.kind == Kind.REAL.value
)
_about_reader = or_(
    audit_entry.c.about == bindparam("reader_id"),
    audit_entry.c.about.in_(_cases_about_reader),
    audit_entry.c.about.in_(select(flag.c.flag_id).where(flag.c.case_id.in_(_cases_about_reader))),
    audit_entry.c.about.in_(
        select(report.c.report_id).where(report.c.author_id == bindparam("reader_id"))
    ),
)
# Newest first. Nobody reads here what others did about them, nor that there is a case or a report
# about them; what they did themselves they know.
ALL = (
    select(*_SHOWN)
    .where(
        audit_entry.c.number < bindparam("before"),
        or_(~_about_reader, audit_entry.c.actor_id == bindparam("reader_id")),
    )
    .order_by(audit_entry.c.number.desc())
    .limit(bindparam("limit"))
)
OWN = (
    select(*_SHOWN)
    .where(
        audit_entry.c.number < bindparam("before"),
        audit_entry.c.actor_id == bindparam("reader_id"),
    )
    .order_by(audit_entry.c.number.desc())
    .limit(bindparam("limit"))
)
