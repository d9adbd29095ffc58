"""kill -9 at random instants: what was acknowledged is kept, once, in one order; faults show."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.torture.kills import Kills


async def test_ten_kills_lose_nothing(tmp_path: Path) -> None:
    report = await Kills(tmp_path, seed=20).run(10)
    assert report.faults == []
    assert report.acked > 100, "the kills came under load"
    assert report.retried > 0, "some answers were cut off by a kill"


@pytest.mark.parametrize(
    ("fault", "found"),
    [
        ("answer-before-commit", "acknowledged, but lost"),
        ("nonce-ignored", "stored twice"),
        ("no-savepoint", "refused, but stored"),
    ],
)
async def test_a_planted_fault_is_found(tmp_path: Path, fault: str, found: str) -> None:
    report = await Kills(tmp_path, seed=7, fault=fault).run(8)
    assert any(line.startswith(found) for line in report.faults), report.faults
