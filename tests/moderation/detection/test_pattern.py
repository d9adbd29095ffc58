"""The language of terms: what each sign means, what it refuses, and that it stays bounded."""

import re

import pytest

from moderation.detection.pattern import GAP_MAX, Part, PatternProblem, Writer

EVERYDAY = frozenset("i to a not the".split())
WORDS = "i to a not the want die kill myself pills now go".split()
CODE = {word: chr(0x4E00 + number) for number, word in enumerate(WORDS)}


def writer() -> Writer:
    slots: dict[str, Part] = {}
    made = Writer(CODE.__getitem__, slots, EVERYDAY, frozenset({"go"}), frozenset(CODE["not"]), "")
    slots["die"] = made.either([made.write("die"), made.write("kill myself")])
    return made


def matches(pattern: str, text: str) -> bool:
    codes = "".join(CODE.get(word, word if word in '.,"0' else "w") for word in text.split())
    return re.search(writer().write(pattern).expression, f".{codes}.") is not None


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("want to {die}", "i want to die", True),
        ("want to {die}", "i want to kill myself now", True),
        ("want to {die}", "i want to kill", False),
        ("want ~2 die", "want to really die", True),
        ("want ~2 die", "want to really surely die", False),
        ("want ~2 die", "want not die", False),
        ("want ~2 die", "want . die", False),
        ("want ~~2 die", "want . die", True),
        ("want the? pills", "want pills", True),
        ("want (the|a go) pills", "want a go pills", True),
        ("^ go die $", "go die", True),
        ("^ go die $", "now , go die", True),
        ("^ go die $", "i go die now", False),
        ("{number} pills", "0 pills", True),
        ("{unknown} pills", "w pills", True),
        ("go {any} die", "go w die", True),
        ("go {end} die", "go . die", True),
    ],
)
def test_a_sign_means(pattern: str, text: str, expected: bool) -> None:
    assert matches(pattern, text) is expected


@pytest.mark.parametrize(
    "pattern",
    [
        "",
        "want (die",
        "want die)",
        "want ()",
        "| die",
        "? die",
        "{unheard} die",
        "want ~0 die",
        f"want ~{GAP_MAX + 1} die",
        "want [die]",
        "want " * 500,
        "~12 die ~12 die ~12 die ~12 die ~12 die",
    ],
)
def test_what_cannot_be_read_is_refused(pattern: str) -> None:
    with pytest.raises(PatternProblem):
        writer().write(pattern)


def test_the_anchor_is_the_most_telling_part() -> None:
    assert writer().write("i want to die").anchors == {
        CODE["i"] + CODE["want"] + CODE["to"] + CODE["die"]
    }
    assert writer().write("want ~2 {die}").weight >= 10
    assert writer().write("i ~2 {die}").anchors == {CODE["die"], CODE["kill"] + CODE["myself"]}


def test_a_common_word_is_an_anchor_only_where_there_is_no_better() -> None:
    assert writer().write("go ~2 pills").anchors == {CODE["pills"]}
    assert writer().write("go ~2 the").anchors == {CODE["go"]}


def test_everyday_words_weigh_nothing() -> None:
    assert writer().write("i").weight == 0
    assert writer().write("to ~3 the").weight == 0
    assert writer().write("die? ~2 i").weight == 0
