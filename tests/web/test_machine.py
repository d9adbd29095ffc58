"""What machines ask: alive, ready, the numbers; and who may see the numbers."""

from __future__ import annotations

import ipaddress
from dataclasses import replace

import pytest

from chatserver.database import Database
from tests.support.clock import ManualClock
from tests.web.visiting import Visit, build_site, serve, visit

TOKEN = "a token of the operator"


async def test_alive(site: Visit) -> None:
    assert await site.json("GET", "/healthz") == (200, {"ok": True})


async def test_ready_when_every_part_answers(site: Visit) -> None:
    parts = {"database": True, "bus": True, "writer": True}
    assert await site.json("GET", "/readyz") == (200, {"ok": True, "parts": parts})


async def test_not_ready_when_one_does_not(database: Database, clock: ManualClock) -> None:
    async def ready() -> dict[str, bool]:
        return {"database": True, "bus": False, "writer": True}

    site = replace(build_site(database, clock), ready=ready)
    async with serve(site, database, clock) as visiting:
        status, body = await visiting.json("GET", "/readyz")
        assert (status, body["ok"], body["parts"]["bus"]) == (503, False, False)


async def test_our_own_machine_sees_the_numbers(site: Visit) -> None:
    async with site.request("GET", "/metrics") as answer:
        assert answer.status == 200
        assert answer.headers["Content-Type"].startswith("text/plain; version=0.0.4")
        assert await answer.text() == "sockets 3\n"


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "Via", "X-Real-IP"])
async def test_nobody_sees_them_through_a_proxy_of_ours(
    database: Database, clock: ManualClock, header: str
) -> None:
    trusted = (ipaddress.ip_network("127.0.0.0/8"),)
    async with visit(database, clock, trusted_networks=trusted) as site:
        answer = await site.error("GET", "/metrics", headers={header: "127.0.0.1"})
        assert answer == (403, "forbidden", None)


async def test_the_operators_token_opens_them(database: Database, clock: ManualClock) -> None:
    async with visit(database, clock, metrics_token=TOKEN) as site:
        through = {"X-Forwarded-For": "198.51.100.1"}
        for token, status in ((TOKEN, 200), (TOKEN + "x", 403), ("", 403)):
            headers = through | {"Authorization": f"Bearer {token}"}
            async with site.request("GET", "/metrics", headers=headers) as answer:
                assert answer.status == status
        wrong = {"Authorization": "Bearer wrong"}
        assert (await site.error("GET", "/metrics", headers=wrong))[0] == 403


async def test_without_a_token_set_none_opens_them(site: Visit) -> None:
    for token in ("", "None", "x"):
        headers = {"X-Forwarded-For": "198.51.100.1", "Authorization": f"Bearer {token}"}
        assert (await site.error("GET", "/metrics", headers=headers))[0] == 403
