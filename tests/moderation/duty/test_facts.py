"""Who is there: a shift and a heard device, and nothing less."""

from __future__ import annotations

from moderation.duty import devices, facts
from moderation.duty.devices import StartDuty, StopDuty
from moderation.duty.rota import HOUR_MS
from rooms.people import registry
from rooms.people.person import Role, State
from tests.moderation.duty.standing import at, come, shift, stand
from tests.support.scene import Scene


def there(scene: Scene, about: str = "") -> list[str]:
    return scene.read(lambda reader: facts.on_duty(reader, about))


def test_a_shift_alone_is_nobody(scene: Scene) -> None:
    shift(scene, scene.maria)
    assert there(scene) == []
    scene.do(devices.start, at(scene.maria), StartDuty())
    assert there(scene) == [], "nobody has heard anything yet"
    come(scene, at(scene.maria))
    assert there(scene) == [scene.maria.user_id]


def test_who_was_there_yesterday_is_not_there_today(scene: Scene) -> None:
    stand(scene, scene.maria)
    scene.clock.advance(ms=HOUR_MS)
    assert there(scene) == []
    shift(scene, scene.maria)
    assert there(scene) == [], "each shift has its own test"


def test_nobody_is_there_for_themselves(scene: Scene) -> None:
    stand(scene, scene.maria)
    assert there(scene, about=scene.maria.user_id) == []
    assert there(scene, about=scene.anna.user_id) == [scene.maria.user_id]


def test_on_call_is_told_and_not_counted(scene: Scene) -> None:
    stand(scene, scene.maria, on_call=True)
    staff = scene.read(facts.staff)
    assert staff.on_call == {scene.maria.user_id}
    assert (there(scene), staff.there, staff.on_shift) == ([], frozenset(), frozenset())


def test_whoever_stops_signs_out_or_may_not_any_more_is_not_there(scene: Scene) -> None:
    milo = scene.person("milo", Role.MODERATOR)
    mona = scene.person("mona", Role.MODERATOR)
    for who in (scene.maria, milo, mona):
        stand(scene, who)
    assert len(there(scene)) == 3
    scene.do(devices.stop, at(scene.maria), StopDuty())
    assert len(there(scene)) == 2
    scene.write(lambda work: devices.signed_out(work, at(milo).sign_in_id))
    assert there(scene) == [mona.user_id]
    scene.write(lambda work: registry.set_state(work, mona.user_id, State.FROZEN))
    assert there(scene) == []


def test_who_is_no_moderator_any_more_is_not_there(scene: Scene) -> None:
    stand(scene, scene.maria)
    scene.write(lambda work: registry.set_role(work, scene.maria.user_id, Role.MEMBER))
    assert there(scene) == []
    assert scene.read(facts.staff).moderators == frozenset()


def test_when_somebody_means_to_be_there_next(scene: Scene) -> None:
    begin = scene.clock()
    assert scene.read(facts.next_shift) is None
    scene.clock.advance(ms=HOUR_MS)
    shift(scene, scene.maria)
    scene.clock.now_ms = begin
    assert scene.read(facts.next_shift) == begin + HOUR_MS
    assert scene.read(lambda reader: facts.next_shift(reader, scene.maria.user_id)) is None
