"""The demonstration as a whole: it starts, people come in, and nothing is left of it."""

from __future__ import annotations

import socket
from pathlib import Path

import aiohttp
import msgspec
import pytest

from chatserver.demo.serving import as_json, free_port, served
from tests.support.peer import Peer

PAGE = {"Accept": "text/html"}


def left_in(folder: Path) -> list[str]:
    """What lies there."""
    return [each.name for each in folder.iterdir()]


async def test_visitors_come_in_as_the_four_and_nothing_is_left(tmp_path: Path) -> None:
    async with served(port=0, folder=tmp_path) as demo, aiohttp.ClientSession() as http:
        assert left_in(tmp_path) == [demo.server.config.data_dir.name]
        roles = {}
        for way in demo.sign_ins:
            asked = {"handle": way.handle, "passphrase": way.passphrase}
            if way.secret:
                async with http.post(f"{demo.url}/api/sign-ins", json=asked) as answer:
                    assert (await answer.json())["error"]["code"] == "mfa_needed"
                asked["code"] = way.code_at(demo.server.now())
            async with http.post(f"{demo.url}/api/sign-ins", json=asked) as answer:
                token = (await answer.json())["token"]
            peer = await Peer(demo.url, token).connect()
            state = await peer.call("session.sync")
            roles[way.role] = (state["me"]["role"], len(state["rooms"]))
            await peer.leave()
        assert roles == {
            "member": ("member", 6),
            "facilitator": ("member", 5),
            "moderator": ("moderator", 4),  # one of them is a talk
            "administrator": ("admin", 0),
        }
    assert left_in(tmp_path) == []


async def test_every_page_says_what_it_is(tmp_path: Path) -> None:
    async with served(port=0, folder=tmp_path) as demo, aiohttp.ClientSession() as http:
        for path in ("/", "/sign-in", "/sign-up", "/help", "/shell", "/offline", "/nowhere"):
            async with http.get(demo.url + path, headers=PAGE) as answer:
                page = await answer.text()
                assert "This is a demonstration" in page, path
        async with http.get(demo.url + "/") as answer:
            assert "Demo" in await answer.text()
            assert "by invitation" not in await answer.text(), "a visitor may try coming in"


async def test_nothing_is_left_when_it_fails(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        async with served(port=0, folder=tmp_path):
            raise ZeroDivisionError
    assert left_in(tmp_path) == []


async def test_machines_are_told_in_json(tmp_path: Path) -> None:
    async with served(port=0, folder=tmp_path) as demo:
        told = msgspec.json.decode(as_json(demo))
    assert told["url"] == demo.url
    assert [each["role"] for each in told["sign_ins"]] == [
        "member",
        "facilitator",
        "moderator",
        "administrator",
    ]
    assert ["secret" in each for each in told["sign_ins"]] == [False, False, True, True]


def test_a_taken_port_is_passed_over() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        found = free_port(port)
        assert found not in (0, port)
