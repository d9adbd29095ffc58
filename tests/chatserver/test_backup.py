"""A backup: everything of one moment, for nobody else's eyes, while people go on writing."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from collections.abc import AsyncIterator, Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from chatserver import backup, records
from chatserver.backup import TAKEN_AT, Backup, BackupProblem
from chatserver.database import Database
from chatserver.ids import new_id
from chatserver.storage import Copying
from rooms.people import registry
from rooms.people.person import Role
from rooms.work import Work
from tests.support.served import served

NOW = 1_700_000_000_000


@pytest.fixture
async def opened(tmp_path: Path) -> AsyncIterator[Database]:
    """An open store with someone in it."""
    opened = await Database(tmp_path / "d", now=lambda: NOW, new_id=new_id).open()
    await opened.write(lambda work: registry.add(work, "ann", "ann", Role.MEMBER))
    yield opened
    await opened.close()


def to(folder: Path, name: str = "copy", *, force: bool = False) -> Backup:
    return Backup(folder / "d", folder / name, now=NOW, force=force)


def names(folder: Path, pattern: str = "*") -> list[str]:
    return sorted(path.name for path in folder.glob(pattern))


def one(path: Path, sql: str) -> Any:
    connection = sqlite3.connect(path)
    try:
        return connection.execute(sql).fetchone()[0]
    finally:
        connection.close()


async def test_it_holds_everything_and_tells_when_it_was_taken(
    opened: Database, tmp_path: Path
) -> None:
    await opened.write(partial(records.set_mark, number=7))
    taken = await asyncio.to_thread(to(tmp_path).write)
    copy = tmp_path / "copy"
    assert copy.stat().st_mode & 0o777 == 0o600
    assert one(copy, "SELECT handle FROM person") == "ann"
    assert one(copy, "SELECT value FROM store_fact WHERE name = 'backup_at'") == str(NOW)
    assert one(copy, "PRAGMA integrity_check") == "ok"
    assert (taken.mark, taken.epoch) == (7, opened.epoch)
    assert taken.size <= copy.stat().st_size
    assert await opened.read(partial(records.fact, name=TAKEN_AT)) == "", "only the copy says so"
    assert names(tmp_path) == ["copy", "d", "d-shm", "d-wal", "d.lock"]


@pytest.mark.usefixtures("opened")
async def test_what_is_there_is_not_replaced_unasked(tmp_path: Path) -> None:
    (tmp_path / "copy").write_text("precious")
    with pytest.raises(BackupProblem, match="a file of that name"):
        to(tmp_path).write()
    assert (tmp_path / "copy").read_text() == "precious"
    to(tmp_path, force=True).write()
    assert one(tmp_path / "copy", "PRAGMA integrity_check") == "ok"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("nowhere/copy", "folder for the backup isn't there"),
        ("folder", "That is a folder"),
        ("d", "That is the database itself"),
    ],
)
@pytest.mark.usefixtures("opened")
async def test_a_place_that_will_not_do_is_told(tmp_path: Path, name: str, words: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(BackupProblem, match=words):
        to(tmp_path, name, force=True).write()


@pytest.mark.usefixtures("opened")
async def test_a_file_that_comes_in_between_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = Backup._sign

    def meanwhile(self: Backup) -> backup.Taken:
        (tmp_path / "copy").write_text("precious")
        return sound(self)

    monkeypatch.setattr(Backup, "_sign", meanwhile)
    with pytest.raises(BackupProblem, match="a file of that name"):
        to(tmp_path).write()
    assert (tmp_path / "copy").read_text() == "precious"
    assert names(tmp_path, ".copy*") == []


@pytest.mark.usefixtures("opened")
async def test_a_full_disk_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:

    def fill(self: Copying, target: Path) -> None:
        target.write_bytes(bytes(5000))
        raise OSError("not copied: SQLITE_FULL")

    with monkeypatch.context() as patch:
        patch.setattr(Copying, "into", fill)
        with pytest.raises(BackupProblem, match="the disk took no more"):
            to(tmp_path).write()
    assert names(tmp_path, "*copy*") == []


@pytest.mark.usefixtures("opened")
async def test_a_copy_that_is_damaged_is_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup, "is_sound", lambda path: False)
    with pytest.raises(BackupProblem, match="The copy is damaged"):
        to(tmp_path).write()
    assert names(tmp_path, "*copy*") == []


@pytest.mark.usefixtures("opened")
async def test_one_that_is_stopped_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    under_way, go_on = threading.Event(), threading.Event()
    sound: Callable[[Copying, Path], None] = Copying.into

    def hold() -> int:
        under_way.set()
        go_on.wait(20)
        return 0

    def wait(self: Copying, target: Path) -> None:
        # The connection is asked to stop in the very statement that copies.
        self._connection.set_progress_handler(hold, 1)
        sound(self, target)

    monkeypatch.setattr(Copying, "into", wait)
    copying = to(tmp_path)
    writing = asyncio.create_task(asyncio.to_thread(copying.write))
    await asyncio.to_thread(under_way.wait, 20)
    copying.stop()
    go_on.set()
    with pytest.raises(BackupProblem, match="was stopped"):
        await writing
    assert names(tmp_path, "*copy*") == []


async def test_people_go_on_writing_and_none_of_it_tears_the_copy(tmp_path: Path) -> None:
    """Each command adds a person and a job of that name: one without the other is torn."""
    async with served(tmp_path) as running:
        database, source = running.server.database, running.server.config.database_path
        written: list[int] = []
        stop = asyncio.Event()

        def add(work: Work) -> None:
            number = len(written)
            registry.add(work, f"pal-{number}", f"pal-{_letters(number)}", Role.MEMBER)
            records.save_job(work, f"pal-{number}", "", work.now)

        async def write() -> None:
            while not stop.is_set():
                await database.write(add)
                written.append(1)

        writing = asyncio.create_task(write())
        try:
            for number in range(5):
                before, target = len(written), tmp_path / f"copy{number}"
                await asyncio.to_thread(Backup(source, target, now=NOW, force=False).write)
                people = one(target, "SELECT count(*) FROM person WHERE user_id LIKE 'pal-%'")
                assert before <= people <= len(written) + 1
                assert one(target, ODD_ONES) == 0
        finally:
            stop.set()
            await writing
        assert len(written) > 5, "people wrote meanwhile"


ODD_ONES = """
    SELECT count(*) FROM person FULL JOIN job ON job.name = person.user_id
    WHERE (user_id LIKE 'pal-%' AND name IS NULL) OR (name LIKE 'pal-%' AND user_id IS NULL)
"""


def _letters(number: int) -> str:
    return "".join(chr(ord("a") + int(digit)) for digit in f"{number:06}")
