"""Coming back with a recovery code over HTTP: what ends, and what strangers learn (nothing)."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from chatserver.database import Database
from chatserver.sockets.limits import Rate
from moderation.events import StaffNoticed
from rooms.event import Event
from rooms.people import registry
from rooms.people.person import Role, State
from rooms.work import Work
from tests.support.clock import ManualClock
from tests.web.accounts.phone import bearer, set_up, step_up
from tests.web.accounts.racing import rows
from tests.web.visiting import GENEROUS, PASSPHRASE, Person, Visit, visit
from web.accounts import recovery
from web.accounts.events import SignInEnded

NEW = "eleven lamps under the pier"
HOUR_MS = 3600 * 1000


async def codes_of(site: Visit, person: Person, **more: Any) -> list[str]:
    """Fresh codes of somebody's."""
    codes = recovery.make_codes(site.site.new_token)
    await site.database.write(
        lambda work: recovery.store_codes(work, person.user_id, codes, **more)
    )
    return codes


def asking(code: str, handle: str = "river", passphrase: str = NEW) -> dict[str, str]:
    return {"handle": handle, "recovery_code": code, "passphrase": passphrase}


async def test_a_code_opens_the_account_and_changes_the_passphrase(site: Visit) -> None:
    person = await site.person()
    codes = await codes_of(site, person)
    status, body = await site.json("POST", "/api/recoveries", json=asking(codes[0]))
    assert (status, body["user"]["user_id"]) == (201, person.user_id)
    assert (await site.json("GET", "/api/me", headers=bearer(body["token"])))[0] == 200
    old, new = ({"handle": "river", "passphrase": each} for each in (PASSPHRASE, NEW))
    assert (await site.error("POST", "/api/sign-ins", json=old))[1] == "bad_passphrase"
    assert (await site.json("POST", "/api/sign-ins", json=new))[0] == 201


async def test_every_other_sign_in_ends(site: Visit, announced: list[Event]) -> None:
    person = await site.person()
    codes = await codes_of(site, person)
    await site.json("POST", "/api/recoveries", json=asking(codes[0]))
    assert (await site.error("GET", "/api/me", headers=person.bearer))[1] == "session_expired"
    ended = SignInEnded(sign_in_id=person.sign_in_id, reason="signed_out")
    assert ended in announced


async def test_new_codes_come_with_it_and_all_old_ones_are_dead(site: Visit) -> None:
    person = await site.person()
    codes = await codes_of(site, person)
    (given,) = (await codes_of(site, person, until=site.clock() + HOUR_MS))[:1]
    _, body = await site.json("POST", "/api/recoveries", json=asking(codes[0]))
    assert len(set(body["recovery_codes"])) == 10
    for old in (*codes, given):
        answer = await site.error("POST", "/api/recoveries", json=asking(old))
        assert answer == (401, "recovery_invalid", None)
    again = asking(body["recovery_codes"][3])
    assert (await site.json("POST", "/api/recoveries", json=again))[0] == 201


async def test_the_second_factor_is_gone(site: Visit) -> None:
    person = await site.person()
    await set_up(site, person)
    codes = await codes_of(site, person)
    _, body = await site.json("POST", "/api/recoveries", json=asking(codes[0]))
    _, about = await site.json("GET", "/api/me", headers=bearer(body["token"]))
    assert about["second_factor"] is False
    asked = {"handle": "river", "passphrase": NEW}
    assert (await site.json("POST", "/api/sign-ins", json=asked))[0] == 201


@pytest.mark.parametrize("role", [Role.MODERATOR, Role.ADMIN])
async def test_staff_come_back_without_powers_until_they_set_one_up(
    site: Visit, role: Role
) -> None:
    person = await site.person(role=role)
    await set_up(site, person)
    codes = await codes_of(site, person)
    _, body = await site.json("POST", "/api/recoveries", json=asking(codes[0]))
    headers = bearer(body["token"])
    _, about = await site.json("GET", "/api/me", headers=headers)
    assert (about["user"]["role"], about["proven"]) == (role.value, False)
    assert about["stepped_up_until"] is None
    answer = await site.error("POST", "/api/second-factor", json={}, headers=headers)
    assert answer[1] == "step_up_needed"
    _, stepped = await site.json("POST", "/api/step-ups", json={"passphrase": NEW}, headers=headers)
    again = bearer(stepped["token"])
    assert (await site.json("POST", "/api/second-factor", json={}, headers=again))[0] == 200


@pytest.mark.parametrize("role", list(Role))
async def test_the_others_on_staff_hear_that_one_of_them_came_back(
    site: Visit, announced: list[Event], role: Role
) -> None:
    """A slip of paper may be in other hands."""
    person = await site.person(role=role)
    codes = await codes_of(site, person)
    await site.json("POST", "/api/recoveries", json=asking(codes[0]))
    told = [event for event in announced if isinstance(event, StaffNoticed)]
    kept = rows(site.database, "SELECT actor_id, action, about FROM audit_entry")
    if role is Role.MEMBER:
        assert (told, kept) == ([], [])
        return
    assert told == [StaffNoticed(about=person.user_id)]
    assert kept == [(person.user_id, "staff.recovered", person.user_id)]


async def test_of_many_who_use_a_code_at_once_one_comes_in(site: Visit) -> None:
    codes = await codes_of(site, await site.person())
    answers = await asyncio.gather(
        *(site.json("POST", "/api/recoveries", json=asking(codes[0])) for _ in range(10))
    )
    assert sorted(status for status, _ in answers) == [201] + [401] * 9


async def spoil(site: Visit, how: str) -> dict[str, str]:
    """Everything that can be wrong with a request, one at a time."""
    person = await site.person()
    other = await site.person("stone")
    code = (await codes_of(site, person))[0]
    now = site.clock()
    match how:
        case "unknown name":
            return asking(code, "nobody")
        case "a name that nobody could have":
            return asking(code, "ri\u202evers")
        case "wrong code":
            return asking("0000-0000-0000-0000")
        case "no code":
            return asking("")
        case "another's code":
            return asking((await codes_of(site, other))[0])
        case "used code":
            await site.json("POST", "/api/recoveries", json=asking(code))
        case "not yet valid":
            code = (await codes_of(site, person, from_at=now + 1, until=now + HOUR_MS))[0]
        case "expired":
            code = (await codes_of(site, person, until=now))[0]
        case "frozen" | "erased":
            await site.database.write(
                lambda work: registry.set_state(work, person.user_id, State(how))
            )
    return asking(code)


@pytest.mark.parametrize(
    "how",
    [
        "unknown name",
        "a name that nobody could have",
        "wrong code",
        "no code",
        "another's code",
        "used code",
        "not yet valid",
        "expired",
        "frozen",
        "erased",
    ],
)
async def test_strangers_learn_nothing_from_a_failed_recovery(site: Visit, how: str) -> None:
    asked = await spoil(site, how)
    made: list[str] = []
    make = site.hasher.make

    async def counted(passphrase: str) -> str:
        made.append(passphrase)
        return await make(passphrase)

    site.hasher.make = counted  # type: ignore[method-assign]
    before = site.database._raw.total_changes
    answers = []
    for each in (asked, asking("1111-1111-1111-1111", "stone")):
        async with site.request("POST", "/api/recoveries", json=each) as answer:
            headers = {name: value for name, value in answer.headers.items() if name != "Date"}
            answers.append((answer.status, await answer.read(), headers))
    assert answers[0] == answers[1]
    assert answers[0][0] == 401
    assert made == [NEW, NEW], "both did the costly work"
    assert site.database._raw.total_changes == before, "and neither wrote"


async def test_a_weak_passphrase_is_refused_before_anything_is_looked_up(site: Visit) -> None:
    codes = await codes_of(site, await site.person())
    answers = set()
    for handle, code in (("river", codes[0]), ("river", "wrong"), ("nobody", codes[0])):
        asked = asking(code, handle, "password123")
        async with site.request("POST", "/api/recoveries", json=asked) as answer:
            answers.add((answer.status, await answer.read()))
    assert len(answers) == 1
    assert answers.pop()[0] == 400
    assert (await site.json("POST", "/api/recoveries", json=asking(codes[0])))[0] == 201


async def test_tries_are_limited_whether_the_name_exists_or_not(
    database: Database, clock: ManualClock
) -> None:
    rates = GENEROUS | {"recovery_account": Rate(3, 0.1)}
    async with visit(database, clock, rates=rates) as site:
        codes = await codes_of(site, await site.person())
        for handle in ("river", "nobody"):
            statuses = [
                (await site.json("POST", "/api/recoveries", json=asking("wrong", handle)))[0]
                for _ in range(5)
            ]
            assert statuses == [401, 401, 401, 429, 429]
        clock.advance(s=10)
        assert (await site.json("POST", "/api/recoveries", json=asking(codes[0])))[0] == 201


async def test_tries_are_limited_per_network(database: Database, clock: ManualClock) -> None:
    rates = GENEROUS | {"sign_in_address": Rate(3, 0.1)}
    async with visit(database, clock, rates=rates) as site:
        statuses = [
            (await site.json("POST", "/api/recoveries", json=asking("wrong", f"name{n}")))[0]
            for n in range(4)
        ]
        assert statuses == [401, 401, 401, 429]


# a restore that staff began


async def restoring(site: Visit, person: Person) -> str:
    """Staff gives out a code that works now; what waits about it is kept."""
    (code,) = recovery.make_codes(site.site.new_token, 1)
    until = site.clock() + HOUR_MS

    def give(work: Work) -> None:
        work.sql._execute(  # type: ignore[attr-defined]
            "INSERT INTO proposal VALUES"
            " ('p', 'restore', ?, '', 'member', ?, ?, 'waiting', '', ?, NULL, NULL)",
            (person.user_id, person.user_id, work.now, work.now),
        )
        recovery.store_codes(
            work, person.user_id, [code], from_at=work.now, until=until, proposal_id="p"
        )

    await site.database.write(give)
    return code


@pytest.mark.parametrize(("by_given", "state"), [(True, "done"), (False, "lapsed")])
async def test_a_restore_is_over_once_somebody_is_back(
    site: Visit, by_given: bool, state: str
) -> None:
    person = await site.person()
    own = (await codes_of(site, person))[0]
    given = await restoring(site, person)
    asked = asking(given if by_given else own)
    assert (await site.json("POST", "/api/recoveries", json=asked))[0] == 201
    assert site.database._raw.execute("SELECT state FROM proposal").fetchall() == [(state,)]


# new codes


async def test_new_codes_take_a_step_up(site: Visit) -> None:
    person = await site.person()
    old = await codes_of(site, person)
    answer = await site.error("POST", "/api/recovery-codes", json={}, headers=person.bearer)
    assert answer == (403, "step_up_needed", None)
    headers = await step_up(site, person.bearer)
    status, body = await site.json("POST", "/api/recovery-codes", json={}, headers=headers)
    assert (status, len(set(body["recovery_codes"]))) == (200, 10)
    assert (await site.error("POST", "/api/recoveries", json=asking(old[0])))[0] == 401
    new = asking(body["recovery_codes"][0])
    assert (await site.json("POST", "/api/recoveries", json=new))[0] == 201
