"""Changing what somebody is, as it is done once staff has decided it."""

from __future__ import annotations

from rooms.people import registry
from rooms.people.events import YourRole
from rooms.people.person import Role
from rooms.work import Work
from tests.support.served import Person, Served
from web.accounts import sessions


async def set_role(running: Served, person: Person, role: Role) -> None:
    """Somebody is something else from now on, and signs in anew."""

    def change(work: Work) -> None:
        registry.set_role(work, person.user_id, role)
        sessions.end_all_of(work, person.user_id, "role_changed")
        work.emit(YourRole(user_id=person.user_id, role=role))

    await running.server.database.write(change)
