"""What people say of a reason afterwards."""

from __future__ import annotations

import pytest

from moderation.cases import judging
from moderation.cases.judging import JudgeFlag
from moderation.conduct import audit
from moderation.events import CaseChanged
from rooms.people.person import Actor, Role
from tests.moderation.cases.following import flagged, look
from tests.support.scene import Scene


def flag_of(scene: Scene, who: Actor, case_id: str) -> str:
    """The newest reason of a case."""
    return look(scene, who, case_id).flags[0].flag_id


def test_a_verdict_is_kept_and_can_change(scene: Scene) -> None:
    case = flagged(scene, scene.anna)
    flag_id = flag_of(scene, scene.maria, case.case_id)
    scene.heard()
    for verdict in ("wrong", "right", "right"):
        scene.do(judging.judge, scene.maria, JudgeFlag(flag_id=flag_id, verdict=verdict))
    assert len(scene.heard_of(CaseChanged)) == 2
    opened = look(scene, scene.maria, case.case_id)
    assert opened.flags[0].verdict == "right"
    assert [entry.detail for entry in opened.entries[:2]] == ["right", "wrong"]
    entries = scene.ask(audit.list_audit, scene.adam, audit.ListAudit()).entries
    assert [entry.about for entry in entries if entry.action == "flag.judge"] == [flag_id] * 2


@pytest.mark.parametrize("who", ["adam", "fay", "anna"])
def test_only_moderators_judge(scene: Scene, who: str) -> None:
    flag_id = flag_of(scene, scene.maria, flagged(scene, scene.ben).case_id)
    actor: Actor = getattr(scene, who)
    command = JudgeFlag(flag_id=flag_id, verdict="right")
    assert scene.no(judging.judge, actor, command) == "forbidden"


def test_a_reason_about_oneself_looks_absent(scene: Scene) -> None:
    milo = scene.person("milo", Role.MODERATOR)
    flag_id = flag_of(scene, milo, flagged(scene, scene.maria).case_id)
    own = scene.refusal(judging.judge, scene.maria, JudgeFlag(flag_id=flag_id, verdict="right"))
    absent = scene.refusal(judging.judge, scene.maria, JudgeFlag(flag_id="no", verdict="right"))
    assert (own.code, own.field) == (absent.code, absent.field) == ("not_found", "flag_id")
