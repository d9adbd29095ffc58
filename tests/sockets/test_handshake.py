"""Who may open a connection, who is then on it, and how every connection ends without a trace."""

from __future__ import annotations

import asyncio
import json
import re
import socket
from collections.abc import AsyncIterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from chatserver.sockets import door, driver
from rooms.people.person import Role
from rooms.refusal import WORDS
from tests.sockets.staffing import set_role
from tests.sockets.stage import Stage, World, closed, eventually, set_up, world
from tests.support.clock import ManualClock
from tests.support.peer import Refused
from tests.support.raw import (
    CLOSE,
    PING,
    QUERY,
    UPGRADE,
    Answered,
    Frame,
    dial,
    event,
    frame,
)
from tests.support.served import served
from web.accounts import sessions
from web.language import PSEUDO, pseudo
from web.problems import WORDS as HTTP_WORDS

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def place(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Stage]:
    """One server, one room for all cases."""
    async with world(tmp_path_factory.mktemp("handshakes")) as running:
        yield await set_up(running)


@pytest_asyncio.fixture(loop_scope="module")
async def stage(place: Stage) -> AsyncIterator[Stage]:
    """A new connection for each case. At its end only bea's is left, and she can talk."""
    await place.begin()
    yield place
    await place.finish()
    await eventually(lambda: place.world.traces == (1, 1, 1, 2), "nothing is left of ann's")


def case(row: int, name: str, *values: Any) -> Any:
    """A case that carries the number of its row."""
    return pytest.param(*values, id=f"{row:02d}-{name}")


def asking(**changed: str) -> dict[str, str]:
    """The headers of a handshake with some changed; an empty one is left out."""
    names = {**UPGRADE, **{name.replace("_", "-"): value for name, value in changed.items()}}
    return {name: value for name, value in names.items() if value}


# The door -----------------------------------------------------------------------------------------

ORIGIN_REJECTED = (403, "origin_rejected")
REFUSED = (400, "transport_refused")
WRONG_VERSION = (400, "unsupported_protocol")
IN_URL = (400, "token_in_url")

AT_THE_DOOR = [
    case(10, "eio-3", "EIO=3&transport=websocket", {}, WRONG_VERSION),
    case(10, "no-eio", "transport=websocket", {}, WRONG_VERSION),
    case(10, "both", f"{QUERY}&EIO=3", {}, WRONG_VERSION),
    case(11, "polling", "EIO=4&transport=polling", {}, REFUSED),
    case(11, "none", "EIO=4", {}, REFUSED),
    case(11, "both", f"{QUERY}&transport=polling", {}, REFUSED),
    case(11, "anothers-session", f"{QUERY}&sid=a", {}, REFUSED),
    case(11, "no-upgrade", QUERY, {"Upgrade": ""}, REFUSED),
    case(11, "h2c", QUERY, {"Upgrade": "h2c"}, REFUSED),
    case(11, "no-connection", QUERY, {"Connection": ""}, REFUSED),
    case(11, "close", QUERY, {"Connection": "close"}, REFUSED),
    case(11, "only-nearly-upgrade", QUERY, {"Connection": "xupgrade"}, REFUSED),
    case(11, "version-12", QUERY, {"Sec_WebSocket_Version": "12"}, REFUSED),
    case(11, "no-version", QUERY, {"Sec_WebSocket_Version": ""}, REFUSED),
    case(12, "jsonp", f"{QUERY}&j=0", {}, REFUSED),
    case(13, "foreign", QUERY, {"Origin": "https://evil.example"}, ORIGIN_REJECTED),
    case(13, "null", QUERY, {"Origin": "null"}, ORIGIN_REJECTED),
    case(13, "other-port", QUERY, {"Origin": "http://127.0.0.1:1"}, ORIGIN_REJECTED),
    case(13, "empty-host", QUERY, {"Origin": "http://"}, ORIGIN_REJECTED),
    case(16, "token", f"{QUERY}&token=abc", {}, IN_URL),
    case(16, "access-token", f"{QUERY}&access_token=abc", {}, IN_URL),
    case(16, "auth", f"{QUERY}&AUTH=abc", {}, IN_URL),
]


@pytest.mark.parametrize(("query", "changed", "expected"), AT_THE_DOOR)
async def test_what_is_turned_away_at_the_door(
    stage: Stage, query: str, changed: Mapping[str, str], expected: tuple[int, str]
) -> None:
    before = stage.world.traces
    refused = await dial(stage.url, query=query, asking=asking(**changed))
    assert isinstance(refused, Answered)
    assert (refused.status, refused.error["code"]) == expected
    assert refused.error["message"] == HTTP_WORDS[expected[1]]
    assert stage.world.traces == before, "nothing is kept of a handshake that failed"


@pytest.mark.parametrize("method", ["POST", "PUT", "OPTIONS", "TRACE"])
async def test_11_polling_by_another_method_is_no_way_in(stage: Stage, method: str) -> None:
    refused = await dial(stage.url, query="EIO=4&transport=polling", asking={}, method=method)
    assert isinstance(refused, Answered)
    assert (refused.status, refused.error["code"]) == (405, "wrong_method")


async def test_06_compression_is_not_negotiated_even_when_it_is_offered(stage: Stage) -> None:
    offer = [("Sec-WebSocket-Extensions", "permessage-deflate; client_max_window_bits")]
    raw = await stage.world.unknown(*offer)
    assert "sec-websocket-extensions" not in raw.headers
    await raw.send(frame(b"\xcaH\xcd\xc9\xc9\x07\x00", rsv=4))
    assert (await raw.end()).code == 1002


async def test_what_a_handshake_tells(stage: Stage) -> None:
    raw = await stage.world.unknown()
    told = json.loads(raw.seen[0].text[1:])
    assert told.pop("sid")
    assert told == {
        "upgrades": [],
        "pingInterval": 25_000,
        "pingTimeout": 20_000,
        "maxPayload": 65_536,
    }
    assert "server" not in raw.headers


# Who is calling -----------------------------------------------------------------------------------


def connect_error(code: str) -> str:
    """Exactly how a CONNECT is refused."""
    return (
        f"44{json.dumps({'message': WORDS[code], 'data': {'code': code}}, separators=(',', ':'))}"
    )


MALFORMED = [
    case(14, "nothing", "40"),
    case(14, "null", "40null"),
    case(17, "empty", "40{}"),
    case(17, "number", '40{"token":5}'),
    case(17, "list", '40["token"]'),
    case(17, "text", '40"token"'),
    case(17, "forged-identity", '40{"token":"x","user_id":"a"}'),
    case(17, "unknown-token", '40{"token":"not-one-of-ours"}'),
    case(17, "empty-token", '40{"token":""}'),
    case(17, "long-token", f'40{{"token":"{"t" * 60_000}"}}'),
]


@pytest.mark.parametrize("said", MALFORMED)
async def test_whoever_does_not_say_who_they_are_is_told_to_sign_in(
    stage: Stage, said: str
) -> None:
    raw = await stage.world.unknown()
    await raw.say(said)
    assert await raw.text() == connect_error("bad_auth")
    await raw.say(event("session.sync", {}))
    assert (await raw.end()).frames == closed("bad_frame", 1002)


async def test_14_a_cookie_counts_only_from_a_page_of_ours(stage: Stage) -> None:
    cookie = ("Cookie", f"sign-in={stage.ann.token}")
    without_page = await stage.world.unknown(cookie)
    assert (await without_page.connect())["data"]["code"] == "bad_auth"
    of_our_page = await stage.world.unknown(cookie, ("Origin", stage.url))
    assert "sid" in await of_our_page.connect()
    who = await of_our_page.call("session.sync", {})
    assert who["me"]["user_id"] == stage.ann.user_id


async def test_14_a_page_of_ours_may_bring_a_token_too(stage: Stage) -> None:
    raw = await stage.world.unknown(("Origin", stage.url))
    assert "sid" in await raw.connect({"token": stage.ann.token})


async def test_18_a_sign_in_that_is_over_opens_nothing(stage: Stage) -> None:
    ended = await stage.world.served.sign_in_again(stage.ann)
    expired = await stage.world.served.sign_in_again(stage.ann)
    await stage.server.database.write(lambda work: sessions.sign_out(work, ended.sign_in_id))
    raw = await stage.world.unknown()
    await raw.say(f'40{{"token":"{ended.token}"}}')
    assert await raw.text() == connect_error("session_expired")
    stage.world.clock.advance(days=30)
    await raw.say(f'40{{"token":"{expired.token}"}}')
    assert await raw.text() == connect_error("session_expired")
    stage.world.clock.advance(days=-30)


async def test_a_refusal_is_in_the_language_of_the_site(tmp_path: Path) -> None:
    async with world(tmp_path, language=PSEUDO) as running:
        raw = await running.unknown()
        unknown = await raw.connect({"token": "unknown"})
        assert unknown["message"] == pseudo(WORDS["bad_auth"])
        await raw.say("40/admin,{}")
        assert pseudo("There is only one namespace here.") in await raw.text()


async def test_the_words_of_an_answer_are_in_the_language_of_the_site(tmp_path: Path) -> None:
    async with served(tmp_path, language=PSEUDO) as site:
        robin = await site.person("robin")
        peer = await site.peer(robin)
        by_line = await peer.call("help.ask", nonce="by line")
        by_http = await site.command(robin, "help.ask", nonce="by HTTP")
        for answer in (by_line, by_http):
            assert re.fullmatch(r"⟦.*~+⟧", answer["message"])


async def test_our_own_fault_is_told_in_the_language_of_the_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(door, "sign_in_for_token", fails)
    async with served(tmp_path, language=PSEUDO) as site:
        raw = await World(site, ManualClock()).unknown()
        broken = await raw.connect({"token": "any"})
        assert re.fullmatch(r"⟦That didn't work, .* tell us: \w+\.~+⟧", broken["message"])
        raw.vanish()


async def test_19_there_is_one_namespace(stage: Stage) -> None:
    raw = await stage.world.unknown()
    await raw.say(f'40/admin,{{"token":"{stage.ann.token}"}}')
    assert await raw.text() == (
        '44/admin,{"message":"There is only one namespace here.",'
        '"data":{"code":"unknown_namespace"}}'
    )
    assert "sid" in await raw.connect({"token": stage.ann.token}), "the right one is still open"


async def test_15_whoever_never_says_connect_is_cut(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(driver, "CONNECT_WITHIN_S", 1.0)
    silent, pinging, unknown, unfinished = [await stage.world.unknown() for _ in range(4)]
    await pinging.send(frame("3"), frame("", PING))
    await unknown.connect({"token": "unknown"})
    await unfinished.send(frame("40", fin=False))
    for raw in (silent, pinging, unknown, unfinished):
        assert (await raw.end()).frames[-2:] == closed("auth_timeout", 1008)


async def test_15_whoever_said_connect_stays(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(driver, "CONNECT_WITHIN_S", 1.0)
    silent, ann = await stage.world.unknown(), await stage.world.raw(stage.ann)
    assert (await silent.end()).said == "auth_timeout", "that time is over"
    assert (await ann.call("session.sync", {}))["ok"]


async def test_one_connection_cannot_become_another_persons(stage: Stage) -> None:
    other = await stage.world.person()
    for attempt in (f'40{{"token":"{other.token}"}}', event("connect", "sid", {"token": "x"})):
        raw = await stage.world.raw(stage.ann)
        await raw.say(attempt, event("message.post", stage.post("as someone else")))
        assert (await raw.end()).said in ("bad_frame", "reserved_event")
    assert stage.bea.got("message.posted") == []


async def test_a_disconnect_event_disconnects_nobody_else(stage: Stage) -> None:
    sid = next(iter(stage.server.sessions)).session_id
    await stage.raw.say(event("disconnect", sid))
    assert (await stage.raw.end()).said == "reserved_event"


# How many at once ---------------------------------------------------------------------------------


async def test_so_many_may_knock_and_the_next_hears_when_to_come_back(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(door, "WAITING_MAX", 1)
    first = await stage.world.unknown()
    refused = await dial(stage.url)
    assert isinstance(refused, Answered)
    assert (refused.status, refused.error["code"]) == (503, "busy")
    assert refused.headers["retry-after"] == "5"
    assert "sid" in await first.connect({"token": stage.ann.token})
    await stage.world.unknown()


async def test_a_socket_that_had_to_be_timed_out_counts_against_its_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(driver, "CONNECT_WITHIN_S", 0.05)
    monkeypatch.setattr(door, "CONNECT_WITHIN_S", 0.05)
    async with world(tmp_path) as running:
        stage = await set_up(running)
        for _ in range(30):
            assert (await (await stage.world.unknown()).end()).said == "auth_timeout"
        assert await knock(stage, "198.51.100.1") == 429


async def fail(stage: Stage, times: int, *, forwarded_for: str) -> None:
    """Give a wrong token again and again."""
    raw = await stage.world.unknown(("X-Forwarded-For", forwarded_for))
    for _ in range(times):
        assert (await raw.connect({"token": "wrong"}))["data"]["code"] == "bad_auth"


async def knock(stage: Stage, forwarded_for: str) -> int:
    """The status that a handshake from there gets."""
    found = await dial(stage.url, headers=[("X-Forwarded-For", forwarded_for)])
    if isinstance(found, Answered):
        assert found.error["code"] == "rate_limited"
        assert found.headers["retry-after"] in ("2", "3")
        return found.status
    found.vanish()
    return 101


async def test_failures_are_limited_per_address_whatever_a_stranger_says_it_is(
    tmp_path: Path,
) -> None:
    async with world(tmp_path) as running:
        stage = await set_up(running)
        for number in range(30):
            await fail(stage, 1, forwarded_for=f"203.0.113.{number}")
        assert await knock(stage, "198.51.100.1") == 429
        running.clock.advance(s=2)
        assert await knock(stage, "198.51.100.1") == 101


async def test_a_trusted_proxy_says_whose_address_it_is(tmp_path: Path) -> None:
    async with world(tmp_path, trusted_proxies=["127.0.0.1/32"]) as running:
        stage = await set_up(running)
        await fail(stage, 30, forwarded_for="198.51.100.7, 203.0.113.1")
        assert await knock(stage, "203.0.113.1") == 429
        assert await knock(stage, "203.0.113.1, 203.0.113.2") == 101, "the last hop counts"
        assert await knock(stage, "198.51.100.7") == 101


# How a connection ends ----------------------------------------------------------------------------

GOODBYES = [
    pytest.param(frame("41"), id="disconnect"),
    pytest.param(frame("1"), id="engine-close"),
    pytest.param(frame("41") + frame("1") + frame(b"\x03\xe8", CLOSE), id="as-the-libraries-do"),
    pytest.param(frame(b"\x03\xe8", CLOSE), id="close"),
    pytest.param(frame(b"", CLOSE), id="close-without-a-code"),
]


@pytest.mark.parametrize("goodbye", GOODBYES)
async def test_a_goodbye_is_answered_by_one_goodbye(stage: Stage, goodbye: bytes) -> None:
    await stage.raw.call("room.open", {"room_id": stage.room_id})
    await stage.raw.send(goodbye)
    assert (await stage.raw.end()).frames == [Frame(CLOSE, b"\x03\xe8")]


@pytest.mark.parametrize(
    "last_words",
    [b"", frame(""), frame("x"), b"\x81", b"\x81\x85\x01", frame("421[", fin=False), b"\xff" * 50],
)
async def test_whoever_vanishes_leaves_no_ghost(stage: Stage, last_words: bytes) -> None:
    await stage.raw.call("room.open", {"room_id": stage.room_id})
    unknown = await stage.world.unknown()
    for raw in (stage.raw, unknown):
        await raw.send(last_words)
        raw.vanish()
    await eventually(lambda: stage.world.traces == (1, 1, 1, 2), "both are forgotten")


async def test_a_half_closed_connection_is_over(stage: Stage) -> None:
    await stage.raw.finish()
    assert (await stage.raw.end()).said is None


async def test_whoever_hangs_up_during_the_handshake_leaves_no_ghost(stage: Stage) -> None:
    host, port = stage.server.config.host, stage.server.config.port
    lines = [f"GET /socket.io/?{QUERY} HTTP/1.1", f"Host: {host}:{port}"]
    lines += [f"{name}: {value}" for name, value in UPGRADE.items()]
    request = "\r\n".join([*lines, "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==", "", ""])
    for _ in range(50):
        with socket.create_connection((host, port)) as plain:
            plain.sendall(request.encode())
            await asyncio.sleep(0)


async def sign_out(stage: Stage, token: str) -> None:
    """End a sign-in as its owner does."""
    async with stage.world.served.http.delete(
        f"{stage.url}/api/sign-ins/current", headers={"Authorization": f"Bearer {token}"}
    ) as answer:
        assert answer.status == 200


async def test_signing_out_cuts_every_connection_of_that_sign_in_and_no_other(
    stage: Stage,
) -> None:
    ended = await stage.world.served.sign_in_again(stage.ann)
    phone, laptop = [await stage.world.raw(ended) for _ in range(2)]
    await laptop.call("room.open", {"room_id": stage.room_id})
    await sign_out(stage, ended.token)
    told = {"kind": "session.revoked", "sign_in_id": ended.sign_in_id, "reason": "signed_out"}
    for raw in (phone, laptop):
        end = await raw.end()
        assert end.got("session.revoked") == [told]
        assert end.frames[-1] == Frame(CLOSE, (1008).to_bytes(2, "big") + b"revoked")
    assert (await stage.raw.call("session.sync", {}))["ok"], "her other sign-in lives on"
    again = await stage.world.unknown()
    assert (await again.connect({"token": ended.token}))["data"]["code"] == "session_expired"


async def test_signing_out_cuts_at_once_whoever_does_not_read(stage: Stage) -> None:
    ended = await stage.world.served.sign_in_again(stage.ann)
    raw = await stage.world.raw(ended, receive_buffer=4096)
    await raw.call("room.open", {"room_id": stage.room_id})
    (session,) = [one for one in stage.server.sessions if one.sign_in_id == ended.sign_in_id]
    transport = session.wire._transport
    transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)
    while not session.wire.buffered:
        await stage.bea.post(stage.room_id, "\U0001f642" * 4000)
        stage.world.clock.advance(s=1)
    await sign_out(stage, ended.token)
    assert transport.is_closing() and not session.wire.buffered, "nothing waits for them any more"
    end = await raw.end()
    assert end.code is None and end.got("session.revoked") == []


async def test_a_moderator_who_is_one_no_longer_is_signed_out(stage: Stage) -> None:
    moderator = await stage.world.keeper()
    raw = await stage.world.raw(moderator)
    await raw.call("room.open", {"room_id": stage.room_id})
    await set_role(stage.world.served, moderator, Role.MEMBER)
    end = await raw.end()
    told = {"sign_in_id": moderator.sign_in_id, "reason": "role_changed"}
    assert end.got("session.revoked") == [{"kind": "session.revoked", **told}]
    assert end.frames[-1] == Frame(CLOSE, (1008).to_bytes(2, "big") + b"revoked")
    again = await stage.world.unknown()
    assert (await again.connect({"token": moderator.token}))["data"]["code"] == "session_expired"


async def test_a_bystander_is_told_apart_from_a_breaker_of_the_same_name(stage: Stage) -> None:
    """Two connections of one person: what one breaks is not the other's."""
    other = await stage.world.raw(stage.ann)
    await other.say("x")
    assert (await other.end()).said == "bad_frame"
    assert (await stage.raw.call("session.sync", {}))["ok"]
    with pytest.raises(Refused):
        await stage.bea.call("room.open", room_id="a" * 24)
