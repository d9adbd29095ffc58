"""Making, listing and taking back invitations: who may, what is kept of them, what is shown."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import count
from typing import Any

import msgspec
import pytest

from rooms.chat import membership
from rooms.chat.membership import RemovePerson
from rooms.chat.views import Access, Relation
from rooms.paging import ANSWER_MAX_BYTES
from rooms.people import registry
from rooms.people.person import Role
from rooms.permissions import STEP_UP_MS
from rooms.work import Work
from tests.web.accounts.inviting import URL, Inviting, create
from web.accounts import invite_use, invites, qr
from web.accounts.invite_codes import read
from web.accounts.invites import CreateInvite, ListInvites, RevokeInvite
from web.wire import encode_result

FACILITATOR = Relation.FACILITATOR


@pytest.fixture
def scene() -> Iterator[Inviting]:
    scene = Inviting()
    yield scene
    scene.close()


# Who may ------------------------------------------------------------------------------------------


def test_a_facilitator_invites_into_a_room_of_their_own_and_nowhere_else(scene: Inviting) -> None:
    hidden = scene.room("Quiet", Access.INVITE)
    made = scene.invite(scene.fay, room_id=hidden)
    assert (made.invite.room_id, made.invite.room_name) == (hidden, "Quiet")
    assert (made.invite.role, made.invite.relation) == (Role.MEMBER, Relation.MEMBER)
    assert scene.may_not_invite(scene.fay) == "forbidden"
    assert scene.may_not_invite(scene.ben, room_id=hidden) == "not_found"
    assert scene.may_not_invite(scene.ben, room_id="nowhere") == "not_found"
    assert scene.may_not_invite(scene.anna, room_id=hidden) == "forbidden"
    assert scene.may_not_invite(scene.anna) == "forbidden"


@pytest.mark.parametrize("who", ["maria", "adam"])
def test_those_who_look_after_the_house_invite_anywhere(scene: Inviting, who: str) -> None:
    hidden = scene.room("Quiet", Access.INVITE)
    for room_id in (None, hidden, scene.evening):
        assert scene.invite(getattr(scene, who), room_id=room_id).invite.room_id == room_id


def test_who_makes_facilitators_is_asked_for_invitations_too(scene: Inviting) -> None:
    here = {"room_id": scene.evening, "relation": FACILITATOR}
    assert scene.may_not_invite(scene.fay, **here) == "forbidden"
    assert scene.invite(scene.maria, **here).invite.relation is FACILITATOR


def test_only_an_administrator_invites_to_staff_and_only_after_a_step_up(scene: Inviting) -> None:
    for role in (Role.MODERATOR, Role.ADMIN):
        assert scene.may_not_invite(scene.maria, role=role) == "forbidden"
        assert scene.may_not_invite(scene.fay, role=role, room_id=scene.evening) == "forbidden"
        assert scene.invite(scene.adam, role=role).invite.role is role
        asked = CreateInvite(kind="invite", valid_h=24, role=role)
        late = msgspec.structs.replace(
            scene.up(scene.adam), stepped_up_at=scene.clock() - STEP_UP_MS - 1
        )
        assert scene.no(create, late, asked) == "step_up_needed"


def test_staff_without_their_second_factor_invite_nobody(scene: Inviting) -> None:
    for actor in (scene.maria, scene.adam):
        bare = msgspec.structs.replace(scene.up(actor), proven=False)
        assert scene.no(create, bare, CreateInvite(kind="invite", valid_h=1)) == "forbidden"


# What can be asked for ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("what", "refusal"),
    [
        ({"valid_h": 72}, ""),
        ({"valid_h": 73}, "out_of_range"),
        ({"kind": "knock", "valid_h": 73}, ""),
        ({"kind": "knock", "valid_h": 8760}, ""),
        ({"kind": "knock", "role": Role.MODERATOR}, "bad_type"),
        ({"relation": FACILITATOR}, "bad_type"),
    ],
)
def test_what_makes_sense(scene: Inviting, what: dict[str, Any], refusal: str) -> None:
    if refusal:
        assert scene.may_not_invite(scene.adam, **what) == refusal
    else:
        scene.invite(scene.adam, **what)


def test_a_knock_gives_nobody_a_room_to_keep(scene: Inviting) -> None:
    what = {"kind": "knock", "room_id": scene.evening, "relation": FACILITATOR}
    assert scene.may_not_invite(scene.maria, **what) == "bad_type"


def test_so_many_work_at_the_same_time(scene: Inviting) -> None:
    made = [scene.invite(scene.maria) for _ in range(invites.LIVE_MAX)]
    assert scene.may_not_invite(scene.maria) == "too_many"
    scene.invite(scene.adam)
    scene.revoke(scene.maria, made[0])
    scene.invite(scene.maria)
    scene.clock.advance(days=1)
    scene.invite(scene.maria)


# The secret ---------------------------------------------------------------------------------------


def test_the_secret_is_told_once_and_kept_as_a_hash(scene: Inviting) -> None:
    made = scene.invite(scene.maria)
    assert made.link == f"{URL}/sign-up#invite={made.code}"
    assert made.qr_svg == qr.svg(made.link)
    ((kept,),) = scene.connection.execute("SELECT token_hash FROM invite").fetchall()
    assert kept == hashlib.sha256(read(made.code).encode()).digest()
    everything = repr(scene.snapshot())
    assert made.code not in everything
    assert read(made.code) not in everything
    again = encode_result(scene.ask(invites.list_invites, scene.up(scene.maria), ListInvites()))
    assert made.code.encode() not in again


def test_a_knock_says_so_in_its_link(scene: Inviting) -> None:
    made = scene.invite(scene.maria, kind="knock")
    assert made.link == f"{URL}/sign-up#knock={made.code}"


def test_what_was_made_stands_in_the_audit_log_without_its_secret(scene: Inviting) -> None:
    made = scene.invite(scene.fay, room_id=scene.evening)
    by_id = made.invite.invite_id
    scene.revoke(scene.fay, made)
    assert scene.audited() == [
        (scene.fay.user_id, "invite.create", by_id, f"invite member {scene.evening} member"),
        (scene.fay.user_id, "invite.revoke", by_id, ""),
    ]


# Listing ------------------------------------------------------------------------------------------


def test_everyone_sees_their_own_and_administrators_everyones(scene: Inviting) -> None:
    by_fay = scene.invite(scene.fay, room_id=scene.evening).invite
    scene.clock.advance(s=1)
    by_maria = scene.invite(scene.maria, kind="knock").invite
    assert scene.listed(scene.fay) == [by_fay]
    assert scene.listed(scene.maria) == [by_maria]
    assert scene.listed(scene.anna) == []
    assert by_fay.mine
    assert by_maria.mine
    assert [each.invite_id for each in scene.listed(scene.adam)] == [
        by_maria.invite_id,
        by_fay.invite_id,
    ]
    assert not any(each.mine for each in scene.listed(scene.adam))


def test_an_administrator_without_a_second_factor_sees_no_others(scene: Inviting) -> None:
    scene.invite(scene.maria)
    bare = msgspec.structs.replace(scene.up(scene.adam), proven=False)
    assert scene.ask(invites.list_invites, bare, ListInvites()).invites == []


def test_what_became_of_it_shows_but_not_who_used_it(scene: Inviting) -> None:
    used, revoked = scene.invite(scene.maria), scene.invite(scene.maria)
    robin = scene.sign_up("robin", used.code)
    scene.revoke(scene.maria, revoked)
    shown = {each.invite_id: each for each in scene.listed(scene.maria)}
    assert shown[used.invite.invite_id].used
    assert not shown[used.invite.invite_id].revoked
    assert shown[revoked.invite.invite_id].revoked
    assert robin.user_id not in repr(scene.connection.execute("SELECT * FROM invite").fetchall())


def test_when_it_was_used_is_kept_by_the_day_alone(scene: Inviting) -> None:
    made = scene.invite(scene.maria)
    scene.clock.advance(minutes=307, s=7)
    scene.sign_up("robin", made.code)
    ((used_at,),) = scene.connection.execute("SELECT used_at FROM invite").fetchall()
    assert used_at % (24 * 3600 * 1000) == 0


def test_a_room_that_one_may_no_longer_know_of_is_not_named(scene: Inviting) -> None:
    hidden = scene.room("Quiet", Access.INVITE)
    scene.invite(scene.fay, room_id=hidden)
    assert scene.listed(scene.fay)[0].room_name == "Quiet"
    scene.do(
        membership.remove, scene.maria, RemovePerson(room_id=hidden, user_id=scene.fay.user_id)
    )
    (shown,) = scene.listed(scene.fay)
    assert (shown.room_id, shown.room_name) == (None, None)
    assert scene.listed(scene.adam)[0].room_name == "Quiet"


def test_a_long_list_comes_in_pages_that_fit(scene: Inviting) -> None:
    numbers = count()
    rooms = [scene.room("😀" * 79 + str(next(numbers)), Access.INVITE) for _ in range(3)]
    for n in range(250):
        scene.write(
            lambda work, n=n: invites.add(  # type: ignore[misc]
                work,
                f"token-of-many-{n}",
                room_id=rooms[n % 3],
                creator_id=scene.maria.user_id,
                valid_ms=invites.HOUR_MS,
            )
        )
        scene.clock.advance(ms=n % 2)
    seen: list[str] = []
    cursor = None
    while True:
        page = scene.ask(invites.list_invites, scene.up(scene.adam), ListInvites(cursor=cursor))
        assert len(encode_result(page)) <= ANSWER_MAX_BYTES
        seen += [each.invite_id for each in page.invites]
        cursor = page.cursor
        if cursor is None:
            break
    assert len(seen) == len(set(seen)) == 250


# Taking back --------------------------------------------------------------------------------------


def test_one_takes_back_ones_own_and_administrators_anyones(scene: Inviting) -> None:
    made = scene.invite(scene.maria)
    gone = RevokeInvite(invite_id=made.invite.invite_id)
    for actor in (scene.fay, scene.anna, scene.person("mona", Role.MODERATOR)):
        assert scene.no(invites.revoke, scene.up(actor), gone) == "not_found"
    absent = RevokeInvite(invite_id="no-such-invite")
    assert scene.no(invites.revoke, scene.up(scene.adam), absent) == "not_found"
    scene.revoke(scene.adam, made)
    assert scene.is_dead(made.code)
    before = scene.snapshot()
    scene.revoke(scene.maria, made)
    assert scene.snapshot() == before, "taking it back again changes nothing"


def test_what_was_used_stays_used(scene: Inviting) -> None:
    made = scene.invite(scene.maria)
    scene.sign_up("robin", made.code)
    scene.revoke(scene.maria, made)
    (shown,) = scene.listed(scene.maria)
    assert (shown.used, shown.revoked) == (True, False)


def test_what_ended_long_ago_is_forgotten(scene: Inviting) -> None:
    short = scene.invite(scene.maria, valid_h=1)
    long = scene.invite(scene.maria, kind="knock", valid_h=1000)
    scene.clock.advance(minutes=60, ms=invites.KEPT_MS - 1)
    assert scene.write(invites.forget_ended) is None
    assert len(scene.listed(scene.maria)) == 2
    scene.clock.advance(ms=1)
    assert scene.write(invites.forget_ended) is None
    assert [each.invite_id for each in scene.listed(scene.maria)] == [long.invite.invite_id]
    assert scene.is_dead(short.code)


# The first administrator's link -------------------------------------------------------------------


@pytest.fixture
def empty() -> Iterator[Inviting]:
    """A house with nobody on staff."""
    scene = Inviting()
    scene.connection.execute("UPDATE person SET role = 'member'")
    yield scene
    scene.close()


def first(scene: Inviting, token: str = "first") -> str | None:
    return scene.write(lambda work: invites.first_admin_invite(work, lambda: token))


def test_it_makes_one_administrator_at_once(empty: Inviting) -> None:
    code = first(empty)
    assert code
    robin = empty.sign_up("robin", code)
    assert empty.role(robin) is Role.ADMIN
    assert empty.is_dead(code)
    assert first(empty) is None, "there is one now"


def test_only_the_newest_link_works(empty: Inviting) -> None:
    older, newer = first(empty, "older"), first(empty, "newer")
    assert older
    assert newer
    assert empty.is_dead(older)
    assert not empty.is_dead(newer)


def test_it_ends_after_a_day(empty: Inviting) -> None:
    code = first(empty)
    assert code
    empty.clock.advance(days=1, ms=-1)
    assert not empty.is_dead(code)
    empty.clock.advance(ms=1)
    assert empty.is_dead(code)


def test_a_new_link_leaves_what_others_made_alone(empty: Inviting) -> None:
    def another(work: Work) -> tuple[str, str]:
        return invites.add(
            work, "t", role=Role.ADMIN, creator_id=empty.adam.user_id, valid_ms=invites.HOUR_MS
        )

    empty.write(another)
    first(empty)
    made = empty.connection.execute("SELECT count(*) FROM invite").fetchone()
    assert made == (2,)


def test_who_signed_up_first_can_still_follow_it(empty: Inviting) -> None:
    """Whoever starts a server may well look round as a member before they read the terminal."""
    code = first(empty)
    assert code
    empty.use(empty.ben, code)
    assert empty.role(empty.ben) is Role.ADMIN
    empty.set(empty.ben, "role", "member")
    assert empty.is_dead(code)
    assert ("operator", "role.give", empty.ben.user_id, "admin") in empty.audited()


def test_a_refused_use_leaves_it_unused(scene: Inviting) -> None:
    made = scene.invite(scene.maria)
    assert scene.refused(lambda work: _come_as(work, "anna", made.code)).code == "name_taken"
    assert not scene.is_dead(made.code)


def _come_as(work: Work, name: str, code: str) -> None:
    found = invite_use.valid(work, code)
    invite_use.spend(work, found)
    registry.add(work, "another", name, Role.MEMBER)
