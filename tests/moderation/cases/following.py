"""What the tests of following up share: reasons, cases, and what moderators do with them."""

from __future__ import annotations

from moderation.cases import looking, opening, queue, triage
from moderation.cases.case import Case
from moderation.cases.looking import OpenCase
from moderation.cases.opening import Hit, Reason, Source
from moderation.cases.queue import ListCases
from moderation.cases.triage import ClaimCase
from moderation.cases.views import CaseAnswer, CaseRow, OpenedCase
from moderation.severity import Severity
from rooms.people.person import Actor
from tests.support.scene import Scene


def heard(severity: Severity = Severity.HIGH, body: str = "some words", **more: object) -> Reason:
    """Software heard a term in some words."""
    hit = Hit(term="wish", category="suicide", start=0, end=4, severity=severity, why=("desire",))
    return Reason(
        source=Source.KEYWORD,
        severity=severity,
        category="suicide",
        body=body,
        hits=(hit,),
        list_version="1",
        **more,  # type: ignore[arg-type]
    )


def flagged(scene: Scene, who: Actor, reason: Reason | None = None) -> Case:
    """Somebody's words gave a reason to look."""
    return scene.write(lambda work: opening.flag(work, who.user_id, reason or heard()))


def listed(scene: Scene, who: Actor, **more: object) -> list[CaseRow]:
    """What somebody sees in the queue."""
    command = ListCases(**more)  # type: ignore[arg-type]
    return scene.ask(queue.list_cases, who, command).cases


def look(scene: Scene, who: Actor, case_id: str) -> OpenedCase:
    """Somebody opens a case."""
    return scene.do(looking.open_case, who, OpenCase(case_id=case_id))


def claim(scene: Scene, who: Actor, case_id: str) -> CaseAnswer:
    """Somebody takes a case on."""
    return scene.do(triage.claim, who, ClaimCase(case_id=case_id))
