"""Where terms stand in a string of codes: anchors first, expressions only near them.

Every pattern looks at each code a bounded number of times, so the work grows with the message
and no faster. Must never judge: what a hit means in its place is for `scope` and `severity`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from moderation.detection.lexicon import Lexicon, ReadyPattern, ReadyTerm

HITS_PER_TERM_MAX: Final = 12
"""Whoever repeats themselves is heard as well by the first and the last of it."""

_EXCEPTION_REACH: Final = 8


class OverBudget(Exception):
    """The message needed more steps than it may. Someone should look: open a case."""


class Steps:
    """What is left of the budget: words looked at, counted for every pattern that does."""

    def __init__(self, budget: int) -> None:
        self.left = budget

    def take(self, steps: int) -> None:
        self.left -= steps
        if self.left < 0:
            raise OverBudget


class Match(NamedTuple):
    """Where a term stands among the codes, and whether an exception touches it."""

    ready: ReadyTerm
    start: int
    end: int
    excepted: bool


class _Stretch:
    """Where one pattern is to look: near its anchors, overlapping windows joined."""

    __slots__ = ("pattern", "windows")

    def __init__(self, pattern: ReadyPattern, low: int, high: int) -> None:
        self.pattern = pattern
        self.windows = [(low, high)]

    def add(self, low: int, high: int) -> None:
        before = self.windows[-1]
        if before[1] >= low:
            self.windows[-1] = (before[0], high)
        else:
            self.windows.append((low, high))


def matches(lexicon: Lexicon, codes: str, steps: Steps) -> list[Match]:
    """Every term that stands in the codes. Signs alone, of one kind, are nothing yet."""
    said, signs = _stretches(lexicon, codes, steps)
    places: dict[int, list[tuple[int, int]]] = {}
    _search(said, codes, steps, places)
    if not places and _kinds(lexicon, (stretch.pattern.term for stretch in signs)) < 2:
        return []
    _search(signs, codes, steps, places)
    found = [
        Match(ready, start, end, _is_excepted(ready, codes, start, end))
        for ready, spots in ((lexicon.terms[term], spots) for term, spots in places.items())
        for start, end in _apart(spots)
    ]
    if any(match.ready.term.severity for match in found) or _kinds(lexicon, places) > 1:
        return found
    return []


def _stretches(
    lexicon: Lexicon, codes: str, steps: Steps
) -> tuple[Iterable[_Stretch], Iterable[_Stretch]]:
    """Where patterns are to look, those of terms with a weight and those of mere signs."""
    length = len(codes)
    said: dict[int, _Stretch] = {}
    signs: dict[int, _Stretch] = {}
    taken = 0
    for end, patterns in lexicon.anchors_in(codes):
        taken += len(patterns)
        for pattern in patterns:
            reach = pattern.reach
            low = end - reach if end > reach else 0
            high = end + reach + 1
            if high > length:
                high = length
            mine = signs if pattern.is_sign else said
            known = mine.get(pattern.number)
            if known is None:
                mine[pattern.number] = _Stretch(pattern, low, high)
            else:
                known.add(low, high)
    steps.take(taken)
    return said.values(), signs.values()


def _search(
    stretches: Iterable[_Stretch],
    codes: str,
    steps: Steps,
    places: dict[int, list[tuple[int, int]]],
) -> None:
    for stretch in stretches:
        pattern = stretch.pattern
        for low, high in stretch.windows:
            steps.take(high - low)
            for match in pattern.expression.finditer(codes, low, high):
                places.setdefault(pattern.term, []).append(match.span())


def _kinds(lexicon: Lexicon, terms: Iterable[int]) -> int:
    """How many kinds of sign these terms are."""
    return len({sign for term in terms for sign in lexicon.terms[term].term.signals})


def _apart(places: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The places without those that overlap an earlier one, and not too many of them."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(places, key=lambda place: (place[0], -place[1])):
        if not found or start >= found[-1][1]:
            found.append((start, end))
    if len(found) > HITS_PER_TERM_MAX:
        half = HITS_PER_TERM_MAX // 2
        found = found[:half] + found[-half:]
    return iter(found)


def _is_excepted(ready: ReadyTerm, codes: str, start: int, end: int) -> bool:
    """Whether an exception of the term touches the place."""
    if ready.exceptions is None:
        return False
    low, high = max(0, start - _EXCEPTION_REACH), min(len(codes), end + _EXCEPTION_REACH)
    return any(
        match.start() < end and match.end() > start
        for match in ready.exceptions.finditer(codes, low, high)
    )
