"""What an event does to subscriptions before it does it to screens."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from chatserver.blocks import Blocks
from chatserver.presence import Presence
from chatserver.sockets.notices import MOVED_EVERY_S, Notices
from chatserver.sockets.outbound import Outbound
from chatserver.sockets.routing import Routing
from chatserver.sockets.session import Session
from chatserver.sockets.sessions import Sessions
from rooms.chat.events import JoinAsked, MessageDeleted, RoomMoved, YourMembership, keepers_topic
from rooms.chat.views import (
    Access,
    Author,
    MembershipView,
    Relation,
    RoomKind,
    RoomView,
    Standing,
)
from rooms.event import MODERATORS, room_topic, user_topic
from rooms.people.events import YourHandle, YourRole, YourState, YourVisibility
from rooms.people.person import Actor, Role, State
from web.accounts.events import SignInEnded, sign_in_topic


class Lane:
    """A wire that keeps what was written."""

    def __init__(self) -> None:
        self.frames: list[bytes] = []
        self.closed = ""

    def write(self, frame: bytes) -> None:
        self.frames.append(frame)

    def close(self, code: str) -> None:
        self.closed = code

    def revoke(self, frame: bytes) -> None:
        self.frames.append(frame)
        self.closed = "revoked"

    def drop(self) -> None:
        self.closed = "dropped"


class Exchange:
    """A routing with its parts."""

    def __init__(self) -> None:
        self.timers: list[Callable[[], None]] = []
        self.blocks = Blocks()
        self.outbound = Outbound(self.blocks)
        self.sessions = Sessions()
        self.presence = Presence(self.outbound.deliver, self.later)
        self.notices = Notices(self.outbound, self.sessions, self.blocks, self.later)
        self.routing = Routing(
            self.outbound, self.sessions, self.presence, self.notices, self.blocks
        )

    def later(self, delay: float, run: Callable[[], None]) -> None:
        if delay == MOVED_EVERY_S:
            self.timers.append(run)

    def come(self, name: str, role: Role = Role.MEMBER) -> tuple[Session, Lane]:
        lane = Lane()
        session = Session(name, Actor(name, name, role, sign_in_id=f"s-{name}"), lane)  # type: ignore[arg-type]
        self.sessions.add(session)
        self.outbound.subscribe(session, sign_in_topic(session.sign_in_id))
        return session, lane

    def watch(self, session: Session, room_id: str = "r") -> None:
        self.outbound.subscribe(session, room_topic(room_id))
        self.routing.open_room(session, room_id)


@pytest.fixture
def exchange() -> Exchange:
    return Exchange()


def fact(seq: int) -> MessageDeleted:
    return MessageDeleted(room_id="r", epoch="e", seq=seq, at=0, message_id="m")


def membership(standing: Standing, relation: Relation = Relation.MEMBER) -> YourMembership:
    view = MembershipView(
        room_id="r", standing=standing, relation=relation, from_seq=0, muted_until=None
    )
    return YourMembership(user_id="ann", room_id="r", room=None, membership=view)


def moved(seq: int, *mentions: str) -> RoomMoved:
    return RoomMoved(room_id="r", seq=seq, posts=seq, mentions=list(mentions))


GONE = YourMembership(user_id="ann", room_id="r", room=None, membership=None)
ROOM = RoomView(
    room_id="r",
    kind=RoomKind.GROUP,
    name="Evening",
    about="",
    guidelines="",
    guidelines_version=0,
    access=Access.OPEN,
    shows_last_day=False,
    retention_days=0,
)


def test_a_membership_that_ended_stops_the_rooms_events_at_once(exchange: Exchange) -> None:
    ann, lane = exchange.come("ann")
    exchange.watch(ann)
    exchange.routing.deliver(fact(1))
    exchange.routing.deliver(GONE)
    exchange.routing.deliver(fact(2))
    exchange.routing.deliver(moved(2))
    assert len(lane.frames) == 1
    assert ann.open_rooms == set()


def test_a_moderator_reads_on_without_being_in(exchange: Exchange) -> None:
    ann, lane = exchange.come("ann", Role.MODERATOR)
    exchange.watch(ann)
    exchange.routing.deliver(msgspec.structs.replace(GONE, room=ROOM))
    exchange.routing.deliver(fact(1))
    assert len(lane.frames) == 1
    exchange.routing.close_room(ann, "r")
    exchange.routing.deliver(moved(2))
    assert len(lane.frames) == 1, "no notices of a room that one is not in"


def test_of_what_they_may_not_know_a_moderator_reads_no_more(exchange: Exchange) -> None:
    ann, lane = exchange.come("ann", Role.MODERATOR)
    exchange.watch(ann)
    exchange.routing.deliver(GONE)
    exchange.routing.deliver(fact(1))
    assert (lane.frames, ann.open_rooms) == ([], set())


def test_notices_go_to_members_who_have_it_off_screen(exchange: Exchange) -> None:
    ann, lane = exchange.come("ann")
    exchange.routing.deliver(membership(Standing.WAITING))
    exchange.routing.deliver(moved(1))
    assert lane.frames == []
    exchange.timers.pop()()
    exchange.routing.deliver(membership(Standing.IN))
    exchange.routing.deliver(moved(2))
    assert len(lane.frames) == 1
    exchange.timers.pop()()
    exchange.watch(ann)
    exchange.routing.deliver(moved(3))
    assert len(lane.frames) == 1


def test_the_first_notice_goes_at_once_and_a_seconds_more_are_one(exchange: Exchange) -> None:
    _, lane = exchange.come("ann")
    exchange.routing.deliver(membership(Standing.IN))
    for notice in (moved(1), moved(2, "x"), moved(3, "y"), moved(4, "x")):
        exchange.routing.deliver(notice)
    assert len(lane.frames) == 1
    exchange.timers.pop()()
    assert len(lane.frames) == 2
    assert b'"seq":4' in lane.frames[1]
    assert b'"mentions":["x","y"]' in lane.frames[1]
    exchange.timers.pop()()
    assert len(lane.frames) == 2, "nothing happened since"


def test_who_keeps_the_room_hears_who_knocks(exchange: Exchange) -> None:
    ann, _ = exchange.come("ann")
    exchange.routing.deliver(membership(Standing.IN, Relation.FACILITATOR))
    assert keepers_topic("r") in ann.topics
    exchange.routing.deliver(membership(Standing.IN))
    assert keepers_topic("r") not in ann.topics


def test_an_ended_sign_in_ends_its_sockets_alone(exchange: Exchange) -> None:
    (_, anns), (bob, bobs) = exchange.come("ann"), exchange.come("bob")
    exchange.watch(bob)
    exchange.routing.deliver(SignInEnded(sign_in_id="s-bob", reason="signed_out"))
    exchange.routing.deliver(fact(1))
    assert (anns.closed, bobs.closed) == ("", "revoked")
    assert len(bobs.frames) == 1
    assert b"session.revoked" in bobs.frames[0]
    assert exchange.sessions.of_user("bob") == []


def test_another_role_begins_anew(exchange: Exchange) -> None:
    ann, lane = exchange.come("ann", Role.MODERATOR)
    exchange.watch(ann)
    exchange.routing.deliver(YourRole(user_id="ann", role=Role.MEMBER))
    exchange.routing.deliver(fact(1))
    assert lane.closed == "resync"
    assert len(lane.frames) == 1


def test_whoever_is_leaving_lingers_nowhere(exchange: Exchange) -> None:
    ann, lane = exchange.come("ann")
    for room_id in ("r", "s"):
        exchange.watch(ann, room_id)
    exchange.routing.forget(ann)  # the network broke: she counts as here for a while
    assert exchange.presence.here("r")[0] == 1
    again, _ = exchange.come("ann")
    exchange.watch(again)
    exchange.routing.deliver(YourState(user_id="ann", state=State.ACTIVE))
    assert exchange.presence.here("s")[0] == 1
    exchange.routing.deliver(YourState(user_id="ann", state=State.ERASING))
    assert [exchange.presence.here(room_id)[0] for room_id in ("r", "s")] == [0, 0]
    assert lane.closed == ""


def test_when_the_bus_lost_something_everyone_comes_back(exchange: Exchange) -> None:
    _, lane = exchange.come("ann")
    exchange.routing.resync_everyone()
    assert lane.closed == "dropped"


def test_moderators_hear_who_knocks_too_and_everyone_only_once(exchange: Exchange) -> None:
    ann, anns = exchange.come("ann", Role.MODERATOR)
    _, bobs = exchange.come("bob")
    exchange.outbound.subscribe(ann, MODERATORS)
    exchange.outbound.subscribe(ann, keepers_topic("r"))
    exchange.routing.deliver(JoinAsked(room_id="r"))
    assert (len(anns.frames), len(bobs.frames)) == (1, 0)


def test_a_change_of_name_or_face_reaches_every_device(exchange: Exchange) -> None:
    ann, anns = exchange.come("ann")
    bob, bobs = exchange.come("bob")
    for session in (ann, bob):
        exchange.outbound.subscribe(session, user_topic(session.user_id))
    exchange.watch(ann)
    exchange.routing.deliver(
        YourVisibility(user_id="ann", handle="ann", visible=True, reading=True)
    )
    exchange.routing.deliver(YourHandle(user_id="ann", handle="amy"))
    assert (ann.handle, ann.visible, ann.reading) == ("amy", True, True)
    assert exchange.presence.here("r").shown == [Author(user_id="ann", handle="amy")]
    assert exchange.presence.here("r").reading == ["ann"]
    assert b"you.handle_changed" in anns.frames[-1]
    assert (bob.handle, bobs.frames) == ("bob", [])
