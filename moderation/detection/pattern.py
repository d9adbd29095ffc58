"""The small language that terms are written in, and its translation into expressions over codes.

    i want to {die}          words stand for themselves, {die} for any filling of that slot
    really? (a b|c)          may be missing; either, in round brackets
    ~3                       up to three words more, none of them a negation or a sentence's end
    ~~8                      up to eight words and marks more, whatever they are
    ^ go die $               only at the beginning, only at the end of a sentence or clause

Every part is bounded, so a pattern can't run away, and every pattern has an anchor: words of its
own that are not everyday words, without which it is never tried. Must never accept a pattern
whose only words are everyday ones.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

import msgspec

from moderation.detection.words import COMMA, END, NUMBER, OTHER, QUOTE

PATTERN_MAX_CHARS: Final = 2_000
GAP_MAX: Final = 12
REACH_MAX: Final = 60
"""A pattern never spans more words than this; windows are cut to it."""

_SIGN: Final = re.compile(r"\s*(\{[a-z0-9_]+\}|~{1,2}\d{1,2}|[a-z0-9]+|[()|?^$])")
_EDGE: Final = f"[{END}{COMMA}{QUOTE}]"
_ANCHORS_MAX: Final = 4_000
_TELLING: Final = 10
_COMMON: Final = 4


class PatternProblem(ValueError):
    """What is wrong with a pattern, in words for whoever wrote it."""


class Part(msgspec.Struct, frozen=True):
    """A piece of an expression: what it matches, its longest match, and what it can't do without.

    `run` is what it says when it is only words; `anchors` are runs of which one must be there;
    `weight` says how telling the weakest of these is, 0 for everyday words and nothing.
    """

    expression: str
    longest: int
    anchors: frozenset[str] = frozenset()
    weight: int = 0
    run: str | None = None
    optional: bool = False


class Writer:
    """Knows the words' codes, the slots, and which words are everyday or common ones."""

    def __init__(
        self,
        code_of: Callable[[str], str],
        slots: Mapping[str, Part],
        everyday: frozenset[str],
        common: frozenset[str],
        breaks: frozenset[str],
        numbers: str,
    ) -> None:
        self._number = f"[{NUMBER}{numbers}]"
        self._code_of = code_of
        self._slots = slots
        self._everyday = everyday
        self._common = common
        self._gap = f"[^{END}{''.join(sorted(breaks))}]"

    def write(self, pattern: str) -> Part:
        """One pattern as a part. Raises `PatternProblem`."""
        if len(pattern) > PATTERN_MAX_CHARS:
            raise PatternProblem(f"is longer than {PATTERN_MAX_CHARS} characters")
        signs = _signs(pattern)
        part, rest = self._sequence(signs, 0)
        if rest != len(signs):
            raise PatternProblem("has a bracket or bar too many")
        if part.longest > REACH_MAX:
            raise PatternProblem(f"may span more than {REACH_MAX} words")
        return part

    def either(self, parts: list[Part]) -> Part:
        """Any of the parts, the longest first."""
        singles = sorted({p.expression for p in parts if len(p.expression) == 1})
        longer = sorted(
            {p.expression for p in parts if len(p.expression) > 1}, key=lambda e: (-len(e), e)
        )
        if singles:
            longer.append(f"[{''.join(singles)}]")
        return Part(
            expression=longer[0] if len(longer) == 1 else f"(?:{'|'.join(longer)})",
            longest=max(part.longest for part in parts),
            anchors=frozenset().union(*(part.anchors for part in parts)),
            weight=min(part.weight for part in parts),
        )

    def _sequence(self, signs: list[str], at: int) -> tuple[Part, int]:
        parts: list[Part] = []
        while at < len(signs) and signs[at] not in ")|":
            part, at = self._item(signs, at)
            if at < len(signs) and signs[at] == "?":
                part = Part(f"(?:{part.expression})?", part.longest, optional=True)
                at += 1
            parts.append(part)
        if not parts:
            raise PatternProblem("has nothing in it, or between two bars")
        return self._joined(parts), at

    def _item(self, signs: list[str], at: int) -> tuple[Part, int]:
        sign = signs[at]
        if sign == "(":
            return self._choice(signs, at + 1)
        if sign == "?":
            raise PatternProblem("has a ? that follows nothing")
        return self._single(sign), at + 1

    def _single(self, sign: str) -> Part:
        if sign == "^":
            return Part(f"(?<={_EDGE})", 0, optional=True)
        if sign == "$":
            return Part(f"(?={_EDGE})", 0, optional=True)
        if sign[0] == "~":
            count = int(sign.lstrip("~"))
            if not 0 < count <= GAP_MAX:
                raise PatternProblem(f"has a gap that is not of 1 to {GAP_MAX} words")
            gap = "." if sign.startswith("~~") else self._gap
            return Part(f"{gap}{{0,{count}}}?", count, optional=True)
        if sign[0] == "{":
            return self._slot(sign[1:-1])
        codes = self._code_of(sign)
        return Part(codes, len(codes), frozenset((codes,)), self._weight(sign), codes)

    def _slot(self, name: str) -> Part:
        if name == "number":
            return Part(self._number, 1)
        if name == "any":
            return Part(f"[^{END}]", 1)
        if name == "end":
            return Part(re.escape(END), 1)
        if name == "unknown":
            return Part(f"[{OTHER}{NUMBER}]", 1)
        try:
            return self._slots[name]
        except KeyError:
            raise PatternProblem(f"names a slot that is not there (yet): {name}") from None

    def _choice(self, signs: list[str], at: int) -> tuple[Part, int]:
        parts: list[Part] = []
        while True:
            part, at = self._sequence(signs, at)
            parts.append(part)
            if at >= len(signs):
                raise PatternProblem("has a bracket that is not closed")
            at += 1
            if signs[at - 1] == ")":
                return self.either(parts), at

    def _weight(self, word: str) -> int:
        if word in self._everyday:
            return 0
        return _COMMON if word in self._common else _TELLING

    def _joined(self, parts: list[Part]) -> Part:
        """Parts one after another; words that stand side by side are one anchor together."""
        expression = "".join(part.expression for part in parts)
        longest = sum(part.longest for part in parts)
        best = max(_runs(parts), key=lambda part: part.weight, default=Part("", 0))
        anchors = best.anchors if len(best.anchors) <= _ANCHORS_MAX else frozenset()
        only = parts[0].run if len(parts) == 1 else None
        return Part(expression, longest, anchors, best.weight, only)


def _signs(pattern: str) -> list[str]:
    signs: list[str] = []
    at = 0
    pattern = pattern.strip().lower().replace("'", "")
    while at < len(pattern):
        match = _SIGN.match(pattern, at)
        if match is None:
            raise PatternProblem(f"can't be read from its character {at + 1} on")
        signs.append(match.group(1))
        at = match.end()
    return signs


def _runs(parts: list[Part]) -> list[Part]:
    """What the sequence can't do without: neighbouring words joined, others as they are."""
    found: list[Part] = []
    for part in parts:
        if part.optional:
            found.append(Part("", 0))
        elif part.run is not None and found and found[-1].run is not None:
            run = found[-1].run + part.run
            weight = found[-1].weight + part.weight + 1
            found[-1] = Part(run, 0, frozenset((run,)), weight, run)
        else:
            found.append(part)
    return [part for part in found if part.anchors]
