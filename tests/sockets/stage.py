"""What the tests from outside stand on: one server for many cases, a breaker, a bystander."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from rooms.people.person import Role
from rooms.refusal import RETRYABLE, WORDS
from tests.support.clock import ManualClock
from tests.support.peer import Json, Peer
from tests.support.raw import ANSWER_S, CLOSE, TEXT, Frame, Raw, open_socket, signed_in
from tests.support.served import Person, Served, served

CANARY = "qanary"
"""Stands in the words of every bad input; no answer may repeat it."""

_numbers = itertools.count(1)


class World:
    """A server whose clock stands still unless a test moves it."""

    def __init__(self, running: Served, clock: ManualClock) -> None:
        self.served = running
        self.server = running.server
        self.url = running.url
        self.clock = clock
        self.opened: list[Raw] = []

    async def person(self, role: Role = Role.MEMBER) -> Person:
        """Someone new."""
        return await self.served.person(f"person{next(_numbers)}", role)

    async def keeper(self) -> Person:
        """Someone new who may make rooms."""
        return await self.person(Role.MODERATOR)

    async def raw(self, person: Person, *, receive_buffer: int | None = None) -> Raw:
        """A device of theirs that may break every rule."""
        raw = await signed_in(self.url, person.token, receive_buffer=receive_buffer)
        raw.ignored = (b'42["room.moved",',)  # what others say in the meantime, gathered
        self.opened.append(raw)
        return raw

    async def unknown(self, *headers: tuple[str, str]) -> Raw:
        """A connection that has not said CONNECT yet."""
        raw = await open_socket(self.url, headers=headers)
        self.opened.append(raw)
        return raw

    def vanish(self) -> None:
        """Be done with all of them."""
        while self.opened:
            self.opened.pop().vanish()

    @property
    def traces(self) -> tuple[int, int, int, int]:
        """What is kept for live connections: ours, the libraries'."""
        sio = self.server.sockets._sio
        return (
            len(self.server.sessions),
            len(sio.eio.sockets),
            len(sio.environ),
            sum(len(sids) for rooms in sio.manager.rooms.values() for sids in rooms.values()),
        )


class Stage:
    """A room with someone who breaks rules (ann) and someone who just talks (bea)."""

    def __init__(self, world: World, room_id: str, ann: Person, bea: Peer) -> None:
        self.world = world
        self.server = world.server
        self.url = world.url
        self.room_id = room_id
        self.ann = ann
        self.bea = bea
        self.raw: Raw

    async def begin(self) -> None:
        """A fresh connection for ann, fresh limits for all, nothing seen so far."""
        self.world.clock.advance(minutes=5)
        self.bea.events.clear()
        self.raw = await self.world.raw(self.ann)

    async def finish(self) -> None:
        """Whatever ann did, bea can talk: the case is over when she has."""
        posted = await self.bea.post(self.room_id, "still here")
        await self.bea.until_at(self.room_id, posted["seq"])
        assert self.bea.screens[self.room_id].bodies[-1] == "still here"
        self.world.vanish()

    def post(self, body: object = "hello", **more: object) -> Json:
        """The payload of a post into the room, with a nonce of its own."""
        return {"room_id": self.room_id, "nonce": f"n{next(_numbers)}", "body": body, **more}


async def set_up(world: World) -> Stage:
    """A stage in this world."""
    keeper, ann, talker = await world.keeper(), await world.person(), await world.person()
    room_id = await world.served.room(keeper)
    await world.served.join(room_id, ann, talker)
    bea = await world.served.peer(talker)
    await bea.open(room_id)
    return Stage(world, room_id, ann, bea)


@asynccontextmanager
async def world(folder: Path, **settings: Any) -> AsyncIterator[World]:
    """A server; at the end it must not have met a bug, nor keep anything of anybody."""
    clock = ManualClock()
    async with served(folder, now=clock, **settings) as running:
        made = World(running, clock)
        yield made
        made.vanish()
        assert running.server.metrics.bugs._value.get() == 0, "the server met a bug"


def closed(said: str, code: int) -> list[Frame]:
    """Exactly what goes out before a connection is cut for this reason."""
    return [
        Frame(TEXT, b'42["protocol_error",{"code":"%s"}]' % said.encode()),
        Frame(CLOSE, code.to_bytes(2, "big") + said.encode()),
    ]


def cut(code: int) -> list[Frame]:
    """Exactly what goes out when WebSocket's own rules were broken."""
    return [Frame(CLOSE, code.to_bytes(2, "big"))]


def refusal(
    code: str, field: str | None = None, message: str = "", retry_after_ms: int | None = None
) -> Json:
    """Exactly what a refused command answers."""
    return {
        "ok": False,
        "error": {
            "code": code,
            "message": message or WORDS[code],
            "field": field,
            "retryable": code in RETRYABLE,
            "retry_after_ms": retry_after_ms,
            "reference": None,
        },
    }


async def eventually(condition: Callable[[], bool], what: str) -> None:
    """Wait for what shows only inside the server; fails after many times what it takes."""
    try:
        async with asyncio.timeout(ANSWER_S):
            while not condition():  # noqa: ASYNC110 - nothing announces it
                await asyncio.sleep(0.005)
    except TimeoutError:
        raise AssertionError(f"it never came true: {what}") from None
