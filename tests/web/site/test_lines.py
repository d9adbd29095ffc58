"""Lines of our own are read as strictly as the file of lines."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from rooms.refusal import Refusal
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
        ({"tel": "ring us"}, "Line 1, tel: may hold only digits"),
        ({"tel": "+44 (0) 20 7946 0000"}, "Line 1, tel: must not hold (0)"),
        ({"tel": None, "sms": None, "url": None}, "at least one is needed"),
        ({"purpose": "gossip"}, "must be one of"),
        ({"url": "http://harbour.example"}, "must be an https address"),
        ({"source": "javascript:alert(1)"}, "must be an https address"),
        ({"languages": ()}, "must be a list of language codes"),
        ({"name": "two\nlines"}, "must be one line"),
        ({"hours": " "}, "must be words"),
        ({"sms_word": "two words"}, "must be one short word"),
    ],
)
def test_a_wrong_line_is_refused_in_words(changed: dict[str, object], says: str) -> None:
    with pytest.raises(Refusal) as refused:
        lines.read((msgspec.structs.replace(LINE, **changed),), (), NOW)
    assert (refused.value.code, refused.value.field) == ("bad_line", "own")
    assert says in refused.value.message
