"""One history for one database: how the schema came to be, step by step.

Must never run beside a server on the same file: whoever calls it holds the lock.
"""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config


def upgrade(database: Path) -> None:
    """Bring a SQLite file to the newest schema; a new file gets all of it."""
    settings = Config()
    settings.set_main_option("script_location", str(Path(__file__).parent))
    settings.attributes["url"] = f"sqlite:///{database}"
    command.upgrade(settings, "head")
