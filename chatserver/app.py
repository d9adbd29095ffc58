"""The composition root: builds the machine and joins its parts. Must never hold a rule."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from time import perf_counter
from typing import Self

import structlog
from aiohttp import web as http

from chatserver import upkeep, web_push
from chatserver.activity import Activity
from chatserver.alerts import Alerts
from chatserver.blocks import Blocks
from chatserver.bus import Bus, MemoryBus
from chatserver.clock import now_ms
from chatserver.config import Config
from chatserver.console import Console, TooLong
from chatserver.database import Database
from chatserver.documents import served as documents
from chatserver.execute import Execute, Handler
from chatserver.handlers import handlers
from chatserver.hearing import EVERY_MS, Hearing
from chatserver.ids import new_id, new_reference, new_token
from chatserver.jobs import JOBS
from chatserver.journal import Journal
from chatserver.metrics import Metrics
from chatserver.operations import Desk, answer_line
from chatserver.outside import configured, read_helplines
from chatserver.presence import Presence
from chatserver.read_marks import ReadMarks
from chatserver.replaying import open_store
from chatserver.senders import own_key
from chatserver.sockets.dispatch import Dispatch
from chatserver.sockets.door import Door
from chatserver.sockets.limits import Buckets, Limiter
from chatserver.sockets.notices import Notices
from chatserver.sockets.outbound import Outbound
from chatserver.sockets.routing import Routing
from chatserver.sockets.server import PATH, SocketServer
from chatserver.sockets.sessions import Sessions
from chatserver.ticker import Chore, Ticker, Turns
from moderation.detection import lexicon
from moderation.events import WordListChanged
from moderation.listening import hears
from rooms.chat import reactions
from rooms.command import Command
from rooms.event import Event
from rooms.people.blocking import all_blocks
from rooms.refusal import Refusal
from rooms.work import Reader
from web import routes
from web.accounts import erasing, exporting, invites, sessions
from web.accounts.hashing import Argon2Hasher
from web.accounts.invite_codes import link_of
from web.accounts.registration import helplines_confirmed
from web.context import Settings, Site
from web.delivery import delivery
from web.files import all_files
from web.language import Language
from web.site.decided import decided, in_force
from web.site.events import SiteChanged
from web.site.place import Place
from web.templating import Pages

BACKLOG = 4096
"""Connections that may wait for us to accept them: everybody comes back at once."""
READY_WITHIN_S = 2.0
"""A part that takes longer to answer is not ready."""
GOODBYE_S = 2.0
"""How long an answer that is on its way may take while we stop."""

MakeBus = Callable[
    [Callable[[Event], None], Callable[[], None], Callable[[str, BaseException], object]], Bus
]
"""A bus that hands events to the first, calls the second when it has lost some, and the third when
delivering one failed."""


class Server:
    """One process, all parts joined. `start`, then `stop`; a test makes as many as it likes.

    `commands`, `database` and `bus` are there for tests that plant a fault.
    """

    def __init__(
        self,
        config: Config,
        *,
        now: Callable[[], int] = now_ms,
        commands: Mapping[type[Command], Handler] | None = None,
        database: type[Database] = Database,
        bus: MakeBus = MemoryBus,
    ) -> None:
        self.config = config
        self.now = now
        self._make_bus = bus
        self._ready_until = 0
        self._ready_parts: Mapping[str, bool] = {}
        self.log = structlog.get_logger()
        self.failed = asyncio.Event()
        """Set when the storage can no longer be trusted: the process must end."""
        self.helplines = read_helplines(config)
        self.place = Place(configured(config, self.helplines))
        self.language = Language(config.language)
        self.hearing = Hearing(lexicon.default(), self.report_bug)
        self.commands = commands or handlers(
            config,
            self.helplines,
            lambda: self.config.public_url,
            lambda: web_push.encoded(web_push.public(self.push_key)),
            lambda: self.hearing.now,
        )
        self.database = database(
            config.database_path,
            now=now,
            new_id=new_id,
            announce=lambda events: self.bus.publish(events),
            on_fatal=self._storage_failed,
            journal=Journal(config.journal_path, keep_days=config.journal_days),
        )

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://{self.config.host}:{self.config.port}"

    @property
    def has_journal_gap(self) -> bool:
        """Whether lines of the journal are lost or can't be read."""
        witness = self.database.witness
        return witness is not None and witness.journal.has_gap

    async def start(self) -> Self:
        """Open the database, join the parts, listen.

        Raises `storage.InUse`, `storage.Damaged`, what an unusable journal raises, or OSError
        when the port is taken.
        """
        self.config.data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._join_live()
        listening = socket.create_server((self.config.host, self.config.port), backlog=BACKLOG)
        try:
            await open_store(self.database)
        except BaseException:
            listening.close()
            raise
        self.push_key = await self.database.write(own_key)
        self._join_store()
        await self._read_blocks()
        await self._read_place()
        await self.hearing.follow(self.database)
        await self._listen(listening)
        await self._open_console()
        self.ticker.start()
        self.alerts.start()
        self.log.info("listening", port=self.config.port)
        return self

    async def stop(self) -> None:
        """Take no more, answer what was taken, say goodbye, close the file last."""
        await self._site_socket.stop()
        self.desk.stop()
        await self.console.stop()
        await self.ticker.stop()
        await self.alerts.stop()
        await self.sockets.close()
        with suppress(Refusal):  # read marks are lossy by promise; a full disk must not hold us up
            await self.marks.flush()
            await self.activity.flush()
        await self._runner.cleanup()
        await self.database.close()
        self.hasher.close()

    async def waits_for_lines(self) -> bool:
        """Whether anybody could come in by themselves, had somebody called the help lines."""
        settings = self.place.configured

        def waits(reader: Reader) -> bool:
            now = in_force(reader, settings)
            return now.chosen == "open" and not helplines_confirmed(reader, now.fingerprint)

        return await self.database.read(waits)

    async def first_admin_link(self) -> str | None:
        """A one-time link for the first administrator, or None when there is one."""
        code = await self.database.write(lambda work: invites.first_admin_invite(work, new_token))
        return None if code is None else link_of(self.config.public_url, "invite", code)

    def report_bug(self, command: str, bug: BaseException) -> str:
        """Log what should not have happened, by class and place alone; returns its reference."""
        reference = new_reference()
        self.metrics.bugs.inc()
        self.log.error("bug", reference=reference, command=command, exc_info=bug)
        return reference

    def _committed(self, seconds: float) -> None:
        self.metrics.commits.observe(seconds)
        self.upkeep.committed()

    def _join_live(self) -> None:
        """What lives in memory alone."""
        call_later = asyncio.get_running_loop().call_later
        self.buckets = Buckets()
        self.sessions = Sessions()
        self.blocks = Blocks()
        self.outbound = Outbound(self.blocks)
        self.presence = Presence(self.outbound.deliver, call_later)
        self.notices = Notices(self.outbound, self.sessions, self.blocks, call_later)
        self.routing = Routing(
            self.outbound, self.sessions, self.presence, self.notices, self.blocks
        )
        self.bus = self._make_bus(self._deliver, self._bus_lost, self.report_bug)
        self.hasher = Argon2Hasher(self.config.argon2_parallel)

    def _join_store(self) -> None:
        """What needs the open database."""
        database, now = self.database, self.now
        self.metrics = Metrics(database.writer, self.sessions, self.outbound)
        self.upkeep = upkeep.Upkeep(database, now)
        self.desk = Desk(database, lambda: self.config, self.helplines, now, new_token)
        database.writer.committed = self._committed
        self.marks = ReadMarks(database)
        self.activity = Activity(database, now, self.config.staff_idle_min * 60_000)
        self.execute = Execute(
            database,
            self.commands,
            self.buckets,
            self.marks,
            self.presence,
            self.blocks,
            now,
            used=self.activity.used,
        )
        self.dispatch = Dispatch(
            self.execute,
            self.routing,
            self.outbound,
            self.presence,
            self.notices,
            self.report_bug,
            self.language.say,
        )
        self.alerts = Alerts(
            database,
            self.config,
            self.push_key,
            now,
            self.metrics,
            self.report_bug,
            lambda: hears(self.hearing.now),
        )
        self.ticker = Ticker(
            database,
            now=now,
            sleep=asyncio.sleep,
            chores=self._chores(database),
            jobs=JOBS,
            report_bug=self.report_bug,
        )

    def _chores(self, database: Database) -> tuple[Chore, ...]:
        erase = partial(erasing.step, after_erasure=upkeep.owe)
        erasures = Turns(database, erasing.next_due, erase)
        exports = Turns(database, exporting.next_due, exporting.step)
        return (
            Chore("reactions", 500, partial(database.write, reactions.announce_due)),
            Chore("word_list", EVERY_MS, partial(self.hearing.follow, database)),
            Chore("read_marks", 5_000, self.marks.flush),
            Chore("activity", sessions.USES_MS, self.activity.flush),
            Chore("erasures", 500, erasures.run),
            Chore("exports", 500, exports.run),
            Chore("upkeep", upkeep.EVERY_MS, self.upkeep.run),
            Chore("journal", 5_000, self.desk.tidy_journal),
            Chore("audit_head", 24 * 3_600_000, self.desk.note_audit),
        )

    async def _listen(self, listening: socket.socket) -> None:
        """Serve on a port that is taken already: with port 0 our own address is known only then."""
        self.config = self.config.at_port(listening.getsockname()[1])
        site = self._site(self.config)
        door = Door(site.settings, self.database, self.buckets, self.now)
        self.sockets = SocketServer(
            admit=door.admit,
            dispatch=self.dispatch,
            routing=self.routing,
            outbound=self.outbound,
            sessions=self.sessions,
            report_bug=self.report_bug,
            say=self.language.say,
        )
        app = routes.build_app(site)
        app.router.add_get(PATH, door.let_in(self.sockets.handle))
        self._runner = http.AppRunner(
            app,
            access_log=None,
            auto_decompress=False,
            handler_cancellation=False,
            lingering_time=GOODBYE_S,
            shutdown_timeout=GOODBYE_S,
        )
        await self._runner.setup()
        self._site_socket = http.SockSite(self._runner, listening)
        await self._site_socket.start()

    async def _open_console(self) -> None:
        """Let the command line reach us. Without it the place works all the same."""
        answer = partial(answer_line, self.desk, self.report_bug)
        self.console = Console(self.config.data_dir, answer)
        try:
            await self.console.start()
        except (OSError, TooLong) as problem:
            self.log.warning("console_failed", exc_info=problem)

    def _site(self, config: Config) -> Site:
        """What the pages and the JSON interface may use."""
        settings = Settings(
            public_url=config.public_url,
            allowed_origins=config.allowed_origins,
            trusted_networks=config.trusted_networks,
            sign_in_days=config.session_days,
            staff_idle_ms=config.staff_idle_min * 60_000,
            exit_url=config.exit_url,
            development=config.development,
            metrics_token=config.metrics_token,
        )
        delivered = delivery()
        return Site(
            settings=settings,
            store=self.database,
            run=self.execute.run_over_http,
            limiter=Limiter(self.buckets, self.now),
            hasher=self.hasher,
            log=self.log,
            pages=Pages(
                lambda: self.place.now,
                delivered=delivered,
                demo=config.demo,
                language=self.language,
            ),
            files=all_files(
                {**documents(), **self.language.documents()},
                delivered,
                development=config.development,
            ),
            place=self.place,
            new_token=new_token,
            used=self.activity.used,
            report_bug=self.report_bug,
            elapsed_ms=lambda: perf_counter() * 1000,
            ready=self._ready,
            metrics=self.metrics.text,
        )

    async def _ready(self) -> Mapping[str, bool]:
        """Whether each part answers. Asked for real at most once a second, whoever asks."""
        if self.now() >= self._ready_until:
            self._ready_until = self.now() + 1000
            self._ready_parts = await self._ask_parts()
        return self._ready_parts

    async def _ask_parts(self) -> Mapping[str, bool]:
        """A read, an empty command through the writer, and whether the bus keeps up."""
        reads = writes = False
        with suppress(Exception):
            async with asyncio.timeout(READY_WITHIN_S):
                reads = await self.database.read(lambda reader: reader.epoch != "")
                writes = await self.database.write(lambda work: True)
        return {"database": reads, "writer": writes, "bus": self.bus.keeps_up}

    async def _read_blocks(self) -> None:
        """Who is kept apart from whom, as the store has it."""
        self.blocks.load(await self.database.read(lambda reader: list(all_blocks(reader))))

    async def _read_place(self) -> None:
        """What was decided about the place, as the store has it."""
        self.place.load(await self.database.read(decided))

    def _deliver(self, event: Event) -> None:
        """Our own pages follow what everyone is told."""
        if isinstance(event, SiteChanged):
            self._reading_place = asyncio.create_task(self._read_place())
        if isinstance(event, WordListChanged):
            self._following = asyncio.create_task(self.hearing.follow(self.database))
        self.routing.deliver(event)

    def _bus_lost(self) -> None:
        """What was lost may have kept two people apart: ask the store, and let everyone ask."""
        self.routing.resync_everyone()
        self._reading_blocks = asyncio.create_task(self._read_blocks())
        self._reading_place = asyncio.create_task(self._read_place())

    def _storage_failed(self, problem: BaseException) -> None:
        self.log.error("storage_failed", exc_info=problem)
        self.failed.set()
