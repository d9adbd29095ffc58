"""One invented member at a device: an ordinary client of the protocol, like any other.

Must never do what a member could not, nor raise when it is refused: a moderator may try things out
on it.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any, Final

import socketio
from socketio.exceptions import SocketIOError

Json = dict[str, Any]

_ANSWER_S: Final = 15.0


class Member:
    """Someone who is connected. `heard` is told every event."""

    def __init__(
        self, url: str, handle: str, token: str, heard: Callable[[str, Json], None]
    ) -> None:
        self.handle = handle
        self.rooms: set[str] = set()
        """The ids of the rooms that are open."""
        self._url, self._token, self._heard = url, token, heard
        self._nonces = 0
        self._sio = socketio.AsyncClient(reconnection=False, handle_sigint=False)
        self._sio.on("*", self._event)

    @property
    def is_here(self) -> bool:
        """Whether the connection stands."""
        return bool(self._sio.connected)

    async def arrive(self, *room_ids: str) -> None:
        """Connect, and open these rooms."""
        with suppress(SocketIOError, OSError):
            await self._sio.connect(
                self._url,
                auth={"token": self._token},
                transports=["websocket"],
                wait_timeout=_ANSWER_S,
            )
            await self.ask("session.sync")
            for room_id in room_ids:
                if await self.ask("room.open", room_id=room_id) is not None:
                    self.rooms.add(room_id)

    async def ask(self, command: str, /, **told: Any) -> Json | None:
        """Send a command: its result; None when it was refused or nothing came back."""
        if not self.is_here:
            return None
        try:
            answer: Json = await self._sio.call(command, told, timeout=_ANSWER_S)
        except (SocketIOError, OSError):
            return None
        return answer if answer.get("ok") else None

    async def say(self, room_id: str, body: str, reply_to: str | None = None) -> Json | None:
        """Say something."""
        self._nonces += 1
        return await self.ask(
            "message.post",
            room_id=room_id,
            nonce=f"{self.handle}-{self._nonces}",
            body=body,
            reply_to=reply_to,
        )

    async def write(self, room_id: str, typing: bool) -> None:
        """Be seen writing, or no longer."""
        await self.ask("typing.set", room_id=room_id, typing=typing)

    async def leave(self) -> None:
        """Go home."""
        with suppress(SocketIOError, OSError):
            await self._sio.disconnect()

    async def _event(self, name: str, told: Json) -> None:
        self._heard(name, told)
