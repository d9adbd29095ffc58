"""My sign-ins, one by one; and staff signing somebody out everywhere."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest

from rooms.people import registry
from rooms.people.person import Actor, Role, State
from rooms.refusal import Refusal
from tests.support.scene import Scene
from web.accounts import proposals, roles, sessions, sign_ins
from web.accounts.events import SignInEnded
from web.accounts.roles import ProposeRole
from web.accounts.sessions import Device
from web.accounts.sign_ins import EndSignIn, EndSignInsOf, ListSignIns

ABSENT = "absent00000000000000000"


@pytest.fixture
def scene() -> Iterator[Scene]:
    scene = Scene()
    yield scene
    scene.close()


def sign_in(
    scene: Scene, actor: Actor, *, device: Device = "program", proven: bool = False
) -> Actor:
    """A new sign-in; the person acting by it."""
    token = f"token{scene.nonce()}"
    sign_in_id = scene.write(
        lambda work: sessions.start(work, actor.user_id, token, 30, device=device, proven=proven)
    )
    return msgspec.structs.replace(actor, sign_in_id=sign_in_id)


def is_live(scene: Scene, actor: Actor) -> bool:
    try:
        scene.read(lambda work: sessions.actor_for(work, actor.sign_in_id))
    except Refusal:
        return False
    return True


def test_each_is_told_apart_by_day_and_device(scene: Scene) -> None:
    first = sign_in(scene, scene.anna, device="phone")
    scene.clock.advance(days=2)
    now = sign_in(scene, scene.anna, device="computer", proven=True)
    sign_in(scene, scene.ben)
    listed = scene.ask(sign_ins.list_sign_ins, now, ListSignIns()).sign_ins
    assert [each.sign_in_id for each in listed] == [now.sign_in_id, first.sign_in_id]
    assert [each.device for each in listed] == ["computer", "phone"]
    assert [each.current for each in listed] == [True, False]
    assert [each.proven for each in listed] == [True, False]
    assert all(each.started_on % sessions.DAY_MS == 0 for each in listed), "a day, not a time"


def test_what_is_over_is_not_listed(scene: Scene) -> None:
    sign_in(scene, scene.anna)
    scene.clock.advance(days=30)
    idle = sign_in(scene, scene.anna)
    scene.connection.execute(
        "UPDATE sign_in SET idle_until = ? WHERE sign_in_id = ?", (scene.clock(), idle.sign_in_id)
    )
    ended = sign_in(scene, scene.anna)
    now = sign_in(scene, scene.anna)
    scene.do(sign_ins.end, now, EndSignIn(sign_in_id=ended.sign_in_id))
    listed = scene.ask(sign_ins.list_sign_ins, now, ListSignIns()).sign_ins
    assert [each.sign_in_id for each in listed] == [now.sign_in_id]


def test_one_of_mine_ends_and_no_other(scene: Scene) -> None:
    lost, kept = sign_in(scene, scene.anna), sign_in(scene, scene.anna)
    scene.do(sign_ins.end, kept, EndSignIn(sign_in_id=lost.sign_in_id))
    assert scene.heard() == [SignInEnded(sign_in_id=lost.sign_in_id, reason="signed_out")]
    assert (is_live(scene, lost), is_live(scene, kept)) == (False, True)


def test_ending_the_one_i_am_in_is_signing_out(scene: Scene) -> None:
    me = sign_in(scene, scene.anna)
    scene.do(sign_ins.end, me, EndSignIn(sign_in_id=me.sign_in_id))
    assert not is_live(scene, me)


def test_another_persons_and_one_that_never_was_are_the_same(scene: Scene) -> None:
    me, other = sign_in(scene, scene.anna), sign_in(scene, scene.ben)
    ended = sign_in(scene, scene.anna)
    scene.do(sign_ins.end, me, EndSignIn(sign_in_id=ended.sign_in_id))
    refused = [
        scene.refusal(sign_ins.end, me, EndSignIn(sign_in_id=each))
        for each in (other.sign_in_id, ABSENT, ended.sign_in_id)
    ]
    assert {(each.code, each.message, each.field) for each in refused} == {
        ("not_found", refused[0].message, "sign_in_id")
    }
    assert is_live(scene, other)


# staff (row 44)


@pytest.mark.parametrize(
    ("who", "whom", "expected"),
    [
        ("anna", "ben", "forbidden"),
        ("anna", "anna", "forbidden"),
        ("fay", "anna", "forbidden"),
        ("maria", "anna", ""),
        ("maria", "fay", ""),
        ("maria", "maria", "forbidden"),
        ("maria", "adam", "forbidden"),
        ("adam", "anna", ""),
        ("adam", "maria", ""),
        ("adam", "adam", "forbidden"),
    ],
)
def test_who_may_sign_whom_out(scene: Scene, who: str, whom: str, expected: str) -> None:
    theirs = sign_in(scene, getattr(scene, whom))
    scene.heard()
    actor, asked = getattr(scene, who), EndSignInsOf(user_id=theirs.user_id)
    if expected:
        assert scene.no(sign_ins.end_all, actor, asked) == expected
        assert is_live(scene, theirs)
        return
    scene.do(sign_ins.end_all, actor, asked)
    assert scene.heard() == [SignInEnded(sign_in_id=theirs.sign_in_id, reason="signed_out")]
    assert not is_live(scene, theirs)
    kept = scene.connection.execute("SELECT actor_id, action, about FROM audit_entry").fetchall()
    assert kept == [(actor.user_id, "user.end_sign_ins", theirs.user_id)]


def test_one_moderator_does_not_sign_out_another(scene: Scene) -> None:
    other = scene.person("mona", Role.MODERATOR)
    asked = EndSignInsOf(user_id=other.user_id)
    assert scene.no(sign_ins.end_all, scene.maria, asked) == "forbidden"


def test_who_is_not_there_is_told_to_staff_alone(scene: Scene) -> None:
    scene.write(lambda work: registry.set_state(work, scene.ben.user_id, State.ERASED))
    scene.write(lambda work: registry.set_state(work, scene.fay.user_id, State.ERASING))
    for user_id in (ABSENT, scene.ben.user_id, scene.fay.user_id):
        asked = EndSignInsOf(user_id=user_id)
        assert scene.no(sign_ins.end_all, scene.maria, asked) == "not_found"
        assert scene.no(sign_ins.end_all, scene.anna, asked) == "forbidden"


def test_a_new_administrator_signs_no_staff_out_while_it_can_be_undone(scene: Scene) -> None:
    """Whoever could undo it has to be there."""
    given = ProposeRole(user_id=scene.ben.user_id, role=Role.ADMIN)
    adam = msgspec.structs.replace(scene.adam, stepped_up_at=scene.clock())
    scene.do(roles.propose, adam, given)
    ben = msgspec.structs.replace(scene.ben, role=Role.ADMIN)
    hers = sign_in(scene, scene.maria)
    assert scene.no(sign_ins.end_all, ben, EndSignInsOf(user_id=hers.user_id)) == "forbidden"
    assert is_live(scene, hers)
    scene.do(sign_ins.end_all, ben, EndSignInsOf(user_id=scene.anna.user_id))
    scene.clock.advance(ms=proposals.UNDO_MS)
    scene.do(sign_ins.end_all, ben, EndSignInsOf(user_id=hers.user_id))
    assert not is_live(scene, hers)


def test_without_a_second_factor_staff_signs_nobody_out(scene: Scene) -> None:
    for actor in (scene.maria, scene.adam):
        unproven = msgspec.structs.replace(actor, proven=False)
        asked = EndSignInsOf(user_id=scene.anna.user_id)
        assert scene.no(sign_ins.end_all, unproven, asked) == "forbidden"
