"""SQL for credentials, sign-ins and invitations."""

from __future__ import annotations

from sqlalchemy import bindparam, delete, null, or_, select, update
from sqlalchemy.dialects.postgresql import insert

from rooms.people.tables import person
from web.accounts.tables import credential, invite, sign_in

ADD_CREDENTIAL = insert(credential).values(
    user_id=bindparam("user_id"), passphrase_hash=bindparam("passphrase_hash")
)

CHANGE_CREDENTIAL = (
    update(credential)
    .where(
        credential.c.user_id == bindparam("of_user"),
        credential.c.passphrase_hash == bindparam("old_hash"),
    )
    .values(passphrase_hash=bindparam("new_hash"))
)

CREDENTIAL_BY_KEY = (
    select(person.c.user_id, credential.c.passphrase_hash)
    .join_from(person, credential, person.c.user_id == credential.c.user_id)
    .where(person.c.handle_key == bindparam("handle_key"))
)

CREDENTIAL_OF = select(credential.c.passphrase_hash).where(
    credential.c.user_id == bindparam("user_id")
)

ADD_SIGN_IN = insert(sign_in).values(
    sign_in_id=bindparam("sign_in_id"),
    user_id=bindparam("user_id"),
    token_hash=bindparam("token_hash"),
    started_on=bindparam("started_on"),
    expires_at=bindparam("expires_at"),
    device=bindparam("device"),
    proven=bindparam("proven"),
    stepped_up_at=bindparam("stepped_up_at"),
    idle_until=bindparam("idle_until"),
)

SIGN_IN_BY_TOKEN = select(sign_in.c.sign_in_id, sign_in.c.expires_at, sign_in.c.ended_at).where(
    sign_in.c.token_hash == bindparam("token_hash")
)

ACTOR_OF_SIGN_IN = (
    select(
        person.c.user_id,
        person.c.handle,
        person.c.role,
        person.c.visible,
        person.c.reading,
        person.c.state,
        person.c.banned_until,
        sign_in.c.proven,
        sign_in.c.stepped_up_at,
    )
    .join_from(sign_in, person, sign_in.c.user_id == person.c.user_id)
    .where(
        sign_in.c.sign_in_id == bindparam("sign_in_id"),
        sign_in.c.ended_at.is_(None),
        sign_in.c.expires_at > bindparam("now"),
        or_(sign_in.c.idle_until.is_(None), sign_in.c.idle_until > bindparam("now")),
    )
)

END_SIGN_IN = (
    update(sign_in)
    .where(sign_in.c.sign_in_id == bindparam("of_sign_in"), sign_in.c.ended_at.is_(None))
    .values(ended_at=bindparam("today"))
)

LIVE_SIGN_INS_OF = (
    select(sign_in.c.sign_in_id)
    .where(
        sign_in.c.user_id == bindparam("user_id"),
        sign_in.c.ended_at.is_(None),
        sign_in.c.expires_at > bindparam("now"),
    )
    .order_by(sign_in.c.expires_at, sign_in.c.sign_in_id)
    .limit(bindparam("limit"))
)

FORGET_SIGN_INS = (
    delete(sign_in)
    .where(
        sign_in.c.sign_in_id.in_(
            select(sign_in.c.sign_in_id)
            .where(sign_in.c.expires_at <= bindparam("now"))
            .order_by(sign_in.c.expires_at)
            .limit(bindparam("limit"))
        )
    )
    .returning(sign_in.c.sign_in_id)
)

ADD_INVITE = insert(invite).values(
    invite_id=bindparam("invite_id"),
    token_hash=bindparam("token_hash"),
    kind=bindparam("kind"),
    role=bindparam("role"),
    room_id=bindparam("room_id"),
    relation=bindparam("relation"),
    creator_id=bindparam("creator_id"),
    created_at=bindparam("now"),
    expires_at=bindparam("expires_at"),
    used_at=null(),
    revoked_at=null(),
)

DROP_UNUSED_INVITES = delete(invite).where(
    invite.c.role == bindparam("role"), invite.c.used_at.is_(None)
)

VALID_INVITE = select(invite.c.role).where(
    invite.c.token_hash == bindparam("token_hash"),
    invite.c.used_at.is_(None),
    invite.c.expires_at > bindparam("now"),
)

USE_INVITE = (
    update(invite)
    .where(
        invite.c.token_hash == bindparam("of_token"),
        invite.c.used_at.is_(None),
        invite.c.expires_at > bindparam("now"),
    )
    .values(used_at=bindparam("now"))
    .returning(invite.c.role)
)
