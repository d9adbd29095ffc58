"""When a case wants somebody's attention, and whose. Pure: instants come in as arguments.

The times are informed by those of crisis services (five minutes to a first answer for the gravest
texts, fifteen for others); they are settings of a place, not a standard. Only a human's claim stops
the clock: that an alert was delivered does not.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final, NamedTuple

from moderation.severity import Severity

MINUTE_MS: Final = 60_000
HOUR_MS: Final = 60 * MINUTE_MS

LEASE_MS: Final = 5 * MINUTE_MS
"""How long a claim lasts without any activity on either side."""
SOLO_AFTER_MS: Final = 30 * MINUTE_MS
"""After which a lone moderator may close an imminent case by themselves, for a later review."""
HAND_OVER_MS: Final = 10 * MINUTE_MS
"""How long someone who was asked to take a case over can answer."""


class Audience(StrEnum):
    """Who is told that a case waits."""

    ON_DUTY = "on_duty"
    """Everyone on duty."""
    ON_CALL = "on_call"
    """Whoever is on call behind them."""
    OUTSIDE = "outside"
    """Administrators, and the channels that lead outside of this place."""
    OVERDUE = "overdue"
    """Nobody at once: it is listed as overdue, and stands in the daily digest."""
    COLLEAGUES = "colleagues"
    """Moderators who could step in for a helper who went silent."""
    OWNER = "owner"
    """The helper who has claimed it: a first contact is overdue."""


class Stage(NamedTuple):
    """So long after the wait began, these are told."""

    after_ms: int
    tell: tuple[Audience, ...]


class Times(NamedTuple):
    """The clock of one severity. `again_ms`: how soon the last stage is repeated, as long as
    nobody has claimed the case.

    `follow_up_ms` is when a resolved case opens again unless the helper says otherwise.
    """

    claim_ms: int
    contact_ms: int
    stages: tuple[Stage, ...]
    again_ms: int
    follow_up_ms: int


_D, _C, _O = Audience.ON_DUTY, Audience.ON_CALL, Audience.OUTSIDE
_QUIET: Final = Times(
    claim_ms=60 * MINUTE_MS,
    contact_ms=4 * HOUR_MS,
    stages=(Stage(60 * MINUTE_MS, (Audience.OVERDUE,)),),
    again_ms=24 * HOUR_MS,
    follow_up_ms=72 * HOUR_MS,
)
DEFAULT: Final[Mapping[Severity, Times]] = MappingProxyType(
    {
        Severity.IMMINENT: Times(
            claim_ms=2 * MINUTE_MS,
            contact_ms=5 * MINUTE_MS,
            stages=(Stage(0, (_D,)), Stage(2 * MINUTE_MS, (_D, _C)), Stage(5 * MINUTE_MS, (_O,))),
            again_ms=5 * MINUTE_MS,
            follow_up_ms=24 * HOUR_MS,
        ),
        Severity.HIGH: Times(
            claim_ms=10 * MINUTE_MS,
            contact_ms=15 * MINUTE_MS,
            stages=(Stage(0, (_D,)), Stage(10 * MINUTE_MS, (_C,)), Stage(20 * MINUTE_MS, (_O,))),
            again_ms=30 * MINUTE_MS,
            follow_up_ms=36 * HOUR_MS,
        ),
        Severity.MEDIUM: _QUIET,
        Severity.LOW: _QUIET,
    }
)

Clock = Mapping[Severity, Times]
