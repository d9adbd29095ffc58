"""What was decided about someone in a room, taken back. Must never decide whether it may be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rooms.chat import entering, membership_store, room_store, showing
from rooms.chat.views import Standing

if TYPE_CHECKING:
    from rooms.chat.rows import Head, Member
    from rooms.work import Work


def give_voice(work: Work, room_id: str, user_id: str) -> None:
    """Someone who only read along in a room writes again, if they still only read along."""
    found = _held(work, room_id, user_id)
    if found is None or showing.until(found[1].muted_until, work.now) is None:
        return
    room, member = found
    key = {"of_room_id": room_id, "of_user_id": user_id}
    work.sql.run(membership_store.SET_MUTED, **key, new_muted_until=None, new_muted_for=None)
    unmuted = member._replace(muted_until=None, muted_for=None)
    if member.standing == membership_store.GONE:
        _forget_if_nothing(work, room, unmuted)
    else:
        entering.announce_to(work, room, user_id, unmuted)


def open_door(work: Work, room_id: str, user_id: str) -> None:
    """To someone who was put out, an open door is open again; they are not brought back."""
    found = _held(work, room_id, user_id)
    if found is None or not found[1].must_ask:
        return
    room, member = found
    free = member._replace(must_ask=0)
    if member.standing == membership_store.GONE:
        key = {"of_room_id": room_id, "of_user_id": user_id}
        work.sql.run(membership_store.SET_GONE, **key, new_must_ask=0)
        _forget_if_nothing(work, room, free)
    elif member.standing == Standing.WAITING:
        work.sql.run(membership_store.MAY_ENTER, of_room_id=room_id, of_user_id=user_id)


def _held(work: Work, room_id: str, user_id: str) -> tuple[Head, Member] | None:
    room = room_store.lock(work.sql, room_id)
    member = membership_store.find(work.sql, room_id, user_id)
    return None if room is None or member is None else (room, member)


def _forget_if_nothing(work: Work, room: Head, member: Member) -> None:
    """Nothing is remembered of who is gone but what they could otherwise shake off."""
    if member.must_ask or showing.until(member.muted_until, work.now) is not None:
        return
    key = {"of_room_id": room.room_id, "of_user_id": member.user_id}
    work.sql.run(membership_store.DELETE, **key)
