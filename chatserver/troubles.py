"""Why the database can't be opened, in words for whoever stands at the terminal."""

from __future__ import annotations

from typing import Final

from chatserver.config import Config
from chatserver.journal import UnusableJournal
from chatserver.journal_lines import ForeignJournal
from chatserver.replaying import OlderThanJournal
from chatserver.storage import Damaged, InUse

TROUBLES: Final = (Damaged, ForeignJournal, InUse, OlderThanJournal, UnusableJournal)
"""What opening raises when something has to be done first."""


def words(trouble: Exception, config: Config) -> str:
    """What is wrong and what to do about it."""
    match trouble:
        case InUse():
            return "Another server is using this database. Stop it first."
        case Damaged():
            return "SQLite finds the database damaged. Restore a backup."
        case OlderThanJournal():
            return (
                "This database is older than its journal: more was erased, taken back or banned "
                "than it knows of. If you put a copy in its place by hand, bring it in properly: "
                f"chatserver restore {config.database_path}"
            )
        case ForeignJournal():
            return (
                f"The journal {config.journal_path} belongs to another database. Put the right one "
                "in its place; if this database is new, move that journal away."
            )
        case _:
            return f"The journal {config.journal_path} can't be used: {trouble}."
