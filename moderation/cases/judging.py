"""What people say of a reason afterwards: so each term learns how often it is right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from moderation.cases import reaching, store, timeline
from moderation.conduct import audit
from rooms.command import Command, Nothing
from rooms.permissions import Action
from rooms.refusal import Refusal

if TYPE_CHECKING:
    from rooms.people.person import Actor
    from rooms.work import Work

_VERDICT = 15
"""Where a kept flag has its verdict, behind its case."""


class JudgeFlag(Command, frozen=True, kw_only=True):
    """Whether a reason to look was one."""

    flag_id: str
    verdict: Literal["right", "wrong"]


def judge(work: Work, actor: Actor, command: JudgeFlag) -> Nothing:
    """Kept with the flag; a second thought replaces the first."""
    reaching.demand(actor, Action.FOLLOW_UP)
    row = work.sql.one(store.FLAG, flag_id=command.flag_id)
    case = None if row is None else store.lock(work.sql, row[0])
    if row is None or case is None or not reaching.may_see(actor, case):
        raise Refusal("not_found", field="flag_id")
    if row[_VERDICT] == command.verdict:
        return Nothing()
    work.sql.run(store.JUDGE, of_flag_id=command.flag_id, new_verdict=command.verdict)
    audit.record(work, actor.user_id, "flag.judge", about=command.flag_id, detail=command.verdict)
    timeline.note(work, case, actor.user_id, "judge", detail=command.verdict)
    timeline.announce(work, case)
    return Nothing()
