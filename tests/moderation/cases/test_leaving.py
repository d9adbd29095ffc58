"""What stays of a case, and for how long."""

from __future__ import annotations

from moderation.cases import case as rules
from moderation.cases import leaving, store, triage
from moderation.cases.case import Case, Outcome
from moderation.cases.triage import NoteCase
from rooms.people import registry
from rooms.people.person import State
from tests.moderation.cases.following import claim, flagged, heard, look
from tests.support.scene import Scene

WORDS = "words-of-anna"


def closed(scene: Scene) -> Case:
    """A case of Anna with words and a note, closed now."""
    case = flagged(scene, scene.anna, heard(body=WORDS, raised_by=scene.ben.user_id))
    claim(scene, scene.maria, case.case_id)
    scene.do(triage.note, scene.maria, NoteCase(case_id=case.case_id, note="note-about-anna"))
    return close(scene, case.case_id)


def close(scene: Scene, case_id: str) -> Case:
    def resolve(work: object) -> Case:
        found = store.lock(work.sql, case_id)  # type: ignore[attr-defined]
        assert found is not None
        done = rules.resolve(
            found,
            scene.maria.user_id,
            Outcome.TALKED,
            scene.clock(),
            follow_up_at=None,
            is_alone=False,
        )
        store.save(work.sql, done)  # type: ignore[attr-defined]
        return done

    return scene.write(resolve)


def forget(scene: Scene, user_id: str) -> None:
    while scene.write(lambda work: leaving.forget_cases(work, user_id, "")) is not None:
        pass


def terms(scene: Scene) -> None:
    while scene.write(lambda work: leaving.step(work, "")) is not None:
        pass


def test_the_words_of_a_closed_case_are_kept_for_thirty_days(scene: Scene) -> None:
    closed(scene)
    scene.clock.advance(ms=leaving.CLOSED_KEPT_MS - 1)
    terms(scene)
    assert WORDS in repr(scene.snapshot())
    scene.clock.advance(ms=1)
    terms(scene)
    kept = scene.snapshot()
    assert WORDS not in repr(kept)
    assert "note-about-anna" not in repr(kept)
    assert "talked" in repr(kept["case"])


def test_the_words_of_one_that_nobody_closed_for_half_a_year(scene: Scene) -> None:
    flagged(scene, scene.anna, heard(body=WORDS))
    scene.clock.advance(ms=leaving.OPEN_KEPT_MS - 1)
    terms(scene)
    assert WORDS in repr(scene.snapshot())
    scene.clock.advance(ms=1)
    terms(scene)
    assert WORDS not in repr(scene.snapshot())


def test_a_new_reason_in_an_old_case_keeps_its_words(scene: Scene) -> None:
    case = flagged(scene, scene.anna, heard(body="words-of-spring"))
    scene.clock.advance(ms=leaving.OPEN_KEPT_MS)
    flagged(scene, scene.anna, heard(body=WORDS))
    scene.do(triage.note, scene.maria, NoteCase(case_id=case.case_id, note="note-about-anna"))
    terms(scene)
    kept = repr(scene.snapshot())
    assert WORDS in kept
    assert "note-about-anna" in kept
    assert "words-of-spring" not in kept


def test_whoever_is_removed_leaves_nothing_of_what_is_closed(scene: Scene) -> None:
    closed(scene)
    forget(scene, scene.anna.user_id)
    kept = scene.snapshot()
    assert (kept["case"], kept["flag"], kept["case_entry"]) == ([], [], [])


def test_what_still_runs_stays_with_its_snapshot(scene: Scene) -> None:
    case = flagged(scene, scene.anna, heard(body=WORDS))
    forget(scene, scene.anna.user_id)
    assert look(scene, scene.maria, case.case_id).flags[0].body == WORDS


def test_it_goes_with_its_term_once_it_is_closed(scene: Scene) -> None:
    case = flagged(scene, scene.anna, heard(body=WORDS))
    user_id = scene.anna.user_id
    forget(scene, user_id)
    scene.write(lambda work: registry.set_state(work, user_id, State.ERASED))
    claim(scene, scene.maria, case.case_id)
    close(scene, case.case_id)
    terms(scene)
    assert len(scene.snapshot()["case"]) == 1
    scene.clock.advance(ms=leaving.CLOSED_KEPT_MS)
    terms(scene)
    assert scene.snapshot()["case"] == []


def test_a_reason_that_someone_gave_stays_by_nobody(scene: Scene) -> None:
    case = flagged(scene, scene.anna, heard(raised_by=scene.ben.user_id))
    forget(scene, scene.ben.user_id)
    (flag,) = look(scene, scene.maria, case.case_id).flags
    assert flag.raised_by is None
