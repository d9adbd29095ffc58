"""Worrying about someone: quietly, apart from a report, and heard when someone has it."""

from __future__ import annotations

import pytest

from moderation.cases import answering, worrying
from moderation.cases.worrying import WorryAbout
from moderation.events import CardChanged, CaseChanged, ConcernHeard
from rooms.chat.reading import MyWorry
from rooms.event import MODERATORS
from rooms.people.person import Actor, Role
from tests.moderation.cases.following import On, claim, flagged, listed, look
from tests.support.ids import id_of
from tests.support.scene import Scene


def worry(scene: Scene, who: Actor, message_id: str, nonce: str = "n", note: str = "") -> None:
    """Somebody is worried about whoever wrote this."""
    scene.do(worrying.worry, who, WorryAbout(message_id=message_id, nonce=nonce, note=note))


def worries(scene: Scene, who: Actor) -> list[MyWorry]:
    """What somebody sees of what they worried about, after a reload."""
    cards = scene.read(lambda reader: answering.cards(reader, who.user_id, On()))
    return [] if cards is None else cards.worries


def test_it_opens_a_case_quietly_with_the_words_as_they_stood(scene: Scene) -> None:
    said = scene.say(scene.anna, "as it stood")
    scene.heard()
    worry(scene, scene.fay, said.message_id, note="she sounds low")
    assert {event.topic for event in scene.heard()} == {MODERATORS}
    (row,) = listed(scene, scene.maria)
    assert (row.source, row.severity, row.person.handle) == ("concern", "medium", "anna")
    opened = look(scene, scene.maria, row.case_id)
    (flag,) = opened.flags
    assert flag.raised_by is not None
    assert (flag.body, flag.raised_by.handle) == ("as it stood", "fay")
    assert [entry.note for entry in opened.entries if entry.what == "concern"] == ["she sounds low"]


def test_the_author_never_learns_who_nor_that(scene: Scene) -> None:
    said = scene.say(scene.anna)
    scene.heard()
    worry(scene, scene.fay, said.message_id, note="she sounds low")
    claim(scene, scene.maria, listed(scene, scene.maria)[0].case_id)
    heard = scene.heard()
    assert {event.not_for for event in heard if isinstance(event, CaseChanged)} == {
        scene.anna.user_id
    }
    assert f"user:{scene.anna.user_id}" not in {event.topic for event in heard}
    assert scene.read(lambda reader: answering.cards(reader, scene.anna.user_id, On())) is None


def test_whoever_worried_hears_that_someone_has_it_and_nothing_else(scene: Scene) -> None:
    said = scene.say(scene.anna)
    worry(scene, scene.fay, said.message_id)
    (before,) = worries(scene, scene.fay)
    assert (before.message_id, before.heard_at) == (said.message_id, None)
    scene.clock.advance(minutes=3)
    scene.heard()
    (row,) = listed(scene, scene.maria)
    claim(scene, scene.maria, row.case_id)
    (event,) = scene.heard_of(ConcernHeard)
    assert event == ConcernHeard(user_id=scene.fay.user_id, message_id=said.message_id)
    assert event.topic == f"user:{scene.fay.user_id}"
    (after,) = worries(scene, scene.fay)
    assert after.heard_at == scene.clock()
    assert worries(scene, scene.ben) == []


def test_it_joins_a_grave_case_and_what_its_person_sees_stays_the_same(scene: Scene) -> None:
    said = scene.say(scene.anna)
    flagged(scene, scene.anna)
    scene.heard()
    worry(scene, scene.fay, said.message_id)
    assert scene.heard_of(CardChanged) == []
    (row,) = listed(scene, scene.maria)
    assert (row.severity, row.flags) == ("high", 2)


def test_where_someone_has_it_already_it_is_heard_at_once(scene: Scene) -> None:
    said = scene.say(scene.anna)
    claim(scene, scene.maria, flagged(scene, scene.anna).case_id)
    scene.heard()
    worry(scene, scene.fay, said.message_id)
    assert len(scene.heard_of(ConcernHeard)) == 1


def test_a_retry_changes_nothing(scene: Scene) -> None:
    said = scene.say(scene.anna)
    worry(scene, scene.fay, said.message_id, note="low")
    scene.heard()
    scene.delete(scene.anna, said.message_id)
    scene.heard()
    before = scene.snapshot()
    worry(scene, scene.fay, said.message_id, note="low")
    assert (scene.snapshot(), scene.heard()) == (before, [])
    other = WorryAbout(message_id=said.message_id, nonce="n", note="other")
    assert scene.no(worrying.worry, scene.fay, other) == "idempotency_conflict"


def test_about_what_nobody_can_worry(scene: Scene) -> None:
    said = scene.say(scene.anna)
    gone = scene.say(scene.anna)
    scene.delete(scene.anna, gone.message_id)

    def about(message_id: str, **more: str) -> WorryAbout:
        return WorryAbout(message_id=message_id, nonce="n", **more)

    assert scene.no(worrying.worry, scene.anna, about(said.message_id)) == "forbidden"
    assert scene.no(worrying.worry, scene.ben, about(said.message_id)) == "not_found"
    assert scene.no(worrying.worry, scene.fay, about(gone.message_id)) == "not_found"
    assert scene.no(worrying.worry, scene.fay, about(id_of("absent"))) == "not_found"
    unreadable = about(said.message_id, note="a\x00")
    assert scene.no(worrying.worry, scene.fay, unreadable) == "bad_unicode"


@pytest.mark.parametrize("who", ["maria", "milo"])
def test_about_a_moderator_another_one_sees_it(scene: Scene, who: str) -> None:
    milo = scene.person("milo", Role.MODERATOR)
    people = {"maria": scene.maria, "milo": milo}
    scene.bring_in(people[who], scene.evening)
    said = scene.say(people[who])
    worry(scene, scene.fay, said.message_id)
    for name, moderator in people.items():
        assert len(listed(scene, moderator)) == int(name != who)
