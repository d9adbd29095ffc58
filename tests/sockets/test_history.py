"""What was said, as a client finds it again: pages, gaps, unread, search, forgetting, reports."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from chatserver import presence
from rooms.people.person import Role
from tests.sockets.watching import unlimited, unsynced
from tests.support.clock import ManualClock
from tests.support.peer import Json, Peer, Refused
from tests.support.served import Served, served

MANY = 130
KEPT_A_MINUTE = 10
"""Requests for help of one person; more of them change nothing, and are answered all the same."""


class Evening:
    """An open room that Fay, a moderator, keeps; Anna and Ben are in it, each with a device."""

    def __init__(self, running: Served, clock: ManualClock) -> None:
        self.running = running
        self.clock = clock
        self.room_id = ""

    async def begin(self, **room: Any) -> Evening:
        running = self.running
        self.fay = await running.person("fay", Role.MODERATOR)
        self.anna, self.ben = await running.person("anna"), await running.person("ben")
        self.room_id = await running.room(self.fay, **room)
        await running.join(self.room_id, self.anna, self.ben)
        self.a, self.b = await running.peer(self.anna), await running.peer(self.ben)
        self.f = await running.peer(self.fay)
        return self

    async def say(self, *bodies: str, peer: Peer | None = None, **more: Any) -> list[Json]:
        """Anna says some things, unless someone else does."""
        return [await (peer or self.a).post(self.room_id, body, **more) for body in bodies]

    async def mine(self, peer: Peer) -> Json:
        """The room as someone's lobby shows it."""
        (room,) = (await peer.call("session.sync"))["rooms"]
        found: Json = room
        return found

    async def tick(self, times: int = 1) -> None:
        """Let the ticker do what is due."""
        for _ in range(times):
            await self.running.server.ticker.tick()


@pytest.fixture
async def evening(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Evening]:
    clock = ManualClock()
    async with served(tmp_path, now=clock) as running:
        unlimited(running.server, monkeypatch)
        unsynced(running.server)
        yield await Evening(running, clock).begin()


def words(answer: Json, where: str = "messages") -> list[str]:
    return [message["body"] for message in answer[where]]


# Pages and gaps -----------------------------------------------------------------------------------


async def test_history_comes_in_pages_each_message_once(evening: Evening) -> None:
    said = [f"number {number}" for number in range(MANY)]
    await evening.say(*said)
    found: list[str] = []
    seq, more, pages = 2**53 - 1, True, 0
    while more:
        page = await evening.b.call("log.before", room_id=evening.room_id, seq=seq, limit=50)
        assert len(page["messages"]) <= 50
        found = words(page) + found
        seq, more, pages = page["messages"][0]["seq"], page["more"], pages + 1
    assert found == said
    assert pages == 3


async def test_a_page_is_never_longer_than_two_hundred(evening: Evening) -> None:
    await evening.say(*(str(number) for number in range(201)))
    room: Json = {"room_id": evening.room_id}
    page = await evening.b.call("log.before", **room, seq=1000, limit=10**9)
    assert (len(page["messages"]), page["more"]) == (200, True)
    opened = await evening.b.call("room.open", **room)
    since = await evening.b.call("log.since", **room, epoch=opened["epoch"], seq=0, limit=10**9)
    assert (len(since["entries"]), since["more"], since["head"]) == (200, True, 201)


async def test_opening_shows_the_newest_fifty(evening: Evening) -> None:
    await evening.say(*(str(number) for number in range(60)))
    opened = await evening.b.call("room.open", room_id=evening.room_id)
    assert words(opened, "entries") == [str(number) for number in range(10, 60)]
    assert (opened["head"], opened["posts"], opened["more"]) == (60, 60, True)


async def test_a_gap_is_filled_in_order_and_with_what_is_true_now(evening: Evening) -> None:
    screen = await evening.b.open(evening.room_id)
    first, _, third = await evening.say("one", "two", "three")
    await evening.a.call("message.edit", message_id=first["message_id"], body="first")
    await evening.a.call("message.delete", message_id=third["message_id"])
    gap = await evening.b.call("log.since", room_id=evening.room_id, epoch=screen.epoch, seq=0)
    assert [entry["seq"] for entry in gap["entries"]] == [1, 2, 3, 4, 5]
    kinds = [entry["kind"].removeprefix("message.") for entry in gap["entries"]]
    assert kinds == ["posted", "posted", "posted", "edited", "deleted"]
    posted = gap["entries"][:3]
    assert [entry["body"] for entry in posted] == ["first", "two", ""]
    assert [entry["state"] for entry in posted] == ["posted", "posted", "deleted"]
    assert [entry["nonce"] for entry in posted] == [None] * 3
    assert posted[2]["author"] is None


async def test_a_position_that_is_lost_is_a_reset_and_no_error(evening: Evening) -> None:
    await evening.say(*(str(number) for number in range(502)))
    room_id = evening.room_id
    opened = await evening.b.call("room.open", room_id=room_id)
    epoch = opened["epoch"]
    for since, lost in (
        ({"epoch": epoch, "seq": 2}, False),
        ({"epoch": epoch, "seq": 1}, True),
        ({"epoch": epoch, "seq": 502}, False),
        ({"epoch": epoch, "seq": 503}, True),
        ({"epoch": "another", "seq": 502}, True),
    ):
        answer = await evening.b.call("log.since", room_id=room_id, **since)
        assert answer.get("reset", False) is lost, since
        again = await evening.b.call("room.open", room_id=room_id, since=since)
        assert again["reset"] is lost, since
        if lost:
            assert words(again, "entries") == [str(number) for number in range(452, 502)]


async def test_a_screen_goes_on_where_it_was(evening: Evening) -> None:
    screen = await evening.b.open(evening.room_id)
    await evening.say("one")
    await evening.b.until_at(evening.room_id, 1)
    await evening.b.leave()
    await evening.say(*(str(number) for number in range(300)))
    await evening.b.connect()
    assert screen.bodies == ["one", *(str(number) for number in range(300))]
    assert (screen.resets, screen.twice) == (0, [])


# What is new to me --------------------------------------------------------------------------------


async def test_unread_counts_posts_and_mentions_name_me(evening: Evening) -> None:
    await evening.b.call("presence.set", visible=True)
    await evening.say("one", "two @ben", "three @Ben and @ben.", "@nobody")
    room = await evening.mine(evening.b)
    assert (room["unread"], room["mentions"], room["head"], room["posts"]) == (4, 2, 4, 4)
    assert (await evening.mine(evening.a))["unread"] == 0, "one's own words are not news"
    await evening.b.call("read.mark", room_id=evening.room_id, seq=2)
    room = await evening.mine(evening.b)
    assert (room["unread"], room["mentions"], room["last_read"]) == (2, 1, 2)
    await evening.b.call("read.mark", room_id=evening.room_id, seq=1)
    assert (await evening.mine(evening.b))["last_read"] == 2, "a mark never moves back"
    await evening.b.call("read.mark", room_id=evening.room_id, seq=10**6)
    room = await evening.mine(evening.b)
    assert (room["unread"], room["mentions"], room["last_read"]) == (0, 0, 4)


async def test_what_was_read_stays_read_on_every_device_and_after_a_restart(
    tmp_path: Path,
) -> None:
    clock = ManualClock()
    async with served(tmp_path, now=clock) as running:
        evening = await Evening(running, clock).begin()
        await evening.say("one", "two", "three")
        await evening.b.call("read.mark", room_id=evening.room_id, seq=2)
        await evening.b.leave()
        again = await running.peer(await running.sign_in_again(evening.ben))
        assert (await evening.mine(again))["unread"] == 1
        await again.call("read.mark", room_id=evening.room_id, seq=3)
    async with served(tmp_path, now=clock) as running:
        later = await running.peer(evening.ben)
        assert (await evening.mine(later))["unread"] == 0


async def test_a_room_that_is_not_on_screen_tells_that_it_moved(evening: Evening) -> None:
    await evening.b.call("presence.set", visible=True)
    await evening.say("good evening @ben")
    await evening.b.until(lambda: evening.b.got("room.moved"), "room.moved")
    (moved,) = evening.b.got("room.moved")
    assert moved == {
        "kind": "room.moved",
        "room_id": evening.room_id,
        "seq": 1,
        "posts": 1,
        "mentions": [evening.ben.user_id],
    }
    assert evening.b.got("message.posted") == []


# Search -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("in_room", [True, False])
async def test_search_finds_page_by_page_newest_first(evening: Evening, in_room: bool) -> None:
    said = [f"a needle in straw {number}" for number in range(MANY)]
    for body in said:
        evening.clock.advance(ms=1)
        await evening.say(body, "nothing of that kind")
    where = {"room_id": evening.room_id} if in_room else {}
    found: list[str] = []
    cursor: Json = {}
    while True:
        page = await evening.b.call("message.search", text="NEEDLE in", **where, **cursor)
        assert len(page["messages"]) <= 50
        found += words(page)
        if page["cursor"] is None:
            break
        cursor = {"cursor": page["cursor"]}
    assert found == said[::-1]


async def test_search_finds_what_is_meant_and_nothing_else(evening: Evening) -> None:
    await evening.say("Café at eight", "100% sure", "100 percent", "under_score", "under the score")
    (gone,) = await evening.say("a secret café")
    await evening.a.call("message.delete", message_id=gone["message_id"])
    evening.clock.advance(minutes=1)
    await evening.say("cafe again", peer=evening.f)
    for text, expected in (
        ("cafe", ["cafe again", "Café at eight"]),
        ("CAFÉ", ["cafe again", "Café at eight"]),
        ("100%", ["100% sure"]),
        ("under_", ["under_score"]),
        ("secret", []),
    ):
        found = await evening.b.call("message.search", text=text, room_id=evening.room_id)
        assert words(found) == expected, text
    by_anna = await evening.b.call("message.search", text="cafe", author=evening.anna.user_id)
    assert words(by_anna) == ["Café at eight"]
    before = await evening.b.call("message.search", text="cafe", before=evening.clock())
    assert words(before) == ["Café at eight"]
    with pytest.raises(Refused, match="empty_body"):
        await evening.b.call("message.search", text="\u200b ")
    with pytest.raises(Refused, match="out_of_range"):
        await evening.b.call("message.search", text="cafe", cursor="made-by-hand")


# Answers and changes ------------------------------------------------------------------------------


async def test_an_answer_names_what_it_answers(evening: Evening) -> None:
    (one,) = await evening.say("one")
    await evening.say("two", peer=evening.b, reply_to=one["message_id"])
    quote = {"message_id": one["message_id"], "seq": one["seq"]}
    opened = await evening.f.call("room.open", room_id=evening.room_id)
    assert opened["entries"][1]["reply_to"] == quote
    await evening.a.call("message.delete", message_id=one["message_id"])
    page = await evening.f.call("log.before", room_id=evening.room_id, seq=100)
    assert (page["messages"][1]["reply_to"], page["messages"][0]["body"]) == (quote, "")
    other = await evening.running.room(evening.fay)
    with pytest.raises(Refused, match="not_found") as refused:
        await evening.f.post(other, "elsewhere", reply_to=one["message_id"])
    assert refused.value.error["field"] == "reply_to"


async def test_words_can_be_changed_for_fifteen_minutes(evening: Evening) -> None:
    (one,) = await evening.say("one")
    of = {"message_id": one["message_id"]}
    evening.clock.advance(minutes=15)
    await evening.a.call("message.edit", **of, body="just in time")
    evening.clock.advance(ms=1)
    with pytest.raises(Refused, match="edit_window_over"):
        await evening.a.call("message.edit", **of, body="too late")
    assert (await evening.a.call("message.edit", **of, body="just in time"))["seq"] == 2
    page = await evening.b.call("log.before", room_id=evening.room_id, seq=100)
    assert words(page) == ["just in time"]
    evening.clock.advance(days=3)
    await evening.a.call("message.delete", **of)
    page = await evening.b.call("log.before", room_id=evening.room_id, seq=100)
    assert page["messages"][0]["state"] == "deleted"


async def test_words_out_of_sight_stay_so(evening: Evening) -> None:
    (one,) = await evening.say("one")
    of = {"message_id": one["message_id"]}
    await evening.f.call("message.hide", **of, reason="off_topic")
    await evening.a.until(lambda: evening.a.got("you.message_hidden"))
    for command, more in (
        ("message.edit", {"body": "again"}),
        ("message.react", {"reaction": "hug", "on": True}),
        ("message.reactions", {}),
    ):
        with pytest.raises(Refused, match="not_found"):
            await evening.a.call(command, **of, **more)
    assert (await evening.b.call("message.search", text="one"))["messages"] == []


async def test_reactions_are_counted_and_named(evening: Evening) -> None:
    screen = await evening.b.open(evening.room_id)
    (one,) = await evening.say("one")
    of = {"message_id": one["message_id"]}
    for peer, reaction in ((evening.a, "hug"), (evening.f, "hug"), (evening.f, "heart")):
        await peer.call("message.react", **of, reaction=reaction, on=True)
    evening.clock.advance(s=1)
    await evening.tick()
    await evening.b.until_at(evening.room_id, 3)
    assert screen.messages[one["message_id"]]["reactions"] == {"hug": 2, "heart": 1}
    given = (await evening.b.call("message.reactions", **of))["reactions"]
    named = sorted((each["person"]["handle"], each["reaction"]) for each in given)
    assert named == [("anna", "hug"), ("fay", "heart"), ("fay", "hug")]


# Who is here --------------------------------------------------------------------------------------


async def test_people_are_counted_not_devices(
    evening: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(presence, "GATHER_S", 0)
    second = await evening.running.peer(evening.anna)
    for peer in (evening.a, second, evening.b):
        await peer.open(evening.room_id)
    opened = await evening.f.call("room.open", room_id=evening.room_id)
    assert opened["here"] == 3
    await second.call("room.close", room_id=evening.room_id)
    assert (await evening.f.call("room.open", room_id=evening.room_id))["here"] == 3
    await evening.a.call("room.close", room_id=evening.room_id)
    assert (await evening.f.call("room.open", room_id=evening.room_id))["here"] == 2


async def test_writing_is_over_when_the_words_are_out(
    evening: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(presence, "GATHER_S", 0)
    for peer in (evening.a, evening.b):
        await peer.open(evening.room_id)
    await evening.a.call("typing.set", room_id=evening.room_id, typing=True)
    await evening.b.until(lambda: evening.b.got("typing.changed"))
    await evening.say("here they are")
    await evening.b.until(lambda: len(evening.b.got("typing.changed")) == 2)
    assert [told["typing"] for told in evening.b.got("typing.changed")] == [1, 0]


async def test_whoever_may_only_read_along_does_not_write(evening: Evening) -> None:
    await evening.a.open(evening.room_id)
    await evening.f.call(
        "room.mute", room_id=evening.room_id, user_id=evening.anna.user_id, mute_s=60
    )
    room: Json = {"room_id": evening.room_id}
    for command, more in (
        ("typing.set", {"typing": True}),
        ("message.post", {"nonce": "n", "body": "words"}),
    ):
        with pytest.raises(Refused, match="muted"):
            await evening.a.call(command, **room, **more)
    evening.clock.advance(s=60)
    await evening.say("and on we go")


# Forgetting ---------------------------------------------------------------------------------------


async def test_a_room_forgets_what_is_older_than_it_keeps(evening: Evening) -> None:
    await evening.f.call("room.update", room_id=evening.room_id, retention_days=7)
    screen = await evening.b.open(evening.room_id)
    (old, *_) = await evening.say(*(f"old {number}" for number in range(100)))
    await evening.b.call("message.react", message_id=old["message_id"], reaction="hug", on=True)
    await evening.f.call("message.report", message_id=old["message_id"], nonce="r", reason="other")
    evening.clock.advance(days=6)
    await evening.say("young")
    evening.clock.advance(days=1, ms=1)
    await evening.tick(times=20)
    page = await evening.b.call("log.before", room_id=evening.room_id, seq=2**53 - 1, limit=200)
    assert (words(page), page["more"]) == (["young"], False)
    since = {"epoch": screen.epoch, "seq": 50}
    assert (await evening.b.call("log.since", room_id=evening.room_id, **since))["reset"]
    assert (await evening.b.call("message.search", text="old"))["messages"] == []
    with pytest.raises(Refused, match="not_found"):
        await evening.b.call("message.reactions", message_id=old["message_id"])
    # A week without a sign from them ends a sign-in of staff.
    fay = await evening.running.peer(await evening.running.sign_in_again(evening.fay))
    kept = (await fay.call("report.list"))["reports"]
    assert words({"reports": kept}, "reports") == ["old 0"], "a report keeps its own copy"
    (more,) = await evening.say("and on")
    assert more["seq"] == page["messages"][0]["seq"] + 1, "positions go on"


# Telling a moderator ------------------------------------------------------------------------------


async def test_a_report_keeps_the_words_as_they_stood(evening: Evening) -> None:
    (one,) = await evening.say("as it stood")
    of = {"message_id": one["message_id"]}
    report: Json = {**of, "nonce": "r", "reason": "unkind", "note": "please look"}
    for _ in range(2):
        await evening.b.call("message.report", **report)
    with pytest.raises(Refused, match="idempotency_conflict"):
        await evening.b.call("message.report", **{**report, "note": "another"})
    with pytest.raises(Refused, match="forbidden"):
        await evening.a.call("message.report", **{**of, "nonce": "own", "reason": "unkind"})
    await evening.a.call("message.edit", **of, body="made harmless")
    await evening.a.call("message.delete", **of)
    await evening.f.until(lambda: evening.f.got("report.made"))
    (told,) = (await evening.f.call("report.list"))["reports"]
    assert (told["body"], told["note"], told["reason"]) == ("as it stood", "please look", "unkind")
    assert (told["author"]["handle"], told["reporter"]["handle"]) == ("anna", "ben")
    assert (told["room_id"], told["room_name"]) == (evening.room_id, "Evening")
    for peer in (evening.a, evening.b):
        assert peer.got("report.made") == []


async def test_reports_come_page_by_page_newest_first(evening: Evening) -> None:
    for number in range(60):
        evening.clock.advance(ms=1)
        (said,) = await evening.say(f"words {number}")
        await evening.b.call(
            "message.report", message_id=said["message_id"], nonce=str(number), reason="other"
        )
    first = await evening.f.call("report.list")
    assert len(first["reports"]) == 50
    second = await evening.f.call("report.list", cursor=first["cursor"])
    assert second["cursor"] is None
    found = words(first, "reports") + words(second, "reports")
    assert found == [f"words {number}" for number in reversed(range(60))]


async def test_asking_for_help_is_kept_answered_and_told_once(evening: Evening) -> None:
    asked = await evening.a.call("help.ask", nonce="h", words="I need to talk")
    assert asked["on_duty"] == 0
    assert asked["message"].startswith("Nobody is on duty right now.")
    assert asked["outside"], "the outside lines are always there"
    again = await evening.a.call("help.ask", nonce="h", words="in other words")
    assert again == asked
    await evening.f.until(lambda: evening.f.got("help.asked"))
    (told,) = (await evening.f.call("help.list"))["requests"]
    assert (told["words"], told["person"]["handle"]) == ("I need to talk", "anna")
    assert told["help_id"] == asked["help_id"]
    await evening.b.call("session.sync")
    assert evening.b.got("help.asked") == []


async def test_asking_for_help_is_never_refused(tmp_path: Path) -> None:
    """Not by limits, not for what was written, not to whoever was put out or muted."""
    async with served(tmp_path) as running:
        unsynced(running.server)
        keeper, anna = await running.person("fay", Role.MODERATOR), await running.person("anna")
        room_id = await running.room(keeper)
        await running.join(room_id, anna)
        peer = await running.peer(anna)
        talk = asyncio.gather(*(peer.post(room_id, f"words {number}") for number in range(30)))
        with pytest.raises(Refused, match=r"rate_limited|too_many_requests"):
            await talk
        await running.command(
            keeper, "room.mute", room_id=room_id, user_id=anna.user_id, mute_s=3600
        )
        await running.command(keeper, "room.remove", room_id=room_id, user_id=anna.user_id)
        for number, what in enumerate(("", "a" * 4000, "\x00", "\u202e", "\u200b", *"many times")):
            asked = await peer.call("help.ask", nonce=str(number), words=what)
            assert asked["help_id"]
        over_http = await running.command(anna, "help.ask", nonce="http")
        assert over_http["ok"]
        kept = (await running.command(keeper, "help.list"))["requests"]
        assert len(kept) == KEPT_A_MINUTE, "what is beyond that is answered like the newest of them"
