"""What is small in a room, and missed when it is not there: the day, the time, room to write."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.async_api import Browser, Locator, expect

from chatserver.clock import now_ms
from rooms.people.person import Role
from tests.browser.authenticator import Passing
from tests.browser.person import BODIES, Person
from tests.browser.town import Town
from tests.support.served import served

DAY_ON_TOP = """() => {
  const log = document.querySelector('.log').getBoundingClientRect();
  const at = document.elementFromPoint(log.left + log.width / 2, log.top + 20);
  return at.closest('.day')?.innerText.trim() ?? '';
}"""
FIRST = "*one* day\n> at a time"


async def test_days_times_and_words_that_come_too_late(browser: Browser, tmp_path: Path) -> None:
    """Sky talked yesterday and today; robin reads it, and changes words when it is too late."""
    clock = Passing(now_ms)
    async with (
        served(tmp_path, now=clock, site_name="Harbour") as site,
        Town(browser, site) as town,
    ):
        sky, known = await town.known("sky"), await town.known("robin")
        room_id = await site.room(await town.known("mora", Role.MODERATOR), name="Evening")
        await site.join(room_id, known)
        await town.says(sky, room_id, FIRST, *(f"line {at}" for at in range(40)))
        clock.advance(days=1)
        await town.says(sky, room_id, *(f"today {at}" for at in range(40)))
        robin = await town.window(known, room_id)
        await the_day_stays_in_sight(robin)
        await times_are_short_until_one_asks(robin)
        await words_are_copied_as_they_were_written(robin)
        await the_field_grows_and_leaves_room(robin)
        old = {"nonce": "old", "body": "helo there", "warning": "old anger", "topics": ["loss"]}
        await site.command(known, "message.post", room_id=room_id, **old)
        await too_late_for_a_change(robin, clock)
        page = await site.command(sky, "log.before", room_id=room_id, seq=1000)
    first, last = page["messages"][-2:]
    assert (first["body"], first.get("edited_at")) == ("helo there", None)
    assert last["body"] == "good evening\nhello there"
    assert (last["warning"], last["topics"]) == ("old anger", ["loss"])


async def the_day_stays_in_sight(robin: Person) -> None:
    """Each next one takes the place of the one before."""
    await expect(robin.message("line 0")).to_be_in_viewport()
    for words, day in (("line 25", "Yesterday"), ("today 30", "Today")):
        await robin.message(words).evaluate("(row) => row.scrollIntoView({block: 'start'})")
        await robin.page.wait_for_function(f"day => ({DAY_ON_TOP})() === day", arg=day)
        heading = robin.log.get_by_role("heading", name=day)
        await expect(heading).to_be_in_viewport(ratio=1)


async def times_are_short_until_one_asks(robin: Person) -> None:
    """The hour and minute; the whole of it on hovering, and in the list of what can be done."""
    time = robin.message("line 25").locator("time")
    await expect(time).to_be_hidden()
    await robin.message("line 25").hover()
    await expect(time).to_be_visible()
    await expect(time).to_have_text(re.compile(r"^\d{1,2}:\d\d( [AP]M)?$"))
    whole = str(await time.get_attribute("title"))
    assert re.search(r"\w+day, \w+ \d+, 20\d\d at \d{1,2}:\d\d", whole)
    await expect(robin.message("line 25")).to_have_attribute("aria-label", f"sky, {whole}")
    await robin.act("line 25")
    await expect(robin.dialog.get_by_text(whole)).to_be_visible()
    await robin.page.keyboard.press("Escape")


async def words_are_copied_as_they_were_written(robin: Person) -> None:
    """With their marks, and without who said them."""
    await robin.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    first = robin.log.get_by_role("article").first
    await first.hover()
    await first.get_by_role("button", name="What to do with").click()
    await robin.press("Copy the words")
    await robin.is_told("Copied.")
    assert await robin.page.evaluate("navigator.clipboard.readText()") == FIRST


async def height(of: Locator) -> float:
    """As it is drawn."""
    box = await of.bounding_box()
    assert box is not None
    return box["height"]


async def the_field_grows_and_leaves_room(robin: Person) -> None:
    """With what is written, and never over what is read."""
    one = await height(robin.field)
    await robin.field.fill("one\ntwo\nthree\nfour")
    four = await height(robin.field)
    assert four > one * 1.5
    await robin.field.fill("line\n" * 90)
    most = await height(robin.field)
    assert four < most < await height(robin.log)
    assert await robin.field.evaluate("(field) => field.scrollHeight > field.clientHeight")
    await expect(robin.page.get_by_role("button", name="Send")).to_be_in_viewport(ratio=1)
    await robin.field.fill("")
    assert await height(robin.field) == one


async def too_late_for_a_change(robin: Person, clock: Passing) -> None:
    """The new words become a message of their own, after what was begun, with their warning."""
    page = robin.page
    await robin.field.fill("good evening")
    await robin.log.get_by_role("button", name="Show the words").click()
    await robin.act("helo there", "Change the words")
    box = page.get_by_role("textbox", name="Your message")
    await box.fill("hello there")
    clock.advance(s=16 * 60)
    await page.get_by_role("button", name="Save").click()
    await expect(page.get_by_role("alert")).to_contain_text("can be changed for 15 minutes")
    await expect(box).to_have_value("hello there")
    await page.get_by_role("button", name="Write it as a new message").click()
    await expect(robin.field).to_be_focused()
    await expect(robin.field).to_have_value("good evening\nhello there")
    await expect(page.locator(".composer")).to_contain_text("old anger")
    await page.get_by_role("button", name="Send").click()
    await robin.log.get_by_role("button", name="Show the words").click()
    await expect(robin.log.locator(BODIES).last).to_have_text("good evening\nhello there")
    await expect(robin.log.locator("[data-pending]")).to_have_count(0)
