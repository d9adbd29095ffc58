"""Going by another name. Must never keep the name before it, nor let anybody else have that.

The name that was given up stays claimed by its bearer (`rooms.people.claims`): they may go back
to it, and nobody else can ever be taken for who they were.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Annotated, Final

import msgspec

from rooms.command import Command, Result
from rooms.people import claims, store
from rooms.people import handle as handles
from rooms.people.events import YourHandle
from rooms.people.person import User
from rooms.refusal import Refusal
from rooms.words import Said

if TYPE_CHECKING:
    from rooms.work import Reader, Work

ONCE_IN_MS: Final = 24 * 3600 * 1000
"""A name that changed by the hour would be a way to hide from others, not from one's past."""

_HOUR_MS: Final = 3600 * 1000


class ChangeHandle(Command, frozen=True, kw_only=True):
    """Go by another name from now on, everywhere; at most once in 24 hours."""

    handle: Annotated[str, msgspec.Meta(max_length=200)]


class Renamed(Result, frozen=True, kw_only=True):
    """Who I am now."""

    user: User


def change(work: Work, user_id: str, handle: str) -> User:
    """Give a person the name they ask for; the name they have already is no change.

    Asked too soon, no answer tells whether somebody goes by that name.
    """
    before = store.lock(work.sql, user_id)
    assert before is not None
    shown = handles.normal(handle)
    if shown == before.handle:
        return before
    _demand_patience(work, user_id)
    return give(work, before, shown)


def give(work: Work, before: User, shown: str) -> User:
    """Give a locked person a name in its normal form; whoever calls decided that it may be now."""
    claims.claim(work, before.user_id, shown)
    if not store.rename(
        work.sql,
        user_id=before.user_id,
        handle=shown,
        handle_key=handles.key(shown),
        now=work.now,
    ):
        raise Refusal("name_taken", field="handle")
    work.emit(YourHandle(user_id=before.user_id, handle=shown))
    return msgspec.structs.replace(before, handle=shown)


def _demand_patience(reader: Reader, user_id: str) -> None:
    renamed_at = store.renamed_at(reader.sql, user_id)
    if renamed_at is None:
        return
    wait_ms = renamed_at + ONCE_IN_MS - reader.now
    if wait_ms > 0:
        hours = math.ceil(wait_ms / _HOUR_MS)
        words = Said(
            "A name can be changed once a day. You can change it again within the hour.",
            "A name can be changed once a day. You can change it again in {count} hours.",
            count=hours,
        )
        raise Refusal("too_soon", words, field="handle", retry_after_ms=wait_ms)
