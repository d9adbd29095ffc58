"""A whole evening without a mouse: in, to a room, all that one does there, and out again."""

from __future__ import annotations

import re

from playwright.async_api import expect

from rooms.people.person import Role
from tests.browser.person import PASSPHRASE, Person
from tests.browser.test_keyboard import tab_to
from tests.browser.town import Town

ON_BODY = "() => document.activeElement === document.body"


async def test_a_whole_evening(town: Town) -> None:
    mora = await town.known("mora", Role.MODERATOR)
    await town.settled("robin")
    room_id = await town.site.room(mora, name="Evening", guidelines="Be kind.")
    await town.site.room(mora, name="Morning")
    host = await town.window(mora, room_id)
    robin = await town.stranger()
    await robin.page.goto(f"{robin.url}/sign-in")
    await comes_in(robin)
    await host.say("good evening")
    await robin.sees("good evening")
    await writes_and_mentions(robin, host)
    await replies_reacts_and_edits(robin, host)
    await looks_around(robin)
    await asks_and_leaves(robin, host)


async def comes_in(robin: Person) -> None:
    """From the door into the room."""
    page, keys = robin.page, robin.page.keyboard
    await tab_to(page, "Your name here")
    await keys.type("robin")
    await keys.press("Tab")
    await keys.type(PASSPHRASE)
    await keys.press("Enter")
    await robin.sees_heading("Rooms")
    await expect(page.get_by_role("button", name=re.compile("Look in.*Evening"))).to_be_visible()
    await tab_to(page, "Look in")
    await keys.press("Enter")
    await expect(robin.dialog).to_be_visible()
    await tab_to(page, "I have read this")
    await keys.press("Enter")
    await robin.sees_heading("Evening")


async def writes_and_mentions(robin: Person, host: Person) -> None:
    """To the field by F6, then a name by its first letters."""
    keys = robin.page.keyboard
    for _ in range(6):
        await keys.press("F6")
        if await robin.field.evaluate("(field) => field === document.activeElement"):
            break
    await keys.type("hello @mo")
    await expect(robin.page.get_by_role("option", name=re.compile("mora"))).to_be_visible()
    await keys.press("Enter")
    await keys.press("Enter")
    await host.sees("good evening", "hello @mora")


async def replies_reacts_and_edits(robin: Person, host: Person) -> None:
    """In the list by arrows, with single letters, and with the menu of a message."""
    keys = robin.page.keyboard
    await keys.press("Shift+F6")
    await keys.press("Home")
    await expect(robin.message("good evening")).to_be_focused()
    await keys.press("r")
    await expect(robin.page.get_by_text("Answering mora good evening")).to_be_visible()
    await expect(robin.field).to_be_focused()
    await keys.type("thank yuo")
    await keys.press("Enter")
    await expect(host.message("thank yuo").get_by_text("good evening")).to_be_visible()
    await keys.press("ArrowUp")
    box = robin.page.get_by_role("textbox", name="Your message")
    await expect(box).to_be_focused()
    for _ in "uo":
        await keys.press("Backspace")
    await keys.type("ou")
    await keys.press("Enter")
    await expect(host.log.get_by_text("thank you")).to_be_visible()
    await expect(robin.field).to_be_focused()
    await keys.press("Shift+F6")
    await keys.press("Home")
    await keys.press("Enter")
    await expect(robin.dialog.get_by_role("button", name="With love")).to_be_focused()
    await keys.press("Tab")
    await keys.press("Enter")
    await expect(host.message("good evening").get_by_text("Hug 1")).to_be_visible()
    # Where one writes, the same letters are only letters.
    await expect(robin.message("good evening")).to_be_focused()
    await keys.press("s")
    await robin.is_told("Saved. Only you see it")
    await keys.press("?")
    await expect(robin.dialog.get_by_role("heading", name="Keys")).to_be_visible()
    await keys.press("Escape")
    await keys.press("F6")
    await expect(robin.field).to_be_focused()
    await keys.type("r?e")
    await expect(robin.field).to_have_value("r?e")
    await robin.field.fill("")


async def looks_around(robin: Person) -> None:
    """Search, another room, one's settings: all from the switcher."""
    page, keys = robin.page, robin.page.keyboard
    await goes_to(robin, "search in")
    await expect(robin.dialog.get_by_role("heading", name=re.compile("^Search"))).to_be_visible()
    await keys.press("Escape")
    await expect(robin.dialog).to_have_count(0)
    await goes_to(robin, "all rooms")
    await robin.sees_heading("Rooms")
    await goes_to(robin, "saved")
    await expect(page.get_by_role("main").get_by_text("good evening")).to_be_visible()
    await goes_to(robin, "all rooms")
    await robin.sees_heading("Rooms")
    assert not await page.evaluate(ON_BODY)
    await goes_to(robin, "eveni")
    await robin.sees_heading("Evening")
    await expect(page.get_by_role("heading", level=1)).to_be_focused()
    await goes_to(robin, "settings")
    await robin.sees_heading("Settings")
    await tab_to(page, "Writing and being told")
    await keys.press("Enter")
    await robin.sees_heading("Writing and being told")
    await expect(page.get_by_role("heading", level=1)).to_be_focused()
    await tab_to(page, "Sends where there is a keyboard")
    await keys.press("ArrowDown")
    await keys.press("ArrowDown")
    await expect(page.get_by_label("Always begins a new line")).to_be_checked()
    await goes_to(robin, "eveni")
    await robin.message("good evening").wait_for()
    await keys.press("F6")
    await keys.press("F6")
    await expect(robin.field).to_be_focused()
    await keys.type("two")
    await keys.press("Enter")
    await keys.type("lines")
    await expect(robin.field).to_have_value("two\nlines")
    await keys.press("Control+Enter")
    await expect(robin.log).to_contain_text("two\nlines")


async def goes_to(robin: Person, letters: str) -> None:
    """By a few letters."""
    keys = robin.page.keyboard
    field = robin.dialog.get_by_role("combobox")
    await robin.opens_by("Control+k", field)
    await expect(field).to_be_focused()
    await keys.type(letters)
    await expect(robin.dialog.get_by_role("option").first).to_have_attribute(
        "aria-selected", "true"
    )
    await keys.press("Enter")


async def asks_and_leaves(robin: Person, host: Person) -> None:
    """Help is where it always is; the way out is in the menu."""
    page, keys = robin.page, robin.page.keyboard
    # Escape: nothing is open, so all is read, and the focus stays.
    await host.say("one more thing")
    await robin.log.get_by_text("one more thing").wait_for()
    await keys.press("Escape")
    await expect(page.get_by_text("Everything here is read.")).to_be_attached()
    await keys.press("F6")
    await tab_to(page, "Help now")
    await keys.press("Enter")
    await tab_to(page, "Talk to one of us")
    await keys.type("a hard evening")
    await tab_to(page, "I need to talk")
    await keys.press("Enter")
    await expect(robin.dialog.locator(".outcome")).not_to_have_text("")
    await expect(robin.dialog.locator(".outcome")).not_to_contain_text("Not sent")
    await keys.press("Escape")
    await tab_to(page, "Menu")
    await keys.press("Enter")
    await tab_to(page, "Sign out")
    await keys.press("Enter")
    await robin.sees_heading("You don't have to do this alone.")
