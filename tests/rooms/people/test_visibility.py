"""Nobody's name is shown unless they choose it, and only they are told that they did."""

from __future__ import annotations

from rooms.event import user_topic
from rooms.people.events import YourVisibility
from rooms.people.visibility import SetPresence, set_presence
from tests.support.scene import Scene


def test_showing_ones_name(scene: Scene) -> None:
    scene.do(set_presence, scene.anna, SetPresence(visible=True))
    (event,) = scene.heard()
    assert event == YourVisibility(user_id=scene.anna.user_id, handle="anna", visible=True)
    assert event.topic == user_topic(scene.anna.user_id)


def test_the_same_again_is_not_announced(scene: Scene) -> None:
    scene.do(set_presence, scene.anna, SetPresence(visible=False))
    assert scene.heard() == []
