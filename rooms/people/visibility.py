"""Whether a person's name is shown among those present. Off unless they choose it.

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
    """Show my name among those who are here, or only count me."""

    visible: bool


def set_presence(work: Work, actor: Actor, command: SetPresence) -> Nothing:
    """Show or hide the actor's name, on every device they have."""
    before = store.lock(work.sql, actor.user_id)
    if before is not None and before.visible != command.visible:
        store.set_visible(work.sql, actor.user_id, command.visible)
        work.emit(
            YourVisibility(user_id=actor.user_id, handle=before.handle, visible=command.visible)
        )
    return Nothing()
