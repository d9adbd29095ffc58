"""The card: what someone in danger sees of their own case, and nobody else does.

It is there for what is high or imminent alone. Must never say that somebody writes before a human
has claimed the case, nor that somebody is there who did not prove it; must never tell of notes, of
who looked, or of a case that was opened quietly.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from moderation.cases import card_store
from moderation.cases.case import Case, CaseState, Kind
from moderation.events import CardChanged, ConcernHeard
from moderation.severity import PAGES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rooms.work import Reader, Work


class Stage(StrEnum):
    """How far it has come, as its person sees it."""

    WAITS = "waits"
    SOMEONE = "someone"
    """A human has claimed it."""
    CONTACT = "contact"
    """They talk with each other."""
    OVER = "over"


class Duty(Protocol):
    """Who is there: a shift, and a device that has proven that it can be reached."""

    def on_duty(self, reader: Reader, about: str = "") -> Sequence[str]:
        """Those who are, without the person concerned."""
        ...

    def next_shift(self, reader: Reader, about: str = "") -> int | None:
        """When the next of them begins, if that is known."""
        ...


class Card(NamedTuple):
    """What is kept of one: the answer given, where it was put away, and what was told last."""

    wants: bool | None = None
    """Whether one of us shall write; None: not answered."""
    away: str | None = None
    """The stage at which it was put away: as long as nothing changes it stays so."""
    told: str = ""
    told_owner: str | None = None
    given_back: bool = False
    """Somebody had it, and it waits again."""


_STAGES: Final = {
    CaseState.OPEN: Stage.WAITS,
    CaseState.CLAIMED: Stage.SOMEONE,
    CaseState.IN_CONTACT: Stage.CONTACT,
    CaseState.RESOLVED: Stage.OVER,
    CaseState.REVIEWED: Stage.OVER,
}


def stage_of(case: Case) -> Stage | None:
    """None: there is no card."""
    if case.kind is not Kind.REAL or case.severity not in PAGES:
        return None
    return _STAGES[case.state]


def kept(reader: Reader, case_id: str) -> Card | None:
    """What is kept of the card of a case."""
    row = reader.sql.one(card_store.CARD, case_id=case_id)
    if row is None:
        return None
    wants, away, told, told_owner, given_back = row
    return Card(
        wants=None if wants is None else bool(wants),
        away=away,
        told=told,
        told_owner=told_owner,
        given_back=bool(given_back),
    )


def keep(work: Work, case_id: str, card: Card) -> None:
    """Whoever keeps it has locked the case."""
    work.sql.run(
        card_store.KEEP,
        of_case_id=case_id,
        wants=None if card.wants is None else int(card.wants),
        away=card.away,
        told=card.told,
        told_owner=card.told_owner,
        given_back=int(card.given_back),
    )


def changed(work: Work, case: Case) -> None:
    """The case stands otherwise: whoever sees something of that hears that there is news."""
    if case.kind is not Kind.REAL:
        return
    _tell_the_person(work, case)
    if case.state is not CaseState.OPEN:
        _tell_who_worried(work, case)


def again(work: Work, case: Case) -> None:
    """Another reason of the kind that shows a card: one that was put away comes back."""
    card = kept(work, case.case_id)
    if card is not None and card.away is not None:
        keep(work, case.case_id, card._replace(away=None))
        work.emit(CardChanged(user_id=case.member_id))


def _tell_the_person(work: Work, case: Case) -> None:
    stage = stage_of(case)
    if stage is None:
        return
    card = kept(work, case.case_id) or Card()
    owner = case.owner_id if case.is_running else None
    if (card.told, card.told_owner) == (stage, owner):
        return
    had_it = card.told == Stage.SOMEONE or card.given_back
    card = card._replace(told=stage, told_owner=owner, given_back=had_it and stage is Stage.WAITS)
    keep(work, case.case_id, card)
    work.emit(CardChanged(user_id=case.member_id))


def _tell_who_worried(work: Work, case: Case) -> None:
    """Someone has it: that, and nothing more."""
    for person_id, message_id in work.sql.all(
        card_store.HEARD, of_case_id=case.case_id, now=work.now, limit=card_store.AT_ONCE
    ):
        work.emit(ConcernHeard(user_id=person_id, message_id=message_id))
