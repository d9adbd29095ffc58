"""Every event has a name and says where it goes."""

from __future__ import annotations

import pytest

from moderation.events import ForModerators, StaffNoticed
from rooms.chat.events import Entry, PersonalEvent, RoomEvent
from rooms.event import Event, room_topic, user_topic
from tests.support.events import every_event


@pytest.mark.parametrize("event", every_event(), ids=lambda event: event.kind())
def test_every_event_says_where_it_goes(event: Event) -> None:
    assert event.topic
    noun, _, verb = event.kind().partition(".")
    assert noun
    assert verb


def test_every_event_has_a_name_of_its_own() -> None:
    kinds = [event.kind() for event in every_event()]
    assert len(kinds) == len(set(kinds))


def test_nothing_goes_out_that_does_not_say_where() -> None:
    class Lost(Event, frozen=True, kw_only=True, tag="lost.event"):
        """Forgot its topic."""

    with pytest.raises(TypeError):
        _ = Lost().topic


@pytest.mark.parametrize("event", every_event(), ids=lambda event: event.kind())
def test_what_is_personal_goes_to_one_person_and_what_is_staffs_to_staff(event: Event) -> None:
    if isinstance(event, ForModerators | StaffNoticed):
        assert event.topic == ("staff" if isinstance(event, StaffNoticed) else "moderators")
        assert event.not_for == "about"
    else:
        assert event.not_for is None
    if isinstance(event, PersonalEvent) or event.kind().startswith("you."):
        assert event.topic == user_topic("user_id")
    if isinstance(event, Entry | RoomEvent):
        assert event.topic == room_topic("room_id")
