"""Carries events to where sessions are. It may lose; the store may not. Must never reorder."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Iterable
from typing import Protocol

from rooms.event import Event

WAITING_MAX = 20_000
"""Events that may wait for delivery; beyond it they are let go and every session resyncs."""
SLICE_MS = 5.0
"""Delivery holds the loop no longer than this at a time, give or take one event."""


class Bus(Protocol):
    """At most once, in the order of publishing, to every process's `deliver`.

    `publish` never waits and never raises: a slow bus must not hold the writer. What is lost is
    noticed by a gap in `seq` and fetched from the log.
    """

    @property
    def keeps_up(self) -> bool:
        """False when it is about to lose events, or can't hear itself: not ready."""
        ...

    def publish(self, events: Iterable[Event]) -> None:
        """Announce facts that are committed."""
        ...


class MemoryBus:
    """The bus of one process: an ordered queue, delivered in slices so that no room waits long."""

    def __init__(
        self,
        deliver: Callable[[Event], None],
        lost: Callable[[], None],
        report_bug: Callable[[str, BaseException], object],
    ) -> None:
        self._deliver = deliver
        self._lost = lost
        self._report_bug = report_bug
        self._waiting: deque[Event] = deque()
        self._scheduled = False

    @property
    def keeps_up(self) -> bool:
        """False when so much waits that some of it will soon be let go."""
        return len(self._waiting) < WAITING_MAX // 2

    def publish(self, events: Iterable[Event]) -> None:
        """Queue facts for delivery; delivery begins in this very turn of the loop."""
        self._waiting.extend(events)
        if len(self._waiting) > WAITING_MAX:
            self._waiting.clear()
            self._lost()
        elif not self._scheduled and self._waiting:
            self._drain()

    def _drain(self) -> None:
        loop = asyncio.get_running_loop()
        until = loop.time() + SLICE_MS / 1000
        self._scheduled = False
        while self._waiting:
            self._deliver_one(self._waiting.popleft())
            if self._waiting and loop.time() >= until:
                self._scheduled = True
                loop.call_soon(self._drain)
                return

    def _deliver_one(self, event: Event) -> None:
        """A bug in delivery must reach neither the writer nor the events after this one."""
        try:
            self._deliver(event)
        except Exception as bug:  # noqa: BLE001 - see above; the log has what some may miss now
            self._report_bug(event.kind(), bug)
            self._lost()
