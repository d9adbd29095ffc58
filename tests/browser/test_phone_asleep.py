"""The moderator on the rota can't be reached: nobody is promised; each stage is told as it is."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from pathlib import Path

from playwright.async_api import Browser, expect

from moderation.cases.clock import LEASE_MS
from rooms.people.person import Role
from tests.browser import views
from tests.browser.nights import Night, card, night
from tests.browser.person import Person as Window
from tests.support.served import Person

CRY = "I want to kill myself tonight"
NOBODY = "None of us is here"
SOMEBODY_IS = "One of us is on duty."
PROMISE = "will write to you in a moment"
# Whatever the card says from the moment it stands there, kept by the page itself.
KEEPS_ALL = """() => {
  window.said = [];
  const keep = () => {
    const card = document.querySelector('.my-card');
    const words = card?.innerText ?? '';
    if (words && window.said.at(-1) !== words) window.said.push(words);
  };
  new MutationObserver(keep).observe(document.body,
    {childList: true, subtree: true, characterData: true});
  keep();
}"""
A_MINUTE_MS = 61_000
"""The page asks once a minute who is there."""


async def test_phone_asleep(browser: Browser, tmp_path: Path) -> None:
    async with night(browser, tmp_path) as dark:
        await phone_asleep(dark)


async def phone_asleep(dark: Night) -> None:
    """One night."""
    town = dark.town
    mora, bo = await town.known("mora", Role.MODERATOR), await town.known("bo", Role.MODERATOR)
    sky = await town.known("sky")
    room_id = await town.site.room(mora, name="Evening")
    await town.site.join(room_id, sky)
    # She is on the rota, and her phone sleeps: it was never heard.
    await dark.shift(mora)
    hers = await asleep_window(dark, sky, room_id)
    await hers.say(CRY)
    await expect(card(hers)).to_contain_text(NOBODY)
    await hers.page.evaluate(KEEPS_ALL)
    await hers.press_on_card("Yes, please")
    await expect(card(hers)).to_contain_text("We have kept your request.")
    # Nobody is on duty: it goes outside at once, and again as the minutes pass.
    await dark.told_outside(1)
    (row,) = await dark.queue(bo)
    dark.clock.advance(s=21 * 60)
    await dark.told_outside(2)
    await minute_later(hers)
    await expect(card(hers)).to_contain_text(NOBODY)

    # The phone wakes, and is heard: now somebody is there. It is still nobody who has it.
    await dark.hears(mora)
    await minute_later(hers)
    await expect(card(hers)).to_contain_text(SOMEBODY_IS)
    await expect(card(hers)).not_to_contain_text("mora")

    # A helper is named when they claim it, and not when they could.
    await town.site.command(mora, "case.claim", case_id=row["case_id"])
    await expect(card(hers)).to_contain_text(f"mora has read what you wrote and {PROMISE}.")
    # She falls asleep over it: the claim runs out, and that is said.
    dark.clock.advance(s=LEASE_MS // 1000 + 1)
    await expect(card(hers)).to_contain_text("Whoever had this can’t go on with it just now.")
    await expect(card(hers)).not_to_contain_text("mora")
    # Another one has it, and writes.
    await town.site.command(bo, "case.claim", case_id=row["case_id"])
    await expect(card(hers)).to_contain_text(f"bo has read what you wrote and {PROMISE}.")
    first = {"nonce": "first", "body": "I am bo. I read what you wrote."}
    await town.site.command(bo, "case.contact", case_id=row["case_id"], **first)
    await expect(card(hers)).to_contain_text("bo is talking with you.")

    said: list[str] = await hers.page.evaluate("window.said")
    for words in said:
        named = "mora has read" in words or "bo has read" in words or "bo is talking" in words
        assert named or not any(name in words for name in ("mora", "bo ", PROMISE)), words
    stages = [next((each for each in TOLD_BY if each in words), "") for words in said]
    assert list(dict.fromkeys(stages)) == list(STAGES), stages
    assert all(trace not in dark.said_outside() for trace in ("sky", "Evening", "kill", "tonight"))


STAGES = (
    NOBODY,
    SOMEBODY_IS,
    "mora has read",
    "Whoever had this",
    "bo has read",
    "bo is talking",
)


# Who had it can't go on: that is said beside who is there.
TOLD_BY = ("Whoever had this", *STAGES)


class Asleep(Window):
    """A window whose own clock a test moves on."""

    async def press_on_card(self, button: str) -> None:
        """What is asked on the card is answered there."""
        await self.hits(card(self).get_by_role("button", name=button, exact=True))


async def asleep_window(dark: Night, who: Person, room_id: str) -> Asleep:
    """In a room, on a phone."""
    profile = await dark.town.profile(who, viewport=views.PHONE, has_touch=True, is_mobile=True)
    page = await profile.new_page()
    await page.clock.install(time=datetime.now(UTC))
    window = Asleep(page, dark.town.url, who.handle, thumb=True)
    await window.goes_to(room_id)
    return window


async def minute_later(window: Window) -> None:
    """The page asks anew who is there."""
    async with asyncio.timeout(60):
        await window.page.clock.fast_forward(A_MINUTE_MS)
