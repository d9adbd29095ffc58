"""What is said with a warning, of which topics, and by whom an address stays plain text."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from rooms.chat import search
from rooms.chat.events import MessageEdited, MessagePosted
from rooms.chat.message import WARNING_MAX_CHARS
from rooms.chat.newcomers import NEW_FOR_MS, POSTS_TO_SETTLE, SETTLED_AFTER_MS
from rooms.chat.posting import PostMessage
from rooms.people.person import Actor
from tests.support.scene import Scene, post

LINK = "look: https://a.example/page"


@pytest.fixture
def scene() -> Iterator[Scene]:
    scene = Scene()
    yield scene
    scene.close()


def heard(scene: Scene) -> MessagePosted:
    (posted,) = scene.heard_of(MessagePosted)
    return posted


# Warning and topics


def test_a_warning_and_topics_are_shown_wherever_the_words_are(scene: Scene) -> None:
    said = scene.say(
        scene.anna, "a hard night", warning=" about a lapse ", topics=["relapse", "loss", "relapse"]
    )
    told = heard(scene)
    assert (told.warning, told.topics) == ("about a lapse", ["relapse", "loss"])
    (logged,) = scene.log(scene.fay)
    (page,) = scene.page(scene.fay)
    asked = search.SearchMessages(text="hard", room_id=scene.evening)
    (found,) = scene.ask(search.search, scene.fay, asked).messages
    for shown in (logged, page, found):
        assert isinstance(shown, MessagePosted)
        assert (shown.warning, shown.topics) == ("about a lapse", ["relapse", "loss"])
    assert said.seq == 1


def test_most_messages_have_neither(scene: Scene) -> None:
    for nothing in ("", " ", "\u200b"):
        scene.say(scene.anna, warning=nothing)
    assert {(each.warning, *each.topics) for each in scene.page(scene.fay)} == {(None,)}


def test_the_same_nonce_with_another_warning_is_a_conflict(scene: Scene) -> None:
    first = scene.say(scene.anna, nonce="n", warning="w", topics=["loss", "eating"])
    again = scene.say(scene.anna, nonce="n", warning="w", topics=["eating", "loss", "loss"])
    assert again.message_id == first.message_id
    for other in ({"warning": "v"}, {"topics": ["loss"]}, {"warning": None}):
        given = {"warning": "w", "topics": ["loss", "eating"], **other}
        command = PostMessage(room_id=scene.evening, nonce="n", body="hello", **given)  # type: ignore[arg-type]
        assert scene.no(post, scene.anna, command) == "idempotency_conflict"


def test_a_warning_is_one_line_that_can_be_kept(scene: Scene) -> None:
    for warning, code in (
        ("w" * (WARNING_MAX_CHARS + 1), "too_long"),
        ("two\nlines", "bad_unicode"),
        ("nul \x00", "bad_unicode"),
        ("a" + "\u0301" * 20, "too_many_marks"),
    ):
        said = PostMessage(room_id=scene.evening, nonce="n", body="hello", warning=warning)
        refusal = scene.refusal(post, scene.anna, said)
        assert (refusal.code, refusal.field) == (code, "warning")


def test_what_an_edit_leaves_out_stays_as_it_was(scene: Scene) -> None:
    said = scene.say(scene.anna, "one", warning="w", topics=["loss"])
    scene.heard()
    scene.edit(scene.anna, said.message_id, "two")
    (event,) = scene.heard_of(MessageEdited)
    assert (event.body, event.warning, event.topics) == ("two", "w", ["loss"])
    scene.edit(scene.anna, said.message_id, "two", warning="", topics=[])
    (event,) = scene.heard_of(MessageEdited)
    assert (event.body, event.warning, event.topics) == ("two", None, [])
    scene.edit(scene.anna, said.message_id, "two", topics=["eating"])
    (shown,) = scene.page(scene.fay)
    assert (shown.warning, shown.topics) == (None, ["eating"])


def test_the_same_warning_again_is_no_change(scene: Scene) -> None:
    said = scene.say(scene.anna, "one", warning="for @fay", topics=["loss"])
    scene.heard()
    same = scene.edit(scene.anna, said.message_id, "one", warning="for @fay", topics=["loss"])
    assert same.seq == said.seq
    assert scene.heard() == []


def test_whoever_came_later_hears_of_no_earlier_warning(scene: Scene) -> None:
    said = scene.say(scene.anna, "one")
    scene.bring_in(scene.ben, scene.evening)
    scene.heard()
    scene.edit(scene.anna, said.message_id, LINK, warning="w", topics=["loss"])
    (event,) = scene.heard_of(MessageEdited)
    assert (event.body, event.warning, event.topics, event.links_held) == (None, None, [], False)
    (replayed,) = scene.log(scene.ben, 1)
    assert isinstance(replayed, MessageEdited)
    assert (replayed.warning, replayed.topics, replayed.links_held) == (None, [], False)
    (as_anna_sees_it,) = scene.page(scene.anna)
    assert as_anna_sees_it.warning == "w"


@pytest.mark.parametrize("gone", ["delete", "hide"])
def test_a_tombstone_warns_of_nothing(scene: Scene, gone: str) -> None:
    said = scene.say(scene.anna, LINK, warning="w", topics=["loss"])
    if gone == "delete":
        scene.delete(scene.anna, said.message_id)
        assert "w" not in [row[-3] for row in scene.snapshot()["message"]]
    else:
        scene.hide(scene.fay, said.message_id)
    (shown,) = scene.page(scene.fay)
    assert (shown.warning, shown.topics, shown.links_held) == (None, [], False)


def test_a_name_in_a_warning_is_a_reference(scene: Scene) -> None:
    scene.say(scene.fay)
    scene.say(scene.anna, "hello", warning="what @fay said")
    scene.connection.execute("UPDATE person SET handle = 'Faye' WHERE handle = 'fay'")
    assert scene.page(scene.anna)[-1].warning == "what @Faye said"
    assert scene.mine(scene.fay).mentions == 0, "a warning calls nobody"


# Links of newcomers


def age(scene: Scene, actor: Actor, here_for_ms: int) -> None:
    scene.connection.execute(
        "UPDATE person SET created_at = ? WHERE user_id = ?",
        (scene.clock() - here_for_ms, actor.user_id),
    )


def test_an_address_of_someone_new_is_held(scene: Scene) -> None:
    scene.say(scene.anna, LINK)
    assert heard(scene).links_held
    assert scene.page(scene.fay)[0].links_held
    scene.say(scene.anna, "no address")
    assert not heard(scene).links_held


def test_it_stays_held_when_they_are_known_and_an_edit_looks_again(scene: Scene) -> None:
    said = scene.say(scene.anna, LINK)
    age(scene, scene.anna, SETTLED_AFTER_MS)
    assert scene.page(scene.fay)[0].links_held
    scene.say(scene.anna, LINK)
    assert not scene.page(scene.fay)[1].links_held
    scene.edit(scene.anna, said.message_id, f"{LINK} as well")
    assert not scene.page(scene.fay)[0].links_held


def test_an_address_that_comes_with_an_edit_is_held(scene: Scene) -> None:
    said = scene.say(scene.anna, "nothing yet")
    scene.heard()
    scene.edit(scene.anna, said.message_id, LINK)
    (event,) = scene.heard_of(MessageEdited)
    assert event.links_held
    assert scene.page(scene.fay)[0].links_held


def test_words_that_stand_here_make_someone_known_after_the_first_days(scene: Scene) -> None:
    age(scene, scene.anna, NEW_FOR_MS)
    elsewhere = scene.room("Elsewhere")
    for _ in range(POSTS_TO_SETTLE - 1):
        scene.say(scene.anna)
        scene.say(scene.anna, room_id=elsewhere)
    gone = scene.say(scene.anna)
    scene.delete(scene.anna, gone.message_id)
    scene.heard()
    scene.say(scene.anna, LINK)
    assert heard(scene).links_held
    scene.say(scene.anna, LINK)
    assert not heard(scene).links_held


def test_who_keeps_order_is_never_new(scene: Scene) -> None:
    for keeper in (scene.fay, scene.maria):
        scene.say(keeper, LINK)
        assert not heard(scene).links_held
    # Only where they keep it.
    elsewhere = scene.room("Elsewhere", members=(scene.anna,))
    scene.connection.execute(
        "UPDATE membership SET relation = 'member' WHERE room_id = ? AND user_id = ?",
        (elsewhere, scene.fay.user_id),
    )
    scene.say(scene.fay, LINK, room_id=elsewhere)
    assert heard(scene).links_held


def test_a_post_without_an_address_costs_no_more_statements(scene: Scene) -> None:
    """The hot path: what is asked of the store is asked only for an address."""
    asked: list[str] = []
    scene.connection.set_trace_callback(asked.append)
    scene.say(scene.anna, "hello", warning="w", topics=["loss"])
    plain = len(asked)
    asked.clear()
    scene.say(scene.anna, LINK)
    scene.connection.set_trace_callback(None)
    assert (plain, len(asked)) == (plain, plain + 1)
    assert "created_at" in " ".join(asked)
