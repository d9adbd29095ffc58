"""What someone sees of their own case, and what they answer. Must never need an unbarred door:
whoever is banned, waits to be let in or is leaving sees and answers it as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

import msgspec

from moderation.cases import card, card_store, showing, store, timeline
from moderation.cases import case as rules
from moderation.cases.card import Card, Duty, Stage
from moderation.cases.clock import DEFAULT, Clock
from moderation.events import CardChanged
from rooms.chat.reading import MyCard, MyCards, MyWorry
from rooms.command import Command, Nothing, Result
from rooms.refusal import Refusal

if TYPE_CHECKING:
    from moderation.cases.case import Case
    from rooms.people.person import Actor
    from rooms.work import Reader, Work

_DAY_MS: Final = 24 * 3600 * 1000
OVER_SHOWN_MS: Final = 2 * _DAY_MS
"""How long a card still says that it is over."""
WORRIES_SHOWN_MS: Final = 14 * _DAY_MS
_WORRIES: Final = 20


class ShowCard(Command, frozen=True, kw_only=True):
    """What is asked of me, who has heard me, and whether someone has what I worried about."""


class CardAnswer(Result, frozen=True, kw_only=True):
    """What I see of it now; None is nothing."""

    cards: MyCards | None


class AnswerCard(Command, frozen=True, kw_only=True):
    """Shall one of us write to you? It can be answered otherwise at any time."""

    answer: Literal["yes", "not_now"]


class PutCardAway(Command, frozen=True, kw_only=True):
    """Out of sight until it stands otherwise; "Help now" still has it. Or back."""

    away: bool = True


class Nobody:
    """Nobody is ever there: a place without a rota."""

    def on_duty(self, _reader: Reader, about: str = "") -> list[str]:  # noqa: ARG002
        """Nobody."""
        return []

    def next_shift(self, _reader: Reader, about: str = "") -> int | None:  # noqa: ARG002
        """Never."""
        return None


def show(reader: Reader, actor: Actor, _command: ShowCard, *, duty: Duty) -> CardAnswer:
    """The same as `session.sync` tells of it."""
    return CardAnswer(cards=cards(reader, actor.user_id, duty))


def cards(reader: Reader, user_id: str, duty: Duty) -> MyCards | None:
    """What someone sees of people following up; most people see nothing."""
    mine = of_person(reader, user_id, duty)
    worries = [
        MyWorry(message_id=message_id, at=at, heard_at=heard_at)
        for message_id, at, heard_at in reader.sql.all(
            card_store.WORRIES,
            person_id=user_id,
            after=reader.now - WORRIES_SHOWN_MS,
            limit=_WORRIES,
        )
    ]
    return MyCards(mine=mine, worries=worries) if mine or worries else None


def of_person(reader: Reader, user_id: str, duty: Duty) -> MyCard | None:
    """Someone's card, if there is one."""
    case = _latest(reader, user_id)
    stage = None if case is None else card.stage_of(case)
    if case is None or stage is None:
        return None
    kept = card.kept(reader, case.case_id) or Card()
    shown = MyCard(
        stage="over",
        since=case.opened_at,
        by=showing.someone(reader, case.owner_id),
        wants=kept.wants,
        asked=_asked(reader, case),
        away=kept.away == stage,
    )
    if stage is Stage.WAITS:
        return _waiting(reader, shown, user_id, kept, duty)
    if stage is Stage.SOMEONE:
        return msgspec.structs.replace(shown, stage="someone_has_it")
    if stage is Stage.CONTACT:
        return msgspec.structs.replace(shown, stage="in_contact", room_id=case.room_id)
    return shown


def answer(work: Work, actor: Actor, command: AnswerCard, *, times: Clock = DEFAULT) -> Nothing:
    """Kept with the case, where whoever follows up sees it; a sign of life for who has it."""
    case, kept = _locked(work, actor)
    wants = command.answer == "yes"
    if kept.wants is wants:
        return Nothing()
    card.keep(work, case.case_id, kept._replace(wants=wants))
    timeline.note(work, case, actor.user_id, "answered", detail=command.answer)
    after = rules.heard(case, work.now, times)
    store.save(work.sql, after)
    timeline.announce(work, after)
    work.emit(CardChanged(user_id=actor.user_id))
    return Nothing()


def wish(work: Work, user_id: str) -> None:
    """Whoever asks for a person wants to be written to."""
    case = store.lock_running(work.sql, user_id)
    if case is not None and card.stage_of(case) is not None:
        kept = card.kept(work, case.case_id) or Card()
        card.keep(work, case.case_id, kept._replace(wants=True, away=None))


def put_away(work: Work, actor: Actor, command: PutCardAway) -> Nothing:
    """Nobody but its person has to know that it is not looked at."""
    case, kept = _locked(work, actor, over=True)
    stage = card.stage_of(case)
    away = str(stage) if command.away else None
    if kept.away != away:
        card.keep(work, case.case_id, kept._replace(away=away))
        work.emit(CardChanged(user_id=actor.user_id))
    return Nothing()


def _waiting(reader: Reader, shown: MyCard, user_id: str, kept: Card, duty: Duty) -> MyCard:
    """Nobody has it: is anybody there?"""
    if duty.on_duty(reader, about=user_id):
        return msgspec.structs.replace(shown, stage="heard", by=None, given_back=kept.given_back)
    return msgspec.structs.replace(
        shown,
        stage="nobody_on_duty",
        by=None,
        given_back=kept.given_back,
        next_duty_at=duty.next_shift(reader, about=user_id),
    )


def _latest(reader: Reader, user_id: str) -> Case | None:
    row = reader.sql.one(
        card_store.LATEST, member_id=user_id, resolved_after=reader.now - OVER_SHOWN_MS
    )
    return None if row is None else store.read(row)


def _locked(work: Work, actor: Actor, *, over: bool = False) -> tuple[Case, Card]:
    """One's own case, if there is a card of it; without one it is as if there were no case."""
    latest = _latest(work, actor.user_id)
    case = None if latest is None else store.lock(work.sql, latest.case_id)
    if case is None or card.stage_of(case) is None or not (over or case.is_running):
        raise Refusal("not_found")
    return case, card.kept(work, case.case_id) or Card()


def _asked(reader: Reader, case: Case) -> bool:
    found = reader.sql.one(card_store.ASKED, case_id=case.case_id, member_id=case.member_id)
    return found is not None
