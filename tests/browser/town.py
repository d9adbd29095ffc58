"""The people of a test, each with a profile of their own in the browser, and what all must obey.

No window may ever break the page's own security policy, or let an error pass unhandled; leaving the
town asserts it.
"""

from __future__ import annotations

import asyncio
import re
import secrets
from collections.abc import Sequence
from contextlib import suppress
from types import TracebackType
from typing import Any, NamedTuple, Self

import pyotp
from playwright.async_api import Browser, BrowserContext, ConsoleMessage, Error, Page, expect

from rooms.chat import membership, posting
from rooms.people import registry
from rooms.people.person import Role
from rooms.work import Work
from tests.browser.person import PASSPHRASE
from tests.browser.person import Person as Window
from tests.support.served import Person, Served
from web.accounts import second_factor, sessions, store
from web.accounts.sessions import actor_for

POLICY = re.compile("Content Security Policy|Trusted ?Type|Refused to|violat", re.IGNORECASE)
COOKIE = "sign-in"
PATIENCE_MS = 20_000
"""Generous: a test fails after many times what it takes."""
DESKTOP = {"width": 1280, "height": 800}
_BY_THUMB = {"has_touch": True, "is_mobile": True}
DEVICES: dict[str, dict[str, Any]] = {
    "desktop": {},
    "390": {"viewport": {"width": 390, "height": 844}, **_BY_THUMB},
    "320": {"viewport": {"width": 320, "height": 568}, **_BY_THUMB},
}
"""What somebody may have before them."""
AT_DESKS = ("desktop", "desktop")


async def closed(opened: Browser | BrowserContext) -> None:
    """Close it; Chromium now and then never answers when a page in it was just leaving."""
    with suppress(TimeoutError):
        async with asyncio.timeout(PATIENCE_MS / 1000):
            await opened.close()


class Windows:
    """Opens windows onto one address, and watches them."""

    def __init__(self, browser: Browser, url: str) -> None:
        self._browser = browser
        self.url = url
        self._contexts: list[BrowserContext] = []
        self._phones: list[BrowserContext] = []
        self.misdeeds: list[str] = []

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for context in self._contexts:
            await closed(context)
        if problem is None:
            self.assert_well_behaved()

    def assert_well_behaved(self) -> None:
        """No window has done so far what none may do."""
        assert self.misdeeds == [], self.misdeeds[:5]

    async def profile(self, person: Person | None = None, **options: Any) -> BrowserContext:
        """A browser of someone's own: signed in, or a stranger's."""
        # Keeping the page takes time that most tests would only wait for.
        usual = {"viewport": DESKTOP, "service_workers": "block"}
        context = await self._browser.new_context(**{**usual, **options})
        context.set_default_timeout(PATIENCE_MS)
        self._contexts.append(context)
        if options.get("is_mobile"):
            self._phones.append(context)
        context.on("page", self._watch)
        if person is not None:
            await context.add_cookies(
                [{"name": COOKIE, "value": person.token, "url": self.url, "httpOnly": True}]
            )
        return context

    async def stranger(self, **options: Any) -> Window:
        """Someone who has not been here before."""
        context = await self.profile(**options)
        return Window(await context.new_page(), self.url, thumb=context in self._phones)

    async def window(self, person: Person, room_id: str = "", **options: Any) -> Window:
        """Someone who is signed in, looking at a room, or at the rooms there are."""
        context = await self.profile(person, **options)
        return await self.tab(context, person.handle, room_id)

    async def tab(self, context: BrowserContext, handle: str, room_id: str = "") -> Window:
        """One more tab of the same person."""
        thumb = context in self._phones
        window = Window(await context.new_page(), self.url, handle, thumb=thumb)
        if room_id:
            await window.goes_to(room_id)
        else:
            await window.page.goto(f"{self.url}/app")
            await window.sees_heading("Rooms")
            await expect(window.page.get_by_text(f"Good to see you, {handle}")).to_be_visible()
        return window

    def _watch(self, page: Page) -> None:
        page.on("console", self._said)
        page.on("pageerror", self._failed)

    def _said(self, message: ConsoleMessage) -> None:
        if POLICY.search(message.text):
            self.misdeeds.append(message.text)

    def _failed(self, error: Error) -> None:
        self.misdeeds.append(f"{error.name}: {error.message}")


class Town(Windows):
    """The same, with the site itself at hand."""

    def __init__(self, browser: Browser, site: Served, url: str = "") -> None:
        super().__init__(browser, url or site.url)
        self.site = site

    async def known(self, handle: str, role: Role = Role.MEMBER) -> Person:
        """Someone with an account, made in the store: no passphrase is hashed for it."""
        return await self.site.person(handle, role)

    async def settled(self, handle: str, role: Role = Role.MEMBER) -> Person:
        """Someone who came in by their passphrase a while ago: grave things ask them once more."""
        return (await self._settled(handle, role, with_app=False))[0]

    async def with_app(self, handle: str, role: Role) -> tuple[Person, str]:
        """The same for someone who has an authenticator app, and the secret in it."""
        return await self._settled(handle, role, with_app=True)

    async def _settled(self, handle: str, role: Role, *, with_app: bool) -> tuple[Person, str]:
        made = await self.site.server.hasher.make(PASSPHRASE)
        token = secrets.token_urlsafe(32)

        def settle(work: Work) -> tuple[Person, str]:
            user_id = work.new_id()
            registry.add(work, user_id, handle, role)
            work.sql.run(store.ADD_CREDENTIAL, user_id=user_id, passphrase_hash=made)
            secret = _app_of(work, user_id) if with_app else ""
            sign_in_id = sessions.start(
                work, user_id, token, 30, proven=with_app, device="computer"
            )
            return Person(user_id, handle, token, sign_in_id), secret

        return await self.site.server.database.write(settle)

    async def says(
        self, person: Person, room_id: str, *bodies: str, guidelines: int | None = None
    ) -> None:
        """Let someone without a window come into a room and say much at once."""
        join = membership.JoinRoom(room_id=room_id, guidelines_version=guidelines)

        def say(work: Work) -> None:
            actor = actor_for(work, person.sign_in_id)
            membership.join(work, actor, join)
            for body in bodies:
                said = posting.PostMessage(room_id=room_id, nonce=work.new_id(), body=body)
                posting.post(work, actor, said, screen=lambda *_, **__: None)

        await self.site.server.database.write(say)


def _app_of(work: Work, user_id: str) -> str:
    """Set up an authenticator app for someone; its secret."""
    first = sessions.start(work, user_id, secrets.token_urlsafe(32), 1, stepped_up=True)
    secret = second_factor.offer(work, first, secrets.token_urlsafe, "Harbour").secret
    second_factor.confirm(work, user_id, pyotp.TOTP(secret).at(work.now // 1000))
    sessions.sign_out(work, first)
    return secret


class Pair(NamedTuple):
    """Two people in one room, which mora keeps."""

    mora: Window
    robin: Window
    town: Town
    room_id: str
    name: str


class Neighbours:
    """Two people with open windows, who meet in one new room after another."""

    def __init__(self, town: Town, people: list[Person], windows: list[Window]) -> None:
        self.town = town
        self._people, self._windows = people, windows
        self._met = 0

    @classmethod
    async def move_in(cls, town: Town, devices: Sequence[str]) -> Self:
        """A moderator and a member, looking at the rooms there are, each on what they have."""
        people = [await town.known("mora", Role.MODERATOR), await town.known("robin")]
        windows = await asyncio.gather(
            *(
                town.window(person, **DEVICES[device])
                for person, device in zip(people, devices, strict=True)
            )
        )
        return cls(town, people, windows)

    async def meet(self) -> Pair:
        """Both go into a new room."""
        self._met += 1
        name = f"Evening {self._met}"
        mora, robin = self._people
        room_id = await self.town.site.room(mora, name=name)
        await self.town.site.join(room_id, robin)
        await asyncio.gather(*(window.enters(name) for window in self._windows))
        return Pair(self._windows[0], self._windows[1], self.town, room_id, name)
