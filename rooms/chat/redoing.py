"""Doing again, by id alone, what was done to messages before an older copy of the store came back.

Whoever calls knows that it was decided; nobody watches, so nothing is announced. Must never bring
a word back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rooms.chat import log, log_store, pin_store, room_store, saving, showing

if TYPE_CHECKING:
    from rooms.chat.rows import Head, Said
    from rooms.work import Work


def take_back(work: Work, message_id: str) -> bool:
    """The words of a message go for good; False when there are none any more."""
    found = _held(work, message_id)
    # Not by its state: whoever is leaving shows tombstones, and may yet take that back.
    if found is None or not found[1].body:
        return False
    room, said = found
    seq = log.append(work, room, showing.DELETED, message_id)
    work.sql.run(log_store.WIPE, of_message_id=message_id, seq=seq)
    work.sql.run(log_store.UNMENTION, of_room_id=said.room_id, of_seq=said.seq)
    saving.let_go(work, said)
    work.sql.run(pin_store.DROP, of_room_id=said.room_id, of_seq=said.seq)
    return True


def hide(work: Work, message_id: str, reason: str) -> bool:
    """A message goes out of sight; False when it is, or has no words any more."""
    found = _held(work, message_id)
    if found is None or not found[1].body or found[1].state == "hidden":
        return False
    room, said = found
    seq = log.append(work, room, showing.HIDDEN, message_id)
    work.sql.run(log_store.HIDE, of_message_id=message_id, reason=reason, seq=seq)
    work.sql.run(log_store.UNMENTION, of_room_id=said.room_id, of_seq=said.seq)
    saving.let_go(work, said)
    work.sql.run(pin_store.DROP, of_room_id=said.room_id, of_seq=said.seq)
    return True


def _held(work: Work, message_id: str) -> tuple[Head, Said] | None:
    """Rooms are locked before messages."""
    said = log_store.said(work.sql, message_id)
    room = None if said is None else room_store.lock(work.sql, said.room_id)
    return None if said is None or room is None else (room, said)
