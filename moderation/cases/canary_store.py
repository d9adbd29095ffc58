"""Canaries in the database: statements alone. Must never touch a case of any other kind."""

from __future__ import annotations

from sqlalchemy import bindparam, delete, select

from moderation.cases.case import Kind
from moderation.cases.tables import case, case_entry, flag
from moderation.notices.tables import notice
from rooms.people.person import State
from rooms.people.tables import person

# Whose it is matters to nobody: a case belongs to a person.
SOMEBODY = (
    select(person.c.user_id)
    .where(person.c.role != bindparam("role"), person.c.state == State.ACTIVE.value)
    .order_by(person.c.created_at, person.c.user_id)
    .limit(1)
)
CANARIES = select(case.c.case_id).where(case.c.kind == bindparam("kind")).limit(20)

_canary = (
    select(case.c.case_id)
    .where(case.c.case_id == bindparam("of_case_id"), case.c.kind == Kind.CANARY.value)
    .scalar_subquery()
)
NOTICES = delete(notice).where(notice.c.case_id.in_(_canary))
ENTRIES = delete(case_entry).where(case_entry.c.case_id.in_(_canary))
FLAGS = delete(flag).where(flag.c.case_id.in_(_canary))
CASE = delete(case).where(
    case.c.case_id == bindparam("of_case_id"), case.c.kind == bindparam("kind")
)
