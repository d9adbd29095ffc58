"""A talk of two: someone, and whoever follows up on how they are.

Must never be known to anybody else. Who follows up may change; then the one is out before the
other is in, and whoever talks with them is told whom they talk with now.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from rooms.chat import access, log_store, membership_store, room_store, saved_store, showing
from rooms.chat import talk_store as store
from rooms.chat.events import YourMembership
from rooms.chat.rows import Member
from rooms.chat.views import Author, Relation, RoomKind, RoomView, Standing
from rooms.folding import fold
from rooms.permissions import Action
from rooms.refusal import Refusal
from rooms.words import filled, mark

if TYPE_CHECKING:
    from rooms.chat.rows import Head
    from rooms.people.person import Actor
    from rooms.work import Reader, Work

KEPT_DAYS: Final = 180
"""How long what was said in a talk is kept, while nobody ends its term before."""

NAME: Final = mark("A talk")
"""Says nothing of what it is about: whoever looks over a shoulder may read it."""
_WITH: Final = mark("A talk with {handle}")


def begin(work: Work) -> str:
    """A new talk that nobody is in yet; its id."""
    room_id = work.new_id()
    work.sql.run(
        store.BEGIN,
        room_id=room_id,
        name=NAME,
        name_key=fold(NAME),
        retention_days=KEPT_DAYS,
    )
    return room_id


def belongs_to(
    work: Work, room_id: str, *, member_id: str, keeper_id: str | None, closed: bool
) -> None:
    """Whose talk it is from now on; nobody else is in it any more, and they hear so first.

    `keeper_id` follows up; without one the other reads on. `closed`: nobody writes in it now.
    """
    room = room_store.lock(work.sql, room_id)
    assert room is not None
    before: dict[str, str] = dict(work.sql.all(store.PEOPLE, room_id=room_id))
    after = {member_id: Relation.MEMBER.value}
    if keeper_id is not None:
        after[keeper_id] = Relation.FACILITATOR.value
    if after == before and closed is (room.closed_at is not None):
        return
    closed_at = (room.closed_at or work.now) if closed else None
    work.sql.run(room_store.SET_CLOSED, of_room_id=room_id, new_closed_at=closed_at)
    for user_id in before.keys() - after.keys():
        _put_out(work, room, user_id)
    for user_id, relation in after.items():
        if user_id not in before:
            _let_in(work, room, user_id, relation)
        elif before[user_id] != relation:
            work.sql.run(
                membership_store.SET_RELATION,
                of_room_id=room_id,
                of_user_id=user_id,
                new_relation=relation,
            )
    for user_id in after:
        _announce_to(work, room_id, user_id)


def end(work: Work, room_id: str) -> None:
    """Nobody is in it any more, and what was said goes."""
    room = room_store.lock(work.sql, room_id)
    if room is None:
        return
    for user_id, _ in work.sql.all(store.PEOPLE, room_id=room_id):
        _put_out(work, room, user_id)
    work.sql.run(store.KEEP_NO_LONGER, of_room_id=room_id)


def named(reader: Reader, view: RoomView, viewer_id: str) -> RoomView:
    """A room as one person sees it: a talk goes by whom they talk with."""
    if view.kind is not RoomKind.SUPPORT:
        return view
    row = store.other(reader.sql, view.room_id, viewer_id)
    if row is None:
        return view
    user_id, handle, role = row
    other: Author = showing.author(user_id, handle, role, None)
    return msgspec.structs.replace(view, name=filled(_WITH, {"handle": handle}), other=other)


def is_open_to(
    reader: Reader, actor: Actor, *, room_id: str | None = None, message_id: str | None = None
) -> bool:
    """Whether this is about a talk of the actor's, or about something said in one."""
    if message_id is not None:
        said = log_store.said(reader.sql, message_id)
        room_id = None if said is None else said.room_id
    if room_id is None or reader.sql.one(store.IS_TALK, room_id=room_id) is None:
        return False
    try:
        return access.door(reader, actor, room_id).may(Action.READ)
    except Refusal:
        return False


def _let_in(work: Work, room: Head, user_id: str, relation: str) -> None:
    """They read all of it, and what they have not seen is new to them."""
    member = Member(user_id, Standing.IN.value, relation, 0, None, 0)
    membership_store.put(work.sql, room.room_id, member, posts_read=0, guidelines_version=0)


def _put_out(work: Work, room: Head, user_id: str) -> None:
    key = {"of_room_id": room.room_id, "of_user_id": user_id}
    work.sql.run(membership_store.DELETE, **key)
    work.sql.run(membership_store.FORGET_MENTIONS, **key, seq=room.last_seq)
    work.sql.run(saved_store.FORGET_IN_ROOM, **key)
    work.emit(YourMembership(user_id=user_id, room_id=room.room_id, room=None, membership=None))


def _announce_to(work: Work, room_id: str, user_id: str) -> None:
    member = membership_store.find(work.sql, room_id, user_id)
    assert member is not None
    work.emit(
        YourMembership(
            user_id=user_id,
            room_id=room_id,
            room=named(work, room_store.by_id(work.sql, room_id), user_id),
            membership=showing.membership_view(room_id, member, now=work.now, from_start=True),
        )
    )
