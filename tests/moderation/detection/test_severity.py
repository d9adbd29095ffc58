"""Severity is a sum: desire, plan, means, time, goodbye, "already took"."""

import pytest

from moderation.detection import severity
from moderation.detection.terms import Signal


@pytest.mark.parametrize(
    ("points", "expected"),
    [(-3, None), (0, None), (1, "low"), (2, "medium"), (3, "high"), (4, "high"), (5, "imminent")],
)
def test_a_weight_has_a_name(points: int, expected: str | None) -> None:
    assert severity.of_points(points) == expected


@pytest.mark.parametrize(
    ("points", "signals", "expected"),
    [
        (3, (), 3),
        (3, ("plan", "means"), 5),
        (3, ("time",), 4),
        (1, ("plan", "means", "time"), 1),
    ],
)
def test_signs_add_to_what_is_meant(
    points: int, signals: tuple[Signal, ...], expected: int
) -> None:
    assert severity.with_signals("suicide", points, signals) == expected


def test_signs_say_nothing_about_trade() -> None:
    assert severity.with_signals("drug_dealing", 2, ("time", "means")) == 2


@pytest.mark.parametrize(
    ("signals", "expected"),
    [
        (("means",), 0),
        (("means", "time"), 0),
        (("means", "goodbye"), 3),
        (("goodbye",), 0),
        (("means", "goodbye", "time"), 5),
        (("goodbye", "time"), 0),
        (("took", "time"), 4),
        (("took", "goodbye"), 5),
    ],
)
def test_signs_alone_need_company(signals: tuple[Signal, ...], expected: int) -> None:
    assert severity.of_signals(signals) == expected
