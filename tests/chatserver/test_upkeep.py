"""After an erasure the file is cleaned: its log at once, itself when it is quiet, once a day."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest

from chatserver import records, upkeep
from chatserver.database import Database
from chatserver.ids import new_id
from chatserver.upkeep import AGAIN_MS, DAY_MS, QUIET_COMMITS, Upkeep
from rooms.refusal import Refusal
from rooms.work import Work
from tests.sockets.canaries import MARK
from tests.support.clock import ManualClock


class Watched(Database):
    """A database that counts what is done to its file."""

    def __init__(self, path: Path, clock: ManualClock) -> None:
        super().__init__(path, now=clock, new_id=new_id)
        self.done: list[str] = []
        self.problem: Refusal | None = None
        self.log_is_held = False

    async def checkpoint(self) -> bool:
        self.done.append("log")
        return False if self.log_is_held else await super().checkpoint()

    async def rebuild(self) -> None:
        self.done.append("file")
        if self.problem is not None:
            raise self.problem
        await super().rebuild()


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
async def database(tmp_path: Path, clock: ManualClock) -> AsyncIterator[Watched]:
    opened = Watched(tmp_path / "d", clock)
    await opened.open()
    yield opened
    await opened.close()


async def quiet(database: Watched, clock: ManualClock) -> Upkeep:
    """A server that has been up for a while, with nothing to do."""
    keeper = Upkeep(database, clock)
    await keeper.run()
    assert database.done == []
    return keeper


async def test_without_an_erasure_nothing_is_done(database: Watched, clock: ManualClock) -> None:
    keeper = await quiet(database, clock)
    for _ in range(3):
        clock.advance(days=1)
        await keeper.run()
    assert database.done == []


async def test_the_log_at_once_and_then_the_file(database: Watched, clock: ManualClock) -> None:
    keeper = await quiet(database, clock)
    await database.write(upkeep.owe)
    await keeper.run()
    assert database.done == ["log"]
    await keeper.run()
    assert database.done == ["log", "file", "log"]
    await keeper.run()
    assert len(database.done) == 3


async def test_a_busy_server_is_left_alone_for_a_day_at_most(
    database: Watched, clock: ManualClock
) -> None:
    keeper = await quiet(database, clock)
    await database.write(upkeep.owe)
    await keeper.run()

    async def busy() -> None:
        for _ in range(QUIET_COMMITS + 1):
            keeper.committed()
        await keeper.run()

    await busy()
    clock.advance(ms=DAY_MS - 1)
    await busy()
    assert database.done == ["log"]
    clock.advance(ms=1)
    await busy()
    assert "file" in database.done


async def test_a_start_is_no_quiet_moment(database: Watched, clock: ManualClock) -> None:
    await database.write(upkeep.owe)
    keeper = Upkeep(database, clock)
    await keeper.run()
    again = Upkeep(database, clock)
    await again.run()
    assert database.done == ["log"]
    await again.run()
    assert "file" in database.done


async def test_the_file_is_written_anew_once_a_day_at_most(
    database: Watched, clock: ManualClock
) -> None:
    keeper = await quiet(database, clock)
    for _ in range(3):
        await database.write(upkeep.owe)
        for _ in range(4):
            await keeper.run()
    assert database.done.count("file") == 1
    clock.advance(ms=DAY_MS)
    for _ in range(4):
        await keeper.run()
    assert database.done.count("file") == 2
    assert database.done.count("log") > 3


async def test_a_restart_forgets_nothing(
    tmp_path: Path, clock: ManualClock, database: Watched
) -> None:
    await database.write(upkeep.owe)
    await database.close()
    again = Watched(tmp_path / "d", clock)
    await again.open()
    keeper = Upkeep(again, clock)
    for _ in range(3):
        await keeper.run()
    assert again.done == ["log", "file", "log"]
    await again.close()
    await database.open()


async def test_whoever_is_erased_meanwhile_is_owed_the_same(
    database: Watched, clock: ManualClock
) -> None:
    keeper = await quiet(database, clock)
    await database.write(upkeep.owe)
    checkpoint = database.checkpoint

    async def erased_meanwhile() -> bool:
        done = await checkpoint()
        if len(database.done) == 1:
            await database.write(upkeep.owe)
        return done

    database.checkpoint = erased_meanwhile  # type: ignore[method-assign]
    await keeper.run()
    await keeper.run()
    assert database.done == ["log", "log"]


async def test_a_log_that_is_held_is_emptied_later(database: Watched, clock: ManualClock) -> None:
    keeper = await quiet(database, clock)
    await database.write(upkeep.owe)
    database.log_is_held = True
    await keeper.run()
    await keeper.run()
    assert database.done == ["log", "log"]
    database.log_is_held = False
    await keeper.run()
    database.log_is_held = True
    await keeper.run()
    assert database.done[-2:] == ["file", "log"]
    database.log_is_held = False
    await keeper.run()
    await keeper.run()
    assert database.done.count("file") == 1
    assert await database.read(lambda reader: records.job(reader, "upkeep")[0]) == ""


async def test_a_full_disk_is_not_hurried(database: Watched, clock: ManualClock) -> None:
    keeper = await quiet(database, clock)
    await database.write(upkeep.owe)
    await keeper.run()
    database.problem = Refusal("storage_unavailable")
    for _ in range(5):
        await keeper.run()
    assert database.done.count("file") == 1
    clock.advance(ms=AGAIN_MS)
    database.problem = None
    await keeper.run()
    assert await database.read(lambda reader: records.job(reader, "upkeep")[0]) == ""


# What it is good for ------------------------------------------------------------------------------


def remnant(path: Path) -> bool:
    """Whether a deleted word can still be found in the file."""
    return MARK.encode() in path.read_bytes()


def churn(work: Work) -> None:
    """Rows that are moved from page to page, and then deleted: a copy stays in a free part."""
    execute = work.sql._execute  # type: ignore[attr-defined]
    # With it, copies are a matter of chance; here one is to be there for sure.
    execute("PRAGMA secure_delete = OFF")
    execute("CREATE TABLE churn (k TEXT PRIMARY KEY) WITHOUT ROWID")
    for seed in range(40):
        for number in range(200):
            key = (number * 7919 + seed * 104_729) % 1_000_003
            word = MARK if number % 7 == 0 else "x"
            execute("INSERT OR IGNORE INTO churn VALUES (?)", (f"{key:07} {word}" * 3,))
    execute("DELETE FROM churn WHERE k LIKE ?", (f"%{MARK}%",))


async def test_what_balancing_left_in_free_parts_is_gone(
    database: Watched, tmp_path: Path, clock: ManualClock
) -> None:
    path = tmp_path / "d"
    await database.write(churn)
    await database.checkpoint()
    assert remnant(path)
    await database.rebuild()
    await database.checkpoint()
    assert not remnant(path)
    assert (tmp_path / "d-wal").stat().st_size == 0
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert await database.read(lambda reader: reader.epoch) == database.epoch


async def test_queries_go_on_and_commands_wait_while_it_is_written_anew(
    database: Watched, clock: ManualClock
) -> None:
    rebuilding = asyncio.create_task(database.rebuild())
    writing = asyncio.create_task(database.write(lambda work: work.now))
    assert await database.read(lambda reader: reader.epoch) == database.epoch
    assert await writing == clock()
    await rebuilding
