"""From words to a reason: with the packaged list, as the server listens."""

from __future__ import annotations

from moderation.cases.opening import Source
from moderation.detection import lexicon
from moderation.listening import account_age_days, hears, listening
from moderation.severity import PAGES
from tests.support.ids import id_of
from tests.support.scene import Scene

LISTEN = listening(lexicon.default)


def test_words_of_danger_become_a_reason_with_where_and_why() -> None:
    body = "I have the pills here. I am going to kill myself tonight. Thank you all."
    reason = LISTEN(body, None, account_age_days=100)
    assert reason is not None
    assert (reason.source, reason.category) == (Source.KEYWORD, "suicide")
    assert reason.severity in PAGES
    assert reason.list_version == lexicon.default().version
    assert any("kill myself" in body[hit.start : hit.end] for hit in reason.hits)


def test_a_warning_is_heard_as_well() -> None:
    reason = LISTEN("no words", "I want to kill myself", account_age_days=100)
    assert reason is not None
    assert all(hit.in_warning for hit in reason.hits)


def test_ordinary_words_are_none() -> None:
    assert (
        LISTEN("This meeting killed me, so funny. See you on Tuesday.", None, account_age_days=1)
        is None
    )


def test_a_name_is_not_heard_and_places_hold() -> None:
    kept = f"\x01{id_of('killmyself')}\x02 I want to kill myself"
    reason = LISTEN(kept, None, account_age_days=100)
    assert reason is not None
    (hit, *_) = reason.hits
    assert "kill myself" in kept[hit.start : hit.end]
    assert hit.start > kept.index("\x02")
    assert LISTEN(f"\x01{id_of('ikillmyself')}\x02 good morning", None, account_age_days=1) is None


def test_how_long_somebody_is_here(scene: Scene) -> None:
    anna = scene.anna.user_id
    assert scene.read(lambda reader: account_age_days(reader, anna)) == 0
    scene.clock.advance(days=3, minutes=5)
    assert scene.read(lambda reader: account_age_days(reader, anna)) == 3


def test_a_list_that_hears_the_plainest_words_and_one_that_does_not() -> None:
    words = lexicon.default()
    assert hears(words)
    assert not hears(None)  # type: ignore[arg-type]
