"""What taking and giving up a place tells, and to whom."""

from __future__ import annotations

import pytest

from rooms.chat import membership, room_store
from rooms.chat.events import MemberJoined, MemberLeft, YourMembership
from rooms.chat.membership import AdmitPerson, JoinRoom, RemovePerson
from rooms.chat.views import Access
from rooms.event import room_topic, user_topic
from tests.support.scene import Scene


def test_the_room_hears_that_and_the_person_hears_what(scene: Scene) -> None:
    scene.do(membership.join, scene.ben, JoinRoom(room_id=scene.evening))
    joined, mine = scene.heard()
    assert (type(joined), joined.topic) == (MemberJoined, room_topic(scene.evening))
    assert (type(mine), mine.topic) == (YourMembership, user_topic(scene.ben.user_id))


@pytest.mark.parametrize(
    ("door", "knows"), [(Access.OPEN, True), (Access.REQUEST, True), (Access.INVITE, False)]
)
def test_whoever_is_put_out_of_a_hidden_room_is_told_nothing_of_it(
    scene: Scene, door: Access, knows: bool
) -> None:
    made = scene.room("A room", door)
    scene.heard()
    command = RemovePerson(room_id=made, user_id=scene.anna.user_id)
    scene.do(membership.remove, scene.fay, command)
    left, mine = scene.heard()
    assert isinstance(left, MemberLeft)
    assert isinstance(mine, YourMembership)
    assert mine.membership is None
    assert (mine.room is not None) is knows


def test_a_moderator_still_knows_of_the_room_they_left(scene: Scene) -> None:
    made = scene.room("Quiet", Access.INVITE)
    scene.bring_in(scene.maria, made)
    scene.go(scene.maria, made)
    mine = scene.heard()[-1]
    assert isinstance(mine, YourMembership)
    assert mine.room is not None


def test_the_room_hears_nothing_of_waiting_and_inviting(scene: Scene) -> None:
    made = scene.room("Asked", Access.REQUEST)
    scene.heard()
    scene.do(membership.join, scene.ben, JoinRoom(room_id=made))
    scene.go(scene.ben, made)
    scene.do(membership.admit, scene.fay, AdmitPerson(room_id=made, user_id=scene.ben.user_id))
    scene.go(scene.ben, made)
    assert [event for event in scene.heard() if event.topic == room_topic(made)] == []


def test_the_latest_beginning_of_reading_is_remembered(scene: Scene) -> None:
    scene.say(scene.anna)
    scene.bring_in(scene.ben, scene.evening)
    scene.say(scene.anna)

    def joined_seq() -> int:
        head = scene.read(lambda read: room_store.head(read.sql, scene.evening))
        assert head is not None
        return head.joined_seq

    assert joined_seq() == 1
    scene.go(scene.ben, scene.evening)
    scene.bring_in(scene.ben, scene.evening)
    assert joined_seq() == 2
