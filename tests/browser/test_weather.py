"""One of two people loses the network in mid-sentence, and comes back."""

from __future__ import annotations

import asyncio
import re

from playwright.async_api import expect

from rooms.people.person import Role
from tests.browser.crossing import Crossing
from tests.browser.person import BODIES, both
from tests.browser.test_reading import LOOK, PLACE_OF_THE_TOP_ROW
from tests.browser.town import Town

# From now on only what happens makes anything happen, no passing of time.
NO_TIMERS = """() => {
  const { setTimeout } = window;
  window.setTimeout = (then, ms = 0, ...given) => ms < 100 ? setTimeout(then, ms, ...given) : 0;
}"""


async def test_an_answer_lost_on_the_way_doubles_nothing(ferry: Crossing) -> None:
    """The words arrive, the answer does not: the one case in which a retry could double them."""
    mora, robin, line = ferry.mora, ferry.robin, ferry.line
    await both(robin.watches_for_doubles(), mora.watches_for_doubles())
    await robin.say("I was dry for")
    await mora.sees("I was dry for")
    line.go_deaf()
    await robin.say("a week, until")
    # mora has it; robin can't know that yet, and goes on writing.
    await mora.sees("I was dry for", "a week, until")
    await asyncio.wait_for(line.swallowed.wait(), 20)
    await expect(robin.log.locator("[data-pending]")).to_contain_text("Sending …")
    await robin.say("yesterday.")
    await robin.field.fill("And th")
    line.cut()
    await mora.say("We are here.")
    await expect(robin.banner).to_contain_text("Connecting again … What you write is kept.")
    # What can be relied on is told as well.
    await expect(robin.banner).to_contain_text(re.compile(r"Everything up to \d+:\d\d.* is here"))
    await expect(robin.log.locator("[data-pending]")).to_have_count(2)
    await robin.field.press_sequentially("en")

    line.mend()
    in_order = ["I was dry for", "a week, until", "We are here.", "yesterday."]
    await both(robin.sees(*in_order), mora.sees(*in_order))
    await expect(robin.banner).to_have_count(0)
    await expect(robin.field).to_have_value("And then")
    await robin.field.press("Enter")
    for person in (robin, mora):
        await person.sees(*in_order, "And then")
        await person.saw_nothing_twice()
        await person.page.reload()
        await person.sees(*in_order, "And then")


async def test_words_written_offline_go_out_once_even_after_a_reload(ferry: Crossing) -> None:
    mora, robin, line = ferry.mora, ferry.robin, ferry.line
    await robin.has_help_lines()
    line.cut()
    await robin.page.context.set_offline(True)
    await expect(robin.banner).to_contain_text("You are offline. What you write is kept.")
    await robin.say("one", "two")
    pending = robin.log.locator("[data-pending]")
    await expect(pending).to_have_count(2)
    await expect(pending.first).to_contain_text("Kept. It goes out when you are back.")

    # Help is never kept for later: it says so, and shows who answers without the internet.
    await robin.page.get_by_role("button", name="Help now").click()
    await robin.press("I need to talk")
    await expect(robin.dialog.locator(".outcome")).to_have_text(
        "Not sent: you are offline. Choose your country below: "
        "its numbers work without the internet."
    )
    await robin.dialog.get_by_label("Your country").select_option(label="United States")
    await expect(robin.dialog.locator("a[href^='tel:']").first).to_be_visible()
    await robin.page.keyboard.press("Escape")
    await mora.say("where are you?")

    line.mend()
    await robin.page.context.set_offline(False)
    for person in (robin, mora):
        await expect(person.log.locator(BODIES)).to_have_count(3)
    order = await mora.bodies()
    assert sorted(order) == ["one", "two", "where are you?"]
    assert order.index("one") < order.index("two")
    await robin.sees(*order)
    await expect(robin.banner).to_have_count(0)
    await robin.page.reload()
    await robin.sees(*order)


async def test_lines_that_have_not_come_are_not_promised(ferry: Crossing) -> None:
    """The line goes before they are here: nothing points to them, and they come with it."""
    robin, line = ferry.robin, ferry.line
    page = robin.page
    await page.route("**/helplines*", lambda route: route.abort())
    await page.evaluate("localStorage.removeItem('chat.helplines')")
    await page.reload()
    await robin.log.wait_for()
    line.cut()
    await page.context.set_offline(True)
    await expect(robin.banner).to_contain_text("You are offline.")
    await page.get_by_role("button", name="Help now").click()
    await robin.press("I need to talk")
    outcome = robin.dialog.locator(".outcome")
    await expect(outcome).to_have_text("Not sent: you are offline.")
    country = robin.dialog.get_by_label("Your country")
    await expect(country).to_have_count(0)

    await page.unroute("**/helplines*")
    line.mend()
    await page.context.set_offline(False)
    await country.select_option(label="United States")
    await expect(robin.dialog.locator("a[href^='tel:']").first).to_be_visible()


async def test_unsent_words_outlive_the_tab(ferry: Crossing) -> None:
    """The browser is closed before the network is back."""
    mora, robin, line = ferry.mora, ferry.robin, ferry.line
    line.cut()
    await robin.say("don't lose this")
    await expect(robin.log.locator("[data-pending]")).to_have_count(1)
    context = robin.page.context
    await robin.page.close()
    line.mend()
    page = await context.new_page()
    await page.goto(f"{robin.url}/app")
    await mora.sees("don't lose this")
    again = type(robin)(page, robin.url, "robin")
    await again.goes_to(ferry.room_id)
    await again.sees("don't lose this")
    await page.reload()
    await again.sees("don't lose this")
    await mora.sees("don't lose this")


async def test_on_another_network_the_dead_line_is_noticed_at_once(ferry: Crossing) -> None:
    """The old connection looks alive and carries nothing: nobody waits for it to time out."""
    mora, robin, line = ferry.mora, ferry.robin, ferry.line
    line.strand()
    await mora.say("are you there?")
    await robin.say("on my way")
    # The browser tells that the network is another one; nothing was heard of the old one's end.
    await robin.page.evaluate("dispatchEvent(new Event('online'))")
    for person in (robin, mora):
        await person.sees("are you there?", "on my way")
    await expect(robin.banner).to_have_count(0)


async def test_back_in_the_tab_one_is_connected_at_once(ferry: Crossing) -> None:
    """Nobody waits for a timer that a browser may have slowed down while it looked elsewhere."""
    mora, robin, line = ferry.mora, ferry.robin, ferry.line
    await robin.page.evaluate(NO_TIMERS)
    line.cut()
    await robin.say("in my pocket")
    await expect(robin.log.get_by_text("Kept. It goes out when you are back.")).to_be_visible()
    await robin.page.evaluate(LOOK, "hidden")
    line.mend()
    await mora.say("still here?")
    await robin.page.evaluate(LOOK, "visible")
    for person in (robin, mora):
        await person.sees("still here?", "in my pocket")


async def test_far_back_in_a_long_room_the_line_goes_and_comes_back(ferry: Crossing) -> None:
    """What can't be had is said; what is read stays where it is, and the rest comes by itself."""
    robin, line, page = ferry.robin, ferry.line, ferry.robin.page
    await read_back_in_a_long_room(ferry)
    held = robin.log.locator(BODIES)

    line.cut()
    await expect(robin.banner).to_contain_text("Connecting again")
    before = await held.count()
    await robin.log.evaluate("(log) => { log.scrollTop = 0; }")
    await expect(robin.log.get_by_text("There is more here when you are back.")).to_be_in_viewport()
    await expect(held).to_have_count(before)
    # Far from what is held: neither by a quote nor by a key, and it isn't said to be gone.
    quote = robin.message("do you remember?").get_by_role("button", name=re.compile("^Answers:"))
    await quote.click()
    await robin.is_told("That can't be shown just now. Please try again.")
    await robin.message("do you remember?").focus()
    await page.keyboard.press("Home")
    await robin.is_told("That can't be shown just now. Please try again.")
    await robin.log.evaluate("(log) => { log.scrollTop = 300; }")
    words, place = await page.evaluate(PLACE_OF_THE_TOP_ROW)

    line.mend()
    await expect(robin.banner).to_have_count(0)
    await expect(held).to_have_count(before + 50)
    words_after, place_after = await page.evaluate(PLACE_OF_THE_TOP_ROW)
    assert words_after == words
    assert abs(place_after - place) < 2
    await ferry.mora.say("are you there?")
    await expect(page.get_by_role("button", name="1 new, go to the latest")).to_be_visible()
    assert (await page.evaluate(PLACE_OF_THE_TOP_ROW))[0] == words
    await quote.click()
    await expect(robin.message("line 3")).to_be_focused()


async def read_back_in_a_long_room(ferry: Crossing) -> None:
    """What is new is read, and one page of what was said before that is there."""
    robin = ferry.robin
    mora = ferry.accounts[0]
    await robin.page.get_by_role("link", name="All rooms").click()
    lines = [f"line {at}" for at in range(200)]
    await ferry.town.says(mora, ferry.room_id, *lines[:140])
    page = await ferry.site.command(mora, "log.after", room_id=ferry.room_id, seq=0)
    third = next(each for each in page["messages"] if each["body"] == "line 3")
    reply = {"nonce": "reply", "body": "do you remember?", "reply_to": third["message_id"]}
    await ferry.site.command(mora, "message.post", room_id=ferry.room_id, **reply)
    await ferry.town.says(mora, ferry.room_id, *lines[140:])
    await robin.enters("Evening")
    await robin.page.get_by_role("button", name="new, go to the latest").click()
    await expect(robin.log.get_by_text("line 199", exact=True)).to_be_in_viewport()
    await expect(robin.room_link("Evening").locator(".count")).to_have_count(0)
    await robin.page.get_by_role("link", name="All rooms").click()
    await robin.enters("Evening")
    await expect(robin.log.locator(BODIES)).to_have_count(50)
    await robin.log.evaluate("(log) => { log.scrollTop = 500; }")
    await expect(robin.log.locator(BODIES)).to_have_count(100)


async def test_a_part_that_did_not_come_is_asked_for_again(town: Town) -> None:
    """Browsers may remember for good that a module failed: one lost answer must not cost a menu."""
    mora = await town.known("mora", Role.MODERATOR)
    robin = await town.known("robin")
    room_id = await town.site.room(mora, name="Evening")
    await town.site.join(room_id, robin)
    profile = await town.profile(robin)
    await profile.route(re.compile("/later-.*js$"), lambda route: route.abort())
    window = await town.tab(profile, "robin", room_id)
    menu = window.page.get_by_role("button", name="Menu")
    await menu.click()
    await window.is_told(re.compile(r"^That can't be shown just now\. Please try again\.$"))
    await window.say("still here")
    await profile.unroute_all()
    await menu.click()
    await expect(window.dialog.get_by_role("button", name="Sign out")).to_be_visible()


async def test_whatever_one_was_doing_it_is_said_and_done_when_the_line_is_back(
    ferry: Crossing,
) -> None:
    """Opening a room, searching, choosing, keeping a message: nothing is lost in silence."""
    mora, robin, line = ferry.mora, ferry.robin, ferry.line
    page = robin.page
    await mora.say("one day at a time")
    await robin.sees("one day at a time")
    # What comes later is there before the line goes.
    await robin.act("one day at a time")
    await expect(robin.dialog).to_be_visible()
    await page.keyboard.press("Escape")

    line.cut()
    await expect(robin.banner).to_contain_text("Connecting again")
    await robin.act("one day at a time", "Save it for myself")
    await robin.is_told("That was not done: you are offline just now.")
    await robin.menu("Search")
    box = page.get_by_role("searchbox")
    await box.fill("day")
    await box.press("Enter")
    status = page.get_by_role("main").get_by_role("status")
    await expect(status.first).to_contain_text("You are offline just now.")
    line.mend()
    await expect(robin.banner).to_have_count(0)
    await box.press("Enter")
    await expect(page.locator(".found .words")).to_have_text(["one day at a time"])

    await robin.settings("Who may see that I am here")
    shown = page.get_by_role("checkbox").first
    await expect(shown).not_to_be_checked()
    line.cut()
    await expect(robin.banner).to_contain_text("Connecting again")
    await shown.click()
    await robin.is_told("That was not done: you are offline just now.")
    await expect(shown).not_to_be_checked()
    await robin.menu("Rooms")
    await robin.room_link("Evening").first.click()
    await expect(page.get_by_text("This room can't be shown until you are back.")).to_be_visible()
    line.mend()
    await robin.sees("one day at a time")
