"""Between the writer and the journal: which facts of a batch are held apart, off the loop.

Must never let a batch be committed whose facts are not durable in the journal.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from typing import TypeVar

import structlog

from chatserver import records
from chatserver.facts import AnyFact, AuditHead, facts_of
from chatserver.journal import Journal
from rooms.event import Event
from rooms.work import Work

T = TypeVar("T")


class JournalWitness:
    """`chatserver.writer.Witness` on a journal, whose one thread it owns."""

    def __init__(self, journal: Journal, now: Callable[[], int]) -> None:
        self.journal = journal
        self._now = now
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="journal")
        self._held = 0

    async def open(self, *, store: str, mark: int) -> None:
        """Open the journal of this store, which has taken part in it up to a line."""
        await self._run(partial(self.journal.open, store=store, mark=mark, now=self._now()))

    def hold(self, events: Iterable[Event]) -> Awaitable[Callable[[Work], object]] | None:
        """See `Witness`."""
        facts = facts_of(events)
        return self._hold(facts) if facts else None

    async def _hold(self, facts: list[AnyFact]) -> Callable[[Work], object]:
        number = self._held = await self._append(facts)
        return lambda work: records.set_mark(work, number)

    async def _append(self, facts: list[AnyFact]) -> int:
        try:
            return await self._run(partial(self.journal.append, facts, self._now()))
        except OSError as problem:
            structlog.get_logger().error("journal_failed", exc_info=problem)
            raise

    async def let_go(self) -> None:
        """See `Witness`. A fact that stays all the same does no harm: it was wanted."""
        with suppress(OSError):
            await self._run(partial(self.journal.take_back, self._held))

    async def note(self, fact: AnyFact) -> None:
        """Hold something that belongs to no commit. Raises OSError."""
        await self._append([fact])

    async def audit_head(self, epoch: str) -> AuditHead | None:
        """Where the audit log was last known to end."""
        return await self._run(partial(self.journal.audit_head, epoch))

    async def tidy(self) -> None:
        """Leave out what must not, or need not, be kept; if that fails, it is tried again."""
        now = self._now()
        if not self.journal.is_compaction_due(now):
            return
        try:
            await self._run(partial(self.journal.compact, now))
        except OSError as problem:
            structlog.get_logger().error("journal_failed", exc_info=problem)

    async def close(self) -> None:
        """Finish what is under way and let go of the file."""
        await self._run(self.journal.close)
        await asyncio.to_thread(self._thread.shutdown)

    async def _run(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)
