"""Where a page ended, as text that a client hands back unread. Must never carry a secret."""

from __future__ import annotations

import base64
import binascii

from rooms.refusal import Refusal
from rooms.words import mark

_SEPARATOR = "\x1f"


def to_cursor(*parts: str | int) -> str:
    """An opaque cursor of these parts."""
    return base64.urlsafe_b64encode(_SEPARATOR.join(map(str, parts)).encode()).decode().rstrip("=")


def from_cursor(cursor: str, count: int) -> list[str]:
    """The parts of a cursor that we once gave out; anything else is refused."""
    try:
        raw = base64.b64decode(
            cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True
        ).decode()
    except (binascii.Error, UnicodeError, ValueError):
        raise _unknown() from None
    parts = raw.split(_SEPARATOR)
    if len(parts) != count or "\x00" in raw:
        raise _unknown()
    return parts


def position(part: str) -> int:
    """A part of a cursor that is a position or a time."""
    if not (part.isascii() and part.isdigit() and len(part) <= 16):
        raise _unknown()
    return int(part)


def _unknown() -> Refusal:
    return Refusal(
        "out_of_range", mark("That page is not there. Start from the first one."), field="cursor"
    )
