"""A hundred thousand messages in a room: read far back, gone to from anywhere, never a jump."""

from __future__ import annotations

from playwright.async_api import expect
from sqlalchemy import text

from rooms.chat.tables import message
from rooms.people.person import Role
from rooms.work import Work
from tests.browser.person import Person
from tests.browser.town import Pair, Town
from tests.support.served import Person as Account

COUNT = 100_000
NEEDLE = COUNT // 2
HELD_MAX = 300
NODES_MAX = HELD_MAX * 25
WORDS = "and then we talked for a while about how the evenings are, and what helps with them. " * 5

# Made in the store at once: one message of a person's own is the pattern for all the others.
NEW = {
    "message_id": "printf('many%08d', i)",
    "seq": "i",
    "post_no": "i",
    "nonce": "'many' || i",
    "author_id": "CASE WHEN i % 7 < 3 THEN :other ELSE seed.author_id END",
    "body": "'line ' || i || CASE WHEN i = :needle THEN ' the needle' ELSE"
    " substr(' ' || :words, 1, (i * 37) % 400) END",
    "folded": "'line ' || i || CASE WHEN i = :needle THEN ' the needle' ELSE '' END",
    "posted_at": "seed.posted_at - (:count - i) * 60000",
    "changed_seq": "i",
}
COLUMNS = [column.name for column in message.columns]
NUMBERS = "WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < :count) "
MESSAGES = (
    f"{NUMBERS} INSERT INTO message ({', '.join(COLUMNS)})"  # noqa: S608
    f" SELECT {', '.join(NEW.get(name, f'seed.{name}') for name in COLUMNS)}"
    " FROM n, message AS seed WHERE seed.room_id = :room_id AND seed.seq = 1"
)
ENTRIES = (
    f"{NUMBERS} INSERT INTO log_entry (room_id, seq, kind, message_id, at)"  # noqa: S608
    " SELECT said.room_id, i, 'message.posted', said.message_id, said.posted_at"
    " FROM n, message AS said WHERE said.room_id = :room_id AND said.seq = i"
)
FIRST = (
    "UPDATE message SET posted_at = posted_at - :count * 60000 WHERE room_id = :room_id AND seq = 1"
)
HEAD = "UPDATE room SET last_seq = :count, posts = :count WHERE room_id = :room_id"
READ = "UPDATE membership SET last_read = :count, posts_read = :count WHERE room_id = :room_id"

SEQS = "() => [...document.querySelectorAll('.log [data-seq]')].map((row) => +row.dataset.seq)"
NODES = "() => document.querySelectorAll('.log *').length"
# Watches, frame by frame, that the row at the top of what is seen stays exactly where it was.
WATCH = """() => {
  const log = document.querySelector('.log');
  const edge = log.getBoundingClientRect().top;
  const place = (row) => row.getBoundingClientRect().top - edge;
  const row = [...log.querySelectorAll('[data-seq]')].find((each) => place(each) >= 0);
  const [seq, at] = [row.dataset.seq, place(row)];
  window.moved = [];
  window.watching = true;
  const look = () => {
    const now = log.querySelector(`[data-seq="${seq}"]`);
    if (!now) window.moved.push(`${seq} is gone`);
    else if (Math.abs(place(now) - at) > 1.5) window.moved.push(`${seq}: ${at} to ${place(now)}`);
    if (window.watching) requestAnimationFrame(look);
  };
  look();
  return +seq;
}"""
COME = """([back, edge]) => new Promise((settle) => {
  const look = () => {
    const rows = [...document.querySelectorAll('.log [data-seq]')];
    const seq = +rows.at(back ? 0 : -1).dataset.seq;
    if (back ? seq < edge : seq > edge) settle();
    else requestAnimationFrame(look);
  };
  look();
})"""
MOVED = """() => new Promise((settle) => requestAnimationFrame(() => requestAnimationFrame(() => {
  window.watching = false;
  settle(window.moved);
})))"""


async def filled(town: Town, keeper: Account, other: Account, room_id: str) -> None:
    """Many messages of two people, a minute apart, as long and as short as people's are."""
    await town.says(keeper, room_id, "line 1")

    def fill(work: Work) -> None:
        row = {"room_id": room_id, "count": COUNT}
        said = {**row, "other": other.user_id, "needle": NEEDLE, "words": WORDS}
        work.sql.run(text(MESSAGES), **said)
        for statement in (ENTRIES, FIRST, HEAD, READ):
            work.sql.run(text(statement), **row)

    await town.site.server.database.write(fill)


async def seqs(person: Person) -> list[int]:
    """What is held of the log: without a hole, and never more than so much."""
    held: list[int] = await person.page.evaluate(SEQS)
    assert held == list(range(held[0], held[-1] + 1))
    assert len(held) <= HELD_MAX
    assert await person.page.evaluate(NODES) <= NODES_MAX
    return held


async def reads_on(person: Person, pages: int, *, back: bool) -> None:
    """Page after page comes in at one end, and the line that is read stays where it is."""
    place = 400 if back else "log.scrollHeight - log.clientHeight - 400"
    for _ in range(pages):
        held = await seqs(person)
        await person.log.evaluate(f"(log) => {{ log.scrollTop = {place}; }}")
        await person.page.evaluate(WATCH)
        edge = held[0] if back else held[-1]
        await person.page.evaluate(COME, [back, edge])
        assert await person.page.evaluate(MOVED) == []


async def finds(person: Person, words: str) -> None:
    """Search in the room, and go where it was said."""
    await person.room_menu("Search in this room")
    await person.dialog.get_by_role("searchbox").fill(words)
    await person.page.keyboard.press("Enter")
    await person.dialog.get_by_role("link", name="Show it in its place").click()
    await expect(person.dialog).to_have_count(0)


async def test_a_hundred_thousand_messages_are_read_without_a_jump(pair: Pair) -> None:
    mora, robin, town, room_id, name = pair
    await robin.page.get_by_role("link", name="All rooms").click()
    await filled(town, await town.known("sky"), await town.known("wren", Role.MEMBER), room_id)
    await robin.page.reload()
    await robin.enters(name)
    last = robin.log.locator(f'[data-seq="{COUNT}"]')
    await expect(last).to_be_in_viewport()

    # Up through many pages, and some of the way down again.
    await reads_on(robin, 12, back=True)
    assert (await seqs(robin))[0] < COUNT - 600
    await reads_on(robin, 4, back=False)

    # To the first one there is, and on from there.
    await robin.log.locator("article[tabindex]").focus()
    await robin.page.keyboard.press("Home")
    first = robin.log.locator('[data-seq="1"]')
    await expect(first).to_be_focused()
    await expect(first).to_be_in_viewport()
    await reads_on(robin, 8, back=False)

    # To something in the midst of it, by its words.
    await finds(robin, "needle")
    needle = robin.log.locator(f'[data-seq="{NEEDLE}"]')
    await expect(needle).to_be_in_viewport()
    await expect(needle).to_be_focused()
    await expect(needle).to_contain_text("the needle")
    await reads_on(robin, 3, back=True)

    # Answered from there: one's own words are in sight, and their quote leads back.
    await finds(robin, "needle")
    await robin.act(f"line {NEEDLE} the needle", "Reply")
    await robin.say("I remember")
    answer = robin.message("I remember")
    await expect(answer).to_be_in_viewport()
    await answer.get_by_role("button", name="Answers: sky line 50000 the needle").click()
    await expect(needle).to_be_focused()
    await expect(needle).to_be_in_viewport()

    # What is said meanwhile moves nothing, and is counted.
    await robin.page.evaluate(WATCH)
    await mora.say("are you there?")
    to_end = robin.page.get_by_role("button", name="1 new, go to the latest")
    await expect(to_end).to_be_visible()
    assert await robin.page.evaluate(MOVED) == []
    await to_end.click()
    await expect(robin.log.get_by_text("are you there?", exact=True)).to_be_in_viewport()
    await expect(to_end).to_have_count(0)
    await expect(robin.room_link(name).locator(".count")).to_have_count(0)
    await seqs(robin)
