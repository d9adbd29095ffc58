"""A warning, reading along only, being put out: told to that person alone, and taken back whole."""

from __future__ import annotations

import pytest

from moderation.conduct import restraining
from moderation.conduct.restraining import WarnPerson
from moderation.events import BanLifted, YourBan, YourSanction
from rooms.chat import membership
from rooms.chat.events import Entry, YourMembership
from rooms.chat.membership import JoinRoom, LeaveRoom
from rooms.chat.views import Standing
from rooms.event import user_topic
from rooms.people.person import Role
from rooms.refusal import Refusal
from tests.moderation.conduct import deciding
from tests.moderation.conduct.deciding import ban, mine, mute, remove, take_back, warn
from tests.support.ids import id_of
from tests.support.scene import Scene


def test_a_warning_is_told_to_that_person_alone_and_takes_nothing(scene: Scene) -> None:
    warn(scene, scene.maria, note="the third time")
    assert scene.heard() == [YourSanction(user_id=scene.anna.user_id)]
    (told,) = mine(scene)
    assert (told.kind, told.reason, told.until, told.news) == ("warn", "unkind", None, True)
    assert mine(scene, scene.ben) == []
    scene.say(scene.anna)


@pytest.mark.parametrize("how", ["warn", "mute", "remove", "ban"])
def test_nothing_of_it_is_written_into_the_room(scene: Scene, how: str) -> None:
    before = scene.log(scene.fay)
    scene.heard()
    getattr(deciding, how)(scene, scene.maria)
    heard = scene.heard()
    assert not any(isinstance(event, Entry) for event in heard)
    told = [event for event in heard if isinstance(event, YourSanction | YourBan)]
    assert {event.topic for event in told} == {user_topic(scene.anna.user_id)}
    assert scene.log(scene.fay) == before


def test_who_keeps_a_room_warns_in_it_and_nowhere_else(scene: Scene) -> None:
    sanction_id = warn(scene, scene.fay, room_id=scene.evening)
    assert mine(scene)[0].sanction_id == sanction_id
    everywhere = WarnPerson(user_id=scene.anna.user_id, reason="unkind")
    assert scene.no(restraining.warn, scene.fay, everywhere) == "forbidden"
    assert scene.no(restraining.warn, scene.anna, everywhere) == "forbidden"


def test_nobody_decides_about_themselves_a_peer_or_who_stands_above(scene: Scene) -> None:
    peer = scene.person("milo", Role.MODERATOR)
    for who in (scene.maria, peer, scene.adam):
        command = WarnPerson(user_id=who.user_id, reason="unkind")
        assert scene.no(restraining.warn, scene.maria, command) == "forbidden"
    absent = WarnPerson(user_id=id_of("nobody"), reason="unkind")
    assert scene.no(restraining.warn, scene.maria, absent) == "not_found"


def test_who_only_reads_along_knows_why_and_until_when(scene: Scene) -> None:
    mute(scene, scene.fay, note="asked twice to stop")
    (told,) = mine(scene)
    assert (told.kind, told.room_name) == ("mute", "Evening")
    assert told.until == scene.clock() + 600_000
    with pytest.raises(Refusal, match="muted"):
        scene.say(scene.anna)
    scene.clock.advance(s=601)
    scene.say(scene.anna)


def test_another_mute_takes_the_place_of_the_one_before(scene: Scene) -> None:
    mute(scene, scene.fay)
    mute(scene, scene.maria, mute_s=1200)
    newest, first = sorted(mine(scene), key=lambda each: each.lifted_at or 0)
    assert newest.lifted_at is None
    assert first.lifted_at == scene.clock()
    mute(scene, scene.fay, mute_s=0)
    assert all(each.lifted_at is not None for each in mine(scene))


def test_a_mute_taken_back_gives_the_voice_back_and_tells_so(scene: Scene) -> None:
    mute(scene, scene.fay)
    scene.heard()
    (told,) = mine(scene)
    scene.do(restraining.take_back, scene.maria, take_back(told.sanction_id))
    heard = scene.heard()
    assert [type(event) for event in heard] == [YourMembership, YourSanction]
    assert heard[0].membership.muted_until is None  # type: ignore[attr-defined]
    scene.say(scene.anna)
    before = scene.snapshot()
    scene.do(restraining.take_back, scene.maria, take_back(told.sanction_id))
    assert scene.snapshot() == before


def test_who_was_put_out_finds_an_open_door_open_again(scene: Scene) -> None:
    remove(scene, scene.fay)
    scene.do(restraining.take_back, scene.maria, take_back(mine(scene)[0].sanction_id))
    joined = scene.do(membership.join, scene.anna, JoinRoom(room_id=scene.evening))
    assert joined.membership is not None
    assert joined.membership.standing is Standing.IN


def test_a_ban_taken_back_lets_them_in(scene: Scene) -> None:
    ban(scene, scene.maria)
    scene.heard()
    scene.do(restraining.take_back, scene.adam, take_back(mine(scene)[0].sanction_id))
    assert BanLifted(user_id=scene.anna.user_id) in scene.heard()


def test_an_older_mute_taken_back_leaves_the_newer_one(scene: Scene) -> None:
    mute(scene, scene.fay)
    first = mine(scene)[0].sanction_id
    scene.clock.advance(s=1)
    mute(scene, scene.fay, mute_s=1200)
    scene.do(restraining.take_back, scene.maria, take_back(first))
    with pytest.raises(Refusal, match="muted"):
        scene.say(scene.anna)


def test_a_mute_of_someone_who_left_is_taken_back_too(scene: Scene) -> None:
    mute(scene, scene.fay)
    scene.do(membership.leave, scene.anna, LeaveRoom(room_id=scene.evening))
    scene.do(restraining.take_back, scene.maria, take_back(mine(scene)[0].sanction_id))
    scene.bring_in(scene.anna, scene.evening)
    scene.say(scene.anna)


def test_who_takes_back_and_what(scene: Scene) -> None:
    sanction_id = warn(scene, scene.maria)
    for actor in (scene.anna, scene.fay, scene.ben):
        assert scene.no(restraining.take_back, actor, take_back(sanction_id)) == "forbidden"
    absent = take_back(id_of("nothing"))
    assert scene.no(restraining.take_back, scene.maria, absent) == "not_found"


def test_it_stands_in_the_chain_by_ids_and_words_of_ours(scene: Scene) -> None:
    sanction_id = warn(scene, scene.maria, note="words for colleagues")
    scene.do(restraining.take_back, scene.adam, take_back(sanction_id))
    entries = [row[2:6] for row in scene.snapshot()["audit_entry"]]
    assert entries == [
        (scene.maria.user_id, "sanction.warn", scene.anna.user_id, "unkind"),
        (scene.adam.user_id, "sanction.take_back", scene.anna.user_id, "warn mistake"),
    ]
