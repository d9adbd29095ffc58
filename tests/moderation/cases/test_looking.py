"""Looking at a case: what gave reason to it, some lines around, and no more than that."""

from __future__ import annotations

import pytest

from moderation.cases import looking
from moderation.cases.looking import OpenCase, WidenCase
from moderation.conduct import audit
from moderation.severity import Severity
from rooms.people.person import Actor, Role
from tests.moderation.cases.following import flagged, heard, look
from tests.support.scene import Scene


def evening_talk(scene: Scene) -> str:
    """Twenty lines, one of which gave a reason; its case."""
    case_id = ""
    for number in range(20):
        said = scene.say(scene.anna, f"line {number}")
        if number == 10:
            reason = heard(
                body="line 10", room_id=scene.evening, message_id=said.message_id, seq=said.seq
            )
            case_id = flagged(scene, scene.anna, reason).case_id
    return case_id


def test_a_few_lines_around_it_and_more_when_asked(scene: Scene) -> None:
    case_id = evening_talk(scene)
    opened = look(scene, scene.maria, case_id)
    assert [each.body for each in opened.context] == [f"line {n}" for n in range(7, 14)]
    (flag,) = opened.flags
    assert (flag.body, flag.room_name, flag.list_version) == ("line 10", "Evening", "1")
    wider = WidenCase(case_id=case_id, flag_id=flag.flag_id, lines=8)
    found = scene.do(looking.widen, scene.maria, wider)
    assert [each.body for each in found.messages] == [f"line {n}" for n in range(2, 19)]
    assert (found.older, found.newer) == (True, True)


def test_what_made_it_grave_is_shown_however_much_came_after_it(scene: Scene) -> None:
    case = flagged(scene, scene.anna, heard(Severity.IMMINENT, "I have the pills here"))
    for number in range(30):
        scene.clock.advance(s=1)
        flagged(scene, scene.anna, heard(Severity.LOW, f"{number} " + "craving " * 400))
    opened = look(scene, scene.maria, case.case_id)
    assert opened.flags[0].body.startswith("29 ")
    assert opened.flags[-1].body == "I have the pills here"
    assert opened.more_flags


def test_that_somebody_looked_is_written_down(scene: Scene) -> None:
    case_id = evening_talk(scene)
    opened = look(scene, scene.maria, case_id)
    wider = WidenCase(case_id=case_id, flag_id=opened.flags[0].flag_id)
    scene.do(looking.widen, scene.maria, wider)
    entries = scene.ask(audit.list_audit, scene.maria, audit.ListAudit()).entries
    assert [(entry.action, entry.about) for entry in entries] == [
        ("case.widen", case_id),
        ("case.open", case_id),
    ]


def test_a_page_that_asks_anew_is_one_look_and_coming_back_later_another(scene: Scene) -> None:
    case_id = evening_talk(scene)
    for _ in range(3):
        look(scene, scene.maria, case_id)
        scene.clock.advance(minutes=3)
    assert looks(scene, scene.maria) == [case_id]
    milo = scene.person("milo", Role.MODERATOR)
    look(scene, milo, case_id)
    assert looks(scene, milo) == [case_id]
    scene.clock.advance(minutes=3)
    look(scene, scene.maria, case_id)
    assert looks(scene, scene.maria) == [case_id, case_id]


def looks(scene: Scene, who: Actor) -> list[str]:
    """The cases that somebody looked at, as the record has it."""
    entries = scene.ask(audit.list_audit, who, audit.ListAudit()).entries
    return [each.about for each in entries if each.action == "case.open"]


def test_the_snapshot_is_readable_when_the_words_were_taken_back(scene: Scene) -> None:
    said = scene.say(scene.anna, "some words")
    reason = heard(room_id=scene.evening, message_id=said.message_id, seq=said.seq)
    case = flagged(scene, scene.anna, reason)
    scene.delete(scene.anna, said.message_id)
    opened = look(scene, scene.maria, case.case_id)
    assert opened.flags[0].body == "some words"
    assert [each.body for each in opened.context] == [""]


def test_the_card_tells_how_long_they_are_here_and_what_was_before(scene: Scene) -> None:
    case = flagged(scene, scene.anna)
    card = look(scene, scene.maria, case.case_id).card
    assert (card.person.handle, card.state, card.past, card.sanctions) == ("anna", "active", [], [])
    assert card.since == scene.clock()


@pytest.mark.parametrize("who", ["adam", "anna", "fay"])
def test_it_is_not_for_anyone_else(scene: Scene, who: str) -> None:
    case = flagged(scene, scene.ben)
    actor: Actor = getattr(scene, who)
    assert scene.no(looking.open_case, actor, OpenCase(case_id=case.case_id)) == "forbidden"


def test_a_case_about_oneself_looks_absent_and_leaves_no_trace(scene: Scene) -> None:
    case = flagged(scene, scene.maria)
    assert scene.no(looking.open_case, scene.maria, OpenCase(case_id=case.case_id)) == "not_found"
    entries = scene.ask(audit.list_audit, scene.maria, audit.ListAudit()).entries
    assert entries == []


def test_a_reason_of_another_case_is_not_there(scene: Scene) -> None:
    case_id = evening_talk(scene)
    flag_id = look(scene, scene.maria, case_id).flags[0].flag_id
    other = flagged(scene, scene.ben)
    milo = scene.person("milo", Role.MODERATOR)
    wrong = WidenCase(case_id=other.case_id, flag_id=flag_id)
    assert scene.no(looking.widen, milo, wrong) == "not_found"
