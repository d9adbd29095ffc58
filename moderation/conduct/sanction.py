"""What was decided about a person, as one frozen value: pure rules.

Must never be made by anything that reads words: nobody is held to account by software here.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple

from rooms.chat.views import ConductReason


class SanctionKind(StrEnum):
    """What is decided about someone. Slowing a room down or locking it is about nobody."""

    WARN = "warn"
    MUTE = "mute"
    """They only read along in a room."""
    REMOVE = "remove"
    """They were put out of a room, and come back only by asking."""
    BAN = "ban"
    """They take part nowhere."""


NEWS_FOR_MS: Final = 30 * 24 * 3600 * 1000


class Sanction(NamedTuple):
    """One decision. `until` is None for what lasts until somebody ends it, or was done once."""

    sanction_id: str
    user_id: str
    kind: str
    reason: ConductReason
    given_by: str
    given_at: int
    until: int | None
    lifted_at: int | None
    room_id: str | None

    def is_running(self, now: int) -> bool:
        """Whether it still holds."""
        return self.lifted_at is None and (self.until is None or self.until > now)

    def is_news(self, seen_at: int | None, now: int) -> bool:
        """Whether it is told by itself: until it is put away, and not for ever.

        Whoever is kept out reads of it in place of everything else.
        """
        if seen_at is not None or (self.kind == SanctionKind.BAN and self.lifted_at is None):
            return False
        return max(self.given_at, self.lifted_at or 0, (self.until or 0)) > now - NEWS_FOR_MS

    def may_be_appealed(self, *, appealed: bool) -> bool:
        """Whether another look at it can be asked for: once, and not when it was taken back.

        Also when its time is over: it stands in their history.
        """
        return self.lifted_at is None and not appealed
