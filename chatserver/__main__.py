"""The command line: serve, migrate, check the settings, write the documents.

It must never do the work itself: each command reads the settings and calls one function.
"""

import asyncio
import os
import sys
from pathlib import Path
from typing import NoReturn

import click

from chatserver import config as configuration


@click.group()
def main() -> None:
    """A self-hosted real-time peer-support server."""


@main.command()
def serve() -> None:
    """Bring the database up to date and serve until told to stop."""
    config = _settings()
    from chatserver import serving

    sys.exit(serving.serve(config))


@main.command()
def migrate() -> None:
    """Bring the database up to date, and stop."""
    config = _settings()
    from chatserver import database, storage

    try:
        asyncio.run(_bring_up_to_date(config.database_path))
    except storage.InUse:
        _fail("A server is working on this database. Stop it first; it migrates when it starts.")
    except database.Damaged:
        _fail("SQLite finds this database damaged. Restore a backup.")
    click.echo("The database is up to date.")


async def _bring_up_to_date(path: Path) -> None:
    """Open and close the store as the server does: that locks, migrates and checks the file."""
    from chatserver.clock import now_ms
    from chatserver.database import Database
    from chatserver.ids import new_id

    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    database = Database(path, now=now_ms, new_id=new_id)
    await database.open()
    await database.close()


@main.command()
def docs() -> None:
    """Write the generated documents again."""
    from chatserver import documents

    for path in documents.write_all(Path.cwd()):
        click.echo(path)


@main.group("config")
def config_group() -> None:
    """The settings."""


@config_group.command("check")
def check() -> None:
    """Say whether every setting is sound, and where each that was set was found."""
    loaded = _loaded()
    known = configuration.settings()
    click.echo(f"All {len(known)} settings are sound.")
    for setting in known:
        if setting.name in loaded.sources:
            value = getattr(loaded.config, setting.name)
            shown = ", ".join(value) if isinstance(value, tuple) else str(value)
            shown = "set, and not shown" if setting.secret else shown or "empty"
            click.echo(f"  {setting.name}: {shown} (from {loaded.sources[setting.name]})")


def _settings() -> configuration.Config:
    return _loaded().config


def _loaded() -> configuration.Loaded:
    """The settings, or every problem in a sentence and exit status 1."""
    try:
        return configuration.read(os.environ, Path.cwd())
    except configuration.ConfigProblems as wrong:
        _fail("\n".join(problem.words for problem in wrong.problems))


def _fail(words: str) -> NoReturn:
    click.echo(words, err=True)
    sys.exit(1)


if __name__ == "__main__":
    main(prog_name="chatserver")
