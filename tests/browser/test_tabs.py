"""Several tabs of the same person."""

from __future__ import annotations

import asyncio

from playwright.async_api import expect

from rooms.people.person import Role
from tests.browser.person import both
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
