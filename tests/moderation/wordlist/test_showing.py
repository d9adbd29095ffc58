"""The list as staff sees it, each term with what people said of it."""

from __future__ import annotations

import msgspec

from moderation.cases import judging, looking, opening
from moderation.cases.judging import JudgeFlag
from moderation.cases.looking import OpenCase
from moderation.detection.lexicon import default
from moderation.wordlist import showing
from moderation.wordlist.views import TermView
from rooms.people.person import Actor
from tests.moderation.cases.following import heard
from tests.moderation.wordlist.changing import PURPLE, agreed, others, shown
from tests.support.scene import Scene

TERM = "suicide.kill-myself"


def judged(scene: Scene, person: Actor, verdict: str, judge: Actor | None = None) -> None:
    """Somebody's words were heard by the term, and somebody said whether that was right."""
    reason = heard()
    hit = msgspec.structs.replace(reason.hits[0], term=TERM)
    reason = msgspec.structs.replace(reason, hits=(hit,))
    case = scene.write(lambda work: opening.flag(work, person.user_id, reason))
    opened = scene.do(looking.open_case, scene.maria, OpenCase(case_id=case.case_id))
    command = JudgeFlag(flag_id=opened.flags[0].flag_id, verdict=verdict)  # type: ignore[arg-type]
    scene.do(judging.judge, judge or scene.maria, command)


def term(scene: Scene, who: Actor, name: str = TERM) -> TermView:
    return next(each for each in shown(scene, who).terms if each.term == name)


def test_all_that_is_listened_for_is_shown_with_examples_of_ours(scene: Scene) -> None:
    listed = shown(scene, scene.adam)
    assert [each.term for each in listed.terms] == [each.id for each in default().file.term]
    assert (listed.version, listed.number) == (default().version, 0)
    assert all(each.examples for each in listed.terms)


def test_ones_own_come_first(scene: Scene) -> None:
    agreed(scene, PURPLE)
    first = shown(scene, scene.maria).terms[0]
    assert (first.term, first.own, first.change) == (PURPLE.term, True, PURPLE)


def test_it_says_how_often_a_term_was_right_once_that_is_no_small_number(scene: Scene) -> None:
    for number in range(4):
        judged(scene, scene.person(f"person{number}"), "right")
    assert (term(scene, scene.maria).right, term(scene, scene.maria).wrong) == (None, None)
    judged(scene, scene.person("person4"), "wrong")
    assert (term(scene, scene.maria).right, term(scene, scene.maria).wrong) == (4, 1)
    assert term(scene, scene.adam).right == 4


def test_nobody_counts_what_is_about_themselves(scene: Scene) -> None:
    mo = scene.maria
    for number in range(4):
        judged(scene, scene.person(f"person{number}"), "right")
    judged(scene, scene.adam, "right")
    assert term(scene, mo).right == 5
    assert term(scene, scene.adam).right is None


def test_only_staff_sees_it(scene: Scene) -> None:
    def show(work: object, who: Actor, command: showing.ShowWordList) -> object:
        return showing.show(work, who, command, base=default(), alone=others)  # type: ignore[arg-type]

    for who in (scene.anna, scene.fay):
        assert scene.no(show, who, showing.ShowWordList()) == "forbidden"
