"""What is said over HTTP about accounts. Must never answer with more than the person's own."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from rooms.command import Command, Result
from rooms.people.person import User

Handle = Annotated[str, msgspec.Meta(max_length=200)]
Passphrase = Annotated[str, msgspec.Meta(max_length=1024)]
Invite = Annotated[str, msgspec.Meta(max_length=1024)]


class SignUp(Command, frozen=True, kw_only=True):
    """Choose a name and a passphrase, and come in."""

    handle: Handle
    passphrase: Passphrase
    invite: Invite | None = None


class SignIn(Command, frozen=True, kw_only=True):
    """Come in again."""

    handle: Handle
    passphrase: Passphrase


class GrantRole(Command, frozen=True, kw_only=True):
    """Make someone a moderator, or a member again. The passphrase is one's own."""

    handle: Handle
    role: Literal["member", "moderator"]
    passphrase: Passphrase


class SignedIn(Result, frozen=True, kw_only=True):
    """The token opens everything of this person's; browsers have it as a cookie as well."""

    token: str
    user: User


class RoleGranted(Result, frozen=True, kw_only=True):
    """The person, as they are now."""

    user: User


class SiteFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What a page may tell about the site."""

    name: str
    registration: Literal["open", "closed"]


class Me(Result, frozen=True, kw_only=True):
    """Who I am. `csrf` goes with every change that is signed by the cookie; a token needs none."""

    user: User
    csrf: str | None
    site: SiteFacts
