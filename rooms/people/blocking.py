"""Who is kept apart from whom: both directions, whoever asked for it.

Must never tell the one who is blocked, nor let them find out by an answer that differs.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from rooms.people import blocking_store, store
from rooms.people.events import YourBlocks
from rooms.people.person import Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rooms.people.person import Actor
    from rooms.work import Reader, Work

BLOCKS_MAX = 500
"""How many people one person can block."""

_AROUND_MAX = 20_000
"""More people than any house of ours has: it only bounds the query."""
_PER_PAGE = 1000


def set_block(work: Work, blocker_id: str, blocked_id: str, on: bool) -> None:
    """Keep two people apart, or no longer; the same again changes nothing and tells nobody."""
    if on:
        if store.by_id(work.sql, blocked_id) is None or store.by_id(work.sql, blocker_id) is None:
            return
        changed = work.sql.run(blocking_store.PUT, blocker_id=blocker_id, blocked_id=blocked_id)
    else:
        changed = work.sql.run(
            blocking_store.DROP, of_blocker_id=blocker_id, of_blocked_id=blocked_id
        )
    if changed:
        told = YourBlocks(user_id=blocker_id, blocks=number(blocked_by(work, blocker_id)))
        work.emit(told.about(blocked_id, on))


def blocked_by(reader: Reader, user_id: str) -> list[str]:
    """Whom this person blocks."""
    rows = reader.sql.all(blocking_store.MINE, user_id=user_id, limit=BLOCKS_MAX)
    return [blocked_id for (blocked_id,) in rows]


def number(blocked: Iterable[str]) -> int:
    """Another number whenever it is another list; 0 for none."""
    listed = " ".join(sorted(blocked))
    if not listed:
        return 0
    return 1 + int.from_bytes(hashlib.blake2b(listed.encode(), digest_size=6).digest(), "big")


def hidden_from(reader: Reader, user_id: str) -> frozenset[str]:
    """Everyone who is kept apart from this person, whoever asked for it."""
    rows = reader.sql.all(blocking_store.AROUND, user_id=user_id, limit=_AROUND_MAX)
    return frozenset(other_id for (other_id,) in rows)


def unseen_by(reader: Reader, actor: Actor) -> frozenset[str]:
    """Whose words and name the actor does not get."""
    return frozenset() if sees_everyone(actor.powers) else hidden_from(reader, actor.user_id)


def is_unseen(reader: Reader, actor: Actor, author_id: str) -> bool:
    """Whether this one person's words are kept from the actor."""
    if sees_everyone(actor.powers) or author_id == actor.user_id:
        return False
    found = reader.sql.one(blocking_store.APART, user_id=actor.user_id, other_id=author_id)
    return found is not None


def viewer_id(actor: Actor) -> str:
    """What statements with `blocking_store.not_apart` take for this reader."""
    return "" if sees_everyone(actor.powers) else actor.user_id


def sees_everyone(powers: Role) -> bool:
    """Moderators follow up: nothing is kept from them, whoever blocks whom."""
    return powers is Role.MODERATOR


def all_blocks(reader: Reader) -> Iterator[tuple[str, str]]:
    """Who blocks whom, everyone: for the process that keeps them apart on live screens."""
    after = ("", "")
    while True:
        rows = reader.sql.all(
            blocking_store.EVERYONE,
            after_blocker=after[0],
            after_blocked=after[1],
            limit=_PER_PAGE,
        )
        yield from ((blocker_id, blocked_id) for blocker_id, blocked_id in rows)
        if len(rows) < _PER_PAGE:
            return
        after = (rows[-1][0], rows[-1][1])
