"""Read marks on their way to the store: gathered in memory, written every few seconds.

Declared lossy: a crash loses the last few seconds of them, and nobody is harmed.
"""

from __future__ import annotations

from itertools import islice

from chatserver.database import Database
from rooms.chat import reading

WAITING_MAX = 10_000
"""Marks that may wait; beyond it the oldest are let go."""
_A_COMMAND = 100


class ReadMarks:
    """The newest mark of each person in each room since the last flush."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._waiting: dict[tuple[str, str], int] = {}

    def mark(self, user_id: str, room_id: str, seq: int) -> None:
        """Remember that a person has seen everything up to `seq`."""
        key = (user_id, room_id)
        self._waiting[key] = max(seq, self._waiting.pop(key, 0))
        if len(self._waiting) > WAITING_MAX:
            del self._waiting[next(iter(self._waiting))]

    async def back(self, user_id: str, room_id: str, seq: int) -> None:
        """Let what comes after `seq` be new to a person again: asked for, so it is not lost."""
        self._waiting.pop((user_id, room_id), None)
        await self._database.write(lambda work: reading.mark_back(work, user_id, room_id, seq))

    async def flush(self) -> None:
        """Write what waits, in commands of bounded size."""
        while self._waiting:
            await self._write(dict(islice(self._waiting.items(), _A_COMMAND)))

    async def flush_person(self, user_id: str) -> None:
        """Write one person's marks: they are about to ask what is new."""
        theirs = {key: seq for key, seq in self._waiting.items() if key[0] == user_id}
        if theirs:
            await self._write(theirs)

    async def _write(self, marks: dict[tuple[str, str], int]) -> None:
        await self._database.write(lambda work: reading.mark_many(work, marks))
        for key, seq in marks.items():
            if self._waiting.get(key) == seq:
                del self._waiting[key]
