"""Three at once, at a desk and on two phones: what one does, the others see, and nothing else."""

from __future__ import annotations

import asyncio
import re

from playwright.async_api import expect

from rooms.people.person import Role
from tests.browser.person import BODIES, Person
from tests.browser.town import DEVICES, Town

GONE = "Someone took a message back."
OUT_OF_SIGHT = "A message was taken out of sight by those who keep this room."


async def test_two_come_by_invitation_while_a_third_writes(town: Town) -> None:
    """From the link to the first words, both at the same time, into a room where somebody talks."""
    mora = await town.known("mora", Role.MODERATOR)
    room_id = await town.site.room(mora, name="Quiet", access="invite")
    host = await town.window(mora, room_id)
    await host.say("before anybody came")

    async def comes(handle: str, **options: object) -> Person:
        made = await town.site.command(
            mora, "invite.create", kind="invite", room_id=room_id, valid_h=24
        )
        window = await town.stranger(**options)
        await window.page.goto(made["link"])
        await window.comes_in(handle)
        await window.sees_heading("Quiet")
        await window.say(f"{handle} is here")
        return window

    small = comes("robin", **DEVICES["320"])
    robin, wren, _ = await asyncio.gather(
        small, comes("wren", **DEVICES["390"]), host.say("meanwhile", "and more")
    )
    everyone = (host, robin, wren)
    await host.say("welcome, both of you")
    for window in everyone:
        await expect(window.presence).to_have_text("3 here")
        await expect(window.log.get_by_text("welcome, both of you")).to_be_visible()
        # Nobody's coming is a line of the room.
        assert "joined" not in await window.log.inner_text()
    order = await host.bodies()
    theirs = ("robin is here", "wren is here")
    said = ["before anybody came", "meanwhile", "and more", *theirs, "welcome, both of you"]
    assert sorted(order) == sorted(said)
    for window in (robin, wren):
        # Their reading begins where they came in; from there on it is the same for all.
        seen = await window.bodies()
        assert seen == order[-len(seen) :]
        assert "before anybody came" not in seen


async def test_what_one_does_to_a_message_the_other_two_see(town: Town) -> None:
    mora = await town.known("mora", Role.MODERATOR)
    robin, wren = await town.known("robin"), await town.known("wren")
    room_id = await town.site.room(mora, name="Evening")
    await town.site.join(room_id, robin, wren)
    keeps, small, phone = await asyncio.gather(
        town.window(mora, room_id),
        town.window(robin, room_id, **DEVICES["320"]),
        town.window(wren, room_id, **DEVICES["390"]),
    )
    everyone = (keeps, small, phone)
    for window in everyone:
        await window.watches_for_doubles()
    await keeps.say("one day at a time")
    await small.say("five days clean")
    await phone.say("buy it at corner 9")
    for window in everyone:
        await expect(window.log.locator(BODIES)).to_have_count(3)

    # All three at the same moment, each at something else.
    async def edits() -> None:
        await small.act("five days clean", "Change the words")
        box = small.page.get_by_role("textbox", name="Your message")
        await box.fill("six days clean")
        await small.hits(small.page.get_by_role("button", name="Save"))

    await asyncio.gather(
        edits(),
        phone.act("one day at a time", "With love"),
        keeps.act("one day at a time", "Pin it for everyone here"),
    )
    changed = re.compile(r"^\s*six days clean \(edited\)\s*$")
    for window in everyone:
        await expect(window.log.get_by_text(changed)).to_be_visible()
        loved = window.message("one day at a time").get_by_role("button", name="With love 1")
        await expect(loved).to_be_visible()
        await expect(window.page.get_by_role("button", name="1 pinned")).to_be_visible()

    # What is saved and what is reported is seen by nobody it is not for.
    await small.act("one day at a time", "Save it for myself")
    await small.is_told("Saved. Only you see it")
    await small.act("buy it at corner 9", "Report", "It offers or asks for substances")
    await small.is_told("Thank you. It is kept for the moderators")
    await expect(keeps.page.get_by_role("button", name="Menu")).to_contain_text("1 new")
    for window in (phone, keeps):
        await expect(window.toasts.filter(has_text=re.compile("Saved|reported"))).to_have_count(0)
    await keeps.act("buy it at corner 9", "Take it out of sight", "It offers or asks")
    await phone.is_told(re.compile("taken out of sight.*You are still welcome here"))
    for window in everyone:
        await expect(window.log.locator(BODIES).last).to_have_text(OUT_OF_SIGHT)

    # Taken back, pin and all; answered and named by another at the same time.
    await asyncio.gather(
        keeps.act("one day at a time", "Take it back", "Take it back"),
        small.say("thank you, @mora"),
    )
    for window in everyone:
        await expect(window.log.get_by_text(GONE)).to_be_visible()
        await expect(window.page.get_by_role("button", name="pinned")).to_have_count(0)
        await expect(window.message("thank you, @mora")).to_be_visible()
    await expect(keeps.message("thank you, @mora")).to_have_class(re.compile("names-me"))

    # Blocked: gone for those two from each other's screens, at once; the third sees both.
    await phone.act("thank you, @mora", "Block this person", "Block robin")
    await expect(phone.log.get_by_text("thank you, @mora")).to_have_count(0)
    await small.say("is anybody awake")
    await phone.say("I am")
    await keeps.say("so am I")
    await expect(small.message("so am I")).to_be_visible()
    await expect(phone.message("so am I")).to_be_visible()
    assert [words for words in await keeps.bodies() if words in ("is anybody awake", "I am")] == [
        "is anybody awake", "I am",
    ]  # fmt: skip
    assert "I am" not in await small.bodies()
    assert "is anybody awake" not in await phone.bodies()

    # After a reload everything is as it was; of whom one is kept apart from not even a place.
    for window in everyone:
        kept_apart = window is small
        before = [
            words for words in await window.bodies() if not (kept_apart and words == OUT_OF_SIGHT)
        ]
        await window.saw_nothing_twice()
        await window.page.reload()
        await window.sees(*before)
