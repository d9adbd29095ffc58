"""What passes the guard, byte for byte, and where it stops."""

from __future__ import annotations

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatserver.sockets.masking import MaskGuard
from tests.support.raw import CONTINUATION, PING, TEXT, frame


class Inner(asyncio.Protocol):
    """Stands for aiohttp's protocol."""

    def __init__(self) -> None:
        self.came = b""
        self.told: list[str] = []

    def data_received(self, data: bytes) -> None:
        self.came += data

    def connection_lost(self, exc: Exception | None) -> None:
        self.told.append("lost")

    def eof_received(self) -> bool:
        self.told.append("eof")
        return True

    def pause_writing(self) -> None:
        self.told.append("pause")

    def resume_writing(self) -> None:
        self.told.append("resume")


def feed(*parts: bytes) -> tuple[bytes, int]:
    """What passed, and how often it was refused."""
    inner, refused = Inner(), 0

    def refuse() -> None:
        nonlocal refused
        refused += 1

    guard = MaskGuard(inner, refuse)
    for part in parts:
        guard.data_received(part)
    return inner.came, refused


frames = st.builds(
    frame,
    st.binary(max_size=200) | st.sampled_from([b"a" * 125, b"a" * 126, b"b" * 70_000]),
    st.sampled_from([TEXT, CONTINUATION, PING]),
    fin=st.booleans(),
)


@given(st.lists(frames, max_size=5), st.lists(st.integers(1, 40), max_size=30))
def test_masked_frames_pass_unchanged_however_they_are_cut(
    whole: list[bytes], cuts: list[int]
) -> None:
    stream = b"".join(whole)
    parts = []
    rest = stream
    for cut in cuts:
        parts.append(rest[:cut])
        rest = rest[cut:]
    assert feed(*parts, rest) == (stream, 0)


@given(st.lists(frames, max_size=3), st.binary(max_size=200), st.integers(1, 9))
def test_an_unmasked_frame_is_found_wherever_it_comes(
    before: list[bytes], payload: bytes, cut: int
) -> None:
    stream = b"".join(before) + frame(payload, mask=None)
    _, refused = feed(stream[:cut], stream[cut:], frame(b"after"))
    assert refused == 1


def test_nothing_passes_after_the_refusal() -> None:
    assert feed(frame("a"), frame("b", mask=None), frame("c")) == (frame("a"), 1)


@pytest.mark.parametrize("told", ["lost", "eof", "pause", "resume"])
def test_the_rest_of_a_protocols_life_is_passed_on(told: str) -> None:
    inner = Inner()
    guard = MaskGuard(inner, lambda: None)
    {
        "lost": lambda: guard.connection_lost(None),
        "eof": guard.eof_received,
        "pause": guard.pause_writing,
        "resume": guard.resume_writing,
    }[told]()
    assert inner.told == [told]
