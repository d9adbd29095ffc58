"""Runs one server until it is told to stop or its storage fails. Never outlives its deadline."""

from __future__ import annotations

import asyncio
import errno
import gc
import os
import signal
import sys

import click
import structlog

from chatserver import logs
from chatserver.app import Server
from chatserver.config import Config
from chatserver.troubles import TROUBLES, words
from chatserver.writer import SWITCH_INTERVAL_S
from moderation.help.helplines import STALE_AFTER_DAYS, HelplinesProblem, stale

_GC_THRESHOLDS = (50_000, 20, 50)
"""After the start hardly anything is garbage with cycles; looking for it often costs a third."""

STORAGE_FAILED = 70
"""Exit status after a commit of unknown outcome: whoever starts us again reads the file anew."""
OVERDUE = 75
"""Exit status when stopping took longer than it may: nothing acknowledged is lost by that."""
UNUSABLE = 78
"""Exit status when the database, the port or the help lines cannot be used as they are."""


def serve(config: Config) -> int:
    """Serve until SIGTERM or Ctrl-C; the exit status."""
    logs.configure(config.log_level)
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    try:
        return asyncio.run(_serve(config))
    except TROUBLES as trouble:
        return _give_up(words(trouble, config))
    except HelplinesProblem as problem:
        return _give_up(f"The help lines can't be used: {problem}")
    except OSError as problem:
        if problem.errno == errno.EADDRINUSE:
            return _give_up(
                f"Port {config.port} is taken. Stop what uses it, or choose another: "
                f"PORT={config.port + 1} make run"
            )
        return _give_up(f"It can't be started here: {os.strerror(problem.errno or 0)}.")


async def _serve(config: Config) -> int:
    told = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, told.set)
    server = await Server(config).start()
    await _greet(server)
    gc.freeze()
    gc.set_threshold(*_GC_THRESHOLDS)
    waiting = [asyncio.create_task(event.wait()) for event in (told, server.failed)]
    await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
    for each in waiting:
        each.cancel()
    try:
        await asyncio.wait_for(server.stop(), config.deadline_drain_s)
    except TimeoutError:
        structlog.get_logger().error("drain_deadline", seconds=config.deadline_drain_s)
        os._exit(OVERDUE)
    return STORAGE_FAILED if server.failed.is_set() else 0


async def _greet(server: Server) -> None:
    """Say where it is, to whoever started it: on the terminal, for a log must hold no secret."""
    click.echo(f"\n  {server.config.site_name} is at {server.config.public_url}")
    if (link := await server.first_admin_link()) is not None:
        click.echo(
            "\n  There is no administrator yet. This link makes one, once, within 24 hours:"
            f"\n  {link}"
        )
    if await server.waits_for_lines():
        click.echo(
            "\n  People come in by invitation until somebody has called the help lines."
            "\n  Then say so: chatserver helplines confirm, or on the page, under Help lines."
        )
    if old := stale(server.helplines, server.now()):
        click.echo(
            f"\n  {len(old)} numbers on the help page were last checked more than "
            f"{STALE_AFTER_DAYS} days ago. Please check them."
        )
    if server.has_journal_gap:
        click.echo(
            f"\n  The journal {server.config.journal_path} is not whole. From now on it is kept\n"
            "  again; take a new backup, for an older one can bring back what was erased."
        )
    click.echo("\n  Ctrl-C stops it.\n")


def _give_up(said: str) -> int:
    click.echo(said, err=True)
    return UNUSABLE
