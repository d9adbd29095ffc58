"""How grave something is: it orders people's attention, and decides nothing about a person."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Severity(StrEnum):
    """How soon a human should look. High and imminent page someone; the others wait."""

    LOW = "low"
    """Worth knowing: a mood, a worry about another."""
    MEDIUM = "medium"
    """Relapse, strong craving, hopelessness alone; also where nothing decides it."""
    HIGH = "high"
    """A wish to die, violence, dangerous withdrawal; also whoever asks for a person."""
    IMMINENT = "imminent"
    """An attempt or an overdose now; a plan with means at hand."""


RANK: Final[Mapping[Severity, int]] = MappingProxyType(
    {severity: rank for rank, severity in enumerate(Severity)}
)
"""Which is graver."""

PAGES: Final = frozenset({Severity.HIGH, Severity.IMMINENT})
"""What wakes someone, and shows a card to the person whom it is about."""


def graver(one: Severity, other: Severity) -> Severity:
    """The graver of two."""
    return max(one, other, key=RANK.__getitem__)
