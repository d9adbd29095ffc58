"""A member who signed up under a real name goes by another: on every screen within a second.

Nobody else's device is told the old name any more, and the file has forgotten it.
"""

from __future__ import annotations

import asyncio
import io
import json
import logging
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog

from chatserver import logs, presence
from rooms.people.person import Role
from tests.sockets.watching import unlimited
from tests.support.clock import ManualClock
from tests.support.peer import Json, Peer, Refused
from tests.support.served import Person, Served, served

REAL = "Johanna.Weber"
NEW = "Heron"
WITHIN_S = 1.0
"""Measured from the answer to the change."""


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """Everything that is logged, down to the least serious line."""
    stream = io.StringIO()
    root = logging.getLogger()
    before = (root.handlers[:], root.level)
    logs.configure("debug", stream)
    root.setLevel(logging.DEBUG)
    yield stream
    root.handlers[:], level = before
    root.setLevel(level)
    structlog.reset_defaults()


class Evening:
    """Johanna and Anna in a room that a moderator keeps, both with it on screen."""

    def __init__(self, running: Served) -> None:
        self.running = running

    async def begin(self) -> Evening:
        running = self.running
        self.maria = await running.person("maria", Role.MODERATOR)
        self.johanna, self.anna = [await running.person(name) for name in (REAL, "anna")]
        self.room_id = await running.room(self.maria)
        await running.join(self.room_id, self.johanna, self.anna)
        self.hers, self.annas = [await running.peer(one) for one in (self.johanna, self.anna)]
        for peer in (self.hers, self.annas):
            await peer.open(self.room_id)
        return self

    async def talk(self) -> None:
        """She speaks, is answered, mentioned, reacted to and reported."""
        await self.hers.call("presence.set", visible=True, reading=True)
        said = await self.hers.post(self.room_id, f"I am @{REAL}", reply_to=None)
        await self.annas.post(
            self.room_id, f"welcome @{REAL.lower()}, welcome", reply_to=said["message_id"]
        )
        other = await self.annas.post(self.room_id, "and a good evening")
        await self.hers.call(
            "message.react", message_id=other["message_id"], reaction="hug", on=True
        )
        self.reacted = other["message_id"]
        await self.annas.call(
            "message.edit", message_id=other["message_id"], body=f"good evening, @{REAL}!"
        )
        await self.annas.call(
            "message.report", message_id=said["message_id"], nonce="r", reason="other"
        )

    async def everything(self, peer: Peer, person: Person) -> str:
        """Whatever a fresh page can ask for."""
        room: Json = {"room_id": self.room_id}
        opened = await peer.call("room.open", **room)
        answers = [
            opened,
            await peer.call("session.sync"),
            await peer.call("log.before", **room, seq=1000),
            await peer.call("log.since", **room, epoch=opened["epoch"], seq=opened["head"] - 4),
            await peer.call("room.members", **room),
            await peer.call("message.reactions", message_id=self.reacted),
            await peer.call("message.search", text="welcome"),
            await peer.call("message.search", text=REAL),
            await peer.call("message.search", text=f"@{REAL}", **room),
            await self.running.command(person, "room.open", **room),
            await self.running.command(self.maria, "report.list"),
        ]
        return json.dumps(answers, ensure_ascii=False)


async def test_within_a_second_every_screen_shows_the_new_name_alone(
    tmp_path: Path, log: io.StringIO
) -> None:
    async with served(tmp_path) as running:
        evening = await Evening(running).begin()
        hers, annas = evening.hers, evening.annas
        await evening.talk()
        before = await annas.call("room.open", room_id=evening.room_id)
        assert REAL in json.dumps(before["entries"])
        assert "\\u0001" not in json.dumps(before)
        annas.events.clear()
        answer = await hers.call("handle.change", handle=NEW)
        assert answer["user"]["handle"] == NEW
        async with asyncio.timeout(WITHIN_S):
            await annas.until(lambda: annas.got("names.changed"))
        assert annas.got("names.changed") == [{"kind": "names.changed", "room_id": evening.room_id}]
        after = await annas.call("room.open", room_id=evening.room_id)
        assert after["names"] == before["names"] + 1
        assert [author["handle"] for author in after["shown"]] == [NEW]
        assert after["reading"] == [evening.johanna.user_id]
        bodies = [entry["body"] for entry in after["entries"]]
        assert bodies == [f"I am @{NEW}", f"welcome @{NEW}, welcome", f"good evening, @{NEW}!"]
        found = await annas.call("message.search", text=f"@{NEW}")
        assert [one["body"] for one in found["messages"]] == bodies[::-1]
        everything = await evening.everything(annas, evening.anna)
        assert NEW in everything
        assert "johanna" not in everything.casefold()
        await annas.until(lambda: annas.got("presence.changed"))
        heard = json.dumps(annas.events)
        assert "johanna" not in heard.casefold()
        assert annas.got("you.handle_changed") == []
        assert [told["handle"] for told in hers.got("you.handle_changed")] == [NEW]
    assert "johanna" not in log.getvalue().casefold()
    assert NEW not in log.getvalue()


async def test_the_file_forgets_the_old_name(tmp_path: Path) -> None:
    async with served(tmp_path) as running:
        evening = await Evening(running).begin()
        await evening.talk()
        path = running.server.config.database_path
        assert REAL.encode() in raw(path), "the test would see it"
        await evening.hers.call("handle.change", handle=NEW)
        checkpoint(path)
        assert "johanna" not in raw(path).decode("latin-1").casefold()
        assert NEW.encode() in raw(path)


def raw(path: Path) -> bytes:
    """The file and what stands beside it, as bytes."""
    beside = path.with_name(f"{path.name}-wal")
    return path.read_bytes() + (beside.read_bytes() if beside.exists() else b"")


def checkpoint(path: Path) -> None:
    connection = sqlite3.connect(path)
    busy, *_ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    connection.close()
    assert not busy


async def test_nobody_signs_up_or_is_renamed_to_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = ManualClock()
    async with served(tmp_path, now=clock) as running:
        unlimited(running.server, monkeypatch)
        evening = await Evening(running).begin()
        await evening.hers.call("handle.change", handle=NEW)
        for handle in (REAL, REAL.lower(), "johannaweber"):
            with pytest.raises(Refused, match="name_taken"):
                await evening.annas.call("handle.change", handle=handle)
        with pytest.raises(Refused, match="too_soon") as too_soon:
            await evening.hers.call("handle.change", handle="Egret")
        clock.advance(ms=too_soon.value.error["retry_after_ms"])
        answer = await evening.hers.call("handle.change", handle=REAL)
        assert answer["user"]["handle"] == REAL


async def test_names_can_not_be_tried_out(tmp_path: Path) -> None:
    """Who asks for names that are taken learns of people who are here: so only a few times."""
    async with served(tmp_path) as running:
        evening = await Evening(running).begin()
        codes = []
        for _ in range(8):
            with pytest.raises(Refused) as refused:
                await evening.annas.call("handle.change", handle="Maria")
            codes.append(refused.value.code)
        assert codes == ["name_taken"] * 5 + ["rate_limited"] * 3


async def test_a_person_who_hides_hears_of_it_and_nobody_else_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(presence, "GATHER_S", 0)
    async with served(tmp_path) as running:
        evening = await Evening(running).begin()
        second = await running.peer(await running.sign_in_again(evening.johanna))
        evening.annas.events.clear()
        await evening.hers.call("handle.change", handle=NEW)
        await second.until(lambda: second.got("you.handle_changed"))
        await evening.annas.call("session.sync")
        assert NEW not in json.dumps(evening.annas.events)
        assert evening.johanna.user_id not in json.dumps(evening.annas.events)
        assert {name for name, _ in evening.annas.events} <= {"presence.changed"}
        keeper = await running.peer(evening.maria)
        await keeper.call("session.sync")
        other = await running.person("hidda")
        await running.join(evening.room_id, other)
        await running.command(other, "handle.change", handle="Egret")
        await keeper.until(lambda: keeper.got("roster.changed"))
        assert keeper.got("roster.changed") == [
            {"kind": "roster.changed", "room_id": evening.room_id}
        ]
        people = (await keeper.call("room.members", room_id=evening.room_id))["people"]
        assert "Egret" in [one["person"]["handle"] for one in people]


async def test_someone_who_comes_back_finds_that_names_have_changed(tmp_path: Path) -> None:
    async with served(tmp_path) as running:
        evening = await Evening(running).begin()
        await evening.talk()
        synced = await evening.annas.call("session.sync")
        await evening.annas.leave()
        await evening.hers.call("handle.change", handle=NEW)
        again = await running.peer(evening.anna)
        later = await again.call("session.sync")
        assert later["rooms"][0]["names"] == synced["rooms"][0]["names"] + 1
