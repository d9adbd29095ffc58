"""Delivered at least once, and never for ever."""

from __future__ import annotations

from moderation.notices import outbox, writing
from moderation.notices.outbox import PAUSES_MS, TRY_MS, Parcel
from moderation.notices.writing import RINGS_MS, About, Channel, What
from tests.moderation.cases.following import claim, flagged
from tests.moderation.duty.standing import ENDPOINT, at, notices, subscribe
from tests.support.scene import Scene


def send(scene: Scene, channel: Channel = Channel.WEBHOOK, case_id: str | None = None) -> None:
    scene.write(lambda work: writing.send(work, channel, About(What.LOOK, case_id)))


def take(scene: Scene) -> list[Parcel]:
    return scene.write(outbox.take)


def states(scene: Scene) -> list[str]:
    return [each["state"] for each in notices(scene)]


def test_what_was_taken_and_not_settled_is_taken_again(scene: Scene) -> None:
    """The process that took it has ended meanwhile."""
    send(scene)
    (first,) = take(scene)
    assert take(scene) == [], "whoever has it gets its time"
    scene.clock.advance(ms=PAUSES_MS[0])
    assert take(scene) == [first]


def test_a_pause_outlasts_a_try() -> None:
    assert min(PAUSES_MS) > TRY_MS


def test_what_arrived_is_not_sent_again(scene: Scene) -> None:
    send(scene)
    (parcel,) = take(scene)
    scene.write(lambda work: outbox.delivered(work, parcel.notice_id))
    scene.clock.advance(days=1)
    assert take(scene) == []
    assert states(scene) == ["delivered"]
    assert not scene.read(outbox.any_due)
    assert scene.read(outbox.waiting) == 0


def test_tries_are_bounded(scene: Scene) -> None:
    send(scene)
    tries = 0
    for pause_ms in (*PAUSES_MS, 0):
        tries += len(take(scene))
        scene.clock.advance(ms=pause_ms)
    assert tries == len(PAUSES_MS)
    assert states(scene) == ["given_up"]


def test_what_is_old_is_worth_nothing(scene: Scene) -> None:
    send(scene)
    scene.clock.advance(ms=RINGS_MS)
    assert take(scene) == []
    assert states(scene) == ["expired"]


def test_nobody_is_called_for_what_somebody_has(scene: Scene) -> None:
    case = flagged(scene, scene.anna)
    send(scene, case_id=case.case_id)
    claim(scene, scene.maria, case.case_id)
    assert take(scene) == []
    assert states(scene) == ["needless"]


def test_a_push_knows_where_to_go(scene: Scene) -> None:
    subscribe(scene, at(scene.maria))
    push_id = scene.snapshot()["push_subscription"][0][0]
    about = About(What.LOOK)
    scene.write(lambda work: writing.send(work, Channel.PUSH, about, addressee=str(push_id)))
    (parcel,) = take(scene)
    assert parcel.subscription is not None
    assert parcel.subscription.endpoint == ENDPOINT
    scene.write(lambda work: outbox.refused(work, parcel.notice_id, parcel.addressee))
    assert scene.snapshot()["push_subscription"] == []
    assert states(scene) == ["refused"]


def test_a_browser_that_is_gone_is_not_called(scene: Scene) -> None:
    about = About(What.LOOK)
    scene.write(lambda work: writing.send(work, Channel.PUSH, about, addressee="gone"))
    assert take(scene) == []
    assert states(scene) == ["refused"]


def test_a_clock_that_goes_back_makes_nothing_wait(scene: Scene) -> None:
    send(scene)
    scene.clock.advance(days=-1)
    assert take(scene) == []
    scene.write(lambda work: outbox.clock_went_back(work, 24 * 3600 * 1000))
    assert len(take(scene)) == 1
