"""Rooms are made, changed and shown to whom they may be shown."""

from __future__ import annotations

import msgspec
import pytest

from rooms.chat import log, membership, posting, reactions, room
from rooms.chat.events import RoomChanged, YourMembership
from rooms.chat.membership import AdmitPerson, JoinRoom, LeaveRoom
from rooms.chat.room import CreateRoom, ListRooms, OpenRoom, Position, UpdateRoom
from rooms.chat.views import Access, Relation, Standing
from rooms.event import room_topic, user_topic
from rooms.paging import ANSWER_MAX_BYTES
from rooms.people.person import Actor
from tests.support.scene import Scene, post


def creating(nonce: str = "n", name: str = "Morning", **more: object) -> CreateRoom:
    """A room to be made."""
    return CreateRoom(nonce=nonce, name=name, access=Access.OPEN, **more)  # type: ignore[arg-type]


def opened(scene: Scene, actor: Actor, *, seq: int | None = None) -> room.OpenedRoom:
    """The evening room on someone's screen."""
    since = None if seq is None else Position(epoch=scene.epoch, seq=seq)
    return scene.ask(room.open_room, actor, OpenRoom(room_id=scene.evening, since=since))


# Making


@pytest.mark.parametrize("creator", ["maria", "fay"])
def test_who_makes_a_room_keeps_it(scene: Scene, creator: str) -> None:
    actor = getattr(scene, creator)
    made = scene.do(room.create, actor, creating(guidelines="Be kind."))
    assert made.membership is not None
    assert made.membership.relation is Relation.FACILITATOR
    assert made.membership.standing is Standing.IN
    assert made.room.guidelines_version == 1
    assert made.room.retention_days == 90
    (event,) = scene.heard()
    assert isinstance(event, YourMembership)
    assert event.topic == user_topic(actor.user_id)
    assert scene.say(actor, room_id=made.room.room_id).seq == 1


def test_an_administrator_makes_rooms_for_others(scene: Scene) -> None:
    made = scene.do(room.create, scene.adam, creating())
    assert made.membership is None
    listing = OpenRoom(room_id=made.room.room_id)
    assert scene.no(room.open_room, scene.adam, listing) == "forbidden"


@pytest.mark.parametrize("creator", ["anna", "ben"])
def test_members_make_no_rooms(scene: Scene, creator: str) -> None:
    assert scene.no(room.create, getattr(scene, creator), creating()) == "forbidden"


def test_a_room_is_made_once_for_each_nonce(scene: Scene) -> None:
    first = scene.do(room.create, scene.maria, creating())
    scene.heard()
    assert scene.do(room.create, scene.maria, creating()) == first
    assert scene.heard() == []
    assert scene.no(room.create, scene.maria, creating(name="Other")) == "idempotency_conflict"
    assert scene.do(room.create, scene.fay, creating()).room.room_id != first.room.room_id


@pytest.mark.parametrize(
    ("given", "code", "field"),
    [
        ({"name": "   "}, "too_short", "name"),
        ({"name": "\u200b"}, "too_short", "name"),
        ({"name": "a\x00"}, "bad_unicode", "name"),
        ({"about": "a\x00"}, "bad_unicode", "about"),
        ({"guidelines": "e" + "\u0301" * 99}, "too_many_marks", "guidelines"),
    ],
)
def test_what_a_room_can_not_be_called(
    scene: Scene, given: dict[str, str], code: str, field: str
) -> None:
    refusal = scene.refusal(room.create, scene.maria, creating(**given))
    assert (refusal.code, refusal.field) == (code, field)


def test_the_site_may_keep_less(scene: Scene) -> None:
    made = scene.write(lambda work: room.create(work, scene.maria, creating(), retention_days=30))
    assert made.room.retention_days == 30


# Changing


def test_a_change_is_an_entry_of_the_log(scene: Scene) -> None:
    changed = scene.do(
        room.update,
        scene.fay,
        UpdateRoom(room_id=scene.evening, name=" Late ", guidelines="Be kind."),
    )
    assert (changed.room.name, changed.room.guidelines_version) == ("Late", 1)
    (event,) = scene.heard()
    assert isinstance(event, RoomChanged)
    assert event.topic == room_topic(scene.evening)
    assert (event.seq, event.room) == (1, changed.room)
    assert scene.say(scene.anna).seq == 2


def test_a_change_to_the_same_is_none(scene: Scene) -> None:
    command = UpdateRoom(room_id=scene.evening, name="Evening", about="", access=Access.OPEN)
    scene.do(room.update, scene.fay, command)
    assert scene.heard() == []
    assert opened(scene, scene.anna).head == 0


def test_new_guidelines_are_a_new_version(scene: Scene) -> None:
    for version in (1, 2):
        command = UpdateRoom(room_id=scene.evening, guidelines=f"Version {version}.")
        assert scene.do(room.update, scene.fay, command).room.guidelines_version == version
    again = UpdateRoom(room_id=scene.evening, guidelines="Version 2.", name="Late")
    assert scene.do(room.update, scene.fay, again).room.guidelines_version == 2


def test_a_closed_room_can_be_read_and_nothing_more(scene: Scene) -> None:
    said = scene.say(scene.anna, "kept")
    closing = UpdateRoom(room_id=scene.evening, closed=True)
    assert scene.do(room.update, scene.fay, closing).room.closed
    assert opened(scene, scene.anna).room.closed
    assert [each.body for each in scene.page(scene.anna)] == ["kept"]
    what = posting.PostMessage(room_id=scene.evening, nonce="n", body="one more")
    for actor in (scene.anna, scene.fay, scene.maria):
        refused = scene.refusal(post, actor, what)
        assert (refused.code, refused.field) == ("closed", "room_id")
    hug = reactions.React(message_id=said.message_id, reaction="hug", on=True)
    assert scene.no(reactions.react, scene.anna, hug) == "closed"
    join = membership.JoinRoom(room_id=scene.evening)
    assert scene.no(membership.join, scene.ben, join) == "closed"
    assert scene.do(membership.join, scene.anna, join).membership is not None, "she is in"
    scene.delete(scene.anna, said.message_id)
    scene.go(scene.anna, scene.evening)


def test_a_closed_room_is_offered_to_nobody_new(scene: Scene) -> None:
    def offered(actor: Actor) -> list[str]:
        return [each.room.name for each in scene.ask(room.list_rooms, actor, ListRooms()).rooms]

    scene.do(room.update, scene.maria, UpdateRoom(room_id=scene.evening, closed=True))
    assert offered(scene.ben) == []
    assert offered(scene.anna) == offered(scene.maria) == offered(scene.adam) == ["Evening"]
    scene.do(room.update, scene.adam, UpdateRoom(room_id=scene.evening, closed=False))
    assert offered(scene.ben) == ["Evening"]
    scene.say(scene.anna, "open again")


def test_who_may_change_a_room(scene: Scene) -> None:
    command = UpdateRoom(room_id=scene.evening, name="Mine")
    assert scene.no(room.update, scene.anna, command) == "forbidden"
    assert scene.no(room.update, scene.ben, command) == "forbidden"
    quiet = scene.room("Quiet", Access.INVITE)
    assert scene.no(room.update, scene.ben, UpdateRoom(room_id=quiet, name="x")) == "not_found"
    for number, actor in enumerate((scene.fay, scene.maria, scene.adam)):
        command = UpdateRoom(room_id=scene.evening, name=f"Name {number}")
        assert scene.do(room.update, actor, command).room.name == f"Name {number}"


# Listing


def names(scene: Scene, actor: Actor) -> list[str]:
    """The rooms someone sees."""
    return [listed.room.name for listed in scene.ask(room.list_rooms, actor, ListRooms()).rooms]


def test_everyone_sees_what_they_may_know_of(scene: Scene) -> None:
    scene.room("Zzz", Access.REQUEST)
    scene.room("Quiet", Access.INVITE)
    assert names(scene, scene.ben) == ["Evening", "Zzz"]
    for actor in (scene.anna, scene.fay, scene.maria, scene.adam):
        assert names(scene, actor) == ["Evening", "Quiet", "Zzz"]


def test_an_invitation_shows_a_hidden_room_until_it_is_declined(scene: Scene) -> None:
    quiet = scene.room("Quiet", Access.INVITE)
    invitation = AdmitPerson(room_id=quiet, user_id=scene.ben.user_id)
    scene.do(membership.admit, scene.fay, invitation)
    assert names(scene, scene.ben) == ["Evening", "Quiet"]
    listed = scene.ask(room.list_rooms, scene.ben, ListRooms()).rooms[1]
    assert listed.membership is not None
    assert listed.membership.standing is Standing.INVITED
    scene.do(membership.leave, scene.ben, LeaveRoom(room_id=quiet))
    assert names(scene, scene.ben) == ["Evening"]


def test_many_rooms_come_in_pages_of_bounded_size(scene: Scene) -> None:
    expected = ["Evening"]
    for number in range(60):
        scene.do(
            room.create,
            scene.adam,
            creating(nonce=f"r{number}", name=f"Room {number:02}", guidelines="😀" * 4000),
        )
        expected.append(f"Room {number:02}")
    seen: list[str] = []
    cursor = None
    while True:
        page = scene.ask(room.list_rooms, scene.ben, ListRooms(cursor=cursor))
        assert len(msgspec.json.encode(page)) < ANSWER_MAX_BYTES
        seen += [listed.room.name for listed in page.rooms]
        cursor = page.cursor
        if cursor is None:
            break
    assert seen == expected


def test_a_cursor_that_leads_nowhere_ends(scene: Scene) -> None:
    assert scene.no(room.list_rooms, scene.ben, ListRooms(cursor="%%")) == "out_of_range"


# Opening


def test_an_opened_room_shows_everything_a_screen_needs(scene: Scene) -> None:
    scene.bring_in(scene.maria, scene.evening)
    scene.say(scene.fay)
    found = opened(scene, scene.anna)
    assert found.room.name == "Evening"
    assert found.membership is not None
    assert found.membership.from_seq == 0
    assert [(person.handle, person.badge) for person in found.staff] == [
        ("fay", "facilitator"),
        ("maria", "moderator"),
    ]
    assert (found.epoch, found.head, found.posts, found.last_read) == (scene.epoch, 1, 1, 0)
    assert [entry.seq for entry in found.entries] == [1]
    assert (found.more, found.reset, found.here, found.shown) == (False, False, 0, [])


def test_a_client_goes_on_from_where_it_was(scene: Scene) -> None:
    for number in range(3):
        scene.say(scene.anna, str(number))
    found = opened(scene, scene.anna, seq=1)
    assert [entry.seq for entry in found.entries] == [2, 3]
    assert (found.reset, found.more) == (False, False)
    assert opened(scene, scene.anna, seq=3).entries == []


def test_a_client_that_can_not_go_on_starts_with_the_newest(scene: Scene) -> None:
    scene.say(scene.anna)
    found = opened(scene, scene.anna, seq=7)
    assert found.reset
    assert [entry.seq for entry in found.entries] == [1]


def test_only_the_newest_are_shown_at_first(scene: Scene) -> None:
    for number in range(room.NEWEST + 1):
        scene.say(scene.anna, str(number))
    found = opened(scene, scene.anna)
    assert [entry.seq for entry in found.entries] == list(range(2, room.NEWEST + 2))
    assert found.more


def test_whoever_comes_in_sees_nothing_from_before(scene: Scene) -> None:
    scene.say(scene.anna)
    scene.bring_in(scene.ben, scene.evening)
    assert opened(scene, scene.ben).entries == []
    assert not opened(scene, scene.ben).more
    assert opened(scene, scene.ben, seq=0).reset


# The last day


def _shows_last_day(scene: Scene) -> None:
    scene.do(room.update, scene.fay, UpdateRoom(room_id=scene.evening, shows_last_day=True))


def test_an_open_room_may_show_its_last_day(scene: Scene) -> None:
    _shows_last_day(scene)
    scene.say(scene.anna, "two days ago")
    scene.clock.advance(days=2)
    scene.say(scene.anna, "an hour ago")
    scene.clock.advance(minutes=60)
    scene.bring_in(scene.ben, scene.evening)
    assert [shown.body for shown in scene.page(scene.ben)] == ["an hour ago"]
    assert scene.mine(scene.ben).unread == 0


def test_what_was_said_before_a_room_showed_its_last_day_stays_unshown(scene: Scene) -> None:
    scene.say(scene.anna, "under the old rule")
    _shows_last_day(scene)
    scene.say(scene.anna, "under the new rule")
    scene.bring_in(scene.ben, scene.evening)
    assert [shown.body for shown in scene.page(scene.ben)] == ["under the new rule"]


@pytest.mark.parametrize("door", [Access.REQUEST, Access.INVITE])
def test_a_closed_door_shows_nothing_from_before(scene: Scene, door: Access) -> None:
    made = scene.room("Closed", door, shows_last_day=True)
    scene.say(scene.anna, "for those who were there", room_id=made)
    scene.bring_in(scene.ben, made)
    assert scene.page(scene.ben, room_id=made) == []


def test_a_room_opened_up_shows_nothing_of_its_closed_days(scene: Scene) -> None:
    made = scene.room("Closed", Access.INVITE, shows_last_day=True)
    scene.say(scene.anna, "for those who were there", room_id=made)
    scene.do(room.update, scene.fay, UpdateRoom(room_id=made, access=Access.OPEN))
    scene.do(membership.join, scene.ben, JoinRoom(room_id=made))
    assert scene.page(scene.ben, room_id=made) == []
    assert scene.ask(
        log.since, scene.ben, log.LogSince(room_id=made, epoch=scene.epoch, seq=0)
    ).reset
