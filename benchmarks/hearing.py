"""How long one message waits for the detector, beside the way one would write it first.

The peer is one alternation of the standard library's `re` over plain phrases. Messages are the
quiet ones of the functional cases: short and invented.
"""

from __future__ import annotations

import re
import time
import tomllib
from collections.abc import Callable
from pathlib import Path
from statistics import median

from moderation.detection.detector import screen
from moderation.detection.lexicon import Lexicon, default, default_text
from moderation.detection.terms import parse

CASES = Path(__file__).parents[1] / "tests" / "moderation" / "detection" / "cases"
FRAMES = (("want", "die"), ("intend", "die"), ("think", "die"), ("dont_want", "live"))
ROUNDS = 5
TARGET_US = 50


def main() -> None:
    """Print the medians and their ratio."""
    texts = messages()
    lexicon = default()
    naive = naive_expression()
    ours: list[float] = []
    theirs: list[float] = []
    for _ in range(ROUNDS):
        ours.append(median_us(lambda text: hear(lexicon, text), texts))
        theirs.append(median_us(lambda text: naive.search(text.lower()), texts))
    mine, peer = median(ours), median(theirs)
    print(f"\n{len(lexicon.patterns)} patterns, {len(texts)} messages, medians of {ROUNDS} rounds")
    print(f"  one alternation of re   {peer:8.1f} µs")
    print(
        f"  the detector            {mine:8.1f} µs  x {mine / peer:.2f}   (target {TARGET_US} µs)"
    )


def hear(lexicon: Lexicon, text: str) -> object:
    return screen(lexicon, text, account_age_days=400)


def messages() -> list[str]:
    """The quiet cases: what nearly all messages are like."""
    file = tomllib.loads((CASES / "quiet.toml").read_text(encoding="utf-8"))
    return [text for kind in file["kind"] for text in kind["cases"]]


def naive_expression() -> re.Pattern[str]:
    """Four of the thousand frames written out as plain phrases: already some thousands."""
    slots = parse(default_text()).slots
    phrases = {
        f"{first} {second}"
        for one, other in FRAMES
        for first in slots[one]
        for second in slots[other]
    }
    plain = sorted(re.escape(phrase) for phrase in phrases if not set("{~(?") & set(phrase))
    return re.compile(rf"\b(?:{'|'.join(plain)})\b")


def median_us(work: Callable[[str], object], texts: list[str]) -> float:
    """The median over all texts."""
    times = []
    for text in texts:
        begun = time.perf_counter_ns()
        work(text)
        times.append(time.perf_counter_ns() - begun)
    return median(times) / 1000


if __name__ == "__main__":
    main()
