"""Which names people can go by. Must never let a name pass for staff, nor hide a character."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain
from typing import Final

from rooms.folding import fold, is_invisible
from rooms.people.skeleton import SEPARATORS, capitals_mislead, is_in_one_script
from rooms.people.skeleton import skeleton as skeleton
from rooms.refusal import Refusal
from rooms.words import Said, mark

HANDLE_MIN_CHARS = 2
HANDLE_MAX_CHARS = 24
_RAW_MAX_CHARS = 200
_MARKS_MAX = 2
_LETTERS = frozenset({"Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Nd"})
_DIGITS: Final = "0123456789"
_BETWEEN: Final = re.compile(f"[{re.escape(SEPARATORS)}]+")
_BETWEEN_LETTERS: Final = re.compile(f"[{re.escape(SEPARATORS)}{_DIGITS}]+")
_CAPITALS: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[^A-Z_.\-]+")  # TheMOD, ModAnna
_CAPITAL_WORDS: Final = re.compile(r"[A-Z]+|[^A-Z_.\-]+")  # MODanna

# Taken wherever one of them stands alone between dots, dashes, digits and capitals …
_STAFF_WORDS: Final = (
    "admin admins administrator administrators administration mod mods moderator moderators "
    "moderation staff staffer support helpdesk helpline facilitator facilitators official sysadmin "
    "crisis counselor counsellor "
    "administrador administradora administrateur administratrice administratorin amministratore "
    "moderador moderadora modérateur modératrice moderatorin moderatore soporte suporte beheerder "
    "админ администратор модератор поддержка адміністратор підтримка διαχειριστής συντονιστής "
    "管理员 管理員 管理者 管理人 运营 運営 客服 版主 관리자 운영자 مشرف مدير الدعم מנהל תמיכה "
    "व्यवस्थापक मॉडरेटर"
).split()
# … also when written together with words like these …
_COMPANIONS: Final = (
    "the our your my real official true verified trusted head lead chief senior junior super new "
    "acting duty team crew group desk line people person member members user room rooms meeting "
    "site chat server community peer help night online account service"
).split()
# … or as the whole name, alone or …
_STAFF_NAMES: Final = (
    "help helper team root superuser system security host owner operator server chatserver bot "
    "therapist doctor nurse everyone everybody someone here room nobody anonymous deleted"
).split()
# … together with these …
_ARTICLES: Final = "the our your real official team".split()
# … or as the beginning or the end of the name …
_STAFF_EDGES: Final = ("admin",)
# … or anywhere in it …
_STAFF_STEMS: Final = (
    "administrator administrador moderator moderador facilitator helpdesk helpline supportteam"
).split()
# … or letter for letter as the whole name: to the eye, ali is all.
_NOT_JUDGED_BY_LOOKS: Final = frozenset({"all"})
_COLLAPSED_MIN_CHARS: Final = 5
"""In words of this length a double letter may be written once: oficial. Not in 'all'."""

_ONE_ALPHABET: Final = mark(
    "Some letters of different alphabets look the same. Please keep to one."
)
_ONE_KIND_OF_DIGITS: Final = mark("Please keep to one kind of digits.")
_SMALL_LETTERS: Final = mark(
    "With these capitals the name reads like another one. In small letters it is fine."
)


def normal(handle: str) -> str:
    """The handle as it is kept and shown, or a refusal."""
    if len(handle) > _RAW_MAX_CHARS:
        raise Refusal("too_long", _too_long(), field="handle")
    shown = unicodedata.normalize("NFKC", handle)
    if not all(map(_is_allowed, shown)):
        raise Refusal("bad_name", field="handle")
    if len(shown) < HANDLE_MIN_CHARS:
        raise Refusal("too_short", mark("A name has at least 2 characters."), field="handle")
    if len(shown) > HANDLE_MAX_CHARS:
        raise Refusal("too_long", _too_long(), field="handle")
    if not any(map(str.isalnum, shown)) or _has_too_many_marks(shown):
        raise Refusal("bad_name", field="handle")
    if passes_for_staff(shown):
        raise Refusal("name_taken", field="handle")
    if not is_in_one_script(shown):
        raise Refusal("bad_name", _ONE_ALPHABET, field="handle")
    if _mixes_digits(shown):
        raise Refusal("bad_name", _ONE_KIND_OF_DIGITS, field="handle")
    if capitals_mislead(shown):
        raise Refusal("bad_name", _SMALL_LETTERS, field="handle")
    return shown


def key(handle: str) -> str:
    """What makes two handles the same name. By their skeletons they are taken for the same."""
    return fold(unicodedata.normalize("NFKC", handle))


def passes_for_staff(handle: str) -> bool:
    """True when someone could take its bearer for the people who look after the place.

    Judged by what the name looks like: through lookalikes, digits for letters and letters held
    down, with anything between the letters, and with digits and companions around the word.
    """
    words, whole = _staff()
    shown = unicodedata.normalize("NFKC", handle)
    split = (
        _BETWEEN.split(shown),
        _BETWEEN_LETTERS.split(shown),
        _CAPITALS.findall(shown),
        _CAPITAL_WORDS.findall(shown),
    )
    wholes = {"".join(parts) for parts in split}
    parts = chain.from_iterable(map(_joined, split))
    return (
        not _NOT_JUDGED_BY_LOOKS.isdisjoint(map(key, wholes))
        or any(map(whole.search, _looks(wholes)))
        or any(map(words.fullmatch, _looks(parts)))
    )


def _joined(parts: list[str]) -> Iterator[str]:
    """Every part, and neighbours written together: ad, min, anna, admin, minanna, adminanna."""
    for first in range(len(parts)):
        for last in range(first + 1, len(parts) + 1):
            yield "".join(parts[first:last])


def _looks(texts: Iterable[str]) -> set[str]:
    """What texts look like when the digits around them are letters, and when they are not."""
    forms = {
        form
        for text in texts
        for form in (text, text.lstrip(_DIGITS), text.rstrip(_DIGITS), text.strip(_DIGITS))
    }
    return set(map(skeleton, forms))


@cache
def _staff() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What no word, and what no whole name may look like."""
    words, companions, names, articles, edges, stems = map(
        _any_of,
        (_STAFF_WORDS, _COMPANIONS, _STAFF_NAMES, _ARTICLES, _STAFF_EDGES, _STAFF_STEMS),
    )
    return (
        re.compile(f"(?:{companions}|{words})*{words}(?:{companions}|{words})*"),
        re.compile(f"^{articles}*{names}{articles}*$|^{edges}|{edges}$|{stems}"),
    )


def _any_of(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(map(_held_down, words))})"


def _held_down(word: str) -> str:
    """A pattern for the look of a word, each of its letters once or many times."""
    letters = fold(word)
    if len(letters) >= _COLLAPSED_MIN_CHARS:
        letters = re.sub(r"(.)\1+", r"\1", letters)
    looks = [skeleton(letter) for letter in letters]
    return "".join(f"{look}+" if len(look) == 1 else f"(?:{look})+" for look in looks)


def _is_allowed(character: str) -> bool:
    if character in SEPARATORS:
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
            run = 0 if character not in SEPARATORS else _MARKS_MAX
    return False


def _mixes_digits(shown: str) -> bool:
    """UTS 39 section 5.3: digits of more than one numbering system."""
    digits = (character for character in shown if unicodedata.category(character) == "Nd")
    return len({ord(digit) - unicodedata.decimal(digit) for digit in digits}) > 1


def _too_long() -> Said:
    return Said(
        "A name has at most {count} character.",
        "A name has at most {count} characters.",
        count=HANDLE_MAX_CHARS,
    )
