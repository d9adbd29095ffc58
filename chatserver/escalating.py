"""Looks up the cases whose moment has come, twice a second. Must never let one that fails hold up
the others, nor let a clock that went back make anybody wait longer.

Several processes may look at the same time: each case is ticked under its lock, and a second look
finds nothing to do.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from typing import Final

from chatserver import records
from chatserver.database import Database
from moderation.cases import escalation
from moderation.cases.clock import Clock
from moderation.notices.writing import Channels
from rooms.refusal import Refusal
from rooms.work import Reader, Work

EVERY_MS: Final = 500
SEEN_EVERY_MS: Final = 2_000
"""How often the instant is kept, while anything waits: a jump back is known by it."""
JUMPED_MS: Final = 1_000
"""Less is no jump: a clock is set right by a little now and then."""
_SEEN: Final = "clock_seen"


class Escalating:
    """A chore."""

    def __init__(
        self,
        database: Database,
        now: Callable[[], int],
        times: Clock,
        channels: Channels,
        report_bug: Callable[[str, BaseException], str],
    ) -> None:
        self._database = database
        self._now = now
        self._times = times
        self._channels = channels
        self._report_bug = report_bug
        self._last: int | None = None

    async def run(self) -> None:
        """Do what is due. Whoever waits is told at most this chore's pause too late."""
        await self._watch_the_clock()
        due = await self._database.read(escalation.due)
        await asyncio.gather(*map(self._step, due))

    async def _step(self, case_id: str) -> None:
        step = partial(escalation.step, case_id=case_id, channels=self._channels, times=self._times)
        try:
            await self._database.write(step, urgent=True)
        except Refusal:
            return  # a full disk, a full queue: the next look tries again
        except Exception as bug:  # noqa: BLE001 - one case's bug must not hold up the others
            self._report_bug("escalation", bug)

    async def _watch_the_clock(self) -> None:
        """If our clock went back, so does everything that waits by it.

        The kept instant tells it after a restart as well, and to one process of several: the first
        one that acts on a jump keeps the new instant. A process that runs behind the others sees
        the kept instant ahead of it all the time; its own clock has not gone back, so it does
        nothing about that.
        """
        now, last = self._now(), self._last
        self._last = now
        running, seen = await self._database.read(_looked)
        went_back = last is None or now < last
        if went_back and seen - now > JUMPED_MS:
            await self._database.write(_shift)
        elif running and now - seen >= SEEN_EVERY_MS:
            await self._database.write(_keep)


def _looked(reader: Reader) -> tuple[bool, int]:
    return escalation.any_running(reader), int(records.fact(reader, _SEEN) or 0)


def _shift(work: Work) -> None:
    ahead_ms = int(records.fact(work, _SEEN) or 0) - work.now
    if ahead_ms > JUMPED_MS:
        escalation.clock_went_back(work, ahead_ms)
    records.set_fact(work, _SEEN, str(work.now))


def _keep(work: Work) -> None:
    if int(records.fact(work, _SEEN) or 0) < work.now:
        records.set_fact(work, _SEEN, str(work.now))
