"""`make torture`: the long proofs, to the end, with their numbers.

python -m tests.torture [kills N] [neighbours] [timing N]
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from tests.torture import timing
from tests.torture.kills import Kills, Report
from tests.torture.neighbours import measure

KILLS = 1000
BATCH = 50
"""Kills on one database before the next begins: a room's log stays of a size that people have."""


async def kills(wanted: int) -> bool:
    """Kill the server that often; True when every promise held."""
    done = acked = stored = retried = 0
    faults: list[str] = []
    began = perf_counter()
    while done < wanted:
        count = min(BATCH, wanted - done)
        with tempfile.TemporaryDirectory() as folder:
            report: Report = await Kills(Path(folder), seed=done).run(count)
        done += report.kills
        acked, stored = acked + report.acked, stored + report.stored
        retried, faults = retried + report.retried, faults + report.faults
        print(
            f"{done:5} kills, {acked:7} acknowledged, {stored:7} stored, {retried:5} retried, "
            f"{len(faults)} faults, {perf_counter() - began:6.0f} s",
            flush=True,
        )
    for fault in faults:
        print("FAULT", fault)
    return not faults


def main() -> None:
    """Run what was asked for, or everything."""
    words = sys.argv[1:] or ["kills", "neighbours", "timing"]
    sound = True
    if "kills" in words:
        sound &= asyncio.run(kills(_number(words, "kills", KILLS)))
    if "neighbours" in words:
        sound &= asyncio.run(measure())
    if "timing" in words:
        sound &= asyncio.run(timing.measure(_number(words, "timing", timing.PAIRS)))
    sys.exit(0 if sound else 1)


def _number(words: list[str], after: str, usual: int) -> int:
    """How often, if that was said."""
    following = words[words.index(after) + 1 :]
    return int(following[0]) if following and following[0].isdigit() else usual


if __name__ == "__main__":
    main()
