"""Messages kept for oneself: seen by nobody else, and gone with what they were."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from rooms.chat import leaving, log, membership, redoing, room, saving
from rooms.chat.log import LogBefore
from rooms.chat.membership import RemovePerson, SetRelation
from rooms.chat.room import OpenRoom
from rooms.chat.saving import SAVED_MAX, ListSaved, SaveMessage
from rooms.chat.views import Relation
from rooms.people import blocking
from rooms.people.person import Actor
from tests.support.ids import id_of
from tests.support.scene import Scene


@pytest.fixture
def scene() -> Iterator[Scene]:
    scene = Scene()
    yield scene
    scene.close()


def kept(scene: Scene, actor: Actor) -> list[str]:
    """What someone keeps and may read, page by page."""
    found: list[str] = []
    cursor: str | None = None
    while True:
        page = scene.ask(saving.list_saved, actor, ListSaved(cursor=cursor))
        found += [message.message_id for message in page.messages]
        cursor = page.cursor
        if cursor is None:
            return found


def marked(scene: Scene, actor: Actor) -> list[str]:
    """What someone's open room marks as kept."""
    return scene.ask(room.open_room, actor, OpenRoom(room_id=scene.evening)).my_saved


def test_what_i_keep_is_mine_alone_the_last_one_first(scene: Scene) -> None:
    one, two = (scene.say(scene.fay, body).message_id for body in ("one", "two"))
    scene.heard()
    scene.save(scene.anna, two)
    scene.save(scene.anna, one)
    assert scene.heard() == [], "nobody is told"
    assert kept(scene, scene.anna) == [one, two]
    assert kept(scene, scene.fay) == []
    assert (marked(scene, scene.anna), marked(scene, scene.fay)) == ([one, two], [])
    page = LogBefore(room_id=scene.evening, seq=2)
    assert scene.ask(log.before, scene.anna, page).my_saved == [one]
    scene.save(scene.anna, one, on=False)
    scene.save(scene.anna, one, on=False)
    assert kept(scene, scene.anna) == [two]


def test_saving_twice_is_saving_once_and_keeps_its_place(scene: Scene) -> None:
    one, two = (scene.say(scene.fay).message_id for _ in range(2))
    for message_id in (one, two, one):
        scene.save(scene.anna, message_id)
    assert kept(scene, scene.anna) == [two, one]


def test_only_in_a_room_that_i_am_in_and_only_what_stands(scene: Scene) -> None:
    said, gone = scene.say(scene.fay), scene.say(scene.fay)
    scene.delete(scene.fay, gone.message_id)
    for on in (True, False):
        for actor, message_id, code in (
            (scene.ben, said.message_id, "not_found"),
            (scene.adam, said.message_id, "not_found"),
            (scene.maria, said.message_id, "forbidden"),
            (scene.anna, gone.message_id, "not_found"),
            (scene.anna, id_of("absent"), "not_found"),
        ):
            what = SaveMessage(message_id=message_id, on=on)
            assert scene.no(saving.save, actor, what) == code
    assert scene.no(saving.list_saved, scene.adam, ListSaved()) == "forbidden"


def test_there_is_an_end_to_what_one_person_keeps(scene: Scene) -> None:
    said = [scene.say(scene.fay, f"{number}").message_id for number in range(SAVED_MAX + 1)]
    for message_id in said[:SAVED_MAX]:
        scene.save(scene.anna, message_id)
    one_more = SaveMessage(message_id=said[-1], on=True)
    assert scene.no(saving.save, scene.anna, one_more) == "too_many"
    scene.save(scene.anna, said[0])
    scene.save(scene.anna, said[0], on=False)
    scene.save(scene.anna, said[-1])
    assert kept(scene, scene.anna) == said[:0:-1]


def test_what_i_cannot_read_any_more_takes_no_place(scene: Scene) -> None:
    scene.bring_in(scene.ben, scene.evening)
    lost = scene.say(scene.ben).message_id
    said = [scene.say(scene.fay, f"{number}").message_id for number in range(SAVED_MAX)]
    scene.save(scene.anna, lost)
    for message_id in said[:-1]:
        scene.save(scene.anna, message_id)
    scene.save(scene.fay, lost)
    pair = (scene.anna.user_id, scene.ben.user_id)
    scene.write(lambda work: blocking.set_block(work, *pair, True))
    scene.save(scene.anna, said[-1])
    scene.write(lambda work: blocking.set_block(work, *pair, False))
    assert kept(scene, scene.anna) == said[::-1], "there is still an end to it"
    assert kept(scene, scene.fay) == [lost], "what others keep is theirs"


@pytest.mark.parametrize("how", ["delete", "hide", "take_back", "hide again", "erasure"])
def test_nothing_is_left_of_what_is_gone(scene: Scene, how: str) -> None:
    said = scene.say(scene.fay).message_id
    for actor in (scene.anna, scene.fay):
        scene.save(actor, said)
    if how == "delete":
        scene.delete(scene.fay, said)
    elif how == "hide":
        scene.hide(scene.maria, said)
    elif how == "take_back":
        scene.write(lambda work: redoing.take_back(work, said))
    elif how == "hide again":
        scene.write(lambda work: redoing.hide(work, said, "unkind"))
    else:
        cursor: str | None = ""
        while cursor is not None:
            cursor = scene.write(
                lambda work, at=cursor: leaving.forget_messages(work, scene.fay.user_id, at)  # type: ignore[misc]
            )
    assert scene.snapshot()["saved"] == []
    assert kept(scene, scene.anna) == []


@pytest.mark.parametrize("how", ["leave", "removal"])
def test_nothing_is_left_of_a_room_that_i_am_out_of(scene: Scene, how: str) -> None:
    elsewhere = scene.room("Elsewhere")
    there = scene.say(scene.fay, room_id=elsewhere).message_id
    for message_id in (scene.say(scene.fay).message_id, there):
        scene.save(scene.anna, message_id)
    if how == "leave":
        scene.go(scene.anna, scene.evening)
    else:
        out = RemovePerson(room_id=scene.evening, user_id=scene.anna.user_id)
        scene.do(membership.remove, scene.fay, out)
    assert [row[1] for row in scene.snapshot()["saved"]] == [elsewhere]
    assert kept(scene, scene.anna) == [there]


def test_what_i_may_not_read_now_is_left_out_and_comes_back(scene: Scene) -> None:
    said = scene.say(scene.fay).message_id
    scene.save(scene.anna, said)
    pair = (scene.fay.user_id, scene.anna.user_id)
    for on, expected in ((True, []), (False, [said])):
        scene.write(lambda work, on=on: blocking.set_block(work, *pair, on))  # type: ignore[misc]
        assert kept(scene, scene.anna) == expected
    state = "UPDATE person SET state = ? WHERE handle = 'fay'"
    for value, expected in (("erasing", []), ("active", [said])):
        scene.connection.execute(state, (value,))
        assert kept(scene, scene.anna) == expected


def test_who_keeps_a_room_no_longer_reads_what_came_before_them(scene: Scene) -> None:
    earlier = scene.say(scene.fay).message_id
    scene.bring_in(scene.ben, scene.evening)
    for relation, expected in ((Relation.FACILITATOR, [earlier]), (Relation.MEMBER, [])):
        to = SetRelation(room_id=scene.evening, user_id=scene.ben.user_id, relation=relation)
        scene.do(membership.set_relation, scene.adam, to)
        if relation is Relation.FACILITATOR:
            scene.save(scene.ben, earlier)
        assert kept(scene, scene.ben) == expected


def test_it_is_in_my_export_without_the_words(scene: Scene) -> None:
    said = scene.say(scene.fay, "words of hers").message_id
    scene.save(scene.anna, said)
    (item,) = scene.read(lambda reader: leaving.saved(reader, scene.anna.user_id, "")).items
    assert item == {"message_id": said, "room_id": scene.evening, "room": "Evening"}


def test_it_goes_with_me(scene: Scene) -> None:
    scene.save(scene.anna, scene.say(scene.fay).message_id)
    while scene.write(lambda work: leaving.forget_places(work, scene.anna.user_id, "")) is not None:
        pass
    assert scene.snapshot()["saved"] == []


def test_no_time_is_kept_with_it(scene: Scene) -> None:
    scene.clock.advance(days=400)
    scene.save(scene.anna, scene.say(scene.fay).message_id)
    assert scene.snapshot()["saved"] == [(scene.anna.user_id, scene.evening, 1, 1)]
