"""By a flyer on a wall, under a name that was suggested: from the link to the first room."""

from __future__ import annotations

import re

from playwright.async_api import expect

from rooms.people.person import Role
from tests.browser.town import DEVICES, Town


async def test_someone_knocks_by_a_flyer_and_is_let_in(town: Town) -> None:
    mora = await town.known("mora", Role.MODERATOR)
    room_id = await town.site.room(mora, name="Evening", access="request")
    made = await town.site.command(
        mora, "invite.create", kind="knock", room_id=room_id, valid_h=8760
    )
    robin = await town.stranger(**DEVICES["390"])
    page = robin.page
    await page.goto(made["link"])
    await expect(page.get_by_text("By this link you ask to be let in.")).to_be_visible()
    await expect(page.get_by_label("Invitation")).to_have_value(made["code"])
    await expect(page.get_by_label("Invitation")).to_be_hidden()
    assert "#" not in page.url

    field = page.get_by_label("A name for you here")
    names = page.locator("[data-suggestions]").get_by_role("button")
    await expect(names).to_have_count(4)
    before = await names.all_inner_texts()
    await robin.hits(names.filter(has_text="Others"))
    await expect(names.first).not_to_have_text(before[0])
    await expect(names).to_have_count(4)
    await expect(field).to_have_value("")
    chosen = await names.first.inner_text()
    await robin.hits(names.first)
    await expect(field).to_have_value(chosen)
    await expect(field).to_be_focused()

    await robin.sign_up(chosen)
    await robin.sees_heading(f"You have knocked, {chosen}")
    await expect(page.locator(".codes li")).to_have_count(10)
    await robin.goes_on()
    await expect(page.get_by_text(re.compile("told", re.IGNORECASE)).first).to_be_visible()
    await expect(robin.room_link("Evening")).to_have_count(0)

    waiting = await town.site.command(mora, "room.members", room_id=room_id)
    (knocked,) = [each for each in waiting["people"] if each["standing"] == "waiting"]
    await town.site.command(
        mora, "room.admit", room_id=room_id, user_id=knocked["person"]["user_id"]
    )
    await expect(robin.room_link("Evening")).to_be_visible()
    await robin.enters("Evening")
    await robin.say("Thank you for letting me in")
    await robin.sees("Thank you for letting me in")


async def test_a_code_that_was_read_out_works_without_javascript(town: Town) -> None:
    mora = await town.known("mora", Role.MODERATOR)
    made = await town.site.command(mora, "invite.create", kind="invite", valid_h=24)
    robin = await town.stranger(java_script_enabled=False)
    page = robin.page
    await page.goto(f"{town.url}/sign-up")
    await expect(page.locator("[data-name]")).to_have_count(3)
    await page.get_by_label("Invitation").fill(made["code"].lower().replace("-", " "))
    await robin.sign_up("robin", "short")
    await expect(page.locator("#passphrase-problem")).to_be_visible()
    await expect(page.get_by_label("I am 18 or over")).to_be_checked()
    await expect(page.get_by_label("I have read how we are with each other")).to_be_checked()
    await robin.comes_in("robin")
    await robin.sees_heading("The rooms need JavaScript")
    again = await town.stranger(java_script_enabled=False)
    await again.page.goto(f"{town.url}/sign-up")
    await again.page.get_by_label("Invitation").fill(made["code"])
    await again.sign_up("wren")
    await expect(again.page.locator("#invite-problem")).to_contain_text("has been used")


async def test_someone_invited_into_a_room_reads_its_guidelines_at_the_door(town: Town) -> None:
    mora = await town.known("mora", Role.MODERATOR)
    room_id = await town.site.room(mora, name="Quiet", access="invite", guidelines="No advice.")
    made = await town.site.command(
        mora, "invite.create", kind="invite", room_id=room_id, valid_h=24
    )
    robin = await town.stranger(**DEVICES["320"])
    page = robin.page
    await page.goto(made["link"])
    await robin.comes_in("robin")
    await robin.sees_heading("Quiet")
    await expect(page.locator(".guidelines")).to_have_text("No advice.")
    await expect(page.get_by_text("no guidelines of its own")).to_have_count(0)
    # Nor after a reload, where the door is all there is.
    await page.reload()
    await expect(page.locator(".guidelines")).to_have_text("No advice.")
    await robin.hits(page.get_by_role("button", name="I have read this. Come in"))
    await expect(robin.log).to_be_visible()
    await robin.say("Here I am")
    await robin.sees("Here I am")


async def test_a_flyer_for_an_open_room_needs_one_yes_alone(town: Town) -> None:
    mora = await town.known("mora", Role.MODERATOR)
    room_id = await town.site.room(mora, name="Walk")
    made = await town.site.command(mora, "invite.create", kind="knock", room_id=room_id, valid_h=24)
    robin = await town.stranger(**DEVICES["320"])
    await robin.page.goto(made["link"])
    await robin.sign_up("robin")
    await robin.sees_heading("You have knocked, robin")
    await robin.goes_on()
    (waiting,) = (await town.site.command(mora, "staff.overview"))["waiting"]
    await town.site.command(mora, "user.admit", user_id=waiting["user_id"])
    await robin.enters("Walk")
    await robin.say("Here I am")
    await robin.sees("Here I am")


async def test_an_invitation_stays_in_no_address(town: Town) -> None:
    mora = await town.known("mora", Role.MODERATOR)
    room_id = await town.site.room(mora, name="Quiet", access="invite")
    made = await town.site.command(
        mora, "invite.create", kind="invite", room_id=room_id, valid_h=24
    )

    # Into the page that is open already.
    stranger = await town.stranger()
    await stranger.page.goto(f"{town.url}/sign-up")
    await stranger.page.evaluate("link => location.assign(link)", made["link"])
    await expect(stranger.page.get_by_label("Invitation")).to_have_value(made["code"])
    assert stranger.page.url == f"{town.url}/sign-up"

    # By someone who is here already: it waits, filled in, where codes are used.
    robin = await town.window(await town.known("robin"), **DEVICES["320"])
    await robin.page.goto(made["link"])
    await expect(robin.page.get_by_label("The code, or the whole link")).to_have_value(made["code"])
    assert robin.page.url == f"{town.url}/app"
    await robin.hits(robin.page.get_by_role("button", name="Use it"))
    await robin.sees_heading("Quiet")
