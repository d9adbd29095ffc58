"""Someone signed up under their real name. They change it, and it is nowhere any more."""

from __future__ import annotations

import json
import re

from playwright.async_api import expect

from rooms.people.person import Role
from tests.browser.person import Person
from tests.browser.town import Town

REAL = "JaneDoe"
CALM = "quiet-harbour-41"
NAMED = re.compile(re.escape(REAL), re.IGNORECASE)


async def nowhere(*windows: Person) -> None:
    """The real name is on no screen."""
    for window in windows:
        await expect(window.page.locator("body")).not_to_contain_text(NAMED)


async def searched(window: Person, words: str, told: str) -> str:
    """What a search in the room finds, as it is shown."""
    await window.room_menu("Search in this room")
    await window.dialog.get_by_role("searchbox").fill(words)
    await window.dialog.get_by_role("button", name="Search", exact=True).click()
    await expect(window.dialog.get_by_text(told).first).to_be_visible()
    found = await window.dialog.inner_text()
    await window.page.keyboard.press("Escape")
    return found


async def test_a_real_name_is_gone_from_every_screen(town: Town) -> None:
    keeper = await town.known("mora", Role.MODERATOR)
    jane, robin, late = [await town.known(handle) for handle in (REAL, "robin", "sage")]
    room_id = await town.site.room(keeper, name="Evening")
    await town.site.join(room_id, jane, robin, late)
    her = await town.window(jane, room_id)
    him = await town.window(robin, room_id)
    mora = await town.window(keeper, room_id)
    await her.say("I have been sober for a week")
    await him.sees("I have been sober for a week")
    await him.act("I have been sober for a week", "Reply")
    await him.say(f"well done @{REAL}")
    for window in (her, mora):
        await window.sees(re.compile("sober"), re.compile(f"@{REAL}"))

    # She changes it, on the page of her account.
    await her.settings("My name here")
    await her.page.get_by_label("A new name").fill(CALM)
    await her.page.get_by_role("button", name="Go by this name").click()
    await expect(her.page.get_by_text(f"You are {CALM} now, everywhere.")).to_be_visible()

    # Every open screen follows by itself: author, quote and mention.
    await him.sees("I have been sober for a week", re.compile(f"well done @{CALM}"))
    await expect(him.message("I have been sober for a week").locator(".who")).to_have_text(CALM)
    await expect(him.log.locator(".quote")).to_contain_text(CALM)
    await nowhere(him, mora, her)

    # So do a search, and someone who comes later.
    for words in ("sober", "well done"):
        found = await searched(him, words, CALM)
        assert not NAMED.search(found)
    await searched(him, REAL, "Nothing found.")
    sage = await town.window(late, room_id)
    await sage.sees("I have been sober for a week", re.compile(f"@{CALM}"))
    await nowhere(sage)

    # So does another person's export.
    assert CALM in (taken := await export_of(him))
    assert not NAMED.search(taken)

    # And nobody can take the old name, or one that looks like it.
    for spoof in (REAL, "janed0e", "Jane.Doe"):
        stranger = await town.stranger()
        await stranger.sign_up(spoof)
        await expect(stranger.page.locator("#handle-problem")).to_be_visible()


async def export_of(window: Person) -> str:
    """All that the page lets someone take with them."""
    await window.settings("Take my data with me")
    await window.page.get_by_role("button", name="Gather my data").click()
    link = window.page.get_by_role("link", name="Take it as a file")
    await expect(link).to_be_visible()
    async with window.page.expect_download() as started:
        await link.click()
    taken = (await (await started.value).path()).read_text(encoding="utf-8")
    assert json.loads(taken)
    return taken
