"""How well a list hears: recall, false alarms per thousand, and microseconds, on labelled lines.

Works on counts alone. Must never keep, print or hand on a text that it was measured with.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from statistics import median
from typing import Final

import msgspec

from moderation.detection.detector import OverBudget, screen
from moderation.detection.lexicon import Lexicon

OLD_ACCOUNT_DAYS: Final = 365
_GROUPS: Final = {
    "support_chat": "support",
    "stress_sms": "support",
    "counsel_ordinary": "support",
    "topic_veterans": "topic",
    "peer_support_replies": "topic",
}
_PREFIXES: Final = {"ord_": "ordinary", "recovery_": "recovery"}


class Line(msgspec.Struct, frozen=True):
    """A labelled message: see docs/detection.md for the fields; others are passed over.

    `label` 1: somebody should be told; 0: not; nothing: counts towards the rate of its group.
    """

    text: str
    label: int | None = None
    category: str = "none"
    stratum: str = "other"
    reviewed: bool = True


class Count(msgspec.Struct):
    """How many there were, and how many of them were heard."""

    all: int = 0
    heard: int = 0

    def add(self, heard: bool) -> None:
        self.all += 1
        self.heard += heard

    @property
    def share(self) -> float:
        return self.heard / self.all if self.all else 0.0


class Report(msgspec.Struct, kw_only=True):
    """What came of a file. Shares are of messages; times are whole microseconds and parts."""

    version: str
    lines: int = 0
    over_budget: int = 0
    recall: dict[str, Count] = {}
    unreviewed: dict[str, Count] = {}
    alarms: dict[str, Count] = {}
    unlabelled: dict[str, Count] = {}
    median_us: float = 0.0
    slow_us: float = 0.0


def group_of(stratum: str) -> str:
    """The group a line is reported under."""
    for prefix, group in _PREFIXES.items():
        if stratum.startswith(prefix):
            return group
    return _GROUPS.get(stratum, "others")


def measure(lexicon: Lexicon, lines: Iterable[Line], clock_ns: Callable[[], int]) -> Report:
    """Screen every line. What cannot be screened in its budget counts as heard: a case opens."""
    report = Report(version=lexicon.version)
    times: list[int] = []
    for line in lines:
        begun = clock_ns()
        try:
            heard = screen(lexicon, line.text, account_age_days=OLD_ACCOUNT_DAYS) is not None
        except OverBudget:
            heard = True
            report.over_budget += 1
        times.append(clock_ns() - begun)
        report.lines += 1
        _count(report, line, heard)
    if times:
        times.sort()
        report.median_us = median(times) / 1000
        report.slow_us = times[len(times) * 99 // 100] / 1000
    return report


def _count(report: Report, line: Line, heard: bool) -> None:
    group = group_of(line.stratum)
    if line.label is None:
        report.unlabelled.setdefault(group, Count()).add(heard)
    elif line.label == 0:
        report.alarms.setdefault(group, Count()).add(heard)
    elif line.reviewed:
        report.recall.setdefault(line.category, Count()).add(heard)
        report.recall.setdefault("all", Count()).add(heard)
    else:
        report.unreviewed.setdefault(line.category, Count()).add(heard)
