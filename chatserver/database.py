"""The one store: commands go to the one writer, queries to readers. Must never hold a rule."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Self, TypeVar

import aiosqlite

from chatserver import records, swapping
from chatserver.journal import Journal
from chatserver.migrations import upgrade
from chatserver.statements import SqliteSql
from chatserver.storage import (
    Damaged,
    StorageLock,
    connect_reader,
    connect_writer,
    empty_log,
    quick_check,
    write_anew,
)
from chatserver.witness import JournalWitness
from chatserver.writer import CommandWork, Writer
from rooms.event import Event
from rooms.refusal import Refusal
from rooms.work import Reader, Sql, Work

T = TypeVar("T")

LONG_READS_MAX = 2
"""Long queries that run at once, each in a thread with a connection of its own."""
LONG_READS_WAITING_MAX = 64
"""Long queries that run or wait; beyond it: `busy`."""


class QueryReader:
    """`rooms.work.Reader` for one query."""

    __slots__ = ("epoch", "now", "sql")

    def __init__(self, sql: Sql, now: int, epoch: str) -> None:
        self.sql = sql
        self.now = now
        self.epoch = epoch


class Database:
    """One SQLite file, one writer, one reader on the loop and a few in threads."""

    writer_type = Writer
    """A test plants its faults here."""

    def __init__(
        self,
        path: Path,
        *,
        now: Callable[[], int],
        new_id: Callable[[], str],
        announce: Callable[[Iterable[Event]], None] = lambda events: None,
        on_fatal: Callable[[BaseException], None] = lambda problem: None,
        journal: Journal | None = None,
    ) -> None:
        self._path = path
        self.witness = None if journal is None else JournalWitness(journal, now)
        self._now = now
        self._new_id = new_id
        self._announce = announce
        self._on_fatal = on_fatal
        self.epoch = ""
        self._long_reads = 0

    async def open(self) -> Self:
        """Take the lock, bring the file up to date, look at it, start the writer.

        Raises `storage.InUse` when another process has it, `Damaged` when SQLite says so, and
        `journal.ForeignJournal` or OSError when the journal can't be used.
        """
        self._lock = StorageLock(self._path)
        try:
            raw = self._prepare()
        except BaseException:
            self._lock.abandon()
            raise
        self._raw = raw
        self._connection = await aiosqlite.Connection(lambda: raw, 64)
        self._sql = SqliteSql(raw)
        self._near = connect_reader(self._path)
        self._near_sql = SqliteSql(self._near)
        self._far = ThreadPoolExecutor(LONG_READS_MAX, thread_name_prefix="long-read")
        self._idle_readers: list[sqlite3.Connection] = []
        self.writer = self.writer_type(
            self._connection,
            raw,
            open_work=self._open_work,
            announce=self._announce,
            on_fatal=self._on_fatal,
            witness=self.witness,
        )
        self.writer.start()
        try:
            self.epoch = await self.write(records.epoch)
            if self.witness is not None:
                store = await self.write(records.store_id)
                await self.witness.open(store=store, mark=await self.read(records.mark))
        except BaseException:
            await self.close()
            raise
        return self

    def _prepare(self) -> sqlite3.Connection:
        """The write connection on a file that is sound and up to date."""
        swapping.finish(self._path)
        raw = connect_writer(self._path)
        if self._lock.was_unclean and (verdict := quick_check(raw)) != "ok":
            raw.close()
            raise Damaged(verdict)
        upgrade(self._path)
        return raw

    def _open_work(self) -> CommandWork:
        return CommandWork(self._sql, self._now(), self.epoch, self._new_id)

    async def write(self, command: Callable[[Work], T], *, urgent: bool = False) -> T:
        """Run one command; its result once it is durable. See `Writer.write`."""
        return await self.writer.write(command, urgent=urgent)

    async def read(self, query: Callable[[Reader], T]) -> T:
        """Answer a bounded, indexed query on the loop, from one snapshot.

        It sees every write that was answered before it began.
        """
        return self._query(self._near, self._near_sql, query)

    async def read_long(self, query: Callable[[Reader], T]) -> T:
        """Answer a query that may take long (search, export) in a thread, from one snapshot."""
        if self._long_reads >= LONG_READS_WAITING_MAX:
            raise Refusal("busy", retry_after_ms=1000)
        self._long_reads += 1
        loop = asyncio.get_running_loop()
        try:
            return await loop.run_in_executor(self._far, self._query_far, query)
        finally:
            self._long_reads -= 1

    def _query_far(self, query: Callable[[Reader], T]) -> T:
        # list.pop and list.append are atomic: at most one thread has a connection.
        connection = self._idle_readers.pop() if self._idle_readers else connect_reader(self._path)
        try:
            return self._query(connection, SqliteSql(connection), query)
        finally:
            self._idle_readers.append(connection)

    def _query(self, connection: sqlite3.Connection, sql: Sql, query: Callable[[Reader], T]) -> T:
        # Two selects outside a transaction may see two states: measured as torn reads.
        connection.execute("BEGIN")
        try:
            return query(QueryReader(sql, self._now(), self.epoch))
        finally:
            connection.execute("ROLLBACK")

    async def checkpoint(self) -> bool:
        """Empty the write-ahead log into the file, so that nothing erased is left in it.

        False when a reader that is still at work holds it: ask again later.
        """
        return await self.writer.between_batches(lambda: asyncio.to_thread(empty_log, self._raw))

    async def rebuild(self) -> None:
        """Write the whole file anew, so that nothing erased is left in a free part of a page.

        Commands wait meanwhile (about a second per 100 MB), queries do not. It takes as much memory
        and once more as much disk as the file has.
        """
        await self.writer.between_batches(lambda: asyncio.to_thread(write_anew, self._raw))

    async def close(self) -> None:
        """Finish what waits for the writer, then close; the writer's connection goes last."""
        await self.writer.stop()
        if self.witness is not None:
            await self.witness.close()
        await asyncio.to_thread(self._far.shutdown, wait=True)
        for reader in (*self._idle_readers, self._near):
            reader.close()
        await self._connection.close()
        if self.writer.is_broken:
            self._lock.abandon()
        else:
            self._lock.release()
