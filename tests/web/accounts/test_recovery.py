"""Recovery codes: what they look like, what is kept of them, and which open what."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterator
from functools import partial

import pytest

from rooms.people import handle as handles
from rooms.people import registry
from rooms.people.person import State
from tests.support.scene import Scene
from web.accounts import recovery

HOUR_MS = 3600 * 1000


@pytest.fixture
def scene() -> Iterator[Scene]:
    scene = Scene()
    yield scene
    scene.close()


def new_token() -> str:
    return secrets.token_urlsafe(32)


def codes_of_anna(scene: Scene, count: int = 10, **more: object) -> list[str]:
    codes = recovery.make_codes(new_token, count)
    user_id = scene.anna.user_id
    scene.write(
        lambda work: recovery.store_codes(work, user_id, codes, **more)  # type: ignore[arg-type]
    )
    return codes


def opens(scene: Scene, code: str, name: str = "anna") -> str | None:
    """Whose account that is, or None."""
    found = scene.read(lambda work: recovery.opened_by(work, handles.key(name), code))
    return None if found is None else found.user_id


def test_ten_codes_that_can_be_read_out() -> None:
    codes = recovery.make_codes(new_token)
    assert len(set(codes)) == recovery.CODES == 10
    for code in codes:
        assert re.fullmatch(r"([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}", code)


def test_every_sign_is_as_likely_in_every_place() -> None:
    """80 bits: nothing of the chance is lost on the way."""
    codes = recovery.make_codes(new_token, 3000)
    for place in range(16):
        signs = {code.replace("-", "")[place] for code in codes}
        assert len(signs) == 32


@pytest.mark.parametrize(
    "spelled",
    [
        str.lower,
        lambda code: code.replace("-", ""),
        lambda code: code.replace("-", " "),
        lambda code: f"  {code}\n",
        lambda code: code.replace("0", "O").replace("1", "I"),
        lambda code: code.lower().replace("0", "o").replace("1", "l"),
        lambda code: code.replace("-", "\u2013"),
        lambda code: "".join(chr(ord(sign) + 0xFEE0) for sign in code),
    ],
)
def test_it_may_be_typed_in_many_ways(scene: Scene, spelled: object) -> None:
    assert callable(spelled)
    for code in codes_of_anna(scene):
        assert opens(scene, str(spelled(code))) == scene.anna.user_id


def test_nothing_else_opens(scene: Scene) -> None:
    (code,) = codes_of_anna(scene, 1)
    other = "7" if code[0] != "7" else "8"
    for wrong in ("", other + code[1:], code[:-1], code + "0", "\ud800", "0" * 100_000):
        assert opens(scene, wrong) is None
    assert opens(scene, code, "ben") is None
    assert opens(scene, code, "nobody") is None


def test_only_a_hash_is_kept(scene: Scene) -> None:
    codes = codes_of_anna(scene)
    kept = repr(scene.snapshot())
    for code in codes:
        assert code not in kept
        assert code.replace("-", "") not in kept


def test_one_of_staff_works_from_then_until_then(scene: Scene) -> None:
    now = scene.clock()
    (code,) = codes_of_anna(scene, 1, from_at=now + HOUR_MS, until=now + 2 * HOUR_MS)
    assert opens(scene, code) is None
    scene.clock.advance(ms=HOUR_MS)
    assert opens(scene, code) == scene.anna.user_id
    scene.clock.advance(ms=HOUR_MS - 1)
    assert opens(scene, code) == scene.anna.user_id
    scene.clock.advance(ms=1)
    assert opens(scene, code) is None


@pytest.mark.parametrize(
    ("state", "works"),
    [
        (State.ACTIVE, True),
        (State.WAITING, True),
        (State.ERASING, True),
        (State.FROZEN, False),
        (State.ERASED, False),
    ],
)
def test_a_closed_account_has_no_way_in(scene: Scene, state: State, works: bool) -> None:
    (code,) = codes_of_anna(scene, 1)
    scene.write(lambda work: registry.set_state(work, scene.anna.user_id, state))
    assert (opens(scene, code) is not None) == works


def test_a_code_is_spent_once(scene: Scene) -> None:
    first, second = codes_of_anna(scene, 2)

    def spend(code: str) -> bool:
        found = scene.write(lambda work: recovery.spend(work, handles.key("anna"), code))
        return found is not None

    assert [spend(first), spend(first), spend(second)] == [True, False, True]


def test_whether_staff_gave_it_out_is_known(scene: Scene) -> None:
    """One from the command line has an end too, but rests on nobody's proposal."""
    (own,) = codes_of_anna(scene, 1)
    (operators,) = codes_of_anna(scene, 1, until=scene.clock() + HOUR_MS)
    scene.connection.execute(
        "INSERT INTO proposal VALUES"
        " ('p', 'restore', ?, '', 'member', ?, 0, 'waiting', '', 0, NULL, NULL)",
        (scene.anna.user_id, scene.maria.user_id),
    )
    (given,) = codes_of_anna(scene, 1, until=scene.clock() + HOUR_MS, proposal_id="p")
    key = handles.key("anna")
    found = [
        scene.read(partial(recovery.opened_by, handle_key=key, typed=code))
        for code in (own, operators, given)
    ]
    assert [each is not None and each.given for each in found] == [False, False, True]


def test_new_ones_end_all_before_them(scene: Scene) -> None:
    old = codes_of_anna(scene) + codes_of_anna(scene, 1, until=scene.clock() + HOUR_MS)
    new = recovery.make_codes(new_token)
    scene.write(lambda work: recovery.renew_codes(work, scene.anna.user_id, new))
    assert {opens(scene, code) for code in old} == {None}
    assert {opens(scene, code) for code in new} == {scene.anna.user_id}
