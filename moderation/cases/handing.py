"""From one helper to the next: by a hand-over that is accepted, or by stepping in.

Once there was contact, whoever goes on says so to the person themselves, by name, at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import msgspec

from moderation.cases import case as rules
from moderation.cases import reaching, talking
from moderation.cases.case import HELD, CaseState
from moderation.cases.clock import DEFAULT, Clock
from moderation.cases.triage import CASES_MAX, NOTE_MAX_CHARS, demand_strength, saved
from moderation.cases.views import CaseAnswer
from rooms.chat import message
from rooms.command import Command, Nonce
from rooms.people import registry
from rooms.people import store as people_store
from rooms.people.person import Role, State
from rooms.refusal import Refusal

if TYPE_CHECKING:
    from moderation.cases.case import Case
    from rooms.people.person import Actor
    from rooms.work import Reader, Work


class HandOverCase(Command, frozen=True, kw_only=True):
    """Ask a colleague to go on, with what they should know. It stays mine until they accept."""

    case_id: str
    to: str
    summary: Annotated[str, msgspec.Meta(max_length=NOTE_MAX_CHARS)]


class AcceptCase(Command, frozen=True, kw_only=True):
    """Go on with what was handed to me. Once there was contact: with first words of my own."""

    case_id: str
    nonce: Nonce | None = None
    body: str = ""


class RefuseCase(Command, frozen=True, kw_only=True):
    """Not now: it stays with whoever asked me."""

    case_id: str


class TakeOverCase(Command, frozen=True, kw_only=True):
    """Step in for a helper who went silent or can't go on, with first words of my own."""

    case_id: str
    nonce: Nonce
    body: str


class StandByCase(Command, frozen=True, kw_only=True):
    """Ask a colleague to be at hand while I follow up; without one, nobody is asked any more."""

    case_id: str
    to: str | None


def hand_over(
    work: Work, actor: Actor, command: HandOverCase, *, times: Clock = DEFAULT
) -> CaseAnswer:
    """The colleague is asked; whoever has it keeps it until they say yes."""
    before = reaching.locked(work, actor, command.case_id)
    after = rules.hand_over(before, actor.user_id, command.to, work.now, times)
    _demand_colleague(work, command.to)
    words = message.clean_text(command.summary, NOTE_MAX_CHARS, field="summary")
    if not words.strip():
        raise Refusal("empty_body", field="summary")
    return saved(work, actor, after, "case.hand_over", detail=command.to, words=words, times=times)


def accept(
    work: Work,
    actor: Actor,
    command: AcceptCase,
    *,
    times: Clock = DEFAULT,
    cases_max: int = CASES_MAX,
) -> CaseAnswer:
    """It is the colleague's now."""
    before = talking.locked(work, actor, command.case_id)
    if before.owner_id == actor.user_id and before.state in HELD:
        return saved(work, actor, rules.renew(before, actor.user_id, work.now, times), times=times)
    after = rules.accept(before, actor.user_id, work.now, times)
    demand_strength(work, actor, before, cases_max)
    after = _goes_on(work, actor, after, command.nonce, command.body)
    return saved(work, actor, after, "case.accept", times=times)


def refuse(work: Work, actor: Actor, command: RefuseCase, *, times: Clock = DEFAULT) -> CaseAnswer:
    """It stays with its sender."""
    before = reaching.locked(work, actor, command.case_id)
    after = rules.refuse(before, actor.user_id, times)
    return saved(work, actor, after, "case.refuse", times=times)


def take_over(
    work: Work, actor: Actor, command: TakeOverCase, *, times: Clock = DEFAULT
) -> CaseAnswer:
    """A colleague goes on by name; no load keeps them from it."""
    before = talking.locked(work, actor, command.case_id)
    after = rules.take_over(before, actor.user_id, work.now, times)
    deed = "" if before.owner_id == actor.user_id else "case.take_over"
    after = _goes_on(work, actor, after, command.nonce, command.body)
    return saved(work, actor, after, deed, times=times)


def stand_by(
    work: Work, actor: Actor, command: StandByCase, *, times: Clock = DEFAULT
) -> CaseAnswer:
    """A second person is at hand: they read nothing of the talk, but they are there."""
    before = reaching.locked(work, actor, command.case_id)
    after = rules.stand_by(before, actor.user_id, command.to)
    if command.to is not None:
        _demand_colleague(work, command.to)
    deed = "" if after == before else "case.stand_by"
    return saved(work, actor, after, deed, detail=command.to or "", times=times)


def _goes_on(work: Work, actor: Actor, after: Case, nonce: str | None, body: str) -> Case:
    """Whoever has it now is in the talk, if there is one, and says so."""
    after = talking.settled(work, after)
    if after.state is CaseState.IN_CONTACT:
        if nonce is None:
            raise Refusal("missing_field", field="nonce")
        talking.say(work, actor, after, nonce, body)
    return after


def _demand_colleague(reader: Reader, user_id: str) -> None:
    """Refuse whoever does not follow up."""
    user = people_store.present(reader.sql, user_id)
    is_active = registry.state_of(reader, user_id) is State.ACTIVE
    if user is None or user.role is not Role.MODERATOR or not is_active:
        raise Refusal("not_found", field="to")
