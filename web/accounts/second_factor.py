"""Six digits from an authenticator app (RFC 6238): made known, confirmed, asked for.

Must never take the same digits twice, nor show a secret again once it has been shown to work, nor
one that was offered a while ago: it may have been left on a screen.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import unicodedata
from collections.abc import Callable
from typing import Final

import pyotp

from rooms.permissions import demand_step_up
from rooms.refusal import Refusal
from rooms.work import Reader, Work
from web.accounts import qr, sessions
from web.accounts import second_factor_store as store
from web.accounts.shapes import SecondFactorOffer

STEP_MS: Final = 30_000
_WINDOW: Final = (-1, 0, 1)
"""The step before and the one after count too: clocks differ, and people type slowly."""
OFFERED_MS: Final = 10 * 60_000
"""How long a secret waits to be confirmed."""
_SECRET_BYTES: Final = 20
_DIGITS: Final = 6
_ACCOUNT: Final = "sign-in"
"""What the app shows beside the site's name. Not the name that someone goes by here: apps keep
copies elsewhere, under people's real names."""


def is_confirmed(reader: Reader, user_id: str) -> bool:
    """Whether someone has a second factor that was shown to work."""
    return reader.sql.one(store.CONFIRMED, user_id=user_id) is not None


def offer(
    work: Work, sign_in_id: str, new_token: Callable[[], str], site_name: str
) -> SecondFactorOffer:
    """A fresh secret to put into an app. One that works already stays until this one is confirmed.

    Needs a step-up: whoever finds a phone unlocked must not make it theirs.
    """
    actor = sessions.actor_for(work, sign_in_id)
    demand_step_up(actor, work.now)
    secret = _secret(new_token)
    work.sql.run(
        store.OFFER,
        user_id=actor.user_id,
        offered=secret,
        now=work.now,
        offered_anew=secret,
        now_anew=work.now,
    )
    return _shown(secret, site_name)


def offered(reader: Reader, sign_in_id: str, site_name: str) -> SecondFactorOffer | None:
    """The secret that waits to be confirmed, once more: the digits were mistyped."""
    actor = sessions.actor_for(reader, sign_in_id)
    demand_step_up(actor, reader.now)
    row = reader.sql.one(
        store.OFFERED, user_id=actor.user_id, offered_after=reader.now - OFFERED_MS
    )
    return _shown(row[0], site_name) if row is not None and row[0] else None


def _shown(secret: str, site_name: str) -> SecondFactorOffer:
    uri = pyotp.TOTP(secret).provisioning_uri(name=_ACCOUNT, issuer_name=site_name)
    return SecondFactorOffer(secret=secret, uri=uri, qr_svg=qr.svg(uri))


def confirm(work: Work, user_id: str, code: str) -> None:
    """The secret that was offered is theirs from now on. Raises `mfa_invalid`."""
    row = work.sql.one(store.LOCK_OFFERED, user_id=user_id, offered_after=work.now - OFFERED_MS)
    step = _step_of(row[0], code, work.now, 0) if row is not None and row[0] else None
    if step is None:
        raise Refusal("mfa_invalid", field="code")
    work.sql.run(store.CONFIRM, of_user=user_id, now=work.now, step=step)


def demand(work: Work, user_id: str, code: str | None) -> bool:
    """Use up the digits of whoever has a second factor; False for those who have none.

    Raises `mfa_needed` without digits, `mfa_invalid` for wrong ones and for those used before.
    """
    row = work.sql.one(store.LOCK, user_id=user_id)
    if row is None or row[1] is None:
        return False
    if not code:
        raise Refusal("mfa_needed", field="code")
    secret, _, last_step = row
    step = _step_of(secret, code, work.now, last_step)
    if step is None:
        raise Refusal("mfa_invalid", field="code")
    work.sql.run(store.USE_STEP, of_user=user_id, step=step)
    return True


def drop(work: Work, user_id: str) -> None:
    """Someone has no second factor any more."""
    work.sql.run(store.DROP, of_user=user_id)


def _secret(new_token: Callable[[], str]) -> str:
    """160 bits in base32; the chance in them is that of a fresh token."""
    return base64.b32encode(hashlib.sha256(new_token().encode()).digest()[:_SECRET_BYTES]).decode()


def _step_of(secret: str, typed: str, now: int, after: int) -> int | None:
    """The time step whose digits these are, if it is a later one than `after`."""
    code = "".join(unicodedata.normalize("NFKC", typed).split())
    app = pyotp.TOTP(secret, digits=_DIGITS)
    found = None
    # Every step is looked at, so that it takes as long whichever it is.
    for step in (now // STEP_MS + shift for shift in _WINDOW):
        same = hmac.compare_digest(app.generate_otp(step).encode(), code.encode(errors="replace"))
        if same and step > after:
            found = step
    return found
