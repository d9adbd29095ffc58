"""Read marks on their way to the store."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from chatserver import read_marks
from chatserver.read_marks import ReadMarks
from rooms.chat import reading


class Kept:
    """A database that notes which marks were written."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.written: list[dict[tuple[str, str], int]] = []
        monkeypatch.setattr(
            reading, "mark_many", lambda _work, marks: self.written.append(dict(marks))
        )
        monkeypatch.setattr(
            reading, "mark_back", lambda _work, *mark: self.written.append({mark[:2]: -mark[2]})
        )

    async def write(self, command: Callable[[object], Any]) -> Any:
        return command(None)


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> Kept:
    return Kept(monkeypatch)


async def test_only_the_newest_mark_is_written_and_only_once(kept: Kept) -> None:
    marks = ReadMarks(kept)  # type: ignore[arg-type]
    for seq in (3, 9, 5):
        marks.mark("ann", "r", seq)
    await marks.flush()
    await marks.flush()
    assert kept.written == [{("ann", "r"): 9}]


async def test_one_persons_marks_go_first(kept: Kept) -> None:
    marks = ReadMarks(kept)  # type: ignore[arg-type]
    marks.mark("ann", "r", 1)
    marks.mark("bob", "r", 2)
    await marks.flush_person("bob")
    assert kept.written == [{("bob", "r"): 2}]
    await marks.flush()
    assert kept.written[1:] == [{("ann", "r"): 1}]


async def test_a_command_and_the_memory_have_bounds(
    kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(read_marks, "WAITING_MAX", 250)
    marks = ReadMarks(kept)  # type: ignore[arg-type]
    for number in range(300):
        marks.mark("ann", str(number), 1)
    await marks.flush()
    assert [len(each) for each in kept.written] == [100, 100, 50]
    assert ("ann", "0") not in kept.written[0], "the oldest are let go"


async def test_what_is_new_again_is_written_at_once_and_no_older_mark_after_it(kept: Kept) -> None:
    marks = ReadMarks(kept)  # type: ignore[arg-type]
    marks.mark("ann", "r", 9)
    marks.mark("ann", "s", 4)
    await marks.back("ann", "r", 5)
    assert kept.written == [{("ann", "r"): -5}]
    await marks.flush()
    assert kept.written[1:] == [{("ann", "s"): 4}]
