"""What the operator can ask for, and what comes back: shapes, and nothing that does it.

Must never be logged: an answer may hold a secret.
"""

from __future__ import annotations

from typing import Annotated

import msgspec

from moderation.help.helplines import Country
from rooms.chat.views import Relation
from rooms.people.person import Role
from web.accounts import invites, operating

Name = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]


class Request(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is asked."""


class CreateUser(Request, frozen=True, kw_only=True):
    """Make an account without a passphrase."""

    handle: Name
    role: Role = Role.MEMBER


class SetRole(Request, frozen=True, kw_only=True):
    """Give someone a role, or take it away."""

    handle: Name
    role: Role


class ResetUser(Request, frozen=True, kw_only=True):
    """End everything that opens an account, and give one code."""

    handle: Name


class FreezeUser(Request, frozen=True, kw_only=True):
    """Close an account, or open it."""

    handle: Name
    frozen: bool


class ListUsers(Request, frozen=True, kw_only=True):
    """Who is here."""

    after: Annotated[str, msgspec.Meta(max_length=200)] = ""


class CreateInvite(Request, frozen=True, kw_only=True):
    """A link that lets one person in."""

    role: Role = Role.MEMBER
    room: Annotated[str, msgspec.Meta(max_length=200)] = ""
    relation: Relation = Relation.MEMBER
    hours: Annotated[int, msgspec.Meta(ge=1, le=invites.INVITE_MAX_H)] = invites.INVITE_MAX_H


class RevokeInvite(Request, frozen=True, kw_only=True):
    """Let an invitation open nothing any more."""

    invite_id: Name


class ListInvites(Request, frozen=True, kw_only=True):
    """The invitations that there are."""

    cursor: Annotated[str, msgspec.Meta(max_length=200)] | None = None


class ShowHelplines(Request, frozen=True, kw_only=True):
    """The lines that people see first."""


class ConfirmHelplines(Request, frozen=True, kw_only=True):
    """Say that the lines which people see first were called."""


class VerifyAudit(Request, frozen=True, kw_only=True):
    """Look whether the audit log was tampered with."""


class TakeBackup(Request, frozen=True, kw_only=True):
    """Copy everything into one file."""

    path: Annotated[str, msgspec.Meta(min_length=1, max_length=4096)]
    force: bool = False


class Changed(msgspec.Struct, frozen=True, kw_only=True):
    """Whether there was anything to do."""

    changed: bool


class Code(msgspec.Struct, frozen=True, kw_only=True):
    """A secret to hand over, where it is typed in, and until when it works."""

    code: str
    url: str
    until: int


class Users(msgspec.Struct, frozen=True, kw_only=True):
    """A page of people, and where the next one begins."""

    people: list[operating.Listed]
    after: str | None


class InviteMade(msgspec.Struct, frozen=True, kw_only=True):
    """The only time that the secret of an invitation is told."""

    invite_id: str
    link: str
    code: str
    until: int


class Invites(msgspec.Struct, frozen=True, kw_only=True):
    """A page of invitations."""

    invites: list[invites.InviteView]
    cursor: str | None


class LinesToCall(msgspec.Struct, frozen=True, kw_only=True):
    """What whoever runs the site must have called."""

    countries: list[Country]


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """What became of the audit log: sound, broken at an entry, or with its end cut off."""

    entries: int
    broken_at: int | None = None
    cut_off_after: int | None = None


class BackupTaken(msgspec.Struct, frozen=True, kw_only=True):
    """The backup is there, with so many people and messages in it."""

    size: int
    people: int
    messages: int


class Failure(msgspec.Struct, frozen=True, kw_only=True):
    """Why it was not done, in words for the operator."""

    code: str
    words: str


class Asked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A line as it goes to the console."""

    operation: str
    request: msgspec.Raw


class Answer(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The line that comes back: what it asked for, or why not."""

    result: msgspec.Raw = msgspec.Raw(b"null")
    failure: Failure | None = None
