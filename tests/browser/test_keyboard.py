"""The whole way by keyboard alone: no mouse, no finger."""

from __future__ import annotations

import re

from playwright.async_api import Page, expect

from rooms.people.person import Role
from tests.browser.person import PASSPHRASE, Person
from tests.browser.town import Pair, Town

TABS_MAX = 30
FOCUSED = """() => {
  const at = document.activeElement;
  const region = at.closest('[data-region]');
  return [region?.tagName.toLowerCase() ?? '', region?.className ?? ''].join('.');
}"""

NAME_OF_FOCUSED = """() => {
  const at = document.activeElement;
  return (at.ariaLabel ?? at.labels?.[0]?.innerText ?? at.innerText ?? '').trim();
}"""


async def tab_to(page: Page, name: str) -> None:
    """Press Tab until the focus is on what is called so."""
    for _ in range(TABS_MAX):
        await page.keyboard.press("Tab")
        if str(await page.evaluate(NAME_OF_FOCUSED)).startswith(name):
            return
    raise AssertionError(f"the Tab key does not reach {name}")


async def test_from_the_door_to_the_first_words(town: Town) -> None:
    robin = await town.stranger()
    await robin.comes_in("robin")
    await expect(robin.page.get_by_text("Good to see you, robin.")).to_be_visible()
    await robin.menu("Sign out", "button")
    await robin.sees_heading("You don't have to do this alone.")
    mora = await town.known("mora", Role.MODERATOR)
    await town.site.room(mora, name="Evening", guidelines="Be kind.")

    page, keys = robin.page, robin.page.keyboard
    await tab_to(page, "I have been here before")
    await keys.press("Enter")
    await robin.sees_heading("Welcome back")
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
    await reaches_the_field_by_f6(robin)
    await keys.type("I came by keyboard")
    await keys.press("Enter")
    await robin.sees("I came by keyboard")


async def reaches_the_field_by_f6(person: Person) -> None:
    """F6 goes round the regions; where one writes is one of them."""
    for _ in range(6):
        await person.page.keyboard.press("F6")
        if await person.field.evaluate("(field) => field === document.activeElement"):
            return
    raise AssertionError("F6 does not reach the field")


async def test_f6_goes_round_both_ways(pair: Pair) -> None:
    _, robin, *_ = pair
    await robin.say("something")
    await robin.sees("something")
    await robin.field.focus()
    ways = {}
    for key in ("F6", "Shift+F6"):
        seen = [await robin.page.evaluate(FOCUSED)]
        for _ in range(5):
            await robin.page.keyboard.press(key)
            seen.append(await robin.page.evaluate(FOCUSED))
        ways[key] = seen
    there, back = ways["F6"], ways["Shift+F6"]
    assert len(set(there)) == 5, "the head, my rooms, the room's head, the log, the field"
    assert there[0] == there[-1]
    assert back == there[::-1]


async def test_a_message_is_reached_acted_on_and_left_again(pair: Pair) -> None:
    mora, robin, *_ = pair
    await mora.say("first", "second")
    await robin.sees("first", "second")
    keys = robin.page.keyboard
    await robin.field.focus()
    await keys.press("Shift+F6")
    await expect(robin.message("second")).to_be_focused()
    await keys.press("ArrowUp")
    await expect(robin.message("first")).to_be_focused()
    await keys.press("Enter")
    await expect(robin.dialog.get_by_role("button", name="With love")).to_be_focused()
    await keys.press("Tab")
    await keys.press("Enter")
    await expect(robin.message("first").get_by_role("button", name="Hug 1")).to_be_visible()
    # The focus is back where it came from, also after Escape, and new words don't take it away.
    await expect(robin.message("first")).to_be_focused()
    await keys.press("Enter")
    await expect(robin.dialog).to_be_visible()
    await keys.press("Escape")
    await expect(robin.dialog).to_have_count(0)
    await expect(robin.message("first")).to_be_focused()
    await mora.say("third")
    await robin.sees("first", "second", "third")
    await expect(robin.message("first")).to_be_focused()
    await keys.press("End")
    await expect(robin.message("third")).to_be_focused()


async def test_the_up_arrow_changes_ones_last_words_and_escape_leaves_them(pair: Pair) -> None:
    mora, robin, *_ = pair
    await robin.say("helo")
    await robin.sees("helo")
    keys = robin.page.keyboard
    await robin.field.focus()
    await keys.press("ArrowUp")
    box = robin.page.get_by_role("textbox", name="Your message")
    await expect(box).to_be_focused()
    await keys.press("Escape")
    await expect(robin.field).to_be_focused()
    await keys.press("ArrowUp")
    await box.fill("hello")
    await keys.press("Enter")
    await mora.sees(re.compile(r"^\s*hello \(edited\)\s*$"))
    await expect(robin.field).to_be_focused()


async def test_dialogs_give_the_focus_back(pair: Pair) -> None:
    _, robin, *_ = pair
    page = robin.page
    for name in (re.compile("^Help now"), re.compile("^Menu"), re.compile("^About this room")):
        opener = page.get_by_role("button", name=name)
        await opener.focus()
        await page.keyboard.press("Enter")
        await expect(robin.dialog).to_be_visible()
        inside = "() => document.activeElement.closest('dialog') !== null"
        assert await page.evaluate(inside)
        await page.keyboard.press("Escape")
        await expect(robin.dialog).to_have_count(0)
        await expect(opener).to_be_focused()
