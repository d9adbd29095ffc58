"""Frames that no client should send: always an answer or a coded close, never a crash or a leak.

The server is a process of its own, so that its memory and its log are its own. FUZZ_EXAMPLES says
how many frames (5,000 unless set; `make fuzz` takes a million), FUZZ_SEED which ones.
"""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from chatserver.sockets.packets import RESERVED
from chatserver.sockets.wire import CLOSE_CODES
from rooms.refusal import WORDS
from tests.sockets.fuzzed import Target
from tests.support.raw import (
    ANSWER_S,
    BINARY,
    CLOSE,
    CONTINUATION,
    PING,
    PONG,
    TEXT,
    Raw,
    event,
    fragments,
    frame,
    open_socket,
    signed_in,
)
from web.wire import VERBS

FRAMES = int(os.environ.get("FUZZ_EXAMPLES", "5000"))
SEED = int(os.environ.get("FUZZ_SEED", "20261120"))
GROWTH_MAX_BYTES = 10 * 1024 * 1024
CHUNK = 2000
"""Frames between two beginnings of hypothesis, which remembers everything it has tried."""
STEPS = 7
"""Frames of an example, about."""
PER_SOCKET = 100
"""After so many a connection would be paced."""
SOCKET_S = 15.0
"""After so long without an answer to a ping it would be cut."""
PROBE = 10**14
CODES = frozenset({1000, 1002, 1007, 1009, *CLOSE_CODES.values()})


class Step(msgspec.Struct, frozen=True):
    """Bytes, and what is certain to come back unless the connection ends."""

    data: bytes
    ack_id: int | None = None
    ping: bytes | None = None


class Example(msgspec.Struct, frozen=True):
    """Some steps of one person. After `cut` ones the client can only say that it is done."""

    person: int
    unknown: bool
    """On a connection that has not said CONNECT."""
    steps: list[Step]
    wild: bool = False
    """Fragments may make messages of each other: then only the end is certain."""
    cut: bool = False


# What is thrown -----------------------------------------------------------------------------------

words = st.text(max_size=12) | st.sampled_from(
    ["", "\u200b", "a" * 5000, "\x00", "\u202e", "Z\u0301" * 20, "\U0001f642", "{}", "__proto__"]
)
numbers = st.integers() | st.floats() | st.sampled_from([2**53, -1, 10**9, 10**101, 1e300])
scalars = st.none() | st.booleans() | numbers | words
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=6,
)
deep = st.integers(1, 40).map(lambda levels: json.loads("[" * levels + "]" * levels))


def plausible(target: Target) -> dict[str, st.SearchStrategy[Any]]:
    """For each field that commands have, what could be meant."""
    known: dict[str, st.SearchStrategy[Any]] = {
        "room_id": st.sampled_from(target.rooms),
        "message_id": st.sampled_from(target.messages),
        "nonce": st.text("ab", min_size=1, max_size=3),
        "body": words,
        "seq": st.integers(0, 100),
        "since": st.fixed_dictionaries({"epoch": words, "seq": st.integers(0, 50)}),
        "limit": st.integers(1, 300),
        "reaction": st.sampled_from(["support", "thanks", "heart"]),
    }
    return known


def payloads(target: Target, name: str) -> st.SearchStrategy[Any]:
    """Payloads for one command, most of them nearly right."""
    known = plausible(target)
    fields = [each.name for each in msgspec.structs.fields(VERBS[name].command)]
    mostly = {each: known.get(each, scalars) | known.get(each, values) | values for each in fields}
    right = {each: known[each] for each in fields if each in known}
    return (
        st.fixed_dictionaries(right)
        | st.fixed_dictionaries({}, optional=mostly)
        | st.fixed_dictionaries(right, optional={"extra": values})
        | values
    )


def events(target: Target) -> st.SearchStrategy[Step]:
    """Events that must be answered, if their JSON can be read."""

    def step(drawn: tuple[str, list[Any], int, int]) -> Step:
        name, arguments, ack_id, pieces = drawn
        text = event(name, *arguments, ack_id=ack_id)
        whole = frame(text) if pieces == 1 else fragments(text, len(text) // pieces + 1)
        return Step(whole, ack_id)

    names = st.sampled_from(sorted(VERBS))
    ack_ids = st.integers(0, 10**13)
    # Made once for each name: hypothesis takes longer to make a strategy than to draw from it.
    each = {
        name: st.tuples(
            st.just(name),
            payloads(target, name).map(lambda payload: [payload]),
            ack_ids,
            st.sampled_from([1, 1, 1, 2, 30]),
        )
        for name in VERBS
    }
    known = names.flatmap(each.__getitem__)
    any_name = (words | names).filter(lambda name: name not in RESERVED)
    odd = st.tuples(any_name, st.lists(values | deep, max_size=3), ack_ids, st.just(1))
    return (known | known | odd).map(step)


def packets(target: Target) -> st.SearchStrategy[Step]:
    """Packets of every type with whatever behind them."""
    header = st.tuples(
        st.sampled_from("44444444401235679x"),
        st.sampled_from(["0", "1", "2", "3", "4", "5", "6", "7", ""]),
        st.sampled_from(["", "", "1-", "9999-"]),
        st.sampled_from(["", "", "/,", "/admin,", "/a?b=c,", "/" + "n" * 100 + ","]),
        st.sampled_from(["", "1", "12", "9" * 101]),
    ).map("".join)
    broken = st.sampled_from(
        ["", "[", "{]", "NaN", "[1e999]", '["\\ud800"]', "[" * 500, '["connect"]', '["a",}', "[]"]
    )
    tokens = st.sampled_from(target.tokens[:2]) | words
    auth = st.builds(lambda token: json.dumps({"token": token}), tokens)
    content = broken | auth | values.map(json.dumps)
    text = st.builds(lambda head, rest: head + rest, header, content)
    binary = st.binary(max_size=20).map(lambda data: Step(frame(data, BINARY)))
    said = text.map(lambda said: Step(frame(said.encode("utf-8", "replace"))))
    return said | said | said | said | binary


harmless = st.one_of(
    st.binary(max_size=125).map(lambda data: Step(frame(data, PING), ping=data)),
    st.binary(max_size=125).map(lambda data: Step(frame(data, PONG))),
    st.sampled_from([Step(frame("3")), Step(frame("43[]")), Step(frame("431[1]"))]),
)
"""Frames that end nothing."""

wild = st.builds(
    lambda payload, opcode, fin, rsv, masked: Step(
        frame(payload, opcode, fin=fin, rsv=rsv, mask=b"mask" if masked else None)
    ),
    st.binary(max_size=140) | st.sampled_from([b"3", b"421[", b'"session.sync",{}]', b"\xff"]),
    st.sampled_from([TEXT, TEXT, CONTINUATION, CONTINUATION, BINARY, CLOSE, PING, 3, 11, 15]),
    st.booleans(),
    st.sampled_from([0, 0, 0, 0, 1, 2, 4, 7]),
    st.sampled_from([True, True, True, False]),
)
"""Frames with every bit of their header."""

junk = st.binary(max_size=300) | st.builds(
    lambda payload, size: frame(payload, size=size),
    st.binary(max_size=50),
    st.integers(0, 2**64 - 1),
)
"""Bytes, and frames that lie about their length."""


def examples(target: Target) -> st.SearchStrategy[Example]:
    """Everything, in the mixture that reaches deepest."""
    people, unknown = st.integers(0, len(target.tokens) - 1), st.sampled_from([False] * 5 + [True])
    good = events(target)
    mixed = good | good | harmless | packets(target)
    kept = st.lists(good | harmless, min_size=8, max_size=24)
    broken = st.lists(mixed, min_size=2, max_size=16)
    torn = st.lists(wild | good, min_size=1, max_size=8)
    cut = st.lists(st.builds(Step, junk), min_size=1, max_size=3)
    return st.one_of(
        st.builds(Example, people, st.just(False), kept),
        st.builds(Example, people, unknown, broken),
        st.builds(Example, people, unknown, torn, wild=st.just(True)),
        st.builds(Example, people, unknown, cut, wild=st.just(True), cut=st.just(True)),
    )


# What must come back ------------------------------------------------------------------------------


class Thrower:
    """Plays examples against the server and looks at what comes back."""

    def __init__(self, target: Target) -> None:
        self.target = target
        self.frames = 0
        self.ends: Counter[int] = Counter()
        self.answers: Counter[str] = Counter()
        self._open: dict[int, tuple[Raw, int, float]] = {}

    async def play(self, example: Example) -> None:
        """One example, to its end or to the answer of a probe that stands behind it."""
        raw = await self._socket(example)
        self.frames += len(example.steps)
        probe = frame(event("session.sync", {}, ack_id=PROBE))
        await raw.send(*(step.data for step in example.steps), b"" if example.cut else probe)
        if example.cut:
            await raw.finish()
        async with asyncio.timeout(ANSWER_S):  # pings would keep it waiting for ever
            acks, pongs, code = await self._until_probed(raw)
        if code is not None or example.unknown:
            raw.vanish()
        if code is not None:
            if not example.unknown:
                del self._open[example.person]
            self.ends[code] += 1
            assert code in CODES or example.cut, code
            return
        assert not example.cut, "whoever has gone is let go"
        if not example.wild:
            assert acks == Counter(step.ack_id for step in example.steps if step.ack_id is not None)
            assert pongs == [step.ping for step in example.steps if step.ping is not None]

    async def _socket(self, example: Example) -> Raw:
        if example.unknown:
            return await open_socket(self.target.url)
        now = asyncio.get_running_loop().time()
        raw, frames, began = self._open.pop(example.person, (None, 0, now))
        if raw is not None and (frames > PER_SOCKET or now > began + SOCKET_S):
            raw.vanish()
            raw = None
        if raw is None:
            raw = await signed_in(self.target.url, self.target.tokens[example.person])
            frames, began = 0, now
        self._open[example.person] = (raw, frames + len(example.steps) + 1, began)
        raw.seen.clear()
        return raw

    async def _until_probed(self, raw: Raw) -> tuple[Counter[int], list[bytes], int | None]:
        """Answers and pongs until the probe's answer, or the code of the close (0: none)."""
        acks: Counter[int] = Counter()
        pongs: list[bytes] = []
        while (found := await raw.frame()) is not None:
            if found.opcode == PONG:
                pongs.append(found.payload)
            elif found.opcode == CLOSE:
                return acks, pongs, int.from_bytes(found.payload[:2], "big")
            elif found.text.startswith("43"):
                ack_id, _, envelope = found.text[2:].partition("[")
                self._look_at("[" + envelope)
                if int(ack_id) == PROBE:
                    return acks, pongs, None
                acks[int(ack_id)] += 1
            elif found.text == "2":
                await raw.say("3")
            else:
                assert found.text[:2] in ("40", "42", "44"), found
        return acks, pongs, 0

    def _look_at(self, text: str) -> None:
        (envelope,) = json.loads(text, parse_constant=pytest.fail)
        if envelope["ok"]:
            self.answers["ok"] += 1
            return
        code = envelope["error"]["code"]
        assert code in WORDS and code != "internal", envelope
        self.answers[code] += 1

    async def come_and_go(self, times: int) -> None:
        """Connections that end: the server looks for garbage only once there is some."""
        for number in range(times):
            token = self.target.tokens[number % len(self.target.tokens)]
            (await signed_in(self.target.url, token)).vanish()

    async def close(self) -> None:
        """Be gone."""
        for raw, _, _ in self._open.values():
            raw.vanish()
        await asyncio.sleep(0)


def throw(thrower: Thrower, runner: asyncio.Runner, number: int, frames: int) -> None:
    """About so many frames, none of them remembered from another chunk."""

    @seed(SEED + number)
    @settings(
        max_examples=frames // STEPS + 1,
        database=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    @given(examples(thrower.target))
    def one(example: Example) -> None:
        runner.run(thrower.play(example))

    one()


def resident_bytes(pid: int) -> int:
    """What the server holds of the machine's memory."""
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """Where the server's lines go."""
    return tmp_path / "log"


@pytest.fixture
def target(tmp_path: Path, log: Path) -> Iterator[Target]:
    """A server process."""
    with log.open("wb") as lines:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.sockets.fuzzed", str(tmp_path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=lines,
        )
    assert process.stdin is not None and process.stdout is not None
    try:
        yield msgspec.json.decode(process.stdout.readline(), type=Target)
        assert process.poll() is None, "it is still there"
        process.stdin.close()
        assert process.wait(30) == 0, "and stops as it should"
    finally:
        process.kill()
        process.stdin.close()
        process.stdout.close()
        process.wait()


def test_whatever_comes_in_is_answered_or_closed_with_a_code(target: Target, log: Path) -> None:
    thrower = Thrower(target)
    warm_up = max(1000, FRAMES // 10)
    with asyncio.Runner() as runner:
        try:
            runner.run(thrower.come_and_go(500))
            throw(thrower, runner, 0, warm_up)
            before, chunk = resident_bytes(target.pid), 1
            while thrower.frames < FRAMES + warm_up:
                throw(thrower, runner, chunk, min(CHUNK, FRAMES + warm_up - thrower.frames))
                chunk += 1
            growth = resident_bytes(target.pid) - before
        finally:
            runner.run(thrower.close())
    assert log.read_text() == "", "the server logged a fault"
    assert growth < GROWTH_MAX_BYTES, f"it grew by {growth / 2**20:.1f} MB"
    assert thrower.answers["ok"] > FRAMES // 20 and len(thrower.answers) > 5, thrower.answers
    assert {1002, 1003, 1007} <= thrower.ends.keys(), thrower.ends
    print(thrower.frames, "frames;", growth, "bytes more;", thrower.answers, thrower.ends)
