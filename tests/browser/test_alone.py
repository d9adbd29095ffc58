"""One tired administrator with a phone and no shell: names a moderator, helps someone back in."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio
from playwright.async_api import Browser, expect

from chatserver.clock import now_ms
from rooms.permissions import STEP_UP_MS
from tests.browser.authenticator import Authenticator, Passing, set_up
from tests.browser.person import PASSPHRASE, Person
from tests.browser.town import Town
from tests.support.served import served

PHONE = {"width": 390, "height": 844}


class Alone:
    """A site whose clock a test moves, and its sole administrator."""

    def __init__(self, town: Town, clock: Passing) -> None:
        self.town, self.clock = town, clock
        self.admin: Person
        self.phone: Authenticator

    async def begin(self) -> None:
        """The first administrator comes in by the link, and sets up their app, all on a phone."""
        link = await self.town.site.server.first_admin_link()
        assert link is not None
        self.admin = await self.town.stranger(viewport=PHONE)
        await self.admin.page.goto(link)
        await self.admin.comes_in("ada")
        self.phone = await set_up(self.admin, self.clock)
        # So long afterwards that grave deeds ask again who it is.
        self.clock.advance(s=STEP_UP_MS // 1000 + 60)
        await self.admin.page.goto(f"{self.town.url}/app/people")
        await self.admin.sees_heading("People")

    async def finds(self, handle: str) -> None:
        """Look a person up by their name."""
        await self.admin.page.get_by_label("Their name here, as they write it").fill(handle)
        await self.admin.page.get_by_role("button", name="Find", exact=True).click()
        await expect(self.admin.page.get_by_role("heading", level=3, name=handle)).to_be_visible()

    async def proves_it(self) -> None:
        """Show who they are, as grave deeds ask."""
        asked = self.admin.dialog.get_by_label("Your own passphrase")
        await asked.fill(PASSPHRASE)
        await self.admin.dialog.get_by_label("Six digits").fill(self.phone.digits())
        await self.admin.dialog.get_by_role("button", name="It is me").click()

    async def helps_back(self, handle: str, *, met: bool) -> str:
        """Make a code for someone who lost every way in."""
        await self.finds(handle)
        page = self.admin.page
        await page.get_by_text("Help them back in").click()
        await page.get_by_label(
            re.compile("^Yes, face to face" if met else "^No. The code")
        ).check()
        await page.get_by_role("button", name="Make the code").click()
        await self.proves_it()
        return await page.locator(".big-code").inner_text()


@pytest_asyncio.fixture(loop_scope="session")
async def alone(browser: Browser, tmp_path: Path) -> AsyncIterator[Alone]:
    """A new site with its first administrator."""
    clock = Passing(now_ms)
    async with (
        served(tmp_path, now=clock, site_name="Harbour") as site,
        Town(browser, site) as town,
    ):
        founded = Alone(town, clock)
        await founded.begin()
        yield founded


async def recovers(stranger: Person, handle: str, code: str) -> None:
    """Try to come in with a recovery code."""
    page = stranger.page
    await page.goto(f"{stranger.url}/sign-in")
    await page.get_by_role("link", name=re.compile("recovery code")).click()
    await page.get_by_label("Your name here").fill(handle)
    await page.get_by_label("A recovery code").fill(code)
    await page.get_by_label("A new passphrase").fill("eight calm stones resting")
    await page.get_by_role("button", name="Come in").click()


async def test_a_lone_administrator_names_a_moderator(alone: Alone) -> None:
    robin = await alone.town.window(await alone.town.known("robin"))
    await alone.finds("robin")
    page = alone.admin.page
    await page.get_by_text("Give or take back a role").click()
    await expect(page.get_by_text("You decide this alone")).to_be_visible()
    await page.get_by_label("What they are to be").select_option("A moderator")
    await page.get_by_role("button", name="Make robin a moderator").click()
    await alone.proves_it()
    await expect(page.get_by_text("Done. They sign in anew")).to_be_focused()
    await expect(page.get_by_label("What they are to be")).to_have_count(0)
    # The person is found anew: the card says what they are now.
    await expect(page.get_by_text("A moderator.").first).to_be_visible()
    await expect(page.get_by_text(re.compile("It can be taken back until"))).to_be_visible()
    await expect(robin.banner).to_contain_text("What you may do here has changed")
    # Within 72 hours it can be taken back, and stands in what was done.
    await alone.admin.care("What was done")
    await expect(page.locator(".deeds")).to_contain_text("ada")


async def test_a_member_who_lost_phone_and_codes_comes_back(alone: Alone) -> None:
    await alone.town.known("sage")
    code = await alone.helps_back("sage", met=True)
    await expect(alone.admin.page.get_by_text("It works now")).to_be_visible()
    sage = await alone.town.stranger(viewport=PHONE)
    await recovers(sage, "sage", code)
    await sage.goes_on()
    await expect(sage.page.get_by_text("Good to see you, sage")).to_be_visible()


async def test_an_impostor_who_tries_the_same_fails(alone: Alone) -> None:
    wren = await alone.town.window(await alone.town.known("wren"))
    code = await alone.helps_back("wren", met=False)
    await expect(alone.admin.page.get_by_text("unless they stop it").first).to_be_visible()
    impostor = await alone.town.stranger()
    await recovers(impostor, "wren", code)
    await expect(impostor.page.get_by_role("alert")).to_contain_text("don't match")

    # She is told at once, on the page she has open, and stops it.
    await expect(wren.page.get_by_text("new way into your account")).to_be_visible()
    await wren.page.get_by_role("button", name="It wasn't me: stop it").click()
    await wren.is_told("Stopped.")
    await expect(wren.page.get_by_text("new way into your account")).to_be_hidden()

    # Not even after the day has passed.
    alone.clock.advance(days=1, s=60)
    await recovers(impostor, "wren", code)
    await expect(impostor.page.get_by_role("alert")).to_contain_text("don't match")
