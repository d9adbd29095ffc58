"""What may be said, to the byte."""

from __future__ import annotations

import pytest

from rooms.chat import message
from rooms.chat.message import BODY_MAX_CHARS, clean, clean_line, mended
from rooms.refusal import Refusal


def code(body: str) -> str:
    """The code of the refusal, or nothing."""
    try:
        clean(body)
    except Refusal as refusal:
        return f"{refusal.code}{refusal.field}".removesuffix("body")
    return ""


@pytest.mark.parametrize(
    "body", ["", " ", "\n\t ", "\u200b\u200d\ufeff", "\u3164", "\u2800 ", "\u0301"]
)
def test_nothing_to_be_seen_is_empty(body: str) -> None:
    assert code(body) == "empty_body"


def test_the_length_is_counted_in_characters_and_the_limit_is_named() -> None:
    assert code("a" * BODY_MAX_CHARS) == ""
    with pytest.raises(Refusal, match="too_long") as refused:
        clean("a" * (BODY_MAX_CHARS + 1))
    assert "4000" in refused.value.message


def test_4000_emoji_come_back_to_the_byte() -> None:
    body = "😀" * 4000
    assert clean(body).encode() == body.encode()


@pytest.mark.parametrize(
    "body",
    [
        "Tiếng Việt có dấu",
        "हिन्दी में प्रार्थना क्षत्रिय",
        "ที่นี่ไม่มีใครตัดสินคุณ กำลังใจ",
        "עִבְרִית עִם נִקּוּד",
        "العَرَبِيَّةُ",
        "བོད་སྐད་ རྒྱལ་པོ",
        "👨‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ❤️‍🔥 1️⃣",
        "e\u0301 is not é, and stays so",
        "<script>alert(1)</script> '; DROP TABLE message; -- {{7*7}} javascript:alert(1)",
        "two\nlines\tand a tab",
        "\U0001fae9 newer than our tables",
    ],
)
def test_what_people_write_is_kept_as_it_is(body: str) -> None:
    assert clean(body) == body


@pytest.mark.parametrize(
    "body",
    [
        "e" + "\u0301" * 200,
        "e" + "\u0301" * 9,
        "hello " + ("a" + "\u0300\u200d" * 9),
        "x" + "\u20dd" * 9,
    ],
)
def test_too_many_marks(body: str) -> None:
    assert code(body) == "too_many_marks"


def test_eight_marks_still_fit() -> None:
    assert code("e" + "\u0301" * 8 + "f" + "\u0301" * 8) == ""


@pytest.mark.parametrize(
    "body", ["a\x00", "a\x07", "a\x1b[31m", "a\r\n", "a\ufffe", "a\ufdd0", "a\U0010ffff", "a\ud800"]
)
def test_what_can_not_be_kept(body: str) -> None:
    assert code(body) == "bad_unicode"
    assert code("ü" + body) == "bad_unicode"


def test_help_is_mended_rather_than_refused() -> None:
    assert mended("I need\x00 someone\ud800") == "I need\ufffd someone\ufffd"


def test_a_line_is_trimmed_and_says_something() -> None:
    assert clean_line("  Evening  ", 80, field="name") == "Evening"
    for line in ("   ", "\u200b", "two\nlines"):
        with pytest.raises(Refusal):
            clean_line(line, 80, field="name")


def test_the_fingerprint_knows_room_words_and_reply() -> None:
    prints = {
        message.content_hash("room", "body", None),
        message.content_hash("room2", "body", None),
        message.content_hash("room", "body2", None),
        message.content_hash("room", "body", "reply"),
        message.content_hash("room", "body", None, "warning"),
        message.content_hash("room", "body", None, "warning", "loss"),
        message.content_hash("room", "body", None, None, "loss"),
        message.content_hash("room", "body", None, "loss"),
        message.digest("room", "bodyreply", ""),
    }
    assert len(prints) == 9
    assert message.content_hash("r", "b", None) == message.content_hash("r", "b", None)


def test_a_fingerprint_tells_no_name_to_whoever_tries_names() -> None:
    """The other words are known to whoever has the file."""
    said = message.content_hash("r", "as @anna said", None)
    assert said == message.content_hash("r", "as @ben said", None)
    assert said != message.content_hash("r", "as anna said", None)


def test_without_a_warning_it_is_the_fingerprint_that_older_files_have() -> None:
    before = message.digest("r", "", "b")
    assert message.content_hash("r", "b", None) == before
    assert message.content_hash("r", "b", None, "", "") == before


def test_topics_are_kept_once_and_in_an_order_that_tells_nothing() -> None:
    assert message.topics_text(["loss", "relapse", "loss"]) == "relapse loss"
    assert message.topics_text([]) == ""
