"""Using an invitation: where it leads, when it opens nothing, and that nobody can bend it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest

from chatserver.database import Database
from moderation.conduct import sanctions
from moderation.conduct.sanctions import Ban
from moderation.events import StaffNoticed
from rooms.chat import membership, roster
from rooms.chat.events import JoinAsked, MemberJoined, NamesChanged, YourMembership
from rooms.chat.membership import (
    AdmitPerson,
    JoinRoom,
    LeaveRoom,
    RefusePerson,
    RemovePerson,
    SetRelation,
)
from rooms.chat.roster import ListMembers
from rooms.chat.views import Access, Relation, Standing
from rooms.people import registry
from rooms.people.events import YourState
from rooms.people.person import Actor, Role, State
from rooms.refusal import Refusal
from rooms.work import Work
from tests.web.accounts.inviting import Inviting
from tests.web.accounts.racing import RACES, rows, signed_in
from web.accounts import invite_use, invites, roles, sessions
from web.accounts.invite_use import UseInvite
from web.accounts.roles import ApproveProposal

FACILITATOR = Relation.FACILITATOR


@pytest.fixture
def scene() -> Iterator[Inviting]:
    scene = Inviting()
    yield scene
    scene.close()


# Someone new --------------------------------------------------------------------------------------


def test_it_lets_one_person_into_the_house(scene: Inviting) -> None:
    made = scene.invite(scene.maria)
    robin = scene.sign_up("robin", made.code)
    assert (scene.role(robin), scene.state(robin)) == (Role.MEMBER, State.ACTIVE)
    assert scene.is_dead(made.code)


def test_it_leads_into_its_room_where_everyone_can_see_that_somebody_came(scene: Inviting) -> None:
    hidden = scene.room("Quiet", Access.INVITE)
    made = scene.invite(scene.fay, room_id=hidden)
    scene.heard()
    robin = scene.sign_up("robin", made.code)
    assert scene.standing(robin, hidden) == ("in", "member")
    told = scene.heard()
    assert MemberJoined(room_id=hidden, member=None) in told, "nobody is shown who did not ask"
    assert any(isinstance(event, YourMembership) for event in told)


def test_it_can_make_the_first_keeper_of_a_room(scene: Inviting) -> None:
    made = scene.invite(scene.adam, room_id=scene.evening, relation=FACILITATOR)
    scene.heard()
    robin = scene.sign_up("robin", made.code)
    assert scene.standing(robin) == ("in", "facilitator")
    assert scene.heard_of(NamesChanged) == [NamesChanged(room_id=scene.evening)]


def test_a_room_with_guidelines_is_entered_when_they_were_read(scene: Inviting) -> None:
    scene.guide(scene.evening, "Be kind.")
    made = scene.invite(scene.maria, room_id=scene.evening, relation=FACILITATOR)
    robin = scene.sign_up("robin", made.code)
    assert scene.standing(robin) == ("invited", "facilitator")
    scene.do(membership.join, robin, JoinRoom(room_id=scene.evening, guidelines_version=1))
    assert scene.standing(robin) == ("in", "facilitator")


def test_a_role_of_staff_is_decided_by_staff(scene: Inviting) -> None:
    """Someone else could approve, so it waits; the new person is a member meanwhile."""
    other = scene.administrator("olga")
    made = scene.invite(scene.adam, role=Role.MODERATOR)
    robin = scene.sign_up("robin", made.code)
    assert scene.role(robin) is Role.MEMBER
    ((proposal_id, role, state, proposer),) = scene.connection.execute(
        "SELECT proposal_id, role, state, proposer_id FROM proposal"
    ).fetchall()
    assert (role, state, proposer) == ("moderator", "waiting", scene.adam.user_id)
    scene.decides(roles.approve, other, ApproveProposal(proposal_id=proposal_id))
    assert scene.role(robin) is Role.MODERATOR


def test_a_sole_administrators_invitation_to_staff_is_done_at_once_and_told(
    scene: Inviting,
) -> None:
    made = scene.invite(scene.adam, role=Role.MODERATOR)
    scene.heard()
    robin = scene.sign_up("robin", made.code)
    assert scene.role(robin) is Role.MODERATOR
    assert StaffNoticed(about=robin.user_id) in scene.heard()


# When it opens nothing ----------------------------------------------------------------------------


def lose_role(scene: Inviting, creator: Actor) -> None:
    scene.set(creator, "role", "member")


def banned(scene: Inviting, creator: Actor) -> None:
    scene.do(
        lambda work, actor, command: sanctions.ban(
            work, actor, command, end_sign_ins=lambda work, user_id: None
        ),
        scene.up(scene.adam),
        Ban(user_id=creator.user_id, reason="spam"),
    )


def frozen(scene: Inviting, creator: Actor) -> None:
    scene.set(creator, "state", "frozen")


def leaving(scene: Inviting, creator: Actor) -> None:
    scene.set(creator, "state", "erasing")


@pytest.mark.parametrize("happens", [lose_role, banned, frozen, leaving])
@pytest.mark.parametrize("kind", ["invite", "knock"])
def test_it_is_void_when_its_maker_may_not_make_it_any_more(
    scene: Inviting, happens: object, kind: str
) -> None:
    made = scene.invite(scene.maria, kind=kind)
    into = scene.invite(scene.maria, kind=kind, room_id=scene.evening)
    happens(scene, scene.maria)  # type: ignore[operator]
    assert scene.is_dead(made.code)
    assert scene.is_dead(into.code)


def test_a_facilitator_who_keeps_the_room_no_longer_brings_nobody_into_it(
    scene: Inviting,
) -> None:
    made = scene.invite(scene.fay, room_id=scene.evening)
    scene.do(
        membership.set_relation,
        scene.maria,
        SetRelation(
            room_id=scene.evening, user_id=scene.anna.user_id, relation=Relation.FACILITATOR
        ),
    )
    assert not scene.is_dead(made.code)
    scene.do(membership.leave, scene.fay, LeaveRoom(room_id=scene.evening))
    assert scene.is_dead(made.code)


def test_an_invitation_to_staff_is_void_when_its_maker_is_a_moderator_now(scene: Inviting) -> None:
    scene.administrator("olga")
    staff = scene.invite(scene.adam, role=Role.MODERATOR)
    plain = scene.invite(scene.adam)
    scene.set(scene.adam, "role", "moderator")
    assert scene.is_dead(staff.code)
    assert not scene.is_dead(plain.code), "that one a moderator may make as well"


def test_a_ban_that_is_over_voids_nothing(scene: Inviting) -> None:
    made = scene.invite(scene.maria, valid_h=72)
    scene.set(scene.maria, "banned_until", scene.clock() + 1000)
    assert scene.is_dead(made.code)
    scene.clock.advance(s=1)
    assert not scene.is_dead(made.code)


@pytest.mark.parametrize("typed", ["", "never-made", "0" * 28, "\x00", "é" * 1024])
def test_what_was_never_made_opens_nothing(scene: Inviting, typed: str) -> None:
    assert scene.is_dead(typed)


def test_every_dead_one_is_told_in_the_same_words(scene: Inviting) -> None:
    used, revoked, old = scene.invite(scene.maria), scene.invite(scene.maria), None
    old = scene.invite(scene.maria, valid_h=1)
    void = scene.invite(scene.fay, room_id=scene.evening)
    scene.sign_up("robin", used.code)
    scene.revoke(scene.maria, revoked)
    scene.clock.advance(minutes=61)
    scene.set(scene.fay, "state", "frozen")
    told = set()
    for code in (used.code, revoked.code, old.code, void.code, "never-made"):
        refusal = scene.refused(lambda work, code=code: invite_use.valid(work, code))  # type: ignore[misc]
        told.add((refusal.code, refusal.message, refusal.field, refusal.retry_after_ms))
    assert len(told) == 1


# Someone who is here already ----------------------------------------------------------------------


def test_a_code_brings_one_into_its_room(scene: Inviting) -> None:
    hidden = scene.room("Quiet", Access.INVITE)
    made = scene.invite(scene.fay, room_id=hidden)
    used = scene.use(scene.ben, made.code)
    assert used.room is not None
    assert used.room.room_id == hidden
    assert used.membership is not None
    assert used.membership.standing is Standing.IN
    assert scene.is_dead(made.code)


def test_what_changes_nothing_does_not_use_it_up(scene: Inviting) -> None:
    made = scene.invite(scene.fay, room_id=scene.evening)
    used = scene.use(scene.anna, made.code)
    assert used.membership is not None
    house = scene.invite(scene.maria)
    nothing = scene.use(scene.ben, house.code)
    assert (nothing.room, nothing.membership) == (None, None)
    assert not any(each.used for each in scene.listed(scene.adam))


def test_a_member_becomes_a_facilitator_by_it(scene: Inviting) -> None:
    made = scene.invite(scene.maria, room_id=scene.evening, relation=FACILITATOR)
    scene.heard()
    scene.use(scene.anna, made.code)
    assert scene.standing(scene.anna) == ("in", "facilitator")
    assert scene.heard_of(NamesChanged) == [NamesChanged(room_id=scene.evening)]
    plain = scene.invite(scene.maria, room_id=scene.evening)
    scene.use(scene.anna, plain.code)
    assert scene.standing(scene.anna) == ("in", "facilitator"), "and nobody less by another"


def test_whoever_was_put_out_comes_back_only_by_asking(scene: Inviting) -> None:
    hidden = scene.room("Quiet", Access.INVITE)
    gone = RemovePerson(room_id=hidden, user_id=scene.anna.user_id)
    scene.do(membership.remove, scene.fay, gone)
    made = scene.invite(scene.maria, room_id=hidden, relation=FACILITATOR)
    scene.heard()
    scene.use(scene.anna, made.code)
    assert scene.standing(scene.anna, hidden) == ("waiting", "member")
    assert scene.heard_of(JoinAsked) == [JoinAsked(room_id=hidden)]


def test_administrators_are_in_no_room(scene: Inviting) -> None:
    made = scene.invite(scene.maria, room_id=scene.evening)
    command = UseInvite(code=made.code)
    assert scene.no(invite_use.use, scene.up(scene.adam), command) == "forbidden"


def test_a_member_is_proposed_for_staff_by_it(scene: Inviting) -> None:
    scene.administrator("olga")
    made = scene.invite(scene.adam, role=Role.MODERATOR)
    scene.use(scene.ben, made.code)
    assert scene.role(scene.ben) is Role.MEMBER
    waiting = scene.connection.execute("SELECT user_id, state FROM proposal").fetchall()
    assert waiting == [(scene.ben.user_id, "waiting")]
    assert scene.is_dead(made.code)


def test_who_is_in_as_many_rooms_as_fit_keeps_the_invitation(
    scene: Inviting, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = scene.invite(scene.maria, room_id=scene.evening)
    monkeypatch.setattr(membership, "ROOMS_MAX", 0)
    assert scene.no(invite_use.use, scene.up(scene.ben), UseInvite(code=made.code)) == "too_many"


# Knocking -----------------------------------------------------------------------------------------


def test_a_knock_only_asks_to_be_let_in_and_is_there_for_many(scene: Inviting) -> None:
    made = scene.invite(scene.maria, kind="knock", valid_h=8760)
    scene.heard()
    for name in ("robin", "wren"):
        person = scene.sign_up(name, made.code)
        assert (scene.role(person), scene.state(person)) == (Role.MEMBER, State.WAITING)
        assert scene.heard() == [StaffNoticed(about=person.user_id)]
    scene.clock.advance(days=365)
    assert scene.is_dead(made.code)


def knock_at(scene: Inviting, room_id: str, name: str = "robin") -> Actor:
    made = scene.invite(scene.fay, kind="knock", room_id=room_id)
    return scene.sign_up(name, made.code)


def test_at_a_rooms_door_its_keepers_are_told_and_see_who_waits(scene: Inviting) -> None:
    scene.heard()
    robin = knock_at(scene, scene.evening)
    assert scene.standing(robin) == ("waiting", "member")
    told = scene.heard()
    assert JoinAsked(room_id=scene.evening) in told
    assert StaffNoticed(about=robin.user_id) in told
    command = ListMembers(room_id=scene.evening)
    standings = {
        each.person.user_id: each.standing
        for each in scene.ask(roster.list_members, scene.fay, command).people
    }
    assert standings[robin.user_id] is Standing.WAITING
    others = scene.ask(roster.list_members, scene.anna, command)
    assert robin.user_id not in [each.person.user_id for each in others.people]


def test_whoever_lets_them_into_the_room_lets_them_into_the_house(scene: Inviting) -> None:
    robin = knock_at(scene, scene.evening)
    scene.heard()
    command = AdmitPerson(room_id=scene.evening, user_id=robin.user_id)
    assert scene.no(membership.admit, scene.anna, command) == "forbidden"
    scene.do(membership.admit, scene.fay, command)
    assert scene.state(robin) is State.ACTIVE
    assert scene.standing(robin) == ("in", "member")
    assert scene.heard()[-1] == YourState(user_id=robin.user_id, state=State.ACTIVE)
    scene.do(membership.admit, scene.fay, command)
    assert scene.heard_of(YourState) == [], "once is enough"


def test_they_read_the_rooms_guidelines_first(scene: Inviting) -> None:
    scene.guide(scene.evening, "Be kind.")
    robin = knock_at(scene, scene.evening)
    command = AdmitPerson(room_id=scene.evening, user_id=robin.user_id)
    shown = scene.do(membership.admit, scene.fay, command)
    assert shown.member is not None
    assert shown.member.standing is Standing.INVITED
    assert scene.state(robin) is State.ACTIVE
    scene.do(membership.join, robin, JoinRoom(room_id=scene.evening, guidelines_version=1))
    assert scene.standing(robin) == ("in", "member")


def test_a_room_that_refuses_leaves_them_to_staff(scene: Inviting) -> None:
    robin = knock_at(scene, scene.evening)
    scene.do(
        membership.refuse,
        scene.fay,
        RefusePerson(room_id=scene.evening, user_id=robin.user_id),
    )
    assert scene.standing(robin) is None
    assert scene.state(robin) is State.WAITING


@pytest.mark.parametrize("state", ["frozen", "erasing"])
def test_a_room_opens_no_account_that_is_closed(scene: Inviting, state: str) -> None:
    robin = knock_at(scene, scene.evening)
    scene.set(robin, "state", state)
    command = AdmitPerson(room_id=scene.evening, user_id=robin.user_id)
    try:
        scene.do(membership.admit, scene.fay, command)
    except Refusal as refusal:
        assert refusal.code == "not_found"  # noqa: PT017 - whoever is leaving is not there
    assert scene.state(robin) == state


def test_when_as_many_wait_as_somebody_can_look_at_it_says_so_kindly(scene: Inviting) -> None:
    made = scene.invite(scene.maria, kind="knock")
    for n in range(invite_use.WAITING_MAX):
        scene.connection.execute(
            "INSERT INTO person (user_id, handle, handle_key, role, visible, reading, state,"
            " created_at) VALUES (?, ?, ?, 'member', 0, 0, 'waiting', 0)",
            (f"waiting{n}", f"waiting{n}", f"waiting{n}"),
        )
    full = scene.refused(
        lambda work: invite_use.demand_patience(work, invite_use.valid(work, made.code))
    )
    assert full.code == "too_many"
    assert "try again in a few days" in full.message
    scene.connection.execute("UPDATE person SET state = 'active' WHERE user_id = 'waiting7'")
    scene.sign_up("robin", made.code)
    scene.sign_up("wren", scene.invite(scene.maria).code)


def test_who_is_here_asks_at_the_rooms_door_by_it(scene: Inviting) -> None:
    made = scene.invite(scene.fay, kind="knock", room_id=scene.evening)
    scene.heard()
    used = scene.use(scene.ben, made.code)
    assert used.membership is not None
    assert used.membership.standing is Standing.WAITING
    assert scene.heard_of(JoinAsked) == [JoinAsked(room_id=scene.evening)]
    scene.use(scene.ben, made.code)
    assert scene.heard_of(JoinAsked) == [], "asking again disturbs nobody"
    assert scene.state(scene.ben) is State.ACTIVE
    assert not scene.is_dead(made.code)


# Races --------------------------------------------------------------------------------------------


async def _make(database: Database, creator_id: str, n: int) -> str:
    def add(work: Work) -> str:
        _, code = invites.add(work, f"race{n}", creator_id=creator_id, valid_ms=invites.HOUR_MS)
        return code

    return await database.write(add)


async def _come(database: Database, code: str, name: str) -> str:
    def come(work: Work) -> None:
        found = invite_use.valid(work, code)
        user = registry.add(work, work.new_id(), name, *invite_use.begins_as(found))
        invite_use.spend(work, found)
        invite_use.bring_in(work, user, found)

    try:
        await database.write(come)
    except Refusal as refusal:
        return refusal.code
    return ""


async def test_of_many_at_once_exactly_one_comes_in(database: Database) -> None:
    maria, _ = await signed_in(database, "maria", Role.MODERATOR)
    for n in range(RACES):
        code = await _make(database, maria, n)
        came = await asyncio.gather(*(_come(database, code, f"guest{n}x{m}") for m in range(5)))
        assert sorted(came) == ["", *["invite_invalid"] * 4]
    assert rows(database, "SELECT count(*) FROM person WHERE role = 'member'") == [(RACES,)]


async def test_taken_back_and_used_at_once_is_one_of_the_two(database: Database) -> None:
    maria, sign_in = await signed_in(database, "maria", Role.MODERATOR)
    for n in range(RACES):
        code = await _make(database, maria, n)
        ((by_id,),) = rows(
            database, "SELECT invite_id FROM invite WHERE used_at IS NULL AND revoked_at IS NULL"
        )

        async def take_back(by_id: str = by_id) -> str:
            def back(work: Work) -> None:
                actor = sessions.actor_for(work, sign_in)
                invites.revoke(work, actor, invites.RevokeInvite(invite_id=by_id))

            await database.write(back)
            return ""

        first, second = take_back(), _come(database, code, f"guest{n}")
        if n % 2:
            _, came = await asyncio.gather(first, second)
        else:
            came, _ = await asyncio.gather(second, first)
        ((used, revoked),) = rows(
            database, "SELECT used_at, revoked_at FROM invite WHERE invite_id = ?", by_id
        )
        assert (used is None) == (revoked is not None) == (came == "invite_invalid")


async def test_whoever_is_demoted_in_mid_batch_brings_nobody_in(database: Database) -> None:
    maria, _ = await signed_in(database, "maria", Role.MODERATOR)
    for n in range(RACES):
        await database.write(lambda work: registry.set_role(work, maria, Role.MODERATOR))
        code = await _make(database, maria, n)
        demoted = database.write(lambda work: registry.set_role(work, maria, Role.MEMBER))
        _, came = await asyncio.gather(demoted, _come(database, code, f"guest{n}"))
        assert came == "invite_invalid"
