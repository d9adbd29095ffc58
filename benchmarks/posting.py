"""Durable posts through the one writer, beside single commits of bare aiosqlite.

Each case acknowledges after a synced commit (synchronous=FULL), with a fixed number of callers who
each wait for their answer before they send again. CPU is of the whole process.
"""

from __future__ import annotations

import asyncio
import resource
import secrets
import sys
from collections.abc import Awaitable, Callable, Coroutine
from pathlib import Path
from time import perf_counter

import aiosqlite
import msgspec

from chatserver import writer as writing
from chatserver.clock import now_ms
from chatserver.database import Database
from chatserver.ids import new_id
from chatserver.writer import SWITCH_INTERVAL_S
from moderation.detection import lexicon
from moderation.listening import account_age_days, listening
from moderation.screening import screening
from rooms.chat import membership, posting, room
from rooms.chat.views import Access
from rooms.people import registry
from rooms.people.person import Actor, Role
from rooms.work import Work
from web.accounts import sessions

MEASURED_S = 2.0
BODY = "Two weeks today. Thank you for being here, all of you. " * 2
SCREEN = screening(listening(lexicon.default), account_age_days)


class Result(msgspec.Struct, frozen=True):
    """One case of one round."""

    case: str
    per_s: float
    cpu_us: float
    stall_p99_ms: float


async def bare_single_commit(folder: Path, callers: int) -> Result:
    """The peer: one insert and one commit a message, nothing else."""
    async with aiosqlite.connect(folder / "bare.sqlite3", isolation_level=None) as connection:
        await connection.execute("PRAGMA journal_mode=WAL")
        await connection.execute("PRAGMA synchronous=FULL")
        await connection.execute(
            "CREATE TABLE message (id TEXT PRIMARY KEY, room TEXT, seq INTEGER, body TEXT)"
        )
        seq = 0

        async def post() -> None:
            nonlocal seq
            seq += 1
            await connection.execute(
                "INSERT INTO message VALUES (?, ?, ?, ?)", (secrets.token_hex(8), "r", seq, BODY)
            )

        return await _measure("bare aiosqlite, one commit each", callers, post)


async def our_post(
    folder: Path, callers: int, batch_max: int, *, busy_loop: bool = False
) -> Result:
    """The whole command: sign-in, nonce, room, membership, log, screen, events."""
    before, writing.BATCH_MAX = writing.BATCH_MAX, batch_max
    database = Database(folder / "ours.sqlite3", now=now_ms, new_id=new_id)
    await database.open()
    sign_ins, room_id = await database.write(lambda work: settle(work, callers))
    turn = 0

    async def post() -> None:
        nonlocal turn
        turn += 1
        sign_in_id = sign_ins[turn % callers]
        command = posting.PostMessage(room_id=room_id, nonce=secrets.token_hex(8), body=BODY)

        def write(work: Work) -> posting.Posted:
            actor = sessions.actor_for(work, sign_in_id)
            return posting.post(work, actor, command, screen=SCREEN)

        await database.write(write)

    names = {1: "ours, one command a commit", before: "ours, batched"}
    name = names[batch_max] + (", loop half busy" if busy_loop else "")
    try:
        return await _measure(name, callers, post, busy_loop=busy_loop)
    finally:
        await database.close()
        writing.BATCH_MAX = before


def settle(work: Work, count: int) -> tuple[list[str], str]:
    """That many people in one room: their sign-ins, and the room's id."""
    sign_ins: list[str] = []
    actors: list[Actor] = []
    for number in range(count):
        user_id = work.new_id()
        role = Role.MEMBER if number else Role.MODERATOR
        registry.add(work, user_id, f"person{number}", role)
        sign_ins.append(sessions.start(work, user_id, secrets.token_hex(16), 30, proven=True))
        actors.append(sessions.actor_for(work, sign_ins[-1]))
    wanted = room.CreateRoom(nonce="n", name="Bench", access=Access.OPEN)
    room_id = room.create(work, actors[0], wanted, retention_days=90).room.room_id
    for actor in actors[1:]:
        membership.join(work, actor, membership.JoinRoom(room_id=room_id))
    return sign_ins, room_id


async def _measure(
    case: str, callers: int, post: Callable[[], Awaitable[None]], *, busy_loop: bool = False
) -> Result:
    until = perf_counter() + MEASURED_S
    done = 0

    async def caller() -> None:
        nonlocal done
        while perf_counter() < until:
            await post()
            done += 1

    cpu, began = cpu_s(), perf_counter()
    stalls: list[float] = []
    beside = [asyncio.create_task(_watch(stalls, until))]
    if busy_loop:
        beside.append(asyncio.create_task(_keep_busy(until)))
    await asyncio.gather(*(caller() for _ in range(callers)))
    took, cpu = perf_counter() - began, cpu_s() - cpu
    await asyncio.gather(*beside)
    worst = sorted(stalls)[int(len(stalls) * 0.99)] if stalls else 0.0
    return Result(f"{case} ({callers} waiting)", done / took, cpu / done * 1e6, worst * 1000)


async def _watch(stalls: list[float], until: float) -> None:
    """How late the loop comes back to someone else's work."""
    while (now := perf_counter()) < until:
        await asyncio.sleep(0.001)
        stalls.append(max(0.0, perf_counter() - now - 0.001))


async def _keep_busy(until: float) -> None:
    """Other Python work for half of the loop's time."""
    while (now := perf_counter()) < until:
        while perf_counter() - now < 0.001:
            pass
        await asyncio.sleep(0.001)


def cpu_s() -> float:
    """Processor seconds that this process has used."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def round_of(folder: Path) -> list[Result]:
    """Every case once, each on a fresh file."""
    batch = writing.BATCH_MAX
    cases: list[Callable[[Path], Coroutine[None, None, Result]]] = [
        lambda at: bare_single_commit(at, 64),
        lambda at: our_post(at, 64, 1),
        lambda at: our_post(at, 64, batch),
        lambda at: our_post(at, 512, batch),
        lambda at: our_post(at, 64, batch, busy_loop=True),
    ]
    results = []
    for number, case in enumerate(cases):
        at = folder / str(number)
        at.mkdir(parents=True)
        results.append(asyncio.run(case(at)))
    return results


def prepare() -> None:
    """The settings that the server itself runs with."""
    sys.setswitchinterval(SWITCH_INTERVAL_S)
