"""Terms are looked for near their anchors alone, each place once, within a budget."""

import pytest

from moderation.detection import words
from moderation.detection.lexicon import Lexicon, load
from moderation.detection.matching import HITS_PER_TERM_MAX, OverBudget, Steps, matches
from tests.moderation.detection.test_terms import HEAD, TERM

SIGN = """
[[term]]
id = "a.sign"
category = "suicide"
signals = ["time"]
patterns = ["tonight"]
hits = ["one", "two"]
misses = ["one", "two"]
author = "someone"
date = 2026-11-22
"""


def places(lexicon: Lexicon, text: str) -> list[tuple[str, bool]]:
    codes = words.encode(text, lexicon.codes)
    return [
        (match.ready.term.id, match.excepted) for match in matches(lexicon, codes, Steps(10_000))
    ]


def test_a_term_is_found_as_often_as_it_stands_there_but_not_endlessly() -> None:
    own = load(HEAD + TERM)
    assert places(own, "i want to die") == [("a.b", False)]
    assert len(places(own, "want to die " * 3)) == 3
    assert len(places(own, "want to die " * 100)) == HITS_PER_TERM_MAX
    assert places(own, "want to live") == []


def test_a_sign_needs_something_to_raise() -> None:
    own = load(HEAD + TERM + SIGN)
    assert places(own, "tonight") == []
    assert places(own, "i want to die tonight") == [("a.b", False), ("a.sign", False)]


def test_an_exception_is_marked_where_it_touches() -> None:
    own = load(
        HEAD + TERM.replace('hits = ["one"', 'except = ["want to die laughing"]\nhits = ["one"')
    )
    assert places(own, "want to die laughing") == [("a.b", True)]
    assert places(own, "i want to die") == [("a.b", False)]


def test_the_budget_is_kept() -> None:
    own = load(HEAD + TERM)
    codes = words.encode("want to die " * 50, own.codes)
    with pytest.raises(OverBudget):
        matches(own, codes, Steps(20))
