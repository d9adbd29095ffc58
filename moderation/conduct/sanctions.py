"""Keeping someone out for a while, or for good. Must never be automatic, nor told to anyone else.

Whoever is banned can still ask for help and have their own data; they leave once it is over.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Final, Protocol

import msgspec

from moderation.conduct import audit
from moderation.conduct import sanction_store as store
from moderation.conduct.sanction import SanctionKind
from moderation.events import BanLifted, YourBan
from rooms.chat import message
from rooms.chat.membership import STAFF_NOTE_MAX_CHARS, StaffNote
from rooms.chat.views import ConductReason
from rooms.command import SEQ_MAX, Command, Nothing, Result
from rooms.people import registry
from rooms.people import store as people_store
from rooms.people.person import RANK, Actor, State
from rooms.permissions import Action, allows
from rooms.refusal import Refusal

if TYPE_CHECKING:
    from rooms.people.person import User
    from rooms.work import Reader, Sql, Work

FOR_GOOD: Final = SEQ_MAX
"""The end of a ban that has none: until somebody lifts it."""


class Ban(Command, frozen=True, kw_only=True):
    """Keep someone out until a time, or until it is lifted."""

    user_id: str
    reason: ConductReason
    until: Annotated[int, msgspec.Meta(ge=0)] | None = None
    """Milliseconds since 1970 UTC; nothing means until it is lifted."""
    note: StaffNote = ""


class LiftBan(Command, frozen=True, kw_only=True):
    """Let someone back in."""

    user_id: str


class Banned(Result, frozen=True, kw_only=True):
    """The ban that runs now."""

    sanction_id: str


class CurrentBan(msgspec.Struct, frozen=True, kw_only=True):
    """A ban that runs. `until` is None when somebody has to lift it."""

    reason: str
    until: int | None


class EndSignIns(Protocol):
    """The port that the floor above fills: whoever is banned is out on every device at once."""

    def __call__(self, work: Work, user_id: str) -> None:
        """End every sign-in of theirs."""
        ...


def ban(work: Work, actor: Actor, command: Ban, *, end_sign_ins: EndSignIns) -> Banned:
    """Keep someone out: of lower rank than oneself, and never an administrator."""
    user = restrained(work, actor, command.user_id)
    if command.until is not None and command.until <= work.now:
        raise Refusal("out_of_range", field="until")
    running = work.sql.one(store.RUNNING, user_id=user.user_id, now=work.now)
    if running is not None and running[1:] == (command.reason, command.until):
        return Banned(sanction_id=running[0])
    _end_running(work, actor, user.user_id)
    sanction_id = work.new_id()
    work.sql.run(
        store.ADD,
        sanction_id=sanction_id,
        user_id=user.user_id,
        kind=SanctionKind.BAN.value,
        reason=command.reason,
        given_by=actor.user_id,
        now=work.now,
        until=command.until,
        room_id=None,
        note=message.clean_text(command.note, STAFF_NOTE_MAX_CHARS, field="note"),
    )
    set_until(work, user.user_id, FOR_GOOD if command.until is None else command.until)
    audit.record(work, actor.user_id, "sanction.ban", about=user.user_id, detail=command.reason)
    # First, so that a live connection hears why it ends before it ends.
    told = YourBan(user_id=user.user_id, reason=command.reason, until=command.until)
    work.emit(told.given(actor.user_id))
    end_sign_ins(work, user.user_id)
    return Banned(sanction_id=sanction_id)


def lift(work: Work, actor: Actor, command: LiftBan) -> Nothing:
    """Let someone back in; lifting twice changes nothing."""
    user = restrained(work, actor, command.user_id)
    if work.sql.one(store.RUNNING, user_id=user.user_id, now=work.now) is None:
        return Nothing()
    let_back_in(work, actor, user.user_id)
    audit.record(work, actor.user_id, "sanction.lift", about=user.user_id)
    return Nothing()


def let_back_in(work: Work, actor: Actor, user_id: str) -> None:
    """A ban that runs ends here. Whoever calls decided it."""
    _end_running(work, actor, user_id)
    set_until(work, user_id, None)
    work.emit(BanLifted(user_id=user_id))


def again(
    work: Work, user_id: str, *, reason: str, until: int | None, given_by: str, given_at: int
) -> bool:
    """Give a ban that an older copy of the store does not know; False when it runs already.

    Whoever calls knows that it was decided. Its giver may be unknown to that copy as well: then it
    stands under the name of whoever it is about, who can't lift their own.
    """
    running = work.sql.one(store.RUNNING, user_id=user_id, now=work.now)
    if _is_gone(work, user_id) or (running is not None and running[1:] == (reason, until)):
        return False
    work.sql.run(store.LIFT, of_user_id=user_id, now=work.now, lifter_id=None)
    if until is not None and until <= work.now:
        set_until(work, user_id, None)
        return running is not None
    giver = people_store.by_id(work.sql, given_by)
    work.sql.run(
        store.ADD,
        sanction_id=work.new_id(),
        user_id=user_id,
        kind=SanctionKind.BAN.value,
        reason=reason,
        given_by=user_id if giver is None else given_by,
        now=given_at,
        until=until,
        room_id=None,
        note="",
    )
    set_until(work, user_id, FOR_GOOD if until is None else until)
    return True


def lift_again(work: Work, user_id: str) -> bool:
    """Lift a ban that an older copy of the store still has; False when none runs."""
    if work.sql.one(store.RUNNING, user_id=user_id, now=work.now) is None:
        return False
    work.sql.run(store.LIFT, of_user_id=user_id, now=work.now, lifter_id=None)
    set_until(work, user_id, None)
    return True


def current(reader: Reader, user_id: str) -> CurrentBan | None:
    """The ban that runs for someone, if one does."""
    row = reader.sql.one(store.RUNNING, user_id=user_id, now=reader.now)
    return None if row is None else CurrentBan(reason=row[1], until=row[2])


def set_until(work: Work, user_id: str, until: int | None) -> None:
    """How long someone is out, as every command of theirs asks it."""
    work.sql.run(store.SET_BANNED_UNTIL, of_user_id=user_id, new_until=until)


def _end_running(work: Work, actor: Actor, user_id: str) -> None:
    work.sql.run(store.LIFT, of_user_id=user_id, now=work.now, lifter_id=actor.user_id)


def _is_gone(reader: Reader, user_id: str) -> bool:
    return registry.state_of(reader, user_id) in (None, State.ERASED)


def restrained(work: Work, actor: Actor, user_id: str) -> User:
    """Someone about whom the actor may decide: nobody of their own rank or above it."""
    return _below(work, actor, user_id, people_store.lock)


def within_reach(reader: Reader, actor: Actor, user_id: str) -> User:
    """The same, for looking at what was decided about them."""
    return _below(reader, actor, user_id, people_store.by_id)


def _below(
    reader: Reader, actor: Actor, user_id: str, find: Callable[[Sql, str], User | None]
) -> User:
    if not allows(actor, Action.BAN):
        raise Refusal("forbidden")
    user = find(reader.sql, user_id)
    if user is None or registry.state_of(reader, user_id) is State.ERASED:
        raise Refusal("not_found", field="user_id")
    if user.user_id == actor.user_id or RANK[user.role] >= RANK[actor.powers]:
        raise Refusal("forbidden", field="user_id")
    return user
