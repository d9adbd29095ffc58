"""One history for one database: how the schema came to be, step by step.

Must never run beside a server on the same file: whoever calls it holds the lock.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

NEWEST = "0007"
"""The last step of the history. A file that is there already needs no Alembic to start."""


def upgrade(database: Path) -> None:
    """Bring a SQLite file to the newest schema; a new file gets all of it."""
    if version(database) == NEWEST:
        return
    from alembic import command
    from alembic.config import Config

    settings = Config()
    settings.set_main_option("script_location", str(Path(__file__).parent))
    settings.attributes["url"] = f"sqlite:///{database}"
    command.upgrade(settings, "head")


def is_known(step: str) -> bool:
    """Whether a step is part of our history; that of a newer release is not."""
    history = (Path(__file__).parent / "versions").glob("[0-9]*.py")
    return step in {path.name.partition("_")[0] for path in history}


def version(database: Path) -> str:
    """Where a file stands in the history; nowhere when it is new."""
    connection = sqlite3.connect(database)
    try:
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        return str(row[0]) if row else ""
    except sqlite3.OperationalError:
        return ""
    finally:
        connection.close()
