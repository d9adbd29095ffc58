"""Every cell of the authorisation matrix, over sockets and over HTTP, with what a refusal leaves.

The table is written by hand in `tests.sockets.matrix`; this asks the running server. After every
refusal the store is the same to the byte and nothing was announced.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from rooms.people.person import Role
from rooms.work import Work
from tests.sockets.asking import payload
from tests.sockets.cast import (
    ADMIN,
    INVITED,
    KEEPER,
    KEEPS_ANOTHER,
    MEMBER,
    MOD_INSIDE,
    MOD_OUTSIDE,
    OUTSIDER,
    PRINCIPALS,
    REMOVED,
    ROOMS,
    WAITING,
    Cast,
)
from tests.sockets.matrix import Case, cases
from tests.sockets.watching import StoreView, Tap, unlimited, unsynced
from tests.support.clock import ManualClock
from tests.support.peer import Json, Peer, Refused
from tests.support.served import Person, Served, served
from web.wire import VERBS, Mode

CHANGES = {name for name, verb in VERBS.items() if verb.mode in (Mode.WRITE, Mode.LOSSY)}
HIDDEN_FROM = (OUTSIDER, REMOVED, KEEPS_ANOTHER)
OPENS_ROOM = ("typing.set",)
"""Concerns a room on one's screen: whoever can opens it first."""


class Scene(NamedTuple):
    """A served app with everyone in their place."""

    running: Served
    cast: Cast
    store: StoreView
    tap: Tap


@asynccontextmanager
async def scene(folder: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Scene]:
    async with served(folder, now=ManualClock()) as running:
        unlimited(running.server, monkeypatch)
        unsynced(running.server)
        cast = await Cast(running).assemble()
        tap = Tap(running.server)
        store = StoreView(running.server)
        yield Scene(running, cast, store, tap)
        store.close()


class Interface:
    """One way to ask. `ask` answers (code or '', the answer as it came)."""

    def __init__(self, stage: Scene) -> None:
        self.stage = stage

    async def ask(self, who: str, command: str, what: Json) -> tuple[str, str]:
        raise NotImplementedError


class OverHttp(Interface):
    """`POST /api/commands/…` with a bearer token."""

    async def ask(self, who: str, command: str, what: Json) -> tuple[str, str]:
        running = self.stage.running
        token = self.stage.cast.people[who].token
        async with running.http.post(
            f"{running.url}/api/commands/{command}",
            json=what,
            headers={"Authorization": f"Bearer {token}"},
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
        if who not in self.peers:
            self.peers[who] = await self.stage.running.peer(self.stage.cast.people[who])
        peer = self.peers[who]
        if command in OPENS_ROOM and what["room_id"] in self.stage.cast.rooms.values():
            await _quietly(peer, "room.open", {"room_id": what["room_id"]})
        return await _quietly(peer, command, what)


async def _quietly(peer: Peer, command: str, what: Json) -> tuple[str, str]:
    try:
        return "", json.dumps(await peer.call(command, **what))
    except Refused as refused:
        return refused.code, json.dumps(refused.error)


class Inspector:
    """Asks for one cell after another, and looks at what each left behind."""

    def __init__(self, stage: Scene, interface: Interface) -> None:
        self.stage = stage
        self.interface = interface
        self.before = stage.store.rows()
        self.hash = stage.store.hash()
        self.faults: list[str] = []
        self.asked = 0

    async def cell(self, case: Case, room: str, who: str, expected: str) -> str:
        """Ask for one cell; the raw answer."""
        cast, tap = self.stage.cast, self.stage.tap
        tap.take()
        what = payload(cast, case, room, who)
        got, raw = await self.interface.ask(who, case.command, what)
        self.asked += 1
        where = f"{case.name}, {room or 'nowhere'}, {who}"
        if got != expected:
            self.faults.append(f"{where}: {got or 'done'}, not {expected or 'done'}")
        await self.stage.running.server.marks.flush()
        changed = self.stage.store.hash() != self.hash
        if got and (changed or tap.heard):
            self.faults.append(f"{where}: refused, and yet something happened")
        if case.command not in CHANGES and (changed or tap.heard):
            self.faults.append(f"{where}: a query changed something")
        if changed:
            await self.stage.store.restore(self.before)
        return raw

    async def line(self, case: Case) -> None:
        """One line of the table, and the same where there is nothing."""
        answers: dict[tuple[str, str], str] = {}
        for (room, who), expected in case.cells.items():
            answers[room, who] = await self.cell(case, room, who, expected)
        if case.about == "no room":
            return
        cast = self.stage.cast
        for who in PRINCIPALS:
            nothing = await self.cell(case, "absent", who, "not_found")
            unseen = who in HIDDEN_FROM or "message_id" in payload(cast, case, "absent", who)
            if case.cells["hidden", who] == "not_found" and unseen:
                if answers["hidden", who] != nothing:
                    self.faults.append(f"{case.name}, {who}: hidden and absent differ")


@pytest.mark.parametrize("interface", [OverSocket, OverHttp])
async def test_every_cell(
    interface: type[Interface], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with scene(tmp_path, monkeypatch) as stage:
        inspector = Inspector(stage, interface(stage))
        for case in cases():
            if interface is OverHttp and VERBS[case.command].mode is Mode.SESSION:
                continue
            await inspector.line(case)
        assert inspector.faults == [], "\n".join(inspector.faults)
        assert inspector.asked > 1500
