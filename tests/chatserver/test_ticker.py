"""Due work."""

from __future__ import annotations

import asyncio
from pathlib import Path

from chatserver import records
from chatserver.database import Database
from chatserver.ids import new_id
from chatserver.ticker import Chore, Job, Step, Ticker, Turns
from rooms.work import Reader, Work


class Clock:
    """Stands still until it is set."""

    def __init__(self) -> None:
        self.at = 1_000

    def __call__(self) -> int:
        return self.at


def ticker(
    database: Database, clock: Clock, *, chores: list[Chore] | None = None, step: Step | None = None
) -> tuple[Ticker, list[str]]:
    bugs: list[str] = []

    def report(name: str, bug: BaseException) -> str:
        bugs.append(name)
        return "REF"

    jobs = [] if step is None else [Job("sweep", 60_000, step)]
    made = Ticker(
        database, now=clock, sleep=asyncio.sleep, chores=chores or [], jobs=jobs, report_bug=report
    )
    return made, bugs


async def test_a_chore_runs_when_it_is_due_and_its_failure_stops_nobody(tmp_path: Path) -> None:
    clock = Clock()
    database = await Database(tmp_path / "d", now=clock, new_id=new_id).open()
    ran: list[str] = []

    async def fails() -> None:
        ran.append("fails")
        raise ZeroDivisionError

    async def works() -> None:
        ran.append("works")

    ticking, bugs = ticker(
        database, clock, chores=[Chore("fails", 500, fails), Chore("works", 1000, works)]
    )
    await ticking.tick()
    await ticking.tick()
    assert (ran, bugs) == (["fails", "works"], ["fails"])
    clock.at += 500
    await ticking.tick()
    assert ran[2:] == ["fails"]
    clock.at += 500
    await ticking.tick()
    assert ran[3:] == ["fails", "works"]
    await database.close()


async def test_a_job_goes_on_where_it_stopped_even_after_a_restart(tmp_path: Path) -> None:
    clock = Clock()
    seen: list[str] = []

    def step(work: Work, cursor: str) -> str | None:
        seen.append(cursor)
        following = str(int(cursor or 0) + 1)
        return None if following == "3" else following

    for _ in range(2):
        database = await Database(tmp_path / "d", now=clock, new_id=new_id).open()
        ticking, bugs = ticker(database, clock, step=step)
        await ticking.tick()
        await database.close()
        assert bugs == []
    assert seen == ["", "1"]

    database = await Database(tmp_path / "d", now=clock, new_id=new_id).open()
    ticking, _ = ticker(database, clock, step=step)
    for _ in range(3):
        await ticking.tick()
    assert seen == ["", "1", "2"], "a finished round waits until it is due again"
    clock.at += 60_000
    await ticking.tick()
    assert seen == ["", "1", "2", ""]
    await database.close()


async def test_a_failing_step_keeps_its_place(tmp_path: Path) -> None:
    clock = Clock()
    database = await Database(tmp_path / "d", now=clock, new_id=new_id).open()

    def step(work: Work, cursor: str) -> str | None:
        records.save_job(work, "sweep", "wrong", 0)
        raise ZeroDivisionError

    ticking, bugs = ticker(database, clock, step=step)
    await ticking.tick()
    assert bugs == ["sweep"]
    assert await database.read(lambda reader: records.job_cursor(reader, "sweep")) == ""
    await database.close()


class Round:
    """Those who are due, and how many steps each of them still takes."""

    def __init__(self, **left: int) -> None:
        self.left = left
        self.steps: list[str] = []

    def next_due(self, _reader: Reader, after: str) -> str | None:
        due = sorted(name for name, left in self.left.items() if left)
        return next((name for name in due if name > after), due[0] if due else None)

    def step(self, _work: Work, name: str) -> None:
        self.steps.append(name)
        if name == "broken":
            raise ZeroDivisionError
        self.left[name] -= 1


async def test_nothing_is_written_when_nobody_is_due(tmp_path: Path) -> None:
    database = await Database(tmp_path / "d", now=Clock(), new_id=new_id).open()
    those = Round(ann=2)
    turns = Turns(database, those.next_due, those.step)
    for _ in range(5):
        await turns.run()
    assert those.steps == ["ann", "ann"]
    await database.close()


async def test_who_fails_holds_up_nobody_and_is_tried_and_told_in_each_round(
    tmp_path: Path,
) -> None:
    clock = Clock()
    database = await Database(tmp_path / "d", now=clock, new_id=new_id).open()
    those = Round(ann=2, broken=1, zoe=1)
    turns = Turns(database, those.next_due, those.step)
    ticking, bugs = ticker(database, clock, chores=[Chore("erasures", 500, turns.run)])
    for _ in range(6):
        await ticking.tick()
        clock.at += 500
    await database.close()
    assert those.steps == ["ann", "broken", "zoe", "ann", "broken", "broken"]
    assert those.left == {"ann": 0, "broken": 1, "zoe": 0}
    assert bugs == ["erasures"] * 3
