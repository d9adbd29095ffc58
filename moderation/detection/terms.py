"""The list of terms as it is written down: what a file may hold, and its reading from TOML.

Terms are data: people add, change and withdraw them without a release. Each says what it means,
who wrote it and when, and brings examples that it must and must not hear. Must never be lenient:
a field that nobody knows refuses the whole file.
"""

from __future__ import annotations

import tomllib
from datetime import date
from typing import Annotated, Final, Literal

import msgspec

Category = Literal[
    "suicide",
    "self_harm",
    "overdose",
    "relapse_craving",
    "violence_abuse",
    "medical",
    "drug_dealing",
    "body_brokering",
    "harassment",
    "doxxing",
]
Severity = Literal["low", "medium", "high", "imminent"]
Signal = Literal["plan", "means", "time", "goodbye", "took"]
Place = Literal["nearest", "before", "after", "inside", "clause", "sentence", "near"]

EXAMPLES_MIN: Final = 2
TEXT_MAX_CHARS: Final = 400_000
TERMS_MAX: Final = 600

_Name = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9]+(?:[-._][a-z0-9]+)*$", max_length=60)]
_Slot = Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z0-9_]*$", max_length=40)]
_Line = Annotated[str, msgspec.Meta(min_length=1, max_length=2_000)]
_Some = Annotated[tuple[_Line, ...], msgspec.Meta(min_length=1)]
_Examples = Annotated[tuple[_Line, ...], msgspec.Meta(min_length=EXAMPLES_MIN)]


class LexiconProblem(ValueError):
    """The list can't be used. Says where, and what is wrong there."""


class Term(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One thing that people say, in all the ways its patterns allow.

    Without a severity it is only a sign that raises others. `except` patterns take back what
    they touch; `unless` names the rules that must not lower it. `young_days`: counts only, and
    one step more, while the account is younger than that (predatory categories).
    """

    id: _Name
    category: Category
    severity: Severity | None = None
    signals: tuple[Signal, ...] = ()
    patterns: _Some
    exceptions: tuple[_Line, ...] = msgspec.field(default=(), name="except")
    unless: tuple[_Name, ...] = ()
    young_days: Annotated[int, msgspec.Meta(ge=0, le=365)] = 0
    hits: _Examples
    misses: _Examples
    author: _Line
    date: date


class Rule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What may stand beside a term and lower it (or, below zero, raise it).

    `place` says where: the `nearest` of its words and those of `except` before it decides;
    `before` it in the same clause, `after` it in the same clause, `inside`,
    anywhere in its `clause` or `sentence`, or `near` whatever stands between; `reach` is how many
    words away. `except` patterns in the same place take the rule back. `stops`: what is `before`
    these does not count. `only`: these categories.
    """

    name: _Name
    place: Place
    reach: Annotated[int, msgspec.Meta(ge=1, le=40)] = 12
    lowers: Annotated[int, msgspec.Meta(ge=-5, le=9)]
    patterns: _Some
    stops: tuple[_Line, ...] = ()
    exceptions: tuple[_Line, ...] = msgspec.field(default=(), name="except")
    only: tuple[Category, ...] = ()


class Words(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words with a part of their own: see the head of the packaged list."""

    everyday: str = ""
    common: str = ""
    breaks: str = ""
    turns: str = ""
    first_person: str = ""
    joined: tuple[str, ...] = ()
    misspelt: str = ""
    doubled: str = ""


class File(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A whole list."""

    version: _Line
    words: Words
    aliases: dict[str, str] = {}
    slots: dict[_Slot, _Some] = {}
    rule: tuple[Rule, ...] = ()
    term: Annotated[tuple[Term, ...], msgspec.Meta(max_length=TERMS_MAX)] = ()


def parse(text: str) -> File:
    """Read a whole list, strictly. Raises `LexiconProblem`."""
    if len(text) > TEXT_MAX_CHARS:
        raise LexiconProblem(f"The list is longer than {TEXT_MAX_CHARS} characters.")
    try:
        file = msgspec.convert(tomllib.loads(text), File)
    except tomllib.TOMLDecodeError as problem:
        raise LexiconProblem(f"The list is not valid TOML: {problem}") from None
    except msgspec.ValidationError as problem:
        raise LexiconProblem(f"The list does not fit: {problem}") from None
    names = [term.id for term in file.term]
    for name in names:
        if names.count(name) > 1:
            raise LexiconProblem(f"Two terms are called {name}.")
    return file
