"""The gallery: every part in every state can be told, reached by keyboard, and fits a phone."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from tests.browser import axe, views
from tests.browser.town import Town
from tests.support.served import served


@pytest_asyncio.fixture(loop_scope="session")
async def gallery(browser: Browser, tmp_path: Path) -> AsyncIterator[Page]:
    """The gallery as whoever works on the pages sees it."""
    async with (
        served(tmp_path, site_name="Harbour", development=True) as site,
        Town(browser, site) as town,
    ):
        anybody = await town.stranger()
        await anybody.page.goto(f"{town.url}/gallery")
        await expect(anybody.page.locator("#gallery[data-ready]")).to_be_attached()
        yield anybody.page


async def test_every_part_is_sound_light_and_dark(gallery: Page) -> None:
    for size in (views.DESKTOP, views.SMALLEST):
        await gallery.set_viewport_size(size)
        assert await axe.violations(gallery) == []
    assert await gallery.evaluate("document.scrollingElement.scrollWidth <= innerWidth")


async def test_menus_and_tabs_are_moved_through_by_arrows(gallery: Page) -> None:
    keys = gallery.keyboard
    menu = gallery.locator(".pane[data-theme=light] .menu").first
    await menu.get_by_role("link", name="Rooms").focus()
    for key, name in (
        ("ArrowDown", "Reply"),
        ("End", "Without a sign"),
        ("ArrowDown", "Rooms"),
        ("ArrowUp", "Without a sign"),
        ("Home", "Rooms"),
        ("w", "Without a sign"),
    ):
        await keys.press(key)
        await expect(menu.locator(".menu-item").filter(has_text=name)).to_be_focused()

    tabs = gallery.get_by_role("tablist", name="About this room, light")
    people, rules = tabs.get_by_role("tab", name="People"), tabs.get_by_role("tab", name="Guide")
    await people.focus()
    await keys.press("ArrowRight")
    await expect(rules).to_be_focused()
    await expect(rules).to_have_attribute("aria-selected", "true")
    await expect(gallery.get_by_role("tabpanel", name="Guidelines")).to_have_text(
        "Speak of yourself."
    )
    await keys.press("Tab")
    await expect(gallery.get_by_role("tabpanel", name="Guidelines")).to_be_focused()
    await keys.press("Shift+Tab")
    await expect(rules).to_be_focused()
    await keys.press("ArrowRight")
    await expect(people).to_be_focused()


async def test_how_it_looks_is_chosen_on_this_device(gallery: Page) -> None:
    """And holds from the first moment of the next page on, without having been told anywhere."""
    shelf = gallery.locator(".pane[data-theme=light] .appearance")
    await shelf.get_by_label("Dark").check()
    await shelf.get_by_label("150").check()
    await shelf.get_by_label("Closer together").check()
    root = gallery.locator("html")

    async def looks_so() -> None:
        await expect(root).to_have_attribute("data-theme", "dark")
        await expect(root).to_have_attribute("data-text", "150")
        await expect(root).to_have_attribute("data-compact", "")
        size = await gallery.evaluate("getComputedStyle(document.documentElement).fontSize")
        assert size == "24px"

    await looks_so()
    await gallery.goto(gallery.url.replace("/gallery", "/sign-in"))
    await looks_so()
    frame = gallery.locator("meta[name=theme-color]")
    await expect(frame).to_have_attribute("content", "rgb(27, 23, 20)")
