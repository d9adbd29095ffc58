"""What the console is asked for, line by line; each thing done is told in test_command_line."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path
from typing import Any

import msgspec
import pytest

from chatserver.backup import Backup, BackupProblem, Taken
from chatserver.console import ask
from chatserver.facts import AuditHead
from chatserver.operations import OPERATIONS, Desk, answer_line, answered
from chatserver.requests import CreateUser, Failure, TakeBackup, VerifyAudit
from tests.support.served import Served, served


def ignored(command: str, bug: BaseException) -> str:
    raise AssertionError(command) from bug


async def answer(desk: Desk, line: bytes) -> Any:
    return msgspec.json.decode(await answer_line(desk, ignored, line))


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"nonsense\n",
        b"{}\n",
        b'{"operation":"user.list"}\n',
        b'{"operation":"no.such","request":{}}\n',
        b'{"operation":"user.list","request":{"after":1}}\n',
        b'{"operation":"user.create","request":{"handle":"","role":"member"}}\n',
        b'{"operation":"user.create","request":{"handle":"a","role":"king"}}\n',
        b'{"operation":"user.list","request":{},"more":1}\n',
        b'\xff{"operation":"user.list","request":{}}\n',
    ],
)
async def test_a_line_that_is_no_request_is_told_so(tmp_path: Path, line: bytes) -> None:
    async with served(tmp_path) as running:
        said = await answer(running.server.desk, line)
        assert said["failure"]["code"] == "bad_request"
        assert await people(running) == []


async def people(running: Served) -> list[Any]:
    said = await answer(running.server.desk, b'{"operation":"user.list","request":{}}')
    found: list[Any] = said["result"]["people"]
    return found


async def test_a_line_is_answered_with_what_was_asked_for(tmp_path: Path) -> None:
    async with served(tmp_path) as running:
        line = b'{"operation":"user.create","request":{"handle":"anna","role":"member"}}'
        said = await answer(running.server.desk, line)
        assert set(said["result"]) == {"code", "url", "until"}
        assert await people(running) == [["anna", "member", "active"]]
        again = await answer(running.server.desk, line)
        assert again["failure"]["code"] == "name_taken"


async def test_a_bug_is_answered_by_its_reference(tmp_path: Path) -> None:
    async with served(tmp_path) as running:
        desk, reported = running.server.desk, []

        def broken() -> str:
            raise ZeroDivisionError("canary")

        def report(command: str, bug: BaseException) -> str:
            reported.append((command, type(bug)))
            return "K7Q2X"

        desk.new_token = broken
        line = b'{"operation":"user.create","request":{"handle":"anna","role":"member"}}'
        said = msgspec.json.decode(await answer_line(desk, report, line))
        assert "K7Q2X" in said["failure"]["words"]
        assert reported == [("console user.create", ZeroDivisionError)]


async def test_no_answer_is_too_long_for_a_line(tmp_path: Path) -> None:
    """A page of people has bounds; what has none, a backup, is a file."""
    assert [name for name, known in OPERATIONS.items() if known.is_long] == [
        "audit.verify",
        "backup",
    ]
    async with served(tmp_path) as running:
        desk = running.server.desk
        for number in range(3):
            made = await answered(desk, "user.create", CreateUser(handle=f"pal-{'abc'[number]}"))
            assert not isinstance(made, Failure)
        assert len(await people(running)) == 3


async def test_one_backup_at_a_time_and_none_when_we_stop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    under_way = threading.Event()
    sound = Backup.write

    def slow(self: Backup) -> Taken:
        under_way.set()
        while not self._is_stopped:
            threading.Event().wait(0.01)
        return sound(self)

    monkeypatch.setattr(Backup, "write", slow)
    async with served(tmp_path) as running:
        folder = running.server.config.data_dir
        line = msgspec.json.encode(
            {"operation": "backup", "request": TakeBackup(path=str(tmp_path / "one"))}
        )
        first = asyncio.create_task(asyncio.to_thread(ask, folder, line, within_s=20))
        await asyncio.to_thread(under_way.wait, 20)
        with pytest.raises(BackupProblem, match="already"):
            await running.server.desk.take_backup(TakeBackup(path=str(tmp_path / "two")))
    said = msgspec.json.decode(await first or b"")
    assert said["failure"]["words"] == "The backup was stopped. There is none."
    assert not list(await asyncio.to_thread(lambda: [*tmp_path.glob("*one*")]))


async def test_the_journal_learns_where_the_audit_log_ends(tmp_path: Path) -> None:
    async with served(tmp_path) as running:
        desk, witness = running.server.desk, running.server.database.witness
        assert witness is not None
        epoch = running.server.database.epoch
        before = witness.journal.last
        await desk.note_audit()
        assert witness.journal.last == before, "nothing to tell"
        await desk.create_user(CreateUser(handle="anna"))
        await desk.note_audit()
        head = await witness.audit_head(epoch)
        assert isinstance(head, AuditHead)
        assert head.number == 1
        await desk.note_audit()
        assert witness.journal.last == before + 1
        verdict = await desk.verify_audit(VerifyAudit())
        assert (verdict.entries, verdict.broken_at, verdict.cut_off_after) == (1, None, None)
