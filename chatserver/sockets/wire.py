"""One WebSocket, as bytes: one lane out with a bound, one way to close with a reason.

Everything that goes out (handshake, answers, pings, events) is a finished frame on this one lane,
so nothing overtakes. Must never let a reader that stopped reading hold memory.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from chatserver.sockets.frames import close_frame, named_frame, text_frame

BUFFERED_MAX = 512 * 1024
"""Bytes that may wait for one reader. Beyond: told to resync and dropped; the log has it all."""
CLOSE_GRACE_S = 0.8
"""How long a peer may take to read why it is closed."""

_GOODBYE = 1000
CLOSE_CODES = {
    "bad_frame": 1002,
    "bad_event": 1002,
    "reserved_event": 1002,
    "binary_refused": 1003,
    "invalid_json": 1007,
    "too_deep": 1007,
    "auth_timeout": 1008,
    "revoked": 1008,
    "resync": 1013,
    "restarting": 1012,
}


class Wire:
    """The outgoing lane of one socket."""

    __slots__ = ("_transport", "closing", "on_dropped")

    def __init__(self, transport: asyncio.Transport) -> None:
        self._transport = transport
        self.closing = False
        self.on_dropped: Callable[[], None] | None = None

    @property
    def is_gone(self) -> bool:
        """Nothing more will come or go."""
        return self._transport.is_closing()

    @property
    def buffered(self) -> int:
        """Bytes that the peer has not taken yet."""
        return self._transport.get_write_buffer_size()

    def write(self, frame: bytes) -> None:
        """Send one finished frame, or drop the reader that is too far behind."""
        if self.closing or self._transport.is_closing():
            return
        if self._transport.get_write_buffer_size() > BUFFERED_MAX:
            self.drop()
            return
        self._transport.write(frame)

    def write_text(self, text: str) -> None:
        """Send text that is not a frame yet (what the library encodes itself)."""
        self.write(text_frame(text.encode()))

    def drop(self) -> None:
        """Cut a reader that does not read. It comes back and asks the log for what it missed.

        "resync" stands behind what it has not read, so it is only sent best effort; the transport
        is aborted at once, for a graceful close would wait for that reader.
        """
        if self.closing:
            return
        self.closing = True
        self._transport.abort()
        if self.on_dropped is not None:
            self.on_dropped()

    def close(self, code: str) -> None:
        """Say why (best effort), then close; the transport is gone within a second."""
        if self.closing:
            return
        self.closing = True
        if self._transport.is_closing():
            return
        self._transport.write(named_frame("protocol_error", {"code": code}))
        self._say_goodbye(code)

    def revoke(self, last_words: bytes) -> None:
        """End a socket whose right to be here has ended: its last event, then gone.

        Nothing that is still buffered may arrive later, hence the abort.
        """
        if self.closing:
            return
        self.closing = True
        if self.buffered:
            self._transport.abort()
            return
        self._transport.write(last_words)
        self._say_goodbye("revoked")

    def part(self) -> None:
        """The peer leaves and has said so: answer its goodbye."""
        if not self.closing:
            self.closing = True
            self._write_close(_GOODBYE, "")

    def end(self) -> None:
        """The peer is gone, or says so: keep nothing for it."""
        if not self.closing:
            self.closing = True
            self._transport.abort()

    def hang_up(self) -> None:
        """Nothing more is said on either side; what is on its way gets the usual grace."""
        self.closing = True
        if not self._transport.is_closing():
            self._transport.close()
        asyncio.get_running_loop().call_later(CLOSE_GRACE_S, self._transport.abort)

    def _say_goodbye(self, code: str) -> None:
        self._write_close(CLOSE_CODES[code], code)

    def _write_close(self, code: int, reason: str) -> None:
        if not self._transport.is_closing():
            self._transport.write(close_frame(code, reason))
            asyncio.get_running_loop().call_later(CLOSE_GRACE_S, self._transport.abort)
