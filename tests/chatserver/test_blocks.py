"""The pairs that are kept apart, as this process remembers them."""

from __future__ import annotations

import random

from chatserver.blocks import Blocks
from rooms.people.events import YourBlocks
from rooms.people.person import Role


def change(blocker: str, blocked: str, on: bool = True) -> YourBlocks:
    return YourBlocks(user_id=blocker, blocks=1).about(blocked, on)


def test_free_while_nobody_blocks() -> None:
    blocks = Blocks()
    assert not blocks
    assert blocks.of("ann") == blocks.around(["ann", "bob"]) == set()


def test_from_either_side_until_neither_wants_it() -> None:
    blocks = Blocks()
    blocks.change(change("ann", "bob"))
    assert (blocks.of("ann"), blocks.of("bob"), blocks.of("cleo")) == ({"bob"}, {"ann"}, set())
    assert blocks.around(["ann", "cleo"]) == {"bob"}
    blocks.change(change("bob", "ann"))
    blocks.change(change("ann", "bob", on=False))
    assert blocks.of("ann") == {"bob"}
    blocks.change(change("bob", "ann", on=False))
    assert not blocks


def test_a_moderator_is_kept_from_nobody() -> None:
    blocks = Blocks()
    blocks.change(change("ann", "mo"))
    assert blocks.hidden_from("mo", Role.MODERATOR) == set()
    assert blocks.hidden_from("mo", Role.MEMBER) == {"ann"}
    assert blocks.hidden_from("ann", Role.MEMBER) == {"mo"}


def test_what_the_store_holds_takes_the_place_of_what_was_known() -> None:
    blocks = Blocks()
    blocks.change(change("ann", "bob"))
    blocks.load([("bob", "cleo"), ("cleo", "bob")])
    assert blocks.of("ann") == set()
    blocks.change(change("bob", "cleo", on=False))
    assert blocks.of("bob") == {"cleo"}


def test_after_any_changes_it_is_as_if_read_anew() -> None:
    chance = random.Random(7)
    people = ["ann", "bob", "cleo", "dan"]
    for _ in range(200):
        blocks = Blocks()
        pairs: set[tuple[str, str]] = set()
        for _ in range(chance.randrange(20)):
            one, other = chance.sample(people, 2)
            on = chance.random() < 0.6
            blocks.change(change(one, other, on))
            (pairs.add if on else pairs.discard)((one, other))
        fresh = Blocks()
        fresh.load(pairs)
        assert [blocks.of(one) for one in people] == [fresh.of(one) for one in people]
        assert bool(blocks) == bool(pairs)
