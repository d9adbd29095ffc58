"""Telling a moderator about a message. Must never show a report to the person it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import msgspec

from moderation.cases import opening
from moderation.cases.opening import USUAL, Reason, Source
from moderation.conduct import audit, store
from moderation.events import ReportMade
from rooms import paging
from rooms.chat import access, message, name_store, room_store, showing
from rooms.chat.views import Author
from rooms.command import SEQ_MAX, Command, Cursor, Nonce, Nothing, Result
from rooms.cursor import from_cursor, position, to_cursor
from rooms.permissions import Action, allows
from rooms.refusal import Refusal

if TYPE_CHECKING:
    from rooms.people.person import Actor
    from rooms.work import Reader, Row, Work

NOTE_MAX_CHARS = 1000
_REPORTS_PER_PAGE = 50
_AFTER_ALL_IDS = "~"

ReportReason = Literal["unkind", "harassment", "private_details", "dealing", "spam", "other"]


class ReportMessage(Command, frozen=True, kw_only=True):
    """Ask a moderator to look at a message; its words are kept as they stand now."""

    message_id: str
    nonce: Nonce
    reason: ReportReason
    note: Annotated[str, msgspec.Meta(max_length=NOTE_MAX_CHARS)] = ""


class ListReports(Command, frozen=True, kw_only=True):
    """The reports, newest first: moderators, and never those about oneself."""

    cursor: Cursor | None = None


class CloseReport(Command, frozen=True, kw_only=True):
    """A report has been seen to; never by the person whom it is about."""

    report_id: str


class ReportView(Result, frozen=True, kw_only=True):
    """A report with the message as it stood. `reporter` is for moderators alone."""

    report_id: str
    reported_at: int
    room_id: str
    room_name: str
    message_id: str
    posted_at: int
    author: Author
    reporter: Author
    body: str
    warning: str | None
    reason: ReportReason
    note: str
    closed_at: int | None


class ReportPage(Result, frozen=True, kw_only=True):
    """A page of reports, newest first."""

    reports: list[ReportView]
    cursor: str | None


def report(work: Work, actor: Actor, command: ReportMessage) -> Nothing:
    """Ask for a look at another's message; the room never hears of it."""
    if not allows(actor, Action.REPORT):
        raise Refusal("forbidden")
    content_hash = message.digest(command.message_id, command.reason, command.note)
    # First of all: a retry gets the same answer even if the message is gone by now.
    if _known(work, actor, command.nonce, content_hash):
        return Nothing()
    door, said = access.message_to_report(work, actor, command.message_id)
    if said.author_id == actor.user_id or (door.is_talk and not door.may(Action.REPORT)):
        raise Refusal("forbidden", field="message_id")
    if said.state != "posted":
        raise Refusal("not_found", field="message_id")
    report_id = work.new_id()
    stored = work.sql.one(
        store.INSERT,
        report_id=report_id,
        reporter_id=actor.user_id,
        nonce=command.nonce,
        content_hash=content_hash,
        now=work.now,
        room_id=said.room_id,
        room_name=room_store.by_id(work.sql, door.room.room_id).name,
        message_id=said.message_id,
        author_id=said.author_id,
        posted_at=said.posted_at,
        body=said.body,
        warning=said.warning,
        reason=command.reason,
        note=message.clean_text(command.note, NOTE_MAX_CHARS, field="note"),
    )
    if stored is None:
        _known(work, actor, command.nonce, content_hash)
        return Nothing()
    reason = Reason(
        source=Source.REPORT,
        severity=USUAL[Source.REPORT],
        category=command.reason,
        room_id=said.room_id,
        message_id=said.message_id,
        seq=said.seq,
        body=said.body,
        warning=said.warning,
        raised_by=actor.user_id,
    )
    opening.flag(work, said.author_id, reason)
    work.emit(ReportMade(about=said.author_id, report_id=report_id))
    return Nothing()


def list_reports(reader: Reader, actor: Actor, command: ListReports) -> ReportPage:
    """The reports, newest first, without those about the reader."""
    if not allows(actor, Action.LIST_REPORTS):
        raise Refusal("forbidden")
    before_at, before_id = SEQ_MAX, _AFTER_ALL_IDS
    if command.cursor is not None:
        at, before_id = from_cursor(command.cursor, 2)
        before_at = position(at)
    rows = reader.sql.all(
        store.NEWEST,
        reader_id=actor.user_id,
        before_at=before_at,
        before_id=before_id,
        limit=_REPORTS_PER_PAGE + 1,
    )
    # Kept with references to the people it names, like the message itself.
    bodies = name_store.with_names(reader.sql, [row[store.BODY] for row in rows])
    warnings = name_store.with_names(reader.sql, [row[store.WARNING] or "" for row in rows])
    reports = paging.fitting(map(_view, rows[:_REPORTS_PER_PAGE], bodies, warnings))
    more = len(reports) < len(rows)
    last = reports[-1] if more else None
    return ReportPage(
        reports=reports,
        cursor=None if last is None else to_cursor(last.reported_at, last.report_id),
    )


def close(work: Work, actor: Actor, command: CloseReport) -> Nothing:
    """Say that a report has been seen to; its words are kept for a stated term from then on."""
    if not allows(actor, Action.LIST_REPORTS):
        raise Refusal("forbidden")
    row = work.sql.one(store.LOCK, report_id=command.report_id)
    if row is None or row[0] == actor.user_id:
        raise Refusal("not_found", field="report_id")
    if row[1] is None:
        work.sql.run(
            store.CLOSE, of_report_id=command.report_id, now=work.now, closer_id=actor.user_id
        )
        audit.record(work, actor.user_id, "report.close", about=command.report_id)
    return Nothing()


def _known(work: Work, actor: Actor, nonce: str, content_hash: bytes) -> bool:
    """True when this very report was made before."""
    row = work.sql.one(store.KNOWN, reporter_id=actor.user_id, nonce=nonce)
    if row is not None and row[1] != content_hash:
        raise Refusal("idempotency_conflict", field="nonce")
    return row is not None


def _view(row: Row, body: str, warning: str) -> ReportView:
    (
        report_id,
        reported_at,
        room_id,
        room_name,
        message_id,
        posted_at,
        author_id,
        author_handle,
        author_role,
        reporter_id,
        reporter_handle,
        reporter_role,
        _,
        _,
        reason,
        note,
        closed_at,
    ) = row
    return ReportView(
        report_id=report_id,
        reported_at=reported_at,
        room_id=room_id,
        room_name=room_name,
        message_id=message_id,
        posted_at=posted_at,
        author=showing.author(author_id, author_handle, author_role, None),
        reporter=showing.author(reporter_id, reporter_handle, reporter_role, None),
        body=body,
        warning=warning or None,
        reason=reason,
        note=note,
        closed_at=closed_at,
    )
