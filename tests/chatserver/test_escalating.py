"""What is due is looked up by itself: on time, once, also when clocks jump and servers stop."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from chatserver.database import Database
from chatserver.escalating import Escalating
from chatserver.ids import new_id
from moderation.cases import case as rules
from moderation.cases import escalation, opening, store, ticking
from moderation.cases.case import Case
from moderation.cases.clock import DEFAULT, HOUR_MS, MINUTE_MS
from moderation.cases.opening import Reason, Source
from moderation.notices.tables import alert
from moderation.notices.writing import Channels
from moderation.severity import Severity
from rooms.people import registry
from rooms.people.person import Role
from rooms.work import Work
from tests.support.clock import ManualClock

MARIA = "maria0000000000000000001"
Night = tuple[Database, ManualClock, Escalating, list[str]]


def escalating(database: Database, clock: ManualClock, bugs: list[str]) -> Escalating:
    """A process that looks."""

    def report(name: str, bug: BaseException) -> str:
        bugs.append(type(bug).__name__)
        return "REF"

    return Escalating(database, clock, DEFAULT, Channels(), report)


@asynccontextmanager
async def night(folder: Path) -> AsyncIterator[Night]:
    """A store with one moderator, and a process that looks."""
    clock, bugs = ManualClock(), list[str]()
    database = await Database(folder / "d", now=clock, new_id=new_id).open()

    await database.write(lambda work: registry.add(work, MARIA, "maria", Role.MODERATOR))
    yield database, clock, escalating(database, clock, bugs), bugs
    await database.close()


def crisis(work: Work, number: int = 0) -> str:
    user_id = f"anna{number:020}"
    registry.add(work, user_id, f"anna{number}", Role.MEMBER)
    reason = Reason(source=Source.KEYWORD, severity=Severity.HIGH)
    return opening.flag(work, user_id, reason).case_id


async def alerts(database: Database) -> int:
    return len(await database.read(lambda reader: reader.sql.all(alert.select())))


async def case_of(database: Database, case_id: str) -> Case:
    def read(work: Work) -> Case:
        found = store.lock(work.sql, case_id)
        assert found is not None
        return found

    return await database.write(read)


async def test_what_is_due_is_told_once(tmp_path: Path) -> None:
    async with night(tmp_path) as (database, clock, looking, bugs):
        await database.write(crisis)
        await looking.run()
        await looking.run()
        assert await alerts(database) == 1
        clock.advance(minutes=10)
        await looking.run()
        assert (await alerts(database), bugs) == (2, [])


async def test_many_at_once_are_all_told(tmp_path: Path) -> None:
    async with night(tmp_path) as (database, _, looking, bugs):
        for number in range(250):
            await database.write(lambda work, number=number: crisis(work, number))  # type: ignore[misc]
        for _ in range(3):
            await looking.run()
        assert await database.read(escalation.due) == []
        assert (await alerts(database), bugs) == (250, [])


async def test_a_case_whose_step_fails_holds_up_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with night(tmp_path) as (database, _, looking, bugs):
        bad = await database.write(crisis)
        good = await database.write(lambda work: crisis(work, 1))
        sound = ticking.tick

        def fails(case: Case, *args: int, **more: object) -> object:
            if case.case_id == bad:
                raise ZeroDivisionError
            return sound(case, *args, **more)  # type: ignore[arg-type]

        monkeypatch.setattr(escalation, "tick", fails)
        await looking.run()
        assert bugs == ["ZeroDivisionError"]
        assert (await case_of(database, good)).stage == 1
        monkeypatch.undo()
        await looking.run()
        assert (await case_of(database, bad)).stage == 1


async def test_a_clock_that_goes_back_makes_nobody_wait_longer(tmp_path: Path) -> None:
    async with night(tmp_path) as (database, clock, looking, _):
        # An hour ago, so that the case still began in the past after the jump.
        case_id = await database.write(crisis)
        await looking.run()
        clock.advance(minutes=9)
        await looking.run()
        clock.advance(ms=-5 * MINUTE_MS)
        await looking.run()
        before = (await case_of(database, case_id)).stage
        clock.advance(minutes=1)
        await looking.run()
        assert (before, (await case_of(database, case_id)).stage) == (1, 2)


async def test_a_clock_that_goes_back_while_the_server_is_stopped_is_noticed(
    tmp_path: Path,
) -> None:
    async with night(tmp_path) as (database, clock, looking, bugs):
        case_id = await database.write(crisis)
        await looking.run()
        clock.advance(minutes=9)
        await looking.run()
        clock.advance(ms=-5 * MINUTE_MS)
        again = escalating(database, clock, bugs)
        await again.run()
        clock.advance(minutes=1)
        await again.run()
        assert (await case_of(database, case_id)).stage == 2


async def test_two_processes_act_on_a_jump_once(tmp_path: Path) -> None:
    async with night(tmp_path) as (database, clock, looking, bugs):
        other = escalating(database, clock, bugs)
        case_id = await database.write(crisis)
        for each in (looking, other):
            await each.run()
        clock.advance(minutes=9)
        for each in (looking, other):
            await each.run()
        due_at = (await case_of(database, case_id)).due_at
        assert due_at is not None
        clock.advance(ms=-5 * MINUTE_MS)
        for each in (looking, other, looking):
            await each.run()
        assert (await case_of(database, case_id)).due_at == due_at - 5 * MINUTE_MS


async def test_a_process_that_runs_behind_is_no_jump(tmp_path: Path) -> None:
    async with night(tmp_path) as (database, clock, looking, bugs):
        case_id = await database.write(crisis)
        await looking.run()
        clock.advance(minutes=1)
        await looking.run()
        before = await case_of(database, case_id)
        behind = ManualClock(clock() - 30_000)
        other = escalating(database, behind, bugs)
        other._last = behind() - 500
        for _ in range(10):
            await other.run()
            behind.advance(ms=500)
        assert await case_of(database, case_id) == before


async def test_a_jump_while_nothing_waited_shifts_nothing_later(tmp_path: Path) -> None:
    async with night(tmp_path) as (database, clock, looking, bugs):
        case_id = await database.write(crisis)
        await looking.run()
        await database.write(lambda work: store.save(work.sql, _closed(work, case_id)))
        clock.advance(ms=-HOUR_MS)
        await looking.run()
        second = await database.write(lambda work: crisis(work, 1))
        waits_from = (await case_of(database, second)).waits_from
        await escalating(database, clock, bugs).run()
        assert (await case_of(database, second)).waits_from == waits_from


def _closed(work: Work, case_id: str) -> Case:
    found = store.lock(work.sql, case_id)
    assert found is not None
    held = rules.claim(found, MARIA, work.now)
    talked = rules.Outcome.TALKED
    return rules.resolve(held, MARIA, talked, work.now, follow_up_at=None, is_alone=False)
