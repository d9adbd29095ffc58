"""A served app on a free port, with people who are signed in, for tests from outside."""

from __future__ import annotations

import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import msgspec

from chatserver.app import MakeBus, Server
from chatserver.bus import MemoryBus
from chatserver.clock import now_ms
from chatserver.config import Config
from moderation.help.helplines import fingerprint, to_confirm
from rooms.people import registry
from rooms.people.person import Role
from rooms.work import Work
from tests.support.peer import Json, Peer
from web.accounts import registration, sessions


class Person(msgspec.Struct, frozen=True):
    """Someone with an account and a token."""

    user_id: str
    handle: str
    token: str
    sign_in_id: str


class Served:
    """A running server and shortcuts to it."""

    def __init__(self, server: Server, http: aiohttp.ClientSession) -> None:
        self.server = server
        self.http = http
        self.url = server.url
        self._peers: list[Peer] = []

    async def person(self, handle: str, role: Role = Role.MEMBER) -> Person:
        """Someone new, made in the store directly: no passphrase is hashed for it."""
        token = secrets.token_urlsafe(32)

        def add(work: Work) -> tuple[str, str]:
            user_id = work.new_id()
            registry.add(work, user_id, handle, role)
            # Fresh from the door: whoever wants it otherwise lets ten minutes pass.
            return user_id, sessions.start(work, user_id, token, 30, proven=True, stepped_up=True)

        user_id, sign_in_id = await self.server.database.write(add)
        return Person(user_id, handle, token, sign_in_id)

    async def sign_in_again(self, person: Person) -> Person:
        """Another sign-in of the same person."""
        token = secrets.token_urlsafe(32)
        sign_in_id = await self.server.database.write(
            lambda work: sessions.start(work, person.user_id, token, 30, proven=True)
        )
        return msgspec.structs.replace(person, token=token, sign_in_id=sign_in_id)

    async def peer(self, person: Person) -> Peer:
        """A connected device of a person; closed with the server."""
        peer = Peer(self.url, person.token, name=person.handle)
        self._peers.append(peer)
        return await peer.connect()

    async def room(self, keeper: Person, **more: Any) -> str:
        """A new room that someone keeps, open unless said otherwise."""
        payload = {"nonce": secrets.token_hex(8), "name": "Evening", "access": "open", **more}
        answer = await self.command(keeper, "room.create", **payload)
        room_id: str = answer["room"]["room_id"]
        return room_id

    async def join(self, room_id: str, *people: Person) -> None:
        """Let people into an open room without guidelines."""
        for person in people:
            await self.command(person, "room.join", room_id=room_id)

    async def command(self, person: Person, name: str, /, **payload: Any) -> Json:
        """A command over HTTP; its answer must be ok."""
        status, answer = await self.http_command(person, name, payload)
        assert answer["ok"], (status, answer)
        return answer

    async def http_command(
        self, person: Person | None, name: str, payload: Any
    ) -> tuple[int, Json]:
        """A command over HTTP, whatever comes of it."""
        headers = {} if person is None else {"Authorization": f"Bearer {person.token}"}
        async with self.http.post(
            f"{self.url}/api/commands/{name}", json=payload, headers=headers
        ) as response:
            answer: Json = await response.json()
            return response.status, answer

    async def close(self) -> None:
        """End every device."""
        for peer in self._peers:
            await peer.leave()


@asynccontextmanager
async def served(
    folder: Path,
    *,
    now: Callable[[], int] = now_ms,
    bus: MakeBus = MemoryBus,
    lines_called: bool = True,
    **settings: Any,
) -> AsyncIterator[Served]:
    """A server of its own on a free port, on a database in `folder`.

    Somebody has called its help lines already, unless a test wants to see what is without that.
    """
    config = Config(port=0, data_dir=folder / "var", **settings)
    server = await Server(config, now=now, bus=bus).start()
    if lines_called:
        lines = fingerprint(to_confirm(server.helplines, config.help_country))
        await server.database.write(lambda work: registration.keep(work, lines))
    async with aiohttp.ClientSession() as http:
        running = Served(server, http)
        try:
            yield running
        finally:
            await running.close()
            await server.stop()
