"""What goes of duty and alerts, and when."""

from __future__ import annotations

from moderation.duty import rota
from moderation.duty.rota import NoteShift
from moderation.notices import leaving, outbox, writing
from moderation.notices.leaving import SHIFTS_KEPT_MS, TOLD_KEPT_MS
from moderation.notices.writing import About, Channel, What
from tests.moderation.duty.standing import ENDPOINT, at, shift, stand, subscribe
from tests.support.scene import Scene

MINE = ("shift", "duty_device", "alert", "push_subscription")


def live(scene: Scene) -> None:
    stand(scene, scene.maria)
    subscribe(scene, at(scene.maria))


def until_done(scene: Scene, step: object) -> None:
    while scene.write(lambda work: step(work, "")) is not None:  # type: ignore[operator]
        pass


def test_whoever_leaves_is_on_no_rota_and_nothing_rings_for_them(scene: Scene) -> None:
    live(scene)
    until_done(scene, lambda work, _: leaving.forget_duty(work, scene.maria.user_id, ""))
    assert all(scene.snapshot()[table] == [] for table in MINE)


def test_their_own_shifts_and_browsers_are_in_their_export(scene: Scene) -> None:
    made = shift(scene, scene.maria)
    scene.do(rota.note, scene.maria, NoteShift(shift_id=made.shift_id, note="quiet"))
    subscribe(scene, at(scene.maria))
    who = scene.maria.user_id
    (mine,) = scene.read(lambda reader: leaving.shifts(reader, who, "")).items
    assert (mine["note"], mine["begins_at"]) == ("quiet", made.begins_at)
    (browser,) = scene.read(lambda reader: leaving.pushes(reader, who, "")).items
    assert browser["endpoint"] == ENDPOINT
    assert scene.read(lambda reader: leaving.shifts(reader, scene.adam.user_id, "")).items == []


def test_what_was_told_goes_after_its_term_and_shifts_later(scene: Scene) -> None:
    live(scene)
    scene.write(lambda work: writing.send(work, Channel.EMAIL, About(What.LOOK)))
    scene.clock.advance(ms=TOLD_KEPT_MS)
    until_done(scene, leaving.step)
    assert scene.snapshot()["alert"] == []
    assert len(scene.snapshot()["notice"]) == 1, "it was never tried"
    scene.write(outbox.take)
    until_done(scene, leaving.step)
    assert scene.snapshot()["notice"] == []
    assert len(scene.snapshot()["shift"]) == 1
    scene.clock.advance(ms=SHIFTS_KEPT_MS)
    until_done(scene, leaving.step)
    assert scene.snapshot()["shift"] == []
