"""Saying something once, changing it, taking it back, hiding it."""

from __future__ import annotations

import pytest

from rooms.chat import log_store, membership, posting
from rooms.chat.events import (
    MessageDeleted,
    MessageEdited,
    MessageHidden,
    MessagePosted,
    RoomMoved,
    YourMessageHidden,
)
from rooms.chat.membership import MutePerson, RemovePerson, SetRelation
from rooms.chat.message import content_hash
from rooms.chat.posting import EDIT_WINDOW_MS, DeleteMessage, EditMessage, HideMessage, PostMessage
from rooms.chat.views import Access, Author, Relation, ReplyTo
from rooms.event import room_topic, user_topic
from rooms.people.person import Actor
from rooms.work import Work
from tests.support.ids import id_of
from tests.support.scene import Scene, edit, post


def message_to(
    room_id: str, body: str = "hello", nonce: str = "n", reply_to: str | None = None
) -> PostMessage:
    """A message on its way."""
    return PostMessage(room_id=room_id, nonce=nonce, body=body, reply_to=reply_to)


# Posting


def test_what_is_said_takes_the_next_position_and_is_announced_once(scene: Scene) -> None:
    first = scene.say(scene.anna, "hello", nonce="mine")
    second = scene.say(scene.fay, "hi")
    assert (first.seq, second.seq) == (1, 2)
    posted, moved, *_ = scene.heard()
    assert posted == MessagePosted(
        room_id=scene.evening,
        epoch=scene.epoch,
        seq=1,
        at=scene.clock(),
        message_id=first.message_id,
        author=Author(user_id=scene.anna.user_id, handle="anna"),
        nonce="mine",
        body="hello",
        state="posted",
        edited_at=None,
        reply_to=None,
        mentions=[],
        reactions={},
        warning=None,
        topics=[],
        links_held=False,
    )
    assert posted.topic == room_topic(scene.evening)
    assert moved == RoomMoved(room_id=scene.evening, seq=1, posts=1, mentions=[])


def test_a_retry_answers_as_the_first_time_and_says_nothing_twice(scene: Scene) -> None:
    first = scene.say(scene.anna, nonce="n")
    before = scene.snapshot()
    scene.heard()
    scene.clock.advance(minutes=90)
    again = scene.say(scene.anna, nonce="n")
    assert (again.message_id, again.seq, again.posted_at) == (
        first.message_id,
        first.seq,
        first.posted_at,
    )
    assert isinstance(again, posting.PostedBefore)
    assert scene.heard() == []
    assert scene.snapshot() == before


def test_a_retry_is_recognised_before_anything_else(scene: Scene) -> None:
    first = scene.say(scene.anna, nonce="n")
    scene.do(
        membership.remove,
        scene.fay,
        RemovePerson(room_id=scene.evening, user_id=scene.anna.user_id),
    )
    assert scene.say(scene.anna, nonce="n").seq == first.seq
    assert scene.no(post, scene.anna, message_to(scene.evening, nonce="other")) == "forbidden"


@pytest.mark.parametrize("other", ["body", "room", "reply"])
def test_a_nonce_stands_for_one_content(scene: Scene, other: str) -> None:
    second_room = scene.room("Morning")
    earlier = scene.say(scene.fay)
    scene.say(scene.anna, "hello", nonce="n")
    command = message_to(
        second_room if other == "room" else scene.evening,
        "other" if other == "body" else "hello",
        reply_to=earlier.message_id if other == "reply" else None,
    )
    refusal = scene.refusal(post, scene.anna, command)
    assert (refusal.code, refusal.field) == ("idempotency_conflict", "nonce")


def test_nonces_of_different_people_are_independent(scene: Scene) -> None:
    assert scene.say(scene.anna, nonce="n").seq == 1
    assert scene.say(scene.fay, "other", nonce="n").seq == 2


def test_a_known_nonce_can_be_asked_for(scene: Scene) -> None:
    scene.say(scene.anna, nonce="n")
    assert scene.read(lambda reader: posting.known(reader, scene.anna.user_id, "n"))
    assert not scene.read(lambda reader: posting.known(reader, scene.anna.user_id, "m"))
    assert not scene.read(lambda reader: posting.known(reader, scene.fay.user_id, "n"))


def test_hidden_and_absent_rooms_look_alike(scene: Scene) -> None:
    quiet = scene.room("Quiet", Access.INVITE)
    hidden = scene.refusal(post, scene.ben, message_to(quiet))
    absent = scene.refusal(post, scene.ben, message_to(id_of("absent")))
    malformed = scene.refusal(post, scene.ben, message_to("' OR 1=1 --"))
    for refusal in (hidden, absent, malformed):
        assert (refusal.code, refusal.field) == ("not_found", "room_id")
        assert refusal.message == absent.message


def test_who_may_say_something(scene: Scene) -> None:
    assert scene.no(post, scene.ben, message_to(scene.evening)) == "forbidden"
    assert scene.no(post, scene.adam, message_to(scene.evening)) == "forbidden"
    assert scene.say(scene.maria).seq == 1
    assert scene.say(scene.anna).seq == 2


def test_words_are_looked_at_after_the_door(scene: Scene) -> None:
    assert scene.no(post, scene.anna, message_to(scene.evening, "")) == "empty_body"
    assert scene.no(post, scene.ben, message_to(scene.evening, "")) == "forbidden"


def test_whoever_is_muted_reads_along_until_it_ends(scene: Scene) -> None:
    mine = scene.say(scene.anna)
    mute = MutePerson(room_id=scene.evening, user_id=scene.anna.user_id, mute_s=60)
    scene.do(membership.mute, scene.fay, mute)
    refusal = scene.refusal(post, scene.anna, message_to(scene.evening))
    assert (refusal.code, refusal.retry_after_ms) == ("muted", 60_000)
    changed = EditMessage(message_id=mine.message_id, body="x")
    assert scene.no(edit, scene.anna, changed) == "muted"
    scene.clock.advance(s=60)
    assert scene.say(scene.anna).seq == 2


def test_a_badge_is_given_by_the_server(scene: Scene) -> None:
    for actor in (scene.anna, scene.fay, scene.maria):
        scene.say(actor)
    live = [event.author.badge for event in scene.heard_of(MessagePosted) if event.author]
    kept = [shown.author.badge for shown in scene.page(scene.anna) if shown.author]
    assert live == kept == ["", "facilitator", "moderator"]


def test_saying_something_marks_what_came_before_as_read(scene: Scene) -> None:
    scene.say(scene.fay)
    scene.say(scene.fay)
    assert scene.mine(scene.anna).unread == 2
    scene.say(scene.anna)
    assert scene.mine(scene.anna).unread == 0
    assert scene.mine(scene.anna).last_read == 3
    assert scene.mine(scene.fay).unread == 1


def test_a_mention_reaches_people_in_the_room_alone(scene: Scene) -> None:
    scene.bring_in(scene.maria, scene.evening)
    scene.show(scene.anna, scene.ben)
    said = scene.say(scene.fay, "@Anna, @maria. and @BEN @fay @nobody")
    (posted,) = scene.heard_of(MessagePosted)
    assert posted.mentions == [scene.anna.user_id, scene.maria.user_id]
    assert posted.body == "@anna, @maria. and @BEN @fay @nobody"
    assert scene.page(scene.anna)[0].body == posted.body
    assert scene.page(scene.anna)[0].mentions == posted.mentions
    assert scene.mine(scene.anna).mentions == 1
    scene.delete(scene.fay, said.message_id)
    assert scene.mine(scene.anna).mentions == 0


# Replies


def test_a_reply_is_a_reference(scene: Scene) -> None:
    first = scene.say(scene.fay)
    scene.say(scene.anna, reply_to=first.message_id)
    expected = ReplyTo(message_id=first.message_id, seq=1)
    assert scene.heard_of(MessagePosted)[-1].reply_to == expected
    assert scene.page(scene.anna)[-1].reply_to == expected


def test_a_reply_to_what_was_taken_back_meanwhile_goes_through(scene: Scene) -> None:
    first = scene.say(scene.fay)
    scene.delete(scene.fay, first.message_id)
    assert scene.say(scene.anna, reply_to=first.message_id).seq == 3


def test_nobody_answers_what_they_may_not_read(scene: Scene) -> None:
    earlier = scene.say(scene.fay)
    elsewhere = scene.say(scene.fay, room_id=scene.room("Morning"))
    scene.bring_in(scene.ben, scene.evening)
    for actor, message_id in [
        (scene.ben, earlier.message_id),
        (scene.anna, elsewhere.message_id),
        (scene.anna, id_of("absent")),
    ]:
        command = message_to(scene.evening, reply_to=message_id)
        refusal = scene.refusal(post, actor, command)
        assert (refusal.code, refusal.field) == ("not_found", "reply_to")


# The screen


class _Screen:
    """Writes down what it was shown, and may fail."""

    def __init__(self, fails: bool = False) -> None:
        self.seen: list[tuple[str, str, int]] = []
        self.warnings: list[str | None] = []
        self._fails = fails

    def __call__(
        self,
        work: Work,
        author: Actor,
        *,
        room_id: str,
        message_id: str,
        seq: int,
        body: str,
        warning: str | None,
    ) -> None:
        row = work.sql.one(log_store.SAID, message_id=message_id)
        assert row is not None, "screened before it was stored"
        assert row[2] == seq
        self.seen.append((author.user_id, body, seq))
        self.warnings.append(warning)
        if self._fails:
            raise RuntimeError


def test_every_text_passes_the_screen_in_the_transaction_that_stores_it(scene: Scene) -> None:
    screen = _Screen()
    command = message_to(scene.evening, "first")
    said = scene.write(lambda work: posting.post(work, scene.anna, command, screen=screen))
    changed = EditMessage(message_id=said.message_id, body="second", warning="a bad night")
    scene.write(lambda work: posting.edit(work, scene.anna, changed, screen=screen))
    anna = scene.anna.user_id
    assert screen.seen == [(anna, "first", 1), (anna, "second", 1)]
    assert screen.warnings == [None, "a bad night"]
    scene.write(lambda work: posting.post(work, scene.anna, command, screen=screen))
    assert len(screen.seen) == 2


def test_a_message_is_not_kept_without_its_screening(scene: Scene) -> None:
    before = scene.snapshot()
    command = message_to(scene.evening)
    with pytest.raises(RuntimeError):
        scene.write(lambda work: posting.post(work, scene.anna, command, screen=_Screen(True)))
    assert scene.snapshot() == before
    assert scene.heard() == []


# Editing


def test_new_words_reach_everyone(scene: Scene) -> None:
    said = scene.say(scene.anna, "helo")
    scene.heard()
    scene.clock.advance(ms=EDIT_WINDOW_MS)
    assert scene.edit(scene.anna, said.message_id, "hello @fay").seq == 2
    (event,) = scene.heard()
    assert event == MessageEdited(
        room_id=scene.evening,
        epoch=scene.epoch,
        seq=2,
        at=scene.clock(),
        message_id=said.message_id,
        body="hello @fay",
        state="posted",
        edited_at=scene.clock(),
        mentions=[scene.fay.user_id],
        warning=None,
        topics=[],
        links_held=False,
    )
    (shown,) = scene.page(scene.fay)
    assert (shown.seq, shown.body, shown.edited_at) == (1, "hello @fay", scene.clock())
    assert scene.mine(scene.fay).mentions == 1


def test_after_fifteen_minutes_words_stay(scene: Scene) -> None:
    said = scene.say(scene.anna)
    scene.clock.advance(ms=EDIT_WINDOW_MS + 1)
    command = EditMessage(message_id=said.message_id, body="other")
    assert scene.no(edit, scene.anna, command) == "edit_window_over"
    assert scene.delete(scene.anna, said.message_id).seq == 2


def test_the_same_words_again_change_nothing(scene: Scene) -> None:
    said = scene.say(scene.anna, "one")
    assert scene.edit(scene.anna, said.message_id, "two").seq == 2
    scene.heard()
    scene.clock.advance(minutes=20)
    assert scene.edit(scene.anna, said.message_id, "two").seq == 2
    assert scene.heard() == []


def test_only_ones_own_words_can_be_changed(scene: Scene) -> None:
    said = scene.say(scene.anna)
    command = EditMessage(message_id=said.message_id, body="x")
    assert scene.no(edit, scene.fay, command) == "forbidden"
    assert scene.no(edit, scene.maria, command) == "forbidden"
    assert scene.no(edit, scene.adam, command) == "not_found"
    assert scene.no(edit, scene.ben, command) == "not_found"
    absent = EditMessage(message_id=id_of("absent"), body="x")
    assert scene.no(edit, scene.anna, absent) == "not_found"


def test_whoever_has_left_changes_nothing_but_can_take_it_back(scene: Scene) -> None:
    quiet = scene.room("Quiet", Access.INVITE)
    here, there = scene.say(scene.anna), scene.say(scene.anna, room_id=quiet)
    scene.go(scene.anna, scene.evening)
    scene.go(scene.anna, quiet)
    here_edit = EditMessage(message_id=here.message_id, body="x")
    there_edit = EditMessage(message_id=there.message_id, body="x")
    assert scene.no(edit, scene.anna, here_edit) == "forbidden"
    assert scene.no(edit, scene.anna, there_edit) == "not_found"
    assert scene.delete(scene.anna, here.message_id).seq == 2
    assert scene.delete(scene.anna, there.message_id).seq == 2


def test_an_edit_does_not_carry_earlier_words_to_whoever_came_later(scene: Scene) -> None:
    said = scene.say(scene.anna, "before ben")
    scene.bring_in(scene.ben, scene.evening)
    later = scene.say(scene.anna, "after ben")
    scene.heard()
    scene.edit(scene.anna, said.message_id, "still before @fay")
    scene.edit(scene.anna, later.message_id, "still after")
    first, second = scene.heard_of(MessageEdited)
    assert (first.body, first.mentions) == (None, [])
    assert second.body == "still after"
    assert [getattr(entry, "body", "") for entry in scene.log(scene.ben, seq=1)] == [
        "still after",
        None,
        "still after",
    ]
    assert scene.log(scene.anna)[-2].body == "still before @fay"  # type: ignore[union-attr]


# Taking back


def test_what_was_taken_back_is_gone_from_the_store(scene: Scene) -> None:
    said = scene.say(scene.anna, "canary one")
    scene.edit(scene.anna, said.message_id, "canary two")
    scene.heard()
    assert scene.delete(scene.anna, said.message_id).seq == 3
    (event,) = scene.heard()
    assert isinstance(event, MessageDeleted)
    stored = repr(scene.snapshot())
    assert "canary" not in stored
    # Nor may a fingerprint tell whoever guesses the words that they guessed right.
    assert repr(content_hash(scene.evening, "canary one", None)) not in stored
    (shown,) = scene.page(scene.fay)
    assert (shown.state, shown.author, shown.body, shown.edited_at) == ("deleted", None, "", None)
    assert scene.delete(scene.anna, said.message_id).seq == 3
    assert scene.heard() == []


def test_a_late_retry_does_not_bring_it_back(scene: Scene) -> None:
    said = scene.say(scene.anna, nonce="n")
    scene.delete(scene.anna, said.message_id)
    assert scene.say(scene.anna, nonce="n").seq == said.seq
    assert scene.page(scene.anna)[0].state == "deleted"


def test_nobody_takes_back_anothers_words(scene: Scene) -> None:
    said = scene.say(scene.anna)
    command = DeleteMessage(message_id=said.message_id)
    assert scene.no(posting.delete, scene.fay, command) == "forbidden"
    assert scene.no(posting.delete, scene.maria, command) == "forbidden"
    assert scene.no(posting.delete, scene.adam, command) == "not_found"
    assert scene.no(posting.delete, scene.ben, command) == "not_found"


# Hiding


def test_hiding_takes_words_out_of_sight_and_tells_their_author_why(scene: Scene) -> None:
    said = scene.say(scene.anna, "Canary @fay")
    scene.heard()
    assert scene.hide(scene.fay, said.message_id).seq == 2
    hidden, told = scene.heard()
    assert isinstance(hidden, MessageHidden)
    assert hidden.message_id == said.message_id
    assert told == YourMessageHidden(
        user_id=scene.anna.user_id,
        room_id=scene.evening,
        message_id=said.message_id,
        reason="unkind",
    )
    assert told.topic == user_topic(scene.anna.user_id)
    for actor in (scene.anna, scene.fay, scene.maria):
        assert "Canary" not in repr(scene.page(actor))
        assert "Canary" not in repr(scene.log(actor))
    assert "canary" not in repr(scene.snapshot()), "still to be found by a search"
    assert scene.mine(scene.fay).mentions == 0
    assert scene.hide(scene.maria, said.message_id).seq == 2
    assert scene.heard() == []


def test_who_may_hide_what(scene: Scene) -> None:
    annas, fays, marias = (scene.say(actor) for actor in (scene.anna, scene.fay, scene.maria))

    def hiding(said: posting.Posted) -> HideMessage:
        return HideMessage(message_id=said.message_id, reason="off_topic")

    assert scene.no(posting.hide, scene.anna, hiding(fays)) == "forbidden"
    assert scene.no(posting.hide, scene.fay, hiding(fays)) == "forbidden"
    assert scene.no(posting.hide, scene.fay, hiding(marias)) == "forbidden"
    assert scene.no(posting.hide, scene.adam, hiding(annas)) == "not_found"
    assert scene.no(posting.hide, scene.ben, hiding(annas)) == "not_found"
    assert scene.hide(scene.maria, fays.message_id).seq == 4
    assert scene.hide(scene.fay, annas.message_id).seq == 5


def test_what_is_hidden_can_still_be_taken_back_but_not_changed(scene: Scene) -> None:
    said = scene.say(scene.anna, "canary")
    scene.hide(scene.fay, said.message_id)
    command = EditMessage(message_id=said.message_id, body="x")
    assert scene.no(edit, scene.anna, command) == "not_found"
    scene.delete(scene.anna, said.message_id)
    assert "canary" not in repr(scene.snapshot())
    hiding = HideMessage(message_id=said.message_id, reason="unkind")
    assert scene.no(posting.hide, scene.fay, hiding) == "not_found"


def test_a_facilitator_of_another_room_is_a_stranger_here(scene: Scene) -> None:
    said = scene.say(scene.anna)
    other = scene.room("Morning", members=(scene.ben,))
    scene.do(
        membership.set_relation,
        scene.maria,
        SetRelation(room_id=other, user_id=scene.ben.user_id, relation=Relation.FACILITATOR),
    )
    hiding = HideMessage(message_id=said.message_id, reason="unkind")
    assert scene.no(posting.hide, scene.ben, hiding) == "not_found"


def test_refusals_carry_words_and_never_what_came_in(scene: Scene) -> None:
    for body in ("canary\x00", "canary " * 1000):
        refusal = scene.refusal(post, scene.anna, message_to(scene.evening, body))
        assert refusal.message
        assert "canary" not in refusal.message + repr(refusal)
