"""The cookie of a sign-in, on the way in and on the way out, and the one that says "I left"."""

from __future__ import annotations

from typing import Any

import pytest

from chatserver.database import Database
from tests.support.clock import ManualClock
from tests.web.visiting import PASSPHRASE, Person, Visit, visit
from web import security


@pytest.mark.parametrize(
    ("origin", "name", "secure"),
    [
        ("https://chat.example.org", "__Host-sign-in", True),
        ("http://127.0.0.1:8080", "sign-in", False),
    ],
)
async def test_it_lives_as_long_as_the_sign_in_and_no_script_sees_it(
    database: Database, clock: ManualClock, origin: str, name: str, secure: bool
) -> None:
    own: dict[str, Any] = {
        "public_url": origin,
        "allowed_origins": frozenset({origin}),
        "sign_in_days": 7,
    }
    async with visit(database, clock, **own) as site:
        person = {"handle": "river", "passphrase": PASSPHRASE, "of_age": True, "guidelines": True}
        async with site.request("POST", "/api/accounts", json=person) as answer:
            (cookie,) = answer.headers.getall("Set-Cookie")
            token = (await answer.json())["token"]
        first, *attributes = cookie.split("; ")
        assert first == f"{name}={token}"
        assert {"Path=/", "HttpOnly", "SameSite=Strict", "Max-Age=604800"} <= set(attributes)
        assert ("Secure" in attributes) is secure

        headers = {"Authorization": f"Bearer {token}"}
        async with site.request("DELETE", "/api/sign-ins/current", headers=headers) as answer:
            gone = answer.headers["Set-Cookie"]
        assert gone.startswith(f"{name}=; Path=/; Max-Age=0; ")


async def left(site: Visit, person: Person, method: str, path: str, **more: Any) -> Any:
    """Ask for something in a browser in which this place was left without a connection."""
    headers = {"Origin": site.origin, "Cookie": f"sign-in={person.token}; exit=1"}
    async with site.request(method, path, headers=headers, **more) as answer:
        await answer.read()
        return answer


@pytest.mark.parametrize("path", ["/app", "/help", "/nowhere"])
async def test_whatever_is_opened_first_ends_what_was_left(site: Visit, path: str) -> None:
    person = await site.person()
    answer = await left(site, person, "GET", path)
    assert [cookie.split("; ")[:3] for cookie in answer.headers.getall("Set-Cookie")] == [
        ["sign-in=", "Path=/", "Max-Age=0"],
        ["exit=", "Path=/", "Max-Age=0"],
    ]
    if path == "/app":
        assert answer.headers["Location"] == "/sign-in"
    headers = site.as_page(person)
    assert (await site.error("GET", "/api/me", headers=headers))[1] == "session_expired"


@pytest.mark.parametrize("kept", ["/static/", "/vendor/", "/delivered/", "/service-worker.js"])
async def test_a_file_that_may_be_kept_ends_it_and_carries_no_cookie(
    site: Visit, kept: str
) -> None:
    person = await site.person()
    path = next((path for path in site.site.files if path.startswith(kept)), kept)
    answer = await left(site, person, "GET", path)
    assert answer.status == 200
    assert answer.headers["Cache-Control"] != "no-store"
    assert "Set-Cookie" not in answer.headers
    # What is asked for next, and kept by nobody, makes the browser forget.
    answer = await left(site, person, "GET", "/api/me")
    assert answer.status == 401
    assert len(answer.headers.getall("Set-Cookie")) == 2


async def test_beside_it_a_sign_in_counts_for_nothing(site: Visit) -> None:
    person = await site.person()
    await left(site, person, "GET", "/help")
    assert (await left(site, person, "GET", "/api/me")).status == 401
    assert security.sign_in_cookie({"sign-in": "t", "exit": "1"}, secure=False) is None
    assert security.sign_in_cookie({"sign-in": "t"}, secure=False) == "t"


async def test_whoever_comes_back_in_at_once_stays_in(site: Visit) -> None:
    person = await site.person()
    again = {"handle": person.handle, "passphrase": PASSPHRASE}
    answer = await left(site, person, "POST", "/api/sign-ins", json=again)
    kept, gone = answer.headers.getall("Set-Cookie")
    assert kept.startswith("sign-in=")
    assert "Max-Age=0" not in kept
    assert gone.startswith("exit=; ")


def test_over_https_it_is_bound_to_this_host_as_well() -> None:
    assert security.exit_cookie_name(secure=True) == "__Host-exit"
    cookies = {"__Host-sign-in": "t", "exit": "1"}
    assert security.sign_in_cookie(cookies, secure=True) == "t", "a neighbour may have set it"
