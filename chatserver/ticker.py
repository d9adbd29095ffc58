"""Due work: small things every second, and jobs that go on where they stopped.

Must never hold the loop: a job is many small commands, each of its own.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence

import msgspec

from chatserver import records
from chatserver.database import Database
from rooms.refusal import Refusal
from rooms.work import Reader, Work

TICK_S = 0.5

Step = Callable[[Work, str], str | None]
"""One bounded step of a job from a cursor; the next cursor, or None when the round is done."""


class Chore(msgspec.Struct, frozen=True):
    """A small thing to do again and again."""

    name: str
    every_ms: int
    run: Callable[[], Awaitable[object]]


class Job(msgspec.Struct, frozen=True):
    """A long thing in small steps; how far it came is stored with each step."""

    name: str
    every_ms: int
    step: Step


class Turns:
    """Long work on rows that keep how far it came: a small step of one, then of the next, round and
    round, so that one whose step fails holds up no other. Nothing is written when none is due.
    """

    def __init__(
        self,
        database: Database,
        next_due: Callable[[Reader, str], str | None],
        step: Callable[[Work, str], object],
    ) -> None:
        self._database = database
        self._next_due = next_due
        self._step = step
        self._last = ""

    async def run(self) -> None:
        """One step of whoever's turn it is. Raises what the step raises: whose it is has had it."""
        last = self._last
        due = await self._database.read(lambda reader: self._next_due(reader, last))
        if due is not None:
            self._last = due
            await self._database.write(lambda work: self._step(work, due))


class Ticker:
    """Runs chores and jobs one after another until it is stopped."""

    def __init__(
        self,
        database: Database,
        *,
        now: Callable[[], int],
        sleep: Callable[[float], Awaitable[None]],
        chores: Sequence[Chore],
        jobs: Sequence[Job],
        report_bug: Callable[[str, BaseException], str],
    ) -> None:
        self._database = database
        self._now = now
        self._sleep = sleep
        self._chores = chores
        self._jobs = jobs
        self._report_bug = report_bug
        self._due = {chore.name: 0 for chore in chores}
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to tick."""
        self._task = asyncio.create_task(self._tick_on(), name="ticker")

    async def stop(self) -> None:
        """End between two steps."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _tick_on(self) -> None:
        while True:
            await self.tick()
            await self._sleep(TICK_S)

    async def tick(self) -> None:
        """Do what is due now: each chore once, each job one step."""
        for chore in self._chores:
            now = self._now()
            # A clock that went back must not make anything wait: no pause is longer than its own.
            if not now < self._due[chore.name] <= now + chore.every_ms:
                self._due[chore.name] = self._now() + chore.every_ms
                await self._guard(chore.name, chore.run)
        for job in self._jobs:
            await self._guard(job.name, lambda job=job: self._step(job))  # type: ignore[misc]

    async def _step(self, job: Job) -> None:
        cursor = await self._database.read(lambda reader: records.job_cursor(reader, job.name))
        if cursor is None:
            return

        def step(work: Work) -> None:
            following = job.step(work, cursor)
            due_at = work.now + (job.every_ms if following is None else 0)
            records.save_job(work, job.name, following or "", due_at)

        await self._database.write(step)

    async def _guard(self, name: str, run: Callable[[], Awaitable[object]]) -> None:
        """One thing that fails is logged and tried again; the others go on."""
        try:
            await run()
        except Refusal:
            return  # a full disk, a full queue: it says so elsewhere, and the next tick tries again
        except Exception as bug:  # noqa: BLE001 - one chore's bug must not stop the others
            self._report_bug(name, bug)
