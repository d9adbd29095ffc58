"""Serves the community from a folder of its own, until told to stop; then the folder is gone.

Must never read anybody's settings, nor leave anything behind.
"""

from __future__ import annotations

import asyncio
import signal
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from datetime import tzinfo
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import msgspec

from chatserver.app import Server
from chatserver.clock import now_ms
from chatserver.config import Config
from chatserver.database import Database
from chatserver.demo.company import Company, Pace
from chatserver.demo.following import StandingIn
from chatserver.demo.placing import hour_of
from chatserver.demo.sign_ins import SignIn, open_accounts, tokens
from chatserver.demo.story import Story, read
from chatserver.demo.talk import read_talk
from chatserver.demo.telling import Told, tell
from chatserver.handlers import handlers
from chatserver.ids import jitter, new_id, new_token
from chatserver.journal import Journal
from chatserver.outside import read_helplines
from chatserver.replaying import open_store
from chatserver.requests import ConfirmHelplines
from web.accounts.hashing import Argon2Hasher

PORT: Final = 8080
_PORTS: Final = 100
"""How many ports after the usual one are tried."""


class Demo:
    """A community that is being served."""

    def __init__(
        self,
        server: Server,
        sign_ins: list[SignIn],
        company: Company,
        told: Told,
        standing_in: StandingIn,
    ) -> None:
        self.server = server
        self.sign_ins = sign_ins
        self.company = company
        self.told = told
        self.standing_in = standing_in

    @property
    def url(self) -> str:
        """Where it is."""
        return self.server.config.public_url


@asynccontextmanager
async def served(
    *,
    port: int = PORT,
    now: Callable[[], int] = now_ms,
    make_id: Callable[[], str] = new_id,
    make_token: Callable[[], str] = new_token,
    chance: Callable[[], float] = jitter,
    zone: tzinfo | None = None,
    pace: Pace | None = None,
    folder: Path | None = None,
) -> AsyncIterator[Demo]:
    """The community, everybody there, in a folder that is removed at the end.

    Whoever wants them to talk lets `company.run` run.
    """
    with TemporaryDirectory(prefix="chatserver-demo-", dir=folder) as place:
        story = read()
        config = Config(
            port=port,
            data_dir=Path(place),
            site_name=story.site_name,
            demo=True,
            log_level="warning",
        )
        told, ways_in, keys = await _furnish(config, story, now, make_id, make_token, zone)
        server = await Server(config, now=now).start()
        company = Company(
            server.url,
            story,
            told,
            read_talk(story),
            keys,
            hour=lambda: hour_of(now(), zone),
            chance=chance,
            pace=pace,
        )
        try:
            # So that visitors can also come in by themselves.
            await server.desk.confirm_helplines(ConfirmHelplines())
            await company.arrive()
            standing_in = StandingIn(server.database, story, told.people)
            yield Demo(server, ways_in, company, told, standing_in)
        finally:
            await company.stop()
            await server.stop()


async def serve(port: int, greet: Callable[[Demo], None]) -> None:
    """Serve and let them talk, until SIGTERM, Ctrl-C or a storage that fails."""
    told = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, told.set)
    async with served(port=port) as demo:
        greet(demo)
        talking = asyncio.create_task(demo.company.run())
        standing_in = asyncio.create_task(demo.standing_in.run())
        waiting = [asyncio.create_task(event.wait()) for event in (told, demo.server.failed)]
        await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        for task in (*waiting, talking, standing_in):
            task.cancel()
        await asyncio.gather(talking, standing_in, return_exceptions=True)


def free_port(wanted: int = PORT, host: str = "127.0.0.1") -> int:
    """The port that was wanted, or the next one that nobody uses."""
    for port in range(wanted, wanted + _PORTS):
        with suppress(OSError), socket.create_server((host, port)):
            return port
    return 0


async def _furnish(
    config: Config,
    story: Story,
    now: Callable[[], int],
    make_id: Callable[[], str],
    make_token: Callable[[], str],
    zone: tzinfo | None,
) -> tuple[Told, list[SignIn], dict[str, str]]:
    """Write the story into a new store, before anybody is served."""
    helplines = read_helplines(config)
    journal = Journal(config.journal_path, keep_days=config.journal_days)
    database = Database(config.database_path, now=now, new_id=make_id, journal=journal)
    hasher = Argon2Hasher(config.argon2_parallel)
    await open_store(database)
    try:
        commands = handlers(config, helplines)
        told = await tell(database, commands, story, now=now(), zone=zone)
        ways_in = await open_accounts(
            database, story, told, hasher, new_token=make_token, now=now()
        )
        keys = await tokens(database, story, told, make_token)
    finally:
        await database.close()
        hasher.close()
    return told, ways_in, dict(keys)


def as_json(demo: Demo) -> str:
    """Where it is and how to come in, for machines."""
    return msgspec.json.encode({"url": demo.url, "sign_ins": demo.sign_ins}).decode()
