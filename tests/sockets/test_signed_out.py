"""Who is not signed in does nothing but ask for help lines; and what only HTTP has of the matrix.

Rows 1, 43 and 45, and the column of those who are out: without a sign-in, with one that has
run out, with one that was ended.
"""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Any

import pytest
import socketio
from socketio.exceptions import ConnectionError as NotConnected

from tests.sockets.asking import payload
from tests.sockets.cast import ADMIN, KEEPER, MEMBER, MOD_INSIDE, MOD_OUTSIDE, PRINCIPALS
from tests.sockets.interfaces import Scene, call, post, scene
from tests.sockets.matrix import cases
from tests.support.served import Person, Served


def _run_out(work: Any) -> None:
    """Every sign-in ends now, by its date."""
    work.sql._execute("UPDATE sign_in SET expires_at = ?", (work.now,))


async def sign_out(running: Served, person: Person) -> int:
    headers = {"Authorization": f"Bearer {person.token}"}
    async with running.http.delete(
        f"{running.url}/api/sign-ins/current", headers=headers
    ) as response:
        return response.status


async def connect_error(running: Served, token: str) -> Any:
    """What a connection with this token is refused with."""
    said: list[Any] = []
    client = socketio.AsyncClient(reconnection=False)
    client.on("connect_error", said.append)
    try:
        await client.connect(running.url, auth={"token": token}, transports=["websocket"])
    except NotConnected:
        return said[0]["data"]["code"]
    finally:
        await client.disconnect()
    return ""


async def every_command(stage: Scene, ask: Any, expected: str) -> None:
    """Each line of the matrix is refused with this code, and leaves nothing."""
    before = stage.store.hash()
    for case in cases():
        for room in ("open", "hidden", "absent"):
            code = await ask(case.command, payload(stage.cast, case, room, MEMBER))
            assert code == expected, f"{case.name}, {room}"
    assert stage.store.hash() == before
    assert stage.tap.heard == []


async def test_signed_out_nothing_can_be_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with scene(tmp_path, monkeypatch) as stage:

        async def ask(command: str, what: dict[str, Any]) -> str:
            return (await post(stage.running, None, command, what))[0]

        await every_command(stage, ask, "bad_auth")
        for token in ("", secrets.token_urlsafe(32)):
            assert await connect_error(stage.running, token) == "bad_auth"


async def test_an_expired_sign_in_counts_as_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with scene(tmp_path, monkeypatch) as stage:
        person = stage.cast.people[MEMBER]
        peer = await stage.running.peer(person)
        await peer.open(stage.cast.rooms["open"])
        await stage.running.server.database.write(_run_out)

        async def over_http(command: str, what: dict[str, Any]) -> str:
            return (await post(stage.running, person, command, what))[0]

        async def over_socket(command: str, what: dict[str, Any]) -> str:
            return (await call(peer, command, what))[0]

        await every_command(stage, over_http, "session_expired")
        await every_command(stage, over_socket, "session_expired")
        assert await connect_error(stage.running, person.token) == "session_expired"


async def test_an_ended_sign_in_ends_its_sockets_and_works_nowhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Row 43, for everyone: their own sign-in, and no other of theirs."""
    async with scene(tmp_path, monkeypatch) as stage:
        running = stage.running
        for who in PRINCIPALS:
            person = await running.sign_in_again(stage.cast.people[who])
            peer, other = await running.peer(person), await running.peer(stage.cast.people[who])
            assert await sign_out(running, person) == 200
            await peer.lost.wait()
            assert [name for name, _ in peer.events] == ["session.revoked"]
            assert await connect_error(running, person.token) == "session_expired"
            assert await sign_out(running, person) == 401
            assert (await call(other, "session.sync", {}))[0] == ""
        stage.tap.take()

        async def ask(command: str, what: dict[str, Any]) -> str:
            return (await post(running, person, command, what))[0]

        await every_command(stage, ask, "session_expired")
        async with running.http.delete(f"{running.url}/api/sign-ins/current") as response:
            assert response.status == 401


async def test_help_lines_are_there_for_everyone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Row 1: signed out, by a sign-in that has run out, and whoever one is."""
    async with scene(tmp_path, monkeypatch) as stage:
        tokens = [None, "no token of ours", *(one.token for one in stage.cast.people.values())]
        for days in (0, 31):
            stage.clock.advance(days=days)
            for token in tokens:
                headers = {} if token is None else {"Authorization": f"Bearer {token}"}
                for path in ("/", "/help", "/helplines.json"):
                    async with stage.running.http.get(
                        stage.running.url + path, headers=headers
                    ) as response:
                        assert response.status == 200, path


# Metrics (row 45) ---------------------------------------------------------------------------------


async def test_no_sign_in_opens_the_metrics(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are for our own machine, directly, or for whoever has their own token."""
    async with scene(tmp_path, monkeypatch) as stage:
        running = stage.running

        async def status(headers: dict[str, str]) -> int:
            async with running.http.get(f"{running.url}/metrics", headers=headers) as response:
                return response.status

        assert await status({}) == 200
        through_proxy = {"X-Forwarded-For": "203.0.113.9"}
        assert await status(through_proxy) == 403
        for who in (MEMBER, KEEPER, MOD_INSIDE, MOD_OUTSIDE, ADMIN):
            bearer = {"Authorization": f"Bearer {stage.cast.people[who].token}"}
            assert await status(bearer | through_proxy) == 403, who
