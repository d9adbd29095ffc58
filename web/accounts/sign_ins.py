"""One's own sign-ins, listed and ended one by one; and staff ending somebody's.

Must never tell more of a sign-in than its own person needs to know it again, and that to nobody
else.
"""

from __future__ import annotations

from typing import Final

import msgspec

from moderation.conduct import audit
from rooms.command import Command, Nothing, Result
from rooms.people.person import GONE, Actor, Role
from rooms.permissions import Action, allows
from rooms.refusal import Refusal
from rooms.work import Reader, Work
from web.accounts import proposals, roles, sessions
from web.accounts import sign_in_store as store
from web.accounts.sessions import LIVE_MAX, Device

_MAY_BE_ENDED: Final = {
    Role.MODERATOR: (Role.MEMBER,),
    Role.ADMIN: (Role.MEMBER, Role.MODERATOR),
}
"""Whose sign-ins staff of each role may end."""


class ListSignIns(Command, frozen=True, kw_only=True):
    """Where I am signed in."""


class SignInView(msgspec.Struct, frozen=True, kw_only=True):
    """One sign-in. `started_on` is the day, `proven` whether it was begun with a second factor."""

    sign_in_id: str
    started_on: int
    device: Device
    current: bool
    proven: bool


class MySignIns(Result, frozen=True, kw_only=True):
    """All of them, the newest first: at most twenty."""

    sign_ins: list[SignInView]


class EndSignIn(Command, frozen=True, kw_only=True):
    """Sign out there: its live connections end at once. Ending this one is signing out here."""

    sign_in_id: str


class EndSignInsOf(Command, frozen=True, kw_only=True):
    """Sign somebody out everywhere: moderators members, administrators all but administrators."""

    user_id: str


def list_sign_ins(reader: Reader, actor: Actor, _command: ListSignIns) -> MySignIns:
    """Where the actor is signed in."""
    rows = reader.sql.all(store.MINE, user_id=actor.user_id, now=reader.now, limit=LIVE_MAX)
    return MySignIns(
        sign_ins=[
            SignInView(
                sign_in_id=sign_in_id,
                started_on=started_on,
                device=device,
                current=sign_in_id == actor.sign_in_id,
                proven=bool(proven),
            )
            for sign_in_id, started_on, device, proven in rows
        ]
    )


def end(work: Work, actor: Actor, command: EndSignIn) -> Nothing:
    """End one of the actor's own; another's and one that never was are the same."""
    owned = work.sql.one(
        store.OWNED, sign_in_id=command.sign_in_id, user_id=actor.user_id, now=work.now
    )
    if owned is None:
        raise Refusal("not_found", field="sign_in_id")
    sessions.sign_out(work, command.sign_in_id)
    return Nothing()


def end_all(work: Work, actor: Actor, command: EndSignInsOf) -> Nothing:
    """End every sign-in of somebody whom the actor looks after."""
    if not allows(actor, Action.END_SIGN_INS):
        raise Refusal("forbidden")
    people = proposals.hold_people(work, actor.user_id, command.user_id)
    proposals.demand_staff(people, actor)
    person = people.get(command.user_id)
    if person is None or person.state in GONE:
        raise Refusal("not_found", field="user_id")
    if person.role not in _MAY_BE_ENDED[actor.role]:
        raise Refusal("forbidden", field="user_id")
    roles.demand_settled(work, actor.user_id, person)
    sessions.end_all_of(work, person.user_id, "signed_out")
    audit.record(work, actor.user_id, "user.end_sign_ins", about=person.user_id)
    return Nothing()
