"""Codes that open an account without its passphrase, once each. Must never keep one as it is.

Only their SHA-256 is kept: each has 80 bits of chance, so nobody finds one by trying.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

from rooms.work import Reader, Work
from web.accounts import recovery_store as store

CODES: Final = 10
"""How many someone gets at once."""
TYPED_MAX_CHARS: Final = 100

_ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""32 signs (Crockford's): none of them is easily taken for another."""
_READ_AS: Final = str.maketrans("OIL", "011")
_CHARS: Final = 16
_GROUP: Final = 4
_BITS: Final = 5 * _CHARS


class Opened(NamedTuple):
    """An account that a code opens. `given`: by staff, for a restore that was asked for."""

    user_id: str
    given: bool


def make_codes(new_token: Callable[[], str], count: int = CODES) -> list[str]:
    """Fresh codes, to be shown once. The chance in them is that of fresh tokens."""
    return [_spelled(hashlib.sha256(new_token().encode()).digest()) for _ in range(count)]


def _spelled(chance: bytes) -> str:
    """80 bits as `7K2M-QX4T-9RWD-B3HN`."""
    number = int.from_bytes(chance[: _BITS // 8])
    signs = "".join(_ALPHABET[number >> shift & 31] for shift in range(_BITS - 5, -1, -5))
    return "-".join(signs[at : at + _GROUP] for at in range(0, _CHARS, _GROUP))


def store_codes(
    work: Work,
    user_id: str,
    codes: Iterable[str],
    *,
    from_at: int = 0,
    until: int | None = None,
    proposal_id: str | None = None,
) -> None:
    """Keep what each code looks like hashed.

    Those that staff gives out, or the command line, work from `from_at` until `until`. Staff's are
    those of a proposal.
    """
    for code in codes:
        work.sql.run(
            store.ADD,
            user_id=user_id,
            code_hash=code_hash(code),
            from_at=from_at,
            until=until,
            proposal_id=proposal_id,
        )


def renew_codes(work: Work, user_id: str, codes: Iterable[str]) -> None:
    """Someone's codes are these from now on: all those before them are dead."""
    work.sql.run(store.DROP_ALL, of_user=user_id)
    store_codes(work, user_id, codes)


def code_hash(typed: str) -> bytes:
    """What is kept of a code, however it is typed: small letters, spaces, an O for a 0."""
    shown = unicodedata.normalize("NFKC", typed[:TYPED_MAX_CHARS]).upper()
    bare = "".join(sign for sign in shown if sign.isalnum()).translate(_READ_AS)
    return hashlib.sha256(bare.encode(errors="replace")).digest()


def opened_by(reader: Reader, handle_key: str, typed: str) -> Opened | None:
    """Whose account this name and code open now; None, whatever of it is wrong."""
    row = reader.sql.one(
        store.OPENED_BY, handle_key=handle_key, code_hash=code_hash(typed), now=reader.now
    )
    return None if row is None else Opened(user_id=row[0], given=row[1] is not None)


def spend(work: Work, handle_key: str, typed: str) -> Opened | None:
    """The same, and the code is used up. Of many who try at once, one succeeds."""
    opened = opened_by(work, handle_key, typed)
    if opened is None:
        return None
    used = work.sql.one(store.USE, of_user=opened.user_id, of_hash=code_hash(typed))
    return None if used is None else opened
