"""The command line's door to a running server: a Unix socket that only its own account may use.

One line of JSON in, one line out. Must never wait for ever for anyone, nor let another account of
the machine in.
"""

from __future__ import annotations

import asyncio
import os
import socket
import struct
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

FILE_NAME: Final = "console.sock"
LINE_MAX_BYTES: Final = 64 * 1024
CONNECTIONS_MAX: Final = 4
READ_WITHIN_S: Final = 5.0
WRITE_WITHIN_S: Final = 10.0
END_WITHIN_S: Final = 2.0
_PATH_MAX_BYTES: Final = 100
"""A little less than the 104 to 108 that systems have room for."""
_CREDENTIALS: Final = struct.Struct("3i")
_ROOT: Final = 0

AnswerLine = Callable[[bytes], Awaitable[bytes]]


class TooLong(Exception):
    """The path of the socket does not fit, and this system knows no way round."""


@contextmanager
def short(path: Path) -> Iterator[str]:
    """A spelling of a path that fits into a socket's address, for as long as this lasts."""
    if len(os.fsencode(path)) <= _PATH_MAX_BYTES:
        yield str(path)
        return
    if not Path("/proc/self/fd").is_dir():
        raise TooLong
    folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        yield f"/proc/self/fd/{folder}/{path.name}"
    finally:
        os.close(folder)


class Console:
    """The server's end. Start it under the store's lock: a socket that is there is stale then."""

    def __init__(self, folder: Path, answer: AnswerLine) -> None:
        self.path = folder / FILE_NAME
        self._answer = answer
        self._server: asyncio.Server | None = None
        self._open: dict[asyncio.StreamWriter, asyncio.Task[None] | None] = {}

    async def start(self) -> None:
        """Listen. Raises OSError or `TooLong`."""
        self.path.unlink(missing_ok=True)
        listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            # On Linux the socket's mode becomes the file's: there is no moment without it.
            with suppress(OSError):
                os.fchmod(listening.fileno(), 0o600)
            with short(self.path) as address:
                listening.bind(address)
            self.path.chmod(0o600)
            self._server = await asyncio.start_unix_server(
                self._serve, sock=listening, limit=LINE_MAX_BYTES
            )
        except BaseException:
            listening.close()
            raise

    async def stop(self) -> None:
        """Take no more, give what is under way a moment to end, and let go of whoever waits."""
        if self._server is None:
            return
        self._server.close()
        self.path.unlink(missing_ok=True)
        under_way = [task for task in self._open.values() if task is not None]
        if under_way:
            await asyncio.wait(under_way, timeout=END_WITHIN_S)
        for writer, task in tuple(self._open.items()):
            writer.transport.abort()
            if task is not None:
                task.cancel()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if len(self._open) >= CONNECTIONS_MAX or not _may_come_in(writer):
            writer.transport.abort()
            return
        self._open[writer] = asyncio.current_task()
        try:
            line = await asyncio.wait_for(reader.readline(), READ_WITHIN_S)
            if line.endswith(b"\n"):
                writer.write(await self._answer(line) + b"\n")
                await asyncio.wait_for(writer.drain(), WRITE_WITHIN_S)
        except (TimeoutError, ValueError, ConnectionError):
            writer.transport.abort()  # silent, endless or gone
        finally:
            del self._open[writer]
            writer.close()


def _may_come_in(writer: asyncio.StreamWriter) -> bool:
    """Our own account and root. The file's mode says so too; not every system heeds it."""
    if not hasattr(socket, "SO_PEERCRED"):
        return True
    peer = writer.get_extra_info("socket")
    asked = peer.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, _CREDENTIALS.size)
    _, user, _ = _CREDENTIALS.unpack(asked)
    return user in (os.geteuid(), _ROOT)


def ask(folder: Path, line: bytes, *, within_s: float | None) -> bytes | None:
    """Send a line to the server of this folder and wait for its answer; None if there is none.

    Raises OSError when it is there and does not answer; `within_s` None waits as long as it takes.
    """
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
        connection.settimeout(READ_WITHIN_S)
        try:
            with short(folder / FILE_NAME) as address:
                connection.connect(address)
        except (FileNotFoundError, ConnectionRefusedError, TooLong):
            return None
        connection.sendall(line + b"\n")
        connection.settimeout(within_s)
        with connection.makefile("rb") as answers:
            answer = answers.readline()
    if not answer.endswith(b"\n"):
        raise ConnectionResetError
    return answer
