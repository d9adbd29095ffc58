"""The one writer: short batches of synchronous commands, one synced commit each.

Statements run on the loop's own thread, only while no commit is in flight; COMMIT alone leaves it.
Must never answer a command before its commit, nor announce an event out of commit order.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections import deque
from collections.abc import Awaitable, Callable, Iterable
from typing import Any, Protocol, TypeVar

import aiosqlite

from rooms.event import Event
from rooms.refusal import Refusal
from rooms.work import Sql, Work

T = TypeVar("T")

QUEUE_MAX = 1024
"""Commands that may wait; beyond it: `busy`."""
URGENT_MAX = 128
"""Room of its own for asking for help."""
BATCH_MAX = 256
URGENT_A_BATCH = 64
"""What asks for help goes first, but never takes a whole batch from everybody else."""
BATCH_MAX_MS = 8.0
"""A batch holds the loop no longer than this, give or take one command."""
SWITCH_INTERVAL_S = 0.0005
"""How soon the committing thread gets Python's lock back from a busy loop: whoever starts the
process sets it (`sys.setswitchinterval`), for the default of 5 ms starves it, as was measured."""
_BUSY_RETRY_MS = 1000

_UNAVAILABLE = frozenset(
    {
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_BUSY,
    }
)


class CommandWork:
    """`rooms.work.Work` for one command inside a batch."""

    __slots__ = ("_new_id", "epoch", "events", "now", "sql")

    def __init__(self, sql: Sql, now: int, epoch: str, new_id: Callable[[], str]) -> None:
        self.sql = sql
        self.now = now
        self.epoch = epoch
        self._new_id = new_id
        self.events: list[Event] = []

    def new_id(self) -> str:
        """A fresh opaque id."""
        return self._new_id()

    def emit(self, event: Event) -> None:
        """Keep a fact until the commit."""
        self.events.append(event)


class Job:
    """One command on its way: what to run, and who waits for it."""

    __slots__ = ("answer", "command", "events", "problem", "result")

    def __init__(self, command: Callable[[Work], object], answer: asyncio.Future[Any]) -> None:
        self.command = command
        self.answer = answer
        self.result: object = None
        self.problem: BaseException | None = None
        self.events: list[Event] = []


class Pause:
    """Something that needs the write connection while no transaction is open, and who waits."""

    __slots__ = ("answer", "task")

    def __init__(self, task: Callable[[], Awaitable[object]], answer: asyncio.Future[Any]) -> None:
        self.task = task
        self.answer = answer


class Witness(Protocol):
    """Keeps apart from the store what restoring an older copy of it must not undo."""

    def hold(self, events: Iterable[Event]) -> Awaitable[Callable[[Work], object]] | None:
        """None when nothing of that matters. Else it is durable once awaited, which may raise
        OSError; what comes back then marks it in the transaction that is about to be committed.
        """
        ...

    def let_go(self) -> Awaitable[None]:
        """What was held last did not happen: its commit failed."""
        ...


class TransactionLost(Exception):
    """SQLite rolled the whole transaction back on its own (full disk, I/O error, ON CONFLICT)."""


def is_unavailable(problem: BaseException) -> bool:
    """True for the errors of a storage that cannot take writes now."""
    code = getattr(problem, "sqlite_errorcode", None)
    return isinstance(problem, sqlite3.Error) and code is not None and code & 0xFF in _UNAVAILABLE


class Writer:
    """Owns the write connection. `announce` gets the events of a batch, in order, after its commit.

    `on_fatal` is told when a commit's outcome is unknown: the process must then stop.
    """

    def __init__(
        self,
        connection: aiosqlite.Connection,
        raw: sqlite3.Connection,
        *,
        open_work: Callable[[], CommandWork],
        announce: Callable[[Iterable[Event]], None],
        on_fatal: Callable[[BaseException], None],
        witness: Witness | None = None,
    ) -> None:
        self._connection = connection
        self._raw = raw
        self._witness = witness
        self._open_work = open_work
        self._announce = announce
        self._on_fatal = on_fatal
        self.committed: Callable[[float], object] = lambda seconds: None
        """Told how long each synced commit took."""
        self._waiting: deque[Job] = deque()
        self._urgent: deque[Job] = deque()
        self._pauses: deque[Pause] = deque()
        self._wake = asyncio.Event()
        self._stopping = False
        self.is_broken = False
        """Set after a commit of unknown outcome: nothing more is written."""
        self._task: asyncio.Task[None] | None = None

    @property
    def waiting(self) -> int:
        """How many commands wait for a batch."""
        return len(self._waiting) + len(self._urgent)

    def start(self) -> None:
        """Begin to take commands."""
        self._task = asyncio.create_task(self._serve(), name="writer")
        self._task.add_done_callback(self._ended)

    async def stop(self) -> None:
        """Finish what waits, then end. The writer ends by this word, never by cancellation."""
        self._stopping = True
        self._wake.set()
        if self._task is not None:
            await asyncio.wait([self._task])

    async def write(self, command: Callable[[Work], T], *, urgent: bool = False) -> T:
        """Run one command and return its result once that is durable.

        Raises `Refusal` (the command's own, `busy`, `storage_unavailable`, `unknown_outcome`,
        `stopping`) or whatever the command raised. Cancelling the caller cancels no commit.
        """
        return await asyncio.shield(self._submit(command, urgent))

    async def between_batches(self, task: Callable[[], Awaitable[T]]) -> T:
        """Await something while no transaction is open on the write connection.

        Commands wait meanwhile: it should be short. Cancelling the caller does not cancel it.
        """
        self._demand_service()
        answer = _new_answer()
        self._pauses.append(Pause(task, answer))
        self._wake.set()
        result: T = await asyncio.shield(answer)
        return result

    def _submit(self, command: Callable[[Work], T], urgent: bool) -> asyncio.Future[T]:
        self._demand_service()
        queue, most = (self._urgent, URGENT_MAX) if urgent else (self._waiting, QUEUE_MAX)
        if len(queue) >= most:
            raise Refusal("busy", retry_after_ms=_BUSY_RETRY_MS)
        answer: asyncio.Future[T] = _new_answer()
        queue.append(Job(command, answer))
        self._wake.set()
        return answer

    def _demand_service(self) -> None:
        if self.is_broken:
            raise Refusal("storage_unavailable")
        if self._stopping:
            raise Refusal("stopping", retry_after_ms=_BUSY_RETRY_MS)

    async def _serve(self) -> None:
        while True:
            try:
                await self._wake.wait()
            except asyncio.CancelledError:
                # Only `stop` ends the writer: whatever cancels it (a loop that is torn down) is
                # taken as that word, and what waits is still finished.
                self._stopping = True
            self._wake.clear()
            while self.waiting or self._pauses:
                if self._pauses:
                    await self._run_pause(self._pauses.popleft())
                if self.waiting:
                    await self._run_batch()
            if self._stopping:
                return

    async def _run_pause(self, pause: Pause) -> None:
        try:
            result = await self._to_the_end(pause.task())
        except Exception as problem:  # noqa: BLE001 - it is the answer of whoever asked for it
            if not pause.answer.done():
                pause.answer.set_exception(_as_answer(problem))
            return
        if not pause.answer.done():
            pause.answer.set_result(result)

    async def _run_batch(self) -> None:
        ran: list[Job] = []
        try:
            await self._try_batch(ran)
        except Exception:
            # A bug of the writer's own: it ends, and whoever was in the batch hears so first.
            _refuse(ran, "unknown_outcome")
            raise

    async def _try_batch(self, ran: list[Job]) -> None:
        try:
            self._raw.execute("BEGIN IMMEDIATE")
            self._run_commands(ran)
            held = await self._hold(ran)
        except (sqlite3.Error, OSError, TransactionLost) as problem:
            self._abandon(ran, problem)
            return
        began = asyncio.get_running_loop().time()
        try:
            await self._commit()
        except sqlite3.Error as problem:
            await self._commit_failed(ran, problem, held=held)
            return
        self.committed(asyncio.get_running_loop().time() - began)
        self._settle(ran)

    def _run_commands(self, ran: list[Job]) -> None:
        clock = asyncio.get_running_loop().time
        until = clock() + BATCH_MAX_MS / 1000
        urgent_left = URGENT_A_BATCH
        while self.waiting and len(ran) < BATCH_MAX:
            if self._urgent and (urgent_left or not self._waiting):
                urgent_left -= 1
                job = self._urgent.popleft()
            else:
                job = self._waiting.popleft()
            ran.append(job)
            self._run_command(job)
            if clock() >= until:
                break

    def _run_command(self, job: Job) -> None:
        """Run one command in a savepoint of its own: what fails leaves no trace."""
        work = self._open_work()
        self._raw.execute("SAVEPOINT command")
        try:
            job.result = job.command(work)
        except Exception as problem:
            if not self._raw.in_transaction:
                raise TransactionLost from problem
            self._raw.execute("ROLLBACK TO command")
            job.problem = problem
        else:
            job.events = work.events
        self._raw.execute("RELEASE command")

    async def _hold(self, ran: list[Job]) -> bool:
        """Keep apart what a restore must not undo: durable before the commit it belongs to.

        Most batches hold nothing of it, and pay no more than a look at each event.
        """
        if self._witness is None:
            return False
        holding = self._witness.hold(event for job in ran for event in job.events)
        if holding is None:
            return False
        mark = await self._to_the_end(holding)
        try:
            mark(self._open_work())
        except sqlite3.Error:
            await self._to_the_end(self._witness.let_go())
            raise
        return True

    async def _commit(self) -> None:
        """COMMIT in aiosqlite's thread: statements must not run meanwhile."""
        await self._to_the_end(self._connection.commit())

    async def _to_the_end(self, doing: Awaitable[T]) -> T:
        """What runs in a thread goes on when it is cancelled here: so await it again."""
        task = asyncio.ensure_future(doing)
        while not task.done():
            try:
                await asyncio.shield(task)
            except asyncio.CancelledError:
                self._stopping = True
            except Exception:  # noqa: BLE001 - raised below, where it is the result
                break
        return task.result()

    def _settle(self, ran: list[Job]) -> None:
        """After the commit: answer everyone, then announce in order."""
        for job in ran:
            if job.answer.done():
                continue
            if job.problem is None:
                job.answer.set_result(job.result)
            else:
                job.answer.set_exception(_as_answer(job.problem))
        self._announce([event for job in ran for event in job.events])

    def _abandon(self, ran: list[Job], problem: Exception) -> None:
        """The transaction is gone, and with it all that the batch did: everyone in it hears so."""
        if self._raw.in_transaction:
            self._raw.execute("ROLLBACK")
        if not ran:
            ran.append((self._urgent or self._waiting).popleft())
        for job in ran:
            if not job.answer.done():
                job.answer.set_exception(_for_batch(problem))

    async def _commit_failed(self, ran: list[Job], problem: sqlite3.Error, *, held: bool) -> None:
        """A full disk is said so and survived; after any other failure nobody knows what is on it.

        Some systems forget a failed sync (PostgreSQL stops for the same reason): the process must
        end and read the file anew. Whoever hears "it did not happen" finds it nowhere.
        """
        known = problem.sqlite_errorcode & 0xFF == sqlite3.SQLITE_FULL
        if self._raw.in_transaction:
            self._raw.execute("ROLLBACK")
        if known and held and self._witness is not None:
            await self._to_the_end(self._witness.let_go())
        _refuse(ran, "storage_unavailable" if known else "unknown_outcome")
        if not known:
            self._break(problem)

    def _ended(self, task: asyncio.Task[None]) -> None:
        """It ends when it is stopped. If a bug ended it, nobody may wait for it for ever."""
        if not task.cancelled() and (bug := task.exception()) is not None:
            self._break(bug)

    def _break(self, problem: BaseException) -> None:
        """Write nothing more, answer whoever waits, and have the process end."""
        self.is_broken = True
        _refuse((*self._urgent, *self._waiting, *self._pauses), "storage_unavailable")
        self._urgent.clear()
        self._waiting.clear()
        self._pauses.clear()
        self._on_fatal(problem)


def _new_answer() -> asyncio.Future[Any]:
    answer: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
    # A caller that went away must not leave an "exception was never retrieved" behind.
    answer.add_done_callback(lambda done: done.cancelled() or done.exception())
    return answer


def _refuse(jobs: Iterable[Job | Pause], code: str) -> None:
    for job in jobs:
        if not job.answer.done():
            job.answer.set_exception(Refusal(code, retry_after_ms=_BUSY_RETRY_MS))


def _as_answer(problem: BaseException) -> BaseException:
    if is_unavailable(problem):
        return Refusal("storage_unavailable", retry_after_ms=_BUSY_RETRY_MS)
    return problem


def _for_batch(problem: Exception) -> BaseException:
    cause = problem.__cause__ if isinstance(problem, TransactionLost) else problem
    if cause is not None and not isinstance(cause, sqlite3.Error | OSError):
        return Refusal("unknown_outcome", retry_after_ms=_BUSY_RETRY_MS)
    return Refusal("storage_unavailable", retry_after_ms=_BUSY_RETRY_MS)
