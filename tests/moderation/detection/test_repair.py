"""Disguised words are read as meant; what is merely odd stays what it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderation.detection import views
from moderation.detection.lexicon import default
from moderation.detection.repair import Repairer, doubled, mistyped

REPAIRER = Repairer(
    {"i", "to", "want", "kill", "myself", "die", "cut", "suicide", "you", "now"},
    frozenset({"kill", "myself", "die", "cut", "suicide"}),
    ("kill myself", "want to die"),
)


def read(text: str) -> list[str]:
    return [word.text for word in REPAIRER.words(views.folded(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("k1ll mys3lf", ["kill", "myself"]),
        ("su!c!de", ["suicide"]),
        ("k*ll", ["kill"]),
        ("s*icide.", ["suicide", "."]),
        ("dieeeee", ["die"]),
        ("killlll myselfff", ["kill", "myself"]),
        ("k i l l  m y s e l f", ["kill", "myself"]),
        ("k.i.l.l", ["kill"]),
        ("s-u-i-c-i-d-e", ["suicide"]),
        ("iwanttodie", ["i", "want", "to", "die"]),
        ("#killmyself", ["kill", "myself"]),
        ("i m here", ["im", "here"]),
        ("don t", ["dont"]),
        ("d1e", ["die"]),
    ],
)
def test_a_disguise_is_seen_through(text: str, expected: list[str]) -> None:
    assert REPAIRER.is_odd(views.folded(text))
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("anna_41", ["anna", "41"]),
        ("b4 gr8", ["b4", "gr8"]),
        ("see www.example.org/k", ["see", "www", ".", "example", ".", "org", "k"]),
        ("hmmm yesss", ["hmmm", "yesss"]),
        ("a b c", ["a", "b", "c"]),
        ("m5 screws", ["m5", "screws"]),
    ],
)
def test_what_is_merely_odd_stays(text: str, expected: list[str]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize("text", ["see you on friday", "it was a good meeting, thank you!", ""])
def test_most_texts_are_not_odd(text: str) -> None:
    assert not REPAIRER.is_odd(text)


def test_a_list_without_joined_phrases_can_still_repair() -> None:
    bare = Repairer({"kill"}, frozenset({"kill"}), ())
    assert [word.text for word in bare.words("k1ll")] == ["kill"]


def test_slips_of_the_finger_keep_the_first_letter() -> None:
    assert {"sucide", "suicdie", "suuicide", "suiciide"} <= set(mistyped("suicide"))
    assert "uicide" not in set(mistyped("suicide"))
    assert set(doubled("die")) == {"ddie", "diie", "diee"}


@given(st.text(alphabet="kil mysef1!*@$.-_ \n'\"ad", max_size=120))
def test_places_stay_in_order_and_inside(text: str) -> None:
    folded = views.folded(text)
    at = 0
    for word in default().repairer.words(folded):
        assert at <= word.start <= word.end <= len(folded)
        at = word.start
