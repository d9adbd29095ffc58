"""Small signs between live sessions, never stored: who is writing, which room is on screen."""

from __future__ import annotations

from rooms.command import Command


class SetTyping(Command, frozen=True, kw_only=True):
    """I am writing, or stopped."""

    room_id: str
    typing: bool
