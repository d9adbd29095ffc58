"""How following up goes: times, how often each term is right, when people need someone.

Must never tell a small number: whoever is one of four could be known by it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from moderation.cases import reaching
from moderation.cases import statistics_store as store
from rooms.command import Command, Result

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rooms.people.person import Actor
    from rooms.work import Reader

DAYS: Final = 90
SMALL: Final = 5
"""Fewer than these are told as too few."""
_DAY_MS: Final = 24 * 60 * 60_000
_TERMS: Final = 100


class ShowStatistics(Command, frozen=True, kw_only=True):
    """How following up went in the last 90 days, in numbers that name nobody."""


class Bar(msgspec.Struct, frozen=True, kw_only=True):
    """So many took up to so long: `up_to_ms` null is longer than all before; `count` null is too
    few to tell.
    """

    up_to_ms: int | None
    count: int | None


class TermFigure(msgspec.Struct, frozen=True, kw_only=True):
    """How often a term was a reason to look, as the people said who followed up."""

    term: str
    right: int
    wrong: int


class CaseStatistics(Result, frozen=True, kw_only=True):
    """Numbers since an instant; `hours` are those of UTC, from midnight on."""

    since: int
    cases: int | None
    claim: list[Bar]
    contact: list[Bar]
    terms: list[TermFigure]
    hours: list[int | None]


def show(reader: Reader, actor: Actor, _command: ShowStatistics) -> CaseStatistics:
    """Without what is about the reader."""
    reaching.demand(actor)
    since = reader.now - DAYS * _DAY_MS
    which = {"reader_id": actor.user_id, "since": since}
    counted = reader.sql.one(store.TIMES, **which)
    assert counted is not None
    cases, *bars = counted
    to_contact = len(store.CLAIM_EDGES) + 1
    by_hour: dict[int, int] = dict(reader.sql.all(store.HOURS, **which))
    return CaseStatistics(
        since=since,
        cases=_told(cases),
        claim=_bars(store.CLAIM_EDGES, bars[:to_contact]),
        contact=_bars(store.CONTACT_EDGES, bars[to_contact:]),
        terms=of_terms(reader, actor.user_id),
        hours=[_told(by_hour.get(hour, 0)) for hour in range(24)],
    )


def of_terms(reader: Reader, reader_id: str) -> list[TermFigure]:
    """What people said of each term who followed up, where it was often enough; the most said of
    first. Without what is about the reader.
    """
    since = reader.now - DAYS * _DAY_MS
    rows = reader.sql.all(store.TERMS, least=SMALL, limit=_TERMS, reader_id=reader_id, since=since)
    return [TermFigure(term=term, right=right, wrong=wrong) for term, right, wrong in rows]


def _told(count: int) -> int | None:
    return None if 0 < count < SMALL else count


def _bars(edges: Sequence[int], counts: Sequence[int]) -> list[Bar]:
    return [
        Bar(up_to_ms=edge, count=_told(count))
        for edge, count in zip((*edges, None), counts, strict=True)
    ]
