"""The writer and the journal together: what was acknowledged stands in both."""

from __future__ import annotations

import asyncio
import errno
import sqlite3
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

import pytest

from chatserver import records
from chatserver.database import Database
from chatserver.facts import AuditHead, Begun, MessageTakenBack, Renamed, StateSet
from chatserver.ids import new_id
from chatserver.journal import Journal, UnusableJournal
from chatserver.journal_lines import ForeignJournal, read_after
from rooms.chat.events import MessageDeleted
from rooms.event import Event
from rooms.people.events import YourHandle, YourState
from rooms.people.person import State
from rooms.refusal import Refusal
from rooms.work import Work
from tests.chatserver.test_journal import Failing

NOW = 5


def database(folder: Path) -> Database:
    journal = Journal(folder / "journal.jsonl", keep_days=400)
    return Database(folder / "d", now=lambda: NOW, new_id=new_id, journal=journal)


@pytest.fixture
async def opened(tmp_path: Path) -> AsyncIterator[Database]:
    opened = await database(tmp_path).open()
    yield opened
    await opened.close()


def deleted(message_id: str) -> MessageDeleted:
    return MessageDeleted(room_id="r", epoch="e", seq=1, at=NOW, message_id=message_id)


async def tell(database: Database, *events: Event) -> None:
    def command(work: Work) -> None:
        records.save_job(work, "n", "", work.now)
        for event in events:
            work.emit(event)

    await database.write(command)


@asynccontextmanager
async def at_work(folder: Path) -> AsyncIterator[Database]:
    found = await database(folder).open()
    try:
        yield found
    finally:
        await found.close()


async def tell_and_stop(folder: Path) -> None:
    async with at_work(folder) as found:
        await tell(found, deleted("m1"))


def kept(folder: Path) -> Sequence[object]:
    return [line.fact for line in read_after(folder / "journal.jsonl", 0, "").facts][1:]


async def test_a_fact_is_in_the_journal_and_the_store_knows_how_far_it_goes(
    opened: Database, tmp_path: Path
) -> None:
    assert await opened.read(records.mark) == 0
    await tell(opened)
    assert kept(tmp_path) == []
    assert await opened.read(records.mark) == 0
    await tell(opened, deleted("m1"), YourState(user_id="u", state=State.ERASING))
    assert kept(tmp_path) == [
        MessageTakenBack(message_id="m1"),
        StateSet(user_id="u", state=State.ERASING),
    ]
    assert await opened.read(records.mark) == 3


async def test_a_full_journal_refuses_what_it_cannot_hold_and_nothing_else(
    opened: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("chatserver.journal.os", Failing("pwrite", errno.ENOSPC))
        with pytest.raises(Refusal, match="storage_unavailable"):
            await tell(opened, deleted("m1"))
    assert kept(tmp_path) == []
    assert await opened.read(partial(records.job_cursor, name="n")) == "", "the job never ran"
    await tell(opened)
    await tell(opened, deleted("m2"))
    assert kept(tmp_path) == [MessageTakenBack(message_id="m2")]


async def test_a_fact_whose_commit_failed_is_taken_back_before_anyone_hears_so(
    opened: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer = opened.writer

    class FullDisk:
        async def commit(self) -> None:
            problem = sqlite3.OperationalError()
            problem.sqlite_errorcode = sqlite3.SQLITE_FULL
            raise problem

    assert opened.witness is not None
    journal, loop = opened.witness.journal, asyncio.get_running_loop()
    take_back, was_told = journal.take_back, []

    async def whether_told() -> bool:
        for _ in range(20):
            await asyncio.sleep(0)
        return asked.done()

    def slowly(number: int) -> None:
        was_told.append(asyncio.run_coroutine_threadsafe(whether_told(), loop).result())
        take_back(number)

    monkeypatch.setattr(journal, "take_back", slowly)
    sound, writer._connection = writer._connection, FullDisk()  # type: ignore[assignment]
    asked = asyncio.ensure_future(tell(opened, deleted("m1")))
    with pytest.raises(Refusal, match="storage_unavailable"):
        await asked
    writer._connection = sound
    assert was_told == [False], "nobody hears that it failed while it still stands somewhere"
    assert kept(tmp_path) == []
    await tell(opened, deleted("m2"))
    assert kept(tmp_path) == [MessageTakenBack(message_id="m2")]


async def test_a_stop_changes_nothing(tmp_path: Path) -> None:
    await tell_and_stop(tmp_path)
    async with at_work(tmp_path) as again:
        assert again.witness is not None
        journal = again.witness.journal
        assert (journal.last, journal.has_gap, journal.beyond) == (2, False, [])


async def test_a_store_without_its_journal_says_so_and_goes_on(tmp_path: Path) -> None:
    await tell_and_stop(tmp_path)
    (tmp_path / "journal.jsonl").unlink()
    async with at_work(tmp_path) as again:
        assert again.witness is not None
        assert again.witness.journal.has_gap
        await tell(again, deleted("m2"))
    reading = read_after(tmp_path / "journal.jsonl", 2, "")
    begun, fact = (line.fact for line in reading.facts)
    assert isinstance(begun, Begun)
    assert fact == MessageTakenBack(message_id="m2")


async def test_what_cannot_be_used_is_told_before_anything_is_written(tmp_path: Path) -> None:
    await (await database(tmp_path).open()).close()
    (tmp_path / "other").mkdir()
    await (await database(tmp_path / "other").open()).close()
    journal = (tmp_path / "other" / "journal.jsonl").read_bytes()
    (tmp_path / "journal.jsonl").write_bytes(journal)
    with pytest.raises(ForeignJournal):
        await database(tmp_path).open()
    (tmp_path / "journal.jsonl").unlink()
    (tmp_path / "journal.jsonl").mkdir()
    with pytest.raises(UnusableJournal, match="Is a directory"):
        await database(tmp_path).open()
    (tmp_path / "journal.jsonl").rmdir()
    await (await database(tmp_path).open()).close()


async def test_it_is_tidied_and_told_where_the_audit_log_ends(
    opened: Database, tmp_path: Path
) -> None:
    witness = opened.witness
    assert witness is not None
    await witness.note(AuditHead(epoch="e", number=3, hash="h"))
    assert await witness.audit_head("e") == AuditHead(epoch="e", number=3, hash="h")
    await tell(opened, YourHandle(user_id="u", handle="canary"))
    await tell(opened, YourState(user_id="u", state=State.ERASED))
    assert Renamed(user_id="u", handle="canary") in kept(tmp_path)
    await witness.tidy()
    assert b"canary" not in (tmp_path / "journal.jsonl").read_bytes()
