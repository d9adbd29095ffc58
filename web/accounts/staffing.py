"""What staff sees of the people they look after, and the door: who comes in, who is out.

Must never be a directory: whoever looks for someone knows their name. Who has left is in nobody's
sight.
"""

from __future__ import annotations

from typing import Annotated, Final

import msgspec

from moderation.conduct import audit, sanctions
from moderation.events import StaffNoticed
from rooms import paging
from rooms.chat import membership, showing
from rooms.chat.views import Author
from rooms.command import Command, Nothing, Result
from rooms.people import handle as handles
from rooms.people import registry
from rooms.people.events import YourState
from rooms.people.person import GONE, Actor, Role, State, state_now
from rooms.permissions import Action, allows, demand_step_up
from rooms.refusal import Refusal
from rooms.work import Reader, Row, Work
from web.accounts import erasing, invites, proposals, registration, roles, sessions
from web.accounts import staffing_store as store
from web.accounts.invites import InviteView
from web.accounts.proposals import Person, ProposalView
from web.site.decided import Configured, Registration, in_force

STAFF_MAX: Final = 100
WAITING_MAX: Final = 200
UNSEEN_MAX: Final = 1000
"""Counting reports stops here."""

# What each list may take of an answer, so that all of them fit.
_STAFF_BYTES: Final = 16 * 1024
_WAITING_BYTES: Final = 24 * 1024
_PROPOSALS_BYTES: Final = 24 * 1024
_INVITES_BYTES: Final = 16 * 1024


class FindUser(Command, frozen=True, kw_only=True):
    """Look for a person by exactly their name: staff alone."""

    handle: Annotated[str, msgspec.Meta(max_length=200)]


class FoundUser(msgspec.Struct, frozen=True, kw_only=True):
    """A person as staff sees them. Without `banned_until` a ban lasts until it is lifted."""

    user_id: str
    handle: str
    role: Role
    state: State
    banned_until: int | None
    ban_reason: str | None


class UserFound(Result, frozen=True, kw_only=True):
    """The person of that name."""

    user: FoundUser


class ShowStaff(Command, frozen=True, kw_only=True):
    """Who is on staff, who waits to be let in, what is proposed, which invitations are out."""


class StaffMember(msgspec.Struct, frozen=True, kw_only=True):
    """One of staff. Their powers work once they have a second factor (`proven`)."""

    user: Author
    role: Role
    state: State
    proven: bool


class Knocker(msgspec.Struct, frozen=True, kw_only=True):
    """Someone who asked to be let in. The day alone is kept in sight, not the time."""

    user_id: str
    handle: str
    knocked_on: int


class StaffOverview(Result, frozen=True, kw_only=True):
    """What there is to look after. A moderator sees their own invitations alone.

    `alone` tells that nobody else could approve what I propose, so that it is done at once.
    `unseen_reports`, for administrators alone, counts what waits and no moderator can see: each is
    by the only one, or there is none.
    """

    staff: list[StaffMember]
    waiting: list[Knocker]
    proposals: list[ProposalView]
    invites: list[InviteView]
    registration: Registration
    helplines_confirmed: bool
    alone: bool
    unseen_reports: int = 0


class AdmitUser(Command, frozen=True, kw_only=True):
    """Let in someone who knocked."""

    user_id: str


class RefuseUser(Command, frozen=True, kw_only=True):
    """Don't let in someone who knocked: their account is removed."""

    user_id: str


class FreezeUser(Command, frozen=True, kw_only=True):
    """Close an account, or open it again: administrators, and never an administrator's.

    Needs a step-up of the last minutes. Nobody signs in to a closed account.
    """

    user_id: str
    frozen: bool


def working_moderators(reader: Reader) -> list[str]:
    """Every moderator whose powers work."""
    rows = reader.sql.all(store.WORKING, now=reader.now, limit=STAFF_MAX)
    return [user_id for (user_id,) in rows]


def working_staff(reader: Reader) -> list[str]:
    """Everyone who may decide about people, and whose powers work."""
    rows = reader.sql.all(store.DECIDING, now=reader.now, limit=STAFF_MAX)
    return [user_id for (user_id,) in rows]


def is_alone_on_staff(reader: Reader, user_id: str) -> bool:
    """Whether nobody else who looks after the place could agree to what this one proposes."""
    return not proposals.could_act(
        reader, Role.MODERATOR, Role.ADMIN, but_id=user_id, nor_id=user_id
    )


def find(reader: Reader, actor: Actor, command: FindUser) -> UserFound:
    """The person who goes by exactly this name."""
    _demand_staff(actor)
    row = reader.sql.one(store.FOUND, handle_key=handles.key(command.handle))
    if row is None or State(row[3]) in GONE:
        raise Refusal("not_found", field="handle")
    user_id, handle, role, state, banned_until = row
    ban = sanctions.current(reader, user_id)
    return UserFound(
        user=FoundUser(
            user_id=user_id,
            handle=handle,
            role=Role(role),
            state=state_now(state, banned_until, reader.now),
            banned_until=None if ban is None else ban.until,
            ban_reason=None if ban is None else ban.reason,
        )
    )


def overview(
    reader: Reader, actor: Actor, _command: ShowStaff, *, configured: Configured
) -> StaffOverview:
    """Everything that waits for staff, as this one of them may see it."""
    _demand_staff(actor)
    staff = reader.sql.all(store.STAFF, limit=STAFF_MAX)
    waiting = reader.sql.all(store.WAITING, limit=WAITING_MAX)
    mine = invites.list_invites(reader, actor, invites.ListInvites()).invites
    place = in_force(reader, configured)
    return StaffOverview(
        staff=paging.fitting((_member(row, reader.now) for row in staff), _STAFF_BYTES),
        waiting=paging.fitting(map(_knocker, waiting), _WAITING_BYTES),
        proposals=paging.fitting(proposals.in_sight(reader, actor), _PROPOSALS_BYTES),
        invites=paging.fitting(mine, _INVITES_BYTES),
        registration=registration.registration_now(reader, place.chosen, place.fingerprint),
        helplines_confirmed=registration.helplines_confirmed(reader, place.fingerprint),
        alone=_is_alone(reader, actor),
        unseen_reports=_unseen_reports(reader) if actor.role is Role.ADMIN else 0,
    )


def admit(work: Work, actor: Actor, command: AdmitUser) -> Nothing:
    """Let someone in, and into the open room whose door they knocked at by a flyer.

    Their screen goes on by itself.
    """
    person = _at_the_door(work, actor, command.user_id)
    registry.set_state(work, person.user_id, State.ACTIVE)
    membership.come_from_outside(work, person.user_id)
    audit.record(work, actor.user_id, "user.admit", about=person.user_id)
    work.emit(YourState(user_id=person.user_id, state=State.ACTIVE))
    work.emit(StaffNoticed(about=person.user_id))
    return Nothing()


def refuse(work: Work, actor: Actor, command: RefuseUser) -> Nothing:
    """Send someone away who knocked: gone at once, and removed like anyone who leaves."""
    person = _at_the_door(work, actor, command.user_id)
    erasing.begin(work, person.user_id, work.now)
    audit.record(work, actor.user_id, "user.refuse", about=person.user_id)
    work.emit(StaffNoticed(about=person.user_id))
    return Nothing()


def ban(work: Work, actor: Actor, command: sanctions.Ban) -> sanctions.Banned:
    """Keep someone out, as `sanctions.ban` decides: out on every device at once, with what they
    proposed. They can sign in again, to be told.
    """
    if allows(actor, Action.BAN):
        person = proposals.hold_people(work, actor.user_id, command.user_id).get(command.user_id)
        if person is not None:
            roles.demand_settled(work, actor.user_id, person)
    return sanctions.ban(work, actor, command, end_sign_ins=_end_banned)


def freeze(work: Work, actor: Actor, command: FreezeUser) -> Nothing:
    """Close an account or open it; the same again changes nothing."""
    if not allows(actor, Action.FREEZE):
        raise Refusal("forbidden")
    demand_step_up(actor, work.now)
    people = proposals.hold_people(work, actor.user_id, command.user_id)
    proposals.demand_staff(people, actor)
    person = people.get(command.user_id)
    if person is None or person.state in GONE:
        raise Refusal("not_found", field="user_id")
    if person.role is Role.ADMIN or person.state is State.WAITING:
        raise Refusal("forbidden", field="user_id")
    roles.demand_settled(work, actor.user_id, person)
    if (person.state is State.FROZEN) is not command.frozen:
        set_frozen(work, actor.user_id, person, command.frozen)
    return Nothing()


def set_frozen(work: Work, actor_id: str, person: Person, frozen: bool) -> None:
    """Close the account of a person, who is held, or open it. Whoever calls decided it."""
    state = State.FROZEN if frozen else State.ACTIVE
    registry.set_state(work, person.user_id, state)
    if frozen:
        proposals.end_all(work, person.user_id)
        # First, so that a live connection hears why it ends before it hears anything else.
        sessions.end_all_of(work, person.user_id, "frozen")
    work.emit(YourState(user_id=person.user_id, state=state))
    deed = "user.freeze" if frozen else "user.unfreeze"
    audit.record(work, actor_id, deed, about=person.user_id)
    work.emit(StaffNoticed(about=person.user_id))


def _end_banned(work: Work, user_id: str) -> None:
    proposals.end_by(work, user_id)
    sessions.end_all_of(work, user_id, "banned")


def _demand_staff(actor: Actor) -> None:
    if not allows(actor, Action.LOOK_AFTER):
        raise Refusal("forbidden")


def _at_the_door(work: Work, actor: Actor, user_id: str) -> Person:
    """Someone who knocked and waits, held."""
    _demand_staff(actor)
    person = proposals.hold_people(work, actor.user_id, user_id).get(user_id)
    if person is None or person.state in GONE:
        raise Refusal("not_found", field="user_id")
    if person.state is not State.WAITING:
        raise Refusal("already_decided", field="user_id")
    return person


def _is_alone(reader: Reader, actor: Actor) -> bool:
    """For an administrator about roles; for a moderator about who could confirm a restore."""
    if actor.role is Role.ADMIN:
        return roles.is_alone(reader, actor.user_id)
    return not proposals.could_act(
        reader, Role.MODERATOR, Role.ADMIN, but_id=actor.user_id, nor_id=actor.user_id
    )


def _unseen_reports(reader: Reader) -> int:
    row = reader.sql.one(store.UNSEEN_REPORTS, now=reader.now, limit=UNSEEN_MAX)
    return 0 if row is None else int(row[0])


def _member(row: Row, now: int) -> StaffMember:
    user_id, handle, role, state, banned_until, proven = row
    return StaffMember(
        user=showing.author(user_id, handle, role, None),
        role=Role(role),
        state=state_now(state, banned_until, now),
        proven=bool(proven),
    )


def _knocker(row: Row) -> Knocker:
    user_id, handle, created_at = row
    return Knocker(
        user_id=user_id, handle=handle, knocked_on=created_at - created_at % sessions.DAY_MS
    )
