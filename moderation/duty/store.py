"""The rota and its devices in the database: statements, and nothing that decides."""

from __future__ import annotations

from sqlalchemy import and_, bindparam, delete, exists, func, or_, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.sql import tuple_

from moderation.duty.tables import duty_device, shift
from rooms.people.person import Role, State
from rooms.people.tables import person

_MAX = 500
"""More of staff than any place has."""

_works = and_(
    person.c.state == State.ACTIVE.value,
    or_(person.c.banned_until.is_(None), person.c.banned_until <= bindparam("now")),
)
_follows_up = and_(person.c.role == Role.MODERATOR.value, _works)
_now = and_(shift.c.begins_at <= bindparam("now"), shift.c.ends_at > bindparam("now"))
_people = shift.join(person, person.c.user_id == shift.c.user_id)
_heard = exists().where(
    duty_device.c.shift_id == shift.c.shift_id, duty_device.c.heard_at.is_not(None)
)

# Who is there -------------------------------------------------------------------------------------

ON_SHIFT = (
    select(shift.c.user_id, shift.c.on_call, _heard.label("heard"))
    .select_from(_people)
    .where(_now, _follows_up)
    .order_by(shift.c.user_id, shift.c.shift_id)
    .limit(_MAX)
)
NEXT = (
    select(func.min(shift.c.begins_at))
    .select_from(_people)
    .where(
        shift.c.begins_at > bindparam("now"),
        shift.c.on_call == 0,
        shift.c.user_id != bindparam("about"),
        _follows_up,
    )
)
STAFF = (
    select(person.c.user_id, person.c.role)
    .where(person.c.role != Role.MEMBER.value, _works)
    .order_by(person.c.user_id)
    .limit(_MAX)
)

# The rota -----------------------------------------------------------------------------------------

_SHIFT = (
    shift.c.shift_id,
    shift.c.user_id,
    shift.c.begins_at,
    shift.c.ends_at,
    shift.c.on_call,
    shift.c.note,
    shift.c.noted_at,
)
SHIFT = select(*_SHIFT).where(shift.c.shift_id == bindparam("shift_id")).with_for_update()
SHIFTS = (
    select(*_SHIFT, _heard.label("heard"))
    .where(
        shift.c.ends_at > bindparam("since"),
        tuple_(shift.c.begins_at, shift.c.shift_id)
        > tuple_(bindparam("after_at"), bindparam("after_id")),
    )
    .order_by(shift.c.begins_at, shift.c.shift_id)
    .limit(bindparam("limit"))
)
MY_SHIFT = (
    select(*_SHIFT)
    .where(shift.c.user_id == bindparam("user_id"), _now)
    .order_by(shift.c.on_call, shift.c.ends_at.desc(), shift.c.shift_id)
    .limit(1)
)
SAME = (
    select(*_SHIFT)
    .where(
        shift.c.user_id == bindparam("user_id"),
        shift.c.begins_at == bindparam("begins_at"),
        shift.c.ends_at == bindparam("ends_at"),
        shift.c.on_call == bindparam("on_call"),
    )
    .limit(1)
)
COMING = (
    select(func.count())
    .select_from(shift)
    .where(shift.c.user_id == bindparam("user_id"), shift.c.ends_at > bindparam("now"))
)
ADD_SHIFT = insert(shift).values(
    shift_id=bindparam("shift_id"),
    user_id=bindparam("user_id"),
    begins_at=bindparam("begins_at"),
    ends_at=bindparam("ends_at"),
    on_call=bindparam("on_call"),
    note="",
)
NOTE_SHIFT = (
    update(shift)
    .where(shift.c.shift_id == bindparam("of_shift_id"))
    .values(note=bindparam("new_note"), noted_at=bindparam("now"))
)
REMOVE_SHIFT = delete(shift).where(shift.c.shift_id == bindparam("of_shift_id"))
REMOVE_DEVICES = delete(duty_device).where(duty_device.c.shift_id == bindparam("of_shift_id"))

# Devices ------------------------------------------------------------------------------------------

ADD_DEVICE = (
    insert(duty_device)
    .values(
        device_id=bindparam("device_id"),
        shift_id=bindparam("shift_id"),
        user_id=bindparam("user_id"),
        sign_in_id=bindparam("sign_in_id"),
        started_at=bindparam("now"),
    )
    .on_conflict_do_nothing(index_elements=["shift_id", "sign_in_id"])
)
DEVICE = select(duty_device.c.device_id, duty_device.c.heard_at).where(
    duty_device.c.shift_id == bindparam("shift_id"),
    duty_device.c.sign_in_id == bindparam("sign_in_id"),
)
HEARD = (
    update(duty_device)
    .where(
        duty_device.c.device_id == bindparam("of_device_id"),
        duty_device.c.heard_at.is_(None),
    )
    .values(heard_at=bindparam("now"))
)
STOP = delete(duty_device).where(
    duty_device.c.user_id == bindparam("of_user_id"),
    duty_device.c.sign_in_id == bindparam("of_sign_in_id"),
)
SIGNED_OUT = delete(duty_device).where(duty_device.c.sign_in_id == bindparam("of_sign_in_id"))

# Terms and removal --------------------------------------------------------------------------------

_of = select(shift.c.shift_id).where(shift.c.user_id == bindparam("of_user_id")).scalar_subquery()
FORGET_DEVICES = delete(duty_device).where(
    or_(duty_device.c.user_id == bindparam("of_user_id"), duty_device.c.shift_id.in_(_of))
)
FORGET_SHIFTS = delete(shift).where(
    shift.c.shift_id.in_(
        select(shift.c.shift_id)
        .where(shift.c.user_id == bindparam("of_user_id"))
        .limit(bindparam("limit"))
    )
)
_past = (
    select(shift.c.shift_id)
    .where(shift.c.ends_at <= bindparam("before"))
    .order_by(shift.c.ends_at)
    .limit(bindparam("limit"))
    .scalar_subquery()
)
FORGET_PAST_DEVICES = delete(duty_device).where(duty_device.c.shift_id.in_(_past))
FORGET_PAST_SHIFTS = delete(shift).where(shift.c.shift_id.in_(_past))
SHIFTS_OF = (
    select(*_SHIFT)
    .where(
        shift.c.user_id == bindparam("user_id"),
        tuple_(shift.c.begins_at, shift.c.shift_id)
        > tuple_(bindparam("after_at"), bindparam("after_id")),
    )
    .order_by(shift.c.begins_at, shift.c.shift_id)
    .limit(bindparam("limit"))
)
