"""A message as it is read: its words, where its links lead, and how it is found again."""

from __future__ import annotations

import re

from playwright.async_api import BrowserContext, expect

from rooms.people.person import Role
from tests.browser.person import Person
from tests.browser.town import Pair, Town

THEY_HAVE = [("390", "desktop")]
STYLED = """**Three weeks** and *so* tired.
> it gets lighter
> it does
- tea
- a walk
1. call someone
See https://example.org/help?a=1."""
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


async def press_long(person: Person, body: str) -> None:
    """Put a finger on a message, leave it there until something comes up, and lift it."""
    box = await person.message(body).locator(".words").bounding_box()
    assert box is not None
    finger = await person.page.context.new_cdp_session(person.page)
    point = {"x": box["x"] + 20, "y": box["y"] + 8}
    await finger.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [point]})
    await expect(person.dialog).to_be_visible()
    await finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


async def clipboard(context: BrowserContext, person: Person) -> str:
    """What was copied."""
    await context.grant_permissions(["clipboard-read", "clipboard-write"])
    copied: str = await person.page.evaluate("navigator.clipboard.readText()")
    return copied


async def test_light_marks_are_shown_and_links_say_where_they_lead(pair: Pair) -> None:
    mora, robin, *_ = pair
    await mora.say(STYLED, "see https://bank.example@evil.example/x now")
    words = robin.log.locator("article").first.locator(".words")
    await expect(words.locator("strong")).to_have_text("Three weeks")
    await expect(words.locator("em")).to_have_text("so")
    await expect(words.locator("blockquote")).to_have_text(re.compile(r"lighter\s+it does"))
    await expect(words.get_by_role("listitem")).to_have_text(["tea", "a walk", "call someone"])
    link = words.get_by_role("link")
    await expect(link).to_have_text("https://example.org/help?a=1")
    await expect(link.locator(".host")).to_have_text("example.org")
    for name, value in (("rel", "noopener noreferrer nofollow"), ("target", "_blank")):
        await expect(link).to_have_attribute(name, value)

    # What could be taken for another site is no link until one was told where it leads.
    odd = robin.log.get_by_role("button", name="https://bank.example@evil.example/x")
    await odd.click()
    await expect(robin.dialog).to_contain_text("This link leads to evil.example")
    go = robin.dialog.get_by_role("link", name="Open evil.example all the same")
    await expect(go).to_have_attribute("href", "https://evil.example/x")
    await robin.press("Stay here")
    await expect(odd).to_be_focused()
    # Links of someone who is new here stay words.
    await robin.say("see https://example.org/mine")
    await expect(mora.message("see https://example.org/mine")).to_be_visible()
    await expect(mora.log.get_by_role("link")).to_have_count(1)
    # Whoever writes without marks is shown as they wrote.
    await mora.say("2*3*4 is f**k all, a_b_c")
    await expect(robin.message("2*3*4 is f**k all, a_b_c")).to_be_visible()


async def test_a_message_is_found_again_by_its_link_by_those_in_the_room_alone(pair: Pair) -> None:
    mora, robin, town, room_id, name = pair
    await town.says(await town.known("willow"), room_id, *(f"line {at}" for at in range(120)))
    await expect(robin.log.get_by_text("line 119", exact=True)).to_be_visible()
    context = robin.page.context
    await context.grant_permissions(["clipboard-read", "clipboard-write"])
    await robin.log.locator("article[tabindex]").focus()
    await robin.page.keyboard.press("Home")
    third = robin.message("line 3")
    await expect(third).to_be_in_viewport()
    await robin.act("line 3", "Copy a link to it")
    await robin.is_told("Copied. Only people in this room can open it.")
    link = await clipboard(context, robin)
    assert link.startswith(f"{robin.url}/app/rooms/{room_id}#m-")

    # In another tab: at the message, in the midst of what was said around it; the address is the
    # room's again.
    other = await town.tab(context, "robin")
    await other.page.goto(link)
    await expect(other.message("line 3")).to_be_focused()
    await expect(other.message("line 3")).to_be_in_viewport()
    await expect(other.message("line 3")).to_have_class(re.compile("marked"))
    assert other.page.url == f"{robin.url}/app/rooms/{room_id}"
    await other.page.close()

    # As words in a message: within the page, without another tab.
    await mora.say(link)
    await robin.page.get_by_role("button", name="go to the latest").click()
    await robin.log.get_by_role("link", name=link).click()
    await expect(third).to_be_focused()
    assert len(context.pages) == 1

    # Somebody who is not in the room comes to its door, and to nothing that was said.
    stranger = await town.window(await town.known("wren"))
    await stranger.page.goto(link)
    await expect(stranger.page.get_by_role("button", name="Come in")).to_be_visible()
    await expect(stranger.page.get_by_role("heading", level=1, name=name)).to_be_visible()
    await expect(stranger.log).to_have_count(0)
    # Once they are in: what was said before they came is not theirs to read, and they are told.
    await stranger.page.get_by_role("button", name="Come in").click()
    await stranger.is_told("That message isn't here any more, or isn't open to you.")
    assert "line 3" not in await stranger.page.content()


async def test_a_long_press_opens_what_can_be_done_and_the_full_time(town: Town) -> None:
    robin, sky = await town.known("robin"), await town.known("sky")
    room_id = await town.site.room(await town.known("mora", Role.MODERATOR), name="Evening")
    await town.site.join(room_id, robin, sky)
    await town.says(sky, room_id, "good night")
    window = await town.window(robin, room_id, **PHONE)
    await press_long(window, "good night")
    await expect(window.dialog.get_by_text(re.compile(r"\b20\d\d\b"))).to_be_visible()
    # Reported by two taps.
    await window.press("Report", "It is unkind")
    await window.is_told("Thank you. It is kept for the moderators")


async def test_the_focus_stays_on_a_message_that_is_taken_back(pair: Pair) -> None:
    mora, robin, *_ = pair
    await mora.say("first", "second", "third")
    await robin.sees("first", "second", "third")
    keys = robin.page.keyboard
    await robin.field.focus()
    await keys.press("Shift+F6")
    await keys.press("ArrowUp")
    second = robin.message("second")
    await expect(second).to_be_focused()
    await mora.act("second", "Take it back", "Take it back")
    gone = robin.log.locator("article.gone")
    await expect(gone).to_be_focused()
    await keys.press("ArrowUp")
    await expect(robin.message("first")).to_be_focused()
    await keys.press("ContextMenu")
    await expect(robin.dialog.get_by_role("button", name="Reply")).to_be_visible()


async def test_what_carries_a_warning_is_folded_until_it_is_asked_for(pair: Pair) -> None:
    _, robin, town, room_id, _ = pair
    rowan = await town.known("rowan")
    await town.site.join(room_id, rowan)
    said = ""
    hard: dict[str, object] = {"warning": "a hard night", "topics": ["loss"]}
    for words, more in (("the worst of it", hard), ("she is gone", {"topics": ["loss"]})):
        answer = await town.site.command(
            rowan, "message.post", room_id=room_id, nonce=words, body=words, **more
        )
        said = answer["message_id"]
    first = robin.log.locator("article").first
    await expect(first).to_contain_text("Content warning: a hard night · Loss")
    await expect(first.get_by_text("the worst of it")).to_have_count(0)
    # A topic alone says what it is about, and folds for nobody who did not ask for it.
    await expect(robin.log.locator("article").nth(1)).to_contain_text("Loss")
    await expect(robin.log.get_by_text("she is gone")).to_be_visible()

    # By keyboard, and it stays open for as long as the page does.
    await first.get_by_role("button", name="Show the words").press("Enter")
    await expect(first.get_by_text("the worst of it")).to_be_visible()
    await robin.page.get_by_role("link", name="All rooms").click()
    await robin.page.go_back()
    await expect(robin.log.get_by_text("the worst of it")).to_be_visible()
    await robin.log.get_by_role("button", name="Fold it again").click()
    await expect(robin.log.get_by_text("the worst of it")).to_have_count(0)

    # Whoever would rather not come upon it does not, also where it is quoted or was looked for.
    await robin.settings("What I would rather not see")
    await expect(robin.page.get_by_text("on this device only, until you sign out")).to_be_visible()
    await robin.page.get_by_label("Loss").check()
    await robin.goes_to(room_id)
    second = robin.log.locator("article").nth(1)
    await expect(second).to_contain_text("It is about something you asked not to see: Loss")
    await town.site.command(
        rowan, "message.post", room_id=room_id, nonce="again", body="so it is",
        reply_to=said,
    )  # fmt: skip
    quote = robin.log.locator("article").nth(2).get_by_role("button", name="Answers:")
    await expect(quote).to_contain_text("something you asked not to see")
    await robin.room_menu("Search in this room")
    await robin.dialog.get_by_role("searchbox").fill("gone")
    await robin.page.keyboard.press("Enter")
    await expect(robin.dialog.locator(".found li")).to_contain_text("asked not to see: Loss")
    assert "she is gone" not in await robin.page.content()


async def test_a_message_is_kept_for_oneself_or_for_all_and_is_new_again(pair: Pair) -> None:
    mora, robin, _, room_id, name = pair
    await mora.say("breathe in for four", "and out for six")
    await robin.act("breathe in for four", "Save it for myself")
    await robin.is_told("Saved. Only you see it")
    await robin.page.goto(f"{robin.url}/app/saved")
    await expect(robin.page.get_by_role("main")).to_contain_text("breathe in for four")
    await robin.goes_to(room_id)
    await robin.act("breathe in for four")
    await expect(robin.dialog.get_by_role("button", name="Pin it for everyone")).to_have_count(0)
    await robin.press("Don't keep it any more")
    await mora.act("and out for six", "Pin it for everyone here")
    await expect(robin.page.get_by_role("button", name="1 pinned")).to_be_visible()
    await robin.act("and out for six", "New again from here on")
    await robin.is_told("From here on it is new again.")
    await expect(robin.room_link(name).locator(".count")).to_have_text(re.compile(r"1\s+new"))
    await expect(robin.log.get_by_text("New messages")).to_be_visible()
