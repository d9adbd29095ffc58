"""Wanting nothing more of someone, and whom one has said it of.

Must never be told to them, nor tell a name that the asker can't see: an id is no way to follow
somebody who took another name to get away.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rooms.chat import block_store, showing
from rooms.chat.views import Author
from rooms.command import Command, Cursor, Nothing, Result
from rooms.cursor import from_cursor, position, to_cursor
from rooms.people import blocking, registry
from rooms.people import store as people_store
from rooms.people.person import GONE, Role
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
    """A page of the people whom I block, by name; last, with an empty handle, those whose name I
    can't see any more.
    """

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
        if command.user_id not in blocked:
            _demand_met(work, actor, command.user_id)
            if len(blocked) >= blocking.BLOCKS_MAX:
                raise Refusal("too_many", field="user_id")
    blocking.set_block(work, actor.user_id, command.user_id, command.blocked)
    return Nothing()


def list_blocks(reader: Reader, actor: Actor, command: ListBlocks) -> BlockedPage:
    """Whom the actor blocks; whoever is gone is not shown."""
    after = (-1, "", "")
    if command.cursor is not None:
        nameless, place, user_id = from_cursor(command.cursor, 3)
        after = (position(nameless), place, user_id)
    rows = block_store.listed(
        reader.sql,
        actor.user_id,
        everyone=_finds_anyone(actor),
        after=after,
        limit=_PEOPLE_PER_PAGE + 1,
    )
    shown = rows[:_PEOPLE_PER_PAGE]
    last = shown[-1] if len(rows) > len(shown) else None
    return BlockedPage(
        people=[
            Author(user_id=user_id, handle="", badge="")
            if nameless
            else showing.author(user_id, handle, role, None)
            for user_id, nameless, handle, _, role in shown
        ],
        cursor=None if last is None else to_cursor(last[1], last[3], last[0]),
    )


def _demand_met(reader: Reader, actor: Actor, user_id: str) -> None:
    """Someone of whom the actor knows nothing is not there."""
    if not _finds_anyone(actor) and not block_store.has_met(reader.sql, actor.user_id, user_id):
        raise Refusal("not_found", field="user_id")


def _finds_anyone(actor: Actor) -> bool:
    """Staff can look anyone up by name."""
    return actor.powers is not Role.MEMBER
