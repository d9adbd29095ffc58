"""What the clock does to cases whose moment has come, and telling those whom it is to tell.

Everything in one transaction for each case: the case as it stands afterwards, its timeline, and
what is told. So whoever ticks, however often and in how many processes, tells it once; and what
was told is never forgotten. Must never depend on anybody's page being open.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from moderation.cases import store, timeline
from moderation.cases.case import Case, CaseState, Kind
from moderation.cases.clock import DEFAULT, Audience, Clock
from moderation.cases.opening import SOFTWARE
from moderation.cases.ticking import tick
from moderation.conduct import audit
from moderation.duty import facts
from moderation.notices import outbox, writing
from moderation.notices.addressees import Told, told
from moderation.notices.writing import About, Channel, Channels, What

if TYPE_CHECKING:
    from rooms.work import Reader, Work

AT_ONCE: Final = 100
"""Cases looked up at a time."""


def due(reader: Reader) -> list[str]:
    """The cases whose moment has come, those that wait longest first."""
    rows = reader.sql.all(store.DUE, now=reader.now, limit=AT_ONCE)
    return [case_id for (case_id,) in rows]


def any_running(reader: Reader) -> bool:
    """Whether there is a wait that a clock that went back would make longer."""
    return reader.sql.one(store.ANY_WAITS) is not None


def step(
    work: Work, case_id: str, *, channels: Channels, times: Clock = DEFAULT
) -> tuple[Audience, ...]:
    """Do what is due to one case; who was told. Nothing is, when somebody else was quicker."""
    case = store.lock(work.sql, case_id)
    if case is None:
        return ()
    staff = facts.staff(work)
    there = bool(staff.there - {case.member_id})
    ticked = tick(case, work.now, is_anyone_on_duty=there, times=times)
    if ticked.what == "follow_up_due" and _is_asked_anyway(work, case):
        return ()
    after = ticked.case
    if after == case:
        return ()
    store.save(work.sql, after)
    if not ticked.what:
        return ()
    if case.kind is Kind.REAL and after.state is not case.state:
        deed = "case.lapse" if case.is_running else "case.reopen"
        audit.record(work, SOFTWARE, deed, about=case.case_id)
    if ticked.tell or ticked.what != "alerted":
        # Where the clock of a quiet case merely begins, nobody was told.
        timeline.note(work, after, "", ticked.what, detail=" ".join(ticked.tell))
    timeline.announce(work, after)
    if case.kind is Kind.CANARY:
        writing.send(work, Channel.CANARY, About(What.LOOK, case.case_id))
    elif case.kind is Kind.PRACTICE:
        _tell_who_practises(work, case, after, channels)
    else:
        _tell(work, case, after, ticked.tell, staff, channels)
    return ticked.tell


def clock_went_back(work: Work, ahead_ms: int) -> None:
    """Every wait that runs ends as soon as it would have, as does every try to deliver.

    The same as `ticking.shifted`, for all of them at once; a date to ask again stays a date.
    """
    work.sql.run(store.SHIFT_BACK, ahead=ahead_ms)
    outbox.clock_went_back(work, ahead_ms)


def _is_asked_anyway(work: Work, closed: Case) -> bool:
    """Someone has one case that runs, at most: a date to ask again becomes a line of that one."""
    running = store.lock_running(work.sql, closed.member_id, closed.kind)
    if running is None:
        return False
    store.save(work.sql, msgspec.structs.replace(closed, follow_up_at=None, due_at=None))
    timeline.note(work, running, "", "follow_up_due")
    timeline.announce(work, running)
    return True


def _tell_who_practises(work: Work, before: Case, after: Case, channels: Channels) -> None:
    """It rings once, for the person who practises and for nobody else."""
    if before.state is CaseState.OPEN and before.stage == 0:
        about = About(What.LOOK, after.case_id, after.severity)
        writing.tell(work, Told((after.member_id,)), about, channels)


def _tell(
    work: Work,
    before: Case,
    after: Case,
    tell: tuple[Audience, ...],
    staff: facts.Staff,
    channels: Channels,
) -> None:
    """While somebody has it, an alert belongs to the helper or their colleagues: claiming does not
    end it, as it ends the others.
    """
    if not tell:
        return
    about = About(
        What.LOOK,
        case_id=None if before.owner_id is not None else after.case_id,
        severity=after.severity,
    )
    everybody = told(tell, staff, about=after.member_id, owner=after.owner_id)
    writing.tell(work, everybody, about, channels)
