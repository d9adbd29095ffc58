"""Which sign-ins of staff were used: remembered for a minute, and of members nothing."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from chatserver import activity
from chatserver.activity import Activity
from chatserver.database import Database
from rooms.people import registry
from rooms.people.person import Actor, Role
from rooms.refusal import Refusal
from rooms.work import Work
from tests.support.clock import ManualClock
from tests.support.ids import CountingIds
from web.accounts import sessions
from web.wire import VERBS

IDLE_MS = 3_600_000


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
async def database(tmp_path: Path, clock: ManualClock) -> AsyncIterator[Database]:
    opened = await Database(tmp_path / "chat.sqlite3", now=clock, new_id=CountingIds()).open()
    yield opened
    await opened.close()


async def sign_in(database: Database, role: Role, handle: str = "river") -> Actor:
    def add(work: Work) -> str:
        user = registry.add(work, work.new_id(), handle, role)
        idle_ms = None if role is Role.MEMBER else IDLE_MS
        return sessions.start(work, user.user_id, f"token-{handle}", 30, idle_ms=idle_ms)

    sign_in_id = await database.write(add)
    return await database.read(lambda reader: sessions.actor_for(reader, sign_in_id))


async def is_live(database: Database, actor: Actor) -> bool:
    try:
        await database.read(lambda reader: sessions.actor_for(reader, actor.sign_in_id))
    except Refusal:
        return False
    return True


async def test_what_is_used_does_not_end(database: Database, clock: ManualClock) -> None:
    used, unused = [
        await sign_in(database, Role.MODERATOR, handle) for handle in ("river", "stone")
    ]
    kept = Activity(database, clock, IDLE_MS)
    clock.advance(minutes=59)
    kept.used(used)
    # The last use before the end is written only after it, up to a minute late.
    clock.advance(ms=sessions.USES_MS)
    await kept.flush()
    clock.advance(ms=sessions.USES_MS)
    assert (await is_live(database, used), await is_live(database, unused)) == (True, False)
    clock.advance(minutes=59)
    assert await is_live(database, used) is False, "an hour after it was used, and a minute"


async def test_of_members_nothing_is_remembered(database: Database, clock: ManualClock) -> None:
    member = await sign_in(database, Role.MEMBER)
    kept = Activity(database, clock, IDLE_MS)
    before = database._raw.total_changes
    kept.used(member)
    await kept.flush()
    assert database._raw.total_changes == before


async def test_what_could_not_be_written_is_kept_for_the_next_time(
    database: Database, clock: ManualClock
) -> None:
    actor = await sign_in(database, Role.ADMIN)
    kept = Activity(database, clock, IDLE_MS)
    clock.advance(minutes=30)
    kept.used(actor)
    await database.writer.stop()
    with pytest.raises(Refusal):
        await kept.flush()
    assert list(kept._used_at) == [actor.sign_in_id]


async def test_what_is_remembered_has_a_bound(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(activity, "WAITING_MAX", 3)
    clock = ManualClock()
    kept = Activity(Database(tmp_path / "x", now=clock, new_id=CountingIds()), clock, IDLE_MS)
    for n in (1, 2, 3, 1, 4):
        kept.used(Actor(f"user{n}", "x", Role.ADMIN, sign_in_id=f"sign-in{n}"))
    assert list(kept._used_at) == ["sign-in3", "sign-in1", "sign-in4"]


def test_what_a_page_asks_by_itself_exists() -> None:
    assert set(VERBS) >= activity.BY_THEMSELVES
