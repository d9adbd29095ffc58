"""Giving a role and taking it back: two administrators, or one where only one could.

Must never leave the site without an administrator, nor a token that outlives the role it was
made for.
"""

from __future__ import annotations

from moderation.conduct import audit
from moderation.events import StaffNoticed
from rooms.chat import names
from rooms.command import Command
from rooms.people import registry
from rooms.people.events import YourRole
from rooms.people.person import GONE, RANK, Actor, Role, State
from rooms.permissions import Action, allows, demand_step_up
from rooms.refusal import Refusal
from rooms.work import Reader, Work
from web.accounts import proposal_store as store
from web.accounts import proposals, sessions
from web.accounts.proposals import Person, Proposal, ProposalAnswer


class ProposeRole(Command, frozen=True, kw_only=True):
    """Give someone a role, or take it back. Needs a step-up of the last minutes.

    To give one takes two administrators: this waits until another approves. Where no other could,
    it is done at once. To take one back takes one administrator, and is done at once. Everyone on
    staff is told of what one decided alone, and any of them but the person can undo it for 72
    hours; so long, whoever lost a role counts as one who could approve. Whoever is given a role,
    or loses it, signs in anew; its powers work once they have a second factor.
    """

    user_id: str
    role: Role


class ApproveProposal(Command, frozen=True, kw_only=True):
    """Agree that someone is given a role: another administrator than the one who proposed it.

    Needs a step-up of the last minutes.
    """

    proposal_id: str


class UndoProposal(Command, frozen=True, kw_only=True):
    """Undo what one administrator decided alone about a role: any of staff but the person, 72 h.

    A role that was given is taken back, one that was taken is given again, to who is still here.
    Needs a step-up of the last minutes.
    """

    proposal_id: str


def propose(work: Work, actor: Actor, command: ProposeRole) -> ProposalAnswer:
    """Propose a role for someone; done at once where nobody else could approve."""
    _demand_administrator(work, actor)
    people = proposals.hold_people(work, actor.user_id, command.user_id)
    proposals.demand_staff(people, actor)
    person = people.get(command.user_id)
    if person is None or person.state in GONE:
        raise Refusal("not_found", field="user_id")
    if person.role is command.role:
        raise Refusal("already_decided", field="role")
    if RANK[command.role] < RANK[person.role]:
        done = _take(work, actor.user_id, person, command.role)
    else:
        done = _give(work, actor.user_id, person, command.role)
    return ProposalAnswer(proposal=proposals.view(done))


def propose_role(work: Work, proposer_id: str, user_id: str, role: Role) -> Proposal:
    """The same for someone who came in by an administrator's invitation to staff.

    The administrator stepped up when they made it. Call this before the new person is signed in:
    a role that is given ends their sign-ins. Raises `invite_invalid` when whoever made the
    invitation is no administrator any more.
    """
    people = proposals.hold_people(work, proposer_id, user_id)
    proposer = people.get(proposer_id)
    person = people.get(user_id)
    stands = proposer is not None and _is_administrator(proposer)
    if not stands or person is None or RANK[role] <= RANK[person.role]:
        raise Refusal("invite_invalid", field="invite")
    return _give(work, proposer_id, person, role)


def approve(work: Work, actor: Actor, command: ApproveProposal) -> ProposalAnswer:
    """Agree to a role that another administrator proposed."""
    _demand_administrator(work, actor)
    proposal, people = proposals.hold(work, actor, command.proposal_id)
    proposals.demand_staff(people, actor)
    if proposal.kind != "role":
        raise Refusal("not_found", field="proposal_id")
    if actor.user_id in (proposal.proposer_id, proposal.user_id):
        raise Refusal("forbidden", field="proposal_id")
    if proposal.state != "waiting":
        raise Refusal("already_decided")
    # Two must agree who are administrators now: the one who proposed it is held as well if so.
    proposer, person = people.get(proposal.proposer_id), people[proposal.user_id]
    stands = proposer is not None and _is_administrator(proposer)
    if not stands or proposal.due_at <= work.now or person.role != proposal.role_before:
        raise Refusal("closed")
    _demand_present(person)
    done = proposals.decide(work, proposal, "done", actor.user_id, due_at=work.now)
    change(work, person, Role(done.role))
    audit.record(work, actor.user_id, "role.approve", about=person.user_id, detail=done.role)
    work.emit(StaffNoticed(about=person.user_id))
    return ProposalAnswer(proposal=proposals.view(proposals.again(work, done.proposal_id)))


def undo(work: Work, actor: Actor, command: UndoProposal) -> ProposalAnswer:
    """Undo what one administrator decided alone: the person is what they were before it."""
    if not allows(actor, Action.LOOK_AFTER):
        raise Refusal("forbidden")
    demand_step_up(actor, work.now)
    proposal, people = proposals.hold(work, actor, command.proposal_id)
    proposals.demand_staff(people, actor)
    if proposal.kind != "role":
        raise Refusal("not_found", field="proposal_id")
    if actor.user_id == proposal.user_id:
        raise Refusal("forbidden", field="proposal_id")
    if proposal.state == "undone":
        raise Refusal("already_decided")
    person = people[proposal.user_id]
    stands = proposal.state == "done" and person.role == proposal.role
    if not stands or proposal.due_at <= work.now:
        raise Refusal("undo_over")
    before = Role(proposal.role_before)
    if RANK[before] > RANK[person.role]:
        _demand_present(person)
    keep_an_administrator(work, person)
    undone = proposals.decide(work, proposal, "undone", actor.user_id)
    change(work, person, before)
    audit.record(work, actor.user_id, "role.undo", about=person.user_id, detail=proposal.role)
    work.emit(StaffNoticed(about=person.user_id))
    return ProposalAnswer(proposal=proposals.view(proposals.again(work, undone.proposal_id)))


def change(work: Work, person: Person, role: Role) -> None:
    """Give a person, who is held, another role. Whoever calls has decided that it may be done.

    They sign in anew. What was proposed about them rested on the role they had; what they proposed
    does not outlive the role that let them; and nobody is helped back into a higher role than the
    one they were known to have.
    """
    # First, so that a live connection hears why it ends before it hears anything else.
    sessions.end_all_of(work, person.user_id, "role_changed")
    work.emit(YourRole(user_id=person.user_id, role=role))
    _set(work, person, role)
    proposals.end_about(work, person.user_id, "role")
    if RANK[role] > RANK[person.role]:
        proposals.end_about(work, person.user_id, "restore")
    else:
        proposals.end_by(work, person.user_id)


def _set(work: Work, person: Person, role: Role) -> None:
    """Put it down, and tell wherever their name is seen: their role stands beside it."""
    # A moderator is seen in each of their rooms; those are told that they are one no longer.
    if person.role is Role.MODERATOR:
        names.names_changed(work, person.user_id)
        registry.set_role(work, person.user_id, role)
    else:
        registry.set_role(work, person.user_id, role)
        names.names_changed(work, person.user_id)


def keep_an_administrator(work: Work, person: Person) -> None:
    """Refuse what would leave the site without an active administrator.

    Whoever calls holds the people (`proposals.hold_people`), so that two of these can't pass each
    other.
    """
    if person.role is Role.ADMIN and not _others(work, person.user_id):
        raise Refusal("forbidden", field="user_id")


def hold_but_the_last(work: Work, user_id: str) -> None:
    """The same for whoever is about to leave by themselves: held, and not the last administrator.

    Raises `forbidden`.
    """
    person = proposals.hold_people(work, user_id, user_id).get(user_id)
    if person is not None:
        keep_an_administrator(work, person)


def is_alone(reader: Reader, user_id: str, about_id: str = "") -> bool:
    """Whether no other administrator could approve what this one proposes."""
    return not proposals.could_act(reader, Role.ADMIN, Role.ADMIN, but_id=user_id, nor_id=about_id)


def demand_settled(reader: Reader, actor_id: str, person: Person) -> None:
    """Refuse to act against staff for as long as one's own role can still be taken back.

    Otherwise whoever was named by mistake could put out first those who can undo it.
    """
    if person.role is Role.MEMBER or person.user_id == actor_id:
        return
    undoable = reader.sql.one(
        store.UNDOABLE_ABOUT, user_id=actor_id, role=Role.ADMIN.value, now=reader.now
    )
    if undoable is not None:
        raise Refusal("forbidden", field="user_id")


def _demand_administrator(work: Work, actor: Actor) -> None:
    if not allows(actor, Action.CHANGE_ROLE):
        raise Refusal("forbidden")
    demand_step_up(actor, work.now)


def _demand_present(person: Person) -> None:
    """A role is for someone who is here: not banned, not waiting at the door, not frozen."""
    if person.state is not State.ACTIVE:
        raise Refusal("forbidden", field="user_id")


def _is_administrator(person: Person) -> bool:
    return person.role is Role.ADMIN and person.state is State.ACTIVE


def _others(reader: Reader, user_id: str) -> int:
    row = reader.sql.one(store.OTHER_ACTIVE_ADMINS, but_id=user_id)
    return 0 if row is None else int(row[0])


def _take(work: Work, actor_id: str, person: Person, role: Role) -> Proposal:
    demand_settled(work, actor_id, person)
    keep_an_administrator(work, person)
    # Nobody is put back into a role that they gave up themselves.
    undo_ms = 0 if person.user_id == actor_id else proposals.UNDO_MS
    due_at = work.now + undo_ms
    done = proposals.add(work, "role", person, actor_id, role=role, state="done", due_at=due_at)
    change(work, person, role)
    audit.record(work, actor_id, "role.take", about=person.user_id, detail=role.value)
    work.emit(StaffNoticed(about=person.user_id))
    return proposals.again(work, done.proposal_id)


def _give(work: Work, proposer_id: str, person: Person, role: Role) -> Proposal:
    _demand_present(person)
    alone = is_alone(work, proposer_id, person.user_id)
    for waiting in proposals.waiting_about(work, "role", person.user_id):
        if waiting.due_at > work.now and not alone:
            return _same(waiting, proposer_id, role)
        proposals.end(work, waiting, "lapsed", None)
    if alone:
        done = proposals.add(
            work,
            "role",
            person,
            proposer_id,
            role=role,
            state="done",
            due_at=work.now + proposals.UNDO_MS,
        )
        change(work, person, role)
        audit.record(work, proposer_id, "role.give", about=person.user_id, detail=role.value)
    else:
        done = proposals.add(
            work,
            "role",
            person,
            proposer_id,
            role=role,
            due_at=work.now + proposals.LAPSES_MS,
        )
        audit.record(work, proposer_id, "role.propose", about=person.user_id, detail=role.value)
    work.emit(StaffNoticed(about=person.user_id))
    return proposals.again(work, done.proposal_id)


def _same(waiting: Proposal, proposer_id: str, role: Role) -> Proposal:
    """Asked again, the same proposal; another one has to wait until this one is decided."""
    if (waiting.proposer_id, waiting.role) != (proposer_id, role):
        raise Refusal("already_proposed", field="user_id")
    return waiting
