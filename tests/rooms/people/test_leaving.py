"""A person's own row, whom they block, and the stub that stays."""

from __future__ import annotations

from functools import partial

from rooms.leaving import ROWS, Named
from rooms.people import blocking, leaving, registry, store
from rooms.people.person import Role, State
from rooms.work import Work
from tests.support.ids import id_of
from tests.support.scene import Scene


def block(work: Work, pair: tuple[str, str]) -> None:
    blocking.set_block(work, *pair, True)


def test_their_own_row_without_the_name_which_is_told_when_it_is_read(scene: Scene) -> None:
    (item,) = scene.read(lambda reader: leaving.account(reader, scene.maria.user_id, "")).items
    assert item == {
        "user_id": scene.maria.user_id,
        "handle": "",
        "role": "moderator",
        "visible": False,
        "reading": False,
        "banned_until": None,
        "renamed_at": None,
        "created_at": scene.clock(),
    }


def test_whom_they_block_and_never_who_blocks_them(scene: Scene) -> None:
    anna, ben, fay = scene.anna.user_id, scene.ben.user_id, scene.fay.user_id
    for pair in ((anna, ben), (fay, anna)):
        scene.write(partial(block, pair=pair))
    mine = scene.read(lambda reader: leaving.blocks(reader, anna, ""))
    assert mine.items == [{"person": Named(ben)}]
    assert mine.cursor is None


def test_a_long_list_comes_in_parts(scene: Scene) -> None:
    anna = scene.anna.user_id
    for number in range(ROWS + 5):
        other = scene.person(f"other{number}x").user_id
        scene.write(partial(block, pair=(anna, other)))
    seen, cursor = [], ""
    while True:
        part = scene.read(lambda reader, cursor=cursor: leaving.blocks(reader, anna, cursor))  # type: ignore[misc]
        seen += [str(item["person"]) for item in part.items]
        if part.cursor is None:
            break
        cursor = part.cursor
    assert len(seen) == len(set(seen)) == ROWS + 5


def test_blocks_go_both_ways(scene: Scene) -> None:
    anna, ben, fay = scene.anna.user_id, scene.ben.user_id, scene.fay.user_id
    for pair in ((anna, ben), (fay, anna), (fay, ben)):
        scene.write(partial(block, pair=pair))
    assert scene.write(lambda work: leaving.forget_blocks(work, anna, "")) == ""
    assert scene.write(lambda work: leaving.forget_blocks(work, anna, "")) is None
    assert scene.snapshot()["block"] == [(fay, ben)]


def test_the_stub_has_no_name_and_its_place_can_be_taken_by_nobody(scene: Scene) -> None:
    scene.write(lambda work: leaving.empty(work, scene.anna.user_id))
    scene.write(lambda work: leaving.empty(work, scene.ben.user_id))
    assert scene.read(lambda reader: store.present(reader.sql, scene.anna.user_id)) is None
    assert scene.read(lambda reader: registry.by_handle_key(reader, "anna")) is None
    assert scene.read(lambda reader: registry.state_of(reader, id_of("ben"))) is State.ERASED
    refused = scene.refused(lambda work: registry.add(work, id_of("x"), "anna", Role.MEMBER))
    assert refused.code == "name_taken"
