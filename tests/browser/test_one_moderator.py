"""Five people, one volunteer, asleep: it still ends where a human sees it, and says so if not."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.async_api import Browser, expect

from chatserver.senders import WORDS
from moderation.notices.writing import What
from moderation.severity import Severity
from rooms.people.person import Role
from tests.browser import axe, views
from tests.browser.nights import card, night
from tests.browser.test_card import flagged

PEOPLE = ("sky", "robin", "wren", "ash", "fay")
CRY = "I want to kill myself tonight. The heron sleeps."
NAMED = "somebody outside hears that someone waits, and nothing more"
NOT_NAMED = "Nobody outside is named in the settings."


async def test_it_is_told_outside_and_to_whoever_looks_after_the_place(
    browser: Browser, tmp_path: Path
) -> None:
    async with night(browser, tmp_path) as dark:
        town = dark.town
        mora = await town.known("mora", Role.MODERATOR)
        ada, sky = await town.known("ada", Role.ADMIN), await town.known("sky")
        room_id = await town.site.room(mora, name="Evening")
        await town.site.join(room_id, sky, *[await town.known(name) for name in PEOPLE[1:]])
        adas = await town.window(ada, viewport=views.PHONE, has_touch=True, is_mobile=True)
        await adas.page.clock.install()
        hers = await town.window(sky, room_id)
        await hers.say(CRY)
        await expect(card(hers)).to_contain_text("None of us is here right now.")
        await dark.told_outside(1)
        (notice,) = [json.loads(each.body) for each in dark.outside.taken[:1]]
        assert notice["words"] == WORDS[What.LOOK]
        assert set(notice) == {"notice_id", "what", "words"}
        # An administrator's open page rings as well, and says how many: not who, nor why.
        await adas.is_told("It rings for you")
        await adas.menu("Follow-up")
        await adas.sees_heading("Follow-up")
        page = adas.page
        await expect(page.locator(".ring")).to_contain_text("Somebody waits. Please look.")
        await expect(page.locator("[data-waiting]")).to_contain_text("Grave: 1")
        await expect(page.get_by_text(NAMED)).to_be_visible()
        for trace in ("sky", "heron", "Evening"):
            assert trace not in await page.get_by_role("main").inner_text()
            assert trace not in dark.said_outside()
        assert await axe.violations(page) == []
        # It goes on until a human has it.
        dark.clock.advance(s=51 * 60)
        await dark.told_outside(2)
        (row,) = await dark.queue(mora)
        await town.site.command(mora, "case.claim", case_id=row["case_id"])
        await expect(card(hers)).to_contain_text("mora has read what you wrote")
        await page.clock.fast_forward(31_000)
        await expect(page.locator(".ring")).to_have_count(0)
        await expect(page.locator("[data-waiting]")).to_contain_text("1 with somebody")


async def test_what_is_about_the_volunteer_reaches_others_however_quiet_it_is(
    browser: Browser, tmp_path: Path
) -> None:
    async with night(browser, tmp_path) as dark:
        town = dark.town
        mora, ada = await town.known("mora", Role.MODERATOR), await town.known("ada", Role.ADMIN)
        adas, moras = await town.window(ada), await town.window(mora)
        await flagged(town, mora, Severity.MEDIUM)
        dark.clock.advance(s=61 * 60)
        await dark.told_outside(1)
        await adas.is_told("It rings for you")
        await adas.menu("Follow-up")
        await expect(adas.page.locator("[data-waiting]")).to_contain_text("Today: 1")
        await moras.menu("Follow-up")
        await expect(moras.page.get_by_text("Nobody is waiting.")).to_be_visible()
        await expect(moras.page.locator(".ring")).to_have_count(0)


async def test_where_nobody_outside_is_named_the_page_says_so(
    browser: Browser, tmp_path: Path
) -> None:
    async with night(browser, tmp_path, names_outside=False) as dark:
        town = dark.town
        mora, ada = await town.known("mora", Role.MODERATOR), await town.known("ada", Role.ADMIN)
        adas, moras = await town.window(ada), await town.window(mora)
        for window, path in ((adas, "follow-up"), (moras, "follow-up/duty")):
            await window.page.goto(f"{window.url}/app/{path}")
            await expect(window.page.get_by_text(NOT_NAMED)).to_be_visible()
        # It ends with the administrator, who is told however quiet it is.
        await flagged(town, mora, Severity.MEDIUM)
        dark.clock.advance(s=61 * 60)
        await expect(adas.page.locator(".ring")).to_contain_text("Somebody waits.")
        await expect(adas.page.locator("[data-waiting]")).to_contain_text("Today: 1")
        assert dark.outside.taken == []
