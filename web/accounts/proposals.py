"""What staff proposes and what became of it: roles, and restores of people who lost their ways in.

Must never show a restore to the person it is about: they are told as the person they are, by
`you.restore_asked`. Whoever calls has decided that it may be done.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple

import msgspec

from moderation.conduct import audit
from moderation.events import StaffNoticed
from rooms.chat import showing
from rooms.chat.views import Author
from rooms.command import Command, Result
from rooms.people.person import GONE, Actor, Role, State, state_now
from rooms.permissions import Action, allows
from rooms.refusal import Refusal
from rooms.work import Reader, Row, Work
from web.accounts import proposal_store as store
from web.accounts.events import YourRestore

Kind = Literal["role", "restore"]
ProposalState = Literal["waiting", "done", "refused", "stopped", "undone", "lapsed"]

HOUR_MS: Final = 3600 * 1000
DAY_MS: Final = 24 * HOUR_MS
LAPSES_MS: Final = 7 * DAY_MS
"""How long a proposal waits for another administrator."""
UNDO_MS: Final = 72 * HOUR_MS
"""How long what one person decided alone about a role can be undone by any of staff."""
CODE_MS: Final = 72 * HOUR_MS
"""How long the code of a restore works, once it works."""
KEPT_MS: Final = 90 * DAY_MS
WAITING_MAX: Final = 100
"""Proposals that can wait at the same time."""
WAITING_EACH: Final = 10
"""Those of one kind that one person can have waiting: nobody uses up the room of the others."""
_IN_SIGHT_MS: Final = 7 * DAY_MS
_AT_ONCE: Final = 50
NOBODY: Final = "nobody"
"""Who did it, where time did."""


class RefuseProposal(Command, frozen=True, kw_only=True):
    """Say no to a proposal that waits, or take back one's own.

    Administrators about roles, all of staff about a restore, and nobody about themselves. The code
    of a restore is dead from then on.
    """

    proposal_id: str


class Person(NamedTuple):
    """Someone whom a proposal concerns, held until the transaction ends."""

    user_id: str
    handle: str
    role: Role
    state: State


class Proposal(NamedTuple):
    """A proposal as it is kept, with the two people as they are now."""

    proposal_id: str
    kind: Kind
    user_id: str
    handle: str
    role_now: str
    user_state: str
    role: str
    role_before: str
    proposer_id: str
    proposer_handle: str
    proposer_role: str
    proposer_state: str
    proposed_at: int
    state: ProposalState
    met_by: str
    due_at: int
    decided_at: int | None


class ProposalView(msgspec.Struct, frozen=True, kw_only=True):
    """What was proposed, and what became of it.

    A role: while it waits, `due_at` is when it lapses; once it is done, until when it can be
    undone. A restore: since when its code works; it waits until the code is used, and then is done.
    `role` is None for a restore, `proposer` for someone who has left; `met` counts who of staff
    met the person.
    """

    proposal_id: str
    kind: Kind
    user: Author
    role: Role | None
    role_before: Role
    proposer: Author | None
    proposed_at: int
    state: ProposalState
    met: int
    due_at: int
    decided_at: int | None


class ProposalAnswer(Result, frozen=True, kw_only=True):
    """The proposal as it stands now."""

    proposal: ProposalView


def refuse(work: Work, actor: Actor, command: RefuseProposal) -> ProposalAnswer:
    """Say no to what waits. Nobody decides about themselves."""
    if not allows(actor, Action.LOOK_AFTER):
        raise Refusal("forbidden")
    proposal, people = hold(work, actor, command.proposal_id)
    demand_staff(people, actor)
    if proposal.kind == "role" and not allows(actor, Action.CHANGE_ROLE):
        raise Refusal("forbidden")
    if proposal.user_id == actor.user_id:
        raise Refusal("forbidden", field="proposal_id")
    if proposal.state != "waiting":
        raise Refusal("already_decided")
    refused = end(work, proposal, "refused", actor.user_id)
    audit.record(
        work,
        actor.user_id,
        f"{proposal.kind}.refuse",
        about=proposal.user_id,
        detail=proposal.role,
    )
    return ProposalAnswer(proposal=view(refused))


def find(reader: Reader, proposal_id: str) -> Proposal | None:
    """The proposal with this id."""
    row = reader.sql.one(store.BY_ID, proposal_id=proposal_id)
    return None if row is None else Proposal(*row)


def visible(reader: Reader, actor: Actor, proposal_id: str) -> Proposal:
    """The proposal with this id, if the actor may know of it. Raises `not_found`."""
    found = find(reader, proposal_id)
    if found is None or not is_in_sight(actor, found):
        raise Refusal("not_found", field="proposal_id")
    return found


def is_in_sight(actor: Actor, proposal: Proposal) -> bool:
    """Whoever has left is in nobody's sight; a restore is not in that of whom it is about."""
    if State(proposal.user_state) in GONE:
        return False
    return proposal.kind == "role" or proposal.user_id != actor.user_id


def hold_people(work: Work, actor_id: str, user_id: str) -> dict[str, Person]:
    """Hold the actor, the person concerned and every administrator until this is done."""
    rows = work.sql.all(store.LOCK_PEOPLE, actor_id=actor_id, user_id=user_id)
    return {row[0]: _person(row, work.now) for row in rows}


def _person(row: Row, now: int) -> Person:
    user_id, handle, role, state, banned_until = row
    return Person(user_id, handle, Role(role), state_now(state, banned_until, now))


def hold(work: Work, actor: Actor, proposal_id: str) -> tuple[Proposal, dict[str, Person]]:
    """The proposal and its people as they are now, held in the order that everyone keeps."""
    seen = visible(work, actor, proposal_id)
    people = hold_people(work, actor.user_id, seen.user_id)
    work.sql.one(store.LOCK, proposal_id=proposal_id)
    return visible(work, actor, proposal_id), people


def demand_staff(people: Mapping[str, Person], actor: Actor) -> None:
    """The actor is what they were before they were held: another command may have come between."""
    now = people.get(actor.user_id)
    if now is None or now.role is not actor.role or now.state is not State.ACTIVE:
        raise Refusal("forbidden")


def add(
    work: Work,
    kind: Kind,
    person: Person,
    proposer_id: str,
    *,
    role: Role | None = None,
    state: ProposalState = "waiting",
    met_by: str = "",
    due_at: int,
) -> Proposal:
    """Keep a proposal. Raises `too_many` when ten of this person's wait already, or a hundred."""
    if state == "waiting":
        _demand_space(work, kind, proposer_id)
    proposal_id = work.new_id()
    decided = state != "waiting"
    work.sql.run(
        store.ADD,
        proposal_id=proposal_id,
        kind=kind,
        user_id=person.user_id,
        role=role.value if role is not None else "",
        role_before=person.role.value,
        proposer_id=proposer_id,
        now=work.now,
        state=state,
        met_by=met_by,
        due_at=due_at,
        decided_by=proposer_id if decided else None,
        decided_at=work.now if decided else None,
    )
    return again(work, proposal_id)


def _demand_space(work: Work, kind: Kind, proposer_id: str) -> None:
    theirs = work.sql.one(store.COUNT_WAITING_BY, kind=kind, proposer_id=proposer_id)
    everyones = work.sql.one(store.COUNT_WAITING)
    assert theirs is not None and everyones is not None
    if theirs[0] >= WAITING_EACH or everyones[0] >= WAITING_MAX:
        raise Refusal("too_many")


def decide(
    work: Work,
    proposal: Proposal,
    state: ProposalState,
    decider_id: str | None,
    *,
    due_at: int | None = None,
) -> Proposal:
    """Settle a proposal."""
    work.sql.run(
        store.DECIDE,
        of_proposal=proposal.proposal_id,
        new_state=state,
        new_due_at=proposal.due_at if due_at is None else due_at,
        decider_id=decider_id,
        now=work.now,
    )
    return again(work, proposal.proposal_id)


def met(work: Work, proposal: Proposal, met_by: str, due_at: int) -> Proposal:
    """Keep who met the person, and since when that lets the code work."""
    work.sql.run(
        store.SET_MET, of_proposal=proposal.proposal_id, new_met_by=met_by, new_due_at=due_at
    )
    return again(work, proposal.proposal_id)


def again(reader: Reader, proposal_id: str) -> Proposal:
    """A proposal that is there, as it is now."""
    found = find(reader, proposal_id)
    assert found is not None
    return found


def waiting_about(reader: Reader, kind: Kind, user_id: str) -> list[Proposal]:
    """What waits about one person, newest first."""
    rows = reader.sql.all(store.WAITING_ABOUT, kind=kind, user_id=user_id, limit=WAITING_MAX)
    return [Proposal(*row) for row in rows]


def end_about(work: Work, user_id: str, kind: Kind) -> None:
    """Nothing of this kind waits about a person any more; the code of a restore is gone."""
    for proposal in waiting_about(work, kind, user_id):
        end(work, proposal, "lapsed", None)


def end_by(work: Work, proposer_id: str) -> None:
    """What someone proposed who is no longer to be trusted with it comes to nothing."""
    rows = work.sql.all(store.WAITING_BY, proposer_id=proposer_id, limit=WAITING_MAX)
    for row in rows:
        end(work, Proposal(*row), "lapsed", None)


def end(work: Work, proposal: Proposal, state: ProposalState, by: str | None) -> Proposal:
    """End a proposal that waits, with the code that it gave out; the person and staff are told."""
    ended = decide(work, proposal, state, by)
    if proposal.kind == "restore":
        work.sql.run(store.DROP_CODES, of_user=proposal.user_id, of_proposal=proposal.proposal_id)
        tell(work, proposal, due_at=None)
    work.emit(StaffNoticed(about=proposal.user_id))
    return ended


def end_all(work: Work, user_id: str) -> None:
    """Nothing waits any more about someone who is gone, nor anything that they proposed."""
    end_about(work, user_id, "role")
    end_about(work, user_id, "restore")
    end_by(work, user_id)


def tell(work: Work, proposal: Proposal, *, due_at: int | None) -> None:
    """Tell every device of the person concerned how their restore stands."""
    work.emit(
        YourRestore(user_id=proposal.user_id, proposal_id=proposal.proposal_id, due_at=due_at)
    )


def could_act(reader: Reader, role: Role, or_role: Role, *, but_id: str, nor_id: str) -> bool:
    """Whether any other of staff could: active, not banned, with a second factor that works.

    Whoever lost such a role to another counts until that can no longer be undone, whatever has
    become of them: nobody makes themselves the only one.
    """
    whom = {
        "role": role.value,
        "or_role": or_role.value,
        "now": reader.now,
        "but_id": but_id,
        "nor_id": nor_id,
    }
    counted = (reader.sql.one(each, **whom) for each in (store.COULD_ACT, store.COULD_BEFORE))
    return any(row is not None and row[0] > 0 for row in counted)


def in_sight(reader: Reader, actor: Actor) -> list[ProposalView]:
    """What waits, and what was decided within a week, as the actor may see it."""
    rows = reader.sql.all(
        store.IN_SIGHT, decided_after=reader.now - _IN_SIGHT_MS, limit=WAITING_MAX
    )
    return [view(each) for each in map(Proposal._make, rows) if is_in_sight(actor, each)]


def view(proposal: Proposal) -> ProposalView:
    """A proposal as staff sees it."""
    return ProposalView(
        proposal_id=proposal.proposal_id,
        kind=proposal.kind,
        user=showing.author(proposal.user_id, proposal.handle, proposal.role_now, None),
        role=Role(proposal.role) if proposal.role else None,
        role_before=Role(proposal.role_before),
        proposer=_proposer(proposal),
        proposed_at=proposal.proposed_at,
        state=proposal.state,
        met=len(proposal.met_by.split()),
        due_at=proposal.due_at,
        decided_at=proposal.decided_at,
    )


def _proposer(proposal: Proposal) -> Author | None:
    if State(proposal.proposer_state) in GONE:
        return None
    return showing.author(
        proposal.proposer_id, proposal.proposer_handle, proposal.proposer_role, None
    )


def step(work: Work, _cursor: str = "") -> str | None:
    """One step of a job: let lapse what waited too long, forget what was decided long ago."""
    overdue = work.sql.all(
        store.OVERDUE, now=work.now, codes_from=work.now - CODE_MS, limit=_AT_ONCE
    )
    for proposal in map(Proposal._make, overdue):
        end(work, proposal, "lapsed", None)
        audit.record(
            work, NOBODY, f"{proposal.kind}.lapse", about=proposal.user_id, detail=proposal.role
        )
    forgotten = work.sql.all(store.FORGET, until=work.now - KEPT_MS, limit=_AT_ONCE)
    return "" if _AT_ONCE in (len(overdue), len(forgotten)) else None
