"""Helping someone back in: slowly on one word, at once on two, and stopped by who is still here."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest

from chatserver.database import Database
from chatserver.ids import new_token
from moderation.events import StaffNoticed
from rooms.people import handle as handles
from rooms.people.events import YourRole
from rooms.people.person import Actor, Role
from rooms.permissions import STEP_UP_MS
from tests.support.clock import ManualClock
from tests.support.ids import id_of
from tests.web.accounts.racing import RACES, attempt, proposal_about, rows, signed_in
from tests.web.accounts.staffed import Staffed, ask
from tests.web.visiting import Visit
from web.accounts import operating, proposals, recovery, restoring, roles, sessions
from web.accounts.events import SignInEnded, YourRestore
from web.accounts.proposals import CODE_MS, DAY_MS, RefuseProposal
from web.accounts.restoring import (
    AskRestore,
    ConfirmRestore,
    PendingRestore,
    RestoreAsked,
    StopRestore,
)
from web.accounts.roles import ProposeRole


@pytest.fixture
def scene() -> Iterator[Staffed]:
    scene = Staffed()
    yield scene
    scene.close()


def restore(scene: Staffed, actor: Actor, who: Actor, *, met: bool = False) -> RestoreAsked:
    asked: RestoreAsked = scene.decides(ask, actor, AskRestore(user_id=who.user_id, met=met))
    return asked


def no_restore(scene: Staffed, actor: Actor, who: Actor) -> str:
    return scene.refuses(ask, actor, AskRestore(user_id=who.user_id, met=True))


def confirm(scene: Staffed, actor: Actor, asked: RestoreAsked) -> proposals.ProposalView:
    what = ConfirmRestore(proposal_id=asked.proposal.proposal_id)
    view: proposals.ProposalView = scene.decides(restoring.confirm, actor, what).proposal
    return view


def opens(scene: Staffed, who: Actor, asked: RestoreAsked) -> bool:
    """Whether the code opens their account now."""
    return opened(scene, who, asked.code)


def opened(scene: Staffed, who: Actor, code: str) -> bool:
    key = handles.key(who.handle)
    return scene.read(lambda work: recovery.opened_by(work, key, code)) is not None


def pending(scene: Staffed, who: Actor) -> PendingRestore | None:
    return scene.read(lambda work: restoring.pending(work, who.user_id))


def state(scene: Staffed, asked: RestoreAsked) -> str:
    found = scene.read(lambda work: proposals.find(work, asked.proposal.proposal_id))
    assert found is not None
    return found.state


# a day --------------------------------------------------------------------------------------------


def test_the_code_works_after_a_day_and_for_three(scene: Staffed) -> None:
    asked = restore(scene, scene.maria, scene.anna)
    now = scene.clock()
    assert (asked.from_at, asked.until) == (now + DAY_MS, now + DAY_MS + CODE_MS)
    assert (asked.proposal.state, asked.proposal.met, asked.proposal.role) == ("waiting", 0, None)
    assert not opens(scene, scene.anna, asked)
    assert not opens(scene, scene.ben, asked)
    scene.clock.advance(ms=DAY_MS - 1)
    assert not opens(scene, scene.anna, asked)
    scene.clock.advance(ms=1)
    assert opens(scene, scene.anna, asked)
    assert not opens(scene, scene.ben, asked)
    scene.clock.advance(ms=CODE_MS - 1)
    assert opens(scene, scene.anna, asked)
    scene.clock.advance(ms=1)
    assert not opens(scene, scene.anna, asked)
    assert pending(scene, scene.anna) is None


def test_one_who_met_them_is_not_enough_where_another_could(scene: Staffed) -> None:
    asked = restore(scene, scene.maria, scene.anna, met=True)
    assert asked.from_at == scene.clock() + DAY_MS
    assert asked.proposal.met == 1


def test_the_person_is_told_at_once_and_staff_as_well(scene: Staffed) -> None:
    asked = restore(scene, scene.maria, scene.anna)
    by_id = asked.proposal.proposal_id
    assert scene.heard() == [
        YourRestore(user_id=scene.anna.user_id, proposal_id=by_id, due_at=asked.from_at),
        StaffNoticed(about=scene.anna.user_id),
    ]
    assert pending(scene, scene.anna) == PendingRestore(
        proposal_id=by_id, asked_at=scene.clock(), due_at=asked.from_at
    )
    assert pending(scene, scene.ben) is None
    assert scene.audited() == [(scene.maria.user_id, "restore.ask", scene.anna.user_id, "")]


def test_the_code_itself_is_kept_nowhere(scene: Staffed) -> None:
    asked = restore(scene, scene.maria, scene.anna)
    kept = repr(scene.snapshot())
    assert asked.code not in kept
    assert asked.code.replace("-", "") not in kept


def test_a_second_one_has_to_wait_for_the_first(scene: Staffed) -> None:
    first = restore(scene, scene.maria, scene.anna)
    assert no_restore(scene, scene.maria, scene.anna) == "already_proposed"
    assert no_restore(scene, scene.adam, scene.anna) == "already_proposed"
    scene.clock.advance(ms=DAY_MS + CODE_MS)
    again = restore(scene, scene.adam, scene.anna)
    assert state(scene, first) == "lapsed"
    assert state(scene, again) == "waiting"


# stopped ------------------------------------------------------------------------------------------


def test_any_device_that_is_still_signed_in_stops_it(scene: Staffed) -> None:
    asked = restore(scene, scene.maria, scene.anna)
    scene.clock.advance(ms=DAY_MS)
    scene.heard()
    never_stepped_up = scene.anna
    scene.do(restoring.stop, never_stepped_up, StopRestore())
    assert not opens(scene, scene.anna, asked)
    assert pending(scene, scene.anna) is None
    assert state(scene, asked) == "stopped"
    told = YourRestore(
        user_id=scene.anna.user_id, proposal_id=asked.proposal.proposal_id, due_at=None
    )
    assert scene.heard() == [told, StaffNoticed(about=scene.anna.user_id)]
    assert scene.audited()[-1] == (scene.anna.user_id, "restore.stop", scene.anna.user_id, "")
    scene.do(restoring.stop, scene.anna, StopRestore())
    assert scene.heard() == []


def test_what_others_ask_for_is_not_ones_own_to_stop(scene: Staffed) -> None:
    asked = restore(scene, scene.maria, scene.anna)
    scene.do(restoring.stop, scene.ben, StopRestore())
    scene.clock.advance(ms=DAY_MS)
    assert opens(scene, scene.anna, asked)


def test_stopping_takes_none_of_ones_own_codes(scene: Staffed) -> None:
    own = "7K2M-QX4T-9RWD-B3HN"
    scene.write(lambda work: recovery.store_codes(work, scene.anna.user_id, [own]))
    restore(scene, scene.maria, scene.anna)
    scene.do(restoring.stop, scene.anna, StopRestore())
    assert opened(scene, scene.anna, own)


@pytest.mark.parametrize("again", [False, True])
def test_staff_refuses_it(scene: Staffed, again: bool) -> None:
    asked = restore(scene, scene.maria, scene.anna)
    if again:
        scene.clock.advance(ms=DAY_MS)
    what = RefuseProposal(proposal_id=asked.proposal.proposal_id)
    refused = scene.do(proposals.refuse, scene.adam, what)
    assert refused.proposal.state == "refused"
    scene.clock.advance(ms=DAY_MS)
    assert not opens(scene, scene.anna, asked)
    assert scene.no(proposals.refuse, scene.adam, what) == "already_decided"
    assert scene.audited()[-1][:2] == (scene.adam.user_id, "restore.refuse")


def test_it_ends_when_the_account_is_closed_or_left(scene: Staffed) -> None:
    asked = restore(scene, scene.maria, scene.anna)
    scene.write(lambda work: proposals.end_all(work, scene.anna.user_id))
    scene.clock.advance(ms=DAY_MS)
    assert not opens(scene, scene.anna, asked)


# at once ------------------------------------------------------------------------------------------


def test_two_who_met_them_let_the_code_work_at_once(scene: Staffed) -> None:
    asked = restore(scene, scene.maria, scene.anna, met=True)
    scene.clock.advance(minutes=5)
    scene.heard()
    confirmed = confirm(scene, scene.adam, asked)
    assert (confirmed.met, confirmed.due_at) == (2, scene.clock())
    assert opens(scene, scene.anna, asked)
    assert scene.codes(scene.anna) == [(scene.clock(), scene.clock() + CODE_MS)]
    assert scene.heard() == [
        YourRestore(
            user_id=scene.anna.user_id,
            proposal_id=confirmed.proposal_id,
            due_at=scene.clock(),
        ),
        StaffNoticed(about=scene.anna.user_id),
    ]
    scene.do(restoring.stop, scene.anna, StopRestore())
    assert not opens(scene, scene.anna, asked), "even then whoever is signed in can stop it"


def test_one_and_the_same_counts_once(scene: Staffed) -> None:
    asked = restore(scene, scene.maria, scene.anna, met=True)
    assert confirm(scene, scene.maria, asked).met == 1
    assert not opens(scene, scene.anna, asked)


def test_one_who_did_not_meet_them_does_not_count(scene: Staffed) -> None:
    asked = restore(scene, scene.maria, scene.anna)
    assert confirm(scene, scene.adam, asked).met == 1
    assert not opens(scene, scene.anna, asked)
    assert confirm(scene, scene.maria, asked).met == 2
    assert opens(scene, scene.anna, asked)


def test_where_there_is_no_other_one_who_met_them_is_enough(scene: Staffed) -> None:
    scene.set(scene.maria, "state", "frozen")
    asked = restore(scene, scene.adam, scene.anna, met=True)
    assert asked.from_at == scene.clock()
    assert opens(scene, scene.anna, asked)
    assert StaffNoticed(about=scene.anna.user_id) in scene.heard()


def test_where_there_is_no_other_who_did_not_meet_them_waits_a_day(scene: Staffed) -> None:
    scene.set(scene.maria, "state", "frozen")
    asked = restore(scene, scene.adam, scene.anna)
    assert asked.from_at == scene.clock() + DAY_MS
    assert confirm(scene, scene.adam, asked).due_at == scene.clock()
    assert opens(scene, scene.anna, asked)


def test_for_a_moderator_other_moderators_do_not_count(scene: Staffed) -> None:
    """They couldn't say so: they don't stand above a moderator."""
    milo = scene.person("milo", Role.MODERATOR)
    scene.prove(milo)
    asked = restore(scene, scene.adam, scene.maria, met=True)
    assert opens(scene, scene.maria, asked)


# who may ------------------------------------------------------------------------------------------


def test_staff_helps_whoever_stands_below_them(scene: Staffed) -> None:
    milo = scene.person("milo", Role.MODERATOR)
    ada = scene.administrator("ada")
    for nobody in (scene.anna, scene.fay):
        assert no_restore(scene, nobody, scene.ben) == "forbidden"
    for above in (milo, scene.maria, scene.adam):
        assert no_restore(scene, scene.maria, above) == "forbidden"
    for above in (ada, scene.adam):
        assert no_restore(scene, scene.adam, above) == "forbidden"
    nobody = Actor(id_of("nobody"), "nobody", Role.MEMBER)
    assert no_restore(scene, scene.adam, nobody) == "not_found"
    restore(scene, scene.adam, milo)
    restore(scene, scene.maria, scene.anna)


def test_only_right_after_a_step_up_and_with_a_second_factor(scene: Staffed) -> None:
    what = AskRestore(user_id=scene.anna.user_id, met=True)
    assert scene.no(ask, scene.maria, what) == "step_up_needed"
    maria = scene.up(scene.maria)
    scene.clock.advance(ms=STEP_UP_MS + 1)
    assert scene.no(ask, maria, what) == "step_up_needed"
    unproven = Actor(
        maria.user_id, "maria", Role.MODERATOR, proven=False, stepped_up_at=scene.clock()
    )
    assert scene.no(ask, unproven, what) == "forbidden"
    asked = restore(scene, scene.adam, scene.anna)
    confirming = ConfirmRestore(proposal_id=asked.proposal.proposal_id)
    assert scene.no(restoring.confirm, scene.maria, confirming) == "step_up_needed"


def test_nobody_confirms_their_own_nor_learns_of_it_among_proposals(scene: Staffed) -> None:
    asked = restore(scene, scene.adam, scene.maria)
    confirming = ConfirmRestore(proposal_id=asked.proposal.proposal_id)
    assert scene.refuses(restoring.confirm, scene.maria, confirming) == "not_found"
    assert scene.refuses(restoring.confirm, scene.anna, confirming) == "forbidden"
    refusing = RefuseProposal(proposal_id=asked.proposal.proposal_id)
    assert scene.refuses(proposals.refuse, scene.maria, refusing) == "not_found"
    assert pending(scene, scene.maria) is not None


@pytest.mark.parametrize("gone", ["frozen", "waiting", "erasing", "erased"])
def test_an_account_that_is_closed_is_not_opened(scene: Staffed, gone: str) -> None:
    scene.set(scene.anna, "state", gone)
    expected = "not_found" if gone.startswith("eras") else "forbidden"
    assert no_restore(scene, scene.maria, scene.anna) == expected


def test_who_is_banned_may_come_back_in_to_read_why(scene: Staffed) -> None:
    scene.set(scene.anna, "banned_until", scene.clock() + DAY_MS)
    asked = restore(scene, scene.maria, scene.anna)
    pending_one = pending(scene, scene.anna)
    assert pending_one is not None
    assert pending_one.proposal_id == asked.proposal.proposal_id


def test_what_is_over_is_not_confirmed(scene: Staffed) -> None:
    asked = restore(scene, scene.maria, scene.anna, met=True)
    confirming = ConfirmRestore(proposal_id=asked.proposal.proposal_id)
    scene.clock.advance(ms=DAY_MS + CODE_MS)
    assert scene.refuses(restoring.confirm, scene.adam, confirming) == "closed"
    scene.do(restoring.stop, scene.anna, StopRestore())
    assert scene.refuses(restoring.confirm, scene.adam, confirming) == "already_decided"
    assert scene.codes(scene.anna) == []


def test_a_role_is_not_confirmed_as_a_restore(scene: Staffed) -> None:
    scene.administrator("ada")
    given = scene.decides(
        roles.propose, scene.adam, ProposeRole(user_id=scene.ben.user_id, role=Role.MODERATOR)
    )
    confirming = ConfirmRestore(proposal_id=given.proposal.proposal_id)
    assert scene.refuses(restoring.confirm, scene.maria, confirming) == "not_found"


# whose own role is not settled yet ----------------------------------------------------------------


def test_a_new_administrator_helps_no_staff_back_in_while_it_can_be_undone(scene: Staffed) -> None:
    """To help someone back in takes their role and their app from them."""
    milo = scene.person("milo", Role.MODERATOR)
    scene.decides(
        roles.propose, scene.adam, ProposeRole(user_id=scene.ben.user_id, role=Role.ADMIN)
    )
    scene.prove(scene.ben)
    assert no_restore(scene, scene.ben, scene.maria) == "forbidden"
    restore(scene, scene.ben, scene.anna)
    asked = restore(scene, scene.adam, milo)
    what = ConfirmRestore(proposal_id=asked.proposal.proposal_id)
    assert scene.refuses(restoring.confirm, scene.ben, what) == "forbidden"
    scene.clock.advance(ms=proposals.UNDO_MS)
    confirm(scene, scene.ben, asked)
    restore(scene, scene.ben, scene.maria)


def test_nobody_makes_themselves_the_only_one_who_met_them(scene: Staffed) -> None:
    scene.decides(
        roles.propose, scene.adam, ProposeRole(user_id=scene.maria.user_id, role=Role.MEMBER)
    )
    asked = restore(scene, scene.adam, scene.anna, met=True)
    assert asked.from_at == scene.clock() + DAY_MS


# back again ---------------------------------------------------------------------------------------


def came_back(scene: Staffed, who: Actor, *, by_given_code: bool = True) -> None:
    scene.write(lambda work: restoring.came_back(work, who.user_id, by_given_code=by_given_code))


def test_once_they_are_back_it_is_done(scene: Staffed) -> None:
    asked = restore(scene, scene.maria, scene.anna)
    scene.clock.advance(ms=DAY_MS)
    scene.heard()
    came_back(scene, scene.anna)
    assert state(scene, asked) == "done"
    assert not opens(scene, scene.anna, asked)
    assert pending(scene, scene.anna) is None
    assert scene.audited()[-1][1] == "restore.use"
    assert scene.role(scene.anna) is Role.MEMBER


def test_a_moderator_who_was_helped_back_in_is_a_member(scene: Staffed) -> None:
    """Whoever got the code by a lie gets no power over anybody with it."""
    restore(scene, scene.adam, scene.maria)
    scene.clock.advance(ms=DAY_MS)
    sign_in_id = scene.sign_in(scene.maria)
    scene.heard()
    came_back(scene, scene.maria)
    assert scene.role(scene.maria) is Role.MEMBER
    heard = scene.heard()
    assert SignInEnded(sign_in_id=sign_in_id, reason="role_changed") in heard
    assert YourRole(user_id=scene.maria.user_id, role=Role.MEMBER) in heard


def test_who_came_back_by_a_code_of_their_own_needs_no_help(scene: Staffed) -> None:
    asked = restore(scene, scene.adam, scene.maria)
    came_back(scene, scene.maria, by_given_code=False)
    assert state(scene, asked) == "lapsed"
    assert scene.codes(scene.maria) == []
    assert scene.role(scene.maria) is Role.MODERATOR


def test_a_code_from_the_command_line_changes_no_role(scene: Staffed) -> None:
    came_back(scene, scene.maria)
    assert scene.role(scene.maria) is Role.MODERATOR
    assert scene.audited() == []


@pytest.mark.parametrize("how", ["stopped", "refused", "lapsed", "confirmed"])
def test_a_code_from_the_command_line_outlives_what_staff_asked_for(
    scene: Staffed, how: str
) -> None:
    code = scene.write(lambda work: operating.reset(work, "ben", new_token))
    given = scene.codes(scene.ben)
    asked = restore(scene, scene.maria, scene.ben)
    if how == "stopped":
        scene.do(restoring.stop, scene.ben, StopRestore())
    elif how == "refused":
        what = RefuseProposal(proposal_id=asked.proposal.proposal_id)
        scene.decides(proposals.refuse, scene.adam, what)
    elif how == "lapsed":
        scene.write(lambda work: proposals.end_all(work, scene.ben.user_id))
    else:
        for helper in (scene.maria, scene.adam):
            confirm(scene, helper, asked)
    assert opened(scene, scene.ben, code)
    assert given[0] in scene.codes(scene.ben), "from when until when is as it was"
    assert opens(scene, scene.ben, asked) == (how == "confirmed")


def test_a_code_from_the_command_line_is_nobodys_restore(scene: Staffed) -> None:
    """Staff's own code is used up by nothing: it is dead, and no longer waits."""
    scene.write(lambda work: operating.reset(work, "ben", new_token))
    asked = restore(scene, scene.maria, scene.ben)
    scene.connection.execute(
        "DELETE FROM recovery_code WHERE user_id = ? AND proposal_id IS NOT NULL",
        (scene.ben.user_id,),
    )
    assert pending(scene, scene.ben) is None
    assert state(scene, asked) == "waiting"


# as it is done ------------------------------------------------------------------------------------


async def asked_for(site: Visit, helper: str, user_id: str) -> RestoreAsked:
    """Someone of staff asks for a code, right after a step-up."""
    what = AskRestore(user_id=user_id, met=False)
    return await site.database.write(lambda work: ask(work, sessions.actor_for(work, helper), what))


async def recover(site: Visit, handle: str, code: str) -> tuple[int, dict[str, Any]]:
    """Come back with a name, a code, and a new passphrase."""
    asked = {"handle": handle, "recovery_code": code, "passphrase": "nine tall pines in fog"}
    return await site.json("POST", "/api/recoveries", json=asked)


async def test_a_member_who_lost_phone_and_codes_comes_back(
    site: Visit, clock: ManualClock
) -> None:
    _, helper = await signed_in(site.database, "maria", Role.MODERATOR)
    anna, _ = await site.person("anna"), await site.person("ben")
    asked = await asked_for(site, helper, anna.user_id)
    clock.advance(ms=DAY_MS - 1000)
    early = await recover(site, "anna", asked.code)
    assert (early[0], early[1]["error"]["code"]) == (401, "recovery_invalid")
    clock.advance(s=1)
    for name in ("ben", "maria", "nobody-of-that-name"):
        assert await recover(site, name, asked.code) == early
    status, answer = await recover(site, "anna", asked.code.lower().replace("-", " "))
    assert status == 201
    assert answer["user"]["user_id"] == anna.user_id
    me = await site.json("GET", "/api/me", headers={"Authorization": f"Bearer {answer['token']}"})
    assert me[0] == 200
    assert (await site.json("GET", "/api/me", headers=anna.bearer))[0] == 401
    assert await recover(site, "anna", asked.code) == early


async def test_an_impostor_is_stopped_by_whoever_is_signed_in(
    site: Visit, clock: ManualClock
) -> None:
    _, helper = await signed_in(site.database, "maria", Role.MODERATOR)
    anna = await site.person("anna")
    asked = await asked_for(site, helper, anna.user_id)
    told = await site.database.read(lambda work: restoring.pending(work, anna.user_id))
    assert told is not None and told.due_at == asked.from_at
    assert await attempt(site.database, anna.sign_in_id, restoring.stop, StopRestore()) == ""
    clock.advance(days=1)
    status, answer = await recover(site, "anna", asked.code)
    assert (status, answer["error"]["code"]) == (401, "recovery_invalid")
    assert (await site.json("GET", "/api/me", headers=anna.bearer))[0] == 200


async def test_a_moderator_comes_back_as_a_member(site: Visit, clock: ManualClock) -> None:
    _, helper = await signed_in(site.database, "adam", Role.ADMIN)
    mona = await site.person("mona", Role.MODERATOR)
    asked = await asked_for(site, helper, mona.user_id)
    clock.advance(days=1)
    status, answer = await recover(site, "mona", asked.code)
    assert (status, answer["user"]["role"]) == (201, "member")
    assert rows(site.database, "SELECT state FROM proposal") == [("done",)]


async def test_a_code_from_the_command_line_leaves_a_moderator_one(
    site: Visit, clock: ManualClock
) -> None:
    """Also while staff's own code waits: that one is dead then."""
    _, helper = await signed_in(site.database, "adam", Role.ADMIN)
    mona = await site.person("mona", Role.MODERATOR)
    code = await site.database.write(lambda work: operating.reset(work, "mona", new_token))
    asked = await asked_for(site, helper, mona.user_id)
    status, answer = await recover(site, "mona", code)
    assert (status, answer["user"]["role"]) == (201, "moderator")
    assert rows(site.database, "SELECT state FROM proposal") == [("lapsed",)]
    clock.advance(days=1)
    assert (await recover(site, "mona", asked.code))[0] == 401


# races over the real writer -----------------------------------------------------------------------


async def test_a_code_that_was_stopped_never_works(database: Database, clock: ManualClock) -> None:
    """The person stops it while another of staff confirms it: stopped it is, and stays."""
    _, asking = await signed_in(database, "mona", Role.MODERATOR)
    _, confirming = await signed_in(database, "milo", Role.MODERATOR)
    for number in range(RACES):
        ben, bens = await signed_in(database, f"ben{number}", Role.MEMBER)
        await attempt(database, asking, ask, AskRestore(user_id=ben, met=True))
        by_id = await proposal_about(database, ben)
        tries = [
            (bens, restoring.stop, StopRestore()),
            (
                confirming,
                restoring.confirm,
                ConfirmRestore(proposal_id=by_id),
            ),
        ]
        answers = await asyncio.gather(
            *(attempt(database, *each) for each in (tries if number % 2 else tries[::-1]))
        )
        assert sorted(answers) in (["", ""], ["", "already_decided"])

        assert rows(database, "SELECT state FROM proposal WHERE user_id = ?", ben) == [("stopped",)]
        assert rows(database, "SELECT * FROM recovery_code WHERE user_id = ?", ben) == []
