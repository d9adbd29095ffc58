"""The SQLite file: who may open it, and how each connection is set. Must never run a command."""

from __future__ import annotations

import fcntl
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_STATEMENTS_KEPT = 512
_BUSY_MS = 500
_CHECKPOINT_BUSY_MS = 50
"""Commands wait while the log is emptied, so a reader that holds it is not waited for long."""


class InUse(Exception):
    """Another server has this database open. One process per SQLite file."""


class Damaged(Exception):
    """SQLite finds the file damaged, or no database at all: restore a backup."""


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

    def leave_as_found(self) -> None:
        """Give the file back as it was taken."""
        os.pwrite(self._fd, b"1" if self.was_unclean else b"0", 0)
        os.close(self._fd)

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

    Deleted rows are overwritten with zeros, so that what was erased is gone from the file. Only
    our own account may read it, and the files that SQLite puts beside it.
    """
    path.touch(0o600)
    path.chmod(0o600)
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


def write_anew(connection: sqlite3.Connection) -> None:
    """Write every page of the file anew, from what is in use alone.

    Deleted rows are overwritten, but when a page is split or joined, what moves to another page can
    leave a copy in a part of the old one that is free from then on.
    """
    connection.execute("VACUUM")


def empty_log(connection: sqlite3.Connection) -> bool:
    """Move the write-ahead log into the file; False when a reader keeps it from becoming empty."""
    connection.execute(f"PRAGMA busy_timeout={_CHECKPOINT_BUSY_MS}")
    try:
        busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    finally:
        connection.execute(f"PRAGMA busy_timeout={_BUSY_MS}")
    return bool(busy == 0)


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of it or nothing, on a connection that nobody else uses."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


class Copying:
    """A copy of a whole database as it is at one moment, while others read and write it.

    SQLite writes it in one go, without what was deleted; a copy page by page would begin anew with
    every commit, as was measured. `stop` may be called from another thread.
    """

    def __init__(self, source: Path) -> None:
        self._connection = connect(source)

    def into(self, target: Path) -> None:
        """Write the copy into an empty file. Raises `Damaged` when the source is no database."""
        try:
            self._connection.execute("VACUUM INTO ?", (str(target),))
        except sqlite3.OperationalError as problem:
            raise OSError(f"not copied: {problem.sqlite_errorname}") from None
        except sqlite3.DatabaseError:
            raise Damaged from None
        finally:
            self._connection.close()

    def stop(self) -> None:
        """Give up: `into` raises OSError."""
        with suppress(sqlite3.ProgrammingError):
            self._connection.interrupt()


def is_sound(path: Path) -> bool:
    """Whether a file is a database without a broken page or a reference to nothing."""
    connection = connect(path)
    try:
        return (
            quick_check(connection) == "ok"
            and not connection.execute("PRAGMA foreign_key_check").fetchone()
        )
    except sqlite3.DatabaseError:
        return False
    finally:
        connection.close()


def make_single(connection: sqlite3.Connection) -> None:
    """Leave everything in the one file, nothing beside it; closes the connection."""
    connection.execute("PRAGMA journal_mode=DELETE")
    connection.close()


def sync_file(path: Path) -> None:
    """Make a file's content durable, or the names in a folder."""
    fd = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


def new_file(path: Path) -> None:
    """An empty file that nobody else may read. Raises FileExistsError."""
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600))
