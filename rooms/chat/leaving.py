"""What someone said, gave and joined: all of it for themselves, and how it goes when they do.

A wiped message stays as a tombstone in its place, so that a log has no gap. Must never touch what
others said: a name in their words is a reference, and nobody is behind it any more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rooms.chat import leaving_store as store
from rooms.chat import log_store, name_store, reaction_store, references, showing
from rooms.cursor import from_cursor, position, to_cursor
from rooms.leaving import NAME_BYTES, ROWS, Item, Named, Part, Value, part

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rooms.work import Reader, Row, Work

MESSAGES_PER_STEP: Final = 60
"""With the mentions that hang on them: at most some 200 rows."""

_WORDS: Final = ("warning", "body")
"""Where an item has words in which people are named."""


def messages(reader: Reader, user_id: str, cursor: str) -> Part:
    """What they said, room by room, with the words as they are kept."""
    room_id, seq = _place(cursor)
    rows = reader.sql.all(
        store.MESSAGES, user_id=user_id, after_room=room_id, after_seq=seq, limit=ROWS
    )
    return part(rows, _message, keys=2, growth=_growth)


def reactions(reader: Reader, user_id: str, cursor: str) -> Part:
    """The reactions that they gave."""
    message_id, name = from_cursor(cursor, 2) if cursor else ("", "")
    rows = reader.sql.all(
        store.REACTIONS,
        user_id=user_id,
        after_message=message_id,
        after_reaction=name,
        limit=ROWS,
    )
    return part(rows, _reaction, keys=2)


def saved(reader: Reader, user_id: str, cursor: str) -> Part:
    """What they keep for themselves; the words are somebody else's."""
    room_id, seq = _place(cursor)
    rows = reader.sql.all(
        store.SAVED, user_id=user_id, after_room=room_id, after_seq=seq, limit=ROWS
    )
    return part(rows, _kept, keys=2)


def rooms(reader: Reader, user_id: str, cursor: str) -> Part:
    """What they are to each room, and how far they have read."""
    rows = reader.sql.all(store.ROOMS, user_id=user_id, after_room=_room(cursor), limit=ROWS)
    return part(rows, _membership, keys=1)


def rooms_made(reader: Reader, user_id: str, cursor: str) -> Part:
    """The rooms that they opened."""
    rows = reader.sql.all(store.ROOMS_MADE, user_id=user_id, after_room=_room(cursor), limit=ROWS)
    return part(rows, lambda row: {"room_id": row[0], "room": row[1]}, keys=1)


def with_names(reader: Reader, items: list[Item]) -> list[Item]:
    """Things as they are read: other people by the name of now, in words as well."""
    values = [value for item in items for value in item.values()]
    people = [value.user_id for value in values if isinstance(value, Named)]
    names = name_store.names_of(reader.sql, people)
    kept = [str(item.get(name) or "") for item in items for name in _WORDS]
    shown = iter(name_store.with_names(reader.sql, kept))
    read = []
    for item in items:
        now = {name: _shown(value, names) for name, value in item.items()}
        now.update({name: words for name in _WORDS if (words := next(shown))})
        read.append(now)
    return read


def forget_messages(work: Work, user_id: str, cursor: str) -> str | None:
    """Tombstones where their words were, and nobody mentioned by them."""
    room_id, seq = _place(cursor)
    after = {"after_room": room_id, "after_seq": seq}
    rows = work.sql.all(store.SAID_NEXT, user_id=user_id, limit=MESSAGES_PER_STEP, **after)
    if not rows:
        return None
    these = {"of_user_id": user_id, "last_room": rows[-1][0], "last_seq": rows[-1][1], **after}
    if work.sql.run(store.UNSAVE_BY, **these, limit=ROWS):
        # They go when nobody keeps them any more.
        return cursor
    work.sql.run(store.UNPIN_BY, **these)
    work.sql.run(store.UNMENTION_BY, **these)
    work.sql.run(store.WIPE_SAID, **these)
    return to_cursor(*rows[-1])


def forget_reactions(work: Work, user_id: str, _cursor: str) -> str | None:
    """What they gave is taken back; whoever reads the message next sees the count without it."""
    rows = work.sql.all(store.GIVEN_NEXT, user_id=user_id, limit=MESSAGES_PER_STEP)
    for message_id, name in rows:
        said = log_store.said(work.sql, message_id)
        if said is not None:
            counts = showing.counts(said.reactions)
            counts[name] = counts.get(name, 0) - 1
            work.sql.run(
                reaction_store.SET_COUNTS,
                of_message_id=message_id,
                counts=showing.counts_text(counts),
            )
        reaction_store.take_back(work.sql, message_id, user_id, name)
    return "" if rows else None


def forget_places(work: Work, user_id: str, _cursor: str) -> str | None:
    """They are in no room, and nobody waits for them to read anything."""
    for statement in (
        store.FORGET_MENTIONED,
        store.FORGET_SAVED,
        store.FORGET_SEEN,
        store.FORGET_MEMBERSHIPS,
        store.FORGET_MAKING,
    ):
        if work.sql.run(statement, of_user_id=user_id, limit=ROWS):
            return ""
    return None


def _shown(value: Value, names: Mapping[str, str]) -> Value:
    if isinstance(value, Named):
        return Named(value.user_id, names.get(value.user_id, references.SOMEONE))
    return value


def _place(cursor: str) -> tuple[str, int]:
    if not cursor:
        return "", 0
    room_id, seq = from_cursor(cursor, 2)
    return room_id, position(seq)


def _room(cursor: str) -> str:
    return from_cursor(cursor, 1)[0] if cursor else ""


def _message(row: Row) -> Item:
    room_id, _, room, message_id, posted_at, edited_at, state, hidden_reason, *said = row
    reply_to, topics, warning, body = said
    return {
        "message_id": message_id,
        "room_id": room_id,
        "room": room,
        "posted_at": posted_at,
        "edited_at": edited_at,
        "state": state,
        "hidden_reason": hidden_reason,
        "reply_to": reply_to,
        "warning": warning,
        "topics": topics,
        "body": body,
    }


def _growth(row: Row) -> int:
    *_, warning, body = row
    return NAME_BYTES * len(references.people_in(body) + references.people_in(warning or ""))


def _kept(row: Row) -> Item:
    room_id, _, room, message_id = row
    return {"message_id": message_id, "room_id": room_id, "room": room}


def _reaction(row: Row) -> Item:
    message_id, reaction, room = row
    return {"message_id": message_id, "room": room, "reaction": reaction}


def _membership(row: Row) -> Item:
    room_id, room, standing, relation, muted_until, must_ask, *read, muted_for = row
    from_seq, last_read, version = read
    return {
        "room_id": room_id,
        "room": room,
        "standing": standing,
        "relation": relation,
        "muted_until": muted_until,
        "muted_for": muted_for,
        "must_ask": bool(must_ask),
        "from_seq": from_seq,
        "last_read": last_read,
        "guidelines_version": version,
    }
