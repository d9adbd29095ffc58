"""How a place in a room is taken and given up. Must never decide whether it may be.

Whoever calls has locked the room and asked `rooms.permissions`. Nothing here notes a time: who
was where when is not kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rooms.chat import (
    log,
    membership_store,
    name_store,
    pin_store,
    room_store,
    saved_store,
    showing,
)
from rooms.chat.events import MemberJoined, MemberLeft, NamesChanged, YourMembership
from rooms.chat.rows import Member
from rooms.chat.views import Access, Relation, RoomView, Standing
from rooms.people import blocking
from rooms.people import store as people_store
from rooms.people.person import Role, User

if TYPE_CHECKING:
    from rooms.chat.rows import Head
    from rooms.work import Reader, Work

LAST_DAY_MS = 24 * 3600 * 1000
"""How far back a room shows to whoever comes in, if it is open and says so."""


def let_in(
    work: Work,
    room: Head,
    user_id: str,
    relation: Relation,
    *,
    before: Member | None,
    guidelines_version: int,
) -> Member:
    """Someone is in from now on, and reads from now on."""
    from_seq = _first_reading(work, room)
    member = Member(
        user_id=user_id,
        standing=Standing.IN.value,
        relation=relation.value,
        from_seq=from_seq,
        muted_until=None if before is None else showing.until(before.muted_until, work.now),
        last_read=room.last_seq,
        muted_for=None if before is None else showing.why(before, work.now),
    )
    membership_store.put(
        work.sql,
        room.room_id,
        member,
        posts_read=room.posts,
        guidelines_version=guidelines_version,
    )
    work.sql.run(room_store.SET_JOINED, of_room_id=room.room_id, from_seq=from_seq)
    announce_joined(work, room.room_id, user_id)
    if relation is Relation.FACILITATOR:
        announce_keepers(work, room.room_id)
    announce_to(work, room, user_id, member)
    return member


def put_aside(
    work: Work,
    room: Head,
    user_id: str,
    standing: Standing,
    relation: Relation,
    *,
    before: Member | None,
    guidelines_version: int = 0,
) -> Member:
    """Someone waits at the door, or is invited."""
    member = Member(
        user_id=user_id,
        standing=standing.value,
        relation=relation.value,
        from_seq=room.last_seq,
        muted_until=None if before is None else showing.until(before.muted_until, work.now),
        last_read=room.last_seq,
        must_ask=before.must_ask if before is not None and standing is Standing.WAITING else 0,
        muted_for=None if before is None else showing.why(before, work.now),
    )
    membership_store.put(
        work.sql,
        room.room_id,
        member,
        posts_read=room.posts,
        guidelines_version=guidelines_version,
    )
    announce_to(work, room, user_id, member)
    return member


def step_out(work: Work, room: Head, member: Member, *, removed: bool) -> None:
    """Someone is gone. What is remembered is only what they could otherwise shake off."""
    was_in = member.standing == Standing.IN
    key = {"of_room_id": room.room_id, "of_user_id": member.user_id}
    must_ask = 1 if removed else member.must_ask
    if must_ask or showing.until(member.muted_until, work.now) is not None:
        work.sql.run(membership_store.SET_GONE, **key, new_must_ask=must_ask)
    else:
        work.sql.run(membership_store.DELETE, **key)
    if was_in:
        work.sql.run(membership_store.FORGET_MENTIONS, **key, seq=room.last_seq)
        work.sql.run(saved_store.FORGET_IN_ROOM, **key)
        person = _person(work, member.user_id)
        work.emit(
            MemberLeft(room_id=room.room_id, user_id=person.user_id if person.visible else None).by(
                person.user_id
            )
        )
        if member.relation == Relation.FACILITATOR:
            announce_keepers(work, room.room_id)
    announce_to(work, room, member.user_id, None)


def announce_joined(work: Work, room_id: str, user_id: str) -> None:
    """Tell the room: with a name only if they wish to be seen."""
    row = membership_store.listed(work.sql, room_id, user_id)
    assert row is not None
    shown = showing.member_view(row, now=work.now, to_keeper=False) if row.visible else None
    work.emit(MemberJoined(room_id=room_id, member=shown).by(user_id))


def announce_keepers(work: Work, room_id: str) -> None:
    """Tell the room that someone keeps it now, or no longer: it stands beside all their words."""
    work.sql.run(name_store.COUNT_CHANGE, of_room_id=room_id)
    work.emit(NamesChanged(room_id=room_id))


def announce_to(work: Work, room: Head, user_id: str, member: Member | None) -> None:
    """Tell someone, on each of their devices, what they are to a room now."""
    person = _person(work, user_id)
    known = room_store.by_id(work.sql, room.room_id)
    view: RoomView | None = known
    mine = None
    if member is not None:
        keeps = person.role is Role.MODERATOR or (
            member.relation == Relation.FACILITATOR and member.standing == Standing.IN
        )
        mine = showing.membership_view(room.room_id, member, now=work.now, from_start=keeps)
        if member.standing == Standing.IN:
            viewer_id = "" if blocking.sees_everyone(person.role) else user_id
            view = pin_store.with_pins(work.sql, known, viewer_id)
    elif room.access == Access.INVITE and person.role is Role.MEMBER:
        view = None
    work.emit(YourMembership(user_id=user_id, room_id=room.room_id, room=view, membership=mine))


def _first_reading(reader: Reader, room: Head) -> int:
    """Where the reading of whoever comes in now begins (exclusive)."""
    view = room_store.by_id(reader.sql, room.room_id)
    if not (view.shows_last_day and view.access is Access.OPEN):
        return room.last_seq
    row = reader.sql.one(room_store.SHOWS_FROM, room_id=room.room_id)
    assert row is not None
    return max(int(row[0]), log.first_seq_since(reader, room, reader.now - LAST_DAY_MS) - 1)


def _person(reader: Reader, user_id: str) -> User:
    person = people_store.by_id(reader.sql, user_id)
    assert person is not None
    return person
