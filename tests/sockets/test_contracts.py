"""What we lean on in engineio, python-socketio and aiohttp beyond what they promise.

One test for each name. When an upgrade turns one red, its words say where we use it and for what;
mend that place, then the test.
"""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import engineio
import pytest
import pytest_asyncio
import socketio
from aiohttp import web as http
from aiohttp.test_utils import make_mocked_request
from engineio.async_drivers.aiohttp import WebSocket as StockDriver
from engineio.async_drivers.aiohttp import translate_request
from engineio.async_socket import AsyncSocket
from engineio.packet import Packet

from tests.sockets.stage import Stage, set_up, world
from tests.support.raw import TEXT, frame


@pytest.fixture
def server() -> Any:
    """A server of the library, set as ours is."""
    return socketio.AsyncServer(
        async_mode="aiohttp", transports=["websocket"], cors_allowed_origins=[]
    )


@pytest.fixture
def transport_socket(server: Any) -> Any:
    """What the library keeps for one connection."""
    return AsyncSocket(server.eio, "sid")


# engineio -----------------------------------------------------------------------------------------


def test_the_driver_is_taken_from_async(server: Any) -> None:
    """server.py replaces `_async["websocket"]` by our Driver; else stock reading would be back."""
    engine = server.eio
    assert isinstance(engine, engineio.AsyncServer)
    assert engine._async["websocket"] is StockDriver
    assert "self.server._async['websocket'](" in inspect.getsource(AsyncSocket._upgrade_websocket)


def test_the_driver_is_made_of_a_handler_and_the_server_and_called_with_the_record() -> None:
    """driver.py subclasses it: `__init__(handler, server)`, `__call__(environ)`."""
    assert list(inspect.signature(StockDriver.__init__).parameters) == ["self", "handler", "server"]
    assert list(inspect.signature(StockDriver.__call__).parameters) == ["self", "environ"]


def test_the_handler_belongs_to_the_connections_socket(transport_socket: Any) -> None:
    """driver.py finds its AsyncSocket by `handler.__self__`."""
    assert transport_socket._websocket_handler.__self__ is transport_socket
    made = StockDriver(transport_socket._websocket_handler, transport_socket.server)
    assert made.handler.__self__ is transport_socket


async def test_send_takes_a_packet_and_may_be_replaced(transport_socket: Any) -> None:
    """driver.py puts its own `send` on the socket: all of the library's output goes through it."""
    sent: list[Packet] = []

    async def send(packet: Packet) -> None:
        sent.append(packet)

    transport_socket.send = send
    transport_socket.server.sockets["sid"] = transport_socket
    await transport_socket.server.send("sid", "hello")
    assert [packet.encode() for packet in sent] == ["4hello"]


async def test_what_was_sent_before_the_upgrade_waits_in_queue(transport_socket: Any) -> None:
    """driver.py empties `queue` (the OPEN packet) onto its lane, without an await between."""
    await transport_socket.send(Packet(0, data={"sid": "sid"}))
    assert not transport_socket.queue.empty()
    assert transport_socket.queue.get_nowait().encode() == '0{"sid":"sid"}'
    transport_socket.queue.task_done()
    assert transport_socket.queue.empty()


def test_connected_and_upgraded_say_that_the_upgrade_is_over(transport_socket: Any) -> None:
    """driver.py sets both, else a second handshake with its `sid` would be taken."""
    assert (transport_socket.connected, transport_socket.upgraded) == (False, False)
    source = inspect.getsource(engineio.AsyncServer.handle_request)
    assert "if not socket.connected" in source and "socket.upgraded" in source


async def test_close_without_waiting_or_sending_reports_the_end_once(transport_socket: Any) -> None:
    """driver.py calls `close(wait=False, abort=True, reason=…)`: it must end at once, whatever is
    still queued, set `closed`, and tell the Socket.IO layer (`disconnect`) exactly once."""
    told: list[tuple[str, str]] = []
    engine = transport_socket.server
    engine.on("disconnect", lambda sid, reason: told.append((sid, reason)))
    transport_socket.queue.put_nowait(Packet(4, data="never read"))
    for _ in range(2):
        await asyncio.wait_for(
            transport_socket.close(wait=False, abort=True, reason=engine.reason.TRANSPORT_CLOSE), 5
        )
    assert transport_socket.closed
    assert told == [("sid", engine.reason.TRANSPORT_CLOSE)]
    assert engine.reason.CLIENT_DISCONNECT != engine.reason.TRANSPORT_CLOSE


async def test_schedule_ping_begins_one_wait_however_often_a_client_says_pong(
    transport_socket: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """driver.py calls `schedule_ping` for each pong: blind ones must not pile up tasks."""
    begun: list[object] = []
    monkeypatch.setattr(transport_socket.server, "start_background_task", begun.append)
    for _ in range(3):
        transport_socket.schedule_ping()
    assert len(begun) == 1


def test_a_closed_socket_is_forgotten_when_its_driver_returns() -> None:
    """driver.py returns after `close`; the library then deletes it from `sockets`."""
    source = inspect.getsource(engineio.AsyncServer._handle_connect)
    assert "if s.closed and sid in self.sockets:" in source


def test_an_answer_of_the_driver_is_the_answer_to_the_handshake() -> None:
    """driver.py returns a response of aiohttp's; it must come back from `handle_request` as it is.

    A dict or list would be one of the library's own, for polling.
    """
    assert "if not isinstance(r, dict):" in inspect.getsource(engineio.AsyncServer.handle_request)


# python-socketio ----------------------------------------------------------------------------------


def test_the_transport_layer_is_eio(server: Any) -> None:
    """server.py reaches `eio` to put our driver in."""
    assert isinstance(server.eio, engineio.AsyncServer)


def test_handle_connect_and_handle_disconnect_take_what_we_give(server: Any) -> None:
    """server.py reads packets itself and calls `_handle_connect` and `_handle_disconnect`."""
    connect = inspect.signature(server._handle_connect).parameters
    assert list(connect) == ["eio_sid", "namespace", "data"]
    assert inspect.iscoroutinefunction(server._handle_connect)
    disconnect = inspect.signature(server._handle_disconnect).parameters
    assert list(disconnect) == ["eio_sid", "namespace", "reason"]
    assert inspect.iscoroutinefunction(server._handle_disconnect)


async def test_the_connect_handler_gets_the_handshakes_record_and_may_refuse(server: Any) -> None:
    """server.py decides in `on("connect")`, by `environ`, and refuses with words and a code."""
    sent: list[str] = []
    met: list[object] = []

    async def send(sid: str, data: str) -> None:
        sent.append(data)

    async def on_connect(sid: str, environ: object, auth: object) -> None:
        met.append((environ, auth))
        if auth is None:
            raise socketio.exceptions.ConnectionRefusedError("No.", {"code": "bad_auth"})

    server.eio.send = send
    server.on("connect", on_connect)
    environ = {"aiohttp.request": "ours"}
    await server._handle_eio_connect("engine", environ)
    await server._handle_connect("engine", "/", None)
    await server._handle_connect("engine", "/", {"token": "t"})
    assert met == [(environ, None), (environ, {"token": "t"})]
    assert sent[0] == '4{"message":"No.","data":{"code":"bad_auth"}}'
    assert sent[1].startswith('0{"sid":"')


def test_nothing_is_awaited_between_the_connect_handler_and_the_answer() -> None:
    """server.py subscribes in the handler; an event before the answer would come too early."""
    source = inspect.getsource(socketio.AsyncServer._handle_connect)
    after = source.rpartition("elif not self.always_connect:")[2]
    assert after.split("await ")[1].startswith("self._send_packet(")


async def test_the_disconnect_handler_can_still_ask_for_the_record(server: Any) -> None:
    """server.py finds the session by `get_environ(sid)` in `on("disconnect")`."""
    met: list[object] = []

    async def on_connect(sid: str, environ: object, auth: object) -> None:
        return None

    async def on_disconnect(sid: str, reason: str) -> None:
        met.append(server.get_environ(sid))

    async def send(sid: str, data: str) -> None:
        return None

    server.eio.send = send
    server.on("connect", on_connect)
    server.on("disconnect", on_disconnect)
    environ = {"aiohttp.request": "ours"}
    await server._handle_eio_connect("engine", environ)
    await server._handle_connect("engine", "/", {"token": "t"})
    await server._handle_eio_disconnect("engine", "transport close")
    assert met == [environ]
    assert server.environ == {}


# aiohttp ------------------------------------------------------------------------------------------


@pytest_asyncio.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """A served app, for what only shows over a connection."""
    async with world(tmp_path) as running:
        ready = await set_up(running)
        await ready.begin()
        yield ready
        await ready.finish()


def test_the_request_is_in_the_record() -> None:
    """server.py and driver.py take it from `environ["aiohttp.request"]`."""
    request = make_mocked_request("GET", "/socket.io/")
    assert translate_request(request)["aiohttp.request"] is request


async def test_a_message_as_long_as_the_maximum_is_refused(stage: Stage) -> None:
    """driver.py asks for one byte more than we allow: `max_msg_size` itself is too long."""
    await stage.raw.send(frame("4" + " " * (64 * 1024)))
    assert (await stage.raw.end()).code == 1009


async def test_aiohttp_takes_unmasked_frames(stage: Stage) -> None:
    """masking.py stands before it for that reason alone; once this is red it can go."""
    seen: list[object] = []

    async def echo(request: http.Request) -> http.WebSocketResponse:
        stream = http.WebSocketResponse()
        await stream.prepare(request)
        seen.append((await stream.receive()).data)
        return stream

    app = http.Application()
    app.router.add_get("/", echo)
    runner = http.AppRunner(app)
    await runner.setup()
    site = http.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0][:2]
    reader, writer = await asyncio.open_connection(host, port)
    lines = ["GET / HTTP/1.1", "Host: a", "Upgrade: websocket", "Connection: Upgrade"]
    lines += ["Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==", "", ""]
    writer.write("\r\n".join(lines).encode())
    await reader.readuntil(b"\r\n\r\n")
    writer.write(frame("unmasked", TEXT, mask=None))
    await reader.read(1)
    writer.close()
    await runner.cleanup()
    assert seen == ["unmasked"]


async def test_the_transport_lets_another_protocol_stand_before_aiohttps(stage: Stage) -> None:
    """driver.py puts a MaskGuard there by asyncio's `get_protocol` and `set_protocol`."""
    session = stage.server.sessions.of_user(stage.ann.user_id)[-1]
    guard: Any = session.wire._transport.get_protocol()
    assert type(guard).__name__ == "MaskGuard"
    assert isinstance(guard._inner, aiohttp.web_protocol.RequestHandler)


def test_a_websocket_can_be_told_not_to_answer_pings_and_closes() -> None:
    """driver.py answers both itself: `autoping=False`, `autoclose=False`."""
    parameters = inspect.signature(http.WebSocketResponse.__init__).parameters
    assert {"autoping", "autoclose", "compress", "max_msg_size", "timeout"} <= set(parameters)


async def test_closing_after_the_transport_closed_says_nothing_more(stage: Stage) -> None:
    """driver.py hangs up first; aiohttp's own close at the end must then add no second frame."""
    await stage.raw.say("x")
    end = await stage.raw.end()
    assert [each.opcode for each in end.frames] == [TEXT, 8]
