"""The site that the quick exit leads to, without the internet."""

from __future__ import annotations

import re
from typing import Any, Final

from playwright.async_api import BrowserContext, Page, expect

ELSEWHERE: Final = "https://www.wikipedia.org/"
ANYWHERE_THERE: Final = re.compile(re.escape(ELSEWHERE))


async def neutral(context: BrowserContext) -> None:
    """Let it answer, with a page of a few letters."""

    async def answer(route: Any) -> None:
        await route.fulfill(content_type="text/html", body="<title>Elsewhere</title>Elsewhere")

    await context.route(ANYWHERE_THERE, answer)


async def is_elsewhere(page: Page) -> None:
    """She is there now."""
    await expect(page).to_have_url(ELSEWHERE)
    await expect(page.get_by_text("Elsewhere")).to_be_visible()


async def leaves(page: Page) -> None:
    """Press the button at the top, and arrive there."""
    await page.get_by_role("button", name="Quick exit").click(no_wait_after=True)
    await is_elsewhere(page)
