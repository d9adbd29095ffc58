"""From one helper to the next, and the person hears by name who goes on."""

from __future__ import annotations

import pytest

from moderation.cases import handing, triage
from moderation.cases.case import CaseState
from moderation.cases.clock import LEASE_MS
from moderation.cases.handing import (
    AcceptCase,
    HandOverCase,
    RefuseCase,
    StandByCase,
    TakeOverCase,
)
from moderation.cases.triage import ReleaseCase
from moderation.conduct import audit
from moderation.severity import Severity
from rooms.chat import log, reading
from rooms.chat.events import YourMembership
from rooms.people.person import Actor, Role
from rooms.refusal import Refusal
from rooms.work import Work
from tests.moderation.cases.following import (
    claim,
    flagged,
    hand,
    heard,
    look,
    room_of,
    talk_with,
)
from tests.moderation.cases.test_triage import deeds
from tests.support.scene import Scene


def names(scene: Scene, who: Actor) -> list[str]:
    """The rooms of somebody, by the names that they see."""
    return [each.room.name for each in scene.ask(reading.sync, who, reading.SyncSession()).rooms]


def may_read(scene: Scene, who: Actor, room_id: str) -> bool:
    """Whether somebody is in a talk."""
    try:
        scene.page(who, room_id=room_id)
    except Refusal:
        return False
    return True


@pytest.fixture
def milo(scene: Scene) -> Actor:
    """Another moderator."""
    return scene.person("milo", Role.MODERATOR)


def test_the_sender_keeps_it_until_the_colleague_accepts(scene: Scene, milo: Actor) -> None:
    case_id = talk_with(scene, scene.anna, scene.maria)
    room_id = room_of(scene, case_id)
    asked = HandOverCase(case_id=case_id, to=milo.user_id, summary="likes tea")
    row = scene.do(handing.hand_over, scene.maria, asked).case
    assert row.handed_to is not None and row.handed_to.handle == "milo"
    assert may_read(scene, scene.maria, room_id) and not may_read(scene, milo, room_id)
    scene.heard()
    accepted = AcceptCase(case_id=case_id, nonce="n", body="I am milo, I go on")
    row = scene.do(handing.accept, milo, accepted).case
    assert row.owner is not None and row.owner.handle == "milo"
    assert may_read(scene, milo, room_id) and not may_read(scene, scene.maria, room_id)
    told = scene.heard_of(YourMembership)
    assert [(event.user_id, event.room is None) for event in told] == [
        (scene.maria.user_id, True),
        (scene.anna.user_id, False),
        (milo.user_id, False),
    ]
    assert names(scene, scene.anna) == ["A talk with milo", "Evening"]
    assert scene.page(scene.anna, room_id=room_id)[-1].body == "I am milo, I go on"


def test_the_summary_is_for_those_who_follow_up_and_in_no_audit(scene: Scene, milo: Actor) -> None:
    case_id = talk_with(scene, scene.anna, scene.maria)
    hand(scene, case_id, scene.maria, milo)
    entries = {entry.what: entry for entry in look(scene, milo, case_id).entries}
    assert entries["hand_over"].note == "likes tea"
    assert entries["hand_over"].detail == milo.user_id
    assert deeds(scene, milo)[:2] == ["case.open", "case.accept"]
    assert "tea" not in repr(scene.ask(audit.list_audit, scene.adam, audit.ListAudit()))


def test_a_refused_hand_over_leaves_it_where_it_was(scene: Scene, milo: Actor) -> None:
    case_id = talk_with(scene, scene.anna, scene.maria)
    asked = HandOverCase(case_id=case_id, to=milo.user_id, summary="likes tea")
    scene.do(handing.hand_over, scene.maria, asked)
    row = scene.do(handing.refuse, milo, RefuseCase(case_id=case_id)).case
    assert row.handed_to is None
    assert row.owner is not None and row.owner.handle == "maria"
    assert scene.no(handing.accept, milo, AcceptCase(case_id=case_id)) == "not_now"


def test_whoever_goes_on_after_contact_says_so(scene: Scene, milo: Actor) -> None:
    case_id = talk_with(scene, scene.anna, scene.maria)
    asked = HandOverCase(case_id=case_id, to=milo.user_id, summary="likes tea")
    scene.do(handing.hand_over, scene.maria, asked)
    wordless = AcceptCase(case_id=case_id, nonce="n", body=" ")
    assert scene.no(handing.accept, milo, wordless) == "empty_body"
    assert scene.no(handing.accept, milo, AcceptCase(case_id=case_id, body="hi")) == (
        "missing_field"
    )


def test_before_contact_there_is_nobody_to_say_it_to(scene: Scene, milo: Actor) -> None:
    case = flagged(scene, scene.anna)
    claim(scene, scene.maria, case.case_id)
    asked = HandOverCase(case_id=case.case_id, to=milo.user_id, summary="please")
    scene.do(handing.hand_over, scene.maria, asked)
    row = scene.do(handing.accept, milo, AcceptCase(case_id=case.case_id)).case
    assert row.state is CaseState.CLAIMED
    assert names(scene, scene.anna) == ["Evening"]


@pytest.mark.parametrize("to", ["adam", "fay", "anna", "nobody"])
def test_only_moderators_are_asked_and_never_whom_it_is_about(scene: Scene, to: str) -> None:
    case_id = talk_with(scene, scene.anna, scene.maria)
    user_id = "nobody" if to == "nobody" else getattr(scene, to).user_id
    asked = HandOverCase(case_id=case_id, to=user_id, summary="please")
    expected = "forbidden" if to == "anna" else "not_found"
    assert scene.no(handing.hand_over, scene.maria, asked) == expected


def test_a_colleague_steps_in_by_name_for_a_helper_who_went_silent(
    scene: Scene, milo: Actor
) -> None:
    case_id = talk_with(scene, scene.anna, scene.maria)
    room_id = room_of(scene, case_id)
    command = TakeOverCase(case_id=case_id, nonce="n", body="I am milo, in place of maria")
    assert scene.no(handing.take_over, milo, command) == "already_claimed"
    scene.clock.advance(ms=LEASE_MS)
    scene.do(handing.take_over, milo, command)
    assert may_read(scene, milo, room_id) and not may_read(scene, scene.maria, room_id)
    assert names(scene, scene.anna) == ["A talk with milo", "Evening"]
    scene.do(handing.take_over, milo, command)
    assert [each.author and each.author.handle for each in scene.page(milo, room_id=room_id)] == [
        "maria",
        "milo",
    ]


def test_and_for_one_who_can_not_go_on(scene: Scene, milo: Actor) -> None:
    case_id = talk_with(scene, scene.anna, scene.maria)
    scene.do(triage.release, scene.maria, ReleaseCase(case_id=case_id))
    command = TakeOverCase(case_id=case_id, nonce="n", body="I am milo")
    assert scene.do(handing.take_over, milo, command).case.relief_wanted is False


def test_before_contact_it_lapses_and_nobody_steps_in(scene: Scene, milo: Actor) -> None:
    case = flagged(scene, scene.anna)
    claim(scene, scene.maria, case.case_id)
    scene.clock.advance(ms=LEASE_MS)
    command = TakeOverCase(case_id=case.case_id, nonce="n", body="I am milo")
    assert scene.no(handing.take_over, milo, command) == "not_now"


def test_a_colleague_can_be_at_hand_and_reads_nothing(scene: Scene, milo: Actor) -> None:
    case_id = talk_with(scene, scene.anna, scene.maria)
    asked = StandByCase(case_id=case_id, to=milo.user_id)
    row = scene.do(handing.stand_by, scene.maria, asked).case
    assert row.standing_by is not None and row.standing_by.handle == "milo"
    assert not may_read(scene, milo, room_of(scene, case_id))
    nobody = StandByCase(case_id=case_id, to=None)
    assert scene.do(handing.stand_by, milo, nobody).case.standing_by is None
    assert scene.no(handing.stand_by, milo, asked) == "already_claimed"


def test_a_full_helper_does_not_accept_but_where_minutes_count(scene: Scene, milo: Actor) -> None:
    claim(scene, milo, flagged(scene, scene.ben).case_id)
    case_id = talk_with(scene, scene.anna, scene.maria)
    asked = HandOverCase(case_id=case_id, to=milo.user_id, summary="please")
    scene.do(handing.hand_over, scene.maria, asked)

    def accept(work: Work, actor: Actor, command: AcceptCase) -> object:
        return handing.accept(work, actor, command, cases_max=1)

    command = AcceptCase(case_id=case_id, nonce="n", body="I am milo")
    assert scene.no(accept, milo, command) == "too_many"
    flagged(scene, scene.anna, heard(Severity.IMMINENT))
    scene.do(accept, milo, command)
    before = log.LogBefore(room_id=room_of(scene, case_id), seq=9)
    assert scene.no(log.before, scene.maria, before) == "not_found"
