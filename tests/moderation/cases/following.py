"""What the tests of following up share: reasons, cases, and what moderators do with them."""

from __future__ import annotations

from collections.abc import Sequence

from moderation.cases import closing, handing, looking, opening, queue, talking, triage
from moderation.cases.case import Case, Outcome
from moderation.cases.closing import ResolveCase
from moderation.cases.handing import AcceptCase, HandOverCase
from moderation.cases.looking import OpenCase
from moderation.cases.opening import Hit, Reason, Source
from moderation.cases.queue import ListCases
from moderation.cases.talking import ContactCase
from moderation.cases.triage import ClaimCase
from moderation.cases.views import CaseAnswer, CaseClosed, CaseRow, OpenedCase
from moderation.severity import Severity
from rooms.people.person import Actor
from rooms.work import Reader, Work
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


def write_to(scene: Scene, who: Actor, case_id: str, body: str = "Hello, how are you?") -> str:
    """Somebody writes to the person of a case that they have; the talk."""
    command = ContactCase(case_id=case_id, nonce=scene.nonce(), body=body)
    room_id = scene.do(talking.contact, who, command).case.room_id
    assert room_id is not None
    return room_id


def talk_with(scene: Scene, member: Actor, helper: Actor, reason: Reason | None = None) -> str:
    """Somebody's words gave a reason, and somebody wrote to them: the case."""
    case = flagged(scene, member, reason)
    claim(scene, helper, case.case_id)
    write_to(scene, helper, case.case_id)
    return case.case_id


def hand(
    scene: Scene, case_id: str, giver: Actor, taker: Actor, body: str = "I am here now"
) -> None:
    """One asks, the other goes on."""
    asked = HandOverCase(case_id=case_id, to=taker.user_id, summary="likes tea")
    scene.do(handing.hand_over, giver, asked)
    scene.do(
        handing.accept,
        taker,
        AcceptCase(case_id=case_id, nonce=scene.nonce(), body="I am here now"),
    )


def resolve(
    scene: Scene, who: Actor, case_id: str, outcome: Outcome = Outcome.TALKED, **more: object
) -> CaseClosed:
    """Somebody says what came of it."""
    command = ResolveCase(case_id=case_id, outcome=outcome, **more)  # type: ignore[arg-type]
    return scene.do(closing.resolve, who, command)


def room_of(scene: Scene, case_id: str) -> str:
    """The talk of a case, as the store has it."""
    row = scene.connection.execute(
        'SELECT room_id FROM "case" WHERE case_id = ?', (case_id,)
    ).fetchone()
    room_id: str = row[0]
    return room_id


def deaf(_work: Work, _author_id: str, _body: str, _warning: str | None) -> Reason | None:
    """Hears nothing in any words."""
    return None


class On:
    """These are on duty, and the next begin then."""

    def __init__(self, there: Sequence[str] = (), next_at: int | None = None) -> None:
        self.there, self.next_at = list(there), next_at

    def on_duty(self, _reader: Reader, about: str = "") -> list[str]:
        """All of them but whom it is about."""
        return [each for each in self.there if each != about]

    def next_shift(self, _reader: Reader, about: str = "") -> int | None:
        """The same for everyone."""
        return self.next_at
