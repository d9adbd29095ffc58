"""What was done to messages, done again by id: it is gone as it was, and twice is once."""

from __future__ import annotations

from rooms.chat import redoing
from rooms.chat.events import MessageDeleted, MessageHidden
from rooms.people import registry
from rooms.people.person import State
from tests.support.scene import Scene


def test_words_taken_back_are_gone_again(scene: Scene) -> None:
    said = scene.say(scene.anna, "canary")
    assert scene.write(lambda work: redoing.take_back(work, said.message_id))
    assert "canary" not in str(scene.snapshot())
    deleted = scene.log(scene.fay, said.seq)[-1]
    assert isinstance(deleted, MessageDeleted)
    assert deleted.message_id == said.message_id
    before = scene.snapshot()
    assert not scene.write(lambda work: redoing.take_back(work, said.message_id))
    assert not scene.write(lambda work: redoing.take_back(work, "absent"))
    assert scene.snapshot() == before


def test_a_hidden_message_is_out_of_sight_again(scene: Scene) -> None:
    said = scene.say(scene.anna, "unkind words")
    assert scene.write(lambda work: redoing.hide(work, said.message_id, "unkind"))
    assert [message.state for message in scene.page(scene.fay)] == ["hidden"]
    assert isinstance(scene.log(scene.fay, said.seq)[-1], MessageHidden)
    before = scene.snapshot()
    assert not scene.write(lambda work: redoing.hide(work, said.message_id, "unkind"))
    assert not scene.write(lambda work: redoing.hide(work, "absent", "unkind"))
    assert scene.snapshot() == before
    assert scene.write(lambda work: redoing.take_back(work, said.message_id))
    assert "unkind words" not in str(scene.snapshot())


def test_whoever_is_leaving_does_not_get_words_back_that_they_took_back(scene: Scene) -> None:
    said = scene.say(scene.anna, "canary")
    anna = scene.anna.user_id
    scene.write(lambda work: registry.set_state(work, anna, State.ERASING))
    assert scene.write(lambda work: redoing.take_back(work, said.message_id))
    scene.write(lambda work: registry.set_state(work, anna, State.ACTIVE))
    assert [message.state for message in scene.page(scene.fay)] == ["deleted"]


def test_nothing_is_announced(scene: Scene) -> None:
    said = scene.say(scene.anna)
    scene.heard()
    scene.write(lambda work: redoing.take_back(work, said.message_id))
    assert scene.heard() == []
