"""`make bench`: three interleaved rounds, medians, ratios to the peer of the same run."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median

from benchmarks import posting, statements
from benchmarks.posting import Result

ROUNDS = 3


def main() -> None:
    """Measure and print a table for each question; the first line of each is its peer."""
    posting.prepare()
    show("durable posts, a synced commit before each answer", posting.round_of)
    show("the same SQL, two ways to carry it out", statements.round_of)


def show(question: str, round_of: Callable[[Path], list[Result]]) -> None:
    """Medians over all rounds, beside the peer's."""
    with tempfile.TemporaryDirectory() as folder:
        rounds = [round_of(Path(folder) / str(number)) for number in range(ROUNDS)]
    peer = median(one[0].per_s for one in rounds)
    print(f"\n{question:52} {'per s':>8} {'x peer':>7} {'CPU µs':>7} {'stall p99':>10}")
    for cases in zip(*rounds, strict=True):
        per_s = median(case.per_s for case in cases)
        cpu = median(case.cpu_us for case in cases)
        stall = median(case.stall_p99_ms for case in cases)
        print(f"{cases[0].case:52} {per_s:8,.0f} {per_s / peer:7.2f} {cpu:7.1f} {stall:7.2f} ms")


if __name__ == "__main__":
    main()
