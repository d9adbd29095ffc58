"""Every view, on the smallest phone and on an ordinary one: it fits, it is named, it can be hit."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.async_api import Browser, Page, ViewportSize, expect

from rooms.people.person import Role
from tests.browser import axe, views
from tests.browser.person import Person
from tests.browser.town import Town
from tests.support.served import served

LONG = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrente" * 3

# Everything amiss in the view that is open, in words.
AMISS = """() => {
  const found = [];
  const shown = (each) => each.checkVisibility({visibilityProperty: true, opacityProperty: true})
    && !each.closest('.unseen, .skip') && each.getClientRects().length > 0;
  const all = (selector) => [...document.querySelectorAll(selector)].filter(shown);
  const page = document.scrollingElement;
  if (page.scrollWidth > innerWidth) found.push(`scrolls sideways: ${page.scrollWidth}`);
  for (const each of all('dialog, .dialog-body, .log, .side, main'))
    if (each.scrollWidth > each.clientWidth + 1)
      found.push(`scrolls sideways: ${each.className || each.tagName}`);
  const inside = document.querySelector('dialog[open]') ?? document;
  const here = (selector) => all(selector).filter((each) => inside.contains(each));
  const targets = 'button, a.button, a.room-link, a.call, summary, select, textarea, input';
  for (const each of here(targets)) {
      const small = each.matches('[type=checkbox], [type=radio]') ? each.closest('label') : each;
      const box = small.getBoundingClientRect();
      if (box.width < 44 - 0.5 || box.height < 44 - 0.5)
        found.push(`small: ${each.className || each.tagName} ${each.innerText ?? ''} ` +
          `${Math.round(box.width)}x${Math.round(box.height)}`);
    }
  for (const each of all('input:not([type=hidden]), textarea, select'))
    if (!each.labels?.length && !each.ariaLabel) found.push(`no label: ${each.outerHTML}`);
  for (const each of all('button, a[href]'))
    if (!(each.ariaLabel ?? '').trim() && !each.innerText.trim())
      found.push(`no name: ${each.outerHTML}`);
  if (all('h1').length !== 1) found.push(`${all('h1').length} h1`);
  const title = all('h1')[0]?.innerText;
  if (all('.page h2').some((each) => each.innerText === title && !each.closest('dialog')))
    found.push(`said twice: ${title}`);
  if (all('main').length !== 1) found.push(`${all('main').length} main`);
  return found;
}"""


LIGHTS: tuple[tuple[Literal["light", "dark"], bool], ...] = (
    ("light", False),
    ("dark", False),
    ("dark", True),
    ("light", True),
)
"""The theme, and whether letters are doubled."""
SIDEWAYS = """() => {
  const page = document.scrollingElement;
  return page.scrollWidth > innerWidth ? [`scrolls sideways: ${page.scrollWidth}`] : [];
}"""
WAYS_OUT = """() => {
  const in_sight = (each) => {
    const box = each.getBoundingClientRect();
    const over = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return box.width > 0 && box.x >= 0 && box.right <= innerWidth && each.contains(over);
  };
  const dialog = [...document.querySelectorAll('dialog[open]')].at(-1);
  const here = (selector) => [...(dialog ?? document).querySelectorAll(selector)].some(in_sight);
  const found = [];
  if (!here('[data-exit]')) found.push('no quick exit in sight');
  if (!dialog && !here('.help-now')) found.push('no help in sight');
  return found;
}"""
"""A dialog is left, or the page with it; behind it is help."""
# Goes to whatever the Tab key stops at. A script's focus is shown as long as keys are used.
UNSEEN = """() => {
  const found = [];
  const stops = 'a[href], button, input, select, textarea, summary, [tabindex]';
  const dialog = [...document.querySelectorAll('dialog[open]')].at(-1);
  for (const each of (dialog ?? document).querySelectorAll(stops)) {
    each.focus();
    if (each.tabIndex < 0 || document.activeElement !== each) continue;
    const name = `${each.tagName} ${each.className} ${each.ariaLabel ?? each.innerText}`;
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(each);
    const ring = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
    if (!ring || /, 0\\)$/.test(outlineColor)) found.push(`focus not seen: ${name}`);
    const box = each.getBoundingClientRect();
    const over = [0.1, 0.5, 0.9].map((part) =>
      document.elementFromPoint(box.x + box.width * part, box.y + Math.min(box.height / 2, 20)));
    if (!over.some((top) => top && (each.contains(top) || top.contains(each))))
      found.push(`focus covered: ${name}`);
  }
  return found;
}"""
LARGE = "on => { document.documentElement.style.fontSize = on ? '200%' : ''; }"


async def look(person: Person, name: str) -> list[str]:
    """What is amiss in one view: at every size, in both themes, and with the letters doubled."""
    page, amiss = person.page, []
    for size in (views.SMALLEST, views.PHONE):
        await page.set_viewport_size(size)
        found = await page.evaluate(AMISS)
        amiss += [f"{name}, {size['width']} px: {what}" for what in found]
    await views.picture(page, name)
    await page.set_viewport_size(views.SMALLEST)
    for scheme, large in LIGHTS:
        await page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        await page.evaluate(LARGE, large)
        found = await axe.violations(page) + (await page.evaluate(SIDEWAYS) if large else [])
        amiss += [f"{name}, {scheme}{', 200 %' if large else ''}: {what}" for what in found]
    await page.evaluate(LARGE, False)
    await page.set_viewport_size(views.DESKTOP)
    for what in await axe.violations(page) + await page.evaluate(SIDEWAYS):
        amiss.append(f"{name}, {views.DESKTOP['width']} px: {what}")
    amiss += [f"{name}: {what}" for what in await by_keys(page)]
    await page.emulate_media(color_scheme="light", reduced_motion="no-preference")
    return amiss


async def by_keys(page: Page) -> list[str]:
    """What is amiss for whoever goes by the Tab key; and what is always in sight before that."""
    amiss = []
    for size in (views.DESKTOP, views.SMALLEST):
        await page.set_viewport_size(size)
        await page.evaluate("scrollTo(0, 0)")
        amiss += await page.evaluate(WAYS_OUT)
        await page.keyboard.press("Tab")
        amiss += await page.evaluate(UNSEEN)
    await page.evaluate("scrollTo(0, 0)")
    return amiss


async def walk(person: Person, through: AsyncIterator[str]) -> list[str]:
    """What is amiss anywhere."""
    amiss = []
    async for name in through:
        amiss += await look(person, name)
        await views.close(person)
    return amiss


async def test_every_page_outside_fits_a_small_phone(town: Town) -> None:
    anybody = await town.stranger(viewport=views.SMALLEST)
    assert await walk(anybody, views.outside(anybody)) == []


async def test_every_view_inside_fits_a_small_phone(town: Town) -> None:
    mora = await town.known("mora", Role.MODERATOR)
    sky = await town.known("sky-with-a-very-long-nam")
    room_id = await town.site.room(
        mora, name=f"Evening {LONG}"[:80], about=LONG, guidelines=f"Be kind. {LONG}"
    )
    await town.site.room(await town.known("ada", Role.ADMIN), name="Another", about=LONG)
    said = (LONG, f"see https://example.org/{LONG} there", "a thing to say")
    await town.says(sky, room_id, *said, guidelines=1)
    window = await town.window(mora, viewport=views.SMALLEST, has_touch=True)
    warned = {"warning": LONG[:80], "topics": ["loss", "eating", "relapse"]}
    heavy = {"room_id": room_id, "nonce": "heavy", "body": LONG, **warned}
    await town.site.command(sky, "message.post", **heavy)
    page = await town.site.command(mora, "log.before", room_id=room_id, seq=1000)
    for each in page["messages"]:
        for command in ("message.pin", "message.save"):
            await town.site.command(mora, command, message_id=each["message_id"], on=True)
    await window.goes_to(room_id)
    await window.act("a thing to say", "With love")
    await expect(window.message("a thing to say").locator(".reaction")).to_be_visible()
    assert await walk(window, views.inside(window, room_id, "a thing to say")) == []


async def test_the_page_of_people_fits_a_small_phone(town: Town) -> None:
    await town.known("sky-with-a-very-long-nam")
    admin = await town.known("ada", Role.ADMIN)
    await town.site.command(admin, "invite.create", kind="invite", valid_h=24)
    ada = await town.window(admin, viewport=views.SMALLEST, has_touch=True)
    assert await walk(ada, views.staff(ada, "sky-with-a-very-long-nam")) == []


async def test_everything_of_ones_own_fits_a_small_phone(town: Town) -> None:
    anybody = await town.stranger(viewport=views.SMALLEST, has_touch=True)
    assert await walk(anybody, views.own(anybody)) == []


async def test_being_at_the_door_or_kept_out_fits_a_small_phone(town: Town) -> None:
    async for person, name in views.kept_out(town):
        assert await look(person, name) == []


async def test_a_demonstration_says_so_above_every_view(browser: Browser, tmp_path: Path) -> None:
    async with (
        served(tmp_path, site_name="Harbour", demo=True) as site,
        Town(browser, site) as town,
    ):
        sky = await town.known("sky")
        room_id = await site.room(await town.known("mora", Role.MODERATOR), name="Evening")
        await town.says(sky, room_id, "good evening")
        anybody = await town.stranger(viewport=views.SMALLEST)
        await anybody.page.goto(town.url)
        amiss = await look(anybody, "landing")
        window = await town.window(sky, room_id, viewport=views.SMALLEST, has_touch=True)
        amiss += await look(window, "room")
        for each in (anybody, window):
            note = each.page.get_by_role("complementary", name="Demonstration")
            await expect(note).to_be_in_viewport(ratio=1)
        assert amiss == []


async def test_being_held_back_fits_a_small_phone(town: Town) -> None:
    amiss = []
    async for person, name in views.held_back(town):
        amiss += await look(person, name)
    assert amiss == []


@pytest.mark.parametrize("size", [views.SMALLEST, views.PHONE], ids=["320", "390"])
async def test_a_room_is_used_with_one_thumb(town: Town, size: ViewportSize) -> None:
    mora = await town.known("mora", Role.MODERATOR)
    room_id = await town.site.room(mora, name="Evening")
    await town.says(await town.known("sky"), room_id, *(f"line {at}" for at in range(40)))
    phone = await town.window(mora, viewport=size, has_touch=True, is_mobile=True)
    await phone.page.locator("main").get_by_role("link", name="Evening").tap()
    await phone.sees_heading("Evening")
    send = phone.page.get_by_role("button", name="Send")
    help_now = phone.page.get_by_role("button", name="Help now")
    for each in (phone.field, send, help_now):
        await expect(each).to_be_in_viewport(ratio=1)
    # A phone's Enter begins a new line; the button sends.
    await phone.field.tap()
    await phone.field.press_sequentially("two")
    await phone.field.press("Enter")
    await phone.field.press_sequentially("lines")
    await send.tap()
    said = phone.log.get_by_text("two\nlines")
    await expect(said).to_be_in_viewport(ratio=1)
    await phone.act("two lines", "Thank you")
    await expect(phone.message("two lines").get_by_text("Thank you 1")).to_be_in_viewport()
    await help_now.tap()
    await phone.dialog.get_by_label("Your country").select_option(label="United States")
    call = phone.dialog.locator("a[href^='tel:']").first
    await call.scroll_into_view_if_needed()
    await expect(call).to_be_in_viewport(ratio=1)
    await phone.dialog.get_by_role("button", name="Close").tap()
    await phone.page.get_by_role("link", name="All rooms").tap()
    await phone.sees_heading("Rooms")
