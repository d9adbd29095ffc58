"""The talk of a case: the person it is about, and whoever follows up, and nobody else.

Whoever follows up writes first, and asks directly: their words are not listened to. Something said
by either shows that somebody is there, so that the case stays where it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import msgspec

from moderation.cases import case as rules
from moderation.cases import reaching, store
from moderation.cases.case import CaseState, Kind
from moderation.cases.clock import DEFAULT, Clock
from moderation.cases.triage import NOTE_MAX_CHARS, saved
from moderation.cases.views import CaseAnswer
from rooms.chat import message, posting, room_store, talks
from rooms.chat.posting import PostMessage, Screen
from rooms.command import Command, Nonce
from rooms.people import registry
from rooms.people.person import State
from rooms.refusal import Refusal

if TYPE_CHECKING:
    from moderation.cases.case import Case
    from rooms.people.person import Actor
    from rooms.work import Work


class ContactCase(Command, frozen=True, kw_only=True):
    """Write to the person whom a case is about; from then on the two have a talk of their own."""

    case_id: str
    nonce: Nonce
    body: str


class AttemptCase(Command, frozen=True, kw_only=True):
    """I tried to reach the person, and could not."""

    case_id: str
    note: Annotated[str, msgspec.Meta(max_length=NOTE_MAX_CHARS)] = ""


def contact(
    work: Work, actor: Actor, command: ContactCase, *, times: Clock = DEFAULT
) -> CaseAnswer:
    """The first words open the talk, or go on in the one there is; a retry says nothing twice."""
    before = locked(work, actor, command.case_id)
    after = rules.contact(before, actor.user_id, work.now, times)
    if registry.state_of(work, before.member_id) is State.ERASED:
        raise Refusal("not_now", field="case_id")
    after = settled(work, after)
    say(work, actor, after, command.nonce, command.body)
    deed = "" if before.state is CaseState.IN_CONTACT else "case.contact"
    return saved(work, actor, after, deed, times=times)


def attempt(
    work: Work, actor: Actor, command: AttemptCase, *, times: Clock = DEFAULT
) -> CaseAnswer:
    """It is written down that somebody tried; the case stays with them."""
    before = reaching.locked(work, actor, command.case_id)
    after = rules.attempt(before, actor.user_id, work.now, times)
    words = message.clean_text(command.note, NOTE_MAX_CHARS, field="note").strip() or None
    return saved(work, actor, after, "case.attempt", words=words, times=times)


def locked(work: Work, actor: Actor, case_id: str) -> Case:
    """A case for changing it together with its talk: rooms are locked before cases, by all."""
    known = store.by_id(work.sql, case_id)
    if known is not None and known.room_id is not None:
        room_store.lock(work.sql, known.room_id)
    return reaching.locked(work, actor, case_id)


def settled(work: Work, case: Case) -> Case:
    """The case with its talk open to those whose it is now, and to nobody else."""
    is_on = case.state is CaseState.IN_CONTACT
    if case.room_id is None:
        if not is_on:
            return case
        case = msgspec.structs.replace(case, room_id=talks.begin(work))
        assert case.room_id is not None
    if registry.state_of(work, case.member_id) is State.ERASED:
        talks.end(work, case.room_id)
        return case
    talks.belongs_to(
        work,
        case.room_id,
        member_id=case.member_id,
        keeper_id=case.owner_id if is_on else None,
        closed=not is_on,
    )
    return case


def say(work: Work, actor: Actor, case: Case, nonce: str, body: str) -> None:
    """Words of whoever follows up, in the talk of their case."""
    assert case.room_id is not None
    what = PostMessage(room_id=case.room_id, nonce=nonce, body=body)
    posting.post(work, actor, what, screen=_unheard)


def listening(screen: Screen, times: Clock = DEFAULT) -> Screen:
    """The same screen for everything that is said, and what a talk needs beside it."""

    def listen(
        work: Work,
        author: Actor,
        *,
        room_id: str,
        message_id: str,
        seq: int,
        body: str,
        warning: str | None,
    ) -> None:
        found = store.lock_of_room(work.sql, room_id)
        if found is not None:
            is_member = author.user_id == found.member_id
            step = rules.heard if is_member else rules.active
            store.save(work.sql, step(found, work.now, times))
            if not is_member or found.kind is not Kind.REAL:
                return
        screen(
            work,
            author,
            room_id=room_id,
            message_id=message_id,
            seq=seq,
            body=body,
            warning=warning,
        )

    return listen


def _unheard(
    work: Work,
    author: Actor,
    *,
    room_id: str,
    message_id: str,
    seq: int,
    body: str,
    warning: str | None,
) -> None:
    """Lets the words pass: whoever follows up has to be able to ask directly."""
