"""The functional cases: most are heard, few are mistaken, and none that was right goes wrong.

What the list is known to get wrong stands in cases/known.toml by its own words: honest, and a
test fails when one of them has become right, so that the file shrinks.
"""

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from moderation import wordlist
from moderation.detection.detector import screen
from moderation.detection.lexicon import default

FOLDER: Final = Path(__file__).parent / "cases"
QUIET: Final = Path(wordlist.__file__).parent / "ordinary.toml"
"""Shipped, for the dry run of whoever changes the list."""
CASES_MIN: Final = 600
HEARD_MIN: Final = 0.85
MISTAKEN_MAX: Final = 0.05
ACCOUNT_AGE_DAYS: Final = 200


class Case(NamedTuple):
    kind: str
    text: str
    should_hear: bool
    category: str | None


@cache
def cases() -> tuple[Case, ...]:
    return tuple(read(FOLDER / "hear.toml", should_hear=True)) + tuple(
        read(QUIET, should_hear=False)
    )


def read(path: Path, *, should_hear: bool) -> Iterator[Case]:
    file = tomllib.loads(path.read_text(encoding="utf-8"))
    for kind in file["kind"]:
        for text in kind["cases"]:
            yield Case(kind["name"], text, should_hear, kind.get("category"))


@cache
def known_wrong() -> frozenset[str]:
    file = tomllib.loads((FOLDER / "known.toml").read_text(encoding="utf-8"))
    return frozenset((*file["missed"], *file["mistaken"]))


def heard(case: Case) -> bool:
    return screen(default(), case.text, account_age_days=ACCOUNT_AGE_DAYS) is not None


def test_there_are_enough_and_none_twice() -> None:
    texts = [case.text for case in cases()]
    assert len(texts) >= CASES_MIN
    assert len(texts) == len(set(texts))


def test_enough_is_heard() -> None:
    wanted = [case for case in cases() if case.should_hear]
    assert sum(map(heard, wanted)) / len(wanted) >= HEARD_MIN


def test_little_is_mistaken() -> None:
    quiet = [case for case in cases() if not case.should_hear]
    assert sum(map(heard, quiet)) / len(quiet) <= MISTAKEN_MAX


@pytest.mark.parametrize("kind", sorted({(case.should_hear, case.kind) for case in cases()}))
def test_of_each_kind_most_are_right(kind: tuple[bool, str]) -> None:
    mine = [case for case in cases() if (case.should_hear, case.kind) == kind]
    right = sum(heard(case) is case.should_hear for case in mine)
    assert right / len(mine) >= 0.75


def test_no_case_that_was_right_goes_wrong() -> None:
    wrong = {case.text for case in cases() if heard(case) is not case.should_hear}
    assert sorted(wrong - known_wrong()) == []


def test_no_excuse_outlives_its_cause() -> None:
    wrong = {case.text for case in cases() if heard(case) is not case.should_hear}
    assert sorted(known_wrong() - wrong) == []
