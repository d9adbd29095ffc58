"""What a name looks like: its skeleton and its scripts, after UTS 39, Unicode Security Mechanisms.

The tables are Unicode's, cut down by tests/support/unicode_tables.py; what they do not know has
no script. A skeleton is kept to be compared: must never be shown to anyone.
"""

from __future__ import annotations

import tomllib
import unicodedata
from bisect import bisect_right
from functools import cache
from importlib import resources
from typing import Final, NamedTuple

from rooms.folding import fold

SEPARATORS: Final = "_.-"
"""What may stand between the letters of a name; nobody remembers where it stood."""

_IN_UTS_39: Final = {"0": "o", "1": "l", "i": "l", "m": "rn"}  # where capitals count: 0 O, I l
_DIGITS_FOR_LETTERS: Final = {"2": "z", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "9": "g"}
_MADE_OF_TWO: Final = {"d": "cl", "w": "vv"}
FAMILIAR: Final = str.maketrans(_IN_UTS_39 | _DIGITS_FOR_LETTERS | _MADE_OF_TWO)
"""What plain letters and digits are taken for. No two digits alike: anna_41 is not anna_47."""

# Greek letters with a leg, a bar or a tail that the Latin letter beside them has not.
_DISTINCT: Final = frozenset("ηΘθςϛ")

_ANY: Final = -1
# Scripts that are written together, after UTS 39 section 5.1: augmented script sets.
_WRITTEN_TOGETHER: Final = {
    "Japanese": ("Han", "Hiragana", "Katakana"),
    "Korean": ("Han", "Hangul"),
    "Han with Bopomofo": ("Han", "Bopomofo"),
}


def skeleton(handle: str) -> str:
    """What a handle looks like; two handles with equal skeletons are taken for each other.

    UTS 39 section 4, over the folded handle: so capitals and accents do not count, nor do
    separators, and digits count as the letters they stand for. Handles with the same
    `rooms.people.handle.key` have the same skeleton.
    """
    folded = fold(unicodedata.normalize("NFKC", handle))
    return unicodedata.normalize("NFD", folded.translate(_tables().looks))


def look_of(character: str) -> str:
    """What one character is taken for, in small letters; itself if for nothing else.

    Unlike a skeleton, letters and digits of ASCII stay as they are: this is for reading a text
    as people read it, not for comparing.
    """
    tables = _tables()
    return tables.seen.get(character) or "".join(
        tables.seen.get(part, part) for part in fold(character)
    )


def is_in_one_script(handle: str) -> bool:
    """True when one way of writing has all the characters; what belongs to any is let through.

    UTS 39 section 5.2: "Highly Restrictive", but Latin does not mix with any other script.
    """
    common = _ANY
    for character in handle:
        common &= _scripts(character)
    return common != 0


def capitals_mislead(handle: str) -> bool:
    """True when a handle reads as plain letters only because of its capitals: ΝΙΚΟ as Niko.

    In small letters it is νικο, and its skeleton is the one of viko: so it would stand beside
    Niko. Only a few letters of Greek and of rarer scripts have two faces like that.
    """
    parts = unicodedata.normalize("NFD", handle)
    if not _DISTINCT.isdisjoint(parts):
        return False
    capitals = _tables().capitals
    seen = "".join(capitals.get(part) or skeleton(part) for part in parts)
    return seen.isascii() and seen != skeleton(handle)


class _Tables(NamedTuple):
    """The packaged tables as they are asked."""

    looks: dict[int, str]
    capitals: dict[str, str]
    seen: dict[str, str]
    firsts: list[int]
    lasts: list[int]
    scripts: list[int]


@cache
def _tables() -> _Tables:
    """Unicode's tables, read once."""
    text = resources.files(__package__).joinpath("unicode.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(text)
    lines = {name: _lines_of_points(tables[name]) for name in ("lookalikes", "capitals")}
    seen = {
        chr(int(source, 16)): like
        for name in ("lookalikes", "capitals")
        for like, sources in lines[name]
        for source in sources
    }
    looks = {
        int(source, 16): like.translate(FAMILIAR)
        for like, sources in lines["lookalikes"]
        for source in sources
    }
    capitals = {
        chr(int(source, 16)): like.translate(FAMILIAR)
        for like, sources in lines["capitals"]
        for source in sources
    }
    nothing = dict.fromkeys(map(ord, SEPARATORS), "")
    runs = _runs(tables["scripts"])
    return _Tables(
        {**looks, **FAMILIAR, **nothing},
        capitals,
        seen,
        [first for first, _, _ in runs],
        [last for _, last, _ in runs],
        [scripts for _, _, scripts in runs],
    )


def _lines_of_points(table: str) -> list[tuple[str, list[str]]]:
    """What is seen, and the code points of what is taken for it."""
    lines = (line.partition(":") for line in table.splitlines())
    return [
        ("".join(chr(int(point, 16)) for point in like.split()), sources.split())
        for like, _, sources in lines
    ]


def _runs(table: str) -> list[tuple[int, int, int]]:
    """Runs of code points with the scripts they are written in, one bit for each."""
    bits: dict[str, int] = {}
    runs = []
    for line in table.splitlines():
        names, _, spans = line.partition(":")
        scripts = 0
        for name in names.split():
            scripts |= _bits_of(name, bits)
        for span in spans.split():
            first, _, last = span.partition("-")
            runs.append((int(first, 16), int(last or first, 16), scripts))
    return sorted(runs)


def _bits_of(script: str, bits: dict[str, int]) -> int:
    """The bit of a script, and of every way of writing that uses it with others."""
    if script in {"Common", "Inherited"}:
        return _ANY
    ways = [script, *(way for way, used in _WRITTEN_TOGETHER.items() if script in used)]
    together = 0
    for way in ways:
        together |= bits.setdefault(way, 1 << len(bits))
    return together


def _scripts(character: str) -> int:
    """The scripts of a character as bits; none for what our version of Unicode does not know."""
    if character in SEPARATORS:
        return _ANY
    tables = _tables()
    index = bisect_right(tables.firsts, ord(character)) - 1
    if index < 0 or ord(character) > tables.lasts[index]:
        return 0
    return tables.scripts[index]
