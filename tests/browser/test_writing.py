"""Where one writes: names, content warnings, drafts, and choices of one's own."""

from __future__ import annotations

import re

from playwright.async_api import expect

from rooms.people.person import Role
from tests.browser.person import Person
from tests.browser.town import Pair, Town
from tests.browser.views import SMALLEST

THEY_HAVE = [("390", "desktop")]
OWN = """() => {
  const own = Object.keys(localStorage).filter((key) => key.split('.').length > 2);
  return [own.length ? own[0].split('.').slice(0, 2).join('.') + '.' : null, own.length];
}"""
SETTLES_MS = 600
"""What has come up under a finger is pressed no sooner."""


async def test_a_begun_name_is_finished_by_keys_and_by_a_finger(pair: Pair) -> None:
    mora, robin, town, room_id, _ = pair
    await town.says(await town.known("morgan"), room_id, "hello all")
    lurker = await town.known("molly")
    await town.site.join(room_id, lurker)
    await robin.log.get_by_text("hello all").wait_for()
    names = robin.page.get_by_role("listbox", name="Names of people here")
    options = names.get_by_role("option")

    await robin.field.press_sequentially("thank you @mo")
    # mora keeps the room, morgan wrote here; molly has neither written nor shown herself.
    await expect(options).to_have_text([re.compile("morgan"), re.compile("mora")])
    await expect(robin.page.get_by_text("2 names. Up and down to choose")).to_be_attached()
    first = await options.first.get_attribute("id")
    await expect(robin.field).to_have_attribute("aria-activedescendant", first or "")
    await robin.field.press("ArrowDown")
    await expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    await robin.field.press("Enter")
    await expect(robin.field).to_have_value("thank you @mora ")
    await expect(names).to_have_count(0)
    await expect(robin.field).to_be_focused()
    await robin.field.press("Enter")
    said = mora.log.locator("article.names-me")
    await expect(said).to_contain_text("thank you @mora")

    # Escape puts the list away and nothing else; a bare @ takes nothing that was not chosen.
    await robin.field.press_sequentially("@mor")
    await expect(names).to_be_visible()
    await robin.field.press("Escape")
    await expect(names).to_have_count(0)
    await expect(robin.field).to_have_value("@mor")
    await robin.field.fill("")
    await robin.field.press_sequentially("@")
    await expect(options.first).to_be_visible()
    await options.filter(has_text="morgan").click()
    await expect(robin.field).to_have_value("@morgan ")
    await expect(robin.field).to_be_focused()
    await robin.field.fill("")


async def test_the_composer_as_a_screen_reader_has_it(pair: Pair) -> None:
    _, robin, *_, name = pair
    composer = robin.page.locator(".composer")
    await expect(composer).to_match_aria_snapshot(
        f"""
        - textbox "Write to {name}":
          - /placeholder: Write here
        - button "Send" [disabled]
        - group:
          - paragraph: People in this room and the moderators can read this. \
So can whoever runs this site. Software looks for words of danger, \
so that a person can ask how you are.
        - button "Add a content warning"
        """
    )
    await robin.field.press_sequentially("@mor")
    await expect(composer).to_match_aria_snapshot(
        f"""
        - status: 1 name. Up and down to choose, Enter to take it.
        - listbox "Names of people here":
          - option "mora moderator" [selected]
        - textbox "Write to {name}":
          - /placeholder: Write here
          - text: "@mor"
        - button "Send"
        """
    )
    await robin.field.press("Enter")
    await robin.field.fill("a" * 3_990)
    await expect(composer.get_by_role("status").last).to_have_text("10 characters left")
    await robin.field.fill("a" * 4_001)
    await expect(composer.get_by_role("status").last).to_have_text("1 character too many")
    await expect(robin.page.get_by_role("button", name="Send")).to_be_disabled()
    await robin.field.fill("")
    await robin.say("one of mine", "and one more")
    await robin.act("one of mine", "Change the words")
    await expect(composer).to_match_aria_snapshot(
        """
        - paragraph: Changing your message
        - button "Leave it as it was"
        - textbox "Your message": one of mine
        - button "Save"
        - status
        - button "Add a content warning"
        """
    )
    await robin.page.keyboard.press("Escape")
    await expect(robin.field).to_be_focused()


async def test_nobody_signs_out_past_words_that_have_not_gone(pair: Pair) -> None:
    _, robin, town, room_id, _ = pair
    context = robin.page.context
    await context.set_offline(True)
    await robin.say("not gone yet")
    await robin.page.get_by_role("button", name="Menu").click()
    await robin.dialog.get_by_role("button", name="Sign out").click()
    await expect(robin.dialog).to_contain_text(
        "1 message has not gone out, and would be gone. Sign out all the same"
    )
    await robin.page.keyboard.press("Escape")

    # Nor by the form of a page, which takes what is theirs off the device as well.
    await context.set_offline(False)
    await robin.sees("not gone yet")
    wren = await town.known("wren")
    await town.site.join(room_id, wren)
    room = await town.window(wren, room_id)
    beside = await room.page.context.new_page()
    await room.field.fill("begun, and left")
    prefix, kept = await room.page.evaluate(OWN)
    assert kept
    await beside.goto(f"{robin.url}/help")
    await beside.evaluate("(prefix) => localStorage.setItem(`${prefix}unsent.n`, '{}')", prefix)
    await beside.evaluate("localStorage.setItem('chat.country', '\"IE\"')")
    sign_out = beside.locator("form[action='/sign-out'] button")
    await sign_out.click()
    await expect(sign_out.get_by_role("alert")).to_contain_text("have not gone out")
    assert await room.page.evaluate(OWN) == [prefix, kept + 1]
    await sign_out.click(delay=SETTLES_MS)
    await beside.wait_for_url(f"{robin.url}/")
    assert await beside.evaluate(OWN) == [None, 0]
    assert await beside.evaluate("localStorage.getItem('chat.country')") == '"IE"'


async def test_a_content_warning_goes_along_and_survives_a_reload(town: Town) -> None:
    mora = await town.known("mora", Role.MODERATOR)
    room_id = await town.site.room(mora, name="Evening")
    phone = await town.window(mora, room_id, viewport=SMALLEST, has_touch=True)
    await phone.field.fill("it began on a Tuesday")
    await phone.page.get_by_role("button", name="Add a content warning").tap()
    await expect(phone.dialog.get_by_label("In a few words")).to_be_focused()
    await phone.dialog.get_by_label("In a few words").fill("last night")
    for topic in ("Relapse", "Loss", "Violence"):
        await phone.dialog.get_by_label(topic).check()
    await expect(phone.dialog.get_by_label("Eating")).to_be_disabled()
    await phone.dialog.get_by_label("Violence").uncheck()
    await phone.press("Done")
    strip = phone.page.get_by_text("Content warning: last night · Relapse, Loss")
    await expect(strip).to_be_visible()
    await phone.page.reload()
    await expect(strip).to_be_visible()
    await expect(phone.field).to_have_value("it began on a Tuesday")
    await expect(phone.page.get_by_role("button", name="Send")).to_be_in_viewport(ratio=1)
    reader = await town.window(mora, room_id)
    await phone.page.get_by_role("button", name="Send").tap()
    for person in (phone, reader):
        folded = person.log.get_by_role("article")
        await expect(folded).to_contain_text("Content warning: last night · Relapse, Loss")
        await expect(folded).not_to_contain_text("Tuesday")
    # On a phone what goes with the words comes with them.
    anew = phone.page.get_by_role("button", name="Add a content warning")
    await expect(anew).to_be_hidden()
    await phone.field.tap()
    await expect(anew).to_be_visible()
    await reader.log.get_by_role("button", name="Show the words").click()
    await expect(reader.log).to_contain_text("it began on a Tuesday")

    # It can be taken away afterwards, as the words can be changed.
    await phone.field.press("ArrowUp")
    await phone.page.get_by_role("button", name="Take the content warning away").tap()
    await phone.page.get_by_role("button", name="Save").tap()
    await expect(phone.log.get_by_role("article")).to_contain_text("it began on a Tuesday")
    await expect(phone.log.get_by_role("article")).not_to_contain_text("Content warning")


async def test_words_that_are_being_changed_survive_a_reload(pair: Pair) -> None:
    mora, robin, *_ = pair
    await robin.say("i am fien")
    await robin.sees("i am fien")
    await robin.field.fill("something new")
    await robin.act("i am fien", "Change the words")
    box = robin.page.get_by_role("textbox", name="Your message")
    await box.fill("I am not fine")
    # A key that was not meant takes nothing away.
    await box.press("Escape")
    told = robin.page.get_by_text("Press Escape once more to leave the words as they were.")
    await expect(told).to_be_visible()
    await robin.page.reload()
    await expect(box).to_have_value("I am not fine")
    await robin.page.get_by_role("button", name="Save").click()
    await mora.sees(re.compile(r"I am not fine \(edited\)"))
    await expect(robin.field).to_have_value("something new")
    await robin.page.reload()
    await expect(robin.field).to_have_value("something new")
    await robin.field.fill("")


async def test_how_one_writes_is_ones_own_choice(pair: Pair) -> None:
    mora, robin, *_ = pair
    await choose(robin, enter_sends="never", typing=False)
    await robin.field.press_sequentially("two")
    await robin.field.press("Enter")
    await robin.field.press_sequentially("lines")
    await robin.field.press("Control+Enter")
    await mora.sees("two\nlines")
    await expect(mora.typing).to_have_text("")
    await choose(robin, enter_sends="auto", typing=True, announce="mentions", single_keys=False)
    await robin.say("one")
    await mora.sees("two\nlines", "one")

    # Told aloud is only what names robin; a letter on a message does nothing any more.
    await mora.say("not for robin", "nor this", "but this, @robin")
    await expect(robin.page.locator("[data-announcer]")).to_have_text("mora: but this, @robin")
    await robin.field.focus()
    for key in ("Shift+F6", "r", "?"):
        await robin.page.keyboard.press(key)
    await expect(robin.message("but this, @robin")).to_be_focused()
    await expect(robin.dialog).to_have_count(0)
    await robin.opens_by("Control+/", robin.dialog)
    await expect(robin.dialog).to_contain_text("Single letters are switched off.")
    await robin.page.keyboard.press("Escape")
    await choose(robin)


async def choose(person: Person, **chosen: object) -> None:
    """As another tab of the same browser would."""
    await person.page.evaluate(
        """(chosen) => {
          localStorage.setItem('chat.writing', JSON.stringify(chosen));
          dispatchEvent(new StorageEvent('storage', {key: 'chat.writing'}));
        }""",
        chosen,
    )
