"""A talk of two, as a room: in nobody's list, in no count, and what goes when it ends."""

from __future__ import annotations

from functools import partial

import pytest

from rooms.chat import (
    leaving,
    membership,
    membership_store,
    names,
    pins,
    retention,
    room,
    roster,
    saving,
    talks,
)
from rooms.chat.events import NamesChanged, RosterChanged, YourMembership
from rooms.chat.membership import (
    AdmitPerson,
    JoinRoom,
    LeaveRoom,
    MutePerson,
    RemovePerson,
    SetRelation,
)
from rooms.chat.room import UpdateRoom
from rooms.chat.views import Relation
from rooms.people.naming import ChangeHandle
from rooms.people.person import Actor, Role, State
from tests.support.scene import Scene


@pytest.fixture
def talk(scene: Scene) -> str:
    """Anna and Maria talk."""
    room_id = scene.write(talks.begin)
    open_to(scene, room_id, scene.anna, scene.maria)
    return room_id


def open_to(
    scene: Scene, room_id: str, member: Actor, keeper: Actor | None, *, closed: bool = False
) -> None:
    """Whose talk it is."""
    scene.write(
        lambda work: talks.belongs_to(
            work,
            room_id,
            member_id=member.user_id,
            keeper_id=None if keeper is None else keeper.user_id,
            closed=closed,
        )
    )


def _mute(room_id: str, who: Actor) -> MutePerson:
    return MutePerson(room_id=room_id, user_id=who.user_id, mute_s=9)


def test_nothing_that_keeps_a_room_in_order_is_open_in_it(scene: Scene, talk: str) -> None:
    said = scene.say(scene.anna, "hello", room_id=talk)
    about_ben = {"room_id": talk, "user_id": scene.ben.user_id}
    about_anna = {"room_id": talk, "user_id": scene.anna.user_id}
    milo = scene.person("milo", Role.MODERATOR)
    for who, code in ((scene.maria, "forbidden"), (milo, "not_found"), (scene.adam, "not_found")):
        assert scene.no(membership.admit, who, AdmitPerson(**about_ben)) == code
        assert scene.no(membership.mute, who, _mute(talk, scene.anna)) == code
        assert scene.no(membership.remove, who, RemovePerson(**about_anna, reason=None)) == code
        relation = SetRelation(**about_ben, relation=Relation.FACILITATOR)
        assert scene.no(membership.set_relation, who, relation) == code
        assert scene.no(room.update, who, UpdateRoom(room_id=talk, about="it")) == code
        pinning = pins.PinMessage(message_id=said.message_id, on=True)
        assert scene.no(pins.pin, who, pinning) == code
        keeping = saving.SaveMessage(message_id=said.message_id, on=True)
        assert scene.no(saving.save, who, keeping) == code
    assert scene.no(membership.join, milo, JoinRoom(room_id=talk)) == "not_found"
    for who in (scene.anna, scene.maria):
        assert scene.no(membership.leave, who, LeaveRoom(room_id=talk)) == "forbidden"


def test_it_is_no_room_to_be_counted_or_listed(scene: Scene, talk: str) -> None:
    for who in (scene.anna, scene.maria, scene.adam, scene.ben):
        assert talk not in repr(scene.ask(room.list_rooms, who, room.ListRooms()))
    counted = scene.read(
        lambda reader: reader.sql.one(membership_store.COUNT_ROOMS, user_id=scene.anna.user_id)
    )
    assert counted == (1,)
    assert not scene.read(
        lambda reader: membership_store.runs_a_room(reader.sql, scene.maria.user_id)
    )


def test_its_notices_go_to_the_two_whatever_else_is_closed_to_them(scene: Scene, talk: str) -> None:
    banned = Actor(scene.anna.user_id, "anna", Role.MEMBER, state=State.BANNED)
    unproven = Actor(scene.maria.user_id, "maria", Role.MODERATOR, proven=False)
    for who, rooms in ((banned, [talk]), (scene.maria, [talk]), (unproven, [])):
        found = scene.read(partial(roster.rooms_of, actor=who))
        assert found == (rooms, [])


def test_a_new_name_of_someone_in_it_is_told_to_no_other_moderator(scene: Scene, talk: str) -> None:
    scene.heard()
    scene.do(names.change_handle, scene.anna, ChangeHandle(handle="annika"))
    told = [
        event.room_id for event in scene.heard() if isinstance(event, NamesChanged | RosterChanged)
    ]
    assert told.count(talk) == 1
    assert scene.mine(scene.maria, talk).room.name == "A talk with annika"


def test_nobody_but_the_other_is_told_when_it_changes_hands(scene: Scene, talk: str) -> None:
    milo = scene.person("milo", Role.MODERATOR)
    scene.heard()
    open_to(scene, talk, scene.anna, milo)
    told = scene.heard()
    assert all(isinstance(event, YourMembership) for event in told)
    assert {event.user_id for event in told if isinstance(event, YourMembership)} == {
        scene.maria.user_id,
        scene.anna.user_id,
        milo.user_id,
    }
    open_to(scene, talk, scene.anna, milo)
    assert scene.heard() == []


def test_it_stands_in_the_export_of_the_one_and_not_of_the_other(scene: Scene, talk: str) -> None:
    scene.say(scene.anna, "words of anna", room_id=talk)
    scene.say(scene.maria, "words to anna", room_id=talk)
    for who, there in ((scene.anna, True), (scene.maria, False)):
        said = scene.read(partial(leaving.messages, user_id=who.user_id, cursor=""))
        rooms = scene.read(partial(leaving.rooms, user_id=who.user_id, cursor=""))
        assert (talk in repr(said) + repr(rooms)) is there


def test_what_was_said_goes_when_it_ends(scene: Scene, talk: str) -> None:
    scene.say(scene.anna, "words of anna", room_id=talk)
    scene.write(lambda work: talks.end(work, talk))
    scene.clock.advance(ms=1)
    cursor: str | None = ""
    while cursor is not None:
        cursor = scene.write(partial(retention.step, cursor=cursor))
    assert "words of anna" not in repr(scene.snapshot())
