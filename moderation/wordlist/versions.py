"""The versions of the list: what is in force, what was, and how a new one is made.

Must never change a version that was made: going back makes another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from moderation.events import WordListChanged
from moderation.wordlist import store
from moderation.wordlist.changes import CHANGED_MAX, Kept, TermChange
from rooms.refusal import Refusal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rooms.work import Reader, Work

Deltas = dict[str, TermChange | None]
"""What a version changes; None: as it came."""

_ROWS: Final = 2 * CHANGED_MAX

_encode = msgspec.json.Encoder().encode


def newest(reader: Reader) -> int:
    """The number of the version in force, 0 for the list as it came."""
    row = reader.sql.one(store.NEWEST)
    return 0 if row is None else int(row[0])


def in_force(reader: Reader) -> Kept:
    """The changes that are in force."""
    return at(reader, newest(reader))


def at(reader: Reader, number: int) -> Kept:
    """The changes as they were in one version."""
    rows = reader.sql.all(store.CHANGES, number=number, limit=_ROWS)
    return Kept(number, {term: read(change) for term, change in rows})


def read(change: str) -> TermChange:
    """A change as it is kept."""
    return msgspec.json.decode(change, type=TermChange)


def written(change: TermChange | None) -> str:
    """A change as it is kept; empty: as it came."""
    return "" if change is None else _encode(change).decode()


def with_deltas(kept: Kept, deltas: Deltas) -> Kept:
    """What the next version would be."""
    changes: Mapping[str, TermChange | None] = {**kept.changes, **deltas}
    return Kept(
        kept.number + 1,
        {term: change for term, change in sorted(changes.items()) if change is not None},
    )


def between(now: Kept, wanted: Kept) -> Deltas:
    """What leads from one to the other."""
    return {
        term: wanted.changes.get(term)
        for term in sorted({*now.changes, *wanted.changes})
        if now.changes.get(term) != wanted.changes.get(term)
    }


def changed_in(reader: Reader, number: int) -> frozenset[str]:
    """The terms that one version changed."""
    rows = reader.sql.all(store.CHANGED_IN, number=number, limit=_ROWS)
    return frozenset(term for (term,) in rows)


def changed_since(reader: Reader, number: int) -> frozenset[str]:
    """The terms that later versions changed."""
    rows = reader.sql.all(store.CHANGED_SINCE, number=number, limit=_ROWS)
    return frozenset(term for (term,) in rows)


def make(
    work: Work,
    deltas: Deltas,
    *,
    by_id: str,
    proposal_id: str | None,
    undo_until: int | None = None,
    back_to: int | None = None,
) -> int:
    """Make the next version, and have every process take it. Its number.

    Whoever calls has written the deed down before: the end of that chain is held by one at a time,
    so two versions are made one after the other.
    """
    now = in_force(work)
    after = with_deltas(now, deltas)
    if len(after.changes) > CHANGED_MAX:
        raise Refusal("too_many")
    work.sql.run(
        store.ADD_VERSION,
        number=after.number,
        now=work.now,
        by_id=by_id,
        proposal_id=proposal_id,
        undo_until=undo_until,
        back_to=back_to,
    )
    for term, change in deltas.items():
        work.sql.run(store.ADD_CHANGE, number=after.number, term=term, change=written(change))
    work.emit(WordListChanged(number=after.number))
    return after.number
