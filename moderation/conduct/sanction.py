"""What was decided about a person, as one frozen value: pure rules.

Must never be made by anything that reads words: nobody is held to account by software here.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

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

    def may_be_appealed(self, *, appealed: bool) -> bool:
        """Whether another look at it can be asked for: once, and not when it was taken back.

        Also when its time is over: it stands in their history.
        """
        return self.lifted_at is None and not appealed
