"""The domain on a real SQLite file, without a loop: the same statements that the server runs."""

from __future__ import annotations

import importlib
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from chatserver.statements import SqliteSql
from rooms.event import Event
from rooms.people.person import Actor, Role
from rooms.people.registry import add
from rooms.refusal import Refusal
from rooms.tables import metadata
from tests.support.clock import ManualClock
from tests.support.ids import CountingIds, id_of

EPOCH = "epoch0000000000000000001"
_T = TypeVar("_T")

_TABLES = (
    "chatserver",
    "moderation.cases",
    "moderation.conduct",
    "moderation.duty",
    "moderation.help",
    "moderation.notices",
    "moderation.wordlist",
    "rooms.chat",
    "rooms.people",
    "web.accounts",
    "web.site",
)


class FakeWork:
    """`rooms.work.Work` for one command; whatever it emits is kept in `events`."""

    def __init__(
        self, sql: SqliteSql, now: int, ids: Callable[[], str], epoch: str = EPOCH
    ) -> None:
        self.sql = sql
        self.now = now
        self.epoch = epoch
        self.events: list[Event] = []
        self._ids = ids

    def new_id(self) -> str:
        """The next id."""
        return self._ids()

    def emit(self, event: Event) -> None:
        """Keep the event."""
        self.events.append(event)


class House:
    """A store, a clock and some people; commands run in it as the server would run them."""

    def __init__(self, path: Path | str = ":memory:") -> None:
        self.clock = ManualClock()
        self.epoch = EPOCH
        self.events: list[Event] = []
        self.connection = sqlite3.connect(path, isolation_level=None)
        self.connection.execute("PRAGMA foreign_keys = ON")
        self._sql = SqliteSql(self.connection)
        self._ids = CountingIds()
        for folder in _TABLES:
            importlib.import_module(f"{folder}.tables")
        for table in metadata.sorted_tables:
            self.connection.execute(str(CreateTable(table).compile(dialect=sqlite.dialect())))
            for index in table.indexes:
                self.connection.execute(str(CreateIndex(index).compile(dialect=sqlite.dialect())))

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()

    @contextmanager
    def work(self) -> Iterator[FakeWork]:
        """One command: all of it or nothing, and its events only if it succeeds."""
        work = FakeWork(self._sql, self.clock(), self._ids, self.epoch)
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield work
        except BaseException:
            self.connection.execute("ROLLBACK")
            raise
        self.connection.execute("COMMIT")
        self.events.extend(work.events)

    def write(self, command: Callable[[FakeWork], _T]) -> _T:
        """Run a command; its events stand in `events` afterwards."""
        with self.work() as work:
            return command(work)

    def read(self, query: Callable[[FakeWork], _T]) -> _T:
        """Run a query, and see that it changed and announced nothing."""
        work = FakeWork(self._sql, self.clock(), self._ids, self.epoch)
        before = self.connection.total_changes
        self.connection.execute("BEGIN")
        try:
            result = query(work)
        finally:
            self.connection.execute("COMMIT")
        assert self.connection.total_changes == before, "a query has changed something"
        assert work.events == [], "a query has announced something"
        return result

    def refused(self, command: Callable[[FakeWork], object]) -> Refusal:
        """Run a command that must be refused: nothing changes, nothing is announced."""
        before, heard = self.snapshot(), len(self.events)
        try:
            self.write(command)
        except Refusal as refusal:
            assert self.snapshot() == before
            assert len(self.events) == heard
            return refusal
        raise AssertionError("it was not refused")

    def snapshot(self) -> dict[str, list[tuple[object, ...]]]:
        """Everything that is stored."""
        return {
            table.name: sorted(
                self.connection.execute(f'SELECT * FROM "{table.name}"').fetchall(),  # noqa: S608
                key=repr,
            )
            for table in metadata.sorted_tables
        }

    def heard(self) -> list[Event]:
        """The events since this was last asked."""
        events, self.events = self.events, []
        return events

    def person(self, name: str, role: Role = Role.MEMBER, *, visible: bool = False) -> Actor:
        """A new person who goes by that name."""
        user_id = id_of(name)
        self.write(lambda work: add(work, user_id, name, role))
        if visible:
            self.connection.execute("UPDATE person SET visible = 1 WHERE user_id = ?", (user_id,))
        return Actor(user_id, name, role, visible)
