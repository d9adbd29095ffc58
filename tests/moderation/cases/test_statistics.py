"""Numbers of following up: none of them small, none about whoever asks."""

from __future__ import annotations

import pytest

from moderation.cases import judging, looking, statistics
from moderation.cases.judging import JudgeFlag
from moderation.cases.looking import OpenCase
from moderation.cases.statistics import CaseStatistics, ShowStatistics
from moderation.severity import Severity
from rooms.people.person import Actor
from rooms.refusal import Refusal
from tests.moderation.cases.following import claim, flagged, heard
from tests.support.scene import Scene


def shown(scene: Scene, who: Actor) -> CaseStatistics:
    """What they are told."""
    return scene.ask(statistics.show, who, ShowStatistics())


def counts(bars: list[statistics.Bar]) -> list[int | None]:
    """Of each bar."""
    return [bar.count for bar in bars]


def test_nothing_yet_is_nothing(scene: Scene) -> None:
    told = shown(scene, scene.maria)
    assert told.cases == 0
    assert counts(told.claim) == counts(told.contact) == [0, 0, 0, 0]
    assert (told.terms, told.hours) == ([], [0] * 24)


def test_waits_are_counted_by_how_long_they_were_and_few_are_not_told(scene: Scene) -> None:
    for number in range(5):
        case = flagged(scene, scene.person(f"person{number}"), heard(Severity.IMMINENT))
        scene.clock.advance(s=121)
        claim(scene, scene.maria, case.case_id)
    late = flagged(scene, scene.anna, heard(Severity.IMMINENT))
    scene.clock.advance(s=3601)
    claim(scene, scene.maria, late.case_id)
    flagged(scene, scene.ben)
    told = shown(scene, scene.maria)
    assert told.cases == 7
    # Five within ten minutes; the one who waited an hour is not told; the seventh waits still.
    assert counts(told.claim) == [0, 5, 0, None]
    assert [bar.up_to_ms for bar in told.claim] == [120_000, 600_000, 3_600_000, None]
    assert counts(told.contact) == [0, 0, 0, 0]
    assert sum(hour or 0 for hour in told.hours) >= 5


def test_a_term_is_told_once_it_was_judged_often_enough(scene: Scene) -> None:
    for number in range(5):
        case = flagged(scene, scene.person(f"person{number}"), heard())
        opened = scene.do(looking.open_case, scene.maria, OpenCase(case_id=case.case_id))
        verdict = JudgeFlag(
            flag_id=opened.flags[0].flag_id, verdict="wrong" if number == 0 else "right"
        )
        told = shown(scene, scene.maria).terms
        assert told == []
        scene.do(judging.judge, scene.maria, verdict)
    (figure,) = shown(scene, scene.maria).terms
    assert (figure.right, figure.wrong) == (4, 1)


def test_nothing_about_the_reader_is_in_it(scene: Scene) -> None:
    for number in range(4):
        flagged(scene, scene.person(f"person{number}"))
    flagged(scene, scene.maria)
    assert shown(scene, scene.maria).cases is None, "four: too few to tell"


def test_what_is_old_is_not_in_it(scene: Scene) -> None:
    for number in range(5):
        flagged(scene, scene.person(f"person{number}"))
    scene.clock.advance(s=91 * 86_400)
    assert shown(scene, scene.maria).cases == 0


def test_members_and_administrators_are_told_nothing(scene: Scene) -> None:
    for who in (scene.anna, scene.adam):
        with pytest.raises(Refusal, match="forbidden"):
            shown(scene, who)
