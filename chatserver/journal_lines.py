"""The lines of the journal as they stand in its file, and what they tell.

Must never take a line that was changed for one of ours.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Final

import msgspec

from chatserver.facts import AnyFact, Begun

LINE_MAX_BYTES: Final = 4096
"""Ours have at most a few hundred."""
_CHECK: Final = b'{"check":"'
_CHECK_CHARS: Final = 16
_BODY_AT: Final = len(_CHECK) + _CHECK_CHARS + 2


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One fact. `batch` is the number of the first fact of the same commit."""

    number: int
    at: int
    batch: int
    fact: AnyFact


class ForeignJournal(Exception):
    """The file belongs to another store."""


def encoded(line: Line) -> bytes:
    """A line as it stands in the file, with a checksum in front."""
    body = msgspec.json.encode(line)
    return b'%s%s",%s\n' % (_CHECK, _sum(body), body[1:])


def decoded(raw: bytes) -> Line | None:
    """What a line says, or None when it is not as it was written."""
    body = b"{" + raw[_BODY_AT:].rstrip(b"\n")
    if not raw.startswith(_CHECK) or raw[len(_CHECK) : _BODY_AT - 2] != _sum(body):
        return None
    try:
        return _decoder.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


def _sum(body: bytes) -> bytes:
    return blake2b(body, digest_size=_CHECK_CHARS // 2).hexdigest().encode()


_decoder = msgspec.json.Decoder(Line)


def lines(fd: int) -> Iterator[tuple[bytes, Line | None]]:
    """Every whole line of an open journal, None for one that is not as it was written.

    A torn last line was never acknowledged: it is no line.
    """
    with os.fdopen(os.dup(fd), "rb") as file:
        file.seek(0)
        while raw := file.readline(LINE_MAX_BYTES):
            if raw.endswith(b"\n"):
                yield raw, decoded(raw)
            elif len(raw) == LINE_MAX_BYTES:
                yield raw, None


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """What a journal tells beyond a mark: every fact in order, and whether any is missing."""

    store: str
    facts: list[Line]
    last: int
    missing: int
    unreadable: int

    @property
    def is_whole(self) -> bool:
        """Whether nothing that may have happened since is missing."""
        return not self.missing and not self.unreadable


def read_after(path: Path, mark: int, store: str) -> Reading:
    """What happened after a mark. A file that is not there misses everything it should hold.

    A copy from before there was a journal has no `store` yet: any journal is its own.
    """
    found: list[Line] = []
    last, missing, unreadable = mark, 0, 0
    try:
        fd = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    except FileNotFoundError:
        return Reading(store=store, facts=[], last=mark, missing=1, unreadable=0)
    try:
        newest = 0
        for _, line in lines(fd):
            if line is None:
                unreadable += newest >= mark
                continue
            if isinstance(line.fact, Begun):
                store = store or line.fact.store
                if line.fact.store != store:
                    raise ForeignJournal
            newest = max(newest, line.number)
            if line.number > mark:
                missing += line.number - last - 1
                last = line.number
                found.append(line)
    finally:
        os.close(fd)
    # A journal that ends before the mark is an older copy: what came after is not known.
    missing += max(0, mark - newest)
    return Reading(
        store=store,
        facts=found,
        last=max(last, newest),
        missing=missing,
        unreadable=unreadable,
    )
