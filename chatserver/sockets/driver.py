"""The seam to the Engine.IO library: our own driver for each WebSocket.

It refuses compression and unmasked frames, bounds and paces what comes in (pings too), and puts
all that goes out on one lane (`Wire`). The library keeps the handshake, the ping clock and the
session table.
Must never pass on a frame that it doubts.

Names of the library that it leans on, each with a contract test: `AsyncServer._async`, the
driver's `handler.__self__`, and of `AsyncSocket` `send`, `queue`, `connected`, `upgraded`,
`closed`, `schedule_ping` and `close`.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any, cast

from aiohttp import WSMessage, WSMsgType
from aiohttp import web as http
from engineio import packet as engine
from engineio.async_drivers.aiohttp import WebSocket as StockDriver

from chatserver.sockets.frames import pong_frame
from chatserver.sockets.limits import RATES, Bucket
from chatserver.sockets.masking import MaskGuard
from chatserver.sockets.packets import ProtocolError
from chatserver.sockets.wire import CLOSE_GRACE_S, Wire

FRAME_MAX = 64 * 1024
CONNECT_WITHIN_S = 5.0
"""A socket that has not said CONNECT by then is closed."""
WIRE = "chat.wire"
DEADLINE = "chat.deadline"
SESSION = "chat.session"
"""Where the handshake's own record (the library's `environ`) keeps what is ours."""

_MESSAGE = "4"
_PONG = "3"
_CLOSE = "1"
_ENDINGS = frozenset({WSMsgType.CLOSE, WSMsgType.CLOSING, WSMsgType.CLOSED, WSMsgType.ERROR})

Environ = dict[str, Any]
Take = Callable[[Environ, str, str], Awaitable[None]]
"""Gets the handshake's record, the library's socket id, and the text of one message."""


class Driver(StockDriver):  # type: ignore[misc]
    """One WebSocket from upgrade to end."""

    def __init__(self, handler: Callable[..., Any], server: Any, *, take: Take) -> None:
        super().__init__(handler, server)
        self._take_message = take

    async def __call__(self, environ: Environ) -> http.StreamResponse:
        """Upgrade, receive until the end, clean up. The library calls this."""
        request: http.Request = environ["aiohttp.request"]
        socket = self.handler.__self__
        transport = request.transport
        if transport is None:
            return await _gone(socket)
        wire = environ[WIRE] = Wire(transport)
        deadline = environ[DEADLINE] = asyncio.get_running_loop().call_later(
            CONNECT_WITHIN_S, wire.close, "auth_timeout"
        )
        # aiohttp refuses what is as long as its maximum; 64 KiB itself is allowed. Pings and closes
        # are answered here, for aiohttp would answer pings unpaced, and a close of ours once more.
        stream = http.WebSocketResponse(
            max_msg_size=FRAME_MAX + 1,
            compress=False,
            timeout=CLOSE_GRACE_S,
            autoping=False,
            autoclose=False,
        )
        try:
            await stream.prepare(request)
        except ConnectionError:
            deadline.cancel()
            return await _gone(socket)
        try:
            inner = cast(asyncio.Protocol, transport.get_protocol())
            transport.set_protocol(MaskGuard(inner, partial(wire.close, "bad_frame")))
            _adopt(socket, wire)
            await self._receive(environ, socket, stream, wire)
        finally:
            deadline.cancel()
            await _close(socket)
            wire.hang_up()
            # The library keeps the socket until its next ping would be due, but not ours with it.
            del socket.send, socket.queue
        return stream

    async def _receive(
        self, environ: Environ, socket: Any, stream: http.WebSocketResponse, wire: Wire
    ) -> None:
        """Until the peer is gone. Once we have said goodbye, what it still sends is let go."""
        clock = asyncio.get_running_loop().time
        bucket = Bucket(RATES["frame"], int(clock() * 1000))
        while not wire.is_gone:
            message = await stream.receive()
            if message.type in _ENDINGS:
                wire.part()
                return
            if not wire.closing:
                await self._heed(environ, socket, wire, message)
            if wait_ms := bucket.take(int(clock() * 1000)):
                # A flooder is read no faster than this; its own buffers fill up, nobody else's.
                await asyncio.sleep(wait_ms / 1000)
                bucket.take(int(clock() * 1000))

    async def _heed(self, environ: Environ, socket: Any, wire: Wire, message: WSMessage) -> None:
        if message.type is WSMsgType.TEXT:
            try:
                await self._take(environ, socket, message.data)
            except ProtocolError as broken:
                wire.close(broken.code)
        elif message.type is WSMsgType.BINARY:
            wire.close("binary_refused")
        elif message.type is WSMsgType.PING:
            wire.write(pong_frame(message.data))

    async def _take(self, environ: Environ, socket: Any, text: str) -> None:
        """One Engine.IO packet. A client may send pong, message and close, nothing else."""
        if text[:1] == _MESSAGE:
            await self._take_message(environ, socket.sid, text[1:])
        elif text == _PONG:
            socket.schedule_ping()
        elif text == _CLOSE:
            environ[WIRE].part()
            await socket.close(
                wait=False, abort=True, reason=socket.server.reason.CLIENT_DISCONNECT
            )
        else:
            raise ProtocolError("bad_frame")


async def _gone(socket: Any) -> http.StreamResponse:
    """The peer went before its handshake was answered; this answer reaches nobody."""
    await _close(socket)
    return http.Response(status=400)


async def _close(socket: Any) -> None:
    """Let the library forget it; without waiting for its queue, which a peer could hold up."""
    await socket.close(wait=False, abort=True, reason=socket.server.reason.TRANSPORT_CLOSE)


def _adopt(socket: Any, wire: Wire) -> None:
    """Move the socket from the library's unbounded queue to the one lane, with no await between."""

    async def send(packet: engine.Packet) -> None:
        if not socket.closed:
            wire.write_text(cast(str, packet.encode()))

    while not socket.queue.empty():  # the OPEN packet
        waiting = socket.queue.get_nowait()
        socket.queue.task_done()
        if waiting is not None:
            wire.write_text(waiting.encode())
    socket.send = send
    socket.connected = socket.upgraded = True
