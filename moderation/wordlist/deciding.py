"""Agreeing to what was proposed for the list: two people, or one where only one could.

Must never let one person alone decide what is heard, unless nobody else could, or they administer
the place; then they prove who they are, everyone on staff sees it, and any of them can undo it for
72 hours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final

import msgspec

from moderation.conduct import audit
from moderation.wordlist import changes, proposing, store, versions
from moderation.wordlist.proposing import Alone, Proposed
from moderation.wordlist.views import ListChanged, ListProposalAnswer
from rooms.command import SEQ_MAX, Command
from rooms.permissions import demand_step_up
from rooms.refusal import Refusal
from rooms.words import mark

if TYPE_CHECKING:
    from moderation.detection.lexicon import Lexicon
    from moderation.wordlist.versions import Deltas
    from rooms.people.person import Actor
    from rooms.work import Reader, Work

_ANOTHER: Final = mark("Two people agree on what is listened for. Ask someone else to look at it.")
UNDO_MS: Final = 72 * 3600 * 1000
"""How long any of staff can undo what one person decided alone."""


class ApproveProposedWords(Command, frozen=True, kw_only=True):
    """Agree to a change of the list that another person proposed. It is in force within 2 seconds.

    One's own only where nobody else could agree, or as an administrator, and with a step-up of the
    last minutes.
    """

    proposal_id: str


class UndoVersion(Command, frozen=True, kw_only=True):
    """Undo within 72 hours what one person decided alone. Needs a step-up of the last minutes."""

    number: Annotated[int, msgspec.Meta(ge=1, le=SEQ_MAX)]


def try_again(
    reader: Reader, actor: Actor, command: ApproveProposedWords, *, base: Lexicon
) -> None:
    """Make the list that is to be, with its examples: other changes may have come meanwhile."""
    proposing.demand(actor)
    row = reader.sql.one(store.BY_ID, proposal_id=command.proposal_id)
    if row is None:
        return
    wanted = proposing.deltas(reader, Proposed(*row))
    listed = proposing.ready(base, versions.with_deltas(versions.in_force(reader), wanted))
    for change in wanted.values():
        if change is not None and not change.off:
            changes.demand_examples_hold(listed, change)


def approve(
    work: Work, actor: Actor, command: ApproveProposedWords, _found: None, *, alone: Alone
) -> ListProposalAnswer:
    """The proposal is the list in force from here on."""
    proposing.demand(actor)
    proposed = proposing.hold(work, command.proposal_id)
    is_own = proposed.proposer_id == actor.user_id
    if not proposing.can_approve(work, actor, proposed, alone):
        raise Refusal("second_person", _ANOTHER, field="proposal_id")
    if is_own:
        demand_step_up(actor, work.now)
    deed = "lexicon.decide" if is_own else "lexicon.approve"
    audit.record(work, actor.user_id, deed, about=proposed.proposal_id)
    proposing.decide(work, proposed, "done", actor.user_id)
    versions.make(
        work,
        proposing.deltas(work, proposed),
        by_id=actor.user_id,
        proposal_id=proposed.proposal_id,
        undo_until=work.now + UNDO_MS if is_own else None,
        back_to=proposed.back_to,
    )
    return proposing.answer(work, actor, proposed.proposal_id, alone=alone)


def undo(work: Work, actor: Actor, command: UndoVersion) -> ListChanged:
    """Have the terms of that version as they were before it, if nobody changed them since."""
    proposing.demand(actor)
    demand_step_up(actor, work.now)
    row = work.sql.one(store.VERSION, number=command.number)
    if row is None:
        raise Refusal("not_found", field="number")
    touched = versions.changed_in(work, command.number)
    is_late = row[1] is None or row[1] <= work.now
    if is_late or touched & versions.changed_since(work, command.number):
        raise Refusal("undo_over")
    before = versions.at(work, command.number - 1)
    back: Deltas = {term: before.changes.get(term) for term in sorted(touched)}
    audit.record(work, actor.user_id, "lexicon.undo", detail=str(command.number))
    number = versions.make(
        work, back, by_id=actor.user_id, proposal_id=None, back_to=command.number - 1
    )
    return ListChanged(number=number)
