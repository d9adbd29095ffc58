"""The moderators' screen: from somebody who waits to what came of it, by phone and by keyboard."""

from __future__ import annotations

import re
from typing import Any

from playwright.async_api import Locator, expect

from moderation.cases import opening
from moderation.cases.opening import Hit, Reason, Source
from moderation.severity import Severity
from rooms.people.person import Role
from tests.browser import axe, views
from tests.browser.person import Person as Window
from tests.browser.test_keyboard import NAME_OF_FOCUSED
from tests.browser.town import Town
from tests.support.served import Person

HEARD = "I want to end my life tonight"
PHONE: dict[str, Any] = {
    "viewport": views.SMALLEST,
    "has_touch": True,
    "is_mobile": True,
    "color_scheme": "dark",
}


async def heard(
    town: Town,
    room_id: str,
    member: Person,
    said: str = HEARD,
    severity: Severity = Severity.HIGH,
) -> None:
    """Somebody said something, and software heard it, as its list would."""
    await town.says(member, room_id, "good evening", said)
    page = await town.site.command(member, "log.before", room_id=room_id, seq=1000)
    message = page["messages"][-1]
    hit = Hit(
        term="suicide.end_my_life",
        category="suicide",
        severity=severity,
        why=("first person", "tonight: sooner"),
        start=said.index("end"),
        end=said.index("life") + len("life"),
    )
    reason = Reason(
        source=Source.KEYWORD,
        severity=severity,
        category="suicide",
        room_id=room_id,
        message_id=message["message_id"],
        seq=message["seq"],
        body=said,
        hits=(hit,),
        list_version="2026-11-01",
    )
    await town.site.server.database.write(lambda work: opening.flag(work, member.user_id, reason))


async def to_queue(window: Window) -> None:
    """By the menu, as anybody would."""
    await window.menu("Follow-up")
    await window.sees_heading("Follow-up")


def line(window: Window, handle: str) -> Locator:
    """Somebody's line in the queue."""
    return window.page.get_by_role("navigation", name="The queue").get_by_role(
        "link", name=re.compile(handle)
    )


async def test_a_night_on_the_phone(town: Town) -> None:
    mora, sky = await town.known("mora", Role.MODERATOR), await town.known("sky")
    room_id = await town.site.room(mora, name="Evening")
    phone = await town.window(mora, **PHONE)
    page = phone.page
    hers = await town.window(sky, viewport=views.PHONE)
    await heard(town, room_id, sky)
    # The menu tells that somebody waits, on whatever is open.
    await expect(page.get_by_role("button", name=re.compile("^Menu"))).to_contain_text("1")
    await to_queue(phone)
    await expect(line(phone, "sky")).to_contain_text("Grave")
    await expect(line(phone, "sky")).to_contain_text("claim within")
    await line(phone, "sky").tap()
    await phone.sees_heading("sky")
    await expect(page.locator("mark")).to_have_text("end my life")
    await page.get_by_text("Why this was heard").tap()
    await expect(page.get_by_text("suicide.end_my_life")).to_be_visible()
    await expect(page.get_by_text("Version of the list: 2026-11-01")).to_be_visible()
    await page.get_by_role("button", name="Claim it").tap()
    await expect(page.locator("[data-holder]")).to_contain_text("You have it until")
    # More of what was said around it, which is written down.
    around = page.locator(".around")
    await expect(around).to_contain_text("good evening")
    await page.get_by_role("button", name="More lines around it").tap()
    await expect(page.get_by_text("mora looked at 10 lines on either side.")).to_be_visible()
    # First words: with a prompt, which she makes her own.
    await page.get_by_role("button", name="Write to them").tap()
    await page.get_by_text("What to say").tap()
    await page.get_by_role("button", name=re.compile("^Who I am")).tap()
    field = page.get_by_role("textbox", name="Your first words to sky")
    await expect(field).to_have_value(re.compile("Hi sky, I am mora"))
    await page.get_by_role("button", name="Send them").tap()
    await expect(page.get_by_role("log").get_by_text("Hi sky, I am mora")).to_be_visible()
    await expect(page.locator("[data-holder]")).to_contain_text("You have it")
    # She answers in her own page, and it is there at once.
    talk = hers.page.get_by_role("link", name=re.compile("mora")).first
    await talk.click()
    await hers.say("thank you for asking")
    await expect(page.get_by_role("log").get_by_text("thank you for asking")).to_be_visible()
    await page.get_by_role("textbox", name=re.compile("^Write to")).fill("I am here")
    await page.get_by_role("button", name="Send", exact=True).tap()
    await expect(hers.log.get_by_text("I am here")).to_be_visible()
    await page.get_by_role("button", name="Close it").tap()
    await phone.dialog.get_by_label("What came of it").select_option(label="We talked")
    await phone.dialog.get_by_label("Ask again").select_option(label="After a day")
    await phone.dialog.get_by_role("button", name="Close it").tap()
    await expect(page.locator("[data-holder]")).to_contain_text("Opens again")
    await expect(page.get_by_role("heading", name="A moment for you")).to_be_visible()
    await expect(page.get_by_text("mora closed it: We talked.")).to_be_visible()
    assert await axe.violations(page) == []


async def test_who_is_second_hears_who_has_it_and_can_be_asked_to_go_on(town: Town) -> None:
    mora = await town.known("mora", Role.MODERATOR)
    bo, sky = await town.known("bo", Role.MODERATOR), await town.known("sky")
    room_id = await town.site.room(mora, name="Evening")
    await heard(town, room_id, sky, severity=Severity.MEDIUM)
    first, second = await town.window(mora), await town.window(bo)
    for each in (first, second):
        await to_queue(each)
        await line(each, "sky").click()
        await each.sees_heading("sky")
    claims = [each.page.get_by_role("button", name="Claim it") for each in (first, second)]
    await expect(claims[1]).to_be_visible()
    await claims[0].click()
    await expect(first.page.locator("[data-holder]")).to_contain_text("You have it")
    await expect(second.page.locator("[data-holder]")).to_contain_text("mora has it.")
    await expect(claims[1]).to_have_count(0)
    answer = await town.site.http_command(
        bo, "case.claim", {"case_id": second.page.url.rsplit("/", 1)[1]}
    )
    assert answer[1]["error"]["code"] == "already_claimed"
    # She hands it over, and keeps it until it is taken.
    await first.page.get_by_role("button", name="Hand over").click()
    await first.dialog.get_by_label(re.compile("name here")).fill("bo")
    await first.dialog.get_by_label("What they have to know").fill("quiet by now, wants to sleep")
    await first.press("Ask them")
    await expect(first.page.locator("[data-holder]")).to_contain_text("bo is asked to go on.")
    await expect(first.page.locator("[data-holder]")).to_contain_text("You have it")
    await second.page.get_by_role("button", name="Take it over").click()
    await expect(second.page.locator("[data-holder]")).to_contain_text("You have it")
    await expect(second.page.get_by_text("quiet by now, wants to sleep")).to_be_visible()
    await expect(first.page.locator("[data-holder]")).to_contain_text("bo has it.")


async def test_the_whole_way_by_keyboard(town: Town) -> None:
    mora = await town.known("mora", Role.MODERATOR)
    sky, ash = await town.known("sky"), await town.known("ash")
    room_id = await town.site.room(mora, name="Evening")
    await heard(town, room_id, ash, severity=Severity.LOW)
    await heard(town, room_id, sky, severity=Severity.HIGH)
    window = await town.window(mora)
    page, keys = window.page, window.page.keyboard
    # What is still fading in is not yet as it is read.
    await page.emulate_media(reduced_motion="reduce")
    await page.goto(f"{town.url}/app/follow-up")
    await expect(line(window, "ash")).to_be_visible()
    # The gravest comes first; j and k go down and up.
    for key, handle in (("j", "sky"), ("j", "ash"), ("k", "sky")):
        await keys.press(key)
        await expect(line(window, handle)).to_be_focused()
    await keys.press("?")
    await expect(window.dialog).to_contain_text("In follow-up")
    await keys.press("Escape")
    await expect(line(window, "sky")).to_be_focused()
    await keys.press("c")
    await window.sees_heading("sky")
    holder = page.locator("[data-holder]")
    await expect(holder).to_contain_text("You have it")
    await keys.press("r")
    await expect(page.get_by_role("textbox", name="Your first words to sky")).to_be_focused()
    # In a field they are letters.
    await keys.type("xerc how are you")
    await expect(page.get_by_role("textbox", name="Your first words to sky")).to_have_value(
        "xerc how are you"
    )
    await expect(window.dialog).to_have_count(0)
    await tab_to_button(window, "Send them")
    await keys.press("Enter")
    await expect(page.get_by_role("log").get_by_text("xerc how are you")).to_be_visible()
    await expect(page.get_by_role("textbox", name=re.compile("^Write to"))).to_be_focused()
    await page.locator("h1").focus()
    await keys.press("x")
    await expect(window.dialog).to_contain_text("What came of it")
    await keys.press("Escape")
    await expect(window.dialog).to_have_count(0)
    await keys.press("e")
    await expect(window.dialog).to_contain_text("How grave")
    await keys.press("Escape")
    await expect(window.dialog).to_have_count(0)
    # Only reading for a while, and out of sight: each asks for its reason first.
    for key, asks in (("m", "only read"), ("h", "out of sight")):
        await keys.press(key)
        await expect(window.dialog).to_contain_text(asks)
        assert await axe.violations(page) == []
        if key == "m":
            await keys.press("Escape")
            await expect(window.dialog).to_have_count(0)
    await tab_to_button(window, "Take it out of sight")
    await keys.press("Enter")
    await expect(page.get_by_text("A message was taken out of sight.")).to_be_visible()
    await expect(page.locator(".reason blockquote").first).to_contain_text(HEARD)
    await keys.press("x")
    await expect(window.dialog).to_contain_text("What came of it")
    outcome = window.dialog.get_by_label("What came of it")
    for _ in range(10):
        if await outcome.evaluate("(each) => each === document.activeElement"):
            break
        await keys.press("Tab")
    await keys.type("We talked")
    await expect(outcome).to_have_value("talked")
    await tab_to_button(window, "Close it")
    await keys.press("Enter")
    await expect(holder).to_contain_text("Opens again")
    # Who has switched single letters off writes nothing by them.
    await page.goto(f"{town.url}/app/settings/writing")
    await page.get_by_label(re.compile("[Ss]ingle letters")).uncheck()
    await page.goto(f"{town.url}/app/follow-up")
    await expect(line(window, "ash")).to_be_visible()
    await keys.press("j")
    await keys.press("?")
    await expect(window.dialog).to_have_count(0)
    await expect(line(window, "ash")).not_to_be_focused()


async def test_words_can_be_blurred_until_they_are_asked_for(town: Town) -> None:
    mora, sky = await town.known("mora", Role.MODERATOR), await town.known("sky")
    room_id = await town.site.room(mora, name="Evening")
    await heard(town, room_id, sky)
    window = await town.window(mora)
    page = window.page
    await page.goto(f"{town.url}/app/follow-up/desk")
    await page.get_by_label("Blur what people wrote").check()
    await page.get_by_role("link", name="Queue").click()
    await line(window, "sky").click()
    words = page.locator(".reason blockquote")
    await expect(page.locator(".reason [inert] blockquote")).to_have_count(1)
    await page.get_by_role("button", name="Show the words").first.click()
    await expect(page.locator(".reason [inert]")).to_have_count(0)
    await expect(words).to_contain_text(HEARD)
    await page.reload()
    await expect(page.locator(".reason [inert] blockquote")).to_have_count(1)


async def test_somebody_in_danger_is_closed_by_two_and_looked_at(town: Town) -> None:
    mora = await town.known("mora", Role.MODERATOR)
    bo, sky = await town.known("bo", Role.MODERATOR), await town.known("sky")
    room_id = await town.site.room(mora, name="Evening")
    await heard(town, room_id, sky, severity=Severity.IMMINENT)
    first, second = await town.window(mora), await town.window(bo)
    await to_queue(first)
    await line(first, "sky").click()
    await first.page.get_by_role("button", name="Claim it").click()
    await first.page.get_by_role("button", name="Close it").click()
    await first.dialog.get_by_label("What came of it").select_option(label="Connected with help")
    await first.dialog.get_by_role("button", name="Close it").click()
    await expect(first.page.get_by_text("a second person is asked")).to_be_visible()
    await to_queue(second)
    await line(second, "sky").click()
    await second.page.get_by_role("button", name="Agree: Connected with help").click()
    await second.press("Agree and close")
    await expect(second.page.locator("[data-holder]")).to_contain_text("Closed by bo.")
    await first.page.get_by_role("button", name="I looked at how it went").click()
    await expect(first.page.locator("[data-holder]")).to_contain_text("by a second person")


async def test_nobody_else_sees_the_screen(town: Town) -> None:
    mora, sky = await town.known("mora", Role.MODERATOR), await town.known("sky")
    room_id = await town.site.room(mora, name="Evening")
    await heard(town, room_id, sky)
    window = await town.window(sky)
    await window.page.get_by_role("button", name="Menu").click()
    await expect(window.dialog.get_by_role("link", name="Follow-up")).to_have_count(0)
    await window.page.goto(f"{town.url}/app/follow-up")
    await expect(window.page.get_by_text("This page is for moderators")).to_be_visible()
    await expect(window.page.get_by_role("navigation", name="The queue")).to_have_count(0)


async def tab_to_button(window: Window, name: str) -> None:
    """Press Tab until the focus is on what is called so."""
    for _ in range(30):
        await window.page.keyboard.press("Tab")
        if str(await window.page.evaluate(NAME_OF_FOCUSED)).startswith(name):
            return
    raise AssertionError(f"the Tab key does not reach {name}")


async def test_whoever_is_on_duty_is_rung_and_a_claim_ends_it(town: Town) -> None:
    mora, sky = await town.known("mora", Role.MODERATOR), await town.known("sky")
    room_id = await town.site.room(mora, name="Evening")
    phone = await town.window(mora, **PHONE)
    page = phone.page
    await to_queue(phone)
    await page.get_by_role("link", name="Duty").tap()
    await phone.sees_heading("Duty")
    await expect(page.locator("[data-duty]")).to_contain_text("You have no shift right now.")
    await page.get_by_text("Plan a shift of mine").tap()
    await page.get_by_role("button", name="Put it on the rota").tap()
    # A plan is no duty: the device has to ring, and to be heard.
    await expect(page.locator("[data-duty]")).to_contain_text("no device of yours was heard yet")
    await page.get_by_role("button", name="I am here").tap()
    await page.get_by_role("button", name="I heard it").tap()
    await expect(page.locator("[data-duty]")).to_contain_text("You are on duty until")
    await expect(page.locator(".ring")).to_have_count(0)
    await page.get_by_role("link", name="Queue").tap()
    await heard(town, room_id, sky, severity=Severity.IMMINENT)
    ring = page.locator(".ring")
    await expect(ring).to_contain_text("Somebody waits. Please look.")
    assert "sky" not in await ring.inner_text()
    await line(phone, "sky").tap()
    await page.get_by_role("button", name="Claim it").tap()
    await expect(page.locator("[data-holder]")).to_contain_text("You have it")
    await page.get_by_role("link", name="The queue").tap()
    await expect(ring).to_have_count(0)
