"""What was said: pages, and everything after a position. Never what came before a join."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from rooms import paging
from rooms.chat import access, log_store, pin_store, room_store, saved_store, showing
from rooms.chat.events import LogEntry, MessagePosted
from rooms.command import Command, Limit, Result, Seq, page_size

if TYPE_CHECKING:
    from rooms.chat.access import Door
    from rooms.chat.rows import Head, Logged
    from rooms.people.person import Actor
    from rooms.work import Reader, Work

GAP_MAX = 500
"""A client further behind than this starts from the newest messages."""


class LogSince(Command, frozen=True, kw_only=True):
    """Everything after a position."""

    room_id: str
    epoch: str
    seq: Seq
    limit: Limit = 100


class Since(Result, frozen=True, kw_only=True, omit_defaults=True):
    """Entries in order; or `reset`: forget what you have and open the room anew."""

    epoch: str = ""
    entries: list[LogEntry] = msgspec.field(default_factory=list)
    head: int = 0
    more: bool = False
    reset: bool = False


class LogBefore(Command, frozen=True, kw_only=True):
    """The messages before a position, newest last, as they are now."""

    room_id: str
    seq: Seq
    limit: Limit = 50


class LogAfter(Command, frozen=True, kw_only=True):
    """The messages after a position, oldest first, as they are now."""

    room_id: str
    seq: Seq
    limit: Limit = 50


class LogAround(Command, frozen=True, kw_only=True):
    """A message, or its tombstone, with what was said before and after it, as it is now."""

    message_id: str
    limit: Limit = 50


class Page(Result, frozen=True, kw_only=True):
    """Messages in the order they were said. `my_reactions` maps a message to what I gave it,
    `my_saved` are those that I keep for myself.

    `head` is the log's newest position when this was read: a client that has gone further by then
    asks once more.
    """

    messages: list[MessagePosted]
    more: bool
    head: int
    my_reactions: dict[str, list[str]]
    my_saved: list[str]


class Around(Result, frozen=True, kw_only=True):
    """The same for both directions: whether there are `older` and `newer` ones than these."""

    messages: list[MessagePosted]
    older: bool
    newer: bool
    head: int
    my_reactions: dict[str, list[str]]
    my_saved: list[str]


def since(reader: Reader, actor: Actor, command: LogSince) -> Since:
    """What a client has missed, or that it has to start anew."""
    door = access.room_for_reading(reader, actor, command.room_id)
    if is_lost(reader, door, command.epoch, command.seq):
        return Since(epoch=reader.epoch, head=door.room.last_seq, reset=True)
    entries, more = entries_after(reader, door, command.seq, page_size(command.limit))
    return Since(epoch=reader.epoch, entries=entries, head=door.room.last_seq, more=more)


def before(reader: Reader, actor: Actor, command: LogBefore) -> Page:
    """Older messages, as they are now."""
    door = access.room_for_reading(reader, actor, command.room_id)
    messages, more = messages_before(reader, door, command.seq, page_size(command.limit))
    return _page(reader, door, messages, more)


def after(reader: Reader, actor: Actor, command: LogAfter) -> Page:
    """Newer messages, as they are now."""
    door = access.room_for_reading(reader, actor, command.room_id)
    messages, more = messages_after(reader, door, command.seq, page_size(command.limit))
    return _page(reader, door, messages, more)


def around(reader: Reader, actor: Actor, command: LogAround) -> Around:
    """A message in its context, however old it is."""
    door, said = access.message_in_log(reader, actor, command.message_id)
    limit, bytes_each = page_size(command.limit), paging.LIST_MAX_BYTES // 2
    half = (limit + 1) // 2
    earlier, older = messages_before(reader, door, said.seq + 1, half, bytes_each)
    later, newer = messages_after(reader, door, said.seq, limit - half, bytes_each)
    messages = earlier + later
    return Around(
        messages=messages,
        older=older,
        newer=newer,
        head=door.room.last_seq,
        my_reactions=my_reactions(reader, door, messages),
        my_saved=my_saved(reader, door, messages),
    )


def append(work: Work, room: Head, kind: str, message_id: str | None) -> int:
    """Take the next position in the log of a locked room."""
    seq = room.last_seq + 1
    room_store.advance(work.sql, room.room_id, seq, posts=0)
    log_store.append(work.sql, room.room_id, seq, kind, message_id, work.now)
    return seq


def is_lost(reader: Reader, door: Door, epoch: str, seq: int) -> bool:
    """True for a position from which a client can't go on by itself.

    It is of another incarnation of the store, ahead of the log, too far behind, before what is
    still kept, or before where this reader's reading begins.
    """
    room = door.room
    return (
        epoch != reader.epoch
        or seq > room.last_seq
        or room.last_seq - seq > GAP_MAX
        or seq < room.first_seq - 1
        or seq < door.from_seq
    )


def entries_after(
    reader: Reader,
    door: Door,
    seq: int,
    limit: int,
    max_bytes: int = paging.LIST_MAX_BYTES,
) -> tuple[list[LogEntry], bool]:
    """The next entries of a log, and whether there are more."""
    room = door.room
    rows = log_store.since(reader.sql, room.room_id, after=seq, head=room.last_seq, limit=limit)
    changed = any(row.kind == showing.CHANGED for row in rows)
    view = None
    if changed:
        known = room_store.by_id(reader.sql, room.room_id)
        view = pin_store.with_pins(reader.sql, known, door.viewer_id)
    apart = door.unseen(reader)

    def shown(row: Logged) -> LogEntry:
        entry = showing.entry(room.room_id, reader.epoch, row, from_seq=door.from_seq, room=view)
        # The position stays: a log without a gap tells nobody whom they are kept apart from.
        hidden = row.message is not None and row.message.author_id in apart
        return entry.without(apart) if hidden else entry

    entries = paging.fitting(map(shown, rows), max_bytes)
    return entries, bool(entries) and entries[-1].seq < room.last_seq


def messages_before(
    reader: Reader,
    door: Door,
    seq: int,
    limit: int,
    max_bytes: int = paging.LIST_MAX_BYTES,
) -> tuple[list[MessagePosted], bool]:
    """The messages before a position, newest last, and whether there are older ones."""
    room = door.room
    rows = log_store.before(
        reader.sql,
        room.room_id,
        before=seq,
        from_seq=door.from_seq,
        limit=limit + 1,
        apart_from=door.actor.user_id if door.unseen(reader) else "",
    )
    messages = paging.fitting(
        (showing.posted(room.room_id, reader.epoch, row) for row in rows[:limit]), max_bytes
    )
    more = len(messages) < len(rows)
    messages.reverse()
    return messages, more


def messages_after(
    reader: Reader,
    door: Door,
    seq: int,
    limit: int,
    max_bytes: int = paging.LIST_MAX_BYTES,
) -> tuple[list[MessagePosted], bool]:
    """The messages after a position, oldest first, and whether there are newer ones."""
    room = door.room
    rows = log_store.after(
        reader.sql,
        room.room_id,
        after=max(seq, door.from_seq),
        limit=limit + 1,
        apart_from=door.actor.user_id if door.unseen(reader) else "",
    )
    messages = paging.fitting(
        (showing.posted(room.room_id, reader.epoch, row) for row in rows[:limit]), max_bytes
    )
    return messages, len(messages) < len(rows)


def my_reactions(reader: Reader, door: Door, messages: list[MessagePosted]) -> dict[str, list[str]]:
    """What the reader gave to each of these messages."""
    found: dict[str, list[str]] = {}
    if not messages:
        return found
    rows = reader.sql.all(
        log_store.MY_REACTIONS,
        room_id=door.room.room_id,
        low=messages[0].seq,
        high=messages[-1].seq,
        user_id=door.actor.user_id,
    )
    on_page = {message.message_id for message in messages}
    for message_id, reaction in rows:
        if message_id in on_page:
            found.setdefault(message_id, []).append(reaction)
    return found


def _page(reader: Reader, door: Door, messages: list[MessagePosted], more: bool) -> Page:
    return Page(
        messages=messages,
        more=more,
        head=door.room.last_seq,
        my_reactions=my_reactions(reader, door, messages),
        my_saved=my_saved(reader, door, messages),
    )


def my_saved(reader: Reader, door: Door, messages: list[MessagePosted]) -> list[str]:
    """Which of these messages the reader keeps for themselves."""
    if not messages:
        return []
    rows = reader.sql.all(
        saved_store.AMONG,
        user_id=door.actor.user_id,
        room_id=door.room.room_id,
        low=messages[0].seq,
        high=messages[-1].seq,
    )
    kept = {seq for (seq,) in rows}
    return [message.message_id for message in messages if message.seq in kept]


def first_seq_since(reader: Reader, room: Head, instant: int) -> int:
    """The first position written at or after an instant: bisection, for the log has no gaps."""
    low, high = room.first_seq, room.last_seq + 1
    while low < high:
        middle = (low + high) // 2
        at = log_store.at(reader.sql, room.room_id, middle)
        if at is None or at < instant:
            low = middle + 1
        else:
            high = middle
    return low
