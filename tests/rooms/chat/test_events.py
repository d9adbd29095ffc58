"""What goes out to a room is the same for all its readers, whatever anyone may do."""

from __future__ import annotations

import pytest

from rooms.chat import events
from rooms.chat.events import Entry, LogEntry, keepers_topic, lobby_topic
from rooms.event import Event, room_topic
from tests.support.events import every_event


def test_the_log_holds_exactly_these() -> None:
    assert {kind.kind() for kind in LogEntry.__args__} == {
        "message.posted",
        "message.edited",
        "message.deleted",
        "message.hidden",
        "message.reacted",
        "room.changed",
    }
    assert set(LogEntry.__args__) == set(Entry.__subclasses__())


def test_a_room_has_three_audiences() -> None:
    topics = {room_topic("r"), lobby_topic("r"), keepers_topic("r")}
    assert len(topics) == 3


@pytest.mark.parametrize(
    ("kind", "topic"),
    [(events.RoomMoved, "lobby:room_id"), (events.JoinAsked, "keepers:room_id")],
)
def test_where_the_others_go(kind: type[Event], topic: str) -> None:
    (event,) = [event for event in every_event() if type(event) is kind]
    assert event.topic == topic
