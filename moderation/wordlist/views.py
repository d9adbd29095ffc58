"""The shapes in which the list of words, its versions and proposals are shown to staff."""

from __future__ import annotations

import msgspec

from moderation.detection.terms import Category, Severity
from moderation.wordlist.changes import TermChange
from moderation.wordlist.trying import Trial
from rooms.chat.views import Author
from rooms.command import Result


class TermView(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that is listened for.

    `severity` is the one in force, None for what only raises others. `change` is what is otherwise
    than it came, all of it for a term of our own. `examples` are some that it hears. `right` and
    `wrong` is what people said of it who followed up in the last 90 days; None: too few to tell.
    """

    term: str
    category: Category
    severity: Severity | None
    off: bool
    own: bool
    patterns: int
    examples: list[str]
    change: TermChange | None
    right: int | None
    wrong: int | None


class ListProposalView(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody proposes: to change a term, or (`back_to`) to go back to a former version.

    A `change` of None with a `term` is to have it as it came. `proposer` is None for someone who
    has left. It waits until `due_at`. `can_approve` is whether I can; where that is my own
    proposal (nobody else could approve it, or I am an administrator), it needs a step-up.
    """

    proposal_id: str
    term: str
    change: TermChange | None
    back_to: int | None
    why: str
    trial: Trial
    proposer: Author | None
    proposed_at: int
    due_at: int
    state: str
    decided_at: int | None
    is_mine: bool
    can_approve: bool


class ListVersionView(msgspec.Struct, frozen=True, kw_only=True):
    """A version of the list. Who proposed it and who agreed: None for those who have left.

    Until `undo_until` any of staff can undo what one person decided alone.
    """

    number: int
    at: int
    term: str
    back_to: int | None
    proposer: Author | None
    agreed: Author | None
    undo_until: int | None


class WordList(Result, frozen=True, kw_only=True):
    """The list in force, what is proposed, and its newest versions, newest first.

    `version` is its name as flags carry it; `number` counts the changes of this place.
    """

    version: str
    number: int
    terms: list[TermView]
    proposals: list[ListProposalView]
    versions: list[ListVersionView]


class ListProposalAnswer(Result, frozen=True, kw_only=True):
    """The proposal as it stands now; `number` is the version in force."""

    proposal: ListProposalView
    number: int


class ListChanged(Result, frozen=True, kw_only=True):
    """The number of the version that is in force now."""

    number: int
