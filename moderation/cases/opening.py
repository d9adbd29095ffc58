"""A reason to look becomes a flag in a person's case, in the transaction of what gave the reason.

Must never be refused, change what the person can do, or be told to anyone but those who follow up.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Final

import msgspec

from moderation.cases import card, store, timeline
from moderation.cases import case as rules
from moderation.cases.case import Case, Kind
from moderation.conduct import audit
from moderation.severity import PAGES, RANK, Severity

if TYPE_CHECKING:
    from rooms.work import Work

SOFTWARE: Final = "software"
"""Who opens a case when no human did, in the audit log."""


class Source(StrEnum):
    """What gave the reason."""

    KEYWORD = "keyword"
    HELP_BUTTON = "help_button"
    CONCERN = "concern"
    """Another member is worried."""
    REPORT = "report"
    """Another member reports misconduct."""
    MODERATOR = "moderator"
    FAILED_SCREENING = "failed_screening"
    """Software could not read the message: a human does."""
    PRACTICE = "practice"


USUAL: Final = {
    Source.HELP_BUTTON: Severity.HIGH,
    Source.CONCERN: Severity.MEDIUM,
    Source.REPORT: Severity.MEDIUM,
    Source.FAILED_SCREENING: Severity.MEDIUM,
}
"""How grave it counts where no words decide it."""

_BY_STAFF: Final = frozenset({Source.MODERATOR, Source.PRACTICE})
"""Who raised the others is not for the audit log: that would tell who asked for help."""


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """Where a term was heard: `start` and `end` are characters of the kept words."""

    term: str
    category: str
    start: int
    end: int
    severity: Severity
    why: tuple[str, ...] = ()
    in_warning: bool = False


class Reason(msgspec.Struct, frozen=True, kw_only=True):
    """Why somebody should look, with the words as they stood."""

    source: Source
    severity: Severity
    category: str = ""
    room_id: str | None = None
    message_id: str | None = None
    seq: int | None = None
    body: str = ""
    warning: str | None = None
    raised_by: str | None = None
    hits: Sequence[Hit] = ()
    list_version: str | None = None
    fault: str | None = None


def flag(work: Work, member_id: str, reason: Reason, *, kind: Kind = Kind.REAL) -> Case:
    """Keep a reason to look in the person's running case, or open one; the very same reason about
    the same message is kept once.
    """
    before = store.lock_running(work.sql, member_id, kind)
    if before is None:
        new = rules.opened(work.new_id(), member_id, reason.severity, work.now, kind)
        if store.add(work.sql, new):
            _keep(work, new, reason)
            _tell_opened(work, new, reason)
            return new
        # Somebody else opened one in a transaction that ended meanwhile.
        before = store.lock_running(work.sql, member_id, kind)
        assert before is not None
    if _is_known(work, before, reason):
        return before
    after = rules.joined(before, reason.severity, work.now)
    store.save(work.sql, after)
    _keep(work, after, reason)
    timeline.note(work, after, "", "flag", detail=reason.source)
    if RANK[after.severity] > RANK[before.severity]:
        timeline.note(work, after, "", "severity", detail=after.severity)
    timeline.announce(work, after)
    if reason.severity in PAGES:
        card.again(work, after)
    return after


def _tell_opened(work: Work, new: Case, reason: Reason) -> None:
    timeline.note(work, new, "", "opened", detail=reason.source)
    if new.kind is not Kind.CANARY:
        audit.record(
            work,
            reason.raised_by or SOFTWARE if reason.source in _BY_STAFF else SOFTWARE,
            "case.begin",
            about=new.case_id,
            detail=f"{reason.source} {new.severity}",
        )
    timeline.announce(work, new)


def _is_known(work: Work, of: Case, reason: Reason) -> bool:
    if reason.message_id is None:
        return False
    known = work.sql.one(
        store.SAME_FLAG,
        case_id=of.case_id,
        severity=reason.severity.value,
        message_id=reason.message_id,
        source=reason.source.value,
        hits=_hits(reason),
        raised_by=reason.raised_by,
    )
    return known is not None


def _keep(work: Work, of: Case, reason: Reason) -> None:
    gravest = max(reason.hits, key=lambda hit: RANK[hit.severity], default=None)
    work.sql.run(
        store.ADD_FLAG,
        flag_id=work.new_id(),
        case_id=of.case_id,
        source=reason.source.value,
        at=work.now,
        severity=reason.severity.value,
        category=reason.category,
        room_id=reason.room_id,
        message_id=reason.message_id,
        seq=reason.seq,
        body=reason.body,
        warning=reason.warning,
        raised_by=reason.raised_by,
        term=None if gravest is None else gravest.term,
        hits=_hits(reason),
        list_version=reason.list_version,
        fault=reason.fault,
        verdict=None,
    )


def _hits(reason: Reason) -> str:
    return msgspec.json.encode(reason.hits).decode()
