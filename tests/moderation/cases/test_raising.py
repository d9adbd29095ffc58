"""A moderator's own eye opens the same case, and a case for practice is marked as one."""

from __future__ import annotations

import pytest

from moderation.cases import raising
from moderation.cases.case import Kind
from moderation.cases.raising import PracticeCase, RaiseCase
from moderation.events import CaseChanged
from moderation.severity import Severity
from rooms.people.person import Actor, Role
from tests.moderation.cases.following import flagged, heard, listed, look
from tests.support.scene import Scene


def test_from_a_message_with_its_words(scene: Scene) -> None:
    said = scene.say(scene.anna, "so tired of it all")
    command = RaiseCase(severity=Severity.HIGH, message_id=said.message_id, note="third time")
    row = scene.do(raising.raise_case, scene.maria, command).case
    assert (row.person.handle, row.severity, row.source) == ("anna", Severity.HIGH, "moderator")
    opened = look(scene, scene.maria, row.case_id)
    (flag,) = opened.flags
    assert flag.body == "so tired of it all"
    assert flag.raised_by is not None and flag.raised_by.handle == "maria"
    assert opened.entries[0].note == "third time"


def test_by_hand_and_a_retry_is_one_reason(scene: Scene) -> None:
    command = RaiseCase(severity=Severity.LOW, user_id=scene.ben.user_id, note="not here for days")
    row = scene.do(raising.raise_case, scene.maria, command).case
    again = scene.do(raising.raise_case, scene.maria, command).case
    assert again == row
    assert (row.flags, look(scene, scene.maria, row.case_id).flags[0].body) == (
        1,
        "not here for days",
    )


def test_a_second_thought_of_the_same_moderator_raises_it(scene: Scene) -> None:
    said = scene.say(scene.anna, "so tired of it all")
    for where in ({"message_id": said.message_id}, {"user_id": scene.ben.user_id}):
        for severity in (Severity.MEDIUM, Severity.IMMINENT):
            command = RaiseCase(severity=severity, **where)
            row = scene.do(raising.raise_case, scene.maria, command).case
            assert row.severity is severity, where


def test_it_joins_the_case_that_runs(scene: Scene) -> None:
    case = flagged(scene, scene.anna, heard(Severity.LOW))
    command = RaiseCase(severity=Severity.HIGH, user_id=scene.anna.user_id)
    row = scene.do(raising.raise_case, scene.maria, command).case
    assert (row.case_id, row.severity) == (case.case_id, Severity.HIGH)


def test_it_says_whom_and_not_oneself(scene: Scene) -> None:
    for more, code in (
        ({}, "missing_field"),
        ({"user_id": "nobody"}, "not_found"),
        ({"message_id": "nothing"}, "not_found"),
        ({"user_id": scene.maria.user_id}, "forbidden"),
        ({"user_id": scene.ben.user_id, "message_id": "both"}, "extra_field"),
    ):
        command = RaiseCase(severity=Severity.HIGH, **more)
        assert scene.no(raising.raise_case, scene.maria, command) == code, more


@pytest.mark.parametrize("who", ["adam", "fay", "anna"])
def test_only_moderators_do(scene: Scene, who: str) -> None:
    actor: Actor = getattr(scene, who)
    raised = RaiseCase(severity=Severity.HIGH, user_id=scene.ben.user_id)
    assert scene.no(raising.raise_case, actor, raised) == "forbidden"
    assert scene.no(raising.practice, actor, PracticeCase(severity=Severity.LOW)) == "forbidden"


def test_a_case_for_practice_is_marked_and_seen_by_whoever_practises(scene: Scene) -> None:
    scene.heard()
    command = PracticeCase(severity=Severity.IMMINENT, words="I have the pills here")
    row = scene.do(raising.practice, scene.maria, command).case
    assert row.kind is Kind.PRACTICE
    (event,) = scene.heard_of(CaseChanged)
    assert event.about == ""
    milo = scene.person("milo", Role.MODERATOR)
    for who in (scene.maria, milo):
        assert [each.kind for each in listed(scene, who)] == [Kind.PRACTICE]
    assert scene.do(raising.practice, scene.maria, command).case.case_id == row.case_id
