"""Days and hours of the story become instants, wherever and whenever it is told."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from chatserver.demo.placing import hour_of, moment, placed, reacted_after_ms
from chatserver.demo.story import Line, Scene

NOON = int(datetime(2026, 11, 20, 12, 0, tzinfo=UTC).timestamp() * 1000)
AUCKLAND = ZoneInfo("Pacific/Auckland")


def test_an_hour_is_that_hour_where_one_is() -> None:
    for zone in (UTC, AUCKLAND, ZoneInfo("America/New_York")):
        at = moment(NOON, -3, "20:15", zone)
        there = datetime.fromtimestamp(at / 1000, zone)
        assert (there.hour, there.minute) == (20, 15)
        assert (datetime.fromtimestamp(NOON / 1000, zone).date() - there.date()).days == 3


def test_also_when_the_clocks_have_changed_since() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    now = int(datetime(2026, 11, 5, 12, 0, tzinfo=berlin).timestamp() * 1000)
    assert datetime.fromtimestamp(moment(now, -20, "20:15", berlin) / 1000, berlin).hour == 20


def test_the_hour_of_now() -> None:
    assert hour_of(NOON, UTC) == 12
    assert hour_of(NOON, AUCKLAND) == 1


def test_lines_follow_one_another_as_people_write() -> None:
    lines = (
        Line(by="a", it="short"),
        Line(by="b", it="short as well"),
        Line(by="a", it="x" * 400),
        Line(by="b", it="back again", wait=60),
    )
    scene = Scene(day=-1, at="20:00", said=lines)
    times = [at for at, _ in placed(scene, NOON, UTC)]
    assert times[0] == moment(NOON, -1, "20:00", UTC)
    gaps = [(after - before) / 1000 for before, after in itertools.pairwise(times)]
    assert 25 <= gaps[0] <= 100
    assert gaps[1] >= 140, "a long message takes longer"
    assert 3600 <= gaps[2] < 3700
    assert times == [at for at, _ in placed(scene, NOON, UTC)], "the same every time"


@pytest.mark.parametrize("handle", ["bramble", "tuesday"])
def test_a_reaction_comes_after_its_message(handle: str) -> None:
    assert 20_000 <= reacted_after_ms(Line(by="a", it="hello"), handle) <= 300_000
