"""Leaving for good: gone from every screen at once, to be taken back for 72 hours, then removed.

Must never remove anything before its time, nor keep more than an open report needs: what stays of
a person is an empty row with an opaque id, so that logs have no gaps.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from moderation.cases.leaving import forget_cases
from moderation.conduct.leaving import forget_conduct
from moderation.events import StaffNoticed
from moderation.help.leaving import forget_help
from moderation.notices.leaving import forget_duty
from moderation.wordlist.leaving import forget_words
from rooms.chat import names
from rooms.chat.leaving import forget_messages, forget_places, forget_reactions
from rooms.command import Command, Nothing, Result
from rooms.leaving import Forget
from rooms.people import leaving as people
from rooms.people import registry
from rooms.people import store as people_store
from rooms.people.events import YourState
from rooms.people.person import Actor, Role, State
from rooms.permissions import demand_step_up
from rooms.refusal import Refusal
from rooms.work import Reader, Work
from web.accounts import erasing_store as store
from web.accounts import proposals, roles, sessions
from web.accounts.leaving import forget_deeds, forget_ways_in

TAKEN_BACK_MS: Final = 72 * 3600 * 1000
"""How long someone can think it over."""

_PARTS: Final[tuple[tuple[str, Forget], ...]] = (
    # First, so that nobody can come back in the middle of it.
    ("ways_in", forget_ways_in),
    ("messages", forget_messages),
    ("reactions", forget_reactions),
    ("places", forget_places),
    ("blocks", people.forget_blocks),
    ("conduct", forget_conduct),
    ("help", forget_help),
    ("duty", forget_duty),
    ("words", forget_words),
    ("cases", forget_cases),
    ("deeds", forget_deeds),
)
"""What is removed, in this order. A name is kept with how far a removal has come."""


class EraseAccount(Command, frozen=True, kw_only=True):
    """Remove me and everything that is kept of me. Needs a step-up of the last minutes.

    I am gone from every screen at once, and signed out everywhere. For 72 hours I can sign in and
    take it back (`account.keep`); then it is removed for good.
    """


class Erasing(Result, frozen=True, kw_only=True):
    """When the removal begins; until then it can be taken back."""

    due_at: int


class KeepAccount(Command, frozen=True, kw_only=True):
    """Take my leaving back: everything is as it was."""


def erase(work: Work, actor: Actor, _command: EraseAccount) -> Erasing:
    """Hide the actor at once; the removal comes later. The last administrator has to stay."""
    if actor.state is State.BANNED:
        # Leaving would shake a ban off; whoever is banned can have their data all the same.
        raise Refusal("forbidden")
    if (begun := until(work, actor.user_id)) is not None:
        return Erasing(due_at=begun)
    demand_step_up(actor, work.now)
    roles.hold_but_the_last(work, actor.user_id)
    due_at = work.now + TAKEN_BACK_MS
    begin(work, actor.user_id, due_at)
    return Erasing(due_at=due_at)


def keep(work: Work, actor: Actor, _command: KeepAccount) -> Nothing:
    """Take it back while there is time. Who is not leaving stays as they are."""
    if actor.state is not State.ERASING:
        return Nothing()
    row = work.sql.one(store.OF, user_id=actor.user_id)
    if row is None or row[0] <= work.now or row[1]:
        raise Refusal("undo_over")
    take_back(work, actor.user_id)
    return Nothing()


def begin(work: Work, user_id: str, due_at: int) -> None:
    """Hide someone from everybody, and remove them when it is due. Whoever calls decided it."""
    user = people_store.lock(work.sql, user_id)
    before = registry.state_of(work, user_id)
    if user is None or before is State.ERASED:
        return
    assert before is not None
    work.sql.run(store.ADD, user_id=user_id, due_at=due_at, state_before=before.value)
    if before is State.ERASING:
        return
    # First, so that a live connection hears why it ends before it hears anything else.
    sessions.end_all_of(work, user_id, "erased")
    proposals.end_all(work, user_id)
    registry.set_state(work, user_id, State.ERASING)
    work.emit(YourState(user_id=user_id, state=State.ERASING))
    _changed_for_others(work, user_id, user.role)


def begin_again(work: Work, user_id: str, due_at: int) -> bool:
    """Someone who is leaving had taken it back meanwhile and asked once more: the time of that.

    For a copy of the store that knows of the first time alone; False when it changes nothing.
    """
    return work.sql.run(store.PUT_OFF, of_user_id=user_id, new_due_at=due_at) > 0


def take_back(work: Work, user_id: str) -> None:
    """Show someone again who was leaving, as what they were before: whoever had knocked waits on.

    Whoever calls has decided that there is time.
    """
    user = people_store.lock(work.sql, user_id)
    row = work.sql.one(store.OF, user_id=user_id)
    if user is None or row is None:
        return
    before = State(row[2])
    work.sql.run(store.DONE, of_user_id=user_id)
    registry.set_state(work, user_id, before)
    work.emit(YourState(user_id=user_id, state=before))
    _changed_for_others(work, user_id, user.role)


def until(reader: Reader, user_id: str) -> int | None:
    """When the removal of someone who is leaving begins."""
    row = reader.sql.one(store.UNTIL, user_id=user_id)
    return None if row is None else int(row[0])


def next_due(reader: Reader, after: str = "") -> str | None:
    """Who is to be removed now and comes after another, or else who comes first; None: nobody."""
    row = reader.sql.one(store.NEXT_DUE, now=reader.now, after=after)
    if row is None and after:
        row = reader.sql.one(store.NEXT_DUE, now=reader.now, after="")
    return None if row is None else str(row[0])


def step(
    work: Work, user_id: str = "", *, after_erasure: Callable[[Work], None] = lambda work: None
) -> str | None:
    """Remove a little of one person, or of whoever comes first; None when they are not due.

    How far it came is kept with the person, so it goes on wherever it stopped. `after_erasure` is
    called in the transaction in which nothing of a person is left.
    """
    user_id = user_id or next_due(work) or ""
    row = work.sql.one(store.DUE, user_id=user_id, now=work.now)
    if row is None:
        return None
    name, _, cursor = row[0].partition(" ")
    first = next((at for at, part in enumerate(_PARTS) if part[0] == name), 0)
    for name, forget in _PARTS[first:]:
        following = forget(work, user_id, cursor)
        cursor = ""
        if following is not None:
            work.sql.run(store.REACHED, of_user_id=user_id, new_step=f"{name} {following}".strip())
            return ""
    people.empty(work, user_id)
    work.sql.run(store.DONE, of_user_id=user_id)
    work.emit(YourState(user_id=user_id, state=State.ERASED))
    after_erasure(work)
    return ""


def _changed_for_others(work: Work, user_id: str, role: Role) -> None:
    names.names_changed(work, user_id)
    if role is not Role.MEMBER:
        work.emit(StaffNoticed(about=user_id))
