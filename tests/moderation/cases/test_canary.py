"""A case that nobody sees, which walks the path of every alert and leaves nothing behind."""

from __future__ import annotations

from moderation.cases import canary, escalation, looking, queue
from moderation.cases.looking import OpenCase
from moderation.cases.queue import CountCases
from moderation.conduct import audit
from moderation.notices import outbox
from moderation.notices.writing import Channel, Channels
from tests.moderation.cases.following import flagged, listed
from tests.moderation.duty.standing import notices, stand
from tests.support.scene import Scene


def begin(scene: Scene) -> str:
    case_id = scene.write(canary.begin)
    assert case_id is not None
    return case_id


def test_it_becomes_a_notice_and_is_gone_when_it_arrived(scene: Scene) -> None:
    before = scene.snapshot()
    case_id = begin(scene)
    assert scene.read(escalation.due) == [case_id]
    scene.write(lambda work: escalation.step(work, case_id, channels=Channels()))
    (parcel,) = scene.write(outbox.take)
    assert (parcel.channel, parcel.case_id) == (Channel.CANARY, case_id)
    assert scene.write(lambda work: canary.arrived(work, case_id))
    assert not scene.write(lambda work: canary.arrived(work, case_id))
    assert scene.snapshot() == before


def test_no_human_sees_or_hears_it(scene: Scene) -> None:
    stand(scene, scene.maria)
    scene.heard()
    case_id = begin(scene)
    scene.write(lambda work: escalation.step(work, case_id, channels=Channels()))
    assert scene.heard() == []
    assert listed(scene, scene.maria) == []
    counted = scene.ask(queue.count, scene.adam, CountCases())
    assert (counted.waiting, counted.held) == ({}, {})
    opened = OpenCase(case_id=case_id)
    assert scene.no(looking.open_case, scene.maria, opened) == "not_found"
    deeds = scene.ask(audit.list_audit, scene.adam, audit.ListAudit()).entries
    assert not [deed for deed in deeds if deed.action.startswith("case.")]


def test_one_that_did_not_come_through_is_cleared_and_no_other_case(scene: Scene) -> None:
    real = flagged(scene, scene.adam)
    lost = begin(scene)
    assert begin(scene) != lost
    assert len(scene.snapshot()["case"]) == 2
    assert not scene.write(lambda work: canary.arrived(work, real.case_id))
    assert real.case_id in repr(scene.snapshot()["case"])
    assert len(scene.snapshot()["flag"]) == 2


def test_a_place_without_anybody_to_tell_has_none(scene: Scene) -> None:
    scene.connection.execute("UPDATE person SET role = 'member'")
    assert scene.write(canary.begin) is None
    assert notices(scene) == []
