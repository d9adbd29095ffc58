"""Who is kept apart from whom: found from either side, told to the one who asked alone."""

from __future__ import annotations

from itertools import combinations

from rooms.event import user_topic
from rooms.people import blocking
from rooms.people.events import YourBlocks
from rooms.people.person import Actor, Role
from tests.support.scene import Scene


def set_block(scene: Scene, blocker: Actor, blocked: Actor, on: bool = True) -> None:
    scene.write(lambda work: blocking.set_block(work, blocker.user_id, blocked.user_id, on))


def around(scene: Scene, actor: Actor) -> frozenset[str]:
    return scene.read(lambda reader: blocking.hidden_from(reader, actor.user_id))


def test_both_are_kept_apart_whoever_asked(scene: Scene) -> None:
    anna, ben, fay = scene.anna, scene.ben, scene.fay
    set_block(scene, anna, ben)
    assert around(scene, anna) == {ben.user_id}
    assert around(scene, ben) == {anna.user_id}
    assert around(scene, fay) == frozenset()
    set_block(scene, ben, anna)
    set_block(scene, anna, ben, on=False)
    assert around(scene, anna) == {ben.user_id}, "the other one still wants it"
    set_block(scene, ben, anna, on=False)
    assert around(scene, anna) == around(scene, ben) == frozenset()


def test_one_by_one_it_is_the_same_answer(scene: Scene) -> None:
    set_block(scene, scene.anna, scene.ben)
    people = (scene.anna, scene.ben, scene.fay)
    for one, other in combinations(people, 2):
        for viewer, author in ((one, other), (other, one)):
            unseen = scene.read(lambda r: blocking.is_unseen(r, viewer, author.user_id))  # noqa: B023
            assert unseen == (author.user_id in around(scene, viewer))


def test_moderators_see_everyone_once_their_powers_work(scene: Scene) -> None:
    set_block(scene, scene.maria, scene.anna)
    set_block(scene, scene.ben, scene.maria)
    maria = scene.maria
    unproven = Actor(maria.user_id, maria.handle, Role.MODERATOR, proven=False)
    both = {scene.anna.user_id, scene.ben.user_id}

    def unseen(actor: Actor) -> frozenset[str]:
        return scene.read(lambda reader: blocking.unseen_by(reader, actor))

    assert unseen(maria) == frozenset()
    assert not scene.read(lambda r: blocking.is_unseen(r, maria, scene.anna.user_id))
    assert blocking.viewer_id(maria) == ""
    assert unseen(unproven) == both
    assert unseen(scene.anna) == unseen(scene.ben) == {maria.user_id}


def test_only_who_asked_is_told_and_only_of_a_change(scene: Scene) -> None:
    set_block(scene, scene.anna, scene.ben)
    (told,) = scene.heard()
    assert isinstance(told, YourBlocks)
    assert told.topic == user_topic(scene.anna.user_id)
    assert (told.blocked_id, told.on) == (scene.ben.user_id, True)
    set_block(scene, scene.anna, scene.ben)
    set_block(scene, scene.anna, scene.fay, on=False)
    assert scene.heard() == []
    set_block(scene, scene.anna, scene.ben, on=False)
    (told,) = scene.heard()
    assert isinstance(told, YourBlocks)
    assert (told.blocks, told.blocked_id, told.on) == (0, scene.ben.user_id, False)


def test_the_number_is_another_for_another_list(scene: Scene) -> None:
    numbers = []
    for blocked in (scene.ben, scene.fay):
        set_block(scene, scene.anna, blocked)
        set_block(scene, scene.anna, blocked, on=False)
    set_block(scene, scene.anna, scene.ben)
    set_block(scene, scene.anna, scene.fay)
    numbers = [event.blocks for event in scene.heard_of(YourBlocks)]
    assert len(set(numbers)) == 4, "Ben, Fay, both, nobody"
    assert numbers[4] == numbers[0], "the same list has the same number"
    assert all(0 <= number < 2**53 for number in numbers)


def test_nobody_who_is_not_there_is_kept_apart(scene: Scene) -> None:
    before = scene.snapshot()
    scene.write(lambda work: blocking.set_block(work, scene.anna.user_id, "nobody", True))
    scene.write(lambda work: blocking.set_block(work, "nobody", scene.anna.user_id, True))
    assert scene.snapshot() == before
    assert scene.heard() == []


def test_all_of_them_page_by_page(scene: Scene, monkeypatch: object) -> None:
    pairs = [
        (scene.anna, scene.ben),
        (scene.ben, scene.anna),
        (scene.anna, scene.fay),
        (scene.fay, scene.maria),
        (scene.maria, scene.ben),
    ]
    for blocker, blocked in pairs:
        set_block(scene, blocker, blocked)
    expected = {(blocker.user_id, blocked.user_id) for blocker, blocked in pairs}
    for per_page in (1, 2, 5, 1000):
        blocking._PER_PAGE, before = per_page, blocking._PER_PAGE
        try:
            found = scene.read(lambda reader: list(blocking.all_blocks(reader)))
        finally:
            blocking._PER_PAGE = before
        assert set(found) == expected
        assert len(found) == len(expected)
