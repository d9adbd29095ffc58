"""Ways in and out of a room, and who decides about others."""

from __future__ import annotations

import msgspec
import pytest

from rooms.chat import membership, room, roster
from rooms.chat.events import (
    JoinAsked,
    MemberJoined,
    MemberLeft,
    NamesChanged,
    YourMembership,
    keepers_topic,
)
from rooms.chat.membership import (
    ROOMS_MAX,
    AdmitPerson,
    JoinRoom,
    LeaveRoom,
    MutePerson,
    RefusePerson,
    RemovePerson,
    SetRelation,
)
from rooms.chat.room import UpdateRoom
from rooms.chat.roster import ListMembers
from rooms.chat.views import Access, MembershipView, MemberView, Relation, Standing
from rooms.event import Event, room_topic, user_topic
from rooms.people.person import Actor, Role
from tests.rooms.chat.test_roster import names_of
from tests.support.ids import id_of
from tests.support.scene import Scene

FACILITATOR, MEMBER = Relation.FACILITATOR, Relation.MEMBER


def joining(
    scene: Scene, actor: Actor, room_id: str, version: int | None = None
) -> MembershipView | None:
    """Someone asks to come in."""
    command = JoinRoom(room_id=room_id, guidelines_version=version)
    return scene.do(membership.join, actor, command).membership


def naming(
    scene: Scene, by: Actor, whom: Actor, relation: Relation, room_id: str = ""
) -> MemberView | None:
    """Someone is made facilitator, or member again."""
    command = SetRelation(room_id=room_id or scene.evening, user_id=whom.user_id, relation=relation)
    return scene.do(membership.set_relation, by, command).member


# Coming in


def test_an_open_door(scene: Scene) -> None:
    scene.say(scene.anna)
    found = joining(scene, scene.ben, scene.evening)
    assert found == MembershipView(
        room_id=scene.evening,
        standing=Standing.IN,
        relation=MEMBER,
        from_seq=1,
        muted_until=None,
    )
    joined, mine = scene.heard()[-2:]
    assert joined == MemberJoined(room_id=scene.evening, member=None)
    assert joined.topic == room_topic(scene.evening)
    assert isinstance(mine, YourMembership)
    assert mine.topic == user_topic(scene.ben.user_id)
    assert mine.membership == found


def test_coming_in_twice_is_coming_in_once(scene: Scene) -> None:
    found = joining(scene, scene.ben, scene.evening)
    scene.say(scene.anna)
    scene.heard()
    assert joining(scene, scene.ben, scene.evening) == found
    assert scene.heard() == []


def test_a_name_is_shown_only_to_be_seen(scene: Scene) -> None:
    vera = scene.person("vera", visible=True)
    joining(scene, vera, scene.evening)
    joined = scene.heard_of(MemberJoined)[0]
    assert joined.member is not None
    assert joined.member.person.handle == "vera"
    scene.go(vera, scene.evening)
    assert scene.heard_of(MemberLeft)[0].user_id == vera.user_id
    joining(scene, scene.ben, scene.evening)
    scene.go(scene.ben, scene.evening)
    assert scene.ben.user_id not in repr(
        [event for event in scene.heard() if event.topic == room_topic(scene.evening)]
    )


def test_guidelines_are_accepted_on_entry(scene: Scene) -> None:
    made = scene.room("Guided", guidelines="Be kind.", members=())
    for version in (None, 0, 2):
        refusal = scene.refusal(
            membership.join, scene.ben, JoinRoom(room_id=made, guidelines_version=version)
        )
        assert (refusal.code, refusal.field) == ("guidelines_first", "guidelines_version")
    assert joining(scene, scene.ben, made, 1) is not None
    scene.do(room.update, scene.fay, UpdateRoom(room_id=made, guidelines="Be kinder."))
    assert scene.say(scene.ben, room_id=made).seq == 2
    scene.go(scene.ben, made)
    assert scene.no(membership.join, scene.ben, JoinRoom(room_id=made, guidelines_version=1)) == (
        "guidelines_first"
    )


def test_asking_to_come_in(scene: Scene) -> None:
    made = scene.room("Asked", Access.REQUEST, guidelines="Be kind.", members=())
    assert scene.no(membership.join, scene.ben, JoinRoom(room_id=made)) == "guidelines_first"
    scene.heard()
    found = joining(scene, scene.ben, made, 1)
    assert found is not None
    assert found.standing is Standing.WAITING
    told, asked = scene.heard()
    assert isinstance(told, YourMembership)
    assert asked == JoinAsked(room_id=made)
    assert asked.topic == keepers_topic(made)
    assert joining(scene, scene.ben, made) == found
    assert scene.heard() == []
    scene.say(scene.fay, room_id=made)
    let_in = scene.do(
        membership.admit, scene.fay, AdmitPerson(room_id=made, user_id=scene.ben.user_id)
    ).member
    assert let_in is not None
    assert let_in.standing is Standing.IN
    mine = scene.heard_of(YourMembership)[-1].membership
    assert mine is not None
    assert (mine.standing, mine.from_seq) == (Standing.IN, 1)


def test_a_no_to_whoever_waits(scene: Scene) -> None:
    made = scene.room("Asked", Access.REQUEST, members=())
    joining(scene, scene.ben, made)
    scene.heard()
    command = RefusePerson(room_id=made, user_id=scene.ben.user_id)
    assert scene.do(membership.refuse, scene.fay, command).member is None
    (told,) = scene.heard()
    assert isinstance(told, YourMembership)
    assert told.membership is None
    assert told.room is not None
    assert scene.do(membership.refuse, scene.fay, command).member is None
    assert scene.heard() == []


def test_a_no_does_not_put_out_whoever_is_in(scene: Scene) -> None:
    command = RefusePerson(room_id=scene.evening, user_id=scene.anna.user_id)
    member = scene.do(membership.refuse, scene.fay, command).member
    assert member is not None
    assert member.standing is Standing.IN


def test_a_hidden_room_is_entered_by_invitation(scene: Scene) -> None:
    quiet = scene.room("Quiet", Access.INVITE, members=())
    assert scene.no(membership.join, scene.ben, JoinRoom(room_id=quiet)) == "not_found"
    invited = scene.do(
        membership.admit, scene.fay, AdmitPerson(room_id=quiet, user_id=scene.ben.user_id)
    ).member
    assert invited is not None
    assert invited.standing is Standing.INVITED
    told = scene.heard_of(YourMembership)[-1]
    assert told.room is not None
    assert told.room.name == "Quiet"
    found = joining(scene, scene.ben, quiet)
    assert found is not None
    assert found.standing is Standing.IN


def test_an_invitation_taken_back(scene: Scene) -> None:
    quiet = scene.room("Quiet", Access.INVITE, members=())
    target = {"room_id": quiet, "user_id": scene.ben.user_id}
    scene.do(membership.admit, scene.fay, AdmitPerson(**target))
    scene.do(membership.refuse, scene.fay, RefusePerson(**target))
    told = scene.heard_of(YourMembership)[-1]
    assert (told.room, told.membership) == (None, None)
    assert scene.no(membership.join, scene.ben, JoinRoom(room_id=quiet)) == "not_found"


def test_administrators_enter_no_room(scene: Scene) -> None:
    assert scene.no(membership.join, scene.adam, JoinRoom(room_id=scene.evening)) == "forbidden"
    inviting = AdmitPerson(room_id=scene.evening, user_id=scene.adam.user_id)
    assert scene.no(membership.admit, scene.fay, inviting) == "forbidden"


def test_moderators_come_in_wherever_they_are_needed(scene: Scene) -> None:
    for door in Access:
        made = scene.room(f"Door {door}", door, members=())
        found = joining(scene, scene.maria, made)
        assert found is not None
        assert (found.standing, found.from_seq) == (Standing.IN, 0)


def test_nobody_is_in_more_rooms_than_fit(scene: Scene) -> None:
    made = ""
    for number in range(ROOMS_MAX):
        made = scene.do(
            room.create,
            scene.adam,
            room.CreateRoom(nonce=f"r{number}", name="A room", access=Access.REQUEST),
        ).room.room_id
        joining(scene, scene.ben, made)
    command = JoinRoom(room_id=scene.evening)
    assert scene.no(membership.join, scene.ben, command) == "too_many"
    scene.go(scene.ben, made)
    assert joining(scene, scene.ben, scene.evening) is not None


# Going


def test_going_leaves_nothing_behind(scene: Scene) -> None:
    scene.say(scene.fay, "@anna")
    scene.heard()
    scene.go(scene.anna, scene.evening)
    left, mine = scene.heard()
    assert left == MemberLeft(room_id=scene.evening, user_id=None)
    assert isinstance(mine, YourMembership)
    assert mine.membership is None
    assert scene.anna.user_id not in repr(scene.snapshot()["membership"])
    assert scene.snapshot()["mention"] == []
    scene.go(scene.anna, scene.evening)
    assert scene.heard() == []


def test_a_room_that_others_are_in_needs_a_keeper(scene: Scene) -> None:
    command = LeaveRoom(room_id=scene.evening)
    assert scene.no(membership.leave, scene.fay, command) == "last_facilitator"
    demotion = SetRelation(room_id=scene.evening, user_id=scene.fay.user_id, relation=MEMBER)
    assert scene.no(membership.set_relation, scene.maria, demotion) == "last_facilitator"
    naming(scene, scene.maria, scene.anna, FACILITATOR)
    scene.go(scene.fay, scene.evening)
    assert scene.no(membership.leave, scene.fay, LeaveRoom(room_id="absent")) == "not_found"


def test_whoever_is_alone_may_go(scene: Scene) -> None:
    scene.go(scene.anna, scene.evening)
    scene.go(scene.fay, scene.evening)
    rooms, kept = scene.read(lambda read: roster.rooms_of(read, scene.fay))
    assert scene.evening not in rooms
    assert scene.evening not in kept


# Deciding about others


def test_whoever_was_put_out_has_to_ask_even_at_an_open_door(scene: Scene) -> None:
    scene.heard()
    command = RemovePerson(room_id=scene.evening, user_id=scene.anna.user_id)
    assert scene.do(membership.remove, scene.fay, command).member is None
    left, told = scene.heard()
    assert isinstance(left, MemberLeft)
    assert isinstance(told, YourMembership)
    assert told.membership is None
    assert scene.do(membership.remove, scene.fay, command).member is None
    assert scene.heard() == []
    found = joining(scene, scene.anna, scene.evening)
    assert found is not None
    assert found.standing is Standing.WAITING
    assert names_of(scene, scene.fay) == ["anna", "fay"]
    assert names_of(scene, scene.maria, Standing.IN) == ["fay"]


def test_asking_and_going_does_not_shake_off_a_removal(scene: Scene) -> None:
    command = RemovePerson(room_id=scene.evening, user_id=scene.anna.user_id)
    scene.do(membership.remove, scene.fay, command)
    joining(scene, scene.anna, scene.evening)
    scene.go(scene.anna, scene.evening)
    found = joining(scene, scene.anna, scene.evening)
    assert found is not None
    assert found.standing is Standing.WAITING


def test_a_removed_facilitator_comes_back_as_a_member(scene: Scene) -> None:
    naming(scene, scene.maria, scene.anna, FACILITATOR)
    target = {"room_id": scene.evening, "user_id": scene.anna.user_id}
    scene.do(membership.remove, scene.maria, RemovePerson(**target, reason=None))
    joining(scene, scene.anna, scene.evening)
    member = scene.do(membership.admit, scene.fay, AdmitPerson(**target)).member
    assert member is not None
    assert member.relation is MEMBER


def test_a_mute_ends_by_itself_and_not_by_going(scene: Scene) -> None:
    muting = MutePerson(
        room_id=scene.evening, user_id=scene.anna.user_id, mute_s=600, reason="unkind"
    )
    member = scene.do(membership.mute, scene.fay, muting).member
    assert member is not None
    assert member.muted_until == scene.clock() + 600_000
    told = scene.heard_of(YourMembership)[-1].membership
    assert told is not None
    assert (told.muted_until, told.muted_for) == (member.muted_until, "unkind")
    scene.go(scene.anna, scene.evening)
    found = joining(scene, scene.anna, scene.evening)
    assert found is not None
    assert (found.muted_until, found.muted_for) == (member.muted_until, "unkind")
    assert scene.mine(scene.anna).membership == found
    scene.clock.advance(minutes=10)
    mine = scene.mine(scene.anna).membership
    assert (mine.muted_until, mine.muted_for) == (None, None)


def test_a_mute_taken_back(scene: Scene) -> None:
    member = None
    told = []
    for mute_s, reason in ((600, "unkind"), (600, "off_topic"), (600, "off_topic"), (0, None)):
        target = {"room_id": scene.evening, "user_id": scene.anna.user_id}
        muting = msgspec.convert({**target, "mute_s": mute_s, "reason": reason}, MutePerson)
        member = scene.do(membership.mute, scene.fay, muting).member
        told.append(scene.mine(scene.anna).membership.muted_for)
    assert member is not None
    assert member.muted_until is None
    assert told == ["unkind", "off_topic", "off_topic", None]
    assert len(scene.heard_of(YourMembership)) == 3, "the same again is no news"
    scene.say(scene.anna)


def test_who_may_restrain_whom(scene: Scene) -> None:
    zoe = scene.person("zoe", Role.MODERATOR)
    for actor in (scene.ben, scene.maria, zoe):
        joining(scene, actor, scene.evening)
    naming(scene, scene.maria, scene.ben, FACILITATOR)

    def both(by: Actor, whom: Actor) -> set[str]:
        target = {"room_id": scene.evening, "user_id": whom.user_id}
        return {
            scene.no(membership.remove, by, RemovePerson(**target, reason=None)),
            scene.no(membership.mute, by, MutePerson(**target, mute_s=60, reason=None)),
        }

    for by, whom in [
        (scene.anna, scene.ben),
        (scene.anna, scene.anna),
        (scene.fay, scene.fay),
        (scene.fay, scene.ben),
        (scene.fay, scene.maria),
        (scene.maria, zoe),
        (scene.maria, scene.maria),
        (scene.adam, scene.anna),
    ]:
        assert both(by, whom) == {"forbidden"}, (by.handle, whom.handle)
    target = {"room_id": scene.evening, "user_id": scene.fay.user_id}
    scene.do(membership.mute, scene.maria, MutePerson(**target, mute_s=60, reason=None))
    scene.do(membership.remove, scene.maria, RemovePerson(**target, reason=None))


@pytest.mark.parametrize("whom", ["absent", "ben"])
def test_nobody_is_restrained_who_is_not_there(scene: Scene, whom: str) -> None:
    target = {"room_id": scene.evening, "user_id": id_of(whom)}
    assert (
        scene.no(membership.remove, scene.fay, RemovePerson(**target, reason=None)) == "not_found"
    )
    assert (
        scene.no(membership.mute, scene.fay, MutePerson(**target, mute_s=1, reason=None))
        == "not_found"
    )


def test_strangers_decide_nothing_about_a_hidden_room(scene: Scene) -> None:
    quiet = scene.room("Quiet", Access.INVITE)
    target = {"room_id": quiet, "user_id": scene.anna.user_id}
    for refused in (
        scene.no(membership.admit, scene.ben, AdmitPerson(**target)),
        scene.no(membership.refuse, scene.ben, RefusePerson(**target)),
        scene.no(membership.remove, scene.ben, RemovePerson(**target, reason=None)),
        scene.no(membership.mute, scene.ben, MutePerson(**target, mute_s=1, reason=None)),
        scene.no(membership.set_relation, scene.ben, SetRelation(**target, relation=MEMBER)),
        scene.no(roster.list_members, scene.ben, ListMembers(room_id=quiet)),
    ):
        assert refused == "not_found"


def test_members_and_administrators_admit_nobody(scene: Scene) -> None:
    target = {"room_id": scene.evening, "user_id": scene.ben.user_id}
    for actor in (scene.anna, scene.adam, scene.ben):
        assert scene.no(membership.admit, actor, AdmitPerson(**target)) == "forbidden"
        assert scene.no(membership.refuse, actor, RefusePerson(**target)) == "forbidden"
    absent = AdmitPerson(room_id=scene.evening, user_id=id_of("absent"))
    assert scene.no(membership.admit, scene.fay, absent) == "not_found"


def test_only_moderators_and_administrators_name_facilitators(scene: Scene) -> None:
    command = SetRelation(room_id=scene.evening, user_id=scene.anna.user_id, relation=FACILITATOR)
    for actor in (scene.anna, scene.fay, scene.ben):
        assert scene.no(membership.set_relation, actor, command) == "forbidden"
    for by in (scene.maria, scene.adam):
        for relation in (FACILITATOR, MEMBER):
            member = naming(scene, by, scene.anna, relation)
            assert member is not None
            assert member.relation is relation
            told = scene.heard_of(YourMembership)[-1].membership
            assert told is not None
            assert told.relation is relation


def test_the_room_is_told_to_read_again_who_keeps_it(scene: Scene) -> None:
    def told() -> list[str]:
        return [each.room_id for each in scene.heard() if isinstance(each, NamesChanged)]

    scene.say(scene.anna)
    told()
    for relation in (FACILITATOR, MEMBER, FACILITATOR):
        before = scene.mine(scene.fay).names
        naming(scene, scene.maria, scene.anna, relation)
        assert told() == [scene.evening]
        assert scene.mine(scene.fay).names == before + 1
    naming(scene, scene.maria, scene.anna, FACILITATOR)
    assert told() == [], "nothing changed"
    scene.do(membership.leave, scene.anna, LeaveRoom(room_id=scene.evening))
    assert told() == [scene.evening]
    naming(scene, scene.maria, scene.ben, FACILITATOR)
    assert told() == [], "who is only invited keeps nothing yet"


def test_an_administrators_room_gets_its_first_keeper_by_invitation(scene: Scene) -> None:
    made = scene.do(
        room.create, scene.adam, room.CreateRoom(nonce="n", name="New", access=Access.INVITE)
    ).room.room_id
    member = naming(scene, scene.adam, scene.ben, FACILITATOR, made)
    assert member is not None
    assert (member.standing, member.relation) == (Standing.INVITED, FACILITATOR)
    assert scene.no(room.open_room, scene.ben, room.OpenRoom(room_id=made)) == "forbidden"
    found = joining(scene, scene.ben, made)
    assert found is not None
    assert (found.standing, found.relation) == (Standing.IN, FACILITATOR)
    command = SetRelation(room_id=made, user_id=scene.anna.user_id, relation=MEMBER)
    assert scene.no(membership.set_relation, scene.adam, command) == "not_found"
    themselves = SetRelation(room_id=made, user_id=scene.adam.user_id, relation=FACILITATOR)
    assert scene.no(membership.set_relation, scene.adam, themselves) == "forbidden"


def test_no_column_tells_when_someone_came(scene: Scene) -> None:
    instants = {scene.clock()}
    for _ in range(3):
        scene.clock.advance(minutes=7)
        instants.add(scene.clock())
        joining(scene, scene.ben, scene.evening)
        scene.go(scene.ben, scene.evening)
    joining(scene, scene.ben, scene.evening)
    for row in scene.snapshot()["membership"]:
        assert not instants & set(row)
    for row in scene.snapshot()["room"]:
        assert not instants & set(row)


def test_nothing_about_people_is_in_a_log(scene: Scene) -> None:
    joining(scene, scene.ben, scene.evening)
    naming(scene, scene.maria, scene.ben, FACILITATOR)
    scene.go(scene.ben, scene.evening)
    assert scene.log(scene.fay) == []
    events: list[Event] = scene.heard()
    assert all("seq" not in type(event).__struct_fields__ for event in events)
