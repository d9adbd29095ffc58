"""Asking for a person. Must never be refused, and never promise what no human has taken on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

import msgspec

from moderation.cases import answering, opening
from moderation.cases import store as case_store
from moderation.cases.opening import USUAL, Reason, Source
from moderation.cases.showing import someone
from moderation.events import HelpAsked
from moderation.help import store
from moderation.help.helplines import Country
from moderation.severity import graver
from rooms import paging
from rooms.chat import message, showing
from rooms.chat.views import Author
from rooms.command import SEQ_MAX, Command, Cursor, Nonce, Result
from rooms.cursor import from_cursor, position, to_cursor
from rooms.permissions import Action, allows
from rooms.refusal import Refusal
from rooms.words import Said, mark

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from moderation.cases.card import Duty
    from moderation.screening import Hear
    from rooms.people.person import Actor
    from rooms.words import Say
    from rooms.work import Reader, Row, Work

SOMEONE_HAS_IT = mark(
    "{handle} has read what you wrote, and is told that you asked. The people below are outside "
    "this site; you can reach them without waiting for us."
)
SOMEONE_ON_DUTY = mark(
    "Your request is kept, and somebody is on duty who is told of it now. You see here who has it "
    "as soon as somebody does. The people below are outside this site; you can reach them without "
    "waiting for us."
)
NOBODY_ON_DUTY = mark(
    "Nobody is on duty right now. We have kept your request, and a moderator can read it. "
    "The people below are outside this site; you can reach them without waiting for us."
)
KEPT_A_MINUTE = 10
"""Requests of one person that are kept within a minute; more of them are answered like these."""
_A_MINUTE_MS = 60_000
_REQUESTS_PER_PAGE = 50
_AFTER_ALL_IDS = "~"


class AskForHelp(Command, frozen=True, kw_only=True):
    """I need to talk."""

    nonce: Nonce
    words: str = ""
    """However many fit a frame: this is never refused."""


class HelpAnswer(Result, frozen=True, kw_only=True):
    """What is true now. `on_duty` counts those of us who are there and can be reached; without
    one, `next_duty_at` tells when the next of us is, if that is known.

    The outside lines are the same file that the page holds offline; clients show the country that
    was chosen on the device.
    """

    help_id: str
    asked_at: int
    on_duty: int
    next_duty_at: int | None
    message: str
    outside: list[Country]

    def said(self, say: Say) -> Self:
        """The same, its words in the language of the site."""
        return msgspec.structs.replace(self, message=say(self.message))


class ListHelp(Command, frozen=True, kw_only=True):
    """Who asked for a person, newest first: moderators, and never one's own."""

    cursor: Cursor | None = None


class HelpView(Result, frozen=True, kw_only=True):
    """Someone asked for a person."""

    help_id: str
    asked_at: int
    person: Author
    words: str


class HelpPage(Result, frozen=True, kw_only=True):
    """A page of requests, newest first."""

    requests: list[HelpView]
    cursor: str | None


def ask(
    work: Work,
    actor: Actor,
    command: AskForHelp,
    *,
    outside: Callable[[Reader], Sequence[Country]],
    duty: Duty,
    hear: Hear,
) -> HelpAnswer:
    """Keep the request and tell the moderators. Nothing in it is a reason to refuse."""
    assert allows(actor, Action.ASK_FOR_HELP)
    help_id, asked_at = _kept(work, actor, command, hear)
    there = len(duty.on_duty(work, about=actor.user_id))
    return HelpAnswer(
        help_id=help_id,
        asked_at=asked_at,
        on_duty=there,
        next_duty_at=None if there else duty.next_shift(work, about=actor.user_id),
        message=_words(work, actor, there),
        outside=list(outside(work)),
    )


def _words(reader: Reader, actor: Actor, there: int) -> str:
    """Who has it is said only of somebody who took it on."""
    case = case_store.running(reader.sql, actor.user_id)
    helper = someone(reader, None if case is None else case.owner_id)
    if helper is not None:
        return str(Said(SOMEONE_HAS_IT, handle=helper.handle))
    return SOMEONE_ON_DUTY if there else NOBODY_ON_DUTY


def list_help(reader: Reader, actor: Actor, command: ListHelp) -> HelpPage:
    """Who asked for a person, newest first, without what the reader asked."""
    if not allows(actor, Action.LIST_HELP):
        raise Refusal("forbidden")
    before_at, before_id = SEQ_MAX, _AFTER_ALL_IDS
    if command.cursor is not None:
        at, before_id = from_cursor(command.cursor, 2)
        before_at = position(at)
    rows = reader.sql.all(
        store.NEWEST,
        reader_id=actor.user_id,
        before_at=before_at,
        before_id=before_id,
        limit=_REQUESTS_PER_PAGE + 1,
    )
    requests = paging.fitting(map(_view, rows[:_REQUESTS_PER_PAGE]))
    more = len(requests) < len(rows)
    last = requests[-1] if more else None
    return HelpPage(
        requests=requests,
        cursor=None if last is None else to_cursor(last.asked_at, last.help_id),
    )


def _kept(work: Work, actor: Actor, command: AskForHelp, hear: Hear) -> tuple[str, int]:
    """The request as it was kept first: a retry may bring other words, and is no other request."""
    known = work.sql.one(store.KNOWN, person_id=actor.user_id, nonce=command.nonce)
    if known is not None:
        return known[0], known[1]
    oldest_counted = work.sql.one(
        store.NTH_NEWEST_OF, person_id=actor.user_id, skipped=KEPT_A_MINUTE - 1
    )
    if oldest_counted is not None and oldest_counted[1] > work.now - _A_MINUTE_MS:
        # Never refused; but the people who follow up have heard it, this often in one minute.
        newest = work.sql.one(store.NTH_NEWEST_OF, person_id=actor.user_id, skipped=0)
        assert newest is not None
        _keep_if_graver(work, actor, _reason(work, actor, message.mended(command.words), hear))
        return newest[0], newest[1]
    help_id = work.new_id()
    stored = work.sql.one(
        store.INSERT,
        help_id=help_id,
        person_id=actor.user_id,
        nonce=command.nonce,
        words=message.mended(command.words),
        now=work.now,
    )
    if stored is None:
        known = work.sql.one(store.KNOWN, person_id=actor.user_id, nonce=command.nonce)
        assert known is not None
        return known[0], known[1]
    opening.flag(work, actor.user_id, _reason(work, actor, message.mended(command.words), hear))
    answering.wish(work, actor.user_id)
    work.emit(HelpAsked(about=actor.user_id, help_id=help_id))
    return help_id, work.now


def _keep_if_graver(work: Work, actor: Actor, reason: Reason) -> None:
    """However often somebody asked: what makes it graver is told, and is a flag of its own."""
    running = case_store.running(work.sql, actor.user_id)
    if running is not None and graver(running.severity, reason.severity) is not running.severity:
        opening.flag(work, actor.user_id, reason)


def _reason(work: Work, actor: Actor, words: str, hear: Hear) -> Reason:
    """Asking counts as grave by itself; the words with it can only make it graver."""
    usual = USUAL[Source.HELP_BUTTON]
    heard = hear(work, actor.user_id, words, None) if words else None
    return msgspec.structs.replace(
        heard or Reason(source=Source.HELP_BUTTON, severity=usual),
        source=Source.HELP_BUTTON,
        severity=usual if heard is None else graver(usual, heard.severity),
        body=words,
        raised_by=actor.user_id,
    )


def _view(row: Row) -> HelpView:
    help_id, asked_at, person_id, handle, role, words = row
    return HelpView(
        help_id=help_id,
        asked_at=asked_at,
        person=showing.author(person_id, handle, role, None),
        words=words,
    )
