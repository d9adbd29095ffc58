"""How a case ends: what came of it, when to ask again, and that somebody else looked at it.

Must never be done by software: only a person closes a case.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated, Final

import msgspec

from moderation.cases import case as rules
from moderation.cases import reaching, showing, talking
from moderation.cases.case import CaseState, Kind, Outcome
from moderation.cases.clock import DEFAULT, HOUR_MS, Clock
from moderation.cases.triage import saved
from moderation.cases.views import CaseAnswer, CaseClosed, CaseRow
from moderation.severity import PAGES
from rooms.command import Command
from rooms.refusal import Refusal

if TYPE_CHECKING:
    from moderation.cases.case import Case
    from rooms.people.person import Actor
    from rooms.work import Reader, Work

FOLLOW_UP_MAX_H: Final = 90 * 24
"""Later than that is another story."""

_NOTHING_TO_ASK: Final = (Outcome.NO_ACTION, Outcome.NOT_A_CRISIS)

Peers = Callable[["Reader"], Sequence[str]]
"""The port that the floor above fills: every moderator whose powers work."""


class ResolveCase(Command, frozen=True, kw_only=True):
    """Close it. An imminent one is closed by two: the second sends the same outcome.

    `follow_up_at` or `follow_up_in_h` says when to ask again, 0 hours not at all; left out, it is
    as usual for how grave it was, and not at all where there was nothing to do.
    """

    case_id: str
    outcome: Outcome
    follow_up_at: Annotated[int, msgspec.Meta(ge=0)] | None = None
    follow_up_in_h: Annotated[int, msgspec.Meta(ge=0, le=FOLLOW_UP_MAX_H)] | None = None


class ReviewCase(Command, frozen=True, kw_only=True):
    """I have looked at how it went."""

    case_id: str


def nobody(_reader: Reader) -> Sequence[str]:
    """There is no other moderator."""
    return ()


def resolve(
    work: Work,
    actor: Actor,
    command: ResolveCase,
    *,
    times: Clock = DEFAULT,
    peers: Peers = nobody,
) -> CaseClosed:
    """What came of it; the person can read their talk on, and nobody writes in it any more."""
    before = talking.locked(work, actor, command.case_id)
    if before.state is CaseState.RESOLVED and _is_same(before, actor, command.outcome):
        return _closed(showing.listed(work, actor, before, times), before)
    after = rules.resolve(
        before,
        actor.user_id,
        command.outcome,
        work.now,
        follow_up_at=_follow_up_at(command, before, work.now, times),
        is_alone=_is_alone(work, actor, before, peers),
    )
    if after.is_running:
        deed, detail = "case.propose", str(command.outcome)
    else:
        deed, detail = "case.resolve", f"{command.outcome} solo" if after.solo else command.outcome
    after = talking.settled(work, after)
    answer = saved(work, actor, after, deed, detail=str(detail), times=times)
    return _closed(answer.case, after)


def review(
    work: Work,
    actor: Actor,
    command: ReviewCase,
    *,
    times: Clock = DEFAULT,
    peers: Peers = nobody,
) -> CaseAnswer:
    """Someone else has looked at it, where there is someone else."""
    before = reaching.locked(work, actor, command.case_id)
    if before.state is CaseState.REVIEWED and before.reviewed_by == actor.user_id:
        return saved(work, actor, before, times=times)
    is_alone = _is_alone(work, actor, before, peers)
    after = rules.review(before, actor.user_id, is_alone=is_alone)
    return saved(work, actor, after, "case.review", times=times)


def _closed(row: CaseRow, case: Case) -> CaseClosed:
    was_hard = not case.is_running and case.kind is Kind.REAL and case.severity in PAGES
    return CaseClosed(case=row, debrief=was_hard)


def _is_same(case: Case, actor: Actor, outcome: Outcome) -> bool:
    """The same request once more, whose answer was lost."""
    return case.resolved_by == actor.user_id and case.outcome is outcome


def _is_alone(reader: Reader, actor: Actor, case: Case, peers: Peers) -> bool:
    """Whether nobody else could look at it: another moderator, and not whom it is about."""
    return not set(peers(reader)) - {actor.user_id, case.member_id}


def _follow_up_at(command: ResolveCase, case: Case, now: int, times: Clock) -> int | None:
    at, in_h = command.follow_up_at, command.follow_up_in_h
    if at is not None:
        if not now < at <= now + FOLLOW_UP_MAX_H * HOUR_MS:
            raise Refusal("out_of_range", field="follow_up_at")
        return at
    if in_h is not None:
        return now + in_h * HOUR_MS if in_h else None
    if command.outcome in _NOTHING_TO_ASK or case.kind is not Kind.REAL:
        return None
    return now + times[case.severity].follow_up_ms
