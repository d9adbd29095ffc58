"""Rights that end while they are being used: fifty races for each way, nothing slips through.

Everything goes through one writer, so there is one order of events. Whatever someone did stands in
it before the event that took their right away, or it was refused: there is no third.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from itertools import count
from pathlib import Path
from typing import Final

import pytest

from rooms.chat.events import MessageHidden, MessagePosted, YourMembership
from rooms.event import Event
from rooms.people.events import YourRole, YourState
from rooms.people.person import State
from rooms.work import Work
from tests.sockets.cast import ADMIN, KEEPER, MELBA, MEMBER, MOD_OUTSIDE, OUTSIDER
from tests.sockets.interfaces import Scene, post, scene
from tests.support.served import Person
from web.accounts import sessions

RACES: Final = 50
TRIES: Final = 6
"""What is done at once, some of it before the change and some after."""

_nonces = count(1)
Deed = Callable[[], Awaitable[tuple[str, str]]]


async def race(stage: Scene, deeds: list[Deed], change: Deed, at: int) -> list[str]:
    """All at once, the change among them at a place that differs from race to race."""
    stage.tap.take()
    mixed = [*deeds[:at], change, *deeds[at:]]
    answers = await asyncio.gather(*(deed() for deed in mixed))
    codes = [code for code, _ in answers]
    assert codes.pop(at) == "", answers[at]
    return codes


def split(heard: list[Event], ended: Callable[[Event], bool]) -> tuple[list[Event], list[Event]]:
    """What was announced before and after a right ended."""
    at = next(index for index, event in enumerate(heard) if ended(event))
    return heard[:at], heard[at + 1 :]


def saying(stage: Scene, person: Person) -> Deed:
    def say() -> Awaitable[tuple[str, str]]:
        said = {"room_id": stage.cast.rooms["open"], "nonce": f"r{next(_nonces)}", "body": "words"}
        return post(stage.running, person, "message.post", said)

    return say


async def fifty(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    once: Callable[[Scene, int], Awaitable[tuple[int, int]]],
) -> None:
    """Race again and again from the same beginning; some must win and some must lose."""
    async with scene(tmp_path, monkeypatch) as stage:
        before = stage.store.rows()
        done = refused = 0
        for number in range(RACES):
            won, lost = await once(stage, number % (TRIES + 1))
            done, refused = done + won, refused + lost
            await stage.store.restore(before)
        assert done > 0, "nothing ever happened before the change: that is no race"
        assert refused > 0, "nothing ever happened after the change: that is no race"


async def test_a_moderator_who_is_demoted_in_mid_batch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def once(stage: Scene, at: int) -> tuple[int, int]:
        person = stage.cast.people[MOD_OUTSIDE]

        admin = await _stepped_up(stage, stage.cast.people[ADMIN])
        member = {"user_id": person.user_id, "role": "member"}
        said = [stage.cast.said["open", who] for who in (MELBA, MEMBER, OUTSIDER, KEEPER)]
        deeds: list[Deed] = [
            partial(post, stage.running, person, "message.hide", _hiding(message_id))
            for message_id in (*said, *said[:2])
        ]
        codes = await race(
            stage, deeds, lambda: post(stage.running, admin, "role.propose", member), at
        )
        assert set(codes) <= {"", "session_expired", "forbidden", "not_found"}
        earlier, later = split(stage.tap.heard, lambda event: isinstance(event, YourRole))
        assert not any(isinstance(event, MessageHidden) for event in later)
        hidden = {event.message_id for event in earlier if isinstance(event, MessageHidden)}
        assert len(hidden) == sum(isinstance(event, MessageHidden) for event in earlier)
        return codes.count(""), len(codes) - codes.count("")

    await fifty(tmp_path, monkeypatch, once)


def _hiding(message_id: str) -> dict[str, str]:
    return {"message_id": message_id, "reason": "unkind"}


async def test_a_member_who_is_removed_while_writing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def once(stage: Scene, at: int) -> tuple[int, int]:
        person, keeper = stage.cast.people[MEMBER], stage.cast.people[KEEPER]
        what = {"room_id": stage.cast.rooms["open"], "user_id": person.user_id}
        codes = await race(
            stage,
            [saying(stage, person) for _ in range(TRIES)],
            lambda: post(stage.running, keeper, "room.remove", what),
            at,
        )
        assert set(codes) <= {"", "forbidden"}
        earlier, later = split(stage.tap.heard, _is_out)
        assert not any(isinstance(event, MessagePosted) for event in later)
        said = [event for event in earlier if isinstance(event, MessagePosted)]
        assert len(said) == codes.count("")
        return codes.count(""), codes.count("forbidden")

    await fifty(tmp_path, monkeypatch, once)


def _is_out(event: Event) -> bool:
    return isinstance(event, YourMembership) and event.membership is None


async def test_people_who_come_in_while_the_room_is_made_private(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def once(stage: Scene, at: int) -> tuple[int, int]:
        running, room_id = stage.running, stage.cast.rooms["open"]
        newcomers = [await _newcomer(stage, number) for number in range(TRIES)]
        deeds: list[Deed] = [
            partial(post, running, person, "room.join", {"room_id": room_id})
            for person in newcomers
        ]
        keeper = stage.cast.people[KEEPER]
        private = {"room_id": room_id, "access": "invite"}
        codes = await race(stage, deeds, lambda: post(running, keeper, "room.update", private), at)
        assert set(codes) <= {"", "not_found"}
        for person, code in zip(newcomers, codes, strict=True):
            # Whoever was in before stays in; to everyone else it is not there at all.
            assert (await post(running, person, "room.open", {"room_id": room_id}))[0] == code
            _, listed = await post(running, person, "room.list", {})
            assert (room_id in listed) == (code == "")
        return codes.count(""), codes.count("not_found")

    await fifty(tmp_path, monkeypatch, once)


async def _newcomer(stage: Scene, number: int) -> Person:
    return await stage.running.person(f"newcomer-{next(_nonces)}-{number}")


async def test_someone_who_is_erased_while_writing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def once(stage: Scene, at: int) -> tuple[int, int]:
        person = await _stepped_up(stage, stage.cast.people[MEMBER])
        codes = await race(
            stage,
            [saying(stage, person) for _ in range(TRIES)],
            lambda: post(stage.running, person, "account.erase", {}),
            at,
        )
        assert set(codes) <= {"", "session_expired"}
        earlier, later = split(stage.tap.heard, _is_leaving)
        assert not any(isinstance(event, MessagePosted) for event in later)
        said = [event for event in earlier if isinstance(event, MessagePosted)]
        assert len(said) == codes.count("")
        reader = stage.cast.people[MELBA]
        _, page = await post(
            stage.running,
            reader,
            "log.before",
            {"room_id": stage.cast.rooms["open"], "seq": 10_000, "limit": 100},
        )
        assert person.user_id not in page
        assert "words-of-ina" not in page
        return codes.count(""), codes.count("session_expired")

    await fifty(tmp_path, monkeypatch, once)


def _is_leaving(event: Event) -> bool:
    return isinstance(event, YourState) and event.state is State.ERASING


async def _stepped_up(stage: Scene, person: Person) -> Person:
    """Another sign-in of theirs that has just proved who they are."""
    token = f"stepped-up-{next(_nonces)}"

    def begin(work: Work) -> str:
        return sessions.start(work, person.user_id, token, 30, proven=True, stepped_up=True)

    sign_in_id = await stage.running.server.database.write(begin)
    return Person(person.user_id, person.handle, token, sign_in_id)
