"""Proposals, and who on staff could act, in the database: statements, and nothing that decides."""

from __future__ import annotations

from sqlalchemy import and_, bindparam, delete, exists, func, or_, select, update
from sqlalchemy.dialects.postgresql import insert

from rooms.people.person import Role, State
from rooms.people.tables import person
from web.accounts.tables import proposal, recovery_code, second_factor

_concerned = person.alias("concerned")
_proposer = person.alias("proposer")

_has_factor = exists().where(
    second_factor.c.user_id == person.c.user_id, second_factor.c.confirmed_at.is_not(None)
)

# Everyone whom a change of roles may depend on, always in one order: whoever changes a role, a
# state or a restore holds these rows first. Administrators are few.
LOCK_PEOPLE = (
    select(
        person.c.user_id,
        person.c.handle,
        person.c.role,
        person.c.state,
        person.c.banned_until,
    )
    .where(
        or_(
            person.c.role == Role.ADMIN.value,
            person.c.user_id == bindparam("user_id"),
            person.c.user_id == bindparam("actor_id"),
        )
    )
    .order_by(person.c.user_id)
    .with_for_update()
)
OTHER_ACTIVE_ADMINS = (
    select(func.count())
    .select_from(person)
    .where(
        person.c.role == Role.ADMIN.value,
        person.c.state == State.ACTIVE.value,
        person.c.user_id != bindparam("but_id"),
    )
)
# Those whose powers work once they sign in, in either of two roles.
COULD_ACT = (
    select(func.count())
    .select_from(person)
    .where(
        or_(person.c.role == bindparam("role"), person.c.role == bindparam("or_role")),
        person.c.state == State.ACTIVE.value,
        or_(person.c.banned_until.is_(None), person.c.banned_until <= bindparam("now")),
        _has_factor,
        person.c.user_id != bindparam("but_id"),
        person.c.user_id != bindparam("nor_id"),
    )
)

# Those who had one of these roles until another took it, which can still be undone. A role is only
# ever given to make an administrator, and only ever taken to make a member.
COULD_BEFORE = (
    select(func.count())
    .select_from(proposal)
    .where(
        proposal.c.kind == "role",
        proposal.c.state == "done",
        proposal.c.due_at > bindparam("now"),
        or_(
            proposal.c.role_before == bindparam("role"),
            proposal.c.role_before == bindparam("or_role"),
        ),
        or_(proposal.c.role_before == Role.ADMIN.value, proposal.c.role == Role.MEMBER.value),
        proposal.c.user_id != proposal.c.proposer_id,
        proposal.c.user_id != bindparam("but_id"),
        proposal.c.user_id != bindparam("nor_id"),
    )
)

ADD = insert(proposal).values(
    proposal_id=bindparam("proposal_id"),
    kind=bindparam("kind"),
    user_id=bindparam("user_id"),
    role=bindparam("role"),
    role_before=bindparam("role_before"),
    proposer_id=bindparam("proposer_id"),
    proposed_at=bindparam("now"),
    state=bindparam("state"),
    met_by=bindparam("met_by"),
    due_at=bindparam("due_at"),
    decided_by=bindparam("decided_by"),
    decided_at=bindparam("decided_at"),
)
LOCK = (
    select(proposal.c.proposal_id)
    .where(proposal.c.proposal_id == bindparam("proposal_id"))
    .with_for_update()
)
DECIDE = (
    update(proposal)
    .where(proposal.c.proposal_id == bindparam("of_proposal"))
    .values(
        state=bindparam("new_state"),
        due_at=bindparam("new_due_at"),
        decided_by=bindparam("decider_id"),
        decided_at=bindparam("now"),
    )
)
SET_MET = (
    update(proposal)
    .where(proposal.c.proposal_id == bindparam("of_proposal"))
    .values(met_by=bindparam("new_met_by"), due_at=bindparam("new_due_at"))
)

_SHOWN = (
    proposal.c.proposal_id,
    proposal.c.kind,
    proposal.c.user_id,
    _concerned.c.handle,
    _concerned.c.role,
    _concerned.c.state,
    proposal.c.role,
    proposal.c.role_before,
    proposal.c.proposer_id,
    _proposer.c.handle,
    _proposer.c.role,
    _proposer.c.state,
    proposal.c.proposed_at,
    proposal.c.state,
    proposal.c.met_by,
    proposal.c.due_at,
    proposal.c.decided_at,
)
_with_people = (
    select(*_SHOWN)
    .join_from(proposal, _concerned, proposal.c.user_id == _concerned.c.user_id)
    .join(_proposer, proposal.c.proposer_id == _proposer.c.user_id)
)
BY_ID = _with_people.where(proposal.c.proposal_id == bindparam("proposal_id"))
# What waits comes first; what was decided not long ago stays in sight, newest first.
IN_SIGHT = (
    _with_people.where(
        or_(proposal.c.state == "waiting", proposal.c.decided_at > bindparam("decided_after"))
    )
    .order_by(
        proposal.c.decided_at.is_not(None),
        proposal.c.proposed_at.desc(),
        proposal.c.proposal_id,
    )
    .limit(bindparam("limit"))
)
COUNT_WAITING = select(func.count()).select_from(proposal).where(proposal.c.state == "waiting")
COUNT_WAITING_BY = COUNT_WAITING.where(
    proposal.c.kind == bindparam("kind"), proposal.c.proposer_id == bindparam("proposer_id")
)
WAITING_ABOUT = (
    _with_people.where(
        proposal.c.user_id == bindparam("user_id"),
        proposal.c.kind == bindparam("kind"),
        proposal.c.state == "waiting",
    )
    .order_by(proposal.c.proposed_at.desc(), proposal.c.proposal_id)
    .limit(bindparam("limit"))
)
WAITING_BY = (
    _with_people.where(
        proposal.c.proposer_id == bindparam("proposer_id"), proposal.c.state == "waiting"
    )
    .order_by(proposal.c.proposal_id)
    .limit(bindparam("limit"))
)
# A role that this person was given and that can still be taken back from them.
UNDOABLE_ABOUT = (
    select(proposal.c.proposal_id)
    .where(
        proposal.c.user_id == bindparam("user_id"),
        proposal.c.kind == "role",
        proposal.c.state == "done",
        proposal.c.due_at > bindparam("now"),
        proposal.c.role == bindparam("role"),
    )
    .limit(1)
)

# A waiting restore is over when its code is: used, expired or taken away.
OVERDUE = (
    _with_people.where(
        proposal.c.state == "waiting",
        or_(
            and_(proposal.c.kind == "role", proposal.c.due_at <= bindparam("now")),
            and_(proposal.c.kind == "restore", proposal.c.due_at <= bindparam("codes_from")),
        ),
    )
    .order_by(proposal.c.proposed_at, proposal.c.proposal_id)
    .limit(bindparam("limit"))
)
FORGET = (
    delete(proposal)
    .where(
        proposal.c.proposal_id.in_(
            select(proposal.c.proposal_id)
            .where(proposal.c.state != "waiting", proposal.c.decided_at <= bindparam("until"))
            .order_by(proposal.c.proposed_at)
            .limit(bindparam("limit"))
        )
    )
    .returning(proposal.c.proposal_id)
)

# A code from the command line rests on no proposal: whatever becomes of those, it works.
GIVEN_CODE = (
    select(recovery_code.c.from_at, recovery_code.c.until)
    .where(
        recovery_code.c.user_id == bindparam("user_id"),
        recovery_code.c.proposal_id == bindparam("proposal_id"),
        recovery_code.c.until > bindparam("now"),
    )
    .limit(1)
)
_of_proposal = and_(
    recovery_code.c.user_id == bindparam("of_user"),
    recovery_code.c.proposal_id == bindparam("of_proposal"),
)
MOVE_CODE = (
    update(recovery_code)
    .where(_of_proposal, recovery_code.c.from_at > bindparam("now"))
    .values(from_at=bindparam("now"), until=bindparam("new_until"))
)
DROP_CODES = delete(recovery_code).where(_of_proposal)
