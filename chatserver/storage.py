"""The SQLite file: who may open it, and how each connection is set. Must never run a command."""

from __future__ import annotations

import fcntl
import os
import sqlite3
from pathlib import Path

_STATEMENTS_KEPT = 512
_BUSY_MS = 500


class InUse(Exception):
    """Another server has this database open. One process per SQLite file."""


class StorageLock:
    """The lock beside the file, held for as long as a server or the command line works on it.

    While it is held for writing the lock file says so in one byte, so that the next holder knows
    whether the last one stopped cleanly.
    """

    def __init__(self, database: Path) -> None:
        self._fd = os.open(f"{database}.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(self._fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(self._fd)
            raise InUse from None
        self.was_unclean = os.pread(self._fd, 1, 0) == b"1"
        os.pwrite(self._fd, b"1", 0)

    def release(self) -> None:
        """Give the file back, closed cleanly."""
        os.pwrite(self._fd, b"0", 0)
        self.abandon()

    def abandon(self) -> None:
        """Give the file back as a crash would: the next holder looks at it first."""
        os.close(self._fd)


def connect(path: Path) -> sqlite3.Connection:
    """A connection in manual transaction mode that any thread may use, one at a time."""
    if sqlite3.threadsafety != 3:
        raise RuntimeError("this Python's SQLite is not built for use from several threads")
    return sqlite3.connect(
        path,
        timeout=_BUSY_MS / 1000,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=_STATEMENTS_KEPT,
    )


def connect_writer(path: Path) -> sqlite3.Connection:
    """The one connection that writes and checkpoints: every commit is synced.

    Deleted rows are overwritten with zeros, so that what was erased is gone from the file.
    """
    connection = connect(path)
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "secure_delete=ON",
        "foreign_keys=ON",
        "temp_store=MEMORY",
    ):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def connect_reader(path: Path) -> sqlite3.Connection:
    """A connection that can only look."""
    connection = connect(path)
    connection.execute("PRAGMA query_only=ON")
    connection.execute("PRAGMA temp_store=MEMORY")
    return connection


def quick_check(connection: sqlite3.Connection) -> str:
    """SQLite's own word on the file: "ok", or what is wrong. Asked after an unclean stop."""
    return str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
