"""A room that goes slowly, or rests: for everyone in it but who keeps it, and for as long."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rooms.chat import membership, pacing
from rooms.chat.events import RoomChanged
from rooms.chat.membership import JoinRoom
from rooms.chat.pacing import LockRoom, SlowRoom
from rooms.refusal import Refusal
from tests.support.scene import Scene


def slow(scene: Scene, every_s: int = 30, for_s: int | None = None) -> None:
    command = SlowRoom(room_id=scene.evening, every_s=every_s, for_s=for_s)
    scene.do(pacing.slow, scene.fay, command)


def lock(scene: Scene, for_s: int | None = None) -> None:
    command = LockRoom(room_id=scene.evening, reason="unkind", for_s=for_s)
    scene.do(pacing.lock, scene.fay, command)


def held_up(scene: Scene) -> Refusal:
    with pytest.raises(Refusal) as no:
        scene.say(scene.anna)
    return no.value


def test_one_message_and_then_a_while_with_the_words_kept(scene: Scene) -> None:
    slow(scene)
    scene.say(scene.anna)
    scene.clock.advance(s=10)
    refusal = held_up(scene)
    assert (refusal.code, refusal.retry_after_ms) == ("slow_mode", 20_000)
    scene.clock.advance(s=20)
    scene.say(scene.anna)


def test_what_was_sent_before_and_is_sent_again_is_answered_as_before(scene: Scene) -> None:
    slow(scene)
    first = scene.say(scene.anna, "hello", nonce="same")
    again = scene.say(scene.anna, "hello", nonce="same")
    assert again.message_id == first.message_id


def test_taking_words_back_makes_nobody_faster(scene: Scene) -> None:
    slow(scene)
    scene.delete(scene.anna, scene.say(scene.anna).message_id)
    assert held_up(scene).code == "slow_mode"


def test_changing_ones_words_is_not_held_up(scene: Scene) -> None:
    slow(scene)
    said = scene.say(scene.anna)
    scene.edit(scene.anna, said.message_id, "hello again")


def test_who_keeps_the_room_is_not_held_up(scene: Scene) -> None:
    slow(scene)
    lock(scene)
    for actor in (scene.fay, scene.maria):
        scene.say(actor)
        scene.say(actor)


def test_it_is_over_by_itself(scene: Scene) -> None:
    slow(scene, every_s=3600, for_s=60)
    scene.say(scene.anna)
    scene.clock.advance(s=60)
    scene.say(scene.anna)
    lock(scene, for_s=60)
    refusal = held_up(scene)
    assert (refusal.code, refusal.retry_after_ms) == ("locked", 60_000)
    scene.clock.advance(s=60)
    scene.say(scene.anna)


def test_nobody_comes_in_while_it_rests_and_what_was_said_can_be_read(scene: Scene) -> None:
    scene.say(scene.anna, "before")
    lock(scene)
    join = JoinRoom(room_id=scene.evening)
    assert scene.no(membership.join, scene.ben, join) == "locked"
    assert [said.body for said in scene.page(scene.anna)] == ["before"]
    scene.do(pacing.lock, scene.fay, LockRoom(room_id=scene.evening))
    scene.do(membership.join, scene.ben, join)
    scene.say(scene.ben)


def test_everyone_in_it_is_told_how_it_is_and_the_same_again_tells_nothing(scene: Scene) -> None:
    lock(scene)
    (told,) = scene.heard_of(RoomChanged)
    assert told.room.lock is not None
    assert (told.room.lock.reason, told.room.lock.until) == ("unkind", None)
    lock(scene)
    assert scene.heard() == []
    slow(scene, every_s=30, for_s=600)
    (told,) = scene.heard_of(RoomChanged)
    assert told.room.slow is not None
    assert told.room.slow.until == scene.clock() + 600_000
    slow(scene, every_s=0)
    (told,) = scene.heard_of(RoomChanged)
    assert told.room.slow is None


def test_only_who_keeps_it_decides(scene: Scene) -> None:
    for actor in (scene.anna, scene.ben, scene.adam):
        command = SlowRoom(room_id=scene.evening, every_s=30)
        assert scene.no(pacing.slow, actor, command) == "forbidden"
        rest = LockRoom(room_id=scene.evening, reason="unkind")
        assert scene.no(pacing.lock, actor, rest) == "forbidden"


@given(st.lists(st.integers(min_value=1, max_value=90), min_size=1, max_size=12))
def test_however_someone_hurries_there_is_a_pace_between_two_messages(pauses: list[int]) -> None:
    scene = Scene()
    slow(scene)
    said_at: list[int] = []
    waits: list[int | None] = []
    for pause in pauses:
        scene.clock.advance(s=pause)
        try:
            scene.say(scene.anna)
        except Refusal as refusal:
            waits.append(refusal.retry_after_ms)
        else:
            said_at.append(scene.clock())
    between = [later - before for before, later in pairwise(said_at)]
    assert all(each >= 30_000 for each in between)
    assert all(wait_ms is not None and 0 < wait_ms <= 30_000 for wait_ms in waits)
    scene.close()
