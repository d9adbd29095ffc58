"""Limits under way: whoever asks for too much hears when to come back, and nobody else notices."""

from __future__ import annotations

import asyncio
import json
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from typing import Any

import pytest
import pytest_asyncio

from chatserver import writer
from chatserver.sockets import driver
from chatserver.sockets.limits import RATES, Rate
from chatserver.sockets.session import INBOX_MAX, Session
from chatserver.sockets.wire import BUFFERED_MAX
from chatserver.writer import Job
from tests.sockets.stage import Stage, eventually, refusal, set_up, world
from tests.support.peer import Json, Peer, Screen
from tests.support.raw import CLOSE, PING, PONG, Frame, Raw, event, frame

pytestmark = pytest.mark.asyncio(loop_scope="module")

BIG = "\U0001f642" * 4000
"""As large as a message gets: 16 KB."""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def place(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Stage]:
    """One server, one room for all cases."""
    async with world(tmp_path_factory.mktemp("limits")) as running:
        yield await set_up(running)


@pytest_asyncio.fixture(loop_scope="module")
async def stage(place: Stage) -> AsyncIterator[Stage]:
    """A new connection for each case; at its end the bystander must still be able to talk."""
    await place.begin()
    yield place
    await place.finish()


class Held:
    """A disk that takes its time: commits wait until told to go on."""

    def __init__(self) -> None:
        self.reached, self._go_on = asyncio.Event(), asyncio.Event()
        self.concerns: Callable[[], bool] = lambda: True
        """Whether this commit waits; the server has others of its own."""

    async def commit(self, real: Callable[[], Awaitable[None]]) -> None:
        """Wait, then commit."""
        if self.concerns():
            self.reached.set()
            await self._go_on.wait()
        await real()

    def let_go(self) -> None:
        """The disk is well again."""
        self._go_on.set()


@pytest.fixture
def held(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> Iterator[Held]:
    """Commits wait; at the latest until the end of the test."""
    found, real = Held(), stage.server.database.writer._commit
    monkeypatch.setattr(stage.server.database.writer, "_commit", lambda: found.commit(real))
    yield found
    found.let_go()


def answers(raw: Raw) -> list[tuple[int, Json]]:
    """Every answer so far, by acknowledgement id, in the order in which they came."""
    found = []
    for each in raw.seen:
        if each.text.startswith("43"):
            ack_id, _, envelope = each.text[2:].partition("[")
            found.append((int(ack_id), json.loads("[" + envelope)[0]))
    return found


async def until_answered(raw: Raw, count: int) -> list[tuple[int, Json]]:
    """Read until this many answers are there."""
    while len(answers(raw)) < count:
        assert await raw.frame() is not None, "the connection ended"
    return answers(raw)


async def pong(raw: Raw) -> None:
    """Everything that was on its way before has come when this returns."""
    await raw.send(frame("?", PING))
    while await raw.frame() != Frame(PONG, b"?"):
        assert raw.seen, "the connection ended"


# How much one person may say ----------------------------------------------------------------------


async def test_67_of_30_messages_at_once_20_pass_and_the_rest_hear_when(stage: Stage) -> None:
    posts = [stage.post(f"message {number}") for number in range(30)]
    await stage.raw.say(*(event("message.post", post, ack_id=at) for at, post in enumerate(posts)))
    got = await until_answered(stage.raw, 30)
    assert [at for at, _ in got] == list(range(30)), "each is answered, in order"
    assert [answer["ok"] for _, answer in got] == [True] * 20 + [False] * 10
    later = refusal("rate_limited", retry_after_ms=1001)
    assert [answer for _, answer in got[20:]] == [later] * 10

    for at, before in got[:20]:
        assert await stage.raw.call("message.post", posts[at]) == before, "a known nonce is free"
    assert await stage.raw.call("message.post", posts[20]) == later

    stage.world.clock.advance(ms=1001)
    assert (await stage.raw.call("message.post", posts[20]))["ok"]
    assert await stage.raw.call("message.post", posts[21]) == refusal(
        "rate_limited", retry_after_ms=1000
    )
    await stage.bea.until_at(stage.room_id, got[19][1]["seq"] + 1)
    assert [each["body"] for each in stage.bea.got("message.posted")] == [
        f"message {number}" for number in range(21)
    ]


async def test_67_the_limit_is_the_persons_not_the_connections(stage: Stage) -> None:
    other = await stage.world.raw(stage.ann)
    for number in range(20):
        raw = (stage.raw, other)[number % 2]
        assert (await raw.call("message.post", stage.post("a")))["ok"]
    for raw in (stage.raw, other):
        assert (await raw.call("message.post", stage.post("b")))["error"]["code"] == "rate_limited"
    status, answer = await stage.world.served.http_command(
        stage.ann, "message.post", stage.post("c")
    )
    assert (status, answer["error"]["code"]) == (429, "rate_limited")
    assert (await stage.raw.call("help.ask", {"nonce": "one"}))["ok"], "help is never refused"


async def test_68_the_sixth_connection_ends_the_oldest(stage: Stage) -> None:
    others = [await stage.world.raw(stage.ann) for _ in range(4)]
    assert (await stage.raw.call("session.sync", {}))["ok"], "five may live"
    newest = await stage.world.raw(stage.ann)
    end = await stage.raw.end()
    revoked = {"sign_in_id": stage.ann.sign_in_id, "reason": "newer_session"}
    assert end.got("session.revoked") == [{"kind": "session.revoked", **revoked}]
    assert end.frames[-1] == Frame(CLOSE, (1008).to_bytes(2, "big") + b"revoked")
    for raw in (*others, newest):
        assert (await raw.call("session.sync", {}))["ok"]


async def test_many_requests_at_once_each_get_one_answer(stage: Stage) -> None:
    count = RATES["frame"].burst
    await stage.raw.say(*(event("session.sync", {}, ack_id=at) for at in range(count)))
    got = await until_answered(stage.raw, count)
    assert sorted(at for at, _ in got) == list(range(count))
    codes = {answer["error"]["code"] for _, answer in got if not answer["ok"]}
    assert codes <= {"too_many_requests", "rate_limited"}


async def test_a_full_inbox_says_so_and_keeps_room_for_help(stage: Stage, held: Held) -> None:
    await stage.raw.say(event("message.post", stage.post("slow"), ack_id=0))
    await held.reached.wait()
    syncs = [event("session.sync", {}, ack_id=1 + at) for at in range(INBOX_MAX + 1)]
    await stage.raw.say(*syncs, event("help.ask", {"nonce": "two"}, ack_id=99))
    await pong(stage.raw)
    too_many = refusal("too_many_requests", retry_after_ms=1000)
    assert answers(stage.raw) == [(INBOX_MAX + 1, too_many)], "the others wait their turn"
    held.let_go()
    got = await until_answered(stage.raw, INBOX_MAX + 3)
    assert [at for at, _ in got[1:]] == [*range(INBOX_MAX + 1), 99]
    assert all(answer["ok"] for _, answer in got[1:])


@pytest.mark.parametrize("flood", [frame("", PING), frame("", PONG), frame("3"), frame("43[]")])
async def test_a_flood_is_read_at_its_own_pace(stage: Stage, flood: bytes) -> None:
    loop = asyncio.get_running_loop()
    began, before = loop.time(), len(stage.raw.seen)
    reading = asyncio.create_task(stage.raw.end())
    await stage.raw.send(flood * 5000, frame("421[]"))
    for _ in range(10):
        await stage.bea.call("session.sync")
    session = stage.server.sessions.of_user(stage.ann.user_id)[-1]
    assert not session.wire.closing, "what stands behind the flood is not read yet"
    paced = RATES["frame"].burst + RATES["frame"].per_s * (loop.time() - began) + 1
    assert len(stage.raw.seen) - before <= paced
    reading.cancel()


async def test_beyond_its_burst_a_connection_is_read_no_faster_than_its_rate(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    rate = Rate(2, 50)
    monkeypatch.setattr(driver, "RATES", {"frame": rate})
    loop = asyncio.get_running_loop()
    began = loop.time()
    raw = await stage.world.unknown()
    await raw.send(frame("", PING) * 21)
    for number in range(1, 21):
        assert await raw.frame() == Frame(PONG, b"")
        # One more is read before a connection waits for its turn.
        assert number <= rate.burst + 1 + rate.per_s * (loop.time() - began)


# What is answered when ----------------------------------------------------------------------------


async def early(stage: Stage, held: Held, looks: int = 3) -> tuple[int, int]:
    """How many answers and events are out while the commit is still under way."""
    found = (0, 0)
    raw = stage.server.database._raw
    written = "SELECT EXISTS (SELECT 1 FROM message WHERE body = 'not yet')"
    held.concerns = lambda: raw.execute(written).fetchone() == (1,)
    await stage.raw.say(event("message.post", stage.post("not yet")))
    await held.reached.wait()
    for _ in range(looks):
        await pong(stage.raw)
        await stage.bea.call("session.sync")  # reading goes on meanwhile
        found = len(answers(stage.raw)), len(stage.bea.got("message.posted"))
        if all(found):
            break
    held.let_go()
    await until_answered(stage.raw, 1)
    return found


async def test_an_answer_comes_after_its_commit(stage: Stage, held: Held) -> None:
    assert await early(stage, held) == (0, 0)


async def test_an_answer_before_the_commit_would_be_seen(
    stage: Stage, held: Held, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = stage.server.database.writer
    run = real._run_commands

    def eager(ran: list[Job]) -> None:
        run(ran)
        real._settle(ran)

    monkeypatch.setattr(real, "_run_commands", eager)
    assert await early(stage, held, looks=300) == (1, 1)


async def test_69_when_too_much_waits_for_the_disk_it_is_busy_but_help_passes(
    stage: Stage, held: Held, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "QUEUE_MAX", 2)
    waiting = []
    for _ in range(3):  # one in its commit, two behind it
        write = stage.server.database.write(lambda work: work.now)
        waiting.append(asyncio.create_task(write))
        await held.reached.wait()
    await pong(stage.raw)
    payload = stage.post("can this be kept")
    busy = refusal("busy", retry_after_ms=1000)
    assert await stage.raw.call("message.post", payload) == busy
    status, answer = await stage.world.served.http_command(stage.ann, "message.post", payload)
    assert (status, answer) == (503, busy)
    help_asked = asyncio.create_task(stage.raw.call("help.ask", {"nonce": "three"}))
    await eventually(lambda: stage.server.database.writer.waiting == 3, "help waits in its room")
    held.let_go()
    answer = await help_asked
    assert answer["ok"] and answer["outside"]
    await asyncio.gather(*waiting)
    assert (await stage.raw.call("message.post", payload))["ok"]


async def test_70_a_full_disk_is_said_and_survived(stage: Stage) -> None:
    raw_connection = stage.server.database._raw
    (pages,) = raw_connection.execute("PRAGMA page_count").fetchone()
    raw_connection.execute(f"PRAGMA max_page_count={pages}")
    head = stage.bea.screens[stage.room_id].last
    unavailable = refusal("storage_unavailable", retry_after_ms=1000)
    posts = [stage.post(BIG) for _ in range(3)]
    for post in posts:
        assert await stage.raw.call("message.post", post) == unavailable
    assert await refused_by_http(stage, posts[0]) == (503, unavailable)
    page = await stage.raw.call("log.before", {"room_id": stage.room_id, "seq": head + 9})
    assert page["ok"], "reading goes on"
    assert stage.bea.got("message.posted") == []

    raw_connection.execute("PRAGMA max_page_count=1000000")
    for number, post in enumerate(posts, 1):
        assert (await stage.raw.call("message.post", post))["seq"] == head + number
    await stage.bea.until_at(stage.room_id, head + 3)


async def refused_by_http(stage: Stage, payload: Json) -> tuple[int, Json]:
    """The same over HTTP."""
    return await stage.world.served.http_command(stage.ann, "message.post", payload)


# Whoever does not read ----------------------------------------------------------------------------


async def slow_reader(stage: Stage) -> tuple[Raw, Session]:
    """Ann opens the room and then reads nothing, with next to no room in between."""
    before = set(stage.server.sessions)
    raw = await stage.world.raw(stage.ann, receive_buffer=4096)
    (session,) = set(stage.server.sessions) - before
    transport: Any = session.wire._transport
    transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)
    return raw, session


async def test_a_slow_reader_is_dropped_at_a_bound_comes_back_and_misses_nothing(
    stage: Stage,
) -> None:
    raw, session = await slow_reader(stage)
    opened = await raw.call("room.open", {"room_id": stage.room_id})
    screen = Screen(stage.room_id)
    screen.start(opened)
    said: list[str] = []
    most = 0
    while len(said) < 60:
        said.append(f"{len(said)} {BIG}"[:4000])
        await stage.bea.post(stage.room_id, said[-1])
        most = max(most, session.wire.buffered)
        await raw.send(frame("3"))  # it says that it is alive, as the attack does
        stage.world.clock.advance(s=1)
    one = len(BIG.encode()) + 1024
    assert BUFFERED_MAX < most <= BUFFERED_MAX + one
    assert session.wire.is_gone and not session.wire.buffered and not session.topics
    assert [len(stage.bea.got("message.posted")), stage.bea.lost.is_set()] == [60, False]

    for entry in (await raw.end()).got("message.posted"):
        assert screen.take(entry)
    assert 0 < screen.last < opened["head"] + 60, "some of it was still on its way"
    peer = Peer(stage.url, stage.ann.token)
    peer.screens[stage.room_id] = screen
    await peer.connect()
    await peer.until_at(stage.room_id, opened["head"] + 60)
    assert (screen.bodies[-60:], screen.twice, screen.resets) == (said, [], 0)
    await peer.leave()


async def test_whoever_does_not_read_answers_is_dropped_too(stage: Stage) -> None:
    raw, session = await slow_reader(stage)
    page = {"room_id": stage.room_id, "seq": 10_000}
    for ack_id in range(60):
        await raw.say(event("log.before", page, ack_id=ack_id))
    await eventually(lambda: session.wire.is_gone, "its answers are too many to keep")
    assert not session.wire.buffered
