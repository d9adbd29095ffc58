"""The command line: serve, look after the place, check the settings, write the documents.

It must never do the work itself: each command reads the settings and calls one function.
"""

import asyncio
import sys
from pathlib import Path

import click

from chatserver import config as configuration
from chatserver.command_line import detecting, inviting, keeping, people, showing
from chatserver.command_line.reaching import fail, loaded, settings


@click.group()
def main() -> None:
    """A self-hosted real-time peer-support server."""


@main.command()
def serve() -> None:
    """Bring the database up to date and serve until told to stop."""
    config = settings()
    from chatserver import serving

    sys.exit(serving.serve(config))


@main.command()
def migrate() -> None:
    """Bring the database up to date, and stop."""
    config = settings()
    from chatserver import storage

    try:
        asyncio.run(_bring_up_to_date(config.database_path))
    except storage.InUse:
        fail("A server is working on this database. Stop it first; it migrates when it starts.")
    except storage.Damaged:
        fail("SQLite finds this database damaged. Restore a backup.")
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
    found = loaded()
    known = configuration.settings()
    click.echo(f"All {len(known)} settings are sound.")
    for setting in known:
        if setting.name in found.sources:
            value = getattr(found.config, setting.name)
            shown = ", ".join(value) if isinstance(value, tuple) else str(value)
            shown = "set, and not shown" if setting.secret else shown or "empty"
            click.echo(f"  {setting.name}: {shown} (from {found.sources[setting.name]})")


for command in (
    people.user,
    inviting.invite,
    keeping.backup,
    keeping.restore,
    keeping.audit,
    keeping.helplines,
    detecting.detector,
    showing.demo,
):
    main.add_command(command)


if __name__ == "__main__":
    main(prog_name="chatserver")
