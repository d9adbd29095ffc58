"""Statuses that fit, and words for a person."""

from __future__ import annotations

import pytest

from rooms import refusal as domain
from rooms.refusal import Refusal
from web import problems


def test_every_code_has_one_place() -> None:
    assert not set(problems.WORDS) & set(domain.WORDS)
    assert set(problems._STATUS) <= set(problems.WORDS) | set(domain.WORDS) | {"banned"}


@pytest.mark.parametrize("code", sorted(problems.WORDS))
def test_words_are_for_a_person(code: str) -> None:
    words = problems.refused(code).message
    assert words.endswith(".")
    assert "!" not in words
    assert "user" not in words.lower()


def test_what_helps_to_try_again_never_looks_like_the_requests_fault() -> None:
    for code in domain.WORDS:
        status = problems.status_of(Refusal(code))
        assert (status in (429, 503)) == (code in domain.RETRYABLE), code


@pytest.mark.parametrize(
    ("wait_ms", "seconds"), [(0, "1"), (1, "1"), (1000, "1"), (1001, "2"), (90_000, "90")]
)
def test_waiting_is_told_in_whole_seconds(wait_ms: int, seconds: str) -> None:
    refusal = Refusal("busy", retry_after_ms=wait_ms)
    assert problems.retry_headers(refusal) == {"Retry-After": seconds}


def test_without_a_time_there_is_no_promise() -> None:
    assert problems.retry_headers(Refusal("busy")) == {}
