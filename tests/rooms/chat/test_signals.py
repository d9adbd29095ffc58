"""Who may show that they are writing."""

from __future__ import annotations

from rooms.chat import membership, signals
from rooms.chat.membership import MutePerson
from rooms.chat.signals import SetTyping
from tests.support.scene import Scene


def test_only_whoever_could_say_something(scene: Scene) -> None:
    command = SetTyping(room_id=scene.evening, typing=True)
    scene.ask(signals.type_in, scene.anna, command)
    for actor in (scene.ben, scene.adam, scene.maria):
        assert scene.no(signals.type_in, actor, command) == "forbidden"
    muting = MutePerson(room_id=scene.evening, user_id=scene.anna.user_id, mute_s=60)
    scene.do(membership.mute, scene.fay, muting)
    assert scene.no(signals.type_in, scene.anna, command) == "muted"
    absent = SetTyping(room_id="absent", typing=True)
    assert scene.no(signals.type_in, scene.anna, absent) == "not_found"
