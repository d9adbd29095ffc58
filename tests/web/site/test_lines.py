"""Lines of our own are read as strictly as the file of lines."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from rooms.refusal import Refusal
from rooms.words import Said, filled
from tests.support import words
from web.site import lines
from web.site.lines import OwnLine

NOW = 1_795_168_800_000
LINE = OwnLine(
    name="The harbour line",
    purpose="addiction",
    tel="01 555 0100",
    sms="50100",
    sms_word="TALK",
    url="https://harbour.example/talk",
    languages=("en", "ga"),
    hours="evenings",
    source="https://harbour.example",
)


def test_a_line_is_kept_as_it_was_given_and_given_back() -> None:
    (kept,) = lines.read((LINE,), (), NOW)
    assert kept.sms is not None and (kept.sms.number, kept.sms.word) == ("50100", "TALK")
    assert (kept.verified_on, kept.checked_against) == (date(2026, 11, 20), "call")
    assert lines.own(kept) == LINE


def test_an_unchanged_line_was_not_called_again() -> None:
    kept = lines.read((LINE,), (), NOW)
    other = msgspec.structs.replace(LINE, hours="always")
    later = lines.read((LINE, other), kept, NOW + 3 * 86_400_000)
    assert [line.verified_on.day for line in later] == [20, 23]


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"tel": "ring us"}, "the number to call in digits"),
        ({"tel": "+44 (0) 20 7946 0000"}, "and none with (0)"),
        ({"tel": None, "sms": "+50100"}, "the number to text in digits"),
        ({"tel": None, "sms": None, "url": None}, "one way to reach it"),
        ({"purpose": "gossip"}, "choose what it is for"),
        ({"url": "http://harbour.example"}, "a web address that begins with https://"),
        ({"source": "javascript:alert(1)"}, "a page where everyone can look it up"),
        ({"source": ""}, "a page where everyone can look it up"),
        ({"languages": ()}, "its languages by their short codes"),
        ({"name": "two\nlines"}, "write its name, on one line"),
        ({"hours": " "}, "write when they answer"),
        ({"sms_word": "two words"}, "one short word"),
    ],
)
def test_a_wrong_line_is_refused_in_words(changed: dict[str, object], says: str) -> None:
    with pytest.raises(Refusal) as refused:
        lines.read((LINE, msgspec.structs.replace(LINE, **changed)), (), NOW)
    assert (refused.value.code, refused.value.field) == ("bad_line", "own")
    said = refused.value.message
    assert isinstance(said, Said)
    assert says in said
    assert said.startswith("Line 2: ")
    # Said again in another language: by its pattern, which the catalogue knows.
    pattern = f"⟦{said.one}⟧"
    assert filled(pattern, said.values) == f"⟦{said}⟧"
    assert said.one in {message.one for message in words.on_server().messages}
    for jargon in ("[", "quotes", "must", "ASCII", ", tel:", "sms"):
        assert jargon not in said
