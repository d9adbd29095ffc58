"""2 a.m., shaking: from an invitation to reading a room, by one thumb, in four screens."""

from __future__ import annotations

from typing import Any, Final

from playwright.async_api import Locator, expect

from rooms.people.person import Role
from tests.browser.person import PASSPHRASE, Person
from tests.browser.town import Town
from tests.browser.views import SMALLEST

TAP_PX: Final = 44
SLOW_LINE: Final[dict[str, Any]] = {
    "offline": False,
    "latency": 300,
    "downloadThroughput": 1.6 * 1024 * 1024 / 8,
    "uploadThroughput": 750 * 1024 / 8,
}
"""A slow line: about a 3G one, each answer a third of a second late."""

# Her letters are twice as large, on every page; and whatever asks for a permission is noted.
HER_PHONE = """(() => {
  addEventListener('DOMContentLoaded', () => { document.documentElement.style.fontSize = '200%'; });
  window.asked_for = [];
  const notes = (owner, name) => {
    if (owner && owner[name]) owner[name] = () => {
      window.asked_for.push(name);
      return Promise.reject(new DOMException('no', 'NotAllowedError'));
    };
  };
  notes(window.Notification, 'requestPermission');
  notes(window.PushManager && PushManager.prototype, 'subscribe');
  notes(window.StorageManager && StorageManager.prototype, 'persist');
  notes(window.Geolocation && Geolocation.prototype, 'getCurrentPosition');
  notes(window.MediaDevices && MediaDevices.prototype, 'getUserMedia');
})()"""
SEEN_OF_LOG = """() => {
  const {top, bottom} = document.querySelector('[role=log]').getBoundingClientRect();
  return Math.min(bottom, innerHeight) - Math.max(top, 0);
}"""
UNCOVERED = """each => {
  const {x, y, width, height} = each.getBoundingClientRect();
  return each.contains(document.elementFromPoint(x + width / 2, y + height / 2));
}"""
SIDEWAYS = "document.scrollingElement.scrollWidth > innerWidth"


class Screens:
    """What she has gone through, each looked at when it is there."""

    def __init__(self, her: Person) -> None:
        self.her = her
        self.seen: list[str] = []

    async def comes(self, heading: str) -> None:
        """The next one: it fits, help is on it, and it asks for nothing."""
        await self.her.sees_heading(heading)
        self.seen.append(heading)
        page = self.her.page
        # What comes late on a slow line must not move what she is about to hit.
        await page.wait_for_load_state()
        assert not await page.evaluate(SIDEWAYS), heading
        assert await page.evaluate("window.asked_for") == [], heading
        await expect(page.get_by_text("Help now", exact=True).first).to_be_in_viewport()

    async def tap(self, what: Locator) -> None:
        """It can be hit: whole, and as large as a thumb."""
        await what.scroll_into_view_if_needed()
        await expect(what).to_be_in_viewport(ratio=1)
        box = await what.bounding_box()
        assert box is not None and min(box["width"], box["height"]) >= TAP_PX - 0.5, box
        await what.tap()


async def test_from_an_invitation_to_reading_a_room(town: Town) -> None:
    mora = await town.known("mora", Role.MODERATOR)
    room_id = await town.site.room(mora, name="Night", shows_last_day=True, guidelines="Be kind.")
    made = await town.site.command(
        mora, "invite.create", kind="invite", room_id=room_id, valid_h=24
    )
    host = await town.window(mora, room_id)
    await host.say("you are not alone tonight")
    await expect(host.presence).to_have_text("1 here")

    her = await town.stranger(viewport=SMALLEST, has_touch=True, is_mobile=True)
    page, screens = her.page, Screens(her)
    await page.add_init_script(HER_PHONE)
    sockets: list[object] = []
    page.on("websocket", lambda socket: sockets.append(socket))
    wire = await page.context.new_cdp_session(page)
    await wire.send("Network.emulateNetworkConditions", SLOW_LINE)

    await page.goto(made["link"])
    await screens.comes("Come in")
    name = page.locator("[data-suggestions]").get_by_role("button").first
    handle = await name.inner_text()
    await screens.tap(name)
    await page.get_by_label("A passphrase").fill(PASSPHRASE)
    await screens.tap(page.get_by_text("I am 18 or over"))
    await screens.tap(page.get_by_text("I have read how we are with each other"))
    await screens.tap(page.get_by_role("button", name="Come in"))

    await screens.comes(f"You are in, {handle}")
    await expect(page.get_by_text("Welcome. Just reading is fine")).to_be_visible()
    await screens.tap(page.get_by_role("link", name="I have kept them. Go on"))

    await screens.comes("Night")
    await expect(page.get_by_text("Be kind.")).to_be_visible()
    await screens.tap(page.get_by_role("button", name="I have read this. Come in"))

    await expect(her.log).to_be_visible()
    await screens.comes("Night")
    # Whatever surrounds it, there is room for what was said: a good third of the screen.
    read = her.message("you are not alone tonight").get_by_text("you are not alone tonight")
    await expect(read).to_be_in_viewport(ratio=1)
    assert await page.evaluate(SEEN_OF_LOG) > SMALLEST["height"] / 3
    assert await read.evaluate(UNCOVERED)
    assert len(screens.seen) == 4

    # The others see one more, and nothing else: no name, no word of somebody who came.
    await expect(host.presence).to_have_text("2 here")
    await host.sees("you are not alone tonight")
    for window in (her, host):
        assert handle not in await window.log.inner_text()
        await expect(window.toasts).to_have_count(0)
    assert handle not in await host.page.locator("body").inner_text()
    await host.say("good that you are here, whoever just reads")
    await expect(her.message("good that you are here, whoever just reads")).to_be_in_viewport()
    assert await page.evaluate("window.asked_for") == []
    assert len(sockets) == 1, "on a slow line as well one connection is enough"

    # Help is one tap away, and can be read: its name stands there in words, not letter by letter.
    await screens.tap(page.get_by_role("button", name="Help now"))
    title = await her.dialog.get_by_role("heading", name="Help now").bounding_box()
    assert title is not None
    assert title["width"] > SMALLEST["width"] / 2
    words = her.dialog.get_by_role("textbox")
    await words.tap()
    await expect(words).to_be_focused()
    await screens.tap(her.dialog.get_by_role("button", name="Close"))
