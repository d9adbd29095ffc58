"""What makes a passphrase good enough. Pure; must never shorten one, nor keep one."""

from __future__ import annotations

import unicodedata
from typing import Final

from rooms.refusal import Refusal

MIN_CHARS: Final = 10
MAX_BYTES: Final = 1024
"""Room for any sentence; more is not a passphrase but a load on the server."""

_REPEATS_MIN: Final = 4
"""Fewer different characters than this are no passphrase: aaaaaaaaaa, ababababab."""

# The shape of what everybody tries first. Judging by a real list comes with the next issue.
_COMMON: Final = (
    "password",
    "passphrase",
    "passwort",
    "contrasena",
    "qwerty",
    "qwertz",
    "azerty",
    "letmein",
    "iloveyou",
    "welcome",
    "sunshine",
    "princess",
    "football",
    "baseball",
    "superman",
    "trustno1",
    "dragon",
    "monkey",
    "master",
    "shadow",
    "changeme",
    "recovery",
    "sobriety",
    "administrator",
    "abcdefghijklmnopqrstuvwxyz",
    "qwertyuiopasdfghjklzxcvbnm",
    "1q2w3e4r5t6y7u8i9o0p",
    "12345678901234567890",
    "98765432109876543210",
)


def normal(passphrase: str) -> str:
    """The same passphrase typed on another keyboard: NFKC."""
    return unicodedata.normalize("NFKC", passphrase)


def check(passphrase: str, handle: str) -> str:
    """The passphrase as it will be hashed, or a refusal that says what would make it better."""
    chosen = normal(passphrase)
    if len(chosen.encode(errors="surrogatepass")) > MAX_BYTES:
        raise Refusal("too_long", "A passphrase that long does not fit.", field="passphrase")
    if len(chosen) < MIN_CHARS:
        raise Refusal(
            "too_short",
            f"A passphrase needs at least {MIN_CHARS} characters. A few words make a good one.",
            field="passphrase",
        )
    if _is_guessable(chosen.casefold(), normal(handle).casefold()):
        raise Refusal("weak_password", field="passphrase")
    return chosen


def _is_guessable(chosen: str, handle: str) -> bool:
    """The name again, one key held down, or what everybody tries first with digits around it."""
    if len(set(chosen)) < _REPEATS_MIN:
        return True
    bare = chosen.strip("0123456789!?.,_-*#@$ ")
    known = (handle.strip(), *_COMMON)
    return any(_is_made_of(form, word) for form in (chosen, bare) for word in known if word)


def _is_made_of(text: str, word: str) -> bool:
    """The word, a piece of it, or the word again and again."""
    if not text:
        return False
    repeated = word * (len(text) // len(word) + 1)
    return text in word or repeated.startswith(text)
