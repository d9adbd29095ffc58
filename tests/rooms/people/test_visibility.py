"""Nobody's name is shown unless they choose it, and only they are told that they did."""

from __future__ import annotations

from rooms.chat import reading
from rooms.event import user_topic
from rooms.people.events import YourVisibility
from rooms.people.visibility import SetPresence, set_presence
from tests.support.scene import Scene


def test_showing_ones_name(scene: Scene) -> None:
    scene.do(set_presence, scene.anna, SetPresence(visible=True))
    (event,) = scene.heard()
    assert event == YourVisibility(
        user_id=scene.anna.user_id, handle="anna", visible=True, reading=False
    )
    assert event.topic == user_topic(scene.anna.user_id)


def test_just_reading_is_said_and_taken_back(scene: Scene) -> None:
    for wanted in (SetPresence(visible=True, reading=True), SetPresence(visible=True)):
        scene.do(set_presence, scene.anna, wanted)
        (event,) = scene.heard_of(YourVisibility)
        assert (event.visible, event.reading) == (True, wanted.reading)
        stored = scene.connection.execute("SELECT visible, reading FROM person").fetchall()
        assert (1, int(wanted.reading)) in stored


def test_a_device_learns_of_both_at_the_start(scene: Scene) -> None:
    actor = scene.anna
    shown = type(actor)(actor.user_id, actor.handle, actor.role, visible=True, reading=True)
    me = scene.ask(reading.sync, shown, reading.SyncSession()).me
    assert (me.visible, me.reading) == (True, True)


def test_the_same_again_is_not_announced(scene: Scene) -> None:
    scene.do(set_presence, scene.anna, SetPresence(visible=False))
    assert scene.heard() == []
