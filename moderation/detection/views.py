"""A text as people read it: small letters without accents, disguises or pictures, with offsets.

One view feeds all others: `folded`. Each character is rewritten by itself, so every character of
the view knows which one it came from. Must never be shown to anyone: a human sees the original.
"""

from __future__ import annotations

from typing import Final

from rooms.folding import fold
from rooms.people.skeleton import look_of

_REMEMBERED_MAX: Final = 20_000
"""Characters whose rewriting is remembered; nobody can fill the memory with all of Unicode."""

_APOSTROPHES: Final = "'\u2018\u2019\u201b\u2032\u02bc\u02b9\u00b4`\uff07"
_QUOTES: Final = '"\u201c\u201d\u201e\u201f\u00ab\u00bb\u300c\u300d\u2033'

_MARKS: Final = {ord(mark): "'" for mark in _APOSTROPHES} | {ord(mark): '"' for mark in _QUOTES}

# Letters in squares and circles that Unicode does not take for letters: their first code points.
_BOXED_LETTERS: Final = (0x1F150, 0x1F170, 0x1F1E6)
_ALPHABET: Final = "abcdefghijklmnopqrstuvwxyz"

_PICTURES: Final = {
    "\U0001f48a": "pills",
    "\U0001f52b": "gun",
    "\U0001f52a": "knife",
    "\U0001f5e1": "knife",
    "\U0001fa92": "razor",
    "\U0001fa78": "blood",
    "\U0001fa79": "bandage",
    "\U0001faa2": "rope",
    "\U0001f489": "needle",
    "\u26b0": "coffin",
    "\U0001faa6": "grave",
    "\U0001f480": "emojiskull",
    "\u2620": "emojiskull",
    "\U0001f602": "emojilaugh",
    "\U0001f923": "emojilaugh",
    "\U0001f639": "emojilaugh",
    "\U0001f606": "emojilaugh",
    "\U0001f605": "emojilaugh",
    "\U0001f50c": "emojiplug",
    "\u2744": "emojisnow",
    "\u26c4": "emojisnow",
    "\U0001f341": "emojileaf",
    "\U0001f33f": "emojileaf",
    "\U0001f343": "emojileaf",
    "\U0001f96c": "emojileaf",
    "\U0001f344": "emojimushroom",
    "\U0001f36c": "emojicandy",
    "\U0001f4b5": "emojimoney",
    "\U0001f4b0": "emojimoney",
    "\U0001f4b2": "emojimoney",
    "\U0001f4b8": "emojimoney",
    "\U0001f37a": "beer",
    "\U0001f37b": "beer",
    "\U0001f377": "wine",
    "\U0001f943": "whiskey",
    "\U0001f37e": "wine",
}
"""What a picture says in words that terms may use; the `emoji…` names mean only the picture."""


def folded(text: str) -> str:
    """The reading view of a text. Folding what is folded changes nothing."""
    if text.isascii():
        return text.lower().replace("`", "'")
    return text.translate(_table)


def folded_offsets(text: str) -> list[int]:
    """For each character of `folded(text)`, the index in the text that it came from."""
    if text.isascii():
        return list(range(len(text)))
    offsets: list[int] = []
    for index, character in enumerate(text):
        offsets.extend([index] * len(_table[ord(character)]))
    return offsets


class _Table(dict[int, str]):
    """From a code point to how it is read."""

    def __missing__(self, point: int) -> str:
        read = _read(chr(point))
        if len(self) < _REMEMBERED_MAX:
            self[point] = read
        return read


def _read(character: str) -> str:
    if (mark := _MARKS.get(ord(character))) is not None:
        return mark
    if character in _PICTURES:
        return f" {_PICTURES[character]} "
    for first in _BOXED_LETTERS:
        if first <= ord(character) < first + len(_ALPHABET):
            return _ALPHABET[ord(character) - first]
    if character.isascii():
        return character.lower()
    # What only looks like a quotation mark must not come out as another one the next time.
    return fold(look_of(character)).translate(_MARKS)


_table = _Table()
