"""An answer stays within its size, and always says something."""

from __future__ import annotations

import msgspec

from rooms.paging import fitting


def test_a_page_ends_before_it_is_too_large() -> None:
    chosen = fitting(["x" * 100] * 50, 1000)
    assert len(chosen) == 9
    assert len(msgspec.json.encode(chosen)) <= 1000


def test_what_fits_is_all_there() -> None:
    assert fitting(["a", "b"], 1000) == ["a", "b"]
    assert fitting([], 1000) == []


def test_one_large_thing_is_still_shown() -> None:
    assert fitting(["x" * 5000, "y"], 1000) == ["x" * 5000]
