"""A reason to look becomes a flag in the person's one running case."""

from __future__ import annotations

from moderation.cases import opening, store
from moderation.cases.case import CaseState, Kind
from moderation.cases.opening import SOFTWARE, Reason, Source
from moderation.conduct import audit
from moderation.events import CardChanged, CaseChanged
from moderation.severity import Severity
from rooms.event import MODERATORS
from tests.moderation.cases.following import claim, flagged, heard, listed, look
from tests.support.scene import Scene


def test_the_first_reason_opens_a_case_and_the_next_ones_join_it(scene: Scene) -> None:
    first = flagged(scene, scene.anna, heard(Severity.MEDIUM))
    second = flagged(scene, scene.anna, heard(Severity.HIGH, "other words"))
    assert second.case_id == first.case_id
    (row,) = listed(scene, scene.maria)
    assert (row.flags, row.severity, row.source, row.category) == (
        2,
        Severity.HIGH,
        "keyword",
        "suicide",
    )
    other = flagged(scene, scene.ben)
    assert other.case_id != first.case_id


def test_severity_never_falls_while_it_runs(scene: Scene) -> None:
    flagged(scene, scene.anna, heard(Severity.IMMINENT))
    assert flagged(scene, scene.anna, heard(Severity.LOW, "less")).severity is Severity.IMMINENT


def test_the_very_same_reason_is_kept_once(scene: Scene) -> None:
    said = scene.say(scene.anna, "some words")
    reason = heard(room_id=scene.evening, message_id=said.message_id, seq=said.seq)
    flagged(scene, scene.anna, reason)
    scene.heard()
    before = scene.snapshot()
    flagged(scene, scene.anna, reason)
    assert scene.snapshot() == before
    assert scene.heard() == []


def test_only_those_who_follow_up_hear_of_it_and_never_the_person(scene: Scene) -> None:
    case = flagged(scene, scene.anna)
    event, card = scene.heard()
    assert isinstance(event, CaseChanged)
    assert (event.topic, event.not_for, event.case_id) == (
        MODERATORS,
        scene.anna.user_id,
        case.case_id,
    )
    assert card == CardChanged(user_id=scene.anna.user_id)


def test_the_audit_log_tells_of_the_opening_and_not_of_whom_or_by_whom(scene: Scene) -> None:
    case = flagged(scene, scene.anna, Reason(source=Source.HELP_BUTTON, severity=Severity.HIGH))
    entries = scene.ask(audit.list_audit, scene.adam, audit.ListAudit()).entries
    (entry,) = [each for each in entries if each.action == "case.begin"]
    assert (entry.actor_id, entry.about, entry.detail) == (
        SOFTWARE,
        case.case_id,
        "help_button high",
    )
    assert scene.anna.user_id not in repr(entries)


def test_what_joins_a_case_that_somebody_has_leaves_it_with_them(scene: Scene) -> None:
    case = flagged(scene, scene.anna)
    claim(scene, scene.maria, case.case_id)
    flagged(scene, scene.anna, heard(Severity.IMMINENT, "worse"))
    (row,) = listed(scene, scene.maria)
    assert (row.state, row.severity) == (CaseState.CLAIMED, Severity.IMMINENT)
    assert row.owner is not None
    assert row.owner.user_id == scene.maria.user_id


def test_a_canary_is_told_to_nobody_and_seen_by_nobody(scene: Scene) -> None:
    reason = Reason(source=Source.PRACTICE, severity=Severity.LOW)
    scene.write(lambda work: opening.flag(work, scene.anna.user_id, reason, kind=Kind.CANARY))
    assert scene.heard() == []
    assert listed(scene, scene.maria) == []


def test_a_case_for_practice_runs_beside_a_real_one(scene: Scene) -> None:
    real = flagged(scene, scene.anna)
    reason = Reason(source=Source.PRACTICE, severity=Severity.LOW, raised_by=scene.maria.user_id)
    drill = scene.write(
        lambda work: opening.flag(work, scene.anna.user_id, reason, kind=Kind.PRACTICE)
    )
    assert drill.case_id != real.case_id
    assert scene.write(lambda work: store.running(work.sql, scene.anna.user_id)) == real


def test_the_words_stand_as_they_stood_with_names_as_they_are_now(scene: Scene) -> None:
    kept = f"\x01{scene.fay.user_id}\x02 some words"
    case = flagged(scene, scene.anna, heard(body=kept))
    (flag,) = look(scene, scene.maria, case.case_id).flags
    assert flag.body == "@fay some words"
    assert (flag.hits[0].start, flag.hits[0].end) == (0, 4)
