"""A moderator's own eye: a case about someone by hand, and a case for practice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import msgspec

from moderation.cases import opening, reaching, showing, store, timeline
from moderation.cases.case import Kind
from moderation.cases.clock import DEFAULT, Clock
from moderation.cases.opening import Reason, Source
from moderation.cases.triage import NOTE_MAX_CHARS
from moderation.cases.views import CaseAnswer
from moderation.severity import Severity
from rooms.chat import access, message
from rooms.command import Command
from rooms.people import store as people_store
from rooms.permissions import Action
from rooms.refusal import Refusal

if TYPE_CHECKING:
    from rooms.people.person import Actor
    from rooms.work import Work

_Words = Annotated[str, msgspec.Meta(max_length=NOTE_MAX_CHARS)]


class RaiseCase(Command, frozen=True, kw_only=True):
    """Somebody should ask how a person is: because of a message, or of what I saw otherwise."""

    severity: Severity
    message_id: str | None = None
    user_id: str | None = None
    note: _Words = ""


class PracticeCase(Command, frozen=True, kw_only=True):
    """A case about nobody, to learn by and to see that the way is whole."""

    severity: Severity
    words: _Words = ""


def raise_case(
    work: Work, actor: Actor, command: RaiseCase, *, times: Clock = DEFAULT
) -> CaseAnswer:
    """A flag of one's own, in the person's case; never about oneself."""
    reaching.demand(actor, Action.FOLLOW_UP)
    note = message.clean_text(command.note, NOTE_MAX_CHARS, field="note").strip()
    member_id, reason = _reason(work, actor, command, note)
    if member_id == actor.user_id:
        raise Refusal("forbidden", field="message_id" if command.message_id else "user_id")
    running = store.lock_running(work.sql, member_id)
    if running is not None and command.message_id is None:
        asked = {
            "raised_by": actor.user_id,
            "case_id": running.case_id,
            "severity": command.severity.value,
            "body": note,
        }
        if work.sql.one(store.RAISED, source=Source.MODERATOR.value, **asked) is not None:
            return CaseAnswer(case=showing.listed(work, actor, running, times))
    case = opening.flag(work, member_id, reason)
    if note and command.message_id is not None:
        timeline.note(work, case, actor.user_id, "note", words=note)
    return CaseAnswer(case=showing.listed(work, actor, case, times))


def practice(
    work: Work, actor: Actor, command: PracticeCase, *, times: Clock = DEFAULT
) -> CaseAnswer:
    """One at a time for each who practises; marked as such wherever it shows."""
    reaching.demand(actor, Action.FOLLOW_UP)
    case = store.lock_running(work.sql, actor.user_id, Kind.PRACTICE)
    if case is None:
        reason = Reason(
            source=Source.PRACTICE,
            severity=command.severity,
            body=message.clean_text(command.words, NOTE_MAX_CHARS, field="words"),
            raised_by=actor.user_id,
        )
        case = opening.flag(work, actor.user_id, reason, kind=Kind.PRACTICE)
    return CaseAnswer(case=showing.listed(work, actor, case, times))


def _reason(work: Work, actor: Actor, command: RaiseCase, note: str) -> tuple[str, Reason]:
    """Whom it is about, and why."""
    if command.message_id is not None:
        if command.user_id is not None:
            raise Refusal("extra_field", field="user_id")
        _, said = access.message_for_reading(work, actor, command.message_id)
        return said.author_id, Reason(
            source=Source.MODERATOR,
            severity=command.severity,
            room_id=said.room_id,
            message_id=said.message_id,
            seq=said.seq,
            body=said.body,
            warning=said.warning,
            raised_by=actor.user_id,
        )
    if command.user_id is None:
        raise Refusal("missing_field", field="user_id")
    if people_store.present(work.sql, command.user_id) is None:
        raise Refusal("not_found", field="user_id")
    return command.user_id, Reason(
        source=Source.MODERATOR, severity=command.severity, body=note, raised_by=actor.user_id
    )
