"""A case that nobody sees, now and then: it shows that a reason to look still becomes an alert.

Must never be in a queue, a count or the audit log, nor leave anything behind.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from moderation.cases import canary_store as store
from moderation.cases import opening
from moderation.cases.case import Kind
from moderation.cases.opening import Reason, Source
from moderation.severity import Severity
from rooms.people.person import Role

if TYPE_CHECKING:
    from rooms.work import Work


def begin(work: Work) -> str | None:
    """Send one on its way; None where there is nobody yet who could be told."""
    clear(work)
    row = work.sql.one(store.SOMEBODY, role=Role.MEMBER.value)
    if row is None:
        return None
    reason = Reason(source=Source.PRACTICE, severity=Severity.HIGH)
    return opening.flag(work, row[0], reason, kind=Kind.CANARY).case_id


def arrived(work: Work, case_id: str) -> bool:
    """It came through, and is removed; False when it was removed before."""
    return _remove(work, case_id) > 0


def clear(work: Work) -> None:
    """Remove those that did not come through."""
    for (case_id,) in work.sql.all(store.CANARIES, kind=Kind.CANARY.value):
        _remove(work, case_id)


def _remove(work: Work, case_id: str) -> int:
    for statement in (store.NOTICES, store.ENTRIES, store.FLAGS):
        work.sql.run(statement, of_case_id=case_id)
    return work.sql.run(store.CASE, of_case_id=case_id, kind=Kind.CANARY.value)
