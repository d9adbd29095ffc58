"""A server process to throw frames at; `python -m tests.sockets.fuzzed FOLDER`.

It says on one line where it listens, its pid and who is there, and ends when its standard input
does. Whatever it logs is a fault: with its level no line comes from anything that is expected.
"""

from __future__ import annotations

import asyncio
import gc
import sys
from pathlib import Path

import msgspec

from chatserver import logs
from chatserver.serving import _GC_THRESHOLDS
from chatserver.sockets import server as sockets
from chatserver.sockets.limits import RATES, Rate
from chatserver.writer import SWITCH_INTERVAL_S
from rooms.people.person import Role
from tests.support.served import Served, served

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
    return Target(running.url, os_pid(), tokens, rooms, messages)


def os_pid() -> int:
    """This process."""
    return int(Path("/proc/self").resolve().name)


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
