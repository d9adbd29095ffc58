"""Hundreds of hostile words through every field: none of them runs, and nobody else is asked."""

from __future__ import annotations

import json
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


async def test_a_refused_name_comes_back_as_it_was_typed(town: Town) -> None:
    anybody = await town.stranger()
    for payload in PAYLOADS[::75]:
        await anybody.page.goto(f"{town.url}/sign-in")
        await anybody.sign_in(payload.replace("\n", " "), payload)
        await expect(anybody.page.locator(".problem")).to_be_visible()
        await unharmed(anybody)
