"""What was decided in a room, taken back: nothing is left behind, and nothing else is touched."""

from __future__ import annotations

from rooms.chat import membership, pardoning
from rooms.chat.membership import JoinRoom, LeaveRoom, MutePerson, RemovePerson
from rooms.chat.views import Standing
from tests.support.scene import Scene


def mute(scene: Scene) -> None:
    command = MutePerson(room_id=scene.evening, user_id=scene.anna.user_id, mute_s=600)
    scene.do(membership.mute, scene.fay, command)


def remove(scene: Scene) -> None:
    command = RemovePerson(room_id=scene.evening, user_id=scene.anna.user_id)
    scene.do(membership.remove, scene.fay, command)


def give_voice(scene: Scene) -> None:
    scene.write(lambda work: pardoning.give_voice(work, scene.evening, scene.anna.user_id))


def open_door(scene: Scene) -> None:
    scene.write(lambda work: pardoning.open_door(work, scene.evening, scene.anna.user_id))


def test_whoever_was_not_held_back_is_not_told_anything(scene: Scene) -> None:
    before = scene.snapshot()
    give_voice(scene)
    open_door(scene)
    scene.write(lambda work: pardoning.give_voice(work, "no room", scene.anna.user_id))
    assert scene.snapshot() == before
    assert scene.heard() == []


def test_nothing_is_remembered_of_who_left_muted_or_was_put_out(scene: Scene) -> None:
    mute(scene)
    scene.do(membership.leave, scene.anna, LeaveRoom(room_id=scene.evening))
    give_voice(scene)
    assert all(row[1] != scene.anna.user_id for row in scene.snapshot()["membership"])
    scene.bring_in(scene.anna, scene.evening)
    remove(scene)
    open_door(scene)
    assert all(row[1] != scene.anna.user_id for row in scene.snapshot()["membership"])


def test_of_a_mute_and_being_put_out_only_the_one_that_was_taken_back_ends(scene: Scene) -> None:
    mute(scene)
    remove(scene)
    open_door(scene)
    joined = scene.do(membership.join, scene.anna, JoinRoom(room_id=scene.evening)).membership
    assert joined is not None
    assert (joined.standing, joined.muted_until is None) == (Standing.IN, False)


def test_who_asks_to_come_back_meanwhile_still_asks_and_then_has_an_open_door(
    scene: Scene,
) -> None:
    remove(scene)
    join = JoinRoom(room_id=scene.evening)
    waiting = scene.do(membership.join, scene.anna, join).membership
    assert waiting is not None
    assert waiting.standing is Standing.WAITING
    open_door(scene)
    joined = scene.do(membership.join, scene.anna, join).membership
    assert joined is not None
    assert joined.standing is Standing.IN
