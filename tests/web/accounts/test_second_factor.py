"""Six digits: which ones count, when, and how often."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from rooms.people.person import Actor
from rooms.refusal import Refusal
from tests.support.scene import Scene
from tests.web.accounts.phone import Phone
from web.accounts import second_factor, sessions

TOKENS: Callable[[], str] = iter(f"token{n}" for n in range(100)).__next__


@pytest.fixture
def scene() -> Iterator[Scene]:
    scene = Scene()
    yield scene
    scene.close()


def offered(scene: Scene, actor: Actor) -> Phone:
    """Somebody puts a fresh secret into their phone."""
    sign_in_id = scene.write(
        lambda work: sessions.start(work, actor.user_id, TOKENS(), 30, stepped_up=True)
    )
    offer = scene.write(lambda work: second_factor.offer(work, sign_in_id, TOKENS, "The Harbour"))
    return Phone(offer.secret, scene.clock)


def confirmed(scene: Scene, actor: Actor) -> Phone:
    """Somebody has a second factor, and has not used it for a while."""
    phone = offered(scene, actor)
    scene.write(lambda work: second_factor.confirm(work, actor.user_id, phone.digits()))
    scene.clock.advance(minutes=10)
    return phone


def demand(scene: Scene, actor: Actor, code: str | None) -> str:
    """'shown', 'none' for who has no second factor, or the code of the refusal."""
    try:
        shown = scene.write(lambda work: second_factor.demand(work, actor.user_id, code))
    except Refusal as refusal:
        return refusal.code
    return "shown" if shown else "none"


@pytest.mark.parametrize(
    ("steps", "expected"),
    [(-2, "mfa_invalid"), (-1, "shown"), (0, "shown"), (1, "shown"), (2, "mfa_invalid")],
)
def test_the_digits_of_now_count_and_those_beside_them(
    scene: Scene, steps: int, expected: str
) -> None:
    phone = confirmed(scene, scene.anna)
    assert demand(scene, scene.anna, phone.digits(steps=steps)) == expected


def test_digits_before_those_that_were_used_count_no_more(scene: Scene) -> None:
    phone = confirmed(scene, scene.anna)
    assert demand(scene, scene.anna, phone.digits(steps=1)) == "shown"
    for steps in (-1, 0, 1):
        assert demand(scene, scene.anna, phone.digits(steps=steps)) == "mfa_invalid"
    scene.clock.advance(minutes=1)
    assert demand(scene, scene.anna, phone.digits()) == "shown"


def test_the_digits_that_confirmed_it_are_used(scene: Scene) -> None:
    phone = offered(scene, scene.anna)
    scene.write(lambda work: second_factor.confirm(work, scene.anna.user_id, phone.digits()))
    assert demand(scene, scene.anna, phone.digits()) == "mfa_invalid"


@pytest.mark.parametrize("spelled", [" {0}{1} ", "{0} {1}", "{0}\u00a0{1}"])
def test_they_may_be_typed_as_apps_show_them(scene: Scene, spelled: str) -> None:
    phone = confirmed(scene, scene.anna)
    code = phone.digits()
    assert demand(scene, scene.anna, spelled.format(code[:3], code[3:])) == "shown"


@pytest.mark.parametrize("code", ["12345", "1234567", "abcdef", "\ud800", "½½½½½½", "-12345"])
def test_anything_else_is_refused(scene: Scene, code: str) -> None:
    confirmed(scene, scene.anna)
    assert demand(scene, scene.anna, code) == "mfa_invalid"


def test_refused_digits_use_nothing_up(scene: Scene) -> None:
    phone = confirmed(scene, scene.anna)
    assert demand(scene, scene.anna, phone.wrong()) == "mfa_invalid"
    assert demand(scene, scene.anna, phone.digits()) == "shown"


def test_whoever_has_none_is_asked_for_none(scene: Scene) -> None:
    assert demand(scene, scene.anna, None) == "none"
    offered(scene, scene.anna)
    assert demand(scene, scene.anna, None) == "none", "it was never confirmed"


def test_one_persons_digits_are_nobody_elses(scene: Scene) -> None:
    phone = confirmed(scene, scene.anna)
    confirmed(scene, scene.ben)
    assert demand(scene, scene.ben, phone.digits()) == "mfa_invalid"


def test_what_was_dropped_is_gone(scene: Scene) -> None:
    confirmed(scene, scene.anna)
    scene.write(lambda work: second_factor.drop(work, scene.anna.user_id))
    assert demand(scene, scene.anna, None) == "none"
    assert not scene.read(lambda work: second_factor.is_confirmed(work, scene.anna.user_id))


def test_an_offer_can_be_seen_again_until_it_is_confirmed(scene: Scene) -> None:
    sign_in_id = scene.write(
        lambda work: sessions.start(work, scene.anna.user_id, TOKENS(), 30, stepped_up=True)
    )

    def again() -> str | None:
        offer = scene.read(lambda work: second_factor.offered(work, sign_in_id, "The Harbour"))
        return None if offer is None else offer.secret

    assert again() is None
    offer = scene.write(lambda work: second_factor.offer(work, sign_in_id, TOKENS, "The Harbour"))
    assert again() == offer.secret
    scene.clock.advance(ms=second_factor.OFFERED_MS)
    assert again() is None, "it was left lying"
    offer = scene.write(lambda work: second_factor.offer(work, sign_in_id, TOKENS, "The Harbour"))
    code = Phone(offer.secret, scene.clock).digits()
    scene.write(lambda work: second_factor.confirm(work, scene.anna.user_id, code))
    assert again() is None
    scene.clock.advance(minutes=11)
    with pytest.raises(Refusal, match="step_up_needed"):
        again()


def test_no_two_secrets_are_the_same(scene: Scene) -> None:
    secrets = {offered(scene, scene.anna)._key for _ in range(5)}
    assert len(secrets) == 5
    assert {len(secret) for secret in secrets} == {20}
