"""What the tests of duty and of alerts share: shifts, devices, and what was written down."""

from __future__ import annotations

from typing import Any

import msgspec

from moderation.duty import devices, rota
from moderation.duty.devices import AcknowledgeAlert, DutyView, ShowDuty, StartDuty
from moderation.duty.rota import HOUR_MS, AddShift, ShiftView
from moderation.events import AlertRang
from moderation.notices import pushing
from moderation.notices.pushing import Subscribe
from moderation.notices.tables import notice
from rooms.people.person import Actor
from tests.support.scene import Scene

ENDPOINT = "https://updates.push.services.mozilla.com/wpush/v2/abc"
HOSTS = ("updates.push.services.mozilla.com", ".push.apple.com")
P256DH, AUTH = "B" + "A" * 86, "A" * 22


def at(actor: Actor, sign_in_id: str = "s1") -> Actor:
    """The person by one of their sign-ins."""
    return msgspec.structs.replace(actor, sign_in_id=f"{sign_in_id}-{actor.handle}")


def shift(scene: Scene, who: Actor, *, hours: int = 1, on_call: bool = False) -> ShiftView:
    """Somebody has a shift from now on."""
    now = scene.clock()
    planned = AddShift(
        user_id=who.user_id, begins_at=now, ends_at=now + hours * HOUR_MS, on_call=on_call
    )
    return scene.do(rota.add, who, planned)


def come(scene: Scene, who: Actor) -> None:
    """Somebody's device rings, and they say that they heard it."""
    test = scene.do(devices.start, who, StartDuty())
    scene.do(devices.acknowledge, who, AcknowledgeAlert(alert_id=test.alert_id))


def stand(scene: Scene, who: Actor, **more: Any) -> None:
    """Somebody is on duty, with all that it takes."""
    shift(scene, who, **more)
    come(scene, at(who))


def shown(scene: Scene, who: Actor) -> DutyView:
    """What somebody is shown of their duty."""

    def show(reader: Any, actor: Actor, command: ShowDuty) -> DutyView:
        return devices.show(reader, actor, command, push_key=lambda: "key", outside=False)

    return scene.ask(show, who, ShowDuty())


def subscribe(scene: Scene, who: Actor, endpoint: str = ENDPOINT, **more: Any) -> None:
    """Somebody's browser takes pushes."""
    command = Subscribe(**{"endpoint": endpoint, "p256dh": P256DH, "auth": AUTH, **more})
    scene.write(lambda work: pushing.subscribe(work, who, command, hosts=HOSTS))


def rang(scene: Scene) -> list[AlertRang]:
    """What rang since this was last asked."""
    return scene.heard_of(AlertRang)


def notices(scene: Scene) -> list[dict[str, Any]]:
    """Every notice that was written down."""
    names = [column.name for column in notice.columns]
    rows = scene.connection.execute("SELECT * FROM notice ORDER BY rowid").fetchall()
    return [dict(zip(names, row, strict=True)) for row in rows]
