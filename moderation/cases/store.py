"""Cases in the database: statements, and nothing that decides.

What is kept of a case is read into `Case` and written from it whole; the columns carry the names of
its fields.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from sqlalchemy import and_, bindparam, func, or_, select, update
from sqlalchemy import case as sql_case
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.sql import tuple_

from moderation.cases.case import Case, CaseState, Kind, Outcome
from moderation.cases.tables import card, case, case_entry, flag
from moderation.severity import RANK, Severity
from rooms.chat.references import SOMEONE
from rooms.people.store import is_here
from rooms.people.tables import person

if TYPE_CHECKING:
    from rooms.work import Row, Sql

HELPING = ("claim", "contact", "accept", "take_over")
"""Of a timeline: what whoever helped has done."""

_FIELDS = tuple(field.name for field in msgspec.structs.fields(Case))
_CHANGING = tuple(name for name in _FIELDS if name not in ("case_id", "member_id", "kind"))
COLUMNS = tuple(case.c[name] for name in _FIELDS)

BY_ID = select(*COLUMNS).where(case.c.case_id == bindparam("case_id"))
LOCK = BY_ID.with_for_update()
RUNNING = select(*COLUMNS).where(
    case.c.member_id == bindparam("member_id"),
    case.c.kind == bindparam("kind"),
    case.c.runs == 1,
)
LOCK_RUNNING = RUNNING.with_for_update()
INSERT = (
    insert(case)
    .values(
        {name: bindparam(name) for name in _FIELDS}
        | {"rank": bindparam("rank"), "runs": bindparam("runs")}
    )
    .on_conflict_do_nothing(index_elements=["member_id", "kind", "runs"])
    .returning(case.c.case_id)
)
SAVE = (
    update(case)
    .where(case.c.case_id == bindparam("of_case_id"))
    .values(
        {name: bindparam(f"new_{name}") for name in _CHANGING}
        | {"rank": bindparam("new_rank"), "runs": bindparam("new_runs")}
    )
)
OF_ROOM = select(*COLUMNS).where(case.c.room_id == bindparam("room_id")).with_for_update()
HELD_BY = (
    select(func.count())
    .select_from(case)
    .where(
        case.c.owner_id == bindparam("owner_id"), case.c.runs == 1, case.c.kind == Kind.REAL.value
    )
)
DUE = (
    select(case.c.case_id)
    .where(
        or_(
            case.c.due_at <= bindparam("now"),
            # A wait that begins in the future: the clock went back.
            and_(case.c.runs == 1, case.c.waits_from > bindparam("now")),
        )
    )
    .order_by(case.c.due_at)
    .limit(bindparam("limit"))
)
ANY_WAITS = select(case.c.case_id).where(case.c.runs == 1, case.c.due_at.is_not(None)).limit(1)
SHIFT_BACK = (
    update(case)
    .where(case.c.runs == 1)
    .values(
        {
            name: case.c[name] - bindparam("ahead")
            for name in ("waits_from", "due_at", "lease_until", "handed_until")
        }
    )
)

JUDGE = (
    update(flag)
    .where(flag.c.flag_id == bindparam("of_flag_id"))
    .values(verdict=bindparam("new_verdict"))
)
# A reason that a moderator gave by hand, without a message: kept once.
RAISED = select(flag.c.flag_id).where(
    flag.c.raised_by == bindparam("raised_by"),
    flag.c.case_id == bindparam("case_id"),
    flag.c.source == bindparam("source"),
    flag.c.message_id.is_(None),
    flag.c.severity == bindparam("severity"),
    flag.c.body == bindparam("body"),
)
ADD_FLAG = insert(flag).values({column.name: bindparam(column.name) for column in flag.c})
SAME_FLAG = select(flag.c.flag_id).where(
    flag.c.case_id == bindparam("case_id"),
    flag.c.severity == bindparam("severity"),
    flag.c.message_id == bindparam("message_id"),
    flag.c.source == bindparam("source"),
    flag.c.hits == bindparam("hits"),
    flag.c.raised_by.is_not_distinct_from(bindparam("raised_by")),
)
_FLAG = (
    flag.c.flag_id,
    flag.c.source,
    flag.c.at,
    flag.c.severity,
    flag.c.category,
    flag.c.room_id,
    flag.c.message_id,
    flag.c.seq,
    flag.c.body,
    flag.c.warning,
    flag.c.raised_by,
    flag.c.hits,
    flag.c.list_version,
    flag.c.fault,
    flag.c.verdict,
)
FLAGS = (
    select(*_FLAG)
    .where(
        flag.c.case_id == bindparam("case_id"),
        tuple_(flag.c.at, flag.c.flag_id) < tuple_(bindparam("before_at"), bindparam("before_id")),
    )
    .order_by(flag.c.at.desc(), flag.c.flag_id.desc())
    .limit(bindparam("limit"))
)
# What made it as grave as it is.
GRAVEST = (
    select(*_FLAG)
    .where(flag.c.case_id == bindparam("case_id"), flag.c.severity == bindparam("severity"))
    .order_by(flag.c.at, flag.c.flag_id)
    .limit(1)
)
FLAG = select(flag.c.case_id, *_FLAG).where(flag.c.flag_id == bindparam("flag_id"))
RUNNING_OF_MESSAGE = (
    select(case.c.case_id)
    .distinct()
    .select_from(flag.join(case, case.c.case_id == flag.c.case_id))
    .where(flag.c.message_id == bindparam("message_id"), case.c.runs == 1)
    .order_by(case.c.case_id)
    .limit(bindparam("limit"))
)

_LAST_ENTRY = (
    select(func.coalesce(func.max(case_entry.c.number), 0))
    .where(case_entry.c.case_id == bindparam("of_case_id"))
    .scalar_subquery()
)
ADD_ENTRY = insert(case_entry).values(
    case_id=bindparam("of_case_id"),
    number=_LAST_ENTRY + 1,
    at=bindparam("now"),
    actor_id=bindparam("actor_id"),
    what=bindparam("what"),
    detail=bindparam("detail"),
    note=bindparam("note"),
)
ENTRIES = (
    select(
        case_entry.c.number,
        case_entry.c.at,
        case_entry.c.actor_id,
        case_entry.c.what,
        case_entry.c.detail,
        case_entry.c.note,
    )
    .where(case_entry.c.case_id == bindparam("case_id"), case_entry.c.number < bindparam("before"))
    .order_by(case_entry.c.number.desc())
    .limit(bindparam("limit"))
)

_flags = (
    select(func.count()).select_from(flag).where(flag.c.case_id == case.c.case_id).scalar_subquery()
)
_newest = (
    select(flag.c.at)
    .where(flag.c.case_id == case.c.case_id)
    .order_by(flag.c.at.desc())
    .limit(1)
    .scalar_subquery()
)
_first_of = (
    select(flag.c.source)
    .where(flag.c.case_id == case.c.case_id)
    .order_by(flag.c.at, flag.c.flag_id)
    .limit(1)
)
_telling_source = func.coalesce(
    _first_of.where(flag.c.severity == case.c.severity).scalar_subquery(),
    _first_of.scalar_subquery(),
)
_category = (
    select(flag.c.category)
    .where(flag.c.case_id == case.c.case_id, flag.c.severity == case.c.severity)
    .order_by(flag.c.at, flag.c.flag_id)
    .limit(1)
    .scalar_subquery()
)
_handle = sql_case((is_here(person), person.c.handle), else_=SOMEONE)
_wants = select(card.c.wants).where(card.c.case_id == case.c.case_id).scalar_subquery()
_LISTED = (*COLUMNS, _handle, _flags, _newest, _telling_source, _category, _wants)
LISTED_EXTRAS = 6
"""Columns of a listed case that are not its own: handle, flags, newest flag, source (what made it
as grave as it is), category, whether its person wants to be written to."""

_seen = or_(
    # Never about oneself, unless it is for practice; and a canary is nobody's to see.
    case.c.kind == Kind.PRACTICE.value,
    and_(case.c.kind == Kind.REAL.value, case.c.member_id != bindparam("reader_id")),
)
_from = case.join(person, person.c.user_id == case.c.member_id)
QUEUE = (
    select(*_LISTED)
    .select_from(_from)
    .where(
        _seen,
        case.c.runs == 1,
        or_(
            case.c.rank < bindparam("before_rank"),
            and_(
                case.c.rank == bindparam("before_rank"),
                tuple_(case.c.waits_from, case.c.case_id)
                > tuple_(bindparam("after_at"), bindparam("after_id")),
            ),
        ),
    )
    .order_by(case.c.rank.desc(), case.c.waits_from, case.c.case_id)
    .limit(bindparam("limit"))
)
CLOSED = (
    select(*_LISTED)
    .select_from(_from)
    .where(
        _seen,
        case.c.runs.is_(None),
        tuple_(case.c.resolved_at, case.c.case_id)
        < tuple_(bindparam("before_at"), bindparam("before_id")),
    )
    .order_by(case.c.resolved_at.desc(), case.c.case_id.desc())
    .limit(bindparam("limit"))
)
HELPED = (
    select(*_LISTED)
    .select_from(_from)
    .where(
        _seen,
        case.c.case_id.in_(
            select(case_entry.c.case_id).where(
                case_entry.c.actor_id == bindparam("reader_id"),
                or_(*(case_entry.c.what == what for what in HELPING)),
            )
        ),
        tuple_(case.c.opened_at, case.c.case_id)
        < tuple_(bindparam("before_at"), bindparam("before_id")),
    )
    .order_by(case.c.opened_at.desc(), case.c.case_id.desc())
    .limit(bindparam("limit"))
)
LISTED = select(*_LISTED).select_from(_from).where(_seen, case.c.case_id == bindparam("case_id"))
PAST = (
    select(*_LISTED)
    .select_from(_from)
    .where(
        _seen,
        case.c.member_id == bindparam("member_id"),
        case.c.case_id != bindparam("case_id"),
    )
    .order_by(case.c.opened_at.desc())
    .limit(bindparam("limit"))
)
COUNTS = (
    select(case.c.severity, case.c.state, func.count())
    .where(_seen, case.c.runs == 1)
    .group_by(case.c.severity, case.c.state)
)


def read(row: Row) -> Case:
    """A case as it is kept."""
    kept: dict[str, Any] = dict(zip(_FIELDS, row, strict=False))
    for name in ("relief_wanted", "solo", "follow_up"):
        kept[name] = bool(kept[name])
    outcome = kept["outcome"]
    return Case(
        **kept
        | {
            "kind": Kind(kept["kind"]),
            "state": CaseState(kept["state"]),
            "severity": Severity(kept["severity"]),
            "outcome": None if outcome is None else Outcome(outcome),
        }
    )


def add(sql: Sql, new: Case) -> bool:
    """Keep a new case; False when the person has one that runs."""
    values = {name: _plain(getattr(new, name)) for name in _FIELDS}
    return sql.one(INSERT, **values, **_told(new)) is not None


def save(sql: Sql, changed: Case) -> None:
    """Keep a case as it is now: whoever saves it has locked it."""
    values = {f"new_{name}": _plain(getattr(changed, name)) for name in _CHANGING}
    told = {f"new_{name}": value for name, value in _told(changed).items()}
    sql.run(SAVE, of_case_id=changed.case_id, **values, **told)


def by_id(sql: Sql, case_id: str) -> Case | None:
    """A case as it is at this moment."""
    row = sql.one(BY_ID, case_id=case_id)
    return None if row is None else read(row)


def lock_of_room(sql: Sql, room_id: str) -> Case | None:
    """The case whose talk with the person this is, locked."""
    row = sql.one(OF_ROOM, room_id=room_id)
    return None if row is None else read(row)


def lock(sql: Sql, case_id: str) -> Case | None:
    """A case that nobody else changes before this transaction ends."""
    row = sql.one(LOCK, case_id=case_id)
    return None if row is None else read(row)


def running(sql: Sql, member_id: str) -> Case | None:
    """The one case of a person that runs."""
    row = sql.one(RUNNING, member_id=member_id, kind=Kind.REAL.value)
    return None if row is None else read(row)


def lock_running(sql: Sql, member_id: str, kind: Kind = Kind.REAL) -> Case | None:
    """The one case of a person that runs, locked."""
    row = sql.one(LOCK_RUNNING, member_id=member_id, kind=kind.value)
    return None if row is None else read(row)


def _plain(value: object) -> object:
    """As columns hold it: text, a number, or nothing."""
    if isinstance(value, bool):
        return int(value)
    return str(value) if isinstance(value, str) else value


def _told(kept: Case) -> dict[str, object]:
    return {"rank": RANK[kept.severity], "runs": 1 if kept.is_running else None}
