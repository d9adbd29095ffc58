"""What was decided about me, and asking for another look at it: for that person alone.

Must never tell who decided, what colleagues noted, or the name of a room that is hidden from them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final, Literal

import msgspec

from moderation.conduct import restraining
from moderation.conduct import sanction_store as store
from moderation.conduct.sanction import Sanction, SanctionKind
from moderation.events import AppealChanged, YourSanction
from rooms.chat import access, message, room_store
from rooms.chat.views import ConductReason
from rooms.command import Command, Nothing, Result
from rooms.refusal import Refusal
from rooms.words import mark

if TYPE_CHECKING:
    from rooms.people.person import Actor
    from rooms.work import Reader, Work

APPEAL_MAX_CHARS: Final = 2000
SHOWN_MAX: Final = 20
"""The newest decisions that someone is told of; their export has all of them."""

Outcome = Literal["upheld", "lifted"]
_WAITS = mark("You have asked for that already. What comes of it is told to you here.")


class MyAppeal(msgspec.Struct, frozen=True, kw_only=True):
    """What I said to it, and what came of that; no `outcome` while nobody has decided."""

    at: int
    words: str
    outcome: Outcome | None
    decided_at: int | None


class MySanction(msgspec.Struct, frozen=True, kw_only=True):
    """Something that was decided about me.

    `until`: how long it holds; None for what has no end, or was said or done once. `room_name` is
    there while I may know of the room. `news`: I have not put it away yet.
    """

    sanction_id: str
    kind: SanctionKind
    reason: ConductReason
    room_id: str | None
    room_name: str | None
    given_at: int
    until: int | None
    lifted_at: int | None
    news: bool
    may_appeal: bool
    appeal: MyAppeal | None


class ShowMySanctions(Command, frozen=True, kw_only=True):
    """What was decided about me, the newest first; also for whoever is kept out."""


class MySanctions(Result, frozen=True, kw_only=True):
    """What was decided about me."""

    sanctions: list[MySanction]


class PutSanctionAway(Command, frozen=True, kw_only=True):
    """I have read what was decided about me: don't show it by itself any more."""

    sanction_id: str


class MakeAppeal(Command, frozen=True, kw_only=True):
    """Ask that somebody else looks at what was decided about me: once for each decision."""

    sanction_id: str
    words: Annotated[str, msgspec.Meta(min_length=1, max_length=APPEAL_MAX_CHARS)]


def show(reader: Reader, actor: Actor, _command: ShowMySanctions) -> MySanctions:
    """What was decided about the actor."""
    rows = reader.sql.all(store.MINE, user_id=actor.user_id, limit=SHOWN_MAX)
    return MySanctions(
        sanctions=[_mine(reader, actor, Sanction._make(row[:9]), row[9], row[10:]) for row in rows]
    )


def news(reader: Reader, user_id: str) -> int:
    """How many decisions are told by themselves, because they were not put away."""
    rows = reader.sql.all(store.UNSEEN, user_id=user_id, limit=SHOWN_MAX)
    return sum(Sanction._make(row).is_news(None, reader.now) for row in rows)


def put_away(work: Work, actor: Actor, command: PutSanctionAway) -> Nothing:
    """It is not shown by itself any more, on any device."""
    away = work.sql.run(
        store.PUT_AWAY,
        of_sanction_id=command.sanction_id,
        of_user_id=actor.user_id,
        now=work.now,
    )
    if away:
        work.emit(YourSanction(user_id=actor.user_id))
    else:
        _own(work, actor, command.sanction_id)
    return Nothing()


def appeal(work: Work, actor: Actor, command: MakeAppeal) -> Nothing:
    """Ask for another look; the same words once more are the same appeal."""
    given = _own(work, actor, command.sanction_id)
    words = message.clean(command.words)
    made = work.sql.one(store.MADE, sanction_id=given.sanction_id)
    if made is not None and made[0] == words:
        return Nothing()
    if made is not None:
        raise Refusal("already_proposed", _WAITS, field="sanction_id")
    if not given.may_be_appealed(appealed=False):
        raise Refusal("not_now", field="sanction_id")
    stored = work.sql.one(
        store.MAKE,
        appeal_id=work.new_id(),
        sanction_id=given.sanction_id,
        user_id=actor.user_id,
        now=work.now,
        words=words,
    )
    if stored is None:
        raise Refusal("already_proposed", _WAITS, field="sanction_id")
    work.emit(YourSanction(user_id=actor.user_id))
    work.emit(AppealChanged(about=actor.user_id))
    return Nothing()


def _own(work: Work, actor: Actor, sanction_id: str) -> Sanction:
    given = restraining.held(work, sanction_id)
    if given is None or given.user_id != actor.user_id:
        raise Refusal("not_found", field="sanction_id")
    return given


def _mine(
    reader: Reader,
    actor: Actor,
    given: Sanction,
    seen_at: int | None,
    appealed: tuple[int | None, str, Outcome | None, int | None],
) -> MySanction:
    at, words, outcome, decided_at = appealed
    made = (
        None if at is None else MyAppeal(at=at, words=words, outcome=outcome, decided_at=decided_at)
    )
    return MySanction(
        sanction_id=given.sanction_id,
        kind=SanctionKind(given.kind),
        reason=given.reason,
        room_id=given.room_id,
        room_name=_room_name(reader, actor, given.room_id),
        given_at=given.given_at,
        until=given.until,
        lifted_at=given.lifted_at,
        news=given.is_news(seen_at, reader.now),
        may_appeal=given.may_be_appealed(appealed=made is not None),
        appeal=made,
    )


def _room_name(reader: Reader, actor: Actor, room_id: str | None) -> str | None:
    """Its name, while they may know that there is such a room."""
    if room_id is None:
        return None
    try:
        access.door(reader, actor, room_id)
    except Refusal:
        return None
    return room_store.by_id(reader.sql, room_id).name
