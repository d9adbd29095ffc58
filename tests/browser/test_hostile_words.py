"""Hundreds of hostile words through every field: none of them runs, and nobody else is asked."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.async_api import Locator, expect

from moderation.conduct import reporting
from rooms.chat import membership, posting, room
from rooms.chat.message import WARNING_MAX_CHARS
from rooms.chat.views import Access
from rooms.people.person import Role
from rooms.refusal import Refusal
from rooms.work import Work
from tests.browser.person import Person
from tests.browser.town import Town
from tests.sockets.watching import unlimited
from tests.support.served import Person as Account
from web.accounts.sessions import actor_for

PAYLOADS: list[str] = json.loads(
    (Path(__file__).parent.parent / "support" / "hostile.json").read_text()
)
KINDS = 300
HARM = """() => {
  const harm = [...document.querySelectorAll('body *')].filter((each) =>
    [...each.attributes].some(({name}) => name.startsWith('on'))
    || each.matches(`iframe, object, embed, base, math, video, audio, marquee, template, frameset,
      svg script, svg animate, svg set, svg foreignObject, svg a, svg image, body img, body link,
      body meta, body style, input[type=image], [action^=javascript i], [formaction], [ping]`)
    || (each.matches('a[href]')
      && (!/^https?:$/.test(each.protocol) || each.username !== '' || each.password !== '')));
  return [window.harmed ?? 0, ...harm.map((each) => each.outerHTML.slice(0, 200))];
}"""
OF_PUBLIC_PAGES = HARM.replace("https?:", "(https?|tel|sms):")
"""There are numbers to call and to text."""
OF_A_FLYER = HARM.replace("body img,", 'body img:not(.qr[src^="data:image/svg+xml"]),')
"""There is a picture to be read by a phone's camera."""
FIRST = "() => +document.querySelector('.log [data-seq]').dataset.seq"


def tolerated(doing: Callable[[], object]) -> bool:
    """Whether it was let in: what the server refuses can do no harm either."""
    try:
        doing()
    except Refusal:
        return False
    return True


async def spread(town: Town, keeper: Account, author: Account, reporter: Account) -> str:
    """Every payload as words, as a note about them, and as a room with what it is about."""
    admin = await town.known("ada", Role.ADMIN)
    room_id = await town.site.room(keeper, name="Harbour")
    join = membership.JoinRoom(room_id=room_id)

    def say(work: Work) -> list[str]:
        actor = actor_for(work, author.sign_in_id)
        for person in (author, reporter):
            membership.join(work, actor_for(work, person.sign_in_id), join)
        said: list[str] = []

        def post(body: str, warning: str | None = None) -> None:
            command = posting.PostMessage(
                room_id=room_id, nonce=work.new_id(), body=body, warning=warning
            )
            posted = posting.post(work, actor, command, screen=lambda *_, **__: None)
            said.append(posted.message_id)

        for body in PAYLOADS:
            post(body)
        warned = [each for each in PAYLOADS if len(each) <= WARNING_MAX_CHARS]
        assert sum(tolerated(partial(post, each, each)) for each in warned) >= KINDS // 2
        return said

    said = await town.site.server.database.write(say)

    def report(work: Work) -> int:
        actor = actor_for(work, reporter.sign_in_id)

        def made(message_id: str, note: str) -> reporting.ReportMessage:
            nonce = work.new_id()
            return reporting.ReportMessage(
                message_id=message_id, nonce=nonce, reason="other", note=note
            )

        return sum(
            tolerated(partial(reporting.report, work, actor, made(message_id, note)))
            for message_id, note in zip(said, PAYLOADS, strict=False)
        )

    def open_rooms(work: Work) -> int:
        actor = actor_for(work, admin.sign_in_id)

        def named(payload: str) -> room.CreateRoom:
            return room.CreateRoom(
                nonce=work.new_id(),
                name=payload[:50],
                about=payload[:200],
                guidelines=payload,
                access=Access.OPEN,
            )

        return sum(
            tolerated(partial(room.create, work, actor, named(payload))) for payload in PAYLOADS
        )

    assert await town.site.server.database.write(report) >= KINDS
    assert await town.site.server.database.write(open_rooms) >= KINDS // 2
    return room_id


async def unharmed(person: Person) -> None:
    """Whatever is on the page now is made of our own elements alone, and nothing ran."""
    assert await person.page.evaluate(HARM) == [0]


async def all_of(person: Person, more: Locator) -> None:
    """Press for more until there is none, and look each time."""
    await unharmed(person)
    while await more.count():
        await more.click()
        await expect(person.page.get_by_text("Looking …")).to_have_count(0)
        await unharmed(person)


async def test_hundreds_of_payloads_through_every_field_stay_words(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    unlimited(town.site.server, monkeypatch)
    assert len(set(PAYLOADS)) >= KINDS
    mora = await town.known("mora", Role.MODERATOR)
    bo = await town.known("bo", Role.MODERATOR)
    room_id = await spread(town, bo, await town.known("sky"), await town.known("wren"))
    context = await town.profile(mora)
    asked: set[str] = set()
    context.on("request", lambda request: asked.add(urlsplit(request.url).netloc))
    window = await town.tab(context, "mora")
    page = window.page
    page.on("websocket", lambda socket: asked.add(urlsplit(socket.url).netloc))

    # As messages, back to the first of them.
    await window.goes_to(room_id)
    while True:
        await unharmed(window)
        first = await page.evaluate(FIRST)
        if first == 1:
            break
        await window.log.evaluate("(log) => { log.scrollTop = 0; }")
        await expect(window.log.locator(f'[data-seq="{first - 1}"]')).to_be_attached()

    # As something that was looked for, and as everything that was found.
    await window.room_menu("Search in this room")
    for payload in PAYLOADS[::40]:
        await window.dialog.get_by_role("searchbox").fill(payload)
        await page.keyboard.press("Enter")
    await window.dialog.get_by_role("searchbox").fill("harmed")
    await page.keyboard.press("Enter")
    await expect(window.dialog.locator(".found li").first).to_be_visible()
    await all_of(window, window.dialog.get_by_role("button", name="Look further back"))
    await page.keyboard.press("Escape")

    # As drafts, that a reload brings back.
    for payload in PAYLOADS[::60]:
        await window.field.fill(payload)
        await page.reload()
        await expect(window.field).to_have_value(payload)
        await unharmed(window)

    # As a warning: in its dialog, above what is being written, after a reload, and when it went.
    for payload in [each for each in PAYLOADS if 20 < len(each) <= WARNING_MAX_CHARS][::50]:
        words = " ".join(payload.split())
        await window.field.fill("heavy")
        await page.get_by_role("button", name="Add a content warning").click()
        await window.dialog.get_by_label("In a few words").fill(words)
        await unharmed(window)
        await window.press("Done")
        strip = page.locator(".composer").get_by_text(f"Content warning: {words}")
        await expect(strip).to_be_visible()
        await page.reload()
        await expect(strip).to_be_visible()
        await unharmed(window)
        await window.field.press("Enter")
        await expect(strip).to_have_count(0)
        await unharmed(window)

    # As changed words, in the box for them.
    await window.field.fill("to be changed")
    await page.keyboard.press("Enter")
    changed = "to be changed"
    for payload in [each for each in PAYLOADS if "\n" not in each and len(each) < 60][::60]:
        article = window.log.locator("article").last
        await article.hover()
        await article.get_by_role("button", name="What to do with").click()
        await window.press("Change the words")
        box = page.get_by_role("textbox", name="Your message")
        await box.fill(f"{changed} {payload}")
        await unharmed(window)
        await page.get_by_role("button", name="Save", exact=True).click()
        await expect(box).to_have_count(0)
        await unharmed(window)

    # As notes of reports; as names of rooms, what they are about, and their guidelines.
    await page.goto(f"{town.url}/app/reports")
    await expect(page.get_by_role("listitem").first).to_be_visible()
    await all_of(window, page.get_by_role("button", name="Older ones"))
    await page.goto(f"{town.url}/app")
    await expect(page.get_by_role("button", name="Look in").first).to_be_visible()
    await all_of(window, page.get_by_role("button", name="More rooms"))
    for door in (await page.get_by_role("button", name="Look in").all())[::60]:
        await door.click()
        await expect(window.dialog).to_be_visible()
        await unharmed(window)
        await page.keyboard.press("Escape")
    assert asked <= {urlsplit(town.url).netloc, ""}


async def test_what_a_place_says_and_what_is_asked_of_it_stay_words(town: Town) -> None:
    ada, bo = await town.known("ada", Role.ADMIN), await town.known("bo", Role.MODERATOR)
    wren = await town.known("wren")
    anybody = await town.stranger()
    page = anybody.page
    line = {
        "purpose": "crisis",
        "tel": "01 555 0100",
        "languages": ["en"],
        "source": "https://harbour.example",
    }
    kept = 0
    for payload in PAYLOADS[::50]:
        words = " ".join(payload.split())
        decided = {"name": words[:60], "welcome": payload[:500], "guidelines": payload[:4000]}
        own = {**line, "name": words[:500], "hours": words[:500]}
        for name, what in (
            *(("site.change", {field: said}) for field, said in decided.items()),
            ("site.set_helplines", {"country": "IE", "own": [own]}),
        ):
            _status, answer = await town.site.http_command(ada, name, what)
            kept += answer["ok"]
        for path in ("", "help", "sign-up", "app.webmanifest"):
            await page.goto(f"{town.url}/{path}")
            assert await page.evaluate(OF_PUBLIC_PAGES) == [0]
        # What was typed there comes back as it was typed.
        await page.goto(f"{town.url}/sign-up")
        await page.get_by_label("Invitation").fill(words)
        await anybody.sign_up("robin", "short")
        await expect(page.locator("#passphrase-problem")).to_be_visible()
        assert await page.evaluate(OF_PUBLIC_PAGES) == [0]
        for asked in (payload, words):
            await town.site.command(wren, "help.ask", nonce=secrets.token_hex(8), words=asked)
    assert kept >= len(PAYLOADS[::50])

    admin = await town.window(ada)
    await on_flyers(town, ada, admin, anybody)

    # As it is changed by who decides about the place, and read by who answers requests.
    for section in ("face", "guidelines", "help-lines"):
        await admin.page.goto(f"{town.url}/app/care/{section}")
        await expect(admin.page.get_by_role("main").locator("form").first).to_be_visible()
        await unharmed(admin)
    mod = Person(await (await town.profile(bo)).new_page(), town.url, "bo")
    await mod.page.goto(f"{town.url}/app/reports")
    await mod.sees_heading("How we are with each other")
    await unharmed(mod)
    await mod.page.get_by_role("button", name="I have read this. Go on").click()
    await expect(mod.page.get_by_role("main").get_by_text("harmed").first).to_be_visible()
    await unharmed(mod)


async def on_flyers(town: Town, ada: Account, admin: Person, anybody: Person) -> None:
    """Into a room that is called so: as the flyer is made, on paper, and where it leads."""
    page = anybody.page
    await admin.page.goto(f"{town.url}/app/care/invites")
    for payload in PAYLOADS[::100]:
        asked = {"nonce": secrets.token_hex(8), "name": " ".join(payload.split())[:50]}
        made = await town.site.command(ada, "room.create", **asked, access="open")
        await admin.page.reload()
        await admin.page.get_by_role("radio", name="For a flyer").check()
        await admin.page.get_by_label("Into which room").select_option(made["room"]["room_id"])
        await admin.page.get_by_role("button", name="Make the link").click()
        link = await admin.page.get_by_label("The link").input_value()
        for _ in ("as it is shown", "as it is printed"):
            assert await admin.page.evaluate(OF_A_FLYER) == [0]
            await admin.page.emulate_media(media="print")
        await admin.page.emulate_media(media="screen")
        await page.goto(link)
        await expect(page.get_by_text("you ask to be let in")).to_be_visible()
        assert await page.evaluate(OF_PUBLIC_PAGES) == [0]
        await anybody.sign_up("robin", "short")
        await expect(page.locator("#passphrase-problem")).to_be_visible()
        assert await page.evaluate(OF_PUBLIC_PAGES) == [0]


async def test_a_refused_name_comes_back_as_it_was_typed(town: Town) -> None:
    anybody = await town.stranger()
    for payload in PAYLOADS[::75]:
        await anybody.page.goto(f"{town.url}/sign-in")
        await anybody.sign_in(payload.replace("\n", " "), payload)
        await expect(anybody.page.locator(".problem")).to_be_visible()
        await unharmed(anybody)
