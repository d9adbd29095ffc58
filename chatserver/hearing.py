"""The list of words that this process hears messages with: the one in force, made ready.

It is looked for when somebody decided about it, and twice a second besides, so that a process that
heard nothing of it follows as well. Must never hold the loop while a list is made, nor put one
that can't be made in the place of one that works.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from chatserver.database import Database
from moderation.detection.lexicon import Lexicon
from moderation.wordlist import changes, versions
from moderation.wordlist.changes import Kept

EVERY_MS = 500


class Hearing:
    """Holds the list in force. `now` is swapped as a whole: a message is heard with one list."""

    def __init__(self, base: Lexicon, report_bug: Callable[[str, BaseException], object]) -> None:
        self.now = base
        self._base = base
        self._report_bug = report_bug
        self._seen = 0
        self._one_at_a_time = asyncio.Lock()

    async def follow(self, database: Database) -> None:
        """Take the list that the store has, if it is another one."""
        async with self._one_at_a_time:
            if await database.read(versions.newest) == self._seen:
                return
            kept = await database.read(versions.in_force)
            self.now = await asyncio.to_thread(self._made, kept, is_first=self._seen == 0)
            self._seen = kept.number

    def _made(self, kept: Kept, *, is_first: bool) -> Lexicon:
        """In a thread of its own: some milliseconds of work."""
        try:
            return changes.compiled(self._base, kept)
        except Exception as bug:  # noqa: BLE001 - whatever it is, hearing goes on
            self._report_bug("word_list", bug)
            if not is_first:
                return self.now
        # A release brought other words than these changes were written with: all that still can.
        return changes.compiled_apart(self._base, kept)[0]
