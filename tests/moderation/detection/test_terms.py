"""The schema of the list: strict, and it says where the mistake is."""

import pytest

from moderation.detection.lexicon import default, default_text
from moderation.detection.terms import EXAMPLES_MIN, LexiconProblem, parse

HEAD = 'version = "1"\n[words]\neveryday = "i to"\n'
TERM = """
[[term]]
id = "a.b"
category = "suicide"
severity = "high"
patterns = ["want to die"]
hits = ["one", "two"]
misses = ["one", "two"]
author = "someone"
date = 2026-11-22
"""


def test_a_small_list_is_read() -> None:
    (term,) = parse(HEAD + TERM).term
    assert (term.id, term.category, term.severity, term.patterns) == (
        "a.b",
        "suicide",
        "high",
        ("want to die",),
    )


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('category = "suicide"', 'category = "mood"', "mood"),
        ('severity = "high"', 'severity = "extreme"', "extreme"),
        ('hits = ["one", "two"]', 'hits = ["one"]', "hits"),
        ('misses = ["one", "two"]', "misses = []", "misses"),
        ('author = "someone"', "", "author"),
        ("date = 2026-11-22", 'date = "yesterday"', "date"),
        ('id = "a.b"', 'id = "A B"', "id"),
        ('patterns = ["want to die"]', "patterns = []", "patterns"),
        ('id = "a.b"', 'id = "a.b"\nmood = 1', "mood"),
        ("[[term]]", "[[term]", "TOML"),
    ],
)
def test_a_mistake_is_named(old: str, new: str, words: str) -> None:
    with pytest.raises(LexiconProblem, match=words):
        parse(HEAD + TERM.replace(old, new))


def test_two_terms_of_one_name_are_refused() -> None:
    with pytest.raises(LexiconProblem, match=r"a\.b"):
        parse(HEAD + TERM + TERM)


def test_a_list_beyond_all_bounds_is_refused() -> None:
    with pytest.raises(LexiconProblem, match="longer"):
        parse("#" * 500_000)


def test_every_packaged_term_brings_its_examples() -> None:
    for term in parse(default_text()).term:
        assert len(term.hits) >= EXAMPLES_MIN, term.id
        assert len(term.misses) >= EXAMPLES_MIN, term.id


def test_the_packaged_list_has_every_category() -> None:
    assert {ready.term.category for ready in default().terms} == {
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
    }
