"""Bringing a backup back, without bringing back what went since: under the exclusive lock alone.

Must never touch the database in use before the new one is whole, nor let a sign-in of before open
the restored one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import msgspec

from chatserver import migrations, records, swapping
from chatserver.backup import TAKEN_AT
from chatserver.facts import Restored
from chatserver.journal import Journal, UnusableJournal
from chatserver.journal_lines import ForeignJournal, Reading, read_after
from chatserver.replaying import deeds
from chatserver.statements import SqliteSql
from chatserver.storage import (
    Copying,
    Damaged,
    StorageLock,
    connect_writer,
    is_sound,
    make_single,
    new_file,
    sync_file,
    transaction,
    write_anew,
)
from chatserver.writer import CommandWork
from moderation.conduct import audit
from rooms.people import registry
from web.accounts import operating

MAGIC = b"SQLite format 3\0"
"""With this every database of SQLite begins."""


class RestoreProblem(Exception):
    """Why nothing was restored, in words. What was there is as it was."""


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What a restore did. `done` counts by the keys of `replaying.WORDS`."""

    taken_at: int | None
    done: dict[str, int]
    is_whole: bool
    admins: int
    replaced: Path | None


class Restore:
    """One restore. `tell` hears the name of each step that is done."""

    def __init__(
        self,
        backup: Path,
        database: Path,
        journal: Journal,
        *,
        now: Callable[[], int],
        new_id: Callable[[], str],
        accept_broken_journal: bool = False,
        tell: Callable[[str], object] = lambda step: None,
    ) -> None:
        self._backup = backup
        self._database = database
        self._journal = journal
        self._now = now
        self._new_id = new_id
        self._accept = accept_broken_journal
        self._tell = tell

    def look(self) -> None:
        """Refuse what can be seen at once to come to nothing. Raises as `run` does."""
        if self._database.parent.is_dir():
            StorageLock(self._database).leave_as_found()
        if not self._backup.is_file():
            raise RestoreProblem(_NO_FILE)
        with self._backup.open("rb") as opened:
            if opened.read(len(MAGIC)) != MAGIC:
                raise RestoreProblem(_DAMAGED)

    def run(self) -> Outcome:
        """All of it, or nothing. Raises `RestoreProblem`, `storage.InUse` or OSError."""
        self._database.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock = StorageLock(self._database)
        try:
            swapping.finish(self._database)
            beside = swapping.place_to_prepare(self._database)
            self._copy(beside)
            outcome = self._make_current(beside)
            swapping.decide(self._database)
        except BaseException:
            swapping.place_to_prepare(self._database)
            lock.leave_as_found()
            raise
        self._tell("decided")
        replaced = swapping.finish(self._database)
        self._tell("swapped")
        self._note()
        lock.release()
        return msgspec.structs.replace(outcome, replaced=replaced)

    def _copy(self, beside: Path) -> None:
        """A file of our own, looked at before anything rests on it."""
        if not self._backup.is_file():
            raise RestoreProblem(_NO_FILE)
        new_file(beside)
        try:
            Copying(self._backup).into(beside)
            if not is_sound(beside):
                raise Damaged
        except Damaged:
            raise RestoreProblem(_DAMAGED) from None
        self._tell("copied")
        step = migrations.version(beside)
        if not step:
            raise RestoreProblem("That file is no backup of this server.")
        if not migrations.is_known(step):
            raise RestoreProblem("That backup is of a newer release. Bring this one up to date.")
        migrations.upgrade(beside)
        self._tell("migrated")

    def _make_current(self, beside: Path) -> Outcome:
        """A new incarnation, in which everything still holds that was decided since."""
        raw = connect_writer(beside)
        sql = SqliteSql(raw)
        epoch = self._new_id()

        def work() -> CommandWork:
            return CommandWork(sql, self._now(), epoch, self._new_id)

        try:
            mark = records.mark(work())
            reading = self._read_journal(mark, records.fact(work(), "store"))
            store = reading.store or self._new_id()
            with transaction(raw):
                records.set_fact(work(), "epoch", epoch)
                records.set_fact(work(), "store", store)
                operating.begin_anew(work())
            done: Counter[str] = Counter()
            for deed in deeds(reading.facts):
                what: str | None = None
                while what is None:
                    with transaction(raw):
                        what = deed.run(work())
                done[what] += 1
            self._tell("replayed")
            with transaction(raw):
                records.set_mark(work(), reading.last)
                audit.record(work(), audit.OPERATOR, "restore", detail=f"mark={mark}")
            taken_at = records.fact(work(), TAKEN_AT)
            outcome = Outcome(
                taken_at=int(taken_at) if taken_at else None,
                done={name: count for name, count in done.items() if name},
                is_whole=reading.is_whole,
                admins=registry.count_admins(work()),
                replaced=None,
            )
        except BaseException:
            raw.close()
            raise
        # Not a free part of any page holds what was erased in it.
        write_anew(raw)
        make_single(raw)
        if not is_sound(beside):
            raise RestoreProblem("The restored database turned out damaged, so it was not used.")
        sync_file(beside)
        self._store, self._mark = store, reading.last
        self._restored = Restored(epoch=epoch, mark=mark)
        self._tell("checked")
        return outcome

    def _read_journal(self, mark: int, store: str) -> Reading:
        path = self._journal.path
        try:
            reading = read_after(path, mark, store)
        except ForeignJournal:
            raise RestoreProblem(
                f"The journal {path} belongs to another database than this backup. Put the right "
                "one in its place."
            ) from None
        if not reading.is_whole and not self._accept:
            raise RestoreProblem(_BROKEN.format(path=path))
        return reading

    def _note(self) -> None:
        """For whoever reads the journal: what came after this was said to another incarnation."""
        with suppress(
            OSError, ForeignJournal, UnusableJournal
        ):  # the server says so when it starts
            self._journal.open(store=self._store, mark=self._mark, now=self._now())
            try:
                self._journal.append([self._restored], self._now())
            finally:
                self._journal.close()


_NO_FILE = "There is no such file."
_DAMAGED = "That file is damaged, or no backup at all."
_BROKEN = (
    "The journal {path} is not whole: lines that were written since this backup are missing or "
    "can't be read. Whoever was erased, banned or took words back in them would be back. Look for "
    "another copy of the journal first. If there is none: --accept-broken-journal."
)
