"""The one writer: every measured trap of running a synchronous domain in batches on SQLite."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from pathlib import Path

import aiosqlite
import pytest
from sqlalchemy import Column, MetaData, Table, Text, bindparam, func, select, text
from sqlalchemy.dialects.postgresql import insert

from chatserver.database import Database
from chatserver.ids import new_id
from chatserver.writer import BATCH_MAX, QUEUE_MAX, URGENT_A_BATCH, URGENT_MAX
from rooms.event import Event, Topic
from rooms.refusal import Refusal
from rooms.work import Reader, Work

note = Table("note", MetaData(), Column("word", Text, primary_key=True))
CREATE = text("CREATE TABLE note (word TEXT PRIMARY KEY)")
ADD = insert(note).values(word=bindparam("word"))
ADD_OR_LOSE_ALL = text("INSERT OR ROLLBACK INTO note VALUES (:word)")
COUNT = select(func.count()).select_from(note)
WORDS = select(note.c.word).order_by(note.c.word)


class Noted(Event, frozen=True, kw_only=True, tag="noted"):
    """A word was kept."""

    word: str

    @property
    def topic(self) -> Topic:
        return Topic("notes")


class Boom(Exception):
    """A bug in a command."""


def add(word: str) -> Callable[[Work], str]:
    """A command that keeps a word and says so."""

    def command(work: Work) -> str:
        work.sql.run(ADD, word=word)
        work.emit(Noted(word=word))
        return word

    return command


def words(reader: Reader) -> list[str]:
    return [row[0] for row in reader.sql.all(WORDS)]


class Notes:
    """A database with one table, and what it announced."""

    def __init__(self, path: Path) -> None:
        self.announced: list[str] = []
        self.fatal: list[BaseException] = []
        self.database = Database(
            path,
            now=lambda: 0,
            new_id=new_id,
            announce=self._announce,
            on_fatal=self.fatal.append,
        )

    def _announce(self, events: Iterable[Event]) -> None:
        self.announced += [event.word for event in events if isinstance(event, Noted)]

    async def kept(self) -> list[str]:
        return await self.database.read(words)


@pytest.fixture
async def notes(tmp_path: Path) -> AsyncIterator[Notes]:
    notes = Notes(tmp_path / "notes.sqlite3")
    await notes.database.open()
    await notes.database.write(lambda work: work.sql.run(CREATE))
    yield notes
    await notes.database.close()


async def test_an_answer_means_it_is_in_the_file(notes: Notes, tmp_path: Path) -> None:
    assert await notes.database.write(add("one")) == "one"
    other = sqlite3.connect(tmp_path / "notes.sqlite3")
    assert other.execute("SELECT word FROM note").fetchall() == [("one",)]
    other.close()


async def test_a_poisoned_command_takes_nobody_with_it(notes: Notes) -> None:
    def poison(work: Work) -> None:
        add("half")(work)
        raise Boom

    answers = await asyncio.gather(
        notes.database.write(add("a")),
        notes.database.write(poison),
        notes.database.write(add("b")),
        return_exceptions=True,
    )
    assert answers[0] == "a"
    assert isinstance(answers[1], Boom)
    assert answers[2] == "b"
    assert await notes.kept() == ["a", "b"]
    assert notes.announced == ["a", "b"]


async def test_a_refusal_leaves_no_trace(notes: Notes) -> None:
    def refuse(work: Work) -> None:
        add("half")(work)
        raise Refusal("forbidden")

    with pytest.raises(Refusal, match="forbidden"):
        await notes.database.write(refuse)
    assert await notes.kept() == []
    assert notes.announced == []


async def test_when_sqlite_rolls_everything_back_the_whole_batch_says_so(notes: Notes) -> None:
    await notes.database.write(add("taken"))

    def lose_all(work: Work) -> None:
        work.sql.run(ADD_OR_LOSE_ALL, word="taken")

    answers = await asyncio.gather(
        notes.database.write(add("before")),
        notes.database.write(lose_all),
        notes.database.write(add("after")),
        return_exceptions=True,
    )
    assert [getattr(answer, "code", None) for answer in answers[:2]] == ["storage_unavailable"] * 2
    assert answers[2] == "after", "what had not run yet runs in the next batch"
    assert await notes.kept() == ["after", "taken"]
    assert notes.announced == ["taken", "after"]


async def test_a_caller_that_goes_away_cancels_no_commit(notes: Notes) -> None:
    waiting = asyncio.create_task(notes.database.write(add("kept")))
    await asyncio.sleep(0)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    await notes.database.write(add("next"))
    assert await notes.kept() == ["kept", "next"]
    assert notes.announced == ["kept", "next"]


class HeldCommit:
    """aiosqlite's connection, whose commit takes as long as the test wants."""

    def __init__(self, sound: aiosqlite.Connection) -> None:
        self._sound = sound
        self.began, self.go_on = asyncio.Event(), asyncio.Event()

    async def commit(self) -> None:
        self.began.set()
        await self.go_on.wait()
        await self._sound.commit()


async def test_cancelling_the_writer_in_mid_commit_loses_no_answer(notes: Notes) -> None:
    writer = notes.database.writer
    held = HeldCommit(writer._connection)
    writer._connection = held  # type: ignore[assignment]
    answers = [asyncio.create_task(notes.database.write(add(word))) for word in ("a", "b")]
    await held.began.wait()
    assert writer._task is not None
    writer._task.cancel()
    await asyncio.sleep(0)
    held.go_on.set()
    assert await asyncio.gather(*answers) == ["a", "b"]
    assert await notes.kept() == ["a", "b"]


async def test_two_selects_of_one_query_see_one_state(notes: Notes, tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / "notes.sqlite3", isolation_level=None)

    def twice(reader: Reader) -> tuple[int, int]:
        first = reader.sql.one(COUNT)
        other.execute("INSERT INTO note VALUES ('between')")
        second = reader.sql.one(COUNT)
        assert first is not None
        assert second is not None
        return first[0], second[0]

    assert await notes.database.read(twice) == (0, 0)
    assert await notes.database.read_long(lambda reader: reader.sql.one(COUNT)) == (1,)
    other.close()


async def test_a_query_changes_nothing(notes: Notes) -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        await notes.database.read(lambda reader: reader.sql.run(ADD, word="no"))
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        await notes.database.read_long(lambda reader: reader.sql.run(ADD, word="no"))


async def test_events_come_in_the_order_of_commits(notes: Notes) -> None:
    wanted = [f"{number:04}" for number in range(3 * BATCH_MAX)]
    await asyncio.gather(*(notes.database.write(add(word)) for word in wanted))
    assert notes.announced == wanted


async def test_a_full_queue_says_busy_but_has_room_for_help(notes: Notes) -> None:
    writing = [asyncio.create_task(notes.database.write(add(str(n)))) for n in range(QUEUE_MAX)]
    await asyncio.sleep(0)
    with pytest.raises(Refusal, match="busy"):
        await notes.database.write(add("one too many"))
    urgent = [
        asyncio.create_task(notes.database.write(add(f"help {n}"), urgent=True))
        for n in range(URGENT_MAX)
    ]
    await asyncio.gather(*writing, *urgent)
    kept = await notes.kept()
    assert len(kept) == QUEUE_MAX + URGENT_MAX
    assert "one too many" not in kept


async def test_a_full_disk_is_said_so_and_survived(notes: Notes) -> None:
    await notes.database.write(add("before"))
    raw = notes.database._raw
    pages = raw.execute("PRAGMA page_count").fetchone()[0]
    raw.execute(f"PRAGMA max_page_count={pages}")
    with pytest.raises(Refusal, match="storage_unavailable"):
        await notes.database.write(add("x" * 100_000))
    raw.execute("PRAGMA max_page_count=1000000")
    assert await notes.database.write(add("after")) == "after"
    assert await notes.kept() == ["after", "before"]
    assert notes.fatal == []


class BrokenCommit:
    """aiosqlite's connection, whose sync fails."""

    async def commit(self) -> None:
        problem = sqlite3.OperationalError("disk I/O error")
        problem.sqlite_errorcode = sqlite3.SQLITE_IOERR_FSYNC
        raise problem


async def test_after_a_failed_sync_nothing_more_is_acknowledged(notes: Notes) -> None:
    writer = notes.database.writer
    sound = writer._connection
    writer._connection = BrokenCommit()  # type: ignore[assignment]
    with pytest.raises(Refusal, match="unknown_outcome"):
        await notes.database.write(add("lost?"))
    writer._connection = sound
    assert len(notes.fatal) == 1
    assert notes.announced == []
    with pytest.raises(Refusal, match="storage_unavailable"):
        await notes.database.write(add("later"))


async def test_stopping_finishes_what_waits(tmp_path: Path) -> None:
    notes = Notes(tmp_path / "notes.sqlite3")
    await notes.database.open()
    await notes.database.write(lambda work: work.sql.run(CREATE))
    writing = [asyncio.create_task(notes.database.write(add(str(n)))) for n in range(600)]
    await asyncio.sleep(0)
    await notes.database.close()
    assert len(await asyncio.gather(*writing)) == 600
    with pytest.raises(Refusal, match="stopping"):
        await notes.database.write(add("too late"))


async def test_a_bug_in_the_writer_itself_leaves_nobody_waiting(notes: Notes) -> None:
    def broken() -> None:
        raise ZeroDivisionError

    sound = notes.database.writer._open_work
    notes.database.writer._open_work = broken  # type: ignore[assignment]
    with pytest.raises(Refusal, match="unknown_outcome"):
        await notes.database.write(add("lost"))
    notes.database.writer._open_work = sound
    assert [type(problem) for problem in notes.fatal] == [ZeroDivisionError]
    with pytest.raises(Refusal, match="storage_unavailable"):
        await notes.database.write(add("later"))


async def test_help_goes_first_in_its_own_order_but_never_takes_a_whole_batch(
    notes: Notes,
) -> None:
    ordinary = [asyncio.create_task(notes.database.write(add(f"o{n}"))) for n in range(3)]
    urgent = [
        asyncio.create_task(notes.database.write(add(f"u{n:03}"), urgent=True))
        for n in range(URGENT_A_BATCH + 5)
    ]
    await asyncio.gather(*ordinary, *urgent)
    announced = notes.announced
    firsts = [word for word in announced if word.startswith("u")]
    assert firsts == sorted(firsts)
    assert announced[0] == "u000"
    assert announced.index("o0") == URGENT_A_BATCH


async def test_what_needs_the_file_to_itself_runs_between_batches(notes: Notes) -> None:
    raw = notes.database._raw
    seen: list[bool] = []

    async def look() -> str:
        seen.append(raw.in_transaction)
        await asyncio.sleep(0)
        seen.append(raw.in_transaction)
        return "looked"

    writing = [asyncio.create_task(notes.database.write(add(str(n)))) for n in range(5)]
    assert await notes.database.writer.between_batches(look) == "looked"
    assert await asyncio.gather(*writing) == [str(n) for n in range(5)]
    assert seen == [False, False]


async def test_a_failure_between_batches_is_for_whoever_asked(notes: Notes) -> None:
    async def fail() -> None:
        raise Boom

    with pytest.raises(Boom):
        await notes.database.writer.between_batches(fail)
    assert await notes.database.write(add("after")) == "after"


async def test_what_was_asked_for_between_batches_is_done_before_stopping(tmp_path: Path) -> None:
    notes = Notes(tmp_path / "notes.sqlite3")
    await notes.database.open()
    done = asyncio.Event()

    async def finish() -> None:
        done.set()

    asked = asyncio.create_task(notes.database.writer.between_batches(finish))
    await asyncio.sleep(0)
    await notes.database.close()
    await asked
    assert done.is_set()
    with pytest.raises(Refusal, match="stopping"):
        await notes.database.writer.between_batches(finish)


class Sees:
    """A witness that holds every word, and fails or hangs when a test says so."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        self.held: list[list[str]] = []
        self.let_go_of = 0
        self.fails: OSError | None = None
        self.was_committed: list[bool] = []

    def hold(self, events: Iterable[Event]) -> Awaitable[Callable[[Work], object]] | None:
        words = [event.word for event in events if isinstance(event, Noted)]
        wanted = [word for word in words if word.startswith("hold")]
        return self._hold(wanted) if wanted else None

    async def _hold(self, wanted: list[str]) -> Callable[[Work], object]:
        await asyncio.sleep(0)
        kept = await self._notes.kept()
        self.was_committed.append(any(word in kept for word in wanted))
        if self.fails is not None:
            raise self.fails
        self.held.append(wanted)
        return lambda work: work.sql.run(ADD, word=f"mark {len(self.held)}")

    async def let_go(self) -> None:
        self.let_go_of += 1


@pytest.fixture
def sees(notes: Notes) -> Sees:
    sees = Sees(notes)
    notes.database.writer._witness = sees
    return sees


async def test_what_must_outlive_the_store_is_held_before_the_commit(
    notes: Notes, sees: Sees
) -> None:
    await notes.database.write(add("plain"))
    assert sees.held == []
    await asyncio.gather(notes.database.write(add("hold a")), notes.database.write(add("b")))
    assert (sees.held, sees.was_committed) == ([["hold a"]], [False])
    assert await notes.kept() == ["b", "hold a", "mark 1", "plain"]
    assert notes.announced == ["plain", "hold a", "b"]
    assert sees.let_go_of == 0


async def test_what_cannot_be_held_is_not_done_and_said_so(notes: Notes, sees: Sees) -> None:
    sees.fails = OSError(28, "No space left on device")
    answers = await asyncio.gather(
        notes.database.write(add("hold a")), notes.database.write(add("b")), return_exceptions=True
    )
    assert [getattr(answer, "code", None) for answer in answers] == ["storage_unavailable"] * 2
    assert await notes.kept() == []
    assert notes.announced == []
    assert notes.fatal == []
    assert await notes.database.write(add("plain")) == "plain", "other words do not suffer"
    sees.fails = None
    assert await notes.database.write(add("hold a")) == "hold a"


async def test_a_refused_command_leaves_nothing_to_hold(notes: Notes, sees: Sees) -> None:
    def refuse(work: Work) -> None:
        add("hold me")(work)
        raise Refusal("forbidden")

    with pytest.raises(Refusal, match="forbidden"):
        await notes.database.write(refuse)
    assert sees.held == []


async def test_what_was_held_for_a_commit_that_failed_is_let_go(notes: Notes, sees: Sees) -> None:
    writer = notes.database.writer
    sound = writer._connection
    writer._connection = FullDisk()  # type: ignore[assignment]
    with pytest.raises(Refusal, match="storage_unavailable"):
        await notes.database.write(add("hold a"))
    writer._connection = sound
    assert sees.let_go_of == 1
    assert await notes.kept() == []


class FullDisk:
    """aiosqlite's connection, whose commit finds no room."""

    async def commit(self) -> None:
        problem = sqlite3.OperationalError("database or disk is full")
        problem.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise problem


async def test_cancelling_the_writer_while_it_holds_loses_no_answer(
    notes: Notes, sees: Sees
) -> None:
    writer = notes.database.writer
    answer = asyncio.create_task(notes.database.write(add("hold a")))
    await asyncio.sleep(0)
    assert writer._task is not None
    writer._task.cancel()
    assert await answer == "hold a"
    assert sees.held == [["hold a"]]
