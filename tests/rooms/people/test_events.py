"""What changes about a person is told to that person."""

from __future__ import annotations

import msgspec

from rooms.event import user_topic
from rooms.people.events import YourBlocks, YourHandle, YourRole, YourVisibility
from rooms.people.person import Role


def test_only_the_person_is_told() -> None:
    for event in (
        YourRole(user_id="u", role=Role.MODERATOR),
        YourVisibility(user_id="u", handle="anna", visible=True, reading=False),
        YourHandle(user_id="u", handle="anna"),
        YourBlocks(user_id="u", blocks=7),
    ):
        assert event.topic == user_topic("u")
        assert event.not_for is None


def test_whom_i_block_is_never_encoded() -> None:
    told = YourBlocks(user_id="u", blocks=7).about("somebody", on=True)
    assert (told.blocked_id, told.on) == ("somebody", True)
    assert b"somebody" not in msgspec.json.encode(told)
    assert told == YourBlocks(user_id="u", blocks=7)
