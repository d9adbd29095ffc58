"""Asking for a person: never refused, and honest about who is there."""

from __future__ import annotations

import msgspec
import pytest

from moderation.cases.answering import Nobody
from moderation.cases.card import Duty
from moderation.cases.opening import Reason
from moderation.events import CardChanged, CaseChanged, HelpAsked
from moderation.help import asking
from moderation.help.asking import AskForHelp, HelpAnswer, HelpView, ListHelp
from moderation.help.helplines import Country
from moderation.screening import Hear, hearing
from moderation.severity import Severity
from rooms.chat import membership
from rooms.chat.membership import MutePerson, RemovePerson
from rooms.event import MODERATORS
from rooms.people.person import Actor, Role
from tests.moderation.cases.following import On, claim, deaf, heard, listed, look
from tests.support.scene import Scene

OUTSIDE: tuple[Country, ...] = ()


def ask(
    scene: Scene,
    actor: Actor,
    words: str = "",
    nonce: str = "n",
    *,
    duty: Duty | None = None,
    hear: Hear = deaf,
) -> HelpAnswer:
    """Someone asks for a person, while nobody is on duty unless it is said who."""
    command = AskForHelp(nonce=nonce, words=words)
    there = duty or Nobody()
    return scene.write(
        lambda work: asking.ask(
            work, actor, command, outside=lambda _: OUTSIDE, duty=there, hear=hear
        )
    )


def requests(scene: Scene, actor: Actor) -> list[HelpView]:
    """Every request someone sees, newest first."""
    found: list[HelpView] = []
    cursor = None
    while True:
        page = scene.ask(asking.list_help, actor, ListHelp(cursor=cursor))
        found += page.requests
        cursor = page.cursor
        if cursor is None:
            return found


def test_a_request_is_kept_and_moderators_hear_of_it(scene: Scene) -> None:
    answer = ask(scene, scene.anna, "I can't do this alone")
    assert (answer.asked_at, answer.on_duty, answer.outside) == (scene.clock(), 0, [])
    case, card, event = scene.heard()
    assert isinstance(case, CaseChanged)
    assert card == CardChanged(user_id=scene.anna.user_id)
    assert event == HelpAsked(about=scene.anna.user_id, help_id=answer.help_id)
    assert (event.topic, event.not_for) == (MODERATORS, scene.anna.user_id)
    (shown,) = requests(scene, scene.maria)
    assert (shown.person.handle, shown.words) == ("anna", "I can't do this alone")


@pytest.mark.parametrize("there", [(), ("maria",)])
def test_the_answer_tells_who_is_there_and_promises_nothing(
    scene: Scene, there: tuple[str, ...]
) -> None:
    answer = ask(scene, scene.anna, duty=On(there, 7))
    assert (answer.on_duty, answer.next_duty_at) == ((1, None) if there else (0, 7))
    assert ("nobody is on duty" in answer.message.lower()) is not bool(there)
    assert "!" not in answer.message
    for promise in ("soon as possible", "shortly", "will", "moment", "user"):
        assert promise not in answer.message.lower()


def test_who_has_it_is_named_only_when_somebody_took_it_on(scene: Scene) -> None:
    ask(scene, scene.anna)
    (row,) = listed(scene, scene.maria)
    assert row.wants_contact is True
    claim(scene, scene.maria, row.case_id)
    again = ask(scene, scene.anna, nonce="again", duty=On(("maria",)))
    assert again.message.startswith("maria has read what you wrote")
    assert b"maria has read" in msgspec.json.encode(again)


def test_the_answer_promises_nothing_that_no_human_has_taken_on(scene: Scene) -> None:
    said = ask(scene, scene.anna).message
    assert said.startswith("Nobody is on duty right now.")
    assert "!" not in said
    for promise in ("soon", "shortly", "will", "moment", "user"):
        assert promise not in said.lower()


def test_one_person_cannot_bury_the_others_but_is_never_refused(scene: Scene) -> None:
    answers = [ask(scene, scene.anna, nonce=str(n)) for n in range(asking.KEPT_A_MINUTE + 5)]
    assert len(requests(scene, scene.maria)) == asking.KEPT_A_MINUTE
    assert {answer.help_id for answer in answers[-6:]} == {answers[-6].help_id}
    ask(scene, scene.ben)
    assert len(requests(scene, scene.maria)) == asking.KEPT_A_MINUTE + 1
    scene.clock.advance(minutes=1)
    ask(scene, scene.anna, nonce="a minute later")
    assert len(requests(scene, scene.maria)) == asking.KEPT_A_MINUTE + 2


@pytest.mark.parametrize("words", ["", "a\x00b\ud800c", "e" + "\u0301" * 300, " \u200b"])
def test_no_words_are_a_reason_to_refuse(scene: Scene, words: str) -> None:
    ask(scene, scene.anna, words)
    (shown,) = requests(scene, scene.maria)
    assert "\x00" not in shown.words


@pytest.mark.parametrize("who", ["anna", "ben", "fay", "maria", "adam"])
def test_nobody_is_refused(scene: Scene, who: str) -> None:
    assert ask(scene, getattr(scene, who)).help_id


def test_whoever_was_muted_or_put_out_is_not_refused(scene: Scene) -> None:
    target = {"room_id": scene.evening, "user_id": scene.anna.user_id}
    scene.do(membership.mute, scene.fay, MutePerson(**target, mute_s=60, reason=None))
    scene.do(membership.remove, scene.fay, RemovePerson(**target, reason=None))
    assert ask(scene, scene.anna).help_id


def test_a_retry_is_the_same_request_whatever_its_words(scene: Scene) -> None:
    first = ask(scene, scene.anna, "first")
    scene.heard()
    before = scene.snapshot()
    scene.clock.advance(minutes=1)
    again = ask(scene, scene.anna, "other words")
    assert (again.help_id, again.asked_at) == (first.help_id, first.asked_at)
    assert scene.heard() == []
    assert scene.snapshot() == before
    assert ask(scene, scene.ben).help_id != first.help_id


@pytest.mark.parametrize("who", ["anna", "fay", "ben", "adam"])
def test_only_moderators_read_requests(scene: Scene, who: str) -> None:
    assert scene.no(asking.list_help, getattr(scene, who), ListHelp()) == "forbidden"


def test_nobody_reads_their_own_request_among_those_of_others(scene: Scene) -> None:
    zoe = scene.person("zoe", Role.MODERATOR)
    ask(scene, scene.maria)
    assert requests(scene, scene.maria) == []
    assert len(requests(scene, zoe)) == 1


def test_many_requests_come_in_pages_newest_first(scene: Scene) -> None:
    for number in range(60):
        ask(scene, scene.anna, f"words {number}", f"n{number}")
        scene.clock.advance(s=number % 2 * 30)
    found = requests(scene, scene.maria)
    assert [view.words for view in found] == [f"words {number}" for number in reversed(range(60))]


def test_asking_opens_a_case_by_itself(scene: Scene) -> None:
    ask(scene, scene.anna, "I can't do this alone")
    (row,) = listed(scene, scene.maria)
    assert (row.source, row.severity, row.person.handle) == ("help_button", "high", "anna")
    (flag,) = look(scene, scene.maria, row.case_id).flags
    assert flag.body == "I can't do this alone"
    ask(scene, scene.anna, "still here", nonce="again")
    assert [each.flags for each in listed(scene, scene.maria)] == [2]


@pytest.mark.parametrize(
    ("said", "severity"), [(Severity.LOW, "high"), (Severity.IMMINENT, "imminent")]
)
def test_its_words_are_listened_to_and_can_only_make_it_graver(
    scene: Scene, said: Severity, severity: str
) -> None:
    def listen(body: str, warning: str | None, *, account_age_days: int) -> Reason:
        return heard(said, body)

    ask(scene, scene.anna, "I took them all", hear=hearing(listen, lambda *_: 0))
    (row,) = listed(scene, scene.maria)
    assert (row.source, row.severity) == ("help_button", severity)
    (flag,) = look(scene, scene.maria, row.case_id).flags
    assert (flag.body, [hit.term for hit in flag.hits]) == ("I took them all", ["wish"])


def test_what_makes_it_graver_is_heard_however_often_one_asked(scene: Scene) -> None:
    def listen(body: str, warning: str | None, *, account_age_days: int) -> Reason:
        return heard(Severity.IMMINENT, body)

    for number in range(asking.KEPT_A_MINUTE):
        ask(scene, scene.anna, nonce=str(number))
    (row,) = listed(scene, scene.maria)
    for nonce in ("eleven", "twelve"):
        words = f"I took them all, {nonce}"
        ask(scene, scene.anna, words, nonce=nonce, hear=hearing(listen, lambda *_: 0))
    after = look(scene, scene.maria, row.case_id)
    assert after.case.severity == "imminent"
    kept = [flag.body for flag in after.flags if flag.body]
    assert kept == ["I took them all, eleven"], "the second makes it no graver"


def test_words_that_can_not_be_read_are_kept_and_no_reason_to_refuse(scene: Scene) -> None:
    def listen(body: str, warning: str | None, *, account_age_days: int) -> Reason:
        raise ZeroDivisionError

    ask(scene, scene.anna, "I took them all", hear=hearing(listen, lambda *_: 0))
    (row,) = listed(scene, scene.maria)
    (flag,) = look(scene, scene.maria, row.case_id).flags
    assert (row.source, row.severity, flag.fault) == ("help_button", "high", "ZeroDivisionError")
    assert flag.body == "I took them all"


def test_its_words_are_said_in_the_language_of_the_site(scene: Scene) -> None:
    answer = ask(scene, scene.anna)
    assert answer.said(lambda words: f"[{words}]").message == f"[{answer.message}]"
    assert answer.said(str) == answer
