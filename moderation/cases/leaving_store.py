"""Cases of someone who leaves, and what of a case is past its term: statements alone."""

from __future__ import annotations

from sqlalchemy import ColumnElement, and_, bindparam, delete, exists, or_, select, update
from sqlalchemy.sql import tuple_

from moderation.cases.tables import card, case, case_entry, concern, flag
from rooms.people.person import State
from rooms.people.tables import person

CONCERNS = (
    select(concern.c.at, concern.c.concern_id, concern.c.message_id, concern.c.heard_at)
    .where(
        concern.c.person_id == bindparam("user_id"),
        tuple_(concern.c.at, concern.c.concern_id)
        > tuple_(bindparam("after_at"), bindparam("after_id")),
    )
    .order_by(concern.c.at, concern.c.concern_id)
    .limit(bindparam("limit"))
)

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
FORGET_CARDS = delete(card).where(
    card.c.case_id.in_(
        select(card.c.case_id).where(card.c.case_id.in_(_closed_of)).limit(bindparam("limit"))
    )
)
# What they wrote when they worried about others; that somebody did stays.
FORGET_WORRYING = (
    update(case_entry)
    .where(
        tuple_(case_entry.c.case_id, case_entry.c.number).in_(
            select(case_entry.c.case_id, case_entry.c.number)
            .where(
                case_entry.c.case_id.in_(
                    select(concern.c.case_id).where(concern.c.person_id == bindparam("of_user_id"))
                ),
                case_entry.c.actor_id == bindparam("of_user_id"),
                case_entry.c.what == "concern",
            )
            .limit(bindparam("limit"))
        )
    )
    .values(actor_id="", note=None)
)
# Who worried about them, and about whom they worried.
FORGET_CONCERNS = delete(concern).where(
    concern.c.concern_id.in_(
        select(concern.c.concern_id)
        .where(
            or_(
                concern.c.person_id == bindparam("of_user_id"),
                concern.c.case_id.in_(_closed_of),
            )
        )
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


def _is_over(written_at: ColumnElement[int]) -> ColumnElement[bool]:
    """Of a case that runs, what is old goes, however new the rest: never the newest reason."""
    return or_(
        and_(case.c.runs.is_(None), case.c.resolved_at <= bindparam("resolved_before")),
        and_(case.c.runs == 1, written_at <= bindparam("written_before")),
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
            .where(_is_over(flag.c.at), or_(flag.c.body != "", flag.c.warning.is_not(None)))
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
            .where(_is_over(case_entry.c.at), case_entry.c.note.is_not(None))
            .limit(bindparam("limit"))
        )
    )
    .values(note=None)
)
FORGET_WORRIES = delete(concern).where(
    concern.c.concern_id.in_(
        select(concern.c.concern_id)
        .select_from(concern.join(case, case.c.case_id == concern.c.case_id))
        .where(_is_over(concern.c.at))
        .limit(bindparam("limit"))
    )
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
