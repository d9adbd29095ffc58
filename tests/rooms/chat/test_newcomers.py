"""Who counts as new: the first days always, then until they have said something that stands."""

import pytest

from rooms.chat.newcomers import (
    NEW_FOR_MS,
    POSTS_TO_SETTLE,
    SETTLED_AFTER_MS,
    has_address,
    is_new,
)


@pytest.mark.parametrize(
    ("here_for_ms", "posts", "expected"),
    [
        (0, 0, True),
        (NEW_FOR_MS - 1, POSTS_TO_SETTLE, True),
        (NEW_FOR_MS, POSTS_TO_SETTLE - 1, True),
        (NEW_FOR_MS, POSTS_TO_SETTLE, False),
        (SETTLED_AFTER_MS - 1, 0, True),
        (SETTLED_AFTER_MS, 0, False),
    ],
)
def test_time_and_words_make_someone_known(here_for_ms: int, posts: int, expected: bool) -> None:
    assert is_new(here_for_ms, posts) is expected


@pytest.mark.parametrize(
    "words", ["see https://a.example", "HTTP://a.example", "(www.a.example)", "WWW.a", "ftp://a"]
)
def test_whatever_could_become_a_link_is_an_address(words: str) -> None:
    assert has_address(words)


@pytest.mark.parametrize("words", ["", "half past 8.30", "a/b", "www", "e.g. tea"])
def test_other_words_are_none(words: str) -> None:
    assert not has_address(words)
