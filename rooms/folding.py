"""One way to compare words: case, accents, width and invisible characters do not count.

Search, handles and detection fold alike, so that what one finds the others find. Each character
folds by itself, whatever stands beside it: so every folded character knows where it came from.
Must never depend on a language, nor change what is stored or shown.
"""

from __future__ import annotations

import unicodedata

_REMEMBERED_MAX = 20_000
"""Characters whose folding is remembered; nobody can fill the memory with all of Unicode."""

_BLANK = frozenset("\u115f\u1160\u3164\uffa0\u2800\u034f\u17b4\u17b5")
"""Seen by nobody, yet not in a category that says so."""

# Canonical combining classes of accents and points. Vowel signs, viramas and voicing marks of
# other scripts have other classes and stay: without them other words would appear.
_OVERLAY = 1
_POINTS = range(10, 37)
_ACCENTS_FROM = 200


def fold(text: str) -> str:
    """The form in which texts are compared."""
    if text.isascii():
        return text.lower()
    return text.translate(_table)


def fold_with_offsets(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters the index it came from."""
    folded: list[str] = []
    offsets: list[int] = []
    for index, character in enumerate(text):
        piece = _table[ord(character)]
        folded.append(piece)
        offsets.extend([index] * len(piece))
    return "".join(folded), offsets


def is_invisible(character: str) -> bool:
    """True for what leaves no trace on a screen: zero-width, bidi, fillers, variation selectors."""
    return (
        unicodedata.category(character) == "Cf"
        or character in _BLANK
        or "\ufe00" <= character <= "\ufe0f"
        or "\U000e0100" <= character <= "\U000e01ef"
        or "\u180b" <= character <= "\u180f"
    )


class _Table(dict[int, str]):
    """From a code point to what remains of it."""

    def __missing__(self, point: int) -> str:
        folded = _fold_one(chr(point))
        if len(self) < _REMEMBERED_MAX:
            self[point] = folded
        return folded


def _fold_one(character: str) -> str:
    """Decompose, fold the case, decompose what that composed; drop what does not count."""
    plain = unicodedata.normalize("NFKD", character).casefold()
    return "".join(part for part in unicodedata.normalize("NFKD", plain) if not _drops(part))


def _drops(part: str) -> bool:
    if unicodedata.category(part) == "Me" or is_invisible(part):
        return True
    combining = unicodedata.combining(part)
    return combining == _OVERLAY or combining in _POINTS or combining >= _ACCENTS_FROM


_table = _Table()
