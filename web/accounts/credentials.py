"""What makes a passphrase good enough. Pure; must never shorten one, nor keep one.

How easily one is guessed is judged by zxcvbn (Wheeler 2016), which knows the passwords, words and
names that are tried first, dates, rows of keys and digits for letters, and weighs what is left.
It counts each guess of a patient machine; the words about it are ours.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from zxcvbn import matching, zxcvbn  # type: ignore[import-untyped]

from rooms.refusal import Refusal
from rooms.words import Said, mark

MIN_CHARS: Final = 10
MAX_BYTES: Final = 1024
"""Room for any sentence; more is not a passphrase but a load on the server."""

JUDGED_CHARS: Final = 48
"""How much is judged at once: the beginning, and if that is weak the end. What is strong in part
is strong as a whole, and the time that judging takes grows faster than the length."""

_SCORE_MIN: Final = 3
"""Of 0 to 4: more than a hundred million guesses."""

# What is tried first against people of this place: its words, and what they say to each other.
_WORDS_HERE: Final = (
    "chatserver chat server passphrase recovery recovered recovering sobriety sober soberlife "
    "abstinence clean cleantime serenity courage wisdom gratitude higherpower fellowship sponsor "
    "mentor mentee meeting homegroup milestone newcomer relapse moderator administrator support "
    "facilitator changeme letmein"
).split()
# The same word in other languages, and rows of keys that zxcvbn does not know.
_WORDS_ELSEWHERE: Final = (
    "passwort kennwort contraseña contrasena senha motdepasse wachtwoord hasło haslo parola parole "
    "salasana lösenord losenord adgangskode jelszó jelszo heslo lozinka şifre sifre пароль "
    "κωδικός סיסמה كلمةالسر पासवर्ड รหัสผ่าน mậtkhẩu matkhau 密码 密碼 パスワード 비밀번호 "
    "qwertzuiop azertyuiop йцукенгшщзхъ фывапролджэ"
).split()
_SAID_HERE: Final = (
    "one day at a time",
    "just for today",
    "keep coming back",
    "it works if you work it",
    "easy does it",
    "first things first",
    "live and let live",
    "let go and let god",
    "progress not perfection",
    "this too shall pass",
    "the only way out is through",
    "grant me the serenity",
    "serenity prayer",
    "to thine own self be true",
)

_NEAR_MIN_CHARS: Final = 3
"""Shorter parts of a name are in every text."""
_SEPARATORS: Final = re.compile(r"[_.\-]+")
_BETWEEN_LETTERS: Final = re.compile(r"[_.\-\d]+")

_OF_THIS_PLACE: Final = mark(
    "Your name and the words of this place are what others try first. "
    "A few unrelated words make a good one."
)
_WORDS_FOR: Final[Mapping[str, str]] = {
    "passwords": mark(
        "Many people have chosen that one, so it is tried early. "
        "A few unrelated words make a good one."
    ),
    "dictionary": mark(
        "One or two common words or names are soon guessed. A few unrelated words make a good one."
    ),
    "spatial": mark(
        "Keys that lie side by side are soon guessed. A few unrelated words make a good one."
    ),
    "repeat": mark(
        "The same thing again and again is soon guessed. A few unrelated words make a good one."
    ),
    "sequence": mark(
        "Letters or numbers in their order are soon guessed. A few unrelated words make a good one."
    ),
    "date": mark("Dates and years are soon guessed. A few unrelated words make a good one."),
    "regex": mark("Dates and years are soon guessed. A few unrelated words make a good one."),
    "bruteforce": mark(
        "That one is a little short, so it could be guessed. A few unrelated words make a good one."
    ),
}

# zxcvbn tries every way to read digits and signs as letters; in a text with many different ones
# that takes seconds. Beyond so many steps we give it two plain readings of our own.
_STEPS_MAX: Final = 20_000
_AS_LETTERS: Final = str.maketrans("4@8({[<3691!|0$5+7%2", "aabcccceggiiiossttxz")
_SIGNS_AS_OTHERS: Final = str.maketrans("@({[<!|$+%", "#)}]>?/&-*")


def normal(passphrase: str) -> str:
    """The same passphrase typed on another keyboard: NFKC."""
    return unicodedata.normalize("NFKC", passphrase)


def check(passphrase: str, handle: str) -> str:
    """The passphrase as it will be hashed, or a refusal that says what would make it better.

    Not to be called from two threads at once: zxcvbn keeps what it is told in one place.
    """
    chosen = normal(passphrase)
    if len(chosen.encode(errors="surrogatepass")) > MAX_BYTES:
        raise Refusal("too_long", mark("A passphrase that long does not fit."), field="passphrase")
    if len(chosen) < MIN_CHARS:
        raise Refusal(
            "too_short",
            Said(
                "A passphrase needs at least {count} character. A few words make a good one.",
                "A passphrase needs at least {count} characters. A few words make a good one.",
                count=MIN_CHARS,
            ),
            field="passphrase",
        )
    weakness = _weakness(chosen, list(_near(handle)))
    if weakness is not None:
        raise Refusal("weak_password", weakness, field="passphrase")
    return chosen


def _weakness(chosen: str, near: Sequence[str]) -> str | None:
    """Why a passphrase is soon guessed, in our words; None for a good one."""
    begins = _weakness_of_part(chosen[:JUDGED_CHARS], near)
    if begins is None or len(chosen) <= JUDGED_CHARS:
        return begins
    return None if _weakness_of_part(chosen[-JUDGED_CHARS:], near) is None else begins


def _weakness_of_part(part: str, near: Sequence[str]) -> str | None:
    try:
        for reading in _readings(part):
            judged = zxcvbn(reading, user_inputs=near, max_length=JUDGED_CHARS)
            if judged["score"] < _SCORE_MIN:
                return _words_for(judged["sequence"])
    finally:
        matching.RANKED_DICTIONARIES.pop("user_inputs", None)
    return None


def _readings(part: str) -> tuple[str, ...]:
    """The text itself, or if that would take too long, as letters and as mere signs."""
    alternatives = (sum(sign in part for sign in signs) for signs in matching.L33T_TABLE.values())
    if math.prod(max(1, count) for count in alternatives) * len(part) ** 2 <= _STEPS_MAX:
        return (part,)
    return (part.translate(_AS_LETTERS), part.translate(_SIGNS_AS_OTHERS))


def _words_for(sequence: Sequence[Mapping[str, Any]]) -> str:
    """What to say of the longest piece that was recognised. Never the piece itself."""
    longest = max(sequence, key=lambda piece: len(piece["token"]))
    pattern = longest["pattern"]
    if pattern == "dictionary":
        if longest["dictionary_name"] == "user_inputs":
            return _OF_THIS_PLACE
        pattern = "passwords" if longest["dictionary_name"] == "passwords" else pattern
    return _WORDS_FOR[pattern]


def _near(handle: str) -> Iterator[str]:
    """What someone would try who knows the name and the place; likelier things first."""
    name = normal(handle).casefold().strip()
    parts = _BETWEEN_LETTERS.split(name)
    forms = (name, _SEPARATORS.sub("", name), "".join(parts), *parts)
    yield from (form for form in forms if len(form) >= _NEAR_MIN_CHARS)
    yield from (*_WORDS_HERE, *_WORDS_ELSEWHERE)
    for saying in _SAID_HERE:
        yield from (saying, saying.replace(" ", ""), saying.replace(" ", "-"))
