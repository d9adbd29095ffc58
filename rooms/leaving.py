"""What every floor offers when someone goes: what is kept of them, and its removal, bit by bit.

Must never know what is kept, nor who asks: each folder says what it holds of a person, and the
floor that has accounts joins them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

import msgspec

from rooms.cursor import to_cursor
from rooms.work import Reader, Row, Work

ROWS: Final = 100
"""No part of an export looks at more rows than this, and no step of a removal at many more."""
PART_MAX_BYTES: Final = 40 * 1024
"""A part of an export fits an answer even when every reference in it has become a name."""

NAME_BYTES: Final = 120
"""What naming someone adds at most: 24 letters of four bytes, and what stands around them."""


class Named(msgspec.Struct, frozen=True):
    """Someone else in my data: kept as a reference, and named as they are when it is read."""

    user_id: str
    handle: str = ""


Value = str | int | bool | Named | None
Item = dict[str, Value]
"""One thing that is kept of me: a message, a room that I am in, a sign-in."""


class Part(NamedTuple):
    """A few things of one kind. `cursor` tells where the rest begins; None when that was all."""

    items: list[Item]
    cursor: str | None = None


Gather = Callable[[Reader, str, str], Part]
"""What is kept of a person, from a cursor on ('' at first): (reader, user_id, cursor)."""

Forget = Callable[[Work, str, str], str | None]
"""One bounded step of a removal, from a cursor on ('' at first): (work, user_id, cursor). It
answers where to go on, or None when nothing of it is left. A step that is done again does no harm.
"""

_encode = msgspec.json.Encoder().encode


def part(
    rows: Sequence[Row],
    item: Callable[[Row], Item],
    *,
    keys: int,
    growth: Callable[[Row], int] = lambda row: 0,
) -> Part:
    """A part of an export out of at most `ROWS` rows whose first columns are their place in order.

    `growth` tells by how many bytes names can lengthen what was made of a row.
    """
    items: list[Item] = []
    left = PART_MAX_BYTES
    for row in rows:
        made = item(row)
        left -= len(_encode(made)) + growth(row)
        if left < 0 and items:
            break
        items.append(made)
    more = len(items) < len(rows) or len(rows) == ROWS
    return Part(items, to_cursor(*rows[len(items) - 1][:keys]) if more and rows else None)
