"""From what is kept of a case to what is shown of it. Must never show what it was not asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from moderation.cases import store
from moderation.cases.case import CaseState
from moderation.cases.opening import Hit, Source
from moderation.cases.views import CaseRow, EntryView, FlagView, HitView, PastCase
from moderation.severity import Severity
from rooms.chat import name_store, references, room_store, showing
from rooms.people import store as people_store
from rooms.people.person import Role

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from moderation.cases.case import Case
    from moderation.cases.clock import Clock
    from rooms.chat.views import Author
    from rooms.people.person import Actor
    from rooms.work import Reader, Row

_hits = msgspec.json.Decoder(list[Hit])


def listed(reader: Reader, actor: Actor, case: Case, times: Clock) -> CaseRow:
    """A case that the actor may see, as the queue shows it."""
    kept = reader.sql.one(store.LISTED, reader_id=actor.user_id, case_id=case.case_id)
    assert kept is not None
    return row(reader, actor, kept, times)


def someone(reader: Reader, user_id: str | None) -> Author | None:
    """A person by the name they go by now."""
    return person(reader, user_id) if user_id else None


def person(reader: Reader, user_id: str) -> Author:
    """The same where somebody is named for certain; whoever left has no name."""
    user = people_store.by_id(reader.sql, user_id)
    handles = name_store.names_of(reader.sql, (user_id,))
    role = Role.MEMBER if user is None else user.role
    return showing.author(user_id, handles.get(user_id, references.SOMEONE), role, None)


def row(reader: Reader, actor: Actor, kept: Row, times: Clock) -> CaseRow:
    """A line of the queue."""
    case = store.read(kept)
    handle, flags, newest_at, source, category, wants = kept[-store.LISTED_EXTRAS :]
    clock = times[case.severity]
    return CaseRow(
        case_id=case.case_id,
        kind=case.kind,
        state=case.state,
        severity=case.severity,
        category=category or "",
        source=source or "",
        person=showing.author(case.member_id, handle, Role.MEMBER, None),
        opened_at=case.opened_at,
        newest_at=newest_at or case.opened_at,
        flags=flags,
        waits_from=case.waits_from,
        claim_by=case.waits_from + clock.claim_ms,
        contact_by=case.waits_from + clock.contact_ms,
        owner=someone(reader, case.owner_id) if case.is_running else None,
        lease_until=case.lease_until,
        contacted_at=case.contacted_at,
        handed_to=someone(reader, case.handed_to),
        relief_wanted=case.relief_wanted,
        closing=case.closing_since is not None,
        attempts=case.attempts,
        standing_by=someone(reader, case.standing_by),
        room_id=case.room_id if is_in_talk(actor, case) else None,
        outcome=case.outcome,
        resolved_at=case.resolved_at,
        resolved_by=someone(reader, case.resolved_by),
        solo=case.solo,
        follow_up_at=case.follow_up_at,
        follow_up=case.follow_up,
        wants_contact=None if wants is None else bool(wants),
    )


def past(kept: Row) -> PastCase:
    """An earlier case."""
    case = store.read(kept)
    *_, category, _ = kept
    return PastCase(
        case_id=case.case_id,
        opened_at=case.opened_at,
        severity=case.severity,
        category=category or "",
        outcome=case.outcome,
        resolved_at=case.resolved_at,
    )


def is_in_talk(actor: Actor, case: Case) -> bool:
    """Whether someone who follows up talks with the person of a case."""
    return case.state is CaseState.IN_CONTACT and case.owner_id == actor.user_id


def flags(reader: Reader, actor: Actor, of: Case, rows: Sequence[Row]) -> list[FlagView]:
    """Reasons with their words as they are shown now.

    What was heard in the talk with the person is for whoever talks with them.
    """
    if of.room_id is not None and not is_in_talk(actor, of):
        rows = [_without_words(row) if row[5] == of.room_id else row for row in rows]
    kept_words = [words for row in rows for words in (row[8], row[9] or "")]
    named = [user_id for words in kept_words for user_id in references.people_in(words)]
    names = name_store.names_of(reader.sql, named)
    return [_flag(reader, row, names) for row in rows]


def entries(reader: Reader, rows: Sequence[Row]) -> list[EntryView]:
    """A timeline, in the order of its rows."""
    return [
        EntryView(
            number=number,
            at=at,
            actor=someone(reader, actor_id),
            what=what,
            detail=detail,
            note=note,
        )
        for number, at, actor_id, what, detail, note in rows
    ]


def _without_words(row: Row) -> Row:
    """A reason without what was said, but for what somebody asked us to look at."""
    if row[1] == Source.REPORT:
        return row
    return (*row[:8], "", None, row[10], "[]", *row[12:])


def _flag(reader: Reader, row: Row, names: Mapping[str, str]) -> FlagView:
    (
        flag_id,
        source,
        at,
        severity,
        category,
        room_id,
        message_id,
        seq,
        body,
        warning,
        raised_by,
        hits,
        list_version,
        fault,
        verdict,
    ) = row
    room = None if room_id is None else room_store.head(reader.sql, room_id)
    return FlagView(
        flag_id=flag_id,
        source=source,
        at=at,
        severity=Severity(severity),
        category=category,
        room_id=room_id,
        room_name=None if room is None else room_store.by_id(reader.sql, room.room_id).name,
        message_id=message_id,
        seq=seq,
        body=references.with_names(body, names),
        warning=None if warning is None else references.with_names(warning, names),
        hits=[_hit(hit, body, warning or "", names) for hit in _hits.decode(hits)],
        list_version=list_version,
        fault=fault,
        raised_by=someone(reader, raised_by),
        verdict=verdict,
    )


def _hit(hit: Hit, body: str, warning: str, names: Mapping[str, str]) -> HitView:
    words = warning if hit.in_warning else body

    def place(at: int) -> int:
        """Where a place of the kept words is in the shown ones, counted as browsers count."""
        return len(references.with_names(words[:at], names).encode("utf-16-le")) // 2

    return HitView(
        term=hit.term,
        category=hit.category,
        start=place(hit.start),
        end=place(hit.end),
        severity=hit.severity,
        why=list(hit.why),
        in_warning=hit.in_warning,
    )
