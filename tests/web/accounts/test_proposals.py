"""What was proposed: who sees it, who may say no, when it lapses and when it is forgotten."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from moderation.events import StaffNoticed
from rooms.people.person import Actor, Role
from tests.support.ids import id_of
from tests.web.accounts.staffed import Staffed, ask
from web.accounts import proposals, roles
from web.accounts.events import YourRestore
from web.accounts.proposals import (
    CODE_MS,
    DAY_MS,
    KEPT_MS,
    WAITING_EACH,
    ProposalView,
    RefuseProposal,
)
from web.accounts.restoring import AskRestore
from web.accounts.roles import ApproveProposal, ProposeRole


@pytest.fixture
def scene() -> Iterator[Staffed]:
    scene = Staffed()
    yield scene
    scene.close()


@pytest.fixture
def ada(scene: Staffed) -> Actor:
    """A second administrator: what Adam proposes waits for her."""
    return scene.administrator("ada")


def a_role(
    scene: Staffed, about: Actor, role: Role = Role.MODERATOR, by: Actor | None = None
) -> ProposalView:
    what = ProposeRole(user_id=about.user_id, role=role)
    view: ProposalView = scene.decides(roles.propose, by or scene.adam, what).proposal
    return view


def many_roles(scene: Staffed, how_many: int) -> None:
    """Roles that wait, each administrator proposing no more than they may."""
    admins = [scene.administrator(f"judge.{number:03}") for number in range(10)]
    for number in range(how_many):
        a_role(scene, scene.person(f"person.{number:03}"), by=admins[number // WAITING_EACH])


def a_restore(scene: Staffed, about: Actor) -> ProposalView:
    what = AskRestore(user_id=about.user_id, met=False)
    view: ProposalView = scene.decides(ask, scene.adam, what).proposal
    return view


def refuse(scene: Staffed, actor: Actor, waiting: ProposalView) -> ProposalView:
    what = RefuseProposal(proposal_id=waiting.proposal_id)
    return scene.do(proposals.refuse, actor, what).proposal


def no_refusal(scene: Staffed, actor: Actor, waiting: ProposalView) -> str:
    return scene.no(proposals.refuse, actor, RefuseProposal(proposal_id=waiting.proposal_id))


def seen(scene: Staffed, actor: Actor) -> list[ProposalView]:
    return scene.read(lambda work: proposals.in_sight(work, actor))


def step(scene: Staffed) -> str | None:
    return scene.write(proposals.step)


# refusing -----------------------------------------------------------------------------------------


def test_another_administrator_says_no_without_a_step_up(scene: Staffed, ada: Actor) -> None:
    waiting = a_role(scene, scene.ben)
    scene.heard()
    refused = refuse(scene, ada, waiting)
    assert (refused.state, refused.decided_at) == ("refused", scene.clock())
    assert scene.role(scene.ben) is Role.MEMBER
    assert scene.heard() == [StaffNoticed(about=scene.ben.user_id)]
    assert scene.audited()[-1] == (ada.user_id, "role.refuse", scene.ben.user_id, "moderator")
    assert no_refusal(scene, ada, waiting) == "already_decided"
    approving = ApproveProposal(proposal_id=waiting.proposal_id)
    assert scene.refuses(roles.approve, ada, approving) == "already_decided"
    assert a_role(scene, scene.ben).state == "waiting", "it can be proposed anew"


def test_whoever_proposed_it_takes_it_back(scene: Staffed, ada: Actor) -> None:
    assert refuse(scene, scene.adam, a_role(scene, scene.ben)).state == "refused"


def test_a_role_is_for_administrators_to_refuse(scene: Staffed, ada: Actor) -> None:
    waiting = a_role(scene, scene.ben)
    for nobody in (scene.maria, scene.anna, scene.ben):
        assert no_refusal(scene, nobody, waiting) == "forbidden"
    unproven = Actor(ada.user_id, "ada", Role.ADMIN, proven=False)
    assert no_refusal(scene, unproven, waiting) == "forbidden"
    refuse(scene, ada, waiting)


def test_a_restore_is_for_all_of_staff_to_refuse(scene: Staffed) -> None:
    waiting = a_restore(scene, scene.anna)
    assert no_refusal(scene, scene.ben, waiting) == "forbidden"
    assert refuse(scene, scene.maria, waiting).state == "refused"


def test_what_is_not_there_can_not_be_refused(scene: Staffed, ada: Actor) -> None:
    waiting = a_role(scene, scene.ben)
    scene.set(scene.ben, "state", "erasing")
    assert no_refusal(scene, ada, waiting) == "not_found"
    absent = RefuseProposal(proposal_id=id_of("nothing"))
    assert scene.no(proposals.refuse, ada, absent) == "not_found"


def test_whoever_was_demoted_meanwhile_refuses_nothing(scene: Staffed, ada: Actor) -> None:
    """As on a database where two commands run at the same time."""
    waiting = a_role(scene, scene.ben)
    scene.set(ada, "role", "member")
    assert no_refusal(scene, ada, waiting) == "forbidden"


# who sees what ------------------------------------------------------------------------------------


def test_staff_sees_what_waits_first_and_what_was_decided_this_week(
    scene: Staffed, ada: Actor
) -> None:
    refused = refuse(scene, ada, a_role(scene, scene.ben))
    scene.clock.advance(minutes=1)
    older = a_role(scene, scene.anna)
    scene.clock.advance(minutes=1)
    newer = a_restore(scene, scene.fay)
    for reader in (scene.adam, ada, scene.maria):
        assert seen(scene, reader) == [newer, older, refused]
    scene.clock.advance(days=7)
    assert seen(scene, ada) == [newer, older]


def test_a_restore_is_out_of_sight_of_whom_it_is_about(scene: Staffed, ada: Actor) -> None:
    a_restore(scene, scene.maria)
    role = a_role(scene, scene.maria, Role.ADMIN)
    assert seen(scene, scene.maria) == [role]
    assert len(seen(scene, ada)) == 2


@pytest.mark.parametrize("state", ["erasing", "erased"])
def test_nobody_who_has_left_is_in_sight(scene: Staffed, ada: Actor, state: str) -> None:
    a_role(scene, scene.ben)
    scene.set(scene.ben, "state", state)
    assert seen(scene, ada) == []
    a_role(scene, scene.anna)
    scene.set(scene.adam, "state", state)
    (left,) = seen(scene, ada)
    assert left.proposer is None
    assert "adam" not in repr(left)


def test_names_are_those_of_now(scene: Staffed, ada: Actor) -> None:
    a_role(scene, scene.ben)
    scene.set(scene.ben, "handle", "river")
    (shown,) = seen(scene, ada)
    assert shown.user.handle == "river"


def test_a_hundred_can_wait(scene: Staffed, ada: Actor) -> None:
    many_roles(scene, proposals.WAITING_MAX)
    what = ProposeRole(user_id=scene.ben.user_id, role=Role.MODERATOR)
    assert scene.refuses(roles.propose, scene.adam, what) == "too_many"
    assert len(seen(scene, ada)) == proposals.WAITING_MAX


def test_nobody_uses_up_the_room_of_the_others(scene: Staffed, ada: Actor) -> None:
    for number in range(WAITING_EACH):
        a_restore(scene, scene.person(f"lost.{number:03}"))
    what = AskRestore(user_id=scene.anna.user_id, met=False)
    assert scene.refuses(ask, scene.adam, what) == "too_many"
    assert a_role(scene, scene.ben).state == "waiting", "those of another kind are counted apart"
    assert scene.decides(ask, scene.maria, what).proposal.state == "waiting"


# time ---------------------------------------------------------------------------------------------


def test_a_role_lapses_after_seven_days(scene: Staffed, ada: Actor) -> None:
    waiting = a_role(scene, scene.ben)
    scene.clock.advance(ms=7 * DAY_MS - 1)
    assert step(scene) is None
    assert [each.state for each in seen(scene, ada)] == ["waiting"]
    scene.clock.advance(ms=1)
    scene.heard()
    step(scene)
    (lapsed,) = seen(scene, ada)
    assert (lapsed.proposal_id, lapsed.state) == (waiting.proposal_id, "lapsed")
    assert scene.heard() == [StaffNoticed(about=scene.ben.user_id)]
    assert scene.audited()[-1] == ("nobody", "role.lapse", scene.ben.user_id, "moderator")


def test_a_restore_lapses_with_its_code(scene: Staffed) -> None:
    waiting = a_restore(scene, scene.anna)
    scene.clock.advance(ms=DAY_MS + CODE_MS - 1)
    step(scene)
    assert len(scene.codes(scene.anna)) == 1
    scene.clock.advance(ms=1)
    scene.heard()
    step(scene)
    assert scene.codes(scene.anna) == []
    told = YourRestore(user_id=scene.anna.user_id, proposal_id=waiting.proposal_id, due_at=None)
    assert scene.heard() == [told, StaffNoticed(about=scene.anna.user_id)]


def test_what_was_decided_is_forgotten_after_90_days(scene: Staffed, ada: Actor) -> None:
    refuse(scene, ada, a_role(scene, scene.ben))
    waiting = a_restore(scene, scene.anna)
    scene.clock.advance(ms=KEPT_MS - 1)
    step(scene)
    assert len(scene.snapshot()["proposal"]) == 2
    scene.clock.advance(ms=1)
    step(scene)
    (left,) = scene.snapshot()["proposal"]
    assert left[0] == waiting.proposal_id
    assert len(scene.audited()) == 4, "what was done stands in the audit log all the same"


def test_much_is_done_in_small_steps(scene: Staffed, ada: Actor) -> None:
    many_roles(scene, 60)
    scene.clock.advance(days=7)
    assert step(scene) == ""
    assert step(scene) is None
    assert {each.state for each in seen(scene, ada)} == {"lapsed"}


def test_nothing_waits_about_who_is_gone_nor_what_they_proposed(scene: Staffed, ada: Actor) -> None:
    about = a_role(scene, scene.maria, Role.ADMIN)
    what = AskRestore(user_id=scene.anna.user_id, met=False)
    by = scene.decides(ask, scene.maria, what).proposal
    a_role(scene, scene.ben)
    scene.write(lambda work: proposals.end_all(work, scene.maria.user_id))
    states = {each.proposal_id: each.state for each in seen(scene, ada)}
    assert states.pop(about.proposal_id) == states.pop(by.proposal_id) == "lapsed"
    assert list(states.values()) == ["waiting"]
    assert scene.codes(scene.anna) == []
