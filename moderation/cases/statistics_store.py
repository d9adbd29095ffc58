"""What following up comes to, counted in the database: numbers leave it, never a case.

Nothing about whoever asks is in them.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, Final

from sqlalchemy import BigInteger, ColumnElement, and_, bindparam, func, literal_column, or_, select
from sqlalchemy import case as sql_case

from moderation.cases.case import Kind
from moderation.cases.tables import case, case_entry, flag

MINUTE_MS: Final = 60_000
CLAIM_EDGES: Final = (2 * MINUTE_MS, 10 * MINUTE_MS, 60 * MINUTE_MS)
CONTACT_EDGES: Final = (5 * MINUTE_MS, 15 * MINUTE_MS, 240 * MINUTE_MS)

_COUNTED = (
    case.c.kind == Kind.REAL.value,
    case.c.member_id != bindparam("reader_id"),
    case.c.opened_at >= bindparam("since"),
)


def _first(what: str) -> ColumnElement[Any]:
    return func.min(sql_case((case_entry.c.what == what, case_entry.c.at)))


_FIRSTS = (
    select(
        case_entry.c.case_id,
        _first("claim").label("claimed_at"),
        _first("contact").label("contacted_at"),
    )
    .where(or_(case_entry.c.what == "claim", case_entry.c.what == "contact"))
    .group_by(case_entry.c.case_id)
    .subquery()
)


def _spread(instant: ColumnElement[Any], edges: Sequence[int]) -> list[ColumnElement[Any]]:
    """How many came by each edge after the one before, and how many later."""
    waited = instant - case.c.opened_at
    bounds = [None, *edges, None]
    found: list[ColumnElement[Any]] = []
    for after, upto in pairwise(bounds):
        within: list[ColumnElement[bool]] = [instant.is_not(None)]
        if after is not None:
            within.append(waited > after)
        if upto is not None:
            within.append(waited <= upto)
        met = and_(*within)
        found.append(func.coalesce(func.sum(sql_case((met, 1), else_=0)), 0))
    return found


TIMES = (
    select(
        func.count(),
        *_spread(_FIRSTS.c.claimed_at, CLAIM_EDGES),
        *_spread(_FIRSTS.c.contacted_at, CONTACT_EDGES),
    )
    .select_from(case.outerjoin(_FIRSTS, _FIRSTS.c.case_id == case.c.case_id))
    .where(*_COUNTED)
)
_HOUR = (case.c.opened_at // literal_column("3600000", BigInteger)) % literal_column(
    "24", BigInteger
)
HOURS = select(_HOUR, func.count()).where(*_COUNTED).group_by(_HOUR)
TERMS = (
    select(
        flag.c.term,
        func.sum(sql_case((flag.c.verdict == "right", 1), else_=0)),
        func.sum(sql_case((flag.c.verdict == "wrong", 1), else_=0)),
    )
    .select_from(flag.join(case, case.c.case_id == flag.c.case_id))
    .where(flag.c.term.is_not(None), flag.c.verdict.is_not(None), *_COUNTED)
    .group_by(flag.c.term)
    .having(func.count() >= bindparam("least"))
    .order_by(func.count().desc(), flag.c.term)
    .limit(bindparam("limit"))
)
