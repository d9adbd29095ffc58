"""What is listened for is changed by two: one proposes, another agrees, and then it is heard."""

from __future__ import annotations

import re
from typing import Any

from playwright.async_api import expect

from chatserver.ids import new_id
from rooms.people.person import Role
from tests.browser import axe, views
from tests.browser.person import Person as Window
from tests.browser.town import Town

SAID = "the purple exit is near"
PHONE: dict[str, Any] = {"viewport": views.SMALLEST, "has_touch": True, "is_mobile": True}


async def to_words(window: Window) -> None:
    """By the menu, as anybody would."""
    await window.menu("Follow-up")
    await window.page.get_by_role("link", name="Words we listen for").click()
    await window.sees_heading("Words we listen for")


async def fill(window: Window, **fields: str) -> None:
    """Plain fields, by their labels."""
    for label, words in fields.items():
        await window.page.get_by_label(re.compile(f"^{label.replace('_', ' ')}")).fill(words)


async def propose(window: Window, hits: str) -> None:
    """Words that this place has for it."""
    await window.page.get_by_text("Propose words of our own").click()
    await fill(
        window,
        A_short_name="Purple exit",
        Words_to_listen_for="purple exit",
        Two_sentences_or_more_that_it_must_hear=hits,
        Two_sentences_or_more_that_it_must_leave="a purple sky tonight\nwe used the exit",
        Why="It is what some here call it",
    )
    await window.page.get_by_label("What it is about").select_option(label="suicide")
    await window.page.get_by_role("button", name="Try it and propose it").click()


async def test_one_proposes_another_agrees_and_it_is_heard(town: Town) -> None:
    mora, _ = await town.with_app("mora", Role.MODERATOR)
    mo, _ = await town.with_app("mo", Role.MODERATOR)
    sky = await town.known("sky")
    room_id = await town.site.room(mora, name="Evening")
    await town.site.join(room_id, sky)
    phone = await town.window(mora, **PHONE)
    await to_words(phone)
    await propose(phone, "the green exit\nI take the purple exit")
    # What was written stays, and which example it was is said.
    await expect(phone.page.get_by_role("alert")).to_contain_text("are not: 1")
    again = "the purple exit is all I see\nI take the purple exit"
    await fill(phone, Two_sentences_or_more_that_it_must_hear=again)
    await phone.page.get_by_role("button", name="Try it and propose it").click()
    await expect(phone.page.get_by_text("It waits for somebody to agree.")).to_be_visible()
    await expect(phone.page.get_by_text("Somebody else has to agree.")).to_be_visible()
    await expect(phone.page.get_by_text("Too little was said here").first).to_be_visible()
    assert await axe.violations(phone.page) == []
    other = await town.window(mo)
    await to_words(other)
    card = other.page.get_by_role("listitem").filter(has_text="own.purple-exit")
    await expect(card).to_contain_text("It is what some here call it")
    agree = card.get_by_role("button", name="Agree: own.purple-exit")
    await agree.focus()
    await other.page.keyboard.press("Enter")
    await other.page.get_by_role("button", name="Yes, listen by this list").click()
    await expect(other.page.get_by_text("Nothing is proposed.")).to_be_visible()
    await expect(other.page.get_by_text("agreed to by mo")).to_be_visible()
    # It is live for whoever looks at the list.
    await expect(phone.page.get_by_text("agreed to by mo")).to_be_visible()
    await other.page.get_by_label("Find in the list").fill("purple")
    await expect(other.page.get_by_role("status").get_by_text("1 term")).to_be_visible()
    # The server has taken it by now, or a moment later: at the latest within two seconds.
    await other.menu("Follow-up")
    for _ in range(20):
        said = {"room_id": room_id, "nonce": new_id(), "body": SAID}
        await town.site.command(sky, "message.post", **said)
        counted = await town.site.command(mo, "case.count")
        if sum(counted["waiting"].values()):
            break
    waiting = other.page.get_by_role("navigation", name="The queue")
    await expect(waiting.get_by_role("link", name=re.compile("sky"))).to_be_visible()
