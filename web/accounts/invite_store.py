"""SQL for invitations, and for what whoever runs the site has said."""

from __future__ import annotations

from sqlalchemy import and_, bindparam, delete, func, null, or_, select, tuple_, update
from sqlalchemy.dialects.postgresql import insert

from rooms.chat.tables import membership, room
from rooms.chat.views import Access, RoomKind, Standing
from rooms.people.person import State
from rooms.people.tables import person
from web.accounts.tables import invite, site_fact

ADD = insert(invite).values(
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
DROP_FIRST_ADMINS = delete(invite).where(
    invite.c.role == bindparam("role"), invite.c.creator_id.is_(None), invite.c.used_at.is_(None)
)

# What it gives, whether it still may, and who made it, as they are now.
FIND = (
    select(
        invite.c.invite_id,
        invite.c.kind,
        invite.c.role,
        invite.c.room_id,
        invite.c.relation,
        invite.c.creator_id,
        invite.c.expires_at,
        invite.c.used_at,
        invite.c.revoked_at,
        person.c.role,
        person.c.state,
        person.c.banned_until,
    )
    .select_from(invite.outerjoin(person, person.c.user_id == invite.c.creator_id))
    .where(invite.c.token_hash == bindparam("token_hash"))
)

_LIVE = (
    invite.c.used_at.is_(None),
    invite.c.revoked_at.is_(None),
    invite.c.expires_at > bindparam("now"),
)
USE = (
    update(invite)
    .where(invite.c.invite_id == bindparam("of_invite"), *_LIVE)
    .values(used_at=bindparam("today"))
    .returning(invite.c.invite_id)
)
REVOKE = (
    update(invite)
    .where(
        invite.c.invite_id == bindparam("of_invite"),
        invite.c.used_at.is_(None),
        invite.c.revoked_at.is_(None),
    )
    .values(revoked_at=bindparam("now"))
)
CREATOR_OF = (
    select(invite.c.creator_id)
    .where(invite.c.invite_id == bindparam("invite_id"))
    .with_for_update()
)
COUNT_LIVE_OF = (
    select(func.count())
    .select_from(invite)
    .where(invite.c.creator_id == bindparam("creator_id"), *_LIVE)
)

_MAY_KNOW = and_(
    room.c.kind == RoomKind.GROUP.value,
    or_(
        room.c.access != Access.INVITE.value,
        bindparam("sees_hidden") == 1,
        membership.c.user_id.is_not(None),
    ),
)
# A room that the reader may no longer know of has no name here, and is none.
_known_room = room.outerjoin(
    membership,
    and_(
        membership.c.room_id == room.c.room_id,
        membership.c.user_id == bindparam("reader_id"),
        or_(*(membership.c.standing == standing.value for standing in Standing)),
    ),
)
_LISTED = (
    select(
        invite.c.invite_id,
        invite.c.kind,
        invite.c.role,
        room.c.room_id,
        room.c.name,
        invite.c.relation,
        invite.c.created_at,
        invite.c.expires_at,
        invite.c.creator_id,
        invite.c.used_at,
        invite.c.revoked_at,
    )
    .select_from(invite.outerjoin(_known_room, and_(room.c.room_id == invite.c.room_id, _MAY_KNOW)))
    .order_by(invite.c.created_at.desc(), invite.c.invite_id.desc())
    .limit(bindparam("limit"))
)
_BEFORE = tuple_(invite.c.created_at, invite.c.invite_id) < tuple_(
    bindparam("before_at"), bindparam("before_id")
)
ALL = _LISTED.where(_BEFORE)
OWN = ALL.where(invite.c.creator_id == bindparam("reader_id"))
ONE = _LISTED.where(invite.c.invite_id == bindparam("invite_id"))

FORGET = delete(invite).where(
    invite.c.invite_id.in_(
        select(invite.c.invite_id)
        .where(invite.c.expires_at <= bindparam("before"))
        .order_by(invite.c.expires_at)
        .limit(bindparam("limit"))
    )
)

_waiting = person.c.state == State.WAITING.value
COUNT_WAITING = select(func.count()).select_from(
    select(person.c.user_id).where(_waiting).limit(bindparam("limit")).subquery()
)
WAITED_TOO_LONG = (
    select(person.c.user_id)
    .where(_waiting, person.c.created_at <= bindparam("before"))
    .order_by(person.c.created_at)
    .limit(bindparam("limit"))
)

SITE_FACT = select(site_fact.c.value).where(site_fact.c.name == bindparam("name"))
_fact = insert(site_fact).values(name=bindparam("name"), value=bindparam("value"))
PUT_SITE_FACT = _fact.on_conflict_do_update(
    index_elements=["name"], set_={"value": _fact.excluded.value}
)
