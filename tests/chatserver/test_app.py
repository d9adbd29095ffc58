"""The joined machine: ready, measured, and honest when a part fails."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from tests.support.served import Served, served


async def get(running: Served, path: str) -> tuple[int, str]:
    async with running.http.get(running.url + path) as response:
        return response.status, await response.text()


async def test_alive_ready_and_measured(tmp_path: Path) -> None:
    async with served(tmp_path) as running:
        assert (await get(running, "/healthz"))[0] == 200
        status, parts = await get(running, "/readyz")
        assert (status, parts) == (
            200,
            '{"ok":true,"parts":{"database":true,"writer":true,"bus":true}}',
        )
        ann = await running.person("ann")
        await running.peer(ann)
        status, numbers = await get(running, "/metrics")
        assert status == 200
        assert "chat_sessions 1.0" in numbers
        assert "ann" not in numbers


async def test_not_ready_when_nothing_can_be_written(tmp_path: Path) -> None:
    async with served(tmp_path) as running:
        writer: Any = running.server.database.writer

        class Broken:
            async def commit(self) -> None:
                problem = sqlite3.OperationalError()
                problem.sqlite_errorcode = sqlite3.SQLITE_IOERR_FSYNC
                raise problem

        sound, writer._connection = writer._connection, Broken()
        status, parts = await get(running, "/readyz")
        writer._connection = sound
        assert status == 503
        assert '"writer":false' in parts
        assert running.server.failed.is_set(), "the process is told to end"


@pytest.mark.parametrize(
    ("chosen", "called", "waits"),
    [("open", False, True), ("open", True, False), ("invite", False, False)],
)
async def test_an_open_site_waits_until_somebody_has_called_its_help_lines(
    tmp_path: Path, chosen: str, called: bool, waits: bool
) -> None:
    async with served(tmp_path, lines_called=called, registration=chosen) as running:
        assert await running.server.waits_for_lines() is waits


async def test_the_first_administrators_link_is_there_until_it_is_used(tmp_path: Path) -> None:
    async with served(tmp_path) as running:
        link = await running.server.first_admin_link()
        assert link is not None
        asked = {
            "handle": "keeper",
            "passphrase": "three calm unrelated words",
            "of_age": True,
            "guidelines": True,
            "invite": link.split("#invite=")[1],
        }
        async with running.http.post(f"{running.url}/api/accounts", json=asked) as response:
            answer = await response.json()
        assert (response.status, answer["user"]["role"]) == (201, "admin")
        assert await running.server.first_admin_link() is None
