"""Search, handles and detection agree on what counts as the same words."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rooms.folding import fold, fold_with_offsets, is_invisible


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Hello There", "hello there"),
        ("STRASSE straße", "strasse strasse"),
        ("ＡＤＭＩＮ", "admin"),
        ("café", "cafe"),
        ("cafe\u0301", "cafe"),
        ("s\u0336i\u0336c\u0336k\u0336", "sick"),
        ("a\u200bb\u2060c\u00ad", "abc"),
        ("\u202eevil", "evil"),
        ("İstanbul", "istanbul"),
        ("ﬁne", "fine"),
        ("ΣΑΣ σας", "σασ σασ"),
        ("Việt", "viet"),
        ("ガラス", unicodedata.normalize("NFKD", "ガラス")),
        ("हिन्दी", "हिन्दी"),
        ("ที่นี่", "ที่นี่"),
        ("가", unicodedata.normalize("NFKD", "가")),
        ("שָׁלוֹם", "שלום"),
    ],
)
def test_what_looks_or_sounds_alike_folds_alike(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_what_differs_stays_different() -> None:
    assert fold("カ") != fold("ガ")
    assert fold("มา") != fold("มี")
    assert fold("क") != fold("कि")


@given(st.text(max_size=60))
@settings(max_examples=200)
def test_both_ways_of_folding_agree_and_every_offset_points_home(text: str) -> None:
    folded, offsets = fold_with_offsets(text)
    assert folded == fold(text)
    assert len(offsets) == len(folded)
    assert offsets == sorted(offsets)
    for character, offset in zip(folded, offsets, strict=True):
        assert character in fold(text[offset])


@given(st.text(max_size=60))
@settings(max_examples=200)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=30), st.text(max_size=30))
@settings(max_examples=200)
def test_a_part_folds_to_a_part(first: str, second: str) -> None:
    assert fold(first + second) == fold(first) + fold(second)


def test_a_hit_in_the_folded_text_is_found_in_the_original() -> None:
    text = "Ich bin sehr MÜ\u200bDE heute"
    folded, offsets = fold_with_offsets(text)
    start = folded.index("mude")
    assert text[offsets[start] : offsets[start + 3] + 1] == "MÜ\u200bDE"


def test_invisible_characters_are_known() -> None:
    for character in "\u200b\u200d\u202e\u2066\ufe0f\u3164\u00ad":
        assert is_invisible(character)
    for character in "a 你\u0301":
        assert not is_invisible(character)
