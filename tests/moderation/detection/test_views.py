"""How a text is read: folding twice changes nothing, and every character knows its origin."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderation.detection import views

TEXTS = st.text(max_size=200) | st.text(
    alphabet="aAbB .'\u2019\u0430\u0435\u0456\U0001f48a\u200b\u0301\uff4b\U0001d4f4\u00df\u0131",
    max_size=60,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I Want OUT", "i want out"),
        ("don\u2019t", "don't"),
        ("don`t", "don't"),
        ("\u201chello\u201d", '"hello"'),
        ("k\u0456ll m\u0443\u0455elf", "kill myself"),
        ("\uff4b\uff49\uff4c\uff4c", "kill"),
        ("\U0001d4f4\U0001d4f2\U0001d4f5\U0001d4f5", "kill"),
        ("d\u200bie", "die"),
        ("t\u0308i\u0301red", "tired"),
        ("\U0001f1e9\U0001f1ee\U0001f1ea", "die"),
        ("a\U0001f48ab", "a pills b"),
        ("quiero m\u00e1s a\u00f1os", "quiero mas anos"),
    ],
)
def test_a_text_is_read_as_people_read_it(text: str, expected: str) -> None:
    assert views.folded(text) == expected


@given(TEXTS)
def test_folding_twice_changes_nothing(text: str) -> None:
    once = views.folded(text)
    assert views.folded(once) == once


@given(TEXTS)
def test_every_character_knows_where_it_came_from(text: str) -> None:
    folded, offsets = views.folded(text), views.folded_offsets(text)
    assert len(offsets) == len(folded)
    assert offsets == sorted(offsets)
    assert all(0 <= offset < len(text) for offset in offsets)
    for character, offset in zip(folded, offsets, strict=True):
        assert character in views.folded(text[offset])
