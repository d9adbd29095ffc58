"""One person's follow-up as a machine of frozen values: each step gives the case that comes of it.

    open → claimed → in_contact → resolved → reviewed
      ↑______|                        |
      ↑____________ follow-up ________|

Back to `open` when a claim lapses or is given up before any contact, and when a follow-up is due;
after contact a colleague steps in by name. Pure: who acts and when come in as arguments. A step
that is not open is a `Refusal`. Whether someone may see the case at all is asked before.
"""

from __future__ import annotations

import msgspec

from moderation.cases import clock
from moderation.cases.clock import DEFAULT, LEASE_MS, SOLO_AFTER_MS, Clock
from moderation.cases.states import HELD as HELD
from moderation.cases.states import RISEN as RISEN
from moderation.cases.states import RUNNING as RUNNING
from moderation.cases.states import CaseState as CaseState
from moderation.cases.states import Kind as Kind
from moderation.cases.states import Outcome as Outcome
from moderation.severity import Severity, graver
from rooms.refusal import Refusal


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """A case as it stands. Instants are milliseconds since 1970 UTC.

    `waits_from` is when the present wait began and `stage` how many alerts it has had, counted anew
    from each claim; `due_at` is the next instant at which the clock has something to do. An
    `outcome` while the case still runs has been proposed: an imminent case is closed by a second
    person.
    """

    case_id: str
    member_id: str
    kind: Kind
    state: CaseState
    severity: Severity
    opened_at: int
    waits_from: int
    stage: int = 0
    due_at: int | None = None
    owner_id: str | None = None
    lease_until: int | None = None
    contacted_at: int | None = None
    attempts: int = 0
    """How often the person could not be reached."""
    room_id: str | None = None
    """The talk with them, once somebody wrote."""
    standing_by: str | None = None
    """A colleague whom the helper asked to be at hand."""
    handed_to: str | None = None
    handed_until: int | None = None
    relief_wanted: bool = False
    """The helper can't go on, and need not say why."""
    outcome: Outcome | None = None
    closing_since: int | None = None
    resolved_by: str | None = None
    resolved_at: int | None = None
    solo: bool = False
    """An imminent one that one person closed alone."""
    follow_up_at: int | None = None
    follow_up: bool = False
    """It was opened again because its follow-up was due."""
    reviewed_by: str | None = None

    @property
    def is_running(self) -> bool:
        """Somebody has it, or somebody should."""
        return self.state in RUNNING


def opened(
    case_id: str, member_id: str, severity: Severity, now: int, kind: Kind = Kind.REAL
) -> Case:
    """A new case. Its first stage is due at once."""
    return Case(
        case_id=case_id,
        member_id=member_id,
        kind=kind,
        state=CaseState.OPEN,
        severity=severity,
        opened_at=now,
        waits_from=now,
        due_at=now,
    )


def joined(case: Case, severity: Severity, now: int) -> Case:
    """Another flag: the severity rises with it and never falls while the case runs.

    What waits for a person then begins its stages anew, at once. Whoever has it is told at once,
    for they may look elsewhere; and a proposal to close it is off the table.
    """
    assert case.is_running, "a new flag joins what runs, or opens another case"
    risen = graver(case.severity, severity)
    case = msgspec.structs.replace(case, outcome=None, closing_since=None)
    if risen is case.severity:
        return case
    if case.state is not CaseState.OPEN:
        return msgspec.structs.replace(case, severity=risen, stage=RISEN, due_at=now)
    return msgspec.structs.replace(case, severity=risen, stage=0, due_at=now, waits_from=now)


def claim(case: Case, by: str, now: int, times: Clock = DEFAULT) -> Case:
    """Exactly one of many who try has it; for whoever has it already it is a sign of life."""
    if case.owner_id == by and case.state in HELD:
        return renew(case, by, now, times)
    if case.state in HELD and not (case.state is CaseState.CLAIMED and _is_silent(case, now)):
        raise Refusal("already_claimed", field="case_id")
    _demand(that=case.is_running)
    taken = msgspec.structs.replace(
        case,
        state=CaseState.CLAIMED,
        owner_id=by,
        lease_until=now + LEASE_MS,
        relief_wanted=False,
        handed_to=None,
        handed_until=None,
        stage=0,
        standing_by=None,
        # What whoever had it before proposed is not theirs to agree to.
        outcome=None,
        closing_since=None,
    )
    # Were the first words late before they came, nobody is told of that over their claim.
    is_late = case.waits_from + times[case.severity].contact_ms <= now
    due_at = taken.lease_until if is_late else scheduled(taken, times).due_at
    return msgspec.structs.replace(taken, due_at=due_at)


def renew(case: Case, by: str, now: int, times: Clock = DEFAULT) -> Case:
    """Its helper is at it."""
    _demand_owner(case, by)
    return active(case, now, times)


def active(case: Case, now: int, times: Clock = DEFAULT) -> Case:
    """Whoever has it did something: they keep it for a while longer.

    That a first contact is overdue is told once, however often its helper shows a sign of life.
    """
    if case.state not in HELD:
        return case
    stage = max(case.stage, 0) if case.state is CaseState.CLAIMED else 0
    return scheduled(msgspec.structs.replace(case, lease_until=now + LEASE_MS, stage=stage), times)


def heard(case: Case, now: int, times: Clock = DEFAULT) -> Case:
    """Its person did something: whoever has it keeps it, unless they went silent.

    Once the two talk, `due_at` stays where the helper's own activity put it: someone who writes
    and writes must not hide that nobody answers.
    """
    if case.state not in HELD or _is_silent(case, now):
        return case
    if case.state is CaseState.IN_CONTACT:
        return msgspec.structs.replace(case, lease_until=now + LEASE_MS)
    return active(case, now, times)


def release(case: Case, by: str, now: int) -> Case:
    """Give it back without a reason. After contact it can't simply go to a stranger: colleagues
    are asked to step in by name, and until one does it stays where it is.
    """
    _demand_owner(case, by)
    if case.state is CaseState.IN_CONTACT:
        return msgspec.structs.replace(
            case, relief_wanted=True, lease_until=now, stage=0, due_at=now
        )
    return _waiting(case, now)


def contact(case: Case, by: str, now: int, times: Clock = DEFAULT) -> Case:
    """The helper wrote to the person: from now on it never passes to a stranger unasked."""
    _demand_owner(case, by)
    return scheduled(
        msgspec.structs.replace(
            case,
            state=CaseState.IN_CONTACT,
            contacted_at=case.contacted_at or now,
            lease_until=now + LEASE_MS,
            stage=0,
        ),
        times,
    )


def attempt(case: Case, by: str, now: int, times: Clock = DEFAULT) -> Case:
    """The person could not be reached this time: it counts, and the helper is at it."""
    after = renew(case, by, now, times)
    return msgspec.structs.replace(after, attempts=case.attempts + 1)


def stand_by(case: Case, by: str, to: str | None) -> Case:
    """Have a colleague at hand, or nobody; whoever was asked may say no at any time."""
    _demand(that=case.state in HELD)
    if not (to is None and by == case.standing_by):
        _demand_owner(case, by)
    if to in (by, case.member_id):
        raise Refusal("forbidden", field="to")
    return msgspec.structs.replace(case, standing_by=to)


def hand_over(case: Case, by: str, to: str, now: int, times: Clock = DEFAULT) -> Case:
    """Ask a colleague to go on. The sender keeps it until they accept."""
    _demand_owner(case, by)
    if to in (by, case.member_id):
        raise Refusal("forbidden", field="to")
    return scheduled(
        msgspec.structs.replace(
            case,
            handed_to=to,
            handed_until=now + clock.HAND_OVER_MS,
            lease_until=now + LEASE_MS,
        ),
        times,
    )


def accept(case: Case, by: str, now: int, times: Clock = DEFAULT) -> Case:
    """Take over what was handed over."""
    _demand_asked(case, by)
    return _taken(case, by, now, times)


def refuse(case: Case, by: str, times: Clock = DEFAULT) -> Case:
    """It stays with its sender."""
    _demand_asked(case, by)
    return scheduled(msgspec.structs.replace(case, handed_to=None, handed_until=None), times)


def take_over(case: Case, by: str, now: int, times: Clock = DEFAULT) -> Case:
    """Step in by name for a helper who went silent or can't go on."""
    if case.owner_id == by and case.state in HELD:
        return renew(case, by, now, times)
    _demand(that=case.state is CaseState.IN_CONTACT)
    if not (case.relief_wanted or _is_silent(case, now)):
        raise Refusal("already_claimed", field="case_id")
    return _taken(case, by, now, times)


def resolve(
    case: Case,
    by: str,
    outcome: Outcome,
    now: int,
    *,
    follow_up_at: int | None,
    is_alone: bool,
) -> Case:
    """Close it, to be reviewed and followed up.

    An imminent one is closed by two: its helper proposes an outcome, a second person agrees to it.
    Whoever `is_alone` may agree with themselves after a set time; that is recorded, for a review.
    """
    if case.severity is not Severity.IMMINENT or case.kind is not Kind.REAL:
        _demand_owner(case, by)
        return _resolved(case, by, outcome, now, follow_up_at, solo=False)
    _demand(that=case.state in HELD)
    if case.outcome is None or case.closing_since is None:
        _demand_owner(case, by)
        return msgspec.structs.replace(
            case, outcome=outcome, closing_since=now, follow_up_at=follow_up_at
        )
    if outcome is not case.outcome:
        raise Refusal("changed_meanwhile", field="outcome")
    if by != case.owner_id:
        return _resolved(case, by, outcome, now, case.follow_up_at, solo=False)
    if not is_alone:
        raise Refusal("second_person", field="case_id")
    wait_ms = case.closing_since + SOLO_AFTER_MS - now
    if wait_ms > 0:
        raise Refusal("second_person", field="case_id", retry_after_ms=wait_ms)
    return _resolved(case, by, outcome, now, case.follow_up_at, solo=True)


def review(case: Case, by: str, *, is_alone: bool) -> Case:
    """Someone else has looked at how it went; where there is nobody else, the same person later."""
    _demand(that=case.state is CaseState.RESOLVED)
    if by == case.resolved_by and not is_alone:
        raise Refusal("second_person", field="case_id")
    return msgspec.structs.replace(case, state=CaseState.REVIEWED, reviewed_by=by)


def follow_up_due(case: Case, now: int) -> Case:
    """Time to ask how they are: open again, at the quiet clock."""
    _demand(that=case.state in (CaseState.RESOLVED, CaseState.REVIEWED))
    waiting = _waiting(case, now)
    return msgspec.structs.replace(
        waiting,
        severity=Severity.MEDIUM,
        contacted_at=None,
        outcome=None,
        resolved_by=None,
        resolved_at=None,
        solo=False,
        follow_up_at=None,
        follow_up=True,
        reviewed_by=None,
        attempts=0,
    )


def lapsed(case: Case, now: int) -> Case:
    """A claim without contact and without a sign of life: it waits for somebody again."""
    _demand(that=case.state is CaseState.CLAIMED and _is_silent(case, now))
    return _waiting(case, now)


def _taken(case: Case, by: str, now: int, times: Clock) -> Case:
    return scheduled(
        msgspec.structs.replace(
            case,
            owner_id=by,
            lease_until=now + LEASE_MS,
            handed_to=None,
            handed_until=None,
            standing_by=None,
            relief_wanted=False,
            outcome=None,
            closing_since=None,
            stage=0,
        ),
        times,
    )


def _waiting(case: Case, now: int) -> Case:
    return msgspec.structs.replace(
        case,
        state=CaseState.OPEN,
        owner_id=None,
        lease_until=None,
        handed_to=None,
        handed_until=None,
        standing_by=None,
        relief_wanted=False,
        outcome=None,
        closing_since=None,
        waits_from=now,
        stage=0,
        due_at=now,
    )


def _resolved(
    case: Case, by: str, outcome: Outcome, now: int, follow_up_at: int | None, *, solo: bool
) -> Case:
    return msgspec.structs.replace(
        case,
        state=CaseState.RESOLVED,
        outcome=outcome,
        closing_since=None,
        resolved_by=by,
        resolved_at=now,
        solo=solo,
        lease_until=None,
        handed_to=None,
        handed_until=None,
        standing_by=None,
        relief_wanted=False,
        follow_up_at=follow_up_at,
        due_at=follow_up_at,
        stage=0,
    )


def scheduled(case: Case, times: Clock) -> Case:
    """The next instant at which the clock looks at a case that somebody has."""
    moments = [case.lease_until, case.handed_until]
    if case.state is CaseState.CLAIMED and case.stage == 0:
        moments.append(case.waits_from + times[case.severity].contact_ms)
    return msgspec.structs.replace(
        case, due_at=min((each for each in moments if each is not None), default=None)
    )


def _is_silent(case: Case, now: int) -> bool:
    return case.lease_until is not None and case.lease_until <= now


def _demand(*, that: bool) -> None:
    if not that:
        raise Refusal("not_now", field="case_id")


def _demand_owner(case: Case, by: str) -> None:
    _demand(that=case.state in HELD)
    if case.owner_id != by:
        raise Refusal("already_claimed", field="case_id")


def _demand_asked(case: Case, by: str) -> None:
    _demand(that=case.state in HELD and case.handed_to == by)
