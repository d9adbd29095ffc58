"""Signing up, in and out over HTTP: who may, how often, and what strangers learn (nothing)."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from chatserver.database import Database
from chatserver.sockets.limits import Rate
from rooms.event import Event
from rooms.people.events import YourRole
from rooms.people.person import Role
from rooms.work import Work
from tests.support.clock import ManualClock
from tests.web.visiting import GENEROUS, PASSPHRASE, Person, Visit, visit
from web.accounts import invites, sessions, store
from web.accounts.events import SignInEnded

RIVER = {"handle": "river", "passphrase": PASSPHRASE}


async def admin_invite(site: Visit) -> str:
    token = await site.database.write(
        lambda work: invites.first_admin_invite(work, site.site.new_token)
    )
    assert token is not None
    return token


# signing up


async def test_a_new_person_is_in_at_once(site: Visit) -> None:
    status, body = await site.json("POST", "/api/accounts", json=RIVER)
    assert status == 201
    assert body["user"] | {"user_id": ""} == {
        "user_id": "",
        "handle": "river",
        "role": "member",
        "visible": False,
    }
    bearer = {"Authorization": f"Bearer {body['token']}"}
    assert (await site.json("GET", "/api/me", headers=bearer))[1]["user"] == body["user"]


async def test_the_passphrase_is_not_kept(site: Visit) -> None:
    await site.json("POST", "/api/accounts", json=RIVER)
    (kept,) = site.database._raw.execute("SELECT passphrase_hash FROM credential").fetchone()
    assert kept == f"plain:{PASSPHRASE}"


@pytest.mark.parametrize("handle", ["river", "River", "RIVER", "ｒｉｖｅｒ"])
async def test_a_name_is_one_persons(site: Visit, handle: str) -> None:
    await site.person("river")
    asked = RIVER | {"handle": handle}
    assert await site.error("POST", "/api/accounts", json=asked) == (409, "name_taken", "handle")


async def test_of_many_who_want_a_name_at_once_one_gets_it(site: Visit) -> None:
    answers = await asyncio.gather(
        *(site.json("POST", "/api/accounts", json=RIVER) for _ in range(10))
    )
    assert sorted(status for status, _ in answers) == [201] + [409] * 9
    people = site.database._raw.execute("SELECT count(*) FROM person").fetchone()
    credentials = site.database._raw.execute("SELECT count(*) FROM credential").fetchone()
    assert people == credentials == (1,)


@pytest.mark.parametrize(
    ("change", "status", "code", "field"),
    [
        ({"passphrase": "password123"}, 400, "weak_password", "passphrase"),
        ({"passphrase": "river12345"}, 400, "weak_password", "passphrase"),
        ({"passphrase": "short"}, 400, "too_short", "passphrase"),
        ({"passphrase": "é" * 1000}, 400, "too_long", "passphrase"),
        ({"passphrase": "x y" * 1000}, 400, "too_long", "passphrase"),
        ({"passphrase": None}, 400, "bad_type", "passphrase"),
        ({"handle": "r"}, 400, "too_short", "handle"),
        ({"handle": "ri\u202ever"}, 400, "bad_name", "handle"),
        ({"handle": "a name with spaces"}, 400, "bad_name", "handle"),
        ({"handle": "Moderator"}, 409, "name_taken", "handle"),
        ({"handle": "m0derat0r"}, 409, "name_taken", "handle"),
        ({"role": "admin"}, 400, "extra_field", None),
        ({"invite": "never-made"}, 400, "invite_invalid", "invite"),
    ],
)
async def test_what_does_not_do_is_said_by_field(
    site: Visit, change: dict[str, Any], status: int, code: str, field: str | None
) -> None:
    answer = await site.error("POST", "/api/accounts", json=RIVER | change)
    assert answer == (status, code, field)
    assert site.database._raw.execute("SELECT count(*) FROM person").fetchone() == (0,)


async def test_a_long_passphrase_counts_to_its_last_character(site: Visit) -> None:
    long = "".join(chr(33 + i % 90) for i in range(128))
    status, _ = await site.json("POST", "/api/accounts", json=RIVER | {"passphrase": long})
    assert status == 201
    assert (await site.json("POST", "/api/sign-ins", json=RIVER | {"passphrase": long}))[0] == 201
    cut = RIVER | {"passphrase": long[:-1]}
    assert (await site.json("POST", "/api/sign-ins", json=cut))[0] == 401


async def test_a_closed_site_lets_in_by_invitation_alone(
    database: Database, clock: ManualClock
) -> None:
    async with visit(database, clock, registration="closed") as site:
        closed = await site.error("POST", "/api/accounts", json=RIVER)
        assert closed == (403, "registration_closed", None)
        invite = await admin_invite(site)
        status, body = await site.json("POST", "/api/accounts", json=RIVER | {"invite": invite})
        assert (status, body["user"]["role"]) == (201, "admin")


async def test_an_invitation_lets_in_one_person(site: Visit) -> None:
    invite = await admin_invite(site)
    people = [RIVER | {"handle": f"river{n}", "invite": invite} for n in range(10)]
    answers = await asyncio.gather(
        *(site.json("POST", "/api/accounts", json=person) for person in people)
    )
    assert sorted(status for status, _ in answers) == [201] + [400] * 9
    refused = [body["error"]["code"] for status, body in answers if status == 400]
    assert refused == ["invite_invalid"] * 9
    assert site.database._raw.execute("SELECT role FROM person").fetchall() == [("admin",)]


async def test_a_taken_name_leaves_the_invitation_unused(site: Visit) -> None:
    await site.person("river")
    invite = await admin_invite(site)
    assert (await site.json("POST", "/api/accounts", json=RIVER | {"invite": invite}))[0] == 409
    other = RIVER | {"handle": "stone", "invite": invite}
    assert (await site.json("POST", "/api/accounts", json=other))[0] == 201


async def test_sign_ups_are_limited_per_network(database: Database, clock: ManualClock) -> None:
    rates = GENEROUS | {"sign_up_address": Rate(2, 0.05)}
    async with visit(database, clock, rates=rates) as site:
        for handle in ("river", "stone"):
            await site.json("POST", "/api/accounts", json=RIVER | {"handle": handle})
        async with site.request("POST", "/api/accounts", json=RIVER | {"handle": "fern"}) as again:
            assert again.status == 429
            assert int(again.headers["Retry-After"]) == 21
            error = (await again.json())["error"]
            assert error["code"] == "rate_limited"
            assert 19_000 < error["retry_after_ms"] <= 20_001


# signing in


async def test_each_sign_in_has_a_token_of_its_own(site: Visit) -> None:
    person = await site.person()
    tokens = {person.token}
    for _ in range(2):
        status, body = await site.json("POST", "/api/sign-ins", json=RIVER)
        assert status == 201
        tokens.add(body["token"])
    assert len(tokens) == 3
    for token in tokens:
        headers = {"Authorization": f"Bearer {token}"}
        assert (await site.json("GET", "/api/me", headers=headers))[0] == 200


@pytest.mark.parametrize(
    "asked",
    [
        RIVER | {"passphrase": "wrong wrong wrong"},
        RIVER | {"passphrase": ""},
        RIVER | {"handle": "nobody-here"},
        RIVER | {"handle": ""},
        RIVER | {"handle": "ri\u202evers"},
        RIVER | {"handle": "moderator"},
        RIVER | {"handle": "\x00"},
    ],
)
async def test_strangers_learn_nothing_from_a_failed_sign_in(
    site: Visit, asked: dict[str, str]
) -> None:
    await site.person()
    wrong = RIVER | {"passphrase": "wrong wrong"}
    async with site.request("POST", "/api/sign-ins", json=wrong) as known:
        expected = (known.status, await known.read(), _comparable(known.headers))
    async with site.request("POST", "/api/sign-ins", json=asked) as other:
        assert (other.status, await other.read(), _comparable(other.headers)) == expected
    assert expected[0] == 401
    assert len(site.hasher.asked) == 2, "both did the costly work"


def _comparable(headers: Any) -> dict[str, str]:
    return {name: value for name, value in headers.items() if name != "Date"}


async def test_failures_use_up_an_accounts_tries_whether_it_exists_or_not(
    database: Database, clock: ManualClock
) -> None:
    rates = GENEROUS | {"sign_in_account": Rate(3, 0.1)}
    async with visit(database, clock, rates=rates) as site:
        await site.person()
        for handle in ("river", "nobody"):
            wrong = {"handle": handle, "passphrase": "wrong wrong"}
            statuses = [(await site.json("POST", "/api/sign-ins", json=wrong))[0] for _ in range(5)]
            assert statuses == [401, 401, 401, 429, 429]
        assert (await site.error("POST", "/api/sign-ins", json=RIVER))[1] == "rate_limited"
        clock.advance(s=10)
        assert (await site.json("POST", "/api/sign-ins", json=RIVER))[0] == 201


async def test_other_spellings_are_the_same_account(database: Database, clock: ManualClock) -> None:
    rates = GENEROUS | {"sign_in_account": Rate(2, 0.1)}
    async with visit(database, clock, rates=rates) as site:
        statuses = [
            (await site.json("POST", "/api/sign-ins", json=RIVER | {"handle": handle}))[0]
            for handle in ("river", "RIVER", "ｒiver")
        ]
        assert statuses == [401, 401, 429]


async def test_failures_use_up_a_networks_tries(database: Database, clock: ManualClock) -> None:
    rates = GENEROUS | {"sign_in_address": Rate(3, 0.1)}
    async with visit(database, clock, rates=rates) as site:
        statuses = [
            (await site.json("POST", "/api/sign-ins", json=RIVER | {"handle": f"name{n}"}))[0]
            for n in range(4)
        ]
        assert statuses == [401, 401, 401, 429]


async def test_a_right_passphrase_uses_up_the_addresss_tries_alone(
    database: Database, clock: ManualClock
) -> None:
    """Hashing costs the server much: one address gets so many of it, sign-in or not."""
    rates = GENEROUS | {"sign_in_account": Rate(2, 0.1), "sign_in_address": Rate(6, 0.1)}
    async with visit(database, clock, rates=rates) as site:
        await site.person()
        for _ in range(6):
            assert (await site.json("POST", "/api/sign-ins", json=RIVER))[0] == 201
        assert (await site.json("POST", "/api/sign-ins", json=RIVER))[0] == 429


async def test_a_person_has_so_many_sign_ins_and_a_new_one_ends_the_oldest(
    database: Database, clock: ManualClock
) -> None:
    async with visit(database, clock, rates=GENEROUS) as site:
        await site.person()
        answered = []
        for _ in range(sessions.LIVE_MAX + 1):
            clock.advance(s=1)
            _, signed_in = await site.json("POST", "/api/sign-ins", json=RIVER)
            bearer = {"Authorization": f"Bearer {signed_in['token']}"}
            answered.append(bearer)
        status = [(await site.json("GET", "/api/me", headers=one))[0] for one in answered]
    assert status == [401] + [200] * sessions.LIVE_MAX


async def test_an_old_hash_is_made_new_on_the_way_in(site: Visit) -> None:
    person = await site.person()

    def age(work: Work) -> None:
        work.sql.run(
            store.CHANGE_CREDENTIAL,
            of_user=person.user_id,
            old_hash=f"plain:{PASSPHRASE}",
            new_hash=f"old:{PASSPHRASE}",
        )

    await site.database.write(age)
    assert (await site.json("POST", "/api/sign-ins", json=RIVER))[0] == 201
    (kept,) = site.database._raw.execute("SELECT passphrase_hash FROM credential").fetchone()
    assert kept == f"plain:{PASSPHRASE}"


async def test_a_browsers_new_sign_in_takes_the_place_of_its_old_one(site: Visit) -> None:
    person = await site.person()
    headers = site.as_page(person)
    assert (await site.json("POST", "/api/sign-ins", json=RIVER, headers=headers))[0] == 201
    assert (await site.error("GET", "/api/me", headers=headers))[1] == "session_expired"


# signing out


async def test_a_token_ends_with_its_sign_in(site: Visit, announced: list[Event]) -> None:
    person = await site.person()
    assert (await site.json("DELETE", "/api/sign-ins/current", headers=person.bearer))[0] == 200
    again = await site.error("DELETE", "/api/sign-ins/current", headers=person.bearer)
    assert again == (401, "session_expired", None)
    assert announced == [SignInEnded(sign_in_id=person.sign_in_id, reason="signed_out")]


# roles


def granting(handle: str = "stone", role: str = "moderator", passphrase: str = PASSPHRASE) -> Any:
    return {"handle": handle, "role": role, "passphrase": passphrase}


async def role_of(site: Visit, person: Person) -> str:
    rows = site.database._raw.execute(
        "SELECT role FROM person WHERE user_id = ?", (person.user_id,)
    )
    return str(rows.fetchone()[0])


async def test_an_administrator_makes_a_moderator_who_signs_in_anew(
    site: Visit, announced: list[Event]
) -> None:
    admin, stone = await site.person("river", Role.ADMIN), await site.person("stone")
    status, body = await site.json("POST", "/api/roles", json=granting(), headers=admin.bearer)
    assert (status, body["user"]["role"], body["user"]["handle"]) == (200, "moderator", "stone")
    assert await role_of(site, stone) == "moderator"
    assert announced == [
        SignInEnded(sign_in_id=stone.sign_in_id, reason="role_changed"),
        YourRole(user_id=stone.user_id, role=Role.MODERATOR),
    ]
    assert (await site.error("GET", "/api/me", headers=stone.bearer))[1] == "session_expired"


async def test_a_role_that_stays_ends_nothing(site: Visit, announced: list[Event]) -> None:
    admin, stone = await site.person("river", Role.ADMIN), await site.person("stone")
    asked = granting(role="member")
    assert (await site.json("POST", "/api/roles", json=asked, headers=admin.bearer))[0] == 200
    assert announced == []
    assert (await site.json("GET", "/api/me", headers=stone.bearer))[0] == 200


@pytest.mark.parametrize(
    ("asked", "status", "code"),
    [
        (granting(passphrase="wrong wrong"), 401, "bad_passphrase"),
        (granting(handle="nobody"), 404, "not_found"),
        (granting(handle="river"), 403, "forbidden"),
        (granting(handle="heath"), 403, "forbidden"),
        (granting(role="admin"), 400, "bad_type"),
        (granting(role="facilitator"), 400, "bad_type"),
    ],
)
async def test_what_an_administrator_may_not_do(
    site: Visit, announced: list[Event], asked: Any, status: int, code: str
) -> None:
    admin = await site.person("river", Role.ADMIN)
    for handle, role in (("heath", Role.ADMIN), ("stone", Role.MEMBER)):
        await site.person(handle, role)
    before = site.database._raw.execute("SELECT * FROM person").fetchall()
    answer = await site.error("POST", "/api/roles", json=asked, headers=admin.bearer)
    assert answer[:2] == (status, code)
    assert site.database._raw.execute("SELECT * FROM person").fetchall() == before
    assert announced == []


@pytest.mark.parametrize("role", [Role.MEMBER, Role.MODERATOR])
async def test_nobody_else_gives_roles(site: Visit, role: Role) -> None:
    person, stone = await site.person("river", role), await site.person("stone")
    for handle in ("stone", "nobody", "river"):
        asked = granting(handle=handle)
        answer = await site.error("POST", "/api/roles", json=asked, headers=person.bearer)
        assert answer == (403, "forbidden", None)
    assert await role_of(site, stone) == "member"


async def test_who_was_an_administrator_a_moment_ago_is_refused(site: Visit) -> None:
    admin, stone = await site.person("river", Role.ADMIN), await site.person("stone")
    matches = site.hasher.matches

    async def slow(known: str | None, passphrase: str) -> bool:
        await site.database.write(lambda work: sessions.sign_out(work, admin.sign_in_id))
        return await matches(known, passphrase)

    site.hasher.matches = slow  # type: ignore[method-assign]
    answer = await site.error("POST", "/api/roles", json=granting(), headers=admin.bearer)
    assert answer[1] == "session_expired"
    assert await role_of(site, stone) == "member"
