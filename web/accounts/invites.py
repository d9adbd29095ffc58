"""Links that let one person in, once. Must never keep the secret of a link, only its SHA-256."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from rooms.people import registry
from rooms.people.person import Role
from rooms.refusal import Refusal
from rooms.work import Reader, Work
from web.accounts import store
from web.accounts.sessions import token_hash

FIRST_ADMIN_MS: Final = 24 * 3600 * 1000
"""How long the link works that the first start prints."""


def first_admin_invite(work: Work, new_token: Callable[[], str]) -> str | None:
    """The secret of a link for the first administrator, or None when there is one.

    Each new link ends those before it.
    """
    if registry.count_admins(work):
        return None
    work.sql.run(store.DROP_UNUSED_INVITES, role=Role.ADMIN.value)
    token = new_token()
    work.sql.run(
        store.ADD_INVITE,
        invite_id=work.new_id(),
        token_hash=token_hash(token),
        kind="invite",
        role=Role.ADMIN.value,
        room_id=None,
        relation="member",
        creator_id=None,
        now=work.now,
        expires_at=work.now + FIRST_ADMIN_MS,
    )
    return token


def from_link(text: str) -> str:
    """The secret alone, out of a whole link or as it was copied."""
    return text.strip().rpartition("invite=")[2].strip()


def check(reader: Reader, invite: str) -> None:
    """Refuse an invitation that opens nothing, before any work is done for it."""
    if reader.sql.one(store.VALID_INVITE, token_hash=token_hash(invite), now=reader.now) is None:
        raise Refusal("invite_invalid", field="invite")


def use(work: Work, invite: str) -> Role:
    """Use an invitation up: the role that it gives. Of many who try at once, one succeeds."""
    row = work.sql.one(store.USE_INVITE, of_token=token_hash(invite), now=work.now)
    if row is None:
        raise Refusal("invite_invalid", field="invite")
    return Role(row[0])
