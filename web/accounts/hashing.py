"""Passphrases judged and hashed (Argon2id), away from the loop.

Must never run more at once than it may. The waiting line has a bound; beyond it a caller hears
`busy`, and nobody's memory is spent.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Final, Protocol, TypeVar

import argon2
from argon2.exceptions import InvalidHashError, VerifyMismatchError

from rooms.refusal import Refusal
from web.accounts import credentials

T = TypeVar("T")

# OWASP's recommendation for Argon2id: 19 MiB, two passes, one lane (31 ms, measured).
_MEMORY_KIB: Final = 19 * 1024
_PASSES: Final = 2
_LANES: Final = 1

WAITING_MAX: Final = 32
"""Checks that may wait for a thread: about a second's worth."""
_BUSY_RETRY_MS: Final = 2000

_JUDGE: Final = threading.Lock()
"""Whoever judges a passphrase: one at a time in this process, however many threads there are."""


class Hasher(Protocol):
    """Makes and compares hashes of passphrases."""

    async def judge(self, passphrase: str, handle: str) -> str:
        """A chosen passphrase as it will be hashed. Raises what `credentials.check` raises."""
        ...

    async def make(self, passphrase: str) -> str:
        """A fresh hash, with a salt of its own."""
        ...

    async def matches(self, known: str | None, passphrase: str) -> bool:
        """Whether this is the passphrase. Without a known hash: no, after just as long."""
        ...

    def is_outdated(self, known: str) -> bool:
        """Whether that hash was made with weaker settings than today's."""
        ...


class Argon2Hasher:
    """`Hasher` in a few threads (Argon2 lets go of Python's lock while it works)."""

    def __init__(self, at_once: int = 2, waiting_max: int = WAITING_MAX) -> None:
        self._argon2 = argon2.PasswordHasher(
            time_cost=_PASSES, memory_cost=_MEMORY_KIB, parallelism=_LANES
        )
        self._threads = ThreadPoolExecutor(at_once, thread_name_prefix="passphrase")
        self._room = at_once + waiting_max
        self._taken = 0
        # What an unknown name is compared with: nobody's passphrase.
        self._nobody = self._argon2.hash("nobody has this passphrase")

    async def judge(self, passphrase: str, handle: str) -> str:
        """A chosen passphrase as it will be hashed; judging a long one takes a while too."""
        return await self._run(lambda: _judge(passphrase, handle))

    async def make(self, passphrase: str) -> str:
        """A fresh hash, with a salt of its own."""
        return await self._run(lambda: self._argon2.hash(passphrase))

    async def matches(self, known: str | None, passphrase: str) -> bool:
        """Whether this is the passphrase. Without a known hash: no, after just as long."""
        same = await self._run(lambda: self._verify(known or self._nobody, passphrase))
        return same and known is not None

    def is_outdated(self, known: str) -> bool:
        """Whether that hash was made with weaker settings than today's."""
        return self._argon2.check_needs_rehash(known)

    def close(self) -> None:
        """Let the threads end."""
        self._threads.shutdown(wait=True)

    def _verify(self, known: str, passphrase: str) -> bool:
        try:
            return self._argon2.verify(known, passphrase)
        except (VerifyMismatchError, InvalidHashError):
            return False

    async def _run(self, work: Callable[[], T]) -> T:
        if self._taken >= self._room:
            raise Refusal("busy", retry_after_ms=_BUSY_RETRY_MS)
        self._taken += 1
        done = asyncio.get_running_loop().run_in_executor(self._threads, work)
        # A caller may go away; its place is free only when the thread is.
        done.add_done_callback(self._leave)
        return await asyncio.shield(done)

    def _leave(self, done: asyncio.Future[T]) -> None:
        self._taken -= 1
        if not done.cancelled():
            done.exception()  # a caller that went away leaves no complaint behind


def _judge(passphrase: str, handle: str) -> str:
    with _JUDGE:
        return credentials.check(passphrase, handle)
