"""When things of the story were: its days and hours as instants before now. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta, tzinfo
from typing import Final
from zlib import crc32

from chatserver.demo.story import Line, Scene

_THINKING_S: Final = 25
_TYPING_S_PER_CHAR: Final = 0.35
_DAWDLING_S: Final = 70
"""Between one line and the next, unless the story says otherwise: less than this more."""
_REACTS_AFTER_S: Final = 20
_REACTS_WITHIN_S: Final = 280


def moment(now: int, day: int, at: str, zone: tzinfo | None) -> int:
    """An hour of a day before today, where `zone` is; None means this machine's."""
    today = datetime.fromtimestamp(now / 1000, UTC).astimezone(zone).date()
    there = datetime.combine(today + timedelta(days=day), time.fromisoformat(at), tzinfo=zone)
    return int(there.timestamp() * 1000)


def hour_of(now: int, zone: tzinfo | None) -> int:
    """The hour of the day."""
    return datetime.fromtimestamp(now / 1000, UTC).astimezone(zone).hour


def placed(scene: Scene, now: int, zone: tzinfo | None) -> Iterator[tuple[int, Line]]:
    """Each line and when it was said."""
    at = moment(now, scene.day, scene.at, zone)
    for number, line in enumerate(scene.said):
        if number:
            at += _gap_ms(line)
        yield at, line


def reacted_after_ms(line: Line, handle: str) -> int:
    """How long after a line somebody reacted to it: the same every time."""
    return 1000 * (_REACTS_AFTER_S + _chance(line.it + handle) % _REACTS_WITHIN_S)


def _gap_ms(line: Line) -> int:
    if line.wait is not None:
        return int(line.wait * 60_000) + 1000 * (_chance(line.it) % 40)
    took_s = _THINKING_S + _TYPING_S_PER_CHAR * len(line.it) + _chance(line.it) % _DAWDLING_S
    return int(took_s * 1000)


def _chance(text: str) -> int:
    """A number that looks like chance and is the same every time."""
    return crc32(text.encode())
