"""Names that look like another's, or were another's, are out of reach."""

from __future__ import annotations

import pytest

from rooms.people import claims, registry
from rooms.people.person import Role
from tests.support.ids import id_of
from tests.support.scene import Scene


def code_of(scene: Scene, user_id: str, handle: str) -> str:
    return scene.refused(lambda work: claims.claim(work, user_id, handle)).code


@pytest.mark.parametrize("look", ["anna", "Anna", "ANNA", "аnnа", "ａｎｎａ"])
def test_a_name_that_looks_like_anothers_is_taken(scene: Scene, look: str) -> None:
    assert code_of(scene, scene.ben.user_id, look) == "name_taken"
    scene.write(lambda work: claims.claim(work, scene.anna.user_id, look))


def test_the_name_itself_is_not_kept(scene: Scene) -> None:
    kept = scene.snapshot()["name_claim"]
    assert len(kept) == 5
    assert all(isinstance(row[0], bytes) and len(row[0]) == 16 for row in kept)


def test_a_name_rests_and_then_is_free(scene: Scene) -> None:
    scene.write(lambda work: claims.release_all(work, scene.anna.user_id))
    assert code_of(scene, scene.ben.user_id, "anna") == "name_taken"
    scene.clock.advance(days=181)
    scene.write(lambda work: claims.claim(work, scene.ben.user_id, "anna"))
    assert code_of(scene, scene.anna.user_id, "anna") == "name_taken"


def test_whether_a_name_is_free_is_told_as_it_will_be_when_claimed(scene: Scene) -> None:
    def is_free() -> bool:
        return scene.read(lambda reader: claims.is_free(reader, "Quiet-Heron"))

    assert is_free()
    scene.write(lambda work: claims.claim(work, scene.anna.user_id, "quiet-heron"))
    assert not is_free(), "held, though nobody goes by it"
    scene.write(lambda work: claims.release_all(work, scene.anna.user_id))
    scene.clock.advance(ms=claims.RESTS_MS - 1)
    assert not is_free()
    scene.clock.advance(ms=1)
    assert is_free()


def test_nobody_signs_up_under_a_look_alike(scene: Scene) -> None:
    refusal = scene.refused(lambda work: registry.add(work, id_of("x"), "ɑnnɑ", Role.MEMBER))
    assert refusal.code == "name_taken"
