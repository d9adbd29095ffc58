"""Who someone is to the rooms. Must never know a passphrase, a token or an address."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

import msgspec


class Role(StrEnum):
    """What a person may do everywhere. Facilitator, mentor and chair are relations, not roles."""

    MEMBER = "member"
    MODERATOR = "moderator"
    ADMIN = "admin"


RANK: Final[Mapping[Role, int]] = MappingProxyType(
    {Role.MEMBER: 0, Role.MODERATOR: 1, Role.ADMIN: 2}
)
"""Who stands above whom."""


class State(StrEnum):
    """How far a person is here. All but `active` find most doors closed, and help open."""

    ACTIVE = "active"
    WAITING = "waiting"
    """Has knocked, and nobody has let them in yet."""
    BANNED = "banned"
    """For as long as the ban runs: never stored, but told from its end."""
    FROZEN = "frozen"
    """Closed by an administrator: nobody signs in."""
    ERASING = "erasing"
    """Has asked for everything to be removed, and can still take it back."""
    ERASED = "erased"


GONE = (State.ERASING, State.ERASED)
"""Nobody sees them, nor anything they wrote."""


def state_now(stored: str, banned_until: int | None, now: int) -> State:
    """How far someone is here: a ban that runs shows over an active account, and no other."""
    if stored == State.ACTIVE and banned_until is not None and banned_until > now:
        return State.BANNED
    return State(stored)


class User(msgspec.Struct, frozen=True):
    """A person: an opaque id and the pseudonym they go by now.

    `visible` tells that others see their name among those present, `reading` that it says there
    that they are just reading.
    """

    user_id: str
    handle: str
    role: Role
    visible: bool
    reading: bool = False


class Actor(msgspec.Struct, frozen=True):
    """A person acting now, as they are in this very transaction.

    `proven` tells that the sign-in was begun with a second factor, which staff need for their
    powers; `stepped_up_at` when they last proved who they are, 0 for never.
    """

    user_id: str
    handle: str
    role: Role
    visible: bool = False
    sign_in_id: str = ""
    proven: bool = True
    state: State = State.ACTIVE
    stepped_up_at: int = 0
    reading: bool = False

    @property
    def powers(self) -> Role:
        """The role whose powers work now."""
        return self.role if self.proven else Role.MEMBER
