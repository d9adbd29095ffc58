"""People with second factors and live sign-ins, for tests of what staff decides."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import Any

import msgspec

from rooms.people.person import Actor, Role, State
from rooms.work import Work
from tests.support.scene import Scene
from web.accounts import restoring, sessions

TOKENS = count(1)


class Staffed(Scene):
    """Adam (an administrator) and Maria (a moderator) have second factors; the others have not."""

    def __init__(self) -> None:
        super().__init__()
        self.prove(self.adam)
        self.prove(self.maria)
        self.heard()

    def prove(self, actor: Actor) -> None:
        """Give someone a second factor that was shown to work."""
        self.connection.execute(
            "INSERT INTO second_factor (user_id, secret, confirmed_at, last_step)"
            " VALUES (?, 'secret', ?, 0)",
            (actor.user_id, self.clock()),
        )

    def administrator(self, name: str, *, proven: bool = True) -> Actor:
        """One more administrator."""
        actor = self.person(name, Role.ADMIN)
        if proven:
            self.prove(actor)
        return actor

    def up(self, actor: Actor) -> Actor:
        """The same person as they are now, right after they proved again who they are."""
        row = self.connection.execute(
            "SELECT role, state FROM person WHERE user_id = ?", (actor.user_id,)
        ).fetchone()
        return msgspec.structs.replace(
            actor, role=Role(row[0]), state=State(row[1]), stepped_up_at=self.clock()
        )

    def role(self, actor: Actor) -> Role:
        """The role that someone has now."""
        return self.up(actor).role

    def set(self, actor: Actor, column: str, value: object) -> None:
        """Something has become of a person."""
        self.connection.execute(
            f"UPDATE person SET {column} = ? WHERE user_id = ?",  # noqa: S608
            (value, actor.user_id),
        )

    def sign_in(self, actor: Actor) -> str:
        """A live sign-in."""
        token = f"token{next(TOKENS)}"
        return self.write(lambda work: sessions.start(work, actor.user_id, token, 30))

    def is_signed_in(self, sign_in_id: str) -> bool:
        """Whether a sign-in still lives."""
        row = self.connection.execute(
            "SELECT ended_at FROM sign_in WHERE sign_in_id = ?", (sign_in_id,)
        ).fetchone()
        return row is not None and row[0] is None

    def audited(self) -> list[tuple[Any, ...]]:
        """Who did what to whom: every entry, oldest first."""
        return self.connection.execute(
            "SELECT actor_id, action, about, detail FROM audit_entry ORDER BY number"
        ).fetchall()

    def codes(self, actor: Actor) -> list[tuple[int, int | None]]:
        """From when until when someone's recovery codes work."""
        return self.connection.execute(
            "SELECT from_at, until FROM recovery_code WHERE user_id = ? ORDER BY from_at",
            (actor.user_id,),
        ).fetchall()

    def decides(self, rule: Callable[..., Any], actor: Actor, what: Any) -> Any:
        """Staff decides something right after a step-up."""
        return self.do(rule, self.up(actor), what)

    def refuses(self, rule: Callable[..., Any], actor: Actor, what: Any) -> str:
        """The code of the refusal that this must end in, right after a step-up."""
        return self.no(rule, self.up(actor), what)


def ask(work: Work, actor: Actor, command: restoring.AskRestore) -> restoring.RestoreAsked:
    """`restoring.ask` with a token that nobody could guess, if it were one."""
    return restoring.ask(work, actor, command, new_token=lambda: f"token{next(TOKENS)}")
