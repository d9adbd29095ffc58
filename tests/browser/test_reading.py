"""Reading: what is new, where one left off, what was said long ago, and drafts."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import expect

from rooms.people.person import Role
from tests.browser.person import BODIES
from tests.browser.town import Pair

THEY_HAVE = [("390", "320")]
PLACE_OF_THE_TOP_ROW = """() => {
  const log = document.querySelector('[role=log]');
  const top = log.getBoundingClientRect().top;
  const row = [...log.querySelectorAll('article')].find(
    (each) => each.getBoundingClientRect().bottom > top);
  return [row.querySelector('.words').innerText.trim(), row.getBoundingClientRect().top - top];
}"""


LOOK = """(how) => {
  Object.defineProperty(document, 'visibilityState', {configurable: true, get: () => how});
  document.dispatchEvent(new Event('visibilitychange'));
}"""


async def test_what_is_new_is_counted_and_marked(pair: Pair) -> None:
    mora, robin, _, _, name = pair
    await robin.say("seen before")
    await mora.sees("seen before")
    await robin.hits(robin.page.get_by_role("link", name="All rooms"))
    await robin.sees_heading("Rooms")
    await mora.say("first", "second")
    await expect(robin.room_link(name).locator(".count")).to_have_text(re.compile(r"2\s+new"))
    await mora.say("@robin are you there?")
    badge = robin.room_link(name).locator(".count")
    await expect(badge).to_have_text(re.compile(r"3\s+new, you are mentioned"))
    await robin.hits(robin.room_link(name))
    line = robin.log.get_by_text("New messages")
    await expect(line).to_be_visible()
    rows = await robin.log.locator(".msg .words, .new-line").all_inner_texts()
    assert [row.strip() for row in rows] == [
        "seen before", "New messages", "first", "second", "@robin are you there?",
    ]  # fmt: skip
    await expect(robin.message("@robin are you there?")).to_have_class(re.compile("names-me"))
    await expect(badge).to_have_count(0)
    await robin.page.reload()
    await expect(robin.log.locator(BODIES)).to_have_count(4)
    await expect(badge).to_have_count(0)


async def test_a_draft_survives_a_reload(pair: Pair) -> None:
    mora, robin, *_ = pair
    await mora.say("how are you?")
    await robin.act("how are you?", "Reply")
    await robin.field.fill("I don't know how to say")
    await robin.page.reload()
    await expect(robin.field).to_have_value("I don't know how to say")
    await expect(robin.page.get_by_text("Answering mora how are you?")).to_be_visible()
    await robin.field.press("End")
    await robin.field.press_sequentially(" it")
    await robin.sends()
    await mora.sees("how are you?", "I don't know how to say it")
    await robin.page.reload()
    await expect(robin.field).to_have_value("")


async def test_search_finds_what_was_said(pair: Pair) -> None:
    mora, robin, town, _, name = pair
    page = robin.page
    await mora.say("the meeting is at eight", "bring tea", "EIGHT, not nine")
    await robin.room_menu("Search in this room")
    box = robin.dialog.get_by_role("searchbox")
    await box.fill("eight")
    await box.press("Enter")
    await expect(robin.dialog.locator(".found .words")).to_have_text(
        ["EIGHT, not nine", "the meeting is at eight"]
    )
    await expect(robin.dialog.locator(".found bdi")).to_have_text(["mora", "mora"])
    assert "eight" not in robin.page.url
    await box.fill("coffee")
    await box.press("Enter")
    await expect(robin.dialog.get_by_text("Nothing found.")).to_be_visible()

    # By whom, and when; and from everywhere to where it was said.
    await page.keyboard.press("Escape")
    await robin.say("eight it is")
    await expect(robin.message("eight it is")).to_be_visible()
    other = "The other room"
    hazel = await town.known("hazel", Role.MODERATOR)
    other_id = await town.site.room(hazel, name=other)
    await robin.page.get_by_role("link", name="All rooms").click()
    await robin.page.get_by_role("button", name=re.compile(f"Look in.*{other}")).click()
    await robin.press("Come in")
    await robin.sees_heading(other)
    await town.says(hazel, other_id, "eight elsewhere")
    await expect(robin.message("eight elsewhere")).to_be_visible()
    here = ["eight it is", "EIGHT, not nine", "the meeting is at eight"]
    everywhere = ["eight elsewhere", *here]
    await page.goto(f"{robin.url}/app/search")
    found = page.locator(".found .words")
    await page.get_by_text("Where, by whom, when").click()
    await page.get_by_label("Said by").fill("@robin")
    await page.get_by_role("searchbox").fill("eight")
    await page.keyboard.press("Enter")
    await expect(found).to_have_text(["eight it is"])
    # In this room and not in another.
    await page.get_by_label("Said by").fill("")
    for where, bodies in ((other, ["eight elsewhere"]), (name, here), ("All my rooms", everywhere)):
        await page.get_by_role("combobox", name="Room").select_option(label=where)
        await page.get_by_role("button", name="Search", exact=True).click()
        await expect(found).to_have_text(bodies)
    await page.get_by_label("Said by").fill("@robin")
    await page.get_by_label("Up to this day").fill("2020-02-29")
    await page.get_by_role("button", name="Search", exact=True).click()
    await expect(page.get_by_text("Nothing found.")).to_be_visible()
    await page.get_by_label("Up to this day").fill("")
    await page.get_by_label("From this day on").fill("2020-02-29")
    await page.get_by_role("button", name="Search", exact=True).click()
    await expect(found).to_have_text(["eight it is"])
    await page.get_by_role("link", name="Show it in its place").click()
    await robin.sees_heading(name)
    await expect(robin.message("eight it is")).to_be_focused()


async def test_a_long_room_opens_where_one_left_off_and_is_read_back_without_a_jump(
    pair: Pair,
) -> None:
    mora, robin, town, room_id, name = pair
    await robin.hits(robin.page.get_by_role("link", name="All rooms"))
    await town.says(await town.known("sky"), room_id, *(f"line {at}" for at in range(130)))
    await robin.enters(name)
    await expect(robin.log.get_by_text("New messages")).to_be_in_viewport()
    await expect(robin.log.get_by_text("line 0", exact=True)).to_be_in_viewport()
    await robin.hits(robin.page.get_by_role("button", name="new, go to the latest"))
    await expect(robin.log.get_by_text("line 129", exact=True)).to_be_in_viewport()

    # Everything is read now: the next time the newest are there, and older ones on the way up.
    await expect(robin.room_link(name).locator(".count")).to_have_count(0)
    await robin.hits(robin.page.get_by_role("link", name="All rooms"))
    await robin.enters(name)
    await expect(robin.log.locator(BODIES)).to_have_count(50)
    await robin.log.evaluate("(log) => { log.scrollTop = 500; }")
    words, place = await robin.page.evaluate(PLACE_OF_THE_TOP_ROW)
    await expect(robin.log.locator(BODIES)).to_have_count(100)
    words_after, place_after = await robin.page.evaluate(PLACE_OF_THE_TOP_ROW)
    assert words_after == words
    assert abs(place_after - place) < 2

    # Far from the end, new words don't move the page; a button leads to them.
    await mora.say("are you there?")
    to_end = robin.page.get_by_role("button", name="1 new, go to the latest")
    await expect(to_end).to_be_visible()
    assert (await robin.page.evaluate(PLACE_OF_THE_TOP_ROW))[0] == words
    await to_end.click()
    await expect(robin.log.get_by_text("are you there?", exact=True)).to_be_in_viewport()


@pytest.mark.at_desks
async def test_only_what_was_seen_counts_as_read(pair: Pair) -> None:
    mora, robin, _, _, name = pair
    badge = robin.room_link(name).locator(".count")
    await robin.page.evaluate(LOOK, "hidden")
    await mora.say("while you look elsewhere")
    await expect(robin.message("while you look elsewhere")).to_be_attached()
    await robin.log.evaluate("(log) => log.dispatchEvent(new Event('scroll'))")
    await expect(badge).to_have_text(re.compile(r"1\s+new"))
    await robin.page.evaluate(LOOK, "visible")
    await expect(robin.log.get_by_text("New messages")).to_be_visible()
    await expect(badge).to_have_count(0)
    # The line stays for as long as one is in the room.
    await mora.say("and another")
    await expect(robin.message("and another")).to_be_visible()
    await expect(robin.log.get_by_text("New messages")).to_be_visible()
