"""Messages that someone keeps for themselves. Must never be seen by anybody else.

What is kept is where a message stands, not its words: when it is taken back, hidden or forgotten,
or whoever saved it leaves the room, nothing of it is left.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rooms import paging
from rooms.chat import access, name_store, saved_store, showing
from rooms.chat.events import MessagePosted
from rooms.chat.rows import Shown
from rooms.chat.views import Relation
from rooms.command import SEQ_MAX, Command, Cursor, Nothing, Result
from rooms.cursor import from_cursor, position, to_cursor
from rooms.people import blocking
from rooms.permissions import Action, allows
from rooms.refusal import Refusal

if TYPE_CHECKING:
    from rooms.chat.rows import Said
    from rooms.people.person import Actor
    from rooms.work import Reader, Work

SAVED_MAX: Final = 200
"""How many messages one person can keep."""

_PER_PAGE: Final = 50


class SaveMessage(Command, frozen=True, kw_only=True):
    """Keep a message for myself, or no longer. Nobody is told.

    Where there is no more room, what I can't read any more makes some.
    """

    message_id: str
    on: bool


class ListSaved(Command, frozen=True, kw_only=True):
    """What I keep for myself, as far as I may still read it."""

    cursor: Cursor | None = None


class SavedPage(Result, frozen=True, kw_only=True):
    """Messages as they are now, the one saved last first."""

    messages: list[MessagePosted]
    cursor: str | None


def save(work: Work, actor: Actor, command: SaveMessage) -> Nothing:
    """Keep a message that stands in a room the actor is in, or no longer."""
    door, said = access.message_for_change(work, actor, command.message_id)
    door.demand(Action.SAVE, field="message_id")
    if said.state != "posted":
        raise Refusal("not_found", field="message_id")
    key = {"of_user_id": actor.user_id, "of_room_id": said.room_id, "of_seq": said.seq}
    if not command.on:
        work.sql.run(saved_store.DROP, **key)
        return Nothing()
    if work.sql.one(saved_store.FIND, **key) is not None:
        return Nothing()
    kept, newest = _kept(work, actor)
    if kept >= SAVED_MAX:
        # Nobody can let go by themselves of what they aren't shown.
        work.sql.run(saved_store.LET_GO_UNREADABLE, of_user_id=actor.user_id, **_open_to(actor))
        kept, newest = _kept(work, actor)
    if kept >= SAVED_MAX:
        raise Refusal("too_many", field="message_id")
    work.sql.run(
        saved_store.PUT,
        user_id=actor.user_id,
        room_id=said.room_id,
        seq=said.seq,
        number=newest + 1,
    )
    return Nothing()


def list_saved(reader: Reader, actor: Actor, command: ListSaved) -> SavedPage:
    """What the actor keeps; whatever they may not read now is left out."""
    if not allows(actor, Action.READ, relation=Relation.MEMBER):
        raise Refusal("forbidden")
    below = SEQ_MAX
    if command.cursor is not None:
        below = position(from_cursor(command.cursor, 1)[0])
    rows = reader.sql.all(
        saved_store.READABLE,
        **_open_to(actor),
        below=below,
        limit=_PER_PAGE + 1,
    )
    shown = name_store.shown(reader.sql, [Shown._make(row[:-2]) for row in rows[:_PER_PAGE]])
    messages = paging.fitting(
        showing.posted(row[-2], reader.epoch, each)
        for row, each in zip(rows[:_PER_PAGE], shown, strict=True)
    )
    more = len(messages) < len(rows)
    return SavedPage(
        messages=messages, cursor=to_cursor(rows[len(messages) - 1][-1]) if more else None
    )


def _kept(work: Work, actor: Actor) -> tuple[int, int]:
    """How many messages the actor keeps, and the newest number."""
    row = work.sql.one(saved_store.COUNT, user_id=actor.user_id)
    assert row is not None
    return row[0], row[1]


def _open_to(actor: Actor) -> dict[str, str | int]:
    """What statements take that look for what the actor may read."""
    return {
        "user_id": actor.user_id,
        "from_start": int(allows(actor, Action.READ_FROM_START)),
        "viewer_id": blocking.viewer_id(actor),
    }


def let_go(work: Work, said: Said) -> None:
    """A message of a locked room is gone: nobody keeps it any more."""
    work.sql.run(saved_store.LET_GO, of_room_id=said.room_id, of_seq=said.seq)
