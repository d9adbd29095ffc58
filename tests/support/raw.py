"""A WebSocket client that breaks the rules when a test says so: every byte of a frame is given.

It keeps what came in, so that a test can ask what an ordinary client would have seen.
"""

from __future__ import annotations

import asyncio
import base64
import json
import os
import socket
import struct
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

import msgspec

Json = dict[str, Any]

ANSWER_S = 20.0
"""Generous: a test fails after many times what it takes."""

CONTINUATION, TEXT, BINARY, CLOSE, PING, PONG = 0, 1, 2, 8, 9, 10
QUERY = "EIO=4&transport=websocket"
UPGRADE = MappingProxyType(
    {"Upgrade": "websocket", "Connection": "Upgrade", "Sec-WebSocket-Version": "13"}
)


class Frame(msgspec.Struct, frozen=True):
    """One frame as the server sent it."""

    opcode: int
    payload: bytes
    fin: bool = True
    rsv: int = 0

    @property
    def text(self) -> str:
        """The payload, read."""
        return self.payload.decode()


class End(msgspec.Struct, frozen=True):
    """How a connection ended: what was said last, and the WebSocket's own close code."""

    said: str | None
    """The code of `protocol_error`."""
    code: int | None
    """None when the transport went without a close frame."""
    frames: list[Frame]
    """Everything since the last read, the close frame included."""

    def got(self, name: str) -> list[Json]:
        """The events of a name among them."""
        return [event for frame in self.frames for event in _events(frame, name)]


class Answered(msgspec.Struct, frozen=True):
    """An HTTP answer in place of a WebSocket."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def error(self) -> Json:
        """Why not, from its JSON."""
        error: Json = json.loads(self.body)["error"]
        return error


def frame(
    payload: bytes | str,
    opcode: int = TEXT,
    *,
    fin: bool = True,
    rsv: int = 0,
    mask: bytes | None = b"\x01\x02\x03\x04",
    size: int | None = None,
) -> bytes:
    """The bytes of one frame; `mask=None` leaves it unmasked, `size` lies about its length."""
    raw = payload.encode() if isinstance(payload, str) else payload
    told = len(raw) if size is None else size
    masked = 0 if mask is None else 0x80
    first = (0x80 if fin else 0) | rsv << 4 | opcode
    if told < 126:
        head = struct.pack("!BB", first, masked | told)
    elif told < 1 << 16:
        head = struct.pack("!BBH", first, masked | 126, told)
    else:
        head = struct.pack("!BBQ", first, masked | 127, told)
    if mask is None:
        return head + raw
    key = mask * (len(raw) // 4 + 1)
    covered = int.from_bytes(raw, "big") ^ int.from_bytes(key[: len(raw)], "big")
    return head + mask + covered.to_bytes(len(raw), "big")


def fragments(payload: bytes | str, size: int) -> bytes:
    """One text message in as many frames as it takes."""
    raw = payload.encode() if isinstance(payload, str) else payload
    parts = [raw[at : at + size] for at in range(0, len(raw), size)] or [b""]
    return b"".join(
        frame(part, TEXT if at == 0 else CONTINUATION, fin=at == len(parts) - 1)
        for at, part in enumerate(parts)
    )


def event(name: object, *arguments: object, ack_id: int | str = 1) -> str:
    """The text of an EVENT packet; `ack_id=""` asks for no answer."""
    return f"42{ack_id}{json.dumps([name, *arguments])}"


class Raw:
    """One connection, from the handshake on."""

    def __init__(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, sid: str = ""
    ) -> None:
        self._reader, self._writer = reader, writer
        self._ack_id = 1000
        self.sid = sid
        self._finished = False
        self.ignored: tuple[bytes, ...] = ()
        """How frames begin that come at times of their own: they are skipped."""
        self.seen: list[Frame] = []
        self.headers: Mapping[str, str] = {}

    async def send(self, *frames: bytes) -> None:
        """Send bytes as they are, unless finished. That the peer is gone shows on reading."""
        if self._finished:
            return
        try:
            self._writer.write(b"".join(frames))
            await self._writer.drain()
        except ConnectionError:
            return

    async def say(self, *texts: str) -> None:
        """Send text frames, as a client should."""
        await self.send(*map(frame, texts))

    async def frame(self) -> Frame | None:
        """The next frame, or None at the end of the connection."""
        try:
            async with asyncio.timeout(ANSWER_S):
                found = await self._frame()
                while self.ignored and found.payload.startswith(self.ignored):
                    found = await self._frame()
        except (asyncio.IncompleteReadError, ConnectionError):
            return None
        self.seen.append(found)
        return found

    async def _frame(self) -> Frame:
        first, second = await self._reader.readexactly(2)
        assert not second & 0x80, "a server never masks"
        size = second & 0x7F
        if size == 126:
            (size,) = struct.unpack("!H", await self._reader.readexactly(2))
        elif size == 127:
            (size,) = struct.unpack("!Q", await self._reader.readexactly(8))
        payload = await self._reader.readexactly(size)
        return Frame(first & 0x0F, payload, bool(first & 0x80), first >> 4 & 0x07)

    async def text(self) -> str:
        """The next text frame's words."""
        found = await self.frame()
        assert found is not None, "the connection ended"
        assert found.opcode == TEXT, found
        return found.text

    async def end(self) -> End:
        """Read until the connection is gone, answering its goodbye, and say how it went."""
        frames: list[Frame] = []
        said: str | None = None
        code: int | None = None
        while (found := await self.frame()) is not None:
            assert code is None, f"something came after the close frame: {found}"
            frames.append(found)
            for error in _events(found, "protocol_error"):
                said = error["code"]
            if found.opcode == CLOSE:
                code = struct.unpack("!H", found.payload[:2])[0]
                await self.send(frame(found.payload[:2], CLOSE))
        self._writer.close()
        return End(said, code, frames)

    async def connect(self, auth: object = None) -> Json:
        """Say CONNECT; the answer's content, with `code` and `message` when it was refused."""
        await self.say("40" if auth is None else f"40{json.dumps(auth)}")
        answer = await self.text()
        assert answer[:2] in ("40", "44"), answer
        content: Json = json.loads(answer[2:])
        return content

    async def answer(self, ack_id: int) -> Json:
        """The one answer to an acknowledgement id; what else comes is kept in `seen`."""
        start = f"43{ack_id}["
        while True:
            text = await self.text()
            if text.startswith(start):
                (envelope,) = json.loads(text[len(start) - 1 :])
                found: Json = envelope
                return found

    async def call(self, name: str, *arguments: object) -> Json:
        """Send a command and wait for its envelope."""
        self._ack_id += 1
        await self.say(event(name, *arguments, ack_id=self._ack_id))
        return await self.answer(self._ack_id)

    def got(self, name: str) -> list[Json]:
        """Every event of a name so far."""
        return [found for each in self.seen for found in _events(each, name)]

    async def finish(self) -> None:
        """Say no more, as a client whose process ended."""
        self._finished = True
        if self._writer.can_write_eof():
            self._writer.write_eof()

    def vanish(self) -> None:
        """Be gone without a word."""
        self._writer.transport.abort()


async def dial(
    url: str,
    *,
    query: str = QUERY,
    headers: Iterable[tuple[str, str]] = (),
    asking: Mapping[str, str] = UPGRADE,
    method: str = "GET",
    receive_buffer: int | None = None,
) -> Raw | Answered:
    """Ask for a WebSocket; the raw connection, or the HTTP answer that refused it."""
    parts = urlsplit(url)
    assert parts.hostname is not None and parts.port is not None
    plain = socket.socket()
    if receive_buffer is not None:
        plain.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
    plain.setblocking(False)
    await asyncio.get_running_loop().sock_connect(plain, (parts.hostname, parts.port))
    limit = 2**16 if receive_buffer is None else receive_buffer
    reader, writer = await asyncio.open_connection(sock=plain, limit=limit)
    key = base64.b64encode(os.urandom(16)).decode()
    asked = [
        f"{method} /socket.io/?{query} HTTP/1.1",
        f"Host: {parts.netloc}",
        f"Sec-WebSocket-Key: {key}",
        *(f"{name}: {value}" for name, value in (*asking.items(), *headers)),
    ]
    writer.write("\r\n".join([*asked, "", ""]).encode())
    async with asyncio.timeout(ANSWER_S):
        head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
        status = int(head[0].split(" ")[1])
        told = {name.lower(): value for name, value in (line.split(": ") for line in head[1:-2])}
        if status != 101:
            body = await reader.readexactly(int(told.get("content-length", "0")))
            writer.close()
            return Answered(status, told, body)
    raw = Raw(reader, writer)
    raw.headers = told
    return raw


async def open_socket(
    url: str, *, headers: Iterable[tuple[str, str]] = (), receive_buffer: int | None = None
) -> Raw:
    """A WebSocket that has read the OPEN packet and said nothing yet."""
    raw = await dial(url, headers=headers, receive_buffer=receive_buffer)
    assert isinstance(raw, Raw), raw
    opened = await raw.text()
    assert opened.startswith("0{"), opened
    raw.sid = json.loads(opened[1:])["sid"]
    return raw


async def signed_in(url: str, token: str, *, receive_buffer: int | None = None) -> Raw:
    """A connected device of whoever holds this token."""
    raw = await open_socket(url, receive_buffer=receive_buffer)
    answer = await raw.connect({"token": token})
    assert "sid" in answer, answer
    return raw


def _events(frame: Frame, name: str) -> list[Json]:
    start = f'42["{name}",'.encode()
    if frame.opcode != TEXT or not frame.payload.startswith(start):
        return []
    return [json.loads(frame.payload[len(start) : -1])]
