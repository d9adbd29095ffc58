"""Taking a case on: one has it, the others hear who, and every deed is written down."""

from __future__ import annotations

import pytest

from moderation.cases import triage
from moderation.cases.case import CaseState
from moderation.cases.clock import LEASE_MS
from moderation.cases.triage import ClaimCase, NoteCase, ReleaseCase, RenewCase
from moderation.conduct import audit
from moderation.events import CaseChanged
from rooms.people.person import Actor, Role
from rooms.refusal import Refusal
from tests.moderation.cases.following import claim, flagged, look
from tests.support.scene import Scene


def deeds(scene: Scene, who: Actor) -> list[str]:
    """What somebody has done, newest first."""
    entries = scene.ask(audit.list_audit, who, audit.ListAudit()).entries
    return [entry.action for entry in entries]


def test_the_second_who_claims_hears_who_has_it(scene: Scene) -> None:
    milo = scene.person("milo", Role.MODERATOR)
    case = flagged(scene, scene.anna)
    claim(scene, scene.maria, case.case_id)
    scene.heard()
    with pytest.raises(Refusal) as refused:
        claim(scene, milo, case.case_id)
    assert (refused.value.code, str(refused.value.message)) == (
        "already_claimed",
        "maria has this already.",
    )
    assert scene.heard() == []
    assert claim(scene, scene.maria, case.case_id).case.state is CaseState.CLAIMED


def test_each_deed_is_in_the_audit_log_and_in_the_timeline(scene: Scene) -> None:
    case = flagged(scene, scene.anna)
    claim(scene, scene.maria, case.case_id)
    scene.do(triage.note, scene.maria, NoteCase(case_id=case.case_id, note="asked fay"))
    scene.do(triage.release, scene.maria, ReleaseCase(case_id=case.case_id))
    assert deeds(scene, scene.maria) == ["case.release", "case.claim"]
    opened = look(scene, scene.maria, case.case_id)
    assert [entry.what for entry in opened.entries] == ["release", "note", "claim", "opened"]
    assert opened.entries[1].note == "asked fay"
    assert "asked fay" not in repr(scene.ask(audit.list_audit, scene.adam, audit.ListAudit()))


def test_whoever_follows_up_hears_of_each_change(scene: Scene) -> None:
    case = flagged(scene, scene.anna)
    scene.heard()
    claim(scene, scene.maria, case.case_id)
    (event,) = scene.heard_of(CaseChanged)
    assert event == CaseChanged(
        about=scene.anna.user_id,
        case_id=case.case_id,
        state="claimed",
        severity="high",
        owner_id=scene.maria.user_id,
    )


def test_renewing_keeps_it(scene: Scene) -> None:
    milo = scene.person("milo", Role.MODERATOR)
    case = flagged(scene, scene.anna)
    claim(scene, scene.maria, case.case_id)
    scene.clock.advance(ms=LEASE_MS - 1)
    scene.do(triage.renew, scene.maria, RenewCase(case_id=case.case_id))
    scene.clock.advance(ms=LEASE_MS - 1)
    assert scene.no(triage.claim, milo, ClaimCase(case_id=case.case_id)) == "already_claimed"
    scene.clock.advance(ms=1)
    assert claim(scene, milo, case.case_id).case.owner is not None


@pytest.mark.parametrize("who", ["adam", "anna", "fay"])
def test_only_moderators_follow_up(scene: Scene, who: str) -> None:
    case = flagged(scene, scene.ben)
    actor: Actor = getattr(scene, who)
    assert scene.no(triage.claim, actor, ClaimCase(case_id=case.case_id)) == "forbidden"


def test_nobody_takes_a_case_about_themselves_and_it_looks_absent(scene: Scene) -> None:
    case = flagged(scene, scene.maria)
    own = scene.no(triage.claim, scene.maria, ClaimCase(case_id=case.case_id))
    absent = scene.no(triage.claim, scene.maria, ClaimCase(case_id="absent"))
    assert own == absent == "not_found"


def test_an_empty_note_is_none(scene: Scene) -> None:
    case = flagged(scene, scene.anna)
    assert scene.no(triage.note, scene.maria, NoteCase(case_id=case.case_id, note=" ")) == (
        "empty_body"
    )
