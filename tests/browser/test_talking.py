"""Two people talk in one room."""

from __future__ import annotations

import re

from playwright.async_api import expect

from rooms.people.person import Role
from tests.browser.person import BODIES, both
from tests.browser.town import Pair

THEY_HAVE = [("desktop", "320"), ("390", "desktop")]
GONE = "Someone took a message back."
OUT_OF_SIGHT = "A message was taken out of sight by those who keep this room."


async def test_both_see_everything_once_and_in_order(pair: Pair) -> None:
    mora, robin, *_ = pair
    await expect(mora.presence).to_have_text("2 here")
    await mora.say("one", "two")
    await robin.sees("one", "two")
    await robin.say("three")
    await mora.sees("one", "two", "three")
    await mora.say("four")
    await robin.say("five", "six")
    # Four and five are written at the same time; whatever their order, it is one for both.
    await expect(mora.log.locator(BODIES)).to_have_count(6)
    await expect(robin.log.locator(BODIES)).to_have_count(6)
    order = await mora.bodies()
    assert sorted(order) == sorted(["one", "two", "three", "four", "five", "six"])
    assert order.index("five") < order.index("six")
    await both(mora.sees(*order), robin.sees(*order))
    for person in (mora, robin):
        await person.page.reload()
        await person.sees(*order)


async def test_empty_lines_at_the_end_are_not_sent(pair: Pair) -> None:
    """As Enter leaves them where it doesn't send."""
    mora, robin, *_ = pair
    await robin.field.fill("one\n\ntwo\n\n")
    await robin.hits(robin.page.get_by_role("button", name="Send"))
    await mora.sees("one\n\ntwo")
    said = mora.log.locator(BODIES)
    assert await said.evaluate("body => body.textContent") == "one\n\ntwo"


async def test_typing_is_seen_and_ends(pair: Pair) -> None:
    mora, robin, *_ = pair
    await robin.field.press_sequentially("I wonder")
    await expect(mora.typing).to_have_text("Someone is writing …")
    await expect(robin.typing).to_have_text("")
    await robin.sends()
    await mora.sees("I wonder")
    await expect(mora.typing).to_have_text("")
    # Only who chooses it is named.
    await robin.hits(robin.page.get_by_role("button", name="Menu"))
    await robin.dialog.get_by_role("checkbox").check()
    await robin.page.keyboard.press("Escape")
    await robin.field.press_sequentially("still")
    await expect(mora.typing).to_have_text("robin is writing …")
    await mora.hits(mora.presence)
    await expect(mora.dialog.get_by_role("heading", level=2)).to_have_text("2 here now, 2 members")
    await expect(mora.dialog.locator(".person")).to_have_count(2)


async def test_a_reply_carries_a_quote_that_leads_back(pair: Pair) -> None:
    mora, robin, *_ = pair
    await mora.say("how was your day?", *(f"filler {number}" for number in range(12)))
    await expect(robin.log.locator(BODIES)).to_have_count(13)
    await robin.act("how was your day?", "Reply")
    await expect(robin.field).to_be_focused()
    await expect(robin.page.get_by_text("Answering mora how was your day?")).to_be_visible()
    await robin.say("long, but dry")
    quote = mora.message("long, but dry").get_by_role("button", name=re.compile("^Answers:"))
    await expect(quote).to_contain_text("mora how was your day?")
    await mora.hits(quote)
    original = mora.message("how was your day?")
    await expect(original).to_be_focused()
    await expect(original).to_be_in_viewport()


async def test_words_can_be_changed_and_taken_back(pair: Pair) -> None:
    mora, robin, *_ = pair
    await robin.say("my nam is robin", "my address is 5 Elm Street")
    await mora.sees("my nam is robin", "my address is 5 Elm Street")
    await robin.act("my nam is robin", "Change the words")
    box = robin.page.get_by_role("textbox", name="Your message")
    await expect(box).to_be_focused()
    await box.fill("my name is robin")
    await robin.hits(robin.page.get_by_role("button", name="Save"))
    changed = re.compile(r"^\s*my name is robin \(edited\)\s*$")
    second = "my address is 5 Elm Street"
    await both(mora.sees(changed, second), robin.sees(changed, second))

    await robin.act(second, "Take it back", "Take it back")
    await both(mora.sees(changed, GONE), robin.sees(changed, GONE))
    await mora.page.reload()
    await mora.sees(changed, GONE)
    for person in (mora, robin):
        assert "Elm Street" not in await person.page.content()


async def test_reactions_are_counted_for_everyone(pair: Pair) -> None:
    mora, robin, *_ = pair
    await robin.say("one week today")
    await mora.sees("one week today")
    await mora.act("one week today", "With love")
    given = robin.message("one week today").get_by_role("button", name=re.compile("With love"))
    await expect(given).to_have_text(re.compile(r"With love 1"))
    await expect(given).to_have_attribute("aria-pressed", "false")
    await robin.hits(given)
    for person in (mora, robin):
        heart = person.message("one week today").get_by_role("button", name=re.compile("With love"))
        await expect(heart).to_have_text(re.compile(r"With love 2"))
        await expect(heart).to_have_attribute("aria-pressed", "true")
    await mora.act("one week today", "Who reacted")
    await expect(mora.dialog).to_contain_text(re.compile("With love: (mora, robin|robin, mora)"))
    await mora.page.keyboard.press("Escape")
    await robin.hits(given)
    await expect(given).to_have_text(re.compile(r"With love 1"))


async def test_a_report_reaches_those_who_moderate(pair: Pair) -> None:
    mora, robin, town, room_id, _ = pair
    sky = await town.known("sky")
    await town.site.join(room_id, sky)
    warned: dict[str, object] = {"nonce": "n", "body": "you again", "warning": "old anger"}
    await town.site.command(sky, "message.post", room_id=room_id, **warned)
    await robin.hits(robin.log.get_by_role("button", name="Show the words"))
    await robin.act("you again", "Report")
    # A choice sends at once: what may come before it stands above, and the first is at hand.
    await expect(robin.dialog.locator(".menu-item").first).to_be_focused()
    note = await robin.dialog.get_by_label("Anything you want to add").bounding_box()
    choices = await robin.dialog.locator(".menu").bounding_box()
    assert note and choices and note["y"] < choices["y"]
    await robin.dialog.get_by_label("Anything you want to add").fill("it hurts")
    # What can't be sent stays where it was written, and is sent from there.
    await robin.page.context.set_offline(True)
    await robin.press("It is unkind")
    await expect(robin.dialog.locator(".outcome")).to_contain_text("you are offline just now")
    await expect(robin.dialog.get_by_label("Anything you want to add")).to_have_value("it hurts")
    await robin.page.context.set_offline(False)
    await expect(robin.banner).to_have_count(0)
    await robin.press("It is unkind")
    await robin.is_told("Thank you. It is kept for the moderators")
    news = mora.page.get_by_role("button", name=re.compile("^Menu"))
    await expect(news).to_have_text(re.compile(r"Menu\s*1 new"))
    await mora.menu("Follow-up")
    await mora.page.get_by_role("link", name="Reports").click()
    card = mora.page.get_by_role("listitem").filter(has_text="It is unkind")
    # Whoever has to decide sees the words at once, and what was said before them.
    await expect(card).to_contain_text(re.compile("Content warning: old anger.*you again", re.S))
    await expect(card.get_by_text("you again")).to_be_visible()
    await expect(card).to_contain_text("reported by robin")
    await expect(card).to_contain_text("it hurts")
    await mora.menu("Rooms")


async def test_who_keeps_the_room_is_seen_beside_what_they_said_before(pair: Pair) -> None:
    _, robin, town, room_id, _ = pair
    ada, fern = await town.known("ada", Role.ADMIN), await town.known("fern")
    await town.says(fern, room_id, "here for a while")
    beside = robin.message("here for a while").locator(".badge")
    await expect(robin.message("here for a while")).to_be_visible()
    await expect(beside).to_have_count(0)
    about = {"room_id": room_id, "user_id": fern.user_id}
    await town.site.command(ada, "room.set_relation", relation="facilitator", **about)
    await expect(beside).to_have_text(re.compile("keeps", re.I))
    await town.site.command(ada, "room.set_relation", relation="member", **about)
    await expect(beside).to_have_count(0)


async def test_those_who_keep_the_room_can_take_a_message_out_of_sight(pair: Pair) -> None:
    mora, robin, *_ = pair
    await robin.say("buy cheap pills at corner 9")
    await mora.act("buy cheap pills at corner 9", "Take it out of sight")
    await mora.press("It offers or asks")
    await both(mora.sees(OUT_OF_SIGHT), robin.sees(OUT_OF_SIGHT))
    await robin.is_told(re.compile("it offers or asks for substances. You are still welcome"))
    await robin.page.reload()
    await robin.sees(OUT_OF_SIGHT)
    assert "corner 9" not in await robin.page.content()


async def test_members_cannot_take_others_words_away(pair: Pair) -> None:
    mora, robin, *_ = pair
    await mora.say("welcome")
    await robin.act("welcome")
    await expect(robin.dialog.get_by_role("button", name="Report")).to_be_visible()
    for word in ("Take it out of sight", "Take it back", "Change the words"):
        await expect(robin.dialog.get_by_role("button", name=word)).to_have_count(0)


async def test_asking_for_a_person_reaches_those_who_moderate(pair: Pair) -> None:
    mora, robin, *_ = pair
    await robin.hits(robin.page.get_by_role("button", name="Help now"))
    await robin.dialog.get_by_role("textbox").fill("a hard night")
    await robin.press("I need to talk")
    outcome = robin.dialog.locator(".outcome")
    await expect(outcome).not_to_have_text("")
    await expect(outcome).not_to_contain_text("Not sent")
    await mora.menu("Follow-up")
    queue = mora.page.get_by_role("navigation", name="The queue")
    waiting = queue.get_by_role("listitem").filter(has_text="robin")
    await expect(waiting).to_contain_text(re.compile("robin.*Grave.*asked to talk", re.S))
    await waiting.get_by_role("link").click()
    await expect(mora.page.get_by_role("main")).to_contain_text("a hard night")
    await mora.menu("Rooms")
