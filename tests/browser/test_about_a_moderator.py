"""A case and a report about a moderator: not in their queue, counts, search, record or events."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.async_api import Browser, Page, expect

from rooms.people.person import Role
from tests.browser.nights import Night, Wire, card, claims, line, night, to_queue
from tests.browser.person import Person as Window

REPORTED = "nobody here ever keeps their word"
CRY = "I want to kill myself tonight"


async def test_about_a_moderator(browser: Browser, tmp_path: Path) -> None:
    async with night(browser, tmp_path) as dark:
        await about_a_moderator(dark)


async def about_a_moderator(dark: Night) -> None:
    """One night."""
    town = dark.town
    mora, bo = await town.known("mora", Role.MODERATOR), await town.known("bo", Role.MODERATOR)
    robin = await town.known("robin")
    room_id = await town.site.room(mora, name="Evening")
    await town.site.join(room_id, robin)
    for moderator in (mora, bo):
        await dark.shift(moderator)
        await dark.hears(moderator)
    moras = await wired(dark, mora, room_id)
    bos = await wired(dark, bo)
    robins = await town.window(robin, room_id)
    before = await record_of(moras)
    await moras.goes_to(room_id)

    await moras.say(REPORTED)
    await robins.act(REPORTED, "Report")
    await robins.press("It is unkind")
    await robins.is_told(re.compile("^Thank you"))
    await moras.say(CRY)
    await expect(card(moras)).to_contain_text("That sounded heavy.")

    # The other one is rung, sees both in one case, and claims it.
    await to_queue(bos)
    await expect(bos.page.locator(".ring").first).to_contain_text("Somebody waits.")
    await expect(line(bos, "mora")).to_contain_text("2 reasons")
    await claims(bos, "mora")
    for words in (REPORTED, CRY):
        await expect(bos.page.locator(".reason").filter(has_text=words)).to_have_count(1)
    await bos.page.goto(f"{bos.url}/app/follow-up/reports")
    await bos.hits(bos.page.get_by_role("main").get_by_role("button", name=re.compile("^Seen to")))
    await expect(card(moras)).to_contain_text("bo has read what you wrote")

    # She, who may see all of that about anybody else, sees nothing of it about herself.
    assert moras.wire.of_staff() == []
    assert bos.wire.of_staff() != []
    button = moras.page.get_by_role("button", name=re.compile("^Menu"))
    await expect(button).not_to_contain_text(re.compile("[0-9]"))
    await to_queue(moras)
    await expect(moras.page.get_by_text("Nobody is waiting.")).to_be_visible()
    await expect(moras.page.locator(".ring")).to_have_count(0)
    for place in ("closed", "helped", "reports", "figures"):
        await moras.page.goto(f"{moras.url}/app/follow-up/{place}")
        await nothing_of_it(moras.page)
    await moras.page.goto(f"{moras.url}/app/search")
    await moras.page.get_by_role("searchbox").fill("kill")
    await moras.page.keyboard.press("Enter")
    await expect(moras.page.get_by_role("main")).to_contain_text(CRY)
    await nothing_of_it(moras.page)
    assert await record_of(moras) == before
    # Nor at the door itself, by an address that somebody gave away.
    (case,) = await dark.queue(bo)
    await moras.page.goto(f"{moras.url}/app/follow-up/{case['case_id']}")
    await expect(moras.page.get_by_role("alert")).to_be_visible()
    await nothing_of_it(moras.page)
    assert moras.wire.of_staff() == []


class Wired(Window):
    """A window, and all that comes to it."""

    wire: Wire


async def wired(dark: Night, who: object, room_id: str = "") -> Wired:
    """Opened so that nothing is missed."""
    profile = await dark.town.profile(who)  # type: ignore[arg-type]
    window = Wired(await profile.new_page(), dark.town.url, getattr(who, "handle", ""))
    window.wire = Wire(window)
    if room_id:
        await window.goes_to(room_id)
    else:
        await window.page.goto(f"{window.url}/app")
    await window.page.wait_for_load_state("networkidle")
    return window


async def nothing_of_it(page: Page) -> None:
    """The page has come, and tells of no case and no report."""
    await page.wait_for_load_state("networkidle")
    main = page.get_by_role("main")
    await expect(main.get_by_role("heading", level=1)).to_be_visible()
    for trace in ("Somebody waits", "Seen to", "heard words", "Grave", "In danger", "robin"):
        await expect(main).not_to_contain_text(trace)


async def record_of(window: Window) -> list[str]:
    """What their own record of deeds holds."""
    await window.page.goto(f"{window.url}/app/care/record")
    await expect(window.page.get_by_role("heading", level=1)).to_be_visible()
    await window.page.wait_for_load_state("networkidle")
    return await window.page.locator(".deeds li").all_inner_texts()
