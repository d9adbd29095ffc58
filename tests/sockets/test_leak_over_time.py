"""What someone may not read any more, or not yet: rights that end, and what was before one's time.

Commits have an order, and so have screens: whoever is put out hears everything up to that commit
and nothing after it.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest

from chatserver import presence
from rooms.chat.events import Entry, YourMembership
from rooms.event import Event
from rooms.people.events import YourRole
from rooms.people.person import Role
from tests.sockets.staffing import set_role
from tests.sockets.watching import Tap, unlimited, unsynced
from tests.support.clock import ManualClock
from tests.support.peer import Json, Peer, Refused
from tests.support.served import Person, Served, served
from web.accounts.events import SignInEnded

SAID_AFTER = 5


class Ending:
    """A right that ends while others go on talking."""

    def __init__(self, running: Served, room_id: str, keeper: Person, leaver: Person) -> None:
        self.running = running
        self.room_id = room_id
        self.keeper = keeper
        self.leaver = leaver

    async def removed(self) -> None:
        await self.running.command(
            self.keeper, "room.remove", room_id=self.room_id, user_id=self.leaver.user_id
        )

    async def left(self) -> None:
        await self.running.command(self.leaver, "room.leave", room_id=self.room_id)

    async def signed_out(self) -> None:
        headers = {"Authorization": f"Bearer {self.leaver.token}"}
        async with self.running.http.delete(
            f"{self.running.url}/api/sign-ins/current", headers=headers
        ) as response:
            assert response.status == 200

    async def demoted(self) -> None:
        await set_role(self.running, self.leaver, Role.MEMBER)


def ends(event: Event, user_id: str, sign_in_id: str) -> bool:
    """Whether this is the commit that takes the right away."""
    if isinstance(event, YourMembership):
        return event.user_id == user_id and event.membership is None
    if isinstance(event, YourRole):
        return event.user_id == user_id
    return isinstance(event, SignInEnded) and event.sign_in_id == sign_in_id


@pytest.mark.parametrize("how", ["removed", "left", "signed_out", "demoted"])
async def test_nothing_comes_after_the_commit_that_ends_it(
    how: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with served(tmp_path) as running:
        unlimited(running.server, monkeypatch)
        unsynced(running.server)
        keeper = await running.person("fay", Role.MODERATOR)
        role = Role.MODERATOR if how == "demoted" else Role.MEMBER
        leaver, talker = await running.person("lea", role), await running.person("tom")
        room_id = await running.room(keeper)
        await running.join(room_id, *((talker,) if how == "demoted" else (leaver, talker)))
        devices = [await running.peer(leaver) for _ in range(2)]
        for device in devices:
            await device.open(room_id)
        speaker = await running.peer(talker)
        tap = Tap(running.server)
        end: Callable[[], Coroutine[Any, Any, None]] = getattr(
            Ending(running, room_id, keeper, leaver), how
        )

        async def talk(until: asyncio.Task[None]) -> None:
            while not until.done():
                await speaker.post(room_id, "words")
            for _ in range(SAID_AFTER):
                await speaker.post(room_id, "more words")

        await talk(asyncio.create_task(end()))
        for device in devices:
            await _heard_the_end(device, how)
        kinds = [isinstance(event, Entry) for event in tap.heard]
        at = [ends(event, leaver.user_id, leaver.sign_in_id) for event in tap.heard].index(True)
        assert any(kinds[at:]), "nobody spoke after it"
        before = [event.seq for event in tap.heard[:at] if isinstance(event, Entry)]
        for device in devices:
            got = [data["seq"] for name, data in device.events if name == "message.posted"]
            assert got == before
            assert "words" not in json.dumps(_after_the_end(device))


async def _heard_the_end(device: Peer, how: str) -> None:
    """All that will ever come has come."""
    if how in ("signed_out", "demoted"):
        await device.lost.wait()
        return
    await device.until(lambda: device.got("you.membership_changed"))
    await device.call("session.sync")


def _after_the_end(device: Peer) -> list[tuple[str, Json]]:
    names = [name for name, _ in device.events]
    last = ("you.membership_changed", "you.role_changed", "session.revoked")
    at = next(index for index, name in enumerate(names) if name in last)
    return device.events[at + 1 :]


async def test_a_sign_in_that_runs_out_takes_its_sockets_along(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = ManualClock()
    async with served(tmp_path, now=clock) as running:
        unlimited(running.server, monkeypatch)
        keeper, leaver = await running.person("fay", Role.MODERATOR), await running.person("lea")
        room_id = await running.room(keeper)
        await running.join(room_id, leaver)
        device = await running.peer(leaver)
        await device.open(room_id)
        clock.advance(days=31)
        keeper = await running.sign_in_again(keeper)
        await running.server.ticker.tick()
        await running.command(keeper, "message.post", room_id=room_id, nonce="n", body="words")
        await device.lost.wait()
        assert [(name, event["reason"]) for name, event in device.events] == [
            ("session.revoked", "expired")
        ]


async def test_whoever_is_out_cannot_open_what_they_had_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Closing, opening again and asking for the gap are no ways back in."""
    async with served(tmp_path) as running:
        unlimited(running.server, monkeypatch)
        keeper, leaver = await running.person("fay", Role.MODERATOR), await running.person("lea")
        room_id = await running.room(keeper, access="invite")
        await running.command(keeper, "room.admit", room_id=room_id, user_id=leaver.user_id)
        await running.join(room_id, leaver)
        device = await running.peer(leaver)
        screen = await device.open(room_id)
        await device.post(room_id, "words")
        await running.command(keeper, "room.remove", room_id=room_id, user_id=leaver.user_id)
        since = {"epoch": screen.epoch, "seq": screen.last}
        for command, more in (
            ("room.open", {}),
            ("room.open", {"since": since}),
            ("log.since", since),
            ("log.before", {"seq": 100}),
            ("room.members", {}),
            ("typing.set", {"typing": True}),
        ):
            with pytest.raises(Refused, match="not_found"):
                await device.call(command, room_id=room_id, **more)
        device.events.clear()
        await running.command(
            keeper, "message.post", room_id=room_id, nonce="n", body="after words"
        )
        await device.call("session.sync")
        assert device.events == []


# Before my time -----------------------------------------------------------------------------------


class Past:
    """A room with a past, of which a newcomer learns nothing."""

    def __init__(self, running: Served) -> None:
        self.running = running
        self.said: dict[str, str] = {}
        self.room_id = ""

    async def happen(self, clock: ManualClock, **room: Any) -> Past:
        running = self.running
        self.keeper = await running.person("fay", Role.MODERATOR)
        self.elder, self.newcomer = await running.person("elda"), await running.person("newt")
        self.room_id = await running.room(self.keeper, **room)
        await self.let_in(self.elder)
        for name in ("kept", "edited", "deleted", "hidden", "reacted"):
            await self.say(self.elder, name)
        await self.do(self.keeper, "message.hide", "hidden", reason="off_topic")
        await self.do(self.elder, "message.delete", "deleted")
        clock.advance(minutes=1)
        return self

    async def let_in(self, person: Person) -> None:
        await self.running.command(
            self.keeper, "room.admit", room_id=self.room_id, user_id=person.user_id
        )
        await self.running.join(self.room_id, person)

    async def say(self, who: Person, name: str, **more: Any) -> None:
        said = await self.running.command(
            who,
            "message.post",
            room_id=self.room_id,
            nonce=name,
            body=f"before-{name} @newt",
            **more,
        )
        self.said[name] = said["message_id"]

    async def do(self, who: Person, command: str, name: str, **more: Any) -> None:
        await self.running.command(who, command, message_id=self.said[name], **more)

    async def stir(self) -> None:
        """The past changes while the newcomer looks on."""
        warned = {"warning": "before-warning", "topics": ["loss"]}
        await self.do(self.elder, "message.edit", "edited", body="before-anew @newt", **warned)
        await self.do(self.keeper, "message.pin", "edited", on=True)
        await self.do(self.elder, "message.react", "reacted", reaction="hug", on=True)
        await self.do(self.keeper, "message.hide", "kept", reason="off_topic")
        await self.running.command(
            self.elder,
            "message.post",
            room_id=self.room_id,
            nonce="reply",
            body="today",
            reply_to=self.said["reacted"],
        )


@pytest.mark.parametrize("access", ["open", "request", "invite"])
async def test_a_newcomer_learns_nothing_of_what_was_said_before(
    access: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = ManualClock()
    async with served(tmp_path, now=clock) as running:
        unlimited(running.server, monkeypatch)
        # A room that shows its last day does so only while it is open.
        past = await Past(running).happen(clock, access=access, shows_last_day=access != "open")
        await past.let_in(past.newcomer)
        peer = await running.peer(past.newcomer)
        screen = await peer.open(past.room_id)
        heard: list[Any] = [await peer.call("room.open", room_id=past.room_id)]
        await past.stir()
        await peer.until(lambda: "today" in screen.bodies)
        room: Json = {"room_id": past.room_id}
        for command, more in (
            ("session.sync", {}),
            ("log.before", {**room, "seq": 1000, "limit": 200}),
            ("log.after", {**room, "seq": 0, "limit": 200}),
            ("log.since", {**room, "epoch": screen.epoch, "seq": 0}),
            ("log.since", {**room, "epoch": screen.epoch, "seq": screen.first}),
            ("room.open", {**room, "since": {"epoch": screen.epoch, "seq": 1}}),
            ("room.open", {**room, "since": {"epoch": screen.epoch, "seq": screen.first}}),
            ("message.pinned", room),
            ("message.saved", {}),
            ("message.search", {**room, "text": "before"}),
            ("message.search", {"text": "before"}),
            ("message.search", {"text": "before", "author": past.elder.user_id}),
        ):
            heard.append(await peer.call(command, **more))
        heard += peer.events
        assert "before-" not in json.dumps(heard)
        sync = next(answer for answer in heard if "server_now" in answer)
        assert (sync["rooms"][0]["unread"], sync["rooms"][0]["mentions"]) == (1, 0)
        await _cannot_touch(peer, past)


async def _cannot_touch(peer: Peer, past: Past) -> None:
    """What was said before is not there, whatever one would do with it."""
    for name in past.said:
        of = {"message_id": past.said[name]}
        for command, more in (
            ("message.reactions", of),
            ("message.react", {**of, "reaction": "hug", "on": True}),
            ("message.pin", {**of, "on": True}),
            ("message.save", {**of, "on": True}),
            ("message.report", {**of, "nonce": f"report-{name}", "reason": "unkind"}),
            ("message.edit", {**of, "body": "mine now"}),
            ("message.delete", of),
            ("message.hide", {**of, "reason": "off_topic"}),
            (
                "message.post",
                {"room_id": past.room_id, "nonce": name, "body": "x", "reply_to": of["message_id"]},
            ),
        ):
            with pytest.raises(Refused, match="not_found"):
                await peer.call(command, **more)


async def test_coming_back_begins_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was said while one was away stays with those who were there, and so does one's past."""
    clock = ManualClock()
    async with served(tmp_path, now=clock) as running:
        unlimited(running.server, monkeypatch)
        past = await Past(running).happen(clock, access="open")
        await running.join(past.room_id, past.newcomer)
        await running.command(
            past.newcomer, "message.post", room_id=past.room_id, nonce="n", body="mine before-"
        )
        await running.command(past.newcomer, "room.leave", room_id=past.room_id)
        await past.say(past.elder, "while away")
        await running.join(past.room_id, past.newcomer)
        page = await running.command(
            past.newcomer, "log.before", room_id=past.room_id, seq=1000, limit=200
        )
        assert page["messages"] == []
        found = await running.command(past.newcomer, "message.search", text="before-")
        assert found["messages"] == []


async def test_an_open_room_that_shows_its_last_day_shows_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = ManualClock()
    async with served(tmp_path, now=clock) as running:
        unlimited(running.server, monkeypatch)
        past = await Past(running).happen(clock, access="open", shows_last_day=True)
        clock.advance(days=1)
        await past.say(past.elder, "just within")
        clock.advance(days=1, ms=-1)
        await past.say(past.elder, "of today")
        await running.join(past.room_id, past.newcomer)
        peer = await running.peer(past.newcomer)
        screen = await peer.open(past.room_id)
        assert screen.bodies == ["before-just within @newt", "before-of today @newt"]
        found = await peer.call("message.search", text="before", room_id=past.room_id)
        assert [one["body"] for one in found["messages"]] == screen.bodies[::-1]
        # Nobody was meant by what was said before they came.
        assert (await peer.call("session.sync"))["rooms"][0]["mentions"] == 0


# On the way in -----------------------------------------------------------------------------------


@pytest.mark.parametrize("standing", ["waiting", "invited"])
async def test_whoever_is_on_the_way_in_gets_none_of_the_content(
    standing: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = ManualClock()
    async with served(tmp_path, now=clock) as running:
        unlimited(running.server, monkeypatch)
        past = await Past(running).happen(clock, access="request")
        if standing == "invited":
            user_id = past.newcomer.user_id
            await running.command(past.keeper, "room.admit", room_id=past.room_id, user_id=user_id)
        peer = await running.peer(past.newcomer)
        if standing == "waiting":
            await running.command(past.newcomer, "room.join", room_id=past.room_id)
        with pytest.raises(Refused, match="forbidden"):
            await peer.call("room.open", room_id=past.room_id)
        await past.stir()
        sync = await peer.call("session.sync")
        mine = sync["rooms"][0]
        assert mine["membership"]["standing"] == standing
        numbers = [mine[name] for name in ("head", "posts", "unread", "mentions", "last_read")]
        assert numbers == [0] * 5
        assert mine["membership"]["from_seq"] == 0
        assert {name for name, _ in peer.events} <= {"you.membership_changed"}


# Who is here --------------------------------------------------------------------------------------


async def test_nobody_is_named_who_does_not_wish_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Being here, writing and coming are counted; names are for those who chose to be seen."""
    monkeypatch.setattr(presence, "GATHER_S", 0)
    async with served(tmp_path) as running:
        unlimited(running.server, monkeypatch)
        keeper = await running.person("fay", Role.MODERATOR)
        onlooker, hidden, seen = [await running.person(name) for name in ("olga", "hidda", "sina")]
        await running.command(seen, "presence.set", visible=True)
        room_id = await running.room(keeper)
        await running.join(room_id, onlooker)
        peer = await running.peer(onlooker)
        await peer.open(room_id)
        devices = []
        for person in (hidden, seen):
            await running.join(room_id, person)
            device = await running.peer(person)
            devices.append(device)
            await device.open(room_id)
            await device.call("typing.set", room_id=room_id, typing=True)
        await peer.until(
            lambda: any(typing["typing"] == 2 for typing in peer.got("typing.changed"))
        )
        members = await peer.call("room.members", room_id=room_id)
        opened = await peer.call("room.open", room_id=room_id)
        for person in (hidden, seen):
            await running.command(person, "room.leave", room_id=room_id)
        await peer.until(lambda: len(peer.got("member.left")) == 2)
        everything = json.dumps([peer.events, members, opened])
        assert seen.handle in everything
        assert hidden.handle not in everything
        assert hidden.user_id not in everything
        assert (members["members"], opened["here"]) == (4, 3)
        assert peer.got("typing.changed")[-1]["shown"] in ([], [_author(seen)])


def _author(person: Person) -> Json:
    return {"user_id": person.user_id, "handle": person.handle, "badge": ""}


async def test_whoever_hides_again_is_gone_from_every_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(presence, "GATHER_S", 0)
    async with served(tmp_path) as running:
        keeper, shy = await running.person("fay", Role.MODERATOR), await running.person("sina")
        onlooker = await running.person("olga")
        room_id = await running.room(keeper)
        await running.join(room_id, onlooker, shy)
        peer, device = await running.peer(onlooker), await running.peer(shy)
        await peer.open(room_id)
        await device.open(room_id)
        await device.call("presence.set", visible=True)
        await peer.until(lambda: _shown(peer) == ["sina"])
        await device.call("presence.set", visible=False)
        await peer.until(lambda: _shown(peer) == [])
        assert (await peer.call("room.members", room_id=room_id))["people"] == []
        assert peer.got("you.visibility_changed") == []


def _shown(peer: Peer) -> list[str]:
    told = peer.got("presence.changed")
    return [author["handle"] for author in told[-1]["shown"]] if told else []
