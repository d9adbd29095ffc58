"""Telling a moderator about a message. Must never show a report to the person it is about."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from rooms.chat.views import Author
from rooms.command import Command, Cursor, Nonce, Result

ReportReason = Literal["unkind", "harassment", "private_details", "dealing", "spam", "other"]


class ReportMessage(Command, frozen=True, kw_only=True):
    """Ask a moderator to look at a message; its words are kept as they stand now."""

    message_id: str
    nonce: Nonce
    reason: ReportReason
    note: Annotated[str, msgspec.Meta(max_length=1000)] = ""


class ListReports(Command, frozen=True, kw_only=True):
    """The reports, newest first: moderators, and never those about oneself."""

    cursor: Cursor | None = None


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
    reason: ReportReason
    note: str


class ReportPage(Result, frozen=True, kw_only=True):
    """A page of reports, newest first."""

    reports: list[ReportView]
    cursor: str | None
