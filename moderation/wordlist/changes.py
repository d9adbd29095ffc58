"""A group's changes to the list that came with the server, as data; and the list that they make.

Pure: from the packaged list and the changes to a list. A term of one's own begins with `own.`, so
that no list of a later release has a term of that name. Must never change what a term that came
with the list says of itself: a change adds to it, gives it another weight, or switches it off.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Annotated, Final, Literal, NamedTuple

import msgspec

from moderation.detection import examples, lexicon
from moderation.detection.lexicon import Lexicon
from moderation.detection.terms import (
    EXAMPLES_MIN,
    TERMS_MAX,
    Category,
    File,
    LexiconProblem,
    Severity,
    Term,
)
from rooms.refusal import Refusal
from rooms.words import Said, mark

OWN: Final = "own."
LINES_MAX: Final = 12
PATTERN_MAX_CHARS: Final = 200
EXAMPLE_MAX_CHARS: Final = 300
WAYS_MAX: Final = 64
SLOTS_MAX: Final = 3
CHANGED_MAX: Final = 200
"""Terms that can be otherwise than they came, with those of one's own."""

Frame = Literal["anyone", "themselves", "intent"]
"""Of whom it has to be said: of anyone; of whoever says it; as something they mean to do."""

_FRAMES: Final[Mapping[Frame, str]] = {
    "anyone": "{}",
    "themselves": "(i|im|ive|id|ill|me|my|myself|we) ~4 ({})",
    "intent": "{{i_intend}} ~3 ({})",
}
_OF_ANYONE: Final = ("other_person",)
"""The rule that must not lower what counts whoever it is about."""
_GAP: Final = re.compile(r"~{1,2}(\d{1,2})")
_AUTHOR: Final = "the moderators of this place"
_DATE: Final = date(1970, 1, 1)
"""Who proposed a term, and when, is kept with the version that brought it."""

_Pattern = Annotated[str, msgspec.Meta(min_length=1, max_length=PATTERN_MAX_CHARS)]
_Example = Annotated[str, msgspec.Meta(min_length=1, max_length=EXAMPLE_MAX_CHARS)]
Patterns = Annotated[tuple[_Pattern, ...], msgspec.Meta(max_length=LINES_MAX)]
Examples = Annotated[tuple[_Example, ...], msgspec.Meta(max_length=LINES_MAX)]
TermName = Annotated[
    str, msgspec.Meta(pattern=r"^[a-z0-9]+(?:[-._][a-z0-9]+)*$", min_length=1, max_length=60)
]


class TermChange(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is otherwise about one term.

    A term of one's own (`own.…`) is told as a whole. Of one that came with the list: `off`, another
    `severity`, and what is added to it. `exceptions` take back what they touch; `hits` are examples
    that it must hear, `misses` such that it must not.
    """

    term: TermName
    off: bool = False
    category: Category | None = None
    severity: Severity | None = None
    frame: Frame = "anyone"
    patterns: Patterns = ()
    exceptions: Patterns = ()
    hits: Examples = ()
    misses: Examples = ()


Changes = Mapping[str, TermChange]
"""What is otherwise than it came, by the name of the term."""


class Kept(NamedTuple):
    """The changes in force, and the number of the version that they are; 0 is as it came."""

    number: int = 0
    changes: Changes = MappingProxyType({})


def file_of(base: File, kept: Kept) -> File:
    """The list that the changes make. Those of terms that are no more are left out."""
    own = [each for each in kept.changes.values() if is_own(each.term) and not each.off]
    terms = [*_altered(base.term, kept.changes), *map(_own_term, own)]
    if len(terms) > TERMS_MAX:
        raise LexiconProblem(f"The list has more than {TERMS_MAX} terms.")
    version = f"{base.version}+{kept.number}" if kept.number else base.version
    return msgspec.structs.replace(base, version=version, term=tuple(terms))


def compiled(base: Lexicon, kept: Kept) -> Lexicon:
    """The same list made ready, in some milliseconds. Raises `LexiconProblem`."""
    return Lexicon(file_of(base.file, kept), upon=base)


def compiled_apart(base: Lexicon, kept: Kept) -> tuple[Lexicon, Sequence[str]]:
    """The list without the changes that can't be used any more, and the terms these are of."""
    borne: dict[str, TermChange] = {}
    left_out = []
    for term, change in kept.changes.items():
        try:
            compiled(base, Kept(kept.number, {**borne, term: change}))
        except LexiconProblem:
            left_out.append(term)
        else:
            borne[term] = change
    return compiled(base, Kept(kept.number, borne)), left_out


def is_own(term: str) -> bool:
    """Whether it is none that came with the list."""
    return term.startswith(OWN)


def _altered(terms: Sequence[Term], changes: Changes) -> Iterator[Term]:
    for term in terms:
        change = changes.get(term.id)
        if change is None:
            yield term
        elif not change.off:
            yield msgspec.structs.replace(
                term,
                severity=change.severity or term.severity,
                patterns=(*term.patterns, *framed(change)),
                exceptions=(*term.exceptions, *change.exceptions),
                hits=(*term.hits, *change.hits),
                misses=(*term.misses, *change.misses),
            )


def _own_term(change: TermChange) -> Term:
    assert change.category is not None, "a term of one's own has a category"
    return Term(
        id=change.term,
        category=change.category,
        severity=change.severity,
        patterns=tuple(framed(change)),
        exceptions=change.exceptions,
        unless=_OF_ANYONE if change.frame == "anyone" else (),
        hits=change.hits,
        misses=change.misses,
        author=_AUTHOR,
        date=_DATE,
    )


def framed(change: TermChange) -> Iterator[str]:
    """Its patterns as the list has them."""
    for pattern in change.patterns:
        yield _FRAMES[change.frame].format(pattern)


def check(base: Lexicon, change: TermChange) -> None:
    """Refuse a change that is not whole: of no term, of no form, without its examples."""
    if is_own(change.term):
        _demand_own(change)
    else:
        _demand_of_term(base.file, change)
    if not change.off:
        _demand_examples(change)
        _demand_readable(base, change)


def _demand_own(change: TermChange) -> None:
    if change.off:
        return
    for field in ("category", "severity", "patterns"):
        if not getattr(change, field):
            raise Refusal("missing_field", field=field)


def _demand_of_term(base: File, change: TermChange) -> None:
    term = next((each for each in base.term if each.id == change.term), None)
    if term is None:
        raise Refusal("not_found", field="term")
    if change.category is not None:
        raise Refusal("extra_field", field="category")
    if change.severity is not None and term.severity is None:
        # A sign raises others and weighs nothing alone: to weigh it is to make another term.
        raise Refusal("extra_field", field="severity")
    if not (change.off or change.severity or change.patterns or change.exceptions):
        raise Refusal("missing_field", field="patterns")


def _demand_examples(change: TermChange) -> None:
    """What is new says by examples what it means."""
    wanted = {
        "hits": bool(change.patterns),
        "misses": bool(change.patterns or change.exceptions),
    }
    for field, is_wanted in wanted.items():
        if is_wanted and len(getattr(change, field)) < EXAMPLES_MIN:
            raise Refusal("missing_field", _MORE_EXAMPLES, field=field)


def _demand_readable(base: Lexicon, change: TermChange) -> None:
    """Refuse a line that is no pattern, or would look too long, by its number."""
    for field in ("patterns", "exceptions"):
        for number, line in enumerate(getattr(change, field), 1):
            if is_heavy(line):
                raise Refusal("bad_pattern", Said(_HEAVY, number=number), field=field)
    for field, lines, alone in (
        ("patterns", tuple(framed(change)), True),
        ("exceptions", change.exceptions, False),
    ):
        bad = lexicon.first_bad(base, lines, alone=alone)
        if bad is not None:
            words = _EVERYDAY if bad.is_everyday else _UNREADABLE
            raise Refusal("bad_pattern", Said(words, number=bad.place + 1), field=field)


def is_heavy(pattern: str) -> bool:
    """Whether its gaps can be filled in too many ways: those multiply, and no message may wait."""
    ways = math.prod(int(count) + 1 for count in _GAP.findall(pattern))
    return ways > WAYS_MAX or pattern.count("{") > SLOTS_MAX


def demand_examples_hold(listed: Lexicon, change: TermChange) -> None:
    """Run the examples of the changed term on the list that it makes. Says their numbers."""
    failing = [each for each in examples.failures(listed) if each.term == change.term]
    for field, mine, should_hit in (("hits", change.hits, True), ("misses", change.misses, False)):
        wrong = {each.example for each in failing if each.should_hit is should_hit}
        numbers = [number for number, example in enumerate(mine, 1) if example in wrong]
        if numbers:
            said = Said(_FAIL[should_hit], numbers=", ".join(map(str, numbers)))
            raise Refusal("examples_fail", said, field=field)
    if failing:
        raise Refusal("examples_fail", _FORMER, field="exceptions")


_MORE_EXAMPLES: Final = mark("It takes two examples at least that it hears, and two it must not.")
_UNREADABLE: Final = mark(
    "Line {number} can't be read. Beside the field stands how such lines are written."
)
_HEAVY: Final = mark("Line {number} leaves too much open: fewer or smaller gaps, fewer groups.")
_EVERYDAY: Final = mark(
    "Line {number} has everyday words alone, which stand in nearly every message."
)
_FAIL: Final = {
    True: mark("These examples should be heard, and are not: {numbers}."),
    False: mark("These examples should not be heard, and are: {numbers}."),
}
_FORMER: Final = mark("Something that this term heard or left alone before, it would not any more.")
