"""The former partner joins her open room: he learns nothing of what was before, and, once she has
blocked him, nothing of her at all; nor she of him. Nothing tells him.

Everything that a newcomer can ask for is asked, over both interfaces, and every answer and every
frame is looked through for words, names, ids and times that are not for him.
"""

from __future__ import annotations

import asyncio
import json
import secrets
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Final

import pytest

from chatserver import presence
from chatserver.sockets import notices
from rooms.people.person import Role
from tests.sockets.watching import unlimited, unsynced
from tests.support.clock import ManualClock
from tests.support.ids import id_of
from tests.support.peer import Json, Peer, Refused
from tests.support.served import Person, Served, served

ABSENT: Final = id_of("nobodyhasthisid")
SEQ_MAX: Final = 2**53 - 1


class Evening:
    """An open room that Mo keeps: Rosa and Tess talk, and Felix comes in."""

    def __init__(self, running: Served, clock: ManualClock) -> None:
        self.running = running
        self.clock = clock
        self.people: dict[str, Person] = {}
        self.peers: dict[str, Peer] = {}
        self.said: dict[str, list[str]] = {}
        self.head = 0

    async def begin(self) -> Evening:
        """Everyone is here but Felix, who has an account."""
        for name in ("mo", "rosa", "tess", "felix"):
            role = Role.MODERATOR if name == "mo" else Role.MEMBER
            self.people[name] = await self.running.person(name, role)
        self.room_id = await self.running.room(self.people["mo"])
        for name in ("rosa", "tess"):
            await self.join(name)
        return self

    async def join(self, name: str) -> None:
        """Come in, on a device that shows the room."""
        await self.running.join(self.room_id, self.people[name])
        self.peers[name] = await self.running.peer(self.people[name])
        await self.peers[name].open(self.room_id)

    async def do(self, name: str, command: str, **payload: Any) -> Json:
        """Someone does something."""
        self.clock.advance(s=1)
        answer = await self.running.command(self.people[name], command, **payload)
        self.head = max(self.head, answer.get("seq", 0))
        return answer

    async def say(self, name: str, body: str, **more: Any) -> str:
        """Someone says something; the id of the message."""
        nonce = secrets.token_hex(8)
        said = await self.do(
            name, "message.post", room_id=self.room_id, nonce=nonce, body=body, **more
        )
        message_id: str = said["message_id"]
        self.said.setdefault(name, []).append(message_id)
        return message_id

    async def react(self, name: str, message_id: str, reaction: str, *, on: bool = True) -> None:
        """Someone is kind."""
        await self.do(name, "message.react", message_id=message_id, reaction=reaction, on=on)
        self.clock.advance(s=2)
        await self.running.server.ticker.tick()

    async def settle(self) -> None:
        """Whatever was gathered or is on its way has come."""
        for _ in range(3):
            await asyncio.sleep(0)
            for peer in self.peers.values():
                with pytest.raises(Refused):
                    await peer.call("no.such")

    async def frames(self, name: str) -> list[tuple[str, Json]]:
        """What someone's screen was told since this was last asked."""
        await self.settle()
        frames, self.peers[name].events = self.peers[name].events, []
        return frames

    async def ask(self, name: str, command: str, payload: Json) -> list[Json]:
        """The same over HTTP and over a socket: two answers that must not differ."""
        _, over_http = await self.running.http_command(self.people[name], command, payload)
        try:
            answer = await self.peers[name].call(command, **payload)
            over_socket: Json = {"ok": True, **answer}
        except Refused as refused:
            over_socket = {"ok": False, "error": refused.error}
        return [over_http, over_socket]

    def pins(self, got: list[tuple[str, Json]]) -> set[str]:
        """Every message that some of these answers tell to be at hand."""
        rooms = [answer.get("room") or {} for _, answer in got]
        return {message_id for room in rooms for message_id in room.get("pinned", [])}

    def questions(self, about: str) -> Iterator[tuple[str, Json]]:
        """Everything that somebody can ask to find out about someone in the room."""
        room: Json = {"room_id": self.room_id}
        person, ids = self.people[about], self.said.get(about, [])
        epoch = self.running.server.database.epoch
        yield "session.sync", {}
        yield "room.list", {}
        yield "room.open", room
        yield "room.members", room
        yield "message.pinned", room
        yield "message.saved", {}
        for seq in range(self.head + 2):
            yield "log.before", {**room, "seq": seq, "limit": 200}
            yield "log.after", {**room, "seq": seq, "limit": 200}
            yield "log.since", {**room, "seq": seq, "epoch": epoch, "limit": 200}
            yield "room.open", {**room, "since": {"epoch": epoch, "seq": seq}}
        yield "log.before", {**room, "seq": SEQ_MAX, "limit": 200}
        for where in ({}, room):
            for text in ("before", "after", "rosa", "@rosa", "felix", "e"):
                yield "message.search", {"text": text, **where}
                yield "message.search", {"text": text, "author": person.user_id, **where}
                yield "message.search", {"text": text, "before": self.clock(), **where}
        for message_id in ids:
            yield from self.questions_about(message_id)

    def questions_about(self, message_id: str) -> Iterator[tuple[str, Json]]:
        """What can be asked of a message whose id somebody has got hold of.

        Not whether it can be reported: it can, by whoever had read it, and nobody kept apart from
        its author hears of a new one's id.
        """
        yield "log.around", {"message_id": message_id}
        yield "message.reactions", {"message_id": message_id}
        yield "message.react", {"message_id": message_id, "reaction": "hug", "on": True}
        yield "message.edit", {"message_id": message_id, "body": "changed"}
        yield "message.delete", {"message_id": message_id}
        yield "message.hide", {"message_id": message_id, "reason": "unkind"}
        yield "message.pin", {"message_id": message_id, "on": True}
        yield "message.save", {"message_id": message_id, "on": True}
        reply = {"room_id": self.room_id, "nonce": secrets.token_hex(8), "body": "so?"}
        yield "message.post", {"reply_to": message_id, **reply}


@asynccontextmanager
async def evening(folder: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Evening]:
    """A served room; what is gathered for a second goes out in the next turn of the loop."""
    for module, name in (
        (presence, "GATHER_S"),
        (presence, "LINGER_S"),
        (notices, "MOVED_EVERY_S"),
    ):
        monkeypatch.setattr(module, name, 0)
    clock = ManualClock()
    async with served(folder, now=clock) as running:
        unlimited(running.server, monkeypatch)
        unsynced(running.server)
        yield await Evening(running, clock).begin()


def texts(found: Any) -> Iterator[str]:
    """Every text in an answer or a frame."""
    if isinstance(found, str):
        yield found
    elif isinstance(found, dict):
        for value in (*found.keys(), *found.values()):
            yield from texts(value)
    elif isinstance(found, list):
        for value in found:
            yield from texts(value)


def numbers(found: Any) -> Iterator[int]:
    """Every number in it."""
    if isinstance(found, dict):
        found = list(found.values())
    if isinstance(found, list):
        for value in found:
            yield from numbers(value)
    elif isinstance(found, int):
        yield found


def saying(found: Any, secret: str) -> bool:
    """Whether some text in it says that."""
    return any(secret in text.lower() for text in texts(found))


async def everything(room: Evening, asker: str, about: str) -> list[tuple[str, Json]]:
    """Whatever can be got out of the server: each question and what it answers."""
    got = []
    for command, payload in list(room.questions(about)):
        http, socket = await room.ask(asker, command, payload)
        got += [(f"{command} {json.dumps(payload)}", answer) for answer in (http, socket)]
    return got


# Before he came -----------------------------------------------------------------------------------


async def test_nothing_of_what_was_before_he_came(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with evening(tmp_path, monkeypatch) as room:
        began = room.clock()
        shared = await room.say("rosa", "said before he came, by rosa")
        await room.say("tess", "before that I thought so too, @rosa", reply_to=shared)
        regretted = await room.say("rosa", "before, and better not")
        await room.react("tess", shared, "heart")
        room.clock.advance(minutes=5)
        came = room.clock()
        await room.join("felix")
        await room.frames("felix")
        # What happens to her words now that he is here.
        room.clock.advance(minutes=1)
        await room.do("rosa", "message.edit", message_id=shared, body="before, in other words")
        await room.react("rosa", room.said["tess"][0], "hug")
        await room.react("tess", shared, "hug")
        await room.do("rosa", "message.delete", message_id=regretted)
        await room.do("mo", "message.hide", message_id=shared, reason="private_details")
        await room.peers["rosa"].call("typing.set", room_id=room.room_id, typing=True)
        await room.say("tess", "I answer to that", reply_to=room.said["tess"][0])
        await room.peers["rosa"].leave()
        room.peers["rosa"] = await room.running.peer(room.people["rosa"])
        await room.peers["rosa"].open(room.room_id)
        await room.do("tess", "room.leave", room_id=room.room_id)
        await room.do("tess", "room.join", room_id=room.room_id)
        got: list[tuple[str, Json]] = await room.frames("felix")
        kinds = {kind for kind, _ in got}
        assert {"message.edited", "message.deleted", "message.reacted", "typing.changed"} <= kinds
        assert {"member.joined", "member.left", "presence.changed"} <= kinds
        for name in ("rosa", "tess"):
            got += await everything(room, "felix", name)
        got += await room.frames("felix")
        assert any(saying(answer, "i answer to that") for _, answer in got), "he does read along"
        for where, answer in got:
            for secret in ("before", "rosa", room.people["rosa"].user_id):
                assert not saying(answer, secret), (where, secret)
            for number in numbers(answer):
                assert not began <= number < came, (where, "a time from before he came")


# She blocks him -----------------------------------------------------------------------------------


async def test_she_blocks_him_and_nothing_passes_between_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with evening(tmp_path, monkeypatch) as room:
        await room.join("felix")
        for name in ("rosa", "felix"):
            await room.do(name, "presence.set", visible=True)
        hers = await room.say("rosa", "after he came, by rosa")
        his = await room.say("felix", "i found you, by felix")
        await room.react("rosa", his, "hug")
        # Until now they do see each other: what is looked for below can be found.
        for viewer, other in (("rosa", "felix"), ("felix", "rosa")):
            seen = await everything(room, viewer, other) + await room.frames(viewer)
            assert any(saying(answer, f"by {other}") for _, answer in seen)
        await room.frames("felix")
        await room.frames("rosa")

        await block(room, "rosa", "felix")
        assert await room.frames("felix") == [], "nothing tells him"
        ((kind, told),) = await room.frames("rosa")
        assert kind == "you.blocks_changed"
        assert told.keys() == {"kind", "user_id", "blocks"}
        await assert_as_if_absent(room, "felix", hers)
        await assert_as_if_absent(room, "rosa", his)

        for viewer, other in (("felix", "rosa"), ("rosa", "felix")):
            got = await talk(room, other, viewer)
            assert [kind for kind, _ in got].count("message.hidden") > 6
            assert "typing.changed" not in {kind for kind, _ in got}
            assert not any(saying(frame, said) for _, frame in got for said in room.said[other])
            got += await everything(room, viewer, other) + await room.frames(viewer)
            for where, answer in got:
                for secret in (f"by {other}", room.people[other].user_id):
                    assert not saying(answer, secret), (viewer, where, secret)
                pinned = (answer.get("room") or {}).get("pinned", [])
                assert set(pinned).isdisjoint(room.said[other]), (viewer, where, "a pin")
            assert room.pins(got), "what is pinned of others is there"
            assert any(saying(answer, "says tess") for _, answer in got), "everyone else is there"
            await assert_as_if_absent(room, viewer, room.said[other][-1])
            screen = room.peers[viewer].screens[room.room_id]
            assert screen.last == room.head, "and there is no gap in what they have"
            assert screen.resets == 0


async def test_of_a_room_off_screen_he_hears_what_others_say_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with evening(tmp_path, monkeypatch) as room:
        await room.join("felix")
        await room.do("felix", "presence.set", visible=True)
        await block(room, "rosa", "felix")
        phone = room.peers["felix's phone"] = await room.running.peer(room.people["felix"])
        before = (await phone.call("session.sync"))["rooms"][0]
        await room.settle()
        phone.events.clear()
        for _ in range(3):
            await room.say("rosa", "dear @felix, by rosa")
        assert await room.frames("felix's phone") == []
        await room.say("tess", "says tess")
        await room.say("rosa", "by rosa")
        await room.say("tess", "says tess, to @felix")
        frames = await room.frames("felix's phone")
        assert [kind for kind, _ in frames] == ["room.moved"] * 2
        assert [data["posts"] - before["posts"] for _, data in frames] == [1, 2]
        now = (await phone.call("session.sync"))["rooms"][0]
        assert (now["unread"] - before["unread"], now["posts"] - before["posts"]) == (2, 6)
        assert now["mentions"] == 1, "by tess, and by nobody else"
        await room.say("rosa", "by rosa")
        await room.say("tess", "says tess")
        frames = await room.frames("felix's phone")
        assert [data["posts"] - now["posts"] for _, data in frames] == [1]


async def test_taken_back_they_read_each_other_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with evening(tmp_path, monkeypatch) as room:
        await room.join("felix")
        await room.do("felix", "presence.set", visible=True)
        await block(room, "rosa", "felix")
        await room.say("rosa", "by rosa")
        await room.frames("felix")
        await block(room, "rosa", "felix", on=False)
        assert await room.frames("felix") == []
        assert [kind for kind, _ in await room.frames("rosa")][-1] == "you.blocks_changed"
        await room.say("rosa", "again by rosa")
        page = await room.running.command(
            room.people["felix"], "log.before", room_id=room.room_id, seq=SEQ_MAX
        )
        assert [message["body"] for message in page["messages"]] == ["by rosa", "again by rosa"]
        assert [kind for kind, _ in await room.frames("felix")] == ["message.posted"]


async def test_it_holds_after_a_restart_and_when_the_bus_has_lost_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with evening(tmp_path, monkeypatch) as room:
        await room.join("felix")
        await room.do("felix", "presence.set", visible=True)
        await block(room, "rosa", "felix")
        people, room_id = room.people, room.room_id
    async with served(tmp_path) as running:
        for forgotten in (False, True):
            if forgotten:
                running.server.blocks.load([])
                running.server._bus_lost()
                await asyncio.sleep(0)
            felix = await running.peer(people["felix"])
            await felix.open(room_id)
            said: Json = {}
            for name in ("rosa", "tess"):
                nonce = secrets.token_hex(8)
                said = await running.command(
                    people[name], "message.post", room_id=room_id, nonce=nonce, body=f"by {name}"
                )
            await felix.until_at(room_id, said["seq"])
            entries = [data for _, data in felix.events if "epoch" in data]
            assert [entry.get("body") for entry in entries] == [None, "by tess"]


async def talk(room: Evening, name: str, viewer: str) -> list[tuple[str, Json]]:
    """Someone does whatever can be done in a room; what another is told of it."""
    peer = room.peers[name]
    await room.frames(viewer)
    await peer.call("typing.set", room_id=room.room_id, typing=True)
    await room.settle()
    said = await room.say(name, f"again by {name}, dear @felix and @rosa")
    gone = await room.say(name, f"better not, by {name}")
    kept = await room.say("tess", "all of you, says tess")
    await room.do("mo", "message.pin", message_id=kept, on=True)
    await room.say(name, f"to tess, by {name}", reply_to=kept)
    await room.do(name, "message.edit", message_id=said, body=f"rather, by {name}")
    await room.react("tess", said, "thanks")
    await room.do("mo", "message.pin", message_id=said, on=True)
    await room.react(name, kept, "heart")
    await room.do(name, "message.delete", message_id=gone)
    await room.do("mo", "message.hide", message_id=said, reason="off_topic")
    await room.do(name, "presence.set", visible=False)
    await room.do(name, "presence.set", visible=True)
    await peer.call("room.close", room_id=room.room_id)
    await peer.open(room.room_id)
    await room.do(name, "room.leave", room_id=room.room_id)
    await room.running.join(room.room_id, room.people[name])
    await peer.open(room.room_id)
    back = await room.say(name, f"back, by {name}", warning=f"by {name}", topics=["loss"])
    await room.do("mo", "message.pin", message_id=back, on=True)
    await room.say("tess", "good night, says tess")
    return await room.frames(viewer)


async def block(room: Evening, blocker: str, blocked: str, *, on: bool = True) -> None:
    """As her page does it."""
    user_id = room.people[blocked].user_id
    await room.do(blocker, "user.block", user_id=user_id, blocked=on)


async def assert_as_if_absent(room: Evening, asker: str, message_id: str) -> None:
    """Every answer about it is, to the byte, the one about no message at all."""
    questions = zip(room.questions_about(message_id), room.questions_about(ABSENT), strict=True)
    for (command, there), (_, absent) in questions:
        assert await room.ask(asker, command, there) == await room.ask(asker, command, absent)
        _, answer = await room.running.http_command(room.people[asker], command, there)
        assert answer["error"]["code"] == "not_found", command
