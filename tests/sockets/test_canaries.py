"""No word, name or secret of anybody comes to light: a thousand canaries, every field, every fault.

None may stand in a log line, in a metric, or in a refusal, raw or in any disguise.
"""

from __future__ import annotations

import asyncio
import io
import json
import logging
import os
import re
import signal
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import aiohttp
import pyotp
import pytest
import structlog

from chatserver import logs
from chatserver.app import Server
from chatserver.config import Config
from chatserver.handlers import handlers
from chatserver.outside import read_helplines
from rooms.chat.log import LogBefore
from rooms.chat.posting import PostMessage
from rooms.chat.reactions import React
from rooms.chat.search import SearchMessages
from rooms.people.person import Actor, Role
from tests.sockets.canaries import DISGUISES, MARK, Canaries, payloads, sightings
from tests.sockets.watching import unlimited, unsynced
from tests.support.peer import Peer
from tests.support.raw import BINARY, dial, event, frame, open_socket, signed_in
from tests.support.served import Person, Served

PASSPHRASE = f"{MARK} four plain words"


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """Everything that is logged, ours and the libraries', down to the least serious line."""
    stream = io.StringIO()
    root = logging.getLogger()
    before = (root.handlers[:], root.level)
    logs.configure("debug", stream)
    root.setLevel(logging.DEBUG)
    yield stream
    root.handlers[:], level = before
    root.setLevel(level)
    structlog.reset_defaults()


class Bug(Exception):
    """What a careless line of ours would raise."""


def raising(new: Canaries) -> dict[type, Any]:
    """Commands with bugs that quote what they got, each in another way."""

    def post(work: Any, actor: Actor, command: PostMessage) -> Any:
        problem = Bug(command.body, new())
        problem.add_note(new())
        raise problem from KeyError(new())

    def react(work: Any, actor: Actor, command: React) -> Any:
        work.sql._execute(f"INSERT INTO {new()} VALUES (?)", (new(),))  # noqa: S608

    def before(reader: Any, actor: Actor, command: LogBefore) -> Any:
        return dict[str, str]()[new()]

    def search(reader: Any, actor: Actor, command: SearchMessages) -> Any:
        raise UnicodeDecodeError("utf-8", new().encode(), 0, 1, new())

    return {PostMessage: post, React: react, LogBefore: before, SearchMessages: search}


class Flight:
    """A server, and everything that can be said to it with a canary in it."""

    def __init__(self, running: Served, new: Canaries) -> None:
        self.running = running
        self.new = new
        self.refusals: list[str] = []

    async def begin(self) -> Flight:
        running, new = self.running, self.new
        self.keeper = await running.person(new(24), Role.MODERATOR)
        self.member = await running.person(new(24))
        self.room_id = await running.room(
            self.keeper, name=new(), about=new(), guidelines="", nonce=new()
        )
        await running.join(self.room_id, self.member)
        return self

    async def http(self, method: str, path: str, **more: Any) -> str:
        """Any request; what came back, and if it was a refusal it is kept."""
        async with self.running.http.request(method, self.running.url + path, **more) as response:
            body = await response.text()
            if response.status >= 400 and "json" in response.headers["Content-Type"]:
                self.refusals.append(body)
            return body

    async def commands(self) -> None:
        """Every command with canaries in every field, both ways."""
        headers = {"Authorization": f"Bearer {self.keeper.token}"}
        raw = await signed_in(self.running.url, self.keeper.token)
        for name, payload in payloads(self.new):
            if name == "account.erase" and payload == {}:
                continue  # it would be done, and be the last that the keeper says
            await self.http("POST", f"/api/commands/{name}", json=payload, headers=headers)
            answer = await raw.call(name, payload)
            if not answer["ok"]:
                self.refusals.append(json.dumps(answer))
        raw.vanish()

    async def talk(self) -> None:
        """Commands that succeed, or meet a bug."""
        new, peer = self.new, await self.running.peer(self.member)
        await peer.open(self.room_id)
        for _ in range(30):
            for command, what in (
                ("message.post", {"room_id": self.room_id, "nonce": new(), "body": new()}),
                ("help.ask", {"nonce": new(), "words": new()}),
                ("message.search", {"text": new()}),
                ("log.before", {"room_id": self.room_id, "seq": 5}),
                ("message.react", {"message_id": new(24), "reaction": "hug", "on": True}),
            ):
                await self._say(peer, command, what)
                await self.http(
                    "POST",
                    f"/api/commands/{command}",
                    json=what,
                    headers={"Authorization": f"Bearer {self.member.token}"},
                )

    async def _say(self, peer: Peer, command: str, what: Any) -> None:
        try:
            await peer.call(command, **what)
        except Exception as refused:  # noqa: BLE001 - whatever it is, it must not quote
            self.refusals.append(repr(refused))

    async def accounts(self) -> None:
        """Names, passphrases, invitations; right, wrong and impossible."""
        new = self.new
        ticked = {"of_age": True, "guidelines": True}
        one = {"handle": new(24), "passphrase": PASSPHRASE} | ticked
        await self.http("POST", "/api/accounts", json=one)
        await self.http("POST", "/api/sign-ins", json=one)
        for asked in (
            {**one, "passphrase": new()},
            {"handle": new(200), "passphrase": new()},
            {"handle": new(20), "passphrase": new(), "invite": new(), **ticked},
            {"handle": f"{new(20)}\u202e", "passphrase": new()},
            {"handle": new(24), "passphrase": new(), new(): new()},
            {"handle": [new()], "passphrase": {new(): new()}},
        ):
            for path in ("/api/accounts", "/api/sign-ins", "/api/recoveries", "/api/step-ups"):
                await self.http("POST", path, json=asked)
            for path in ("/sign-in", "/sign-up", "/recover", "/step-up"):
                await self.http(
                    "POST",
                    path,
                    data={key: str(value) for key, value in asked.items()},
                    headers={"Origin": self.running.url},
                    allow_redirects=False,
                )

    async def addresses_and_headers(self) -> None:
        """Paths, queries, methods, headers and bodies that nobody should send."""
        new = self.new
        for path in ("/", "/app/", "/static/", "/vendor/", "/api/commands/", "/sign-up/"):
            await self.http("GET", f"{path}{new()}")
            await self.http("POST", f"{path}{new()}", json={new(): new()})
        for name in ("token", "invite", "passphrase", new()):
            await self.http("GET", f"/help?{name}={new()}")
        for header in (
            "Authorization Cookie Origin Referer User-Agent X-CSRF-Token X-Forwarded-For Host "
            "Accept Accept-Language Content-Encoding If-None-Match Forwarded"
        ).split():
            await self.http("GET", "/api/me", headers={header: new()})
            await self.http("GET", "/metrics", headers={header: f"Bearer {new()}"})
        bearer = {"Authorization": f"Bearer {self.member.token}"}
        for body, kind in (
            (new(), "application/json"),
            ('{"body": "' + new(), "application/json"),
            (f'{{"{new()}": NaN}}', "application/json"),
            (new(), new()),
            (new() * 3000, "application/json"),
            ("[" * 40 + f'"{new()}"' + "]" * 40, "application/json"),
        ):
            await self.http(
                "POST",
                "/api/commands/message.post",
                data=body.encode(),
                headers={**bearer, "Content-Type": kind},
            )

    async def broken_http(self) -> None:
        """What is no HTTP: aiohttp's own parser complains, and quotes."""
        new = self.new
        for text in (
            f"{new()}\r\n\r\n",
            f"GET /{new()} HTTP/9.{new()}\r\n\r\n",
            f"GET / HTTP/1.1\r\n{new()}\r\n\r\n",
            f"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: {new()}\r\n\r\n",
            f"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n{new()}\r\n",
            f"GET /\x00{new()} HTTP/1.1\r\nHost: {new()}\r\n\r\n",
            f"{new()[:20]} / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        ):
            config = self.running.server.config
            reader, writer = await asyncio.open_connection(config.host, config.port)
            writer.write(text.encode())
            writer.write_eof()
            await reader.read()
            writer.close()

    async def sockets(self) -> None:
        """Handshakes and frames that nobody should send."""
        url, new = self.running.url, self.new
        for query in (f"EIO=4&transport=websocket&token={new()}", f"EIO={new()}", f"sid={new()}"):
            await dial(url, query=f"{query}&{new()}={new()}")
        await dial(url, headers=[("Origin", f"http://{new()}.example")])
        for auth in ({"token": new()}, {new(): new()}, [new()], new(), {"token": [new()]}):
            raw = await open_socket(url)
            self.refusals.append(json.dumps(await raw.connect(auth)))
            raw.vanish()
        namespace = await open_socket(url)
        await namespace.say(f'40/{new()},{{"token":"{new()}"}}')
        namespace.vanish()
        for bad in self._frames():
            raw = await signed_in(url, self.member.token)
            await raw.send(bad)
            if bad.endswith(b"]") or b"no.such" in bad:
                await raw.text()
                raw.vanish()
            else:
                await raw.end()

    def _frames(self) -> list[bytes]:
        new = self.new
        return [
            frame(new()),
            frame(f"x{new()}"),
            frame(new().encode(), BINARY),
            frame(new(), mask=None),
            frame(f'42["message.post",{{"body":"{new()}'),
            frame(f'42["{new()}",NaN]'),
            frame(f'42["message.post",{"[" * 30}"{new()}"{"]" * 30}]'),
            frame(event("connect", {new(): new()})),
            frame(event("disconnect", new())),
            frame(f"42{new()}"),
            frame(f'42[{{"{new()}":1}}]'),
            frame(f"451-[{json.dumps(new())}]"),
            frame(f'421{"0" * 100}["{new()}"]'),
            frame(b'42["message.post",{"body":"' + new().encode() + b'\xff"}]'),
        ]

    async def loop_and_libraries(self) -> None:
        """What libraries and the loop itself would log."""
        new, loop = self.new, asyncio.get_running_loop()
        loop.call_exception_handler({"message": new(), "exception": Bug(new())})
        for name in ("aiohttp.server", "asyncio", "engineio.server", "socketio.server"):
            try:
                raise sqlite3.OperationalError(new())
            except sqlite3.OperationalError:
                logging.getLogger(name).exception("%s", new())
            logging.getLogger(name).warning(new())
        self.running.server.report_bug("command", Bug(new()))
        for _ in range(2):
            await self.running.server.ticker._guard("chore", self._fail)

    async def _fail(self) -> None:
        raise Bug(self.new())


async def test_nothing_comes_to_light(
    log: io.StringIO,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    new = Canaries()
    config = Config(port=0, data_dir=tmp_path / "var")
    buggy = {**handlers(config, read_helplines(config)), **raising(new)}
    server = await Server(config, commands=buggy).start()
    unlimited(server, monkeypatch)
    unsynced(server)
    async with aiohttp.ClientSession() as http:
        flight = await Flight(Served(server, http), new).begin()
        try:
            await flight.commands()
            await flight.talk()
            await flight.accounts()
            await flight.addresses_and_headers()
            await flight.broken_http()
            await flight.sockets()
            await flight.loop_and_libraries()
            metrics = await flight.http("GET", "/metrics")
        finally:
            await flight.running.close()
            await server.stop()
    written = log.getvalue()
    assert new.count >= 1000
    assert sightings(written) == []
    assert sightings(metrics) == []
    assert [seen for refusal in flight.refusals for seen in sightings(refusal)] == []
    assert len(flight.refusals) > 200
    secrets = [flight.member.token, flight.keeper.token, flight.member.sign_in_id]
    assert not any(secret in written + metrics for secret in secrets)
    printed = capfd.readouterr()
    assert (printed.out, printed.err) == ("", "")
    _is_a_useful_log(written)


def _is_a_useful_log(written: str) -> None:
    """The silence is not for want of lines: each fault was told of, by class and place."""
    lines = [json.loads(line) for line in written.splitlines()]
    problems = {line.get("problem") for line in lines}
    assert {"Bug", "KeyError", "OperationalError", "UnicodeDecodeError"} <= problems
    assert {line["event"] for line in lines} >= {"http", "bug", "library"}
    bugs = [line for line in lines if line["event"] == "bug"]
    assert all(line["reference"] for line in bugs)
    assert any("test_canaries.py" in str(line["where"]) for line in bugs)


@pytest.mark.parametrize("disguise", sorted(DISGUISES))
def test_a_canary_is_seen_in_every_disguise(disguise: str) -> None:
    text = f"x{DISGUISES[disguise].upper() if disguise == 'hex' else DISGUISES[disguise]}y"
    assert sightings(text)


def test_base64_hides_none() -> None:
    import base64

    for before in ("", "a", "ab"):
        encoded = base64.b64encode(f"{before}{MARK}0001 and more".encode()).decode()
        assert sightings(encoded), before


def test_a_careless_log_is_found_out(log: io.StringIO) -> None:
    """Planted faults: a message that quotes, a field that is let through."""
    structlog.get_logger().info("http", route=f"/{Canaries()()}")
    assert sightings(log.getvalue())


# The whole machine, as it is started --------------------------------------------------------------


async def serve(folder: Path, **environ: str) -> tuple[asyncio.subprocess.Process, str]:
    """`python -m chatserver serve`; the process and what it greets with."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "chatserver",
        "serve",
        cwd=folder,
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(Path(__file__).parents[2]),
            "PORT": "0",
            "CHAT_LOG_LEVEL": "debug",
            **environ,
        },
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    greeting = await process.stdout.readuntil(b"Ctrl-C stops it.")
    return process, greeting.decode()


async def ended(process: asyncio.subprocess.Process) -> tuple[str, str]:
    """Tell it to stop; the rest of what it printed, and its log."""
    process.send_signal(signal.SIGTERM)
    out, err = await process.communicate()
    assert process.returncode == 0, err.decode()
    return out.decode(), err.decode()


async def test_a_started_server_prints_one_secret_and_logs_none(tmp_path: Path) -> None:
    new = Canaries()
    metrics_token = new()
    process, greeting = await serve(tmp_path, CHAT_METRICS_TOKEN=metrics_token)
    url = greeting.split()[greeting.split().index("at") + 1]
    (invite,) = re.findall(r"#invite=(\S+)", greeting)
    async with aiohttp.ClientSession() as http:
        running = _Elsewhere(url, http)
        ticked: Any = {"of_age": True, "guidelines": True}
        first = await running.asked(
            "accounts", handle=new(24), passphrase=new(), invite=invite, **ticked
        )
        offer = await running.asked("second-factor", first["token"])
        digits = pyotp.TOTP(offer["secret"]).now()
        proven = await running.asked("second-factor/confirm", first["token"], code=digits)
        token = proven["token"]
        await running.command(Person("", "", token, ""), "site.confirm_helplines")
        joined = await running.asked("accounts", handle=new(24), passphrase=new(), **ticked)
        member_token = joined["token"]
        flight = Flight(running, new)
        flight.keeper = Person("", "", token, "")
        flight.member = Person("", "", member_token, "")
        flight.room_id = await running.room(flight.keeper, name=new(), about=new())
        await running.join(flight.room_id, flight.member)
        await flight.addresses_and_headers()
        await flight.sockets()
        peer = Peer(url, member_token)
        await peer.connect()
        await peer.open(flight.room_id)
        for _ in range(20):
            await peer.post(flight.room_id, new())
        await peer.leave()
    out, err = await ended(process)
    assert sightings(greeting + out + err) == []
    assert err.count('"event": "http"') > 50, "the log was not silent"
    told = [*first["recovery_codes"], offer["secret"], offer["uri"]]
    for secret in (token, member_token, metrics_token, *told):
        assert secret not in greeting + out + err
    assert invite not in out + err
    assert (greeting + out).count(invite) == 1
    process, greeting = await serve(tmp_path)
    assert "invite" not in greeting, "the link is for the first administrator alone"
    await ended(process)


async def test_a_wrong_setting_is_explained_without_its_secret(tmp_path: Path) -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "chatserver",
        "serve",
        cwd=tmp_path,
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(Path(__file__).parents[2]),
            "CHAT_METRICS_TOKEN": MARK,
        },
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    out, err = await process.communicate()
    assert process.returncode == 1
    assert b"metrics_token" in err
    assert sightings((out + err).decode()) == []


class _Elsewhere(Served):
    """A server in a process of its own, asked like one of ours."""

    def __init__(self, url: str, http: aiohttp.ClientSession) -> None:
        self.url = url
        self.http = http
        self._peers = []

    async def asked(self, path: str, token: str = "", **what: Any) -> Any:
        """Something about an account; it must be ok."""
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        async with self.http.post(f"{self.url}/api/{path}", json=what, headers=headers) as response:
            assert response.status < 300, await response.text()
            return await response.json()
