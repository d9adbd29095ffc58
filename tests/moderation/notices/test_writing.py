"""What is told of a case: that there is something, by every way, and nothing of it."""

from __future__ import annotations

from moderation.notices import writing
from moderation.notices.addressees import Told
from moderation.notices.writing import About, Channel, Channels, What
from moderation.severity import Severity
from tests.moderation.cases.following import flagged, heard
from tests.moderation.duty.standing import at, notices, rang, subscribe
from tests.support.scene import Scene

CHANNELS = Channels((Channel.WEBHOOK, Channel.EMAIL), (Channel.OUTSIDE_EMAIL,))
SECRET = "the words of anna in the evening room"


def tell(scene: Scene, told: Told, case_id: str | None = None) -> None:
    about = About(What.LOOK, case_id, Severity.HIGH)
    scene.write(lambda work: writing.tell(work, told, about, CHANNELS))


def test_everybody_once_by_every_way(scene: Scene) -> None:
    subscribe(scene, at(scene.maria))
    subscribe(scene, at(scene.maria, "s2"), "https://web.push.apple.com/q")
    both = Told((scene.adam.user_id, scene.maria.user_id), channels=True, outside=True)
    tell(scene, both)
    assert [alert.user_id for alert in rang(scene)] == list(both.people)
    assert sorted(each["channel"] for each in notices(scene)) == [
        "email",
        "outside_email",
        "push",
        "push",
        "webhook",
    ]


def test_nobody_outside_is_told_unasked(scene: Scene) -> None:
    tell(scene, Told((scene.maria.user_id,)))
    assert notices(scene) == []
    assert len(rang(scene)) == 1


def test_nothing_of_the_case_is_in_it(scene: Scene) -> None:
    case = flagged(scene, scene.anna, heard(body=SECRET, room_id=scene.evening))
    scene.heard()
    subscribe(scene, at(scene.maria))
    everybody = Told((scene.maria.user_id,), channels=True, outside=True)
    tell(scene, everybody, case.case_id)
    kept = repr((notices(scene), scene.snapshot()["alert"], rang(scene)))
    for secret in (SECRET, "anna", "Evening", scene.evening, scene.anna.user_id, "suicide"):
        assert secret not in kept


def test_the_alert_in_the_page_names_not_even_the_case(scene: Scene) -> None:
    case = flagged(scene, scene.anna)
    tell(scene, Told((scene.maria.user_id,)), case.case_id)
    (alert,) = rang(scene)
    assert case.case_id not in repr(alert)
    assert (alert.severity, alert.topic) == ("high", f"user:{scene.maria.user_id}")
