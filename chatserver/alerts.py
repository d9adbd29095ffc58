"""The machine that tells staff: what looks up cases, what delivers, and what watches both.

Apart from all other due work, so that neither an export nor a mail server that is slow holds up an
alert. Must never hold a rule.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import Final

from chatserver import alerting
from chatserver.canary import LOOK_MS, Canary
from chatserver.config import Config
from chatserver.database import Database
from chatserver.escalating import EVERY_MS, Escalating
from chatserver.ids import new_salt
from chatserver.metrics import Metrics
from chatserver.senders import Senders
from chatserver.ticker import Chore, Job, Ticker
from chatserver.web_push import Key
from moderation.notices import alarming, leaving
from rooms.work import Work

_HOUR_MS: Final = 3_600_000


class Alerts:
    """Three tickers, and what they run; what watches rests on no other. `start`, then `stop`."""

    def __init__(
        self,
        database: Database,
        config: Config,
        key: Key,
        now: Callable[[], int],
        metrics: Metrics,
        report_bug: Callable[[str, BaseException], str],
        hears: Callable[[], bool],
    ) -> None:
        self.channels = alerting.channels(config)
        times = alerting.case_times(config)
        self.escalating = Escalating(database, now, times, self.channels, report_bug)
        self.canary = Canary(database, now, self.channels, hears)
        metrics.watch_path(lambda: self.canary.is_broken)
        self.senders = Senders(
            database,
            config,
            key=key,
            now=now,
            new_salt=new_salt,
            counts=metrics,
            report_bug=report_bug,
        )

        def ticker(chores: Sequence[Chore], jobs: Sequence[Job] = ()) -> Ticker:
            return Ticker(
                database,
                now=now,
                sleep=asyncio.sleep,
                chores=chores,
                jobs=jobs,
                report_bug=report_bug,
            )

        jobs = (
            Job("digest", 24 * _HOUR_MS, self._digest),
            Job("told_terms", _HOUR_MS, leaving.step),
        )
        self._tickers = (
            ticker((Chore("escalation", EVERY_MS, self.escalating.run),), jobs),
            ticker((Chore("canary", LOOK_MS, self.canary.run),)),
            ticker((Chore("senders", EVERY_MS, self.senders.run),)),
        )

    def start(self) -> None:
        """Begin to look."""
        self.senders.start()
        for ticker in self._tickers:
            ticker.start()

    async def stop(self) -> None:
        """End between two steps. What was not delivered waits in the store."""
        for ticker in self._tickers:
            await ticker.stop()
        await self.senders.stop()

    def _digest(self, work: Work, _cursor: str) -> None:
        alarming.digest(work, channels=self.channels)
