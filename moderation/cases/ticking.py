"""What the clock does to one case when its moment has come. Pure, and the same however often and
by whomever it is asked: what was done moves `due_at`, so a second look finds nothing to do.
"""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from moderation.cases.case import HELD, RISEN, Case, CaseState, follow_up_due, lapsed, scheduled
from moderation.cases.clock import DEFAULT, LEASE_MS, Audience, Clock, Times
from moderation.severity import PAGES, Severity


class Tick(NamedTuple):
    """The case afterwards, who is to be told now, and what happened, for its timeline."""

    case: Case
    tell: tuple[Audience, ...] = ()
    what: str = ""


def tick(case: Case, now: int, *, is_anyone_on_duty: bool, times: Clock = DEFAULT) -> Tick:
    """Do what is due at this instant.

    After a long stop, or a jump of the clock, everything that was missed is one tick: whoever is to
    be told by now is told once.
    """
    if case.waits_from > now:
        # The clock went back: a wait can't begin in the future, nor end later than it should.
        return tick(
            shifted(case, case.waits_from - now),
            now,
            is_anyone_on_duty=is_anyone_on_duty,
            times=times,
        )
    if case.due_at is None or case.due_at > now:
        return Tick(case)
    if case.state in HELD:
        if case.stage == RISEN:
            return _risen(case, times)
        return _held(case, now, times[case.severity])
    if case.state is CaseState.OPEN:
        return _waits(case, now, times[case.severity], is_anyone_on_duty=is_anyone_on_duty)
    return Tick(follow_up_due(case, now), what="follow_up_due")


def _waits(case: Case, now: int, times: Times, *, is_anyone_on_duty: bool) -> Tick:
    """An alert for every stage whose time has come; the last one again and again."""
    waited = now - case.waits_from
    reached = sum(stage.after_ms <= waited for stage in times.stages)
    told = [who for stage in times.stages[case.stage : reached] for who in stage.tell]
    if reached == len(times.stages) and case.stage >= reached:
        told += times.stages[-1].tell
    if case.severity in PAGES and not is_anyone_on_duty:
        # Nobody would hear the first stages: they begin outside.
        told.append(Audience.OUTSIDE)
    due_at = now + times.again_ms
    if reached < len(times.stages):
        due_at = case.waits_from + times.stages[reached].after_ms
    after = msgspec.structs.replace(case, stage=reached, due_at=due_at)
    return Tick(after, tuple(dict.fromkeys(told)), "alerted")


def _held(case: Case, now: int, times: Times) -> Tick:
    """A helper who is silent, a colleague who does not answer, a contact that is overdue."""
    if case.lease_until is not None and case.lease_until <= now:
        if case.state is CaseState.CLAIMED:
            return Tick(lapsed(case, now), what="lapsed")
        return _silent(case, now)
    if case.handed_until is not None and case.handed_until <= now:
        back = msgspec.structs.replace(
            case, handed_to=None, handed_until=None, due_at=case.lease_until
        )
        return Tick(back, (Audience.OWNER,), "not_accepted")
    if case.state is CaseState.IN_CONTACT:
        # The lease runs on by the person's words alone.
        return _silent(case, now)
    if case.stage == 0:
        late = case.waits_from + times.contact_ms <= now
        nxt = msgspec.structs.replace(case, stage=1, due_at=case.lease_until)
        if late:
            return Tick(nxt, (Audience.OWNER, Audience.COLLEAGUES), "contact_overdue")
    return Tick(msgspec.structs.replace(case, due_at=case.lease_until))


def _risen(case: Case, times: Clock) -> Tick:
    """It became graver while somebody has it; in danger now, everyone on duty hears of it too."""
    told = [Audience.OWNER] if case.severity in PAGES else []
    if case.severity is Severity.IMMINENT:
        told.append(Audience.ON_DUTY)
    return Tick(scheduled(msgspec.structs.replace(case, stage=0), times), tuple(told), "alerted")


def _silent(case: Case, now: int) -> Tick:
    """Colleagues are called, and any of them may step in."""
    again = msgspec.structs.replace(
        case, stage=case.stage + 1, lease_until=now, due_at=now + LEASE_MS
    )
    return Tick(again, (Audience.COLLEAGUES,), "helper_silent")


def shifted(case: Case, ahead: int) -> Case:
    """The same wait when the clock went back by so many milliseconds."""

    def back(at: int | None) -> int | None:
        return None if at is None else at - ahead

    return msgspec.structs.replace(
        case,
        waits_from=case.waits_from - ahead,
        due_at=back(case.due_at),
        lease_until=back(case.lease_until),
        handed_until=back(case.handed_until),
    )
