"""How the command line finds the server, and what it says when it can't."""

from __future__ import annotations

import asyncio
import socket
from pathlib import Path

import pytest

from chatserver import console
from chatserver.config import Config
from chatserver.console import Console
from chatserver.database import Database
from chatserver.ids import new_id
from chatserver.storage import StorageLock
from tests.chatserver.command_line.typing import Place, done, place, refused, typed
from tests.support.served import served

BUG = "That didn't work, and it is our fault. The log says more at"


async def test_a_server_whose_console_is_gone_is_not_worked_around(tmp_path: Path) -> None:
    async with place(tmp_path, with_server=True) as here:
        (tmp_path / "var" / console.FILE_NAME).unlink()
        words = await here.refused("user", "list")
        assert words == "A server is working on this database, and can't be reached from here.\n"


def test_a_socket_that_was_left_behind_is_no_server(tmp_path: Path) -> None:
    done(tmp_path, "user", "create", "anna")
    with socket.socket(socket.AF_UNIX) as left:
        left.bind(str(tmp_path / "var" / console.FILE_NAME))
    assert "anna" in done(tmp_path, "user", "list")


async def test_a_console_that_hangs_up_is_told(tmp_path: Path) -> None:
    async def nothing(line: bytes) -> bytes:
        raise ConnectionResetError

    (tmp_path / "var").mkdir()
    opened = Console(tmp_path / "var", nothing)
    await opened.start()
    words = await Place(tmp_path, None).refused("user", "list")
    assert "does not answer" in words
    await opened.stop()


async def test_a_bug_is_told_by_its_reference_and_logged_without_words(tmp_path: Path) -> None:
    async with served(tmp_path) as running:
        reported: list[str] = []

        def broken(*arguments: object) -> None:
            raise ZeroDivisionError("canary")

        running.server.desk.new_token = broken  # type: ignore[assignment]
        words = await Place(tmp_path, running).refused("user", "create", "anna")
        assert words.startswith(BUG)
        assert "canary" not in words + "".join(reported)


def test_an_older_copy_put_in_place_by_hand_is_explained(tmp_path: Path) -> None:
    var = tmp_path / "var"
    done(tmp_path, "user", "create", "anna")
    copy = (var / "chat.sqlite3").read_bytes()
    for role in ("moderator", "member"):
        done(tmp_path, "user", "role", "anna", role)
    (var / "chat.sqlite3").write_bytes(copy)
    words = refused(tmp_path, "user", "list")
    assert words.startswith("This database is older than its journal")
    command = words.split("chatserver ")[1].split()
    assert "is restored" in done(tmp_path, *command, "--yes")
    assert "anna" in done(tmp_path, "user", "list")


def test_a_journal_that_cannot_be_used_is_explained(tmp_path: Path) -> None:
    done(tmp_path, "user", "create", "anna")
    other = tmp_path / "other"
    other.mkdir()
    done(other, "user", "create", "anna")
    journal = tmp_path / "var" / "journal.jsonl"
    journal.write_bytes((other / "var" / "journal.jsonl").read_bytes())
    assert "belongs to another database" in refused(tmp_path, "user", "list")
    journal.unlink()
    journal.mkdir()
    assert "must be a file" in refused(tmp_path, "user", "list")


def test_help_lines_that_cannot_be_used_are_explained(tmp_path: Path) -> None:
    done(tmp_path, "migrate")
    (tmp_path / "lines.toml").write_text("nonsense")
    result = typed(tmp_path, "user", "list", CHAT_HELPLINES_FILE="lines.toml")
    assert result.exit_code == 1
    assert "The help lines can't be used" in result.stderr


@pytest.mark.parametrize("words", [("user", "list"), ("backup", "x"), ("restore", "x", "--yes")])
def test_nothing_is_done_with_wrong_settings(tmp_path: Path, words: tuple[str, ...]) -> None:
    result = typed(tmp_path, *words, PORT="x")
    assert result.exit_code == 1
    assert "PORT must be a whole number" in result.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "words",
    [
        ("user", "list"),
        ("user", "create", "anna"),
        ("backup", "safe.backup"),
        ("audit", "verify"),
        ("helplines", "confirm", "--yes"),
        ("invite", "list"),
    ],
)
def test_in_the_wrong_folder_nothing_is_made_up(tmp_path: Path, words: tuple[str, ...]) -> None:
    said = refused(tmp_path, *words)
    assert said.startswith(f"There is no database at {tmp_path / 'var' / 'chat.sqlite3'}. ")
    assert list(tmp_path.iterdir()) == []


def test_a_database_that_only_waits_for_its_place_is_there(tmp_path: Path) -> None:
    """As a power cut in the last moment of a restore leaves it."""
    done(tmp_path, "user", "create", "anna")
    database = tmp_path / "var" / "chat.sqlite3"
    database.rename(database.with_name("chat.sqlite3.restored"))
    result = typed(tmp_path, "user", "list")
    assert result.exit_code == 0, result.output
    assert "anna" in result.output


async def test_without_a_server_the_lock_is_taken_and_given_back(tmp_path: Path) -> None:
    await Place(tmp_path, None).done("user", "create", "anna")
    config = Config(data_dir=tmp_path / "var")
    lock = StorageLock(config.database_path)
    assert not lock.was_unclean
    words = await Place(tmp_path, None).refused("user", "list")
    assert "can't be reached" in words
    lock.release()
    database = await Database(config.database_path, now=lambda: 0, new_id=new_id).open()
    await asyncio.sleep(0)
    await database.close()
