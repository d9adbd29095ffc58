"""A list of terms made ready: words become codes, patterns expressions, anchors an automaton.

A `Lexicon` never changes after it was made, so any thread may use it. Must never be made while
a message waits: making one takes seconds, making one upon another that differs in a few terms some
milliseconds, using one microseconds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Final, NamedTuple

import ahocorasick
import msgspec

from moderation.detection.pattern import Part, PatternProblem, Writer
from moderation.detection.repair import Repairer, doubled, mistyped
from moderation.detection.terms import (
    Category,
    File,
    LexiconProblem,
    Place,
    Rule,
    Term,
    Words,
    parse,
)
from moderation.detection.words import FIRST_CODE, NUMBER, Codes, new_codes

DEFAULT_FILES: Final = ("words", "rules", "danger", "recovery", "harm", "trade", "es")
"""The packaged list, in the order it is read: one text, cut where the subject changes."""


OWN_NUMBERS: Final = (*map(str, range(10)), "911", "988")
"""Numbers that a pattern may name; to `{number}` they are numbers all the same."""


_NEVER: Final = "\0"


class ReadyTerm(msgspec.Struct, frozen=True):
    """A term with the expression of its exceptions."""

    term: Term
    exceptions: re.Pattern[str] | None


class ReadyPattern(msgspec.Struct, frozen=True):
    """One pattern: its number, that of its term, its expression, how many words it may span.

    `is_sign`: its term has no weight of its own.
    """

    number: int
    term: int
    expression: re.Pattern[str]
    reach: int
    is_sign: bool


class ReadyRule(msgspec.Struct, frozen=True):
    """A rule with its expressions."""

    rule: Rule
    place: Place
    expression: re.Pattern[str]
    exceptions: re.Pattern[str] | None
    stops: re.Pattern[str] | None
    only: frozenset[Category]


class Lexicon:
    """A compiled list. Read it, and hand it to `moderation.detection.detector.screen`.

    `upon` is a list of the same words, aliases and slots: what both have is not made again. The
    answer is the same with it and without.
    """

    __slots__ = (
        "_automaton",
        "codes",
        "file",
        "first_person",
        "patterns",
        "repairer",
        "rules",
        "terms",
        "turns",
        "version",
        "written",
    )

    def __init__(self, file: File, *, upon: Lexicon | None = None) -> None:
        self.version: Final = file.version
        self.file: Final = file
        is_akin = upon is not None and upon.is_akin(file)
        written = _Written(file, upon.written if upon is not None and is_akin else None)
        self.written: Final[_Written] = written
        self.codes: Final[Codes] = written.codes
        self.first_person: Final = frozenset(map(written.code_of, file.words.first_person.split()))
        self.turns: Final = frozenset(map(written.code_of, file.words.turns.split()))
        self.terms: Final = tuple(written.term(term) for term in file.term)
        self.patterns: Final = tuple(written.patterns)
        self.rules: Final = tuple(written.rule(rule) for rule in file.rule)
        self.repairer: Final = Repairer(written.known, written.telling, file.words.joined)
        self._automaton = _automaton(written.anchors, self.patterns)

    def anchors_in(self, codes: str) -> Iterable[tuple[int, tuple[ReadyPattern, ...]]]:
        """Where an anchor ends, and the patterns it may announce, in the order of the text."""
        found: Iterable[tuple[int, tuple[ReadyPattern, ...]]] = self._automaton.iter(codes)
        return found

    def is_akin(self, file: File) -> bool:
        """Whether the other list is made of the same words."""
        mine = self.file
        return (mine.words, mine.aliases, mine.slots) == (file.words, file.aliases, file.slots)


def load(text: str) -> Lexicon:
    """Make a list ready from its TOML. Raises `LexiconProblem`, which says what to mend."""
    return Lexicon(parse(text))


@cache
def default() -> Lexicon:
    """The packaged list, made ready once."""
    return load(default_text())


@cache
def default_text() -> str:
    """The packaged list as it is written."""
    folder = resources.files(__package__).joinpath("lexicons")
    return "\n".join(
        folder.joinpath(f"{name}.toml").read_text(encoding="utf-8") for name in DEFAULT_FILES
    )


TELLS_MIN: Final = 3
"""How telling what is proposed has to be: an everyday word or three of them are not."""


class Bad(NamedTuple):
    """The place of a pattern that can't be used; `is_everyday` when its words tell nothing."""

    place: int
    is_everyday: bool


def first_bad(upon: Lexicon, patterns: Sequence[str], *, alone: bool) -> Bad | None:
    """The first pattern that a list made upon this one can't use: alone, or as an exception."""
    written = _Written(upon.file, upon.written)
    for place, pattern in enumerate(patterns):
        try:
            part = written.part("", pattern)
        except LexiconProblem:
            return Bad(place, is_everyday=False)
        if alone and part.weight < TELLS_MIN:
            return Bad(place, is_everyday=True)
    return None


class _Written:
    """Gives every word of a list its code, and writes patterns with them.

    Upon another one it has that one's words already, and takes over what was compiled for it.
    """

    def __init__(self, file: File, upon: _Written | None = None) -> None:
        self.codes: Codes = new_codes() if upon is None else dict(upon.codes)
        self.anchors: dict[str, set[int]] = {}
        self.known: set[str] = set() if upon is None else set(upon.known)
        self.patterns: list[ReadyPattern] = []
        self._terms = 0
        self._aliases = file.aliases
        self._everyday = frozenset(file.words.everyday.split())
        self.slots: dict[str, Part] = {} if upon is None else upon.slots
        self.parts_of: dict[str, Part] = {} if upon is None else dict(upon.parts_of)
        self.expressions: dict[str, re.Pattern[str]] = (
            {} if upon is None else dict(upon.expressions)
        )
        for word, meaning in file.aliases.items():
            if not meaning.split() or any(part in file.aliases for part in meaning.split()):
                raise LexiconProblem(f"alias {word}: stands for nothing, or for another alias.")
        numbers = "".join(map(self.code_of, OWN_NUMBERS))
        common = frozenset(file.words.common.split())
        breaks = frozenset(map(self.code_of, file.words.breaks.split()))
        self._writer = Writer(self.code_of, self.slots, self._everyday, common, breaks, numbers)
        if upon is None:
            self._first_words(file)

    def _first_words(self, file: File) -> None:
        """What every list made upon this one has as well."""
        for name, fillings in file.slots.items():
            self.slots[name] = self._either(f"slot {name}", fillings)
        for word in file.aliases:
            self.code_of(word)
        self._misspellings(file.words)

    def _misspellings(self, listed: Words) -> None:
        """Words that are often mistyped get their code under those spellings too."""
        slips = [(word, slip) for word in listed.misspelt.split() for slip in mistyped(word)]
        slips += [(word, slip) for word in listed.doubled.split() for slip in doubled(word)]
        for word, slip in slips:
            if slip not in self.codes:
                self.codes[slip] = self.code_of(word)

    @property
    def telling(self) -> frozenset[str]:
        """Known words that are not everyday ones: a disguise may hide these."""
        return frozenset(self.known - self._everyday)

    def code_of(self, word: str) -> str:
        """The word's code; a new word gets the next one."""
        if word in self._aliases and word not in self.codes:
            self.codes[word] = "".join(map(self.code_of, self._aliases[word].split()))
        if self.codes.get(word, NUMBER) == NUMBER:
            self.codes[word] = chr(FIRST_CODE + len(self.known))
        self.known.add(word)
        return self.codes[word]

    def term(self, term: Term) -> ReadyTerm:
        where = f"term {term.id}"
        for part, pattern in zip(self._parts(where, term.patterns), term.patterns, strict=True):
            if part.weight == 0:
                raise LexiconProblem(f"{where}: everyday words alone can't be a term: {pattern}")
            number = len(self.patterns)
            for anchor in part.anchors:
                self.anchors.setdefault(anchor, set()).add(number)
            expression = self._expression(part.expression)
            self.patterns.append(
                ReadyPattern(
                    number, self._terms, expression, part.longest, is_sign=term.severity is None
                )
            )
        self._terms += 1
        return ReadyTerm(term, self._compiled(where, term.exceptions))

    def rule(self, rule: Rule) -> ReadyRule:
        where = f"rule {rule.name}"
        return ReadyRule(
            rule=rule,
            place=rule.place,
            expression=self._expression(self._either(where, rule.patterns).expression),
            exceptions=self._compiled(where, rule.exceptions),
            stops=self._compiled(where, rule.stops),
            only=frozenset(rule.only),
        )

    def _compiled(self, where: str, patterns: tuple[str, ...]) -> re.Pattern[str] | None:
        return self._expression(self._either(where, patterns).expression) if patterns else None

    def _expression(self, written: str) -> re.Pattern[str]:
        """Compiling is what takes long: each once."""
        if written not in self.expressions:
            self.expressions[written] = re.compile(written)
        return self.expressions[written]

    def _either(self, where: str, patterns: tuple[str, ...]) -> Part:
        return self._writer.either(self._parts(where, patterns))

    def _parts(self, where: str, patterns: tuple[str, ...]) -> list[Part]:
        return [self.part(where, pattern) for pattern in patterns]

    def part(self, where: str, pattern: str) -> Part:
        """What a pattern says; each is read once."""
        if pattern not in self.parts_of:
            try:
                self.parts_of[pattern] = self._writer.write(pattern)
            except PatternProblem as problem:
                raise LexiconProblem(f"{where}: “{pattern}” {problem}.") from None
        return self.parts_of[pattern]


def _automaton(
    anchors: Mapping[str, set[int]], patterns: Sequence[ReadyPattern]
) -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    automaton.add_word(_NEVER, ())  # an automaton without a word refuses to search
    for anchor, numbers in anchors.items():
        automaton.add_word(anchor, tuple(patterns[number] for number in sorted(numbers)))
    automaton.make_automaton()
    return automaton
