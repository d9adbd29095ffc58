"""What an invitation does when it is used. Must never tell one that opens nothing from another.

Used, taken back, over, never made, or made by somebody who may no longer bring people there: all
are `invite_invalid`, and nothing else is said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final, NamedTuple

import msgspec

from moderation.conduct import audit
from moderation.events import StaffNoticed
from rooms.chat import access, entering, membership, membership_store, room_store
from rooms.chat.events import JoinAsked
from rooms.chat.views import MembershipView, Relation, RoomView, Standing
from rooms.command import Command, Result
from rooms.people.person import RANK, Actor, Role, State, User
from rooms.permissions import Action, may
from rooms.refusal import Refusal
from rooms.words import mark
from web.accounts import invite_codes as codes
from web.accounts import invite_store as store
from web.accounts import invites, proposals, roles
from web.accounts.sessions import DAY_MS, token_hash

if TYPE_CHECKING:
    from rooms.chat.rows import Head, Member
    from rooms.work import Reader, Work

WAITING_MAX: Final = 200
"""People who have knocked and wait, all in all: as many as somebody can look at."""

_FULL: Final = mark(
    "More people are asking to come in than we can welcome just now. Please try again in a few "
    "days. Help now is there for you at any hour."
)


class UseInvite(Command, frozen=True, kw_only=True):
    """I am here already and was given a code: bring me into its room."""

    code: Annotated[str, msgspec.Meta(max_length=1024)]


class InviteUsed(Result, frozen=True, kw_only=True):
    """Where it led: None when it was only about being here at all."""

    room: RoomView | None
    membership: MembershipView | None


class Invitation(NamedTuple):
    """One that works: whoever made it still may."""

    invite_id: str
    kind: str
    role: Role
    room_id: str | None
    relation: Relation
    creator_id: str | None

    @property
    def knocks(self) -> bool:
        """Whether it only asks to be let in."""
        return self.kind == "knock"

    @property
    def by_operator(self) -> bool:
        """Whether it was made by whoever runs the server, who gives roles by themselves."""
        return self.creator_id is None


def valid(reader: Reader, text: str, *, field: str = "invite") -> Invitation:
    """The invitation of this link or code, if it still opens something."""
    row = reader.sql.one(store.FIND, token_hash=token_hash(codes.read(text)))
    if row is not None:
        invite_id, kind, role, room_id, relation, creator_id, *life = row
        found = Invitation(invite_id, kind, Role(role), room_id, Relation(relation), creator_id)
        if _is_live(reader, found, *life):
            return found
    raise _dead(field)


def spend(work: Work, found: Invitation, *, field: str = "invite") -> None:
    """Use it up. Of many who try at once, one succeeds; a knock is for everyone."""
    if found.knocks:
        return
    # The day alone: an exact time would tell who it was that came in by it.
    today = work.now - work.now % DAY_MS
    if work.sql.one(store.USE, of_invite=found.invite_id, now=work.now, today=today) is None:
        raise _dead(field)


def demand_patience(reader: Reader, found: Invitation) -> None:
    """Refuse one more who knocks, when as many wait as somebody can look at."""
    if not found.knocks:
        return
    row = reader.sql.one(store.COUNT_WAITING, limit=WAITING_MAX)
    if row is not None and row[0] >= WAITING_MAX:
        raise Refusal("too_many", _FULL)


def begins_as(found: Invitation) -> tuple[Role, State]:
    """What a new person is at first: a role of staff is decided by staff, once they are here."""
    role = found.role if found.by_operator else Role.MEMBER
    return role, State.WAITING if found.knocks else State.ACTIVE


def bring_in(work: Work, user: User, found: Invitation) -> None:
    """A new person is where the invitation leads, and whoever decides is told.

    They are not signed in yet: a role that is given at once ends every sign-in.
    """
    if found.room_id is not None:
        _enter(work, user, found, found.room_id)
    if found.knocks:
        work.emit(StaffNoticed(about=user.user_id))
    elif found.creator_id is not None and found.role is not Role.MEMBER:
        roles.propose_role(work, found.creator_id, user.user_id, found.role)


def use(work: Work, actor: Actor, command: UseInvite) -> InviteUsed:
    """Someone who is here already follows an invitation; it is used up if it changed anything."""
    found = valid(work, command.code, field="code")
    user = User(actor.user_id, actor.handle, actor.role, actor.visible, actor.reading)
    changed = False
    view, mine = None, None
    if found.room_id is not None:
        room, member, changed = _enter(work, user, found, found.room_id)
        view = room_store.by_id(work.sql, room.room_id)
        mine = membership.my_view(work, access.Door(room, actor, member))
    if RANK[found.role] > RANK[user.role]:
        _raise(work, user, found)
        changed = True
    if changed:
        spend(work, found, field="code")
    return InviteUsed(room=view, membership=mine)


def _raise(work: Work, user: User, found: Invitation) -> None:
    """The role is proposed by whoever made the invitation; the operator's own gives it at once."""
    if found.creator_id is not None:
        roles.propose_role(work, found.creator_id, user.user_id, found.role)
        return
    person = proposals.hold_people(work, user.user_id, user.user_id)[user.user_id]
    roles.change(work, person, found.role)
    audit.record(work, audit.OPERATOR, "role.give", about=user.user_id, detail=found.role)
    work.emit(StaffNoticed(about=user.user_id))


def _enter(work: Work, user: User, found: Invitation, room_id: str) -> tuple[Head, Member, bool]:
    """Take the person as far into the room as the invitation goes; whether that was any further."""
    room = room_store.lock(work.sql, room_id)
    assert room is not None  # it was there when the invitation was found, and rooms stay
    if not may(Action.JOIN, user.role):
        raise Refusal("forbidden")
    before = membership_store.find(work.sql, room_id, user.user_id)
    goal = _goal(work, found, before, room_id)
    if before is not None and not _is_further(before, goal, found.relation):
        return room, before, False
    if before is None or before.standing != Standing.IN:
        membership.demand_space(work, user.user_id)
    member = _place(work, room, user, found, goal, before)
    if goal is Standing.WAITING:
        work.emit(JoinAsked(room_id=room_id))
    return room, member, True


def _goal(work: Work, found: Invitation, before: Member | None, room_id: str) -> Standing:
    """In; or first to read the guidelines; or only to ask, by a knock or after being put out."""
    if before is not None and before.standing == Standing.IN:
        return Standing.IN
    if found.knocks or (before is not None and before.must_ask):
        return Standing.WAITING
    if room_store.by_id(work.sql, room_id).guidelines:
        return Standing.INVITED
    return Standing.IN


def _is_further(before: Member, goal: Standing, relation: Relation) -> bool:
    if goal is Standing.WAITING:
        return before.standing == membership_store.GONE
    more = relation is Relation.FACILITATOR and before.relation != relation
    return more or before.standing != goal


def _place(
    work: Work, room: Head, user: User, found: Invitation, goal: Standing, before: Member | None
) -> Member:
    if before is not None and before.standing == Standing.IN:
        work.sql.run(
            membership_store.SET_RELATION,
            of_room_id=room.room_id,
            of_user_id=user.user_id,
            new_relation=found.relation.value,
        )
        member = before._replace(relation=found.relation.value)
        entering.announce_keepers(work, room.room_id)
        entering.announce_to(work, room, user.user_id, member)
        return member
    if goal is Standing.IN:
        return entering.let_in(
            work, room, user.user_id, found.relation, before=before, guidelines_version=0
        )
    relation = Relation.MEMBER if goal is Standing.WAITING else found.relation
    return entering.put_aside(work, room, user.user_id, goal, relation, before=before)


def _is_live(
    reader: Reader,
    found: Invitation,
    expires_at: int,
    used_at: int | None,
    revoked_at: int | None,
    role: str | None,
    state: str | None,
    banned_until: int | None,
) -> bool:
    """Whether it is not over, and whoever made it could make it now; the operator always can."""
    if used_at is not None or revoked_at is not None or expires_at <= reader.now:
        return False
    if found.creator_id is None:
        return True
    if role is None or state != State.ACTIVE or (banned_until or 0) > reader.now:
        return False
    creator = Actor(found.creator_id, "", Role(role))
    try:
        invites.demand_power(reader, creator, found.role, found.room_id, found.relation)
    except Refusal:
        return False
    return True


def _dead(field: str) -> Refusal:
    return Refusal("invite_invalid", field=field)
