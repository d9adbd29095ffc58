"""Servers on this machine that take what is told outside: a push service, a webhook's receiver, a
mail server. Each keeps what it was given, and answers as a test says.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import NamedTuple

from aiohttp import web as http
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from chatserver.web_push import Browser, Key, encoded, public


class Subscriber(NamedTuple):
    """A browser that reads its pushes, written from the standard by itself."""

    key: Key
    auth: bytes

    @property
    def browser(self) -> Browser:
        """What it tells the server."""
        return Browser(encoded(public(self.key)), encoded(self.auth))

    def read(self, body: bytes) -> bytes:
        """RFC 8188's one record, by the keys of RFC 8291."""
        salt, length = body[:16], body[20]
        theirs, sealed = body[21 : 21 + length], body[21 + length :]
        point = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), theirs)
        shared = self.key.exchange(ec.ECDH(), point)
        info = b"WebPush: info\0" + public(self.key) + theirs
        mixed = HKDF(hashes.SHA256(), 32, self.auth, info).derive(shared)
        secret = HKDF(hashes.SHA256(), 16, salt, b"Content-Encoding: aes128gcm\0").derive(mixed)
        nonce = HKDF(hashes.SHA256(), 12, salt, b"Content-Encoding: nonce\0").derive(mixed)
        padded = AESGCM(secret).decrypt(nonce, sealed, None)
        words, _, _ = padded.rpartition(b"\x02")
        return words


class Taken(NamedTuple):
    """One request as it came."""

    path: str
    headers: dict[str, str]
    body: bytes


class Receiver:
    """Takes posts. `status` is what it answers."""

    def __init__(self) -> None:
        self.taken: list[Taken] = []
        self.came = asyncio.Event()
        """Something was taken."""
        self.status = 201
        self.url = ""

    async def take(self, request: http.Request) -> http.Response:
        """Keep it."""
        body = await request.read()
        self.taken.append(Taken(request.path, dict(request.headers), body))
        self.came.set()
        headers = {"Location": f"{self.url}/elsewhere"} if 300 <= self.status < 400 else {}
        return http.Response(status=self.status, headers=headers)


@asynccontextmanager
async def receiving() -> AsyncIterator[Receiver]:
    """A receiver on a free port of this machine."""
    receiver = Receiver()
    app = http.Application()
    app.router.add_post("/{path:.*}", receiver.take)
    runner = http.AppRunner(app, access_log=None)
    await runner.setup()
    site = http.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    receiver.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield receiver
    finally:
        await runner.cleanup()


class MailServer:
    """Speaks just enough SMTP to take a letter. `is_full` refuses it."""

    def __init__(self) -> None:
        self.letters: list[tuple[list[str], str]] = []
        self.is_full = False
        self.port = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection."""
        receivers: list[str] = []
        writer.write(b"220 here\r\n")
        while line := (await reader.readline()).decode().strip():
            verb = line[:4].upper()
            if verb == "RCPT":
                receivers.append(line.partition("<")[2].partition(">")[0])
            if verb == "DATA":
                writer.write(b"354 go on\r\n")
                letter = (await reader.readuntil(b"\r\n.\r\n")).decode()
                self.letters.append((receivers, letter))
            if verb == "QUIT":
                writer.write(b"221 bye\r\n")
                break
            writer.write(b"452 full\r\n" if self.is_full and verb == "MAIL" else b"250 ok\r\n")
            await writer.drain()
        writer.close()
        await writer.wait_closed()


@asynccontextmanager
async def mail_server() -> AsyncIterator[MailServer]:
    """A mail server on a free port of this machine."""
    mails = MailServer()
    server = await asyncio.start_server(mails.serve, "127.0.0.1", 0)
    mails.port = server.sockets[0].getsockname()[1]
    try:
        yield mails
    finally:
        server.close()
        await server.wait_closed()
