"""The card: there for what is grave, honest at each stage, and its person's alone."""

from __future__ import annotations

import pytest

from moderation.cases import answering, case, store, ticking, timeline, triage
from moderation.cases.answering import AnswerCard, PutCardAway, ShowCard
from moderation.cases.case import Outcome
from moderation.cases.clock import LEASE_MS
from moderation.cases.triage import ReleaseCase
from moderation.events import CardChanged
from moderation.severity import Severity
from rooms.chat.reading import MyCard
from rooms.people.person import Actor, Role
from rooms.work import Work
from tests.moderation.cases.following import On, claim, flagged, heard, listed, look
from tests.support.scene import Scene

NOBODY = On()


def card_of(scene: Scene, who: Actor, duty: On = NOBODY) -> MyCard | None:
    """What somebody sees of their own case."""
    shown = scene.ask(
        lambda reader, actor, what: answering.show(reader, actor, what, duty=duty),
        who,
        ShowCard(),
    )
    return None if shown.cards is None else shown.cards.mine


def mine(scene: Scene, who: Actor, duty: On = NOBODY) -> MyCard:
    """The same where there is one."""
    found = card_of(scene, who, duty)
    assert found is not None
    return found


def tick(scene: Scene, case_id: str) -> None:
    """The clock does what is due."""

    def run(work: Work) -> None:
        before = store.lock(work.sql, case_id)
        assert before is not None
        done = ticking.tick(before, scene.clock(), is_anyone_on_duty=False)
        store.save(work.sql, done.case)
        timeline.announce(work, done.case)

    scene.write(run)


def close(scene: Scene, who: Actor, case_id: str) -> None:
    """Whoever has it closes it."""

    def run(work: Work) -> None:
        before = store.lock(work.sql, case_id)
        assert before is not None
        after = case.resolve(
            before, who.user_id, Outcome.TALKED, scene.clock(), follow_up_at=None, is_alone=False
        )
        store.save(work.sql, after)
        timeline.announce(work, after)

    scene.write(run)


@pytest.mark.parametrize("severity", [Severity.LOW, Severity.MEDIUM])
def test_what_was_opened_quietly_shows_nothing(scene: Scene, severity: Severity) -> None:
    opened = flagged(scene, scene.anna, heard(severity))
    claim(scene, scene.maria, opened.case_id)
    assert scene.heard_of(CardChanged) == []
    assert card_of(scene, scene.anna) is None
    for who in (scene.anna, scene.ben):
        assert scene.no(answering.answer, who, AnswerCard(answer="yes")) == "not_found"
        assert scene.no(answering.put_away, who, PutCardAway()) == "not_found"


def test_a_case_that_rises_shows_it(scene: Scene) -> None:
    opened = flagged(scene, scene.anna, heard(Severity.MEDIUM))
    claim(scene, scene.maria, opened.case_id)
    scene.heard()
    flagged(scene, scene.anna, heard(Severity.IMMINENT, "worse"))
    assert scene.heard_of(CardChanged) == [CardChanged(user_id=scene.anna.user_id)]
    assert mine(scene, scene.anna).stage == "someone_has_it"


def test_it_is_its_persons_alone(scene: Scene) -> None:
    flagged(scene, scene.anna)
    (event,) = scene.heard_of(CardChanged)
    assert event.topic == f"user:{scene.anna.user_id}"
    assert {"kind", "user_id"} >= set(event.__struct_fields__)
    for who in (scene.ben, scene.fay, scene.maria, scene.adam):
        assert card_of(scene, who) is None


def test_it_says_who_is_there_only_where_somebody_is(scene: Scene) -> None:
    flagged(scene, scene.anna)
    assert mine(scene, scene.anna, On(["maria"])).stage == "heard"
    alone = mine(scene, scene.anna, On([scene.anna.user_id], next_at=7))
    assert (alone.stage, alone.next_duty_at, alone.by) == ("nobody_on_duty", 7, None)


def test_somebody_is_named_only_once_they_have_it_and_no_longer_than_that(scene: Scene) -> None:
    opened = flagged(scene, scene.anna)
    assert mine(scene, scene.anna).by is None
    claim(scene, scene.maria, opened.case_id)
    shown = mine(scene, scene.anna)
    assert shown.by is not None
    assert (shown.stage, shown.by.handle, shown.given_back) == ("someone_has_it", "maria", False)
    scene.heard()
    scene.clock.advance(ms=LEASE_MS)
    tick(scene, opened.case_id)
    assert scene.heard_of(CardChanged) == [CardChanged(user_id=scene.anna.user_id)]
    shown = mine(scene, scene.anna)
    assert (shown.stage, shown.by, shown.given_back) == ("nobody_on_duty", None, True)
    milo = scene.person("milo", Role.MODERATOR)
    claim(scene, milo, opened.case_id)
    assert mine(scene, scene.anna).given_back is False
    scene.do(triage.release, milo, ReleaseCase(case_id=opened.case_id))
    assert mine(scene, scene.anna).given_back is True


def test_it_tells_that_it_is_over_for_a_while(scene: Scene) -> None:
    opened = flagged(scene, scene.anna)
    claim(scene, scene.maria, opened.case_id)
    close(scene, scene.maria, opened.case_id)
    assert mine(scene, scene.anna).stage == "over"
    assert scene.no(answering.answer, scene.anna, AnswerCard(answer="yes")) == "not_found"
    scene.clock.advance(ms=answering.OVER_SHOWN_MS)
    assert card_of(scene, scene.anna) is None


def test_the_answer_stands_in_the_case_and_can_be_given_otherwise(scene: Scene) -> None:
    opened = flagged(scene, scene.anna)
    assert [row.wants_contact for row in listed(scene, scene.maria)] == [None]
    scene.do(answering.answer, scene.anna, AnswerCard(answer="yes"))
    assert [row.wants_contact for row in listed(scene, scene.maria)] == [True]
    scene.heard()
    before = scene.snapshot()
    scene.do(answering.answer, scene.anna, AnswerCard(answer="yes"))
    assert (scene.snapshot(), scene.heard()) == (before, [])
    scene.do(answering.answer, scene.anna, AnswerCard(answer="not_now"))
    assert [row.wants_contact for row in listed(scene, scene.maria)] == [False]
    entries = look(scene, scene.maria, opened.case_id).entries
    answers = [(entry.detail, entry.actor) for entry in entries if entry.what == "answered"]
    assert [detail for detail, _ in answers] == ["not_now", "yes"]
    assert {actor.handle for _, actor in answers if actor is not None} == {"anna"}
    assert mine(scene, scene.anna).wants is False


def test_an_answer_is_a_sign_of_life_for_whoever_has_it(scene: Scene) -> None:
    opened = flagged(scene, scene.anna)
    claim(scene, scene.maria, opened.case_id)
    scene.clock.advance(ms=LEASE_MS - 1)
    scene.do(answering.answer, scene.anna, AnswerCard(answer="yes"))
    (row,) = listed(scene, scene.maria)
    assert row.lease_until == scene.clock() + LEASE_MS


def test_put_away_it_stays_away_until_it_stands_otherwise(scene: Scene) -> None:
    opened = flagged(scene, scene.anna)
    scene.do(answering.put_away, scene.anna, PutCardAway())
    assert mine(scene, scene.anna).away is True
    scene.do(answering.put_away, scene.anna, PutCardAway(away=False))
    assert mine(scene, scene.anna).away is False
    scene.do(answering.put_away, scene.anna, PutCardAway())
    flagged(scene, scene.anna, heard(Severity.MEDIUM, "quiet words"))
    assert mine(scene, scene.anna).away is True
    flagged(scene, scene.anna, heard(Severity.HIGH, "grave words"))
    assert mine(scene, scene.anna).away is False
    scene.do(answering.put_away, scene.anna, PutCardAway())
    claim(scene, scene.maria, opened.case_id)
    assert mine(scene, scene.anna).away is False


def test_what_moderators_do_besides_does_not_show(scene: Scene) -> None:
    opened = flagged(scene, scene.anna)
    claim(scene, scene.maria, opened.case_id)
    before = mine(scene, scene.anna)
    scene.heard()
    look(scene, scene.maria, opened.case_id)
    note = triage.NoteCase(case_id=opened.case_id, note="asked fay")
    scene.do(triage.note, scene.maria, note)
    assert scene.heard_of(CardChanged) == []
    assert mine(scene, scene.anna) == before
