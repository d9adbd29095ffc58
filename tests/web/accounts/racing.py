"""Several of staff at once, over the real writer."""

from __future__ import annotations

from typing import Any, Final

from chatserver.database import Database
from rooms.people import registry
from rooms.people.person import Role
from rooms.refusal import Refusal
from rooms.work import Work
from tests.web.accounts.staffed import TOKENS
from web.accounts import sessions

RACES: Final = 50


async def signed_in(database: Database, name: str, role: Role) -> tuple[str, str]:
    """Someone with a second factor who has just stepped up: user and sign-in."""

    def add(work: Work) -> tuple[str, str]:
        user_id = work.new_id()
        registry.add(work, user_id, name, role)
        token = f"token{next(TOKENS)}"
        return user_id, sessions.start(work, user_id, token, 30, proven=True, stepped_up=True)

    user_id, sign_in_id = await database.write(add)
    database._raw.execute(
        "INSERT INTO second_factor (user_id, secret, confirmed_at, last_step)"
        " VALUES (?, 'secret', 1, 0)",
        (user_id,),
    )
    return user_id, sign_in_id


async def attempt(database: Database, sign_in_id: str, rule: Any, command: object) -> str:
    """One command as the server runs it: '' or the code of the refusal."""
    try:
        await database.write(lambda work: rule(work, sessions.actor_for(work, sign_in_id), command))
    except Refusal as refusal:
        return refusal.code
    return ""


def rows(database: Database, query: str, *values: str) -> list[Any]:
    """What stands in the store."""
    return database._raw.execute(query, values).fetchall()


async def proposal_about(database: Database, user_id: str) -> str:
    """The only proposal there is about someone."""
    ((by_id,),) = rows(database, "SELECT proposal_id FROM proposal WHERE user_id = ?", user_id)
    return str(by_id)
