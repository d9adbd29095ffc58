"""Signing in and out over HTTP: who may, how often, and what strangers learn (nothing)."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from chatserver.database import Database
from chatserver.sockets.limits import Rate
from rooms.event import Event
from rooms.people import registry
from rooms.people.person import Role, State
from rooms.work import Work
from tests.support.clock import ManualClock
from tests.web.accounts.phone import bearer, set_up
from tests.web.visiting import GENEROUS, PASSPHRASE, Visit, visit
from web.accounts import sessions, store
from web.accounts.events import SignInEnded

RIVER = {"handle": "river", "passphrase": PASSPHRASE}


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


# the second factor


async def test_the_digits_are_asked_for_only_after_a_right_passphrase(site: Visit) -> None:
    phone, _ = await set_up(site, await site.person())
    site.clock.advance(minutes=1)
    for more in ({}, {"code": None}, {"code": ""}):
        answer = await site.error("POST", "/api/sign-ins", json=RIVER | more)
        assert answer == (401, "mfa_needed", "code")
    wrong = RIVER | {"passphrase": "wrong wrong"}
    answers = []
    for more in ({}, {"code": phone.digits()}, {"code": phone.wrong()}):
        async with site.request("POST", "/api/sign-ins", json=wrong | more) as answer:
            answers.append((answer.status, await answer.read()))
    async with site.request("POST", "/api/sign-ins", json=wrong | {"handle": "nobody"}) as answer:
        answers.append((answer.status, await answer.read()))
    assert len(set(answers)) == 1
    assert answers[0][0] == 401


async def test_right_digits_work_once(site: Visit) -> None:
    """Row 81: digits that were used are no digits any more."""
    phone, _ = await set_up(site, await site.person())
    site.clock.advance(minutes=1)
    asked = RIVER | {"code": phone.digits()}
    assert (await site.json("POST", "/api/sign-ins", json=asked))[0] == 201
    assert await site.error("POST", "/api/sign-ins", json=asked) == (401, "mfa_invalid", "code")
    site.clock.advance(s=30)
    assert (await site.error("POST", "/api/sign-ins", json=asked))[1] == "mfa_invalid"
    asked = RIVER | {"code": phone.digits()}
    assert (await site.json("POST", "/api/sign-ins", json=asked))[0] == 201


async def test_of_many_who_use_the_same_digits_at_once_one_comes_in(site: Visit) -> None:
    phone, _ = await set_up(site, await site.person())
    site.clock.advance(minutes=1)
    asked = RIVER | {"code": phone.digits()}
    answers = await asyncio.gather(
        *(site.json("POST", "/api/sign-ins", json=asked) for _ in range(10))
    )
    assert sorted(status for status, _ in answers) == [201] + [401] * 9


async def test_staff_without_a_second_factor_come_in_unproven(site: Visit) -> None:
    await site.person(role=Role.ADMIN)
    status, body = await site.json("POST", "/api/sign-ins", json=RIVER)
    assert status == 201
    _, about = await site.json("GET", "/api/me", headers=bearer(body["token"]))
    assert (about["user"]["role"], about["proven"], about["second_factor"]) == (
        "admin",
        False,
        False,
    )


async def test_staff_with_one_come_in_proven_and_not_stepped_up(site: Visit) -> None:
    phone, _ = await set_up(site, await site.person(role=Role.MODERATOR))
    site.clock.advance(minutes=1)
    asked = RIVER | {"code": phone.digits()}
    _, body = await site.json("POST", "/api/sign-ins", json=asked)
    _, about = await site.json("GET", "/api/me", headers=bearer(body["token"]))
    assert (about["proven"], about["stepped_up_until"]) == (True, None)


# how far somebody is here


@pytest.mark.parametrize("state", [State.WAITING, State.ERASING])
async def test_whoever_waits_or_is_leaving_can_come_in(site: Visit, state: State) -> None:
    person = await site.person()
    await site.database.write(lambda work: registry.set_state(work, person.user_id, state))
    assert (await site.json("POST", "/api/sign-ins", json=RIVER))[0] == 201


async def test_a_closed_account_says_so_after_a_right_passphrase_alone(site: Visit) -> None:
    person = await site.person()
    await site.database.write(lambda work: registry.set_state(work, person.user_id, State.FROZEN))
    answer = await site.error("POST", "/api/sign-ins", json=RIVER)
    assert answer == (403, "account_closed", None)
    wrong = RIVER | {"passphrase": "wrong wrong"}
    assert (await site.error("POST", "/api/sign-ins", json=wrong))[1] == "bad_passphrase"


async def test_whoever_is_gone_is_like_nobody(site: Visit) -> None:
    person = await site.person()
    await site.database.write(lambda work: registry.set_state(work, person.user_id, State.ERASED))
    assert (await site.error("POST", "/api/sign-ins", json=RIVER))[1] == "bad_passphrase"


@pytest.mark.parametrize(
    ("agent", "device"),
    [
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Mobile/15E148", "phone"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "computer"),
        ("python-requests/2", "program"),
        ("", "program"),
    ],
)
async def test_what_somebody_sits_at_is_kept_in_one_word(
    site: Visit, agent: str, device: str
) -> None:
    await site.person()
    await site.json("POST", "/api/sign-ins", json=RIVER, headers={"User-Agent": agent})
    rows = site.database._raw.execute("SELECT device FROM sign_in ORDER BY rowid").fetchall()
    assert rows[-1] == (device,)


# signing out


async def test_a_token_ends_with_its_sign_in(site: Visit, announced: list[Event]) -> None:
    person = await site.person()
    assert (await site.json("DELETE", "/api/sign-ins/current", headers=person.bearer))[0] == 200
    again = await site.error("DELETE", "/api/sign-ins/current", headers=person.bearer)
    assert again == (401, "session_expired", None)
    assert announced == [SignInEnded(sign_in_id=person.sign_in_id, reason="signed_out")]
