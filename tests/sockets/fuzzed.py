"""A server process to throw frames at; `python -m tests.sockets.fuzzed FOLDER`.

It says on one line where it listens, its pid and who is there, and ends when its standard input
does. Whatever it logs is a fault: with its level no line comes from anything that is expected.
"""

from __future__ import annotations

import asyncio
import gc
import os
import sys
from pathlib import Path
from typing import Any

import msgspec

from chatserver import logs
from chatserver.database import LONG_READS_MAX
from chatserver.serving import _GC_THRESHOLDS
from chatserver.sockets import server as sockets
from chatserver.sockets.limits import RATES, Rate
from chatserver.writer import SWITCH_INTERVAL_S
from rooms.chat import posting
from rooms.people.person import Role
from rooms.work import Work
from tests.support.served import Person, Served, served
from web.accounts.sessions import actor_for

PEOPLE = 40


class Target(msgspec.Struct, frozen=True):
    """What a test needs to know of it."""

    url: str
    pid: int
    tokens: list[str]
    rooms: list[str]
    messages: list[str]


async def fill(running: Served) -> Target:
    """People, moderators among them, two rooms and a few messages."""
    keeper = await running.person("keeper", Role.MODERATOR)
    rooms = [await running.room(keeper), await running.room(keeper, access="invite", name="Quiet")]
    tokens, messages = [], []
    for number in range(PEOPLE):
        role = Role.MEMBER if number % 4 else Role.MODERATOR
        person = await running.person(f"person{number}", role)
        await running.join(rooms[0], person)
        said = await running.command(
            person, "message.post", room_id=rooms[0], nonce="first", body="hello"
        )
        tokens.append(person.token)
        messages.append(said["message_id"])
        if not number % 4:
            await fill_caches(running, person, rooms[0])
    # Nobody has just proved who they are: one word too many would end the person it came from.
    await running.server.database.write(_not_stepped_up)
    return Target(running.url, os.getpid(), tokens, rooms, messages)


def _not_stepped_up(work: Any) -> None:
    work.sql._execute("UPDATE sign_in SET stepped_up_at = NULL")


async def fill_caches(running: Served, person: Person, room_id: str) -> None:
    """Much to read, and all of it read by each connection: what SQLite keeps of it has a bound."""

    def much(work: Work) -> None:
        actor = actor_for(work, person.sign_in_id)
        for number in range(50):
            posting.post(
                work,
                actor,
                posting.PostMessage(room_id=room_id, nonce=f"m{number}", body="word " * 700),
                screen=lambda *_, **__: None,
            )

    await running.server.database.write(much)
    searching = (
        running.http_command(person, "message.search", {"text": "not to be found"})
        for _ in range(LONG_READS_MAX)
    )
    await asyncio.gather(*searching)
    await running.http_command(person, "log.before", {"room_id": room_id, "seq": 10**6})


async def serve(folder: Path) -> None:
    """Serve until standard input ends."""
    async with served(folder) as running:
        # One address fails all the time here; what that limit does is tested elsewhere.
        rates = {**RATES, "handshake_failed": Rate(10**9, 10**9)}
        running.server.buckets._rates = rates
        print(msgspec.json.encode(await fill(running)).decode(), flush=True)
        gc.freeze()
        gc.set_threshold(*_GC_THRESHOLDS)
        await asyncio.to_thread(sys.stdin.read)


if __name__ == "__main__":
    logs.configure("warning")
    # Pings come while frames do; and the library keeps what has ended until its next ping is due.
    sockets.PING_EVERY_S = 1
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    asyncio.run(serve(Path(sys.argv[1])))
