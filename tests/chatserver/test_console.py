"""The console's socket: for its own account alone, and nobody can hold it up."""

from __future__ import annotations

import asyncio
import os
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from chatserver import console
from chatserver.console import CONNECTIONS_MAX, LINE_MAX_BYTES, Console, ask

ANSWER_S = 20


async def shout(line: bytes) -> bytes:
    return line.strip().upper()


@asynccontextmanager
async def listening(folder: Path, answer: console.AnswerLine = shout) -> AsyncIterator[Console]:
    opened = Console(folder, answer)
    await opened.start()
    try:
        yield opened
    finally:
        await opened.stop()


async def asked(folder: Path, line: bytes = b"hello") -> bytes | None:
    return await asyncio.to_thread(ask, folder, line, within_s=ANSWER_S)


async def test_a_line_gets_a_line(tmp_path: Path) -> None:
    assert await asked(tmp_path) is None, "nobody is there"
    async with listening(tmp_path):
        assert await asked(tmp_path) == b"HELLO\n"
        assert await asyncio.gather(*(asked(tmp_path) for _ in range(3))) == [b"HELLO\n"] * 3
    assert await asked(tmp_path) is None
    assert not (tmp_path / console.FILE_NAME).exists()


async def test_no_other_account_may_use_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with listening(tmp_path) as opened:
        assert opened.path.stat().st_mode & 0o777 == 0o600
        # Ours is another account now, and root is not let in either: as a stranger would find it.
        monkeypatch.setattr(console, "_ROOT", os.geteuid() + 1)
        monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 2)
        with pytest.raises(ConnectionError):
            await asked(tmp_path)


async def test_a_stale_socket_is_in_nobodys_way(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as left:
        left.bind(str(tmp_path / console.FILE_NAME))
    assert await asked(tmp_path) is None
    async with listening(tmp_path):
        assert await asked(tmp_path) == b"HELLO\n"


async def test_a_path_that_does_not_fit_is_no_obstacle(tmp_path: Path) -> None:
    deep = tmp_path / ("long" * 30) / ("longer" * 20)
    deep.mkdir(parents=True)
    async with listening(deep):
        assert (deep / console.FILE_NAME).is_socket()
        assert await asked(deep) == b"HELLO\n"
    assert await asked(deep) is None


async def test_whoever_is_silent_or_endless_is_let_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(console, "READ_WITHIN_S", 0.05)
    async with listening(tmp_path) as opened:
        reader, writer = await asyncio.open_unix_connection(str(opened.path))
        assert await reader.read() == b"", "silent"
        writer.close()
    monkeypatch.setattr(console, "READ_WITHIN_S", 20.0)
    async with listening(tmp_path) as opened:
        reader, writer = await asyncio.open_unix_connection(str(opened.path))
        writer.write(b"x" * (2 * LINE_MAX_BYTES))
        with pytest.raises(ConnectionError):
            await drained(reader, writer)
        writer.close()
        assert await asked(tmp_path) == b"HELLO\n"


async def drained(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await writer.drain()
    if await reader.read() == b"":
        raise ConnectionResetError


async def test_a_torn_line_is_no_request(tmp_path: Path) -> None:
    heard: list[bytes] = []

    async def listen(line: bytes) -> bytes:
        heard.append(line)
        return b""

    async with listening(tmp_path, listen) as opened:
        reader, writer = await asyncio.open_unix_connection(str(opened.path))
        writer.write(b"half a li")
        writer.write_eof()
        assert await reader.read() == b""
        writer.close()
    assert heard == []


async def test_more_than_a_few_at_once_are_sent_away(tmp_path: Path) -> None:
    full, go_on = asyncio.Event(), asyncio.Event()
    inside: list[bytes] = []

    async def wait(line: bytes) -> bytes:
        inside.append(line)
        if len(inside) == CONNECTIONS_MAX:
            full.set()
        await go_on.wait()
        return line.strip()

    async with listening(tmp_path, wait):
        waiting = [asyncio.create_task(asked(tmp_path)) for _ in range(CONNECTIONS_MAX)]
        await full.wait()
        with pytest.raises(ConnectionError):
            await asked(tmp_path)
        go_on.set()
        assert await asyncio.gather(*waiting) == [b"hello\n"] * CONNECTIONS_MAX


async def test_stopping_lets_what_is_under_way_end(tmp_path: Path) -> None:
    inside, go_on = asyncio.Event(), asyncio.Event()

    async def wait(line: bytes) -> bytes:
        inside.set()
        await go_on.wait()
        return line.strip()

    opened = Console(tmp_path, wait)
    await opened.start()
    waiting = asyncio.create_task(asked(tmp_path))
    await inside.wait()
    stopping = asyncio.create_task(opened.stop())
    await asyncio.sleep(0)
    go_on.set()
    assert await waiting == b"hello\n"
    await stopping


async def test_stopping_waits_for_nobody_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(console, "END_WITHIN_S", 0.05)
    inside, never = asyncio.Event(), asyncio.Event()

    async def hang(line: bytes) -> bytes:
        inside.set()
        await never.wait()
        return line

    opened = Console(tmp_path, hang)
    await opened.start()
    waiting = asyncio.create_task(asked(tmp_path))
    await inside.wait()
    await opened.stop()
    with pytest.raises(ConnectionResetError):
        await waiting
    never.set()
