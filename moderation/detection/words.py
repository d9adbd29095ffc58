"""A folded text as words and marks, each with its place; and as a string of one code per word.

Terms are matched on the codes: a word of the list has a code of its own, every other word is
`OTHER`, a number `NUMBER`. So a pattern never meets half a word, and what is not in the list is
forgotten at once. Must never keep a word it has read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

END: Final = "."
COMMA: Final = ","
QUOTE: Final = '"'
OTHER: Final = "w"
NUMBER: Final = "0"

FIRST_CODE: Final = 0x4E00
"""Codes of words begin here: single characters that no expression takes for a sign."""

_MARK_OF: Final = {
    **dict.fromkeys(".!?;\n", END),
    **dict.fromkeys(",()[]:\u2013\u2014", COMMA),
    '"': QUOTE,
}
_SIGNS: Final = re.escape("".join(_MARK_OF))
_NUMBERS: Final = 2_100
"""Numbers up to the present years are known as numbers; greater ones are words like others."""

_FAST: Final = re.compile(rf"[^\W_]+|[{_SIGNS}]")
_PLACED: Final = re.compile(rf"[^\W_]+(?:'+[^\W_]+)*|[{_SIGNS}]")


class Word(NamedTuple):
    """A word or a mark, and where it stands in the folded text."""

    text: str
    start: int
    end: int


Codes = dict[str, str]
"""From a word or mark to its code, or codes where the list writes it as several words."""


def new_codes() -> Codes:
    """The codes that are the same in every list: of marks and numbers."""
    return {**_MARK_OF, **{str(number): NUMBER for number in range(_NUMBERS)}}


def encode(folded: str, codes: Codes) -> str:
    """The codes of a folded text, with an end before the first word and after the last."""
    get = codes.get
    found = _FAST.findall(folded.replace("'", ""))
    return END + "".join([get(word, OTHER) for word in found]) + END


def split(folded: str) -> list[Word]:
    """The same words and marks with their places; apostrophes are no part of a word's text."""
    return [
        Word(match.group().replace("'", ""), match.start(), match.end())
        for match in _PLACED.finditer(folded)
    ]


def encode_words(words: Iterable[Word], codes: Codes) -> str:
    """The codes of words that were split, or repaired, before."""
    return END + "".join([codes.get(word.text, OTHER) for word in words]) + END


def owners(words: Iterable[Word], codes: Codes) -> list[int]:
    """For each code, the index of the word it stands for; the ends belong to their neighbours."""
    found: list[int] = [0]
    last = 0
    for index, word in enumerate(words):
        found.extend([index] * len(codes.get(word.text, OTHER)))
        last = index
    found.append(last)
    return found
