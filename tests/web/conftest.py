"""A site on a free port with a real database, and people to visit it."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from chatserver.database import Database
from chatserver.migrations import upgrade
from rooms.event import Event
from tests.support.clock import ManualClock
from tests.support.ids import CountingIds
from tests.web.visiting import Visit, visit


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def announced() -> list[Event]:
    """What the writer told the bus, in order."""
    return []


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database, made once and copied for each test."""
    path = tmp_path_factory.mktemp("migrated") / "chat.sqlite3"
    upgrade(path)
    return path


@pytest.fixture
async def database(
    tmp_path: Path, migrated: Path, clock: ManualClock, announced: list[Event]
) -> AsyncIterator[Database]:
    path = tmp_path / "chat.sqlite3"
    shutil.copy(migrated, path)
    opened = Database(path, now=clock, new_id=CountingIds(), announce=announced.extend)
    await opened.open()
    yield opened
    await opened.close()


@pytest.fixture
async def site(database: Database, clock: ManualClock) -> AsyncIterator[Visit]:
    """A site at a plain http loopback address."""
    async with visit(database, clock) as visiting:
        yield visiting
