"""What a test from outside needs to look into a served app: its store, its bus, no limits."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from chatserver.app import Server
from chatserver.bus import Bus
from chatserver.sockets import driver
from chatserver.sockets.limits import RATES, Rate
from rooms.event import Event
from rooms.tables import metadata

MACHINE = frozenset({"job", "alembic_version"})
"""Tables that move by themselves: how far the ticker's jobs have come."""

Rows = dict[str, list[tuple[Any, ...]]]


class Tap:
    """Listens on the bus: every event of every topic, in the order of commits."""

    def __init__(self, server: Server) -> None:
        self._bus: Bus = server.bus
        self.heard: list[Event] = []
        server.bus = self

    def publish(self, events: Iterable[Event]) -> None:
        """Note the events and pass them on."""
        events = list(events)
        self.heard.extend(events)
        self._bus.publish(events)

    @property
    def keeps_up(self) -> bool:
        """As the bus says."""
        return self._bus.keeps_up

    def take(self) -> list[Event]:
        """What came since this was last asked."""
        heard, self.heard = self.heard, []
        return heard


class StoreView:
    """The server's file, seen through a connection of the test's own."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._path: Path = server.config.database_path
        self._own = sqlite3.connect(f"file:{self._path}?mode=ro", uri=True, isolation_level=None)
        found = self._own.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        names = {name for (name,) in found} - MACHINE
        parents_first = [table.name for table in metadata.sorted_tables]
        self._tables = sorted(names, key=parents_first.index)
        self._hash = (-1, "")

    def close(self) -> None:
        """Let go of the file."""
        self._own.close()

    def rows(self) -> Rows:
        """Every row of every table, in an order that is always the same."""
        self._own.execute("BEGIN")
        try:
            return {
                name: sorted(self._own.execute(f'SELECT * FROM "{name}"'), key=repr)  # noqa: S608
                for name in self._tables
            }
        finally:
            self._own.execute("ROLLBACK")

    def hash(self) -> str:
        """SHA-256 over all of it; worked out anew whenever anyone has committed a change."""
        (version,) = self._own.execute("PRAGMA data_version").fetchone()
        if version != self._hash[0]:
            self._hash = (version, hashlib.sha256(repr(self.rows()).encode()).hexdigest())
        return self._hash[1]

    async def restore(self, rows: Rows) -> None:
        """Put the store back as it was, in one command of the writer."""
        raw: sqlite3.Connection = self._server.database._raw

        def put_back(work: object) -> None:
            raw.execute("PRAGMA defer_foreign_keys = ON")
            # The audit log is append-only, but for a test that begins anew.
            raw.execute("DROP TRIGGER IF EXISTS audit_entry_no_delete")
            for name in reversed(self._tables):
                raw.execute(f'DELETE FROM "{name}"')  # noqa: S608
            for name in self._tables:
                for row in rows[name]:
                    marks = ",".join("?" * len(row))
                    raw.execute(f'INSERT INTO "{name}" VALUES ({marks})', row)  # noqa: S608

        await self._server.database.write(put_back)
        await self._server._read_blocks()


def unlimited(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let everyone ask as often as the test likes: limits have tests of their own."""
    free = {name: Rate(10**6, 10**6) for name in RATES}
    monkeypatch.setattr(driver, "RATES", free)
    monkeypatch.setattr(server.buckets, "_rates", free)
    server.buckets._buckets.clear()


def unsynced(server: Server) -> None:
    """Commit without waiting for the disk: what is tested here is not whether it lasts."""
    raw, writer = server.database._raw, server.database.writer
    committed = writer.committed

    def now_that_it_is_over(seconds: float) -> None:
        raw.execute("PRAGMA synchronous = OFF")
        writer.committed = committed
        committed(seconds)

    # The ticker may have begun its first round: in a transaction it can't be changed.
    if raw.in_transaction:
        writer.committed = now_that_it_is_over
    else:
        raw.execute("PRAGMA synchronous = OFF")
