"""Words in disguise, read as meant: l3et, c*nsored, s p a c e d, runtogether, streeetched.

Works on what looks odd alone, and changes only what then becomes a telling word of the list; so
an odd nickname or a part number stays what it is. Each repaired word keeps the place of all that
it was made from. Must never try more than a fixed number of readings of one piece.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from typing import Final

import ahocorasick

from moderation.detection.words import Word, split

_SIGN: Final = re.compile(r"[0-9@$!|*#+\u20ac._/~-][a-z]|[a-z][013457@$]+(?![a-z0-9])")
_LEET_OR_CENSORED: Final = re.compile(
    r"[a-z][0-9@$!|*#+\u20ac]+[a-z]|(?<![^\W_])[0-9@$*][a-z]{2}"
    r"|[a-z]{2}[013457@$]+(?![a-z0-9])"
)
_PARTS: Final = re.compile(r"[a-z][._*/|~-][a-z]")
_SINGLES: Final = re.compile(r" [a-z0-9@$!*] [a-z0-9@$!*](?= |$)")
_APOSTROPHES_LOST: Final = (" m ", " t ", " ve ", " re ", " ll ", " d ")
_TRIPLES: Final = tuple(letter * 3 for letter in "abcdefghijklmnopqrstuvwxyz")
_SPACED: Final = re.compile(r"(?<!\S)[a-z0-9@$!*](?:[^\S\n]{1,3}[a-z0-9@$!*]){2,60}(?=\s|[.,!?]|$)")
_CHUNK: Final = re.compile(r"\S+")
_EDGES: Final = ".,!?;:\"'()[]{}<>~_-/*#…"
_LEET: Final = {
    "0": "o",
    "1": "il",
    "!": "il",
    "|": "il",
    "3": "e",
    "€": "e",
    "4": "a",
    "@": "a",
    "5": "s",
    "$": "s",
    "7": "t",
    "+": "t",
    "8": "b",
    "9": "g",
    "6": "g",
}
_PARTED: Final = re.compile(r"[._*/|~'\"#+-]+")
_STRETCHED: Final = re.compile(r"(.)\1\1+")
_LENGTH_MAX: Final = 40
"""Longer pieces are no words in disguise; addresses and noise are left alone."""
_READINGS_MAX: Final = 32
_READ_MIN: Final = 3
_JOINED_MIN: Final = 5
_JOINED_MAX: Final = 120

_SPLIT_APOSTROPHES: Final = {
    "m": frozenset(("i",)),
    "t": frozenset(
        "don can won didn doesn isn wasn couldn wouldn shouldn haven hasn ain aren weren".split()
    ),
    "ve": frozenset(("i", "we", "you", "they", "should", "could", "would")),
    "re": frozenset(("we", "you", "they")),
    "ll": frozenset(("i", "we", "you", "they", "he", "she", "it")),
    "d": frozenset(("i", "we", "you", "they", "he", "she")),
}


class Repairer:
    """Reads disguised words of one list."""

    def __init__(self, known: set[str], telling: frozenset[str], joined: tuple[str, ...]) -> None:
        self._known = frozenset(known)
        self._telling = frozenset(word for word in telling if len(word) > 2)
        self._censored: dict[tuple[int, str], tuple[str, ...]] = {}
        for word in sorted(self._telling):
            key = (len(word), word[0])
            self._censored[key] = (*self._censored.get(key, ()), word)
        self._longest = max(map(len, self._known), default=1)
        self._joined = ahocorasick.Automaton()
        for phrase in joined:
            self._joined.add_word(phrase.replace(" ", ""), phrase)
        if not joined:
            self._joined.add_word("\0", "")
        self._joined.make_automaton()

    def is_odd(self, folded: str) -> bool:
        """Whether anything here may be a disguise; quick, and most texts are not."""
        if _SIGN.search(folded) and (_LEET_OR_CENSORED.search(folded) or _PARTS.search(folded)):
            return True
        if next(self._joined.iter(folded), None) is not None:
            return True
        closed = f"{folded} "
        if any(lost in closed for lost in _APOSTROPHES_LOST):
            return True
        return _has_triple(folded) or _SINGLES.search(folded) is not None

    def words(self, folded: str) -> list[Word]:
        """The words and marks of an odd text, those in disguise as they are meant."""
        found: list[Word] = []
        at = 0
        for run in _SPACED.finditer(folded):
            read = self._read_spaced(run.group())
            if read is None:
                continue
            found.extend(self._pieces(folded, at, run.start()))
            found.extend(Word(word, run.start(), run.end()) for word in read)
            at = run.end()
        found.extend(self._pieces(folded, at, len(folded)))
        return list(_with_apostrophes(found))

    def _pieces(self, folded: str, start: int, end: int) -> Iterator[Word]:
        """The words between two places; what lies between disguises is split in one go."""
        plain = start
        for chunk in _CHUNK.finditer(folded, start, end):
            piece = chunk.group()
            if len(piece) > _LENGTH_MAX or not self._is_suspect(piece):
                continue
            read = self._read(piece)
            if read is None:
                continue
            yield from _moved(split(folded[plain : chunk.start()]), plain)
            yield from (Word(word, chunk.start(), chunk.end()) for word in read)
            plain = chunk.end()
            if piece[-1] in ".!?;,":
                plain -= 1
        yield from _moved(split(folded[plain:end]), plain)

    def _is_suspect(self, piece: str) -> bool:
        if piece.isalpha() and len(piece) < _JOINED_MIN:
            return _has_triple(piece)
        return (
            _SIGN.search(piece) is not None
            or _has_triple(piece)
            or next(self._joined.iter(piece), None) is not None
        )

    def _read(self, piece: str) -> list[str] | None:
        """The words a piece means, or nothing if it is no disguise that we see through."""
        for core in (piece.strip(_EDGES), piece.strip(_EDGES.replace("*", ""))):
            if core.replace("'", "") in self._known or not core:
                return None
            for reading in self._readings(core):
                if len(reading) >= _READ_MIN and reading in self._known:
                    return [reading]
        whole = _PARTED.sub("", piece)
        return self._segmented(whole) or self._segmented(_STRETCHED.sub(r"\1", whole))

    def _readings(self, core: str) -> Iterator[str]:
        """What a piece could say, the likeliest first."""
        if "*" in core or "#" in core:
            yield from self._uncensored(core)
        bare = _PARTED.sub("", core)
        if bare != core:
            yield bare
        for unleeted in _unleeted(bare):
            yield unleeted
            if _STRETCHED.search(unleeted):
                yield from _squeezed(unleeted)

    def _uncensored(self, core: str) -> Iterator[str]:
        if not core[0].isalpha() or sum(map(str.isalpha, core)) < 2:
            return
        mask = re.compile("".join("." if c in "*#" else re.escape(c) for c in core))
        for word in self._censored.get((len(core), core[0]), ()):
            if mask.fullmatch(word):
                yield word

    def _read_spaced(self, run: str) -> list[str] | None:
        """Letters with a space between each: one word, or several with wider spaces between."""
        words = ["".join(part.split()) for part in re.split(r"\s{2,}", run)]
        if all(word in self._known for word in words) and set(words) & self._telling:
            return words
        joined = "".join(words)
        for reading in _unleeted(joined):
            if reading in self._telling:
                return [reading]
            if (found := self._segmented(reading, anywhere=True)) is not None:
                return found
        return None

    def _segmented(self, joined: str, *, anywhere: bool = False) -> list[str] | None:
        """Words that were written without spaces, if a phrase that often is stands in it."""
        if len(joined) > _JOINED_MAX:
            return None
        core = next(self._joined.iter(joined), None)
        if core is None:
            return self._cut(joined) if anywhere and len(joined) >= 6 else None
        end, phrase = core
        start = end + 1 - len(phrase.replace(" ", ""))
        before, after = joined[:start], joined[end + 1 :]
        return [*(self._cut(before) or []), *phrase.split(), *(self._cut(after) or [])]

    def _cut(self, joined: str) -> list[str] | None:
        """Known words that make up the whole of it, as few as possible."""
        best: list[list[str] | None] = [[]] + [None] * len(joined)
        for end in range(1, len(joined) + 1):
            for start in range(max(0, end - self._longest), end):
                before = best[start]
                if before is None or joined[start:end] not in self._known:
                    continue
                now = best[end]
                if now is None or len(before) + 1 < len(now):
                    best[end] = [*before, joined[start:end]]
        found = best[-1]
        return found or None


def _moved(words: list[Word], by: int) -> Iterator[Word]:
    for word in words:
        yield Word(word.text, word.start + by, word.end + by)


def _has_triple(text: str) -> bool:
    for triple in _TRIPLES:  # noqa: SIM110 (a generator costs more than all the rest)
        if triple in text:
            return True
    return False


def mistyped(word: str) -> Iterator[str]:
    """The word with one letter, but the first, missing, doubled or changed with the next."""
    for at in range(1, len(word)):
        yield word[:at] + word[at + 1 :]
        yield word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :]
    yield from doubled(word)


def doubled(word: str) -> Iterator[str]:
    """The word with one letter written twice."""
    for at in range(len(word)):
        yield word[: at + 1] + word[at:]


def _unleeted(word: str) -> Iterator[str]:
    """The letters that digits and signs stand for; a few readings where a sign is two letters."""
    if word.isalpha():
        yield word
        return
    readings = product(*(_LEET.get(character, character) for character in word))
    for _, reading in zip(range(_READINGS_MAX), readings, strict=False):
        yield "".join(reading)


def _squeezed(word: str) -> Iterator[str]:
    """Every stretched letter once or twice."""
    parts = re.split(r"((.)\2\2+)", word)
    choices: list[tuple[str, ...]] = []
    for index in range(0, len(parts), 3):
        choices.append((parts[index],))
        if index + 2 < len(parts):
            choices.append((parts[index + 2], parts[index + 2] * 2))
    for _, reading in zip(range(_READINGS_MAX), product(*choices), strict=False):
        yield "".join(reading)


def _with_apostrophes(words: list[Word]) -> Iterator[Word]:
    """`i m` and `don t` as one word each, as they were before the apostrophe was lost."""
    held: Word | None = None
    for word in words:
        heads = _SPLIT_APOSTROPHES.get(word.text)
        if held is not None and heads is not None and held.text in heads:
            yield Word(held.text + word.text, held.start, word.end)
            held = None
            continue
        if held is not None:
            yield held
        held = word
    if held is not None:
        yield held
