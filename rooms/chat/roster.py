"""Who is in which room. Must never show others whoever does not show themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rooms.chat import access, membership_store, showing
from rooms.chat.rows import Listed
from rooms.chat.views import MemberView, Relation, RoomKind
from rooms.command import Command, Cursor, Result
from rooms.cursor import from_cursor, to_cursor
from rooms.people.person import State
from rooms.permissions import Action, allows_in_talk

if TYPE_CHECKING:
    from rooms.people.person import Actor
    from rooms.work import Reader

_PEOPLE_PER_PAGE = 100
_ROOMS_OF_MAX = 500


class ListMembers(Command, frozen=True, kw_only=True):
    """Who is in the room, as far as they show themselves; its keepers see everyone."""

    room_id: str
    cursor: Cursor | None = None


class MemberPage(Result, frozen=True, kw_only=True):
    """A page of members by handle. `members` counts everyone who is in."""

    people: list[MemberView]
    members: int
    cursor: str | None


def list_members(reader: Reader, actor: Actor, command: ListMembers) -> MemberPage:
    """Who is in: those who show themselves; to the room's keepers everyone, and who waits."""
    door = access.door(reader, actor, command.room_id)
    door.demand(Action.LIST_MEMBERS)
    keeper = door.may(Action.ADMIT)
    asked = {
        "room_id": door.room.room_id,
        "after": from_cursor(command.cursor, 1)[0] if command.cursor is not None else "",
        "limit": _PEOPLE_PER_PAGE + 1,
    }
    # Whoever keeps the room has to know who is in it and who waits, whomever they keep away from.
    found = (
        reader.sql.all(membership_store.EVERYONE, **asked)
        if keeper
        else reader.sql.all(membership_store.THE_SHOWN, viewer_id=door.viewer_id, **asked)
    )
    rows = [Listed._make(row) for row in found]
    shown = rows[:_PEOPLE_PER_PAGE]
    people = [showing.member_view(row, now=reader.now, to_keeper=keeper) for row in shown]
    return MemberPage(
        people=[person for person in people if person is not None],
        members=membership_store.count(
            reader.sql.one(membership_store.COUNT_IN, room_id=door.room.room_id)
        ),
        cursor=to_cursor(shown[-1].handle_key) if len(rows) > len(shown) else None,
    )


def rooms_of(reader: Reader, actor: Actor) -> tuple[list[str], list[str]]:
    """The rooms that someone is in and may read, and those among them that they keep.

    Whoever is banned, waits or is leaving reads nothing but their talks with who follows up.
    """
    rows = reader.sql.all(membership_store.ROOMS_OF, user_id=actor.user_id, limit=_ROOMS_OF_MAX)
    is_active = actor.state is State.ACTIVE
    rooms, keeps = [], []
    for room_id, relation, kind in rows:
        if kind == RoomKind.SUPPORT:
            if allows_in_talk(actor, Action.READ, relation=Relation(relation)):
                rooms.append(room_id)
        elif is_active:
            rooms.append(room_id)
            if relation == Relation.FACILITATOR:
                keeps.append(room_id)
    return rooms, keeps
