"""The SQLite file: one process at a time, and a look at it after an unclean stop."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from chatserver.database import Database
from chatserver.ids import new_id
from chatserver.storage import Damaged, InUse, StorageLock, connect_writer


def database(path: Path) -> Database:
    return Database(path, now=lambda: 0, new_id=new_id)


async def test_a_second_server_is_refused(tmp_path: Path) -> None:
    first = await database(tmp_path / "d").open()
    with pytest.raises(InUse):
        await database(tmp_path / "d").open()
    await first.close()
    second = await database(tmp_path / "d").open()
    assert second.epoch == first.epoch, "the store is the same incarnation after a restart"
    await second.close()


def test_the_lock_knows_whether_the_last_holder_stopped_cleanly(tmp_path: Path) -> None:
    lock = StorageLock(tmp_path / "d")
    assert not lock.was_unclean
    lock.release()
    lock = StorageLock(tmp_path / "d")
    assert not lock.was_unclean
    lock.abandon()
    lock = StorageLock(tmp_path / "d")
    assert lock.was_unclean
    lock.release()


async def test_a_damaged_file_is_not_served(tmp_path: Path) -> None:
    path = tmp_path / "d"
    opened = await database(path).open()
    await opened.close()
    StorageLock(path).abandon()
    raw = bytearray(path.read_bytes())
    page = int.from_bytes(raw[16:18], "big")
    for at in range(page * 2, len(raw) - page, page):
        raw[at : at + 8] = b"\xff" * 8
    path.write_bytes(raw)
    with pytest.raises((Damaged, sqlite3.DatabaseError)):
        await database(path).open()


def test_every_commit_is_synced_and_erased_words_are_overwritten(tmp_path: Path) -> None:
    connection = connect_writer(tmp_path / "d")
    settings = {
        name: connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("journal_mode", "synchronous", "secure_delete", "foreign_keys")
    }
    connection.close()
    assert settings == {
        "journal_mode": "wal", "synchronous": 2, "secure_delete": 1, "foreign_keys": 1
    }  # fmt: skip
