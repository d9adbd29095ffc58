"""The versions of a list: numbered, never changed, each to be had again."""

from __future__ import annotations

import msgspec

from moderation.events import WordListChanged
from moderation.wordlist import versions
from moderation.wordlist.changes import Kept, TermChange
from moderation.wordlist.versions import Deltas
from tests.moderation.wordlist.changing import EXCEPTION, PURPLE
from tests.support.scene import Scene

OFF = TermChange(term="suicide.kill-myself", off=True)


def make(scene: Scene, deltas: Deltas) -> int:
    return scene.write(
        lambda work: versions.make(work, deltas, by_id=scene.maria.user_id, proposal_id=None)
    )


def test_nothing_was_changed_at_first(scene: Scene) -> None:
    assert scene.read(versions.newest) == 0
    assert scene.read(versions.in_force) == (0, {})


def test_each_version_changes_the_one_before_and_both_are_kept(scene: Scene) -> None:
    assert make(scene, {PURPLE.term: PURPLE}) == 1
    assert make(scene, {EXCEPTION.term: EXCEPTION}) == 2
    assert make(scene, {EXCEPTION.term: OFF, PURPLE.term: None}) == 3
    assert scene.read(versions.in_force) == (3, {OFF.term: OFF})
    assert scene.read(lambda reader: versions.at(reader, 1)) == (1, {PURPLE.term: PURPLE})
    both = {PURPLE.term: PURPLE, EXCEPTION.term: EXCEPTION}
    assert scene.read(lambda reader: versions.at(reader, 2)) == (2, both)
    assert scene.read(lambda reader: versions.changed_since(reader, 2)) == both.keys()
    assert scene.read(lambda reader: versions.changed_in(reader, 2)) == {EXCEPTION.term}
    assert [event.number for event in scene.heard_of(WordListChanged)] == [1, 2, 3]


def test_the_way_from_one_to_another_is_what_differs(scene: Scene) -> None:
    make(scene, {PURPLE.term: PURPLE, EXCEPTION.term: EXCEPTION})
    now = scene.read(versions.in_force)
    before = Kept(0, {EXCEPTION.term: OFF, PURPLE.term: PURPLE})
    assert versions.between(now, before) == {EXCEPTION.term: OFF}
    assert versions.with_deltas(now, {PURPLE.term: None}).changes == {EXCEPTION.term: EXCEPTION}


def test_a_change_is_kept_as_it_was_written() -> None:
    assert versions.read(versions.written(PURPLE)) == PURPLE
    assert versions.written(None) == ""
    assert msgspec.json.decode(versions.written(OFF))["off"] is True
