"""What is decided about people, and their appeals, in the database: statements alone."""

from __future__ import annotations

from sqlalchemy import bindparam, func, null, or_, select, update
from sqlalchemy.dialects.postgresql import insert

from moderation.conduct.store import shown_as
from moderation.conduct.tables import appeal, sanction
from rooms.chat.tables import room
from rooms.people.tables import person

RUNNING = (
    select(sanction.c.sanction_id, sanction.c.reason, sanction.c.until)
    .where(
        sanction.c.user_id == bindparam("user_id"),
        sanction.c.kind == "ban",
        sanction.c.lifted_at.is_(None),
        or_(sanction.c.until.is_(None), sanction.c.until > bindparam("now")),
    )
    .order_by(sanction.c.given_at.desc(), sanction.c.sanction_id.desc())
    .limit(1)
)
OF = (
    select(
        sanction.c.kind,
        sanction.c.reason,
        sanction.c.given_at,
        sanction.c.until,
        sanction.c.lifted_at,
    )
    .where(sanction.c.user_id == bindparam("user_id"))
    .order_by(sanction.c.given_at.desc(), sanction.c.sanction_id.desc())
    .limit(bindparam("limit"))
)
ADD = insert(sanction).values(
    sanction_id=bindparam("sanction_id"),
    user_id=bindparam("user_id"),
    kind=bindparam("kind"),
    reason=bindparam("reason"),
    given_by=bindparam("given_by"),
    given_at=bindparam("now"),
    until=bindparam("until"),
    lifted_at=null(),
    lifted_by=null(),
    room_id=bindparam("room_id"),
    note=bindparam("note"),
    seen_at=null(),
)
LIFT = (
    update(sanction)
    .where(
        sanction.c.user_id == bindparam("of_user_id"),
        sanction.c.kind == "ban",
        sanction.c.lifted_at.is_(None),
    )
    .values(lifted_at=bindparam("now"), lifted_by=bindparam("lifter_id"))
)
# In one room: what of this kind runs for someone ends, for something else takes its place.
LIFT_IN_ROOM = (
    update(sanction)
    .where(
        sanction.c.user_id == bindparam("of_user_id"),
        sanction.c.kind == bindparam("of_kind"),
        sanction.c.room_id == bindparam("of_room_id"),
        sanction.c.lifted_at.is_(None),
        or_(sanction.c.until.is_(None), sanction.c.until > bindparam("now")),
    )
    .values(
        lifted_at=bindparam("now"),
        lifted_by=bindparam("lifter_id"),
        # What took its place is told, or they see that it is over.
        seen_at=func.coalesce(sanction.c.seen_at, bindparam("now")),
    )
)
LIFT_ONE = (
    update(sanction)
    .where(sanction.c.sanction_id == bindparam("of_sanction_id"), sanction.c.lifted_at.is_(None))
    .values(lifted_at=bindparam("now"), lifted_by=bindparam("lifter_id"))
)
PUT_AWAY = (
    update(sanction)
    .where(
        sanction.c.sanction_id == bindparam("of_sanction_id"),
        sanction.c.user_id == bindparam("of_user_id"),
        sanction.c.seen_at.is_(None),
    )
    .values(seen_at=bindparam("now"))
)
_ONE = (
    sanction.c.sanction_id,
    sanction.c.user_id,
    sanction.c.kind,
    sanction.c.reason,
    sanction.c.given_by,
    sanction.c.given_at,
    sanction.c.until,
    sanction.c.lifted_at,
    sanction.c.room_id,
)
ONE = select(*_ONE).where(sanction.c.sanction_id == bindparam("sanction_id")).with_for_update()
UNSEEN = (
    select(*_ONE)
    .where(sanction.c.user_id == bindparam("user_id"), sanction.c.seen_at.is_(None))
    .order_by(sanction.c.given_at.desc(), sanction.c.sanction_id.desc())
    .limit(bindparam("limit"))
)
# Something is new about it: they are told once more.
TELL_AGAIN = (
    update(sanction)
    .where(sanction.c.sanction_id == bindparam("of_sanction_id"))
    .values(seen_at=null())
)
MINE = (
    select(
        *_ONE,
        sanction.c.seen_at,
        appeal.c.at,
        appeal.c.words,
        appeal.c.outcome,
        appeal.c.decided_at,
    )
    .select_from(sanction.outerjoin(appeal, appeal.c.sanction_id == sanction.c.sanction_id))
    .where(sanction.c.user_id == bindparam("user_id"))
    .order_by(sanction.c.given_at.desc(), sanction.c.sanction_id.desc())
    .limit(bindparam("limit"))
)
_giver = person.alias("giver")
# As staff sees it: who decided, and what they wrote for colleagues.
_SHOWN = (
    *_ONE,
    sanction.c.note,
    room.c.name,
    *shown_as(_giver),
)
_shown = sanction.join(_giver, _giver.c.user_id == sanction.c.given_by).outerjoin(
    room, room.c.room_id == sanction.c.room_id
)
HISTORY = (
    select(*_SHOWN, appeal.c.outcome, appeal.c.appeal_id)
    .select_from(_shown.outerjoin(appeal, appeal.c.sanction_id == sanction.c.sanction_id))
    .where(sanction.c.user_id == bindparam("user_id"))
    .order_by(sanction.c.given_at.desc(), sanction.c.sanction_id.desc())
    .limit(bindparam("limit"))
)

# Appeals ------------------------------------------------------------------------------------------

MAKE = (
    insert(appeal)
    .values(
        appeal_id=bindparam("appeal_id"),
        sanction_id=bindparam("sanction_id"),
        user_id=bindparam("user_id"),
        at=bindparam("now"),
        words=bindparam("words"),
        outcome=null(),
        decided_at=null(),
        decided_by=null(),
        solo=0,
    )
    .on_conflict_do_nothing(index_elements=["sanction_id"])
    .returning(appeal.c.appeal_id)
)
MADE = select(appeal.c.words).where(appeal.c.sanction_id == bindparam("sanction_id"))
LOCK_APPEAL = (
    select(appeal.c.sanction_id, appeal.c.user_id, appeal.c.outcome, appeal.c.decided_by)
    .where(appeal.c.appeal_id == bindparam("appeal_id"))
    .with_for_update()
)
DECIDE = (
    update(appeal)
    .where(appeal.c.appeal_id == bindparam("of_appeal_id"))
    .values(
        outcome=bindparam("new_outcome"),
        decided_at=bindparam("now"),
        decided_by=bindparam("decider_id"),
        solo=bindparam("new_solo"),
    )
)
_appealing = person.alias("appealing")
_decider = person.alias("decider")
_APPEALS = (
    select(
        appeal.c.appeal_id,
        appeal.c.at,
        appeal.c.words,
        appeal.c.outcome,
        appeal.c.decided_at,
        appeal.c.solo,
        *shown_as(_appealing),
        *shown_as(_decider),
        appeal.c.decided_by,
        *_SHOWN,
    )
    .select_from(
        _shown.join(appeal, appeal.c.sanction_id == sanction.c.sanction_id)
        .join(_appealing, _appealing.c.user_id == appeal.c.user_id)
        .outerjoin(_decider, _decider.c.user_id == appeal.c.decided_by)
    )
    # Never about oneself.
    .where(appeal.c.user_id != bindparam("reader_id"))
    .limit(bindparam("limit"))
)
# Whoever waits longest comes first; what was decided, newest first.
WAITING = _APPEALS.where(appeal.c.outcome.is_(None)).order_by(appeal.c.at, appeal.c.appeal_id)
DECIDED = _APPEALS.where(appeal.c.outcome.is_not(None)).order_by(
    appeal.c.decided_at.desc(), appeal.c.appeal_id
)
SET_BANNED_UNTIL = (
    update(person)
    .where(person.c.user_id == bindparam("of_user_id"))
    .values(banned_until=bindparam("new_until"))
)
