"""The list in force is the one that messages are heard with, in every process, within 2 seconds."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from pathlib import Path

import msgspec
import pytest

from chatserver.database import Database
from chatserver.hearing import EVERY_MS, Hearing
from chatserver.ids import new_id
from moderation.detection.detector import screen
from moderation.detection.lexicon import Lexicon, default
from moderation.wordlist import changes, versions
from moderation.wordlist.changes import Kept, TermChange
from moderation.wordlist.versions import Deltas
from rooms.event import Event
from rooms.people import registry
from rooms.people.person import Role
from rooms.work import Work
from tests.moderation.wordlist.changing import PURPLE
from tests.support.served import Person, Served, served

SAID = "the purple exit, tonight"
WITHIN_S = 2.0


class DeafBus:
    """What another process says never arrives here, nor what this one says."""

    keeps_up = True

    def __init__(self, *_: object) -> None:
        pass

    def publish(self, events: Iterable[Event]) -> None:
        """Lose them."""


def hears(listed: Lexicon, text: str = SAID) -> bool:
    return screen(listed, text, account_age_days=100) is not None


def change(number_of: Deltas) -> Callable[[Work], int]:
    """Somebody decided about the list, whoever and wherever."""

    def make(work: Work) -> int:
        user_id = work.new_id()
        registry.add(work, user_id, f"zed.{user_id[:6]}", Role.MODERATOR)
        return versions.make(work, number_of, by_id=user_id, proposal_id=None)

    return make


async def agreed(running: Served, change: TermChange, *, by: Person, to: Person) -> None:
    """One proposes, the other agrees."""
    what = msgspec.to_builtins(change)
    asked = await running.command(by, "lexicon.propose", change=what)
    proposal_id = asked["proposal"]["proposal_id"]
    answer = await running.command(to, "lexicon.approve", proposal_id=proposal_id)
    assert answer["proposal"]["state"] == "done"


async def cases(running: Served, moderator: Person) -> int:
    counted = await running.command(moderator, "case.count")
    return sum(counted["waiting"].values())


@pytest.mark.parametrize("bus", [None, DeafBus])
async def test_what_two_agreed_on_is_heard_within_two_seconds(
    tmp_path: Path, bus: type[DeafBus] | None
) -> None:
    """Also in a process that no bus has told of it: there each looks by itself."""
    more = {} if bus is None else {"bus": bus}
    async with served(tmp_path, **more) as running:  # type: ignore[arg-type]
        anna = await running.person("anna")
        maria = await running.person("maria", Role.MODERATOR)
        mo = await running.person("mo", Role.MODERATOR)
        room_id = await running.room(maria)
        await running.join(room_id, anna)

        async def say() -> None:
            body = {"room_id": room_id, "nonce": new_id(), "body": SAID}
            await running.command(anna, "message.post", **body)

        await say()
        assert await cases(running, mo) == 0
        await agreed(running, PURPLE, by=maria, to=mo)
        async with asyncio.timeout(WITHIN_S * 10):
            while not hears(running.server.hearing.now):  # noqa: ASYNC110 - nobody says when
                await asyncio.sleep(0)
        await say()
        assert await cases(running, mo) == 1
        (case,) = (await running.command(mo, "case.list"))["cases"]
        opened = await running.command(mo, "case.open", case_id=case["case_id"])
        assert opened["flags"][0]["list_version"] == f"{default().version}+1"
    assert EVERY_MS <= WITHIN_S * 1000 / 2


async def test_a_server_that_starts_anew_hears_what_was_in_force(tmp_path: Path) -> None:
    async with served(tmp_path) as running:
        await running.server.database.write(change({PURPLE.term: PURPLE}))
    async with served(tmp_path) as running:
        assert hears(running.server.hearing.now)


@asynccontextmanager
async def store(folder: Path) -> AsyncIterator[Database]:
    database = await Database(folder / "d", now=lambda: 1_000, new_id=new_id).open()
    try:
        yield database
    finally:
        await database.close()


async def test_two_processes_follow_one_store(tmp_path: Path) -> None:
    """Each of them asks the store: whoever decided, and wherever."""
    async with store(tmp_path) as database:
        bugs: list[str] = []
        here, there = (Hearing(default(), lambda name, bug: bugs.append(name)) for _ in range(2))
        await database.write(change({PURPLE.term: PURPLE}))
        assert not hears(there.now)
        for each in (here, there):
            await each.follow(database)
            assert hears(each.now)
        await database.write(change({PURPLE.term: None}))
        await there.follow(database)
        assert not hears(there.now)
        assert hears(here.now)
        assert bugs == []


async def test_a_list_that_can_not_be_made_replaces_none_that_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with store(tmp_path) as database:
        bugs: list[str] = []
        hearing = Hearing(default(), lambda name, bug: bugs.append(f"{name} {type(bug).__name__}"))
        await database.write(change({PURPLE.term: PURPLE}))
        await hearing.follow(database)
        broken = msgspec.structs.replace(PURPLE, term="own.broken", patterns=("{no_such} slot",))
        await database.write(change({"own.broken": broken}))
        for _ in range(2):
            await hearing.follow(database)
        assert hears(hearing.now)
        assert bugs == ["word_list LexiconProblem"]
        # After a release that brought other words: all that can still be heard is heard.
        anew = Hearing(default(), lambda name, bug: bugs.append(name))
        await anew.follow(database)
        assert hears(anew.now)
        assert len(bugs) == 2
        mended = msgspec.structs.replace(broken, patterns=("broken slot",))
        await database.write(change({"own.broken": mended}))
        await hearing.follow(database)
        assert hears(hearing.now, "a broken slot")


async def test_the_loop_goes_on_while_a_list_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with store(tmp_path) as database:
        hearing = Hearing(default(), lambda name, bug: None)
        await database.write(change({PURPLE.term: PURPLE}))
        loop = asyncio.get_running_loop()
        made, may_end = asyncio.Event(), asyncio.Event()

        def slow(base: Lexicon, kept: Kept) -> Lexicon:
            loop.call_soon_threadsafe(made.set)
            asyncio.run_coroutine_threadsafe(may_end.wait(), loop).result()
            return compiled(base, kept)

        compiled = changes.compiled
        monkeypatch.setattr(changes, "compiled", slow)
        following = asyncio.create_task(hearing.follow(database))
        await made.wait()
        assert not hears(hearing.now)
        may_end.set()
        await following
        assert hears(hearing.now)


async def test_of_many_who_agree_at_once_one_does_and_no_log_has_a_word_of_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async with served(tmp_path) as running:
        anna = await running.person("anna")
        people = [await running.person(f"zed.{letter}", Role.MODERATOR) for letter in "abcdefgh"]
        room_id = await running.room(people[0])
        await running.join(room_id, anna)
        said = {"room_id": room_id, "nonce": new_id(), "body": f"canary-said, {SAID}"}
        await running.command(anna, "message.post", **said)
        asked = await running.command(
            people[0],
            "lexicon.propose",
            change=msgspec.to_builtins(PURPLE),
            why="canary-why",
        )
        assert "canary-said" not in repr(asked)
        what = {"proposal_id": asked["proposal"]["proposal_id"]}
        answers = await asyncio.gather(
            *(running.http_command(each, "lexicon.approve", what) for each in people[1:])
        )
        codes = [each["ok"] or each["error"]["code"] for _, each in answers]
        assert sorted(map(str, codes)) == ["True", *["already_decided"] * 6]
        listed = await running.command(people[0], "lexicon.show")
        assert (listed["number"], listed["proposals"]) == (1, [])
    logged = "".join(capsys.readouterr())
    assert "lexicon" in logged or "commands" in logged
    assert not [word for word in ("canary", "purple") if word in logged]
