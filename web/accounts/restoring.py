"""Helping someone back in who lost their phone and their codes.

Must never be quick on one person's word: a new code works after a day, in which every device that
is still signed in is told and can stop it; at once only when two of staff met the person, or one
where there is no other.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import msgspec

from moderation.conduct import audit
from moderation.events import StaffNoticed
from rooms.command import Command, Nothing, Result
from rooms.people.person import GONE, RANK, Actor, Role, State
from rooms.permissions import Action, allows, demand_step_up
from rooms.refusal import Refusal
from rooms.work import Reader, Work
from web.accounts import proposal_store as store
from web.accounts import proposals, recovery, roles
from web.accounts.proposals import Person, Proposal, ProposalAnswer, ProposalView

WAITS_MS: Final = proposals.DAY_MS
"""How long the person has to say that it isn't them."""
_RESTORED: Final = (State.ACTIVE, State.BANNED)
"""Who is banned may still come in, to read why and have their own data."""


class AskRestore(Command, frozen=True, kw_only=True):
    """Give someone who lost their phone and their codes a new one. Needs a step-up.

    Moderators do it for members, administrators for moderators too; for an administrator whoever
    runs the server does. The code is shown once, to be handed over in person or by phone. It works
    after 24 hours; every device of theirs is told at once and can stop it. `met` says that you met
    the person: when another of staff says so too, or where there is no other, it works at once.
    With the code they choose a new passphrase, and a second factor they had is gone. A moderator
    is a member after it.
    """

    user_id: str
    met: bool


class ConfirmRestore(Command, frozen=True, kw_only=True):
    """Say that you, too, met the person. Needs a step-up. Two who met them let the code work."""

    proposal_id: str


class StopRestore(Command, frozen=True, kw_only=True):
    """It isn't me who asked to be helped back in: the code is dead, and staff is told."""


class RestoreAsked(Result, frozen=True, kw_only=True):
    """The code, shown this once, and from when until when it works."""

    proposal: ProposalView
    code: str
    from_at: int
    until: int


class PendingRestore(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody asked staff to help me back in; a code works from `due_at` unless I stop it."""

    proposal_id: str
    asked_at: int
    due_at: int


def ask(
    work: Work, actor: Actor, command: AskRestore, *, new_token: Callable[[], str]
) -> RestoreAsked:
    """Give out a code that will work."""
    if not allows(actor, Action.LOOK_AFTER):
        raise Refusal("forbidden")
    demand_step_up(actor, work.now)
    people = proposals.hold_people(work, actor.user_id, command.user_id)
    proposals.demand_staff(people, actor)
    person = people.get(command.user_id)
    if person is None or person.state in GONE:
        raise Refusal("not_found", field="user_id")
    _demand_right(actor, person)
    roles.demand_settled(work, actor.user_id, person)
    if pending(work, person.user_id) is not None:
        raise Refusal("already_proposed", field="user_id")
    proposals.end_about(work, person.user_id, "restore")  # one whose code is gone already
    met_by = actor.user_id if command.met else ""
    due_at = work.now if _suffices(work, person, met_by) else work.now + WAITS_MS
    asked = proposals.add(work, "restore", person, actor.user_id, met_by=met_by, due_at=due_at)
    (code,) = recovery.make_codes(new_token, 1)
    until = due_at + proposals.CODE_MS
    recovery.store_codes(
        work,
        person.user_id,
        [code],
        from_at=due_at,
        until=until,
        proposal_id=asked.proposal_id,
    )
    _announce(work, actor, asked, "restore.ask")
    return RestoreAsked(proposal=proposals.view(asked), code=code, from_at=due_at, until=until)


def confirm(work: Work, actor: Actor, command: ConfirmRestore) -> ProposalAnswer:
    """Another of staff met the person as well."""
    if not allows(actor, Action.LOOK_AFTER):
        raise Refusal("forbidden")
    demand_step_up(actor, work.now)
    proposal, people = proposals.hold(work, actor, command.proposal_id)
    proposals.demand_staff(people, actor)
    if proposal.kind != "restore":
        raise Refusal("not_found", field="proposal_id")
    person = people[proposal.user_id]
    _demand_right(actor, person)
    roles.demand_settled(work, actor.user_id, person)
    if proposal.state != "waiting":
        raise Refusal("already_decided")
    if pending(work, person.user_id) is None:
        raise Refusal("closed")
    if actor.user_id in proposal.met_by.split():
        return ProposalAnswer(proposal=proposals.view(proposal))
    met_by = f"{proposal.met_by} {actor.user_id}".strip()
    due_at = proposal.due_at
    if due_at > work.now and _suffices(work, person, met_by):
        due_at = work.now
        work.sql.run(
            store.MOVE_CODE,
            of_user=person.user_id,
            of_proposal=proposal.proposal_id,
            now=work.now,
            new_until=work.now + proposals.CODE_MS,
        )
    confirmed = proposals.met(work, proposal, met_by, due_at)
    _announce(work, actor, confirmed, "restore.confirm")
    return ProposalAnswer(proposal=proposals.view(confirmed))


def stop(work: Work, actor: Actor, _command: StopRestore) -> Nothing:
    """The person themselves is there after all. Saying it again changes nothing."""
    proposals.hold_people(work, actor.user_id, actor.user_id)
    for waiting in proposals.waiting_about(work, "restore", actor.user_id):
        proposals.end(work, waiting, "stopped", actor.user_id)
        audit.record(work, actor.user_id, "restore.stop", about=actor.user_id)
    return Nothing()


def pending(reader: Reader, user_id: str) -> PendingRestore | None:
    """The restore of this person whose code works now or will, if there is one."""
    waiting = proposals.waiting_about(reader, "restore", user_id)
    if not waiting:
        return None
    newest = waiting[0]
    code = reader.sql.one(
        store.GIVEN_CODE, user_id=user_id, proposal_id=newest.proposal_id, now=reader.now
    )
    if code is None:
        return None
    return PendingRestore(
        proposal_id=newest.proposal_id, asked_at=newest.proposed_at, due_at=newest.due_at
    )


def came_back(work: Work, user_id: str, *, by_given_code: bool) -> None:
    """Someone came in by a recovery code: one that staff gave them, or any other.

    Call it before their new sign-in begins, and read their role after it: a moderator whom staff
    helped back in is a member, for whoever has the code may have got it by a lie.
    """
    person = proposals.hold_people(work, user_id, user_id).get(user_id)
    waiting = proposals.waiting_about(work, "restore", user_id)
    if person is None or not waiting:
        return
    for each in waiting:
        proposals.end(work, each, "done" if by_given_code else "lapsed", user_id)
    if by_given_code:
        audit.record(work, user_id, "restore.use", about=user_id)
        if person.role is Role.MODERATOR:
            roles.change(work, person, Role.MEMBER)


def _announce(work: Work, actor: Actor, proposal: Proposal, deed: str) -> None:
    detail = "met" if actor.user_id in proposal.met_by.split() else ""
    audit.record(work, actor.user_id, deed, about=proposal.user_id, detail=detail)
    proposals.tell(work, proposal, due_at=proposal.due_at)
    work.emit(StaffNoticed(about=proposal.user_id))


def _demand_right(actor: Actor, person: Person) -> None:
    """Whoever helps stands above the person they help; nobody helps themselves or who is closed."""
    if RANK[actor.role] <= RANK[person.role] or person.state not in _RESTORED:
        raise Refusal("forbidden", field="user_id")


def _suffices(reader: Reader, person: Person, met_by: str) -> bool:
    """Whether those who met the person are two, or the one that there is."""
    met = met_by.split()
    if len(met) != 1:
        return len(met) > 1
    peer = Role.MODERATOR if person.role is Role.MEMBER else Role.ADMIN
    return not proposals.could_act(reader, peer, Role.ADMIN, but_id=met[0], nor_id=person.user_id)
