"""The dry run: what a changed list would hear of what was said of late, in counts alone.

Must never let out a text, nor who said it, nor how often exactly. Who changes a list is not to
find out by it whether somebody here said a word: a count is told only when it has at least five
messages of at least five people in it, and then roughly, rounded by a bit that differs from one
pattern to the next; one's own words do not count. Every dry run is a proposal, and is written down.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Final, NamedTuple

import msgspec

from moderation.detection import detector
from moderation.detection.detector import Finding, OverBudget
from moderation.severity import PAGES, Severity
from moderation.wordlist import store
from rooms.chat import references

if TYPE_CHECKING:
    from moderation.detection.lexicon import Lexicon
    from moderation.detection.terms import Category
    from rooms.work import Reader

MESSAGES_MAX: Final = 3_000
"""The newest ones; more are not looked at."""
CHARS_MAX: Final = 400_000
"""Nor more letters than these: what bounds the time it takes."""
MESSAGES_MIN: Final = 200
PEOPLE_MIN: Final = 10
"""Less than that was said by, it tells nothing at all."""
SMALL: Final = 5
"""Fewer messages, or messages of fewer people, are told as too few."""
_AT_ONCE: Final = 200
_AGE_DAYS: Final = 200
"""As if nobody were new."""
_LAST: Final = "~"
"""Sorts after every id."""


class CategoryTrial(msgspec.Struct, frozen=True, kw_only=True):
    """Of one category: how many messages the list in force hears, how many more and fewer the
    changed one would. None: too few to tell.
    """

    category: str
    before: int | None
    more: int | None
    fewer: int | None


class Trial(msgspec.Struct, frozen=True, kw_only=True):
    """What came of a dry run, in rough numbers. None: too few to tell.

    `messages` were looked at, 0 where too few people said too little of late. Of them the changed
    list would hear so many `more` and `fewer`; `calling` of the more are high or imminent, and
    would call someone. `ordinary` are harmless sentences that came with the list: so many of them
    are heard now, and would be.
    """

    messages: int
    more: int | None
    fewer: int | None
    calling: int | None
    by_category: list[CategoryTrial]
    ordinary: int
    ordinary_before: int
    ordinary_after: int


class Sample(NamedTuple):
    """Something that was said."""

    author_id: str
    body: str
    warning: str | None


class _Tally:
    """Counts messages, and knows of how many people they are."""

    def __init__(self) -> None:
        self.messages = 0
        self.people: set[str] = set()

    def add(self, author_id: str) -> None:
        self.messages += 1
        if len(self.people) < SMALL:
            self.people.add(author_id)

    def told(self, key: str) -> int | None:
        """Roughly how many, or None when they are too few."""
        if self.messages < SMALL or len(self.people) < SMALL:
            return None
        bit = hashlib.blake2b(key.encode(), digest_size=1).digest()[0] % SMALL
        return (self.messages + bit) // SMALL * SMALL


def dry_run(
    reader: Reader, asker_id: str, now: Lexicon, changed: Lexicon, *, about: bytes
) -> Trial:
    """Hear the newest messages of rooms with both lists. Long: never where a message waits.

    `about` is what is tried: another bit of rounding for another change.
    """
    key = hashlib.blake2b(about, key=reader.epoch.encode()[:64], digest_size=16).hexdigest()
    return tried(samples(reader, asker_id), now, changed, key=key)


def tried(said: Iterable[Sample], now: Lexicon, changed: Lexicon, *, key: str) -> Trial:
    """What both lists hear of some words, told in counts."""
    whole = _Tally()
    tallies: dict[tuple[str, str], _Tally] = {}
    chars = 0
    for sample in said:
        chars += len(sample.body)
        if chars > CHARS_MAX:
            break
        whole.messages += 1
        whole.people.add(sample.author_id)
        for which in _differences(_hear(now, sample), _hear(changed, sample)):
            tallies.setdefault(which, _Tally()).add(sample.author_id)
    quiet = ordinary()
    enough = whole.messages >= MESSAGES_MIN and len(whole.people) >= PEOPLE_MIN

    def told(what: str, category: str = "") -> int | None:
        tally = tallies.get((what, category)) if enough else None
        return None if tally is None else tally.told(f"{key} {what} {category}")

    return Trial(
        messages=whole.messages // 100 * 100 if enough else 0,
        more=told("more"),
        fewer=told("fewer"),
        calling=told("calling"),
        by_category=[
            CategoryTrial(
                category=category,
                before=told("before", category),
                more=told("more", category),
                fewer=told("fewer", category),
            )
            for category in sorted({category for _, category in tallies if category})
            if any(told(what, category) for what in ("before", "more", "fewer"))
        ],
        ordinary=len(quiet),
        ordinary_before=_heard_of(now, quiet),
        ordinary_after=_heard_of(changed, quiet),
    )


def _differences(
    before: Finding | None, after: Finding | None
) -> Iterator[tuple[str, Category | str]]:
    """What one message adds to which counts."""
    if before is not None:
        yield "before", before.category
    if after is not None and before is None:
        yield "more", ""
        yield "more", after.category
    if before is not None and after is None:
        yield "fewer", ""
        yield "fewer", before.category
    if _calls(after) and not _calls(before):
        yield "calling", ""


def _calls(found: Finding | None) -> bool:
    return found is not None and Severity(found.severity) in PAGES


def _hear(lexicon: Lexicon, sample: Sample) -> Finding | None:
    warning = None if sample.warning is None else references.masked(sample.warning)
    try:
        return detector.screen(
            lexicon, references.masked(sample.body), warning=warning, account_age_days=_AGE_DAYS
        )
    except OverBudget:
        return None  # it opens a case by itself, whatever the list


def samples(reader: Reader, asker_id: str) -> Iterator[Sample]:
    """The newest words in rooms, of everyone but whoever asks; talks of two are not among them."""
    at, message_id = reader.now + 1, _LAST
    for _ in range(0, MESSAGES_MAX, _AT_ONCE):
        rows = reader.sql.all(
            store.SAMPLES, asker_id=asker_id, before_at=at, before_id=message_id, limit=_AT_ONCE
        )
        for _, _, author_id, body, warning in rows:
            yield Sample(author_id, body, warning)
        if len(rows) < _AT_ONCE:
            return
        at, message_id = rows[-1][:2]


def _heard_of(lexicon: Lexicon, sentences: tuple[str, ...]) -> int:
    return sum(_hear(lexicon, Sample("", each, None)) is not None for each in sentences)


@cache
def ordinary() -> tuple[str, ...]:
    """Harmless sentences, as they came with the list."""
    text = resources.files(__package__).joinpath("ordinary.toml").read_text(encoding="utf-8")
    return tuple(case for kind in tomllib.loads(text)["kind"] for case in kind["cases"])
