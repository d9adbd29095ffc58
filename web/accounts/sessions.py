"""Sign-ins: who holds a token, until when. Must never keep a token, only its SHA-256.

A sign-in is asked about inside the transaction of every command, so one that has ended works
nowhere from that commit on.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, Literal

from moderation.duty import devices
from rooms.people.person import Actor, Role, User, state_now
from rooms.refusal import Refusal
from rooms.work import Reader, Row, Work
from web.accounts import sign_in_store as store
from web.accounts.events import EndReason, SignInEnded

if TYPE_CHECKING:
    from web.context import Settings

Device = Literal["phone", "computer", "program"]
"""What a sign-in was begun on: enough to tell one's own apart."""

DAY_MS: Final = 24 * 3600 * 1000
TOKEN_MAX_CHARS: Final = 128
"""Ours have 43; more is not looked at."""
_AT_ONCE: Final = 200
LIVE_MAX: Final = 20
"""Sign-ins that one person can have at the same time; a new one ends the oldest."""
USES_MS: Final = 60_000
"""How often the uses of staff's sign-ins are written; none ends for that delay."""
_ENDED_KEPT_MS: Final = 8 * DAY_MS
"""How long a token that was ended is known as such; then it is nobody's."""


def token_hash(token: str) -> bytes:
    """What is kept of a token. It has 256 bits of chance, so a plain hash is enough."""
    return hashlib.sha256(token.encode(errors="replace")).digest()


def start(
    work: Work,
    user_id: str,
    token: str,
    days: int,
    *,
    proven: bool = False,
    stepped_up: bool = False,
    device: Device = "program",
    idle_ms: int | None = None,
) -> str:
    """Sign a person in: the id of the new sign-in.

    `proven`: a second factor was shown. `stepped_up`: all that proves who they are was shown just
    now. `idle_ms`: it ends when it is not used for so long (staff).
    """
    sign_in_id = work.new_id()
    work.sql.run(
        store.ADD_SIGN_IN,
        sign_in_id=sign_in_id,
        user_id=user_id,
        token_hash=token_hash(token),
        started_on=work.now - work.now % DAY_MS,
        expires_at=work.now + days * DAY_MS,
        device=device,
        proven=int(proven),
        stepped_up_at=work.now if stepped_up else None,
        idle_until=None if idle_ms is None else work.now + idle_ms + USES_MS,
    )
    others = [row[0] for row in _live(work, user_id) if row[0] != sign_in_id]
    if len(others) >= LIVE_MAX:
        sign_out(work, str(others[0]), "newer_session")
    return sign_in_id


def start_for(
    work: Work,
    user: User,
    token: str,
    settings: Settings,
    *,
    device: Device,
    proven: bool = False,
    stepped_up: bool = False,
) -> str:
    """Sign a person in on this site's terms: staff's sign-ins end when nobody uses them."""
    return start(
        work,
        user.user_id,
        token,
        settings.sign_in_days,
        proven=proven,
        stepped_up=stepped_up,
        device=device,
        idle_ms=None if user.role is Role.MEMBER else settings.staff_idle_ms,
    )


def sign_in_for_token(reader: Reader, token: str) -> str:
    """The sign-in that this token opens. Raises `bad_auth` or `session_expired`."""
    if not token or len(token) > TOKEN_MAX_CHARS:
        raise Refusal("bad_auth")
    row = reader.sql.one(store.SIGN_IN_BY_TOKEN, token_hash=token_hash(token))
    if row is None:
        raise Refusal("bad_auth")
    sign_in_id, expires_at, ended_at = row
    if ended_at is not None or expires_at <= reader.now:
        raise Refusal("session_expired")
    return str(sign_in_id)


def actor_for(reader: Reader, sign_in_id: str) -> Actor:
    """Who acts by this sign-in, as they are now. Raises `session_expired` once it has ended."""
    row = reader.sql.one(store.ACTOR_OF_SIGN_IN, sign_in_id=sign_in_id, now=reader.now)
    if row is None:
        raise Refusal("session_expired")
    user_id, handle, role, visible, reading, state, banned_until, proven, stepped_up_at = row
    return Actor(
        user_id=user_id,
        handle=handle,
        role=Role(role),
        visible=bool(visible),
        sign_in_id=sign_in_id,
        proven=role == Role.MEMBER or bool(proven),
        state=state_now(state, banned_until, reader.now),
        stepped_up_at=stepped_up_at or 0,
        reading=bool(reading),
    )


def actor_for_token(reader: Reader, token: str) -> Actor:
    """Who acts by this token, as they are now."""
    return actor_for(reader, sign_in_for_token(reader, token))


def sign_out(work: Work, sign_in_id: str, reason: EndReason = "signed_out") -> None:
    """End one sign-in and its live connections. Ending it again changes nothing."""
    today = work.now - work.now % DAY_MS
    ended = work.sql.run(
        store.END_SIGN_IN,
        of_sign_in=sign_in_id,
        today=today,
        kept_until=today + _ENDED_KEPT_MS,
    )
    if ended:
        devices.signed_out(work, sign_in_id)
        work.emit(SignInEnded(sign_in_id=sign_in_id, reason=reason))


def end_all_of(work: Work, user_id: str, reason: EndReason, *, but: str | None = None) -> None:
    """End every sign-in of one person, `but` one; there are at most `LIVE_MAX`."""
    for (sign_in_id,) in _live(work, user_id):
        if sign_in_id != but:
            sign_out(work, str(sign_in_id), reason)


def _live(reader: Reader, user_id: str) -> list[Row]:
    return reader.sql.all(
        store.LIVE_SIGN_INS_OF, user_id=user_id, now=reader.now, limit=LIVE_MAX + 1
    )


def device_of(reader: Reader, sign_in_id: str) -> Device:
    """What a sign-in was begun on."""
    row = reader.sql.one(store.DEVICE_OF, sign_in_id=sign_in_id)
    return "program" if row is None else row[0]


def keep_awake(work: Work, used_at: Mapping[str, int], idle_ms: int) -> None:
    """Staff's sign-ins were used: none of them ends for a while. What has ended stays so.

    Whoever calls bounds how many there are.
    """
    for sign_in_id, at in sorted(used_at.items()):
        work.sql.run(
            store.KEEP_AWAKE,
            of_sign_in=sign_in_id,
            now=work.now,
            new_idle_until=at + idle_ms + USES_MS,
        )


def end_idle(work: Work, _cursor: str = "") -> str | None:
    """One step of a job: end what staff has not used for too long; None when that was all."""
    idle = work.sql.all(store.IDLE_SIGN_INS, now=work.now, limit=_AT_ONCE)
    for (sign_in_id,) in idle:
        sign_out(work, str(sign_in_id), "idle")
    return "" if len(idle) == _AT_ONCE else None


def forget_expired(work: Work, _cursor: str = "") -> str | None:
    """One step of a job: delete a few sign-ins that are over for good; None when that was all.

    A live connection that one of them still has ends with it.
    """
    deleted = work.sql.all(store.FORGET_SIGN_INS, now=work.now, limit=_AT_ONCE)
    for sign_in_id, ended_at in deleted:
        if ended_at is None:
            devices.signed_out(work, str(sign_in_id))
            work.emit(SignInEnded(sign_in_id=str(sign_in_id), reason="expired"))
    return "" if len(deleted) == _AT_ONCE else None
