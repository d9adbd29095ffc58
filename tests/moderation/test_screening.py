"""Every text is listened to in its own transaction, and what can't be read goes to a human."""

from __future__ import annotations

from functools import partial

import pytest

from moderation.cases.opening import Reason, Source
from moderation.events import CaseChanged
from moderation.screening import Listen, screening
from moderation.severity import Severity
from rooms.chat import posting
from rooms.chat.posting import EditMessage, PostMessage
from rooms.work import Work
from tests.moderation.cases.following import heard, listed, look
from tests.support.scene import Scene


def days(_work: Work, _user_id: str) -> int:
    return 3


class Ear:
    """Hears one word, and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str | None, int]] = []

    def __call__(self, body: str, warning: str | None, *, account_age_days: int) -> Reason | None:
        self.asked.append((body, warning, account_age_days))
        if "faulty" in body:
            raise ZeroDivisionError
        return heard(Severity.HIGH, body) if "wish" in body else None


def say(scene: Scene, ear: Listen, body: str, nonce: str = "n") -> posting.Posted:
    screen = screening(ear, days)
    command = PostMessage(room_id=scene.evening, nonce=nonce, body=body)
    return scene.do(partial(posting.post, screen=screen), scene.anna, command)


def test_what_is_heard_is_kept_with_where_it_was_said(scene: Scene) -> None:
    said = say(scene, Ear(), "a wish")
    (row,) = listed(scene, scene.maria)
    (flag,) = look(scene, scene.maria, row.case_id).flags
    assert (flag.message_id, flag.seq, flag.room_id, flag.body, flag.source) == (
        said.message_id,
        said.seq,
        scene.evening,
        "a wish",
        "keyword",
    )


def test_an_edit_is_heard_as_well(scene: Scene) -> None:
    ear = Ear()
    said = say(scene, ear, "nothing")
    assert listed(scene, scene.maria) == []
    edit = partial(posting.edit, screen=screening(ear, days))
    scene.do(edit, scene.anna, EditMessage(message_id=said.message_id, body="a wish"))
    assert len(listed(scene, scene.maria)) == 1
    assert ear.asked == [("nothing", None, 3), ("a wish", None, 3)]


def test_what_can_not_be_read_is_kept_and_opens_a_case_with_the_class_of_the_fault(
    scene: Scene,
) -> None:
    said = say(scene, Ear(), "faulty")
    assert scene.page(scene.fay)[-1].message_id == said.message_id
    (row,) = listed(scene, scene.maria)
    (flag,) = look(scene, scene.maria, row.case_id).flags
    assert (flag.source, flag.fault, row.severity) == (
        Source.FAILED_SCREENING,
        "ZeroDivisionError",
        Severity.MEDIUM,
    )


def test_the_room_hears_nothing_of_it(scene: Scene) -> None:
    scene.heard()
    say(scene, Ear(), "a wish")
    topics = {type(event).__name__: event.topic for event in scene.heard()}
    assert topics.pop("CaseChanged") == "moderators"
    assert all("moderators" not in topic for topic in topics.values())


def test_a_post_that_fails_leaves_no_case(scene: Scene) -> None:
    before = scene.snapshot()

    class Breaks(Exception):
        """Not of the screen's making."""

    def breaking(work: Work, *given: object, **named: object) -> None:
        screening(Ear(), days)(work, *given, **named)
        raise Breaks

    command = PostMessage(room_id=scene.evening, nonce="n", body="a wish")
    with pytest.raises(Breaks):
        scene.do(partial(posting.post, screen=breaking), scene.anna, command)
    assert scene.snapshot() == before


def test_whoever_writes_again_is_noticed(scene: Scene) -> None:
    ear = Ear()
    say(scene, ear, "a wish", nonce="1")
    scene.heard()
    say(scene, ear, "still here", nonce="2")
    assert [event for event in scene.heard() if isinstance(event, CaseChanged)]
