"""The invented members at their devices: they talk, answer a visitor, and know when to stop."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from chatserver.demo.company import ANSWERS_MOST, Pace
from chatserver.demo.serving import Demo, served
from chatserver.demo.talk import Chat
from tests.support.peer import Json, Peer
from web.accounts import sessions

WITHIN_S = 30.0
QUICK = Pace(
    begins_s=0,
    between_chats_s=(0, 0),
    between_lines_s=(0, 0),
    per_char_s=0,
    typing_s=(0.001, 0.001),
    reads_s=(0, 0),
    reacts=1.0,
    stays_s=600.0,
)


class Visitor:
    """Somebody who came in as one of the four, and looks into a room."""

    def __init__(self, peer: Peer, room_id: str) -> None:
        self.peer, self.room_id = peer, room_id

    async def say(self, body: str, **more: str) -> str:
        """Say something; its id."""
        answer = await self.peer.call(
            "message.post", room_id=self.room_id, nonce=secrets.token_hex(8), body=body, **more
        )
        return str(answer["message_id"])

    async def hears(self, name: str, *, after: int = 0) -> Json:
        """The next event of that name since then."""
        async with asyncio.timeout(WITHIN_S), self.peer.changed:
            while True:
                for heard, told in self.peer.events[after:]:
                    if heard == name:
                        return told
                await self.peer.changed.wait()


pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def demo(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Demo]:
    folder = tmp_path_factory.mktemp("demo")
    async with served(port=0, folder=folder, pace=QUICK, chance=lambda: 0.0) as running:
        yield running


@pytest_asyncio.fixture(loop_scope="module")
async def visitor(demo: Demo) -> AsyncIterator[Visitor]:
    token = secrets.token_hex(8)
    await demo.server.database.write(
        lambda work: sessions.start(work, demo.told.people["juniper"], token, 1)
    )
    peer = await Peer(demo.url, token, name="juniper").connect()
    room_id = demo.told.rooms["evening"]
    await peer.open(room_id)
    yield Visitor(peer, room_id)
    await peer.leave()


async def test_everybody_is_there_and_can_be_seen(demo: Demo, visitor: Visitor) -> None:
    assert all(member.is_here and member.rooms for member in demo.company.members.values())
    opened = await visitor.peer.call("room.open", room_id=visitor.room_id)
    assert {"bramble", "rook", "tuesday"} <= {each["handle"] for each in opened["shown"]}


async def test_they_are_seen_writing(demo: Demo, visitor: Visitor) -> None:
    await demo.company.members["bramble"].write(visitor.room_id, True)
    assert (await visitor.hears("typing.changed"))["typing"] == 1
    await demo.company.members["bramble"].write(visitor.room_id, False)


async def test_they_say_it_and_give_a_reaction(demo: Demo, visitor: Visitor) -> None:
    await demo.company.play(
        Chat(room="evening", said=(("bramble", "Ding."), ("rook", "Dong."), ("tuesday", "hm")))
    )
    await visitor.hears("message.reacted")
    bodies = [told["body"] for name, told in visitor.peer.events if name == "message.posted"]
    assert bodies == ["Ding.", "Dong.", "hm"]


async def test_a_visitor_is_answered_once_and_gets_a_reaction(demo: Demo, visitor: Visitor) -> None:
    said = await visitor.say("Hello everyone")
    told = await _answer_to(visitor, said)
    assert told["author"]["handle"] in demo.company.members
    assert (await visitor.hears("message.reacted"))["message_id"] == said
    again = await visitor.say("I relapsed yesterday", reply_to=told["message_id"])
    answered = await _answer_to(visitor, again)
    assert answered["author"]["handle"] == told["author"]["handle"], "whom one answers, answers"
    posted = [told for name, told in visitor.peer.events if name == "message.posted"]
    assert len(posted) == 4, "they do not answer one another"


async def test_what_was_said_meanwhile_is_answered_after(demo: Demo, visitor: Visitor) -> None:
    first = await visitor.say("Hello")
    second = await visitor.say("I can't sleep")
    for said in (first, second):
        await _answer_to(visitor, said)


async def test_a_visitor_ends_the_small_talk(demo: Demo, visitor: Visitor) -> None:
    many = tuple(("bramble", f"line {number}") for number in range(50))
    talk = asyncio.create_task(demo.company.play(Chat(room="evening", said=many)))
    await visitor.hears("message.posted")
    said = await visitor.say("may I come in")
    await _answer_to(visitor, said)
    async with asyncio.timeout(WITHIN_S):
        await talk
    posted = [told["body"] for name, told in visitor.peer.events if name == "message.posted"]
    assert "line 49" not in posted


async def test_there_is_an_end_to_answers(
    demo: Demo, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(demo.company, "_answers", ANSWERS_MOST)
    await visitor.say("Hello")
    await visitor.hears("message.posted")
    async with asyncio.timeout(WITHIN_S):
        while not demo.company._interrupted:
            await visitor.peer.call("session.sync")
    assert not demo.company._answering


async def test_whoever_is_muted_by_a_visiting_moderator_is_silent(
    demo: Demo, visitor: Visitor
) -> None:
    def mute(work: object) -> None:
        from rooms.chat import membership
        from rooms.people.person import Actor, Role

        mod = Actor(demo.told.people["nightheron"], "nightheron", Role.MODERATOR)
        membership.mute(
            work,  # type: ignore[arg-type]
            mod,
            membership.MutePerson(
                room_id=visitor.room_id, user_id=demo.told.people["bramble"], mute_s=60
            ),
        )

    await demo.server.database.write(mute)
    await demo.company.play(Chat(room="evening", said=(("bramble", "a"), ("rook", "b"))))
    told = await visitor.hears("message.posted")
    assert told["body"] == "b"


async def test_they_stop_by_themselves(demo: Demo, visitor: Visitor) -> None:
    """The last test: whoever has gone home stays there."""
    demo.company._pace = Pace(begins_s=0.0, stays_s=0.05)
    async with asyncio.timeout(WITHIN_S):
        await demo.company.run()
    assert not any(member.is_here for member in demo.company.members.values())
    await visitor.say("Anybody?")
    await visitor.hears("message.posted")
    assert not demo.company._answering


async def _answer_to(visitor: Visitor, message_id: str) -> Json:
    async with asyncio.timeout(WITHIN_S):
        while True:
            for name, told in list(visitor.peer.events):
                reply = told.get("reply_to") if name == "message.posted" else None
                if reply and reply["message_id"] == message_id:
                    return told
            async with visitor.peer.changed:
                await visitor.peer.changed.wait()
