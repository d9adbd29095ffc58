"""Nothing reaches whom it is not for: every command, every role, every topic.

Who may hear of what is written here by hand; what the clients got is compared with it.
"""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress
from pathlib import Path

import pytest

from chatserver import presence
from chatserver.sockets import notices
from moderation.events import (
    AlertRang,
    AppealChanged,
    BanLifted,
    CardChanged,
    ConcernHeard,
    ForModerators,
    StaffNoticed,
    WordListChanged,
    YourBan,
    YourSanction,
)
from rooms.chat.events import YourMembership
from rooms.chat.views import Standing
from rooms.event import Event
from rooms.people.events import YourBlocks, YourHandle, YourRole, YourState, YourVisibility
from tests.sockets.asking import payload
from tests.sockets.cast import (
    ADMIN,
    FEE,
    KEEPER,
    KEEPS_ANOTHER,
    MELBA,
    MEMBER,
    MOD_INSIDE,
    MOD_OUTSIDE,
    OUTSIDER,
    PRINCIPALS,
    REMOVED,
    WAITING,
)
from tests.sockets.interfaces import Scene, call, scene
from tests.sockets.matrix import Case, cases
from tests.support.peer import Gone, Json, Peer
from web.accounts.events import SignInEnded
from web.wire import EVENTS

GOES_TO = {
    "message.posted": "room:{room_id}",
    "message.edited": "room:{room_id}",
    "message.deleted": "room:{room_id}",
    "message.hidden": "room:{room_id}",
    "message.reacted": "room:{room_id}",
    "room.changed": "room:{room_id}",
    "member.joined": "room:{room_id}",
    "member.left": "room:{room_id}",
    "names.changed": "room:{room_id}",
    "presence.changed": "room:{room_id}",
    "typing.changed": "room:{room_id}",
    "room.moved": "lobby:{room_id}",
    "room.join_asked": "keepers:{room_id}",
    "roster.changed": "keepers:{room_id}",
    "you.membership_changed": "user:{user_id}",
    "you.message_hidden": "user:{user_id}",
    "you.visibility_changed": "user:{user_id}",
    "you.handle_changed": "user:{user_id}",
    "you.blocks_changed": "user:{user_id}",
    "you.role_changed": "user:{user_id}",
    "you.state_changed": "user:{user_id}",
    "you.banned": "user:{user_id}",
    "you.ban_lifted": "user:{user_id}",
    "you.sanctioned": "user:{user_id}",
    "appeal.changed": "staff",
    "you.restore_asked": "user:{user_id}",
    "you.card_changed": "user:{user_id}",
    "you.concern_heard": "user:{user_id}",
    "alert.rang": "user:{user_id}",
    "staff.noticed": "staff",
    "lexicon.changed": "staff",
    "session.revoked": "sign-in:{sign_in_id}",
    "report.made": "moderators",
    "help.asked": "moderators",
    "case.changed": "moderators",
    "duty.changed": "moderators",
    "site.changed": "everyone",
}
"""The one topic that each event goes to."""

OF_MODERATION = (
    ForModerators,
    StaffNoticed,
    WordListChanged,
    AlertRang,
    AppealChanged,
    YourBan,
    YourSanction,
    BanLifted,
    CardChanged,
    ConcernHeard,
)
"""What moderation tells at all: staff, and whoever it is about."""

MODERATORS = {MOD_INSIDE, MOD_OUTSIDE}
INSIDE = {MEMBER, KEEPER, MOD_INSIDE, MELBA, FEE}
READERS = INSIDE | MODERATORS
SHOWN = (MEMBER, MELBA)
"""Who wishes to be seen among those present."""
UNKNOWING = {OUTSIDER, REMOVED, KEEPS_ANOTHER}
"""Who may not know that the hidden room exists."""
LOOKED_AT = ("open", "hidden")


class Watch:
    """Everyone is connected and has open what they may; what they get is looked at."""

    def __init__(self, stage: Scene) -> None:
        self.stage = stage
        self.peers: dict[str, Peer] = {}
        self.faults: list[str] = []
        self.got = 0
        self._leaving: list[asyncio.Task[None]] = []

    async def connect(self, who: str) -> None:
        """A fresh device, with every room open that may be read."""
        if who in self.peers:
            # Saying goodbye takes its time; nobody has to wait for it.
            self._leaving.append(asyncio.create_task(self.peers[who].leave()))
        peer = self.peers[who] = await self.stage.running.peer(self.stage.cast.people[who])
        for room_id in self.stage.cast.every_room:
            await call(peer, "room.open", {"room_id": room_id})

    async def close(self) -> None:
        """Everyone goes."""
        await asyncio.gather(*self._leaving, *(peer.leave() for peer in self.peers.values()))

    async def settle(self) -> None:
        """Whatever is on its way has come: an answer never overtakes what was sent before it."""
        await asyncio.gather(*(_settle(peer) for peer in self.peers.values()))

    def look(self, where: str, newcomers: set[str]) -> None:
        """Compare what everyone got with what they may."""
        for who, peer in self.peers.items():
            for name, event in peer.events:
                self.got += 1
                if not self.may_hear(who, name, event, newcomers):
                    self.faults.append(f"{where}: {who} heard {name}")
                if name != "you.membership_changed" or event["membership"] is None:
                    # To be let in or invited is to be told of the room.
                    self.read(f"{where}: {name}", who, json.dumps(event))
            peer.events.clear()

    def may_hear(self, who: str, name: str, event: Json, newcomers: set[str]) -> bool:
        """The rule, by hand."""
        person = self.stage.cast.people[who]
        topic = GOES_TO[name].partition(":")[0]
        two = self.stage.cast.may_be_in(event.get("room_id", ""))
        if two is not None and topic != "user":
            return topic in ("room", "lobby") and who in two
        if topic == "room":
            return who in READERS
        if topic == "lobby":
            return who in INSIDE or person.user_id in newcomers
        if topic == "keepers":
            return who in MODERATORS | {KEEPER, FEE}
        if topic == "user":
            return bool(event["user_id"] == person.user_id)
        if topic == "moderators":
            return who in MODERATORS and event["about"] != person.user_id
        if topic == "everyone":
            return True
        if topic == "staff":
            return who in MODERATORS | {ADMIN} and event.get("about") != person.user_id
        return bool(event["sign_in_id"] == person.sign_in_id)

    def read(self, where: str, who: str, raw: str) -> None:
        """No words that someone may not read, no name that they may not know, no hidden face."""
        secrets = [] if who in READERS else ["words-of-", "words-in-", "words-anew"]
        if who not in (MEMBER, MOD_INSIDE):
            # No other moderator reads it either.
            secrets.append("talk-words")
        if who not in (WAITING, MOD_OUTSIDE, MOD_INSIDE):
            secrets.append("other-words")
        if who not in MODERATORS:
            secrets += ["note-for-moderators", "words-for-help"]
        if who not in MODERATORS | {ADMIN}:
            # What colleagues note about someone, and what someone says to what was decided.
            secrets += ["note-for-staff", "appeal-words"]
        if who in UNKNOWING:
            secrets += ["name-of-hidden", "about-hidden"]
        for secret in secrets:
            if secret in raw:
                self.faults.append(f"{where}: {who} read {secret}")

    def faces(self, where: str) -> None:
        """Only those who wish it are named among the present, the writing, the coming."""
        shown = {self.stage.cast.people[who].user_id for who in SHOWN}
        for who, peer in self.peers.items():
            for name, event in peer.events:
                named = _named(name, event)
                if not named <= shown:
                    self.faults.append(f"{where}: {who} saw a hidden face in {name}")


async def _settle(peer: Peer) -> None:
    """An answer, or the end of the connection: nothing comes after either."""
    with suppress(Gone):
        await call(peer, "no.such", {})


def _named(name: str, event: Json) -> set[str]:
    if name in ("presence.changed", "typing.changed"):
        return {author["user_id"] for author in event["shown"]}
    if name == "member.joined":
        return {event["member"]["person"]["user_id"]} if event["member"] else set()
    return {event["user_id"]} - {None} if name == "member.left" else set()


def newcomers(events: list[Event]) -> set[str]:
    """Who came in by these events."""
    return {
        event.user_id
        for event in events
        if isinstance(event, YourMembership)
        and event.membership is not None
        and event.membership.standing is Standing.IN
    }


ANEW = (
    BanLifted,
    SignInEnded,
    YourBlocks,
    YourHandle,
    YourMembership,
    YourRole,
    YourState,
    YourVisibility,
)
"""After these a device knows something that the restored store does not, or is gone."""


def changed(events: list[Event]) -> set[str]:
    """Whose devices begin anew: people, and sign-ins."""
    return {
        event.sign_in_id if isinstance(event, SignInEnded) else event.user_id
        for event in events
        if isinstance(event, ANEW)
    }


async def ask(watch: Watch, case: Case, room: str, who: str) -> None:
    """One command by one person, and what came of it on every screen."""
    stage, where = watch.stage, f"{case.name} by {who} in {room or 'no room'}"
    what = payload(stage.cast, case, room, who)
    if case.command == "presence.set":
        what = {"visible": False}
    rows, before = stage.store.rows(), stage.store.hash()
    code, answer = await call(watch.peers[who], case.command, what)
    watch.read(f"{where}, the answer", who, answer)
    if code and not stage.tap.heard:
        return  # nothing was announced; should anything come all the same, the next look sees it
    await watch.settle()
    heard = stage.tap.take()
    for event in heard:
        _fits_its_topic(watch, where, event)
    watch.faces(where)
    watch.look(where, newcomers(heard))
    if stage.store.hash() != before:
        await stage.store.restore(rows)
        for name, person in stage.cast.people.items():
            if {person.user_id, person.sign_in_id} & changed(heard):
                await watch.connect(name)


def _fits_its_topic(watch: Watch, where: str, event: Event) -> None:
    fields = {name: getattr(event, name, "") for name in ("room_id", "user_id", "sign_in_id")}
    if event.topic != GOES_TO[event.kind()].format(**fields):
        watch.faults.append(f"{where}: {event.kind()} goes to {event.topic.partition(':')[0]}")
    if type(event).__module__.startswith("moderation") and not isinstance(event, OF_MODERATION):
        watch.faults.append(f"{where}: moderation speaks to others than moderators")


def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is gathered for a second goes out in the next turn of the loop."""
    monkeypatch.setattr(presence, "GATHER_S", 0)
    monkeypatch.setattr(presence, "LINGER_S", 0)
    monkeypatch.setattr(notices, "MOVED_EVERY_S", 0)


def test_the_rule_knows_every_event() -> None:
    assert set(GOES_TO) == {kind.kind() for kind in EVENTS}


async def test_no_command_tells_anyone_what_is_not_for_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_once(monkeypatch)
    async with scene(tmp_path, monkeypatch) as stage:
        for who in SHOWN:
            person = stage.cast.people[who]
            await stage.running.command(person, "presence.set", visible=True)
        watch = Watch(stage)
        for who in stage.cast.people:
            await watch.connect(who)
        await watch.settle()
        stage.tap.take()
        watch.look("on arrival", set())
        for case in cases():
            for room in LOOKED_AT if not case.placeless else ("",):
                for who in PRINCIPALS:
                    await ask(watch, case, room, who)
        await watch.settle()
        watch.look("at the end", set())
        await watch.close()
        assert watch.faults == [], "\n".join(watch.faults)
        assert watch.got > 1000
