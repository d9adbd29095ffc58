"""The pages without JavaScript: come in, help now, the way out; and kind words when it fails."""

from __future__ import annotations

import re
from html import unescape
from typing import Any
from urllib.parse import urlencode

import pytest

from chatserver.database import Database
from chatserver.sockets.limits import Rate
from tests.support.clock import ManualClock
from tests.web.visiting import GENEROUS, PASSPHRASE, Visit, visit
from web import security
from web.delivery import delivery

FORM_TYPE = {"Content-Type": "application/x-www-form-urlencoded"}
RIVER = {"handle": "river", "passphrase": PASSPHRASE}


async def page(site: Visit, path: str, **headers: str) -> tuple[int, str]:
    async with site.request("GET", path, headers={"Accept": "text/html", **headers}) as answer:
        return answer.status, unescape(await answer.text())


async def send(site: Visit, path: str, form: dict[str, str], **headers: str) -> Any:
    """What a browser does when the button is pressed."""
    own = {"Origin": site.origin, "Accept": "text/html", **FORM_TYPE, **headers}
    async with site.request("POST", path, data=urlencode(form), headers=own) as answer:
        await answer.read()
        return answer


def cookie_of(answer: Any) -> str:
    cookie: str = answer.headers["Set-Cookie"]
    return cookie.partition(";")[0]


async def test_everybody_can_read_the_front_page_and_the_help(site: Visit) -> None:
    for path in ("/", "/help", "/sign-in", "/sign-up"):
        status, text = await page(site, path)
        assert status == 200, path
        assert "The Harbour" in text
        assert "/help" in text


async def test_help_is_whole_without_scripts_and_without_an_account(site: Visit) -> None:
    _, text = await page(site, "/help")
    assert text.count("<details") == 2
    assert not re.search(r"<details[^>]* open", text), "nobody is guessed to be anywhere"
    assert 'href="tel:112"' in text
    assert 'href="tel:116123"' in text
    assert "The Evening Line" in text
    assert "2026-11-01" in text
    assert text.index("Ireland") < text.index("New Zealand")


async def test_the_sites_own_country_comes_first(database: Database, clock: ManualClock) -> None:
    async with visit(database, clock, help_country="NZ") as site:
        _, text = await page(site, "/help")
        assert text.index("New Zealand") < text.index("Ireland")
        opened = r'<details[^>]*open>\s*<summary><span class="place">([^<]*)'
        assert re.findall(opened, text) == ["New Zealand"]
        assert "You may be somewhere else." in text


async def test_pages_load_nothing_from_elsewhere(site: Visit) -> None:
    person = await site.person()
    for path in ("/", "/help", "/sign-in", "/sign-up", "/app"):
        headers = {"Cookie": f"sign-in={person.token}"} if path == "/app" else {}
        _, text = await page(site, path, **headers)
        loaded = re.findall(r'(?:src|<link[^>]*href|action)="([^"]*)"', text)
        assert [address for address in loaded if not re.match(r"/(?!/)", address)] == []
        assert " style=" not in text
        assert not re.search(r"<[^>]* on\w+=", text)


async def test_the_policy_names_the_one_inline_script_by_its_hash(site: Visit) -> None:
    person = await site.person()
    headers = {"Cookie": f"sign-in={person.token}"}
    async with site.request("GET", "/app", headers=headers) as answer:
        text = await answer.text()
        policy = answer.headers["Content-Security-Policy"]
    inline = re.findall(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", text, re.DOTALL)
    assert len(inline) == (0 if delivery().is_joined else 1), "only bare names need a map"
    for script in inline:
        assert security.script_hash(script.encode()) in policy
    assert security.script_hash(site.site.pages.import_map.encode()) in policy


@pytest.mark.parametrize(
    ("guessed", "meant"),
    [("/rooms", "/app"), ("/people", "/app/care/people"), ("/account", "/app/settings")],
)
async def test_an_address_that_people_guess_leads_into_the_app(
    site: Visit, guessed: str, meant: str
) -> None:
    async with site.request("GET", guessed) as answer:
        assert (answer.status, answer.headers["Location"]) == (303, meant)


async def test_the_gallery_is_there_in_development_alone(
    site: Visit, database: Database, clock: ManualClock
) -> None:
    assert await page(site, "/gallery") == await page(site, "/no-such-page")
    assert (await page(site, "/gallery"))[0] == 404
    async with visit(database, clock, development=True) as developing:
        status, text = await page(developing, "/gallery")
        assert status == 200
        assert "/static/gallery/gallery.js" in text


# coming in again


async def test_a_form_with_pieces_missing_is_explained(site: Visit) -> None:
    assert (await send(site, "/sign-in", {})).status == 401


async def test_signing_in_by_form(site: Visit) -> None:
    person = await site.person()
    answer = await send(site, "/sign-in", RIVER)
    assert (answer.status, answer.headers["Location"]) == (303, "/app")
    token = cookie_of(answer).partition("=")[2]
    assert token
    assert token != person.token


async def test_a_wrong_passphrase_is_told_like_an_unknown_name(site: Visit) -> None:
    await site.person()
    answers = []
    for handle in ("river", "nobod"):
        form = urlencode({"handle": handle, "passphrase": "wrong wrong"})
        headers = FORM_TYPE | {"Origin": site.origin}
        async with site.request("POST", "/sign-in", data=form, headers=headers) as answer:
            assert answer.status == 401
            answers.append((await answer.text()).replace(handle, "NAME"))
    assert answers[0] == answers[1]
    assert "don't match" in unescape(answers[0])


async def test_too_many_tries_say_when_to_try_again(database: Database, clock: ManualClock) -> None:
    rates = GENEROUS | {"sign_in_account": Rate(1, 0.02)}
    async with visit(database, clock, rates=rates) as site:
        await send(site, "/sign-in", RIVER)
        answer = await send(site, "/sign-in", RIVER)
        assert answer.status == 429
        assert answer.headers["Retry-After"] == "51"


@pytest.mark.parametrize("path", ["/sign-up", "/sign-in", "/sign-out"])
async def test_no_other_site_can_send_our_forms(site: Visit, path: str) -> None:
    for origin in ("https://evil.example", "null"):
        answer = await send(site, path, RIVER, Origin=origin)
        assert answer.status == 403
        assert "Set-Cookie" not in answer.headers
    assert site.database._raw.execute("SELECT count(*) FROM person").fetchone() == (0,)


@pytest.mark.parametrize("kind", ["application/json", "text/plain", "multipart/form-data", ""])
async def test_a_form_comes_as_a_form(site: Visit, kind: str) -> None:
    answer = await send(site, "/sign-in", RIVER, **{"Content-Type": kind})
    assert answer.status == 415


@pytest.mark.parametrize("body", [b"handle=%ff", b"handle=\xff", b"&".join([b"a=1"] * 21)])
async def test_a_form_that_can_not_be_read_is_refused(site: Visit, body: bytes) -> None:
    answer = await site.error(
        "POST", "/sign-in", data=body, headers=FORM_TYPE | {"Origin": site.origin}
    )
    assert answer == (415, "not_form", None)


async def test_who_is_in_does_not_need_the_way_in(site: Visit) -> None:
    person = await site.person()
    for path in ("/sign-in", "/sign-up"):
        async with site.request("GET", path, headers=site.as_page(person)) as answer:
            assert (answer.status, answer.headers["Location"]) == (303, "/app")


@pytest.mark.parametrize("path", ["/app", "/app/rooms/x", "/app/", "/app/help"])
async def test_the_rooms_begin_with_signing_in(site: Visit, path: str) -> None:
    async with site.request("GET", path) as answer:
        assert (answer.status, answer.headers["Location"]) == (303, "/sign-in")
    person = await site.person()
    async with site.request("GET", path, headers=site.as_page(person)) as answer:
        assert answer.status == 200


# going out


async def test_the_way_out_ends_the_sign_in(site: Visit) -> None:
    person = await site.person()
    _, text = await page(site, "/", Cookie=f"sign-in={person.token}")
    match = re.search(r'name="csrf" value="([^"]+)"', text)
    assert match
    cookie = {"Cookie": f"sign-in={person.token}"}
    answer = await send(site, "/sign-out", {"csrf": match[1]}, **cookie)
    assert (answer.status, answer.headers["Location"]) == (303, "/")
    assert answer.headers["Set-Cookie"].startswith("sign-in=; Path=/; Max-Age=0")
    assert (await site.error("GET", "/api/me", headers=cookie))[1] == "session_expired"


@pytest.mark.parametrize("form", [{}, {"csrf": ""}, {"csrf": "wrong"}])
async def test_without_the_pages_proof_nobody_is_signed_out(
    site: Visit, form: dict[str, str]
) -> None:
    person = await site.person()
    cookie = {"Cookie": f"sign-in={person.token}"}
    assert (await send(site, "/sign-out", form, **cookie)).status == 403
    assert (await site.json("GET", "/api/me", headers=cookie))[0] == 200


async def test_signed_out_already_it_is_simply_the_way_out(site: Visit) -> None:
    answer = await send(site, "/sign-out", {}, Cookie="sign-in=long-over")
    assert (answer.status, answer.headers["Location"]) == (303, "/")
