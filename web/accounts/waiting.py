"""People who knocked and whom nobody let in. Must never keep them for good.

An account that nobody has let in within a month is removed like that of somebody who leaves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from web.accounts import erasing
from web.accounts import invite_store as store

if TYPE_CHECKING:
    from rooms.work import Work

WAIT_MAX_MS: Final = 30 * 24 * 3600 * 1000
_AT_ONCE: Final = 10


def step(work: Work, _cursor: str = "") -> str | None:
    """One step of a job: let go of a few who waited too long; None when those were all."""
    gone = work.sql.all(store.WAITED_TOO_LONG, before=work.now - WAIT_MAX_MS, limit=_AT_ONCE)
    for (user_id,) in gone:
        erasing.begin(work, user_id, work.now)
    return "" if len(gone) == _AT_ONCE else None
