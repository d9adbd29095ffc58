"""Coming on duty: it rings, and its person says that they heard it, on that very device."""

from __future__ import annotations

from moderation.duty import devices
from moderation.duty.devices import (
    TEST_RINGS_MS,
    AcknowledgeAlert,
    RingAlert,
    StartDuty,
    StopDuty,
)
from moderation.notices import writing
from moderation.notices.writing import About, What
from moderation.severity import Severity
from rooms.people.person import Role
from tests.moderation.cases.following import claim, flagged
from tests.moderation.duty.standing import (
    at,
    come,
    notices,
    rang,
    shift,
    shown,
    stand,
    subscribe,
)
from tests.support.scene import Scene


def test_without_a_shift_nothing_rings(scene: Scene) -> None:
    assert scene.no(devices.start, at(scene.maria), StartDuty()) == "not_now"
    shift(scene, scene.maria)
    assert scene.no(devices.ring, at(scene.maria), RingAlert()) == "not_now"
    assert shown(scene, at(scene.maria)).device == "none"


def test_it_rings_at_once_and_counts_once_it_was_heard(scene: Scene) -> None:
    shift(scene, scene.maria)
    scene.heard()
    test = scene.do(devices.start, at(scene.maria), StartDuty())
    (alert,) = rang(scene)
    assert (alert.what, alert.alert_id, alert.user_id) == (
        "test",
        test.alert_id,
        scene.maria.user_id,
    )
    assert shown(scene, at(scene.maria)).device == "silent"
    scene.do(devices.acknowledge, at(scene.maria), AcknowledgeAlert(alert_id=test.alert_id))
    view = shown(scene, at(scene.maria))
    assert (view.device, view.on_duty, view.push_key) == ("heard", 1, "key")
    assert view.shift is not None
    assert view.shift.is_there


def test_what_another_device_heard_proves_nothing(scene: Scene) -> None:
    shift(scene, scene.maria)
    test = scene.do(devices.start, at(scene.maria), StartDuty())
    heard = AcknowledgeAlert(alert_id=test.alert_id)
    assert scene.no(devices.acknowledge, at(scene.maria, "s2"), heard) == "not_now"
    assert shown(scene, at(scene.maria)).on_duty == 0


def test_a_test_that_is_heard_too_late_counts_for_nothing(scene: Scene) -> None:
    shift(scene, scene.maria)
    test = scene.do(devices.start, at(scene.maria), StartDuty())
    scene.clock.advance(ms=TEST_RINGS_MS)
    heard = AcknowledgeAlert(alert_id=test.alert_id)
    assert scene.no(devices.acknowledge, at(scene.maria), heard) == "not_now"
    come(scene, at(scene.maria))
    assert shown(scene, at(scene.maria)).on_duty == 1


def test_nobody_hears_for_somebody_else(scene: Scene) -> None:
    milo = scene.person("milo", Role.MODERATOR)
    shift(scene, scene.maria)
    test = scene.do(devices.start, at(scene.maria), StartDuty())
    heard = AcknowledgeAlert(alert_id=test.alert_id)
    assert scene.no(devices.acknowledge, at(milo), heard) == "not_found"


def test_a_test_is_pushed_to_this_browser_alone(scene: Scene) -> None:
    shift(scene, scene.maria)
    subscribe(scene, at(scene.maria))
    subscribe(scene, at(scene.maria, "s2"), "https://web.push.apple.com/q")
    scene.do(devices.start, at(scene.maria), StartDuty())
    (only,) = notices(scene)
    assert (only["channel"], only["what"]) == ("push", "test")


def test_what_rings_is_listed_until_it_was_heard_or_somebody_has_it(scene: Scene) -> None:
    case = flagged(scene, scene.anna)
    look = About(What.LOOK, case.case_id, Severity.HIGH)
    first = scene.write(lambda work: writing.ring(work, scene.maria.user_id, look))
    scene.write(lambda work: writing.ring(work, scene.maria.user_id, look))
    assert len(shown(scene, at(scene.maria)).ringing) == 2
    scene.do(devices.acknowledge, at(scene.maria), AcknowledgeAlert(alert_id=first))
    scene.do(devices.acknowledge, at(scene.maria), AcknowledgeAlert(alert_id=first))
    (left,) = shown(scene, at(scene.maria)).ringing
    assert (left.what, left.severity) == ("look", "high")
    claim(scene, scene.maria, case.case_id)
    assert shown(scene, at(scene.maria)).ringing == []


def test_stopping_is_heard_by_staff_and_needs_no_reason(scene: Scene) -> None:
    stand(scene, scene.maria)
    scene.heard()
    scene.do(devices.stop, at(scene.maria), StopDuty())
    assert [event.kind() for event in scene.heard()] == ["duty.changed"]
    scene.do(devices.stop, at(scene.maria), StopDuty())
    assert scene.heard() == []


def test_a_sign_out_takes_the_pushes_along(scene: Scene) -> None:
    subscribe(scene, at(scene.maria))
    scene.write(lambda work: devices.signed_out(work, at(scene.maria).sign_in_id))
    assert scene.snapshot()["push_subscription"] == []
