"""A clock that moves when a test says so."""

from __future__ import annotations

from datetime import UTC, datetime

HALF_PAST_EIGHT_MS = int(datetime(2026, 11, 20, 20, 30, tzinfo=UTC).timestamp() * 1000)


class ManualClock:
    """Call it for the time; `advance` lets time pass."""

    def __init__(self, now_ms: int = HALF_PAST_EIGHT_MS) -> None:
        self.now_ms = now_ms

    def __call__(self) -> int:
        return self.now_ms

    def advance(self, *, ms: int = 0, s: int = 0, minutes: int = 0, days: int = 0) -> None:
        """Let time pass."""
        self.now_ms += ms + 1000 * (s + 60 * (minutes + 24 * 60 * days))
