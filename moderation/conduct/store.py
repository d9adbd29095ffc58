"""Reports in the database: statements, and nothing that decides."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, FromClause, bindparam, case, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.sql import tuple_

from moderation.conduct.tables import report
from rooms.chat.references import SOMEONE
from rooms.people.person import Role
from rooms.people.store import is_here
from rooms.people.tables import person

KNOWN = select(report.c.report_id, report.c.content_hash).where(
    report.c.reporter_id == bindparam("reporter_id"), report.c.nonce == bindparam("nonce")
)
INSERT = (
    insert(report)
    .values(
        report_id=bindparam("report_id"),
        reporter_id=bindparam("reporter_id"),
        nonce=bindparam("nonce"),
        content_hash=bindparam("content_hash"),
        reported_at=bindparam("now"),
        room_id=bindparam("room_id"),
        room_name=bindparam("room_name"),
        message_id=bindparam("message_id"),
        author_id=bindparam("author_id"),
        posted_at=bindparam("posted_at"),
        body=bindparam("body"),
        warning=bindparam("warning"),
        reason=bindparam("reason"),
        note=bindparam("note"),
    )
    .on_conflict_do_nothing(index_elements=["reporter_id", "nonce"])
    .returning(report.c.report_id)
)
LOCK = (
    select(report.c.author_id, report.c.closed_at)
    .where(report.c.report_id == bindparam("report_id"))
    .with_for_update()
)
CLOSE = (
    update(report)
    .where(report.c.report_id == bindparam("of_report_id"))
    .values(closed_at=bindparam("now"), closed_by=bindparam("closer_id"))
)
_author = person.alias("author")
_reporter = person.alias("reporter")


def shown_as(who: FromClause) -> tuple[ColumnElement[Any], ColumnElement[Any]]:
    """Name and role of someone; whoever is leaving or has left has neither."""
    return (
        case((is_here(who), who.c.handle), else_=SOMEONE),
        case((is_here(who), who.c.role), else_=Role.MEMBER.value),
    )


BODY, WARNING = 12, 13
"""Where `NEWEST` has the words that were reported."""
NEWEST = (
    select(
        report.c.report_id,
        report.c.reported_at,
        report.c.room_id,
        report.c.room_name,
        report.c.message_id,
        report.c.posted_at,
        report.c.author_id,
        *shown_as(_author),
        report.c.reporter_id,
        *shown_as(_reporter),
        report.c.body,
        report.c.warning,
        report.c.reason,
        report.c.note,
        report.c.closed_at,
    )
    .select_from(
        report.join(_author, _author.c.user_id == report.c.author_id).join(
            _reporter, _reporter.c.user_id == report.c.reporter_id
        )
    )
    .where(
        # Never about oneself.
        report.c.author_id != bindparam("reader_id"),
        tuple_(report.c.reported_at, report.c.report_id)
        < tuple_(bindparam("before_at"), bindparam("before_id")),
    )
    .order_by(report.c.reported_at.desc(), report.c.report_id.desc())
    .limit(bindparam("limit"))
)
