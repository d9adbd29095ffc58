"""The exchange of two databases: wherever it stops, one of them is whole and in its place."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from chatserver import swapping
from chatserver.storage import connect_writer


class Stopped(BaseException):
    """The machine lost its power here."""


def make(path: Path, word: str, *, in_log: bool = False) -> None:
    """A database with a word in it, in its log alone if the machine stopped before."""
    connection = connect_writer(path)
    connection.execute("CREATE TABLE note (word TEXT)")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.execute("INSERT INTO note VALUES (?)", (word,))
    if in_log:
        log, file = path.with_name(f"{path.name}-wal"), path.read_bytes()
        kept = log.read_bytes()
        connection.close()
        path.write_bytes(file)
        log.write_bytes(kept)
    else:
        connection.execute("PRAGMA journal_mode=DELETE")
        connection.close()


def word(path: Path) -> str:
    connection = sqlite3.connect(path)
    try:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return str(connection.execute("SELECT word FROM note").fetchone()[0])
    finally:
        connection.close()


def prepared(folder: Path) -> Path:
    """An old database whose newest word is in its log, and a new one beside it."""
    database = folder / "chat.sqlite3"
    make(database, "old", in_log=True)
    make(swapping.place_to_prepare(database), "new")
    return database


def test_the_old_one_is_kept_with_all_that_was_in_its_log(tmp_path: Path) -> None:
    database = prepared(tmp_path)
    assert swapping.finish(database) is None, "nothing was decided"
    make(swapping.place_to_prepare(database), "new")
    swapping.decide(database)
    kept = swapping.finish(database)
    assert kept is not None
    assert kept.name.startswith("chat.sqlite3.replaced-")
    assert word(database) == "new"
    assert word(kept) == "old"
    assert swapping.finish(database) is None
    assert word(database) == "new"


def test_on_an_empty_machine_there_is_nothing_to_keep(tmp_path: Path) -> None:
    database = tmp_path / "chat.sqlite3"
    make(swapping.place_to_prepare(database), "new")
    swapping.decide(database)
    assert swapping.finish(database) is None
    assert [path.name for path in tmp_path.iterdir()] == ["chat.sqlite3"]


class Counting:
    """Something whose functions are steps; after so many of them the machine stops."""

    def __init__(self, steps: int) -> None:
        self.left = steps

    def step(self, sound: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*arguments: Any, **more: Any) -> Any:
            if not self.left:
                raise Stopped
            self.left -= 1
            return sound(*arguments, **more)

        return counted


STEPS = 24
"""More than the exchange does to the disk, one thing after another."""


@pytest.mark.parametrize("links", [True, False], ids=["links", "no-links"])
@pytest.mark.parametrize("steps", range(STEPS + 1))
def test_whoever_opens_it_first_finishes_what_was_decided(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, steps: int, links: bool
) -> None:
    database = prepared(tmp_path)
    if not links:
        monkeypatch.setattr(os, "link", refuse)
    with monkeypatch.context() as patch:
        counting = Counting(steps)
        for owner, name in (
            (os, "link"),
            (shutil, "copy2"),
            (swapping, "sync_file"),
            (Path, "replace"),
            (Path, "unlink"),
        ):
            patch.setattr(owner, name, counting.step(getattr(owner, name)))
        was_stopped = False
        try:
            swapping.decide(database)
            swapping.finish(database)
        except Stopped:
            was_stopped = True
    assert was_stopped or steps > STEPS // 2
    assert not (was_stopped and steps == STEPS), "more steps than are looked at"
    decided = not database.with_name("chat.sqlite3.restoring").exists()
    assert decided is (steps > 0)
    swapping.finish(database)
    assert word(database) == ("new" if decided else "old")
    kept = list(tmp_path.glob("chat.sqlite3.replaced-????????-??????"))
    assert [word(path) for path in kept] == (["old"] if decided else [])
    assert not list(tmp_path.glob("*.rest*"))


def refuse(*arguments: object) -> None:
    raise PermissionError("this disk has no second names")
