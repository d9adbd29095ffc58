"""One person at one window: what they do, and what they see, in the page's own words.

Must never reach past the screen: everything goes through labels, roles and visible text.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable
from typing import Literal

from playwright.async_api import Locator, Page, expect

PASSPHRASE = "seven green lamps walk"
SOON_MS = 4_000
BODIES = ".msg .words"
"""The words of each message in the log, whether posted, on their way, or gone."""

# Keeps what stood on the screen twice, if only for a moment, once this was run.
WATCH_FOR_DOUBLES = """() => {
  window.doubles = [];
  const look = () => {
    const all = [...document.querySelectorAll('.log .msg .words')].map((each) => each.innerText);
    window.doubles.push(...all.filter((each, at) => all.indexOf(each) !== at));
  };
  new MutationObserver(look).observe(
    document.body, {subtree: true, childList: true, characterData: true});
}"""


def named(name: str) -> re.Pattern[str]:
    """Exactly this, also between the marks of the pseudo-language."""
    return re.compile(rf"^⟦?{re.escape(name)}~*⟧?$")


class Person:
    """Someone in front of a page. `handle` is what they are called there.

    Whoever has a phone (`thumb`) does it all with one thumb: they tap, and Enter sends nothing.
    """

    def __init__(self, page: Page, url: str, handle: str = "", *, thumb: bool = False) -> None:
        self.page, self.url, self.handle, self.thumb = page, url, handle, thumb
        self.log = page.get_by_role("log")
        self.field = page.get_by_role("textbox", name=re.compile("^⟦?Write to "))
        self.banner = page.locator(".banner")
        self.toasts = page.locator(".toast")
        self.presence = page.locator(".room-head").get_by_role("button", name=re.compile("here"))
        self.typing = page.locator(".typing")
        self.dialog = page.get_by_role("dialog")

    async def hits(self, what: Locator) -> None:
        """Press it, with the mouse or the thumb."""
        await (what.tap() if self.thumb else what.click())

    # Coming and going ---------------------------------------------------------------------------

    async def sign_up(self, handle: str, passphrase: str = PASSPHRASE) -> None:
        """Fill in the form that is open, or go to it."""
        if "/sign-up" not in self.page.url:
            await self.page.goto(f"{self.url}/sign-up")
        await self.page.get_by_label("A name for you here").fill(handle)
        await self.page.get_by_label("A passphrase").fill(passphrase)
        await self.page.get_by_label("I am 18 or over").check()
        await self.page.get_by_label("I have read how we are with each other").check()
        await self.hits(self.page.get_by_role("button", name="Come in"))
        self.handle = handle

    async def goes_on(self) -> None:
        """Past the recovery codes, which are shown once."""
        await self.hits(self.page.get_by_role("link", name="I have kept them. Go on"))

    async def comes_in(self, handle: str, passphrase: str = PASSPHRASE) -> None:
        """Sign up, and go on to the rooms."""
        await self.sign_up(handle, passphrase)
        await self.goes_on()

    async def sign_in(self, handle: str, passphrase: str = PASSPHRASE) -> None:
        """The same for someone who has been here before."""
        if "/sign-in" not in self.page.url:
            await self.page.goto(f"{self.url}/sign-in")
        await self.page.get_by_label("Your name here").fill(handle)
        await self.page.get_by_label("Your passphrase").fill(passphrase)
        await self.hits(self.page.get_by_role("button", name="Sign in"))

    async def goes_to(self, room_id: str) -> None:
        """Into a room by its address."""
        await self.page.goto(f"{self.url}/app/rooms/{room_id}")
        await expect(self.log).to_be_visible()

    async def enters(self, name: str) -> None:
        """Into a room by its link, whatever is open now."""
        while await self.dialog.count():
            await self.page.keyboard.press("Escape")
        if self.thumb:
            await self.sees_all_rooms()
        await self.hits(self.room_link(name))
        await self.sees_heading(name)
        await expect(self.log).to_be_visible()

    async def sees_all_rooms(self) -> None:
        """Out of what is open, to all there are."""
        back = self.page.get_by_role("main").get_by_role("link", name="All rooms")
        if await back.count():
            await self.hits(back.first)
        await self.sees_heading("Rooms")

    async def sees_heading(self, name: str) -> None:
        """The one heading of the view."""
        await expect(self.page.get_by_role("heading", level=1, name=named(name))).to_be_visible()

    # In a room ----------------------------------------------------------------------------------

    async def say(self, *bodies: str) -> None:
        """Write and send, one after another."""
        for body in bodies:
            await self.field.fill(body)
            await self.sends()

    async def sends(self) -> None:
        """What is written goes: by Enter, or on a phone by the button."""
        if self.thumb:
            await self.page.get_by_role("button", name="Send").tap()
        else:
            await self.field.press("Enter")

    async def sees(self, *bodies: str | re.Pattern[str]) -> None:
        """Exactly these messages are in the log, in this order, and none is on its way."""
        await expect(self.log.locator(BODIES)).to_have_text(list(bodies))
        await expect(self.log.locator("[data-pending]")).to_have_count(0)

    async def watches_for_doubles(self) -> None:
        """From now on, until a reload."""
        await self.page.evaluate(WATCH_FOR_DOUBLES)

    async def saw_nothing_twice(self) -> None:
        """Not even for a moment; what is said must differ."""
        assert await self.page.evaluate("window.doubles") == []

    async def bodies(self) -> list[str]:
        """What is in the log now, top to bottom."""
        return [words.strip() for words in await self.log.locator(BODIES).all_inner_texts()]

    def message(self, body: str) -> Locator:
        """The article with these words."""
        return self.log.locator("article").filter(has=self.page.get_by_text(body, exact=True))

    async def act(self, body: str, *steps: str) -> None:
        """Open what can be done with a message, and press through it."""
        article = self.message(body)
        if not self.thumb:
            await article.hover()
        await self.hits(article.get_by_role("button", name=re.compile("^⟦?What to do with")))
        await self.press(*steps)

    async def press(self, *steps: str) -> None:
        """Press these buttons of the open dialog, one after another."""
        for step in steps:
            await self.hits(self.dialog.get_by_role("button", name=step))

    async def opens_by(self, keys: str, what: Locator) -> None:
        """Press until it is open: the keys begin to work a moment after the room can be read."""
        for tries_left in reversed(range(5)):
            await self.page.keyboard.press(keys)
            try:
                await expect(what).to_be_visible(timeout=SOON_MS)
            except AssertionError:
                if not tries_left:
                    raise
            else:
                return

    async def has_help_lines(self) -> None:
        """They have come to this device: they are fetched right after what one came for."""
        await self.page.wait_for_function("localStorage.getItem('chat.helplines') !== null")

    async def room_menu(self, *steps: str) -> None:
        """Open what can be done about the room, and press through it."""
        await self.hits(self.page.get_by_role("button", name="About this room"))
        await self.press(*steps)

    async def menu(self, item: str, role: Literal["link", "button"] = "link") -> None:
        """Choose from the menu at the top."""
        await self.hits(self.page.get_by_role("button", name="Menu"))
        await self.hits(self.dialog.get_by_role(role, name=item))

    async def settings(self, section: str) -> None:
        """To a section of what one can choose for oneself."""
        await self._section("Settings", section)

    async def care(self, section: str) -> None:
        """To a section of what those see who look after the place."""
        await self._section("Looking after this place", section)

    async def _section(self, view: str, section: str) -> None:
        sections = self.page.get_by_role("navigation", name=view)
        if not await sections.is_visible():
            await self.menu(view)
        await self.hits(sections.get_by_role("link", name=re.compile(f"^{section}")))
        await self.sees_heading(section)

    async def in_my_rooms(self, name: str) -> Locator:
        """The same; whoever has a phone leaves what is open for it."""
        if self.thumb:
            await self.sees_all_rooms()
        return self.room_link(name)

    async def is_told(self, words: str | re.Pattern[str]) -> None:
        """A notice says so, and nothing stands before it."""
        await self.toasts.filter(has_text=words).click(trial=True)

    def room_link(self, name: str) -> Locator:
        """The room's entry in the list at the side, with what is new in it.

        On a phone there is no side: the list is what one sees of all rooms.
        """
        where = self.page.get_by_role("main" if self.thumb else "navigation")
        return where.get_by_role("link", name=re.compile(rf"^{name}\b"))


async def both(*doings: Awaitable[object]) -> None:
    """One after another: the words stay those of the one that failed."""
    for doing in doings:
        await doing
