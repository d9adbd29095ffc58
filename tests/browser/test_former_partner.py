"""A former partner comes into her open room, looks everywhere, and is blocked."""

from __future__ import annotations

import re

from playwright.async_api import expect

from rooms.people.person import Role
from tests.browser.person import Person
from tests.browser.town import DEVICES, Town

BEFORE = ("I moved to the coast", "it is better here")
HERS = re.compile("anna", re.IGNORECASE)


async def test_he_learns_nothing_of_before_and_after_it_nothing_at_all(town: Town) -> None:
    keeper = await town.known("mora", Role.MODERATOR)
    anna, ben, carl = [await town.known(handle) for handle in ("anna", "ben", "carl")]
    room_id = await town.site.room(keeper, name="Evening")
    await town.site.join(room_id, anna, carl)
    her = await town.window(anna, room_id, **DEVICES["320"])
    friend = await town.window(carl, room_id)
    await her.say(*BEFORE)
    await friend.sees(*BEFORE)

    # He comes in by himself: nothing of before, nobody's name, no time of anybody's coming.
    him = await town.window(ben, **DEVICES["390"])
    await him.hits(him.page.get_by_role("button", name=re.compile("Look in.*Evening")))
    await him.press("Come in")
    await expect(him.log).to_be_visible()
    await him.goes_to(room_id)
    await him.sees()
    await him.hits(him.presence)
    await expect(him.dialog).to_contain_text("3 here now")
    await expect(him.dialog).not_to_contain_text(HERS)
    await expect(him.dialog.get_by_text(re.compile(r"joined|since|ago|last seen"))).to_have_count(0)
    await him.page.keyboard.press("Escape")
    await him.room_menu("Search in this room")
    await him.dialog.get_by_role("searchbox").fill("coast")
    await him.hits(him.dialog.get_by_role("button", name="Search", exact=True))
    await expect(him.dialog.get_by_text("Nothing found.")).to_be_visible()
    await him.page.keyboard.press("Escape")

    # He writes; she blocks him. Nothing tells him.
    await him.say("nice place")
    await her.sees(*BEFORE, "nice place")
    seen_by_him = await told(him)
    await her.act("nice place", "Block this person", "Block ben")
    await her.is_told("they are not told")
    await her.sees(*BEFORE)
    assert await told(him) == seen_by_him

    # From now on neither reaches the other, and everyone else sees both.
    await her.say("hello @ben, are you there")
    await him.say("hello @anna, I am here")
    await friend.sees(*BEFORE, "nice place", "hello @ben, are you there", "hello @anna, I am here")
    await her.sees(*BEFORE, "hello @ben, are you there")
    await him.sees("nice place", "hello @anna, I am here")
    assert await told(him) == seen_by_him

    # Also after coming back, and in what a search finds.
    for window in (him, her):
        await window.page.reload()
    await him.sees("nice place", "hello @anna, I am here")
    await her.sees(*BEFORE, "hello @ben, are you there")
    await expect(await him.in_my_rooms("Evening")).to_have_accessible_name("Evening")
    await him.enters("Evening")
    await him.hits(him.presence)
    await expect(him.dialog).not_to_contain_text(HERS)
    await him.page.keyboard.press("Escape")
    await expect(him.log.locator(".names-me")).to_have_count(0)


async def told(window: Person) -> tuple[int, str]:
    """What the page tells him besides messages: notices and banners."""
    return await window.toasts.count(), await window.page.locator(".banners").inner_text()
