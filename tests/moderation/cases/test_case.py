"""The life of a case: every step that is open, and every one that is not."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial

import msgspec
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from moderation.cases import case as rules
from moderation.cases.case import HELD, Case, CaseState, Outcome
from moderation.cases.clock import HAND_OVER_MS, LEASE_MS, SOLO_AFTER_MS, Audience
from moderation.cases.ticking import tick
from moderation.severity import RANK, Severity
from rooms.refusal import Refusal

NOW = 1_000_000_000
ANNA, MARIA, MILO = "anna", "maria", "milo"


def new(severity: Severity = Severity.HIGH) -> Case:
    return rules.opened("case", ANNA, severity, NOW)


def code(step: Callable[[], object]) -> str:
    """What a step is refused with."""
    with pytest.raises(Refusal) as refused:
        step()
    return refused.value.code


def test_it_goes_from_open_to_reviewed() -> None:
    claimed = rules.claim(new(), MARIA, NOW + 1)
    assert (claimed.state, claimed.owner_id) == (CaseState.CLAIMED, MARIA)
    talking = rules.contact(claimed, MARIA, NOW + 2)
    assert (talking.state, talking.contacted_at) == (CaseState.IN_CONTACT, NOW + 2)
    closed = rules.resolve(
        talking, MARIA, Outcome.TALKED, NOW + 3, follow_up_at=NOW + 9, is_alone=False
    )
    assert (closed.state, closed.outcome, closed.due_at) == (
        CaseState.RESOLVED,
        Outcome.TALKED,
        NOW + 9,
    )
    seen = rules.review(closed, MILO, is_alone=False)
    assert (seen.state, seen.reviewed_by) == (CaseState.REVIEWED, MILO)
    again = rules.follow_up_due(seen, NOW + 9)
    assert (again.state, again.severity, again.follow_up) == (
        CaseState.OPEN,
        Severity.MEDIUM,
        True,
    )
    assert (again.outcome, again.owner_id, again.contacted_at) == (None, None, None)


def test_exactly_one_has_it() -> None:
    claimed = rules.claim(new(), MARIA, NOW)
    assert code(lambda: rules.claim(claimed, MILO, NOW + 1)) == "already_claimed"
    assert rules.claim(claimed, MARIA, NOW + 1).lease_until == NOW + 1 + LEASE_MS


def test_a_claim_without_a_sign_of_life_lapses_and_another_may_have_it() -> None:
    claimed = rules.claim(new(), MARIA, NOW)
    assert code(lambda: rules.lapsed(claimed, NOW + LEASE_MS - 1)) == "not_now"
    waits = rules.lapsed(claimed, NOW + LEASE_MS)
    assert (waits.state, waits.owner_id, waits.due_at) == (CaseState.OPEN, None, NOW + LEASE_MS)
    assert rules.claim(claimed, MILO, NOW + LEASE_MS).owner_id == MILO


def test_any_activity_keeps_it() -> None:
    claimed = rules.claim(new(), MARIA, NOW)
    later = rules.active(claimed, NOW + LEASE_MS - 1)
    assert code(lambda: rules.claim(later, MILO, NOW + LEASE_MS)) == "already_claimed"
    assert rules.active(new(), NOW + 1) == new()


def test_whoever_went_silent_is_not_hidden_by_someone_who_writes_and_writes() -> None:
    talking = rules.contact(rules.claim(new(), MARIA, NOW), MARIA, NOW)
    now = NOW
    for _ in range(4):
        now += LEASE_MS // 4
        talking = rules.heard(talking, now)
        assert code(partial(rules.take_over, talking, MILO, now)) == "already_claimed"
    silent = tick(talking, now, is_anyone_on_duty=True)
    assert (silent.what, silent.tell) == ("helper_silent", (Audience.COLLEAGUES,))
    wrote = rules.heard(silent.case, now + 1)
    assert rules.take_over(wrote, MILO, now + 1).owner_id == MILO
    assert tick(wrote, now + LEASE_MS, is_anyone_on_duty=True).what == "helper_silent"
    back = rules.active(wrote, now + 2)
    assert code(lambda: rules.take_over(back, MILO, now + 3)) == "already_claimed"


def test_whoever_proposed_before_they_went_silent_is_no_second_person() -> None:
    claimed = rules.claim(new(Severity.IMMINENT), MARIA, NOW)
    asked = rules.resolve(claimed, MARIA, Outcome.TALKED, NOW, follow_up_at=None, is_alone=False)
    taken = rules.claim(asked, MILO, NOW + LEASE_MS)
    assert (taken.outcome, taken.closing_since, taken.standing_by) == (None, None, None)
    again = lambda: rules.resolve(  # noqa: E731 - one line of a table
        taken, MARIA, Outcome.TALKED, NOW + LEASE_MS, follow_up_at=None, is_alone=False
    )
    assert code(again) == "already_claimed"


def test_before_contact_it_can_be_given_back_without_a_reason() -> None:
    claimed = rules.claim(new(), MARIA, NOW)
    assert code(lambda: rules.release(claimed, MILO, NOW)) == "already_claimed"
    assert rules.release(claimed, MARIA, NOW + 5).state is CaseState.OPEN


def test_after_contact_it_passes_to_nobody_but_by_name() -> None:
    talking = rules.contact(rules.claim(new(), MARIA, NOW), MARIA, NOW)
    late = NOW + LEASE_MS
    assert code(lambda: rules.claim(talking, MILO, late)) == "already_claimed"
    assert code(lambda: rules.lapsed(talking, late)) == "not_now"
    assert code(lambda: rules.take_over(talking, MILO, late - 1)) == "already_claimed"
    taken = rules.take_over(talking, MILO, late)
    assert (taken.state, taken.owner_id) == (CaseState.IN_CONTACT, MILO)


def test_whoever_can_not_go_on_keeps_it_until_a_colleague_steps_in() -> None:
    talking = rules.contact(rules.claim(new(), MARIA, NOW), MARIA, NOW)
    tired = rules.release(talking, MARIA, NOW + 1)
    assert (tired.owner_id, tired.relief_wanted, tired.due_at) == (MARIA, True, NOW + 1)
    taken = rules.take_over(tired, MILO, NOW + 2)
    assert (taken.owner_id, taken.relief_wanted) == (MILO, False)


def test_a_hand_over_is_accepted_refused_or_lapses() -> None:
    claimed = rules.claim(new(), MARIA, NOW)
    assert code(lambda: rules.hand_over(claimed, MARIA, MARIA, NOW)) == "forbidden"
    assert code(lambda: rules.hand_over(claimed, MARIA, ANNA, NOW)) == "forbidden"
    assert code(lambda: rules.hand_over(claimed, MILO, MARIA, NOW)) == "already_claimed"
    asked = rules.hand_over(claimed, MARIA, MILO, NOW)
    assert (asked.owner_id, asked.handed_to) == (MARIA, MILO)
    assert code(lambda: rules.accept(asked, MARIA, NOW)) == "not_now"
    assert rules.accept(asked, MILO, NOW).owner_id == MILO
    assert rules.refuse(asked, MILO).owner_id == MARIA
    kept = msgspec.structs.replace(asked, lease_until=NOW + HAND_OVER_MS + 1, due_at=NOW)
    back = tick(kept, NOW + HAND_OVER_MS, is_anyone_on_duty=True).case
    assert (back.owner_id, back.handed_to) == (MARIA, None)


def test_an_imminent_case_is_closed_by_two() -> None:
    talking = rules.contact(rules.claim(new(Severity.IMMINENT), MARIA, NOW), MARIA, NOW)

    def close(case: Case, by: str, now: int, *, alone: bool = False) -> Case:
        return rules.resolve(case, by, Outcome.TALKED, now, follow_up_at=None, is_alone=alone)

    assert code(lambda: close(talking, MILO, NOW)) == "already_claimed"
    asked = close(talking, MARIA, NOW)
    assert (asked.state, asked.outcome) == (CaseState.IN_CONTACT, Outcome.TALKED)
    assert code(lambda: close(asked, MARIA, NOW + SOLO_AFTER_MS)) == "second_person"
    agreed = close(asked, MILO, NOW + 1)
    assert (agreed.state, agreed.solo) == (CaseState.RESOLVED, False)
    assert code(lambda: close(asked, MARIA, NOW + 1, alone=True)) == "second_person"
    lone = close(asked, MARIA, NOW + SOLO_AFTER_MS, alone=True)
    assert (lone.state, lone.solo) == (CaseState.RESOLVED, True)
    other = lambda: rules.resolve(  # noqa: E731 - one line of a table
        asked, MILO, Outcome.NO_ACTION, NOW, follow_up_at=None, is_alone=False
    )
    assert code(other) == "changed_meanwhile"


def test_a_new_reason_takes_a_proposed_closing_off_the_table() -> None:
    talking = rules.contact(rules.claim(new(Severity.IMMINENT), MARIA, NOW), MARIA, NOW)
    asked = rules.resolve(talking, MARIA, Outcome.TALKED, NOW, follow_up_at=None, is_alone=False)
    more = rules.joined(asked, Severity.LOW, NOW + 1)
    assert (more.outcome, more.closing_since, more.severity) == (None, None, Severity.IMMINENT)


def test_what_rises_while_it_waits_begins_its_alerts_anew() -> None:
    waits = tick(new(Severity.MEDIUM), NOW, is_anyone_on_duty=True).case
    risen = rules.joined(waits, Severity.IMMINENT, NOW + 7)
    assert (risen.severity, risen.stage, risen.due_at) == (Severity.IMMINENT, 0, NOW + 7)
    assert rules.joined(risen, Severity.LOW, NOW + 8) == risen


def test_nobody_reviews_what_they_closed_unless_there_is_nobody_else() -> None:
    closed = rules.resolve(
        rules.claim(new(), MARIA, NOW),
        MARIA,
        Outcome.NO_ACTION,
        NOW,
        follow_up_at=None,
        is_alone=False,
    )
    assert code(lambda: rules.review(closed, MARIA, is_alone=False)) == "second_person"
    assert rules.review(closed, MARIA, is_alone=True).state is CaseState.REVIEWED
    assert code(lambda: rules.claim(closed, MILO, NOW)) == "not_now"
    with pytest.raises(AssertionError):
        rules.joined(closed, Severity.HIGH, NOW)


class AnyLife(RuleBasedStateMachine):
    """Whatever people and the clock do, in any order: a case is never in two hands or in none."""

    def __init__(self) -> None:
        super().__init__()
        self.now = NOW
        self.case = new()
        self.graver = self.case.severity
        self.proposer = ""

    def attempt(self, step: Callable[[], Case]) -> None:
        """What is refused changes nothing."""
        with suppress(Refusal):
            self.case = step()

    @rule(ms=st.integers(0, 2 * LEASE_MS))
    def time_passes(self, ms: int) -> None:
        self.now += ms

    @rule(who=st.sampled_from([MARIA, MILO]), step=st.sampled_from(["claim", "renew", "release"]))
    def someone_acts(self, who: str, step: str) -> None:
        self.attempt(lambda: getattr(rules, step)(self.case, who, self.now))

    @rule(who=st.sampled_from([MARIA, MILO]), step=st.sampled_from(["contact", "accept"]))
    def someone_goes_on(self, who: str, step: str) -> None:
        self.attempt(lambda: getattr(rules, step)(self.case, who, self.now))

    @rule(who=st.sampled_from([MARIA, MILO]))
    def someone_steps_in(self, who: str) -> None:
        self.attempt(lambda: rules.take_over(self.case, who, self.now))

    @rule(who=st.sampled_from([MARIA, MILO]), to=st.sampled_from([MARIA, MILO, ANNA]))
    def someone_hands_over(self, who: str, to: str) -> None:
        self.attempt(lambda: rules.hand_over(self.case, who, to, self.now))

    @rule()
    def its_person_acts(self) -> None:
        self.case = rules.heard(self.case, self.now)

    @precondition(lambda self: self.case.is_running)
    @rule(severity=st.sampled_from(list(Severity)))
    def more_is_said(self, severity: Severity) -> None:
        before = self.case.severity
        self.case = rules.joined(self.case, severity, self.now)
        assert RANK[self.case.severity] >= RANK[before]

    @rule(who=st.sampled_from([MARIA, MILO]), alone=st.booleans())
    def someone_closes(self, who: str, alone: bool) -> None:
        before = self.case
        self.attempt(
            lambda: rules.resolve(
                before, who, Outcome.TALKED, self.now, follow_up_at=None, is_alone=alone
            )
        )
        if self.case.closing_since is not None and before.closing_since is None:
            self.proposer = who
        if self.case.state is CaseState.RESOLVED and before.severity is Severity.IMMINENT:
            assert self.case.solo or self.proposer != who or not before.is_running
        if before.severity is Severity.IMMINENT and self.case.state is CaseState.RESOLVED:
            assert self.case.solo or before.owner_id != who or not before.is_running

    @rule(on_duty=st.booleans())
    def the_clock_looks(self, on_duty: bool) -> None:
        ticked = tick(self.case, self.now, is_anyone_on_duty=on_duty)
        self.case = ticked.case
        again = tick(self.case, self.now, is_anyone_on_duty=on_duty)
        assert again.tell == () or self.case.state is CaseState.OPEN

    @invariant()
    def somebody_has_it_or_nobody(self) -> None:
        case = self.case
        assert (case.owner_id is not None) or case.state not in HELD
        assert (case.lease_until is not None) == (case.state in HELD)
        assert case.state is not CaseState.OPEN or case.owner_id is None
        assert case.handed_to is None or case.state in HELD
        assert case.owner_id != ANNA
        assert case.contacted_at is not None or case.state is not CaseState.IN_CONTACT

    @invariant()
    def what_runs_is_looked_at_again(self) -> None:
        assert self.case.due_at is not None or not self.case.is_running


TestAnyLife = AnyLife.TestCase
TestAnyLife.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
