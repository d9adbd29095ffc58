"""Which names people can go by. Must never let a name pass for staff, nor hide a character."""

from __future__ import annotations

import re
import unicodedata

from rooms.folding import fold, is_invisible
from rooms.refusal import Refusal

HANDLE_MIN_CHARS = 2
HANDLE_MAX_CHARS = 24
_RAW_MAX_CHARS = 200
_MARKS_MAX = 2
_PUNCTUATION = "_.-"
_LETTERS = frozenset({"Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Nd"})

# Taken wherever one of them stands alone between dots, dashes and digits …
_STAFF_WORDS = frozenset(
    "admin admins administrator administrators mod mods moderator moderators moderation "
    "staff staffer support helpdesk helpline facilitator facilitators official sysadmin "
    "crisis counselor counsellor".split()
)
# … or as the whole name …
_STAFF_NAMES = frozenset(
    "administration supportteam help helper team crisisteam root superuser system security host "
    "owner operator server chatserver bot therapist doctor nurse everyone everybody all here room "
    "nobody anonymous deleted".split()
)
# … or as the beginning or the end of a word.
_STAFF_STEMS = ("admin", "moderator", "helpdesk", "facilitator", "supportteam")

# What a hurried reader takes for a Latin letter. Scripts and confusables at large come later.
_LOOKALIKES = str.maketrans(
    "013457$@|" + "авеіјкмнорсѕтухԁһӏ" + "αβεικνορτυχ",
    "oieastsal" + "abeijkmhopcstyxdhl" + "abeikvoptyx",
)


def normal(handle: str) -> str:
    """The handle as it is kept and shown, or a refusal."""
    if len(handle) > _RAW_MAX_CHARS:
        raise Refusal("too_long", _too_long(), field="handle")
    shown = unicodedata.normalize("NFKC", handle)
    if not all(map(_is_allowed, shown)):
        raise Refusal("bad_name", field="handle")
    if len(shown) < HANDLE_MIN_CHARS:
        raise Refusal("too_short", "A name has at least 2 characters.", field="handle")
    if len(shown) > HANDLE_MAX_CHARS:
        raise Refusal("too_long", _too_long(), field="handle")
    if not any(map(str.isalnum, shown)) or _has_too_many_marks(shown):
        raise Refusal("bad_name", field="handle")
    if passes_for_staff(shown):
        raise Refusal("name_taken", field="handle")
    return shown


def key(handle: str) -> str:
    """What makes two handles the same name."""
    return fold(unicodedata.normalize("NFKC", handle))


def skeleton(handle: str) -> str:
    """What a name looks like to a hurried reader."""
    return key(handle).translate(_LOOKALIKES)


def passes_for_staff(handle: str) -> bool:
    """True when someone could take its bearer for the people who look after the place."""
    folded = key(handle)
    return _speaks_of_staff(folded) or _speaks_of_staff(folded.translate(_LOOKALIKES))


def _speaks_of_staff(folded: str) -> bool:
    words = [word for word in re.split(r"[_.\-\d]+", folded) if word]
    joined = "".join(words)
    if joined in _STAFF_NAMES or joined in _STAFF_WORDS or not _STAFF_WORDS.isdisjoint(words):
        return True
    return joined.startswith(_STAFF_STEMS) or joined.endswith(_STAFF_STEMS)


def _is_allowed(character: str) -> bool:
    if character in _PUNCTUATION:
        return True
    return unicodedata.category(character) in _LETTERS and not is_invisible(character)


def _has_too_many_marks(shown: str) -> bool:
    """A mark without a letter, or a pile of them."""
    run = _MARKS_MAX
    for character in shown:
        if unicodedata.category(character).startswith("M"):
            run += 1
            if run > _MARKS_MAX:
                return True
        else:
            run = 0 if character not in _PUNCTUATION else _MARKS_MAX
    return False


def _too_long() -> str:
    return f"A name has at most {HANDLE_MAX_CHARS} characters."
