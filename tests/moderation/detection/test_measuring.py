"""Counting: every line in its group, and no text in what comes of it."""

from itertools import count

import msgspec

from moderation.detection.lexicon import default
from moderation.detection.measuring import Line, group_of, measure

LINES = [
    Line("I want to kill myself", 1, "suicide", "any"),
    Line("it rains, and I like it", 1, "suicide", "any"),
    Line("I keep cutting myself", 1, "self_harm", "any", reviewed=False),
    Line("see you tomorrow", 0, stratum="ord_sms"),
    Line("I relapsed yesterday", None, stratum="recovery_opioid"),
]


def test_every_line_is_counted_where_it_belongs() -> None:
    ticks = count(0, 2_000)
    report = measure(default(), LINES, lambda: next(ticks))
    assert (report.recall["suicide"].heard, report.recall["suicide"].all) == (1, 2)
    assert report.recall["all"].share == 0.5
    assert report.unreviewed["self_harm"].heard == 1
    assert (report.alarms["ordinary"].heard, report.alarms["ordinary"].all) == (0, 1)
    assert report.unlabelled["recovery"].heard == 1
    assert report.median_us == 2.0
    assert (report.lines, report.over_budget) == (5, 0)


def test_no_text_is_kept() -> None:
    told = msgspec.json.encode(measure(default(), LINES, lambda: 0)).decode()
    for line in LINES:
        assert line.text not in told


def test_an_empty_file_is_no_error() -> None:
    assert measure(default(), [], lambda: 0).lines == 0


def test_strata_have_groups() -> None:
    assert [group_of(name) for name in ("ord_irc", "stress_sms", "topic_veterans", "x")] == [
        "ordinary",
        "support",
        "topic",
        "others",
    ]
