"""He takes the phone: the quick exit leaves nothing of her in the browser."""

from __future__ import annotations

import asyncio
import re
from typing import Any

import pytest
from playwright.async_api import BrowserContext, Page, Route, expect

from rooms.people.person import Role
from tests.browser.elsewhere import ANYWHERE_THERE, is_elsewhere, leaves, neutral
from tests.browser.person import Person
from tests.browser.town import Town

KEPT = """async () => ({
  local: Object.entries(localStorage),
  session: Object.entries(sessionStorage),
  databases: (await indexedDB.databases()).map((each) => each.name),
  copies: await caches.keys(),
  workers: (await navigator.serviceWorker.getRegistrations()).length,
  scripts_see: document.cookie,
})"""
# Told by the page itself: the driver asks nothing of a page that is about to go.
BLANK = """new Promise((done) => {
  const look = () => document.body.childNodes.length || done(document.title);
  new MutationObserver(look).observe(document, {childList: true, subtree: true});
})"""
NOTHING = {
    "local": [],
    "session": [],
    "databases": [],
    "copies": [],
    "workers": 0,
    "scripts_see": "",
}

# The very moment in which a worker has begun and kept nothing yet lasts until the test has seen it.
HELD = b"""{
  const { open } = CacheStorage.prototype;
  CacheStorage.prototype.open = async function (...given) {
    await fetch("/robots.txt?held");
    return open.apply(this, given);
  };
}
"""


async def entries(page: Page) -> list[dict[str, Any]]:
    """What the browser's own history of this tab holds."""
    session = await page.context.new_cdp_session(page)
    history = await session.send("Page.getNavigationHistory")
    return list(history["entries"])


async def kept(context: BrowserContext, url: str) -> Any:
    """What the browser keeps of the site, seen from a page of it that runs nothing."""
    page = await context.new_page()
    await page.goto(f"{url}/robots.txt")
    found = await page.evaluate(KEPT)
    await page.close()
    return found


async def in_a_room(town: Town) -> Person:
    """She is in a room, has begun some words, and moved about before that."""
    mora = await town.known("mora", Role.MODERATOR)
    robin = await town.known("robin")
    morning_id = await town.site.room(mora, name="Morning")
    room_id = await town.site.room(mora, name="Evening")
    await town.says(mora, room_id, "we are here")
    profile = await town.profile(robin, service_workers="allow")
    await neutral(profile)
    await town.site.join(morning_id, robin)
    await town.site.join(room_id, robin)
    window = await town.tab(profile, "robin")
    await window.enters("Morning")
    await window.enters("Evening")
    await window.page.evaluate("navigator.serviceWorker.ready.then(({active}) => active.state)")
    await window.field.fill("he must not read th")
    return window


@pytest.mark.parametrize("how", ["button", "shift", "dialog"])
async def test_he_takes_the_phone(town: Town, how: str) -> None:
    robin = await in_a_room(town)
    page, context = robin.page, robin.page.context
    if how == "dialog":
        await page.get_by_role("button", name="Help now").click()
        await robin.dialog.get_by_role("button", name="Quick exit").click(no_wait_after=True)
    elif how == "shift":
        await robin.field.press_sequentially("IS")  # capitals are not meant
        for _ in range(3):
            await page.keyboard.press("Shift")
    else:
        await page.get_by_role("button", name="Quick exit").click(no_wait_after=True)
    await is_elsewhere(page)

    # The sign-in is gone, from the browser and from the server.
    assert [each["name"] for each in await context.cookies()] == []
    # What he finds by going back, or in the list behind the button.
    for each in await entries(page):
        assert not re.search("Evening|Morning|robin|room", each["title"])
        assert "/app" not in each["url"]
    assert await kept(context, robin.url) == NOTHING
    await page.go_back()
    await expect(page.get_by_text("robin")).to_have_count(0)
    await expect(page.get_by_text("Evening")).to_have_count(0)
    await page.goto(f"{robin.url}/app")
    await robin.sees_heading("Welcome back")
    assert await page.get_by_label("Your name here").input_value() == ""


async def test_all_her_tabs_go_and_the_page_is_blank_before_anything_answers(town: Town) -> None:
    robin = await in_a_room(town)
    context = robin.page.context
    beside = await town.tab(context, "robin")
    reading = await context.new_page()
    await reading.goto(f"{robin.url}/help")
    held = asyncio.Event()

    async def hold(route: Any) -> None:
        await held.wait()
        await route.continue_()

    # Neither the server nor the other site answers: it is blank all the same.
    await context.route("**/exit", hold)
    await context.unroute(ANYWHERE_THERE)
    await context.route(ANYWHERE_THERE, hold)
    seen = []
    for page in (robin.page, beside.page, reading):
        session = await context.new_cdp_session(page)
        asked = {"expression": BLANK, "awaitPromise": True}
        seen.append(asyncio.create_task(session.send("Runtime.evaluate", asked)))
    await robin.page.get_by_role("button", name="Quick exit").click(no_wait_after=True)
    for each in seen:
        told = await asyncio.wait_for(each, 20)
        assert told["result"]["value"] == "…"
    held.set()


async def test_without_scripts_the_button_is_a_form_that_leads_away(town: Town) -> None:
    robin = await town.known("robin")
    context = await town.profile(robin, java_script_enabled=False)
    await neutral(context)
    page = await context.new_page()
    await page.goto(f"{town.url}/account/export")
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await is_elsewhere(page)
    assert await context.cookies() == []
    await page.goto(f"{town.url}/app")
    await expect(page.get_by_role("heading", name="Welcome back")).to_be_visible()


async def test_left_without_a_connection_she_is_signed_out_before_anything_is_shown(
    town: Town,
) -> None:
    robin = await in_a_room(town)
    page, context = robin.page, robin.page.context
    await context.set_offline(True)
    await page.get_by_role("button", name="Quick exit").click(no_wait_after=True)
    await page.wait_for_url(re.compile("wikipedia|chrome-error"))
    await context.set_offline(False)
    await page.goto(f"{robin.url}/app")
    await robin.sees_heading("Welcome back")
    assert await context.cookies() == []
    found = await kept(context, robin.url)
    # The page at the door is kept again for when there is no network; nothing of hers is.
    assert {name: found[name] for name in ("local", "session", "databases", "scripts_see")} == {
        name: NOTHING[name] for name in ("local", "session", "databases", "scripts_see")
    }


async def test_what_she_typed_at_the_door_does_not_come_back(town: Town) -> None:
    """Going back to the form, a browser fills in what was in it."""
    await town.settled("robin")
    her = await town.stranger()
    await neutral(her.page.context)
    await her.page.goto(town.url)
    await her.page.get_by_role("link", name="I have been here before").click()
    await her.sign_in("robin")
    await her.sees_heading("Rooms")
    await leaves(her.page)
    seen = []
    while her.page.url != "about:blank":
        await her.page.go_back()
        boxes = her.page.locator("input:not([type=hidden])")
        seen += await boxes.evaluate_all("(all) => all.map((box) => box.value)")
    assert "robin" not in seen


async def test_signing_out_in_one_tab_ends_the_others(town: Town) -> None:
    robin = await in_a_room(town)
    beside = await town.tab(robin.page.context, "robin")
    await beside.menu("Sign out", "button")
    await beside.page.wait_for_url(f"{town.url}/")
    await expect(robin.banner).to_contain_text("You have been signed out.")
    await expect(robin.page.get_by_text("we are here")).to_have_count(0)


async def test_left_while_the_page_is_only_being_kept(town: Town) -> None:
    """The worker is still on its way, and would keep the page after she has left."""
    robin = await town.known("robin")
    profile = await town.profile(robin, service_workers="allow")
    await neutral(profile)
    begun, held = asyncio.Event(), asyncio.Event()

    async def slow(route: Route) -> None:
        answer = await route.fetch()
        await route.fulfill(response=answer, body=HELD + await answer.body())

    async def hold(route: Route) -> None:
        begun.set()
        await held.wait()
        await route.continue_()

    await profile.route("**/service-worker.js", slow)
    await profile.route("**/robots.txt?held", hold)
    her = await town.tab(profile, "robin")
    await asyncio.wait_for(begun.wait(), 20)
    await leaves(her.page)
    assert await kept(profile, town.url) == {**NOTHING, "workers": 1}
    held.set()
    # It goes on without her, comes to its end, and nothing is left of it.
    found: dict[str, Any] = {}
    async with asyncio.timeout(20):
        while found != NOTHING:
            found = await kept(profile, town.url)
