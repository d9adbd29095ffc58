"""The story as a store holds it: told through the domain, at any hour of the day."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from chatserver.config import Config
from chatserver.database import Database
from chatserver.demo.story import Story, read
from chatserver.demo.telling import Told, tell
from chatserver.handlers import handlers
from chatserver.outside import read_helplines
from moderation.conduct.reporting import ListReports, list_reports
from moderation.help.asking import ListHelp, list_help
from rooms.chat import log, membership_store, pins, reading
from rooms.chat.events import MessagePosted
from rooms.chat.views import Standing
from rooms.command import SEQ_MAX
from rooms.people.person import Actor, Role
from tests.support.ids import CountingIds

DAY_MS = 24 * 3600 * 1000
NOW = int(datetime(2026, 11, 20, 20, 30, tzinfo=UTC).timestamp() * 1000)


class Place:
    """A told store, and people who look at it."""

    def __init__(self, story: Story, database: Database, told: Told) -> None:
        self.story, self.database, self.told = story, database, told

    def actor(self, handle: str) -> Actor:
        return Actor(self.told.people[handle], handle, self.story.people[handle].role)

    async def read(self, query: Callable[..., Any], handle: str, command: Any) -> Any:
        return await self.database.read(lambda reader: query(reader, self.actor(handle), command))

    async def messages(self, room: str, handle: str = "nightheron") -> list[MessagePosted]:
        """Everything that somebody can read there."""
        found: list[MessagePosted] = []
        before = SEQ_MAX
        while True:
            asked = log.LogBefore(room_id=self.told.rooms[room], seq=before, limit=200)
            page = await self.read(log.before, handle, asked)
            found = [*page.messages, *found]
            if not page.more:
                return found
            before = page.messages[0].seq


@asynccontextmanager
async def told_at(folder: Path, now: int) -> AsyncIterator[Place]:
    """The story as it stands at that moment."""
    config = Config(data_dir=folder)
    story = read()
    database = Database(folder / "chat.sqlite3", now=lambda: now, new_id=CountingIds())
    await database.open()
    try:
        commands = handlers(config, read_helplines(config))
        yield Place(story, database, await tell(database, commands, story, now=now, zone=UTC))
    finally:
        await database.close()


async def test_what_was_said_is_there_in_order(tmp_path: Path) -> None:
    async with told_at(tmp_path, NOW) as place:
        total = 0
        for room in place.told.rooms:
            said = await place.messages(room)
            total += len(said)
            times = [each.at for each in said]
            assert times == sorted(times)
            assert times[0] > NOW - 42 * DAY_MS and times[-1] <= NOW
        assert total >= 500
        states = [each.state for each in await place.messages("newcomers")]
        assert states.count("hidden") == 1
        good = await place.messages("good")
        assert [each.state for each in good].count("deleted") == 1
        tools = await place.messages("tools")
        assert [each.body[:13] for each in tools if each.edited_at] == ["I've been try"]
        month = next(each for each in good if each.body.startswith("A month."))
        assert month.reactions == {"heart": 6, "well_done": 7}
        assert [each.body for each in good if each.reply_to][:1] == ["DING DING"]
        evening = {each.warning: each for each in await place.messages("evening")}
        assert evening["I drank"].topics == ["relapse"]
        pinned = await place.read(
            pins.list_pinned, "juniper", pins.ListPinned(room_id=place.told.rooms["evening"])
        )
        assert [each.body[:14] for each in pinned.messages] == ["Evening, all. "]


@pytest.mark.parametrize("hour", [0, 4, 13, 23])
async def test_at_any_hour_every_room_has_messages_of_the_last_day(
    tmp_path: Path, hour: int
) -> None:
    now = int((datetime(2026, 11, 20, tzinfo=UTC) + timedelta(hours=hour, minutes=7)).timestamp())
    async with told_at(tmp_path, now * 1000) as place:
        for room in place.told.rooms:
            said = await place.messages(room)
            assert now * 1000 - DAY_MS < said[-1].at <= now * 1000, room


async def test_the_member_finds_rooms_with_something_new_and_a_mention(tmp_path: Path) -> None:
    async with told_at(tmp_path, NOW) as place:
        state = await place.read(reading.sync, "juniper", reading.SyncSession())
        mine = {each.room.room_id: each for each in state.rooms}
        assert len(mine) == 6
        new = [each.unread for each in mine.values()]
        assert 0 < sum(new) < 100, "what she has read is read"
        assert any(new) and not all(new)


async def test_staff_finds_work(tmp_path: Path) -> None:
    async with told_at(tmp_path, NOW) as place:
        reports = (await place.read(list_reports, "nightheron", ListReports())).reports
        assert [(each.author.handle, each.closed_at is None) for each in reports] == [
            ("gravelroad", True),
            ("gravelroad", False),
        ]
        asked = (await place.read(list_help, "nightheron", ListHelp())).requests
        assert [each.person.handle for each in asked] == ["papercrane", "thistle", "tinroof"]

        def at_door(reader: Any) -> Any:
            return membership_store.find(
                reader.sql, place.told.rooms["family"], place.told.people["wayfarer"]
            )

        assert (await place.database.read(at_door)).standing == Standing.WAITING
        assert place.actor("hearthside").role is Role.ADMIN
