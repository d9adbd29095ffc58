"""Suggested names: calm words, each combination a name that everybody can have."""

from __future__ import annotations

import re

import pytest
from zxcvbn.frequency_lists import FREQUENCY_LISTS  # type: ignore[import-untyped]

from rooms.people import handle
from rooms.people.skeleton import skeleton
from rooms.people.suggesting import COMBINATIONS, FIRST_WORDS, SECOND_WORDS, suggestions

WORDS = FIRST_WORDS + SECOND_WORDS

# Prime to the number of combinations, so that all words and numbers come up.
STRIDE = 701


def test_a_number_is_a_name() -> None:
    assert suggestions([0, 1, 90, COMBINATIONS - 1, COMBINATIONS]) == [
        f"{FIRST_WORDS[0]}-{SECOND_WORDS[0]}-10",
        f"{FIRST_WORDS[0]}-{SECOND_WORDS[0]}-11",
        f"{FIRST_WORDS[0]}-{SECOND_WORDS[1]}-10",
        f"{FIRST_WORDS[-1]}-{SECOND_WORDS[-1]}-99",
    ]


def test_no_numbers_no_names() -> None:
    assert suggestions([]) == []


def test_every_number_below_the_bound_is_a_name_of_its_own() -> None:
    assert COMBINATIONS == 2_996_370
    numbers = range(0, COMBINATIONS, 37)
    assert len(suggestions(numbers)) == len(numbers)


def test_each_can_be_had() -> None:
    names = suggestions(range(0, COMBINATIONS, STRIDE))
    assert {word for name in names for word in name.split("-")[:2]} == set(WORDS)
    for name in names:
        assert handle.normal(name) == name
        assert len(name) <= handle.HANDLE_MAX_CHARS
    longest = f"{max(FIRST_WORDS, key=len)}-{max(SECOND_WORDS, key=len)}-10"
    assert handle.normal(longest) == longest


def test_no_two_are_taken_for_each_other() -> None:
    pairs = {skeleton(first + second) for first in FIRST_WORDS for second in SECOND_WORDS}
    assert len(pairs) == len(FIRST_WORDS) * len(SECOND_WORDS)


def test_the_words() -> None:
    assert len(FIRST_WORDS) >= 120
    assert len(SECOND_WORDS) >= 120
    assert len(set(WORDS)) == len(WORDS)
    assert all(re.fullmatch("[a-z]{3,9}", word) for word in WORDS)


@pytest.mark.parametrize("names", ["female_names", "male_names"])
def test_nobody_is_called_that(names: str) -> None:
    assert set(WORDS).isdisjoint(FREQUENCY_LISTS[names])


def test_nothing_that_hurts_or_betrays() -> None:
    """What slipped into drafts, or easily could."""
    unwanted = (
        "amber angel bet blue body bottle boy brown bubbly chance cider clean clover coin cork "
        "crystal dice dizzy dragon dry girl glass grass green hazy heart heroin hemp herb high "
        "horse ice joint king kite lady leaf lonely lost lucky lush mellow merry monk needle old "
        "pill pipe poppy pot powder queen rock sad sick sober smoke smoky snow spice spoon stone "
        "sugar swallow tea temple thrush tipsy trip vine weed weeping whale wine young"
    ).split()
    assert set(WORDS).isdisjoint(unwanted)
