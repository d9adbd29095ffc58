"""An administrator's evening, with people in the rooms: what is decided is seen where they are."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import NamedTuple

import pytest_asyncio
from playwright.async_api import Browser, Locator, expect

from chatserver.clock import now_ms
from rooms.people.person import Role
from tests.browser.authenticator import Authenticator, Passing
from tests.browser.person import PASSPHRASE, Person
from tests.browser.town import DEVICES, Town
from tests.support.served import served
from web.site.decided import decided

OFFLINE = "You are offline just now. Your words are kept."
NOTHING_YET = re.compile("There are none|One moment")


class Evening(NamedTuple):
    """Ada looks after the place at her desk; robin reads along on the smallest of phones."""

    town: Town
    ada: Person
    app: Authenticator
    robin: Person

    async def proves_it(self) -> None:
        """Ada shows who she is, as grave deeds ask."""
        await self.ada.dialog.get_by_label("Your own passphrase").fill(PASSPHRASE)
        await self.ada.dialog.get_by_label("Six digits").fill(self.app.digits())
        await self.ada.press("It is me")
        await expect(self.ada.dialog).to_have_count(0)

    async def line_goes(self) -> None:
        """Nothing that she asks for gets through."""
        await self.ada.page.context.set_offline(True)
        await expect(self.ada.banner).to_contain_text("You are offline.")

    async def line_is_back(self) -> None:
        """And it does again."""
        await self.ada.page.context.set_offline(False)
        await expect(self.ada.banner).to_have_count(0)

    async def saves(self) -> None:
        """She presses the button of the section."""
        await self.ada.page.get_by_role("button", name="Save", exact=True).click()


@pytest_asyncio.fixture(loop_scope="session")
async def evening(browser: Browser, tmp_path: Path) -> AsyncIterator[Evening]:
    """A new site with one room."""
    clock = Passing(now_ms)
    async with (
        served(tmp_path, now=clock, site_name="Harbour") as site,
        Town(browser, site) as town,
    ):
        known, secret = await town.with_app("ada", Role.ADMIN)
        member, keeper = await town.known("robin"), await town.known("mora", Role.MODERATOR)
        room_id = await site.room(keeper, name="Evening")
        await site.join(room_id, member)
        ada = await town.window(known)
        robin = await town.window(member, room_id, **DEVICES["320"])
        yield Evening(town, ada, Authenticator(secret, clock), robin)


async def test_name_colours_and_guidelines_are_seen_where_people_are(evening: Evening) -> None:
    town, ada, robin = evening.town, evening.ada, evening.robin
    page = robin.page.locator("html")
    await expect(page).to_have_attribute("data-palette", "hearth")
    adam = await town.known("adam", Role.ADMIN)
    await ada.care("Name and colours")
    # Another decides something meanwhile: it stays, and so does what nobody has decided.
    await expect(ada.page.get_by_label("Words of welcome")).to_have_value("")
    await town.site.command(adam, "site.change", welcome="Ring twice.")
    await ada.page.get_by_label("Forest").check()
    await evening.saves()
    await expect(page).to_have_attribute("data-palette", "forest")
    said = await town.site.server.database.read(decided)
    assert (said.name, said.welcome, said.palette) == (None, "Ring twice.", "forest")
    # Nor is it taken back by whoever looks at fields that nobody has touched.
    await town.site.command(adam, "site.change", name="The Pier", palette="plum")
    await expect(ada.page.get_by_label("What this place is called")).to_have_value("The Pier")
    await expect(ada.page.get_by_label("Plum")).to_be_checked()
    # By keyboard alone: a name, words of welcome, other colours.
    await ada.page.get_by_label("What this place is called").focus()
    await ada.page.keyboard.press("ControlOrMeta+a")
    await ada.page.keyboard.type("The Quay")
    await ada.page.keyboard.press("Tab")
    await ada.page.keyboard.press("ControlOrMeta+a")
    await ada.page.keyboard.type("Come as you are, at any hour.")
    await ada.page.keyboard.press("Tab")
    for _ in range(2):
        await ada.page.keyboard.press("ArrowUp")
    await ada.page.keyboard.press("Tab")
    await ada.page.keyboard.press("Enter")
    await expect(ada.page.get_by_text("Open pages show it by themselves.")).to_be_visible()
    for window in (ada, robin):
        await expect(window.page.locator("html")).to_have_attribute("data-palette", "sea")
        await expect(window.page.locator(".site-name").first).to_have_text("The Quay")
    await expect(robin.log).to_be_visible()
    stranger = await town.stranger(**DEVICES["320"])
    await stranger.page.goto(town.url)
    await expect(stranger.page.locator("html")).to_have_attribute("data-palette", "sea")
    await expect(stranger.page.get_by_text("Come as you are, at any hour.")).to_be_visible()
    await expect(stranger.page).to_have_title(re.compile("The Quay"))

    # Guidelines come between nobody and what they are doing: they are read on the next way in.
    await ada.care("Guidelines")
    as_read = ada.page.get_by_role("tabpanel", name="As people read it")
    await ada.page.get_by_role("tab", name="As people read it").click()
    await expect(as_read).to_contain_text("Just reading is fine.")
    await ada.page.get_by_role("tab", name="Write").click()
    await ada.page.get_by_label("Our guidelines").fill("Be kind.\nAsk first.")
    await ada.page.get_by_role("tab", name="As people read it").click()
    await expect(as_read).to_have_text("Be kind.\nAsk first.")
    await ada.page.get_by_role("tab", name="Write").click()
    # Somebody else was quicker: theirs are shown, and nothing that was typed is lost.
    await town.site.command(adam, "site.change", guidelines="Adam's.", guidelines_version=0)
    await evening.saves()
    await ada.page.get_by_role("button", name="Yes, ask everyone").click()
    refused = ada.page.get_by_role("alert")
    await expect(refused).to_contain_text("Someone else has changed the guidelines meanwhile.")
    await expect(ada.page.get_by_text("Adam's.")).to_be_visible()
    await expect(ada.page.get_by_label("Our guidelines")).to_have_value("Be kind.\nAsk first.")
    await evening.saves()
    await ada.page.get_by_role("button", name="Yes, ask everyone").click()
    await expect(ada.page.get_by_text("Adam's.")).to_have_count(0)
    await robin.is_told("The guidelines of this place have changed.")
    await robin.say("still here")
    await robin.sees("still here")
    await stranger.page.goto(f"{town.url}/sign-up")
    await expect(stranger.page.get_by_text("Ask first.")).to_be_visible()
    await robin.page.reload()
    await robin.sees_heading("How we are with each other")
    await expect(robin.page.get_by_text("Ask first.")).to_be_visible()
    await robin.hits(robin.page.get_by_role("button", name="Help now"))
    await robin.page.keyboard.press("Escape")
    await robin.hits(robin.page.get_by_role("button", name="I have read this. Go on"))
    await robin.sees("still here")
    await robin.page.reload()
    await robin.sees("still here")


async def test_an_invitation_a_role_and_a_closed_room(evening: Evening) -> None:
    town, ada, robin = evening.town, evening.ada, evening.robin
    await ada.care("Invitations")
    into = ada.page.get_by_label("Into which room")
    await expect(into.locator("option:checked")).to_have_text("Evening")
    await ada.page.get_by_role("button", name="Make the link").click()
    picture = ada.page.get_by_role("img", name="The same link as a picture")
    assert await picture.evaluate("(image) => image.complete && image.naturalWidth > 0")
    link = await ada.page.get_by_label("The link").input_value()
    await ada.page.get_by_role("button", name="Done").click()
    await expect(ada.page.get_by_label("For one person, once")).to_be_focused()
    wren = await town.stranger(**DEVICES["390"])
    await wren.page.goto(link)
    await wren.comes_in("wren")
    await wren.sees_heading("Evening")
    await wren.say("I am here")
    await robin.sees("I am here")

    # A room is closed under the hands of those who are in it: nothing that was said goes.
    await ada.care("Rooms")
    await ada.page.get_by_role("button", name="Close it: Evening").click()
    await ada.page.get_by_role("button", name="Yes, close it").click()
    await ada.is_told("Evening is closed.")
    for window in (robin, wren):
        await expect(window.page.get_by_text("This room is closed.")).to_be_visible()
        await expect(window.field).to_have_count(0)
        await window.sees("I am here")
    # What is only for oneself can still be done.
    await robin.act("I am here", "Save it for myself")
    await robin.is_told("Saved. Only you see it")
    late = await town.window(await town.known("late"))
    await expect(late.page.get_by_role("heading", name="Evening")).to_have_count(0)
    await ada.page.get_by_role("button", name="Open it again: Evening").click()
    await ada.page.get_by_role("button", name="Yes, open it").click()
    await expect(robin.field).to_be_visible()

    # What somebody is here stands beside all their words at once, on every screen.
    await robin.say("good to have you")
    beside = wren.message("good to have you").locator(".badge")
    await expect(wren.message("good to have you")).to_be_visible()
    await expect(beside).to_have_count(0)
    await ada.care("People")
    await ada.page.get_by_label("Their name here").fill("robin")
    await ada.page.get_by_role("button", name="Find", exact=True).click()
    await ada.page.get_by_text("Give or take back a role").click()
    await ada.page.get_by_label("What they are to be").select_option("A moderator")
    await ada.page.get_by_role("button", name="Make robin a moderator").click()
    await evening.proves_it()
    await expect(robin.banner).to_contain_text("What you may do here has changed")
    await expect(beside).to_have_text(re.compile("moderator", re.I))
    await ada.care("What was done")
    for deed in ("ada closed a room.", "ada opened a room again.", "ada gave a role to robin."):
        await expect(ada.page.locator(".deeds")).to_contain_text(deed)


async def test_the_line_goes_in_the_middle_of_it(evening: Evening) -> None:
    """What could not be done is said, what was filled in stays, and pressing again does it."""
    ada, robin, page = evening.ada, evening.robin, evening.ada.page
    refused = page.get_by_role("main").get_by_role("alert")

    await ada.care("Invitations")
    await page.get_by_label("Into which room").select_option("Evening")
    await page.get_by_label("Works for").select_option("A day")
    await evening.line_goes()
    await page.get_by_role("button", name="Make the link").click()
    await expect(refused).to_have_text(OFFLINE)
    # What is not known is not said to be nothing, nor to come in a moment.
    for section in ("Name and colours", "Rooms", "Invitations"):
        await ada.care(section)
        await expect(refused).to_have_text(OFFLINE)
        await expect(page.get_by_text(NOTHING_YET)).to_have_count(0)
    await evening.line_is_back()
    await expect(refused).to_have_count(0)
    await expect(page.get_by_text("There are none just now.")).to_be_visible()
    await page.get_by_label("Into which room").select_option("Evening")
    await evening.line_goes()
    await page.get_by_role("button", name="Make the link").click()
    await expect(refused).to_have_text(OFFLINE)
    await evening.line_is_back()
    assert await chosen(page.get_by_label("Into which room")) == "Evening"
    await page.get_by_role("button", name="Make the link").click()
    await expect(page.get_by_role("heading", name="Here it is")).to_be_visible()
    await page.get_by_role("button", name="Done").click()

    for section, label, words in (
        ("Name and colours", "What this place is called", "The Quay"),
        ("Guidelines", "Our guidelines", "Be kind.\nAsk first."),
    ):
        await ada.care(section)
        await page.get_by_label(label).fill(words)
        for is_there in (False, True):
            if not is_there:
                await evening.line_goes()
            await evening.saves()
            if section == "Guidelines":
                await page.get_by_role("button", name="Yes, ask everyone").click()
            if not is_there:
                await expect(refused).to_have_text(OFFLINE)
                await evening.line_is_back()
            await expect(page.get_by_label(label)).to_have_value(words)
        await expect(page.get_by_role("status").filter(has_text="Saved.")).to_be_visible()
    await expect(robin.page.locator(".site-name").first).to_have_text("The Quay")
    await robin.is_told("The guidelines of this place have changed.")

    await ada.care("People")
    await page.get_by_label("Their name here").fill("robin")
    await page.get_by_role("button", name="Find", exact=True).click()
    await page.get_by_text("Give or take back a role").click()
    await page.get_by_label("What they are to be").select_option("A moderator")
    await evening.line_goes()
    for button in ("Make robin a moderator", "Find"):
        await page.get_by_role("button", name=button, exact=True).click()
        await expect(refused.filter(has_text=OFFLINE).first).to_be_visible()
    assert await chosen(page.get_by_label("What they are to be")) == "A moderator"
    await evening.line_is_back()
    await page.get_by_role("button", name="Make robin a moderator").click()
    # Also where it is asked who she is.
    await ada.dialog.get_by_label("Your own passphrase").fill(PASSPHRASE)
    await ada.dialog.get_by_label("Six digits").fill(evening.app.digits())
    await evening.line_goes()
    await ada.press("It is me")
    await expect(ada.dialog.get_by_role("alert")).to_have_text(OFFLINE)
    await evening.line_is_back()
    await ada.press("It is me")
    await expect(ada.dialog).to_have_count(0)
    await expect(robin.banner).to_contain_text("What you may do here has changed")


async def chosen(select: Locator) -> str:
    """The words of what is chosen."""
    words: str = await select.evaluate("(select) => select.selectedOptions[0].innerText.trim()")
    return words


async def test_the_door_opens_over_lines_that_were_called(evening: Evening) -> None:
    town, ada = evening.town, evening.ada
    stranger = await town.stranger()
    await ada.care("New people")
    await ada.page.get_by_label(re.compile("^Closed")).check()
    await evening.saves()
    await evening.proves_it()
    await expect(ada.page.get_by_text("Nobody new comes in for now.").first).to_be_visible()
    await stranger.page.goto(town.url)
    await expect(stranger.page.get_by_role("link", name=re.compile("^Come in"))).to_have_count(0)
    await ada.page.get_by_label(re.compile("^Open")).check()
    await evening.saves()
    await expect(ada.page.get_by_text("Anyone can come in by themselves.")).to_be_visible()

    # A line of our own: read as strictly as the file, first on the page, and called anew.
    await ada.care("Help lines")
    page = ada.page
    await page.get_by_label("The country where").select_option("Ireland")
    await page.get_by_role("button", name="Add a line of our own").click()
    for label, words in (
        ("Its name", "The harbour line"),
        ("Number to call", "ring us"),
        ("When they answer", "every evening"),
        ("A page where", "https://harbour.example/line"),
    ):
        await page.get_by_label(label).fill(words)
    await evening.saves()
    await expect(page.get_by_role("alert")).to_contain_text("the number to call in digits")
    await expect(page.get_by_label("Its name")).to_have_value("The harbour line")
    await page.get_by_label("Number to call").fill("01 555 0100")
    await evening.saves()
    await expect(page.get_by_text("Please call all of them")).to_be_visible()
    await stranger.page.goto(f"{town.url}/help")
    first = stranger.page.locator("details.country[open] h3").first
    await expect(first).to_have_text("The harbour line")
    await stranger.page.goto(town.url)
    await expect(stranger.page.get_by_role("link", name="Come in by invitation")).to_be_visible()
    await page.get_by_role("button", name="We have called them").click()
    await page.get_by_role("button", name="Yes, they answer").click()
    await expect(page.get_by_text("Somebody has called these")).to_be_visible()
    await stranger.page.reload()
    await expect(stranger.page.get_by_role("link", name="Come in", exact=True)).to_be_visible()
