"""Every no has words for a tired person, and says whether trying again helps."""

from __future__ import annotations

import re

import pytest

from rooms.refusal import RETRYABLE, WORDS, Refusal


@pytest.mark.parametrize("code", WORDS)
def test_the_words_are_kind(code: str) -> None:
    words = WORDS[code]
    assert re.fullmatch(r"[a-z_]+", code)
    assert words[0].isupper()
    assert words.endswith(".")
    assert "!" not in words
    for jargon in ("user", "error", "invalid", "session", "denied", "illegal", "please wait"):
        assert jargon not in words.lower()


def test_a_refusal_carries_its_code_and_words() -> None:
    refusal = Refusal("muted", field="room_id", retry_after_ms=5)
    assert (refusal.code, refusal.message) == ("muted", WORDS["muted"])
    assert (refusal.field, refusal.retry_after_ms, refusal.retryable) == ("room_id", 5, False)
    assert Refusal("too_long", "4000 fit.").message == "4000 fit."


def test_only_what_may_pass_is_worth_trying_again() -> None:
    assert set(WORDS) >= RETRYABLE
    assert Refusal("busy").retryable
    assert not Refusal("forbidden").retryable


def test_there_is_no_refusal_without_words() -> None:
    with pytest.raises(KeyError):
        Refusal("made_up")
