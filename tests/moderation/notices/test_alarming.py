"""What all of staff is told: that alerts may not arrive, and once a day what waits for long."""

from __future__ import annotations

from moderation.cases import escalation
from moderation.cases.clock import DEFAULT, HOUR_MS
from moderation.notices import alarming
from moderation.notices.writing import Channel, Channels
from moderation.severity import Severity
from rooms.people.person import Actor, Role
from tests.moderation.cases.following import flagged, heard
from tests.moderation.duty.standing import notices, rang
from tests.support.scene import Scene

CHANNELS = Channels((Channel.EMAIL,), (Channel.OUTSIDE_EMAIL,))


def overdue(scene: Scene, *people: Actor) -> None:
    """Quiet cases about people, that nobody looked at in time."""
    for who in people:
        flagged(scene, who, heard(Severity.MEDIUM))
    for _ in range(2):
        for case_id in scene.read(escalation.due):
            step(scene, case_id)
        scene.clock.advance(ms=HOUR_MS)
    for case_id in scene.read(escalation.due):
        step(scene, case_id)
    scene.heard()
    scene.connection.execute("DELETE FROM notice")


def step(scene: Scene, case_id: str) -> None:
    scene.write(lambda work: escalation.step(work, case_id, channels=CHANNELS, times=DEFAULT))


def digest(scene: Scene) -> tuple[bool, list[str], list[str]]:
    """Whether there is one, whose pages ring, and which channels are used."""
    is_one = scene.write(lambda work: alarming.digest(work, channels=CHANNELS))
    return (
        is_one,
        sorted(alert.user_id for alert in rang(scene)),
        sorted(each["channel"] for each in notices(scene)),
    )


def test_everybody_hears_that_alerts_may_not_arrive(scene: Scene) -> None:
    scene.write(lambda work: alarming.path_broken(work, channels=CHANNELS))
    assert {alert.user_id for alert in rang(scene)} == {scene.maria.user_id, scene.adam.user_id}
    assert [each["channel"] for each in notices(scene)] == ["email", "outside_email"]


def test_a_day_without_anything_overdue_is_quiet(scene: Scene) -> None:
    flagged(scene, scene.anna, heard(Severity.MEDIUM))
    assert digest(scene) == (False, [], [])


def test_what_waited_too_long_is_told_once_a_day(scene: Scene) -> None:
    overdue(scene, scene.anna)
    assert digest(scene) == (True, [scene.maria.user_id], ["email"])


def test_nobody_is_told_of_what_is_about_themselves(scene: Scene) -> None:
    milo = scene.person("milo", Role.MODERATOR)
    overdue(scene, milo)
    assert digest(scene) == (True, [scene.maria.user_id], [])


def test_what_is_about_the_only_moderator_is_told_to_administrators_and_outside(
    scene: Scene,
) -> None:
    overdue(scene, scene.maria)
    assert digest(scene) == (True, [scene.adam.user_id], ["outside_email"])


def test_whoever_is_concerned_is_not_told_as_an_administrator_either(scene: Scene) -> None:
    scene.connection.execute(
        "UPDATE person SET role = 'admin' WHERE user_id = ?", (scene.maria.user_id,)
    )
    overdue(scene, scene.adam)
    assert digest(scene) == (True, [scene.maria.user_id], ["outside_email"])


def test_a_grave_case_is_no_matter_for_a_digest(scene: Scene) -> None:
    flagged(scene, scene.anna, heard(Severity.HIGH))
    scene.clock.advance(ms=HOUR_MS)
    for case_id in scene.read(escalation.due):
        step(scene, case_id)
    scene.heard()
    scene.connection.execute("DELETE FROM notice")
    assert digest(scene) == (False, [], [])
