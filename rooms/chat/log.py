"""What was said: pages, and everything after a position. Must never show what came before a join."""

from __future__ import annotations

from rooms.chat.events import LogEntry, MessagePosted
from rooms.command import Command, Limit, Result, Seq

GAP_MAX = 500
"""A client further behind than this starts from the newest messages."""


class LogSince(Command, frozen=True, kw_only=True):
    """Everything after a position."""

    room_id: str
    epoch: str
    seq: Seq
    limit: Limit = 100


class Since(Result, frozen=True, kw_only=True, omit_defaults=True):
    """Entries in order; or `reset`: forget what you have and open the room anew."""

    epoch: str = ""
    entries: list[LogEntry] = []
    head: int = 0
    more: bool = False
    reset: bool = False


class LogBefore(Command, frozen=True, kw_only=True):
    """The messages before a position, newest last, as they are now."""

    room_id: str
    seq: Seq
    limit: Limit = 50


class Page(Result, frozen=True, kw_only=True):
    """Messages in the order they were said. `my_reactions` maps a message to what I gave it."""

    messages: list[MessagePosted]
    more: bool
    my_reactions: dict[str, list[str]]
