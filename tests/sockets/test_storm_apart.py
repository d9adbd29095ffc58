"""Two who are kept apart ride out the same storm: no gap, and nothing of each other."""

from __future__ import annotations

import random
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from chatserver.blocks import Blocks
from tests.sockets.storming import Storm, _compared
from tests.sockets.watching import unlimited, unsynced
from tests.support.clock import ManualClock
from tests.support.peer import Json, Screen
from tests.support.served import served
from tests.support.troubled_bus import TroubledBus

PAIRS = ((1, 2), (2, 1), (3, 1), (4, 5))
"""Who blocks whom; the keeper, person 0, is a moderator."""


class ApartStorm(Storm):
    """Each screen is compared with what its own person reads in the store."""

    async def gather_people(self, screen_type: type[Screen]) -> None:
        """As ever; then some of them want nothing of each other."""
        await super().gather_people(screen_type)
        ids = {}
        for device in self.devices:
            ids[device.name] = (await device.call("session.sync"))["me"]["user_id"]
            await device.call("presence.set", visible=True)
        for blocker, blocked in PAIRS:
            device = next(one for one in self.devices if one.name == f"person{blocker}")
            await device.call("user.block", user_id=ids[f"person{blocked}"], blocked=True)

    async def differences(self) -> list[str]:
        """Where a screen shows something else than its person reads."""
        found = []
        for number, device in enumerate(self.devices):
            for room_id, screen in device.screens.items():
                stored = await self._read_by(device, room_id)
                found += [f"device {number}: {fault}" for fault in _compared(screen, stored)]
                if (missing := sorted(screen.held)) != []:
                    found.append(f"device {number}: holds {missing} beyond a gap")
        return found

    async def _read_by(self, device: Any, room_id: str) -> dict[str, Json]:
        stored: dict[str, Json] = {}
        seq, more = 2**53 - 1, True
        while more:
            page = await device.call("log.before", room_id=room_id, seq=seq, limit=200)
            for message in page["messages"]:
                kept = {key: message[key] for key in ("seq", "body", "state", "reactions")}
                stored[message["message_id"]] = kept
            more = page["more"]
            seq = page["messages"][0]["seq"] if more else seq
        return stored


async def storm_apart(folder: Path, monkeypatch: pytest.MonkeyPatch, seed: int) -> list[str]:
    """The whole run; what differs at the end."""
    clock = ManualClock()
    bus: Any = partial(TroubledBus, chance=random.Random(seed + 1))
    async with served(folder, now=clock, bus=bus) as running:
        unlimited(running.server, monkeypatch)
        unsynced(running.server)
        raging = ApartStorm(running, clock, seed)
        await raging.gather_people(Screen)
        await raging.rage()
        await raging.settle()
        assert running.server.blocks.of(await _id(raging, 1)) == {
            await _id(raging, 2),
            await _id(raging, 3),
        }
        return await raging.differences()


async def _id(raging: Storm, number: int) -> str:
    device = next(one for one in raging.devices if one.name == f"person{number}")
    user_id: str = (await device.call("session.sync"))["me"]["user_id"]
    return user_id


@pytest.mark.parametrize("seed", [11, 12])
async def test_after_the_storm_everyone_has_all_that_is_for_them_and_no_more(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    differences = await storm_apart(tmp_path, monkeypatch, seed)
    assert differences == [], "\n".join(differences)


async def test_a_server_that_keeps_nobody_apart_on_live_screens_is_found_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Blocks, "around", lambda self, people: frozenset())
    assert len(await storm_apart(tmp_path, monkeypatch, 13)) > 5
