"""Being worried about someone, which is no report: it opens a case quietly, as another reason.

Must never reach the author of the words, nor tell who worried to anyone but those who follow up;
and must never tell whoever worried more than that someone has this.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final

import msgspec

from moderation.cases import card, card_store, opening, timeline
from moderation.cases.opening import USUAL, Reason, Source
from rooms.chat import access, message
from rooms.command import Command, Nonce, Nothing
from rooms.permissions import Action, allows
from rooms.refusal import Refusal

if TYPE_CHECKING:
    from rooms.people.person import Actor
    from rooms.work import Work

NOTE_MAX_CHARS: Final = 1000


class WorryAbout(Command, frozen=True, kw_only=True):
    """I am worried about whoever wrote this: somebody should ask how they are. Not a report.

    Its author is never told. When someone has it I hear that, and nothing else.
    """

    message_id: str
    nonce: Nonce
    note: Annotated[str, msgspec.Meta(max_length=NOTE_MAX_CHARS)] = ""


def worry(work: Work, actor: Actor, command: WorryAbout) -> Nothing:
    """Another's words, as they stand now, are a reason to ask how they are."""
    if not allows(actor, Action.REPORT):
        raise Refusal("forbidden")
    content_hash = message.digest(command.message_id, command.note)
    # First of all: a retry gets the same answer even if the message is gone by now.
    if _known(work, actor, command.nonce, content_hash):
        return Nothing()
    _, said = access.message_to_report(work, actor, command.message_id)
    if said.author_id == actor.user_id:
        raise Refusal("forbidden", field="message_id")
    if said.state != "posted":
        raise Refusal("not_found", field="message_id")
    note = message.clean_text(command.note, NOTE_MAX_CHARS, field="note")
    reason = Reason(
        source=Source.CONCERN,
        severity=USUAL[Source.CONCERN],
        room_id=said.room_id,
        message_id=said.message_id,
        seq=said.seq,
        body=said.body,
        warning=said.warning,
        raised_by=actor.user_id,
    )
    case = opening.flag(work, said.author_id, reason)
    stored = work.sql.one(
        card_store.ADD_CONCERN,
        concern_id=work.new_id(),
        person_id=actor.user_id,
        nonce=command.nonce,
        content_hash=content_hash,
        now=work.now,
        message_id=said.message_id,
        of_case_id=case.case_id,
    )
    if stored is None:
        _known(work, actor, command.nonce, content_hash)
        return Nothing()
    if note.strip():
        timeline.note(work, case, actor.user_id, "concern", words=note)
    # Somebody may have it already.
    card.changed(work, case)
    return Nothing()


def _known(work: Work, actor: Actor, nonce: str, content_hash: bytes) -> bool:
    """True when this very concern was told before."""
    row = work.sql.one(card_store.KNOWN_CONCERN, person_id=actor.user_id, nonce=nonce)
    if row is not None and row[0] != content_hash:
        raise Refusal("idempotency_conflict", field="nonce")
    return row is not None
