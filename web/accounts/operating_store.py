"""SQL for what the operator does to accounts."""

from __future__ import annotations

from sqlalchemy import bindparam, delete, func, or_, select, update

from rooms.chat.tables import message, room
from rooms.chat.views import RoomKind
from rooms.people.person import State
from rooms.people.tables import person
from web.accounts.tables import credential, invite, proposal, recovery_code, sign_in

DROP_PASSPHRASE = delete(credential).where(credential.c.user_id == bindparam("of_user"))

PEOPLE = (
    select(
        person.c.handle_key,
        person.c.handle,
        person.c.role,
        person.c.state,
        person.c.banned_until,
    )
    .where(
        person.c.handle_key > bindparam("after"),
        person.c.state != State.ERASING.value,
        person.c.state != State.ERASED.value,
    )
    .order_by(person.c.handle_key)
    .limit(bindparam("limit"))
)

COUNT_PEOPLE = (
    select(func.count())
    .select_from(person)
    .where(person.c.state != State.ERASING.value, person.c.state != State.ERASED.value)
)
COUNT_MESSAGES = select(func.count()).select_from(message).where(message.c.state == "posted")

ROOMS_NAMED = (
    select(room.c.room_id)
    .where(
        room.c.kind == RoomKind.GROUP.value,
        or_(room.c.name_key == bindparam("name_key"), room.c.room_id == bindparam("room_id")),
    )
    .order_by(room.c.room_id)
    .limit(bindparam("limit"))
)

END_EVERY_SIGN_IN = (
    update(sign_in).where(sign_in.c.ended_at.is_(None)).values(ended_at=bindparam("today"))
)

# Links for knocking as well: the copy does not know which of them were taken back since.
VOID_INVITES = (
    update(invite)
    .where(invite.c.used_at.is_(None), invite.c.revoked_at.is_(None))
    .values(revoked_at=bindparam("now"))
)

DROP_GIVEN_CODES = delete(recovery_code).where(recovery_code.c.until.is_not(None))

LAPSE_PROPOSALS = (
    update(proposal)
    .where(proposal.c.state == "waiting")
    .values(state="lapsed", decided_at=bindparam("now"))
)
