"""A room forgets what it keeps no longer, in small steps that can stop anywhere."""

from __future__ import annotations

import pytest

from rooms.chat import log, membership, reactions, reading, retention, room
from rooms.chat.log import LogSince
from rooms.chat.membership import MutePerson, RemovePerson
from rooms.chat.posting import Posted
from rooms.chat.reactions import React
from rooms.chat.room import OpenRoom, Position, UpdateRoom
from tests.support.scene import Scene


def sweep(scene: Scene, *, steps_max: int = 1000) -> int:
    """Run a whole round; how many steps it took."""
    cursor: str | None = ""
    for step in range(1, steps_max + 1):
        now = cursor
        cursor = scene.write(lambda work: retention.step(work, now or ""))  # noqa: B023
        if cursor is None:
            return step
    raise AssertionError("it does not end")


def keep(scene: Scene, days: int, room_id: str = "") -> None:
    """A room keeps what was said for so long."""
    command = UpdateRoom(room_id=room_id or scene.evening, retention_days=days)
    scene.do(room.update, scene.fay, command)


def test_what_is_too_old_is_gone_from_the_store(scene: Scene) -> None:
    old = scene.say(scene.anna, "canary @fay")
    react = React(message_id=old.message_id, reaction="hug", on=True)
    scene.do(reactions.react, scene.fay, react)
    scene.clock.advance(days=89)
    scene.say(scene.anna, "newer")
    scene.clock.advance(days=1)
    sweep(scene)
    assert "canary" in repr(scene.snapshot()), "90 days are not over yet"
    assert len(scene.snapshot()["name_seen"]) == 1
    scene.clock.advance(ms=1)
    scene.heard()
    sweep(scene)
    stored = scene.snapshot()
    assert "canary" not in repr(stored)
    assert stored["reaction"] == stored["mention"] == stored["reaction_due"] == []
    assert stored["name_seen"] == [], "nor who was named in it"
    assert [shown.body for shown in scene.page(scene.anna)] == ["newer"]
    assert [entry.seq for entry in scene.log(scene.anna, 2)] == [3]
    assert scene.heard() == []


def test_nobody_keeps_what_the_room_has_forgotten(scene: Scene) -> None:
    old = scene.say(scene.anna, "old", warning="canary").message_id
    scene.clock.advance(days=60)
    new = scene.say(scene.anna, "new").message_id
    for message_id in (old, new):
        scene.pin(message_id)
        for actor in (scene.anna, scene.fay):
            scene.save(actor, message_id)
    scene.clock.advance(days=31)
    sweep(scene)
    stored = scene.snapshot()
    assert "canary" not in repr(stored)
    assert [row[1] for row in stored["pin"]] == [2]
    assert {row[2] for row in stored["saved"]} == {2}
    assert len(stored["saved"]) == 2


def test_each_room_has_its_own_time(scene: Scene) -> None:
    other = scene.room("Morning")
    keep(scene, 30, other)
    scene.say(scene.anna, "kept")
    scene.say(scene.anna, "not kept", room_id=other)
    scene.clock.advance(days=31)
    sweep(scene)
    assert [shown.body for shown in scene.page(scene.anna)] == ["kept"]
    assert scene.page(scene.anna, room_id=other) == []


def test_positions_go_on_and_a_client_from_before_starts_anew(scene: Scene) -> None:
    for _ in range(3):
        scene.say(scene.anna)
    scene.clock.advance(days=91)
    sweep(scene)
    assert scene.say(scene.anna, "after").seq == 4
    for seq, reset in [(0, True), (2, True), (3, False), (4, False)]:
        command = LogSince(room_id=scene.evening, epoch=scene.epoch, seq=seq)
        assert scene.ask(log.since, scene.anna, command).reset is reset
    opened = scene.ask(
        room.open_room,
        scene.anna,
        OpenRoom(room_id=scene.evening, since=Position(epoch=scene.epoch, seq=1)),
    )
    assert opened.reset
    assert [entry.seq for entry in opened.entries] == [4]
    assert (opened.head, opened.posts) == (4, 4)


def test_unread_stays_right(scene: Scene) -> None:
    for _ in range(3):
        scene.say(scene.fay)
    scene.clock.advance(days=91)
    scene.say(scene.fay)
    sweep(scene)
    marks = {(scene.anna.user_id, scene.evening): 3}
    scene.write(lambda work: reading.mark_many(work, marks))
    assert scene.mine(scene.anna).unread == 1
    scene.bring_in(scene.ben, scene.evening)
    assert scene.mine(scene.ben).unread == 0


def test_an_entry_outlives_its_message_as_a_tombstone(scene: Scene) -> None:
    said = scene.say(scene.anna, "canary")
    scene.clock.advance(minutes=10)
    scene.edit(scene.anna, said.message_id, "canary again")
    react = React(message_id=said.message_id, reaction="hug", on=True)
    scene.do(reactions.react, scene.fay, react)
    scene.clock.advance(days=90, minutes=-5)
    sweep(scene)
    edited, reacted = scene.log(scene.anna, 1)
    assert (edited.body, edited.state) == ("", "deleted")  # type: ignore[union-attr]
    assert reacted.reactions == {}  # type: ignore[union-attr]
    assert "canary" not in repr(scene.snapshot())


def _old_room(scene: Scene) -> list[Posted]:
    people = [scene.person(f"m{number:02}x") for number in range(20)]
    for person in people:
        scene.bring_in(person, scene.evening)
    everyone = " ".join(f"@{person.handle}" for person in people)
    said = [scene.say(scene.anna, f"canary{number} {everyone}") for number in range(100)]
    scene.clock.advance(days=1)
    for posted in said[:9]:
        for name in ("hug", "heart"):
            react = React(message_id=posted.message_id, reaction=name, on=True)
            scene.do(reactions.react, scene.fay, react)
            scene.do(reactions.react, scene.anna, react)
    return said


def test_a_step_is_small_and_leaves_everything_whole(scene: Scene) -> None:
    _old_room(scene)
    scene.clock.advance(days=89, minutes=1)
    cursor: str | None = ""
    steps = 0
    while cursor is not None:
        before = scene.connection.total_changes
        now = cursor
        cursor = scene.write(lambda work: retention.step(work, now or ""))  # noqa: B023
        assert scene.connection.total_changes - before <= 205
        opened = scene.ask(room.open_room, scene.fay, OpenRoom(room_id=scene.evening))
        first = scene.connection.execute(
            "SELECT first_seq, last_seq FROM room WHERE room_id = ?", (scene.evening,)
        ).fetchone()
        entries = scene.connection.execute(
            "SELECT min(seq), count(*) FROM log_entry WHERE room_id = ?", (scene.evening,)
        ).fetchone()
        assert entries == (first[0], first[1] - first[0] + 1)
        assert all(entry.seq >= first[0] for entry in opened.entries)
        steps += 1
    assert steps >= 3
    assert "canary" not in repr(scene.snapshot())


@pytest.mark.parametrize("stop_after", [1, 2, 3])
def test_a_sweep_goes_on_where_it_stopped_or_from_the_start(scene: Scene, stop_after: int) -> None:
    _old_room(scene)
    other = scene.room("Morning")
    scene.say(scene.anna, "canary elsewhere", room_id=other)
    scene.clock.advance(days=91)
    cursor = ""
    for _ in range(stop_after):
        following = scene.write(lambda work: retention.step(work, cursor))  # noqa: B023
        assert following is not None
        cursor = following
    sweep(scene)
    assert "canary" not in repr(scene.snapshot())


def test_nothing_to_do_is_one_step(scene: Scene) -> None:
    scene.say(scene.anna)
    before = scene.snapshot()
    assert sweep(scene) == 1
    assert scene.snapshot() == before


def test_a_clock_that_was_wrong_forgets_nothing_too_early(scene: Scene) -> None:
    scene.say(scene.anna, "old")
    scene.clock.advance(days=100)
    scene.say(scene.anna, "from the future")
    scene.clock.advance(days=-100)
    scene.say(scene.anna, "old as well")
    scene.clock.advance(days=91)
    sweep(scene)
    assert [shown.body for shown in scene.page(scene.fay)] == ["from the future", "old as well"]


def test_a_mute_that_is_over_is_forgotten_and_a_removal_is_not(scene: Scene) -> None:
    scene.bring_in(scene.ben, scene.evening)
    target = {"room_id": scene.evening, "user_id": scene.anna.user_id}
    scene.do(membership.mute, scene.fay, MutePerson(**target, mute_s=60, reason=None))
    scene.go(scene.anna, scene.evening)
    removal = RemovePerson(room_id=scene.evening, user_id=scene.ben.user_id)
    scene.do(membership.remove, scene.fay, removal)
    sweep(scene)
    assert scene.anna.user_id in repr(scene.snapshot()["membership"])
    scene.clock.advance(minutes=1)
    sweep(scene)
    assert scene.anna.user_id not in repr(scene.snapshot()["membership"])
    assert scene.ben.user_id in repr(scene.snapshot()["membership"])
