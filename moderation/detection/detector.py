"""From a message to a finding: what was heard, where, how grave, and why.

The path of nearly all messages is short: fold, one code per word, no anchor, nothing. Steps are
counted, never time, so the same message always gives the same answer. Must never lose a hit
silently: `explain` shows also what was lowered to nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

import msgspec

from moderation.detection import matching, scope, severity, views, words
from moderation.detection.lexicon import Lexicon, ReadyTerm
from moderation.detection.matching import OverBudget, Steps
from moderation.detection.terms import Category, Severity, Signal

BUDGET_STEPS: Final = 120_000
"""Words looked at, counted for every term that looks at them."""

Part = Literal["body", "warning"]

__all__ = ["BUDGET_STEPS", "Finding", "Hit", "OverBudget", "explain", "screen"]


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """One term heard. `span` counts characters of the original, of its warning if `part` says so.

    `why` names the rules that raised or lowered it, with a sign: `-negation`, `+means`.
    """

    term: str
    category: Category
    severity: Severity | None
    span: tuple[int, int]
    why: tuple[str, ...]
    part: Part = "body"
    is_sign: bool = False
    """Only raises others: means at hand, a goodbye, a time."""


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """A reason to look: the gravest of what was heard, and all of it."""

    severity: Severity
    category: Category
    hits: tuple[Hit, ...]
    version: str


class _Heard(NamedTuple):
    """A hit before the whole message is weighed."""

    ready: ReadyTerm
    points: int
    span: tuple[int, int]
    why: tuple[str, ...]
    part: Part


def screen(
    lexicon: Lexicon,
    text: str,
    *,
    warning: str | None = None,
    account_age_days: int,
    budget: int = BUDGET_STEPS,
) -> Finding | None:
    """What a message says that a human should know, or nothing. Raises `OverBudget`.

    `warning` is the author's own line above folded words: it is heard as well.
    """
    heard = _hear(lexicon, text, warning, account_age_days, budget)
    if not heard:
        return None
    hits = tuple(hit for hit in _weighed(heard) if hit.severity is not None)
    if not hits:
        return None
    gravest = min(hits, key=_gravity)
    assert gravest.severity is not None
    return Finding(
        severity=gravest.severity, category=gravest.category, hits=hits, version=lexicon.version
    )


def explain(
    lexicon: Lexicon,
    text: str,
    *,
    warning: str | None = None,
    account_age_days: int,
    budget: int = BUDGET_STEPS,
) -> tuple[Hit, ...]:
    """Everything that was heard, also what rules lowered to nothing (its severity is None)."""
    return tuple(_weighed(_hear(lexicon, text, warning, account_age_days, budget)))


def count_steps(lexicon: Lexicon, text: str) -> int:
    """How many steps a message takes; for tests of the worst case."""
    steps = Steps(1 << 60)
    list(_hear_part(lexicon, text, "body", 0, steps))
    return (1 << 60) - steps.left


def _hear(
    lexicon: Lexicon, text: str, warning: str | None, age_days: int, budget: int
) -> list[_Heard]:
    steps = Steps(budget)
    heard = list(_hear_part(lexicon, text, "body", age_days, steps))
    if warning:
        heard.extend(_hear_part(lexicon, warning, "warning", age_days, steps))
    return heard


def _hear_part(
    lexicon: Lexicon, text: str, part: Part, age_days: int, steps: Steps
) -> Iterator[_Heard]:
    folded = views.folded(text)
    found: list[words.Word] | None = None
    if lexicon.repairer.is_odd(folded):
        found = lexicon.repairer.words(folded)
        codes = words.encode_words(found, lexicon.codes)
    else:
        codes = words.encode(folded, lexicon.codes)
    steps.take(len(codes))
    matches = matching.matches(lexicon, codes, steps)
    if not matches:
        return
    found = words.split(folded) if found is None else found
    owners = words.owners(found, lexicon.codes)
    offsets = views.folded_offsets(text)
    for ready, start, end, excepted in matches:
        if ready.term.young_days and age_days >= ready.term.young_days:
            continue
        steps.take(scope.SENTENCE_MAX)
        points = severity.POINTS[ready.term.severity] if ready.term.severity else 0
        why: list[str] = []
        if excepted:
            points -= _EXCEPTED
            why.append("-exception")
        for name, lowers in scope.effects(lexicon, ready, codes, start, end):
            points -= lowers
            why.append(f"-{name}" if lowers > 0 else f"+{name}")
        first, last = found[owners[start]], found[owners[end - 1]]
        span = (offsets[first.start], offsets[last.end - 1] + 1)
        yield _Heard(ready, points, span, tuple(why), part)


_EXCEPTED: Final = 9
"""More than any severity weighs: what an exception touches is seen by `explain` alone."""


def _weighed(heard: list[_Heard]) -> Iterator[Hit]:
    """Each hit with the weight that the whole message gives it."""
    signs: dict[Signal, None] = {}
    for one in heard:
        if _lives(one):
            signs.update(dict.fromkeys(one.ready.term.signals))
    alone = severity.of_signals(signs)
    for one in heard:
        term = one.ready.term
        why = list(one.why)
        points = one.points
        if term.severity is None:
            points = alone if _lives(one) else 0
            why.extend(f"+{sign}" for sign in signs if points and sign not in term.signals)
        else:
            points = severity.with_signals(term.category, points, signs)
            if points > one.points:
                why.extend(f"+{sign}" for sign in signs)
        if term.young_days and points > 0:
            points += 1
            why.append("+new_account")
        yield Hit(
            term=term.id,
            category=term.category,
            severity=severity.of_points(points),
            span=one.span,
            why=tuple(why),
            part=one.part,
            is_sign=term.severity is None and _lives(one),
        )


def _lives(one: _Heard) -> bool:
    """Whether rules have left something of it; a sign has no weight to lose but by one rule."""
    return one.points > 0 if one.ready.term.severity else one.points >= 0


def _gravity(hit: Hit) -> tuple[int, int]:
    assert hit.severity is not None
    return -severity.POINTS[hit.severity], severity.GRAVEST_FIRST.index(hit.category)
