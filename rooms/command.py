"""What every request has in common. Must never hold a rule."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Self

import msgspec

if TYPE_CHECKING:
    from rooms.words import Say

SEQ_MAX = 2**53 - 1
"""The largest position: what every JSON reader can hold exactly."""

Nonce = Annotated[
    str,
    msgspec.Meta(
        min_length=1,
        max_length=64,
        description="Random and unique per sender: the same nonce answers as the first time.",
    ),
]
Seq = Annotated[
    int,
    msgspec.Meta(ge=0, le=SEQ_MAX, description="A position in a room's log; 0 is before all."),
]
Limit = Annotated[int, msgspec.Meta(ge=1, description="How many at most; beyond 200 means 200.")]
Cursor = Annotated[
    str, msgspec.Meta(max_length=256, description="Where the page before ended: opaque.")
]

PAGE_MAX = 200
"""No page has more rows than this."""


class Command(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A request, imperative. Fields that are not declared are refused."""


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """What a command answers with."""

    def said(self, say: Say) -> Self:  # noqa: ARG002 - for those that have words
        """The same, its words for people in another language; most answers have none."""
        return self


class Nothing(Result, frozen=True, kw_only=True):
    """Done; there is nothing more to say."""


def page_size(limit: int, most: int = PAGE_MAX) -> int:
    """How many rows a request for `limit` gets."""
    return min(limit, most)
