"""An authenticator app, written after RFC 6238 and not after ours."""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Mapping
from typing import Any

from tests.support.clock import ManualClock
from tests.web.visiting import PASSPHRASE, Person, Visit


class Phone:
    """Shows the digits of one secret by its own clock."""

    def __init__(self, secret: str, clock: ManualClock) -> None:
        self._key = base64.b32decode(secret)
        self._clock = clock

    def digits(self, *, steps: int = 0) -> str:
        """The digits now, or so many half minutes later."""
        counter = self._clock() // 30_000 + steps
        mac = hmac.new(self._key, counter.to_bytes(8), hashlib.sha1).digest()
        at = mac[-1] & 15
        number = int.from_bytes(mac[at : at + 4]) & 0x7FFFFFFF
        return f"{number % 1_000_000:06d}"

    def wrong(self) -> str:
        """Digits that are right at no time near now."""
        right = {self.digits(steps=steps) for steps in range(-3, 4)}
        return next(code for code in map("{:06d}".format, range(10)) if code not in right)


def bearer(token: str) -> dict[str, str]:
    """The header of whoever has this token."""
    return {"Authorization": f"Bearer {token}"}


async def step_up(
    site: Visit, headers: Mapping[str, str], code: str | None = None
) -> dict[str, str]:
    """Show once more who one is; the header of the new sign-in."""
    asked: dict[str, Any] = {"passphrase": PASSPHRASE} | ({} if code is None else {"code": code})
    status, body = await site.json("POST", "/api/step-ups", json=asked, headers=headers)
    assert status == 201, body
    return bearer(body["token"])


async def set_up(site: Visit, person: Person) -> tuple[Phone, dict[str, str]]:
    """Give somebody a second factor that works; their phone, and the header of their sign-in."""
    headers = await step_up(site, person.bearer)
    status, offer = await site.json("POST", "/api/second-factor", json={}, headers=headers)
    assert status == 200, offer
    phone = Phone(offer["secret"], site.clock)
    asked = {"code": phone.digits()}
    status, body = await site.json(
        "POST", "/api/second-factor/confirm", json=asked, headers=headers
    )
    assert status == 201, body
    return phone, bearer(body["token"])
