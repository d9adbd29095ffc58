"""Ways in and out of a room. Must never keep who was where when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import msgspec

from rooms.chat import access, entering, membership_store, room_store, showing
from rooms.chat.events import JoinAsked
from rooms.chat.views import (
    Access,
    ConductReason,
    MembershipView,
    MemberView,
    MuteReason,
    Relation,
    Standing,
)
from rooms.command import Command, Result
from rooms.people import registry
from rooms.people import store as people_store
from rooms.people.events import YourState
from rooms.people.person import Actor, Role, State
from rooms.permissions import Action, may
from rooms.refusal import Refusal
from rooms.work import Reader, Work

if TYPE_CHECKING:
    from rooms.chat.access import Door
    from rooms.chat.rows import Head, Member
    from rooms.people.person import User

MUTE_MAX_S = 7 * 24 * 3600
STAFF_NOTE_MAX_CHARS = 500

ROOMS_MAX = 100
"""How many rooms one person can be in: what they are told at the start must fit one answer."""


StaffNote = Annotated[str, msgspec.Meta(max_length=STAFF_NOTE_MAX_CHARS)]
"""For colleagues: whoever it is about never reads it."""


class JoinRoom(Command, frozen=True, kw_only=True):
    """Come in, or ask to. `guidelines_version` says which guidelines were read and accepted."""

    room_id: str
    guidelines_version: Annotated[int, msgspec.Meta(ge=0)] | None = None


class LeaveRoom(Command, frozen=True, kw_only=True):
    """Go; also takes back a request to come in, or declines an invitation."""

    room_id: str


class AdmitPerson(Command, frozen=True, kw_only=True):
    """Let in whoever waits, also to the house if they knocked; invite whoever has not asked."""

    room_id: str
    user_id: str


class RefusePerson(Command, frozen=True, kw_only=True):
    """Say no to someone who waits, or take an invitation back."""

    room_id: str
    user_id: str


class RemovePerson(Command, frozen=True, kw_only=True):
    """Put someone out of the room, and tell them why."""

    room_id: str
    user_id: str
    reason: ConductReason | None = None
    note: StaffNote = ""


class MutePerson(Command, frozen=True, kw_only=True):
    """Let someone only read along for a while, and tell them why; 0 seconds ends it."""

    room_id: str
    user_id: str
    mute_s: Annotated[int, msgspec.Meta(ge=0, le=MUTE_MAX_S)]
    reason: MuteReason | None = None
    note: StaffNote = ""


class SetRelation(Command, frozen=True, kw_only=True):
    """Make a member a facilitator of the room, or a member again."""

    room_id: str
    user_id: str
    relation: Relation


class MyMembership(Result, frozen=True, kw_only=True):
    """What I am to the room now; None when I am no longer in it."""

    membership: MembershipView | None


class TheirMembership(Result, frozen=True, kw_only=True):
    """What someone else is to the room now; None when they are no longer in it."""

    member: MemberView | None


def join(work: Work, actor: Actor, command: JoinRoom) -> MyMembership:
    """Come in where the door is open or one is expected; ask to where it is not."""
    door = access.locked_door(work, actor, command.room_id)
    if door.relation is not None:
        return _mine(work, door, door.member)
    door.demand(Action.JOIN)
    standing = _standing_after(door)
    if door.member is not None and door.member.standing == standing:
        return _mine(work, door, door.member)
    door.demand_open()
    door.demand_unlocked(work.now)
    room = room_store.by_id(work.sql, door.room.room_id)
    if room.guidelines and command.guidelines_version != room.guidelines_version:
        raise Refusal("guidelines_first", field="guidelines_version")
    _demand_space(work, actor, door)
    if standing is Standing.IN:
        member = entering.let_in(
            work,
            door.room,
            actor.user_id,
            _invited_as(door),
            before=door.member,
            guidelines_version=room.guidelines_version,
        )
        return _mine(work, door, member)
    member = entering.put_aside(
        work,
        door.room,
        actor.user_id,
        Standing.WAITING,
        Relation.MEMBER,
        before=door.member,
        guidelines_version=room.guidelines_version,
    )
    work.emit(JoinAsked(room_id=door.room.room_id))
    return _mine(work, door, member)


def leave(work: Work, actor: Actor, command: LeaveRoom) -> MyMembership:
    """Go. Nobody has to be let go, but a room that others are in needs a keeper."""
    door = access.locked_door(work, actor, command.room_id)
    member = door.member
    if member is None or member.standing == membership_store.GONE:
        return MyMembership(membership=None)
    if door.is_talk:
        # It ends by itself, with what it is about.
        raise Refusal("forbidden", field="room_id")
    if member.standing == Standing.IN:
        _demand_another_keeper(work, door.room.room_id, member)
    entering.step_out(work, door.room, member, removed=False)
    return MyMembership(membership=None)


def admit(work: Work, actor: Actor, command: AdmitPerson) -> TheirMembership:
    """Let in whoever waits; invite whoever has not asked."""
    door = access.locked_door(work, actor, command.room_id)
    door.demand(Action.ADMIT)
    user, member = _them(work, door, command.user_id)
    if member is not None and member.standing == Standing.WAITING:
        _open_to(work, door.room, member)
        _welcome(work, user.user_id)
    elif member is None or member.standing not in (Standing.IN, Standing.INVITED):
        _demand_can_enter(user)
        entering.put_aside(
            work, door.room, user.user_id, Standing.INVITED, Relation.MEMBER, before=member
        )
    return _theirs(work, door, user.user_id)


def refuse(work: Work, actor: Actor, command: RefusePerson) -> TheirMembership:
    """Say no to someone who waits, or take an invitation back; whoever is in stays in."""
    door = access.locked_door(work, actor, command.room_id)
    door.demand(Action.ADMIT)
    user, member = _them(work, door, command.user_id)
    if member is not None and member.standing in (Standing.WAITING, Standing.INVITED):
        entering.step_out(work, door.room, member, removed=False)
    return _theirs(work, door, user.user_id)


def remove(work: Work, actor: Actor, command: RemovePerson) -> TheirMembership:
    """Put someone out; they can come back only by asking, even where the door is open."""
    door, user, member = restrained(work, actor, command.room_id, command.user_id)
    if member.standing != membership_store.GONE:
        entering.step_out(work, door.room, member, removed=True)
    return _theirs(work, door, user.user_id)


def mute(work: Work, actor: Actor, command: MutePerson) -> TheirMembership:
    """Let someone only read along for a while; leaving and coming back does not end it."""
    door, user, member = restrained(work, actor, command.room_id, command.user_id)
    if member.standing != Standing.IN:
        raise Refusal("not_found", field="user_id")
    muted_until = work.now + command.mute_s * 1000 if command.mute_s else None
    reason = command.reason if muted_until else None
    before = showing.until(member.muted_until, work.now), showing.why(member, work.now)
    if (muted_until, reason) != before:
        work.sql.run(
            membership_store.SET_MUTED,
            of_room_id=door.room.room_id,
            of_user_id=user.user_id,
            new_muted_until=muted_until,
            new_muted_for=reason,
        )
        entering.announce_to(
            work,
            door.room,
            user.user_id,
            member._replace(muted_until=muted_until, muted_for=reason),
        )
    return _theirs(work, door, user.user_id)


def set_relation(work: Work, actor: Actor, command: SetRelation) -> TheirMembership:
    """Make a member a facilitator, or a member again.

    Whoever is not in yet is invited as a facilitator: so an administrator, who does not enter
    rooms, gives a new one its first keeper.
    """
    door = access.locked_door(work, actor, command.room_id)
    door.demand(Action.NAME_FACILITATOR)
    user, member = _them(work, door, command.user_id)
    if member is None or member.standing == membership_store.GONE:
        if command.relation is not Relation.FACILITATOR:
            raise Refusal("not_found", field="user_id")
        _demand_can_enter(user)
        entering.put_aside(
            work, door.room, user.user_id, Standing.INVITED, command.relation, before=member
        )
        return _theirs(work, door, user.user_id)
    if member.relation != command.relation:
        if member.standing == Standing.IN:
            _demand_another_keeper(work, door.room.room_id, member)
        work.sql.run(
            membership_store.SET_RELATION,
            of_room_id=door.room.room_id,
            of_user_id=user.user_id,
            new_relation=command.relation.value,
        )
        if member.standing == Standing.IN:
            entering.announce_keepers(work, door.room.room_id)
        entering.announce_to(
            work, door.room, user.user_id, member._replace(relation=command.relation.value)
        )
    return _theirs(work, door, user.user_id)


def come_from_outside(work: Work, user_id: str) -> None:
    """Someone who knocked at the house is let in: nobody has to let them into an open room again.

    Where coming in has to be asked for, they go on waiting for those who keep the room.
    """
    for (room_id,) in work.sql.all(membership_store.WAITS_AT, user_id=user_id, limit=ROOMS_MAX):
        room = room_store.lock(work.sql, room_id)
        member = membership_store.find(work.sql, room_id, user_id)
        if room is None or member is None or member.standing != Standing.WAITING:
            continue
        if room.access == Access.OPEN and not member.must_ask:
            _open_to(work, room, member)


def demand_space(work: Work, user_id: str) -> None:
    """Refuse someone who is in as many rooms as fit."""
    rooms = work.sql.one(membership_store.COUNT_ROOMS, user_id=user_id)
    if membership_store.count(rooms) >= ROOMS_MAX:
        raise Refusal("too_many")


def _open_to(work: Work, room: Head, member: Member) -> None:
    """In; but who knocked from outside has seen no guidelines, and reads them first."""
    room_id, user_id, relation = room.room_id, member.user_id, Relation(member.relation)
    version = membership_store.count(
        work.sql.one(membership_store.ACCEPTED, of_room_id=room_id, of_user_id=user_id)
    )
    if not version and room_store.by_id(work.sql, room_id).guidelines:
        invited = Standing.INVITED
        entering.put_aside(work, room, user_id, invited, relation, before=member)
        return
    entering.let_in(work, room, user_id, relation, before=member, guidelines_version=version)


def _welcome(work: Work, user_id: str) -> None:
    """Whoever lets someone into a room who knocked lets them into the house."""
    if registry.state_of(work, user_id) is State.WAITING:
        registry.set_state(work, user_id, State.ACTIVE)
        work.emit(YourState(user_id=user_id, state=State.ACTIVE))


def _standing_after(door: Door) -> Standing:
    """Where asking to come in leads."""
    member = door.member
    if (member is not None and member.standing == Standing.INVITED) or door.may(Action.ADMIT):
        return Standing.IN
    if (member is not None and member.must_ask) or door.room.access != Access.OPEN:
        return Standing.WAITING
    return Standing.IN


def _invited_as(door: Door) -> Relation:
    if door.member is not None and door.member.standing in (Standing.INVITED, Standing.WAITING):
        return Relation(door.member.relation)
    return Relation.MEMBER


def _demand_space(work: Work, actor: Actor, door: Door) -> None:
    if door.member is not None and door.member.standing == Standing.WAITING:
        return
    demand_space(work, actor.user_id)


def _demand_can_enter(user: User) -> None:
    """Administrators look after the site; they are in no room."""
    if not may(Action.JOIN, user.role):
        raise Refusal("forbidden", field="user_id")


def _demand_another_keeper(work: Work, room_id: str, member: Member) -> None:
    """The last facilitator stays one while others are in."""
    if (
        member.relation == Relation.FACILITATOR
        and membership_store.keeps_alone(work.sql, room_id, member.user_id)
        and not membership_store.is_alone(work.sql, room_id, member.user_id)
    ):
        raise Refusal("last_facilitator", field="room_id")


def _them(work: Work, door: Door, user_id: str) -> tuple[User, Member | None]:
    """The person whom a command is about, and what they are to the room."""
    user = people_store.present(work.sql, user_id)
    if user is None:
        raise Refusal("not_found", field="user_id")
    return user, membership_store.find(work.sql, door.room.room_id, user_id)


def restrained(work: Work, actor: Actor, room_id: str, user_id: str) -> tuple[Door, User, Member]:
    """Someone whom the actor may mute or remove: never themselves, a peer, or who stands above."""
    door = access.locked_door(work, actor, room_id)
    door.demand(Action.RESTRAIN)
    user, member = _them(work, door, user_id)
    if member is None or (member.standing == membership_store.GONE and not member.must_ask):
        raise Refusal("not_found", field="user_id")
    theirs = Relation(member.relation) if member.standing == Standing.IN else None
    if rank(user.role, theirs) >= rank(actor.powers, door.relation):
        raise Refusal("forbidden", field="user_id")
    return door, user, member


def rank(role: Role, relation: Relation | None) -> int:
    """Who may restrain whom: only those of a lower rank."""
    if role is not Role.MEMBER:
        return 2
    return 1 if relation is Relation.FACILITATOR else 0


def _mine(reader: Reader, door: Door, member: Member | None) -> MyMembership:
    now = access.Door(door.room, door.actor, member)
    return MyMembership(membership=my_view(reader, now))


def my_view(reader: Reader, door: Door) -> MembershipView | None:
    """What the actor is to the room, as they see it."""
    if door.member is None:
        return None
    return showing.membership_view(
        door.room.room_id,
        door.member,
        now=reader.now,
        from_start=door.may(Action.READ_FROM_START),
    )


def _theirs(reader: Reader, door: Door, user_id: str) -> TheirMembership:
    row = membership_store.listed(reader.sql, door.room.room_id, user_id)
    view = None if row is None else showing.member_view(row, now=reader.now, to_keeper=True)
    return TheirMembership(member=view)
