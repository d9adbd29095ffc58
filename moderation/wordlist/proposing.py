"""Proposing another list: a term added, altered, switched off or as it came; or a former version.

Nothing is heard otherwise by a proposal alone. Before it is kept its examples are run, and a dry
run shows in counts what it would mean. Must never keep one whose examples fail.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Final, Literal, NamedTuple

import msgspec

from moderation.conduct import audit
from moderation.detection.terms import LexiconProblem
from moderation.events import WordListChanged
from moderation.wordlist import changes, store, trying, versions
from moderation.wordlist.changes import TermChange
from moderation.wordlist.trying import Trial
from moderation.wordlist.views import ListProposalAnswer, ListProposalView
from rooms.chat import message, showing
from rooms.command import SEQ_MAX, Command
from rooms.people.person import GONE, Actor, State
from rooms.permissions import Action, allows
from rooms.refusal import Refusal
from rooms.words import mark

if TYPE_CHECKING:
    from moderation.detection.lexicon import Lexicon
    from moderation.wordlist.changes import Kept
    from moderation.wordlist.versions import Deltas
    from rooms.chat.views import Author
    from rooms.work import Reader, Work

_DAY_MS: Final = 24 * 3600 * 1000
LAPSES_MS: Final = 14 * _DAY_MS
"""How long a proposal waits for another person."""
WAITING_MAX: Final = 50
A_DAY_MAX: Final = 20
"""Proposals of one person in a day, with those that came to nothing: each is a dry run."""
WHY_MAX_CHARS: Final = 500

Alone = Callable[["Reader", str], bool]
"""The port that the floor above fills: whether nobody else on staff could approve."""


class ProposeTerm(Command, frozen=True, kw_only=True):
    """Propose what should be otherwise about one term. Its examples are run at once.

    A `change` of only a name is the term as it came; of one's own it is no more.
    """

    change: TermChange
    why: Annotated[str, msgspec.Meta(max_length=WHY_MAX_CHARS)] = ""


class ProposeVersion(Command, frozen=True, kw_only=True):
    """Propose to go back to a former version of the list; 0 is as it came."""

    number: Annotated[int, msgspec.Meta(ge=0, le=SEQ_MAX)]
    why: Annotated[str, msgspec.Meta(max_length=WHY_MAX_CHARS)] = ""


class RefuseProposedWords(Command, frozen=True, kw_only=True):
    """Say no to a proposal that waits, or take back one's own."""

    proposal_id: str


class Proposed(NamedTuple):
    """A proposal as it is kept, with its proposer as they are now."""

    proposal_id: str
    term: str
    change: str
    back_to: int | None
    why: str
    trial: str
    proposer_id: str
    handle: str
    role: str
    proposer_state: str
    proposed_at: int
    state: Literal["waiting", "done", "refused", "taken_back"]
    due_at: int
    decided_at: int | None


def try_term(reader: Reader, actor: Actor, command: ProposeTerm, *, base: Lexicon) -> Trial:
    """Run the examples, then hear what was said of late with both lists. Long."""
    demand(actor)
    _demand_today(reader, actor)
    now = versions.in_force(reader)
    change = command.change
    delta = _delta(change)
    if delta is None and change.term not in now.changes:
        raise Refusal("not_found", field="term")
    if delta is not None:
        changes.check(base, change)
    if now.changes.get(change.term) == delta:
        raise Refusal("already_decided", field="term")
    after = versions.with_deltas(now, {change.term: delta})
    return _tried(reader, actor, now, after, base=base, change=delta)


def try_version(reader: Reader, actor: Actor, command: ProposeVersion, *, base: Lexicon) -> Trial:
    """Hear what was said of late with the list in force and with the former one. Long."""
    demand(actor)
    _demand_today(reader, actor)
    now = versions.in_force(reader)
    if command.number >= now.number:
        raise Refusal("not_found", field="number")
    return _tried(reader, actor, now, versions.at(reader, command.number), base=base)


def propose_term(
    work: Work, actor: Actor, command: ProposeTerm, found: Trial, *, alone: Alone
) -> ListProposalAnswer:
    """Keep the proposal with what its dry run found."""
    demand(actor)
    change = command.change
    delta = _delta(change)
    kept = _keep(work, actor, found, command.why, term=change.term, change=versions.written(delta))
    return answer(work, actor, kept, alone=alone)


def propose_version(
    work: Work, actor: Actor, command: ProposeVersion, found: Trial, *, alone: Alone
) -> ListProposalAnswer:
    """Keep the proposal to go back."""
    demand(actor)
    kept = _keep(work, actor, found, command.why, back_to=command.number)
    return answer(work, actor, kept, alone=alone)


def refuse(
    work: Work, actor: Actor, command: RefuseProposedWords, *, alone: Alone
) -> ListProposalAnswer:
    """Say no, or take one's own back."""
    demand(actor)
    proposed = hold(work, command.proposal_id)
    is_own = proposed.proposer_id == actor.user_id
    decide(work, proposed, "taken_back" if is_own else "refused", actor.user_id)
    audit.record(work, actor.user_id, "lexicon.refuse", about=proposed.proposal_id)
    work.emit(WordListChanged(number=versions.newest(work)))
    return answer(work, actor, proposed.proposal_id, alone=alone)


def demand(actor: Actor) -> None:
    """Refuse whoever does not look after the list."""
    if not allows(actor, Action.KEEP_WORDS):
        raise Refusal("forbidden")


def hold(work: Work, proposal_id: str) -> Proposed:
    """A proposal that waits, held until the transaction ends."""
    work.sql.one(store.LOCK, proposal_id=proposal_id)
    row = work.sql.one(store.BY_ID, proposal_id=proposal_id)
    if row is None:
        raise Refusal("not_found", field="proposal_id")
    proposed = Proposed(*row)
    if proposed.state != "waiting":
        raise Refusal("already_decided")
    if proposed.due_at <= work.now:
        raise Refusal("closed")
    return proposed


def decide(
    work: Work,
    proposed: Proposed,
    state: Literal["done", "refused", "taken_back"],
    decider_id: str,
) -> None:
    """Write down what became of a proposal that waits."""
    work.sql.run(
        store.DECIDE,
        of_proposal=proposed.proposal_id,
        new_state=state,
        decider_id=decider_id,
        now=work.now,
    )


def deltas(reader: Reader, proposed: Proposed) -> Deltas:
    """What the proposal would change in the list in force."""
    if proposed.back_to is not None:
        return versions.between(versions.in_force(reader), versions.at(reader, proposed.back_to))
    return {proposed.term: versions.read(proposed.change) if proposed.change else None}


def answer(reader: Reader, actor: Actor, proposal_id: str, *, alone: Alone) -> ListProposalAnswer:
    """The proposal as it stands now."""
    row = reader.sql.one(store.BY_ID, proposal_id=proposal_id)
    assert row is not None
    proposed = Proposed(*row)
    return ListProposalAnswer(
        proposal=view(reader, actor, proposed, alone=alone), number=versions.newest(reader)
    )


def waiting(reader: Reader, actor: Actor, *, alone: Alone) -> list[ListProposalView]:
    """What waits, the oldest first."""
    return [view(reader, actor, each, alone=alone) for each in _waiting(reader)]


def view(reader: Reader, actor: Actor, proposed: Proposed, *, alone: Alone) -> ListProposalView:
    """A proposal as staff sees it."""
    return ListProposalView(
        proposal_id=proposed.proposal_id,
        term=proposed.term,
        change=versions.read(proposed.change) if proposed.change else None,
        back_to=proposed.back_to,
        why=proposed.why,
        trial=msgspec.json.decode(proposed.trial, type=Trial),
        proposer=someone(
            proposed.proposer_id, proposed.handle, proposed.role, proposed.proposer_state
        ),
        proposed_at=proposed.proposed_at,
        due_at=proposed.due_at,
        state=proposed.state,
        decided_at=proposed.decided_at,
        is_mine=proposed.proposer_id == actor.user_id,
        can_approve=proposed.state == "waiting" and can_approve(reader, actor, proposed, alone),
    )


def can_approve(reader: Reader, actor: Actor, proposed: Proposed, alone: Alone) -> bool:
    """Another's always; one's own as an administrator, or where nobody else could."""
    return (
        proposed.proposer_id != actor.user_id
        or allows(actor, Action.CONFIGURE)
        or alone(reader, actor.user_id)
    )


def someone(
    user_id: str | None, handle: str | None, role: str | None, state: str | None
) -> Author | None:
    """Someone on staff as they are now; None for those who have left."""
    if user_id is None or handle is None or role is None or state is None:
        return None
    if State(state) in GONE:
        return None
    return showing.author(user_id, handle, role, None)


def _waiting(reader: Reader) -> list[Proposed]:
    rows = reader.sql.all(store.WAITING, now=reader.now, limit=WAITING_MAX)
    return [Proposed(*row) for row in rows]


def _delta(change: TermChange) -> TermChange | None:
    """What is to be kept: nothing, where the term is to be as it came, or one's own no more."""
    is_bare = change == TermChange(term=change.term)
    return None if is_bare or (changes.is_own(change.term) and change.off) else change


def _demand_today(reader: Reader, actor: Actor) -> None:
    """Refuse more dry runs in a day than looking after a list takes."""
    row = reader.sql.one(
        store.PROPOSED_SINCE, proposer_id=actor.user_id, since=reader.now - _DAY_MS
    )
    if row is not None and row[0] >= A_DAY_MAX:
        raise Refusal("too_many", _TODAY)


def _tried(
    reader: Reader,
    actor: Actor,
    now: Kept,
    after: Kept,
    *,
    base: Lexicon,
    change: TermChange | None = None,
) -> Trial:
    changed = ready(base, after)
    if change is not None and not change.off:
        changes.demand_examples_hold(changed, change)
    about = msgspec.json.encode([after.changes[term] for term in sorted(after.changes)])
    return trying.dry_run(reader, actor.user_id, ready(base, now), changed, about=about)


def ready(base: Lexicon, kept: Kept) -> Lexicon:
    """The list that these changes make. Raises `bad_pattern` for what can't be made."""
    try:
        return changes.compiled(base, kept)
    except LexiconProblem:
        raise Refusal("bad_pattern", _NO_LIST) from None


def _keep(
    work: Work,
    actor: Actor,
    found: Trial,
    why: str,
    *,
    term: str = "",
    change: str = "",
    back_to: int | None = None,
) -> str:
    """Keep it; what waits already about the same is the same proposal, or has to be decided."""
    open_now = _waiting(work)
    for each in open_now:
        if (each.term, each.back_to is None) == (term, back_to is None):
            same = (each.proposer_id, each.change, each.back_to) == (actor.user_id, change, back_to)
            if same:
                return each.proposal_id
            raise Refusal("already_proposed", field="term" if term else "number")
    if len(open_now) >= WAITING_MAX:
        raise Refusal("too_many")
    proposal_id = work.new_id()
    audit.record(work, actor.user_id, "lexicon.propose", about=proposal_id)
    work.sql.run(
        store.ADD,
        proposal_id=proposal_id,
        term=term,
        change=change,
        back_to=back_to,
        why=message.clean_text(why.strip(), WHY_MAX_CHARS, field="why"),
        trial=msgspec.json.encode(found).decode(),
        proposer_id=actor.user_id,
        now=work.now,
        due_at=work.now + LAPSES_MS,
    )
    work.emit(WordListChanged(number=versions.newest(work)))
    return proposal_id


_TODAY: Final = mark("That is as many as fit into one day. Tomorrow there is room again.")
_NO_LIST: Final = mark(
    "No list can be made of that any more, since another one came with a release."
)
