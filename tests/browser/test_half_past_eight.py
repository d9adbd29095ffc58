"""Half past eight: 300 people in one room, and the server is killed under someone's words."""

from __future__ import annotations

import asyncio
import signal
import sqlite3
from pathlib import Path
from urllib.parse import urlsplit

from playwright.async_api import Browser, expect

from tests.browser.crowd import Crowd, settle_in
from tests.browser.person import BODIES, Person, both
from tests.browser.town import Windows
from tests.support.weather import Line, line
from tests.torture.kills import Process

PEOPLE = 300
TALKERS = 12
COUNTS_MAX = 3
"""How many different counts of those here may follow each other while 300 come back."""

# Keeps what stands on the screen over time: the count of those here, notices, lines in the log.
WATCH = """() => {
  window.seen = {counts: [], notices: []};
  const look = () => {
    const count = document.querySelector('.room-head button')?.innerText.trim();
    if (count && count !== window.seen.counts.at(-1)) window.seen.counts.push(count);
    for (const notice of document.querySelectorAll('.toast, .line, [data-announcer]')) {
      const words = notice.innerText.trim();
      if (words && !window.seen.notices.includes(words)) window.seen.notices.push(words);
    }
  };
  look();
  new MutationObserver(look).observe(
    document.body, {subtree: true, childList: true, characterData: true});
}"""


async def test_everybody_comes_back_and_nothing_is_doubled(
    browser: Browser, tmp_path: Path
) -> None:
    people, room_id = await settle_in(tmp_path, PEOPLE)
    writer_person, drafter_person, *others = people
    crowd = Crowd(others, room_id)
    async with line() as over, Windows(browser, over.url) as afloat:
        process = Process(tmp_path, origin=over.url)
        await process.open()
        url = await process.start()
        port = urlsplit(url).port or 0
        over.leads_to(port)
        try:
            async with Windows(browser, url) as ashore:
                await crowd.arrive(url)
                writer = await afloat.window(writer_person, room_id)
                drafter = await ashore.window(drafter_person, room_id)
                scene = Scene(crowd, process, over, writer, drafter)
                await scene.before()
                await scene.the_server_dies()
                await process.start(port)
                await scene.everybody_is_back()
                assert await scene.said_so_far() == stored(tmp_path)
        finally:
            await crowd.go_home()
            try:
                await process.end(signal.SIGTERM)
            finally:
                await process.close()


def stored(folder: Path) -> list[str]:
    """What the database holds, in the order of the log."""
    raw = sqlite3.connect(folder / "chat.sqlite3")
    found = [body for (body,) in raw.execute("SELECT body FROM message ORDER BY seq")]
    raw.close()
    return found


class Scene:
    """What happens, step by step."""

    def __init__(
        self, crowd: Crowd, process: Process, over: Line, writer: Person, drafter: Person
    ) -> None:
        self._crowd, self._process, self._over = crowd, process, over
        self._writer, self._drafter = writer, drafter
        self._pages = (writer, drafter)

    async def before(self) -> None:
        """Everybody is there, and some talk."""
        talkers = self._crowd.members[:TALKERS]
        await asyncio.gather(*(each.say(f"before {at}") for at, each in enumerate(talkers)))
        for person in self._pages:
            await expect(person.presence).to_have_text(f"{PEOPLE} here")
            await expect(person.log.locator(BODIES)).to_have_count(TALKERS)
            await person.page.evaluate(WATCH)
            await person.watches_for_doubles()
        for member in self._crowd.members:
            member.kinds.clear()

    async def the_server_dies(self) -> None:
        """The writer's words have arrived, their answer has not; others speak at that moment."""
        writer, drafter = self._pages
        await drafter.field.press_sequentially("I have been meaning to")
        self._over.go_deaf()
        await writer.say("Please stay with me.")
        await expect(drafter.log.get_by_text("Please stay with me.")).to_be_visible()
        await writer.field.press_sequentially("I don't")
        await expect(writer.log.locator("[data-pending]")).to_contain_text("Sending …")
        speaking = self._crowd.members[-TALKERS:]
        await asyncio.gather(*(each.say(f"during {at}") for at, each in enumerate(speaking)))
        await self._process.end(signal.SIGKILL)
        self._over.mend()
        await self._crowd.all_gone()
        await writer.field.press_sequentially(" know what")

    async def everybody_is_back(self) -> None:
        """By themselves. Then both finish what they had begun."""
        writer, drafter = self._pages
        await self._crowd.all_here()
        for person in self._pages:
            await expect(person.banner).to_have_count(0)
            await expect(person.presence).to_have_text(f"{PEOPLE} here")
        await expect(writer.field).to_have_value("I don't know what")
        await expect(drafter.field).to_have_value("I have been meaning to")
        for person, rest in ((writer, " to do."), (drafter, " say hello.")):
            await person.field.press_sequentially(rest)
            await person.field.press("Enter")
            await expect(person.field).to_have_value("")

    async def said_so_far(self) -> list[str]:
        """Each thing once, in one order, on every screen; and nobody saw a coming and going."""
        writer, drafter = self._pages
        said = [f"before {at}" for at in range(TALKERS)] + [f"during {at}" for at in range(TALKERS)]
        said += ["Please stay with me.", "I don't know what to do."]
        said += ["I have been meaning to say hello."]
        for person in self._pages:
            await expect(person.log.locator(BODIES)).to_have_count(len(said))
            await expect(person.log.locator("[data-pending]")).to_have_count(0)
        order = await writer.bodies()
        assert sorted(order) == sorted(said)
        await both(writer.sees(*order), drafter.sees(*order))
        await self._crowd.all_show(order)
        for member in self._crowd.members:
            assert not member.screen.twice
            assert not member.unanswered and not member.refusals
            assert not member.kinds & {"member.joined", "member.left"}
        for person in self._pages:
            await person.saw_nothing_twice()
            seen = await person.page.evaluate("window.seen")
            assert seen["counts"][0] == seen["counts"][-1] == f"{PEOPLE} here", seen
            assert len(seen["counts"]) <= COUNTS_MAX, seen
            assert all(is_about_messages(words) for words in seen["notices"]), seen
        return order


def is_about_messages(words: str) -> bool:
    """What is read aloud: somebody's words, or how many there are."""
    return "new message" in words or ": " in words
