"""Words and codes: what is not in the list is only "another word"; places point into the text."""

from hypothesis import given
from hypothesis import strategies as st

from moderation.detection import views, words
from moderation.detection.lexicon import default
from moderation.detection.words import COMMA, END, NUMBER, OTHER, QUOTE

CODES = {**words.new_codes(), "want": "A", "to": "B", "wanna": "AB"}


def test_known_words_have_codes_and_others_are_forgotten() -> None:
    assert words.encode('i want to go, 7 times. "ok"', CODES) == (
        f"{END}{OTHER}AB{OTHER}{COMMA}{NUMBER}{OTHER}{END}{QUOTE}{OTHER}{QUOTE}{END}"
    )


def test_apostrophes_are_no_part_of_a_word() -> None:
    assert [word.text for word in words.split("don't 'quote' rock 'n' roll")] == [
        "dont",
        "quote",
        "rock",
        "n",
        "roll",
    ]


def test_a_word_that_means_two_belongs_to_one_place() -> None:
    found = words.split("i wanna")
    assert words.encode_words(found, CODES) == f"{END}{OTHER}AB{END}"
    assert words.owners(found, CODES) == [0, 0, 1, 1, 1]


@given(st.text(max_size=120))
def test_both_ways_of_reading_agree(text: str) -> None:
    folded, codes = views.folded(text), default().codes
    found = words.split(folded)
    assert words.encode_words(found, codes) == words.encode(folded, codes)
    assert len(words.owners(found, codes)) == len(words.encode(folded, codes))
    for word in found:
        assert folded[word.start : word.end].replace("'", "") == word.text
