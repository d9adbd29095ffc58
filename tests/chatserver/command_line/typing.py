"""Typing commands as an operator does, with no settings but one's own."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from chatserver import config as configuration
from chatserver.__main__ import main
from tests.support.served import Served, served

CODE = re.compile(r"^    ([0-9A-Z]{4}(?:-[0-9A-Z]{4}){3})$", re.MULTILINE)
LINK = re.compile(r"^    (http\S+/sign-up#invite=\S+)$", re.MULTILINE)


def typed(folder: Path, *words: str, said: str | None = None, **environ: str) -> Result:
    """`chatserver …` in this folder; `said` is what the operator answers to a question."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for name in ("PORT", *(setting.variable for setting in configuration.settings())):
            patch.delenv(name, raising=False)
        return CliRunner(env=environ).invoke(main, words, input=said)


def begun(folder: Path) -> None:
    """An operator has set up a database in this folder, if there is none."""
    if not (folder / "var" / "chat.sqlite3").exists():
        assert typed(folder, "migrate").exit_code == 0


def done(folder: Path, *words: str, said: str | None = None) -> str:
    """The same in a place that was set up, and it must work: what it prints."""
    begun(folder)
    result = typed(folder, *words, said=said)
    assert (result.exit_code, result.stderr) == (0, ""), (result.output, result.exception)
    return result.output


def refused(folder: Path, *words: str, said: str | None = None) -> str:
    """The same, and it must not: what it prints to say so."""
    result = typed(folder, *words, said=said)
    assert result.exit_code == 1, (result.output, result.exception)
    return result.stderr


class Place:
    """A folder with a database, and the operator beside it; a server works on it or none does."""

    def __init__(self, folder: Path, running: Served | None) -> None:
        self.folder = folder
        self.running = running

    async def done(self, *words: str, said: str | None = None) -> str:
        """Something that the operator has done: what is printed."""
        return await asyncio.to_thread(done, self.folder, *words, said=said)

    async def refused(self, *words: str, said: str | None = None) -> str:
        """Something that is not done: why."""
        return await asyncio.to_thread(refused, self.folder, *words, said=said)


@asynccontextmanager
async def place(folder: Path, *, with_server: bool) -> AsyncIterator[Place]:
    """The same commands must do the same, whether a server runs or not."""
    if not with_server:
        await asyncio.to_thread(begun, folder)
        yield Place(folder, None)
        return
    async with served(folder, lines_called=False) as running:
        yield Place(folder, running)
