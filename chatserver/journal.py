"""The journal: a file of facts that outlives the store, so that no backup brings back what went.

It is written before the commit that each fact belongs to. Must never lose a line that was synced,
nor keep about a person who is gone more than that they are gone. One thread works on it at a time.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

import msgspec

from chatserver.facts import (
    OF_THE_JOURNAL,
    AnyFact,
    AuditHead,
    Begun,
    BlockSet,
    Fact,
    NameClaimed,
    Reduced,
    Renamed,
    StateSet,
)
from chatserver.journal_lines import ForeignJournal, Line, encoded, lines
from chatserver.storage import sync_file
from rooms.people.person import State

DAY_MS: Final = 24 * 3600 * 1000
_CHUNK: Final = 1 << 20
_CLOSED: Final = -1
_NEVER: Final = 2**63


class UnusableJournal(Exception):
    """The file can't be opened or written: no fact could be held in it."""


class Journal:
    """The file of one store. `open` it under the store's lock, `close` it at the end."""

    def __init__(self, path: Path, *, keep_days: int) -> None:
        self.path = path
        self._keep_days = keep_days
        self.last = 0
        """The number of the newest line."""
        self.has_gap = False
        """Lines that the store took part in are not there, or can't be read."""
        self.beyond: list[Line] = []
        """Facts that the store does not know about: it is older than its journal."""
        self._is_too_much = False
        self._fd = _CLOSED
        self._oldest_at = _NEVER
        self._about: set[str] = set()
        self._named: set[str] = set()
        self._gone: set[str] = set()
        self._before_last: tuple[int, int] | None = None
        self._is_suspect = False

    def open(self, *, store: str, mark: int, now: int) -> None:
        """Find the end, and what lies beyond the newest line that the store has taken part in.

        Raises `UnusableJournal`, or `ForeignJournal` when it is another store's.
        """
        try:
            self._open(store, mark, now)
        except OSError as problem:
            raise UnusableJournal(os.strerror(problem.errno or 0)) from None

    def _open(self, store: str, mark: int, now: int) -> None:
        is_new = not self.path.exists()
        self._fd = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            self._store = store
            self._look(mark)
            os.ftruncate(self._fd, self._end)
            if is_new:
                sync_file(self.path.parent)
            if not self.last or self.last < mark:
                # Every number that is missing would be noticed by whoever restores.
                self.has_gap = self.has_gap or self.last < mark
                self.last = max(self.last, mark)
                self.append([Begun(store=store)], now)
        except BaseException:
            self.close()
            raise

    def _look(self, mark: int) -> None:
        """Read the whole file once: where it ends, and what it says."""
        self._end = 0
        for raw, line in lines(self._fd):
            self._end += len(raw)
            if line is None:
                self.has_gap = True
                continue
            self.last = line.number
            self._oldest_at = min(self._oldest_at, line.at)
            self._learn(line.fact)
            if isinstance(line.fact, Begun) and line.fact.store != self._store:
                raise ForeignJournal
            if line.number > mark and not isinstance(line.fact, OF_THE_JOURNAL):
                self.beyond.append(line)

    def _learn(self, fact: Fact) -> None:
        """Notice what makes an earlier line one that must not be kept."""
        people = set(_people(fact))
        if _is_erased(fact):
            self._gone |= people
            is_too_much = not people.isdisjoint(self._about)
        else:
            is_too_much = not people.isdisjoint(self._gone)
            self._about |= people
            if isinstance(fact, Renamed):
                is_too_much = is_too_much or fact.user_id in self._named
                self._named.add(fact.user_id)
        self._is_too_much = self._is_too_much or is_too_much

    def append(self, facts: Sequence[AnyFact], now: int) -> int:
        """Make facts durable; the number of the last one. Raises OSError, and then holds none."""
        if self._is_suspect or self._was_moved():
            self._rewrite(lambda line: line)
        first = self.last + 1
        written = b"".join(
            encoded(Line(number=number, at=now, batch=first, fact=fact))
            for number, fact in enumerate(facts, first)
        )
        try:
            _write_all(self._fd, written, self._end)
            self._sync()
        except OSError:
            with suppress(OSError):
                os.ftruncate(self._fd, self._end)
            raise
        self._before_last = (self._end, self.last)
        self._end += len(written)
        self.last += len(facts)
        self._oldest_at = min(self._oldest_at, now)
        for fact in facts:
            self._learn(fact)
        return self.last

    def take_back(self, number: int) -> None:
        """What was appended up to this number did not happen after all, if nothing follows it."""
        if self._before_last is not None and self.last == number:
            self._end, self.last = self._before_last
            self._before_last = None
            os.ftruncate(self._fd, self._end)
            self._sync()

    def compact(self, now: int) -> None:
        """Write it anew without what must not, or need not, be kept any longer."""
        newest: dict[tuple[type[Fact], str], int] = {}
        too_old, oldest_at = 0, _NEVER
        for _, line in lines(self._fd):
            if line is None:
                continue
            newest[_place(line)] = line.number
            if oldest_at == _NEVER and line.at < self._keeps_from(now):
                too_old = line.number
            else:
                oldest_at = min(oldest_at, line.at)
        oldest_at = min(oldest_at, now)

        def reduced(line: Line) -> Line | None:
            if line.number < too_old:
                return None
            if line.number == too_old:
                begun = Begun(store=self._store)
                return msgspec.structs.replace(line, at=oldest_at, fact=begun)
            is_kept = newest[_place(line)] == line.number and (
                _is_erased(line.fact) or self._gone.isdisjoint(_people(line.fact))
            )
            return line if is_kept else msgspec.structs.replace(line, fact=Reduced())

        self._rewrite(reduced)
        self._about -= self._gone
        self._is_too_much, self._oldest_at = False, oldest_at

    def is_compaction_due(self, now: int) -> bool:
        """Whether something stands in it that must not, or need not, be kept any longer."""
        return self._is_too_much or self._oldest_at < self._keeps_from(now)

    def _keeps_from(self, now: int) -> int:
        return now - self._keep_days * DAY_MS

    def audit_head(self, epoch: str) -> AuditHead | None:
        """Where the audit log was last known to end, in this incarnation of the store."""
        found = None
        for _, line in lines(self._fd):
            if line is not None and isinstance(line.fact, AuditHead) and line.fact.epoch == epoch:
                found = line.fact
        return found

    def close(self) -> None:
        """Let go of the file, if it is open."""
        if self._fd != _CLOSED:
            os.close(self._fd)
            self._fd = _CLOSED

    def _sync(self) -> None:
        try:
            os.fsync(self._fd)
        except OSError as problem:
            # What the disk holds now is unknown, unless it was only full: write it all anew.
            self._is_suspect = problem.errno not in (errno.ENOSPC, errno.EDQUOT)
            raise

    def _was_moved(self) -> bool:
        """Somebody deleted, rotated or replaced the file: what we hold is still the journal."""
        try:
            there = self.path.stat()
        except FileNotFoundError:
            return True
        here = os.fstat(self._fd)
        return (there.st_dev, there.st_ino) != (here.st_dev, here.st_ino)

    def _rewrite(self, change: Callable[[Line], Line | None]) -> None:
        """A new file in place of this one, all of it or nothing; the old one's words are gone."""
        beside = self.path.with_name(f"{self.path.name}.new")
        fd = os.open(beside, os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)
        end = 0
        try:
            for part in _parts(self._changed(change)):
                _write_all(fd, part, end)
                end += len(part)
            os.fsync(fd)
            beside.replace(self.path)
            sync_file(self.path.parent)
        except BaseException:
            os.close(fd)
            beside.unlink(missing_ok=True)
            raise
        old, old_end = self._fd, self._end
        self._fd, self._end, self._before_last, self._is_suspect = fd, end, None, False
        with suppress(OSError):
            # Somebody's copy of it, under another name, is not ours to empty.
            old_end = 0 if os.fstat(old).st_nlink else old_end
            for at in range(0, old_end, _CHUNK):
                _write_all(old, bytes(min(_CHUNK, old_end - at)), at)
            os.fsync(old)
        os.close(old)

    def _changed(self, change: Callable[[Line], Line | None]) -> Iterator[bytes]:
        for raw, line in lines(self._fd):
            kept = line if line is None else change(line)
            if kept is line:
                yield raw
            elif kept is not None:
                yield encoded(kept)


def _people(fact: Fact) -> Iterable[str]:
    """Whom a fact is about."""
    user_id = getattr(fact, "user_id", None)
    if user_id is None:
        return ()
    return (user_id, fact.blocked_id) if isinstance(fact, BlockSet) else (user_id,)


def _place(line: Line) -> tuple[type[Fact], str]:
    """Of several facts with the same place only the newest is kept."""
    fact = line.fact
    match fact:
        case Renamed() | StateSet():
            return type(fact), fact.user_id
        case NameClaimed():
            return type(fact), f"{fact.user_id} {fact.skeleton_hash.hex()}"
        case AuditHead():
            return type(fact), fact.epoch
        case _:
            return type(fact), str(line.number)


def _is_erased(fact: Fact) -> bool:
    return isinstance(fact, StateSet) and fact.state is State.ERASED


def _parts(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in fewer, larger parts."""
    waiting: list[bytes] = []
    size = 0
    for piece in pieces:
        waiting.append(piece)
        size += len(piece)
        if size >= _CHUNK:
            yield b"".join(waiting)
            waiting, size = [], 0
    yield b"".join(waiting)


def _write_all(fd: int, data: bytes, at: int) -> None:
    view = memoryview(data)
    while view:
        written = os.pwrite(fd, view, at)
        view, at = view[written:], at + written
