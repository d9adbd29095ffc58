"""What changes about a person is told to that person."""

from __future__ import annotations

from rooms.event import user_topic
from rooms.people.events import YourHandle, YourRole, YourVisibility
from rooms.people.person import Role


def test_only_the_person_is_told() -> None:
    for event in (
        YourRole(user_id="u", role=Role.MODERATOR),
        YourVisibility(user_id="u", handle="anna", visible=True, reading=False),
        YourHandle(user_id="u", handle="anna"),
    ):
        assert event.topic == user_topic("u")
        assert event.not_for is None
