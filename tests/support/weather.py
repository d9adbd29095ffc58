"""A line between a browser and a server that a test may cut, as a phone's network is cut.

Must never change a byte: what gets through gets through whole, and the rest is simply gone.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress

CHUNK_BYTES = 65_536


class Line:
    """Listens on a free port and passes everything on to the server, until told otherwise."""

    def __init__(self) -> None:
        self._server_port = 0
        self._streams: set[asyncio.StreamWriter] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._cut = False
        self._deaf = False
        self._network = 0
        self.swallowed = asyncio.Event()
        """Set once something that the server said was lost."""
        self._listening = socket.create_server(("127.0.0.1", 0))

    @property
    def url(self) -> str:
        """Where the browser goes."""
        return f"http://127.0.0.1:{self._listening.getsockname()[1]}"

    def leads_to(self, port: int) -> None:
        """The server's own port."""
        self._server_port = port

    def cut(self) -> None:
        """Break every connection, and let none be made."""
        self._cut = True
        for stream in tuple(self._streams):
            stream.transport.abort()

    def go_deaf(self) -> None:
        """What the browser says arrives; what the server says back is lost on the way."""
        self._deaf = True
        self.swallowed.clear()

    def strand(self) -> None:
        """Whatever is connected now leads nowhere from now on, unheard; new connections work.

        So it is after a phone has slept, or has gone from one network to another.
        """
        self._network += 1

    def mend(self) -> None:
        """Whole again. A connection of which something was lost does not live on."""
        if self._deaf:
            self.cut()
        self._cut = self._deaf = False

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._streams.add(writer)
        try:
            if self._cut:
                return
            theirs, ours = await asyncio.open_connection("127.0.0.1", self._server_port)
            self._streams.add(ours)
            try:
                network = self._network
                out = asyncio.create_task(
                    self._pass_on(reader, ours, lambda: network == self._network)
                )
                back = asyncio.create_task(
                    self._pass_on(
                        theirs, writer, lambda: network == self._network and self._hears()
                    )
                )
                await asyncio.wait({out, back}, return_when=asyncio.FIRST_COMPLETED)
                for task in (out, back):
                    task.cancel()
            finally:
                self._streams.discard(ours)
                ours.transport.abort()
        except OSError:
            return  # the server is gone: so is the line
        finally:
            self._streams.discard(writer)
            writer.transport.abort()

    def _hears(self) -> bool:
        return not self._deaf

    async def _pass_on(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        gets_through: Callable[[], bool],
    ) -> None:
        with suppress(OSError):
            while chunk := await reader.read(CHUNK_BYTES):
                if gets_through():
                    writer.write(chunk)
                    await writer.drain()
                else:
                    self.swallowed.set()

    def _accepted(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.create_task(self._accept(reader, writer))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def open(self) -> None:
        """Listen."""
        self._server = await asyncio.start_server(self._accepted, sock=self._listening)

    async def close(self) -> None:
        """Nothing is left behind."""
        self._server.close()
        self.cut()
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)


@asynccontextmanager
async def line() -> AsyncIterator[Line]:
    """A line that leads nowhere yet."""
    opened = Line()
    await opened.open()
    try:
        yield opened
    finally:
        await opened.close()
