"""How a case ends: by a person, an imminent one by two, and somebody asks again."""

from __future__ import annotations

import pytest

from moderation.cases import closing, leaving, queue, store, talking
from moderation.cases.case import Case, CaseState, Outcome, follow_up_due
from moderation.cases.clock import HOUR_MS, SOLO_AFTER_MS
from moderation.cases.closing import ResolveCase, ReviewCase
from moderation.cases.queue import ListCases
from moderation.cases.talking import ContactCase
from moderation.cases.views import CaseClosed
from moderation.severity import Severity
from rooms.chat import log, posting, reading
from rooms.chat.posting import PostMessage
from rooms.people.person import Actor, Role
from rooms.work import Reader, Work
from tests.moderation.cases.following import (
    claim,
    flagged,
    hand,
    heard,
    listed,
    resolve,
    room_of,
    talk_with,
)
from tests.moderation.cases.test_triage import deeds
from tests.support.scene import Scene, unscreened


@pytest.fixture
def milo(scene: Scene) -> Actor:
    """Another moderator."""
    return scene.person("milo", Role.MODERATOR)


def resolve_among(scene: Scene, who: Actor, case_id: str, *peers: Actor) -> CaseClosed:
    """Somebody closes it where these moderators' powers work."""

    def among(work: Work, actor: Actor, command: ResolveCase) -> CaseClosed:
        return closing.resolve(work, actor, command, peers=lambda _: [p.user_id for p in peers])

    return scene.do(among, who, ResolveCase(case_id=case_id, outcome=Outcome.TALKED))


def kept(scene: Scene, case_id: str) -> Case:
    """A case as the store has it."""

    def find(reader: Reader) -> Case:
        found = store.by_id(reader.sql, case_id)
        assert found is not None
        return found

    return scene.read(find)


@pytest.mark.parametrize(
    ("severity", "hours"), [(Severity.HIGH, 36), (Severity.MEDIUM, 72), (Severity.LOW, 72)]
)
def test_when_somebody_asks_again_is_as_grave_as_it_was(
    scene: Scene, severity: Severity, hours: int
) -> None:
    case_id = talk_with(scene, scene.anna, scene.maria, heard(severity))
    answer = resolve(scene, scene.maria, case_id)
    assert answer.case.follow_up_at == scene.clock() + hours * HOUR_MS
    assert answer.debrief is (severity is Severity.HIGH)


def test_unless_the_helper_says_otherwise_or_there_was_nothing(scene: Scene) -> None:
    now = scene.clock()
    for more, expected in (
        ({"follow_up_in_h": 5}, now + 5 * HOUR_MS),
        ({"follow_up_at": now + 1}, now + 1),
        ({"follow_up_in_h": 0}, None),
        ({"outcome": Outcome.NOT_A_CRISIS}, None),
        ({"outcome": Outcome.NO_ACTION}, None),
    ):
        case = flagged(scene, scene.anna)
        claim(scene, scene.maria, case.case_id)
        answer = resolve(scene, scene.maria, case.case_id, **more)
        assert answer.case.follow_up_at == expected, more


@pytest.mark.parametrize("late", [-1, 0, 91 * 24 * HOUR_MS])
def test_nobody_asks_again_in_the_past_nor_in_another_season(scene: Scene, late: int) -> None:
    case_id = talk_with(scene, scene.anna, scene.maria)
    command = ResolveCase(
        case_id=case_id, outcome=Outcome.TALKED, follow_up_at=scene.clock() + late
    )
    assert scene.no(closing.resolve, scene.maria, command) == "out_of_range"


def test_the_talk_is_read_on_by_the_person_and_written_by_nobody(scene: Scene) -> None:
    case_id = talk_with(scene, scene.anna, scene.maria)
    room_id = room_of(scene, case_id)
    resolve(scene, scene.maria, case_id)
    mine = scene.mine(scene.anna, room_id)
    assert (mine.room.closed, mine.room.name) == (True, "A talk with maria")
    assert [each.body for each in scene.page(scene.anna, room_id=room_id)] == [
        "Hello, how are you?"
    ]
    post = PostMessage(room_id=room_id, nonce="n", body="are you there")

    def say(work: Work, actor: Actor, command: PostMessage) -> object:
        return posting.post(work, actor, command, screen=unscreened)

    refused = scene.refusal(say, scene.anna, post)
    assert refused.code == "closed"
    assert "I need to talk" in refused.message
    assert scene.no(say, scene.maria, post) == "not_found"
    before = log.LogBefore(room_id=room_id, seq=9)
    assert scene.no(log.before, scene.maria, before) == "not_found"


def test_when_somebody_asks_again_they_go_on_in_the_same_talk(scene: Scene, milo: Actor) -> None:
    case_id = talk_with(scene, scene.anna, scene.maria)
    room_id = room_of(scene, case_id)
    resolve(scene, scene.maria, case_id)
    scene.clock.advance(ms=36 * HOUR_MS)
    scene.write(lambda work: _reopen(work, case_id))
    claim(scene, milo, case_id)
    before = log.LogBefore(room_id=room_id, seq=9)
    assert scene.no(log.before, milo, before) == "not_found"
    command = ContactCase(case_id=case_id, nonce="n", body="How are you today?")
    scene.do(talking.contact, milo, command)
    assert [each.body for each in scene.page(milo, room_id=room_id)] == [
        "Hello, how are you?",
        "How are you today?",
    ]
    assert scene.mine(scene.anna, room_id).room.closed is False
    scene.say(scene.anna, "better", room_id=room_id)


def _reopen(work: Work, case_id: str) -> None:
    found = store.lock(work.sql, case_id)
    assert found is not None
    store.save(work.sql, follow_up_due(found, work.now))


def test_an_imminent_one_is_closed_by_two(scene: Scene, milo: Actor) -> None:
    case_id = talk_with(scene, scene.anna, scene.maria, heard(Severity.IMMINENT))
    first = resolve_among(scene, scene.maria, case_id, scene.maria, milo)
    assert (first.case.state, first.case.closing, first.debrief) == (
        CaseState.IN_CONTACT,
        True,
        False,
    )
    again = ResolveCase(case_id=case_id, outcome=Outcome.TALKED)

    def with_milo(work: Work, actor: Actor, command: ResolveCase) -> CaseClosed:
        return closing.resolve(work, actor, command, peers=lambda _: [milo.user_id])

    scene.clock.advance(ms=SOLO_AFTER_MS)
    assert scene.no(with_milo, scene.maria, again) == "second_person"
    second = resolve_among(scene, milo, case_id, scene.maria, milo)
    assert (second.case.state, second.case.solo, second.debrief) == (
        CaseState.RESOLVED,
        False,
        True,
    )
    assert deeds(scene, milo) == ["case.resolve"]
    assert "case.propose" in deeds(scene, scene.maria)


def test_a_lone_moderator_closes_it_later_and_that_is_recorded(scene: Scene) -> None:
    """Also where the only other one is whom it is about."""
    anna = scene.person("mona", Role.MODERATOR)
    case_id = talk_with(scene, anna, scene.maria, heard(Severity.IMMINENT))
    resolve_among(scene, scene.maria, case_id, scene.maria, anna)
    again = ResolveCase(case_id=case_id, outcome=Outcome.TALKED)
    assert scene.no(closing.resolve, scene.maria, again) == "second_person"
    scene.clock.advance(ms=SOLO_AFTER_MS)
    done = resolve_among(scene, scene.maria, case_id, scene.maria, anna)
    assert (done.case.state, done.case.solo) == (CaseState.RESOLVED, True)
    same = resolve_among(scene, scene.maria, case_id)
    assert same.case == done.case


def test_somebody_else_looks_at_how_it_went(scene: Scene, milo: Actor) -> None:
    case_id = talk_with(scene, scene.anna, scene.maria)
    resolve(scene, scene.maria, case_id)

    def review(work: Work, actor: Actor, command: ReviewCase) -> object:
        return closing.review(work, actor, command, peers=lambda _: [milo.user_id])

    command = ReviewCase(case_id=case_id)
    assert scene.no(review, scene.maria, command) == "second_person"
    scene.do(review, milo, command)
    assert listed(scene, milo, which="closed")[0].state is CaseState.REVIEWED
    assert deeds(scene, milo) == ["case.review"]


def test_whoever_helped_sees_what_came_of_it(scene: Scene, milo: Actor) -> None:
    mona = scene.person("mona", Role.MODERATOR)
    case_id = talk_with(scene, scene.anna, scene.maria)
    hand(scene, case_id, scene.maria, milo)
    resolve(scene, milo, case_id, Outcome.CONNECTED)
    for who in (scene.maria, milo):
        (row,) = listed(scene, who, which="helped")
        assert (row.case_id, row.outcome) == (case_id, Outcome.CONNECTED)
    assert listed(scene, mona, which="helped") == []
    assert scene.no(queue.list_cases, scene.ben, ListCases(which="helped")) == "forbidden"


def test_a_talk_goes_thirty_days_after_its_case(scene: Scene) -> None:
    case_id = talk_with(scene, scene.anna, scene.maria)
    room_id = room_of(scene, case_id)
    resolve(scene, scene.maria, case_id, follow_up_in_h=0)
    for days, there in ((29, True), (2, False)):
        scene.clock.advance(ms=days * 24 * HOUR_MS)
        while scene.write(lambda work: leaving.step(work, "")) is not None:
            pass
        mine = scene.ask(reading.sync, scene.anna, reading.SyncSession()).rooms
        assert (room_id in [each.room.room_id for each in mine]) is there
    assert kept(scene, case_id).room_id is None
