"""Whether a person's name is shown among those present, and as what. Off unless they choose it.

Must never tell anyone but the person themselves that they changed it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rooms.command import Command, Nothing
from rooms.people import store
from rooms.people.events import YourVisibility

if TYPE_CHECKING:
    from rooms.people.person import Actor
    from rooms.work import Work


class SetPresence(Command, frozen=True, kw_only=True):
    """Show my name among those who are here, or only count me; say that I am just reading."""

    visible: bool
    reading: bool = False


def set_presence(work: Work, actor: Actor, command: SetPresence) -> Nothing:
    """Show or hide the actor's name, on every device they have."""
    before = store.lock(work.sql, actor.user_id)
    wanted = (command.visible, command.reading)
    if before is not None and (before.visible, before.reading) != wanted:
        visible, reading = wanted
        store.set_presence(work.sql, actor.user_id, visible=visible, reading=reading)
        work.emit(
            YourVisibility(
                user_id=actor.user_id, handle=before.handle, visible=visible, reading=reading
            )
        )
    return Nothing()
