"""Who someone is to the rooms. Must never know a passphrase, a token or an address."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Role(StrEnum):
    """What a person may do everywhere. Facilitator, mentor and chair are relations, not roles."""

    MEMBER = "member"
    MODERATOR = "moderator"
    ADMIN = "admin"


class User(msgspec.Struct, frozen=True):
    """A person: an opaque id and the pseudonym they go by now."""

    user_id: str
    handle: str
    role: Role
    visible: bool


class Actor(msgspec.Struct, frozen=True):
    """A person acting now, as they are in this very transaction."""

    user_id: str
    handle: str
    role: Role
    visible: bool = False
    sign_in_id: str = ""
