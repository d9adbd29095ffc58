"""The shapes in which a case is shown to those who follow up. Must never be sent to a room."""

from __future__ import annotations

import msgspec

from moderation.cases.case import CaseState, Kind, Outcome
from moderation.severity import Severity
from rooms.chat.events import MessagePosted
from rooms.chat.views import Author
from rooms.command import Result


class CaseRow(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the queue.

    `claim_by` is the instant by which somebody should have claimed it, from when the present wait
    began; `owner` has it now, until `lease_until` unless there is activity. `closing` tells that
    its helper proposes the `outcome` and a second person is asked. `attempts` counts how often the
    person could not be reached. `room_id` is the talk with them: for whoever is in it alone.
    `source` is what made it as grave as it is. `wants_contact` is what they answered when asked
    whether one of us should write; None: nothing.
    """

    case_id: str
    kind: Kind
    state: CaseState
    severity: Severity
    category: str
    source: str
    person: Author
    opened_at: int
    newest_at: int
    flags: int
    waits_from: int
    claim_by: int
    contact_by: int
    owner: Author | None
    lease_until: int | None
    contacted_at: int | None
    handed_to: Author | None
    relief_wanted: bool
    closing: bool
    attempts: int
    standing_by: Author | None
    room_id: str | None
    outcome: Outcome | None
    resolved_at: int | None
    resolved_by: Author | None
    solo: bool
    follow_up_at: int | None
    follow_up: bool
    wants_contact: bool | None


class CasePage(Result, frozen=True, kw_only=True):
    """A page of cases: running ones gravest first, closed ones newest first."""

    cases: list[CaseRow]
    cursor: str | None


class CaseCount(Result, frozen=True, kw_only=True):
    """How many run, by severity; of whom and why is for those who follow up."""

    waiting: dict[str, int]
    held: dict[str, int]


class HitView(msgspec.Struct, frozen=True, kw_only=True):
    """Where a term was heard: `start` and `end` are UTF-16 units of the shown words."""

    term: str
    category: str
    start: int
    end: int
    severity: Severity
    why: list[str]
    in_warning: bool


class FlagView(msgspec.Struct, frozen=True, kw_only=True):
    """One reason to look, with the words as they stood and where in them it was heard."""

    flag_id: str
    source: str
    at: int
    severity: Severity
    category: str
    room_id: str | None
    room_name: str | None
    message_id: str | None
    seq: int | None
    body: str
    warning: str | None
    hits: list[HitView]
    list_version: str | None
    fault: str | None
    raised_by: Author | None
    verdict: str | None


class EntryView(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a case's timeline; without an `actor` it was the clock or software."""

    number: int
    at: int
    actor: Author | None
    what: str
    detail: str
    note: str | None


class PastCase(msgspec.Struct, frozen=True, kw_only=True):
    """An earlier case of the same person."""

    case_id: str
    opened_at: int
    severity: Severity
    category: str
    outcome: Outcome | None
    resolved_at: int | None


class PersonCard(msgspec.Struct, frozen=True, kw_only=True):
    """What those who follow up may know of a person, and nothing else."""

    person: Author
    since: int
    state: str
    past: list[PastCase]
    sanctions: list[PastSanction]


class PastSanction(msgspec.Struct, frozen=True, kw_only=True):
    """What was decided about them before."""

    kind: str
    reason: str
    given_at: int
    until: int | None
    lifted_at: int | None


class OpenedCase(Result, frozen=True, kw_only=True):
    """A case with its reasons, newest first, a few lines around the newest, and its timeline."""

    case: CaseRow
    flags: list[FlagView]
    more_flags: bool
    context: list[MessagePosted]
    entries: list[EntryView]
    card: PersonCard


class WidenedCase(Result, frozen=True, kw_only=True):
    """More lines around one reason, and whether there are still more on either side."""

    messages: list[MessagePosted]
    older: bool
    newer: bool


class CaseClosed(Result, frozen=True, kw_only=True):
    """The case as it stands now. `debrief`: it was a hard one, and a note for oneself may help."""

    case: CaseRow
    debrief: bool


class CaseAnswer(Result, frozen=True, kw_only=True):
    """The case as it stands now."""

    case: CaseRow
