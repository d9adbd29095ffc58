"""Coming on duty: a device rings for a test, and its person says that they heard it.

Must never count a device that was not heard during this very shift, nor go on counting one whose
person signed out. Hearing an alert stops no clock: only a claim does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from moderation.duty import facts, rota, store
from moderation.duty.rota import ShiftView
from moderation.events import DutyChanged
from moderation.notices import store as notice_store
from moderation.notices import writing
from moderation.notices.writing import About, Channel, What
from rooms.command import Command, Nothing, Result
from rooms.permissions import Action, allows
from rooms.refusal import Refusal
from rooms.words import mark

if TYPE_CHECKING:
    from collections.abc import Callable

    from rooms.people.person import Actor
    from rooms.work import Reader, Row, Work

TEST_RINGS_MS: Final = 2 * 60_000
"""How long a test alert can be heard."""
NO_SHIFT: Final = mark("You have no shift right now. Put one on the rota first.")
NOT_STARTED: Final = mark("This device does not ring yet. Say first that you are here.")
_RINGING: Final = 20
_BROWSERS: Final = 10


class ShowDuty(Command, frozen=True, kw_only=True):
    """How it is with me: my shift, whether this device was heard, and what rings for me."""


class StartDuty(Command, frozen=True, kw_only=True):
    """I am here: this device rings for me during my shift. It rings at once, for a test."""


class StopDuty(Command, frozen=True, kw_only=True):
    """This device does not ring for me any more."""


class RingAlert(Command, frozen=True, kw_only=True):
    """Let this device ring for a test."""


class AcknowledgeAlert(Command, frozen=True, kw_only=True):
    """I heard it. Of a test: I am there. Of any other: it stops ringing, and still waits."""

    alert_id: str


class AlertView(Result, frozen=True, kw_only=True):
    """What rings for me. `severity` is for the tone alone."""

    alert_id: str
    what: str
    severity: str | None
    at: int


class DutyView(Result, frozen=True, kw_only=True):
    """How it is with me.

    `device` is what this device is to my shift; `on_duty` counts who is there, for anybody but me.
    `push_key` is the key of this server, for a browser's subscription. `outside` says whether the
    operator named somebody outside of staff, for what nobody of them can or may see.
    """

    shift: ShiftView | None
    device: Literal["none", "silent", "heard"]
    on_duty: int
    next_shift: int | None
    ringing: list[AlertView]
    push_key: str
    outside: bool


class TestRang(Result, frozen=True, kw_only=True):
    """It rings: acknowledge `alert_id` on this device until then."""

    alert_id: str
    until: int


def show(
    reader: Reader,
    actor: Actor,
    _command: ShowDuty,
    *,
    push_key: Callable[[], str],
    outside: bool,
) -> DutyView:
    """How it is with the actor."""
    if not allows(actor, Action.KEEP_ROTA):
        raise Refusal("forbidden")
    shift = _my_shift(reader, actor)
    ringing = reader.sql.all(
        notice_store.RINGING,
        user_id=actor.user_id,
        since=reader.now - writing.RINGS_MS,
        now=reader.now,
        limit=_RINGING,
    )
    device = None if shift is None else _device(reader, actor, shift)
    heard = device is not None and device[1] is not None
    shown = None if shift is None else rota.view(reader, (*shift, heard))
    return DutyView(
        shift=shown,
        device="none" if device is None else "heard" if heard else "silent",
        on_duty=len(facts.on_duty(reader)),
        next_shift=facts.next_shift(reader),
        ringing=[
            AlertView(alert_id=alert_id, what=what, severity=severity, at=at)
            for alert_id, what, severity, at in ringing
        ],
        push_key=push_key(),
        outside=outside,
    )


def start(work: Work, actor: Actor, _command: StartDuty) -> TestRang:
    """Ring on this device from now on, as soon as its test was heard."""
    _demand(actor)
    shift = _my_shift(work, actor)
    if shift is None:
        raise Refusal("not_now", NO_SHIFT)
    work.sql.run(
        store.ADD_DEVICE,
        device_id=work.new_id(),
        shift_id=shift[0],
        user_id=actor.user_id,
        sign_in_id=actor.sign_in_id,
        now=work.now,
    )
    return _ring(work, actor, shift)


def stop(work: Work, actor: Actor, _command: StopDuty) -> Nothing:
    """Whoever is not there any more says so; nobody asks why."""
    _demand(actor)
    if work.sql.run(store.STOP, of_user_id=actor.user_id, of_sign_in_id=actor.sign_in_id):
        work.emit(DutyChanged(about=""))
    return Nothing()


def ring(work: Work, actor: Actor, _command: RingAlert) -> TestRang:
    """Ring on this device once more."""
    _demand(actor)
    shift = _my_shift(work, actor)
    if shift is None:
        raise Refusal("not_now", NO_SHIFT)
    return _ring(work, actor, shift)


def acknowledge(work: Work, actor: Actor, command: AcknowledgeAlert) -> Nothing:
    """Heard. A test counts only on the device that was to ring, within its time and its shift."""
    if not allows(actor, Action.KEEP_ROTA):
        raise Refusal("forbidden")
    found = work.sql.one(notice_store.ALERT, alert_id=command.alert_id, user_id=actor.user_id)
    if found is None:
        raise Refusal("not_found", field="alert_id")
    what, device_id, heard_at, until = found
    if heard_at is not None:
        return Nothing()
    if what == What.TEST:
        shift = _my_shift(work, actor)
        device = None if shift is None else _device(work, actor, shift)
        if device is None or device[0] != device_id or until <= work.now:
            raise Refusal("not_now", field="alert_id")
        if work.sql.run(store.HEARD, of_device_id=device_id, now=work.now):
            work.emit(DutyChanged(about=""))
    work.sql.run(
        notice_store.HEAR,
        of_alert_id=command.alert_id,
        of_user_id=actor.user_id,
        now=work.now,
    )
    return Nothing()


def signed_out(work: Work, sign_in_id: str) -> None:
    """A sign-in ended: its device rings for nobody, and nothing is pushed to it."""
    if work.sql.run(store.SIGNED_OUT, of_sign_in_id=sign_in_id):
        work.emit(DutyChanged(about=""))
    work.sql.run(notice_store.SIGNED_OUT, of_sign_in_id=sign_in_id)


def _demand(actor: Actor) -> None:
    if not allows(actor, Action.FOLLOW_UP):
        raise Refusal("forbidden")


def _my_shift(reader: Reader, actor: Actor) -> Row | None:
    return reader.sql.one(store.MY_SHIFT, user_id=actor.user_id, now=reader.now)


def _device(reader: Reader, actor: Actor, shift: Row) -> Row | None:
    return reader.sql.one(store.DEVICE, shift_id=shift[0], sign_in_id=actor.sign_in_id)


def _ring(work: Work, actor: Actor, shift: Row) -> TestRang:
    """In the pages of this person, and by push to this very browser."""
    device = _device(work, actor, shift)
    if device is None:
        raise Refusal("not_now", NOT_STARTED)
    test = About(What.TEST)
    alert_id = writing.ring(work, actor.user_id, test, device_id=device[0], rings_ms=TEST_RINGS_MS)
    pushes = work.sql.all(notice_store.PUSHES_OF, user_id=actor.user_id, limit=_BROWSERS)
    for push_id, sign_in_id in pushes:
        if sign_in_id == actor.sign_in_id:
            writing.send(work, Channel.PUSH, test, addressee=push_id)
    return TestRang(alert_id=alert_id, until=work.now + TEST_RINGS_MS)
