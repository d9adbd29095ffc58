"""After an erasure: nothing of the person is left in any part of the file. Must never hurry.

The write-ahead log is emptied at once. The file itself is written anew when the server is quiet,
at most once a day: SQLite overwrites what is deleted, but not every copy that moving rows from page
to page has left. What is owed is kept in the store, so that a restart forgets none of it.
"""

from __future__ import annotations

from collections.abc import Callable

from chatserver import records
from chatserver.database import Database
from rooms.refusal import Refusal
from rooms.work import Work

EVERY_MS = 60_000
"""How often it is looked at."""
DAY_MS = 24 * 3600 * 1000
AGAIN_MS = 3600 * 1000
"""After a full disk."""
QUIET_COMMITS = 30
"""No more of them since the last look: a good moment. After a day it is done at any moment."""

_NAME = "upkeep"
# What is owed, in this order; which erasure it is owed to follows after a blank.
_LOG, _FILE, _LOG_OF_FILE = "log", "file", "log_of_file"


def owe(work: Work) -> None:
    """Someone was erased in this transaction."""
    _, due_at = records.job(work, _NAME)
    records.save_job(work, _NAME, f"{_LOG} {work.new_id()}", max(due_at, work.now))


class Upkeep:
    """A chore: does what is owed to those who were erased."""

    def __init__(self, database: Database, now: Callable[[], int]) -> None:
        self._database = database
        self._now = now
        self._commits = QUIET_COMMITS + 1  # a start is no quiet moment: everybody comes back
        self._not_before = 0

    def committed(self, _seconds: float = 0.0) -> None:
        """The server has work to do."""
        self._commits += 1

    async def run(self) -> None:
        """Do the next of what is owed, if this is the moment for it."""
        commits, self._commits = self._commits, 0
        owed, due_at = await self._database.read(lambda reader: records.job(reader, _NAME))
        what = owed.partition(" ")[0]
        if what == _LOG and await self._database.checkpoint():
            await self._settle(owed, _FILE, due_at)
        elif what == _FILE and self._is_the_moment(commits, due_at):
            await self._rebuild(owed)
        elif what == _LOG_OF_FILE and await self._database.checkpoint():
            await self._settle(owed, "", due_at)

    def _is_the_moment(self, commits: int, due_at: int) -> bool:
        now = self._now()
        if now < max(due_at, self._not_before):
            return False
        return commits <= QUIET_COMMITS or now >= due_at + DAY_MS

    async def _rebuild(self, owed: str) -> None:
        try:
            await self._database.rebuild()
        except Refusal:
            self._not_before = self._now() + AGAIN_MS
            return
        next_at = self._now() + DAY_MS
        done = await self._database.checkpoint()
        await self._settle(owed, "" if done else _LOG_OF_FILE, next_at)

    async def _settle(self, owed: str, following: str, due_at: int) -> None:
        """The next step, unless somebody else was erased meanwhile: then it begins again."""
        erasure = owed.partition(" ")[2]

        def settle(work: Work) -> None:
            owed_now, _ = records.job(work, _NAME)
            if owed_now == owed:
                owed_now = f"{following} {erasure}" if following else ""
            records.save_job(work, _NAME, owed_now, due_at)

        await self._database.write(settle)
