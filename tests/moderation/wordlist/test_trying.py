"""The dry run: rough counts, and nothing by which anybody could be found."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from moderation.detection.lexicon import default
from moderation.wordlist import changes, trying
from moderation.wordlist.changes import Kept
from moderation.wordlist.trying import Sample, Trial
from rooms.chat import references
from tests.moderation.wordlist.changing import PURPLE
from tests.support.scene import Scene

PURPLE_LIST = changes.compiled(default(), Kept(1, {PURPLE.term: PURPLE}))
SAID = "all I see is the purple exit"


def samples(
    heard: int, *, of: int = 400, people: int = 20, heard_people: int = 20
) -> Iterator[Sample]:
    """Some were said by these people, and so many of them are what the list would hear."""
    for number in range(of):
        if number < heard:
            yield Sample(f"p{number % heard_people}", SAID, None)
        else:
            yield Sample(f"p{number % people}", "good morning, I made soup", None)


def tried(found: Iterator[Sample], key: str = "") -> Trial:
    return trying.tried(found, default(), PURPLE_LIST, key=key)


def test_it_says_roughly_how_much_more_would_be_heard() -> None:
    trial = tried(samples(40))
    assert trial.messages == 400
    assert trial.more in (40, 40 + trying.SMALL)
    assert trial.calling == trial.more or abs(int(trial.calling or 0) - 40) <= trying.SMALL
    assert trial.fewer is None
    (only,) = trial.by_category
    assert (only.category, only.before, only.fewer) == ("suicide", None, None)


def test_it_says_what_would_not_be_heard_any_more() -> None:
    trial = trying.tried(samples(40), PURPLE_LIST, default(), key="")
    assert (trial.more, trial.calling) == (None, None)
    assert trial.fewer in (40, 45)


def test_few_are_told_as_none_are() -> None:
    assert tried(samples(4)) == tried(samples(0))
    assert tried(samples(1)) == tried(samples(0))


def test_many_of_few_people_are_told_as_none_are() -> None:
    assert tried(samples(40, heard_people=4)) == tried(samples(0))


def test_where_few_people_say_little_it_tells_nothing() -> None:
    for found in (samples(40, of=199), samples(40, people=9, heard_people=9)):
        trial = tried(found)
        assert (trial.messages, trial.more, trial.by_category) == (0, None, [])


def test_one_more_message_does_not_show_at_the_same_place_for_every_pattern() -> None:
    """Whoever knows that fourteen say it must not learn by a second pattern that one says both."""
    steps = {
        key: next(n for n in count(10) if (tried(samples(n), key).more or 0) > 10)
        for key in map(str, range(6))
    }
    assert len(set(steps.values())) > 1


def test_harmless_sentences_that_came_with_the_list_are_counted_exactly() -> None:
    trial = tried(samples(0))
    assert trial.ordinary > 400
    assert 0 < trial.ordinary_before < 30
    assert trial.ordinary_after == trial.ordinary_before


def test_it_ends_after_so_many_letters() -> None:
    long = (Sample(f"p{n % 20}", "soup " * 300, None) for n in range(2_000))
    trial = tried(long)
    assert 0 < trial.messages <= trying.CHARS_MAX // 1_500


def test_names_are_not_listened_to() -> None:
    named = Sample("p1", f"all I see is the {references.reference('purple exit')}", None)
    assert tried(iter([named] * 400)) == tried(samples(0, people=1))


def test_what_an_author_warns_of_is_heard_as_well() -> None:
    warned = (Sample(f"p{n % 20}", "soup", SAID) for n in range(400))
    assert (tried(warned).more or 0) >= 400


def test_it_hears_rooms_newest_first_without_who_asks_nor_what_is_gone(scene: Scene) -> None:
    scene.say(scene.anna, "first words")
    gone = scene.say(scene.anna, "words that go")
    scene.say(scene.fay, "words of who asks")
    scene.say(scene.anna, "last words")
    scene.delete(scene.anna, gone.message_id)
    found = scene.read(lambda reader: list(trying.samples(reader, scene.fay.user_id)))
    assert [each.body for each in found] == ["last words", "first words"]
