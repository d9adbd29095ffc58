"""Another look at what was decided: by somebody else, told to the person, kept in the chain."""

from __future__ import annotations

import pytest

from moderation.conduct import appeals, restraining, told
from moderation.conduct.appeals import ListAppeals, ListSanctions
from moderation.conduct.told import MakeAppeal
from moderation.events import AppealChanged, BanLifted, YourSanction
from rooms.people.person import Actor, Role
from rooms.refusal import Refusal
from rooms.work import Reader, Work
from tests.moderation.conduct.deciding import (
    appeal,
    ban,
    lifted,
    mine,
    mute,
    take_back,
    upheld,
    warn,
)
from tests.support.ids import id_of
from tests.support.scene import Scene


def test_another_moderator_takes_it_back_and_the_person_hears(scene: Scene) -> None:
    milo = scene.person("milo", Role.MODERATOR)
    mute(scene, scene.maria)
    made = appeal(scene)
    scene.heard()
    scene.do(appeals.decide, milo, lifted(made))
    heard = scene.heard()
    assert YourSanction(user_id=scene.anna.user_id) in heard
    assert AppealChanged(about=scene.anna.user_id) in heard
    (shown,) = mine(scene)
    assert shown.appeal is not None
    assert (shown.appeal.outcome, shown.lifted_at) == ("lifted", scene.clock())
    scene.say(scene.anna)
    before = scene.snapshot()
    scene.do(appeals.decide, milo, lifted(made))
    assert scene.snapshot() == before
    assert scene.no(appeals.decide, scene.adam, upheld(made)) == "already_decided"


def test_what_is_left_as_it_is_still_holds(scene: Scene) -> None:
    mute(scene, scene.maria)
    scene.do(appeals.decide, scene.adam, upheld(appeal(scene)))
    with pytest.raises(Refusal, match="muted"):
        scene.say(scene.anna)
    (shown,) = mine(scene)
    assert shown.appeal is not None
    assert shown.appeal.outcome == "upheld"


def test_a_ban_ends_with_it(scene: Scene) -> None:
    ban(scene, scene.maria)
    made = appeal(scene)
    scene.heard()
    scene.do(appeals.decide, scene.adam, lifted(made))
    assert BanLifted(user_id=scene.anna.user_id) in scene.heard()


def decided(scene: Scene, actor: Actor, made: str, *staff: Actor) -> str:
    """What comes of deciding while these are on staff."""

    def peers(_reader: Reader) -> list[str]:
        return [each.user_id for each in staff]

    def decide(work: Work) -> str:
        try:
            appeals.decide(work, actor, upheld(made), peers=peers)
        except Refusal as refusal:
            return refusal.code
        return ""

    return scene.write(decide)


def test_whoever_decided_decides_again_only_where_there_is_nobody_else(scene: Scene) -> None:
    warn(scene, scene.maria)
    made = appeal(scene)
    assert decided(scene, scene.maria, made, scene.maria, scene.adam) == "second_person"
    assert decided(scene, scene.maria, made, scene.maria) == ""
    last = scene.snapshot()["audit_entry"][-1]
    assert last[3:6] == ("appeal.decide", scene.anna.user_id, "upheld solo")
    shown = scene.ask(appeals.list_appeals, scene.adam, ListAppeals(which="decided")).appeals
    assert [each.solo for each in shown] == [True]


def test_whom_it_is_about_counts_as_nobody_else(scene: Scene) -> None:
    milo = scene.person("milo", Role.MODERATOR)
    warn(scene, scene.adam, milo)
    sanction_id = mine(scene, milo)[0].sanction_id
    scene.do(told.appeal, milo, MakeAppeal(sanction_id=sanction_id, words="Please."))
    (waiting,) = scene.ask(appeals.list_appeals, scene.adam, ListAppeals()).appeals
    assert decided(scene, milo, waiting.appeal_id, milo, scene.adam) == "not_found"
    assert decided(scene, scene.adam, waiting.appeal_id, milo, scene.adam) == ""


def test_peers_of_whom_it_is_about_could_not_decide_and_count_as_nobody_else(
    scene: Scene,
) -> None:
    milo = scene.person("milo", Role.MODERATOR)
    warn(scene, scene.adam, milo)
    sanction_id = mine(scene, milo)[0].sanction_id
    scene.do(told.appeal, milo, MakeAppeal(sanction_id=sanction_id, words="Please."))
    staff = (scene.adam, scene.maria, milo)
    (waiting,) = scene.ask(appeals.list_appeals, scene.maria, ListAppeals()).appeals
    assert not waiting.may_decide
    assert decided(scene, scene.maria, waiting.appeal_id, *staff) == "forbidden"
    assert decided(scene, scene.adam, waiting.appeal_id, *staff) == ""


def test_nobody_sees_an_appeal_of_their_own_nor_decides_it(scene: Scene) -> None:
    milo = scene.person("milo", Role.MODERATOR)
    warn(scene, scene.adam, milo)
    sanction_id = mine(scene, milo)[0].sanction_id
    scene.do(told.appeal, milo, MakeAppeal(sanction_id=sanction_id, words="Please."))
    assert scene.ask(appeals.list_appeals, milo, ListAppeals()).appeals == []
    history = ListSanctions(user_id=milo.user_id)
    assert scene.no(appeals.history, milo, history) == "forbidden"
    assert scene.no(appeals.history, scene.maria, history) == "forbidden"
    assert len(scene.ask(appeals.history, scene.adam, history).sanctions) == 1


def test_staff_alone_sees_them(scene: Scene) -> None:
    warn(scene, scene.maria)
    made = appeal(scene)
    for actor in (scene.anna, scene.ben, scene.fay):
        assert scene.no(appeals.list_appeals, actor, ListAppeals()) == "forbidden"
        assert scene.no(appeals.decide, actor, lifted(made)) == "forbidden"
        history = ListSanctions(user_id=scene.anna.user_id)
        assert scene.no(appeals.history, actor, history) == "forbidden"
    assert scene.no(appeals.decide, scene.adam, lifted(id_of("nothing"))) == "not_found"


def test_the_queue_says_what_was_decided_by_whom_and_what_they_say(scene: Scene) -> None:
    warn(scene, scene.fay, room_id=scene.evening, note="the third time")
    appeal(scene, "It was a joke.")
    (row,) = scene.ask(appeals.list_appeals, scene.maria, ListAppeals()).appeals
    assert (row.person.handle, row.words) == ("anna", "It was a joke.")
    assert row.sanction.given_by.handle == "fay"
    assert (row.sanction.note, row.sanction.room_name) == ("the third time", "Evening")
    assert row.may_decide
    assert row.decided_by is None


def test_the_history_of_someone_is_newest_first(scene: Scene) -> None:
    first = warn(scene, scene.maria)
    scene.do(restraining.take_back, scene.maria, take_back(first))
    scene.clock.advance(s=1)
    mute(scene, scene.fay)
    appeal(scene)
    history = ListSanctions(user_id=scene.anna.user_id)
    newest, oldest = scene.ask(appeals.history, scene.maria, history).sanctions
    assert (newest.kind, newest.appealed, newest.outcome) == ("mute", True, None)
    assert (oldest.kind, oldest.lifted_at is None) == ("warn", False)
