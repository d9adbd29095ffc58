"""Pages and what was missed: gap-free, as things are now, and never from before a join."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rooms.chat import log, log_store, posting, room, room_store
from rooms.chat.events import (
    Entry,
    LogEntry,
    MessageEdited,
    MessagePosted,
    MessageReacted,
    RoomChanged,
)
from rooms.chat.log import GAP_MAX, LogAfter, LogAround, LogBefore, LogSince
from rooms.chat.reactions import React, react
from rooms.chat.room import UpdateRoom
from rooms.command import PAGE_MAX
from rooms.paging import ANSWER_MAX_BYTES
from rooms.people.person import Actor
from rooms.refusal import Refusal
from tests.support.scene import Scene


def since(scene: Scene, actor: Actor, seq: int, *, epoch: str = "", limit: int = 100) -> log.Since:
    """What someone missed in the evening room."""
    command = LogSince(room_id=scene.evening, epoch=epoch or scene.epoch, seq=seq, limit=limit)
    return scene.ask(log.since, actor, command)


def test_everything_after_a_position_in_order_and_no_more_than_asked(scene: Scene) -> None:
    for number in range(5):
        scene.say(scene.anna, str(number))
    found = since(scene, scene.anna, 1, limit=2)
    assert [entry.seq for entry in found.entries] == [2, 3]
    assert (found.head, found.more, found.reset) == (5, True, False)
    rest = since(scene, scene.anna, 3, limit=10**9)
    assert [entry.seq for entry in rest.entries] == [4, 5]
    assert not rest.more
    assert since(scene, scene.anna, 5).entries == []


def test_a_position_from_which_one_can_not_go_on(scene: Scene) -> None:
    scene.say(scene.anna)
    assert since(scene, scene.anna, 2).reset, "ahead of the head"
    assert since(scene, scene.anna, 1, epoch="epoch0000000000000000000").reset, "another store"
    assert not since(scene, scene.anna, 1).reset


def test_whoever_is_too_far_behind_starts_anew(scene: Scene) -> None:
    for number in range(GAP_MAX + 1):
        scene.say(scene.anna, str(number))
    assert since(scene, scene.anna, 0).reset
    found = since(scene, scene.anna, 1, limit=PAGE_MAX * 2)
    assert len(found.entries) == PAGE_MAX
    assert found.more


def test_reading_begins_at_ones_own_join(scene: Scene) -> None:
    scene.say(scene.anna, "before")
    scene.bring_in(scene.ben, scene.evening)
    scene.say(scene.anna, "after")
    assert since(scene, scene.ben, 0).reset
    assert [entry.seq for entry in since(scene, scene.ben, 1).entries] == [2]
    assert [shown.body for shown in scene.page(scene.ben)] == ["after"]
    for actor in (scene.anna, scene.fay, scene.maria):
        assert [shown.body for shown in scene.page(actor)] == ["before", "after"]


def test_what_is_replayed_is_as_it_is_now(scene: Scene) -> None:
    first, second = scene.say(scene.anna, "helo"), scene.say(scene.anna, "gone")
    scene.edit(scene.anna, first.message_id, "hello")
    scene.delete(scene.anna, second.message_id)
    scene.do(react, scene.fay, React(message_id=first.message_id, reaction="hug", on=True))
    scene.do(room.update, scene.fay, UpdateRoom(room_id=scene.evening, name="Late"))
    kinds = [entry.kind() for entry in scene.log(scene.anna)]
    assert kinds == [
        "message.posted",
        "message.posted",
        "message.edited",
        "message.deleted",
        "message.reacted",
        "room.changed",
    ]
    posted, gone, edited, _, reacted, changed = scene.log(scene.anna)
    assert isinstance(posted, MessagePosted)
    assert (posted.body, posted.nonce, posted.reactions) == ("hello", None, {"hug": 1})
    assert isinstance(gone, MessagePosted)
    assert (gone.state, gone.body, gone.author) == ("deleted", "", None)
    assert isinstance(edited, MessageEdited)
    assert edited.body == "hello"
    assert isinstance(reacted, MessageReacted)
    assert reacted.reactions == {"hug": 1}
    assert isinstance(changed, RoomChanged)
    assert changed.room.name == "Late"


def test_what_is_replayed_is_what_was_announced(scene: Scene) -> None:
    first = scene.say(scene.anna)
    scene.do(react, scene.fay, React(message_id=first.message_id, reaction="hug", on=True))
    scene.hide(scene.fay, scene.say(scene.anna).message_id)
    scene.do(room.update, scene.fay, UpdateRoom(room_id=scene.evening, name="Late"))
    live = [event for event in scene.heard() if isinstance(event, Entry)]
    replayed = scene.log(scene.anna)
    assert [(type(entry), entry.seq, entry.at) for entry in live] == [
        (type(entry), entry.seq, entry.at) for entry in replayed
    ]


def test_older_pages_end_at_the_beginning(scene: Scene) -> None:
    for number in range(5):
        scene.say(scene.anna, str(number))
    page = scene.ask(log.before, scene.anna, LogBefore(room_id=scene.evening, seq=5, limit=3))
    assert [shown.body for shown in page.messages] == ["1", "2", "3"]
    assert page.more
    page = scene.ask(log.before, scene.anna, LogBefore(room_id=scene.evening, seq=2, limit=3))
    assert [shown.body for shown in page.messages] == ["0"]
    assert not page.more


def test_newer_pages_end_at_the_newest(scene: Scene) -> None:
    for number in range(5):
        scene.say(scene.anna, str(number))
    page = scene.ask(log.after, scene.anna, LogAfter(room_id=scene.evening, seq=0, limit=3))
    assert [shown.body for shown in page.messages] == ["0", "1", "2"]
    assert (page.more, page.head) == (True, 5)
    page = scene.ask(log.after, scene.anna, LogAfter(room_id=scene.evening, seq=3, limit=3))
    assert [shown.body for shown in page.messages] == ["3", "4"]
    assert not page.more


def test_newer_pages_begin_where_reading_begins(scene: Scene) -> None:
    scene.say(scene.anna, "before")
    scene.bring_in(scene.ben, scene.evening)
    scene.say(scene.anna, "after")
    page = scene.ask(log.after, scene.ben, LogAfter(room_id=scene.evening, seq=0))
    assert [shown.body for shown in page.messages] == ["after"]


def test_a_message_is_shown_among_its_neighbours(scene: Scene) -> None:
    said = [scene.say(scene.anna, str(number)) for number in range(9)]
    scene.delete(scene.anna, said[4].message_id)
    command = React(message_id=said[3].message_id, reaction="hug", on=True)
    scene.do(react, scene.fay, command)

    def around(number: int, limit: int) -> tuple[list[str], bool, bool]:
        asked = LogAround(message_id=said[number].message_id, limit=limit)
        page = scene.ask(log.around, scene.fay, asked)
        assert page.head == 11
        return [shown.body for shown in page.messages], page.older, page.newer

    # What is left of a message has a place as well.
    assert around(4, 5) == (["2", "3", "", "5", "6"], True, True)
    assert around(0, 4) == (["0", "1", "2"], False, True)
    assert around(8, 4) == (["7", "8"], True, False)
    assert around(5, 1) == (["5"], True, True)
    asked = LogAround(message_id=said[5].message_id)
    assert scene.ask(log.around, scene.fay, asked).my_reactions == {said[3].message_id: ["hug"]}


def test_around_a_message_nothing_from_before_one_came_is_shown(scene: Scene) -> None:
    before = scene.say(scene.anna, "before")
    scene.bring_in(scene.ben, scene.evening)
    after = scene.say(scene.anna, "after")
    page = scene.ask(log.around, scene.ben, LogAround(message_id=after.message_id))
    assert ([shown.body for shown in page.messages], page.older) == (["after"], False)
    asked = LogAround(message_id=before.message_id)
    assert scene.no(log.around, scene.ben, asked) == "not_found"


def test_a_page_tells_what_i_gave(scene: Scene) -> None:
    first, second = scene.say(scene.anna), scene.say(scene.anna)
    for name in ("hug", "heart"):
        command = React(message_id=first.message_id, reaction=name, on=True)
        scene.do(react, scene.fay, command)
    scene.do(react, scene.anna, React(message_id=second.message_id, reaction="hug", on=True))
    page = scene.ask(log.before, scene.fay, LogBefore(room_id=scene.evening, seq=9))
    assert page.my_reactions == {first.message_id: ["heart", "hug"]}


@pytest.mark.parametrize("body", ["😀" * 4000, '"' * 4000, "\n" * 3999 + "x", "\\" * 4000])
def test_no_answer_is_larger_than_its_bound(scene: Scene, body: str) -> None:
    for _ in range(30):
        scene.say(scene.anna, body)
    found = since(scene, scene.anna, 0)
    page = scene.ask(log.before, scene.anna, LogBefore(room_id=scene.evening, seq=99))
    opened = scene.ask(room.open_room, scene.anna, room.OpenRoom(room_id=scene.evening))
    after = scene.ask(log.after, scene.anna, LogAfter(room_id=scene.evening, seq=0))
    around = scene.ask(log.around, scene.anna, LogAround(message_id=after.messages[-1].message_id))
    assert around.older and around.newer
    assert len(msgspec.json.encode(around)) < ANSWER_MAX_BYTES
    for answer in (found, page, opened, after):
        assert len(msgspec.json.encode(answer)) < ANSWER_MAX_BYTES
        assert answer.more
    assert [entry.seq for entry in found.entries] == list(range(1, len(found.entries) + 1))
    assert [shown.seq for shown in page.messages][-1] == 30


def test_the_fullest_page_fits(scene: Scene) -> None:
    names = [scene.person(f"{'x' * 20}{end}", visible=True) for end in "abcdefghjkmpqrstuwyz"]
    for person in names:
        scene.bring_in(person, scene.evening)
    body = " ".join(f"@{person.handle}" for person in names)
    for _ in range(PAGE_MAX):
        said = scene.say(scene.anna, body)
        for name in ("heart", "hug", "thanks", "strength", "me_too", "well_done"):
            command = React(message_id=said.message_id, reaction=name, on=True)
            scene.do(react, scene.anna, command)
    page = scene.ask(
        log.before, scene.anna, LogBefore(room_id=scene.evening, seq=9999, limit=PAGE_MAX)
    )
    assert len(page.messages) > 50
    assert {len(message.mentions) for message in page.messages} == {20}
    assert len(msgspec.json.encode(page)) < ANSWER_MAX_BYTES


def test_the_first_position_of_a_time_is_found(scene: Scene) -> None:
    times = []
    for _ in range(7):
        scene.clock.advance(minutes=10)
        times.append(scene.clock())
        scene.say(scene.anna)
    head = scene.read(lambda reader: room_store.head(reader.sql, scene.evening))
    assert head is not None
    for instant, expected in [(0, 1), (times[3], 4), (times[3] + 1, 5), (times[6] + 1, 8)]:
        found = scene.read(lambda reader: log.first_seq_since(reader, head, instant))  # noqa: B023
        assert found == expected


# Whatever people do, in whatever order: every log is gap-free, and nobody reads from before.

_ACTS = st.lists(
    st.tuples(
        st.sampled_from(
            ["say", "reply", "edit", "delete", "hide", "react", "leave", "join", "rename"]
        ),
        st.integers(0, 2),
        st.integers(0, 5),
    ),
    min_size=5,
    max_size=25,
)


@given(_ACTS)
@settings(max_examples=25)
def test_whatever_happens_logs_have_no_gaps_and_joins_are_kept(
    acts: list[tuple[str, int, int]],
) -> None:
    scene = Scene()
    people = [scene.anna, scene.ben, scene.fay]
    joined_after = {scene.anna.user_id: 0}
    said: list[posting.Posted] = []
    live: list[Entry] = []
    for act, who, which in acts:
        _act(scene, act, people[who], said, which, joined_after)
        scene.clock.advance(s=30)
        heard = [event for event in scene.heard() if isinstance(event, Entry)]
        _carries_nothing_from_before(heard, said, joined_after)
        live += heard
    assert [entry.seq for entry in live] == list(range(1, len(live) + 1))
    assert _seqs(scene.log(scene.fay)) == [entry.seq for entry in live]
    for actor in (scene.anna, scene.ben):
        start = joined_after.get(actor.user_id)
        if start is None:
            continue
        assert _seqs(scene.log(actor, start)) == list(range(start + 1, len(live) + 1))
        for entry in scene.page(actor):
            assert entry.seq > start
        _reads_nothing_from_before(scene, actor, start, said)
    scene.close()


def _act(
    scene: Scene,
    act: str,
    actor: Actor,
    said: list[posting.Posted],
    which: int,
    joined_after: dict[str, int],
) -> None:
    is_in = actor is scene.fay or actor.user_id in joined_after
    target = said[which % len(said)].message_id if said else ""
    if act in ("edit", "delete") and target:
        actor = _author_of(scene, target)
    try:
        if act == "say" and is_in:
            said.append(scene.say(actor, f"canary{len(said)}"))
        elif act == "reply" and is_in and target:
            said.append(scene.say(actor, f"canary{len(said)}", reply_to=target))
        elif act == "edit" and target:
            scene.edit(actor, target, f"canary{which} again")
        elif act == "delete" and target:
            scene.delete(actor, target)
        elif act == "hide" and target:
            scene.hide(scene.fay, target)
        elif act == "react" and target:
            scene.do(react, actor, React(message_id=target, reaction="hug", on=which % 2 == 0))
        elif act == "leave" and is_in and actor is not scene.fay:
            scene.go(actor, scene.evening)
            del joined_after[actor.user_id]
        elif act == "join" and not is_in:
            joined_after[actor.user_id] = _head(scene)
            scene.bring_in(actor, scene.evening)
        elif act == "rename":
            scene.do(room.update, scene.fay, UpdateRoom(room_id=scene.evening, name=f"R{which}"))
    except Refusal:
        pass  # most of it is refused; what is refused must leave no gap either


def _carries_nothing_from_before(
    heard: list[Entry], said: list[posting.Posted], joined_after: dict[str, int]
) -> None:
    """A broadcast is the same for all who are in: also for whoever came last."""
    seq_of = {posted.message_id: posted.seq for posted in said}
    for event in heard:
        if isinstance(event, MessageEdited) and event.body is not None:
            assert seq_of[event.message_id] > max(joined_after.values(), default=0)


def _reads_nothing_from_before(
    scene: Scene, actor: Actor, start: int, said: list[posting.Posted]
) -> None:
    """Nor in what is replayed to them, nor by answering it."""
    replayed = msgspec.json.encode(scene.log(actor, start)).decode()
    for number, posted in enumerate(said):
        if posted.seq <= start:
            assert f'"canary{number}"' not in replayed
            assert f'"canary{number} again"' not in replayed or any(
                other.seq > start for other in said
            )
            command = posting.PostMessage(
                room_id=scene.evening, nonce="quote", body="q", reply_to=posted.message_id
            )
            refusal = scene.refused(
                lambda work: posting.post(
                    work,
                    actor,
                    command,  # noqa: B023
                    screen=lambda *_a, **_k: None,
                )
            )
            assert refusal.code == "not_found"


def _author_of(scene: Scene, message_id: str) -> Actor:
    found = scene.read(lambda reader: log_store.said(reader.sql, message_id))
    assert found is not None
    by_id = {actor.user_id: actor for actor in (scene.anna, scene.ben, scene.fay)}
    return by_id[found.author_id]


def _head(scene: Scene) -> int:
    head = scene.read(lambda reader: room_store.head(reader.sql, scene.evening))
    assert head is not None
    return head.last_seq


def _seqs(entries: list[LogEntry]) -> list[int]:
    return [entry.seq for entry in entries]
