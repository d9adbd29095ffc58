"""Parts of an export: bounded in rows and in bytes, and none is skipped."""

from __future__ import annotations

import msgspec

from rooms.cursor import from_cursor
from rooms.leaving import PART_MAX_BYTES, ROWS, Item, part
from rooms.work import Row


def item(row: Row) -> Item:
    return {"id": row[0], "words": row[1]}


def walk(rows: list[Row], *, growth: int = 0) -> list[list[Item]]:
    """Every part, as a job would gather them."""
    parts, after = [], ""
    while True:
        page = [row for row in rows if row[0] > after][:ROWS]
        found = part(page, item, keys=1, growth=lambda row: growth)
        parts.append(found.items)
        if found.cursor is None:
            return parts
        after = from_cursor(found.cursor, 1)[0]


def test_few_things_are_one_part() -> None:
    assert walk([("a", "x"), ("b", "y")]) == [
        [{"id": "a", "words": "x"}, {"id": "b", "words": "y"}]
    ]
    assert walk([]) == [[]]


def test_many_things_are_several_and_none_is_lost_or_twice() -> None:
    rows = [(f"{number:04}", "x") for number in range(2 * ROWS + 1)]
    parts = walk(rows)
    assert [len(items) for items in parts] == [ROWS, ROWS, 1]
    assert [each["id"] for items in parts for each in items] == [row[0] for row in rows]


def test_long_things_fill_a_part_sooner() -> None:
    rows = [(f"{number:04}", "x" * 4000) for number in range(30)]
    parts = walk(rows)
    assert len(parts) > 1
    assert all(len(msgspec.json.encode(items)) <= PART_MAX_BYTES + 200 for items in parts)
    assert sum(map(len, parts)) == len(rows)


def test_one_thing_that_is_too_long_is_a_part_of_its_own() -> None:
    parts = walk([("a", "x" * 2 * PART_MAX_BYTES), ("b", "y")])
    assert [len(items) for items in parts] == [1, 1]


def test_room_is_left_for_names() -> None:
    rows = [(f"{number:04}", "x") for number in range(20)]
    assert len(walk(rows, growth=PART_MAX_BYTES // 4)) > 4
