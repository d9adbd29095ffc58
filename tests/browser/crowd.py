"""Hundreds of people with a small client each: they come back by themselves, as the page does.

Must never be cleverer than the page: the same gap rule, the same nonce on every retry.
"""

from __future__ import annotations

import asyncio
import json
import random
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

import aiohttp

from chatserver.clock import now_ms
from chatserver.database import Database
from chatserver.ids import new_id, new_token
from rooms.chat import membership, room
from rooms.chat.views import Access
from rooms.people import registry
from rooms.people.person import Role
from rooms.work import Work
from tests.support.peer import Json, Screen
from tests.support.raw import QUERY, event
from tests.support.served import Person
from web.accounts import sessions

BACK_WITHIN_S = 60.0
"""Generous: it takes a few seconds."""
BACK_OFF_MAX_S = 30.0


class Member:
    """One device of one person, and the one room on its screen."""

    def __init__(self, person: Person, room_id: str, chance: random.Random) -> None:
        self._person, self._room_id, self._chance = person, room_id, chance
        self._socket: aiohttp.ClientWebSocketResponse | None = None
        self._asked: dict[int, Callable[[Json], None]] = {}
        self._asks = 0
        self.screen = Screen(room_id)
        self.unanswered: dict[str, str] = {}
        self.kinds: set[str] = set()
        """Every kind of event that came."""
        self.refusals: list[str] = []
        self.here = asyncio.Event()
        self.gone = asyncio.Event()
        self.changed = asyncio.Event()

    async def live(self, http: aiohttp.ClientSession, url: str) -> None:
        """Be there, and come back after every end, with the page's own jitter."""
        attempt = 0
        while True:
            try:
                async with http.ws_connect(f"{url}/socket.io/?{QUERY}") as self._socket:
                    await self._sit(self._socket)
                attempt = 0
            except (OSError, aiohttp.ClientError):
                attempt += 1  # the server is not there yet, or went in the middle of a word
            self._socket = None
            self.here.clear()
            self.gone.set()
            await asyncio.sleep(self._chance.random() * min(BACK_OFF_MAX_S, 2**attempt))

    async def say(self, body: str) -> None:
        """Said until it is answered, under one nonce."""
        nonce = new_id()
        self.unanswered[nonce] = body
        await self._post(nonce)

    async def _sit(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        """Listen until the connection ends."""
        self.screen.ready = False
        async for frame in socket:
            text = str(frame.data)
            if text.startswith("0"):
                await socket.send_str("40" + json.dumps({"token": self._person.token}))
            elif text.startswith("40"):
                await self._open()
            elif text == "2":
                await socket.send_str("3")
            elif text.startswith("43"):
                at = text.index("[")
                self._asked.pop(int(text[2:at]))(json.loads(text[at:])[0])
            elif text.startswith("42"):
                await self._hear(*json.loads(text[2:]))
            if self.here.is_set():
                self.changed.set()
            elif self.screen.ready:
                self.gone.clear()
                self.here.set()
                for nonce in tuple(self.unanswered):
                    await self._post(nonce)

    async def _open(self) -> None:
        screen = self.screen
        since = {"since": {"epoch": screen.epoch, "seq": screen.last}} if screen.epoch else {}
        await self._ask(self._opened, "room.open", room_id=self._room_id, **since)

    async def _hear(self, kind: str, data: Json) -> None:
        self.kinds.add(kind)
        if "seq" in data and "epoch" in data and not self.screen.take(data):
            await self._catch_up()

    async def _catch_up(self) -> None:
        screen = self.screen
        where = {"room_id": self._room_id, "epoch": screen.epoch, "seq": screen.last}
        await self._ask(self._caught_up, "log.since", **where)

    def _opened(self, answer: Json) -> None:
        screen = self.screen
        if not screen.epoch or answer["reset"]:
            screen.start(answer)
            return
        screen.ready = True
        for entry in answer["entries"]:
            screen.take(entry)

    def _caught_up(self, answer: Json) -> None:
        for entry in answer["entries"]:
            self.screen.take(entry)

    async def _post(self, nonce: str) -> None:
        def answered(answer: Json) -> None:
            if answer["ok"]:
                self.unanswered.pop(nonce, None)
            else:
                self.refusals.append(answer["error"]["code"])

        body = self.unanswered[nonce]
        await self._ask(answered, "message.post", room_id=self._room_id, nonce=nonce, body=body)

    async def _ask(self, then: Callable[[Json], None], name: str, **payload: object) -> None:
        if self._socket is None:
            return
        self._asks += 1
        self._asked[self._asks] = then
        with suppress(OSError, aiohttp.ClientError):
            await self._socket.send_str(event(name, payload, ack_id=self._asks))


class Crowd:
    """All of them together."""

    def __init__(self, people: list[Person], room_id: str) -> None:
        chance = random.Random(830)
        self.members = [Member(person, room_id, chance) for person in people]
        self._lives: list[asyncio.Task[None]] = []
        self._http: aiohttp.ClientSession

    async def arrive(self, url: str) -> None:
        """Let them come, and wait until everybody has the room on their screen."""
        self._http = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0))
        lives = (member.live(self._http, url) for member in self.members)
        self._lives = [asyncio.create_task(life) for life in lives]
        await self.all_here()

    async def all_here(self) -> None:
        """Wait until everybody has the room on their screen."""
        async with asyncio.timeout(BACK_WITHIN_S):
            await asyncio.gather(*(member.here.wait() for member in self.members))

    async def all_gone(self) -> None:
        """Wait until everybody has noticed that the server is not there."""
        async with asyncio.timeout(BACK_WITHIN_S):
            await asyncio.gather(*(member.gone.wait() for member in self.members))

    async def all_show(self, bodies: list[str]) -> None:
        """Wait until every screen shows exactly this; tells what one shows otherwise."""
        for member in self.members:
            try:
                async with asyncio.timeout(BACK_WITHIN_S):
                    while member.screen.bodies != bodies:
                        member.changed.clear()
                        await member.changed.wait()
            except TimeoutError:
                assert member.screen.bodies == bodies

    async def go_home(self) -> None:
        """Nobody is left."""
        for life in self._lives:
            life.cancel()
        await asyncio.gather(*self._lives, return_exceptions=True)
        await self._http.close()


async def settle_in(folder: Path, count: int) -> tuple[list[Person], str]:
    """Accounts and one room with all of them in it, straight in the store; the first keeps it."""
    database = Database(folder / "chat.sqlite3", now=now_ms, new_id=new_id)
    await database.open()

    def come(work: Work, number: int) -> Person:
        user_id, token = work.new_id(), new_token()
        registry.add(work, user_id, f"person{number}", Role.MEMBER if number else Role.MODERATOR)
        return Person(
            user_id, f"person{number}", token, sessions.start(work, user_id, token, 30, proven=True)
        )

    def create(work: Work, keeper: Person) -> str:
        actor = sessions.actor_for(work, keeper.sign_in_id)
        command = room.CreateRoom(nonce="room", name="Half past eight", access=Access.OPEN)
        return room.create(work, actor, command, retention_days=90).room.room_id

    def join(work: Work, person: Person) -> None:
        actor = sessions.actor_for(work, person.sign_in_id)
        membership.join(work, actor, membership.JoinRoom(room_id=room_id))

    people = [await database.write(partial(come, number=number)) for number in range(count)]
    room_id = await database.write(partial(create, keeper=people[0]))
    for person in people[1:]:
        await database.write(partial(join, person=person))
    await database.close()
    return people, room_id
