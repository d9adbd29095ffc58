"""Coming in for the first time by a form, without JavaScript; and what is said before it."""

from __future__ import annotations

import re
from html import unescape
from typing import Final

import pytest

from chatserver.database import Database
from rooms.chat import room
from rooms.chat.views import Access
from rooms.people.person import Role
from tests.support.clock import ManualClock
from tests.web.test_pages import FORM_TYPE, cookie_of, page, send
from tests.web.visiting import PASSPHRASE, Visit, visit
from web.accounts import invites, sessions

RIVER: Final = {
    "handle": "river",
    "passphrase": PASSPHRASE,
    "invite": "",
    "of_age": "yes",
    "guidelines": "yes",
}


def words(text: str) -> str:
    """What a reader sees of a page."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", text)).split())


async def invite(site: Visit, **what: object) -> str:
    maria = await site.person("maria", Role.MODERATOR)
    return await site.database.write(
        lambda work: invites.add(
            work,
            site.site.new_token(),
            creator_id=maria.user_id,
            valid_ms=invites.HOUR_MS,
            **what,  # type: ignore[arg-type]
        )[1]
    )


# Before the first word ----------------------------------------------------------------------------


async def test_who_can_read_what_is_said_before_the_form(site: Visit) -> None:
    _, text = await page(site, "/sign-up")
    before = words(text.partition("<main")[2].partition("<form")[0])
    for promise in (
        "this is not treatment",
        "18 or over",
        "Never your real name, e-mail, phone number",
        "read by the people in that room and by the moderators",
        "Whoever runs this site can read it too",
        "nobody can write to you alone",
        "What is said here stays here",
        "Just reading is fine",
    ):
        assert promise in before, promise
    assert "!" not in before


async def test_three_names_are_suggested_that_come_from_nothing_typed(site: Visit) -> None:
    async def suggested(answer: str) -> list[str]:
        return re.findall(r"<b data-name>([^<]+)</b>", answer)

    _, text = await page(site, "/sign-up")
    first = await suggested(text)
    assert len(set(first)) == 3
    form = RIVER | {"handle": "jennifer-from-cork", "passphrase": "short"}
    async with site.request(
        "POST", "/sign-up", data=form, headers={"Origin": site.origin}
    ) as answer:
        again = await suggested(await answer.text())
    assert len(set(again)) == 3
    assert not any("jennifer" in name or "cork" in name for name in again)


# The form -----------------------------------------------------------------------------------------


async def test_a_form_makes_an_account_and_shows_its_codes_once(site: Visit) -> None:
    own = {"Origin": site.origin, "Accept": "text/html"}
    async with site.request("POST", "/sign-up", data=RIVER, headers=own) as answer:
        text = await answer.text()
        assert answer.status == 200
        assert answer.headers["Cache-Control"] == "no-store"
        cookie = cookie_of(answer)
    codes = re.findall(r"<code>([^<]+)</code>", text)
    assert len(set(codes)) == 10
    assert 'href="/app"' in text
    assert PASSPHRASE not in text
    status, inside = await page(site, "/app", Cookie=cookie)
    assert status == 200
    assert 'id="app"' in inside
    csrf = re.search(r'name="csrf" value="([^"]+)"', text)
    assert csrf, "the way out is on the page of codes already"
    answer = await send(site, "/sign-out", {"csrf": csrf[1]}, Cookie=cookie)
    assert (answer.status, answer.headers["Location"]) == (303, "/")
    used = {"handle": "river", "recovery_code": codes[3], "passphrase": PASSPHRASE}
    assert (await site.json("POST", "/api/recoveries", json=used))[0] == 201


async def test_whoever_looks_after_the_place_is_told_so_with_their_codes(site: Visit) -> None:
    told = "You look after this place now."
    first = await site.database.write(
        lambda work: invites.first_admin_invite(work, site.site.new_token)
    )
    assert first
    for handle, code, is_told in (("river", first, True), ("stone", await invite(site), False)):
        form = RIVER | {"handle": handle, "invite": code}
        own = {"Origin": site.origin}
        async with site.request("POST", "/sign-up", data=form, headers=own) as answer:
            assert (told in words(await answer.text())) is is_told


async def test_whoever_was_invited_into_a_room_goes_on_to_it(site: Visit) -> None:
    keeper = await site.person("keeper", Role.MODERATOR)
    made = room.CreateRoom(nonce="n" * 16, name="Quiet", access=Access.INVITE)
    opened = await site.database.write(
        lambda work: room.create(work, sessions.actor_for(work, keeper.sign_in_id), made)
    )
    room_id = opened.room.room_id
    code = await invite(site, room_id=room_id)
    for handle, used, onward in (("river", code, f"/app/rooms/{room_id}"), ("stone", "", "/app")):
        form = RIVER | {"handle": handle, "invite": used}
        own = {"Origin": site.origin}
        async with site.request("POST", "/sign-up", data=form, headers=own) as answer:
            assert f'class="button main" href="{onward}"' in await answer.text()


async def test_who_knocked_is_told_that_they_wait(site: Visit) -> None:
    own = {"Origin": site.origin}
    form = RIVER | {"invite": await invite(site, kind="knock")}
    async with site.request("POST", "/sign-up", data=form, headers=own) as answer:
        text = words(await answer.text())
        assert answer.status == 200
    assert "You have knocked, river" in text
    assert "Those who keep this place have been told" in text
    assert "You are in" not in text


async def test_staff_go_on_to_their_second_factor(site: Visit) -> None:
    code = await site.database.write(
        lambda work: invites.first_admin_invite(work, site.site.new_token)
    )
    assert code
    own = {"Origin": site.origin}
    async with site.request(
        "POST", "/sign-up", data=RIVER | {"invite": code}, headers=own
    ) as answer:
        assert re.search(r'class="button main" href="/second-factor"', await answer.text())
        cookie = cookie_of(answer)
    status, text = await page(site, "/second-factor", Cookie=cookie)
    assert status == 200
    csrf = re.search(r'name="csrf" value="([^"]+)"', text)
    assert csrf
    offered = await send(site, "/second-factor", {"csrf": csrf[1]}, Cookie=cookie)
    assert offered.status == 200, "whoever has just come in need not show it again"


async def test_loading_the_page_of_codes_again_leads_to_the_rooms(site: Visit) -> None:
    cookie = cookie_of(await send(site, "/sign-up", RIVER))
    answer = await send(site, "/sign-up", RIVER, Cookie=cookie)
    assert (answer.status, answer.headers["Location"]) == (303, "/app")
    assert site.database._raw.execute("SELECT count(*) FROM person").fetchone() == (1,)


async def test_an_invitation_can_be_pasted_as_a_whole_link_or_typed_by_ear(site: Visit) -> None:
    code = await site.database.write(
        lambda work: invites.first_admin_invite(work, site.site.new_token)
    )
    assert code
    link = f"  {site.origin}/sign-up#invite={code}\n"
    assert (await send(site, "/sign-up", RIVER | {"invite": link})).status == 200
    assert site.database._raw.execute("SELECT role FROM person").fetchall() == [("admin",)]
    heard = (await invite(site)).lower().replace("-", " ").replace("0", "o").replace("1", "i")
    other = RIVER | {"handle": "stone", "invite": heard}
    assert (await send(site, "/sign-up", other)).status == 200


@pytest.mark.parametrize(
    ("change", "status", "words"),
    [
        ({"passphrase": "short"}, 400, "at least 10 characters"),
        ({"passphrase": "password123"}, 400, "A few unrelated words make a good one"),
        ({"handle": "r"}, 400, "at least 2 characters"),
        ({"handle": "taken"}, 409, "That name is taken"),
        ({"handle": "a <b> c"}, 400, "can't be used"),
        ({"invite": "wrong"}, 400, "no longer valid"),
        ({"handle": ""}, 400, "at least 2 characters"),
    ],
)
async def test_wrong_input_is_explained_beside_its_field(
    site: Visit, change: dict[str, str], status: int, words: str
) -> None:
    await site.person("taken")
    form = RIVER | {"passphrase": "a passphrase of mine"} | change
    async with site.request(
        "POST", "/sign-up", data=form, headers=FORM_TYPE | {"Origin": site.origin}
    ) as answer:
        raw = await answer.text()
        assert answer.status == status
        assert "Set-Cookie" not in answer.headers
    (field,) = change
    assert re.search(rf'id="{field}-problem">[^<]*{re.escape(words)}', unescape(raw))
    assert form["passphrase"] not in raw
    assert "<b>" not in raw.partition("<main")[2].partition("data-suggestions")[0]
    if form["handle"]:
        assert f'value="{form["handle"]}"' in unescape(raw)
    for box in ("of_age", "guidelines"):
        assert re.search(rf'<input id="{box}"[^>]* checked', raw), "what was ticked stays ticked"
    assert re.search(r"<details>\s*<summary>What this is", raw), "what was read makes room"


@pytest.mark.parametrize(
    ("box", "said"),
    [("of_age", "for people of 18 and over"), ("guidelines", "Please read how we are")],
)
async def test_a_box_that_is_not_ticked_is_pointed_at(site: Visit, box: str, said: str) -> None:
    form = {name: value for name, value in RIVER.items() if name != box} | {"invite": "my code"}
    async with site.request(
        "POST", "/sign-up", data=form, headers=FORM_TYPE | {"Origin": site.origin}
    ) as answer:
        raw = await answer.text()
        assert answer.status == 400
    assert re.search(rf'id="{box}-problem">[^<]*{said}', unescape(raw))
    assert re.search(rf'<input id="{box}"[^>]*aria-invalid="true"[^>]* autofocus', raw)
    assert raw.count(" autofocus") == 1
    assert not re.search(rf'<input id="{box}"[^>]* checked', raw)
    assert 'value="my code"' in raw
    assert ("<summary>What this is" in raw) == (box == "of_age"), "what was not read stays open"
    assert PASSPHRASE not in raw


async def test_an_empty_form_is_explained_too(site: Visit) -> None:
    assert (await send(site, "/sign-up", {})).status == 400


# Who may ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("chosen", "called", "landing", "door"),
    [
        ("open", True, "Come in I have been here", "Invitation, if you have one"),
        ("open", False, "Come in by invitation", "New people come in by invitation here."),
        ("invite", True, "Come in by invitation", "New people come in by invitation here."),
    ],
)
async def test_the_pages_say_how_people_come_in(
    database: Database, clock: ManualClock, chosen: str, called: bool, landing: str, door: str
) -> None:
    async with visit(database, clock, registration=chosen, lines_called=called) as site:
        assert landing in words((await page(site, "/"))[1])
        text = (await page(site, "/sign-up"))[1]
        assert door in words(text)
        by_invitation = re.search(r'<input id="invite"[^>]* required', text) is not None
        assert by_invitation == (door != "Invitation, if you have one")


async def test_a_closed_site_says_so_and_keeps_the_form_for_its_first_administrator(
    database: Database, clock: ManualClock
) -> None:
    async with visit(database, clock, registration="closed") as site:
        front = words((await page(site, "/"))[1])
        assert "Come in" not in front
        assert "I have been here before" in front
        assert "Come in" not in words((await page(site, "/sign-in"))[1])
        text = (await page(site, "/sign-up"))[1]
        assert "Nobody new can come in here for now." in words(text)
        assert re.search(r"<details data-only-by-link>.*<form", text, re.DOTALL)
        code = await site.database.write(
            lambda work: invites.first_admin_invite(work, site.site.new_token)
        )
        assert code
        assert (await send(site, "/sign-up", RIVER | {"invite": code})).status == 200


async def test_as_many_as_can_wait_is_said_above_the_form(
    site: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    from web.accounts import invite_use

    code = await invite(site, kind="knock")
    monkeypatch.setattr(invite_use, "WAITING_MAX", 0)
    async with site.request(
        "POST", "/sign-up", data=RIVER | {"invite": code}, headers={"Origin": site.origin}
    ) as answer:
        text = unescape(await answer.text())
        assert answer.status == 409
    assert re.search(r'role="alert">More people are asking to come in than', text)
