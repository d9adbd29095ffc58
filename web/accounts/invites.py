"""Making, listing and taking back invitations. Must never keep the secret of one, only its SHA-256.

An invitation is bound to a room and a role when it is made, and whoever uses it can change neither.
What happens when it is used is in `invite_use`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Final, Literal

import msgspec

from moderation.conduct import audit
from rooms import paging
from rooms.chat import access
from rooms.chat.views import Relation
from rooms.command import SEQ_MAX, Command, Cursor, Nothing, Result
from rooms.cursor import from_cursor, position, to_cursor
from rooms.people import registry
from rooms.people.person import Actor, Role
from rooms.permissions import Action, allows, demand_step_up
from rooms.refusal import Refusal
from web.accounts import invite_codes as codes
from web.accounts import invite_store as store
from web.accounts import qr
from web.accounts.sessions import token_hash

if TYPE_CHECKING:
    from rooms.work import Reader, Row, Work

Kind = Literal["invite", "knock"]

HOUR_MS: Final = 3600 * 1000
FIRST_ADMIN_MS: Final = 24 * HOUR_MS
"""How long the link works that the first start prints."""
INVITE_MAX_H: Final = 72
KNOCK_MAX_H: Final = 365 * 24
LIVE_MAX: Final = 50
"""Invitations of one person that work at the same time."""
KEPT_MS: Final = 7 * 24 * HOUR_MS
"""How long one that has ended is still listed."""
_PER_PAGE: Final = 100
_AT_ONCE: Final = 200


class CreateInvite(Command, frozen=True, kw_only=True):
    """Make a link that lets one person in (invite), or one by which anyone may ask to be (knock).

    `relation` is what they will be to the room. For a role other than member, whoever uses it
    comes in as a member, and the role is proposed for them.
    """

    kind: Kind
    role: Role = Role.MEMBER
    room_id: str | None = None
    relation: Relation = Relation.MEMBER
    valid_h: Annotated[
        int,
        msgspec.Meta(
            ge=1, le=KNOCK_MAX_H, description="Hours that it works: an invite at most 72."
        ),
    ]


class ListInvites(Command, frozen=True, kw_only=True):
    """The invitations I made, newest first; to administrators everyone's."""

    cursor: Cursor | None = None


class RevokeInvite(Command, frozen=True, kw_only=True):
    """Let an invitation open nothing any more; what it has opened stays."""

    invite_id: str


class InviteView(Result, frozen=True, kw_only=True):
    """An invitation as whoever made it sees it: never its secret, nor who used it.

    `room_id` and `room_name` are None without a room, or with one that I may no longer know of.
    """

    invite_id: str
    kind: Kind
    role: Role
    room_id: str | None
    room_name: str | None
    relation: Relation
    created_at: int
    expires_at: int
    mine: bool
    used: bool
    revoked: bool


class InviteMade(Result, frozen=True, kw_only=True):
    """The only time that its secret is told: as a link, as a code to type, as a picture (SVG)."""

    invite: InviteView
    link: str
    code: str
    qr_svg: str


class InvitePage(Result, frozen=True, kw_only=True):
    """A page of invitations, newest first."""

    invites: list[InviteView]
    cursor: str | None


def create(
    work: Work,
    actor: Actor,
    command: CreateInvite,
    *,
    new_token: Callable[[], str],
    public_url: Callable[[], str],
) -> InviteMade:
    """Make an invitation for what the actor may give away themselves."""
    demand_power(work, actor, command.role, command.room_id, command.relation)
    if command.role is not Role.MEMBER:
        demand_step_up(actor, work.now)
    _demand_sense(command)
    live = work.sql.one(store.COUNT_LIVE_OF, creator_id=actor.user_id, now=work.now)
    if live is not None and live[0] >= LIVE_MAX:
        raise Refusal("too_many")
    invite_id, code = add(
        work,
        new_token(),
        kind=command.kind,
        role=command.role,
        room_id=command.room_id,
        relation=command.relation,
        creator_id=actor.user_id,
        valid_ms=command.valid_h * HOUR_MS,
    )
    audit.record(
        work,
        actor.user_id,
        "invite.create",
        about=invite_id,
        detail=f"{command.kind} {command.role} {command.room_id or 'site'} {command.relation}",
    )
    link = codes.link_of(public_url(), command.kind, code)
    return InviteMade(
        invite=_one(work, actor, invite_id), link=link, code=code, qr_svg=qr.svg(link)
    )


def add(
    work: Work,
    token: str,
    *,
    kind: Kind = "invite",
    role: Role = Role.MEMBER,
    room_id: str | None = None,
    relation: Relation = Relation.MEMBER,
    creator_id: str | None = None,
    valid_ms: int,
) -> tuple[str, str]:
    """Store an invitation that somebody may make: its id and its code, made of a fresh token.

    Without a creator it is the operator's own, and gives its role at once.
    """
    code = codes.code_of(token)
    invite_id = work.new_id()
    work.sql.run(
        store.ADD,
        invite_id=invite_id,
        token_hash=token_hash(codes.read(code)),
        kind=kind,
        role=role.value,
        room_id=room_id,
        relation=relation.value,
        creator_id=creator_id,
        now=work.now,
        expires_at=work.now + valid_ms,
    )
    return invite_id, code


def first_admin_invite(work: Work, new_token: Callable[[], str]) -> str | None:
    """The code of a link for the first administrator, or None when there is one.

    Each new link ends those before it.
    """
    if registry.count_admins(work):
        return None
    work.sql.run(store.DROP_FIRST_ADMINS, role=Role.ADMIN.value)
    _, code = add(work, new_token(), role=Role.ADMIN, valid_ms=FIRST_ADMIN_MS)
    return code


def list_invites(reader: Reader, actor: Actor, command: ListInvites) -> InvitePage:
    """One's own, however long one may still make them; administrators look after all of them."""
    before_at, before_id = SEQ_MAX, ""
    if command.cursor is not None:
        at, before_id = from_cursor(command.cursor, 2)
        before_at = position(at)
    rows = reader.sql.all(
        store.ALL if _looks_after_all(actor) else store.OWN,
        **_reading(actor),
        before_at=before_at,
        before_id=before_id,
        limit=_PER_PAGE + 1,
    )
    shown = paging.fitting(_view(actor, row) for row in rows[:_PER_PAGE])
    last = shown[-1] if len(shown) < len(rows) else None
    return InvitePage(
        invites=shown,
        cursor=None if last is None else to_cursor(last.created_at, last.invite_id),
    )


def revoke(work: Work, actor: Actor, command: RevokeInvite) -> Nothing:
    """Take one back; one that was used or taken back stays as it is."""
    row = work.sql.one(store.CREATOR_OF, invite_id=command.invite_id)
    if row is None or not (row[0] == actor.user_id or _looks_after_all(actor)):
        raise Refusal("not_found", field="invite_id")
    take_back(work, actor.user_id, command.invite_id)
    return Nothing()


def take_back(work: Work, actor_id: str, invite_id: str) -> bool:
    """The same for whoever may: whether there was anything to take back."""
    ended = bool(work.sql.run(store.REVOKE, of_invite=invite_id, now=work.now))
    if ended:
        audit.record(work, actor_id, "invite.revoke", about=invite_id)
    return ended


def demand_power(
    reader: Reader, actor: Actor, role: Role, room_id: str | None, relation: Relation
) -> None:
    """Refuse to give what the actor could not give by hand: asked when it is made, and used."""
    if role is not Role.MEMBER and not allows(actor, Action.CHANGE_ROLE):
        raise Refusal("forbidden", field="role")
    if room_id is None:
        if not allows(actor, Action.INVITE):
            raise Refusal("forbidden")
        return
    door = access.door(reader, actor, room_id)
    door.demand(Action.INVITE)
    if relation is Relation.FACILITATOR:
        door.demand(Action.NAME_FACILITATOR, field="relation")


def forget_ended(work: Work, _cursor: str = "") -> str | None:
    """One step of a job: delete a few that ended long ago; None when that was all."""
    deleted = work.sql.run(store.FORGET, before=work.now - KEPT_MS, limit=_AT_ONCE)
    return "" if deleted == _AT_ONCE else None


def _demand_sense(command: CreateInvite) -> None:
    """A knock gives nothing but a place to wait; nobody facilitates without a room."""
    if command.kind == "invite" and command.valid_h > INVITE_MAX_H:
        raise Refusal("out_of_range", field="valid_h")
    if command.kind == "knock" and command.role is not Role.MEMBER:
        raise Refusal("bad_type", field="role")
    if command.relation is Relation.FACILITATOR and (
        command.kind == "knock" or command.room_id is None
    ):
        raise Refusal("bad_type", field="relation")


def _looks_after_all(actor: Actor) -> bool:
    return actor.powers is Role.ADMIN


def _reading(actor: Actor) -> dict[str, object]:
    return {
        "reader_id": actor.user_id,
        "sees_hidden": int(allows(actor, Action.SEE_HIDDEN_ROOM)),
    }


def _one(reader: Reader, actor: Actor, invite_id: str) -> InviteView:
    row = reader.sql.one(store.ONE, **_reading(actor), invite_id=invite_id, limit=1)
    assert row is not None
    return _view(actor, row)


def _view(actor: Actor, row: Row) -> InviteView:
    (
        invite_id,
        kind,
        role,
        room_id,
        room_name,
        relation,
        created_at,
        expires_at,
        creator_id,
        used_at,
        revoked_at,
    ) = row
    return InviteView(
        invite_id=invite_id,
        kind=kind,
        role=Role(role),
        room_id=room_id,
        room_name=room_name,
        relation=Relation(relation),
        created_at=created_at,
        expires_at=expires_at,
        mine=creator_id == actor.user_id,
        used=used_at is not None,
        revoked=revoked_at is not None,
    )
