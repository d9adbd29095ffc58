"""Sends a case that nobody sees along the path of every alert, and raises an alarm when it does
not come through. Must never rest on that path itself: the alarm is written by itself.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final, NamedTuple

import structlog

from chatserver import records
from chatserver.database import Database
from moderation.cases import canary
from moderation.notices import alarming
from moderation.notices.writing import Channels
from rooms.work import Reader, Work

LOOK_MS: Final = 5_000
EVERY_MS: Final = 3 * 60_000
LATE_MS: Final = 30_000
"""A canary that is not through by then will not come."""
AGAIN_MS: Final = 30 * 60_000
"""How often the alarm is repeated while the path is broken."""

_FACT: Final = "canary"


class Known(NamedTuple):
    """When the last one was sent, since when none came through (0: it did), and when the alarm was
    raised about that.
    """

    sent: int = 0
    missing_since: int = 0
    alarmed: int = 0


class Canary:
    """A chore. `is_broken` is what an operator's monitoring asks."""

    def __init__(
        self,
        database: Database,
        now: Callable[[], int],
        channels: Channels,
        hears: Callable[[], bool] = lambda: True,
    ) -> None:
        self._database = database
        self._now = now
        self._channels = channels
        self._hears = hears
        self._first: int | None = None
        self._log = structlog.get_logger()
        self._is_missing = False
        self._looked_at = now()

    @property
    def is_broken(self) -> bool:
        """None came through, or nobody looks any more whether one did."""
        return self._is_missing or self._now() - self._looked_at > LATE_MS

    async def run(self) -> None:
        """Send the next one, or notice that the last is missing."""
        await self._look()
        self._looked_at = self._now()

    async def _look(self) -> None:
        now = self._now()
        if self._first is None or self._first > now + EVERY_MS:
            # What was on its way when the last process ended proves nothing.
            self._first = now + EVERY_MS
        if now < self._first:
            return
        known = await self._database.read(_known)
        self._is_missing = is_missing(known, now)
        if self._is_missing and _may_alarm(known, now):
            self._log.error("alert_path_broken")
            await self._database.write(self._alarm)
        if now - known.sent >= EVERY_MS or known.sent > now:
            # What nobody hears begins no walk: then none comes through, and that is told.
            await self._database.write(partial(_send, is_heard=self._hears()))

    def _alarm(self, work: Work) -> None:
        known = _known(work)
        if not _may_alarm(known, work.now):
            return  # another process has just done it
        alarming.path_broken(work, channels=self._channels)
        _keep(work, known._replace(alarmed=work.now))


def _may_alarm(known: Known, now: int) -> bool:
    return now - known.alarmed >= AGAIN_MS or known.alarmed > now


def is_missing(known: Known, now: int) -> bool:
    """Whether none has come through for too long."""
    return known.missing_since > 0 and now - known.missing_since >= LATE_MS


def came(work: Work, case_id: str) -> None:
    """It came through."""
    if canary.arrived(work, case_id):
        _keep(work, _known(work)._replace(missing_since=0, alarmed=0))


def _send(work: Work, *, is_heard: bool) -> None:
    known = _known(work)
    if is_heard and canary.begin(work) is None:
        return
    first_missing = known.missing_since if 0 < known.missing_since <= work.now else work.now
    _keep(work, known._replace(sent=work.now, missing_since=first_missing))


def _known(reader: Reader) -> Known:
    kept = records.fact(reader, _FACT)
    return Known(*map(int, kept.split())) if kept else Known()


def _keep(work: Work, known: Known) -> None:
    records.set_fact(work, _FACT, " ".join(map(str, known)))
