"""What a room keeps at hand: who may pin, who reads it, and when a pin is gone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from rooms.chat import leaving, pins, redoing, room
from rooms.chat.events import Entry, MessageDeleted, MessageHidden, RoomChanged, YourMembership
from rooms.chat.pins import PINS_MAX, ListPinned, PinMessage
from rooms.chat.room import ListRooms, OpenRoom, UpdateRoom
from rooms.people import blocking
from rooms.people.person import Actor
from tests.support.scene import Scene


@pytest.fixture
def scene() -> Iterator[Scene]:
    scene = Scene()
    yield scene
    scene.close()


def pinned(scene: Scene, actor: Actor) -> list[str]:
    """What someone sees of the room's pins when they open it."""
    return scene.ask(room.open_room, actor, OpenRoom(room_id=scene.evening)).room.pinned


def read(scene: Scene, actor: Actor) -> list[str]:
    """The pinned messages that someone may read, page by page."""
    found: list[str] = []
    cursor: str | None = None
    while True:
        asked = ListPinned(room_id=scene.evening, cursor=cursor)
        page = scene.ask(pins.list_pinned, actor, asked)
        found += [message.message_id for message in page.messages]
        cursor = page.cursor
        if cursor is None:
            return found


def test_a_pin_is_told_to_the_room_and_the_newest_stands_first(scene: Scene) -> None:
    first, second = (scene.say(scene.anna, body).message_id for body in ("one", "two"))
    scene.heard()
    scene.pin(second)
    scene.pin(first)
    told = [event.room.pinned for event in scene.heard_of(RoomChanged)]
    assert told == [[second], [first, second]]
    assert pinned(scene, scene.anna) == read(scene, scene.anna) == [first, second]
    (entry,) = [each for each in scene.log(scene.anna, 3) if isinstance(each, RoomChanged)]
    assert entry.room.pinned == [first, second], "replayed as it is now"
    scene.pin(first, on=False)
    (event,) = scene.heard_of(RoomChanged)
    assert event.room.pinned == [second]


def test_the_same_again_changes_nothing(scene: Scene) -> None:
    said = scene.say(scene.anna).message_id
    scene.pin(said)
    scene.heard()
    before = scene.snapshot()
    scene.pin(said)
    assert (scene.snapshot(), scene.heard()) == (before, [])
    scene.pin(said, on=False)
    scene.heard()
    scene.pin(said, on=False)
    assert scene.heard() == []


def test_only_those_who_keep_the_room_pin_and_only_what_stands(scene: Scene) -> None:
    said, gone = scene.say(scene.anna), scene.say(scene.anna)
    scene.delete(scene.anna, gone.message_id)
    for on in (True, False):
        pin = PinMessage(message_id=said.message_id, on=on)
        assert scene.no(pins.pin, scene.anna, pin) == "forbidden"
        assert scene.no(pins.pin, scene.ben, pin) == "not_found"
        assert scene.no(pins.pin, scene.adam, pin) == "not_found"
    pin = PinMessage(message_id=gone.message_id, on=True)
    assert scene.no(pins.pin, scene.fay, pin) == "not_found"
    scene.do(pins.pin, scene.maria, PinMessage(message_id=said.message_id, on=True))
    assert pinned(scene, scene.anna) == [said.message_id]


def test_there_is_room_for_ten(scene: Scene) -> None:
    said = [scene.say(scene.anna, f"{number}").message_id for number in range(PINS_MAX + 1)]
    for message_id in said[:PINS_MAX]:
        scene.pin(message_id)
    more = PinMessage(message_id=said[-1], on=True)
    assert scene.no(pins.pin, scene.fay, more) == "too_many"
    scene.pin(said[0], on=False)
    scene.pin(said[-1])
    assert len(pinned(scene, scene.anna)) == PINS_MAX


def test_the_pins_of_whoever_may_come_back_are_in_nobodys_way(scene: Scene) -> None:
    said = [scene.say(scene.anna, f"{number}").message_id for number in range(PINS_MAX)]
    for message_id in said:
        scene.pin(message_id)
    new = scene.say(scene.fay).message_id
    state = "UPDATE person SET state = ? WHERE handle = 'anna'"
    scene.connection.execute(state, ("erasing",))
    scene.pin(new)
    assert pinned(scene, scene.fay) == [new]
    # When they are back their oldest one has made room: there are never more than ten.
    scene.connection.execute(state, ("active",))
    assert pinned(scene, scene.fay) == [new, *reversed(said[1:])]
    more = PinMessage(message_id=scene.say(scene.fay).message_id, on=True)
    assert scene.no(pins.pin, scene.fay, more) == "too_many"


@pytest.mark.parametrize("how", ["delete", "hide"])
def test_what_is_gone_leaves_the_pins_and_the_log_tells_it_in_order(scene: Scene, how: str) -> None:
    said = scene.say(scene.anna).message_id
    scene.pin(said)
    scene.heard()
    if how == "delete":
        scene.delete(scene.anna, said)
    else:
        scene.hide(scene.maria, said)
    gone, changed = scene.heard_of(Entry)
    assert isinstance(gone, MessageDeleted | MessageHidden)
    assert isinstance(changed, RoomChanged)
    assert (gone.seq, changed.seq, changed.room.pinned) == (3, 4, [])
    assert [entry.seq for entry in scene.log(scene.fay)] == [1, 2, 3, 4]
    assert scene.snapshot()["pin"] == []


def test_what_was_never_pinned_goes_without_a_word_about_pins(scene: Scene) -> None:
    said = scene.say(scene.anna).message_id
    scene.heard()
    scene.delete(scene.anna, said)
    assert scene.heard_of(RoomChanged) == []


@pytest.mark.parametrize("how", ["take_back", "hide"])
def test_done_again_after_a_restore_it_leaves_the_pins_too(scene: Scene, how: str) -> None:
    said = scene.say(scene.anna).message_id
    scene.pin(said)
    scene.write(
        lambda work: (
            redoing.take_back(work, said)
            if how == "take_back"
            else redoing.hide(work, said, "unkind")
        )
    )
    assert scene.snapshot()["pin"] == []


def test_whoever_is_leaving_is_not_at_hand_and_may_come_back(scene: Scene) -> None:
    said = scene.say(scene.anna).message_id
    scene.pin(said)
    state = "UPDATE person SET state = ? WHERE handle = 'anna'"
    scene.connection.execute(state, ("erasing",))
    assert pinned(scene, scene.fay) == read(scene, scene.fay) == []
    scene.connection.execute(state, ("active",))
    assert pinned(scene, scene.fay) == read(scene, scene.fay) == [said]
    scene.write(lambda work: leaving.forget_messages(work, scene.anna.user_id, ""))
    assert scene.snapshot()["pin"] == []


def test_a_pin_opens_no_message_to_anyone(scene: Scene) -> None:
    earlier = scene.say(scene.anna, "before Ben").message_id
    scene.bring_in(scene.ben, scene.evening)
    later = scene.say(scene.anna, "after").message_id
    for message_id in (earlier, later):
        scene.pin(message_id)
    assert read(scene, scene.ben) == [later]
    assert read(scene, scene.fay) == [later, earlier]
    scene.write(lambda work: blocking.set_block(work, scene.anna.user_id, scene.ben.user_id, True))
    scene.heard()
    scene.pin(scene.say(scene.fay).message_id)
    (event,) = scene.heard_of(RoomChanged)
    newest, *hers = event.room.pinned
    assert hers == [later, earlier]
    # Not even their ids: live, replayed and anew.
    assert event.tells_of == {scene.anna.user_id, scene.fay.user_id}
    assert event.without(frozenset([scene.anna.user_id])).room.pinned == [newest]
    (entry,) = scene.log(scene.ben, event.seq - 1)
    assert isinstance(entry, RoomChanged)
    assert entry.room.pinned == pinned(scene, scene.ben) == read(scene, scene.ben) == [newest]
    assert read(scene, scene.maria) == pinned(scene, scene.maria) == event.room.pinned


def test_only_whoever_reads_there_hears_of_pins(scene: Scene) -> None:
    scene.pin(scene.say(scene.anna).message_id)
    for actor in (scene.ben, scene.adam, scene.anna):
        (listed, *_) = scene.ask(room.list_rooms, actor, ListRooms()).rooms
        assert listed.room.pinned == []
    renamed = scene.do(room.update, scene.adam, UpdateRoom(room_id=scene.evening, name="Late"))
    assert renamed.room.pinned == []
    (event,) = [event for event in scene.heard_of(RoomChanged) if event.room.name == "Late"]
    assert len(event.room.pinned) == 1, "the room still has it"
    assert scene.no(pins.list_pinned, scene.ben, ListPinned(room_id=scene.evening)) == "forbidden"
    assert scene.no(pins.list_pinned, scene.adam, ListPinned(room_id=scene.evening)) == "forbidden"
    scene.bring_in(scene.ben, scene.evening)
    scene.go(scene.ben, scene.evening)
    came, went = scene.heard_of(YourMembership)
    assert came.room is not None
    assert went.room is not None
    assert (len(came.room.pinned), went.room.pinned) == (1, [])


def test_long_pins_come_in_pages_that_fit(scene: Scene) -> None:
    said = [scene.say(scene.anna, "😀" * 4000).message_id for _ in range(PINS_MAX)]
    for message_id in said:
        scene.pin(message_id)
    first = scene.ask(pins.list_pinned, scene.anna, ListPinned(room_id=scene.evening))
    assert 0 < len(first.messages) < PINS_MAX
    assert read(scene, scene.anna) == said[::-1]
