"""A backup: one file with everything as it is at one moment, taken while people use the place.

Must never leave half a file under the name that was asked for, nor let anyone else read it.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import msgspec

from chatserver import records
from chatserver.statements import SqliteSql
from chatserver.storage import Copying, Damaged, connect, is_sound, new_file, sync_file, transaction
from chatserver.writer import CommandWork
from web.accounts import operating

TAKEN_AT = "backup_at"
"""The fact that tells when a copy was taken; only copies have it."""


class BackupProblem(Exception):
    """Why there is no backup, in words."""


class Taken(msgspec.Struct, frozen=True, kw_only=True):
    """A backup that was written and looked at."""

    size: int
    mark: int
    epoch: str
    people: int
    messages: int


class Backup:
    """One backup on its way. `write` blocks: call it in a thread, and `stop` from another."""

    def __init__(self, source: Path, target: Path, *, now: int, force: bool) -> None:
        self._source = source
        self._target = target
        self._partial = target.with_name(f".{target.name}.partial")
        self._now = now
        self._force = force
        self._copying: Copying | None = None
        self._is_stopped = False

    def write(self) -> Taken:
        """Copy, look at the copy, and give it its name. Raises `BackupProblem`."""
        self.demand_place()
        try:
            self._partial.unlink(missing_ok=True)
            new_file(self._partial)
            try:
                self._copy()
                taken = self._sign()
                if not is_sound(self._partial):
                    raise Damaged
                sync_file(self._partial)
                self._name()
            finally:
                self._partial.unlink(missing_ok=True)
        except Damaged:
            raise BackupProblem("The copy is damaged, so it was not kept. Try again.") from None
        except FileExistsError:
            raise BackupProblem(_EXISTS) from None
        except OSError as problem:
            if self._is_stopped:
                raise BackupProblem("The backup was stopped. There is none.") from None
            reason = os.strerror(problem.errno) if problem.errno else "the disk took no more"
            raise BackupProblem(f"The backup can't be written there: {reason}.") from None
        sync_file(self._target.parent)
        return taken

    def stop(self) -> None:
        """Give up, soon."""
        self._is_stopped = True
        if self._copying is not None:
            self._copying.stop()

    def demand_place(self) -> None:
        """Refuse a place that will not do, before anything is done. Raises `BackupProblem`."""
        if not self._target.parent.is_dir():
            raise BackupProblem("The folder for the backup isn't there.")
        if self._target.is_dir():
            raise BackupProblem("That is a folder. Name a file in it.")
        if self._target.resolve() == self._source.resolve():
            raise BackupProblem("That is the database itself. Name another file.")
        if self._target.exists() and not self._force:
            raise BackupProblem(_EXISTS)
        if shutil.disk_usage(self._target.parent).free < self._source.stat().st_size:
            raise BackupProblem("There is not enough room for a backup on that disk.")

    def _copy(self) -> None:
        self._copying = Copying(self._source)
        # Only what runs can be interrupted, so it is asked before and after as well.
        self._demand_going_on()
        self._copying.into(self._partial)
        self._demand_going_on()

    def _demand_going_on(self) -> None:
        if self._is_stopped:
            raise InterruptedError

    def _sign(self) -> Taken:
        """Write into the copy when it was taken, and read how far the journal had come."""
        connection = connect(self._partial)
        try:
            work = CommandWork(SqliteSql(connection), self._now, "", str)
            with transaction(connection):
                records.set_fact(work, TAKEN_AT, str(self._now))
                people, messages = operating.counts(work)
                return Taken(
                    size=self._partial.stat().st_size,
                    mark=records.mark(work),
                    epoch=records.fact(work, "epoch"),
                    people=people,
                    messages=messages,
                )
        finally:
            connection.close()

    def _name(self) -> None:
        if self._force:
            self._partial.replace(self._target)
            return
        try:
            os.link(self._partial, self._target)
        except FileExistsError:
            raise
        except OSError:  # a disk where files have one name each
            self._partial.replace(self._target)


_EXISTS = "There is a file of that name already. Choose another name, or add --force."
