"""From an event to the sockets on its topic."""

from __future__ import annotations

import pytest

from chatserver.sockets.outbound import HELD_MAX, Outbound
from chatserver.sockets.session import Session
from moderation.events import HelpAsked
from rooms.chat.events import MessageDeleted
from rooms.event import MODERATORS, room_topic
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
    return Outbound()


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
