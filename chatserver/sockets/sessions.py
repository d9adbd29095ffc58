"""Every live session of this process, by person and by sign-in."""

from __future__ import annotations

from collections.abc import Iterator

from chatserver.sockets.session import Session

LIVE_MAX = 5
"""Live sockets of one person; the newest ends the oldest."""


class Sessions:
    """The register of live sessions, each person's in the order of coming."""

    def __init__(self) -> None:
        self._by_user: dict[str, dict[str, Session]] = {}

    def __len__(self) -> int:
        return sum(len(theirs) for theirs in self._by_user.values())

    def __iter__(self) -> Iterator[Session]:
        return iter([one for theirs in self._by_user.values() for one in theirs.values()])

    def add(self, session: Session) -> Session | None:
        """Register; returns the person's oldest session if there are too many now."""
        theirs = self._by_user.setdefault(session.user_id, {})
        theirs[session.session_id] = session
        return next(iter(theirs.values())) if len(theirs) > LIVE_MAX else None

    def remove(self, session: Session) -> None:
        """Forget; doing it twice does no harm."""
        theirs = self._by_user.get(session.user_id)
        if theirs is None:
            return
        theirs.pop(session.session_id, None)
        if not theirs:
            del self._by_user[session.user_id]

    def of_user(self, user_id: str) -> list[Session]:
        """One person's live sessions."""
        return list(self._by_user.get(user_id, {}).values())
