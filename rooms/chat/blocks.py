"""Wanting nothing more of someone, and whom one has said it of. Must never be told to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rooms.chat import showing
from rooms.chat.views import Author
from rooms.command import Command, Cursor, Nothing, Result
from rooms.cursor import from_cursor, to_cursor
from rooms.people import blocking, blocking_store, registry
from rooms.people import store as people_store
from rooms.people.person import GONE
from rooms.permissions import Action, allows
from rooms.refusal import Refusal

if TYPE_CHECKING:
    from rooms.people.person import Actor
    from rooms.work import Reader, Work

_PEOPLE_PER_PAGE = 100


class BlockPerson(Command, frozen=True, kw_only=True):
    """Keep someone and me apart, or no longer. Neither reads the other; nobody is told."""

    user_id: str
    blocked: bool


class ListBlocks(Command, frozen=True, kw_only=True):
    """Whom I keep apart from me."""

    cursor: Cursor | None = None


class BlockedPage(Result, frozen=True, kw_only=True):
    """A page of the people whom I block, by name."""

    people: list[Author]
    cursor: str | None


def block(work: Work, actor: Actor, command: BlockPerson) -> Nothing:
    """Keep someone and the actor apart, or no longer. It works the same whoever blocks whom."""
    if not allows(actor, Action.BLOCK) or command.user_id == actor.user_id:
        raise Refusal("forbidden", field="user_id")
    people_store.lock(work.sql, actor.user_id)
    state = registry.state_of(work, command.user_id)
    if state is None or state in GONE:
        raise Refusal("not_found", field="user_id")
    if command.blocked:
        blocked = blocking.blocked_by(work, actor.user_id)
        if command.user_id not in blocked and len(blocked) >= blocking.BLOCKS_MAX:
            raise Refusal("too_many", field="user_id")
    blocking.set_block(work, actor.user_id, command.user_id, command.blocked)
    return Nothing()


def list_blocks(reader: Reader, actor: Actor, command: ListBlocks) -> BlockedPage:
    """Whom the actor blocks, by name; whoever is gone is not shown."""
    rows = reader.sql.all(
        blocking_store.LISTED,
        user_id=actor.user_id,
        after=from_cursor(command.cursor, 1)[0] if command.cursor is not None else "",
        limit=_PEOPLE_PER_PAGE + 1,
    )
    shown = rows[:_PEOPLE_PER_PAGE]
    return BlockedPage(
        people=[showing.author(user_id, handle, role, None) for user_id, handle, role, _ in shown],
        cursor=to_cursor(shown[-1][3]) if len(rows) > len(shown) else None,
    )
