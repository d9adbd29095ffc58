"""Who is kept apart from whom, in memory, for what goes out live. Free while nobody is.

Must never know more than the store: it is read at the start, follows in the order of commits, and
is read again when the bus has lost something.
"""

from __future__ import annotations

from collections.abc import Iterable, Set

from rooms.people.blocking import sees_everyone
from rooms.people.events import YourBlocks
from rooms.people.person import Role

_NOBODY: Set[str] = frozenset()


class Blocks:
    """Every pair that is kept apart, found from either side."""

    def __init__(self) -> None:
        self._asked: set[tuple[str, str]] = set()
        self._apart: dict[str, set[str]] = {}

    def __bool__(self) -> bool:
        """Whether anyone is kept apart from anyone."""
        return bool(self._apart)

    def load(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Take what the store holds instead of what was known."""
        asked, self._apart = set(pairs), {}
        self._asked = asked
        for one, other in asked:
            self._part(one, other)

    def change(self, event: YourBlocks) -> None:
        """Someone blocks someone, or no longer; both may, each for themselves."""
        one, other = event.user_id, event.blocked_id
        if event.on:
            self._asked.add((one, other))
            self._part(one, other)
            return
        self._asked.discard((one, other))
        if (other, one) not in self._asked:
            self._join(one, other)

    def of(self, user_id: str) -> Set[str]:
        """Everyone who is kept apart from this person."""
        return self._apart.get(user_id, _NOBODY)

    def hidden_from(self, user_id: str, role: Role) -> Set[str]:
        """Whom this viewer gets nothing of."""
        return _NOBODY if sees_everyone(role) else self.of(user_id)

    def around(self, people: Iterable[str]) -> Set[str]:
        """Everyone who is kept apart from any of these people."""
        if not self._apart:
            return _NOBODY
        return frozenset().union(*map(self.of, people))

    def _part(self, one: str, other: str) -> None:
        self._apart.setdefault(one, set()).add(other)
        self._apart.setdefault(other, set()).add(one)

    def _join(self, one: str, other: str) -> None:
        for here, there in ((one, other), (other, one)):
            apart = self._apart.get(here)
            if apart is not None:
                apart.discard(there)
                if not apart:
                    del self._apart[here]
