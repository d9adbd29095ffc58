"""As much of a list as one answer carries. Must never cut an answer to nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable

ANSWER_MAX_BYTES = 96 * 1024
"""No answer is larger."""

LIST_MAX_BYTES = 72 * 1024
"""What the list in an answer may take; the rest is for what stands around it."""

_T = TypeVar("_T")
_encode = msgspec.json.Encoder().encode


def fitting(items: Iterable[_T], max_bytes: int = LIST_MAX_BYTES) -> list[_T]:
    """The first items that fit together, at least one."""
    chosen: list[_T] = []
    left = max_bytes
    for item in items:
        left -= len(_encode(item)) + 1
        if left < 0 and chosen:
            break
        chosen.append(item)
    return chosen
