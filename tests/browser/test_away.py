"""Without a network, and with a newer version: what the browser keeps of the page, and what not."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, CDPSession, Page, async_playwright, expect

from chatserver.clock import now_ms
from rooms.people.person import Role
from tests.browser.authenticator import Passing
from tests.browser.conftest import ARGUMENTS, chromium_path
from tests.browser.elsewhere import leaves, neutral
from tests.browser.person import BODIES, Person
from tests.browser.town import Town, closed
from tests.support.served import Served, served
from web.context import SITE
from web.files import Served as File

KEEPS = {"service_workers": "allow"}
IS_KEPT = "navigator.serviceWorker.ready.then(({active}) => active.state)"
COPIES = """async () => {
  const found = {};
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys())
      found[new URL(request.url).pathname] = await (await cache.match(request)).text();
  }
  return found;
}"""


async def is_kept(page: Page) -> None:
    """The browser has all of the page, and may be taken offline."""
    await page.evaluate(IS_KEPT)


async def test_help_is_there_offline_and_signed_out(town: Town) -> None:
    anybody = await town.stranger(**KEEPS)
    page = anybody.page
    await page.goto(town.url)
    await is_kept(page)
    await page.context.set_offline(True)
    await page.goto(f"{town.url}/help")
    await anybody.sees_heading("Help now")
    await page.get_by_text("United States", exact=True).click()
    await expect(page.locator("a[href^='tel:']:visible").first).to_be_visible()
    # Anything else says so kindly, and where help is.
    await page.goto(f"{town.url}/sign-in")
    await anybody.sees_heading("You are offline")
    await page.get_by_role("link", name="Help now, in every country").click()
    await anybody.sees_heading("Help now")
    # The app as well: without a connection it is help that can be shown.
    await page.goto(f"{town.url}/app")
    await anybody.sees_heading("Help now")
    await expect(anybody.banner).to_contain_text("You are offline.")
    await page.get_by_label("Your country").select_option(label="United States")
    await expect(page.locator("a[href^='tel:']").first).to_be_visible()
    # Back again it opens by itself; who is not signed in begins at the door.
    await page.context.set_offline(False)
    await anybody.sees_heading("Welcome back")


async def test_nothing_that_anybody_wrote_is_kept(town: Town) -> None:
    mora, robin = await town.known("mora", Role.MODERATOR), await town.known("robin")
    room_id = await town.site.room(mora, name="Hidden harbour", guidelines="Be gentle")
    await town.says(robin, room_id, "so we did", guidelines=1)
    await town.says(mora, room_id, "we saw each other")
    window = await town.window(robin, room_id, **KEEPS)
    await window.say("here as well")
    await window.sees("so we did", "we saw each other", "here as well")
    await is_kept(window.page)
    await window.page.goto(f"{town.url}/account/export")
    await window.page.goto(f"{town.url}/help")
    copies = await window.page.evaluate(COPIES)
    assert {"/shell", "/help", "/offline"} <= copies.keys()
    asked = re.compile(r"/(app|api|socket\.io|account|sign-.*)(/|$)")
    assert [path for path in copies if asked.match(path)] == []
    for words in ("Hidden harbour", "Be gentle", "we saw", "so we did", room_id, robin.token):
        assert [path for path, text in copies.items() if words in text] == []
    own = [path for path, text in copies.items() if re.search(r'"(robin|mora)"|name="csrf"', text)]
    assert own == []


async def test_a_newer_version_waits_until_it_is_asked_for(town: Town) -> None:
    """Two tabs with words begun: the one that asks is new, the other goes on with what it has."""
    robin = await town.known("robin")
    room_id = await town.site.room(await town.known("mora", Role.MODERATOR), name="Evening")
    await town.site.join(room_id, robin)
    profile = await town.profile(robin, **KEEPS)
    first = await town.tab(profile, "robin", room_id)
    await is_kept(first.page)
    await first.page.reload()
    second = await town.tab(profile, "robin", room_id)
    for window in (first, second):
        await window.field.fill("not done y")
    was = await version(first.page)

    deploy(town.site)
    await first.page.evaluate("navigator.serviceWorker.ready.then((each) => each.update())")
    for window in (first, second):
        await expect(window.banner).to_contain_text("There is a newer version of this page.")
        assert await version(window.page) == was
    await first.page.get_by_role("button", name="Load it").click()
    await expect(first.banner).to_have_count(0)
    await expect(first.field).to_have_value("not done y")
    assert await version(first.page) == "2"
    await expect(second.field).to_have_value("not done y")
    assert await version(second.page) == was
    await second.say("and it still works")
    await first.sees("and it still works")
    await second.page.get_by_role("button", name="Load it").click()
    await expect(second.banner).to_have_count(0)
    assert await version(second.page) == "2"


async def version(page: Page) -> str:
    """What the page's own sheet says of itself: a deployment of the test's changes it."""
    found = await page.evaluate(
        "getComputedStyle(document.documentElement).getPropertyValue('--version')"
    )
    return str(found).strip()


def deploy(site: Served) -> None:
    """Another version of the files, as after a restart of the server."""
    files: Any = site.server._runner.app[SITE].files
    for path, file in list(files.items()):
        if path.endswith(".css"):
            files[path] = File(file.body + b"\n:root{--version:2}", file.media_type, file.cache)


async def manifest(page: Page, session: CDPSession, name: str) -> str:
    """What the browser takes for the place's own words; a while after a link has changed."""
    about = ""
    for _ in range(600):
        about = (await session.send("Page.getAppManifest"))["data"]
        if json.loads(about)["name"] == name:
            break
        await page.evaluate("new Promise(requestAnimationFrame)")
    return about


async def test_it_can_be_put_on_a_home_screen(site: Served, tmp_path: Path) -> None:
    """Asked of a profile that keeps things: a private window installs nothing."""
    async with async_playwright() as playwright:
        context = await playwright.chromium.launch_persistent_context(
            tmp_path / "profile", executable_path=chromium_path(), args=ARGUMENTS
        )
        page = context.pages[0]
        session = await context.new_cdp_session(page)
        for asked, name in (("", "Harbour"), ("?as=notes", "Notes")):
            await page.goto(f"{site.url}/help{asked}")
            await is_kept(page)
            found = await session.send("Page.getInstallabilityErrors")
            assert found["installabilityErrors"] == []
            about = await manifest(page, session, name)
            assert json.loads(about)["name"] == name
            assert ("Harbour" in about) is (name == "Harbour")
        await closed(context)


async def test_discreet_mode_says_nothing_in_the_tab_or_on_the_page_head(town: Town) -> None:
    robin = await town.known("robin")
    room_id = await town.site.room(await town.known("mora", Role.MODERATOR), name="Evening")
    await town.site.join(room_id, robin)
    profile = await town.profile(robin)
    await neutral(profile)
    her = await town.tab(profile, "robin", room_id)
    beside = await town.tab(profile, "robin")
    page = her.page
    await expect(page).to_have_title("In a room · Harbour")
    await page.evaluate(
        "localStorage.setItem('chat.discreet', 'true'), dispatchEvent(new Event('appearance'))"
    )
    for window in (her, beside):
        await expect(window.page).to_have_title("Notes")
        await expect(window.page.get_by_role("banner").get_by_text("Notes")).to_be_visible()
        await expect(window.page.get_by_role("banner").get_by_text("Harbour")).to_be_hidden()
    # On every page, from its first moment on, and also after the quick exit.
    await her.goes_to(room_id)
    await says_nothing(page)
    await leaves(page)
    await page.goto(f"{town.url}/sign-in")
    await says_nothing(page)


async def says_nothing(page: Page) -> None:
    """Neither title nor signs, on the page as it stands."""
    await expect(page).to_have_title("Notes")
    signs = page.locator("link[rel=icon], link[rel=apple-touch-icon], link[rel=manifest]")
    for address in await signs.evaluate_all("(all) => all.map((each) => each.href)"):
        assert "/notes" in address


# Tunnel -------------------------------------------------------------------------------------------


async def test_tunnel(browser: Browser, tmp_path: Path) -> None:
    """No signal: what she asks for is not kept for later, what she writes waits for her word."""
    clock = Passing(now_ms)
    async with (
        served(tmp_path, now=clock, site_name="Harbour") as site,
        Town(browser, site) as town,
    ):
        await tunnel(town, clock)


async def tunnel(town: Town, clock: Passing) -> None:
    """One night."""
    mora, robin = await town.known("mora", Role.MODERATOR), await town.known("robin")
    room_id = await town.site.room(mora, name="Evening")
    await town.site.join(room_id, robin)
    profile = await town.profile(robin, viewport={"width": 320, "height": 568}, **KEEPS)
    her = await town.tab(profile, "robin", room_id)
    await is_kept(her.page)
    await her.has_help_lines()
    listening = await town.window(mora, room_id)

    await profile.set_offline(True)
    await her.page.get_by_role("button", name="Help now").click()
    await her.press("I need to talk")
    await expect(her.dialog.locator(".outcome")).to_contain_text("Not sent: you are offline.")
    await her.dialog.get_by_label("Your country").select_option(label="United States")
    await expect(her.dialog.locator("a[href^='tel:']").first).to_be_visible()
    await her.page.keyboard.press("Escape")
    await her.say("I am on the train", "it is bad", "I don't know where to go")
    waiting = her.log.locator("[data-pending]")
    await expect(waiting).to_have_count(3)
    await her.page.close()

    # Still in the tunnel she opens it again: help is there, and nothing is said to have gone.
    page = await profile.new_page()
    her = Person(page, town.url, "robin")
    await page.goto(f"{town.url}/app/rooms/{room_id}")
    await her.sees_heading("Help now")
    await expect(her.banner).to_contain_text("You are offline. What you write is kept.")
    await expect(page.locator("a[href^='tel:']").first).to_be_visible()
    await page.close()

    # The next morning, with a signal.
    await profile.set_offline(False)
    clock.advance(s=9 * 3600)
    page = await profile.new_page()
    await page.clock.install(time=datetime.now(UTC) + timedelta(hours=9))
    her = Person(page, town.url, "robin")
    await her.goes_to(room_id)
    asked = her.log.locator("[data-pending]")
    await expect(asked).to_have_count(3)
    await expect(asked.first).to_contain_text(re.compile("You wrote this (9|10) hours ago"))
    # Whatever would go by itself has gone by now: an answer to somebody else comes after it.
    await listening.say("good morning")
    await expect(her.message("good morning")).to_be_visible()
    assert await listening.bodies() == ["good morning"]
    assert await asked_for_help(town.site, mora) == 0

    await asked.filter(has_text="it is bad").get_by_role("button", name="Send it now").click()
    await expect(listening.log.locator(BODIES)).to_have_text(["good morning", "it is bad"])
    await asked.filter(has_text="train").get_by_role("button", name="Let it go").click()
    await expect(asked).to_have_count(1)
    await page.reload()
    await expect(asked).to_have_count(1)
    assert await listening.bodies() == ["good morning", "it is bad"]


async def asked_for_help(site: Served, moderator: Any) -> int:
    """How many people have asked to talk."""
    answer = await site.command(moderator, "help.list")
    return len(answer["requests"])
