"""What stands beside a hit and changes its weight: negation, past, others, quotation, teaching.

Rules are data of the list; here is only where each of them looks. A clause ends where the
sentence does or a turn begins ("but", "honestly", "tonight"), so that what comes after a turn is
judged on its own. Must never discard: it says by how much, and why.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from moderation.detection.lexicon import Lexicon, ReadyRule, ReadyTerm
from moderation.detection.words import END, QUOTE

SENTENCE_MAX: Final = 50
"""Nothing farther away than this many words can change a hit."""

QUOTED: Final = "quoted"
QUOTED_LOWERS: Final = 3


def effects(
    lexicon: Lexicon, term: ReadyTerm, codes: str, start: int, end: int
) -> Iterator[tuple[str, int]]:
    """The rules that touch the hit between two codes: name, and by how much each lowers it."""
    clause = _clause(lexicon, codes, start, end)
    sentence = _sentence(codes, start, end)
    spared = term.term.unless
    for ready in lexicon.rules:
        if ready.only and term.term.category not in ready.only:
            continue
        if ready.rule.name in spared:
            continue
        if _applies(ready, codes, (start, end), clause, sentence, lexicon.first_person):
            yield ready.rule.name, ready.rule.lowers
    if QUOTED not in spared and _is_quoted(codes, start, end):
        yield QUOTED, QUOTED_LOWERS


def _applies(
    ready: ReadyRule,
    codes: str,
    hit: tuple[int, int],
    clause: tuple[int, int],
    sentence: tuple[int, int],
    first_person: frozenset[str],
) -> bool:
    start, end = hit
    reach = ready.rule.reach
    place = ready.place
    if place == "nearest":
        if not first_person.isdisjoint(codes[start:end]):
            return False
        return _is_nearest(ready, codes, start, max(clause[0], start - reach))
    if place == "before":
        low, high = _after_stops(ready, codes, max(clause[0], start - reach), start), start
    elif place == "after":
        low, high = end, min(clause[1], end + reach)
    elif place == "inside":
        low, high = hit
    elif place == "clause":
        low, high = max(clause[0], start - reach), min(clause[1], end + reach)
    elif place == "sentence":
        low, high = max(sentence[0], start - reach), min(sentence[1], end + reach)
    else:
        low, high = max(0, start - reach), min(len(codes), end + reach)
    if ready.expression.search(codes, low, high) is None:
        return False
    return ready.exceptions is None or ready.exceptions.search(codes, low, high + 1) is None


def _after_stops(ready: ReadyRule, codes: str, low: int, start: int) -> int:
    """Where the rule may begin to look: after the last word that stops it, the hit's own too."""
    if ready.stops is None:
        return low
    if ready.stops.match(codes, start):
        return start
    for match in ready.stops.finditer(codes, low, start):
        low = match.end()
    return low


def _is_nearest(ready: ReadyRule, codes: str, start: int, low: int) -> bool:
    """Walk back from the hit: whose words come first, the rule's or those that spare it?"""
    for index in range(start, low - 1, -1):
        if ready.exceptions is not None and ready.exceptions.match(codes, index):
            return False
        if index < start and ready.expression.match(codes, index, start):
            return True
    return False


def _sentence(codes: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence of a hit begins, after the mark, and ends, at the mark."""
    low = codes.rfind(END, max(0, start - SENTENCE_MAX), start) + 1
    high = codes.find(END, end, end + SENTENCE_MAX)
    return (
        max(low, start - SENTENCE_MAX, 0),
        high if high >= 0 else min(len(codes), end + SENTENCE_MAX),
    )


def _clause(lexicon: Lexicon, codes: str, start: int, end: int) -> tuple[int, int]:
    """The part of the sentence around a hit that no turn cuts off."""
    low, high = _sentence(codes, start, end)
    turns = lexicon.turns
    for index in range(start - 1, low - 1, -1):
        if codes[index] in turns:
            low = index + 1
            break
    for index in range(end, high):
        if codes[index] in turns:
            high = index
            break
    return low, high


_QUOTED_MAX: Final = 30


def _is_quoted(codes: str, start: int, end: int) -> bool:
    """Whether the hit stands between two quotation marks of one sentence or its neighbours."""
    low = max(0, start - _QUOTED_MAX)
    opened = codes.count(QUOTE, low, start) % 2 == 1
    return opened and re.search(QUOTE, codes[end : end + _QUOTED_MAX]) is not None
