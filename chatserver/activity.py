"""Which sign-ins of staff were used: gathered in memory, written once a minute.

Must never keep when a member was here: of members nothing is remembered.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import islice
from typing import Final

from chatserver.database import Database
from rooms.people.person import Actor, Role
from rooms.refusal import Refusal
from rooms.work import Work
from web.accounts import sessions

WAITING_MAX: Final = 1000
"""Uses that may wait; beyond it the oldest is let go, and that sign-in may end early."""
_A_COMMAND: Final = 100

BY_THEMSELVES: Final = frozenset({"session.sync", "log.since", "read.mark"})
"""What a page asks for by itself: it tells nothing of whether anybody is there."""


class Activity:
    """The newest use of each sign-in of staff since the last flush."""

    def __init__(self, database: Database, now: Callable[[], int], idle_ms: int) -> None:
        self._database = database
        self._now = now
        self._idle_ms = idle_ms
        self._used_at: dict[str, int] = {}

    def used(self, actor: Actor) -> None:
        """Somebody is at this device."""
        if actor.role is Role.MEMBER:
            return
        self._used_at.pop(actor.sign_in_id, None)
        self._used_at[actor.sign_in_id] = self._now()
        if len(self._used_at) > WAITING_MAX:
            del self._used_at[next(iter(self._used_at))]

    async def flush(self) -> None:
        """Write what waits, in commands of bounded size."""
        waiting, self._used_at = self._used_at, {}
        while waiting:
            uses = dict(islice(waiting.items(), _A_COMMAND))
            try:
                await self._database.write(partial(self._write, uses))
            except Refusal:
                self._used_at = waiting | self._used_at
                raise
            for sign_in_id in uses:
                del waiting[sign_in_id]

    def _write(self, uses: dict[str, int], work: Work) -> None:
        sessions.keep_awake(work, uses, self._idle_ms)
