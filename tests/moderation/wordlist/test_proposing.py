"""Proposing another list: tried before it is kept, and nothing heard otherwise by it alone."""

from __future__ import annotations

from functools import partial

import msgspec
import pytest

from moderation.conduct import audit
from moderation.events import WordListChanged
from moderation.wordlist import proposing, trying
from moderation.wordlist.changes import TermChange
from moderation.wordlist.proposing import ProposeTerm, ProposeVersion, RefuseProposedWords
from rooms.people.person import Role
from tests.moderation.wordlist.changing import (
    EXCEPTION,
    PURPLE,
    agreed,
    hears,
    others,
    propose,
    revert,
    say_no,
    shown,
    try_and_propose,
    try_and_revert,
)
from tests.support.scene import Scene

but = msgspec.structs.replace


def deeds(scene: Scene) -> list[str]:
    """What is in the audit log, oldest first."""
    page = scene.ask(audit.list_audit, scene.adam, audit.ListAudit())
    return [each.action for each in reversed(page.entries) if each.action.startswith("lexicon.")]


def test_a_proposal_waits_and_changes_nothing(scene: Scene) -> None:
    proposal = propose(scene, scene.maria, why="two people here say it")
    assert (proposal.state, proposal.term, proposal.change) == ("waiting", PURPLE.term, PURPLE)
    assert (proposal.is_mine, proposal.can_approve) == (True, False)
    assert not hears(scene, "the purple exit")
    (seen,) = shown(scene, scene.adam).proposals
    assert (seen.why, seen.is_mine, seen.can_approve) == ("two people here say it", False, True)
    assert seen.proposer is not None
    assert seen.proposer.handle == "maria"
    assert scene.heard_of(WordListChanged)
    assert deeds(scene) == ["lexicon.propose"]


def test_nothing_of_it_is_in_the_audit_log_but_an_id(scene: Scene) -> None:
    propose(scene, scene.maria, why="a canary of a reason")
    kept = repr(scene.snapshot()["audit_entry"])
    assert "purple" not in kept
    assert "canary" not in kept


def test_what_members_said_is_in_no_answer_and_kept_nowhere_else(scene: Scene) -> None:
    """The dry run hears it; only counts come out, whatever is asked."""
    for letter in "abcdefghjkmn":
        who = scene.person(f"speaker{letter}")
        scene.bring_in(who, scene.evening)
        for again in range(20):
            scene.say(who, f"take the purple exit, canary{letter}{again}")
    proposal = propose(scene, scene.maria)
    assert proposal.trial.messages == 200
    assert (proposal.trial.more or 0) >= 200
    told = msgspec.json.encode((proposal, shown(scene, scene.adam))).decode()
    tables = {name: rows for name, rows in scene.snapshot().items() if name != "message"}
    assert "canary" not in told
    assert "canary" not in repr(tables)
    assert "speaker" not in msgspec.json.encode(proposal.trial).decode()


def test_only_staff_may(scene: Scene) -> None:
    command = ProposeTerm(change=PURPLE)
    for who in (scene.fay, scene.anna):
        assert scene.no(try_and_propose(), who, command) == "forbidden"
        assert scene.no(try_and_revert(), who, ProposeVersion(number=0)) == "forbidden"
    propose(scene, scene.adam)


def test_examples_that_fail_are_refused_and_nothing_is_kept(scene: Scene) -> None:
    wrong = ProposeTerm(change=but(PURPLE, hits=(PURPLE.hits[0], "a green door")))
    assert scene.no(try_and_propose(), scene.maria, wrong) == "examples_fail"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (TermChange(term="own.never-was"), "not_found"),
        (TermChange(term="own.never-was", off=True), "not_found"),
        (TermChange(term="suicide.kill-myself"), "not_found"),
    ],
)
def test_what_is_as_it_came_can_not_be_taken_back(
    scene: Scene, change: TermChange, code: str
) -> None:
    assert scene.no(try_and_propose(), scene.maria, ProposeTerm(change=change)) == code


def test_what_is_in_force_is_not_proposed(scene: Scene) -> None:
    agreed(scene, PURPLE)
    command = ProposeTerm(change=PURPLE)
    assert scene.no(try_and_propose(), scene.maria, command) == "already_decided"


def test_asked_again_it_is_the_same_proposal_and_another_has_to_wait(scene: Scene) -> None:
    first = propose(scene, scene.maria)
    assert propose(scene, scene.maria).proposal_id == first.proposal_id
    other = ProposeTerm(change=but(PURPLE, severity="low"))
    assert scene.no(try_and_propose(), scene.maria, other) == "already_proposed"
    assert scene.no(try_and_propose(), scene.adam, ProposeTerm(change=PURPLE)) == "already_proposed"
    propose(scene, scene.adam, EXCEPTION)


def test_ones_own_can_be_taken_back_and_anothers_refused(scene: Scene) -> None:
    say_no(scene, scene.maria, propose(scene, scene.maria))
    assert shown(scene, scene.maria).proposals == []
    proposal = propose(scene, scene.maria)
    say_no(scene, scene.adam, proposal)
    again = RefuseProposedWords(proposal_id=proposal.proposal_id)
    refuse = partial(proposing.refuse, alone=others)
    assert scene.no(refuse, scene.maria, again) == "already_decided"
    assert scene.no(refuse, scene.maria, RefuseProposedWords(proposal_id="x")) == "not_found"
    assert scene.no(refuse, scene.anna, again) == "forbidden"
    states = sorted(str(row[8]) for row in scene.snapshot()["list_proposal"])
    assert states == ["refused", "taken_back"]


def test_it_lapses_when_nobody_decides(scene: Scene) -> None:
    propose(scene, scene.maria)
    scene.clock.advance(ms=proposing.LAPSES_MS)
    assert shown(scene, scene.adam).proposals == []
    propose(scene, scene.maria, but(PURPLE, severity="low"))


def test_nobody_tries_without_end(scene: Scene) -> None:
    """Each dry run tells a little: so many in a day, and those that came to nothing count."""
    for number in range(proposing.A_DAY_MAX):
        say_no(scene, scene.maria, propose(scene, scene.maria, but(PURPLE, term=f"own.t{number}")))
    command = ProposeTerm(change=PURPLE)
    assert scene.no(try_and_propose(), scene.maria, command) == "too_many"
    propose(scene, scene.adam)
    scene.clock.advance(ms=24 * 3600 * 1000)
    propose(scene, scene.maria, EXCEPTION)


def test_going_back_is_proposed_likewise(scene: Scene) -> None:
    agreed(scene, PURPLE)
    proposal = revert(scene, scene.maria, 0)
    assert (proposal.back_to, proposal.term, proposal.change) == (0, "", None)
    assert hears(scene, "the purple exit")
    for number in (1, 2):
        command = ProposeVersion(number=number)
        assert scene.no(try_and_revert(), scene.adam, command) == "not_found"


def test_a_second_moderator_is_told_the_same_numbers(scene: Scene) -> None:
    mo = scene.person("mo", Role.MODERATOR)
    proposal = propose(scene, scene.maria)
    (seen,) = shown(scene, mo).proposals
    assert seen.trial == proposal.trial
    assert seen.trial.ordinary == len(trying.ordinary())
