"""Who takes a case. Exactly one of many who claim it has it, and each deed is written down."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final

import msgspec

from moderation.cases import case as rules
from moderation.cases import reaching, showing, store, timeline
from moderation.cases.case import Kind
from moderation.cases.clock import DEFAULT, Clock
from moderation.cases.views import CaseAnswer
from moderation.conduct import audit
from moderation.severity import Severity
from rooms.chat import message
from rooms.command import Command
from rooms.refusal import Refusal
from rooms.words import Said, mark

if TYPE_CHECKING:
    from moderation.cases.case import Case
    from rooms.people.person import Actor
    from rooms.work import Reader, Work

NOTE_MAX_CHARS: Final = 2000
CASES_MAX: Final = 4
"""How many people one helper follows up on at a time, unless the place says otherwise."""
_ENOUGH: Final = mark(
    "You are there for as many people as is good for one helper. "
    "Close or hand over one first, or leave this to someone else."
)


class ClaimCase(Command, frozen=True, kw_only=True):
    """Take it on: one person has it, for as long as there is activity."""

    case_id: str


class RenewCase(Command, frozen=True, kw_only=True):
    """I am at it."""

    case_id: str


class ReleaseCase(Command, frozen=True, kw_only=True):
    """Give it back, without a reason."""

    case_id: str


class NoteCase(Command, frozen=True, kw_only=True):
    """Write something down for those who follow up."""

    case_id: str
    note: Annotated[str, msgspec.Meta(max_length=NOTE_MAX_CHARS)]


def claim(
    work: Work,
    actor: Actor,
    command: ClaimCase,
    *,
    times: Clock = DEFAULT,
    cases_max: int = CASES_MAX,
) -> CaseAnswer:
    """One of many who try has it; the others hear who. Nobody carries more than they should."""
    before = reaching.locked(work, actor, command.case_id)
    try:
        after = rules.claim(before, actor.user_id, work.now, times)
    except Refusal as refusal:
        raise by_whom(work, before, refusal) from None
    if before.owner_id == actor.user_id and before.state in rules.HELD:
        return saved(work, actor, after, times=times)
    demand_strength(work, actor, before, cases_max)
    return saved(work, actor, after, "case.claim", times=times)


def renew(work: Work, actor: Actor, command: RenewCase, *, times: Clock = DEFAULT) -> CaseAnswer:
    """Whoever has it keeps it."""
    before = reaching.locked(work, actor, command.case_id)
    return saved(work, actor, rules.renew(before, actor.user_id, work.now, times), times=times)


def release(
    work: Work, actor: Actor, command: ReleaseCase, *, times: Clock = DEFAULT
) -> CaseAnswer:
    """It waits for somebody again; after contact, colleagues are asked to step in by name."""
    before = reaching.locked(work, actor, command.case_id)
    after = rules.release(before, actor.user_id, work.now)
    return saved(work, actor, after, "case.release", times=times)


def note(work: Work, actor: Actor, command: NoteCase, *, times: Clock = DEFAULT) -> CaseAnswer:
    """Kept in the timeline, for a shorter term than the rest."""
    case = reaching.locked(work, actor, command.case_id)
    words = message.clean_text(command.note, NOTE_MAX_CHARS, field="note")
    if not words.strip():
        raise Refusal("empty_body", field="note")
    timeline.note(work, case, actor.user_id, "note", words=words)
    own = case.owner_id == actor.user_id
    after = rules.active(case, work.now, times) if own else case
    return saved(work, actor, after, times=times)


def saved(
    work: Work,
    actor: Actor,
    after: Case,
    deed: str = "",
    *,
    detail: str = "",
    words: str | None = None,
    times: Clock,
) -> CaseAnswer:
    """Keep a case as it stands now, write the deed down, and tell those who follow up."""
    store.save(work.sql, after)
    if deed:
        audit.record(work, actor.user_id, deed, about=after.case_id, detail=detail)
        what = deed.removeprefix("case.")
        timeline.note(work, after, actor.user_id, what, detail=detail, words=words)
        timeline.announce(work, after)
    return CaseAnswer(case=showing.listed(work, actor, after, times))


def demand_strength(reader: Reader, actor: Actor, case: Case, cases_max: int) -> None:
    """Refuse one more to whoever has as many as they should; not one where minutes count."""
    if case.severity is Severity.IMMINENT or case.kind is not Kind.REAL:
        return
    row = reader.sql.one(store.HELD_BY, owner_id=actor.user_id)
    if row is not None and row[0] >= cases_max:
        raise Refusal("too_many", _ENOUGH, field="case_id")


def by_whom(reader: Reader, case: Case, refusal: Refusal) -> Refusal:
    """The same refusal, saying who has the case."""
    owner = showing.someone(reader, case.owner_id)
    if refusal.code != "already_claimed" or owner is None:
        return refusal
    words = Said("{handle} has this already.", handle=owner.handle)
    return Refusal(refusal.code, words, field=refusal.field)
