"""Forgetting what a room keeps no longer. Must never forget more than the oldest part of a log.

A step is small and leaves everything whole, so that the sweep can stop after any of them and go
on where it was. Reports keep their own copy of what was reported.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from rooms.chat import name_store, saved_store
from rooms.chat import retention_store as store

if TYPE_CHECKING:
    from rooms.work import Work

ENTRIES_PER_STEP = 60
"""Each entry can bring a message and a due announcement with it: at most some 200 rows."""

ROWS_PER_STEP = 200


def step(work: Work, cursor: str) -> str | None:
    """Forget a little; the cursor of the next step, or None when the round is done.

    The cursor is the last room that the round is done with: '' before the first one.
    """
    if cursor == "" and work.sql.run(store.FORGET_LEFT, now=work.now, limit=ROWS_PER_STEP):
        return cursor
    row = work.sql.one(store.NEXT_ROOM, after=cursor, now=work.now)
    if row is None:
        return None
    room_id = str(row[0])
    return room_id if _forget_some(work, room_id) else cursor


def _forget_some(work: Work, room_id: str) -> bool:
    """Forget a part of what is too old in a room; True when nothing of it is left."""
    keeps = work.sql.one(store.KEEPS, room_id=room_id)
    assert keeps is not None
    first_seq, retention_days = keeps
    cutoff = work.now - retention_days * store.DAY_MS
    oldest = work.sql.all(
        store.OLDEST, room_id=room_id, first_seq=first_seq, limit=ENTRIES_PER_STEP
    )
    gone = [seq for seq, _ in takewhile(lambda entry: entry[1] < cutoff, oldest)]
    if not gone:
        return True
    upto = {"of_room_id": room_id, "last_gone": gone[-1]}
    for hanging_on in (
        store.FORGET_REACTIONS,
        store.FORGET_MENTIONS,
        saved_store.FORGET_UP_TO,
        name_store.FORGET_SEEN,
    ):
        # A message goes when nothing hangs on it any more.
        if work.sql.run(hanging_on, **upto, limit=ROWS_PER_STEP):
            return False
    work.sql.run(store.FORGET_DUE, **upto)
    work.sql.run(store.FORGET_PINS, **upto)
    work.sql.run(store.FORGET_MESSAGES, **upto)
    work.sql.run(store.FORGET_ENTRIES, **upto)
    work.sql.run(store.MOVE_FIRST, **upto)
    return len(gone) < len(oldest)
