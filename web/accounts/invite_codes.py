"""The secret of an invitation as people pass it on: a link, or a code to read out and type.

Pure. Must never be kept: the store has only a hash of what `read` returns.
"""

from __future__ import annotations

import hashlib
import re
from typing import Final

LETTERS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Without I, L, O and U: nobody has to ask whether that was a one."""

_CHARS: Final = 28
_GROUP: Final = 4
_MISREAD: Final = str.maketrans("ILO", "110")
_BETWEEN: Final = re.compile(r"[\s.,_\-\u2010-\u2015]+")


def code_of(token: str) -> str:
    """The code of a fresh random token: 28 characters, 140 bits, in groups of four."""
    digest = hashlib.blake2b(token.encode(), digest_size=_CHARS, person=b"chat invite").digest()
    code = "".join(LETTERS[byte % len(LETTERS)] for byte in digest)
    return "-".join(code[at : at + _GROUP] for at in range(0, _CHARS, _GROUP))


def link_of(public_url: str, kind: str, code: str) -> str:
    """The whole link. What stands behind the # is never sent to any server."""
    return f"{public_url}/sign-up#{kind}={code}"


def read(text: str) -> str:
    """The code alone, out of a whole link or however it was typed."""
    typed = text.strip().rpartition("=")[2]
    return _BETWEEN.sub("", typed).upper().translate(_MISREAD)
