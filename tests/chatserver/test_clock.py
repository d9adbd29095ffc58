"""The wall clock."""

from __future__ import annotations

import time

from chatserver.clock import now_ms


def test_it_tells_milliseconds_since_1970() -> None:
    before = int(time.time() * 1000) - 1
    assert before <= now_ms() <= before + 60_000
