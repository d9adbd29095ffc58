"""How long a report is kept, for everybody. Must never keep one longer than is said here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from moderation.conduct import leaving_store as store

if TYPE_CHECKING:
    from rooms.work import Work

_DAY_MS: Final = 24 * 3600 * 1000

OPEN_KEPT_MS: Final = 180 * _DAY_MS
"""An open report, with its copy of the words, from when it was made."""
CLOSED_KEPT_MS: Final = 30 * _DAY_MS
"""One that was seen to, from when it was closed."""

_ROWS: Final = 200


def step(work: Work, _cursor: str) -> str | None:
    """One step of a job: a few reports past their term go; None when that was all."""
    gone = work.sql.run(
        store.FORGET_OVERDUE,
        reported_before=work.now - OPEN_KEPT_MS,
        closed_before=work.now - CLOSED_KEPT_MS,
        limit=_ROWS,
    )
    return "" if gone == _ROWS else None
