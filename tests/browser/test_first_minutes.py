"""The first five minutes: the printed link, a room, the first to come, with and without scripts."""

from __future__ import annotations

import re

import pyotp
from playwright.async_api import Page, expect

from tests.browser.person import PASSPHRASE, Person
from tests.browser.town import DEVICES, Town


async def test_the_first_link_leads_to_a_room_that_someone_comes_into(town: Town) -> None:
    link = await town.site.server.first_admin_link()
    assert link is not None
    first = await town.stranger()
    await first.page.goto(link)
    await expect(first.page.get_by_label("Invitation")).not_to_have_value("")
    assert "#" not in first.page.url, "the secret does not stay in the address"
    await first.comes_in("mora")
    await first.sees_heading("Authenticator app")
    await first.page.get_by_role("button", name="Set it up").click()
    secret = await first.page.locator("code.secret").inner_text()
    digits = pyotp.TOTP(secret.replace(" ", "")).now()
    await first.page.get_by_label("The six digits that it shows now").fill(digits)
    await first.page.get_by_role("button", name="That's it").click()
    await first.page.get_by_role("link", name="Go to the rooms").click()
    await first.sees_heading("Rooms")
    await open_a_room(first.page, "Evening", guidelines="Be kind.")
    await first.is_told("The room is made.")
    await expect(first.page.get_by_role("heading", name=re.compile("^Evening"))).to_be_visible()

    second = await town.stranger(**DEVICES["320"])
    await second.page.goto(link)
    await second.sign_up("robin")
    await expect(second.page.get_by_text("That link has been used")).to_be_visible()
    await second.page.get_by_label("Invitation").fill("")
    await second.comes_in("robin")
    await expect(second.page.get_by_text("Good to see you, robin.")).to_be_visible()
    await second.hits(second.page.get_by_role("button", name=re.compile("Look in.*Evening")))
    await expect(second.dialog.get_by_text("Be kind.")).to_be_visible()
    await second.press("I have read this. Come in")
    await second.sees_heading("Evening")
    await second.say("I am new here")
    await second.sees("I am new here")


async def open_a_room(page: Page, name: str, *, guidelines: str = "", access: str = "") -> None:
    """Fill in the form for a new room."""
    await page.get_by_role("button", name=re.compile("Open (a new|the first) room")).click()
    form = page.get_by_role("dialog")
    await form.get_by_label("Name", exact=True).fill(name)
    await form.get_by_label("Guidelines").fill(guidelines)
    if access:
        await form.get_by_label(access).check()
    await form.get_by_role("button", name="Open the room").click()
    await expect(form).to_have_count(0)


async def test_everything_up_to_the_rooms_works_without_javascript(town: Town) -> None:
    robin = await town.stranger(java_script_enabled=False)
    await robin.page.goto(town.url)
    await robin.page.get_by_role("link", name="Come in").click()
    await robin.sign_up("robin", "short")
    problem = robin.page.locator("#passphrase-problem")
    await expect(problem).to_be_in_viewport()
    passphrase = robin.page.get_by_label("A passphrase")
    await expect(passphrase).to_be_focused()
    await expect(passphrase).to_have_accessible_description(re.compile("at least 10"))
    await expect(robin.page.get_by_label("A name for you here")).to_have_value("robin")
    await expect(robin.page.get_by_label("A passphrase")).to_have_value("")
    await robin.comes_in("robin")
    await robin.sees_heading("The rooms need JavaScript")
    await robin.page.get_by_role("link", name="Help now", exact=True).click()
    await answers_are_shown(robin)
    await robin.page.get_by_role("button", name="Sign out").click()
    await expect(robin.page.get_by_role("link", name="Come in")).to_be_visible()

    await robin.page.get_by_role("link", name="I have been here before").click()
    await robin.sign_in("robin", "seven green lamps wait")
    await expect(robin.page.get_by_role("alert")).to_have_text(
        "That name and passphrase don't match. Please try again."
    )
    await expect(robin.page.get_by_label("Your name here")).to_have_value("robin")
    await expect(robin.page.get_by_label("Your passphrase")).to_have_value("")
    await robin.sign_in("robin")
    await robin.sees_heading("The rooms need JavaScript")


async def answers_are_shown(person: Person) -> None:
    """Numbers of people who answer, of a country that is folded at first, as all are."""
    await person.sees_heading("Help now")
    countries = person.page.locator("details.country")
    calls = countries.nth(1).locator("a[href^='tel:']")
    await expect(calls.first).to_be_hidden()
    await countries.nth(1).locator("summary").click()
    await expect(calls.first).to_be_visible()


async def test_help_is_there_for_strangers(town: Town) -> None:
    anybody = await town.stranger(java_script_enabled=False)
    await anybody.page.goto(f"{town.url}/help")
    await answers_are_shown(anybody)
    # A device's clock is a hint: said to be one, folded, and before all others.
    in_dublin = await town.stranger(timezone_id="Europe/Dublin")
    await in_dublin.page.goto(f"{town.url}/help")
    first = in_dublin.page.locator("details.country").first
    await expect(first.locator("summary")).to_have_text("Ireland 112")
    await expect(in_dublin.page.get_by_text("That may be wrong")).to_be_visible()
    await expect(first.locator("a[href^='tel:']").first).to_be_hidden()
    # What one chose oneself stands open.
    await in_dublin.page.evaluate("localStorage.setItem('chat.country', '\"NZ\"')")
    await in_dublin.page.reload()
    await expect(first.locator("summary")).to_have_text("New Zealand 111")
    await expect(first.get_by_role("link", name="Call 111")).to_be_visible()
    await expect(in_dublin.page.get_by_text("That may be wrong")).to_be_hidden()


async def test_one_signs_in_and_out(town: Town) -> None:
    robin = await town.stranger()
    await robin.comes_in("robin")
    await expect(robin.page.get_by_text("Good to see you, robin.")).to_be_visible()
    await robin.menu("Sign out", "button")
    await robin.sees_heading("You don't have to do this alone.")
    await robin.page.goto(f"{town.url}/app")
    await robin.sees_heading("Welcome back")
    await robin.sign_in("Robin", PASSPHRASE)
    await expect(robin.page.get_by_text("Good to see you, robin.")).to_be_visible()
    await robin.page.go_back()
    await robin.page.goto(f"{town.url}/sign-in")
    await robin.sees_heading("Rooms")
