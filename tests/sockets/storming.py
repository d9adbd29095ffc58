"""A storm: twenty devices of people who talk, change their minds, come and go, on a bad bus.

Everyone keeps to the gap rule: apply `last + 1`, drop what is lower, ask the log for what is
between. At the end every screen is what the store holds.
"""

from __future__ import annotations

import asyncio
import random
from functools import partial
from pathlib import Path
from typing import Any, Final

import pytest

from rooms.people.person import Role
from tests.sockets.watching import unlimited, unsynced
from tests.support.clock import ManualClock
from tests.support.peer import Gone, Json, Peer, Refused, Screen
from tests.support.served import Person, Served, served
from tests.support.troubled_bus import TroubledBus

PEOPLE: Final = 13
DEVICES: Final = 20
ROOMS: Final = 3
STEPS: Final = 40
A_STEP_MS: Final = 100

ACTIONS: Final = (
    *("post",) * 6,
    *("edit",) * 3,
    *("delete",) * 1,
    *("hide",) * 1,
    *("react",) * 4,
    *("open",) * 3,
    *("shut",) * 1,
    *("leave",) * 1,
    *("join",) * 2,
    *("reconnect",) * 1,
    *("break_off",) * 1,
)


class Device(Peer):
    """A peer that stops showing a room it was put out of, and reads words again when told to."""

    screen_type: type[Screen] = Screen

    async def come_back(self) -> None:
        """Connect, and go on with each room where it was."""
        before, self.screens = self.screens, {}
        await self.connect()
        for room_id, screen in before.items():
            screen.ready = False
            self.screens[room_id] = screen
            await self.show(room_id)

    async def show(self, room_id: str) -> None:
        """Put a room on screen, if that may be."""
        self.screens.setdefault(room_id, self.screen_type(room_id))
        try:
            await self.open(room_id)
        except Refused:
            self.screens.pop(room_id, None)

    async def _on_event(self, name: str, data: Json) -> None:
        if name == "you.membership_changed" and data["membership"] is None:
            self.screens.pop(data["room_id"], None)
        await super()._on_event(name, data)

    async def break_off(self) -> None:
        """The network is gone, without a word."""
        assert self._sio is not None
        transport = self._sio.eio.ws._response.connection.transport
        transport.abort()
        await self.lost.wait()

    async def read_again(self) -> None:
        """Words that were not for everyone on the topic are asked for."""
        for room_id, screen in self.screens.items():
            for shown in screen.messages.values():
                if shown["body"] is None:
                    page = await self.call(
                        "log.before", room_id=room_id, seq=shown["seq"] + 1, limit=1
                    )
                    # None at all, when a careless screen shows what it may no longer read: the
                    # missing words are then one of the differences.
                    for now in page["messages"]:
                        shown.update({key: now[key] for key in ("body", "state", "reactions")})


class Careless(Screen):
    """Planted fault: shows whatever comes, and never asks what was between."""

    def take(self, entry: Json) -> bool:
        """No gap is ever seen."""
        self._show(entry)
        self.last = max(self.last, entry["seq"])
        return True


class Storm:
    """One seeded run."""

    def __init__(self, running: Served, clock: ManualClock, seed: int) -> None:
        self.running = running
        self.clock = clock
        self.chance = random.Random(seed)
        self.rooms: list[str] = []
        self.devices: list[Device] = []
        self.own: dict[str, list[str]] = {}
        self.said: dict[str, list[str]] = {}
        self.refused = 0

    async def gather_people(self, screen_type: type[Screen]) -> None:
        """Three rooms, everyone in each; the first of them keeps them."""
        people = [
            await self.running.person(
                f"person{number}", Role.MODERATOR if not number else Role.MEMBER
            )
            for number in range(PEOPLE)
        ]
        self.keeper = people[0]
        for _ in range(ROOMS):
            room_id = await self.running.room(self.keeper)
            self.rooms.append(room_id)
            await self.running.join(room_id, *people[1:])
        for number in range(DEVICES):
            person = people[number % PEOPLE]
            self.devices.append(await self._device(person, screen_type))

    async def _device(self, person: Person, screen_type: type[Screen]) -> Device:
        device = Device(self.running.url, person.token, name=person.handle, keeps_events=False)
        device.screen_type = screen_type
        self.running._peers.append(device)
        await device.connect()
        await device.show(self.chance.choice(self.rooms))
        return device

    async def rage(self) -> None:
        """Everyone acts at once, each device by its own dice."""
        await asyncio.gather(
            *(self._act(device, random.Random(self.chance.random())) for device in self.devices)
        )

    async def _act(self, device: Device, chance: random.Random) -> None:
        for _ in range(STEPS):
            self.clock.advance(ms=A_STEP_MS)
            action = chance.choice(ACTIONS)
            try:
                await getattr(self, action)(device, chance)
            except Refused:
                self.refused += 1
            except Gone:
                await device.come_back()

    async def post(self, device: Device, chance: random.Random) -> None:
        room_id = chance.choice(self.rooms)
        more: Json = {}
        if chance.random() < 0.2 and self.said.get(room_id):
            more["reply_to"] = chance.choice(self.said[room_id])
        body = f"{device.name} says {chance.randrange(10**9)} to @person{chance.randrange(PEOPLE)}"
        said = await device.post(room_id, body, f"{chance.getrandbits(64):x}", **more)
        self.own.setdefault(device.name, []).append(said["message_id"])
        self.said.setdefault(room_id, []).append(said["message_id"])

    async def edit(self, device: Device, chance: random.Random) -> None:
        body = f"rather {chance.randrange(10**9)}"
        await device.call("message.edit", message_id=self._mine(device, chance), body=body)

    async def delete(self, device: Device, chance: random.Random) -> None:
        await device.call("message.delete", message_id=self._mine(device, chance))

    async def hide(self, device: Device, chance: random.Random) -> None:
        await device.call("message.hide", message_id=self._anyones(chance), reason="off_topic")

    async def react(self, device: Device, chance: random.Random) -> None:
        await device.call(
            "message.react",
            message_id=self._anyones(chance),
            reaction=chance.choice(["heart", "hug", "thanks"]),
            on=chance.random() < 0.7,
        )

    async def open(self, device: Device, chance: random.Random) -> None:
        await device.show(chance.choice(self.rooms))

    async def shut(self, device: Device, chance: random.Random) -> None:
        room_id = chance.choice(self.rooms)
        device.screens.pop(room_id, None)
        await device.call("room.close", room_id=room_id)

    async def leave(self, device: Device, chance: random.Random) -> None:
        await device.call("room.leave", room_id=chance.choice(self.rooms))

    async def join(self, device: Device, chance: random.Random) -> None:
        await device.call("room.join", room_id=chance.choice(self.rooms))

    async def reconnect(self, device: Device, chance: random.Random) -> None:
        await device.leave()
        await device.come_back()

    async def break_off(self, device: Device, chance: random.Random) -> None:
        await device.break_off()
        await device.come_back()

    def _mine(self, device: Device, chance: random.Random) -> str:
        return chance.choice(self.own.get(device.name) or ["none"])

    def _anyones(self, chance: random.Random) -> str:
        return chance.choice(self.said.get(chance.choice(self.rooms)) or ["none"])

    async def settle(self) -> None:
        """The weather clears; one more thing is said in each room, and everyone catches up."""
        bus = self.running.server.bus
        assert isinstance(bus, TroubledBus)
        assert bus.lost > 20 and bus.repeated > 5, (bus.lost, bus.repeated)
        bus.calm()
        for device in self.devices:
            if device.lost.is_set():
                await device.come_back()
        self.clock.advance(s=2)
        await self.running.server.ticker.tick()
        for room_id in self.rooms:
            said = await self.running.command(
                self.keeper, "message.post", room_id=room_id, nonce=room_id, body="good night"
            )
            for device in self.devices:
                if room_id in device.screens:
                    await device.until_at(room_id, said["seq"])
        for device in self.devices:
            await device.read_again()

    async def differences(self) -> list[str]:
        """Where a screen shows something else than the store holds."""
        found = []
        for room_id in self.rooms:
            stored = await self._stored(room_id)
            for number, device in enumerate(self.devices):
                screen = device.screens.get(room_id)
                if screen is not None:
                    found += [f"device {number}: {fault}" for fault in _compared(screen, stored)]
        return found

    async def _stored(self, room_id: str) -> dict[str, Json]:
        stored: dict[str, Json] = {}
        seq, more = 2**53 - 1, True
        while more:
            page = await self.running.command(
                self.keeper, "log.before", room_id=room_id, seq=seq, limit=200
            )
            for message in page["messages"]:
                kept = {key: message[key] for key in ("seq", "body", "state", "reactions")}
                stored[message["message_id"]] = kept
            seq, more = page["messages"][0]["seq"], page["more"]
        return stored


def _compared(screen: Screen, stored: dict[str, Json]) -> list[str]:
    found = [f"shows {seq} twice" for seq in screen.twice]
    if screen.order != sorted(screen.order):
        found.append("is out of order")
    lowest = min(screen.order, default=screen.first + 1)
    expected = {key: kept for key, kept in stored.items() if kept["seq"] >= lowest}
    return found + [
        f"shows {screen.messages.get(key)}, not {expected.get(key)}"
        for key in expected.keys() | screen.messages.keys()
        if screen.messages.get(key) != expected.get(key)
    ]


async def storm(
    folder: Path, monkeypatch: pytest.MonkeyPatch, seed: int, screen_type: type[Screen] = Screen
) -> tuple[Storm, list[str]]:
    """The whole run; what differs at the end."""
    clock = ManualClock()
    bus: Any = partial(TroubledBus, chance=random.Random(seed + 1))
    async with served(folder, now=clock, bus=bus) as running:
        unlimited(running.server, monkeypatch)
        unsynced(running.server)
        raging = Storm(running, clock, seed)
        await raging.gather_people(screen_type)
        await raging.rage()
        await raging.settle()
        return raging, await raging.differences()
