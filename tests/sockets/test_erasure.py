"""Leaving for good, seen from outside: gone from open screens at once, and then from the disk."""

from __future__ import annotations

import io
import json
import logging
import secrets
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import msgspec
import pytest
import structlog

from chatserver import logs, upkeep
from chatserver.database import Database
from moderation.cases import case as case_rules
from moderation.cases import store as case_store
from moderation.cases.case import Outcome
from rooms.chat.references import SOMEONE
from rooms.people import blocking, registry
from rooms.people.person import Role, State
from rooms.work import Reader, Work
from tests.sockets.asking import payload
from tests.sockets.canaries import Canaries, sightings
from tests.sockets.cast import MELBA, MEMBER, MOD_INSIDE, OF_TALK, PRINCIPALS
from tests.sockets.interfaces import Interface, OverHttp, OverSocket, Scene, scene
from tests.sockets.matrix import cases
from tests.support.clock import ManualClock
from tests.support.peer import Json, Peer
from tests.support.served import Person, Served, served
from web.accounts import erasing, exporting, invites, recovery, sessions
from web.accounts.erasing import TAKEN_BACK_MS
from web.wire import VERBS, Mode


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
    """A room that Fay keeps, with Anna in it and Fay's screen open."""

    def __init__(self, running: Served, clock: ManualClock) -> None:
        self.running = running
        self.clock = clock

    async def begin(self, handle: str = "anna") -> Evening:
        running = self.running
        self.fay = await running.person("fay", Role.MODERATOR)
        self.anna = await running.person(handle)
        self.room_id = await running.room(self.fay)
        await running.join(self.room_id, self.anna)
        self.watching = await running.peer(self.fay)
        await self.watching.open(self.room_id)
        return self

    async def say(self, person: Person, body: str, **more: Any) -> Json:
        """Someone says something."""
        nonce = more.pop("nonce", secrets.token_hex(8))
        return await self.running.command(
            person, "message.post", room_id=self.room_id, nonce=nonce, body=body, **more
        )

    async def remove(self) -> None:
        """72 hours pass, and the jobs do all that is due."""
        self.clock.advance(ms=TAKEN_BACK_MS)
        await self.work(erasing.next_due)
        for _ in range(4):  # the log, the file, and its log again
            self.clock.advance(ms=upkeep.EVERY_MS)
            await self.running.server.ticker.tick()

    async def work(self, is_due: Any) -> None:
        """The ticker goes on until nothing of that is due."""
        server = self.running.server
        while await server.database.read(is_due):
            self.clock.advance(ms=500)
            await server.ticker.tick()

    async def erase(self, person: Person) -> None:
        """Someone proves who they are and leaves."""
        token = secrets.token_urlsafe(32)
        begin = partial(sessions.start, user_id=person.user_id, token=token, days=30)
        await self.running.server.database.write(partial(begin, stepped_up=True))
        proven = msgspec.structs.replace(person, token=token)
        await self.running.command(proven, "account.erase")

    async def ask(self, person: Person, name: str, **payload: Any) -> str:
        """The code of the answer, '' for done."""
        _, answer = await self.running.http_command(person, name, payload)
        return "" if answer["ok"] else str(answer["error"]["code"])


async def reopened(peer: Peer, room_id: str) -> Json:
    """What the room shows when it is read again, as a browser does after `names.changed`."""
    peer.screens.clear()
    return await peer.call("room.open", room_id=room_id)


async def test_an_open_screen_forgets_at_once_and_remembers_when_it_is_taken_back(
    tmp_path: Path,
) -> None:
    clock = ManualClock()
    async with served(tmp_path, now=clock) as running:
        evening = await Evening(running, clock).begin()
        fay, anna, watching = evening.fay, evening.anna, evening.watching
        await running.command(anna, "presence.set", visible=True)
        said = await evening.say(anna, "a needle of mine")
        await evening.say(fay, "I hear you, @anna", reply_to=said["message_id"])
        hers = await running.peer(anna)
        await hers.open(evening.room_id)
        await watching.until(lambda: "anna" in json.dumps(watching.got("presence.changed")))
        before = await reopened(watching, evening.room_id)

        _, erased = await running.http_command(anna, "account.erase", {})
        assert erased["due_at"] == clock() + TAKEN_BACK_MS
        await hers.until(lambda: hers.got("session.revoked"))
        assert hers.got("session.revoked")[0]["reason"] == "erased"
        await watching.until(lambda: watching.got("names.changed"))
        assert await evening.ask(anna, "session.sync") == "session_expired"

        shown = json.dumps(await reopened(watching, evening.room_id))
        for trace in ("needle", "anna", anna.user_id):
            assert trace not in shown, trace
        assert f"I hear you, @{SOMEONE}" in shown
        found = await running.command(fay, "message.search", text="needle")
        assert found["messages"] == []
        replayed = await running.command(
            fay, "log.since", room_id=evening.room_id, epoch=before["epoch"], seq=0
        )
        assert [entry["seq"] for entry in replayed["entries"]] == [1, 2]
        assert replayed["entries"][0]["state"] == "deleted"
        members = await running.command(fay, "room.members", room_id=evening.room_id)
        assert [each["person"]["handle"] for each in members["people"]] == ["fay"]
        assert await evening.ask(fay, "user.find", handle="anna") == "not_found"

        again = await running.sign_in_again(anna)
        synced = await running.command(again, "session.sync")
        assert (synced["state"], synced["rooms"]) == ("erasing", [])
        assert synced["erasing_until"] == erased["due_at"]
        for name, payload in (
            ("room.list", {}),
            ("room.open", {"room_id": evening.room_id}),
            ("message.post", {"room_id": evening.room_id, "nonce": "n", "body": "b"}),
        ):
            assert await evening.ask(again, name, **payload) == "forbidden", name
        assert await running.command(again, "account.erase") == erased, "it is under way"
        assert await evening.ask(again, "help.ask", nonce="n", words="please") == ""
        assert await evening.ask(again, "account.export") == ""

        watching.events.clear()
        assert await evening.ask(again, "account.keep") == ""
        await watching.until(lambda: watching.got("names.changed"))
        after = await reopened(watching, evening.room_id)
        assert after["entries"] == before["entries"]
        assert await evening.ask(again, "room.open", room_id=evening.room_id) == ""
        assert (await running.command(fay, "message.search", text="needle"))["messages"] != []


async def test_after_72_hours_no_token_and_no_name_leads_anywhere(tmp_path: Path) -> None:
    clock = ManualClock()
    async with served(tmp_path, now=clock) as running:
        evening = await Evening(running, clock).begin()
        await evening.say(evening.anna, "words")
        await evening.erase(evening.anna)
        again = await running.sign_in_again(evening.anna)
        live = await running.peer(again)
        await evening.remove()
        await live.until(lambda: live.got("session.revoked"))
        for person in (evening.anna, again):
            assert await evening.ask(person, "session.sync") == "bad_auth"
        fay = await running.sign_in_again(evening.fay)
        replayed = await running.command(
            fay,
            "log.since",
            room_id=evening.room_id,
            epoch=running.server.database.epoch,
            seq=0,
        )
        assert [entry["state"] for entry in replayed["entries"]] == ["deleted"]


# Nothing on the disk ------------------------------------------------------------------------------


class Life:
    """Everything that Anna can say or choose, each time another canary."""

    def __init__(self, evening: Evening, new: Canaries) -> None:
        self.evening = evening
        self.new = new

    async def live(self) -> None:
        """By the interfaces that everyone uses, and where they take too long by the rules."""
        evening, new = self.evening, self.new
        running, anna, fay = evening.running, evening.anna, evening.fay
        kept = await evening.say(fay, "a kind word")
        own = await evening.say(anna, new(), nonce=new())
        await evening.say(anna, f"@fay {new()}", nonce=new(), reply_to=kept["message_id"])
        hidden = await evening.say(anna, new(), nonce=new())
        await running.command(
            fay, "message.hide", message_id=hidden["message_id"], reason="off_topic"
        )
        taken_back = await evening.say(anna, new(), nonce=new())
        await running.command(anna, "message.delete", message_id=taken_back["message_id"])
        for _ in range(3):
            await running.command(
                anna, "message.edit", message_id=own["message_id"], body=new() * 20
            )
        await evening.say(fay, f"as @{anna.handle} said")
        for message in (kept, own):
            await running.command(
                anna, "message.react", message_id=message["message_id"], reaction="hug", on=True
            )
        await running.command(
            anna,
            "message.report",
            message_id=kept["message_id"],
            nonce=new(),
            reason="other",
            note=new(),
        )
        await running.command(anna, "help.ask", nonce=new(), words=new())
        await self._crowd()
        for _ in range(2):
            evening.clock.advance(days=1)
            await running.command(anna, "handle.change", handle=new(24))
        await running.server.database.write(self._by_the_rules)
        await running.command(anna, "account.export")
        await evening.work(exporting.next_due)

    async def _crowd(self) -> None:
        """Among many others, so that pages of the file are split and joined again and again."""
        evening, new = self.evening, self.new
        ben = await evening.running.person("ben")
        await evening.running.join(evening.room_id, ben)

        for number in range(150):
            evening.clock.advance(s=5)
            speaker = evening.anna if number % 3 == 0 else ben
            words = new() if number % 3 == 0 else f"something else {number} " * 5
            nonce = new() if number % 3 == 0 else f"{number:03}"
            said = await evening.say(speaker, words, nonce=nonce)
            await evening.running.command(
                evening.anna,
                "message.react",
                message_id=said["message_id"],
                reaction="heart",
                on=True,
            )

    def _by_the_rules(self, work: Work) -> None:
        anna, new = self.evening.anna.user_id, self.new
        recovery.store_codes(work, anna, [new(), new()])
        invites.add(work, new(), creator_id=anna, valid_ms=1000)
        blocking.set_block(work, anna, self.evening.fay.user_id, True)


def found_in(folder: Path) -> dict[str, int]:
    """In which files a canary can be found, raw or in any disguise, and how often it is raw."""
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            text = path.read_bytes().decode("latin-1")
            if sightings(text):
                found[path.name] = text.count("vrooqlpzxw")
    return found


def closed_case(work: Work, of: Person, by: Person) -> None:
    """Somebody asked how they are, and nothing more is to be done."""
    case = case_store.lock_running(work.sql, of.user_id)
    assert case is not None
    held = case_rules.claim(case, by.user_id, work.now)
    done = case_rules.resolve(
        held, by.user_id, Outcome.TALKED, work.now, follow_up_at=None, is_alone=False
    )
    case_store.save(work.sql, done)


async def test_no_word_name_or_secret_is_left_in_any_byte(tmp_path: Path, log: io.StringIO) -> None:
    clock, new = ManualClock(), Canaries()
    async with served(tmp_path, now=clock) as running:
        running.server.database._raw.execute("PRAGMA synchronous = OFF")
        evening = await Evening(running, clock).begin(new(24))
        await Life(evening, new).live()
        assert new.count > 100
        here = found_in(tmp_path)
        assert {"chat.sqlite3-wal", "chat.sqlite3"} & here.keys(), "the search is blind"
        await evening.erase(evening.anna)
        # A moderator looked at her report meanwhile, and followed up: what is open would keep what
        # it is about.
        fay = await running.sign_in_again(evening.fay)
        reports = await running.command(fay, "report.list")
        for report in reports["reports"]:
            await running.command(fay, "report.close", report_id=report["report_id"])
        await running.server.database.write(partial(closed_case, of=evening.anna, by=fay))
        await evening.remove()
        assert found_in(tmp_path) == {}, "while it runs"
    assert found_in(tmp_path) == {}, "when it has stopped"
    assert sightings(log.getvalue()) == []
    assert len(log.getvalue().splitlines()) > 100


async def test_a_server_that_stops_in_the_middle_goes_on_where_it_was(tmp_path: Path) -> None:
    clock, new = ManualClock(), Canaries()
    async with served(tmp_path, now=clock) as running:
        evening = await Evening(running, clock).begin(new(24))
        for _ in range(130):
            clock.advance(s=5)
            await evening.say(evening.anna, new(), nonce=new())
        await evening.erase(evening.anna)
        clock.advance(ms=TAKEN_BACK_MS)
        await _one_step(running.server.database)
        row = await running.server.database.read(lambda reader: erasing.next_due(reader))
        assert row
    async with served(tmp_path, now=clock) as running:
        resumed = Evening(running, clock)
        await resumed.remove()
        assert found_in(tmp_path) == {}


async def test_one_whose_removal_fails_holds_up_nobody(tmp_path: Path, log: io.StringIO) -> None:
    clock = ManualClock()
    async with served(tmp_path, now=clock) as running:
        evening = await Evening(running, clock).begin("anna")
        broken, ben = sorted(
            [evening.anna, await running.person("ben")], key=lambda person: person.user_id
        )
        for person in (broken, ben):
            await evening.erase(person)
        database = running.server.database
        # The key that an empty stub gets is somebody's already.
        await database.write(lambda work: registry.add(work, "clash", "clash", Role.MEMBER))
        database._raw.execute(
            "UPDATE person SET handle_key = 'erased:' || ? WHERE user_id = 'clash'",
            (broken.user_id,),
        )
        clock.advance(ms=TAKEN_BACK_MS)
        for _ in range(60):
            clock.advance(ms=500)
            await running.server.ticker.tick()

        def states(reader: Reader) -> list[State | None]:
            return [registry.state_of(reader, each.user_id) for each in (broken, ben)]

        assert await database.read(states) == [State.ERASING, State.ERASED]
        assert "erasures" in log.getvalue()


async def _one_step(database: Database) -> None:
    await database.write(lambda work: erasing.step(work, after_erasure=upkeep.owe))


# Everywhere ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("interface", [OverSocket, OverHttp])
async def test_no_question_of_anybody_finds_whoever_is_leaving(
    interface: type[Interface], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every command that reads, by everyone, about everything: a new one is asked by itself."""
    async with scene(tmp_path, monkeypatch) as stage:
        cast, running = stage.cast, stage.running
        ina, reported = cast.people[MEMBER], cast.said["hidden", MELBA]
        await running.command(ina, "presence.set", visible=True)
        for room in ("open", "hidden"):
            said = cast.said[room, MELBA]
            await running.command(ina, "message.react", message_id=said, reaction="hug", on=True)
            body = f"I am with @{ina.handle}"
            words = {"room_id": cast.rooms[room], "nonce": room, "body": body}
            await running.command(cast.people[MELBA], "message.post", **words)
        for reporter, message in ((MELBA, cast.said["open", MEMBER]), (MEMBER, reported)):
            report = {"message_id": message, "nonce": "r", "reason": "spam"}
            await running.command(cast.people[reporter], "message.report", **report)
        await running.command(ina, "help.ask", nonce="h", words="words-of-ina")
        asking = interface(stage)
        seen = await _traces(stage, asking, ina)
        assert len({command for command, *_ in seen}) > 8, "there was nothing to find"
        await running.command(ina, "account.erase")
        assert await _traces(stage, asking, ina) == []


async def _traces(stage: Scene, asking: Interface, gone: Person) -> list[tuple[str, str, str]]:
    """Where others can still read who someone is, or what they said: command, who, what."""
    traces = (gone.user_id, f'"{gone.handle}"', f"@{gone.handle}", f"words-of-{gone.handle}")
    epoch, found = stage.running.server.database.epoch, []
    for case in cases():
        if VERBS[case.command].mode not in (Mode.READ, Mode.LONG_READ):
            continue
        for room in ("open", "hidden") if not case.placeless else ("",):
            for who in (MELBA, *PRINCIPALS):
                if who == MEMBER or (who == MOD_INSIDE and case.about in OF_TALK):
                    # Whoever follows up talks with them until they are gone.
                    continue
                what = payload(stage.cast, case, room, who)
                what |= {"handle": gone.handle} if case.command == "user.find" else {}
                what |= {"epoch": epoch} if case.command == "log.since" else {}
                _, raw = await asking.ask(who, case.command, what)
                if case.command in ("report.list", "case.list"):
                    # It keeps what it is about: the words, by an id without a name.
                    raw = raw.replace("words-of-ina-in-open", "").replace(gone.user_id, "")
                found += [(case.command, who, trace) for trace in traces if trace in raw]
    return found
