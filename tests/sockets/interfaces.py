"""A served app with everyone in their place, and the two ways to ask it."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.sockets.cast import Cast
from tests.sockets.watching import StoreView, Tap, unlimited, unsynced
from tests.support.clock import ManualClock
from tests.support.peer import Gone, Json, Peer, Refused
from tests.support.served import Person, Served, served

OPENS_ROOM = ("typing.set",)
"""Concerns a room on one's screen: whoever can opens it first."""


class Scene(NamedTuple):
    """A served app with everyone in their place."""

    clock: ManualClock
    running: Served
    cast: Cast
    store: StoreView
    tap: Tap


@asynccontextmanager
async def scene(folder: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Scene]:
    """No limits, no syncs, a clock that stands still."""
    clock = ManualClock()
    async with served(folder, now=clock) as running:
        unlimited(running.server, monkeypatch)
        unsynced(running.server)
        await running.server.alerts.stop()  # what rings by itself is told elsewhere
        cast = await Cast(running).assemble()
        tap = Tap(running.server)
        store = StoreView(running.server)
        yield Scene(clock, running, cast, store, tap)
        store.close()


class Interface:
    """One way to ask. `ask` answers with a code ('' for done) and the answer as it came."""

    def __init__(self, stage: Scene) -> None:
        self.stage = stage

    async def ask(self, who: str, command: str, what: Json) -> tuple[str, str]:
        """Someone of the cast asks for something."""
        raise NotImplementedError


class OverHttp(Interface):
    """`POST /api/commands/…` with a bearer token."""

    async def ask(self, who: str, command: str, what: Json) -> tuple[str, str]:
        """Each request stands alone."""
        return await post(self.stage.running, self.stage.cast.people[who], command, what)


async def post(running: Served, person: Person | None, command: str, what: Json) -> tuple[str, str]:
    """Ask over HTTP: the code, and status and body as they came."""
    headers = {} if person is None else {"Authorization": f"Bearer {person.token}"}
    async with running.http.post(
        f"{running.url}/api/commands/{command}", json=what, headers=headers
    ) as response:
        raw = await response.text()
        answer = json.loads(raw)
        assert answer["ok"] == (response.status == 200), (response.status, answer)
        return ("" if answer["ok"] else answer["error"]["code"]), f"{response.status} {raw}"


class OverSocket(Interface):
    """One connection for each person, kept open throughout."""

    def __init__(self, stage: Scene) -> None:
        super().__init__(stage)
        self.peers: dict[str, Peer] = {}

    async def ask(self, who: str, command: str, what: Json) -> tuple[str, str]:
        """Connects at the first question."""
        peer = self.peers.get(who)
        if peer is None or peer.is_gone:
            # A ban ends every connection; the store is put back after it, and they come again.
            peer = self.peers[who] = await self.stage.running.peer(self.stage.cast.people[who])
        if command in OPENS_ROOM and what["room_id"] in self.stage.cast.every_room:
            await call(peer, "room.open", {"room_id": what["room_id"]})
        return await call(peer, command, what)


async def call(peer: Peer, command: str, what: Json) -> tuple[str, str]:
    """Ask over a socket: the code, and the answer as JSON."""
    try:
        return "", json.dumps(await peer.call(command, **what))
    except Refused as refused:
        return refused.code, json.dumps(refused.error)
    except Gone:
        # What they did ended their own sign-in, and this overtook the answer.
        if any(name == "session.revoked" for name, _ in peer.events):
            return "", "{}"
        raise
