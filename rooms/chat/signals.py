"""Small signs between live sessions, never stored: who is writing, which room is on screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rooms.chat import access
from rooms.command import Command, Nothing
from rooms.permissions import Action

if TYPE_CHECKING:
    from rooms.people.person import Actor
    from rooms.work import Reader


class SetTyping(Command, frozen=True, kw_only=True):
    """I am writing, or stopped."""

    room_id: str
    typing: bool


def type_in(reader: Reader, actor: Actor, command: SetTyping) -> Nothing:
    """Refuse the sign in a room that the actor is not in or may only read; it is not stored."""
    door = access.door(reader, actor, command.room_id)
    door.demand(Action.REACT)
    door.demand_voice(reader.now)
    return Nothing()
