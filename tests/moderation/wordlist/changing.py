"""What the tests of the list share: changes, and who proposes and agrees to them."""

from __future__ import annotations

from functools import partial
from typing import Any

from chatserver.execute import Prepared
from moderation.detection.detector import screen
from moderation.detection.lexicon import default
from moderation.wordlist import changes, deciding, proposing, showing, versions
from moderation.wordlist.changes import TermChange
from moderation.wordlist.deciding import ApproveProposedWords, UndoVersion
from moderation.wordlist.proposing import ProposeTerm, ProposeVersion, RefuseProposedWords
from moderation.wordlist.views import ListProposalView, WordList
from rooms.people.person import Actor
from rooms.work import Reader
from tests.support.scene import Scene

PURPLE = TermChange(
    term="own.purple-exit",
    category="suicide",
    severity="high",
    patterns=("purple exit",),
    exceptions=("purple exit (sign|door)",),
    hits=("the purple exit is all I think of", "tonight I take the purple exit"),
    misses=("the purple exit sign was broken", "a purple evening, and the exit was blue"),
)
"""Words that this place has for it."""

EXCEPTION = TermChange(
    term="suicide.kill-myself",
    exceptions=("kill myself for ~2 (bingo|cards)",),
    misses=("I could kill myself for one more bingo", "I would kill myself for cards"),
)


def nobody_else(_reader: Reader, _user_id: str) -> bool:
    """Only one looks after the place."""
    return True


def others(_reader: Reader, _user_id: str) -> bool:
    """There is somebody else who could agree."""
    return False


def try_and_propose(alone: proposing.Alone = others) -> Prepared:
    """`lexicon.propose` as the server joins it."""
    return Prepared(
        partial(proposing.try_term, base=default()), partial(proposing.propose_term, alone=alone)
    )


def try_and_revert() -> Prepared:
    """`lexicon.revert` as the server joins it."""
    return Prepared(
        partial(proposing.try_version, base=default()),
        partial(proposing.propose_version, alone=others),
    )


def try_and_approve(alone: proposing.Alone = others) -> Prepared:
    """`lexicon.approve` as the server joins it."""
    return Prepared(
        partial(deciding.try_again, base=default()), partial(deciding.approve, alone=alone)
    )


def propose(
    scene: Scene, who: Actor, change: TermChange = PURPLE, why: str = ""
) -> ListProposalView:
    """Somebody proposes a change."""
    answer: Any = scene.do(try_and_propose(), who, ProposeTerm(change=change, why=why))
    proposal: ListProposalView = answer.proposal
    return proposal


def revert(scene: Scene, who: Actor, number: int) -> ListProposalView:
    """Somebody proposes to go back."""
    answer: Any = scene.do(try_and_revert(), who, ProposeVersion(number=number))
    proposal: ListProposalView = answer.proposal
    return proposal


def approve(
    scene: Scene, who: Actor, proposal: ListProposalView, alone: proposing.Alone = others
) -> int:
    """Somebody agrees; the number of the version in force."""
    command = ApproveProposedWords(proposal_id=proposal.proposal_id)
    answer: Any = scene.do(try_and_approve(alone), who, command)
    number: int = answer.number
    return number


def agreed(scene: Scene, change: TermChange, by: Actor | None = None) -> int:
    """Maria proposes it, and somebody else agrees."""
    return approve(scene, by or scene.adam, propose(scene, scene.maria, change))


def say_no(scene: Scene, who: Actor, proposal: ListProposalView) -> None:
    """Somebody says no, or takes it back."""
    command = RefuseProposedWords(proposal_id=proposal.proposal_id)
    scene.do(partial(proposing.refuse, alone=others), who, command)


def undo(scene: Scene, who: Actor, number: int) -> int:
    """Somebody undoes a version."""
    return scene.do(deciding.undo, who, UndoVersion(number=number)).number


def shown(scene: Scene, who: Actor) -> WordList:
    """What somebody sees of it."""
    show = partial(showing.show, base=default(), alone=others)
    return scene.ask(show, who, showing.ShowWordList())


def hears(scene: Scene, text: str) -> bool:
    """Whether the list in force hears it."""
    listed = changes.compiled(default(), scene.read(versions.in_force))
    return screen(listed, text, account_age_days=100) is not None
