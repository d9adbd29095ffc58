"""Who is on staff, and who waits at the door, in the database: statements, nothing that decides."""

from __future__ import annotations

from sqlalchemy import bindparam, case, exists, func, or_, select

from moderation.conduct.tables import report
from rooms.people.person import Role, State
from rooms.people.tables import person
from web.accounts.tables import second_factor

_confirmed = exists().where(
    second_factor.c.user_id == person.c.user_id, second_factor.c.confirmed_at.is_not(None)
)
# Administrators first.
STAFF = (
    select(
        person.c.user_id,
        person.c.handle,
        person.c.role,
        person.c.state,
        person.c.banned_until,
        case((_confirmed, 1), else_=0),
    )
    .where(
        person.c.role != Role.MEMBER.value,
        person.c.state != State.ERASING.value,
        person.c.state != State.ERASED.value,
    )
    .order_by(person.c.role, person.c.handle_key)
    .limit(bindparam("limit"))
)
# Moderators whose powers work.
WORKING = (
    select(person.c.user_id)
    .where(
        person.c.role == Role.MODERATOR.value,
        person.c.state == State.ACTIVE.value,
        or_(person.c.banned_until.is_(None), person.c.banned_until <= bindparam("now")),
        _confirmed,
    )
    .order_by(person.c.user_id)
    .limit(bindparam("limit"))
)
# Whoever may decide about people, and whose powers work.
DECIDING = (
    select(person.c.user_id)
    .where(
        person.c.role != Role.MEMBER.value,
        person.c.state == State.ACTIVE.value,
        or_(person.c.banned_until.is_(None), person.c.banned_until <= bindparam("now")),
        _confirmed,
    )
    .order_by(person.c.user_id)
    .limit(bindparam("limit"))
)
# Whoever waits longest comes first.
WAITING = (
    select(person.c.user_id, person.c.handle, person.c.created_at)
    .where(person.c.state == State.WAITING.value)
    .order_by(person.c.created_at, person.c.user_id)
    .limit(bindparam("limit"))
)
# Reports are for moderators whose powers work, and never for the person whom they are about.
_somebody_sees = exists().where(
    person.c.user_id != report.c.author_id,
    person.c.role == Role.MODERATOR.value,
    person.c.state == State.ACTIVE.value,
    or_(person.c.banned_until.is_(None), person.c.banned_until <= bindparam("now")),
    _confirmed,
)
_unseen = (
    select(report.c.report_id)
    .where(report.c.closed_at.is_(None), ~_somebody_sees)
    .limit(bindparam("limit"))
    .subquery()
)
UNSEEN_REPORTS = select(func.count()).select_from(_unseen)
FOUND = select(
    person.c.user_id, person.c.handle, person.c.role, person.c.state, person.c.banned_until
).where(person.c.handle_key == bindparam("handle_key"))
