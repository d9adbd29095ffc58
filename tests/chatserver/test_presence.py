"""Who is here, as counts; who is writing."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from chatserver.presence import GATHER_S, LINGER_S, TYPING_S, Presence
from rooms.chat.events import PresenceChanged, TypingChanged
from rooms.chat.views import Author
from rooms.event import Event


class Someone(msgspec.Struct):
    """A session, as far as presence looks."""

    user_id: str
    handle: str
    visible: bool = False
    reading: bool = False


class Timers:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.at = 0.0
        self.waiting: list[tuple[float, Callable[[], None]]] = []

    def call_later(self, delay: float, run: Callable[[], None]) -> None:
        self.waiting.append((self.at + delay, run))

    def pass_s(self, seconds: float) -> None:
        until = self.at + seconds
        while due := [one for one in self.waiting if one[0] <= until]:
            first = min(due, key=lambda one: one[0])
            self.waiting.remove(first)
            self.at = first[0]
            first[1]()
        self.at = until


class Place:
    """A presence with its clock and what it told."""

    def __init__(self) -> None:
        self.timers = Timers()
        self.told: list[Event] = []
        self.presence = Presence(self.told.append, self.timers.call_later)

    def enter(self, person: Someone) -> None:
        self.presence.enter("r", person)

    def counts(self) -> list[int]:
        return [event.here for event in self.told if isinstance(event, PresenceChanged)]

    def typing(self) -> list[int]:
        return [event.typing for event in self.told if isinstance(event, TypingChanged)]


@pytest.fixture
def place() -> Place:
    return Place()


def test_three_hundred_who_come_back_at_once_are_one_change(place: Place) -> None:
    for number in range(300):
        place.enter(Someone(str(number), f"n{number}"))
    place.timers.pass_s(GATHER_S)
    assert place.counts() == [300]


def test_two_devices_are_one_person(place: Place) -> None:
    ann = Someone("a", "ann")
    place.enter(ann)
    place.enter(ann)
    assert place.presence.here("r")[0] == 1
    place.presence.leave("r", ann, at_once=True)
    assert place.presence.here("r")[0] == 1
    place.presence.leave("r", ann, at_once=True)
    assert place.presence.here("r")[0] == 0


def test_a_broken_connection_lingers_and_a_return_is_no_change(place: Place) -> None:
    ann = Someone("a", "ann")
    place.enter(ann)
    place.timers.pass_s(GATHER_S)
    place.presence.leave("r", ann)
    place.timers.pass_s(LINGER_S / 2)
    place.enter(ann)
    place.timers.pass_s(LINGER_S * 2)
    assert set(place.counts()) == {1}
    place.presence.leave("r", ann)
    place.timers.pass_s(LINGER_S + GATHER_S)
    assert place.counts()[-1] == 0


def test_names_only_of_those_who_choose_it(place: Place) -> None:
    ann, bob = Someone("a", "ann"), Someone("b", "bob", visible=True)
    place.enter(ann)
    place.enter(bob)
    count, shown, _ = place.presence.here("r")
    assert (count, [author.handle for author in shown]) == (2, ["bob"])
    ann.visible = True
    place.presence.show(ann)
    bob.visible = False
    place.presence.show(bob)
    assert [author.handle for author in place.presence.here("r")[1]] == ["ann"]


def test_writing_is_told_and_ends_by_itself(place: Place) -> None:
    ann = Someone("a", "ann")
    place.enter(ann)
    place.presence.typing("r", ann, True)
    place.timers.pass_s(GATHER_S)
    assert place.typing() == [1]
    event = place.told[-1]
    assert isinstance(event, TypingChanged)
    assert event.shown == [], "a name is told only of those who show themselves"
    place.timers.pass_s(TYPING_S + GATHER_S)
    assert place.typing() == [1, 0]


def test_a_post_or_a_departure_ends_writing(place: Place) -> None:
    ann = Someone("a", "ann", visible=True)
    place.enter(ann)
    place.presence.typing("r", ann, True)
    place.timers.pass_s(GATHER_S)
    place.presence.stopped_typing("r", "a")
    place.timers.pass_s(GATHER_S)
    assert place.typing() == [1, 0]
    place.presence.typing("r", ann, True)
    place.timers.pass_s(GATHER_S)
    place.presence.leave("r", ann)
    place.timers.pass_s(GATHER_S)
    assert place.typing() == [1, 0, 1, 0]


def test_only_who_is_here_can_be_writing(place: Place) -> None:
    place.presence.typing("r", Someone("a", "ann"), True)
    place.timers.pass_s(TYPING_S)
    assert place.typing() == []


def test_an_old_absence_does_not_end_a_newer_one(place: Place) -> None:
    ann = Someone("a", "ann")
    place.enter(ann)
    place.presence.leave("r", ann)
    place.timers.pass_s(LINGER_S / 2)
    place.enter(ann)
    place.presence.leave("r", ann)
    place.timers.pass_s(LINGER_S / 2 + 1)
    assert place.presence.here("r")[0] == 1, "the newer absence has its own ten seconds"
    place.timers.pass_s(LINGER_S / 2)
    assert place.presence.here("r")[0] == 0


def test_a_name_is_withdrawn_also_while_its_owner_only_lingers(place: Place) -> None:
    ann = Someone("a", "ann", visible=True)
    place.enter(ann)
    place.presence.leave("r", ann)
    place.presence.show(Someone("a", "ann", visible=False))
    assert place.presence.here("r") == (1, [], [])


def test_who_was_put_out_is_not_here_any_more(place: Place) -> None:
    ann = Someone("a", "ann", visible=True)
    place.enter(ann)
    place.presence.leave("r", ann)
    place.presence.forget("r", "a")
    assert place.presence.here("r") == (0, [], [])


def test_who_leaves_for_good_is_nowhere_from_then_on(place: Place) -> None:
    ann, bob = Someone("a", "ann", visible=True), Someone("b", "bob", visible=True)
    for room_id in ("r", "s"):
        for person in (ann, bob):
            place.presence.enter(room_id, person)
        place.presence.leave(room_id, ann)
    place.presence.forget_everywhere("a")
    assert [place.presence.here(room_id)[0] for room_id in ("r", "s")] == [1, 1]


def test_just_reading_is_said_of_those_who_are_seen(place: Place) -> None:
    ann, bob = Someone("a", "ann", reading=True), Someone("b", "bob", visible=True, reading=True)
    place.enter(ann)
    place.enter(bob)
    place.timers.pass_s(GATHER_S)
    assert place.presence.here("r").reading == ["b"]
    event = place.told[-1]
    assert isinstance(event, PresenceChanged)
    assert (event.here, event.reading) == (2, ["b"])
    bob.reading = False
    place.presence.show(bob)
    assert place.presence.here("r").reading == []
    place.timers.pass_s(GATHER_S)
    assert place.told[-1] == PresenceChanged(
        room_id="r", here=2, shown=[Author(user_id="b", handle="bob")], reading=[]
    )


def test_those_kept_apart_are_counted_without_a_name(place: Place) -> None:
    for user_id in ("a", "b"):
        place.enter(Someone(user_id, f"n{user_id}", visible=True, reading=True))
    here = place.presence.here("r").without(frozenset({"a"}))
    assert (here.here, [author.handle for author in here.shown]) == (2, ["nb"])
    assert here.reading == ["b"]


def test_another_name_is_told_where_one_is_seen_writing_or_only_lingers(place: Place) -> None:
    ann, bob = Someone("a", "ann", visible=True), Someone("b", "bob", visible=True)
    place.enter(ann)
    place.enter(bob)
    place.presence.typing("r", ann, True)
    place.presence.leave("r", bob)
    place.timers.pass_s(GATHER_S)
    place.told.clear()
    place.presence.rename("a", "amy")
    place.presence.rename("b", "ben")
    place.presence.rename("x", "nobody here")
    place.timers.pass_s(GATHER_S)
    told = {event.kind(): event for event in place.told}
    here, typing = told["presence.changed"], told["typing.changed"]
    assert isinstance(here, PresenceChanged)
    assert isinstance(typing, TypingChanged)
    assert [author.handle for author in here.shown] == ["amy", "ben"]
    assert [author.handle for author in typing.shown] == ["amy"]


def test_who_hides_while_writing_is_named_no_longer(place: Place) -> None:
    ann = Someone("a", "ann", visible=True)
    place.enter(ann)
    place.presence.typing("r", ann, True)
    place.timers.pass_s(GATHER_S)
    ann.visible = False
    place.presence.show(ann)
    place.timers.pass_s(GATHER_S)
    last = [event for event in place.told if isinstance(event, TypingChanged)][-1]
    assert (last.typing, last.shown) == (1, [])


def test_what_is_told_of_writing_knows_who_writes_and_what_was_told_before(place: Place) -> None:
    """So that whoever is kept apart from one of them can be told without them, or not at all."""
    ann, bob = Someone("a", "ann"), Someone("b", "bob", visible=True)
    for person in (ann, bob):
        place.enter(person)
        place.presence.typing("r", person, True)
        place.timers.pass_s(GATHER_S)
    place.presence.stopped_typing("r", "a")
    place.timers.pass_s(GATHER_S)
    place.timers.pass_s(TYPING_S + GATHER_S)
    told = [event for event in place.told if isinstance(event, TypingChanged)]
    assert [event.typing for event in told] == [1, 2, 1, 0]
    assert [sorted(event.tells_of) for event in told] == [["a"], ["a", "b"], ["a", "b"], ["b"]]
    without_ann = [event.without(frozenset("a")) for event in told]
    assert [None if event is None else event.typing for event in without_ann] == [None, 1, None, 0]
    assert place.presence._told_typing == {}


def test_whoever_begins_again_is_not_ended_by_the_time_of_before() -> None:
    place = Place()
    ann = Someone("a", "ann")
    place.enter(ann)
    place.presence.typing("r", ann, True)
    place.timers.pass_s(GATHER_S)
    place.presence.stopped_typing("r", "a")
    place.timers.pass_s(TYPING_S - 2 * GATHER_S)
    place.presence.typing("r", ann, True)
    place.timers.pass_s(2 * GATHER_S)
    assert place.typing() == [1, 0, 1]
