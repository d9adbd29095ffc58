"""Words that wait: they outlive the tab, ask when they have grown old, and all tabs agree."""

from __future__ import annotations

import re

from playwright.async_api import BrowserContext, Locator, expect

from tests.browser.crossing import Crossing
from tests.browser.person import BODIES, Person

AGE = """(by_ms) => {
  for (const key of Object.keys(localStorage).filter((each) => each.includes('.unsent.'))) {
    const kept = JSON.parse(localStorage.getItem(key));
    kept.queued_at -= by_ms;
    kept.agreed_at -= by_ms;
    localStorage.setItem(key, JSON.stringify(kept));
  }
}"""
HOURS_MS = 3_600_000
ASKS = re.compile("You wrote this 8 hours ago. Send it now, or let it go")


async def test_next_morning_nothing_goes_without_a_tap_and_both_tabs_agree(ferry: Crossing) -> None:
    mora, robin, line = ferry.mora, ferry.robin, ferry.line
    context = robin.page.context
    line.cut()
    await context.set_offline(True)
    await expect(robin.banner).to_contain_text("You are offline. What you write is kept.")
    await robin.say("first", "second", "third")
    pending = robin.log.locator("[data-pending]")
    await expect(pending).to_have_count(3)
    await expect(pending.first).to_contain_text("After ten minutes you are asked first.")
    await robin.page.close()

    line.mend()
    await context.set_offline(False)
    one, two = await open_next_morning(context, ferry, 8 * HOURS_MS)
    for tab in (one, two):
        await expect(tab.log.get_by_text(ASKS)).to_have_count(3)
    await mora.say("good morning")
    await one.log.get_by_text("good morning").wait_for()
    assert await mora.bodies() == ["good morning"]

    await item(one, "first").get_by_role("button", name="Let it go").click()
    await expect(item(two, "first")).to_have_count(0)
    await item(two, "second").get_by_role("button", name="Send it now").click()
    await mora.sees("good morning", "second")
    for tab in (one, two):
        await expect(tab.log.locator(BODIES)).to_have_text(["good morning", "second", "third"])
    await one.saw_nothing_twice()

    # Wherever one is, what still waits is told, and can be let go there.
    await one.page.get_by_role("link", name="All rooms").first.click()
    await expect(one.banner).to_contain_text("1 message of yours has not gone out.")
    await one.banner.get_by_role("button", name="Look").click()
    await expect(one.dialog.get_by_role("heading", name="Evening")).to_be_visible()
    await one.press("Let it go")
    await expect(one.dialog).to_contain_text("Nothing is waiting any more.")
    await expect(one.banner).to_have_count(0)
    await two.sees("good morning", "second")
    await two.page.reload()
    await two.sees("good morning", "second")
    assert await mora.bodies() == ["good morning", "second"]


async def open_next_morning(
    context: BrowserContext, ferry: Crossing, by_ms: int
) -> tuple[Person, Person]:
    """Two tabs, and everything that waits has grown older by so much before they open."""
    page = await context.new_page()
    await page.goto(f"{ferry.robin.url}/help")
    await page.evaluate(AGE, by_ms)
    one = Person(page, ferry.robin.url, "robin")
    two = Person(await context.new_page(), ferry.robin.url, "robin")
    for tab in (one, two):
        await tab.goes_to(ferry.room_id)
    await one.watches_for_doubles()
    return one, two


def item(tab: Person, body: str) -> Locator:
    """One message that waits."""
    return tab.log.locator("[data-pending]").filter(has_text=body)


async def test_the_network_goes_while_one_changes_words_and_reacts(ferry: Crossing) -> None:
    mora, robin, line = ferry.mora, ferry.robin, ferry.line
    await mora.say("two years today")
    await robin.say("congratulatoins")
    await robin.sees("two years today", "congratulatoins")
    await robin.act("congratulatoins", "Change the words")
    box = robin.page.get_by_role("textbox", name="Your message")
    await box.fill("congratulations")
    line.cut()
    await expect(robin.banner).to_contain_text("Connecting again")
    await robin.page.get_by_role("button", name="Save").click()
    problem = robin.page.get_by_role("alert")
    await expect(problem).to_have_text(
        "Not changed yet: you are offline just now. Your words are kept here."
    )
    await robin.act("two years today", "With love")
    await robin.is_told("That was not done: you are offline just now.")
    assert await mora.bodies() == ["two years today", "congratulatoins"]

    line.mend()
    await expect(robin.banner).to_have_count(0)
    await expect(box).to_have_value("congratulations")
    # Now the change arrives, but its answer is lost: the box learns it from the log itself.
    line.go_deaf()
    await robin.page.get_by_role("button", name="Save").click()
    changed = re.compile(r"^\s*congratulations \(edited\)\s*$")
    await mora.sees("two years today", changed)
    await expect(problem).to_be_visible()
    line.mend()
    await robin.sees("two years today", changed)
    await expect(box).to_have_count(0)
    await expect(robin.field).to_have_value("")
    await robin.act("two years today", "With love")
    await expect(mora.message("two years today").get_by_text("With love 1")).to_be_visible()


async def test_what_is_refused_stays_with_its_words_until_one_says_what_becomes_of_it(
    ferry: Crossing,
) -> None:
    """Written in a tunnel; at its end one may only read along."""
    mora, robin, line, site = ferry.mora, ferry.robin, ferry.line, ferry.site
    keeper, member = ferry.accounts
    about = {"room_id": ferry.room_id, "user_id": member.user_id}
    line.cut()
    await robin.say("I am nearly there", "and I am angry")
    await expect(robin.log.locator("[data-pending]")).to_have_count(2)
    await site.command(keeper, "room.mute", mute_s=3600, reason="unkind", **about)
    line.mend()
    for body in ("I am nearly there", "and I am angry"):
        await expect(item(robin, body).get_by_role("alert")).to_contain_text(
            re.compile("Not sent. You can read along here until")
        )
    assert await mora.bodies() == []

    # They are still there on the next day, and nothing goes by itself.
    await robin.page.reload()
    await expect(robin.log.locator("[data-pending].failed")).to_have_count(2)
    await item(robin, "nearly there").get_by_role("button", name="Try again").click()
    await expect(item(robin, "nearly there").get_by_role("alert")).to_contain_text("Not sent.")
    await item(robin, "angry").get_by_role("button", name="Let it go").click()
    await expect(item(robin, "angry")).to_have_count(0)
    await site.command(keeper, "room.mute", mute_s=0, **about)
    await expect(robin.field).to_be_visible()
    await item(robin, "nearly there").get_by_role("button", name="Try again").click()
    await mora.sees("I am nearly there")
    await robin.sees("I am nearly there")
    await robin.page.reload()
    await robin.sees("I am nearly there")
