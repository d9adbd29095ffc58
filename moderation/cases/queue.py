"""The queue: what waits, what somebody has, and what is closed. Never what is about the reader."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from moderation.cases import reaching, showing, store
from moderation.cases.case import CaseState
from moderation.cases.clock import DEFAULT, Clock
from moderation.cases.views import CaseCount, CasePage, CaseRow
from moderation.severity import RANK
from rooms import paging
from rooms.command import SEQ_MAX, Command, Cursor
from rooms.cursor import from_cursor, position, to_cursor
from rooms.permissions import Action

if TYPE_CHECKING:
    from rooms.people.person import Actor
    from rooms.work import Reader, Row

_CASES_PER_PAGE: Final = 50
_AFTER_ALL_IDS: Final = "~"


class ListCases(Command, frozen=True, kw_only=True):
    """What waits and who has what, gravest first; or what is closed, or where I helped."""

    which: Literal["running", "closed", "helped"] = "running"
    cursor: Cursor | None = None


class CountCases(Command, frozen=True, kw_only=True):
    """How many run, and nothing more: for moderators and administrators."""


def list_cases(
    reader: Reader, actor: Actor, command: ListCases, *, times: Clock = DEFAULT
) -> CasePage:
    """A page of cases, without those about the reader."""
    reaching.demand(actor)
    if command.which == "closed":
        return _closed(reader, actor, command.cursor, times)
    if command.which == "helped":
        return _helped(reader, actor, command.cursor, times)
    rank, at, case_id = len(RANK), 0, ""
    if command.cursor is not None:
        rank_text, at_text, case_id = from_cursor(command.cursor, 3)
        rank, at = position(rank_text), position(at_text)
    rows = reader.sql.all(
        store.QUEUE,
        reader_id=actor.user_id,
        before_rank=rank,
        after_at=at,
        after_id=case_id,
        limit=_CASES_PER_PAGE + 1,
    )
    cases, last = _page(reader, actor, rows, times)
    if last is None:
        return CasePage(cases=cases, cursor=None)
    ended = to_cursor(RANK[last.severity], last.waits_from, last.case_id)
    return CasePage(cases=cases, cursor=ended)


def count(reader: Reader, actor: Actor, _command: CountCases) -> CaseCount:
    """How many run, without one about the reader."""
    reaching.demand(actor, Action.COUNT_CASES)
    waiting: dict[str, int] = {}
    held: dict[str, int] = {}
    for severity, state, number in reader.sql.all(store.COUNTS, reader_id=actor.user_id):
        of = waiting if state == CaseState.OPEN else held
        of[severity] = of.get(severity, 0) + number
    return CaseCount(waiting=waiting, held=held)


def _page(
    reader: Reader, actor: Actor, rows: list[Row], times: Clock
) -> tuple[list[CaseRow], CaseRow | None]:
    """What fits of a page, and its last line if there are more behind it."""
    listed = (showing.row(reader, actor, row, times) for row in rows[:_CASES_PER_PAGE])
    cases = paging.fitting(listed)
    return cases, cases[-1] if len(cases) < len(rows) else None


def _closed(reader: Reader, actor: Actor, cursor: str | None, times: Clock) -> CasePage:
    at, case_id = SEQ_MAX, _AFTER_ALL_IDS
    if cursor is not None:
        at_text, case_id = from_cursor(cursor, 2)
        at = position(at_text)
    rows = reader.sql.all(
        store.CLOSED,
        reader_id=actor.user_id,
        before_at=at,
        before_id=case_id,
        limit=_CASES_PER_PAGE + 1,
    )
    cases, last = _page(reader, actor, rows, times)
    ended = None if last is None else to_cursor(last.resolved_at or 0, last.case_id)
    return CasePage(cases=cases, cursor=ended)


def _helped(reader: Reader, actor: Actor, cursor: str | None, times: Clock) -> CasePage:
    at, case_id = SEQ_MAX, _AFTER_ALL_IDS
    if cursor is not None:
        at_text, case_id = from_cursor(cursor, 2)
        at = position(at_text)
    rows = reader.sql.all(
        store.HELPED,
        reader_id=actor.user_id,
        before_at=at,
        before_id=case_id,
        limit=_CASES_PER_PAGE + 1,
    )
    cases, last = _page(reader, actor, rows, times)
    ended = None if last is None else to_cursor(last.opened_at, last.case_id)
    return CasePage(cases=cases, cursor=ended)
