"""A path that is whole stays quiet; one that is broken is told of, by itself."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import NamedTuple

from chatserver import canary
from chatserver.canary import AGAIN_MS, EVERY_MS, LATE_MS, Canary
from chatserver.database import Database
from chatserver.ids import new_id
from moderation.cases import escalation
from moderation.notices import outbox
from moderation.notices.tables import alert, notice
from moderation.notices.writing import Channel, Channels
from rooms.people import registry
from rooms.people.person import Role
from tests.support.clock import ManualClock

CHANNELS = Channels((Channel.EMAIL,), (Channel.OUTSIDE_EMAIL,))


class Place(NamedTuple):
    """A store, and what watches it."""

    database: Database
    clock: ManualClock
    canary: Canary

    def is_broken(self) -> bool:
        """What an operator's monitoring is told."""
        return self.canary.is_broken

    async def walk(self) -> None:
        """The path that every alert takes."""
        for case_id in await self.database.read(escalation.due):
            await self.database.write(
                lambda work, case_id=case_id: escalation.step(  # type: ignore[misc]
                    work, case_id, channels=CHANNELS
                )
            )
        for parcel in await self.database.write(outbox.take):
            if parcel.channel is Channel.CANARY:
                found = parcel.case_id or ""
                await self.database.write(lambda work, found=found: canary.came(work, found))  # type: ignore[misc]

    async def alarms(self) -> list[str]:
        """By which channels the alarm was written."""
        rows = await self.database.read(lambda reader: reader.sql.all(notice.select()))
        return sorted(row[1] for row in rows if row[3] == "path_broken")


@asynccontextmanager
async def place(folder: Path) -> AsyncIterator[Place]:
    clock = ManualClock()
    database = await Database(folder / "d", now=clock, new_id=new_id).open()
    await database.write(lambda work: registry.add(work, new_id(), "maria", Role.MODERATOR))
    yield Place(database, clock, Canary(database, clock, CHANNELS))
    await database.close()


async def test_a_path_that_is_whole_is_quiet(tmp_path: Path) -> None:
    async with place(tmp_path) as here:
        for _ in range(200):
            await here.canary.run()
            await here.walk()
            here.clock.advance(s=5)
        assert await here.alarms() == []
        assert not here.is_broken()
        cases = await here.database.read(lambda reader: reader.sql.all(alert.select()))
        assert cases == []


async def test_a_path_that_is_broken_is_told_of_in_time_and_now_and_then(tmp_path: Path) -> None:
    async with place(tmp_path) as here:
        await here.canary.run()
        here.clock.advance(ms=EVERY_MS)
        await here.canary.run()
        here.clock.advance(ms=LATE_MS - 1)
        await here.canary.run()
        assert not here.is_broken()
        here.clock.advance(ms=1)
        await here.canary.run()
        assert here.is_broken()
        assert await here.alarms() == ["email", "outside_email"]
        here.clock.advance(ms=AGAIN_MS - 1)
        await here.canary.run()
        assert len(await here.alarms()) == 2
        here.clock.advance(ms=1)
        await here.canary.run()
        assert len(await here.alarms()) == 4


async def test_it_is_whole_again_when_one_comes_through(tmp_path: Path) -> None:
    async with place(tmp_path) as here:
        await here.canary.run()
        for _ in range(100):
            here.clock.advance(s=5)
            await here.canary.run()
        assert here.is_broken()
        await here.walk()
        await here.canary.run()
        assert not here.is_broken()


async def test_a_restart_is_no_alarm(tmp_path: Path) -> None:
    """What was on its way when the server stopped comes through when it is back."""
    async with place(tmp_path) as here:
        await here.canary.run()
        here.clock.advance(ms=EVERY_MS)
        await here.canary.run()
        here.clock.advance(days=2)
        again = Canary(here.database, here.clock, CHANNELS)
        await again.run()
        await here.walk()
        here.clock.advance(ms=EVERY_MS)
        await again.run()
        assert await here.alarms() == []


async def test_a_clock_that_goes_back_stops_no_canary(tmp_path: Path) -> None:
    async with place(tmp_path) as here:
        await here.canary.run()
        here.clock.advance(days=-1)
        for _ in range(100):
            await here.canary.run()
            here.clock.advance(s=5)
        assert here.is_broken()


async def test_an_ear_that_hears_nothing_is_told_of(tmp_path: Path) -> None:
    async with place(tmp_path) as here:
        deaf = Canary(here.database, here.clock, CHANNELS, lambda: False)
        await deaf.run()
        here.clock.advance(ms=EVERY_MS)
        await deaf.run()
        await here.walk()
        here.clock.advance(ms=LATE_MS)
        await deaf.run()
        assert deaf.is_broken
        assert await here.alarms() == ["email", "outside_email"]


async def test_nobody_looking_any_more_is_broken(tmp_path: Path) -> None:
    async with place(tmp_path) as here:
        await here.canary.run()
        here.clock.advance(ms=LATE_MS + 1)
        assert here.is_broken()
        await here.canary.run()
        assert not here.is_broken()


async def test_two_processes_raise_one_alarm(tmp_path: Path) -> None:
    async with place(tmp_path) as here:
        both = (here.canary, Canary(here.database, here.clock, CHANNELS))
        for wait_ms in (0, EVERY_MS, LATE_MS):
            here.clock.advance(ms=wait_ms)
            await asyncio.gather(*(each.run() for each in both))
        assert len(await here.alarms()) == 2
