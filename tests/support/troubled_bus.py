"""A bus in bad weather: it loses, delays and repeats events, as one between machines may.

Must never reorder, for no bus of ours does; nor lose what takes a right away, for that never rests
on the bus alone (every process asks the store for it as well, once there are several).
"""

from __future__ import annotations

import asyncio
import random
from collections import deque
from collections.abc import Callable, Iterable
from functools import partial

from rooms.chat.events import YourMembership
from rooms.event import Event
from rooms.people.events import YourBlocks, YourHandle, YourRole, YourState, YourVisibility
from web.accounts.events import SignInEnded

LOST = 0.15
TWICE = 0.15
PAUSE = 0.2
"""How often an event is lost, comes again later, or makes the bus stop for a moment."""

PAUSE_MAX_S = 0.02

NEVER_LOST = (
    YourBlocks,
    YourHandle,
    YourMembership,
    YourRole,
    YourState,
    YourVisibility,
    SignInEnded,
)


class TroubledBus:
    """`chatserver.bus.Bus` for a test: `calm` ends the weather, nothing held is lost by it."""

    keeps_up = True

    def __init__(
        self,
        deliver: Callable[[Event], None],
        lost: Callable[[], None],
        report_bug: Callable[[str, BaseException], object],
        *,
        chance: random.Random,
    ) -> None:
        self._deliver = deliver
        self._chance = chance
        self._waiting: deque[Event] = deque()
        self._paused = False
        self._stormy = True
        self.lost = self.repeated = 0

    def publish(self, events: Iterable[Event]) -> None:
        """Take some events; the weather decides about each."""
        for event in events:
            if self._meets(LOST, event):
                self.lost += 1
            else:
                self._waiting.append(event)
        self._pump()

    def calm(self) -> None:
        """From now on everything arrives, once and at once."""
        self._stormy = self._paused = False
        self._pump()

    def _meets(self, odds: float, event: Event) -> bool:
        if not self._stormy or isinstance(event, NEVER_LOST):
            return False
        return self._chance.random() < odds

    def _pump(self) -> None:
        while self._waiting and not self._paused:
            if self._stormy and self._chance.random() < PAUSE:
                self._paused = True
                self._later(self._go_on)
                return
            self._hand_over(self._waiting.popleft())

    def _go_on(self) -> None:
        self._paused = False
        if self._waiting:
            # What paused once is let through, so that bad luck can't hold it for ever.
            self._hand_over(self._waiting.popleft())
            self._pump()

    def _hand_over(self, event: Event) -> None:
        self._deliver(event)
        if self._meets(TWICE, event):
            self.repeated += 1
            self._later(partial(self._deliver, event))

    def _later(self, what: Callable[[], None]) -> None:
        asyncio.get_running_loop().call_later(self._chance.random() * PAUSE_MAX_S, what)
