"""What was done about a case, in order. Must never hold a word that is not about the follow-up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from moderation.cases import card, store
from moderation.cases.case import Kind
from moderation.events import CaseChanged

if TYPE_CHECKING:
    from moderation.cases.case import Case
    from rooms.work import Work


def note(
    work: Work, of: Case, actor_id: str, what: str, *, detail: str = "", words: str | None = None
) -> None:
    """Write down what happened. An empty `actor_id` is the clock, or software."""
    work.sql.run(
        store.ADD_ENTRY,
        of_case_id=of.case_id,
        now=work.now,
        actor_id=actor_id,
        what=what,
        detail=detail,
        note=words,
    )


def announce(work: Work, of: Case) -> None:
    """Tell those who follow up that it stands otherwise now, and never whom it is about; the
    person hears what is meant for them, and so does whoever worried about them.
    """
    if of.kind is Kind.CANARY:
        return
    about = of.member_id if of.kind is Kind.REAL else ""
    work.emit(
        CaseChanged(
            about=about,
            case_id=of.case_id,
            state=of.state,
            severity=of.severity,
            owner_id=of.owner_id,
        )
    )
    card.changed(work, of)
