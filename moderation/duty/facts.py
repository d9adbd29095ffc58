"""Who is there. A fact, not a hope: a shift on the rota, and a device that rang and was heard.

Must never count the person whom a case is about: not for their own case.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from moderation.duty import store
from rooms.people.person import Role

if TYPE_CHECKING:
    from rooms.work import Reader


class Staff(NamedTuple):
    """Those who could be told, by what the rota says of them now.

    `on_shift` and `on_call` have a shift now, heard or not: telling them can only help. `there` are
    those on duty, not merely on call, for whom a device was heard: nothing else lets a page say
    that someone is there.
    """

    on_shift: frozenset[str] = frozenset()
    on_call: frozenset[str] = frozenset()
    there: frozenset[str] = frozenset()
    moderators: frozenset[str] = frozenset()
    administrators: frozenset[str] = frozenset()


def staff(reader: Reader) -> Staff:
    """Everybody who looks after the place."""
    shifts = reader.sql.all(store.ON_SHIFT, now=reader.now)
    people = reader.sql.all(store.STAFF, now=reader.now)
    return Staff(
        on_shift=frozenset(user_id for user_id, on_call, _ in shifts if not on_call),
        on_call=frozenset(user_id for user_id, on_call, _ in shifts if on_call),
        there=frozenset(user_id for user_id, on_call, heard in shifts if heard and not on_call),
        moderators=frozenset(user_id for user_id, role in people if role == Role.MODERATOR),
        administrators=frozenset(user_id for user_id, role in people if role == Role.ADMIN),
    )


def on_duty(reader: Reader, about: str = "") -> list[str]:
    """Who is there for `about`: never they themselves."""
    shifts = reader.sql.all(store.ON_SHIFT, now=reader.now)
    return sorted({who for who, on_call, heard in shifts if heard and not on_call} - {about})


def next_shift(reader: Reader, about: str = "") -> int | None:
    """When somebody's shift begins next: a plan, and no promise."""
    row = reader.sql.one(store.NEXT, now=reader.now, about=about)
    return None if row is None or row[0] is None else int(row[0])
