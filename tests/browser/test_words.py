"""Every view in the pseudo-language: no text is without its marks, and longer words still fit.

What stands between the marks came out of a catalogue; people's own words are known to the test.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest_asyncio
from playwright.async_api import Browser, expect

from rooms.people.person import Role
from tests.browser import views
from tests.browser.person import PASSPHRASE, Person
from tests.browser.test_views import AMISS
from tests.browser.town import Town
from tests.house.tree import ROOT
from tests.support.served import Person as Known
from tests.support.served import served
from web.language import PSEUDO

SITE, HANDLE, ROOM, ABOUT, BODY = (
    "Harbour",
    "skylark",
    "Evening",
    "Come as you are",
    "a thing I say",
)
NOTE, WARNING, PLEA = "it hurts", "a hard night", "please come"
PEOPLE = (HANDLE, "mora", "ada", "ben", "wren")
WRITTEN = (
    *PEOPLE,
    *(SITE, ROOM, ABOUT, "Be kind", "Another"),
    *(BODY, views.OWN, views.MADE_UP, NOTE, WARNING, PLEA, PASSPHRASE),
)
# How Intl writes a day or a time, which needs no words of ours; keys as they stand on a keyboard.
DAYS = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July"
    r"|August|September|October|November|December|at|AM|PM|UTC|Ctrl|Esc|Shift|Enter|[A-Z]|F6|Up)\b"
)

# What is shown or heard, in its order: [text, whether it stands between marks].
SAID = r"""() => {
  const found = [];
  let depth = 0;
  const add = (text) => {
    let outside = '';
    for (const sign of text) {
      if (sign === '⟦') depth += 1;
      else if (sign === '⟧') depth -= 1;
      else if (depth === 0) outside += sign;
    }
    if (/\p{L}/u.test(outside)) found.push(outside.trim());
  };
  const silent = 'script, style, noscript, .avatar, .codes, .secret, .big-code, kbd, ' +
    '[data-name], [data-suggestions] button';
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const {parentElement: parent, data} = texts.currentNode;
    if (!parent.closest(silent) && parent.checkVisibility()) add(data);
  }
  const heard = ['aria-label', 'aria-description', 'title', 'placeholder', 'alt'];
  for (const each of document.querySelectorAll(heard.map((name) => `[${name}]`).join()))
    for (const name of heard) if (each.checkVisibility()) add(each.getAttribute(name) ?? '');
  add(document.title);
  return found;
}"""


@pytest_asyncio.fixture(loop_scope="session")
async def town(browser: Browser, tmp_path: Path) -> AsyncIterator[Town]:
    """A site that speaks the pseudo-language."""
    async with (
        served(tmp_path, site_name=SITE, language=PSEUDO) as site,
        Town(browser, site) as opened,
    ):
        yield opened


def texts_of(thing: Any) -> Iterator[str]:
    """Every text in data, such as help lines, which are not words of the pages."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, list | tuple | dict):
        for each in thing.values() if isinstance(thing, dict) else thing:
            yield from texts_of(each)


LISTENED_FOR = frozenset(
    line
    for path in (ROOT / "moderation/detection/lexicons").glob("*.toml")
    for term in tomllib.loads(path.read_text()).get("term", [])
    for line in texts_of(term)
    if " " in line or "." in line
)
"""The list of words of danger, line by line: what a group may read is data as well."""


async def unmarked(person: Person, town: Town) -> list[str]:
    """What is on the page that neither people wrote nor a catalogue knows."""
    lines = {*texts_of(msgspec.to_builtins(town.site.server.helplines)), *LISTENED_FOR}
    # The shortest of them are codes of languages, which stand in many words.
    known = sorted((each for each in {*WRITTEN, *lines} if len(each) > 2), key=len, reverse=True)
    found = []
    for text in await person.page.evaluate(SAID):
        rest = text
        for each in known:
            rest = rest.replace(each, "")
        rest = DAYS.sub("", re.sub(r"\S+\.\S+|\S*/\S*", "", rest))
        if any(map(str.isalpha, rest)):
            found.append(text)
    return found


async def amiss(person: Person, town: Town, through: AsyncIterator[str]) -> list[str]:
    """What is left out or does not fit, view by view."""
    found = []
    async for name in through:
        seen = (*await unmarked(person, town), *await person.page.evaluate(AMISS))
        found += [f"{name}: {what}" for what in seen]
        await views.close(person)
    return found


async def test_every_page_outside(town: Town) -> None:
    anybody = await town.stranger(viewport=views.SMALLEST)
    assert "\n".join(await amiss(anybody, town, views.outside(anybody))) == ""


async def test_every_view_inside(town: Town) -> None:
    mora, sky = await town.known("mora", Role.MODERATOR), await town.known(HANDLE)
    room_id = await town.site.room(mora, name=ROOM, about=ABOUT, guidelines="Be kind")
    await town.site.room(await town.known("ada", Role.ADMIN), name="Another", about=ABOUT)
    await town.says(sky, room_id, BODY, guidelines=1)
    await tell_those_who_moderate(town, sky, room_id)
    window = await town.window(mora, viewport=views.SMALLEST, has_touch=True)
    await window.goes_to(room_id)
    await window.act(BODY, "With love")
    await expect(window.message(BODY).locator(".reaction")).to_be_visible()
    assert "\n".join(await amiss(window, town, views.inside(window, room_id, BODY))) == ""


async def tell_those_who_moderate(town: Town, sky: Known, room_id: str) -> None:
    """A message with a warning is reported, and somebody asks for a person."""
    ben = await town.known("ben")
    await town.says(ben, room_id, guidelines=1)
    heavy = {"room_id": room_id, "nonce": "heavy", "body": BODY + BODY, "warning": WARNING}
    said = await town.site.command(sky, "message.post", topics=["loss"], **heavy)
    about = {"message_id": said["message_id"], "reason": "unkind", "note": NOTE}
    await town.site.command(ben, "message.report", nonce="report", **about)
    await town.site.command(ben, "help.ask", nonce="help", words=PLEA)


async def test_the_page_of_people(town: Town) -> None:
    await town.known(HANDLE)
    admin = await town.known("ada", Role.ADMIN)
    await town.site.command(admin, "invite.create", kind="invite", valid_h=24)
    ada = await town.window(admin, viewport=views.SMALLEST, has_touch=True)
    assert "\n".join(await amiss(ada, town, views.staff(ada, HANDLE))) == ""


async def test_what_is_ones_own(town: Town) -> None:
    anybody = await town.stranger(viewport=views.SMALLEST, has_touch=True)
    assert "\n".join(await amiss(anybody, town, views.own(anybody))) == ""


async def test_at_the_door_and_kept_out(town: Town) -> None:
    found = []
    async for person, name in views.kept_out(town):
        found += [f"{name}: {what}" for what in await unmarked(person, town)]
    assert "\n".join(found) == ""
