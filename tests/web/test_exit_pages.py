"""The quick exit over HTTP: it ends the sign-in, only from our own pages, and leads away."""

from __future__ import annotations

import re
from typing import Any

import pytest

from rooms.refusal import Refusal
from tests.web.visiting import Person, Visit
from web.accounts import accounts

ELSEWHERE = "https://www.wikipedia.org/"
PRESSED = {"Accept": "text/html", "Content-Type": "application/x-www-form-urlencoded"}
CALLED = {"Accept": "application/json"}


async def leave(site: Visit, person: Person | None, **headers: str) -> Any:
    own = site.as_page(person) if person else {"Origin": site.origin}
    async with site.request("POST", "/exit", headers=own | headers) as answer:
        await answer.read()
        return answer


async def is_in(site: Visit, person: Person) -> bool:
    async with site.request("GET", "/api/me", headers=site.as_page(person)) as answer:
        return bool(answer.status == 200)


async def test_every_page_offers_it_before_anything_else(site: Visit) -> None:
    person = await site.person()
    for path in ("/", "/help", "/sign-in", "/sign-up", "/recover", "/exit", "/nowhere", "/app"):
        headers = {"Accept": "text/html"}
        if path == "/app":
            headers |= site.as_page(person)
        async with site.request("GET", path, headers=headers) as answer:
            text = await answer.text()
        first = re.search(r"<(?:a|button|input|summary)\b[^>]*>", text.partition("<body>")[2])
        assert first, path
        assert f'data-exit="{ELSEWHERE}"' in first[0], path


@pytest.mark.parametrize("how", [PRESSED, CALLED], ids=["form", "script"])
async def test_it_ends_the_sign_in_without_any_token_of_the_page(
    site: Visit, how: dict[str, str]
) -> None:
    person = await site.person()
    answer = await leave(site, person, **how)
    assert answer.status == 200
    assert answer.headers["Set-Cookie"].startswith("sign-in=; Path=/; Max-Age=0")
    assert answer.headers["Cache-Control"] == "no-store"
    assert not await is_in(site, person)


async def test_without_a_script_it_leads_away_and_lets_the_browser_forget(site: Visit) -> None:
    for person in (await site.person(), None):
        own = site.as_page(person) if person else {"Origin": site.origin}
        async with site.request("POST", "/exit", headers=own | PRESSED) as answer:
            text = await answer.text()
            assert answer.headers["Clear-Site-Data"] == '"storage"'
        assert f'<meta http-equiv="refresh" content="0; url={ELSEWHERE}">' in text
        assert "no-referrer" in text
        assert "Harbour" not in text


async def test_a_script_forgets_by_itself(site: Visit) -> None:
    """It keeps what hides: the choice of discreet mode."""
    assert "Clear-Site-Data" not in (await leave(site, await site.person(), **CALLED)).headers


@pytest.mark.parametrize("origin", ["https://evil.example", "null"])
async def test_no_other_site_can_sign_anybody_out(site: Visit, origin: str) -> None:
    person = await site.person()
    answer = await leave(site, person, Origin=origin, **CALLED)
    assert answer.status == 403
    assert "Set-Cookie" not in answer.headers
    assert await is_in(site, person)


async def test_a_request_of_no_page_ends_nothing(site: Visit) -> None:
    person = await site.person()
    headers = {"Cookie": f"sign-in={person.token}", **CALLED}
    async with site.request("POST", "/exit", headers=headers) as answer:
        assert answer.status == 200
    assert await is_in(site, person)


async def test_a_server_too_busy_to_end_it_leads_away_all_the_same(
    site: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def busy(*_: object) -> None:
        raise Refusal("busy")

    monkeypatch.setattr(accounts, "sign_out", busy)
    answer = await leave(site, await site.person(), **PRESSED)
    assert answer.status == 200
    assert "Max-Age=0" in answer.headers["Set-Cookie"]


async def test_it_says_what_it_can_not_hide(site: Visit) -> None:
    async with site.request("GET", "/exit") as answer:
        text = await answer.text()
    for word in ("history", "home screen", "bookmark", "network", "Without a connection"):
        assert word in text
