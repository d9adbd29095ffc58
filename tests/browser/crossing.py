"""Two people in one room, one of them behind a line that a test can cut."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import NamedTuple

from playwright.async_api import Browser

from rooms.people.person import Role
from tests.browser.person import Person as Window
from tests.browser.town import Town
from tests.support.served import Person as Account
from tests.support.served import Served, served
from tests.support.weather import Line, line


class Crossing(NamedTuple):
    """mora sits beside the server; robin comes over the line."""

    site: Served
    line: Line
    mora: Window
    robin: Window
    room_id: str
    town: Town
    accounts: tuple[Account, Account]
    """mora's, who keeps the room, and robin's."""


@asynccontextmanager
async def crossing(browser: Browser, folder: Path) -> AsyncIterator[Crossing]:
    """Both are in the room, and the weather is fine."""
    async with (
        line() as over,
        served(folder, site_name="Harbour", origins=(over.url,)) as site,
        Town(browser, site) as ashore,
        Town(browser, site, over.url) as afloat,
    ):
        over.leads_to(site.server.config.port)
        mora = await ashore.known("mora", Role.MODERATOR)
        robin = await ashore.known("robin")
        room_id = await site.room(mora, name="Evening")
        await site.join(room_id, robin)
        windows = asyncio.gather(ashore.window(mora, room_id), afloat.window(robin, room_id))
        yield Crossing(site, over, *await windows, room_id, ashore, (mora, robin))
