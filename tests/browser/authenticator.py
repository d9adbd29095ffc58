"""An authenticator app, and the way it is set up. Must never show the same digits twice."""

from __future__ import annotations

from collections.abc import Callable

import pyotp

from tests.browser.person import Person

STEP_S = 30
"""How long digits stay the same (RFC 6238)."""


class Passing:
    """The time of day, and what a test lets pass on top of it."""

    def __init__(self, now: Callable[[], int]) -> None:
        self._now = now
        self._ahead_ms = 0

    def __call__(self) -> int:
        return self._now() + self._ahead_ms

    def advance(self, *, s: int = 0, days: int = 0) -> None:
        """Let time pass."""
        self._ahead_ms += 1000 * (s + 24 * 3600 * days)


class Authenticator:
    """An app that goes by the site's clock."""

    def __init__(self, secret: str, clock: Passing) -> None:
        self._app, self._clock = pyotp.TOTP(secret.replace(" ", "")), clock

    def digits(self) -> str:
        """The next ones: half a minute later."""
        self._clock.advance(s=STEP_S)
        return self._app.at(self._clock() // 1000)


async def set_up(person: Person, clock: Passing, passphrase: str = "") -> Authenticator:
    """From the page that offers it, to the page that says it is done."""
    page = person.page
    await page.get_by_role("button", name="Set it up").click()
    if passphrase:
        await page.get_by_label("Your passphrase").fill(passphrase)
        await page.get_by_role("button", name="It is me").click()
        await page.get_by_role("button", name="Set it up").click()
    app = Authenticator(await page.locator("code.secret").inner_text(), clock)
    await page.get_by_label("The six digits that it shows now").fill(app.digits())
    await page.get_by_role("button", name="That's it").click()
    return app
