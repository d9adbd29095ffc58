"""The only caller of the wall clock. Must never be imported by a rule."""

from __future__ import annotations

import time


def now_ms() -> int:
    """Milliseconds since 1970 UTC."""
    return time.time_ns() // 1_000_000
