"""What holds for every request: bounds, headers, answers to everything, a log that knows nobody."""

from __future__ import annotations

import asyncio
import gzip
import io
import json
import zlib

import pytest

from tests.web.visiting import PASSPHRASE, Visit
from web import files, installing, shell
from web.middleware import BODY_MAX_BYTES
from web.routes import ROUTES

JSON_TYPE = {"Content-Type": "application/json"}
ACCEPTS_PAGES = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
ALWAYS = [
    "Content-Security-Policy",
    "X-Content-Type-Options",
    "Referrer-Policy",
    "Permissions-Policy",
    "Cross-Origin-Opener-Policy",
    "Cross-Origin-Resource-Policy",
    "Cache-Control",
]
OF_DOCUMENTS = {
    "Content-Security-Policy",
    "Permissions-Policy",
    "Cross-Origin-Opener-Policy",
    "X-Frame-Options",
}


def addresses() -> list[tuple[str, str]]:
    """Every route with something in its placeholders, and a few that do not exist."""
    filled = {"{name}": "room.list", "{view:.*}": "rooms/x", "{file:.*}": "apply.js"}
    found = []
    for route in ROUTES:
        path = route.path
        for placeholder, value in filled.items():
            path = path.replace(placeholder, value)
        found.append((route.method, path))
    return [*found, ("GET", "/nothing"), ("PUT", "/"), ("GET", "/api/nothing"), ("TRACE", "/help")]


@pytest.mark.parametrize("accept", ["text/html", "application/json"])
async def test_every_answer_carries_the_headers(site: Visit, accept: str) -> None:
    for method, path in addresses():
        async with site.request(method, path, headers={"Accept": accept}) as answer:
            await answer.read()
            at = f"{method} {path}"
            missing = {name for name in ALWAYS if name not in answer.headers}
            is_part = answer.status == 200 and is_from_the_list(path)
            assert missing == (OF_DOCUMENTS & {*ALWAYS} if is_part else set()), at
            assert answer.headers["X-Content-Type-Options"] == "nosniff", at
            assert answer.headers["Referrer-Policy"] == "same-origin", at
            assert "'unsafe" not in answer.headers.get("Content-Security-Policy", ""), at
            assert "Server" not in answer.headers, at
            kept = answer.headers["Cache-Control"] != "no-store"
            assert kept == (answer.status == 200 and is_a_file(path)), at


def is_from_the_list(path: str) -> bool:
    """Whether it is a script, a sheet or data: nothing that becomes a document or a worker."""
    return path.startswith("/static/") or path.endswith(".json")


def is_a_file(path: str) -> bool:
    return path.startswith(("/static/", "/vendor/", "/delivered/")) or path in site_files()


def site_files() -> set[str]:
    kept = (
        files.serve,
        files.serve_helplines,
        shell.service_worker,
        installing.manifest,
        installing.neutral_manifest,
    )
    return {route.path for route in ROUTES if route.handler in kept}


async def test_a_secret_in_any_address_is_refused(site: Visit) -> None:
    for method, path in addresses():
        for query in ("token=x", "a=1&access_token=", "invite=x", "Token=x", "%74oken=x"):
            answer = await site.error(method, f"{path}?{query}")
            assert answer == (400, "token_in_url", None), f"{method} {path}?{query}"


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br", "identity", ""])
async def test_a_compressed_body_is_refused(site: Visit, encoding: str) -> None:
    packed = {"gzip": gzip.compress(b"{}"), "deflate": zlib.compress(b"{}")}.get(encoding, b"{}")
    headers = JSON_TYPE | {"Content-Encoding": encoding}
    for method, path in (("POST", "/api/commands/room.list"), ("POST", "/sign-in"), ("GET", "/")):
        answer = await site.error(method, path, data=packed, headers=headers, compress=False)
        assert answer == (415, "compressed", None)


async def test_a_deflate_bomb_is_never_unpacked(site: Visit) -> None:
    bomb = zlib.compress(b" " * 50_000_000)
    headers = JSON_TYPE | {"Content-Encoding": "deflate"}
    answer = await site.error("POST", "/api/sign-ins", data=bomb, headers=headers, compress=False)
    assert answer[:2] == (415, "compressed")


@pytest.mark.parametrize("path", ["/api/commands/room.list", "/api/sign-ins", "/api/accounts"])
@pytest.mark.parametrize("chunked", [True, False])
async def test_two_megabytes_are_too_large(site: Visit, path: str, chunked: bool) -> None:
    async def pieces() -> object:
        for _ in range(32):
            yield b" " * 65_536

    body = pieces() if chunked else io.BytesIO(b" " * 2_097_152)
    answer = await site.error("POST", path, data=body, headers=JSON_TYPE)
    assert answer == (413, "too_large", None)


async def test_the_bound_itself_is_read(site: Visit) -> None:
    fits = b'{"handle":"river","passphrase":"x"}'.ljust(BODY_MAX_BYTES)
    answer = await site.error("POST", "/api/sign-ins", data=io.BytesIO(fits), headers=JSON_TYPE)
    assert answer[:2] == (401, "bad_passphrase")
    more = io.BytesIO(fits + b" ")
    assert (await site.error("POST", "/api/sign-ins", data=more, headers=JSON_TYPE))[0] == 413


@pytest.mark.parametrize("method", ["TRACE", "PUT", "PATCH", "OPTIONS", "DELETE", "PROPFIND"])
async def test_other_methods_are_refused_and_the_right_ones_named(site: Visit, method: str) -> None:
    for path in ("/", "/api/me", "/healthz", "/static/apply.js"):
        async with site.request(method, path) as answer:
            assert answer.status == 405
            assert (await answer.json())["error"]["code"] == "wrong_method"
            assert "GET" in answer.headers["Allow"]


async def test_what_is_not_there_is_not_there(site: Visit) -> None:
    assert await site.error("GET", "/nothing") == (404, "not_found", None)
    assert await site.error("POST", "/api/nothing") == (404, "not_found", None)


async def test_a_person_gets_words_where_a_program_gets_json(site: Visit) -> None:
    async with site.request("GET", "/nothing", headers=ACCEPTS_PAGES) as answer:
        text = await answer.text()
        assert answer.status == 404
        assert answer.content_type == "text/html"
        assert "It isn&#39;t here, or it isn&#39;t open to you." in text
    async with site.request("GET", "/api/nothing", headers=ACCEPTS_PAGES) as answer:
        assert answer.content_type == "application/json"


async def test_a_person_is_told_of_our_fault_with_a_reference(
    site: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr(site.database, "_query", broken)
    headers = ACCEPTS_PAGES | {"Cookie": "sign-in=something"}
    async with site.request("GET", "/", headers=headers) as answer:
        text = await answer.text()
        assert answer.status == 500
        assert "K7Q2" in text
        assert "secret detail" not in text
    assert [where for where, _ in site.journal.bugs] == ["/"]


# the log


async def test_the_log_knows_patterns_and_never_paths_or_people(site: Visit) -> None:
    person = await site.person()
    canaries = ["canary-one", "canary-two", "canary-three", "canary-four", "canary-five"]
    await site.json("GET", f"/{canaries[0]}")
    async with site.request("GET", f"/help?{canaries[1]}=1", headers={"User-Agent": canaries[2]}):
        pass
    async with site.request("GET", f"/app/rooms/{canaries[3]}", headers=site.as_page(person)):
        pass
    wrong = {"handle": canaries[4], "passphrase": canaries[4] * 2}
    await site.json("POST", "/api/sign-ins", json=wrong)
    lines = site.journal.lines
    assert [(line["route"], line["method"], line["status"]) for line in lines] == [
        ("none", "GET", 404),
        ("/help", "GET", 200),
        ("/app/{view}", "GET", 200),
        ("/api/sign-ins", "POST", 401),
    ]
    written = json.dumps(lines)
    assert [canary for canary in canaries if canary in written] == []
    assert person.token not in written
    assert {key for line in lines for key in line} == {"event", "route", "method", "status", "ms"}


async def test_an_unusual_method_is_not_written_down(site: Visit) -> None:
    for method in ("PROPFIND", "CANARY"):
        async with site.request(method, "/help"):
            pass
    assert [line["method"] for line in site.journal.lines] == ["other"]


# below HTTP


async def raw(site: Visit, request: bytes) -> bytes:
    """All that comes back until the server ends the connection."""
    reader, writer = await asyncio.open_connection("127.0.0.1", site.port)
    writer.write(request)
    await writer.drain()
    answer = await asyncio.wait_for(reader.read(), 10)
    writer.close()
    await writer.wait_closed()
    return answer


SMUGGLED = b"POST /api/sign-ins HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"


@pytest.mark.parametrize(
    "request_bytes",
    [
        b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        SMUGGLED + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        SMUGGLED + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\n{}   ",
        SMUGGLED + b"Content-Length: -5\r\n\r\n{}",
        SMUGGLED + b"Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nX-Long: " + b"x" * 20_000 + b"\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    ],
)
async def test_ambiguous_requests_end_the_connection(site: Visit, request_bytes: bytes) -> None:
    answer = await raw(site, request_bytes)
    assert answer.startswith((b"HTTP/1.0 400 ", b"HTTP/1.1 400 "))
    assert answer.count(b"HTTP/1.") == 1


async def test_a_request_that_was_answered_keeps_its_neighbours_apart(site: Visit) -> None:
    asked = {"handle": "river", "passphrase": PASSPHRASE, "of_age": True, "guidelines": True}
    assert (await site.json("POST", "/api/accounts", json=asked))[0] == 201
    assert await site.error("GET", "/api/me") == (401, "bad_auth", None)


async def test_a_picture_that_can_be_a_document_has_the_rules_of_one(site: Visit) -> None:
    for path, is_part in (("/static/icon.svg", False), ("/static/appearance.js", True)):
        async with site.request("GET", path) as answer:
            assert answer.status == 200
            assert (OF_DOCUMENTS & answer.headers.keys() == set()) is is_part
            assert {"X-Content-Type-Options", "Referrer-Policy"} <= answer.headers.keys()


async def test_a_file_that_was_found_leaves_no_line(site: Visit) -> None:
    first = {path.split("/")[1]: path for path in site.site.files if path.count("/") > 1}
    assert first.keys() >= {"static", "vendor"}
    for path in first.values():
        async with site.request("GET", path) as answer:
            assert answer.status == 200
    assert site.journal.lines == []
    await site.error("GET", "/delivered/main-gone.js")
    assert len(site.journal.lines) == 1
