"""Who takes a case. Exactly one of many who claim it has it, and each deed is written down."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final

import msgspec

from moderation.cases import case as rules
from moderation.cases import reaching, showing, store, timeline
from moderation.cases.clock import DEFAULT, Clock
from moderation.cases.views import CaseAnswer
from moderation.conduct import audit
from rooms.chat import message
from rooms.command import Command
from rooms.refusal import Refusal
from rooms.words import Said

if TYPE_CHECKING:
    from moderation.cases.case import Case
    from rooms.people.person import Actor
    from rooms.work import Reader, Work

NOTE_MAX_CHARS: Final = 2000


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


def claim(work: Work, actor: Actor, command: ClaimCase, *, times: Clock = DEFAULT) -> CaseAnswer:
    """One of many who try has it; the others hear who."""
    before = reaching.locked(work, actor, command.case_id)
    try:
        after = rules.claim(before, actor.user_id, work.now, times)
    except Refusal as refusal:
        raise by_whom(work, before, refusal) from None
    if before.owner_id == actor.user_id and before.state in rules.HELD:
        return saved(work, actor, after, times=times)
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


def by_whom(reader: Reader, case: Case, refusal: Refusal) -> Refusal:
    """The same refusal, saying who has the case."""
    owner = showing.someone(reader, case.owner_id)
    if refusal.code != "already_claimed" or owner is None:
        return refusal
    words = Said("{handle} has this already.", handle=owner.handle)
    return Refusal(refusal.code, words, field=refusal.field)
