"""Bad nights in the browser: a site whose time a test moves, its staff, and who hears outside."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, Locator, WebSocket, expect

from chatserver.clock import now_ms
from moderation.duty.rota import HOUR_MS
from tests.browser.authenticator import Passing
from tests.browser.person import Person as Window
from tests.browser.town import Town
from tests.support.peer import ANSWER_S, Json
from tests.support.push_service import Receiver, receiving
from tests.support.served import Person, Served, served

SECRET = "a secret of sixteen characters"
OF_STAFF = re.compile(r'"(case\.|report\.|help\.asked|alert\.|duty\.)')
"""The names of what is told to those who follow up."""


class Night:
    """A site, those in it, and the person outside whom the operator named, if any."""

    def __init__(self, town: Town, clock: Passing, outside: Receiver) -> None:
        self.town, self.clock, self.outside = town, clock, outside
        self.site: Served = town.site

    async def shift(self, who: Person, **more: Any) -> None:
        """Somebody stands on the rota: a plan."""
        now = self.clock()
        planned = {"begins_at": now, "ends_at": now + 8 * HOUR_MS, **more}
        await self.site.command(who, "rota.add", user_id=who.user_id, **planned)

    async def hears(self, who: Person) -> None:
        """Their device rings for a test, and they say that they heard it: now it is a fact."""
        test = await self.site.command(who, "duty.start")
        await self.site.command(who, "alert.acknowledge", alert_id=test["alert_id"])

    async def queue(self, who: Person) -> list[Json]:
        """What somebody's queue holds."""
        cases: list[Json] = (await self.site.command(who, "case.list"))["cases"]
        return cases

    async def told_outside(self, times: int = 1) -> None:
        """Whoever is outside was told so often, and each time nothing but that."""
        while len(self.outside.taken) < times:
            self.outside.came.clear()
            await asyncio.wait_for(self.outside.came.wait(), ANSWER_S)

    def said_outside(self) -> str:
        """Everything that ever left this place."""
        return "".join(f"{each.path} {each.headers} {each.body!r}" for each in self.outside.taken)


@asynccontextmanager
async def night(
    browser: Browser, folder: Path, *, names_outside: bool = True
) -> AsyncIterator[Night]:
    """A place of its own; somebody outside is named in the settings, or nobody."""
    clock = Passing(now_ms)
    async with receiving() as outside:
        named: dict[str, Any] = {"outside_contact_webhook": outside.url, "webhook_secret": SECRET}
        async with (
            served(
                folder, now=clock, site_name="Harbour", **(named if names_outside else {})
            ) as site,
            Town(browser, site) as town,
        ):
            yield Night(town, clock, outside)


class Wire:
    """Everything that comes to a window by its line, from now on."""

    def __init__(self, window: Window) -> None:
        self.came: list[str] = []
        window.page.on("websocket", self._watch)

    def _watch(self, socket: WebSocket) -> None:
        socket.on("framereceived", lambda data: self.came.append(str(data)))

    def of_staff(self) -> list[str]:
        """What is told to those who follow up and to nobody else."""
        return [each for each in self.came if OF_STAFF.search(each)]


def card(window: Window) -> Locator:
    """What only this person sees."""
    return window.page.get_by_role("region", name="Only you see this")


def line(window: Window, handle: str) -> Locator:
    """Somebody's line in the queue."""
    queue = window.page.get_by_role("navigation", name="The queue")
    return queue.get_by_role("link", name=re.compile(handle))


async def to_queue(window: Window) -> None:
    """By the menu, as anybody would."""
    await window.menu("Follow-up")
    await window.sees_heading("Follow-up")


async def claims(window: Window, handle: str) -> None:
    """From the queue to a case that is theirs."""
    await to_queue(window)
    await window.hits(line(window, handle))
    await window.hits(window.page.get_by_role("button", name="Claim it"))
    await expect(holder(window)).to_contain_text("You have it")


async def writes_first(window: Window, words: str) -> None:
    """The first words, from the case that is open."""
    await window.hits(window.page.get_by_role("button", name="Write to them"))
    await window.page.get_by_role("textbox", name=re.compile("^Your first words")).fill(words)
    await window.hits(window.page.get_by_role("button", name="Send them"))
    await expect(window.page.get_by_role("log").get_by_text(words)).to_be_visible()


def holder(window: Window) -> Locator:
    """Who has the case that is open, and until when."""
    return window.page.locator("[data-holder]")
