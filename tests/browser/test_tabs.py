"""Several tabs of the same person."""

from __future__ import annotations

import asyncio

from playwright.async_api import expect

from rooms.people.person import Role
from tests.browser.person import Person, both
from tests.browser.town import Town


async def test_all_tabs_show_the_same_once_and_a_sixth_pauses_the_oldest(town: Town) -> None:
    mora = await town.known("mora", Role.MODERATOR)
    robin = await town.known("robin")
    room_id = await town.site.room(mora, name="Evening")
    await town.site.join(room_id, robin)
    profile = await town.profile(robin)
    first = await town.tab(profile, "robin", room_id)
    second = await town.tab(profile, "robin", room_id)
    await both(first.watches_for_doubles(), second.watches_for_doubles())
    await first.say("from the first")
    await both(second.sees("from the first"), first.sees("from the first"))
    await second.say("from the second")
    said = ["from the first", "from the second"]
    await both(first.sees(*said), second.sees(*said))
    await both(first.saw_nothing_twice(), second.saw_nothing_twice())
    # One person, however many tabs.
    await expect(first.presence).to_have_text("1 here")

    await asyncio.gather(*(town.tab(profile, "robin", room_id) for _ in range(3)))
    await expect(first.banner).to_have_count(0)
    sixth = await town.tab(profile, "robin", room_id)
    await expect(first.banner).to_contain_text(
        "This page has been paused: you are here in several other places. Nothing is lost."
    )
    await expect(second.banner).to_have_count(0)
    await sixth.say("from the sixth")
    await second.sees(*said, "from the sixth")
    # Until they say so, the paused one stays as it is; then it catches up, and another pauses.
    await first.sees(*said)
    await first.page.get_by_role("button", name="Go on here").click()
    await first.sees(*said, "from the sixth")
    await expect(first.banner).to_have_count(0)
    await expect(second.banner).to_contain_text("This page has been paused")


async def test_tabs_agree_on_what_is_being_written_and_on_what_was_chosen(town: Town) -> None:
    mora, robin = await town.known("mora", Role.MODERATOR), await town.known("robin")
    room_id = await town.site.room(mora, name="Evening")
    await town.site.join(room_id, robin)
    hard = {"nonce": "hard", "body": "she is gone", "topics": ["loss"]}
    await town.site.command(mora, "message.post", room_id=room_id, **hard)
    profile = await town.profile(robin)
    first = await town.tab(profile, "robin", room_id)
    second = await town.tab(profile, "robin", room_id)

    # What is begun in one can be gone on with in the other, and goes out once.
    await first.act("she is gone", "Reply")
    await first.field.fill("I am so sor")
    await expect(second.field).to_have_value("I am so sor")
    await expect(second.page.get_by_text("Answering mora she is gone")).to_be_visible()
    await second.field.press("End")
    await second.field.press_sequentially("ry")
    await expect(first.field).to_have_value("I am so sorry")
    await second.field.press("Enter")
    await both(first.sees("she is gone", "I am so sorry"), second.sees(*await first.bodies()))
    await both(expect(first.field).to_have_value(""), expect(second.field).to_have_value(""))

    # What is chosen in one counts in the other at once, also where the same choice is on screen.
    await second.settings("Appearance")
    await choose(first, "Appearance", "Dark")
    await expect(second.page.get_by_label("Dark")).to_be_checked()
    for tab in (first, second):
        await expect(tab.page.locator("html")).to_have_attribute("data-theme", "dark")
    await second.goes_to(room_id)
    await expect(second.log.get_by_text("she is gone", exact=True)).to_be_visible()
    await choose(first, "What I would rather not see", "Loss")
    await expect(second.log).to_contain_text("It is about something you asked not to see: Loss")
    await expect(second.log.get_by_text("she is gone", exact=True)).to_have_count(0)


async def choose(tab: Person, section: str, what: str) -> None:
    """In one's settings."""
    await tab.settings(section)
    await tab.page.get_by_label(what, exact=True).check()
