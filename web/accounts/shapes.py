"""What is said over HTTP about accounts. Must never answer with more than the person's own."""

from __future__ import annotations

from typing import Annotated

import msgspec

from rooms.command import SEQ_MAX, Command, Result
from rooms.people.person import User
from web.site.decided import Registration

Handle = Annotated[str, msgspec.Meta(max_length=200)]
Passphrase = Annotated[str, msgspec.Meta(max_length=1024)]
Invite = Annotated[str, msgspec.Meta(max_length=1024)]
Code = Annotated[str, msgspec.Meta(max_length=20)]


class SignUp(Command, frozen=True, kw_only=True):
    """Choose a name and a passphrase, and come in.

    `of_age`: I am 18 or over. `guidelines`: I have read how we are with each other here. Both must
    be true; `guidelines_version` says which, if others might hold by now. `invite`: the link or
    code of an invitation, or of a flyer by which I ask to come in.
    """

    handle: Handle
    passphrase: Passphrase
    of_age: bool = False
    guidelines: bool = False
    guidelines_version: Annotated[int, msgspec.Meta(ge=0, le=SEQ_MAX)] | None = None
    invite: Invite | None = None


class SignIn(Command, frozen=True, kw_only=True):
    """Come in again. `code` are the six digits of whoever has a second factor."""

    handle: Handle
    passphrase: Passphrase
    code: Code | None = None


class StepUp(Command, frozen=True, kw_only=True):
    """Show once more that it is you: for ten minutes grave things can be done."""

    passphrase: Passphrase
    code: Code | None = None


class Recover(Command, frozen=True, kw_only=True):
    """Come in again with a recovery code, and choose another passphrase."""

    handle: Handle
    recovery_code: Annotated[str, msgspec.Meta(max_length=100)]
    passphrase: Passphrase


class ChangePassphrase(Command, frozen=True, kw_only=True):
    """Choose another passphrase. Every other sign-in ends."""

    passphrase: Passphrase
    new_passphrase: Passphrase
    code: Code | None = None


class Confirm(Command, frozen=True, kw_only=True):
    """Show that the app makes the right digits."""

    code: Code


class NoFields(Command, frozen=True, kw_only=True):
    """There is nothing to say."""


class SignedIn(Result, frozen=True, kw_only=True):
    """The token opens everything of this person's; browsers have it as a cookie as well."""

    token: str
    user: User


class CameIn(SignedIn, frozen=True, kw_only=True):
    """The recovery codes are shown this once: nobody can look them up again."""

    recovery_codes: list[str]


class Suggestions(Result, frozen=True, kw_only=True):
    """Names that nobody has, made of chance alone."""

    names: list[str]


class RecoveryCodes(Result, frozen=True, kw_only=True):
    """New ones, shown this once; those before them no longer work."""

    recovery_codes: list[str]


class SecondFactorOffer(Result, frozen=True, kw_only=True):
    """What an authenticator app needs to know: as text, as an address, as a picture of it."""

    secret: str
    uri: str
    qr_svg: str


class SiteFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What a page may tell about the site: who may make an account now, and whether somebody has
    called the help lines, before which nobody comes in uninvited.
    """

    name: str
    registration: Registration
    helplines_confirmed: bool


class Me(Result, frozen=True, kw_only=True):
    """Who I am. `csrf` goes with every change that is signed by the cookie; a token needs none.

    `proven`: this sign-in was begun with a second factor, which powers of staff need.
    `stepped_up_until`: so long no grave thing asks again who I am; None when it would.
    """

    user: User
    csrf: str | None
    second_factor: bool
    proven: bool
    stepped_up_until: int | None
    site: SiteFacts
