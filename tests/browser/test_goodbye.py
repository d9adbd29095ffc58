"""Goodbye: she says it, takes it back, leaves the room and asks to be removed; and is not lost."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.async_api import Browser, expect

from rooms.people.person import Role
from tests.browser import views
from tests.browser.nights import Night, card, claims, holder, line, night, to_queue, writes_first
from tests.browser.person import PASSPHRASE
from tests.browser.person import Person as Window
from tests.support.served import Person

FAREWELL = "I have the pills here. Thank you all."
PHONE: dict[str, Any] = {"viewport": views.PHONE, "has_touch": True, "is_mobile": True}


async def test_goodbye(browser: Browser, tmp_path: Path) -> None:
    async with night(browser, tmp_path) as dark:
        await goodbye(dark)


async def goodbye(dark: Night) -> None:
    """One night."""
    town = dark.town
    mora, sky = await town.known("mora", Role.MODERATOR), await town.settled("sky")
    room_id = await town.site.room(mora, name="Evening")
    await town.site.join(room_id, sky)
    hers = await town.window(sky, room_id, **PHONE)
    moras = await town.window(mora, **PHONE)
    await to_queue(moras)

    await hers.say(FAREWELL)
    await expect(card(hers)).to_contain_text("That sounded heavy.")
    await expect(line(moras, "sky")).to_contain_text("In danger now")
    case_id = await the_only_case(dark, mora)
    await moras.hits(line(moras, "sky"))
    heard = moras.page.locator(".reason blockquote")
    await expect(heard).to_contain_text(FAREWELL)
    await expect(moras.page.locator("mark").first).to_contain_text("pills")

    dark.clock.advance(s=40)
    await hers.act(FAREWELL, "Take it back", "Take it back")
    await hers.sees("Someone took a message back.")
    await expect(moras.page.get_by_text("They took a message of theirs back")).to_be_visible()
    await still_there(dark, mora, moras, case_id)

    await hers.room_menu("Leave this room", "Yes, leave.")
    await expect(moras.page.get_by_text("They left a room.")).to_be_visible()
    await still_there(dark, mora, moras, case_id)

    await leaves_for_good(hers)
    await expect(moras.page.get_by_text("They asked to be removed.")).to_be_visible()
    await still_there(dark, mora, moras, case_id)
    # What the room shows of it is nothing; what gave reason to follow up can still be read.
    await moras.page.reload()
    await expect(heard).to_contain_text(FAREWELL)
    said = await town.site.command(mora, "log.before", room_id=room_id, seq=1000)
    assert "pills" not in str(said)

    # She can come back: somebody has written to her meanwhile, and what she does next is hers.
    await claims(moras, "someone|Someone|sky")
    await writes_first(moras, "I am mora. I read what you wrote, and I am here.")
    await hers.page.get_by_role("link", name="Sign in").click()
    await hers.sign_in("sky")
    await hers.sees_heading("You are leaving")
    await hers.page.get_by_role("link", name="mora").first.click()
    await expect(hers.log).to_contain_text("I read what you wrote, and I am here.")
    await hers.say("I did not think that anybody would.")
    await expect(moras.page.get_by_role("log")).to_contain_text("I did not think that anybody")
    await hers.page.goto(f"{town.url}/app")
    await hers.sees_heading("You are leaving")
    await hers.page.get_by_role("button", name="Stay after all").click()
    await hers.sees_heading("Rooms")
    await expect(moras.page.get_by_text("They stay after all.")).to_be_visible()
    await expect(holder(moras)).to_contain_text("You have it")
    await still_there(dark, mora, moras, case_id)


async def the_only_case(dark: Night, mora: Person) -> str:
    """There is one, and it is no less grave than it was."""
    (row,) = await dark.queue(mora)
    assert row["severity"] == "imminent"
    return str(row["case_id"])


async def still_there(dark: Night, mora: Person, moras: Window, case_id: str) -> None:
    """The same case, as grave as before, on the page as in the store."""
    assert await the_only_case(dark, mora) == case_id
    await expect(moras.page.locator(".case-head")).to_contain_text("In danger now")


async def leaves_for_good(hers: Window) -> None:
    """Asks to be removed, and shows who she is."""
    await hers.page.goto(f"{hers.url}/app/settings/leaving")
    await hers.page.get_by_role("button", name="Leave this place").click()
    await hers.page.get_by_role("button", name="Yes, leave").click()
    await hers.dialog.get_by_label("Your own passphrase").fill(PASSPHRASE)
    await hers.dialog.get_by_role("button", name="It is me").click()
    await expect(hers.banner).to_contain_text("You are hidden everywhere now.")
