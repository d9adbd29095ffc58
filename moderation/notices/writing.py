"""Telling staff, in the transaction of what gave the reason: an alert in each page, and a notice
for each way that leads out of it.

Must never hold anything of the case: not a name, a room or a word. Each reader finds the rest in
the console, where what they may see is asked again.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from moderation.events import AlertRang
from moderation.notices import store

if TYPE_CHECKING:
    from moderation.notices.addressees import Told
    from moderation.severity import Severity
    from rooms.work import Work

MINUTE_MS: Final = 60_000
RINGS_MS: Final = 60 * MINUTE_MS
"""How long an alert rings, and a notice is worth delivering; later stages write their own."""
_DEVICES: Final = 10


class What(StrEnum):
    """What a person is told, and all that they are."""

    LOOK = "look"
    """Someone needs a look."""
    TEST = "test"
    """Nothing happened: it shows that this device can be heard."""
    PATH_BROKEN = "path_broken"
    """Alerts may not arrive: look into the console by yourselves."""
    DIGEST = "digest"
    """Something has waited for long."""


class Channel(StrEnum):
    """A way out of the page."""

    PUSH = "push"
    WEBHOOK = "webhook"
    EMAIL = "email"
    OUTSIDE_WEBHOOK = "outside_webhook"
    OUTSIDE_EMAIL = "outside_email"
    CANARY = "canary"
    """Leads nowhere: that it is walked shows that the others can be."""


class Channels(NamedTuple):
    """Which ways the settings name: those that all of staff reads, and the contact outside."""

    staff: tuple[Channel, ...] = ()
    outside: tuple[Channel, ...] = ()


class About(NamedTuple):
    """What an alert belongs to: it ends when somebody has the case. `severity` is for the tone."""

    what: What
    case_id: str | None = None
    severity: Severity | None = None


def tell(work: Work, told: Told, about: About, channels: Channels) -> None:
    """Everybody once, by every way there is to them."""
    for user_id in told.people:
        ring(work, user_id, about)
        for push_id, _ in work.sql.all(store.PUSHES_OF, user_id=user_id, limit=_DEVICES):
            send(work, Channel.PUSH, about, addressee=push_id)
    ways = (channels.staff if told.channels else ()) + (channels.outside if told.outside else ())
    for channel in ways:
        send(work, channel, about)


def ring(
    work: Work,
    user_id: str,
    about: About,
    *,
    device_id: str | None = None,
    rings_ms: int = RINGS_MS,
) -> str:
    """Ring in somebody's pages, until they say that they heard it."""
    alert_id = work.new_id()
    severity = None if about.severity is None else about.severity.value
    work.sql.run(
        store.ADD_ALERT,
        alert_id=alert_id,
        user_id=user_id,
        what=about.what.value,
        severity=severity,
        case_id=about.case_id,
        device_id=device_id,
        now=work.now,
        until=work.now + rings_ms,
    )
    work.emit(
        AlertRang(user_id=user_id, alert_id=alert_id, what=about.what.value, severity=severity)
    )
    return alert_id


def send(work: Work, channel: Channel, about: About, *, addressee: str = "") -> None:
    """Write down that it is to be delivered, at least once."""
    work.sql.run(
        store.ADD_NOTICE,
        notice_id=work.new_id(),
        channel=channel.value,
        addressee=addressee,
        what=about.what.value,
        case_id=about.case_id,
        now=work.now,
        until=work.now + RINGS_MS,
    )
