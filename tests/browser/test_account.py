"""My account: what I am called, where I am signed in, what lets me in, and the way out."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio
from playwright.async_api import Browser, Locator, expect

from chatserver.clock import now_ms
from rooms.people.person import Role
from tests.browser.authenticator import Passing, set_up
from tests.browser.person import PASSPHRASE, Person
from tests.browser.town import Town
from tests.support.served import served

ANOTHER = "eight calm stones resting"
WRONG = "something else entirely"
OUT = "You have been signed out."


async def account_of(town: Town, handle: str, section: str, role: Role = Role.MEMBER) -> Person:
    """Someone who came in by a passphrase a while ago, in a section of their settings."""
    window = await town.window(await town.settled(handle, role))
    await window.settings(section)
    return window


async def shows_who_they_are(window: Person, passphrase: str = PASSPHRASE) -> None:
    """Answer the window that asks once more."""
    await expect(window.dialog.get_by_label("Your own passphrase")).to_be_focused()
    await window.dialog.get_by_label("Your own passphrase").fill(passphrase)
    await window.press("It is me")


def sign_ins(window: Person) -> Locator:
    """The cards of the sign-ins."""
    return window.page.locator(".card").filter(has_text="Since today")


async def test_a_sign_in_ends_at_once_and_a_new_passphrase_ends_the_others(town: Town) -> None:
    robin = await account_of(town, "robin", "Where I am signed in")
    lost = await town.stranger()
    await lost.sign_in("robin")
    await lost.sees_heading("Rooms")
    await robin.page.reload()
    await expect(sign_ins(robin)).to_have_count(2)
    await expect(sign_ins(robin).filter(has_text="this one")).to_have_count(1)
    await expect(sign_ins(robin).first).to_contain_text("A computer")
    await robin.page.get_by_role("button", name="Sign out there: A computer. Since today").click()
    await robin.is_told("Signed out there.")
    await expect(lost.banner).to_contain_text(OUT)
    await expect(sign_ins(robin)).to_have_count(1)
    await expect(robin.banner).to_have_count(0)

    await lost.sign_in("robin")
    await lost.sees_heading("Rooms")
    await robin.settings("A new passphrase")
    await robin.page.get_by_label("Your passphrase now").fill(WRONG)
    await robin.page.get_by_label("A new passphrase").fill(ANOTHER)
    await robin.page.get_by_role("button", name="Save").click()
    await expect(robin.page.get_by_role("alert")).to_contain_text("That isn't your passphrase.")
    await robin.page.get_by_label("Your passphrase now").fill(PASSPHRASE)
    await robin.page.get_by_role("button", name="Save").click()
    await expect(robin.page.get_by_text("Everywhere else you are signed out.")).to_be_visible()
    await expect(robin.page.get_by_label("Your passphrase now")).to_have_value("")
    await expect(lost.banner).to_contain_text(OUT)
    await robin.settings("Where I am signed in")
    await expect(sign_ins(robin)).to_have_count(1)

    # This browser goes on by its new sign-in, without a word of it.
    await robin.settings("My name here")
    new_name = robin.page.get_by_label("A new name")
    await new_name.fill("quiet-harbour-41")
    await new_name.press("Enter")
    await expect(robin.page.get_by_text("You are quiet-harbour-41 now")).to_be_visible()
    await new_name.fill("another-one")
    await new_name.press("Enter")
    await expect(robin.page.get_by_role("alert")).to_contain_text("once a day")
    await expect(new_name).to_have_value("another-one")
    await lost.sign_in("quiet-harbour-41")
    await expect(lost.page.locator(".problem")).to_be_visible()
    await lost.sign_in("quiet-harbour-41", ANOTHER)
    await lost.sees_heading("Rooms")


async def test_new_recovery_codes_are_shown_once_and_one_of_them_lets_in(town: Town) -> None:
    robin = await account_of(town, "robin", "Recovery codes")
    await robin.page.get_by_role("button", name="Make new codes").click()
    await expect(robin.page.get_by_role("button", name="Yes, make new ones")).to_be_focused()
    await robin.page.get_by_role("button", name="Yes, make new ones").click()
    await shows_who_they_are(robin, WRONG)
    await expect(robin.dialog.get_by_role("alert")).to_contain_text("That isn't your passphrase.")
    await robin.dialog.get_by_label("Your own passphrase").fill(PASSPHRASE)
    await robin.press("It is me")
    await expect(robin.page.get_by_role("heading", name="Your new codes")).to_be_focused()
    codes = await robin.page.locator(".codes code").all_inner_texts()
    assert len(set(codes)) == 10
    await robin.page.get_by_role("button", name="Done").click()
    await expect(robin.page.get_by_role("heading", level=1)).to_be_focused()
    await expect(robin.page.get_by_role("button", name="Make new codes")).to_be_visible()
    await expect(robin.page.get_by_text(codes[0])).to_have_count(0)

    phone = await town.stranger()
    await phone.page.goto(f"{town.url}/recover")
    await phone.page.get_by_label("Your name here").fill("robin")
    await phone.page.get_by_label("A recovery code").fill(codes[3].lower().replace("-", " "))
    await phone.page.get_by_label("A new passphrase").fill(ANOTHER)
    await phone.page.get_by_role("button", name="Come in").click()
    await expect(phone.page.locator(".codes code")).to_have_count(10)
    await phone.goes_on()
    await expect(phone.page.get_by_text("Good to see you, robin.")).to_be_visible()
    await expect(robin.banner).to_contain_text(OUT)


@pytest_asyncio.fixture(loop_scope="session")
async def passing() -> Passing:
    """Time that a test lets pass."""
    return Passing(now_ms)


@pytest_asyncio.fixture(loop_scope="session")
async def later(browser: Browser, tmp_path: Path, passing: Passing) -> AsyncIterator[Town]:
    """A town that goes by it."""
    async with (
        served(tmp_path, now=passing, site_name="Harbour") as site,
        Town(browser, site) as town,
    ):
        yield town


async def test_a_member_may_have_an_authenticator_app_and_do_without_it_again(
    later: Town, passing: Passing
) -> None:
    robin = await account_of(later, "robin", "Authenticator app")
    await robin.page.get_by_role("link", name="Set it up").click()
    app = await set_up(robin, passing, PASSPHRASE)
    await expect(robin.page.get_by_text("It is set up.")).to_be_visible()
    phone = await later.stranger()
    await phone.sign_in("robin")
    await expect(
        phone.page.get_by_role("alert").or_(phone.page.locator(".problem"))
    ).to_be_visible()
    await phone.page.get_by_label("Six digits").fill(app.digits())
    await phone.sign_in("robin")
    await phone.sees_heading("Rooms")

    # Whoever has left it for a while is asked for both.
    await robin.page.goto(f"{later.url}/app/settings/second-factor")
    passing.advance(s=11 * 60)
    await robin.page.get_by_role("button", name="Do without it").click()
    await robin.page.get_by_role("button", name="Yes, do without it").click()
    await robin.dialog.get_by_label("Six digits").fill(app.digits())
    await robin.dialog.get_by_label("Your own passphrase").fill(PASSPHRASE)
    await robin.press("It is me")
    await expect(robin.page.get_by_role("link", name="Set it up")).to_be_visible()


async def test_just_reading_folds_the_place_to_write_and_says_so(town: Town) -> None:
    keeper, robin = await town.known("mora", Role.MODERATOR), await town.known("robin")
    room_id = await town.site.room(keeper, name="Evening")
    await town.site.join(room_id, robin)
    his = await town.window(robin)
    await his.settings("Who may see that I am here")
    await his.page.get_by_label("Show my name to the people in my rooms").check()
    await his.page.get_by_label("I'm just reading.").check()
    await expect(his.page.get_by_text("Kept.", exact=True)).to_be_visible()
    await his.page.reload()
    await expect(his.page.get_by_label("I'm just reading.")).to_be_checked()
    await his.goes_to(room_id)
    await expect(his.page.get_by_text("Just reading is fine.")).to_be_visible()
    await expect(his.field).to_have_count(0)
    mora = await town.window(keeper, room_id)
    await mora.presence.click()
    await expect(mora.dialog.get_by_role("listitem").filter(has_text="robin")).to_contain_text(
        "just reading"
    )
    await his.page.get_by_role("button", name="Write something").click()
    await expect(his.field).to_be_focused()
    await his.say("here I am")
    await mora.page.keyboard.press("Escape")
    await mora.sees("here I am")


async def test_whom_i_blocked_stands_in_my_account_and_can_come_back(town: Town) -> None:
    keeper = await town.known("mora", Role.MODERATOR)
    anna, ben = await town.known("anna"), await town.known("ben")
    room_id = await town.site.room(keeper, name="Evening")
    await town.site.join(room_id, anna, ben)
    await town.says(ben, room_id, "nice place")
    hers = await town.window(anna, room_id)
    await hers.sees("nice place")
    await hers.act("nice place", "Block this person", "Block ben")
    await hers.sees()
    await hers.settings("People I have blocked")
    await hers.page.get_by_role("button", name="Unblock ben").click()
    await expect(hers.page.get_by_text("Nobody. You can block someone")).to_be_visible()
    await hers.is_told("ben is no longer blocked.")
    await expect(hers.page.get_by_role("heading", level=1)).to_be_focused()
    await hers.enters("Evening")
    await hers.sees("nice place")


async def test_one_takes_everything_along_leaves_and_stays_after_all(town: Town) -> None:
    keeper = await town.known("mora", Role.MODERATOR)
    room_id = await town.site.room(keeper, name="Evening")
    robin = await town.window(await town.settled("robin"))
    await robin.page.get_by_role("button", name=re.compile("Look in.*Evening")).click()
    await robin.press("Come in")
    await robin.say("mine to keep")
    mora = await town.window(keeper, room_id)
    await mora.sees("mine to keep")

    await robin.settings("Take my data with me")
    await robin.page.get_by_role("button", name="Gather my data").click()
    await expect(robin.page.get_by_text("It is ready, until")).to_be_visible()
    await robin.page.get_by_role("link", name="Read it").click()
    await robin.sees_heading("What is kept of you")
    await expect(robin.page.get_by_text("mine to keep")).to_be_visible()
    await robin.page.goto(f"{town.url}/app/account")
    await robin.settings("Leaving")
    await robin.page.get_by_role("button", name="Leave this place").click()
    await robin.page.get_by_role("button", name="Not now").click()
    await expect(robin.page.get_by_role("button", name="Leave this place")).to_be_focused()
    await robin.page.get_by_role("button", name="Leave this place").click()
    await robin.page.get_by_role("button", name="Yes, leave").click()
    await shows_who_they_are(robin)
    await expect(robin.banner).to_contain_text("You are hidden everywhere now.")
    await mora.sees("Someone took a message back.")

    await robin.page.get_by_role("link", name="Sign in").click()
    await robin.sign_in("robin")
    await robin.sees_heading("You are leaving")
    await expect(robin.page.get_by_text("Nobody sees you any more")).to_be_visible()
    await expect(robin.page.get_by_role("navigation")).to_have_count(0)
    await robin.page.get_by_role("button", name="Stay after all").click()
    await robin.sees_heading("Rooms")
    await mora.sees("mine to keep")
    await robin.enters("Evening")
    await robin.sees("mine to keep")


async def test_the_last_administrator_is_told_why_they_have_to_stay(town: Town) -> None:
    ada = await account_of(town, "ada", "Leaving", Role.ADMIN)
    await ada.page.get_by_role("button", name="Leave this place").click()
    await ada.page.get_by_role("button", name="Yes, leave").click()
    await shows_who_they_are(ada)
    await expect(ada.page.get_by_role("alert")).to_contain_text("Name another administrator first")
