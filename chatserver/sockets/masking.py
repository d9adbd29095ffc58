"""Refuses a client's unmasked frames (RFC 6455, 5.1), which aiohttp would take.

It stands between the transport and aiohttp, by asyncio's own `set_protocol`, and looks at the
frames' headers alone. Must never change, hold back or keep what passes.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable

_MASKED = 0x80
_MASK_BYTES = 4
_LENGTH_BYTES = {126: 2, 127: 8}


class MaskGuard(asyncio.Protocol):
    """Passes everything on to `inner` until a frame comes unmasked; then nothing more."""

    def __init__(self, inner: asyncio.Protocol, refuse: Callable[[], None]) -> None:
        self._inner = inner
        self._refuse = refuse
        self._refused = False
        self._begun = b""
        """A header that has not come whole yet."""
        self._skip = 0
        """How much of the present frame is still to come."""

    def data_received(self, data: bytes) -> None:
        """Look at each header in it."""
        if self._refused:
            return
        if self._all_masked(data):
            self._inner.data_received(data)
        else:
            self._refused = True
            self._refuse()

    def eof_received(self) -> bool | None:
        """Pass on."""
        return self._inner.eof_received()

    def connection_lost(self, exc: Exception | None) -> None:
        """Pass on."""
        self._inner.connection_lost(exc)

    def pause_writing(self) -> None:
        """Pass on."""
        self._inner.pause_writing()

    def resume_writing(self) -> None:
        """Pass on."""
        self._inner.resume_writing()

    def _all_masked(self, came: bytes) -> bool:
        data = self._begun + came
        at, self._skip, self._begun = self._skip, 0, b""
        while len(data) - at >= 2:
            second = data[at + 1]
            if not second & _MASKED:
                return False
            payload = second & 0x7F
            start = at + 2 + _LENGTH_BYTES.get(payload, 0)
            if start > len(data):
                break
            if payload >= 126:
                payload = int.from_bytes(data[at + 2 : start], "big")
            at = start + _MASK_BYTES + payload
        if at < len(data):
            self._begun = data[at:]
        else:
            self._skip = at - len(data)
        return True
