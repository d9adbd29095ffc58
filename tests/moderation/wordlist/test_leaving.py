"""What goes of a proposal with whoever made it, and when it came to nothing."""

from __future__ import annotations

from moderation.wordlist import leaving, proposing
from tests.moderation.wordlist.changing import EXCEPTION, PURPLE, agreed, propose, say_no
from tests.support.scene import Scene


def test_someone_takes_what_they_proposed_along(scene: Scene) -> None:
    propose(scene, scene.maria, why="it is said here")
    part = scene.read(lambda reader: leaving.proposed_words(reader, scene.maria.user_id, ""))
    (item,) = part.items
    assert (item["term"], item["why"], item["state"]) == (PURPLE.term, "it is said here", "waiting")
    assert part.cursor is None
    assert scene.read(lambda reader: leaving.proposed_words(reader, scene.adam.user_id, "")) == (
        [],
        None,
    )


def test_their_words_go_with_them_and_the_groups_list_stays(scene: Scene) -> None:
    propose(scene, scene.maria, why="a canary of a reason")
    assert scene.write(lambda work: leaving.forget_words(work, scene.maria.user_id, "")) is None
    kept = repr(scene.snapshot())
    assert "canary" not in kept
    assert PURPLE.term in kept


def test_what_came_to_nothing_goes_after_its_term_and_what_was_agreed_stays(scene: Scene) -> None:
    agreed(scene, EXCEPTION)
    say_no(scene, scene.maria, propose(scene, scene.maria))
    propose(scene, scene.adam)
    scene.clock.advance(ms=proposing.LAPSES_MS + leaving.KEPT_MS - 1)
    scene.write(lambda work: leaving.step(work, ""))
    assert len(scene.snapshot()["list_proposal"]) == 3
    scene.clock.advance(ms=1)
    assert scene.write(lambda work: leaving.step(work, "")) == ""
    assert scene.write(lambda work: leaving.step(work, "")) is None
    (left,) = scene.snapshot()["list_proposal"]
    assert left[8] == "done"
