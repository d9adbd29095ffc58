"""From an event to the sockets on its topic."""

from __future__ import annotations

import pytest

from chatserver.blocks import Blocks
from chatserver.sockets.frames import event_frame
from chatserver.sockets.outbound import HELD_MAX, Outbound
from chatserver.sockets.session import Session
from moderation.events import HelpAsked
from rooms.chat.events import (
    MemberLeft,
    MessageDeleted,
    MessageHidden,
    MessageReacted,
    PresenceChanged,
    RoomChanged,
    TypingChanged,
)
from rooms.chat.views import Access, Author, RoomKind, RoomView
from rooms.event import MODERATORS, Event, room_topic
from rooms.people.events import YourBlocks
from rooms.people.person import Actor, Role


class Lane:
    """A wire that keeps what was written."""

    def __init__(self) -> None:
        self.frames: list[bytes] = []
        self.dropped = False

    def write(self, frame: bytes) -> None:
        self.frames.append(frame)

    def drop(self) -> None:
        self.dropped = True


def session(name: str, role: Role = Role.MEMBER) -> tuple[Session, Lane]:
    lane = Lane()
    return Session(name, Actor(name, name, role, sign_in_id=name), lane), lane  # type: ignore[arg-type]


def fact(seq: int) -> MessageDeleted:
    return MessageDeleted(room_id="r", epoch="e", seq=seq, at=0, message_id="m")


@pytest.fixture
def outbound() -> Outbound:
    return Outbound(Blocks())


def test_everyone_on_the_topic_and_nobody_else(outbound: Outbound) -> None:
    (ann, anns), (bob, bobs), (_, carls) = session("ann"), session("bob"), session("carl")
    for one in (ann, bob):
        outbound.subscribe(one, room_topic("r"))
    outbound.deliver(fact(1))
    assert len(anns.frames) == len(bobs.frames) == 1
    assert anns.frames[0] is bobs.frames[0], "encoded once for all"
    assert carls.frames == []
    outbound.forget(bob)
    outbound.deliver(fact(2))
    assert (len(anns.frames), len(bobs.frames)) == (2, 1)


def test_never_to_the_person_it_is_about(outbound: Outbound) -> None:
    (ann, anns), (bob, bobs) = session("ann", Role.MODERATOR), session("bob", Role.MODERATOR)
    for one in (ann, bob):
        outbound.subscribe(one, MODERATORS)
    outbound.deliver(HelpAsked(help_id="h", about="ann"))
    assert (len(anns.frames), len(bobs.frames)) == (0, 1)


def test_events_wait_for_the_answer_of_room_open(outbound: Outbound) -> None:
    ann, anns = session("ann")
    outbound.hold(ann, room_topic("r"))
    outbound.deliver(fact(1))
    outbound.deliver(fact(2))
    assert anns.frames == []
    outbound.let_go(ann, room_topic("r"))
    outbound.deliver(fact(3))
    assert [b'"seq":%d' % seq in frame for seq, frame in enumerate(anns.frames, 1)] == [True] * 3


def test_what_was_held_for_a_refused_opening_is_gone(outbound: Outbound) -> None:
    ann, anns = session("ann")
    outbound.hold(ann, room_topic("r"))
    outbound.deliver(fact(1))
    outbound.unsubscribe(ann, room_topic("r"))
    outbound.let_go(ann, room_topic("r"))
    outbound.deliver(fact(2))
    assert anns.frames == []


def test_opening_again_holds_nothing_back(outbound: Outbound) -> None:
    ann, anns = session("ann")
    outbound.subscribe(ann, room_topic("r"))
    outbound.hold(ann, room_topic("r"))
    outbound.deliver(fact(1))
    assert len(anns.frames) == 1


def test_holding_has_a_bound(outbound: Outbound) -> None:
    ann, anns = session("ann")
    outbound.hold(ann, room_topic("r"))
    for seq in range(HELD_MAX + 1):
        outbound.deliver(fact(seq))
    assert anns.dropped


# Kept apart ---------------------------------------------------------------------------------------


class Room:
    """A room that everyone has open: ann has blocked bob, and both have blocked the moderator."""

    def __init__(self) -> None:
        self.blocks = Blocks()
        self.outbound = Outbound(self.blocks)
        self.lanes: dict[str, Lane] = {}
        for name in ("ann", "bob", "cleo", "dora", "mo"):
            role = Role.MODERATOR if name == "mo" else Role.MEMBER
            one, self.lanes[name] = session(name, role)
            self.outbound.subscribe(one, room_topic("r"))
        for blocker, blocked in (("ann", "bob"), ("ann", "mo"), ("bob", "mo")):
            self.blocks.change(YourBlocks(user_id=blocker, blocks=1).about(blocked, on=True))

    def deliver(self, event: Event) -> dict[str, bytes]:
        """What each of them got of it."""
        self.outbound.deliver(event)
        got = {name: lane.frames.pop() for name, lane in self.lanes.items() if lane.frames}
        assert not any(lane.frames for lane in self.lanes.values()), "once is enough"
        return got


@pytest.fixture
def room() -> Room:
    return Room()


def authors(*names: str) -> list[Author]:
    return [Author(user_id=name, handle=name.title()) for name in names]


def test_whoever_is_kept_apart_gets_the_position_alone(room: Room) -> None:
    for author, other in (("ann", "bob"), ("bob", "ann")):
        for event in (
            fact(7).by(author),
            MessageReacted(
                room_id="r", epoch="e", seq=7, at=0, message_id="m", reactions={"hug": 1}
            ).by(author),
        ):
            got = room.deliver(event)
            whole = got.pop("cleo")
            assert got.pop(other) == event_frame(
                MessageHidden(room_id="r", epoch="e", seq=7, at=0, message_id=None)
            )
            assert all(frame is whole for frame in got.values()), "encoded once for all"
            assert set(got) == {author, "dora", "mo"}


def test_a_moderator_gets_everything_and_is_not_got_by_whoever_blocks_them(room: Room) -> None:
    got = room.deliver(fact(7).by("mo"))
    assert got["mo"] == got["cleo"]
    assert got["ann"] is got["bob"], "the second frame is encoded once as well"
    assert got["ann"] != got["cleo"]


def test_what_is_nobodys_words_goes_to_all(room: Room) -> None:
    view = RoomView(
        room_id="r",
        kind=RoomKind.GROUP,
        name="Evening",
        about="",
        guidelines="",
        guidelines_version=0,
        access=Access.OPEN,
        shows_last_day=False,
        retention_days=90,
    )
    got = room.deliver(RoomChanged(room_id="r", epoch="e", seq=8, at=0, room=view))
    assert len(set(got.values())) == 1


def test_who_is_here_and_who_leaves_is_counted_without_a_name(room: Room) -> None:
    shown = authors("ann", "bob", "cleo")
    got = room.deliver(PresenceChanged(room_id="r", here=5, shown=shown, reading=["bob", "cleo"]))
    assert all(b'"here":5' in frame for frame in got.values())
    assert b"Bob" not in got["ann"] and b"bob" not in got["ann"]
    assert b"Ann" not in got["bob"] and b"ann" not in got["bob"]
    assert all(name in got["cleo"] for name in (b"Ann", b"Bob", b"Cleo"))
    assert got["mo"] is got["cleo"]
    got = room.deliver(MemberLeft(room_id="r", user_id="bob").by("bob"))
    assert b'"user_id":null' in got["ann"]
    assert b'"user_id":"bob"' in got["cleo"]


def test_not_even_a_sign_that_someone_writes(room: Room) -> None:
    nobody = TypingChanged(room_id="r", typing=0, shown=[]).of(frozenset(), None)
    bob = TypingChanged(room_id="r", typing=1, shown=authors("bob")).of(frozenset({"bob"}), nobody)
    assert set(room.deliver(bob)) == {"bob", "cleo", "dora", "mo"}, "no frame at all for ann"
    both = TypingChanged(room_id="r", typing=2, shown=authors("bob")).of(
        frozenset({"bob", "cleo"}), bob
    )
    got = room.deliver(both)
    assert b'"typing":1,"shown":[]' in got["ann"]
    assert b'"typing":2' in got["dora"]
    cleo = TypingChanged(room_id="r", typing=1, shown=[]).of(frozenset({"cleo"}), both)
    assert set(room.deliver(cleo)) == {"bob", "cleo", "dora", "mo"}, "nor when it stops"
    seen = TypingChanged(room_id="r", typing=1, shown=authors("cleo")).of(frozenset({"cleo"}), cleo)
    assert len(room.deliver(seen)) == 5, "a name that is shown now is news to everyone"


def test_what_is_held_is_kept_apart_too(room: Room) -> None:
    ann, anns = session("ann")
    room.outbound.hold(ann, room_topic("r"))
    room.outbound.deliver(fact(7).by("bob"))
    room.outbound.let_go(ann, room_topic("r"))
    assert b'"message_id":null' in anns.frames[0]
