"""What was kept out of sight, or shown as plain text, free again: a person has looked at it.

Each is an entry of the room's log that carries no words: whoever has the message reads it again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rooms import paging
from rooms.chat import (
    access,
    log,
    log_store,
    name_store,
    newcomer_store,
    posting,
    references,
    showing,
)
from rooms.chat.events import MessageEdited, MessagePosted
from rooms.chat.posting import Appended
from rooms.chat.rows import Shown
from rooms.command import Command, Result
from rooms.permissions import Action, allows
from rooms.refusal import Refusal

if TYPE_CHECKING:
    from rooms.chat.access import Door
    from rooms.chat.rows import Said
    from rooms.people.person import Actor
    from rooms.work import Reader, Work

HELD_FOR_MS: Final = 14 * 24 * 3600 * 1000
_HELD_MAX: Final = 50


class ShowMessageAgain(Command, frozen=True, kw_only=True):
    """Bring a message back that was taken out of sight: those who may take it out of sight."""

    message_id: str


class FreeLinks(Command, frozen=True, kw_only=True):
    """Let the addresses in a newcomer's message be links. `vouch`: in all that they write now."""

    message_id: str
    vouch: bool = False


class ListHeld(Command, frozen=True, kw_only=True):
    """Messages of the last fortnight whose addresses wait for a moderator's look, oldest first."""


class HeldMessage(Result, frozen=True, kw_only=True):
    """A message whose addresses are shown as plain text, and where it was said."""

    room_name: str
    message: MessagePosted


class HeldPage(Result, frozen=True, kw_only=True):
    """Messages to look at; `more`: others come when some of these are seen to."""

    held: list[HeldMessage]
    more: bool


def show_again(work: Work, actor: Actor, command: ShowMessageAgain) -> Appended:
    """Bring a message back; what it was answered with by a tap is gone."""
    door, said = access.message_for_change(work, actor, command.message_id)
    posting.demand_hiding(door, actor, said)
    if said.state != "hidden":
        return Appended(seq=said.changed_seq)
    named = [each for each in references.people_in(said.body) if each != said.author_id]
    seq = log.append(work, door.room, showing.EDITED, said.message_id)
    work.sql.run(
        log_store.SHOW_AGAIN,
        of_message_id=said.message_id,
        new_folded=references.folded(said.body),
        new_mentions=" ".join(named),
        seq=seq,
    )
    _announce(work, door, said, seq)
    return Appended(seq=seq)


def free_links(work: Work, actor: Actor, command: FreeLinks) -> Appended:
    """Let addresses be links; a moderator may say that they know whoever wrote them."""
    door, said = access.message_for_change(work, actor, command.message_id)
    posting.demand_hiding(door, actor, said)
    if command.vouch:
        if not allows(actor, Action.BAN):
            raise Refusal("forbidden", field="vouch")
        work.sql.run(newcomer_store.VOUCH, of_user_id=said.author_id, now=work.now)
    if said.state != "posted":
        return Appended(seq=said.changed_seq)
    if not work.sql.run(
        log_store.FREE_LINKS, of_message_id=said.message_id, seq=door.room.last_seq + 1
    ):
        return Appended(seq=said.changed_seq)
    seq = log.append(work, door.room, showing.EDITED, said.message_id)
    _announce(work, door, said, seq)
    return Appended(seq=seq)


def list_held(reader: Reader, actor: Actor, _command: ListHeld) -> HeldPage:
    """What waits for a look, but one's own."""
    if not allows(actor, Action.LIST_REPORTS):
        raise Refusal("forbidden")
    rows = reader.sql.all(
        newcomer_store.HELD,
        reader_id=actor.user_id,
        since=reader.now - HELD_FOR_MS,
        limit=_HELD_MAX + 1,
    )
    places = [row[-2:] for row in rows]
    messages = name_store.shown(reader.sql, [Shown._make(row[:-2]) for row in rows[:_HELD_MAX]])
    held = paging.fitting(
        HeldMessage(room_name=name, message=showing.posted(room_id, reader.epoch, message))
        for (room_id, name), message in zip(places, messages, strict=False)
    )
    return HeldPage(held=held, more=len(held) < len(rows))


def _announce(work: Work, door: Door, said: Said, seq: int) -> None:
    again = MessageEdited(
        room_id=said.room_id,
        epoch=work.epoch,
        seq=seq,
        at=work.now,
        message_id=said.message_id,
        body=None,
        state="posted",
        edited_at=None,
        mentions=[],
    )
    work.emit(access.told(door.room, again, said.author_id))
