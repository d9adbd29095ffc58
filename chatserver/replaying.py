"""Doing again what the journal says has happened since a copy of the store was taken.

What no longer exists, or holds already, is passed over: doing it twice is doing it once. Must
never give anyone more than the copy gave them: no role, and no name but the one they chose.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

import msgspec

from chatserver import records, upkeep
from chatserver.database import Database
from chatserver.facts import (
    AnyFact,
    BanLifted,
    Banned,
    BlockSet,
    MessageHidden,
    MessageTakenBack,
    NameClaimed,
    Renamed,
    RoleSet,
    StateSet,
)
from chatserver.journal_lines import Line
from moderation.conduct import sanctions
from rooms.chat import names, redoing
from rooms.people import blocking, claims, naming, registry
from rooms.people import store as people_store
from rooms.people.events import YourState
from rooms.people.person import GONE, RANK, State
from rooms.refusal import Refusal
from rooms.work import Work
from web.accounts import erasing

_ERASED: Final = "erased"

WORDS: Final = {
    _ERASED: ("person erased", "people erased"),
    "leaving": ("person who is leaving", "people who are leaving"),
    "state": ("account closed or opened", "accounts closed or opened"),
    "message": ("message taken back or hidden", "messages taken back or hidden"),
    "ban": ("ban given or lifted", "bans given or lifted"),
    "name": ("change of name", "changes of name"),
    "role": ("role taken away", "roles taken away"),
    "block": ("block set or ended", "blocks set or ended"),
}
"""What was done again, one and several."""


class Deed(msgspec.Struct, frozen=True):
    """One thing to do again: `run` in a transaction of its own, until it says it is done.

    It returns "" when there was nothing to do, else what of `WORDS` it was; None: once more.
    """

    run: Callable[[Work], str | None]


class OlderThanJournal(Exception):
    """More has happened than the store knows of: it is an older copy, put in place by hand."""


async def open_store(database: Database) -> None:
    """Open the database, and let it catch up with its journal. Raises what either raises."""
    await database.open()
    try:
        await catch_up(database)
    except BaseException:
        await database.close()
        raise


async def catch_up(database: Database) -> None:
    """Do again what stands in the journal and may not have been committed when we were stopped.

    That is one batch at most; more of it raises `OlderThanJournal`. Call it before anybody uses
    the store.
    """
    witness = database.witness
    if witness is None or not (beyond := witness.journal.beyond):
        return
    if len({line.batch for line in beyond}) > 1:
        raise OlderThanJournal
    for deed in deeds(beyond):
        while await database.write(deed.run) is None:
            pass
    last = witness.journal.last
    await database.write(lambda work: records.set_mark(work, last))


def deeds(lines: Iterable[Line]) -> Iterator[Deed]:
    """What to do, in an order that leaves nothing undone; of each thing its newest fact counts."""
    newest: dict[tuple[object, ...], Line] = {}
    for line in lines:
        place = _place(line.fact)
        if place is not None:
            newest.pop(place, None)
            newest[place] = line
    for line in sorted(newest.values(), key=lambda line: _turn(line.fact)):
        yield Deed(_again(line))


def _turn(fact: AnyFact) -> int:
    """Words first: whoever is gone has none left that could be found. Whoever is gone goes last."""
    if not isinstance(fact, StateSet):
        return 0
    return 2 if fact.state is State.ERASED else 1


def _place(fact: AnyFact) -> tuple[object, ...] | None:
    """Facts with the same place are about the same thing."""
    match fact:
        case MessageTakenBack() | MessageHidden():
            return type(fact), fact.message_id
        case StateSet() | Renamed() | RoleSet():
            return type(fact), fact.user_id
        case NameClaimed():
            return NameClaimed, fact.user_id, fact.skeleton_hash
        case Banned() | BanLifted():
            return Banned, fact.user_id
        case BlockSet():
            return BlockSet, fact.user_id, fact.blocked_id
        case _:
            return None


def _again(line: Line) -> Callable[[Work], str | None]:
    fact = line.fact
    match fact:
        case MessageTakenBack():
            return lambda work: _said("message", redoing.take_back(work, fact.message_id))
        case MessageHidden():
            return lambda work: _said("message", redoing.hide(work, fact.message_id, fact.reason))
        case StateSet():
            return lambda work: _state(work, fact, line.at)
        case Renamed():
            return lambda work: _said("name", _rename(work, fact))
        case NameClaimed():
            return lambda work: _claim(work, fact)
        case RoleSet():
            return lambda work: _said("role", _demote(work, fact))
        case Banned():
            return lambda work: _said("ban", _ban(work, fact, line.at))
        case BanLifted():
            return lambda work: _said("ban", sanctions.lift_again(work, fact.user_id))
        case BlockSet():
            return lambda work: _said("block", _block(work, fact))
        case _:
            raise TypeError(type(fact).__name__)


def _said(what: str, done: bool) -> str:
    return what if done else ""


def _state(work: Work, fact: StateSet, at: int) -> str | None:
    """Leaving, gone, closed or back. What was asked for just before the copy goes on from there."""
    now = registry.state_of(work, fact.user_id)
    if now in (None, State.ERASED):
        return ""
    if fact.state is State.ERASED:
        return _erase(work, fact.user_id)
    if fact.state is State.ERASING:
        due_at = at + erasing.TAKEN_BACK_MS
        if now is State.ERASING:
            return _said("leaving", erasing.begin_again(work, fact.user_id, due_at))
        erasing.begin(work, fact.user_id, due_at)
        return "leaving"
    what = "state"
    if now is State.ERASING:
        erasing.take_back(work, fact.user_id)
        # What they were before they left may not be what they became since.
        now, what = registry.state_of(work, fact.user_id), "leaving"
    elif now is fact.state:
        return ""
    if now is not fact.state:
        registry.set_state(work, fact.user_id, fact.state)
        work.emit(YourState(user_id=fact.user_id, state=fact.state))
    return what


def _erase(work: Work, user_id: str) -> str | None:
    """A little of it at a time, like the job that does it otherwise."""
    erasing.begin(work, user_id, work.now)
    erasing.step(work, user_id, after_erasure=upkeep.owe)
    return _ERASED if registry.state_of(work, user_id) is State.ERASED else None


def _rename(work: Work, fact: Renamed) -> bool:
    """The name of now. If another has come to it since, at least not the one given up."""
    before = people_store.lock(work.sql, fact.user_id)
    gone = before is None or registry.state_of(work, fact.user_id) in GONE
    if before is None or gone or before.handle == fact.handle:
        return False
    try:
        naming.give(work, before, fact.handle)
    except Refusal:
        naming.give(work, before, f"renamed-{work.new_id()[:8]}")
    names.names_changed(work, fact.user_id)
    return True


def _claim(work: Work, fact: NameClaimed) -> str:
    """No change that anybody sees: it goes with the change of name that is told of."""
    if registry.state_of(work, fact.user_id) not in (None, State.ERASED):
        claims.claim_again(work, fact.user_id, fact.skeleton_hash)
    return ""


def _demote(work: Work, fact: RoleSet) -> bool:
    user = people_store.lock(work.sql, fact.user_id)
    if user is None or RANK[fact.role] >= RANK[user.role]:
        return False
    registry.set_role(work, fact.user_id, fact.role)
    return True


def _ban(work: Work, fact: Banned, at: int) -> bool:
    return sanctions.again(
        work,
        fact.user_id,
        reason=fact.reason,
        until=fact.until,
        given_by=fact.given_by,
        given_at=at,
    )


def _block(work: Work, fact: BlockSet) -> bool:
    before = blocking.blocked_by(work, fact.user_id)
    blocking.set_block(work, fact.user_id, fact.blocked_id, fact.on)
    return blocking.blocked_by(work, fact.user_id) != before
