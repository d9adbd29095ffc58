"""A list made ready: mistakes are named, and what is made never changes."""

import pytest

from moderation.detection.detector import screen
from moderation.detection.lexicon import default, default_text, load
from moderation.detection.terms import LexiconProblem
from tests.moderation.detection.test_terms import HEAD, TERM


def test_a_list_of_ones_own_hears_what_it_names() -> None:
    own = load(HEAD + TERM)
    found = screen(own, "I want to die", account_age_days=1)
    assert found is not None
    assert (found.category, found.severity, found.version) == ("suicide", "high", "1")
    assert found.hits[0].span == (2, 13)
    assert screen(own, "I want to diet", account_age_days=1) is None


def test_the_packaged_list_is_made_once() -> None:
    assert default() is default()
    assert default().version == load(default_text()).version


def test_an_alias_is_read_as_what_it_stands_for() -> None:
    own = load(HEAD + '[aliases]\nwanna = "want to"\n' + TERM)
    assert screen(own, "wanna die", account_age_days=1) is not None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (HEAD + TERM.replace("want to die", "i"), "everyday"),
        (HEAD + TERM.replace("want to die", "want {slot}"), "slot"),
        (HEAD + TERM.replace("want to die", "want (to"), "a.b"),
        (HEAD + '[slots]\na = ["{b}"]\nb = ["x"]\n' + TERM, "slot a"),
        (HEAD + '[aliases]\na1 = "b1"\nb1 = "c1"\n' + TERM, "alias"),
    ],
)
def test_a_mistake_is_named(text: str, words: str) -> None:
    with pytest.raises(LexiconProblem, match=words):
        load(text)


def test_a_lexicon_takes_nothing_new() -> None:
    with pytest.raises(AttributeError):
        default().mood = 1  # type: ignore[attr-defined]
