"""Saying something: post, edit, take back, hide. Must never store a message unscreened."""

from __future__ import annotations

from typing import Literal, Protocol

from rooms.command import Command, Nonce, Result
from rooms.people.person import Actor
from rooms.work import Work

EDIT_WINDOW_MS = 15 * 60 * 1000
"""How long the author may change the words."""

HideReason = Literal[
    "unkind", "private_details", "dealing", "method_detail", "off_topic", "breaks_guidelines"
]


class PostMessage(Command, frozen=True, kw_only=True):
    """Say something in a room."""

    room_id: str
    nonce: Nonce
    body: str
    reply_to: str | None = None


class Posted(Result, frozen=True, kw_only=True):
    """It is durable, at this place."""

    message_id: str
    seq: int
    posted_at: int


class PostedBefore(Posted, frozen=True, kw_only=True):
    """The same answer to a retry, which costs nothing."""


class EditMessage(Command, frozen=True, kw_only=True):
    """Change one's own words, within 15 minutes."""

    message_id: str
    body: str


class DeleteMessage(Command, frozen=True, kw_only=True):
    """Take one's own message back; a tombstone stays."""

    message_id: str


class HideMessage(Command, frozen=True, kw_only=True):
    """Take another's message out of sight: facilitators and moderators."""

    message_id: str
    reason: HideReason


class Appended(Result, frozen=True, kw_only=True):
    """The position that the change took in the room's log."""

    seq: int


class Screen(Protocol):
    """The port that moderation fills: every text passes it, in the transaction that stores it."""

    def __call__(
        self, work: Work, author: Actor, *, room_id: str, message_id: str, body: str
    ) -> None:
        """Look for words of danger. Must never refuse the message."""
        ...
