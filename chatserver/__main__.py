"""The command line: serve, migrate, check the settings, write the documents.

It must never do the work itself: each command reads the settings and calls one function.
"""

import os
import sys
from pathlib import Path

import click

from chatserver import config as configuration


@click.group()
def main() -> None:
    """A self-hosted real-time peer-support server."""


@main.command()
def serve() -> None:
    """Bring the database up to date and serve until told to stop."""
    config = _settings()
    from chatserver import app

    sys.exit(app.serve(config))


@main.command()
def migrate() -> None:
    """Bring the database up to date, and stop."""
    config = _settings()
    from chatserver import database

    config.data_dir.mkdir(parents=True, exist_ok=True)
    database.migrate(config.database_path)


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
        for problem in wrong.problems:
            click.echo(problem.words, err=True)
        sys.exit(1)


if __name__ == "__main__":
    main(prog_name="chatserver")
