"""The one cookie, on the way in and on the way out."""

from __future__ import annotations

from typing import Any

import pytest

from chatserver.database import Database
from tests.support.clock import ManualClock
from tests.web.visiting import PASSPHRASE, visit


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
