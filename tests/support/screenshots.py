"""Takes the README's pictures from the demonstration, in a real Chromium.

    python -m tests.support.screenshots [FOLDER]

It is always the same Friday evening there, with the same people; so the pictures change when the
product does.
"""

from __future__ import annotations

import asyncio
import hashlib
import re
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Literal, NamedTuple

from playwright.async_api import (
    Browser,
    Page,
    StorageState,
    ViewportSize,
    async_playwright,
    expect,
)
from playwright.async_api import TimeoutError as PlaywrightTimeout

from chatserver import logs
from chatserver.demo.serving import Demo, served
from chatserver.demo.sign_ins import SignIn
from chatserver.demo.story import SignInAs
from tests.browser.conftest import ARGUMENTS, chromium_path

PICTURES: Final = Path(__file__).parents[2] / "docs/pictures"
WHEN: Final = datetime(2026, 11, 20, 20, 41, tzinfo=UTC)
PHONE: Final = ViewportSize(width=390, height=844)
DESKTOP: Final = ViewportSize(width=1280, height=800)
TALL: Final = ViewportSize(width=1280, height=1040)
PATIENCE_MS: Final = 30_000
TOLD_WITHIN_S: Final = 2.0

Scheme = Literal["light", "dark"]


class Picture(NamedTuple):
    """One picture: who looks (nobody: a stranger), at which size, and what they do before."""

    name: str
    who: SignInAs | None
    size: ViewportSize
    scheme: Scheme
    look: Callable[[Demo, Page], Awaitable[object]]


async def at_the_door(demo: Demo, page: Page) -> None:
    """What a stranger sees first."""
    await page.goto(f"{demo.url}/")
    await expect(page.get_by_role("heading", level=1)).to_be_visible()


async def among_the_rooms(demo: Demo, page: Page) -> None:
    """The lobby."""
    await page.goto(f"{demo.url}/app")
    await expect(page.get_by_role("heading", level=1)).to_be_visible()
    await expect(page.get_by_text("Before the birds").filter(visible=True).first).to_be_visible()


async def in_the_evening_room(demo: Demo, page: Page) -> None:
    """A room that is being talked in."""
    room_id = demo.told.rooms["evening"]
    await page.goto(f"{demo.url}/app/rooms/{room_id}")
    await expect(page.get_by_role("log")).to_be_visible()
    last = page.get_by_text("There's custard").first
    await expect(last).to_be_attached()
    await last.scroll_into_view_if_needed()
    with suppress(PlaywrightTimeout):  # it goes by itself once the end is in sight
        await page.get_by_role("button", name=re.compile("latest")).click(timeout=2_000)
    bramble = demo.company.members["bramble"]
    await bramble.write(room_id, False)  # they may still write for the picture before
    await asyncio.sleep(TOLD_WITHIN_S)
    await bramble.write(room_id, True)
    await expect(page.locator(".typing")).to_contain_text("bramble")


async def who_waits(demo: Demo, page: Page) -> None:
    """The moderators' queue, and the case that waits longest for the gravest reason."""
    await page.goto(f"{demo.url}/app/follow-up")
    queue = page.get_by_role("navigation", name="The queue")
    first = queue.get_by_role("link").filter(has_text="quietcorner")
    await expect(first).to_be_visible()
    rings = page.locator(".ring")
    await page.wait_for_load_state("networkidle")
    while left := await rings.count():
        await rings.first.get_by_role("button").click()
        await expect(rings).to_have_count(left - 1)
    if page.viewport_size and page.viewport_size["width"] > PHONE["width"]:
        await first.click()
        await expect(page.locator("mark")).to_be_visible()
    await page.evaluate("scrollTo(0, 0)")


async def in_a_talk(demo: Demo, page: Page) -> None:
    """A case that somebody has, and the talk with its person."""
    await page.goto(f"{demo.url}/app/follow-up")
    queue = page.get_by_role("navigation", name="The queue")
    await queue.get_by_role("link").filter(has_text="papercrane").click()
    await expect(page.get_by_role("log")).to_contain_text("I'd like that")
    await page.get_by_role("heading", level=1).scroll_into_view_if_needed()


async def asked_for_somebody(demo: Demo, page: Page) -> None:
    """What only they see who asked for a person."""
    await page.goto(f"{demo.url}/app/help")
    await page.get_by_label("Your country").select_option(label="United States")
    await page.get_by_role("button", name="I need to talk").click()
    await expect(page.locator(".outcome")).to_contain_text("kept your request")
    await page.goto(f"{demo.url}/app/rooms/{demo.told.rooms['evening']}")
    await expect(page.get_by_role("log")).to_be_visible()
    await expect(page.get_by_role("region", name="Only you see this")).to_be_visible()
    await asyncio.sleep(TOLD_WITHIN_S)


async def where_help_is(demo: Demo, page: Page) -> None:
    """Help now, signed out."""
    await page.goto(f"{demo.url}/help")
    await expect(page.get_by_role("heading", level=1)).to_be_visible()


async def looking_after_it(demo: Demo, page: Page) -> None:
    """What an administrator sees."""
    await page.goto(f"{demo.url}/app/people")
    await expect(page.get_by_role("heading", level=1)).to_be_visible()
    await page.wait_for_load_state("networkidle")


ALL: Final = (
    Picture("landing", None, DESKTOP, "light", at_the_door),
    Picture("lobby", "member", DESKTOP, "light", among_the_rooms),
    Picture("lobby-phone", "member", PHONE, "dark", among_the_rooms),
    Picture("room", "member", TALL, "light", in_the_evening_room),
    Picture("room-dark", "member", TALL, "dark", in_the_evening_room),
    Picture("room-phone", "member", PHONE, "light", in_the_evening_room),
    Picture("help-phone", None, PHONE, "light", where_help_is),
    Picture("follow-up", "moderator", TALL, "light", who_waits),
    Picture("follow-up-phone", "moderator", PHONE, "dark", who_waits),
    Picture("talk-phone", "moderator", PHONE, "light", in_a_talk),
    Picture("card-phone", "member", PHONE, "light", asked_for_somebody),
    Picture("administration", "administrator", DESKTOP, "light", looking_after_it),
)


async def take(folder: Path) -> list[Path]:
    """Take them all; where they are."""
    async with async_playwright() as playwright, _always_the_same() as demo:
        browser = await playwright.chromium.launch(executable_path=chromium_path(), args=ARGUMENTS)
        came_in: dict[SignInAs, StorageState] = {}
        taken = [await _taken(browser, demo, picture, folder, came_in) for picture in ALL]
        await browser.close()
    return taken


@asynccontextmanager
async def _always_the_same() -> AsyncIterator[Demo]:
    """The demonstration on that evening: nobody talks but when they are asked to."""
    began, drawn = time.monotonic(), 0

    def now() -> int:
        return int((WHEN.timestamp() + time.monotonic() - began) * 1000)

    def drawn_next() -> str:
        nonlocal drawn
        drawn += 1
        return hashlib.sha256(f"picture {drawn}".encode()).hexdigest()

    async with served(
        port=0, now=now, zone=UTC, make_id=lambda: drawn_next()[:24], make_token=drawn_next
    ) as demo:
        yield demo


async def _taken(
    browser: Browser,
    demo: Demo,
    picture: Picture,
    folder: Path,
    came_in: dict[SignInAs, StorageState],
) -> Path:
    """An app's digits are good for one sign-in: whoever has come in stays for the next picture."""
    known = None if picture.who is None else came_in.get(picture.who)
    context = await browser.new_context(
        storage_state=known,
        viewport=picture.size,
        color_scheme=picture.scheme,
        reduced_motion="reduce",
        locale="en-GB",
        timezone_id="UTC",
    )
    context.set_default_timeout(PATIENCE_MS)
    page = await context.new_page()
    await page.clock.install(time=datetime.fromtimestamp(demo.server.now() / 1000, UTC))
    if picture.who is not None and known is None:
        way = next(each for each in demo.sign_ins if each.role == picture.who)
        await _come_in(demo, page, way)
        came_in[picture.who] = await context.storage_state()
    await picture.look(demo, page)
    await page.evaluate("document.fonts.ready.then(() => document.activeElement?.blur())")
    path = folder / f"{picture.name}.png"
    await page.screenshot(path=path, animations="disabled", caret="hide")
    await context.close()
    return path


async def _come_in(demo: Demo, page: Page, way: SignIn) -> None:
    """Sign in as the page does."""
    asked = {"handle": way.handle, "passphrase": way.passphrase}
    if way.secret:
        asked["code"] = way.code_at(demo.server.now())
    answer = await page.request.post(
        f"{demo.url}/api/sign-ins", data=asked, headers={"Origin": demo.url}
    )
    assert answer.ok, await answer.text()


if __name__ == "__main__":
    logs.configure("error")
    expect.set_options(timeout=PATIENCE_MS)
    wanted = Path(sys.argv[1]) if sys.argv[1:] else PICTURES
    wanted.mkdir(parents=True, exist_ok=True)
    for made in asyncio.run(take(wanted)):
        print(f"{made}  {made.stat().st_size // 1024} KB")
