"""Who holds a name. Must never keep what a given-up name was: only a hash of what it looks like.

A hash of a name can be found by trying names, so it hides a name from whoever looks at the store,
not from whoever searches it for a name they have in mind.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

from rooms.people import handle as handles
from rooms.people import store
from rooms.refusal import Refusal

if TYPE_CHECKING:
    from rooms.work import Reader, Work

RESTS_MS: Final = 180 * 24 * 3600 * 1000
"""How long nobody else can take the name of someone who is gone."""


def claim_hash(handle: str) -> bytes:
    """What is kept of a name: names that look alike have the same."""
    look = handles.skeleton(handle)
    return hashlib.blake2b(look.encode(), digest_size=16, person=b"chat name").digest()


def claim(work: Work, user_id: str, handle: str) -> None:
    """Make a name theirs for good, or refuse it: no other name may look like it."""
    if not claim_again(work, user_id, claim_hash(handle)):
        raise Refusal("name_taken", field="handle")


def claim_again(work: Work, user_id: str, skeleton_hash: bytes) -> bool:
    """The same of a name of which only the hash is known; False when it is another's."""
    holder = work.sql.one(store.CLAIM, skeleton_hash=skeleton_hash, user_id=user_id, now=work.now)
    return holder is not None and holder[0] == user_id


def is_free(reader: Reader, handle: str) -> bool:
    """Whether a newcomer may have the name: nobody's looks like it, nor one that somebody had."""
    held = reader.sql.one(store.CLAIMED, skeleton_hash=claim_hash(handle), now=reader.now)
    return held is None


def release_all(work: Work, user_id: str) -> None:
    """Their names are nobody's any more, and rest for a while before they can be anybody's."""
    work.sql.run(store.RELEASE_CLAIMS, of_user_id=user_id, rests_until=work.now + RESTS_MS)
