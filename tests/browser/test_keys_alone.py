"""Finding what was said, and looking after the place, by keys alone: the focus is never lost."""

from __future__ import annotations

import re

from playwright.async_api import expect

from rooms.people.person import Role
from tests.browser.person import PASSPHRASE, Person
from tests.browser.test_administration import Evening, evening
from tests.browser.test_evening_by_keyboard import goes_to
from tests.browser.test_keyboard import tab_to
from tests.browser.town import Town

__all__ = ["evening"]

SOMEWHERE = "() => document.activeElement !== null && document.activeElement !== document.body"


async def presses(person: Person, *keys: str) -> None:
    """One key after another; whatever each of them does, the focus is somewhere on the page."""
    for key in keys:
        await person.page.keyboard.press(key)
        await person.page.wait_for_function(SOMEWHERE)


async def test_what_was_said_is_found_shown_in_its_place_and_left_again(town: Town) -> None:
    mora, wren = await town.known("mora", Role.MODERATOR), await town.known("wren")
    rooms = {name: await town.site.room(mora, name=name) for name in ("Evening", "Morning")}
    robin = await town.known("robin")
    for room_id in rooms.values():
        await town.site.join(room_id, robin)
    filler = [f"line {number}" for number in range(60)]
    await town.says(mora, rooms["Evening"], "a lantern in the window", *filler)
    await town.says(wren, rooms["Evening"], "my own lantern", *filler[:3])
    await town.says(wren, rooms["Morning"], "the lantern is out")
    window = await town.window(robin, rooms["Evening"])
    page, found = window.page, window.dialog.locator(".found .words")

    # In the room one is in: opened, typed, narrowed to somebody, followed to its place.
    await window.field.focus()
    await goes_to(window, "search in")
    await expect(window.dialog.get_by_role("searchbox")).to_be_focused()
    await page.keyboard.type("lantern")
    await presses(window, "Enter")
    await expect(found).to_have_text(["my own lantern", "a lantern in the window"])
    await tab_to(page, "Where, by whom, when")
    await presses(window, "Enter")
    await tab_to(page, "Said by")
    await page.keyboard.type("mora")
    await presses(window, "Enter")
    await expect(found).to_have_text(["a lantern in the window"])
    await tab_to(page, "Show it in its place")
    await presses(window, "Enter")
    await expect(window.dialog).to_have_count(0)
    await expect(window.message("a lantern in the window")).to_be_focused()
    await expect(window.message("a lantern in the window")).to_be_in_viewport()

    # And back to the newest, and to where one writes.
    await presses(window, "F6")
    await expect(window.field).to_be_focused()
    await goes_to(window, "latest")
    await expect(window.message("line 2").last).to_be_in_viewport()
    await page.wait_for_function(SOMEWHERE)

    # Everywhere, narrowed to a room; then back to what one was looking through.
    await goes_to(window, "all rooms")
    await window.sees_heading("Rooms")
    await goes_to(window, "search")
    await window.sees_heading("Search")
    everywhere = page.locator(".found .words")
    await tab_to(page, "Words to look for")
    await page.keyboard.type("lantern")
    await presses(window, "Enter")
    await expect(everywhere).to_have_count(3)
    await tab_to(page, "Where, by whom, when")
    await presses(window, "Enter")
    await tab_to(page, "Room")
    await page.keyboard.type("Morn")
    await tab_to(page, "Search")
    await presses(window, "Enter")
    await expect(everywhere).to_have_text(["the lantern is out"])
    await tab_to(page, "Show it in its place")
    await presses(window, "Enter")
    await window.sees_heading("Morning")
    await expect(window.message("the lantern is out")).to_be_focused()
    await page.go_back()
    await window.sees_heading("Search")
    await page.wait_for_function(SOMEWHERE)


async def test_an_invitation_a_role_and_guidelines(evening: Evening) -> None:
    ada, robin = evening.ada, evening.robin
    page, keys = ada.page, ada.page.keyboard
    await tab_to(page, "Menu")
    await presses(ada, "Enter")
    await tab_to(page, "Looking after this place")
    await presses(ada, "Enter")
    await ada.sees_heading("Looking after this place")
    await page.wait_for_function(SOMEWHERE)

    await section(ada, "Invitations")
    await tab_to(page, "For one person, once")
    await presses(ada, "ArrowDown", "ArrowUp")
    await expect(page.get_by_label("For one person, once")).to_be_checked()
    await tab_to(page, "Into which room")
    await keys.type("Even")
    await tab_to(page, "Make the link")
    await presses(ada, "Enter")
    await expect(page.get_by_label("The link")).to_have_value(re.compile("^http"))
    await page.wait_for_function(SOMEWHERE)
    await tab_to(page, "Done")
    await presses(ada, "Enter")
    await expect(page.get_by_label("For one person, once")).to_be_focused()

    await section(ada, "People")
    await tab_to(page, "Their name here")
    await keys.type("robin")
    await presses(ada, "Enter")
    await expect(page.locator(".person-card h3")).to_have_text("robin")
    await tab_to(page, "Give or take back a role")
    await presses(ada, "Enter")
    await tab_to(page, "What they are to be")
    await keys.type("A moderator")
    await tab_to(page, "Make robin a moderator")
    await presses(ada, "Enter")
    await expect(ada.dialog).to_be_visible()
    await tab_to(page, "Your own passphrase")
    await keys.type(PASSPHRASE)
    await presses(ada, "Tab")
    await keys.type(evening.app.digits())
    await presses(ada, "Enter")
    await expect(ada.dialog).to_have_count(0)
    await expect(robin.banner).to_contain_text("What you may do here has changed")
    await page.wait_for_function(SOMEWHERE)

    await section(ada, "Guidelines")
    await expect(page.get_by_label("Our guidelines")).to_be_visible()
    await tab_to(page, "Our guidelines")
    await keys.type("Be kind. Ask first.")
    await tab_to(page, "Save")
    await presses(ada, "Enter")
    await expect(page.get_by_role("button", name="Yes, ask everyone")).to_be_focused()
    # What has come up under a key is not pressed by its second stroke.
    await expect(page.locator(".settling")).to_have_count(0)
    await presses(ada, "Enter")
    await expect(page.get_by_role("main").get_by_text("Saved.")).to_be_visible()
    # The next step leads on from there, not from the top of the page.
    await expect(page.get_by_role("button", name="Save", exact=True)).to_be_focused()


async def section(ada: Person, name: str) -> None:
    """To another section by its link; its heading is told."""
    await tab_to(ada.page, name)
    await presses(ada, "Enter")
    await ada.sees_heading(name)
    await expect(ada.page.get_by_role("heading", level=1)).to_be_focused()
