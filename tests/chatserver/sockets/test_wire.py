"""One lane out, with a bound, and ways to close."""

from __future__ import annotations

import asyncio

import pytest

from chatserver.sockets import wire as wires
from chatserver.sockets.wire import BUFFERED_MAX, Wire


class Transport:
    """A transport whose peer takes nothing."""

    def __init__(self) -> None:
        self.sent: list[bytes] = []
        self.aborted = False
        self.buffered = 0

    def write(self, data: bytes) -> None:
        self.sent.append(data)

    def abort(self) -> None:
        self.aborted = True

    def is_closing(self) -> bool:
        return self.aborted

    def get_write_buffer_size(self) -> int:
        return self.buffered


@pytest.fixture
def transport() -> Transport:
    return Transport()


@pytest.fixture
def wire(transport: Transport) -> Wire:
    return Wire(transport)  # type: ignore[arg-type]


def test_a_reader_that_is_too_far_behind_is_dropped(wire: Wire, transport: Transport) -> None:
    dropped: list[bool] = []
    wire.on_dropped = lambda: dropped.append(True)
    transport.buffered = BUFFERED_MAX
    wire.write(b"fits")
    transport.buffered += 1
    wire.write(b"does not")
    wire.write(b"nor this")
    assert transport.sent == [b"fits"]
    assert (transport.aborted, dropped) == (True, [True])


async def test_a_close_says_why_and_the_transport_is_gone_within_a_second(
    wire: Wire, transport: Transport, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wires, "CLOSE_GRACE_S", 0.0)
    wire.close("bad_frame")
    wire.close("bad_event")
    assert b'"code":"bad_frame"' in transport.sent[0]
    assert transport.sent[1] == b"\x88\x0b\x03\xeabad_frame"
    assert len(transport.sent) == 2, "it is said once"
    for _ in range(3):  # turns of the loop: a timer of no length is due in the next one
        await asyncio.sleep(0)
    assert transport.aborted


async def test_who_is_revoked_gets_nothing_that_still_waits(
    wire: Wire, transport: Transport
) -> None:
    transport.buffered = 1
    wire.revoke(b"last words")
    assert (transport.aborted, transport.sent) == (True, [])


async def test_who_reads_along_hears_why_the_sign_in_ended(
    wire: Wire, transport: Transport
) -> None:
    wire.revoke(b"last words")
    wire.write(b"later")
    assert transport.sent[0] == b"last words"
    assert b"later" not in transport.sent
