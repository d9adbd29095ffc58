"""Who is asking: what a cookie may do, from where, and what it may not."""

from __future__ import annotations

import ipaddress
from typing import Any

import pytest

from chatserver.database import Database
from chatserver.sockets.limits import Rate
from tests.support.clock import ManualClock
from tests.web.test_security import FOREIGN_ORIGINS
from tests.web.visiting import GENEROUS, Visit, visit
from web.security import csrf_token

LIST = "/api/commands/room.list"


async def test_a_token_needs_no_origin_and_no_proof(site: Visit) -> None:
    person = await site.person()
    assert (await site.json("POST", LIST, json={}, headers=person.bearer))[0] == 200


@pytest.mark.parametrize("origin", [each for each in FOREIGN_ORIGINS if each])
async def test_a_foreign_page_is_refused_whatever_it_asks(site: Visit, origin: str) -> None:
    person = await site.person()
    headers = site.as_page(person, Origin=origin, **{"X-CSRF-Token": csrf_token(person.token)})
    for method, path in (("POST", LIST), ("GET", "/api/me"), ("GET", "/"), ("POST", "/sign-in")):
        payload: dict[str, Any] = {"json": {}} if path == LIST else {}
        answer = await site.error(method, path, headers=headers, **payload)
        assert answer == (403, "origin_rejected", None)
        both = await site.error(method, path, headers=headers | person.bearer, **payload)
        assert both[1] == "origin_rejected"


async def test_without_an_origin_a_change_is_not_a_pages(site: Visit) -> None:
    person = await site.person()
    headers = {"Cookie": f"sign-in={person.token}", "X-CSRF-Token": csrf_token(person.token)}
    assert await site.error("POST", LIST, json={}, headers=headers) == (401, "bad_auth", None)


async def test_reading_needs_no_origin(site: Visit) -> None:
    person = await site.person()
    status, body = await site.json("GET", "/api/me", headers={"Cookie": f"sign-in={person.token}"})
    assert (status, body["user"]["handle"]) == (200, "river")


async def test_a_change_by_cookie_needs_the_pages_own_proof(site: Visit) -> None:
    person, other = await site.person(), await site.person("stone")
    page = site.as_page(person)
    for wrong in (None, "", "x", person.token, csrf_token(other.token)):
        headers = page if wrong is None else page | {"X-CSRF-Token": wrong}
        for method, path, payload in (
            ("POST", LIST, {}),
            ("DELETE", "/api/sign-ins/current", None),
            ("POST", "/api/step-ups", {"passphrase": "x"}),
            ("POST", "/api/recovery-codes", {}),
            ("DELETE", "/api/second-factor", None),
        ):
            answer = await site.error(method, path, headers=headers, json=payload)
            assert answer == (403, "csrf", None)
    _, me = await site.json("GET", "/api/me", headers=page)
    proven = page | {"X-CSRF-Token": me["csrf"]}
    assert (await site.json("POST", LIST, json={}, headers=proven))[0] == 200


@pytest.mark.parametrize("header", ["", "Bearer", "Basic cml2ZXI6eA==", "Bearer nobody"])
async def test_a_wrong_token_is_not_rescued_by_a_cookie(site: Visit, header: str) -> None:
    person = await site.person()
    headers = site.as_page(person, Authorization=header)
    assert (await site.error("GET", "/api/me", headers=headers))[:2] == (401, "bad_auth")


@pytest.mark.parametrize("cookie", ["", "sign-in=", "sign-in=wrong", "other=x", '"', "sign-in"])
async def test_a_wrong_cookie_is_nobody(site: Visit, cookie: str) -> None:
    answer = await site.error("GET", "/api/me", headers={"Cookie": cookie})
    assert answer == (401, "bad_auth", None)


async def test_over_https_only_the_bound_cookie_counts(
    database: Database, clock: ManualClock
) -> None:
    ours = "https://chat.example.org"
    async with visit(database, clock, public_url=ours, allowed_origins=frozenset({ours})) as site:
        person = await site.person()
        loose = {"Cookie": f"sign-in={person.token}"}
        assert (await site.error("GET", "/api/me", headers=loose))[1] == "bad_auth"
        bound = {"Cookie": f"__Host-sign-in={person.token}"}
        assert (await site.json("GET", "/api/me", headers=bound))[0] == 200


async def test_only_a_cookie_is_given_a_csrf_token(site: Visit) -> None:
    person = await site.person()
    assert (await site.json("GET", "/api/me", headers=person.bearer))[1]["csrf"] is None


async def fail_from(site: Visit, address: str) -> int:
    """A failed sign-in that claims to come from there."""
    asked = {"handle": "nobody", "passphrase": "wrong wrong"}
    headers = {"X-Forwarded-For": address}
    return (await site.json("POST", "/api/sign-ins", json=asked, headers=headers))[0]


async def test_a_forged_address_earns_no_further_tries(
    database: Database, clock: ManualClock
) -> None:
    rates = GENEROUS | {"sign_in_address": Rate(2, 0.1)}
    async with visit(database, clock, rates=rates) as site:
        statuses = [await fail_from(site, f"198.51.100.{n}") for n in range(4)]
        assert statuses == [401, 401, 429, 429]


async def test_a_trusted_proxy_is_believed_about_addresses(
    database: Database, clock: ManualClock
) -> None:
    rates = GENEROUS | {"sign_in_address": Rate(2, 0.1)}
    trusted = (ipaddress.ip_network("127.0.0.0/8"),)
    async with visit(database, clock, rates=rates, trusted_networks=trusted) as site:
        statuses = [await fail_from(site, f"198.51.100.{n}") for n in range(4)]
        assert statuses == [401] * 4
        forged = [await fail_from(site, f"203.0.113.{n}, 198.51.100.0") for n in range(3)]
        assert forged == [401, 429, 429]
