"""A whole night by phone: it rings, she claims, reads, talks, hands over; a colleague closes it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, expect

from rooms.people.person import Role
from tests.browser import axe, views
from tests.browser.nights import Night, card, holder, line, night, to_queue, writes_first

PHONE: dict[str, Any] = {
    "viewport": views.SMALLEST,
    "has_touch": True,
    "is_mobile": True,
    "color_scheme": "dark",
}
CRY = "I don't want to be alive tonight"
DAY_S = 24 * 3600


async def test_a_night_shift(browser: Browser, tmp_path: Path) -> None:
    async with night(browser, tmp_path) as dark:
        await night_shift(dark)


async def night_shift(dark: Night) -> None:
    """From the words that were heard to the day on which somebody asks again."""
    town = dark.town
    mora, bo = await town.known("mora", Role.MODERATOR), await town.known("bo", Role.MODERATOR)
    sky = await town.known("sky")
    room_id = await town.site.room(mora, name="Evening")
    await town.says(mora, room_id, "good evening", "how is everybody")
    await town.says(sky, room_id, "hello")
    phone, bos = await town.window(mora, **PHONE), await town.window(bo, **PHONE)
    hers = await town.window(sky, room_id, **{**PHONE, "viewport": views.PHONE})
    await dark.shift(mora)
    await dark.hears(mora)
    await dark.shift(bo, on_call=True)
    await to_queue(phone)

    await hers.say(CRY)
    await expect(card(hers)).to_contain_text("One of us is on duty.")
    ring = phone.page.locator(".ring")
    await expect(ring).to_contain_text("Somebody waits. Please look.")
    await phone.hits(ring.get_by_role("button", name="I heard it"))
    await expect(ring).to_have_count(0)
    # Hearing it stops a sound and no clock: nobody is told that somebody has it.
    await expect(card(hers)).not_to_contain_text("mora")

    await phone.hits(line(phone, "sky"))
    await expect(phone.page.locator("mark").first).to_contain_text("don't want to be alive")
    await phone.hits(phone.page.get_by_role("button", name="Claim it"))
    await expect(holder(phone)).to_contain_text("You have it")
    await expect(card(hers)).to_contain_text("mora has read what you wrote")
    around = phone.page.locator(".around")
    await expect(around).to_contain_text("how is everybody")
    await phone.hits(phone.page.get_by_role("button", name="More lines around it"))
    await expect(phone.page.get_by_text("mora looked at 10 lines on either side.")).to_be_visible()

    await writes_first(phone, "Hi sky, I am mora. Are you safe right now?")
    await hers.hits(card(hers).get_by_role("link", name="Read what mora wrote"))
    await expect(hers.log).to_contain_text("Are you safe right now?")
    await hers.say("for now, yes")
    await expect(phone.page.get_by_role("log")).to_contain_text("for now, yes")
    assert await axe.violations(phone.page) == []

    # Her shift ends: a colleague is asked, with what they have to know.
    await phone.hits(phone.page.get_by_role("button", name="Hand over"))
    await phone.dialog.get_by_label(re.compile("name here")).fill("bo")
    await phone.dialog.get_by_label("What they have to know").fill("safe for now, wants company")
    await phone.press("Ask them")
    await expect(holder(phone)).to_contain_text("bo is asked to go on.")
    await to_queue(bos)
    await bos.hits(line(bos, "sky"))
    await expect(bos.page.get_by_text("safe for now, wants company")).to_be_visible()
    await bos.hits(bos.page.get_by_role("button", name="Take it over"))
    await bos.dialog.get_by_role("textbox").fill("I am bo. mora asked me to go on with you.")
    await bos.hits(bos.dialog.get_by_role("button").filter(has_text=re.compile("Step in|Take it")))
    await expect(holder(bos)).to_contain_text("You have it")
    await expect(card(hers)).to_contain_text("bo is talking with you.")
    await expect(hers.log).to_contain_text("mora asked me to go on with you.")

    await bos.hits(bos.page.get_by_role("button", name="Close it"))
    await bos.dialog.get_by_label("What came of it").select_option(label="We talked")
    await bos.dialog.get_by_label("Ask again").select_option(label="After a day")
    await bos.hits(bos.dialog.get_by_role("button", name="Close it"))
    await expect(holder(bos)).to_contain_text("Opens again")
    await expect(card(hers)).to_contain_text("This is closed for now.")
    # A day later it opens by itself: somebody asks how she is.
    dark.clock.advance(s=DAY_S + 60)
    next_day = await town.window(await town.site.sign_in_again(mora), **PHONE)
    await to_queue(next_day)
    await expect(line(next_day, "sky")).to_contain_text("follow-up")
