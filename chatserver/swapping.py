"""Putting a restored database in the place of another, whatever stops us in the middle of it.

The moment in which the prepared file gets its last name decides: before it the old database is
whole, after it whoever opens the database first finishes the exchange. Must never delete the
database that was replaced, nor leave its write-ahead log beside the new one.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from chatserver.storage import sync_file

_LOGS: Final = ("-wal", "-journal")
"""What may stand beside a database and belongs to it."""
_INDEX: Final = "-shm"


def place_to_prepare(database: Path) -> Path:
    """Where the new one is put together. What an attempt before left there is cleared away."""
    beside = database.with_name(f"{database.name}.restoring")
    for suffix in ("", *_LOGS, _INDEX):
        _beside(beside, suffix).unlink(missing_ok=True)
    return beside


def decide(database: Path) -> None:
    """The prepared file, whole and synced, is the database from here on."""
    database.with_name(f"{database.name}.restoring").replace(_decided(database))
    sync_file(database.parent)


def finish(database: Path) -> Path | None:
    """Carry out what was decided, if anything was: where the replaced database is kept now.

    Call it under the lock before the database is opened. Doing it again changes nothing.
    """
    place_to_prepare(database)
    decided = _decided(database)
    if not decided.exists():
        return None
    when = datetime.fromtimestamp(decided.stat().st_mtime, UTC).strftime("%Y%m%d-%H%M%S")
    kept = database.with_name(f"{database.name}.replaced-{when}")
    for suffix in ("", *_LOGS):
        _keep(_beside(database, suffix), _beside(kept, suffix))
    sync_file(database.parent)
    for suffix in (*_LOGS, _INDEX):
        _beside(database, suffix).unlink(missing_ok=True)
    decided.replace(database)
    sync_file(database.parent)
    return kept if kept.exists() else None


def is_there(database: Path) -> bool:
    """Whether there is a database, or one that only has to be put in its place."""
    return database.exists() or _decided(database).exists()


def _decided(database: Path) -> Path:
    return database.with_name(f"{database.name}.restored")


def _beside(path: Path, suffix: str) -> Path:
    return path.with_name(path.name + suffix)


def _keep(source: Path, kept: Path) -> None:
    """A second name for a file, or a copy where files can't have two."""
    if kept.exists() or not source.exists():
        return
    with suppress(OSError):
        os.link(source, kept)
        return
    half = _beside(kept, ".part")
    shutil.copy2(source, half)
    sync_file(half)
    half.replace(kept)
