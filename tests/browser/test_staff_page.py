"""The page of those who look after the place: who comes in, who is out, what two have to agree on.

Administrators and moderators show who they are by passphrase and app, on a site whose clock moves.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio
from playwright.async_api import Browser, Locator, expect

from chatserver.clock import now_ms
from rooms.people.person import Role
from tests.browser.authenticator import Authenticator, Passing, set_up
from tests.browser.person import PASSPHRASE, Person
from tests.browser.town import Town
from tests.support.served import served

UNTOLD = "no words for"
"""What the page says of a deed that it does not know."""


class Staffed:
    """A town whose time passes, and windows of those who look after it."""

    def __init__(self, town: Town, clock: Passing) -> None:
        self.town, self.clock = town, clock

    async def staff(self, handle: str, role: Role) -> tuple[Person, Authenticator]:
        """Someone with an app, on the page of people."""
        person, secret = await self.town.with_app(handle, role)
        window = await self.town.window(person)
        await window.care("People")
        return window, Authenticator(secret, self.clock)


@pytest_asyncio.fixture(loop_scope="session")
async def staffed(browser: Browser, tmp_path: Path) -> AsyncIterator[Staffed]:
    """A new site."""
    clock = Passing(now_ms)
    async with (
        served(tmp_path, now=clock, site_name="Harbour") as site,
        Town(browser, site) as town,
    ):
        yield Staffed(town, clock)


async def proves_it(window: Person, app: Authenticator) -> None:
    """Show once more who they are."""
    await window.dialog.get_by_label("Your own passphrase").fill(PASSPHRASE)
    await window.dialog.get_by_label("Six digits").fill(app.digits())
    await window.press("It is me")
    await expect(window.dialog).to_have_count(0)


async def finds(window: Person, handle: str) -> Locator:
    """Look a person up by their name: the card."""
    await window.page.get_by_label("Their name here, as they write it").fill(handle)
    await window.page.get_by_role("button", name="Find", exact=True).click()
    card = window.page.locator(".person-card")
    await expect(card.get_by_role("heading", name=handle)).to_be_visible()
    return card


async def test_who_has_not_set_up_their_app_sees_only_that(staffed: Staffed) -> None:
    town = staffed.town
    mora = await town.window(await town.settled("mora", Role.MODERATOR))
    await mora.menu("Looking after this place")
    await expect(mora.page.get_by_text("six digits")).to_be_visible()
    await expect(mora.page.get_by_role("heading")).to_have_text(
        ["Your rooms", "Looking after this place"]
    )
    await mora.page.get_by_role("link", name="Set it up").click()
    await set_up(mora, staffed.clock, PASSPHRASE)
    await expect(mora.page.get_by_text("It is set up.")).to_be_visible()
    await mora.page.get_by_role("link", name="Go to the rooms").click()
    await mora.care("People")
    await expect(mora.page.get_by_role("heading", name="Find a person")).to_be_visible()
    # Someone who is nobody's keeper has no such page.
    robin = await town.window(await town.known("robin"))
    await robin.page.goto(f"{town.url}/app/people")
    await expect(robin.page.get_by_text("for those who look after the place")).to_be_visible()


async def test_the_door_and_who_is_kept_out(staffed: Staffed) -> None:
    town = staffed.town
    window, _ = await staffed.staff("bo", Role.MODERATOR)
    page = window.page
    await window.care("Invitations")
    made = await invited(window, "For a flyer")
    await window.care("People")
    robin = await town.stranger()
    await robin.page.goto(made)
    await robin.comes_in("robin")
    await robin.sees_heading("Almost in")
    # It comes by itself, and is gone from the page once it is decided.
    await expect(page.get_by_text(re.compile("robin.*knocked today"))).to_be_visible()
    await page.get_by_role("button", name="Let robin in").click()
    await robin.sees_heading("Rooms")
    await expect(page.get_by_text("Nobody waits to be let in.")).to_be_visible()
    await expect(page.get_by_role("heading", name="At the door")).to_be_focused()

    await page.get_by_label("Their name here, as they write it").fill("nobody-of-that-name")
    await page.get_by_role("button", name="Find", exact=True).click()
    await expect(page.get_by_role("alert")).to_have_text("Nobody here has that name.")
    card = await finds(window, "Robin")
    await card.get_by_text("Keep them out for a while").click()
    await card.get_by_label("Why").select_option("It was advertising")
    await card.get_by_label("How long").select_option("A week")
    await card.get_by_role("button", name="Keep them out").click()
    await expect(robin.banner).to_contain_text("You can't write here for now.")
    await expect(card).to_contain_text("can't take part for now")
    await card.get_by_role("button", name="Let them back in").click()
    await card.get_by_role("button", name="Yes, let them in").click()
    await expect(card.get_by_text("Keep them out for a while")).to_be_visible()
    await robin.page.get_by_role("link", name="Sign in").click()
    await robin.sign_in("robin")
    await robin.sees_heading("Rooms")
    await card.get_by_role("button", name="Sign them out everywhere").click()
    await card.get_by_role("button", name="Yes, sign them out").click()
    await window.is_told("Signed out everywhere.")
    await expect(robin.banner).to_contain_text("You have been signed out.")

    await window.care("What I did")
    deeds = page.locator(".deeds li")
    await expect(deeds.filter(has_text="bo kept someone out")).to_have_count(1)
    await expect(page.locator(".deeds")).not_to_contain_text(UNTOLD)


async def invited(window: Person, what: str) -> str:
    """Make a link; what it is."""
    await window.page.get_by_label(re.compile(f"^{what}")).check()
    await window.page.get_by_role("button", name="Make the link").click()
    await expect(window.page.get_by_role("heading", name="Here it is")).to_be_focused()
    link = await window.page.get_by_label("The link").input_value()
    await window.page.get_by_role("button", name="Done").click()
    return link


async def test_an_invitation_is_a_link_a_picture_and_a_code(staffed: Staffed) -> None:
    town = staffed.town
    keeper = await town.known("mora", Role.MODERATOR)
    await town.site.room(keeper, name="Harbour wall", access="invite")
    bo, _ = await staffed.staff("bo", Role.MODERATOR)
    await bo.care("Invitations")
    await bo.page.get_by_label("Into which room").select_option("Harbour wall")
    await bo.page.get_by_role("button", name="Make the link").click()
    await expect(bo.page.get_by_text("This link works only on this computer.")).to_be_visible()
    code = await bo.page.locator(".big-code").inner_text()
    link = await bo.page.get_by_label("The link").input_value()
    assert link.startswith(f"{town.url}/sign-up#") and link.endswith(code)
    picture = bo.page.get_by_role("img", name="The same link as a picture")
    assert await picture.evaluate("(image) => image.complete && image.naturalWidth > 0")
    await bo.page.get_by_role("button", name="Done").click()
    await expect(bo.page.get_by_text(code)).to_have_count(0)
    card = bo.page.locator(".card").filter(has_text="into Harbour wall")
    await expect(card).to_contain_text("Works until")

    # By hand, as it was read out.
    wren = await town.stranger()
    await wren.page.goto(f"{town.url}/sign-up")
    await wren.page.get_by_label("Invitation").fill(code.lower().replace("-", " "))
    await wren.comes_in("wren")
    await expect(wren.room_link("Harbour wall")).to_be_visible()
    # Used is used; and whoever is here already spends nobody's invitation.
    other = await invited(bo, "For one person")
    await expect(bo.page.get_by_text("Used, taken back or run out")).to_be_visible()
    robin = await town.window(await town.known("robin"))
    await robin.page.get_by_text("I was given a code").click()
    for given, told in ((code, "no longer valid"), (other, "You are here already.")):
        await robin.page.get_by_label("The code, or the whole link").fill(given)
        await robin.page.get_by_role("button", name="Use it").click()
        await expect(robin.page.get_by_role("main")).to_contain_text(told)

    await card_of(bo, "Works until").get_by_role("button", name="Take it back").click()
    await card_of(bo, "Works until").get_by_role("button", name="Yes, take it back").click()
    await bo.is_told("Taken back: it opens nothing any more.")
    await expect(bo.page.get_by_role("heading", name="that still work")).to_be_focused()
    await expect(bo.page.get_by_role("button", name="Take it back")).to_have_count(0)


def card_of(window: Person, words: str) -> Locator:
    """The first card with these words."""
    return window.page.locator(".card").filter(has_text=words).first


async def test_two_administrators_agree_on_a_role(staffed: Staffed) -> None:
    town = staffed.town
    ada, ada_app = await staffed.staff("ada", Role.ADMIN)
    bo, bo_app = await staffed.staff("bo", Role.ADMIN)
    robin = await town.window(await town.known("robin"))
    card = await finds(ada, "robin")
    await card.get_by_text("Give or take back a role").click()
    await expect(card.get_by_text("Giving one takes two administrators.")).to_be_visible()
    # The act is named, and this one is asked twice.
    await card.get_by_label("What they are to be").select_option("An administrator")
    await card.get_by_role("button", name="Make robin an administrator").click()
    await expect(card.get_by_role("button", name="Yes, an administrator")).to_be_focused()
    await expect(ada.dialog).to_have_count(0)
    await card.get_by_label("What they are to be").select_option("A moderator")
    await card.get_by_role("button", name="Make robin a moderator").click()
    await expect(ada.dialog).to_be_visible()
    await ada.page.keyboard.press("Escape")
    await expect(ada.page.get_by_text("proposes robin")).to_have_count(0)
    await card.get_by_role("button", name="Make robin a moderator").click()
    await proves_it(ada, ada_app)
    await expect(card.get_by_text("Another administrator has to agree.")).to_be_visible()
    await expect(ada.page.get_by_text("ada proposes robin as a moderator.")).to_be_visible()
    await expect(ada.page.get_by_role("button", name="Agree")).to_have_count(0)

    await expect(bo.page.get_by_text("ada proposes robin as a moderator.")).to_be_visible()
    await bo.page.get_by_role("button", name="Agree").click()
    await bo.page.get_by_role("button", name="Yes, I agree").click()
    await proves_it(bo, bo_app)
    await expect(bo.page.get_by_text("ada made robin a moderator.")).to_be_visible()
    await expect(robin.banner).to_contain_text("What you may do here has changed")
    await expect(ada.page.get_by_text("not set up yet")).to_be_visible()
    await ada.care("What was done")
    deeds = ada.page.locator(".deeds")
    await expect(deeds).to_contain_text("bo agreed to a role for robin.")
    await expect(deeds).not_to_contain_text(UNTOLD)
    await ada.care("People")

    # And an account that is closed stays so until it is opened.
    wren = await town.window(await town.known("wren"))
    card = await finds(ada, "wren")
    await card.get_by_role("button", name="Close the account").click()
    await card.get_by_role("button", name="Yes, close it").click()
    await expect(wren.banner).to_contain_text("This account has been closed.")
    await card.get_by_role("button", name="Open the account again").click()
    await card.get_by_role("button", name="Yes, open it").click()
    await expect(card.get_by_role("button", name="Close the account")).to_be_visible()


async def test_a_report_is_seen_to(town: Town) -> None:
    keeper, robin = await town.known("mora", Role.MODERATOR), await town.known("robin")
    room_id = await town.site.room(keeper, name="Evening")
    await town.says(robin, room_id, "unkind words")
    (said,) = (await town.site.command(keeper, "room.open", room_id=room_id))["entries"]
    report = {"message_id": said["message_id"], "reason": "unkind", "nonce": "a nonce of its own"}
    await town.site.command(keeper, "message.report", **report)
    mora = await town.window(keeper)
    await mora.menu("Follow-up")
    await mora.page.get_by_role("link", name="Reports").click()
    await mora.page.get_by_role("button", name="Seen to").click()
    await expect(mora.page.get_by_text("Seen to: It is unkind")).to_be_visible()
    await expect(mora.page.get_by_text("unkind words")).to_be_hidden()
    await mora.page.reload()
    await mora.page.get_by_text("Seen to: It is unkind").click()
    await expect(mora.page.get_by_text("unkind words")).to_be_visible()
    await expect(mora.page.get_by_role("button", name="Seen to")).to_have_count(0)


async def test_a_report_that_nobody_can_see_is_told_to_administrators(town: Town) -> None:
    keeper, robin = await town.known("mora", Role.MODERATOR), await town.known("robin")
    ada = await town.window(await town.known("ada", Role.ADMIN))
    await ada.care("People")
    await expect(ada.page.get_by_role("heading", name="Who looks after this place")).to_be_visible()
    told = ada.page.get_by_text("A report waits that no moderator can see.")
    await expect(told).to_have_count(0)
    room_id = await town.site.room(keeper, name="Evening")
    await town.site.join(room_id, robin)
    await town.says(keeper, room_id, "unkind words")
    (said,) = (await town.site.command(keeper, "room.open", room_id=room_id))["entries"]
    report = {"message_id": said["message_id"], "reason": "unkind", "nonce": "a nonce of its own"}
    await town.site.command(robin, "message.report", **report)
    await ada.page.reload()
    # There is one, and it is nobody else's to read.
    await expect(told).to_contain_text("Name another moderator.")
    box, page = await told.bounding_box(), ada.page.locator("header.top")
    head = await page.bounding_box()
    assert box and head and box["y"] > head["y"] + head["height"] and box["x"] > 0
    # Not what it says, nor about whom.
    assert "unkind" not in await ada.page.content()
