"""Coming in, being let in, and going: what the door of a room says."""

from __future__ import annotations

import re

from playwright.async_api import expect

from rooms.people.person import Role
from tests.browser.test_first_minutes import open_a_room
from tests.browser.town import Pair

THEY_HAVE = [("desktop", "320"), ("390", "desktop")]


async def test_someone_asks_to_come_in_and_is_let_in(pair: Pair) -> None:
    mora, robin, *_ = pair
    await mora.hits(mora.page.get_by_role("link", name="All rooms"))
    await open_a_room(mora.page, "Quiet", guidelines="No advice.", access="On request")
    await mora.sees_heading("Quiet")
    await mora.say("before you came")

    await robin.hits(robin.page.get_by_role("link", name="All rooms"))
    await robin.hits(robin.page.get_by_role("button", name=re.compile("Look in.*Quiet")))
    await expect(robin.dialog).to_contain_text("No advice.")
    await robin.press("Ask to come in")
    await robin.is_told("Your request is kept. Those who keep this room can see it.")
    await expect(robin.room_link("Quiet")).to_contain_text("waiting")

    await expect(mora.presence).to_contain_text("at the door")
    await expect(await mora.in_my_rooms("Quiet")).to_contain_text("1 at the door")
    await mora.enters("Quiet")
    await mora.hits(mora.presence)
    await expect(mora.dialog.locator(".person").filter(has_text="robin")).to_be_visible()
    await mora.press("Let in")
    await expect(robin.room_link("Quiet")).not_to_contain_text("waiting")
    await robin.enters("Quiet")
    await mora.page.keyboard.press("Escape")
    await mora.say("welcome")
    # What was said before they came is not theirs to read.
    await robin.sees("welcome")


async def test_a_new_rooms_words_stay_in_their_fields_whatever_is_said_meanwhile(
    pair: Pair,
) -> None:
    mora, robin, _, _, name = pair
    await mora.hits(mora.page.get_by_role("link", name="All rooms"))
    await mora.hits(mora.page.get_by_role("button", name="Open a new room"))
    words = {"Name": "Morning", "What it is for": "A cup of tea", "Guidelines": "Be kind."}
    for label, written in words.items():
        await mora.dialog.get_by_label(label).first.fill(written)
    await mora.dialog.get_by_label("By invitation").check()
    await robin.say("is somebody here")
    await expect(mora.room_link(name).locator(".count")).to_have_text(re.compile(r"1\s+new"))
    for label, written in words.items():
        await expect(mora.dialog.get_by_label(label).first).to_have_value(written)
    await expect(mora.dialog.get_by_label("By invitation")).to_be_checked()
    await mora.press("Open the room")
    await mora.sees_heading("Morning")


async def test_a_room_by_invitation_is_not_shown_to_others(pair: Pair) -> None:
    mora, robin, *_ = pair
    await mora.hits(mora.page.get_by_role("link", name="All rooms"))
    await open_a_room(mora.page, "Hidden", access="By invitation")
    await mora.sees_heading("Hidden")
    await robin.hits(robin.page.get_by_role("link", name="All rooms"))
    await expect(robin.page.get_by_text("There are no others just now.")).to_be_visible()
    await robin.page.goto(mora.page.url)
    await expect(robin.page.get_by_role("alert")).to_have_text(
        "It isn't here, or it isn't open to you."
    )
    assert "Hidden" not in await robin.page.content()


async def test_whoever_is_invited_sees_it_first_and_comes_in_by_one_button(pair: Pair) -> None:
    _, _, town, *_ = pair
    keeper = await town.known("keeper-of-the-wall", Role.MODERATOR)
    invited = await town.known("wren-who-is-new")
    room_id = await town.site.room(keeper, name="Harbour wall", access="invite")
    wren = await town.window(invited)
    await town.site.command(keeper, "room.admit", room_id=room_id, user_id=invited.user_id)
    await expect(wren.page.get_by_role("main").get_by_role("heading", level=2).first).to_have_text(
        "You are invited"
    )
    await wren.hits(wren.page.get_by_role("link", name="Come in: Harbour wall"))
    await wren.sees_heading("Harbour wall")
    await wren.hits(wren.page.get_by_role("button", name="Come in"))
    await expect(wren.field).to_be_visible()
    await wren.hits(wren.page.get_by_role("link", name="All rooms"))
    await expect(wren.page.get_by_text("You are invited")).to_have_count(0)


async def test_leaving_asks_once_more_and_closes_the_room(pair: Pair) -> None:
    mora, robin, _, room_id, name = pair
    await robin.say("good night")
    await expect(mora.presence).to_have_text("2 here")
    await robin.room_menu("Leave this room", "Yes, leave.")
    await robin.sees_heading("Rooms")
    await expect(robin.room_link(name)).to_have_count(0)
    # The count falls; nobody is told who went.
    await expect(mora.presence).to_have_text("1 here")
    await mora.sees("good night")
    assert "left" not in await mora.log.inner_text()
    await robin.page.goto(f"{robin.url}/app/rooms/{room_id}")
    await expect(robin.page.get_by_role("button", name="Come in")).to_be_visible()


async def test_members_are_listed_as_they_wish(pair: Pair) -> None:
    _, robin, *_ = pair
    await robin.hits(robin.presence)
    await expect(robin.dialog.get_by_role("heading", level=2)).to_have_text("2 here now, 2 members")
    await expect(
        robin.dialog.get_by_text("Nobody else shows their name; you can, under Menu.")
    ).to_be_visible()
    assert "mora" not in await robin.dialog.locator(".people").all_inner_texts()


async def test_a_muted_person_reads_along_and_is_told_until_when(pair: Pair) -> None:
    mora, robin, *_ = pair
    await robin.field.fill("half a thought")
    await mora.hits(mora.presence)
    await mora.hits(mora.dialog.get_by_role("button", name="What to do about robin"))
    # While its reason is asked for, nothing else can be pressed; and it can be left.
    others = mora.dialog.get_by_role("button", name="Remove", exact=True)
    await mora.press("Mute a day")
    await expect(mora.dialog.get_by_role("group", name="Mute a day: why?")).to_be_visible()
    await expect(others).to_have_count(0)
    await mora.press("Not now")
    await expect(others).to_be_visible()
    await mora.press("Mute 15 minutes", "It is unkind")
    told = robin.page.locator(".read-only")
    words = re.compile(
        r"You can read along here until .*something you wrote was unkind.*If you see it differently"
    )
    await expect(told).to_have_text(words)
    await expect(robin.field).to_have_count(0)
    await robin.page.reload()
    await expect(told).to_have_text(words)
    # What was pressed is gone from the list; the focus stays with the person it was about.
    about = mora.dialog.get_by_role("button", name="What to do about robin")
    await expect(about).to_be_focused()
    await mora.press("Let them write again")
    await expect(robin.field).to_have_value("half a thought")
    await expect(about).to_be_focused()
