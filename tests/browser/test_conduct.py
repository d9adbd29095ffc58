"""Something is decided about someone: they alone see it, say what should be known, are heard."""

from __future__ import annotations

import re

from playwright.async_api import expect

from rooms.people.person import Role
from tests.browser import axe, views
from tests.browser.town import Town


async def test_she_is_warned_and_muted_says_what_should_be_known_and_is_heard(town: Town) -> None:
    mora, bo = [await town.known(each, Role.MODERATOR) for each in ("mora", "bo")]
    sky, robin = await town.known("sky"), await town.known("robin")
    room_id = await town.site.room(mora, name="Evening")
    await town.site.join(room_id, sky, robin)
    hers = await town.window(sky, room_id, viewport=views.PHONE)
    his = await town.window(robin, room_id)
    keeper = await town.window(mora, room_id)
    await town.says(sky, room_id, "that was a joke")
    # A word to her: she reads it before anyone else would notice, and they never do.
    await keeper.act("that was a joke", "Decide something about them")
    await keeper.dialog.get_by_label("Why").select_option(label="Messages hurt people here")
    preview = keeper.dialog.locator(".preview")
    await expect(preview).to_contain_text("Please don't go on like this in Evening.")
    await expect(preview).to_contain_text("Why: messages hurt people here.")
    assert await axe.violations(keeper.page) == []
    await keeper.dialog.get_by_role("button", name="Decide it").click()
    told = hers.page.get_by_role("region", name=re.compile("^Something was decided"))
    await expect(told).to_contain_text("Please don't go on like this in Evening.")
    await expect(told).to_contain_text("A person decided this, not a machine.")
    await expect(told).not_to_contain_text("mora")
    assert await axe.violations(hers.page) == []
    await told.get_by_role("button", name="Put this away").click()
    await expect(told).to_have_count(0)
    # She may only read along for a while.
    await keeper.act("that was a joke", "Decide something about them")
    what = keeper.dialog.get_by_role("combobox").first
    await what.select_option("mute")
    await keeper.dialog.get_by_label("Why").select_option(label="Messages hurt people here")
    await keeper.dialog.get_by_label("How long").select_option(label="A day")
    await keeper.dialog.get_by_role("button", name="Decide it").click()
    await expect(hers.page.locator(".read-only")).to_contain_text("You can read along here until")
    await expect(told).to_contain_text("You can read along in Evening until")
    await told.get_by_role("button", name="I see it differently").click()
    await told.get_by_label("What should be known").fill("We have known each other for years.")
    await told.get_by_role("button", name="Ask for another look").click()
    await expect(told).to_contain_text("You asked for another look.")
    # Nobody else has seen anything of it.
    await expect(his.page.get_by_role("region", name=re.compile("^Something"))).to_have_count(0)
    assert "read along" not in await his.log.inner_text()
    # Another moderator looks at it, and takes it back.
    second = await town.window(bo)
    await second.page.goto(f"{town.site.url}/app/follow-up/appeals")
    await second.sees_heading("Appeals")
    await expect(second.page.get_by_text("We have known each other for years.")).to_be_visible()
    assert await axe.violations(second.page) == []
    await second.page.get_by_role("button", name="Take it back for sky").click()
    await second.page.get_by_role("button", name="Yes, take it back").click()
    await expect(second.page.get_by_text("Nobody asks for another look.")).to_be_visible()
    await expect(told).to_contain_text("This was taken back.")
    await told.get_by_role("button", name="Put this away").click()
    await hers.say("thank you")
    await expect(his.log.get_by_text("thank you")).to_be_visible()
    # She finds all of it again.
    await hers.page.goto(f"{town.site.url}/app/settings/decided")
    await expect(hers.page.get_by_text("This was taken back.")).to_be_visible()


async def test_a_room_that_goes_slowly_says_when_and_keeps_the_words(town: Town) -> None:
    mora, sky = await town.known("mora", Role.MODERATOR), await town.known("sky")
    room_id = await town.site.room(mora, name="Evening")
    await town.site.join(room_id, sky)
    keeper, hers = await town.window(mora, room_id), await town.window(sky, room_id)
    await keeper.room_menu("Slow down")
    await keeper.dialog.get_by_label("One message").select_option(label="Every 10 minutes")
    await keeper.dialog.get_by_role("button", name="Slow it down").click()
    await expect(keeper.dialog).to_have_count(0)
    await hers.say("one at a time")
    await hers.field.fill("and another")
    slow = hers.page.get_by_text(re.compile("It goes slowly here. You can send again in"))
    await expect(slow).to_be_visible()
    await hers.page.keyboard.press("Enter")
    await expect(hers.field).to_have_value("and another")
    await keeper.say("mine")
    await keeper.say("and mine again")
    await keeper.room_menu("Slow down")
    await keeper.dialog.get_by_role("button", name="Let it rest").click()
    await expect(hers.page.locator(".read-only")).to_contain_text("This room rests for now.")


async def test_a_moderators_look_makes_links_of_a_newcomers_addresses(town: Town) -> None:
    mora, sky = await town.known("mora", Role.MODERATOR), await town.known("sky")
    room_id = await town.site.room(mora, name="Evening")
    await town.site.join(room_id, sky)
    hers = await town.window(sky, room_id)
    await town.says(sky, room_id, "https://example.org/meetings")
    await expect(hers.log.get_by_text("https://example.org/meetings")).to_be_visible()
    await expect(hers.log.get_by_role("link", name=re.compile("example.org"))).to_have_count(0)
    keeper = await town.window(mora)
    await keeper.page.goto(f"{town.site.url}/app/follow-up/links")
    await keeper.page.get_by_role("button", name="Let its links be links").focus()
    await keeper.page.keyboard.press("l")
    await expect(keeper.page.get_by_text("No links wait for a look.")).to_be_visible()
    await expect(hers.log.get_by_role("link", name=re.compile("example.org"))).to_be_visible()


async def test_the_last_decision_is_taken_back_by_one_key(town: Town) -> None:
    mora, sky = await town.known("mora", Role.MODERATOR), await town.known("sky")
    room_id = await town.site.room(mora, name="Evening")
    await town.site.join(room_id, sky)
    hers = await town.window(sky, room_id)
    answer = await town.site.command(
        mora, "case.raise", user_id=sky.user_id, severity="medium", note="unkind tonight"
    )
    console = await town.window(mora)
    await console.page.goto(f"{town.site.url}/app/follow-up/{answer['case']['case_id']}")
    await console.page.get_by_role("button", name="More", exact=True).click()
    await console.dialog.get_by_role("button", name="Decide something about them").click()
    await console.dialog.get_by_label("Why").select_option(label="It was advertising")
    await console.dialog.get_by_role("button", name="Decide it").click()
    told = hers.page.get_by_role("region", name=re.compile("^Something was decided"))
    await expect(told).to_contain_text("Why: it was advertising.")
    await expect(console.dialog).to_have_count(0)
    await console.page.keyboard.press("z")
    await expect(told).to_contain_text("This was taken back.")
