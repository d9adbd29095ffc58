"""Backups, restores, the audit log and the help lines, as the operator types them."""

from __future__ import annotations

import asyncio
import sqlite3
from pathlib import Path

import pytest

from tests.chatserver.command_line.typing import Place, done, place, refused, typed


async def test_a_backup_is_taken_and_what_it_holds_is_said(here: Place) -> None:
    await here.done("user", "create", "anna")
    said = await here.done("backup", "safe.sqlite3")
    assert f"The backup is at {here.folder / 'safe.sqlite3'}" in said
    assert "KB), with 1 person and 0 messages.\n" in said
    assert "It holds everything that people wrote here" in said
    assert "journal.jsonl" in said
    assert "a file of that name" in await here.refused("backup", "safe.sqlite3")
    await here.done("backup", "--force", "safe.sqlite3")
    assert "isn't there" in await here.refused("backup", "nowhere/safe.sqlite3")
    assert "The audit log is sound: 3 entries." in await here.done("audit", "verify")


async def test_a_restore_never_works_beside_a_server(tmp_path: Path) -> None:
    async with place(tmp_path, with_server=True) as here:
        await here.done("backup", "safe.sqlite3")
        for words in (("restore", "--yes", "safe.sqlite3"), ("restore", "safe.sqlite3")):
            said = await asyncio.to_thread(typed, here.folder, *words, said="y\n")
            assert said.exit_code == 1
            assert said.output == "A server is working on this database. Stop it first.\n"


def test_what_was_decided_since_holds_and_is_counted(tmp_path: Path) -> None:
    for name, role in (("alba", "admin"), ("chris", "moderator"), ("dora", "member")):
        done(tmp_path, "user", "create", name, "--role", role)
    done(tmp_path, "backup", "safe.sqlite3")
    done(tmp_path, "user", "role", "chris", "member")
    done(tmp_path, "user", "freeze", "dora")
    done(tmp_path, "user", "create", "late")
    stopped = typed(tmp_path, "restore", "safe.sqlite3", said="n\n")
    assert stopped.exit_code == 1
    assert "late" in done(tmp_path, "user", "list")
    said = done(tmp_path, "restore", "safe.sqlite3", said="y\n")
    assert "is restored.\n" in said
    assert "  1 role taken away\n" in said
    assert "  1 account closed or opened\n" in said
    assert "Everyone has to sign in again" in said
    for void in ("invitations", "flyers", "codes to come back in that staff gave"):
        assert void in " ".join(said.split())
    kept = said.split("kept as ")[1].split("\n")[0]
    assert Path(kept).is_file()
    assert "Delete it as soon as you don't need it." in said
    assert done(tmp_path, "user", "list") == (
        "alba                     admin      active\n"
        "chris                    member     active\n"
        "dora                     member     frozen\n"
    )
    assert "The audit log is sound" in done(tmp_path, "audit", "verify")


def test_nobody_is_asked_about_a_restore_that_cannot_be(tmp_path: Path) -> None:
    done(tmp_path, "user", "create", "alba")
    done(tmp_path, "backup", "safe.sqlite3")
    (tmp_path / "letter.txt").write_text("Dear all")
    for file, why in (("absent", "no such file"), ("letter.txt", "no backup at all")):
        result = typed(tmp_path, "restore", file, said="y\n")
        assert result.exit_code == 1
        assert result.output.startswith("Nothing was restored."), "no question before it"
        assert why in result.output
    assert "alba" in done(tmp_path, "user", "list")


def test_what_cannot_be_restored_is_explained(tmp_path: Path) -> None:
    done(tmp_path, "user", "create", "alba")
    done(tmp_path, "backup", "safe.sqlite3")
    words = refused(tmp_path, "restore", "--yes", "absent.sqlite3")
    assert words == "Nothing was restored. There is no such file.\n"
    done(tmp_path, "user", "freeze", "alba")
    (tmp_path / "var" / "journal.jsonl").unlink()
    words = refused(tmp_path, "restore", "--yes", "safe.sqlite3")
    assert "is not whole" in words
    assert "--accept-broken-journal" in words
    said = done(tmp_path, "restore", "--yes", "--accept-broken-journal", "safe.sqlite3")
    assert "is undone" in said
    assert "There is no administrator now" in said


async def test_an_audit_log_that_was_changed_is_found(here: Place) -> None:
    await here.done("user", "create", "anna")
    for name in ("ben", "clara", "dora"):
        await here.done("user", "create", name)
    assert "sound: 4 entries" in await here.done("audit", "verify")
    tamper(here.folder, "UPDATE audit_entry SET action = 'user.list' WHERE number = 2")
    words = await here.refused("audit", "verify")
    assert words == "The audit log was tampered with: entry 2 is not as it was written.\n"


@pytest.mark.parametrize(
    "deed",
    [
        "DELETE FROM audit_entry WHERE number = 3",
        "DELETE FROM audit_entry WHERE number >= 3",
        "DELETE FROM audit_entry",
    ],
)
async def test_an_audit_log_with_entries_cut_out_is_found(here: Place, deed: str) -> None:
    for name in ("anna", "ben", "clara", "dora"):
        await here.done("user", "create", name)
    await here.done("audit", "verify")
    tamper(here.folder, deed)
    assert "was tampered with" in await here.refused("audit", "verify")


async def test_a_chain_that_was_forged_anew_is_found(here: Place) -> None:
    """Whoever can write the file can also make hashes that fit: the journal knows better."""
    for name in ("anna", "ben"):
        await here.done("user", "create", name)
    await here.done("audit", "verify")
    tamper(here.folder, "DELETE FROM audit_entry")
    for name in ("clara", "dora"):
        await here.done("user", "create", name)
    assert "was tampered with" in await here.refused("audit", "verify")


def tamper(folder: Path, deed: str) -> None:
    """What somebody with the file at hand can do, triggers or not."""
    connection = sqlite3.connect(folder / "var" / "chat.sqlite3", isolation_level=None)
    connection.execute("DROP TRIGGER audit_entry_no_update")
    connection.execute("DROP TRIGGER audit_entry_no_delete")
    connection.execute(deed)
    connection.close()


async def test_help_lines_are_shown_before_they_are_confirmed(here: Place) -> None:
    result = await asyncio.to_thread(typed, here.folder, "helplines", "confirm", said="n\n")
    assert result.exit_code == 1
    assert "Did you call each of these" in result.output
    assert "988" in result.output
    assert "That is noted." in await here.done("helplines", "confirm", said="y\n")
    assert "noted before" in await here.done("helplines", "confirm", "--yes")


def test_only_the_lines_that_the_confirmation_is_about_are_shown(tmp_path: Path) -> None:
    done(tmp_path, "migrate")
    result = typed(tmp_path, "helplines", "confirm", said="n\n", CHAT_HELP_COUNTRY="IE")
    assert "Ireland" in result.output
    assert "Anywhere" in result.output or "International" in result.output
    assert "United States" not in result.output
    assert "988" not in result.output
