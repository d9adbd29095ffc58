"""`make bench`: three interleaved rounds, medians, ratios to the peer of the same run."""

from __future__ import annotations

import tempfile
from pathlib import Path
from statistics import median

from benchmarks import posting

ROUNDS = 3


def main() -> None:
    """Measure and print a table."""
    posting.prepare()
    with tempfile.TemporaryDirectory() as folder:
        rounds = [posting.round_of(Path(folder) / str(n)) for n in range(ROUNDS)]
    peer = median(one[0].per_s for one in rounds)
    print(f"{'durable posts, synchronous=FULL':44} {'per s':>9} {'x peer':>7} "
          f"{'CPU µs':>7} {'stall p99 ms':>13}")  # fmt: skip
    for cases in zip(*rounds, strict=True):
        per_s = median(case.per_s for case in cases)
        cpu = median(case.cpu_us for case in cases)
        stall = median(case.stall_p99_ms for case in cases)
        print(f"{cases[0].case:44} {per_s:9,.0f} {per_s / peer:7.2f} {cpu:7.1f} {stall:13.2f}")


if __name__ == "__main__":
    main()
