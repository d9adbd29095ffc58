"""Asking for a person. Must never be refused, and never promise what no human has taken on."""

from __future__ import annotations

from typing import Annotated

import msgspec

from rooms.chat.views import Author
from rooms.command import Command, Cursor, Nonce, Result


class AskForHelp(Command, frozen=True, kw_only=True):
    """I need to talk."""

    nonce: Nonce
    words: Annotated[str, msgspec.Meta(max_length=4000)] = ""


class HelpAnswer(Result, frozen=True, kw_only=True):
    """What is true now. `on_duty` counts people who have said they are there: 0 means nobody.

    The outside lines are the same file that the page holds offline; clients show the country that
    was chosen on the device.
    """

    help_id: str
    asked_at: int
    on_duty: int
    message: str


class ListHelp(Command, frozen=True, kw_only=True):
    """Who asked for a person, newest first: moderators, and never one's own."""

    cursor: Cursor | None = None


class HelpView(Result, frozen=True, kw_only=True):
    """Someone asked for a person."""

    help_id: str
    asked_at: int
    person: Author
    words: str


class HelpPage(Result, frozen=True, kw_only=True):
    """A page of requests, newest first."""

    requests: list[HelpView]
    cursor: str | None
