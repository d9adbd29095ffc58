"""A cursor comes back as it went out; anything else is refused in words."""

from __future__ import annotations

import pytest

from rooms.cursor import from_cursor, position, to_cursor
from rooms.refusal import Refusal


def test_a_cursor_comes_back_as_it_went_out() -> None:
    assert from_cursor(to_cursor(17, "id0", "ü"), 3) == ["17", "id0", "ü"]
    assert position(from_cursor(to_cursor(17), 1)[0]) == 17


@pytest.mark.parametrize("cursor", ["", "%%%", "\u00fc", "a", to_cursor("a", "b"), "AAAA"])
def test_a_foreign_cursor_is_refused(cursor: str) -> None:
    with pytest.raises(Refusal) as refused:
        position(from_cursor(cursor, 1)[0])
    assert (refused.value.code, refused.value.field) == ("out_of_range", "cursor")


@pytest.mark.parametrize("part", ["", "-1", "1.5", "٣", "1" * 17])
def test_a_position_is_a_plain_number(part: str) -> None:
    with pytest.raises(Refusal):
        position(part)
