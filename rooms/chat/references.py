"""Names inside words: kept as references to people, shown as the name they go by now.

A reference stands between two control characters that no message may contain, so nothing that is
written can pass for one. Must never keep a name, nor decide whose name may be known.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final, NamedTuple

from rooms.folding import fold
from rooms.people import handle as handles

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

NAMES_MAX: Final = 100
"""So many different names of one message are looked up; what comes after them stays words."""

SOMEONE: Final = "someone"
"""What stands for the name of a person who has left. Nobody can be called that."""

_OPENS: Final = "\x01"
_CLOSES: Final = "\x02"
_REFERENCE: Final = re.compile(f"{_OPENS}([^{_CLOSES}]*){_CLOSES}")
_RUN_MAX_CHARS: Final = 3 * handles.HANDLE_MAX_CHARS
"""A name may be typed in more characters than it is kept in."""


class Known(NamedTuple):
    """Someone who may be named, and the name they go by now."""

    user_id: str
    handle: str


class Referred(NamedTuple):
    """Some words as they are kept and as they are shown, and whom they name, in that order."""

    kept: str
    shown: str
    people: list[str]


def refer(words: str, find: Callable[[str], Known | None]) -> Referred:
    """The words with a reference in place of each `@name` that `find` knows by its key."""
    if "@" not in words:
        return Referred(words, words, [])
    found: dict[str, Known | None] = {}
    people: dict[str, None] = {}
    kept, shown, done = "", "", 0
    for start, ends in _names(words):
        for end in ends:
            key = handles.key(words[start:end])
            if key not in found and len(found) < 2 * NAMES_MAX:
                found[key] = find(key)
            known = found.get(key)
            if known is not None:
                before = words[done:start]
                kept += before.removesuffix("@") + reference(known.user_id)
                shown += before + known.handle
                people[known.user_id] = None
                done = end
                break
    rest = words[done:]
    return Referred(kept + rest, shown + rest, list(people))


def reference(user_id: str) -> str:
    """What stands for someone's name in kept words."""
    return f"{_OPENS}{user_id}{_CLOSES}"


def people_in(kept: str) -> list[str]:
    """Whom some kept words name, each as often as they do."""
    return _REFERENCE.findall(kept) if _OPENS in kept else []


def with_names(kept: str, names: Mapping[str, str]) -> str:
    """Kept words as they are shown: `names` maps a user_id to the name of now."""
    if _OPENS not in kept:
        return kept
    return _REFERENCE.sub(lambda found: "@" + names.get(found[1], SOMEONE), kept)


def folded(kept: str) -> str:
    """What search looks through: the words without the names, a mark where each of them stands."""
    return fold(_REFERENCE.sub(_OPENS, kept))


def masked(kept: str) -> str:
    """Kept words with blanks where a name stands, each character in its place: what is looked
    through for words of danger, which a name is not.
    """
    return _REFERENCE.sub(lambda found: " " * len(found[0]), kept) if _OPENS in kept else kept


def nameless(words: str) -> str:
    """What someone wrote with every `@name` cut down to its sign, whoever it may mean."""
    kept, done = "", 0
    for start, ends in _names(words):
        kept += words[done:start]
        done = max(ends)
    return kept + words[done:]


def asked_for(text: str, find: Callable[[str], Known | None]) -> Referred:
    """What someone looks for, who may mean a name: each `@name` in it, or a name alone."""
    referred = refer(text, find)
    if not referred.people:
        alone = find(handles.key(text.strip()))
        if alone is not None:
            return Referred(reference(alone.user_id), text, [alone.user_id])
    return referred


def _names(words: str) -> Iterator[tuple[int, list[int]]]:
    """Where each `@name` begins, without its sign, and where it may end, most likely first.

    A dot or dash at the end may belong to the name or to the sentence.
    """
    at = words.find("@")
    while at >= 0:
        start = end = at + 1
        while end < len(words) and _belongs_to_a_name(words[end]):
            end += 1
        alone = at == 0 or not _holds_on(words[at - 1])
        if alone and words[end : end + 1] != "@" and end - start <= _RUN_MAX_CHARS:
            shorter = start + len(words[start:end].rstrip(".-"))
            ends = [
                each
                for each in dict.fromkeys((end, shorter))
                if each - start >= handles.HANDLE_MIN_CHARS
            ]
            if ends:
                yield start, ends
        at = words.find("@", end)


def _belongs_to_a_name(character: str) -> bool:
    return character in "_.-" or _is_letter(character)


def _holds_on(character: str) -> bool:
    """What stands before the sign in an address, which names nobody."""
    return character in "@_" or _is_letter(character)


def _is_letter(character: str) -> bool:
    """Letters and digits, with the marks without which many scripts can't be written."""
    return character.isalnum() or unicodedata.category(character).startswith("M")
