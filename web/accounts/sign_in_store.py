"""SQL for sign-ins."""

from __future__ import annotations

from sqlalchemy import bindparam, case, delete, or_, select, update
from sqlalchemy.dialects.postgresql import insert

from rooms.people.tables import person
from web.accounts.tables import sign_in

_DAY_MS = 24 * 3600 * 1000
_IS_LIVE = (
    sign_in.c.ended_at.is_(None),
    sign_in.c.expires_at > bindparam("now"),
    or_(sign_in.c.idle_until.is_(None), sign_in.c.idle_until > bindparam("now")),
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
        *_IS_LIVE,
    )
)

# The token is known as an ended one for a while, and then forgotten.
END_SIGN_IN = (
    update(sign_in)
    .where(sign_in.c.sign_in_id == bindparam("of_sign_in"), sign_in.c.ended_at.is_(None))
    .values(
        ended_at=bindparam("today"),
        expires_at=case(
            (sign_in.c.expires_at > bindparam("kept_until"), bindparam("kept_until")),
            else_=sign_in.c.expires_at,
        ),
    )
)

# The oldest first. How many days a sign-in lasts may have changed: when on the day it began is told
# by when on a day it ends.
LIVE_SIGN_INS_OF = (
    select(sign_in.c.sign_in_id)
    .where(
        sign_in.c.user_id == bindparam("user_id"),
        sign_in.c.ended_at.is_(None),
        sign_in.c.expires_at > bindparam("now"),
    )
    .order_by(sign_in.c.started_on, sign_in.c.expires_at % _DAY_MS, sign_in.c.sign_in_id)
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
    .returning(sign_in.c.sign_in_id, sign_in.c.ended_at)
)

DEVICE_OF = select(sign_in.c.device).where(sign_in.c.sign_in_id == bindparam("sign_in_id"))

MINE = (
    select(sign_in.c.sign_in_id, sign_in.c.started_on, sign_in.c.device, sign_in.c.proven)
    .where(sign_in.c.user_id == bindparam("user_id"), *_IS_LIVE)
    .order_by(sign_in.c.started_on.desc(), sign_in.c.sign_in_id)
    .limit(bindparam("limit"))
)

OWNED = select(sign_in.c.sign_in_id).where(
    sign_in.c.sign_in_id == bindparam("sign_in_id"),
    sign_in.c.user_id == bindparam("user_id"),
    *_IS_LIVE,
)

KEEP_AWAKE = (
    update(sign_in)
    .where(sign_in.c.sign_in_id == bindparam("of_sign_in"), *_IS_LIVE)
    .values(idle_until=bindparam("new_idle_until"))
)

IDLE_SIGN_INS = (
    select(sign_in.c.sign_in_id)
    .where(sign_in.c.idle_until <= bindparam("now"), sign_in.c.ended_at.is_(None))
    .order_by(sign_in.c.idle_until)
    .limit(bindparam("limit"))
)
