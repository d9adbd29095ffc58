"""How a command is carried out: by the running server, else under the lock in its place.

Must never work on a database that a server has open, nor log what is printed here.
"""

from __future__ import annotations

import asyncio
import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn, TypeVar

import click
import msgspec

from chatserver import config as configuration

if TYPE_CHECKING:
    from chatserver.requests import Request

R = TypeVar("R", bound=msgspec.Struct)

ANSWER_WITHIN_S: Final = 60.0
_NO_DATABASE: Final = (
    "There is no database at {path}. Run this in the folder where the server runs, or set "
    "CHAT_DATA_DIR. If nothing was ever set up, `chatserver migrate` makes a new one."
)


def loaded() -> configuration.Loaded:
    """The settings, or every problem in a sentence and exit status 1."""
    try:
        return configuration.read(os.environ, Path.cwd())
    except configuration.ConfigProblems as wrong:
        fail("\n".join(problem.words for problem in wrong.problems))


def settings() -> configuration.Config:
    """The settings alone."""
    return loaded().config


def fail(words: str) -> NoReturn:
    """Say why not, and end with exit status 1."""
    click.echo(words, err=True)
    sys.exit(1)


def perform(config: configuration.Config, operation: str, request: Request, result: type[R]) -> R:
    """Have an operation carried out: its result. Ends the process in words if it was not."""
    from chatserver.requests import Failure

    found = _by_the_server(config, operation, request)
    if found is None:
        found = _without_one(config, operation, request)
    if isinstance(found, Failure):
        fail(found.words)
    assert isinstance(found, result)
    return found


def at(ms: int) -> str:
    """A moment for people, in UTC."""
    moment = datetime.fromtimestamp(ms / 1000, UTC)
    return f"{moment.day} {moment:%B %Y, %H:%M} UTC"


def _by_the_server(
    config: configuration.Config, operation: str, request: Request
) -> msgspec.Struct | None:
    """The result or failure that the running server tells; None when none listens."""
    from chatserver import console
    from chatserver.operations import OPERATIONS
    from chatserver.requests import Answer

    known = OPERATIONS[operation]
    line = msgspec.json.encode({"operation": operation, "request": request})
    within_s = None if known.is_long else ANSWER_WITHIN_S
    try:
        said = console.ask(config.data_dir, line, within_s=within_s)
    except PermissionError:
        fail("Only the account that runs the server may do that. Use that account, or root.")
    except OSError:
        fail("The server is there and does not answer. It may be busy; try again.")
    if said is None:
        return None
    answer = msgspec.json.decode(said, type=Answer)
    return answer.failure or msgspec.json.decode(answer.result, type=known.result)


def _without_one(config: configuration.Config, operation: str, request: Request) -> msgspec.Struct:
    from chatserver import logs, swapping
    from chatserver.storage import InUse
    from chatserver.troubles import TROUBLES, words
    from moderation.help.helplines import HelplinesProblem

    logs.configure("error")
    # Made here, an empty one would be listed, and backed up, as if it were the right one.
    if not swapping.is_there(config.database_path):
        fail(_NO_DATABASE.format(path=config.database_path.absolute()))
    try:
        return asyncio.run(_at_an_own_desk(config, operation, request))
    except InUse:
        fail("A server is working on this database, and can't be reached from here.")
    except TROUBLES as trouble:
        fail(words(trouble, config))
    except HelplinesProblem as problem:
        fail(f"The help lines can't be used: {problem}")
    except OSError as problem:
        fail(f"That can't be done here: {os.strerror(problem.errno or 0)}.")


async def _at_an_own_desk(
    config: configuration.Config, operation: str, request: Request
) -> msgspec.Struct:
    """Open the store as the server does (that locks, migrates and looks at it), and close it."""
    from chatserver.clock import now_ms
    from chatserver.database import Database
    from chatserver.ids import new_id, new_token
    from chatserver.journal import Journal
    from chatserver.operations import Desk, answered
    from chatserver.outside import read_helplines
    from chatserver.replaying import open_store

    helplines = read_helplines(config)
    journal = Journal(config.journal_path, keep_days=config.journal_days)
    database = Database(config.database_path, now=now_ms, new_id=new_id, journal=journal)
    await open_store(database)
    try:
        desk = Desk(database, lambda: config, helplines, now_ms, new_token)
        return await answered(desk, operation, request)
    finally:
        await database.close()
