"""The doors: what is hidden and what is absent look alike; what is seen may still be forbidden."""

from __future__ import annotations

import pytest

from rooms.chat import access, log, membership, room
from rooms.chat.log import LogAfter, LogBefore, LogSince
from rooms.chat.membership import AdmitPerson, RemovePerson
from rooms.chat.room import OpenRoom, UpdateRoom
from rooms.chat.views import Access
from tests.support.ids import id_of
from tests.support.scene import Scene


@pytest.mark.parametrize("door", [Access.OPEN, Access.REQUEST])
def test_a_room_that_can_be_seen_is_forbidden_to_strangers(scene: Scene, door: Access) -> None:
    seen = scene.room("Seen", door)
    assert scene.no(room.open_room, scene.ben, OpenRoom(room_id=seen)) == "forbidden"
    assert scene.no(room.open_room, scene.adam, OpenRoom(room_id=seen)) == "forbidden"


def test_a_hidden_room_is_not_there(scene: Scene) -> None:
    quiet = scene.room("Quiet", Access.INVITE)
    hidden = scene.refusal(room.open_room, scene.ben, OpenRoom(room_id=quiet))
    absent = scene.refusal(room.open_room, scene.ben, OpenRoom(room_id=id_of("absent")))
    assert (hidden.code, hidden.field, hidden.message) == (
        absent.code,
        absent.field,
        absent.message,
    )
    assert hidden.code == "not_found"
    assert scene.no(room.open_room, scene.adam, OpenRoom(room_id=quiet)) == "forbidden"
    assert scene.ask(room.open_room, scene.maria, OpenRoom(room_id=quiet)).membership is None


def test_whoever_is_invited_knows_of_the_room_but_does_not_read_it(scene: Scene) -> None:
    quiet = scene.room("Quiet", Access.INVITE)
    invitation = AdmitPerson(room_id=quiet, user_id=scene.ben.user_id)
    scene.do(membership.admit, scene.fay, invitation)
    assert scene.no(room.open_room, scene.ben, OpenRoom(room_id=quiet)) == "forbidden"


def test_whoever_was_removed_from_a_hidden_room_knows_nothing_of_it(scene: Scene) -> None:
    quiet = scene.room("Quiet", Access.INVITE)
    scene.do(membership.remove, scene.fay, RemovePerson(room_id=quiet, user_id=scene.anna.user_id))
    assert scene.no(room.open_room, scene.anna, OpenRoom(room_id=quiet)) == "not_found"


def test_a_room_made_private_is_gone_for_strangers_at_once(scene: Scene) -> None:
    assert scene.no(room.open_room, scene.ben, OpenRoom(room_id=scene.evening)) == "forbidden"
    scene.do(room.update, scene.fay, UpdateRoom(room_id=scene.evening, access=Access.INVITE))
    assert scene.no(room.open_room, scene.ben, OpenRoom(room_id=scene.evening)) == "not_found"
    assert scene.ask(room.open_room, scene.anna, OpenRoom(room_id=scene.evening)).head == 1


@pytest.mark.parametrize("reader", ["ben", "adam"])
def test_every_way_of_reading_has_the_same_door(scene: Scene, reader: str) -> None:
    actor = getattr(scene, reader)
    since = LogSince(room_id=scene.evening, epoch=scene.epoch, seq=0)
    assert scene.no(log.since, actor, since) == "forbidden"
    assert scene.no(log.before, actor, LogBefore(room_id=scene.evening, seq=9)) == "forbidden"
    assert scene.no(log.after, actor, LogAfter(room_id=scene.evening, seq=0)) == "forbidden"


def test_an_old_message_is_not_there_for_whoever_came_later(scene: Scene) -> None:
    said = scene.say(scene.anna)
    scene.bring_in(scene.ben, scene.evening)
    refusal = scene.refused(
        lambda work: access.message_for_reading(work, scene.ben, said.message_id)
    )
    assert (refusal.code, refusal.field) == ("not_found", "message_id")
    for actor in (scene.anna, scene.fay, scene.maria):
        found = scene.read(
            lambda read: access.message_for_reading(read, actor, said.message_id)  # noqa: B023
        )
        assert found[1].body == "hello"


def test_a_tombstone_is_not_a_message(scene: Scene) -> None:
    said = scene.say(scene.anna)
    scene.delete(scene.anna, said.message_id)
    refusal = scene.refused(
        lambda work: access.message_for_reading(work, scene.fay, said.message_id)
    )
    assert refusal.code == "not_found"
    found = scene.read(lambda read: access.message_in_log(read, scene.fay, said.message_id))
    assert found[1].seq == said.seq
