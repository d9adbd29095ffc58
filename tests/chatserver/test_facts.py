"""Which events become facts, and that a fact holds nothing that it must not."""

from __future__ import annotations

import msgspec
import pytest

from chatserver.facts import (
    AnyFact,
    BanLifted,
    Banned,
    BlockSet,
    Fact,
    MessageHidden,
    MessageTakenBack,
    NameClaimed,
    Renamed,
    RoleSet,
    StateSet,
    facts_of,
)
from moderation.events import BanLifted as BanLiftedEvent
from moderation.events import StaffNoticed, YourBan
from rooms.chat.events import MessageDeleted, MessageEdited, YourMessageHidden
from rooms.event import Event
from rooms.people.claims import claim_hash
from rooms.people.events import YourBlocks, YourHandle, YourRole, YourState
from rooms.people.person import Role, State

EXPECTED: list[tuple[Event, Fact]] = [
    (
        MessageDeleted(room_id="r", epoch="e", seq=7, at=5, message_id="m"),
        MessageTakenBack(message_id="m"),
    ),
    (
        YourMessageHidden(user_id="u", room_id="r", message_id="m", reason="unkind"),
        MessageHidden(message_id="m", reason="unkind"),
    ),
    (YourState(user_id="u", state=State.ERASED), StateSet(user_id="u", state=State.ERASED)),
    (YourRole(user_id="u", role=Role.MEMBER), RoleSet(user_id="u", role=Role.MEMBER)),
    (
        YourBan(user_id="u", reason="spam", until=9).given("maria"),
        Banned(user_id="u", reason="spam", until=9, given_by="maria"),
    ),
    (BanLiftedEvent(user_id="u"), BanLifted(user_id="u")),
    (
        YourBlocks(user_id="u", blocks=3).about("other", True),
        BlockSet(user_id="u", blocked_id="other", on=True),
    ),
]


@pytest.mark.parametrize(("event", "fact"), EXPECTED, ids=lambda each: type(each).__name__)
def test_what_must_hold_becomes_a_fact(event: Event, fact: Fact) -> None:
    assert facts_of([event]) == [fact]
    assert msgspec.json.decode(msgspec.json.encode(fact), type=AnyFact) == fact


def test_a_new_name_is_claimed_by_a_hash_that_outlives_it() -> None:
    claimed = NameClaimed(user_id="u", skeleton_hash=claim_hash("ann"))
    facts = [claimed, Renamed(user_id="u", handle="ann")]
    assert facts_of([YourHandle(user_id="u", handle="ann")]) == facts
    encoded = msgspec.json.encode(claimed)
    assert b"ann" not in encoded
    assert msgspec.json.decode(encoded, type=AnyFact) == claimed


def test_everything_else_costs_a_look_and_no_line() -> None:
    edited = MessageEdited(
        room_id="r",
        epoch="e",
        seq=1,
        at=1,
        message_id="m",
        body="canary",
        state="posted",
        edited_at=1,
        mentions=[],
        warning="canary",
        topics=[],
        links_held=False,
    )
    assert facts_of([edited, StaffNoticed(about="u")]) == []
    assert facts_of([]) == []


def test_facts_keep_the_order_of_events() -> None:
    assert facts_of(event for event, _ in EXPECTED) == [fact for _, fact in EXPECTED]
