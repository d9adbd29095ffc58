"""The composition root: builds the machine and joins its parts. Must never hold a rule."""

from __future__ import annotations

import asyncio
import gc
import signal
import sys
from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Self

import structlog
from aiohttp import web as http

from chatserver import files, logs
from chatserver.bus import MemoryBus
from chatserver.clock import now_ms
from chatserver.config import Config
from chatserver.database import Damaged, Database
from chatserver.execute import Execute, Handler
from chatserver.handlers import handlers
from chatserver.ids import new_id, new_reference, new_token
from chatserver.metrics import Metrics
from chatserver.migrations import upgrade
from chatserver.presence import Presence
from chatserver.read_marks import ReadMarks
from chatserver.sockets.dispatch import Dispatch
from chatserver.sockets.door import Door
from chatserver.sockets.limits import Buckets
from chatserver.sockets.outbound import Outbound
from chatserver.sockets.routing import Routing
from chatserver.sockets.server import SocketServer
from chatserver.sockets.sessions import Sessions
from chatserver.storage import InUse, StorageLock
from chatserver.ticker import Chore, Job, Ticker
from rooms.chat import reactions, retention
from rooms.command import Command
from web import routes
from web.accounts import accounts
from web.accounts.hashing import Argon2Hasher

DATABASE = "chat.sqlite3"
SWITCH_INTERVAL_S = 0.0005
"""How soon a thread that commits gets Python's lock back from a busy loop: measured."""
STORAGE_FAILED = 70
"""Exit status after a commit of unknown outcome: start again and read the file anew."""
UNUSABLE = 78
"""Exit status when the database cannot be used at all."""


class Server:
    """One process, all parts joined. `start`, then `stop`; a test makes as many as it likes."""

    def __init__(
        self,
        config: Config,
        *,
        now: Callable[[], int] = now_ms,
        commands: Mapping[type[Command], Handler] | None = None,
        database: type[Database] = Database,
    ) -> None:
        self.config = config
        self.log = structlog.get_logger()
        self.failed = asyncio.Event()
        self.now = now
        self._commands = commands
        self.database = database(
            config.data_dir / DATABASE,
            now=now,
            new_id=new_id,
            announce=lambda events: self.bus.publish(events),
            on_fatal=self._storage_failed,
        )

    async def start(self) -> Self:
        """Open the database, join the parts, listen. Raises `InUse`, `Damaged`, `OSError`."""
        self.config.data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
        await self.database.open()
        self._join()
        await self._listen()
        self.ticker.start()
        return self

    def _join(self) -> None:
        config, database, now = self.config, self.database, self.now
        call_later = asyncio.get_running_loop().call_later
        self.buckets = Buckets()
        self.sessions = Sessions()
        self.outbound = Outbound()
        self.presence = Presence(self.outbound.deliver, call_later)
        self.routing = Routing(self.outbound, self.sessions, self.presence, call_later)
        self.bus = MemoryBus(self.routing.deliver, self.routing.resync_everyone)
        self.marks = ReadMarks(database)
        self.helplines = files.helplines(config)
        commands = self._commands or handlers(config, self.helplines)
        self.execute = Execute(database, commands, self.buckets, self.marks, now)
        self.hasher = Argon2Hasher(config.argon2_parallel)
        self.metrics = Metrics(database.writer, self.sessions, self.outbound)
        self.ticker = Ticker(
            database,
            now=now,
            sleep=asyncio.sleep,
            chores=[
                Chore("reactions", 500, partial(database.write, reactions.announce_due)),
                Chore("read_marks", 5_000, self.marks.flush),
            ],
            jobs=[Job("retention", 3_600_000, retention.step)],
            report_bug=self.report_bug,
        )

    async def _listen(self) -> None:
        """Take the port first: with port 0 the addresses are known only then."""
        ...

    def report_bug(self, command: str, bug: BaseException) -> str:
        """Log what should not have happened, by class and place alone; its reference."""
        reference = new_reference()
        self.log.error("bug", reference=reference, command=command, exc_info=bug)
        return reference

    def _storage_failed(self, problem: BaseException) -> None:
        self.log.error("storage_failed", exc_info=problem)
        self.failed.set()
