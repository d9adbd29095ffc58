"""Reports and bans of someone who leaves, and reports past their term: statements alone."""

from __future__ import annotations

from sqlalchemy import and_, bindparam, delete, or_, select, update
from sqlalchemy.sql import tuple_

from moderation.conduct.tables import appeal, report, sanction

REPORTS = (
    select(
        report.c.report_id,
        report.c.reported_at,
        report.c.author_id,
        report.c.room_name,
        report.c.message_id,
        report.c.reason,
        report.c.note,
        report.c.closed_at,
    )
    .where(report.c.reporter_id == bindparam("user_id"), report.c.report_id > bindparam("after"))
    .order_by(report.c.report_id)
    .limit(bindparam("limit"))
)
SANCTIONS = (
    select(
        sanction.c.given_at,
        sanction.c.sanction_id,
        sanction.c.kind,
        sanction.c.reason,
        sanction.c.until,
        sanction.c.lifted_at,
        appeal.c.at,
        appeal.c.words,
        appeal.c.outcome,
        appeal.c.decided_at,
    )
    .select_from(sanction.outerjoin(appeal, appeal.c.sanction_id == sanction.c.sanction_id))
    .where(
        sanction.c.user_id == bindparam("user_id"),
        tuple_(sanction.c.given_at, sanction.c.sanction_id)
        > tuple_(bindparam("after_at"), bindparam("after_id")),
    )
    .order_by(sanction.c.given_at, sanction.c.sanction_id)
    .limit(bindparam("limit"))
)

# Removal ------------------------------------------------------------------------------------------

# What nobody has to look at any more, of them or by them.
FORGET_CLOSED = delete(report).where(
    report.c.report_id.in_(
        select(report.c.report_id)
        .where(
            or_(
                report.c.author_id == bindparam("of_user_id"),
                report.c.reporter_id == bindparam("of_user_id"),
            ),
            report.c.closed_at.is_not(None),
        )
        .limit(bindparam("limit"))
    )
)
# An open report by them stays as a reason to look: without their words, by nobody.
FORGET_REPORTING = (
    update(report)
    .where(
        report.c.report_id.in_(
            select(report.c.report_id)
            .where(
                report.c.reporter_id == bindparam("of_user_id"),
                report.c.nonce != report.c.report_id,
            )
            .limit(bindparam("limit"))
        )
    )
    .values(note="", nonce=report.c.report_id, content_hash=b"")
)
FORGET_APPEALS = delete(appeal).where(
    appeal.c.appeal_id.in_(
        select(appeal.c.appeal_id)
        .where(appeal.c.user_id == bindparam("of_user_id"))
        .limit(bindparam("limit"))
    )
)
# What they decided about others stays; what they wrote about it for colleagues does not.
FORGET_NOTES = (
    update(sanction)
    .where(
        sanction.c.sanction_id.in_(
            select(sanction.c.sanction_id)
            .where(sanction.c.given_by == bindparam("of_user_id"), sanction.c.note != "")
            .limit(bindparam("limit"))
        )
    )
    .values(note="")
)
FORGET_SANCTIONS = delete(sanction).where(
    sanction.c.sanction_id.in_(
        select(sanction.c.sanction_id)
        .where(sanction.c.user_id == bindparam("of_user_id"))
        .limit(bindparam("limit"))
    )
)

# Terms --------------------------------------------------------------------------------------------

FORGET_OVERDUE = delete(report).where(
    report.c.report_id.in_(
        select(report.c.report_id)
        .where(
            or_(
                report.c.closed_at <= bindparam("closed_before"),
                and_(
                    report.c.closed_at.is_(None),
                    report.c.reported_at <= bindparam("reported_before"),
                ),
            )
        )
        .limit(bindparam("limit"))
    )
)
