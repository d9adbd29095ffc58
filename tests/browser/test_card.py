"""The card, as its person sees it: it comes quietly, says what is true, and is nobody else's."""

from __future__ import annotations

import re

from playwright.async_api import Locator, expect

from moderation.cases import opening
from moderation.cases.opening import Reason, Source
from moderation.severity import Severity
from rooms.people.person import Role
from tests.browser import axe, views
from tests.browser.person import Person as Window
from tests.browser.test_views import AMISS, LARGE, SIDEWAYS
from tests.browser.town import Town
from tests.support.served import Person

FOCUSED = "() => document.activeElement === document.querySelector('.composer textarea')"


async def flagged(town: Town, who: Person, severity: Severity = Severity.HIGH) -> str:
    """Words of theirs were heard: the case."""
    reason = Reason(source=Source.KEYWORD, severity=severity, body="words")
    made = await town.site.server.database.write(
        lambda work: opening.flag(work, who.user_id, reason)
    )
    return made.case_id


def card(window: Window) -> Locator:
    """The card around the view."""
    return window.page.get_by_role("region", name="Only you see this")


async def evening(town: Town) -> tuple[Person, Person, str]:
    """A moderator, a member, and the room they are in."""
    mora = await town.known("mora", Role.MODERATOR)
    anna = await town.known("anna")
    room_id = await town.site.room(mora, name="Evening")
    await town.site.join(room_id, anna)
    return mora, anna, room_id


async def test_it_comes_quietly_and_says_what_is_true_at_each_stage(town: Town) -> None:
    mora, sky, room_id = await evening(town)
    other = await town.known("ben")
    await town.site.join(room_id, other)
    anna = await town.window(sky, room_id)
    ben = await town.window(other, room_id)
    await anna.say("I can't do this any more")
    await anna.sees("I can't do this any more")
    await anna.field.fill("half a sentence")
    case_id = await flagged(town, sky)
    await expect(card(anna)).to_contain_text("None of us is here right now.")
    assert await anna.page.evaluate(FOCUSED), "the card took the focus"
    await expect(anna.field).to_have_value("half a sentence")
    await expect(anna.page.locator("[data-announcer]")).to_contain_text("That sounded heavy.")
    await expect(card(anna)).not_to_contain_text("write to you in a moment")
    await expect(card(anna).locator("a[href^='tel:'], .emergency").first).to_be_visible()

    await card(anna).get_by_role("button", name="Yes, please").click()
    await expect(card(anna)).to_contain_text("You said: yes, please.")
    await expect(card(anna)).to_contain_text("We have kept your request.")
    queue = await town.site.command(mora, "case.list")
    assert [row["wants_contact"] for row in queue["cases"]] == [True]

    await town.site.command(mora, "case.claim", case_id=case_id)
    says = "mora has read what you wrote and will write to you in a moment."
    await expect(card(anna)).to_contain_text(says)
    await anna.page.reload()
    await expect(card(anna)).to_contain_text(says)
    await expect(anna.field).to_have_value("half a sentence")

    await town.site.command(mora, "case.release", case_id=case_id)
    await expect(card(anna)).to_contain_text("can’t go on with it just now")
    await expect(card(anna)).not_to_contain_text("mora")

    await ben.sees("I can't do this any more")
    await expect(card(ben)).to_have_count(0)
    assert "Only you see this" not in await ben.page.content()


async def test_it_leads_to_whoever_writes_and_says_when_that_is_over(town: Town) -> None:
    mora, sky, room_id = await evening(town)
    anna = await town.window(sky, room_id)
    case_id = await flagged(town, sky)
    await town.site.command(mora, "case.claim", case_id=case_id)
    first = {"case_id": case_id, "nonce": "first", "body": "I am mora. How are you?"}
    await town.site.command(mora, "case.contact", **first)
    await expect(card(anna)).to_contain_text("mora is talking with you.")
    await expect(card(anna)).not_to_contain_text("Shall one of us")
    await card(anna).get_by_role("link", name="Read what mora wrote").click()
    await anna.sees("I am mora. How are you?")
    await town.site.command(mora, "case.resolve", case_id=case_id, outcome="talked")
    await expect(card(anna)).to_contain_text("This is closed for now.")


async def test_it_is_put_away_and_found_again(town: Town) -> None:
    mora, sky, room_id = await evening(town)
    case_id = await flagged(town, sky)
    anna = await town.window(sky, room_id)
    await card(anna).get_by_role("button", name="Put this away").click()
    await expect(card(anna)).to_have_count(0)
    await anna.page.reload()
    await expect(anna.log).to_be_visible()
    await anna.page.get_by_role("button", name="Help now").click()
    await expect(anna.dialog).to_contain_text("Shall one of us write to you?")
    await expect(card(anna)).to_have_count(0)
    await anna.press("Not now")
    await expect(anna.dialog).to_contain_text("You said: not now.")
    await anna.page.keyboard.press("Escape")
    await town.site.command(mora, "case.claim", case_id=case_id)
    await expect(card(anna)).to_contain_text("Nobody writes unless you say so.")


async def test_what_is_not_grave_shows_nothing(town: Town) -> None:
    mora, sky, room_id = await evening(town)
    anna = await town.window(sky, room_id)
    case_id = await flagged(town, sky, Severity.MEDIUM)
    await town.site.command(mora, "case.claim", case_id=case_id)
    await anna.say("still here")
    await anna.sees("still here")
    await anna.page.reload()
    await anna.sees("still here")
    await expect(card(anna)).to_have_count(0)
    # It rises: then there is one.
    await flagged(town, sky, Severity.IMMINENT)
    await expect(card(anna)).to_contain_text("mora has read what you wrote")


async def test_whoever_asks_for_a_person_sees_who_has_it(town: Town) -> None:
    mora, sky, room_id = await evening(town)
    anna = await town.window(sky, room_id)
    await anna.page.get_by_role("button", name="Help now").click()
    await anna.press("I need to talk")
    await expect(anna.dialog.locator(".outcome")).to_contain_text("Nobody is on duty right now.")
    told = anna.dialog.locator(".card-state")
    await expect(told).to_contain_text("We have kept your request.")
    (case,) = (await town.site.command(mora, "case.list"))["cases"]
    await town.site.command(mora, "case.claim", case_id=case["case_id"])
    await expect(told).to_contain_text("mora has read what you wrote")


async def test_whoever_is_kept_out_sees_it_as_well(town: Town) -> None:
    mora, sky, _ = await evening(town)
    case_id = await flagged(town, sky)
    await town.site.command(mora, "sanction.ban", user_id=sky.user_id, reason="unkind")
    again = await town.site.sign_in_again(sky)
    anna = Window(await (await town.profile(again)).new_page(), town.url, "anna")
    await anna.page.goto(f"{town.url}/app")
    told = anna.page.locator(".card-state")
    await expect(told).to_contain_text("None of us is here right now.")
    await told.get_by_role("button", name="Yes, please").click()
    await expect(told).to_contain_text("You said: yes, please.")
    await town.site.command(mora, "case.claim", case_id=case_id)
    await expect(told).to_contain_text("mora has read what you wrote")


async def test_it_fits_a_small_phone_and_leaves_room_to_write(town: Town) -> None:
    mora, sky, room_id = await evening(town)
    case_id = await flagged(town, sky)
    anna = await town.window(sky, room_id, viewport=views.SMALLEST, has_touch=True)
    amiss: list[str] = []
    for claimed in (False, True):
        if claimed:
            await town.site.command(mora, "case.claim", case_id=case_id)
            await expect(card(anna)).to_contain_text("mora has read")
        await expect(card(anna)).to_be_visible()
        send = anna.page.get_by_role("button", name="Send")
        for each in (anna.field, send, anna.page.get_by_role("button", name="Help now")):
            await expect(each).to_be_in_viewport(ratio=1)
        amiss += await anna.page.evaluate(AMISS) + await axe.violations(anna.page)
        await anna.page.evaluate(LARGE, True)
        amiss += await anna.page.evaluate(SIDEWAYS) + await axe.violations(anna.page)
        away = card(anna).get_by_role("button", name="Put this away")
        await away.scroll_into_view_if_needed()
        await expect(away).to_be_in_viewport()
        await anna.page.evaluate(LARGE, False)
    assert amiss == []


async def test_being_worried_is_no_report_and_is_heard(town: Town) -> None:
    mora, sky, room_id = await evening(town)
    worrier = await town.known("fay")
    await town.site.join(room_id, worrier)
    anna = await town.window(sky, room_id)
    fay = await town.window(worrier, room_id)
    await anna.say("good night, all of you")
    await fay.sees("good night, all of you")
    await fay.act("good night, all of you", "I’m worried about them")
    await expect(fay.dialog).to_contain_text("This is no report")
    assert await axe.violations(fay.page) == []
    await fay.dialog.get_by_role("textbox").fill("she gave her cat away")
    await fay.press("Tell a moderator")
    await fay.is_told("you hear when someone has this")
    await fay.act("good night, all of you", "I’m worried about them")
    await expect(fay.dialog).to_contain_text("nobody has taken it on yet")
    await fay.page.keyboard.press("Escape")

    (case,) = (await town.site.command(mora, "case.list"))["cases"]
    assert (case["source"], case["severity"]) == ("concern", "medium")
    await town.site.command(mora, "case.claim", case_id=case["case_id"])
    await fay.is_told("Someone has this.")
    await fay.page.reload()
    await fay.act("good night, all of you", "I’m worried about them")
    await expect(fay.dialog).to_contain_text("Someone has this.")
    await expect(fay.toasts).to_have_count(0)

    await anna.sees("good night, all of you")
    content = await anna.page.content()
    assert not re.search("worried|fay|mora|Only you see", content.split('role="log"')[0])
    await expect(card(anna)).to_have_count(0)


async def test_members_are_told_in_advance(town: Town) -> None:
    _, sky, room_id = await evening(town)
    anna = await town.window(sky, room_id)
    words = "Software looks for words of danger"
    await expect(anna.page.locator(".who-reads")).to_contain_text(words)
    newcomer = await town.stranger()
    await newcomer.page.goto(f"{town.url}/sign-up")
    await expect(newcomer.page.get_by_role("main")).to_contain_text(words)
