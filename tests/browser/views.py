"""A walk through every view there is, and pictures of it for whoever wants to look.

SHOTS=folder python -m pytest tests/browser/test_views.py
"""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from pathlib import Path

from playwright.async_api import Page, ViewportSize, expect

from rooms.people.person import Role
from tests.browser.person import PASSPHRASE, Person, named
from tests.browser.town import Town

PHONE = ViewportSize(width=390, height=844)
OWN = "of my own"
MADE_UP = f"made up {'a' * 90}"
"""What whoever walks through a room says there."""
SMALLEST = ViewportSize(width=320, height=568)
DESKTOP = ViewportSize(width=1280, height=800)
CARE = ("people", "invites", "rooms", "door", "face", "guidelines", "record", "help-lines")
SETTINGS = (
    *("name", "seen", "blocked", "appearance", "writing", "reading"),
    *("sign-ins", "passphrase", "codes", "second-factor", "data", "discreet", "decided", "leaving"),
)
OUTSIDE = ("", "sign-in", "sign-up", "recover", "help", "exit", "offline", "nowhere")


async def outside(person: Person) -> AsyncIterator[str]:
    """Each page for someone who is not signed in; its name while it is open."""
    for path in OUTSIDE:
        await person.page.goto(f"{person.url}/{path}")
        yield path or "landing"
        if path == "help":
            await person.page.locator("details.country").first.locator("summary").click()
            yield "help opened"


async def inside(person: Person, room_id: str, body: str) -> AsyncIterator[str]:
    """Each view and dialog for a moderator whose room holds a message with these words."""
    page = person.page
    await page.goto(f"{person.url}/app")
    await person.sees_heading("Rooms")
    yield "lobby"
    for button in ("Open a new room", "Look in", "Menu", "Help now"):
        await page.get_by_role("button", name=button).first.click()
        yield await _shown(person, button)
    async for name in help_asked(person):
        yield name
    await person.goes_to(room_id)
    await expect(person.log.get_by_text(body).first).to_be_visible()
    await page.get_by_role("button", name="Put this away").click()
    await expect(page.get_by_role("region", name="Only you see this")).to_have_count(0)
    await person.goes_to(room_id)
    await expect(person.log.get_by_text(body).first).to_be_visible()
    yield "room"
    for step in (
        *("", "Report", "Take it out of sight", "Who reacted", "Block this person"),
        "Decide something about them",
    ):
        await person.act(body, *([step] if step else []))
        yield await _shown(person, f"message {step}")
    await person.field.fill(OWN)
    await page.get_by_role("button", name="Send").click()
    await person.act(OWN, "Take it back")
    yield await _shown(person, "message back")
    await person.act(OWN, "Change the words")
    await expect(page.get_by_role("textbox", name="Your message")).to_be_visible()
    yield "room editing"
    await page.get_by_role("button", name="Leave it as it was").click()
    about = ("Guidelines", "Members", "Search", "Room settings", "Slow down", "Invite someone")
    for step in ("", *about):
        await person.room_menu(*([step] if step else []))
        yield await _shown(person, f"room menu {step}")
    pinned = page.locator(".room-shelf").get_by_role("button", name="pinned")
    if await pinned.count():
        await pinned.click()
        await expect(person.dialog.locator(".kept").first).to_be_visible()
        yield "pinned"
    await person.act(body, "Reply")
    yield "room replying"
    await page.get_by_role("button", name="Add a content warning").click()
    yield await _shown(person, "content warning")
    for key, name in (("Control+k", "switcher"), ("Control+/", "keys")):
        await person.opens_by(key, person.dialog)
        yield await _shown(person, name)
    await person.field.fill("@")
    await expect(page.get_by_role("option").first).to_be_visible()
    yield "room names"
    await person.field.fill("")
    for path, heading in (
        ("saved", "Saved messages"),
        ("search", "Search"),
        ("help", "Help now"),
        ("follow-up", "Follow-up"),
        ("follow-up/duty", "Duty"),
        ("follow-up/helped", "Whom I helped"),
        ("follow-up/reports", "Reports"),
        ("follow-up/appeals", "Appeals"),
        ("follow-up/links", "Links to look at"),
        ("follow-up/figures", "How it goes"),
        ("follow-up/words", "Words we listen for"),
        ("follow-up/desk", "My screen"),
        ("settings", "Settings"),
    ):
        await page.goto(f"{person.url}/app/{path}")
        await person.sees_heading(heading)
        if path == "saved":
            await expect(page.locator(".saved > p[role=status]")).to_have_text("")
        if path == "follow-up/words":
            await expect(page.get_by_role("heading", name="Versions")).to_be_visible()
        await opened(page)
        yield path.replace("/", " ")
    async for name in following_up(person):
        yield name


async def following_up(person: Person) -> AsyncIterator[str]:
    """A case to practise with, from the queue to the words that begin, for a moderator."""
    page = person.page
    await page.goto(f"{person.url}/app/follow-up/desk")
    await page.get_by_label("What they wrote").fill(MADE_UP)
    await page.get_by_role("button", name=named("Begin")).click()
    await expect(page.get_by_role("button", name="Claim it")).to_be_visible()
    await opened(page)
    yield "case"
    await page.get_by_role("button", name="Claim it").click()
    await expect(page.get_by_role("button", name="Hand over")).to_be_visible()
    await opened(page)
    yield "case mine"
    for button in ("Hand over", "Close it", "More"):
        await page.get_by_role("button", name=named(button)).first.click()
        yield await _shown(person, f"case {button}")
    await page.goto(f"{person.url}/app/follow-up")
    await expect(page.locator(".case-link").first).to_be_visible()
    yield "queue"


async def help_asked(person: Person) -> AsyncIterator[str]:
    """Help for somebody who said where they are, and who wants to talk."""
    page = person.page
    await page.goto(f"{person.url}/app/help")
    await page.get_by_label("Your country").select_option(label="United States")
    await expect(page.locator("a.call").first).to_be_visible()
    await page.get_by_role("button", name="I need to talk").click()
    await expect(page.locator(".outcome")).to_contain_text("kept your request")
    yield "help asked"
    await page.get_by_role("button", name="Help now").click()
    await expect(person.dialog.locator("a.call").first).to_be_visible()
    yield await _shown(person, "help numbers")


async def staff(person: Person, handle: str) -> AsyncIterator[str]:
    """The page of people for an administrator: a person found, and what is shown once."""
    page = person.page
    await page.goto(f"{person.url}/app/care")
    await person.sees_heading("Looking after this place")
    yield "care"
    for section in CARE:
        await page.goto(f"{person.url}/app/care/{section}")
        await expect(page.locator("main h1")).to_be_visible()
        await expect(page.locator("main :is(form, button, .deeds li)").first).to_be_visible()
        await opened(page)
        yield f"care {section}"
    await page.get_by_role("button", name="Add a line of our own").click()
    yield "care own line"
    await page.goto(f"{person.url}/app/care/people")
    await page.get_by_label("Their name here").fill(handle)
    await page.get_by_role("button", name=named("Find")).click()
    await expect(page.locator(".person-card")).to_be_visible()
    await opened(page)
    yield "care found"
    await page.get_by_role("button", name="Make the code").click()
    await expect(page.get_by_role("heading", name="Shown only now")).to_be_visible()
    yield "care shown once"
    await page.goto(f"{person.url}/app/care/invites")
    await page.get_by_role("button", name="Make the link").click()
    await expect(page.get_by_role("heading", name="Here it is")).to_be_visible()
    yield "care invitation"
    await page.get_by_role("button", name="Done").click()
    await page.get_by_role("radio", name="For a flyer").check()
    await page.get_by_role("button", name="Make the link").click()
    await expect(page.get_by_role("heading", name="Here it is")).to_be_visible()
    yield "care flyer"


async def own(person: Person) -> AsyncIterator[str]:
    """The pages of somebody's own, from the codes of the first day on."""
    page = person.page
    await person.sign_up("sky-with-a-very-long-nam")
    await expect(page.locator(".codes")).to_be_visible()
    await page.wait_for_load_state()
    yield "codes"
    await person.goes_on()
    for section in SETTINGS:
        await page.goto(f"{person.url}/app/settings/{section}")
        await expect(page.locator("main h1[tabindex]")).to_be_visible()
        await opened(page)
        yield f"settings {section}"
    await page.goto(f"{person.url}/app/settings/codes")
    await page.get_by_role("button", name="Make new codes").click()
    yield "settings asking twice"
    await page.get_by_role("button", name="Yes, make new ones").click()
    await expect(person.dialog).to_be_visible()
    yield "settings is it you"
    await page.goto(f"{person.url}/second-factor")
    yield "second factor"
    await page.get_by_role("button", name="Set it up").click()
    await person.sees_heading("Is it you?")
    await page.wait_for_load_state()
    yield "step up"
    await page.get_by_label("Your passphrase").fill(PASSPHRASE)
    await page.get_by_role("button", name="It is me").click()
    await page.get_by_role("button", name="Set it up").click()
    await person.sees_heading("Set up your app")
    await page.wait_for_load_state()
    yield "second factor offer"
    await page.goto(f"{person.url}/account/export")
    yield "export first"
    await page.get_by_role("button", name="Gather it").click()
    await expect(page.get_by_role("link", name="Take it along")).to_be_visible()
    await page.wait_for_load_state()
    yield "export"
    await page.goto(f"{person.url}/app/settings/codes")
    await page.get_by_role("button", name="Make new codes").click()
    await page.get_by_role("button", name="Yes, make new ones").click()
    await expect(page.locator(".codes")).to_be_visible()
    yield "settings codes"
    await page.goto(f"{person.url}/app/settings/leaving")
    await page.get_by_role("button", name="Leave this place").click()
    await page.get_by_role("button", name="Yes, leave").click()
    await expect(person.banner).to_be_visible()
    yield "settings left"
    await page.get_by_role("link", name="Sign in").click()
    await person.sign_in("sky-with-a-very-long-nam")
    await person.sees_heading("You are leaving")
    yield "leaving"


async def kept_out(town: Town) -> AsyncIterator[tuple[Person, str]]:
    """Someone at the door; and ben, for whom a way in is asked for, and who is then kept out."""
    mora, ben = await town.known("mora", Role.MODERATOR), await town.settled("ben")
    made = await town.site.command(mora, "invite.create", kind="knock", valid_h=24)
    waiting = await town.stranger(viewport=SMALLEST, has_touch=True)
    await waiting.page.goto(made["link"])
    await expect(waiting.page.get_by_text("you ask to be let in")).to_be_visible()
    yield waiting, "sign up by a flyer"
    await waiting.sign_up("wren")
    await waiting.sees_heading("You have knocked, wren")
    yield waiting, "knocked"
    await waiting.goes_on()
    await waiting.sees_heading("Almost in")
    yield waiting, "waiting"
    out = await town.window(ben, viewport=SMALLEST, has_touch=True)
    await town.site.command(mora, "restore.ask", user_id=ben.user_id, met=False)
    await expect(out.page.get_by_text("new way into your account")).to_be_visible()
    yield out, "somebody asked for a way in"
    await town.site.command(mora, "sanction.ban", user_id=ben.user_id, reason="unkind")
    await out.page.get_by_role("link", name="Sign in").click()
    await out.sign_in("ben")
    await out.sees_heading("You can't take part for now")
    yield out, "kept out"


async def held_back(town: Town) -> AsyncIterator[tuple[Person, str]]:
    """Where a member may not go in yet, or not write."""
    site, mora, ben = town.site, await town.known("mora", Role.MODERATOR), await town.known("ben")
    named_so = f"Evening of {'a' * 40}"
    kept = {"name": named_so, "guidelines": "Ask first.\nNo advice."}
    doors = {
        access: await site.room(mora, **kept, access=access) for access in ("request", "invite")
    }
    person = await town.window(ben, viewport=SMALLEST, has_touch=True)
    page = person.page
    await page.goto(f"{person.url}/app/rooms/{doors['invite']}")
    await expect(page.get_by_role("main").get_by_role("alert")).to_be_visible()
    yield person, "door refused"
    made = await site.command(
        mora, "invite.create", kind="invite", room_id=doors["invite"], valid_h=24
    )
    await site.command(ben, "invite.use", code=made["code"])
    for access, room_id in doors.items():
        await page.goto(f"{person.url}/app/rooms/{room_id}")
        await person.sees_heading(named_so)
        await expect(page.get_by_role("main").get_by_role("button").first).to_be_visible()
        yield person, f"door {access}"
    evening = await site.room(mora, name="Evening")
    await site.join(evening, ben)
    await town.says(mora, evening, "good evening")
    muted = {"room_id": evening, "user_id": ben.user_id, "mute_s": 3600, "reason": "unkind"}
    await site.command(mora, "room.mute", **muted)
    await person.goes_to(evening)
    await expect(page.get_by_text("read along here").first).to_be_visible()
    yield person, "room muted"
    await site.command(mora, "room.update", room_id=evening, closed=True)
    await expect(page.get_by_text("This room is closed.")).to_be_visible()
    yield person, "room closed"
    others = [await site.peer(ben) for _ in range(5)]
    await expect(person.banner).to_contain_text("This page has been paused")
    yield person, "paused"
    for other in others:
        await other.leave()
    await site.command(await town.known("ada", Role.ADMIN), "site.change", guidelines="Be kind.")
    await page.goto(f"{person.url}/app")
    await person.sees_heading("How we are with each other")
    yield person, "guidelines"


async def opened(page: Page) -> None:
    """Whatever folds is open."""
    folded = await page.get_by_role("main").locator("details:not([open]) > summary").all()
    # From the last one on: each that is opened is no longer among them.
    for each in reversed(folded):
        await each.click()


async def _shown(person: Person, name: str) -> str:
    """The dialog stays until the next view is asked for."""
    await expect(person.dialog).to_be_visible()
    return name.strip()


async def close(person: Person) -> None:
    """Put the open dialog away, if there is one."""
    if await person.dialog.count():
        await person.page.keyboard.press("Escape")
        await expect(person.dialog).to_have_count(0)


async def picture(page: Page, name: str) -> None:
    """Phone and desktop, light and dark, into the folder that SHOTS names; else nothing."""
    folder = os.environ.get("SHOTS")
    if not folder:
        return
    for size_name, size in (("phone", PHONE), ("desktop", DESKTOP)):
        await page.set_viewport_size(size)
        for scheme in ("light", "dark"):
            await page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            file = f"{name.replace(' ', '-')}-{size_name}-{scheme}.png".lower()
            await page.screenshot(path=Path(folder) / file, animations="disabled")
