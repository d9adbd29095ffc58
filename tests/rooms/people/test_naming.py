"""Going by another name: how often, by which names, and what becomes of the one before."""

from __future__ import annotations

import pytest

from rooms.people import claims, naming, registry
from rooms.people.events import YourHandle
from rooms.people.handle import key
from rooms.people.naming import ONCE_IN_MS
from rooms.people.person import Actor, Role, User
from rooms.refusal import Refusal
from tests.support.ids import id_of
from tests.support.scene import Scene


def rename(scene: Scene, actor: Actor, handle: str) -> User:
    return scene.write(lambda work: naming.change(work, actor.user_id, handle))


def refused(scene: Scene, actor: Actor, handle: str) -> Refusal:
    return scene.refused(lambda work: naming.change(work, actor.user_id, handle))


def user(scene: Scene, handle: str) -> User | None:
    return scene.read(lambda reader: registry.by_handle_key(reader, key(handle)))


def test_from_now_on_they_go_by_the_new_name(scene: Scene) -> None:
    assert rename(scene, scene.anna, "Heron").handle == "Heron"
    assert scene.heard() == [YourHandle(user_id=scene.anna.user_id, handle="Heron")]
    found = user(scene, "heron")
    assert found is not None
    assert found.user_id == scene.anna.user_id
    assert user(scene, "anna") is None


@pytest.mark.parametrize("look", ["anna", "ANNA", "a.n.n.a", "аnnа", "Ánna"])
def test_nobody_else_can_have_the_old_one(scene: Scene, look: str) -> None:
    rename(scene, scene.anna, "Heron")
    assert refused(scene, scene.ben, look).code in ("name_taken", "bad_name")
    signing_up = scene.refused(lambda work: registry.add(work, id_of("x"), look, Role.MEMBER))
    assert signing_up.code in ("name_taken", "bad_name")


def test_going_back_is_free_and_the_name_between_stays_theirs(scene: Scene) -> None:
    rename(scene, scene.anna, "Heron")
    scene.clock.advance(ms=ONCE_IN_MS)
    assert rename(scene, scene.anna, "anna").handle == "anna"
    assert refused(scene, scene.ben, "heron").code == "name_taken"


def test_once_in_a_day_and_a_refusal_says_when(scene: Scene) -> None:
    rename(scene, scene.anna, "Heron")
    scene.clock.advance(minutes=180, ms=1)
    refusal = refused(scene, scene.anna, "Egret")
    assert (refusal.code, refusal.field) == ("too_soon", "handle")
    assert refusal.retry_after_ms == ONCE_IN_MS - 3 * 3600 * 1000 - 1
    assert "in 21 hours" in refusal.message
    scene.clock.advance(ms=refusal.retry_after_ms - 1)
    assert "within the hour" in refused(scene, scene.anna, "Egret").message
    scene.clock.advance(ms=1)
    assert rename(scene, scene.anna, "Egret").handle == "Egret"


def test_too_soon_is_the_same_whoever_goes_by_that_name(scene: Scene) -> None:
    rename(scene, scene.anna, "Heron")
    taken, free = refused(scene, scene.anna, "ben"), refused(scene, scene.anna, "nobodyhere")
    assert (taken.code, taken.message) == (free.code, free.message)


def test_a_refused_try_does_not_use_up_the_day(scene: Scene) -> None:
    assert refused(scene, scene.anna, "ben").code == "name_taken"
    assert rename(scene, scene.anna, "Heron").handle == "Heron"


@pytest.mark.parametrize(
    ("handle", "code"),
    [
        ("ben", "name_taken"),
        ("BEN", "name_taken"),
        ("bеn", "name_taken"),
        ("moderator", "name_taken"),
        ("someone", "name_taken"),
        ("a\u202eb", "bad_name"),
        ("x", "too_short"),
        ("x" * 25, "too_long"),
        ("\x01\x02", "bad_name"),
    ],
)
def test_names_that_nobody_gets(scene: Scene, handle: str, code: str) -> None:
    assert refused(scene, scene.anna, handle).code in {code, "bad_name"}


def test_ones_own_name_in_other_letters_is_a_change(scene: Scene) -> None:
    assert rename(scene, scene.anna, "Anna").handle == "Anna"
    assert [event.kind() for event in scene.heard()] == ["you.handle_changed"]


def test_the_name_one_has_is_no_change(scene: Scene) -> None:
    before = scene.snapshot()
    assert rename(scene, scene.anna, "anna").handle == "anna"
    assert (scene.snapshot(), scene.heard()) == (before, [])
    assert rename(scene, scene.anna, "Heron").handle == "Heron"


def test_a_name_in_use_is_refused_even_where_its_claim_is_anothers(scene: Scene) -> None:
    """Before names were claimed by their looks, two could have names that look alike."""
    scene.write(lambda work: claims.release_all(work, scene.ben.user_id))
    scene.clock.advance(ms=claims.RESTS_MS + 1)
    assert refused(scene, scene.anna, "ben").code == "name_taken"
