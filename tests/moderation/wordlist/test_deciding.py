"""Agreeing to a change: two people, or one who proves who they are where only one could."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import msgspec
import pytest

from moderation.wordlist import deciding, versions
from moderation.wordlist.changes import TermChange
from moderation.wordlist.deciding import UNDO_MS, ApproveProposedWords, UndoVersion
from moderation.wordlist.views import ListProposalView
from rooms.people.person import Actor, Role
from tests.moderation.wordlist.changing import (
    EXCEPTION,
    PURPLE,
    agreed,
    approve,
    hears,
    nobody_else,
    propose,
    revert,
    say_no,
    shown,
    try_and_approve,
    undo,
)
from tests.moderation.wordlist.test_proposing import deeds
from tests.support.scene import Scene

but = msgspec.structs.replace
SAID = "the purple exit, tonight"


def asked(proposal: ListProposalView) -> ApproveProposedWords:
    return ApproveProposedWords(proposal_id=proposal.proposal_id)


@pytest.fixture
def proven(scene: Scene) -> Callable[[Actor], Actor]:
    """The same person, who has just proved who they are."""
    return lambda who: but_actor(who, scene.clock())


def but_actor(who: Actor, at: int) -> Actor:
    return msgspec.structs.replace(who, stepped_up_at=at)


def test_another_agrees_and_it_is_in_force(scene: Scene) -> None:
    proposal = propose(scene, scene.maria)
    mo = scene.person("mo", Role.MODERATOR)
    assert approve(scene, mo, proposal) == 1
    assert hears(scene, SAID)
    listed = shown(scene, scene.maria)
    assert listed.version.endswith("+1")
    assert listed.proposals == []
    (version,) = listed.versions
    assert version.proposer is not None
    assert version.agreed is not None
    assert (version.proposer.handle, version.agreed.handle) == ("maria", "mo")
    assert version.undo_until is None
    assert deeds(scene) == ["lexicon.propose", "lexicon.approve"]


def test_nobody_agrees_with_themselves_while_another_could(
    scene: Scene, proven: Callable[[Actor], Actor]
) -> None:
    proposal = propose(scene, scene.maria)
    assert scene.no(try_and_approve(), proven(scene.maria), asked(proposal)) == "second_person"
    assert scene.no(try_and_approve(), scene.anna, asked(proposal)) == "forbidden"


def test_where_only_one_could_they_prove_who_they_are_and_it_can_be_undone(
    scene: Scene, proven: Callable[[Actor], Actor]
) -> None:
    proposal = propose(scene, scene.maria)
    alone = try_and_approve(nobody_else)
    assert scene.no(alone, scene.maria, asked(proposal)) == "step_up_needed"
    assert approve(scene, proven(scene.maria), proposal, nobody_else) == 1
    (version,) = shown(scene, scene.adam).versions
    assert version.undo_until == scene.clock() + UNDO_MS
    assert deeds(scene)[-1] == "lexicon.decide"
    assert scene.no(deciding.undo, scene.adam, UndoVersion(number=1)) == "step_up_needed"
    assert undo(scene, proven(scene.adam), 1) == 2
    assert not hears(scene, SAID)
    assert deeds(scene)[-1] == "lexicon.undo"


def test_an_administrator_may_alone_and_it_can_be_undone(
    scene: Scene, proven: Callable[[Actor], Actor]
) -> None:
    proposal = propose(scene, scene.adam)
    assert scene.no(try_and_approve(), scene.adam, asked(proposal)) == "step_up_needed"
    approve(scene, proven(scene.adam), proposal)
    undo(scene, proven(scene.maria), 1)
    assert not hears(scene, SAID)


def test_what_two_agreed_to_or_is_long_ago_or_was_changed_since_is_not_undone(
    scene: Scene, proven: Callable[[Actor], Actor]
) -> None:
    agreed(scene, PURPLE)
    undone = partial(scene.no, deciding.undo, proven(scene.maria))
    assert undone(UndoVersion(number=1)) == "undo_over"
    assert undone(UndoVersion(number=9)) == "not_found"
    approve(scene, proven(scene.adam), propose(scene, scene.adam, EXCEPTION))
    agreed(scene, but(EXCEPTION, severity="imminent"))
    assert undone(UndoVersion(number=2)) == "undo_over"
    approve(scene, proven(scene.adam), propose(scene, scene.adam, but(PURPLE, severity="low")))
    scene.clock.advance(ms=UNDO_MS)
    late = proven(scene.maria)
    assert scene.no(deciding.undo, late, UndoVersion(number=4)) == "undo_over"
    assert scene.no(deciding.undo, scene.anna, UndoVersion(number=4)) == "forbidden"


def test_a_proposal_is_decided_once(scene: Scene) -> None:
    """Two agree at the same moment: it is one version."""
    proposal = propose(scene, scene.maria)
    mo = scene.person("mo", Role.MODERATOR)
    approve(scene, mo, proposal)
    assert scene.no(try_and_approve(), scene.adam, asked(proposal)) == "already_decided"
    assert scene.read(versions.newest) == 1
    other = propose(scene, scene.maria, EXCEPTION)
    say_no(scene, mo, other)
    assert scene.no(try_and_approve(), scene.adam, asked(other)) == "already_decided"
    missing = ApproveProposedWords(proposal_id="x")
    assert scene.no(try_and_approve(), scene.adam, missing) == "not_found"


def test_going_back_brings_what_was_whatever_came_between(scene: Scene) -> None:
    agreed(scene, PURPLE)
    agreed(scene, EXCEPTION)
    back = revert(scene, scene.maria, 1)
    off = TermChange(term="relapse.drank", off=True)
    off = but(
        off, term=next(t.term for t in shown(scene, scene.maria).terms if "relapse" in t.term)
    )
    agreed(scene, off)
    assert approve(scene, scene.adam, back) == 4
    assert scene.read(versions.in_force).changes == {PURPLE.term: PURPLE}
    assert shown(scene, scene.adam).versions[0].back_to == 1


def test_a_term_of_ones_own_can_go_again(scene: Scene) -> None:
    agreed(scene, PURPLE)
    agreed(scene, TermChange(term=PURPLE.term, off=True))
    assert not hears(scene, SAID)
    assert PURPLE.term not in {each.term for each in shown(scene, scene.adam).terms}


def test_a_term_can_be_as_it_came_again(scene: Scene) -> None:
    off = TermChange(term="suicide.kill-myself", off=True)
    agreed(scene, off)
    assert next(t for t in shown(scene, scene.adam).terms if t.term == off.term).off
    agreed(scene, TermChange(term=off.term))
    term = next(t for t in shown(scene, scene.adam).terms if t.term == off.term)
    assert (term.off, term.change) == (False, None)
