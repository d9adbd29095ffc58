"""What a screen reader is given of a room: its log, its messages, and where one goes from there."""

from __future__ import annotations

from playwright.async_api import expect

from tests.browser.town import Pair

LOG = """
- log "{name}":
  - heading "Today" [level=2]
  - article /mora, .* at .*/:
    - text: mora moderator
    - time
    - text: good evening
    - list "Reactions":
      - listitem:
        - button "With love 1"
    - button "What to do with the message of mora"
  - article /robin, .* at .*/:
    - text: robin
    - time
    - 'button "Answers: mora good evening"'
    - text: and to you
    - button "What to do with the message of robin"
  - article /Someone took a message back\\., .* at .*/
"""
ACTIONS = """
- dialog "Message of mora":
  - heading "Message of mora" [level=2]
  - button "Close"
  - group "React":
    - button "With love" [pressed]
    - button "Hug"
    - button "Thank you"
    - button "Strength"
    - button "Me too"
    - button "Well done"
  - button "Reply"
  - button "Copy the words"
  - button "Copy a link to it"
  - button "Save it for myself"
  - button "New again from here on"
  - button "Who reacted"
  - button "Report"
  - button "Block this person"
"""
ROOMS = """
- navigation "Your rooms":
  - heading "Your rooms" [level=2]
  - list:
    - listitem:
      - link "{name}"
  - paragraph:
    - link "All rooms"
"""


async def test_what_a_screen_reader_is_given_of_a_room(pair: Pair) -> None:
    mora, robin, _, _, name = pair
    await mora.say("good evening")
    await robin.act("good evening", "Reply")
    await robin.say("and to you")
    await mora.say("never mind")
    await mora.act("never mind", "Take it back", "Take it back")
    await robin.act("good evening", "With love")
    await expect(robin.message("good evening").get_by_role("button", name="1")).to_be_visible()
    await expect(robin.log.locator(".gone")).to_be_visible()
    await expect(robin.log).to_match_aria_snapshot(LOG.format(name=name))
    await expect(robin.page.get_by_role("navigation")).to_match_aria_snapshot(
        ROOMS.format(name=name)
    )
    # The log is never read as a whole, and is one stop for the Tab key.
    await expect(robin.log).to_have_attribute("aria-live", "off")
    await expect(robin.log.locator("article[tabindex]")).to_have_count(1)
    await robin.act("good evening")
    await expect(robin.dialog).to_match_aria_snapshot(ACTIONS)
