"""What was decided about people, as staff sees it, and their appeals: decided by somebody else.

Nobody sees here what is about themselves. Must never let whoever decided decide again, while there
is another who could.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, Literal

import msgspec

from moderation.conduct import audit, restraining, sanctions
from moderation.conduct import sanction_store as store
from moderation.conduct.sanction import Sanction, SanctionKind
from moderation.conduct.told import Outcome
from moderation.events import AppealChanged, YourSanction
from rooms import paging
from rooms.chat import showing
from rooms.chat.views import Author, ConductReason
from rooms.command import Command, Nothing, Result
from rooms.people import store as people_store
from rooms.people.person import RANK, Role
from rooms.permissions import Action, allows
from rooms.refusal import Refusal
from rooms.words import mark

if TYPE_CHECKING:
    from rooms.people.person import Actor
    from rooms.work import Reader, Row, Work

PAGE: Final = 50
_ANOTHERS = mark("You decided this yourself: someone else looks at it now.")

Peers = Callable[["Reader"], list[str]]


def nobody(_reader: Reader) -> list[str]:
    """No one else is on staff."""
    return []


class SanctionRow(Result, frozen=True, kw_only=True):
    """A decision about someone, as staff sees it; `note` is what its giver wrote for colleagues."""

    sanction_id: str
    kind: SanctionKind
    reason: ConductReason
    room_name: str | None
    given_at: int
    given_by: Author
    until: int | None
    lifted_at: int | None
    note: str
    outcome: Outcome | None = None
    appealed: bool = False


class ListSanctions(Command, frozen=True, kw_only=True):
    """What was decided about someone, the newest first: staff, and never about oneself."""

    user_id: str


class SanctionPage(Result, frozen=True, kw_only=True):
    """What was decided about someone: the newest alone, where it is much."""

    sanctions: list[SanctionRow]


class ListAppeals(Command, frozen=True, kw_only=True):
    """The appeals that wait, the oldest first; or those decided, the newest first."""

    which: Literal["waiting", "decided"] = "waiting"


class AppealRow(Result, frozen=True, kw_only=True):
    """An appeal. `may_decide`: I did not decide it before, or there is nobody else."""

    appeal_id: str
    at: int
    person: Author
    words: str
    sanction: SanctionRow
    may_decide: bool
    outcome: Outcome | None
    decided_at: int | None
    decided_by: Author | None
    solo: bool


class AppealPage(Result, frozen=True, kw_only=True):
    """Appeals, never one by the reader; `more`: others come when some of these are decided."""

    appeals: list[AppealRow]
    more: bool


class DecideAppeal(Command, frozen=True, kw_only=True):
    """Leave a decision as it is, or take it back: by somebody other than who made it."""

    appeal_id: str
    outcome: Outcome


def history(reader: Reader, actor: Actor, command: ListSanctions) -> SanctionPage:
    """What was decided about someone, for whoever may decide about them."""
    sanctions.within_reach(reader, actor, command.user_id)
    rows = reader.sql.all(store.HISTORY, user_id=command.user_id, limit=PAGE)
    return SanctionPage(
        sanctions=paging.fitting(
            msgspec.structs.replace(_row(row[:-2]), outcome=row[-2], appealed=row[-1] is not None)
            for row in rows
        )
    )


def list_appeals(
    reader: Reader, actor: Actor, command: ListAppeals, *, peers: Peers = nobody
) -> AppealPage:
    """The appeals, without the reader's own."""
    if not allows(actor, Action.BAN):
        raise Refusal("forbidden")
    statement = store.WAITING if command.which == "waiting" else store.DECIDED
    rows = reader.sql.all(statement, reader_id=actor.user_id, limit=PAGE + 1)
    staff = _ranks(reader, peers(reader))
    shown = paging.fitting(_appeal(row, actor, staff) for row in rows[:PAGE])
    return AppealPage(appeals=shown, more=len(shown) < len(rows))


def decide(work: Work, actor: Actor, command: DecideAppeal, *, peers: Peers = nobody) -> Nothing:
    """Decide once; the same decision once more by the same person changes nothing."""
    if not allows(actor, Action.BAN):
        raise Refusal("forbidden")
    row = work.sql.one(store.LOCK_APPEAL, appeal_id=command.appeal_id)
    if row is None or row[1] == actor.user_id:
        raise Refusal("not_found", field="appeal_id")
    sanction_id, user_id, outcome, decided_by = row
    if outcome is not None:
        if (outcome, decided_by) == (command.outcome, actor.user_id):
            return Nothing()
        raise Refusal("already_decided", field="appeal_id")
    given = restraining.held(work, sanction_id)
    assert given is not None
    user = sanctions.restrained(work, actor, user_id)
    if not _may_decide(given, actor, _ranks(work, peers(work)), RANK[user.role]):
        raise Refusal("second_person", _ANOTHERS, field="appeal_id")
    solo = given.given_by == actor.user_id
    work.sql.run(
        store.DECIDE,
        of_appeal_id=command.appeal_id,
        new_outcome=command.outcome,
        now=work.now,
        decider_id=actor.user_id,
        new_solo=int(solo),
    )
    if command.outcome == "lifted" and given.lifted_at is None:
        restraining.undo(work, actor, given)
    else:
        work.sql.run(store.TELL_AGAIN, of_sanction_id=sanction_id)
        work.emit(YourSanction(user_id=user_id))
    detail = f"{command.outcome} solo" if solo else command.outcome
    audit.record(work, actor.user_id, "appeal.decide", about=user_id, detail=detail)
    work.emit(AppealChanged(about=user_id))
    return Nothing()


def _ranks(reader: Reader, staff: Sequence[str]) -> dict[str, int]:
    """How high each of these stands."""
    users = (people_store.by_id(reader.sql, user_id) for user_id in staff)
    return {user.user_id: RANK[user.role] for user in users if user is not None}


def _may_decide(given: Sanction, actor: Actor, staff: Mapping[str, int], rank: int) -> bool:
    """Someone else, or there is nobody else above whom it is about: an appeal ends somewhere."""
    if RANK[actor.powers] <= rank:
        return False
    if given.given_by != actor.user_id:
        return True
    return not any(of > rank for user_id, of in staff.items() if user_id != actor.user_id)


def _row(row: Row) -> SanctionRow:
    given = Sanction._make(row[:9])
    note, room_name, giver_handle, giver_role = row[9:]
    return SanctionRow(
        sanction_id=given.sanction_id,
        kind=SanctionKind(given.kind),
        reason=given.reason,
        room_name=room_name,
        given_at=given.given_at,
        given_by=showing.author(given.given_by, giver_handle, giver_role, None),
        until=given.until,
        lifted_at=given.lifted_at,
        note=note or "",
    )


def _appeal(row: Row, actor: Actor, staff: Mapping[str, int]) -> AppealRow:
    appeal_id, at, words, outcome, decided_at, solo, handle, role, *rest = row
    decider_handle, decider_role, decided_by, *of_sanction = rest
    given = Sanction._make(of_sanction[:9])
    by = None
    if decided_by is not None:
        by = showing.author(decided_by, decider_handle, decider_role, None)
    return AppealRow(
        appeal_id=appeal_id,
        at=at,
        person=showing.author(given.user_id, handle, role, None),
        words=words,
        sanction=_row(tuple(of_sanction)),
        may_decide=_may_decide(given, actor, staff, RANK[Role(role)]),
        outcome=outcome,
        decided_at=decided_at,
        decided_by=by,
        solo=bool(solo),
    )
