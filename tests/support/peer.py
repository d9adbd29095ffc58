"""A small client on the real `socketio.AsyncClient`, with the browser's own gap rule.

It applies `last + 1`, drops what is lower, and on anything higher asks `log.since`. What it shows
at the end must be what the store holds: that is what storms and kills compare.
"""

from __future__ import annotations

import asyncio
import secrets
from typing import Any

import socketio
from socketio.exceptions import SocketIOError

Json = dict[str, Any]

ANSWER_S = 20.0
"""Generous: a test fails after many times what it takes."""


class Refused(Exception):
    """The server said no."""

    def __init__(self, error: Json) -> None:
        super().__init__(error["code"])
        self.error = error
        self.code: str = error["code"]


class Gone(Exception):
    """No answer came: the connection broke."""


class Screen:
    """One room as a client shows it: message_id to what is shown, in the order of the log."""

    def __init__(self, room_id: str) -> None:
        self.room_id = room_id
        self.epoch = ""
        self.last = 0
        self.first = 0
        self.messages: dict[str, Json] = {}
        self.order: list[int] = []
        self.twice: list[int] = []
        self.held: dict[int, Json] = {}
        self.ready = False
        self.resets = 0

    def start(self, opened: Json) -> None:
        """Take the answer of `room.open` without `since`, or with `reset`."""
        self.epoch, self.messages, self.order = opened["epoch"], {}, []
        for entry in opened["entries"]:
            self._show(entry)
        self.last = self.first = opened["head"]
        self.ready = True

    def take(self, entry: Json) -> bool:
        """Apply one entry; False when something before it is missing."""
        if not self.ready or entry["seq"] > self.last + 1:
            self.held[entry["seq"]] = entry
            return not self.ready
        if entry["seq"] <= self.last:
            return True
        self._show(entry)
        self.last = entry["seq"]
        while (following := self.held.pop(self.last + 1, None)) is not None:
            self._show(following)
            self.last += 1
        self.held = {seq: held for seq, held in self.held.items() if seq > self.last}
        return not self.held

    def _show(self, entry: Json) -> None:
        kind, seq = entry["kind"], entry["seq"]
        if kind == "message.posted":
            if entry["message_id"] in self.messages:
                self.twice.append(seq)
            self.order.append(seq)
            self.messages[entry["message_id"]] = {
                "seq": seq,
                "body": entry["body"],
                "state": entry["state"],
                "reactions": entry["reactions"],
            }
            return
        shown = self.messages.get(entry.get("message_id") or "")
        if shown is None:
            return
        if kind == "message.edited":
            shown.update(body=entry["body"], state=entry["state"])
        elif kind in ("message.deleted", "message.hidden"):
            shown.update(body="", state=kind.removeprefix("message."), reactions={})
        elif kind == "message.reacted":
            shown["reactions"] = entry["reactions"]

    @property
    def bodies(self) -> list[str]:
        """What is on the screen, top to bottom."""
        return [message["body"] for message in self.messages.values()]


class Peer:
    """One device of one person."""

    def __init__(self, url: str, token: str, *, name: str = "", keeps_events: bool = True) -> None:
        self.url, self.token, self.name = url, token, name
        self._keeps_events = keeps_events
        self.screens: dict[str, Screen] = {}
        self.events: list[tuple[str, Json]] = []
        self.lost = asyncio.Event()
        self._mending: set[asyncio.Task[None]] = set()
        self._sio: socketio.AsyncClient | None = None
        self.changed = asyncio.Condition()

    async def connect(self, *, headers: dict[str, str] | None = None) -> Peer:
        """A new connection; rooms on screen are opened again from where they were."""
        sio = self._sio = socketio.AsyncClient(reconnection=False)
        sio.on("*", self._on_event)
        sio.on("disconnect", self._on_disconnect)
        self.lost.clear()
        for screen in self.screens.values():
            screen.ready = False
        await sio.connect(
            self.url,
            auth={"token": self.token} if self.token else None,
            transports=["websocket"],
            headers=headers or {},
            wait_timeout=ANSWER_S,
        )
        for room_id in self.screens:
            await self.open(room_id)
        return self

    @property
    def is_gone(self) -> bool:
        """Whether the connection has ended."""
        return self._sio is None or not self._sio.connected

    async def _on_disconnect(self, reason: str = "") -> None:
        self.lost.set()
        async with self.changed:
            self.changed.notify_all()

    async def _on_event(self, name: str, data: Json) -> None:
        if self._keeps_events:
            self.events.append((name, data))
        screen = self.screens.get(data.get("room_id", ""))
        if screen is not None and "seq" in data and "epoch" in data and not screen.take(data):
            self._mend(screen)
        async with self.changed:
            self.changed.notify_all()

    def _mend(self, screen: Screen) -> None:
        task = asyncio.create_task(self._mended(screen))
        self._mending.add(task)
        task.add_done_callback(self._mending.discard)

    async def _mended(self, screen: Screen) -> None:
        await self.catch_up(screen)
        # Whoever waits for what is on screen looks again: no event may come any more.
        async with self.changed:
            self.changed.notify_all()

    async def catch_up(self, screen: Screen) -> None:
        """Ask the log for what is missing."""
        try:
            while True:
                page = await self.call(
                    "log.since", room_id=screen.room_id, epoch=screen.epoch, seq=screen.last
                )
                if page.get("reset"):
                    screen.resets += 1
                    screen.start(await self.call("room.open", room_id=screen.room_id))
                    return
                for entry in page.get("entries", []):
                    screen.take(entry)
                if not page.get("more"):
                    return
        except (Gone, Refused):
            return

    async def call(self, event: str, /, **payload: Any) -> Json:
        """Send a command; its result. Raises `Refused`, or `Gone` when no answer came."""
        return await self.call_raw(event, payload)

    async def call_raw(self, event: str, *arguments: Any) -> Json:
        """The same with whatever arguments."""
        sio = self._sio
        if sio is None or not sio.connected:
            raise Gone
        answer: asyncio.Future[Json] = asyncio.get_running_loop().create_future()

        def take(envelope: Json) -> None:
            if not answer.done():
                answer.set_result(envelope)

        gone = asyncio.create_task(self.lost.wait())
        try:
            data = arguments if len(arguments) != 1 else arguments[0]
            await sio.emit(event, data, callback=take)
            either: list[asyncio.Future[Any]] = [answer, gone]
            await asyncio.wait(either, timeout=ANSWER_S, return_when=asyncio.FIRST_COMPLETED)
        except SocketIOError:
            raise Gone from None
        finally:
            gone.cancel()
        if not answer.done():
            answer.cancel()
            raise Gone
        envelope = answer.result()
        if not envelope.pop("ok"):
            raise Refused(envelope["error"])
        return envelope

    async def open(self, room_id: str) -> Screen:
        """Put a room on screen, or go on where it was."""
        screen = self.screens.setdefault(room_id, Screen(room_id))
        payload: Json = {"room_id": room_id}
        if screen.epoch:
            payload["since"] = {"epoch": screen.epoch, "seq": screen.last}
        opened = await self.call("room.open", **payload)
        if not screen.epoch or opened["reset"]:
            screen.resets += bool(screen.epoch)
            screen.start(opened)
        else:
            screen.ready = True
            for entry in opened["entries"]:
                screen.take(entry)
        for entry in sorted(screen.held.values(), key=lambda held: held["seq"]):
            screen.take(entry)
        if opened["more"] or screen.held:
            await self.catch_up(screen)
        return screen

    async def post(self, room_id: str, body: str, nonce: str = "", **more: Any) -> Json:
        """Say something."""
        return await self.call(
            "message.post", room_id=room_id, nonce=nonce or secrets.token_hex(8), body=body, **more
        )

    async def until(self, condition: Any, what: str = "") -> None:
        """Wait until something is true of this peer; fails after a generous while."""
        async with self.changed:
            try:
                await asyncio.wait_for(self.changed.wait_for(condition), ANSWER_S)
            except TimeoutError:
                raise AssertionError(f"it never came true: {what}") from None

    async def until_at(self, room_id: str, seq: int) -> None:
        """Wait until a position is on screen."""
        screen = self.screens[room_id]
        await self.until(lambda: screen.last >= seq, f"position {seq}, is {screen.last}")

    def got(self, kind: str) -> list[Json]:
        """Every event of a kind so far."""
        return [data for name, data in self.events if name == kind]

    async def leave(self) -> None:
        """Close the connection."""
        for task in tuple(self._mending):
            task.cancel()
        if self._sio is not None:
            await self._sio.disconnect()
