"""Cases of someone who leaves, and what of a case is past its term: statements alone."""

from __future__ import annotations

from sqlalchemy import and_, bindparam, delete, exists, or_, select, update
from sqlalchemy.sql import tuple_

from moderation.cases.tables import case, case_entry, flag
from rooms.people.person import State
from rooms.people.tables import person

# Removal ------------------------------------------------------------------------------------------

_closed_of = (
    select(case.c.case_id)
    .where(case.c.member_id == bindparam("of_user_id"), case.c.runs.is_(None))
    .scalar_subquery()
)
FORGET_ENTRIES = delete(case_entry).where(
    tuple_(case_entry.c.case_id, case_entry.c.number).in_(
        select(case_entry.c.case_id, case_entry.c.number)
        .where(case_entry.c.case_id.in_(_closed_of))
        .limit(bindparam("limit"))
    )
)
FORGET_FLAGS = delete(flag).where(
    flag.c.flag_id.in_(
        select(flag.c.flag_id).where(flag.c.case_id.in_(_closed_of)).limit(bindparam("limit"))
    )
)
FORGET_CASES = delete(case).where(
    case.c.case_id.in_(
        select(case.c.case_id)
        .where(case.c.member_id == bindparam("of_user_id"), case.c.runs.is_(None))
        .limit(bindparam("limit"))
    )
)
# A reason that they gave stays one: by nobody.
FORGET_RAISING = (
    update(flag)
    .where(
        flag.c.flag_id.in_(
            select(flag.c.flag_id)
            .where(flag.c.raised_by == bindparam("of_user_id"))
            .limit(bindparam("limit"))
        )
    )
    .values(raised_by=None)
)

TALKS_OF = (
    select(case.c.room_id)
    .where(
        case.c.member_id == bindparam("user_id"), case.c.runs.is_(None), case.c.room_id.is_not(None)
    )
    .order_by(case.c.room_id)
    .limit(bindparam("limit"))
)
FORGET_TALK = update(case).where(case.c.room_id == bindparam("of_room_id")).values(room_id=None)

# Terms --------------------------------------------------------------------------------------------

_is_over = or_(
    and_(case.c.runs.is_(None), case.c.resolved_at <= bindparam("resolved_before")),
    and_(case.c.runs == 1, case.c.opened_at <= bindparam("opened_before")),
)
TALKS_OVER = (
    select(case.c.room_id)
    .where(
        case.c.runs.is_(None),
        case.c.resolved_at <= bindparam("resolved_before"),
        case.c.room_id.is_not(None),
        # Somebody will ask again, and then it goes on.
        case.c.follow_up_at.is_(None),
    )
    .order_by(case.c.room_id)
    .limit(bindparam("limit"))
)
FORGET_WORDS = (
    update(flag)
    .where(
        flag.c.flag_id.in_(
            select(flag.c.flag_id)
            .select_from(flag.join(case, case.c.case_id == flag.c.case_id))
            .where(_is_over, or_(flag.c.body != "", flag.c.warning.is_not(None)))
            .limit(bindparam("limit"))
        )
    )
    .values(body="", warning=None)
)
FORGET_NOTES = (
    update(case_entry)
    .where(
        tuple_(case_entry.c.case_id, case_entry.c.number).in_(
            select(case_entry.c.case_id, case_entry.c.number)
            .select_from(case_entry.join(case, case.c.case_id == case_entry.c.case_id))
            .where(_is_over, case_entry.c.note.is_not(None))
            .limit(bindparam("limit"))
        )
    )
    .values(note=None)
)
# Whose case went on while they were removed: it goes with its term.
ERASED = (
    select(case.c.member_id)
    .distinct()
    .where(
        case.c.runs.is_(None),
        case.c.resolved_at <= bindparam("resolved_before"),
        exists().where(person.c.user_id == case.c.member_id, person.c.state == State.ERASED.value),
    )
    .limit(bindparam("limit"))
)
