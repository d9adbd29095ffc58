"""The only source of chance: ids, tokens, references. Must never be imported by a rule."""

from __future__ import annotations

import random
import secrets

_ID_BYTES = 12
_TOKEN_BYTES = 32
_SALT_BYTES = 16
_REFERENCE_LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ23456789"


def new_id() -> str:
    """24 lower-case letters and digits, 96 bits of chance: nobody can guess or count them."""
    return secrets.token_hex(_ID_BYTES)


def new_token() -> str:
    """A secret of 256 bits, safe in headers and fragments."""
    return secrets.token_urlsafe(_TOKEN_BYTES)


def new_reference() -> str:
    """Five letters that a person can read out, to find an error in the log."""
    return "".join(secrets.choice(_REFERENCE_LETTERS) for _ in range(5))


def new_salt() -> bytes:
    """128 bits that make what is encrypted twice differ."""
    return secrets.token_bytes(_SALT_BYTES)


def jitter() -> float:
    """A share between 0 and 1, to spread what would otherwise happen at once."""
    return random.random()  # noqa: S311 - spreads load, guards nothing
