"""A page that heard the events shows what a page begun anew shows: for every change to a room.

The fixtures come from the running server, by sockets; what plays them is the browser's own
`apply.js`, run by node.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Awaitable, Callable
from itertools import count
from pathlib import Path
from typing import Any, Final

import pytest

from chatserver import presence
from chatserver.sockets import notices
from rooms.people.person import Role
from tests.sockets.watching import unlimited, unsynced
from tests.support.clock import ManualClock
from tests.support.peer import Json, Peer, Refused
from tests.support.served import Person, Served, served

ROOT: Final = Path(__file__).parents[2]
REPLAY: Final = ROOT / "tests" / "js" / "replay.js"
PEOPLE: Final = ("fay", "elda", "newt", "lou", "mona", "ina")
SCREENS: Final = ("fay", "elda", "newt", "mona")
"""Who has the room open: its keeper, one who was always in, a newcomer, a moderator looking in.
Lou is in the room but looks at her lobby; Ina is not in it."""


class Stage:
    """One room, those who watch it, and what they were told."""

    def __init__(self, running: Served, clock: ManualClock) -> None:
        self.running = running
        self.clock = clock
        self.people: dict[str, Person] = {}
        self.peers: dict[str, Peer] = {}
        self.said: dict[str, str] = {}
        self.fixtures: list[Json] = []
        self.names: list[str] = []
        self.room_id = ""
        self._nonces = count(1)

    async def set(self) -> Stage:
        for name in PEOPLE:
            role = Role.MODERATOR if name == "mona" else Role.MEMBER
            self.people[name] = await self.running.person(name, role)
        root = self.root = await self.running.person("rosa", Role.ADMIN)
        self.room_id = await self.running.room(root, about="for the evening")
        fay = self.people["fay"].user_id
        await self.do(root, "room.set_relation", user_id=fay, relation="facilitator")
        for name in ("fay", "elda", "lou"):
            await self.do(name, "room.join")
        for name in ("old", "older"):
            await self.post("elda", name, f"said long ago: {name}")
        await self.do("newt", "room.join")
        for name in PEOPLE:
            self.peers[name] = await self.running.peer(self.people[name])
        for name in SCREENS:
            await self.peers[name].call("room.open", room_id=self.room_id)
        return self

    async def do(self, who: str | Person, command: str, **what: Any) -> Json:
        person = self.people[who] if isinstance(who, str) else who
        return await self.running.command(person, command, room_id=self.room_id, **what)

    async def post(self, who: str, name: str, body: str, **more: Any) -> None:
        said = await self.do(who, "message.post", nonce=f"n{next(self._nonces)}", body=body, **more)
        self.said[name] = said["message_id"]

    async def about(self, who: str, command: str, name: str, **more: Any) -> None:
        await self.running.command(self.people[who], command, message_id=self.said[name], **more)

    async def snapshot(self, name: str) -> Json:
        """What a page would begin with now."""
        peer = self.peers[name]
        opened: Json | None = None
        if name in SCREENS:
            try:
                opened = await peer.call("room.open", room_id=self.room_id)
            except Refused:
                opened = None
        return {"sync": await peer.call("session.sync"), "open": opened}

    async def step(self, name: str, change: Callable[[], Awaitable[object]]) -> None:
        """Look, change, listen, look again: on every screen."""
        before = {who: await self.snapshot(who) for who in PEOPLE}
        for peer in self.peers.values():
            peer.events.clear()
        await change()
        for who, peer in self.peers.items():
            after = await self.snapshot(who)
            events = [{"kind": kind, **event} for kind, event in peer.events]
            self.names.append(f"{name}, as {who} sees it")
            self.fixtures.append(
                {
                    "room_id": self.room_id,
                    "before": before[who],
                    "events": events,
                    "pages": await self._pages(peer, events),
                    "after": after,
                }
            )

    async def _pages(self, peer: Peer, events: list[Json]) -> dict[int, Json]:
        """What a page asks for again: words that were not for everyone."""
        pages = {}
        for event in events:
            if event["kind"] == "message.edited" and event["body"] is None:
                for seq in range(1, event["seq"]):
                    pages[seq] = await peer.call(
                        "log.before", room_id=self.room_id, seq=seq + 1, limit=1
                    )
        return pages


def replayed(fixtures: list[Json], replay: Path) -> list[Json]:
    """What the browser's modules make of them."""
    done = subprocess.run(
        ["node", str(replay)],
        input=json.dumps(fixtures),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    views: list[Json] = json.loads(done.stdout)
    return views


def steps(stage: Stage) -> list[tuple[str, Callable[[], Awaitable[object]]]]:
    """Every command that changes a room, in an order that makes sense."""
    ids = {name: person.user_id for name, person in stage.people.items()}
    do, post, about = stage.do, stage.post, stage.about

    warned = {"warning": "about a lapse", "topics": ["relapse"]}

    async def react(who: str, reaction: str, *, on: bool) -> None:
        """Reactions are told of at most once a second: until then the second has passed."""
        await about(who, "message.react", "first", reaction=reaction, on=on)
        stage.clock.advance(s=2)
        await stage.running.server.ticker.tick()

    return [
        ("a message", lambda: post("elda", "first", "good evening")),
        ("one with a mention", lambda: post("newt", "second", "thank you @elda, @lou, @fay")),
        ("an answer", lambda: post("fay", "third", "yes", reply_to=stage.said["old"])),
        ("a moderator's word", lambda: post("mona", "fourth", "welcome")),
        ("new words", lambda: about("elda", "message.edit", "first", body="hello @newt")),
        ("new words for the old", lambda: about("elda", "message.edit", "old", body="anew")),
        ("a reaction", lambda: react("newt", "hug", on=True)),
        ("one more", lambda: react("fay", "heart", on=True)),
        ("one taken back", lambda: react("newt", "hug", on=False)),
        ("words with a warning", lambda: post("newt", "hard", "again", **warned)),
        (
            "another warning",
            lambda: about("newt", "message.edit", "hard", body="again", warning="later", topics=[]),
        ),
        ("an address", lambda: post("elda", "linked", "see https://a.example")),
        ("a pin", lambda: about("fay", "message.pin", "hard", on=True)),
        ("an old one", lambda: about("mona", "message.pin", "old", on=True)),
        ("no longer", lambda: about("fay", "message.pin", "old", on=False)),
        ("pinned words taken back", lambda: about("newt", "message.delete", "hard")),
        ("words taken back", lambda: about("newt", "message.delete", "second")),
        ("words hidden", lambda: about("fay", "message.hide", "first", reason="off_topic")),
        ("old words hidden", lambda: about("mona", "message.hide", "older", reason="unkind")),
        ("a new name", lambda: do("fay", "room.update", name="Late evening", about="later")),
        ("new guidelines", lambda: do("fay", "room.update", guidelines="Be kind.")),
        ("a door", lambda: do("mona", "room.update", access="request")),
        ("a mute", lambda: do("fay", "room.mute", user_id=ids["newt"], mute_s=600)),
        ("its end", lambda: do("fay", "room.mute", user_id=ids["newt"], mute_s=0)),
        ("a knock", lambda: do("ina", "room.join", guidelines_version=1)),
        ("a refusal", lambda: do("fay", "room.refuse", user_id=ids["ina"])),
        ("another knock", lambda: do("ina", "room.join", guidelines_version=1)),
        ("a welcome", lambda: do("fay", "room.admit", user_id=ids["ina"])),
        (
            "a second keeper",
            lambda: do("mona", "room.set_relation", user_id=ids["newt"], relation="facilitator"),
        ),
        (
            "no longer one",
            lambda: do("mona", "room.set_relation", user_id=ids["newt"], relation="member"),
        ),
        (
            "a face",
            lambda: stage.running.command(stage.people["elda"], "presence.set", visible=True),
        ),
        (
            "just reading",
            lambda: stage.running.command(
                stage.people["elda"], "presence.set", visible=True, reading=True
            ),
        ),
        ("one more with a mention", lambda: post("fay", "fifth", "thank you @ELDA, @mona")),
        (
            "another name for it",
            lambda: stage.running.command(stage.people["elda"], "handle.change", handle="Heron"),
        ),
        ("a goodbye", lambda: do("ina", "room.leave")),
        ("an invitation", lambda: do("fay", "room.admit", user_id=ids["ina"])),
        ("it is taken back", lambda: do("fay", "room.refuse", user_id=ids["ina"])),
        ("a removal", lambda: do("fay", "room.remove", user_id=ids["newt"])),
        ("a leave from the lobby", lambda: do("lou", "room.leave")),
        ("a new room", lambda: do_create(stage)),
        ("another face of the place", lambda: do_decide(stage)),
    ]


async def do_create(stage: Stage) -> None:
    await stage.running.command(
        stage.people["fay"], "room.create", nonce="new", name="Mornings", access="invite"
    )


async def do_decide(stage: Stage) -> None:
    what = {"name": "The Quay", "palette": "sea", "guidelines": "Be kind."}
    await stage.running.command(stage.root, "site.change", **what)


async def told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Stage:
    """Play the whole scene; what everyone was told."""
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
        stage = await Stage(running, clock).set()
        for name, change in steps(stage):
            clock.advance(ms=100)
            await stage.step(name, change)
        return stage


async def test_events_and_a_fresh_page_show_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage = await told(tmp_path, monkeypatch)
    differing = compared(stage, REPLAY)
    assert differing == [], "\n".join(differing)
    for number, (right, wrong) in enumerate(FAULTS):
        replay = with_fault(tmp_path / f"fault{number}", right, wrong)
        assert compared(stage, replay) != [], f"not found out: {right}"


FAULTS: Final = (
    ('case "message.hidden":', 'case "message.veiled":'),
    ("({ reactions: entry.reactions })", "({})"),
    ("{ body, edited_at, mentions, ...wordsOf(entry) }", "{ body, mentions, ...wordsOf(entry) }"),
    ("{ body, edited_at, mentions, ...wordsOf(entry) }", "{ body, edited_at, mentions }"),
    ("posts: known.posts + 1", "posts: known.posts"),
    ("const read = { last_read: entry.seq, unread: 0,", "const read = { last_read: entry.seq,"),
    ("        shown: event.shown,\n        reading: event", "        reading: event"),
    ("reading: event.reading ?? [],", "reading: [],"),
    ("{ stale: true, roster_changes", "{ stale: false, roster_changes"),
    ("return handleChanged(state, event);", "return state;"),
    ("return siteChanged(state, event);", "return state;"),
    ("withRoom(withTimeline(state, { room }), ", "withRoom(state, "),
    ("    ...wordsOf(entry),\n", "    ...wordsOf({}),\n"),
    ("    warning: null,\n", ""),
    ("?.knocks ?? 0) + 1", "?.knocks ?? 0) + 0"),
)
"""Planted faults: what stands in `apply.js`, and what would be wrong."""


def with_fault(folder: Path, right: str, wrong: str) -> Path:
    """The browser's modules with one fault; the file that plays events into them."""
    static, js = folder / "web" / "static", folder / "tests" / "js"
    shutil.copytree(ROOT / "web" / "static", static)
    js.mkdir(parents=True)
    (folder / "package.json").write_text('{"type": "module"}')
    text = (static / "apply.js").read_text()
    assert right in text, right
    (static / "apply.js").write_text(text.replace(right, wrong))
    return Path(shutil.copy(REPLAY, js / REPLAY.name))


def compared(stage: Stage, replay: Path) -> list[str]:
    """Every difference on every screen."""
    return [
        f"{name}: {difference}"
        for name, view in zip(stage.names, replayed(stage.fixtures, replay), strict=True)
        for difference in differences(view)
    ]


def differences(view: Json) -> list[str]:
    """What a page that heard the events shows otherwise than one begun anew."""
    shown, fresh = view["shown"], view["fresh"]
    for room_id, room in fresh["rooms"].items():
        # Who knocks is told of; that someone was let in or sent away, the open roster tells.
        _never_fewer(shown["rooms"].get(room_id, room), room, "knocks")
    if shown["timeline"] is None:
        # A room that is not on screen: `room.moved` tells of posts and of whom they name.
        for rooms in (shown["rooms"], fresh["rooms"]):
            for room in rooms.values():
                del room["head"], room["room"]
        for room_id, room in fresh["rooms"].items():
            _never_fewer(shown["rooms"].get(room_id, room), room, "mentions")
    elif fresh["timeline"] is None:
        # Put out: a page begun anew is not let in.
        assert shown["timeline"]["membership"] is None
        shown["timeline"] = None
    else:
        _cut_to_the_same_beginning(shown["timeline"], fresh["timeline"])
    return list(_differing(shown, fresh, ""))


def _never_fewer(shown: Json, fresh: Json, name: str) -> None:
    """A count that may be behind until the next sync, but never too low."""
    shown[name] = min(shown[name], fresh[name])


def _cut_to_the_same_beginning(shown: Json, fresh: Json) -> None:
    """Who keeps the room now may read more of its past, by scrolling up: older pages are asked."""
    first = max(timeline["messages"][0]["seq"] for timeline in (shown, fresh))
    for timeline in (shown, fresh):
        timeline["messages"] = [
            message for message in timeline["messages"] if message["seq"] >= first
        ]


def _differing(one: Any, other: Any, path: str) -> Any:
    if isinstance(one, dict) and isinstance(other, dict):
        for key in sorted(one.keys() | other.keys()):
            yield from _differing(one.get(key), other.get(key), f"{path}.{key}")
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for number, (left, right) in enumerate(zip(one, other, strict=True)):
            yield from _differing(left, right, f"{path}[{number}]")
    elif one != other:
        yield f"{path} is {json.dumps(one)[:60]}, and anew {json.dumps(other)[:60]}"
