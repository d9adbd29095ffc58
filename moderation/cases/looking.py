"""Looking at a case: what gave reason to it, a few lines around that, and what was done.

That somebody looked, and looked further, is written down.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final

import msgspec

from moderation.cases import reaching, showing, store, timeline
from moderation.cases.clock import DEFAULT, MINUTE_MS, Clock
from moderation.cases.views import FlagView, OpenedCase, PastSanction, PersonCard, WidenedCase
from moderation.conduct import audit, sanction_store
from rooms import paging
from rooms.chat import access, log
from rooms.command import SEQ_MAX, Command
from rooms.people import registry
from rooms.permissions import Action
from rooms.refusal import Refusal

if TYPE_CHECKING:
    from moderation.cases.case import Case
    from rooms.chat.events import MessagePosted
    from rooms.people.person import Actor
    from rooms.work import Reader, Row, Work

LINES: Final = 3
"""Lines shown on either side of the newest reason, unasked."""
WIDER: Final = 10
"""Lines on either side that are shown when somebody asks for more, at first."""
ONE_LOOK_MS: Final = 10 * MINUTE_MS
"""Whoever has the page of a case open asks for it again and again: that is one look."""
_FLAGS: Final = 20
_ENTRIES: Final = 100
_PAST: Final = 20
_AFTER_ALL_IDS: Final = "~"
_SANCTION: Final = ("kind", "reason", "given_at", "until", "lifted_at")


class OpenCase(Command, frozen=True, kw_only=True):
    """Look at a case: its reasons, a few lines around them, and what was done."""

    case_id: str


class WidenCase(Command, frozen=True, kw_only=True):
    """Look further around one of its reasons."""

    case_id: str
    flag_id: str
    lines: Annotated[int, msgspec.Meta(ge=1, le=50)] = WIDER


def open_case(work: Work, actor: Actor, command: OpenCase, *, times: Clock = DEFAULT) -> OpenedCase:
    """Everything that following up needs, and no more."""
    case = reaching.locked(work, actor, command.case_id, Action.SEE_CASES)
    audit.record_look(work, actor.user_id, "case.open", about=case.case_id, within_ms=ONE_LOOK_MS)
    flags = work.sql.all(
        store.FLAGS,
        case_id=case.case_id,
        before_at=SEQ_MAX,
        before_id=_AFTER_ALL_IDS,
        limit=_FLAGS + 1,
    )
    shown = _reasons(work, actor, case, flags[:_FLAGS])
    entries = work.sql.all(store.ENTRIES, case_id=case.case_id, before=SEQ_MAX, limit=_ENTRIES)
    return OpenedCase(
        case=showing.listed(work, actor, case, times),
        flags=shown,
        more_flags=len(shown) < len(flags),
        context=_newest_context(work, actor, flags),
        entries=paging.fitting(showing.entries(work, entries), paging.LIST_MAX_BYTES // 8),
        card=_card(work, actor, case),
    )


def widen(work: Work, actor: Actor, command: WidenCase) -> WidenedCase:
    """More of what was said around a reason; it is written down that somebody looked."""
    case = reaching.locked(work, actor, command.case_id, Action.SEE_CASES)
    row = work.sql.one(store.FLAG, flag_id=command.flag_id)
    if row is None or row[0] != case.case_id or row[6] is None or row[8] is None:
        raise Refusal("not_found", field="flag_id")
    audit.record(work, actor.user_id, "case.widen", about=case.case_id, detail=str(command.lines))
    timeline.note(work, case, actor.user_id, "widened", detail=str(command.lines))
    return _around(work, actor, row[6], row[8], command.lines)


def _reasons(reader: Reader, actor: Actor, case: Case, newest: list[Row]) -> list[FlagView]:
    """The newest reasons, and always the first that made the case as grave as it is."""
    half = paging.LIST_MAX_BYTES // 2
    shown = paging.fitting(showing.flags(reader, actor, case, newest), half)
    gravest = reader.sql.one(store.GRAVEST, case_id=case.case_id, severity=case.severity.value)
    if gravest is None or any(each.flag_id == gravest[0] for each in shown):
        return shown
    grave, *others = paging.fitting(showing.flags(reader, actor, case, [gravest, *newest]), half)
    return [*others, grave]


def _newest_context(work: Work, actor: Actor, flags: list[Row]) -> list[MessagePosted]:
    """A few lines around the newest reason that stands in a room."""
    for row in flags:
        room_id, seq = row[5], row[7]
        if room_id is not None and seq is not None:
            return _around(work, actor, room_id, seq, LINES).messages
    return []


def _around(reader: Reader, actor: Actor, room_id: str, seq: int, lines: int) -> WidenedCase:
    try:
        door = access.room_for_reading(reader, actor, room_id)
    except Refusal:
        # It is gone; or it is the talk with the person, and somebody else's.
        return WidenedCase(messages=[], older=False, newer=False)
    half = paging.LIST_MAX_BYTES // 4
    before, older = log.messages_before(reader, door, seq + 1, lines + 1, half)
    after, newer = log.messages_after(reader, door, seq, lines, half)
    return WidenedCase(messages=before + after, older=older, newer=newer)


def _card(reader: Reader, actor: Actor, case: Case) -> PersonCard:
    past = reader.sql.all(
        store.PAST,
        reader_id=actor.user_id,
        member_id=case.member_id,
        case_id=case.case_id,
        limit=_PAST,
    )
    given = reader.sql.all(sanction_store.OF, user_id=case.member_id, limit=_PAST)
    return PersonCard(
        person=showing.person(reader, case.member_id),
        since=registry.since(reader, case.member_id),
        state=str(registry.state_of(reader, case.member_id) or ""),
        past=[showing.past(row) for row in past],
        sanctions=[PastSanction(**dict(zip(_SANCTION, row, strict=True))) for row in given],
    )
