"""Finding what was said. Must never find what the searcher may not read."""

from __future__ import annotations

from typing import Annotated

import msgspec

from rooms.chat.events import MessagePosted
from rooms.command import Command, Cursor, Result


class SearchMessages(Command, frozen=True, kw_only=True):
    """Look for words in messages that I may read, newest first."""

    text: Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
    room_id: str | None = None
    author: str | None = None
    """A user_id, as messages carry it."""
    before: Annotated[int, msgspec.Meta(ge=0)] | None = None
    """Only messages posted before this time: milliseconds since 1970 UTC."""
    cursor: Cursor | None = None


class Found(Result, frozen=True, kw_only=True):
    """A page of messages. A cursor without messages means: keep looking from there."""

    messages: list[MessagePosted]
    cursor: str | None
