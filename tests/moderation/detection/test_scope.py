"""What stands beside a hit lowers it, in its own clause; and `explain` still shows it."""

import pytest

from moderation.detection.detector import explain, screen
from moderation.detection.lexicon import default


def why(text: str) -> set[str]:
    return {reason for hit in explain(default(), text, account_age_days=400) for reason in hit.why}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("I am not going to kill myself", "-negation"),
        ("years ago I wanted to kill myself, before I got sober", "-past"),
        ("people kill themselves and some want to die", "-other_person"),
        ('she read "I want to die" from the page', "-quoted"),
        ("the film is called I want to die", "-title"),
        ("the workshop explains why people want to die", "-teaching"),
        ("haha this homework makes me want to kill myself", "-hyperbole"),
        ("have you ever felt suicidal", "-advice"),
    ],
)
def test_a_rule_lowers_and_is_named(text: str, rule: str) -> None:
    assert rule in why(text)
    found = screen(default(), text, account_age_days=400)
    assert found is None or found.severity == "low"


@pytest.mark.parametrize(
    "text",
    [
        "I'm not hungry but I want to kill myself",
        "I don't drink anymore and honestly I want to die",
        "I was fine years ago. I want to die.",
        "She is well. I want to die.",
        'they said "cheer up" and I want to die',
        "the workshop was fine. I want to die.",
    ],
)
def test_a_second_clause_is_judged_on_its_own(text: str) -> None:
    found = screen(default(), text, account_age_days=400)
    assert found is not None
    assert found.severity in {"high", "imminent"}


@pytest.mark.parametrize(
    "text",
    [
        "not a day goes by that I don't want to die",
        "I can't stop wanting to die",
        "I don't want to live",
    ],
)
def test_the_opposite_of_a_negation_is_heard(text: str) -> None:
    assert screen(default(), text, account_age_days=400) is not None
