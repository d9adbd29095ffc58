"""The only door to a case. Must never let an answer tell a case about oneself from one that is
not there: both are `not_found`, in the same words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from moderation.cases import store
from moderation.cases.case import Kind
from rooms.permissions import Action, allows
from rooms.refusal import Refusal

if TYPE_CHECKING:
    from moderation.cases.case import Case
    from rooms.people.person import Actor
    from rooms.work import Work


def demand(actor: Actor, action: Action = Action.SEE_CASES) -> None:
    """Refuse whoever does not follow up."""
    if not allows(actor, action):
        raise Refusal("forbidden")


def locked(work: Work, actor: Actor, case_id: str, action: Action = Action.FOLLOW_UP) -> Case:
    """A case that the actor may see, for changing it."""
    demand(actor, action)
    found = store.lock(work.sql, case_id)
    if found is None or not may_see(actor, found):
        raise Refusal("not_found", field="case_id")
    return found


def may_see(actor: Actor, case: Case) -> bool:
    """Never about oneself, unless it is for practice; a canary is nobody's to see."""
    if case.kind is Kind.PRACTICE:
        return True
    return case.kind is Kind.REAL and case.member_id != actor.user_id
