"""The queue: gravest first, oldest first among equals, and never what is about the reader."""

from __future__ import annotations

import pytest

from moderation.cases import queue, triage
from moderation.cases.opening import Reason, Source
from moderation.cases.queue import CountCases, ListCases
from moderation.cases.triage import ClaimCase
from moderation.severity import Severity
from rooms.people.person import Role
from tests.moderation.cases.following import claim, flagged, heard, listed
from tests.support.scene import Scene


def test_the_gravest_comes_first_and_then_the_longest_wait(scene: Scene) -> None:
    for who, severity in (
        (scene.anna, Severity.LOW),
        (scene.fay, Severity.IMMINENT),
        (scene.ben, Severity.IMMINENT),
        (scene.adam, Severity.HIGH),
    ):
        flagged(scene, who, heard(severity))
        scene.clock.advance(s=1)
    rows = listed(scene, scene.maria)
    assert [row.person.handle for row in rows] == ["fay", "ben", "adam", "anna"]


def test_it_comes_in_pages(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queue, "_CASES_PER_PAGE", 2)
    people = [scene.person(f"person{number}") for number in range(5)]
    for number, who in enumerate(people):
        flagged(scene, who, heard(list(Severity)[number % 4]))
    found: list[str] = []
    cursor = None
    for _ in range(3):
        page = scene.ask(queue.list_cases, scene.maria, ListCases(cursor=cursor))
        found += [row.case_id for row in page.cases]
        cursor = page.cursor
    assert cursor is None
    assert len(set(found)) == 5
    closed = scene.ask(queue.list_cases, scene.maria, ListCases(which="closed"))
    assert closed.cases == []


def test_nobody_sees_what_is_about_themselves_not_even_as_a_number(scene: Scene) -> None:
    flagged(scene, scene.maria)
    assert listed(scene, scene.maria) == []
    counts = scene.ask(queue.count, scene.maria, CountCases())
    assert (counts.waiting, counts.held) == ({}, {})
    milo = scene.person("milo", Role.MODERATOR)
    assert len(listed(scene, milo)) == 1


def test_an_administrator_sees_how_many_and_nothing_more(scene: Scene) -> None:
    case = flagged(scene, scene.anna)
    flagged(scene, scene.ben, heard(Severity.LOW))
    claim(scene, scene.maria, case.case_id)
    counts = scene.ask(queue.count, scene.adam, CountCases())
    assert (counts.waiting, counts.held) == ({"low": 1}, {"high": 1})
    assert scene.no(queue.list_cases, scene.adam, ListCases()) == "forbidden"
    assert scene.no(queue.count, scene.anna, CountCases()) == "forbidden"


def test_it_says_who_has_it_and_by_when_somebody_should(scene: Scene) -> None:
    case = flagged(scene, scene.anna)
    (row,) = listed(scene, scene.maria)
    assert (row.claim_by, row.contact_by) == (scene.clock() + 600_000, scene.clock() + 900_000)
    assert row.owner is None
    scene.do(triage.claim, scene.maria, ClaimCase(case_id=case.case_id))
    (row,) = listed(scene, scene.maria)
    assert row.owner is not None
    assert (row.owner.handle, row.owner.badge) == ("maria", "moderator")


def test_a_line_says_what_made_it_as_grave_as_it_is(scene: Scene) -> None:
    flagged(scene, scene.anna, heard(Severity.LOW))
    for source in (Source.HELP_BUTTON, Source.CONCERN):
        flagged(scene, scene.anna, Reason(source=source, severity=Severity.HIGH))
    (row,) = listed(scene, scene.maria)
    assert (row.severity, row.source, row.flags) == (Severity.HIGH, "help_button", 3)
