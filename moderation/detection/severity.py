"""How grave: the weight of what was said, and of every sign that stands beside it.

A severity is a sum of desire, plan, means, time, goodbye and "already took", not a property of a
word. Must never be lowered by anything said elsewhere in the message: only scope lowers a hit.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from moderation.detection.terms import Category, Severity, Signal

POINTS: Final[dict[Severity, int]] = {"low": 1, "medium": 2, "high": 3, "imminent": 5}
WEIGHTS: Final[dict[Signal, int]] = {"plan": 1, "means": 1, "time": 1, "goodbye": 2, "took": 3}

SELF_DANGER: Final[frozenset[Category]] = frozenset(("suicide", "self_harm", "overdose"))
"""Only where somebody may die by their own hand do signs add up."""

_RAISED_FROM: Final = POINTS["medium"]
"""What is said in jest stays low, whatever stands beside it."""

_SIGNS_ALONE: Final = 3
_KINDS_ALONE: Final = 2
_ANY_EVENING: Final[frozenset[Signal]] = frozenset(("goodbye", "time"))
_PLAN_NOW: Final[frozenset[Signal]] = frozenset(("means", "time", "goodbye"))

GRAVEST_FIRST: Final[tuple[Category, ...]] = (
    "overdose",
    "suicide",
    "medical",
    "violence_abuse",
    "self_harm",
    "body_brokering",
    "drug_dealing",
    "doxxing",
    "harassment",
    "relapse_craving",
)
"""Which category names a finding when two weigh the same."""


def of_points(points: int) -> Severity | None:
    """The severity of a weight; nothing for nothing."""
    if points <= 0:
        return None
    if points >= POINTS["imminent"]:
        return "imminent"
    if points >= POINTS["high"]:
        return "high"
    return "medium" if points == POINTS["medium"] else "low"


def with_signals(category: Category, points: int, signals: Collection[Signal]) -> int:
    """The weight of a hit together with the signs in its message, its own among them."""
    if category not in SELF_DANGER or points < _RAISED_FROM:
        return points
    return points + sum(WEIGHTS[signal] for signal in set(signals))


def of_signals(signals: Collection[Signal]) -> int:
    """The weight of signs alone: pills at hand and a goodbye need no word of dying.

    A goodbye and a time are how any evening ends; means at hand, now, and a goodbye are a plan.
    """
    kinds = set(signals)
    if kinds >= _PLAN_NOW:
        return POINTS["imminent"]
    total = sum(WEIGHTS[signal] for signal in kinds)
    if len(kinds) < _KINDS_ALONE or kinds == _ANY_EVENING or total < _SIGNS_ALONE:
        return 0
    return total
