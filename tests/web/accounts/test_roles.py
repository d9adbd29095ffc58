"""Giving a role and taking it back: two administrators, or one where only one could."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest

from chatserver.database import Database
from moderation.events import StaffNoticed
from rooms.chat.events import NamesChanged
from rooms.event import STAFF
from rooms.people import registry
from rooms.people.events import YourRole
from rooms.people.person import Actor, Role
from rooms.permissions import STEP_UP_MS
from rooms.work import Work
from tests.support.clock import ManualClock
from tests.support.ids import id_of
from tests.web.accounts.racing import RACES, attempt, proposal_about, rows, signed_in
from tests.web.accounts.staffed import Staffed, ask
from web.accounts import proposals, roles
from web.accounts.events import SignInEnded
from web.accounts.proposals import DAY_MS, UNDO_MS, ProposalView, RefuseProposal
from web.accounts.restoring import AskRestore
from web.accounts.roles import ApproveProposal, ProposeRole, UndoProposal


@pytest.fixture
def scene() -> Iterator[Staffed]:
    scene = Staffed()
    yield scene
    scene.close()


def propose(
    scene: Staffed, actor: Actor, about: Actor, role: Role = Role.MODERATOR
) -> ProposalView:
    what = ProposeRole(user_id=about.user_id, role=role)
    view: ProposalView = scene.decides(roles.propose, actor, what).proposal
    return view


def no_proposal(scene: Staffed, actor: Actor, about: Actor, role: Role = Role.MODERATOR) -> str:
    return scene.refuses(roles.propose, actor, ProposeRole(user_id=about.user_id, role=role))


def approve(scene: Staffed, actor: Actor, waiting: ProposalView) -> ProposalView:
    what = ApproveProposal(proposal_id=waiting.proposal_id)
    view: ProposalView = scene.decides(roles.approve, actor, what).proposal
    return view


def no_approval(scene: Staffed, actor: Actor, waiting: ProposalView) -> str:
    return scene.refuses(roles.approve, actor, ApproveProposal(proposal_id=waiting.proposal_id))


def undo(scene: Staffed, actor: Actor, done: ProposalView) -> ProposalView:
    view: ProposalView = scene.decides(
        roles.undo, actor, UndoProposal(proposal_id=done.proposal_id)
    ).proposal
    return view


def no_undo(scene: Staffed, actor: Actor, done: ProposalView) -> str:
    return scene.refuses(roles.undo, actor, UndoProposal(proposal_id=done.proposal_id))


def test_every_room_where_they_are_seen_reads_again_what_stands_beside_their_name(
    scene: Staffed,
) -> None:
    """Anna has written nothing and shows herself to nobody: as a moderator she is seen."""
    seen = [NamesChanged(room_id=scene.evening)]
    scene.heard()
    given = propose(scene, scene.adam, scene.anna)
    assert given.state == "done"
    assert scene.heard_of(NamesChanged) == seen
    undo(scene, scene.maria, given)
    assert scene.heard_of(NamesChanged) == seen
    before = scene.mine(scene.fay).names
    propose(scene, scene.adam, scene.ben)
    assert scene.heard_of(NamesChanged) == []
    assert scene.mine(scene.fay).names == before


# alone --------------------------------------------------------------------------------------------


def test_a_lone_administrator_names_a_moderator_at_once(scene: Staffed) -> None:
    sign_in_id = scene.sign_in(scene.ben)
    scene.heard()
    done = propose(scene, scene.adam, scene.ben)
    assert scene.role(scene.ben) is Role.MODERATOR
    assert (done.state, done.role, done.role_before) == ("done", Role.MODERATOR, Role.MEMBER)
    assert (done.user.handle, done.user.badge) == ("ben", "moderator")
    assert done.proposer is not None and done.proposer.handle == "adam"
    assert done.due_at == scene.clock() + UNDO_MS
    told = scene.heard()
    assert told == [
        SignInEnded(sign_in_id=sign_in_id, reason="role_changed"),
        YourRole(user_id=scene.ben.user_id, role=Role.MODERATOR),
        StaffNoticed(about=scene.ben.user_id),
    ]
    assert (told[-1].topic, told[-1].not_for) == (STAFF, scene.ben.user_id)
    assert scene.audited() == [(scene.adam.user_id, "role.give", scene.ben.user_id, "moderator")]


@pytest.mark.parametrize("unable", ["no second factor", "frozen", "banned", "erasing"])
def test_who_could_not_act_does_not_count_as_another(scene: Staffed, unable: str) -> None:
    ada = scene.administrator("ada", proven=unable != "no second factor")
    if unable == "banned":
        scene.set(ada, "banned_until", scene.clock() + 1)
    elif unable in ("frozen", "erasing"):
        scene.set(ada, "state", unable)
    assert propose(scene, scene.adam, scene.ben).state == "done"


def test_a_second_factor_that_was_never_shown_to_work_does_not_count(scene: Staffed) -> None:
    ada = scene.administrator("ada")
    scene.connection.execute(
        "UPDATE second_factor SET confirmed_at = NULL WHERE user_id = ?", (ada.user_id,)
    )
    assert propose(scene, scene.adam, scene.ben).state == "done"


def test_a_moderator_who_could_not_approve_does_not_count(scene: Staffed) -> None:
    assert propose(scene, scene.adam, scene.maria, Role.ADMIN).state == "done"


def test_it_can_be_undone_by_any_of_staff_but_who_gained(scene: Staffed) -> None:
    done = propose(scene, scene.adam, scene.ben)
    scene.prove(scene.ben)
    sign_in_id = scene.sign_in(scene.ben)
    scene.heard()
    assert no_undo(scene, scene.ben, done) == "forbidden"
    assert no_undo(scene, scene.anna, done) == "forbidden"
    scene.clock.advance(ms=UNDO_MS - 1)
    undone = undo(scene, scene.maria, done)
    assert (undone.state, undone.decided_at) == ("undone", scene.clock())
    assert scene.role(scene.ben) is Role.MEMBER
    assert scene.heard() == [
        SignInEnded(sign_in_id=sign_in_id, reason="role_changed"),
        YourRole(user_id=scene.ben.user_id, role=Role.MEMBER),
        StaffNoticed(about=scene.ben.user_id),
    ]
    assert no_undo(scene, scene.adam, done) == "already_decided"


def test_whoever_did_it_may_undo_it_as_well(scene: Staffed) -> None:
    assert undo(scene, scene.adam, propose(scene, scene.adam, scene.ben)).state == "undone"


def test_after_72_hours_it_stays(scene: Staffed) -> None:
    done = propose(scene, scene.adam, scene.ben)
    scene.clock.advance(ms=UNDO_MS)
    assert no_undo(scene, scene.maria, done) == "undo_over"


def test_what_has_changed_since_is_not_undone(scene: Staffed) -> None:
    """To undo the first step of two would take both."""
    done = propose(scene, scene.adam, scene.ben)
    propose(scene, scene.adam, scene.ben, Role.ADMIN)
    assert no_undo(scene, scene.maria, done) == "undo_over"
    assert scene.role(scene.ben) is Role.ADMIN


def test_a_new_administrator_puts_out_nobody_who_could_undo_it(scene: Staffed) -> None:
    done = propose(scene, scene.adam, scene.ben, Role.ADMIN)
    for colleague in (scene.adam, scene.maria):
        assert no_proposal(scene, scene.ben, colleague, Role.MEMBER) == "forbidden"
    assert undo(scene, scene.maria, done).state == "undone"
    propose(scene, scene.adam, scene.ben, Role.ADMIN)
    scene.clock.advance(ms=UNDO_MS)
    assert propose(scene, scene.ben, scene.maria, Role.MEMBER).state == "done"


def test_a_new_administrator_may_give_the_role_back(scene: Staffed) -> None:
    propose(scene, scene.adam, scene.ben, Role.ADMIN)
    assert propose(scene, scene.ben, scene.ben, Role.MEMBER).state == "done"


# two ----------------------------------------------------------------------------------------------


def test_two_administrators_are_needed_where_there_are_two(scene: Staffed) -> None:
    ada = scene.administrator("ada")
    sign_in_id = scene.sign_in(scene.ben)
    scene.heard()
    waiting = propose(scene, scene.adam, scene.ben)
    assert (waiting.state, waiting.due_at) == ("waiting", scene.clock() + 7 * DAY_MS)
    assert scene.role(scene.ben) is Role.MEMBER
    assert scene.is_signed_in(sign_in_id)
    assert scene.heard() == [StaffNoticed(about=scene.ben.user_id)]
    assert no_approval(scene, scene.adam, waiting) == "forbidden"
    assert no_approval(scene, scene.maria, waiting) == "forbidden"
    assert no_approval(scene, scene.ben, waiting) == "forbidden"
    done = approve(scene, ada, waiting)
    assert (done.state, done.user.badge) == ("done", "moderator")
    assert scene.role(scene.ben) is Role.MODERATOR
    assert not scene.is_signed_in(sign_in_id)
    assert no_undo(scene, scene.maria, done) == "undo_over"
    assert no_approval(scene, ada, waiting) == "already_decided"
    assert [entry[:2] for entry in scene.audited()] == [
        (scene.adam.user_id, "role.propose"),
        (ada.user_id, "role.approve"),
    ]


def test_the_same_asked_again_is_the_same_proposal_and_another_waits_its_turn(
    scene: Staffed,
) -> None:
    ada = scene.administrator("ada")
    waiting = propose(scene, scene.adam, scene.ben)
    assert propose(scene, scene.adam, scene.ben) == waiting
    assert no_proposal(scene, scene.adam, scene.ben, Role.ADMIN) == "already_proposed"
    assert no_proposal(scene, ada, scene.ben) == "already_proposed"


def test_what_waits_is_done_anew_once_nobody_else_could_approve(scene: Staffed) -> None:
    ada = scene.administrator("ada")
    waiting = propose(scene, scene.adam, scene.ben)
    scene.set(ada, "state", "frozen")
    assert propose(scene, scene.adam, scene.ben).state == "done"
    scene.set(ada, "state", "active")
    assert no_approval(scene, ada, waiting) == "already_decided"


def test_it_lapses_after_seven_days(scene: Staffed) -> None:
    ada = scene.administrator("ada")
    waiting = propose(scene, scene.adam, scene.ben)
    scene.clock.advance(days=7)
    assert no_approval(scene, ada, waiting) == "closed"
    assert propose(scene, ada, scene.ben).state == "waiting"


def test_a_proposal_falls_with_the_one_who_made_it(scene: Staffed) -> None:
    ada, eve = scene.administrator("ada"), scene.administrator("eve")
    waiting = propose(scene, scene.adam, scene.ben)
    propose(scene, eve, scene.adam, Role.MODERATOR)
    assert no_approval(scene, ada, waiting) == "already_decided"
    other = propose(scene, eve, scene.ben)
    scene.set(eve, "state", "erasing")
    assert no_approval(scene, ada, other) == "closed"


def test_a_proposal_falls_with_the_role_that_it_rested_on(scene: Staffed) -> None:
    ada = scene.administrator("ada")
    waiting = propose(scene, scene.adam, scene.maria, Role.ADMIN)
    propose(scene, ada, scene.maria, Role.MEMBER)
    assert no_approval(scene, ada, waiting) == "already_decided"
    assert scene.role(scene.maria) is Role.MEMBER


@pytest.mark.parametrize("state", ["frozen", "waiting"])
def test_a_role_is_for_someone_who_is_here(scene: Staffed, state: str) -> None:
    ada = scene.administrator("ada")
    waiting = propose(scene, scene.adam, scene.ben)
    scene.set(scene.ben, "state", state)
    assert no_approval(scene, ada, waiting) == "forbidden"
    assert no_proposal(scene, scene.adam, scene.ben, Role.ADMIN) == "forbidden"


def test_a_role_is_not_for_someone_who_is_banned(scene: Staffed) -> None:
    scene.set(scene.ben, "banned_until", scene.clock() + DAY_MS)
    assert no_proposal(scene, scene.adam, scene.ben) == "forbidden"
    scene.clock.advance(days=1)
    assert propose(scene, scene.adam, scene.ben).state == "done"


@pytest.mark.parametrize("state", ["erasing", "erased"])
def test_who_has_left_is_not_there(scene: Staffed, state: str) -> None:
    ada = scene.administrator("ada")
    waiting = propose(scene, scene.adam, scene.ben)
    scene.set(scene.ben, "state", state)
    assert no_approval(scene, ada, waiting) == "not_found"
    assert no_proposal(scene, scene.adam, scene.ben) == "not_found"
    nobody = Actor(id_of("nobody"), "nobody", Role.MEMBER)
    assert no_proposal(scene, scene.adam, nobody) == "not_found"


# who may ------------------------------------------------------------------------------------------


def test_administrators_alone_who_have_shown_who_they_are(scene: Staffed) -> None:
    what = ProposeRole(user_id=scene.ben.user_id, role=Role.MODERATOR)
    for nobody in (scene.anna, scene.fay, scene.maria):
        assert scene.refuses(roles.propose, nobody, what) == "forbidden"
    adam = scene.up(scene.adam)
    unproven = Actor(adam.user_id, "adam", Role.ADMIN, proven=False, stepped_up_at=scene.clock())
    assert scene.no(roles.propose, unproven, what) == "forbidden"
    scene.clock.advance(ms=STEP_UP_MS + 1)
    assert scene.no(roles.propose, adam, what) == "step_up_needed"
    ada = scene.administrator("ada")
    waiting = propose(scene, scene.adam, scene.ben)
    scene.clock.advance(ms=STEP_UP_MS + 1)
    by_id = waiting.proposal_id
    assert scene.no(roles.approve, ada, ApproveProposal(proposal_id=by_id)) == "step_up_needed"
    assert scene.no(roles.undo, ada, UndoProposal(proposal_id=by_id)) == "step_up_needed"


def test_a_restore_is_no_role_to_approve_or_undo(scene: Staffed) -> None:
    asked = scene.decides(ask, scene.maria, AskRestore(user_id=scene.ben.user_id, met=False))
    assert no_approval(scene, scene.adam, asked.proposal) == "not_found"
    assert no_undo(scene, scene.adam, asked.proposal) == "not_found"


def test_the_role_that_someone_has_is_decided_already(scene: Staffed) -> None:
    assert no_proposal(scene, scene.adam, scene.ben, Role.MEMBER) == "already_decided"


# taking back --------------------------------------------------------------------------------------


def test_a_role_is_taken_back_by_one_and_at_once(scene: Staffed) -> None:
    scene.administrator("ada")
    asked = scene.decides(ask, scene.maria, AskRestore(user_id=scene.ben.user_id, met=False))
    sign_in_id = scene.sign_in(scene.maria)
    scene.heard()
    taken = propose(scene, scene.adam, scene.maria, Role.MEMBER)
    assert (taken.state, taken.due_at) == ("done", scene.clock() + UNDO_MS)
    assert scene.role(scene.maria) is Role.MEMBER
    assert not scene.is_signed_in(sign_in_id)
    assert StaffNoticed(about=scene.maria.user_id) in scene.heard()
    assert scene.codes(scene.ben) == [], "whom she was helping back in is helped by another"
    gone = scene.read(lambda work: proposals.find(work, asked.proposal.proposal_id))
    assert gone is not None and gone.state == "lapsed"
    assert scene.audited()[-1][1:] == ("role.take", scene.maria.user_id, "member")


def test_a_role_that_was_taken_can_be_given_again_by_any_of_staff(scene: Staffed) -> None:
    ada = scene.administrator("ada")
    taken = propose(scene, scene.adam, ada, Role.MEMBER)
    assert no_undo(scene, ada, taken) == "forbidden"
    scene.clock.advance(ms=UNDO_MS - 1)
    assert undo(scene, scene.maria, taken).state == "undone"
    assert scene.role(ada) is Role.ADMIN
    assert scene.audited()[-1] == (scene.maria.user_id, "role.undo", ada.user_id, "member")
    taken = propose(scene, scene.adam, ada, Role.MODERATOR)
    scene.clock.advance(ms=UNDO_MS)
    assert no_undo(scene, scene.maria, taken) == "undo_over"


def test_a_role_that_was_taken_comes_back_only_to_who_is_here(scene: Staffed) -> None:
    taken = propose(scene, scene.adam, scene.maria, Role.MEMBER)
    scene.set(scene.maria, "state", "frozen")
    assert no_undo(scene, scene.adam, taken) == "forbidden"
    assert scene.role(scene.maria) is Role.MEMBER


def test_a_role_that_someone_gave_up_is_not_put_on_them_again(scene: Staffed) -> None:
    given_up = propose(scene, scene.administrator("ada"), scene.up(scene.adam), Role.MODERATOR)
    assert undo(scene, scene.maria, given_up).state == "undone"
    milo = scene.administrator("milo")
    given_up = propose(scene, milo, milo, Role.MEMBER)
    assert no_undo(scene, scene.maria, given_up) == "undo_over"


def test_nobody_makes_themselves_the_only_one_who_decides(scene: Staffed) -> None:
    eve = scene.administrator("eve")
    propose(scene, scene.adam, scene.ben)
    propose(scene, scene.adam, eve, Role.MEMBER)
    for column, value in (("banned_until", scene.clock() + UNDO_MS), ("state", "frozen")):
        scene.set(eve, column, value)
        assert propose(scene, scene.adam, scene.anna, Role.ADMIN).state == "waiting"
    scene.clock.advance(ms=UNDO_MS)
    assert propose(scene, scene.adam, scene.anna, Role.ADMIN).state == "done"


def test_who_was_put_out_is_put_back_by_whoever_did_it(scene: Staffed) -> None:
    """The one who lost it would not approve their own: it need not wait for them."""
    eve = scene.administrator("eve")
    propose(scene, scene.adam, eve, Role.MEMBER)
    assert propose(scene, scene.adam, eve, Role.ADMIN).state == "done"


def test_who_gave_their_role_up_leaves_the_other_alone(scene: Staffed) -> None:
    eve = scene.administrator("eve")
    propose(scene, eve, eve, Role.MEMBER)
    assert propose(scene, scene.adam, scene.ben).state == "done"


def test_an_administrator_may_become_a_moderator(scene: Staffed) -> None:
    ada = scene.administrator("ada")
    assert propose(scene, scene.adam, ada).state == "done"
    assert scene.role(ada) is Role.MODERATOR


def test_the_last_administrator_stays(scene: Staffed) -> None:
    """Row 38."""
    assert no_proposal(scene, scene.adam, scene.adam, Role.MEMBER) == "forbidden"
    assert no_proposal(scene, scene.adam, scene.adam, Role.MODERATOR) == "forbidden"
    ada = scene.administrator("ada", proven=False)
    scene.set(ada, "state", "frozen")
    assert no_proposal(scene, scene.adam, scene.adam, Role.MEMBER) == "forbidden"
    scene.set(ada, "state", "active")
    assert propose(scene, scene.adam, scene.adam, Role.MEMBER).state == "done"


def test_whoever_leaves_is_not_the_last_administrator(scene: Staffed) -> None:
    """What erasure asks."""

    def leave(work: Work) -> None:
        roles.hold_but_the_last(work, scene.adam.user_id)

    assert scene.refused(leave).code == "forbidden"
    scene.write(lambda work: roles.hold_but_the_last(work, scene.ben.user_id))
    scene.administrator("ada")
    scene.write(leave)


def test_nobody_is_helped_back_into_a_role_they_did_not_have(scene: Staffed) -> None:
    scene.decides(ask, scene.maria, AskRestore(user_id=scene.ben.user_id, met=False))
    propose(scene, scene.adam, scene.ben)
    assert scene.codes(scene.ben) == []


# by invitation ------------------------------------------------------------------------------------


def test_an_invitation_to_staff_is_a_proposal_of_whoever_made_it(scene: Staffed) -> None:
    def used(work: Work) -> object:
        return roles.propose_role(work, scene.adam.user_id, scene.ben.user_id, Role.MODERATOR)

    ada = scene.administrator("ada")
    scene.write(used)
    assert scene.role(scene.ben) is Role.MEMBER
    scene.set(ada, "state", "frozen")
    scene.write(used)
    assert scene.role(scene.ben) is Role.MODERATOR
    assert scene.refused(used).code == "invite_invalid"


@pytest.mark.parametrize(("column", "value"), [("role", "moderator"), ("state", "frozen")])
def test_an_invitation_falls_with_the_one_who_made_it(
    scene: Staffed, column: str, value: str
) -> None:
    scene.set(scene.adam, column, value)

    def used(work: Work) -> object:
        return roles.propose_role(work, scene.adam.user_id, scene.ben.user_id, Role.MODERATOR)

    assert scene.refused(used).code == "invite_invalid"


# races over the real writer -----------------------------------------------------------------------


async def role_of(database: Database, user_id: str) -> str:
    user = await database.read(lambda reader: registry.by_id(reader, user_id))
    assert user is not None
    return user.role


async def test_of_two_administrators_who_put_each_other_out_one_stays(
    database: Database, clock: ManualClock
) -> None:
    one = await signed_in(database, "first", Role.ADMIN)
    for number in range(RACES):
        other = await signed_in(database, f"other{number}", Role.ADMIN)
        answers = await asyncio.gather(
            attempt(
                database, one[1], roles.propose, ProposeRole(user_id=other[0], role=Role.MEMBER)
            ),
            attempt(
                database, other[1], roles.propose, ProposeRole(user_id=one[0], role=Role.MEMBER)
            ),
        )
        assert sorted(answers) == ["", "session_expired"]
        (left,) = rows(database, "SELECT user_id FROM person WHERE role = 'admin'")
        one = one if left == (one[0],) else other


async def test_of_many_who_decide_at_once_one_decides(
    database: Database, clock: ManualClock
) -> None:
    """Approved or refused, never both; and an undo of what two agreed to does nothing."""
    people = [await signed_in(database, f"judge{number}", Role.ADMIN) for number in range(3)]
    _, moderator = await signed_in(database, "mona", Role.MODERATOR)
    for number in range(RACES):
        ben, _ = await signed_in(database, f"ben{number}", Role.MEMBER)
        proposing, approving, refusing = people[number % 3 :] + people[: number % 3]
        await attempt(
            database, proposing[1], roles.propose, ProposeRole(user_id=ben, role=Role.MODERATOR)
        )
        by_id = await proposal_about(database, ben)
        tries = [
            (approving[1], roles.approve, ApproveProposal(proposal_id=by_id)),
            (refusing[1], proposals.refuse, RefuseProposal(proposal_id=by_id)),
            (moderator, roles.undo, UndoProposal(proposal_id=by_id)),
        ]
        turned = tries[number % 2 :] + tries[: number % 2]
        answers = dict(
            zip(
                (rule.__name__ for _, rule, _ in turned),
                await asyncio.gather(*(attempt(database, *each) for each in turned)),
                strict=True,
            )
        )
        won = await role_of(database, ben) == "moderator"
        assert answers["approve"] == ("" if won else "already_decided")
        assert answers["refuse"] == ("already_decided" if won else "")
        assert answers["undo"] == "undo_over"


async def test_an_undo_and_a_further_step_leave_no_role_that_nobody_gave(
    database: Database, clock: ManualClock
) -> None:
    """Named alone; then one takes it back while the other makes it more."""
    _, lone = await signed_in(database, "lone", Role.ADMIN)
    _, moderator = await signed_in(database, "mona", Role.MODERATOR)
    for number in range(RACES):
        ben, _ = await signed_in(database, f"ben{number}", Role.MEMBER)
        await attempt(database, lone, roles.propose, ProposeRole(user_id=ben, role=Role.MODERATOR))
        by_id = await proposal_about(database, ben)
        tries = [
            (moderator, roles.undo, UndoProposal(proposal_id=by_id)),
            (lone, roles.propose, ProposeRole(user_id=ben, role=Role.MEMBER)),
        ]
        answers = await asyncio.gather(
            *(attempt(database, *each) for each in (tries if number % 2 else tries[::-1]))
        )
        assert await role_of(database, ben) == "member"
        assert sorted(answers) in (["", "already_decided"], ["", "undo_over"])
