"""How grave: an order of four."""

from __future__ import annotations

from moderation.severity import PAGES, RANK, Severity, graver


def test_the_graver_of_two_is_the_later_one() -> None:
    order = [Severity.LOW, Severity.MEDIUM, Severity.HIGH, Severity.IMMINENT]
    assert sorted(RANK, key=lambda severity: RANK[severity]) == order
    for at, one in enumerate(order):
        for other in order[at:]:
            assert graver(one, other) is graver(other, one) is other


def test_only_the_two_gravest_wake_anyone() -> None:
    assert {Severity.HIGH, Severity.IMMINENT} == PAGES
