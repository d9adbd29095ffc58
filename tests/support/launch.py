"""Server processes that a test may kill, with a fault planted in them if the test asks for one.

    python -m tests.support.launch FOLDER [FAULT [ORIGIN]]

Each line on standard input starts a server: a process of its own, forked once everything is
imported, so that a thousand starts don't import a thousand times. The line names the port, 0 for
any. It prints its port and its pid once it listens, and "gone" when that process has ended,
whether by SIGKILL or (cleanly) SIGTERM. ORIGIN is one more place that pages may come from.

A message whose words begin with "poison" makes the screen fail after the message was written, so
that its command must be undone as a whole.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path

import msgspec

from chatserver import logs
from chatserver.app import Server
from chatserver.config import Config
from chatserver.database import Database
from chatserver.execute import Handler
from chatserver.handlers import handlers
from chatserver.outside import read_helplines
from chatserver.writer import SWITCH_INTERVAL_S, Job, Writer
from moderation.detection import lexicon
from rooms.chat import posting
from rooms.command import Command
from rooms.people.person import Actor
from rooms.work import Work


def poisonous(
    work: Work,
    author: Actor,
    *,
    room_id: str,
    message_id: str,
    seq: int,
    body: str,
    warning: str | None,
) -> None:
    """A screen with a bug."""
    if body.startswith("poison"):
        raise ZeroDivisionError


class AnswersBeforeCommit(Writer):
    """Planted fault: the answer goes out, then the commit is tried."""

    async def _commit(self) -> None:
        await asyncio.sleep(0.02)  # a slow disk: the window in which a kill shows the lie
        await super()._commit()

    def _run_commands(self, ran: list[Job]) -> None:
        super()._run_commands(ran)
        self._settle(ran)


class NoSavepoint(Writer):
    """Planted fault: a command that fails leaves what it had written."""

    def _run_command(self, job: Job) -> None:
        work = self._open_work()
        try:
            job.result = job.command(work)
            job.events = work.events
        except Exception as problem:  # noqa: BLE001 - a fault, planted on purpose
            job.problem = problem


def ignores_nonce(work: Work, actor: Actor, command: posting.PostMessage) -> posting.Posted:
    """Planted fault: every retry is a new message."""
    fresh = msgspec.structs.replace(command, nonce=work.new_id())
    return posting.post(work, actor, fresh, screen=poisonous)


def planted(fault: str, config: Config) -> tuple[type[Database], Mapping[type[Command], Handler]]:
    """The database and the commands of a server with this fault."""
    commands = dict(handlers(config, read_helplines(config)))
    commands[posting.PostMessage] = partial(posting.post, screen=poisonous)
    database: type[Database] = Database
    if fault == "nonce-ignored":
        commands[posting.PostMessage] = ignores_nonce
    elif fault == "answer-before-commit":
        database = type("D", (Database,), {"writer_type": AnswersBeforeCommit})
    elif fault == "no-savepoint":
        database = type("D", (Database,), {"writer_type": NoSavepoint})
    elif fault:
        raise SystemExit(f"no such fault: {fault}")
    return database, commands


async def serve(folder: Path, fault: str, origin: str, port: int) -> None:
    """Serve until killed, or until SIGTERM."""
    told = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, told.set)
    config = Config(port=port, data_dir=folder, origins=(origin,) if origin else ())
    database, commands = planted(fault, config)
    server = await Server(config, commands=commands, database=database).start()
    print(server.config.port, os.getpid(), flush=True)
    await told.wait()
    await server.stop()


def main(folder: Path, fault: str = "", origin: str = "") -> None:
    """Start a server for each line, one after another."""
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            asyncio.run(serve(folder, fault, origin, int(line)))
            os._exit(0)
        os.waitpid(child, 0)
        print("gone", flush=True)


if __name__ == "__main__":
    logs.configure("error")
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    lexicon.default()  # once, for all of them
    main(Path(sys.argv[1]), *sys.argv[2:])
