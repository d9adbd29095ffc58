"""What is kept: pinned for a room, saved for oneself, and what is new or not new any more."""

from __future__ import annotations

import re

from playwright.async_api import expect

from rooms.people.person import Role
from tests.browser.town import DEVICES, Town
from tests.support.served import Person


async def said(town: Town, who: Person, room_id: str, body: str, **more: object) -> str:
    """Someone says something somewhere else; the message."""
    posted = await town.site.command(
        who, "message.post", room_id=room_id, nonce=body[:40], body=body, **more
    )
    return str(posted["message_id"])


async def test_what_is_kept_is_one_tap_away_and_gone_with_its_words(town: Town) -> None:
    keeper, robin = await town.known("mora", Role.MODERATOR), await town.known("robin")
    room_id = await town.site.room(keeper, name="Evening")
    await town.site.join(room_id, robin)
    await town.site.command(keeper, "room.update", room_id=room_id, guidelines="Be kind.")
    kind = await said(town, keeper, room_id, "One day at a time.")
    heavy = await said(town, keeper, room_id, "a hard night", warning="about a lapse")
    window = await town.window(robin, room_id, **DEVICES["320"])
    page, head = window.page, window.page.locator(".room-head")
    await window.hits(head.get_by_role("button", name="Guidelines"))
    await expect(window.dialog.get_by_text("Be kind.")).to_be_visible()
    await page.keyboard.press("Escape")

    for message_id in (kind, heavy):
        pin = {"message_id": message_id, "on": True}
        await town.site.command(keeper, "message.pin", **pin)
        await town.site.command(robin, "message.save", **pin)
    await window.hits(head.get_by_role("button", name="2 pinned"))
    await expect(window.dialog.get_by_text("about a lapse")).to_be_visible()
    await expect(window.dialog.get_by_text("a hard night")).to_have_count(0)
    await expect(window.dialog.get_by_text("Take the pin away")).to_have_count(0)
    await window.hits(window.dialog.get_by_role("link", name="Show it in its place").last)
    await expect(window.dialog).to_have_count(0)
    await expect(window.message("One day at a time.")).to_be_focused()

    await window.menu("Saved messages")
    await window.sees_heading("Saved messages")
    rows = page.locator(".kept")
    await expect(rows).to_have_count(2)
    await expect(rows.first).to_contain_text("about a lapse")
    await expect(rows.last).to_contain_text("Evening")
    await window.hits(rows.last.get_by_role("button", name="Keep it no longer"))
    await window.hits(rows.last.get_by_role("button", name="Keep it after all"))
    await expect(rows.last.get_by_role("button", name="Keep it no longer")).to_be_visible()

    await town.site.command(keeper, "message.delete", message_id=heavy)
    await page.reload()
    await expect(rows).to_have_count(1)
    await window.hits(rows.get_by_role("link", name="Show it in its place"))
    await expect(head.get_by_role("button", name="1 pinned")).to_be_visible()


async def test_nothing_is_new_any_more_in_one_press(town: Town) -> None:
    keeper, robin = await town.known("mora", Role.MODERATOR), await town.known("robin")
    names = ("Afternoon", "Evening", "Morning")
    rooms = [await town.site.room(keeper, name=name) for name in names]
    for room_id in rooms:
        await town.site.join(room_id, robin)
    window = await town.window(robin)
    await expect(window.room_link("Evening")).to_be_visible()
    for room_id in rooms[1:]:
        await said(town, keeper, room_id, f"hello {room_id}")
    for name in ("Evening", "Morning"):
        await expect(window.room_link(name)).to_have_accessible_name(re.compile("1 new"))
    # What was new when one came stands first; nothing moves while one looks.
    await expect(window.page.locator("nav .room-name:visible")).to_have_text(names)
    await window.page.reload()
    in_order = ("Evening", "Morning", "Afternoon")
    await expect(window.page.locator("nav .room-name:visible")).to_have_text(in_order)
    await window.page.get_by_role("button", name="Mark all as read").click()
    told = window.page.get_by_text("Everything is read.")
    await expect(told).to_be_focused()
    for name in ("Evening", "Morning"):
        await expect(window.room_link(name)).to_have_accessible_name(name)
    await window.page.reload()
    await expect(window.room_link("Evening")).to_have_accessible_name("Evening")
    await expect(window.page.get_by_role("button", name="Mark all as read")).to_have_count(0)
