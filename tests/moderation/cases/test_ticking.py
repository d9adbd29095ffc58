"""The clock of a case: who is told when, and that nobody is told twice."""

from __future__ import annotations

import pytest

from moderation.cases import case as rules
from moderation.cases.case import Case, CaseState, Kind, Outcome
from moderation.cases.clock import DEFAULT, HOUR_MS, LEASE_MS, MINUTE_MS, Audience
from moderation.cases.ticking import shifted, tick
from moderation.severity import Severity

NOW = 1_000_000_000
D, C, O = Audience.ON_DUTY, Audience.ON_CALL, Audience.OUTSIDE  # noqa: E741
MARIA = "maria"


def told(
    severity: Severity, minutes: int, *, on_duty: bool = True, step_ms: int = 1_000
) -> list[tuple[int, tuple[Audience, ...]]]:
    """Who was told, and after how many minutes, when nobody claims it."""
    case = rules.opened("case", "anna", severity, NOW)
    heard = []
    for now in range(NOW, NOW + minutes * MINUTE_MS + 1, step_ms):
        ticked = tick(case, now, is_anyone_on_duty=on_duty)
        if ticked.tell:
            heard.append(((now - NOW) // MINUTE_MS, ticked.tell))
        case = ticked.case
    return heard


def test_imminent_at_once_after_two_and_after_five_minutes_and_until_a_human_claims() -> None:
    assert told(Severity.IMMINENT, 16) == [
        (0, (D,)),
        (2, (D, C)),
        (5, (O,)),
        (10, (O,)),
        (15, (O,)),
    ]


def test_high_after_ten_and_twenty_minutes() -> None:
    assert told(Severity.HIGH, 49) == [(0, (D,)), (10, (C,)), (20, (O,))]
    assert told(Severity.HIGH, 51)[-1] == (50, (O,))


@pytest.mark.parametrize("severity", [Severity.MEDIUM, Severity.LOW])
def test_the_quiet_ones_wake_nobody(severity: Severity) -> None:
    assert told(severity, 120) == [(60, (Audience.OVERDUE,))]


def test_with_nobody_on_duty_the_grave_ones_begin_outside() -> None:
    assert told(Severity.IMMINENT, 1, on_duty=False) == [(0, (D, O))]
    assert told(Severity.HIGH, 1, on_duty=False) == [(0, (D, O))]
    assert told(Severity.MEDIUM, 1, on_duty=False) == []


def test_whatever_was_missed_is_told_once() -> None:
    case = rules.opened("case", "anna", Severity.IMMINENT, NOW)
    late = tick(case, NOW + HOUR_MS, is_anyone_on_duty=True)
    assert late.tell == (D, C, O)
    assert tick(late.case, NOW + HOUR_MS, is_anyone_on_duty=True).tell == ()


def test_a_claim_stops_the_alerts_and_a_lapse_begins_them_anew() -> None:
    case = rules.claim(rules.opened("case", "anna", Severity.HIGH, NOW), MARIA, NOW)
    quiet = tick(case, NOW + LEASE_MS - 1, is_anyone_on_duty=True)
    assert (quiet.tell, quiet.case.state) == ((), CaseState.CLAIMED)
    lapsed = tick(case, NOW + LEASE_MS, is_anyone_on_duty=True)
    assert (lapsed.what, lapsed.case.state) == ("lapsed", CaseState.OPEN)
    assert tick(lapsed.case, NOW + LEASE_MS, is_anyone_on_duty=True).tell == (D,)


def test_a_claim_without_contact_is_noticed() -> None:
    case = rules.opened("case", "anna", Severity.IMMINENT, NOW)
    claimed = rules.claim(case, MARIA, NOW + MINUTE_MS)
    due = tick(claimed, NOW + 5 * MINUTE_MS, is_anyone_on_duty=True)
    assert (due.what, due.tell) == ("contact_overdue", (Audience.OWNER, Audience.COLLEAGUES))
    again = tick(due.case, NOW + 5 * MINUTE_MS + 1, is_anyone_on_duty=True)
    assert again.tell == ()
    lapsed = tick(due.case, NOW + MINUTE_MS + LEASE_MS, is_anyone_on_duty=True)
    assert lapsed.case.state is CaseState.OPEN


def test_a_late_first_contact_is_told_once_also_after_alerts_and_signs_of_life() -> None:
    alerted = tick(
        rules.opened("case", "anna", Severity.IMMINENT, NOW), NOW, is_anyone_on_duty=True
    )
    case = rules.claim(alerted.case, MARIA, NOW + MINUTE_MS)
    heard = []
    for minute in range(2, 10):
        now = NOW + minute * MINUTE_MS
        ticked = tick(rules.renew(case, MARIA, now), now, is_anyone_on_duty=True)
        heard += [(minute, ticked.what)] if ticked.what else []
        case = ticked.case
    assert heard == [(5, "contact_overdue")]


@pytest.mark.parametrize(
    ("severity", "told"),
    [
        (Severity.MEDIUM, ()),
        (Severity.HIGH, (Audience.OWNER,)),
        (Severity.IMMINENT, (Audience.OWNER, D)),
    ],
)
@pytest.mark.parametrize("has_written", [False, True])
def test_what_becomes_graver_in_somebodys_hands_is_told_to_them_at_once(
    severity: Severity, told: tuple[Audience, ...], *, has_written: bool
) -> None:
    case = rules.claim(rules.opened("case", "anna", Severity.LOW, NOW), MARIA, NOW)
    case = rules.contact(case, MARIA, NOW) if has_written else case
    risen = tick(rules.joined(case, severity, NOW + 7), NOW + 7, is_anyone_on_duty=True)
    assert risen.tell == told
    assert (risen.case.owner_id, risen.case.state) == (MARIA, case.state)
    assert tick(risen.case, NOW + 8, is_anyone_on_duty=True).tell == (), "once"
    silent = tick(risen.case, NOW + LEASE_MS, is_anyone_on_duty=True)
    assert silent.what == ("helper_silent" if has_written else "lapsed")


def test_a_silent_helper_is_noticed_again_and_again_and_keeps_it() -> None:
    case = rules.opened("case", "anna", Severity.HIGH, NOW)
    talking = rules.contact(rules.claim(case, MARIA, NOW), MARIA, NOW)
    first = tick(talking, NOW + LEASE_MS, is_anyone_on_duty=True)
    assert (first.what, first.tell) == ("helper_silent", (Audience.COLLEAGUES,))
    assert (first.case.owner_id, first.case.state) == (MARIA, CaseState.IN_CONTACT)
    assert tick(first.case, NOW + LEASE_MS + 1, is_anyone_on_duty=True).tell == ()
    second = tick(first.case, NOW + 2 * LEASE_MS, is_anyone_on_duty=True)
    assert second.tell == (Audience.COLLEAGUES,)


def test_a_follow_up_opens_it_again() -> None:
    claimed = rules.claim(rules.opened("case", "anna", Severity.HIGH, NOW), MARIA, NOW)
    at = NOW + 36 * HOUR_MS
    closed = rules.resolve(claimed, MARIA, Outcome.TALKED, NOW, follow_up_at=at, is_alone=False)
    assert tick(closed, at - 1, is_anyone_on_duty=True).case == closed
    again = tick(closed, at, is_anyone_on_duty=True)
    assert (again.what, again.case.state) == ("follow_up_due", CaseState.OPEN)


def test_a_clock_that_goes_back_delays_nothing() -> None:
    case = rules.opened("case", "anna", Severity.IMMINENT, NOW)
    waits = tick(case, NOW, is_anyone_on_duty=True).case
    back = NOW - HOUR_MS
    moved = tick(waits, back, is_anyone_on_duty=True).case
    assert (moved.waits_from, moved.due_at) == (back, back + 2 * MINUTE_MS)
    moved = shifted(waits, HOUR_MS)
    assert tick(moved, back + 2 * MINUTE_MS, is_anyone_on_duty=True).tell == (D, C)


def test_a_case_for_practice_keeps_the_same_clock() -> None:
    def first(kind: Kind) -> Case:
        case = rules.opened("case", "anna", Severity.HIGH, NOW, kind)
        return tick(case, NOW, is_anyone_on_duty=True).case

    assert first(Kind.PRACTICE).due_at == first(Kind.REAL).due_at


def test_every_severity_has_times() -> None:
    assert set(DEFAULT) == set(Severity)
    for times in DEFAULT.values():
        instants = [stage.after_ms for stage in times.stages]
        assert instants == sorted(instants)
        assert times.claim_ms <= times.contact_ms
        assert times.again_ms > 0
