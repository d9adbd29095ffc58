"""What was due is done and told once, whoever ticks, however often, and however late."""

from __future__ import annotations

import pytest

from moderation.cases import escalation, raising, store, ticking
from moderation.cases.case import Case, CaseState
from moderation.cases.clock import DEFAULT, LEASE_MS, MINUTE_MS, Audience
from moderation.cases.raising import PracticeCase
from moderation.notices.writing import Channel, Channels
from moderation.severity import Severity
from rooms.people.person import Role
from tests.moderation.cases.following import claim, flagged, heard, look, resolve
from tests.moderation.duty.standing import notices, rang, stand
from tests.support.scene import Scene

CHANNELS = Channels((Channel.WEBHOOK,), (Channel.OUTSIDE_EMAIL,))


def tick(scene: Scene) -> list[tuple[Audience, ...]]:
    """Everything that is due, once."""
    return [
        scene.write(
            lambda work, case_id=case_id: escalation.step(  # type: ignore[misc]
                work, case_id, channels=CHANNELS, times=DEFAULT
            )
        )
        for case_id in scene.read(escalation.due)
    ]


def case_of(scene: Scene, case_id: str) -> Case:
    found = scene.write(lambda work: store.lock(work.sql, case_id))
    assert found is not None
    return found


def whats(scene: Scene, case_id: str) -> list[str]:
    return [entry.what for entry in look(scene, scene.maria, case_id).entries]


def test_whoever_is_there_is_told_at_once_and_once(scene: Scene) -> None:
    stand(scene, scene.maria)
    flagged(scene, scene.anna)
    scene.heard()
    assert tick(scene) == [(Audience.ON_DUTY,)]
    assert [alert.user_id for alert in rang(scene)] == [scene.maria.user_id]
    assert notices(scene) == []
    assert tick(scene) == []
    assert rang(scene) == []


def test_a_second_process_finds_nothing_to_do(scene: Scene) -> None:
    stand(scene, scene.maria)
    case = flagged(scene, scene.anna)
    scene.heard()
    for _ in range(2):  # both had seen it due
        scene.write(
            lambda work: escalation.step(work, case.case_id, channels=CHANNELS, times=DEFAULT)
        )
    assert len(rang(scene)) == 1


def test_stage_after_stage_until_a_human_claims(scene: Scene) -> None:
    stand(scene, scene.maria, hours=3)
    case = flagged(scene, scene.anna, heard(Severity.IMMINENT))
    told = []
    for _ in range(12):
        told += [(scene.clock() - case.opened_at, who) for who in tick(scene)]
        scene.clock.advance(ms=MINUTE_MS)
    duty, call, out = Audience.ON_DUTY, Audience.ON_CALL, Audience.OUTSIDE
    assert told == [
        (0, (duty,)),
        (2 * MINUTE_MS, (duty, call)),
        (5 * MINUTE_MS, (out,)),
        (10 * MINUTE_MS, (out,)),
    ]
    claim(scene, scene.maria, case.case_id)
    scene.heard()
    before = len(notices(scene))
    scene.clock.advance(ms=LEASE_MS - 1)
    tick(scene)
    assert len(notices(scene)) == before


def test_what_the_clock_does_to_a_case_is_in_the_chain(scene: Scene) -> None:
    case = flagged(scene, scene.anna)
    claim(scene, scene.maria, case.case_id)
    scene.clock.advance(ms=LEASE_MS)
    tick(scene)
    claim(scene, scene.maria, case.case_id)
    resolve(scene, scene.maria, case.case_id, follow_up_in_h=1)
    scene.clock.advance(ms=60 * MINUTE_MS)
    tick(scene)
    chain = [row[2:5] for row in scene.snapshot()["audit_entry"]]
    assert ("software", "case.lapse", case.case_id) in chain
    assert chain[-1] == ("software", "case.reopen", case.case_id)


def test_a_date_to_ask_again_becomes_a_line_of_the_case_that_runs_by_then(scene: Scene) -> None:
    stand(scene, scene.maria, hours=3)
    closed = flagged(scene, scene.anna)
    claim(scene, scene.maria, closed.case_id)
    resolve(scene, scene.maria, closed.case_id, follow_up_in_h=1)
    scene.clock.advance(ms=60 * MINUTE_MS - 1)
    runs = flagged(scene, scene.anna)
    claim(scene, scene.maria, runs.case_id)
    scene.clock.advance(ms=1)
    tick(scene)
    assert case_of(scene, closed.case_id).state is CaseState.RESOLVED
    assert case_of(scene, runs.case_id).state is CaseState.CLAIMED
    assert whats(scene, runs.case_id)[0] == "follow_up_due"
    assert tick(scene) == []


def test_nobody_on_duty_begins_outside(scene: Scene) -> None:
    flagged(scene, scene.anna)
    assert tick(scene) == [(Audience.ON_DUTY, Audience.OUTSIDE)]
    assert {each["channel"] for each in notices(scene)} == {"webhook", "outside_email"}
    assert {alert.user_id for alert in rang(scene)} == {scene.maria.user_id, scene.adam.user_id}


def test_a_case_about_whoever_is_there_counts_them_not_and_tells_them_nothing(
    scene: Scene,
) -> None:
    milo = scene.person("milo", Role.MODERATOR)
    stand(scene, scene.maria)
    flagged(scene, scene.maria)
    scene.heard()
    assert tick(scene) == [(Audience.ON_DUTY, Audience.OUTSIDE)]
    assert {alert.user_id for alert in rang(scene)} == {milo.user_id, scene.adam.user_id}
    assert {each["channel"] for each in notices(scene)} == {"outside_email"}


def test_a_case_about_the_only_moderator_goes_outside_and_to_administrators(
    scene: Scene,
) -> None:
    stand(scene, scene.maria)
    flagged(scene, scene.maria, heard(Severity.MEDIUM))
    scene.heard()
    tick(scene)
    scene.clock.advance(minutes=60)
    assert tick(scene) == [(Audience.OVERDUE,)]
    assert {each["channel"] for each in notices(scene)} == {"outside_email"}
    assert {alert.user_id for alert in rang(scene)} == {scene.adam.user_id}


def test_a_case_to_practise_with_rings_once_and_for_whoever_practises_alone(scene: Scene) -> None:
    milo = scene.person("milo", Role.MODERATOR)
    stand(scene, milo)
    scene.do(raising.practice, scene.maria, PracticeCase(severity=Severity.IMMINENT))
    scene.heard()
    tick(scene)
    assert {alert.user_id for alert in rang(scene)} == {scene.maria.user_id}
    scene.clock.advance(minutes=60)
    tick(scene)
    assert rang(scene) == []
    assert notices(scene) == []


def test_a_claim_that_lapses_waits_again_and_is_told_again(scene: Scene) -> None:
    stand(scene, scene.maria)
    case = flagged(scene, scene.anna)
    tick(scene)
    claim(scene, scene.maria, case.case_id)
    scene.heard()
    scene.clock.advance(ms=LEASE_MS)
    assert tick(scene) == [()]
    assert case_of(scene, case.case_id).state is CaseState.OPEN
    assert tick(scene) == [(Audience.ON_DUTY,)]
    assert len(rang(scene)) == 1
    assert whats(scene, case.case_id)[:2] == ["alerted", "lapsed"]


def test_after_a_long_stop_what_was_missed_is_told_once(scene: Scene) -> None:
    stand(scene, scene.maria, hours=4)
    flagged(scene, scene.anna)
    scene.clock.advance(minutes=120)
    scene.heard()
    (told,) = tick(scene)
    assert set(told) == {Audience.ON_DUTY, Audience.ON_CALL, Audience.OUTSIDE}
    assert len(rang(scene)) == 2, "maria once, and the administrator"
    assert tick(scene) == []


def test_when_the_clock_goes_back_nobody_waits_longer(scene: Scene) -> None:
    stand(scene, scene.maria, hours=4)
    case = flagged(scene, scene.anna)
    tick(scene)
    scene.clock.advance(minutes=9)
    before = case_of(scene, case.case_id)
    back_ms = 60 * MINUTE_MS
    scene.clock.advance(ms=-back_ms)
    scene.write(lambda work: escalation.clock_went_back(work, back_ms))
    assert case_of(scene, case.case_id) == ticking.shifted(before, back_ms)
    assert tick(scene) == []
    scene.clock.advance(minutes=1)
    # By that clock her shift has not begun yet: so it is told outside as well.
    assert tick(scene) == [(Audience.ON_CALL, Audience.OUTSIDE)]


@pytest.mark.parametrize("severity", [Severity.LOW, Severity.MEDIUM])
def test_what_is_quiet_wakes_nobody(scene: Scene, severity: Severity) -> None:
    flagged(scene, scene.anna, heard(severity))
    scene.heard()
    for _ in range(30):
        tick(scene)
        scene.clock.advance(minutes=10)
    assert rang(scene) == []
    assert notices(scene) == []


def test_it_knows_whether_anything_waits(scene: Scene) -> None:
    assert not scene.read(escalation.any_running)
    flagged(scene, scene.anna)
    assert scene.read(escalation.any_running)


def test_the_clock_of_a_quiet_case_begins_without_a_word_that_it_rang(scene: Scene) -> None:
    case = flagged(scene, scene.anna, heard(Severity.MEDIUM))
    tick(scene)
    assert "alerted" not in whats(scene, case.case_id)
