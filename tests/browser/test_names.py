"""What a screen reader is told: roles, names, landmarks, and quiet announcements."""

from __future__ import annotations

import re

from playwright.async_api import expect

from tests.browser.town import Pair

ROOM = """
- link "Skip to the page"
- banner:
  - link "Harbour"
  - button "Help now"
  - button /Menu/
- status
- navigation "Your rooms":
  - heading "Your rooms" [level=2]
  - list
- main:
  - region /Evening/:
    - heading /Evening/ [level=1]
    - button "2 here"
    - button "About this room"
    - log /Evening/:
      - heading "Today" [level=2]
      - article /mora, .*/:
        - time
        - text: good evening
        - button "What to do with the message of mora"
    - textbox /Write to Evening/
    - button "Send" [disabled]
    - group
- status
"""


async def test_a_room_has_its_landmarks_and_names(pair: Pair) -> None:
    mora, robin, _, _, name = pair
    await mora.say("good evening")
    await robin.sees("good evening")
    await expect(robin.presence).to_have_text("2 here")
    await expect(robin.page.locator("body")).to_match_aria_snapshot(ROOM)
    log = robin.page.get_by_role("log", name=name, exact=True)
    await expect(log).to_have_attribute("aria-live", "off")
    await expect(log.get_by_role("article")).to_have_accessible_name(
        re.compile(r"^mora, \w+, .* \d\d?:\d\d")
    )
    await expect(log.get_by_role("article")).to_have_accessible_description("good evening")


async def test_new_words_are_told_once_through_a_region_of_their_own(pair: Pair) -> None:
    mora, robin, *_ = pair
    told = robin.page.locator("[data-announcer]")
    mine = mora.page.locator("[data-announcer]")
    before = await mine.inner_text()
    await mora.say("are you awake?")
    await expect(told).to_have_text("mora: are you awake?")
    await expect(told).to_have_attribute("aria-live", "polite")
    # Many at once are told as a number.
    await mora.say("one", "two", "three")
    await expect(told).to_have_text("3 new messages")
    assert await mine.inner_text() == before, "one's own words are not read back"


async def test_the_skip_link_leads_past_the_head(pair: Pair) -> None:
    _, robin, *_ = pair
    skip = robin.page.get_by_role("link", name="Skip to the page")
    await skip.focus()
    await expect(skip).to_be_in_viewport()
    await robin.page.keyboard.press("Enter")
    await expect(robin.page.locator("main")).to_be_focused()
