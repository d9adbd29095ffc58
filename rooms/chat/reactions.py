"""Small kindnesses under a message. Must never become a score of people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from rooms.chat import access, log, log_store, names, reaction_store, room_store, showing
from rooms.chat.events import MessageReacted
from rooms.chat.views import Author
from rooms.command import Command, Cursor, Nothing, Result
from rooms.cursor import from_cursor, to_cursor
from rooms.permissions import Action
from rooms.refusal import Refusal

if TYPE_CHECKING:
    from rooms.chat.rows import Head, Said
    from rooms.people.person import Actor
    from rooms.work import Reader, Work

Reaction = Literal["heart", "hug", "thanks", "strength", "me_too", "well_done"]
"""The whole set: kind ones, so that nobody can be voted down."""

GATHER_MS = 1000
"""Reactions to one message are announced at most this often."""

_ANNOUNCED_AT_ONCE = 100
_PEOPLE_PER_PAGE = 100


class React(Command, frozen=True, kw_only=True):
    """Give or take back one reaction."""

    message_id: str
    reaction: Reaction
    on: bool


class ListReactions(Command, frozen=True, kw_only=True):
    """Who reacted."""

    message_id: str
    cursor: Cursor | None = None


class GivenReaction(Result, frozen=True, kw_only=True):
    """One reaction and who gave it."""

    reaction: Reaction
    person: Author


class ReactionPage(Result, frozen=True, kw_only=True):
    """A page of who reacted, in no order that tells who was first."""

    reactions: list[GivenReaction]
    cursor: str | None


def react(work: Work, actor: Actor, command: React) -> Nothing:
    """Give or take back a reaction; the room hears of it at once or within the second."""
    door, said = access.message_for_change(work, actor, command.message_id)
    door.demand(Action.REACT, field="message_id")
    door.demand_voice(work.now)
    if said.state != "posted":
        raise Refusal("not_found", field="message_id")
    change = reaction_store.give if command.on else reaction_store.take_back
    if not change(work.sql, said.message_id, actor.user_id, command.reaction):
        return Nothing()
    if command.on:
        names.note_seen(work, said.room_id, said.seq, [actor.user_id])
    counts = showing.counts(said.reactions)
    counts[command.reaction] = counts.get(command.reaction, 0) + (1 if command.on else -1)
    text = showing.counts_text(counts)
    work.sql.run(reaction_store.SET_COUNTS, of_message_id=said.message_id, counts=text)
    due_at = said.reacted_at + GATHER_MS
    if due_at <= work.now:
        _announce(work, door.room, said._replace(reactions=text))
    else:
        work.sql.run(
            reaction_store.POSTPONE,
            message_id=said.message_id,
            room_id=said.room_id,
            due_at=due_at,
        )
    return Nothing()


def announce_due(work: Work) -> int:
    """Tell the rooms what gathered within the last second; how many messages that were."""
    due = work.sql.all(reaction_store.DUE, now=work.now, limit=_ANNOUNCED_AT_ONCE)
    # Rooms are always locked in the same order, so that two of us never wait for each other.
    for room_id, message_id in sorted(due):
        room = room_store.lock(work.sql, room_id)
        said = log_store.said(work.sql, message_id)
        if room is not None and said is not None and said.state == "posted":
            _announce(work, room, said)
        else:
            work.sql.run(reaction_store.DONE, of_message_id=message_id)
    return len(due)


def list_reactions(reader: Reader, actor: Actor, command: ListReactions) -> ReactionPage:
    """Who reacted to a message that the actor may read."""
    door, said = access.message_for_reading(reader, actor, command.message_id)
    user_id, name = from_cursor(command.cursor, 2) if command.cursor is not None else ("", "")
    rows = reaction_store.given(
        reader.sql,
        said.room_id,
        said.message_id,
        viewer_id=door.viewer_id,
        after=(user_id, name),
        limit=_PEOPLE_PER_PAGE + 1,
    )
    shown = rows[:_PEOPLE_PER_PAGE]
    return ReactionPage(
        reactions=[
            GivenReaction(reaction=reaction, person=showing.author(user_id, handle, role, relation))
            for user_id, reaction, handle, role, relation in shown
        ],
        cursor=to_cursor(shown[-1][0], shown[-1][1]) if len(rows) > len(shown) else None,
    )


def _announce(work: Work, room: Head, said: Said) -> None:
    work.sql.run(reaction_store.DONE, of_message_id=said.message_id)
    work.sql.run(reaction_store.SET_REACTED, of_message_id=said.message_id, now=work.now)
    seq = log.append(work, room, showing.REACTED, said.message_id)
    reacted = MessageReacted(
        room_id=room.room_id,
        epoch=work.epoch,
        seq=seq,
        at=work.now,
        message_id=said.message_id,
        reactions=showing.counts(said.reactions),
    )
    work.emit(access.told(room, reacted, said.author_id))
