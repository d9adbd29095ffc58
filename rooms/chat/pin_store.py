"""What rooms keep at hand, in the database: statements, and nothing that decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import and_, bindparam, delete, func, not_, select
from sqlalchemy.dialects.postgresql import insert

from rooms.chat.log_store import shown
from rooms.chat.tables import message, pin
from rooms.people.blocking_store import not_apart
from rooms.people.store import is_here
from rooms.people.tables import person

if TYPE_CHECKING:
    from rooms.chat.views import RoomView
    from rooms.work import Sql

_PINS_BOUND = 100
"""Far more than may be pinned: it only bounds the query."""

_of_message = and_(pin.c.room_id == message.c.room_id, pin.c.seq == message.c.seq)
# A tombstone is nothing to keep at hand: that of someone who is leaving may yet be a message again.
_STANDS = and_(message.c.state == "posted", is_here())

PINNED = (
    select(message.c.message_id, message.c.author_id)
    .select_from(
        pin.join(message, _of_message).join(person, person.c.user_id == message.c.author_id)
    )
    .where(pin.c.room_id == bindparam("room_id"), _STANDS)
    .order_by(pin.c.pinned_seq.desc())
    .limit(_PINS_BOUND)
)
COUNT = select(func.count()).where(pin.c.room_id == bindparam("room_id"))
PINNED_APART = PINNED.where(not_apart(message.c.author_id))
READABLE = (
    shown(message)
    .add_columns(pin.c.pinned_seq)
    .join(pin, _of_message)
    .where(
        pin.c.room_id == bindparam("room_id"),
        pin.c.seq > bindparam("from_seq"),
        pin.c.pinned_seq < bindparam("below"),
        _STANDS,
        not_apart(message.c.author_id),
    )
    .order_by(pin.c.pinned_seq.desc())
    .limit(_PINS_BOUND)
)
PUT = (
    insert(pin)
    .values(room_id=bindparam("room_id"), seq=bindparam("seq"), pinned_seq=bindparam("pinned_seq"))
    .on_conflict_do_nothing(index_elements=["room_id", "seq"])
)
DROP = delete(pin).where(pin.c.room_id == bindparam("of_room_id"), pin.c.seq == bindparam("of_seq"))


OLDEST_UNSEEN = (
    select(pin.c.seq)
    .select_from(
        pin.join(message, _of_message).join(person, person.c.user_id == message.c.author_id)
    )
    .where(pin.c.room_id == bindparam("room_id"), not_(_STANDS))
    .order_by(pin.c.pinned_seq)
    .limit(1)
)


def pinned(sql: Sql, room_id: str) -> dict[str, str]:
    """The messages that a room keeps at hand and who said them, the newest pin first."""
    return dict(sql.all(PINNED, room_id=room_id))


def count(sql: Sql, room_id: str) -> int:
    """How many pins there are, with those of people who are leaving and may come back."""
    row = sql.one(COUNT, room_id=room_id)
    assert row is not None
    return int(row[0])


def drop_oldest_unseen(sql: Sql, room_id: str) -> None:
    """Take away the oldest pin of a message that nobody sees now."""
    row = sql.one(OLDEST_UNSEEN, room_id=room_id)
    if row is not None:
        sql.run(DROP, of_room_id=room_id, of_seq=row[0])


def with_pins(sql: Sql, view: RoomView, viewer_id: str) -> RoomView:
    """A room as someone sees it who reads in it."""
    rows = sql.all(PINNED_APART, room_id=view.room_id, viewer_id=viewer_id)
    return msgspec.structs.replace(view, pinned=[message_id for message_id, _ in rows])
