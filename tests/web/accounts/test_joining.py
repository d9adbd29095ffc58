"""Coming in for the first time over HTTP: who may, by what, how often, and what is kept of it."""

from __future__ import annotations

import asyncio
import statistics
from dataclasses import replace
from typing import Any, Final

import pytest

from chatserver.database import Database
from chatserver.sockets.limits import Rate
from rooms.event import Event
from rooms.people import claims, registry
from rooms.people import handle as handles
from rooms.people.person import Role, State
from rooms.work import Work
from tests.support.clock import ManualClock
from tests.web.visiting import GENEROUS, PASSPHRASE, Json, Visit, visit
from web.accounts import invite_store, invites, joining, recovery

NETWORK: Final = "203.0.113.7"
RIVER: Final[Json] = {
    "handle": "river",
    "passphrase": PASSPHRASE,
    "of_age": True,
    "guidelines": True,
}


async def sign_up(site: Visit, **change: Any) -> tuple[int, Json]:
    return await site.json("POST", "/api/accounts", json=RIVER | change)


async def refused(site: Visit, **change: Any) -> tuple[int, str, str | None]:
    return await site.error("POST", "/api/accounts", json=RIVER | change)


async def admin_invite(site: Visit) -> str:
    code = await site.database.write(
        lambda work: invites.first_admin_invite(work, site.site.new_token)
    )
    assert code is not None
    return code


async def invite(site: Visit, creator_id: str, **what: Any) -> str:
    """A code of somebody who looks after the house."""
    return await site.database.write(
        lambda work: invites.add(
            work,
            site.site.new_token(),
            creator_id=creator_id,
            valid_ms=invites.HOUR_MS,
            **what,
        )[1]
    )


def people(site: Visit) -> list[Any]:
    return site.database._raw.execute("SELECT handle, role, state FROM person").fetchall()


# What is asked for --------------------------------------------------------------------------------


async def test_a_new_person_is_in_at_once(site: Visit) -> None:
    status, body = await sign_up(site)
    assert status == 201
    user = body["user"]
    assert (user["handle"], user["role"], user["visible"]) == ("river", "member", False)
    bearer = {"Authorization": f"Bearer {body['token']}"}
    assert (await site.json("GET", "/api/me", headers=bearer))[1]["user"] == user


async def test_ten_recovery_codes_are_told_once_and_work(site: Visit) -> None:
    _, body = await sign_up(site)
    codes = body["recovery_codes"]
    assert len(set(codes)) == 10
    opened = await site.database.read(
        lambda reader: [recovery.opened_by(reader, "river", code) for code in codes]
    )
    assert None not in opened
    kept = repr(site.database._raw.execute("SELECT * FROM recovery_code").fetchall())
    assert not any(code in kept for code in codes)


@pytest.mark.parametrize("given", [{"of_age": False}, {"of_age": None}, {"of_age": "yes"}])
async def test_it_is_for_people_of_18_and_over(site: Visit, given: Json) -> None:
    _, code, field = await refused(site, **given)
    assert (code, field) == ("age_needed" if given["of_age"] is False else "bad_type", "of_age")
    assert people(site) == []


@pytest.mark.parametrize(
    ("left_out", "code"), [("of_age", "age_needed"), ("guidelines", "rules_first")]
)
async def test_both_boxes_must_be_ticked(site: Visit, left_out: str, code: str) -> None:
    asked = {name: value for name, value in RIVER.items() if name != left_out}
    assert await site.error("POST", "/api/accounts", json=asked) == (400, code, left_out)
    assert await refused(site, **{left_out: False}) == (400, code, left_out)


async def test_a_forgotten_box_uses_up_no_try(database: Database, clock: ManualClock) -> None:
    rates = GENEROUS | {"sign_up_address": Rate(1, 0.05)}
    async with visit(database, clock, rates=rates) as site:
        for _ in range(3):
            assert (await refused(site, guidelines=False))[1] == "rules_first"
        assert (await sign_up(site))[0] == 201


async def test_the_passphrase_is_not_kept(site: Visit) -> None:
    await sign_up(site)
    (kept,) = site.database._raw.execute("SELECT passphrase_hash FROM credential").fetchone()
    assert kept == f"plain:{PASSPHRASE}"


@pytest.mark.parametrize("handle", ["river", "River", "RIVER", "ｒｉｖｅｒ"])
async def test_a_name_is_one_persons(site: Visit, handle: str) -> None:
    await site.person("river")
    assert await refused(site, handle=handle) == (409, "name_taken", "handle")


async def test_of_many_who_want_a_name_at_once_one_gets_it(site: Visit) -> None:
    answers = await asyncio.gather(*(sign_up(site) for _ in range(10)))
    assert sorted(status for status, _ in answers) == [201] + [409] * 9
    assert people(site) == [("river", "member", "active")]
    for table, count in (("credential", 1), ("recovery_code", 10), ("sign_in", 1)):
        found = site.database._raw.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608
        assert found == (count,), table


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
        ({"room_id": "any"}, 400, "extra_field", None),
        ({"invite": "never-made"}, 400, "invite_invalid", "invite"),
    ],
)
async def test_what_does_not_do_is_said_by_field(
    site: Visit, change: dict[str, Any], status: int, code: str, field: str | None
) -> None:
    assert await refused(site, **change) == (status, code, field)
    assert people(site) == []


async def test_a_long_passphrase_counts_to_its_last_character(site: Visit) -> None:
    long = "".join(chr(33 + i % 90) for i in range(128))
    assert (await sign_up(site, passphrase=long))[0] == 201
    asked = {"handle": "river", "passphrase": long}
    assert (await site.json("POST", "/api/sign-ins", json=asked))[0] == 201
    cut = asked | {"passphrase": long[:-1]}
    assert (await site.json("POST", "/api/sign-ins", json=cut))[0] == 401


async def test_sign_ups_are_limited_per_network(database: Database, clock: ManualClock) -> None:
    rates = GENEROUS | {"sign_up_address": Rate(2, 0.05)}
    async with visit(database, clock, rates=rates) as site:
        for handle in ("river", "stone"):
            await sign_up(site, handle=handle)
        async with site.request("POST", "/api/accounts", json=RIVER | {"handle": "fern"}) as again:
            assert again.status == 429
            assert int(again.headers["Retry-After"]) == 21
            error = (await again.json())["error"]
            assert error["code"] == "rate_limited"
            assert 19_000 < error["retry_after_ms"] <= 20_001


# Who may ------------------------------------------------------------------------------------------


async def test_open_is_by_invitation_until_the_lines_were_called(
    database: Database, clock: ManualClock
) -> None:
    async with visit(database, clock, lines_called=False) as site:
        assert await refused(site) == (403, "registration_closed", None)
        admin = await site.person("adele", Role.ADMIN)
        code = await invite(site, admin.user_id)
        assert (await sign_up(site, invite=code))[0] == 201
        facts = (await site.json("GET", "/api/me", headers=admin.bearer))[1]["site"]
        assert (facts["registration"], facts["helplines_confirmed"]) == ("invite", False)


async def test_open_is_open_when_they_were(site: Visit) -> None:
    person = await site.person("stone")
    facts = (await site.json("GET", "/api/me", headers=person.bearer))[1]["site"]
    assert (facts["registration"], facts["helplines_confirmed"]) == ("open", True)


async def test_lines_that_change_meanwhile_shut_the_door_for_whoever_is_on_the_way(
    site: Visit,
) -> None:
    """What counts is asked again in the transaction that adds the person."""
    make = site.hasher.make

    async def slow(passphrase: str) -> str:
        await site.database.write(
            lambda work: work.sql.run(
                invite_store.PUT_SITE_FACT, name="helplines_confirmed", value="others"
            )
        )
        return await make(passphrase)

    site.hasher.make = slow  # type: ignore[method-assign]
    assert await refused(site) == (403, "registration_closed", None)
    assert people(site) == []


async def test_a_site_by_invitation_takes_whoever_has_one(
    database: Database, clock: ManualClock
) -> None:
    async with visit(database, clock, registration="invite") as site:
        for given in ({}, {"invite": ""}, {"invite": " - "}):
            assert await refused(site, **given) == (403, "registration_closed", None)
        assert await refused(site, invite="wrong") == (400, "invite_invalid", "invite")
        status, body = await sign_up(site, invite=await admin_invite(site))
        assert (status, body["user"]["role"]) == (201, "admin")


async def test_without_an_invitation_nobody_learns_which_names_there_are(
    database: Database, clock: ManualClock
) -> None:
    async with visit(database, clock, registration="invite") as site:
        await site.person("river")
        for handle in ("river", "wren"):
            assert (await refused(site, handle=handle))[1] == "registration_closed"
            assert (await refused(site, handle=handle, invite="wrong"))[1] == "invite_invalid"


async def test_a_closed_site_takes_nobody_but_its_first_administrator(
    database: Database, clock: ManualClock
) -> None:
    async with visit(database, clock, registration="closed") as site:
        first = await admin_invite(site)
        status, body = await sign_up(site, handle="adele", invite=first)
        assert (status, body["user"]["role"]) == (201, "admin")
        creator_id = body["user"]["user_id"]
        plain = await invite(site, creator_id)
        staff = await invite(site, creator_id, role=Role.ADMIN)
        knock = await invite(site, creator_id, kind="knock")
        for code in (None, "", "wrong", first, plain, staff, knock):
            async with site.request("POST", "/api/accounts", json=RIVER | {"invite": code}) as no:
                assert no.status == 403
                error = (await no.json())["error"]
                assert error["code"] == "registration_closed"
                assert error["message"] == "Nobody new can come in here for now."
        assert len(people(site)) == 1


# By what ------------------------------------------------------------------------------------------


async def test_an_invitation_lets_in_one_person(site: Visit) -> None:
    code = await admin_invite(site)
    answers = await asyncio.gather(
        *(sign_up(site, handle=f"river{n}", invite=code) for n in range(10))
    )
    assert sorted(status for status, _ in answers) == [201] + [400] * 9
    told = [body["error"]["code"] for status, body in answers if status == 400]
    assert told == ["invite_invalid"] * 9
    assert [role for _, role, _ in people(site)] == ["admin"]


async def test_a_taken_name_leaves_the_invitation_unused(site: Visit) -> None:
    await site.person("river")
    code = await admin_invite(site)
    assert (await sign_up(site, invite=code))[0] == 409
    assert (await sign_up(site, handle="stone", invite=code))[0] == 201


async def test_every_dead_invitation_answers_with_the_same_bytes(
    site: Visit, clock: ManualClock
) -> None:
    maria, mona = await site.person("maria", Role.MODERATOR), await site.person("mona")
    codes = {
        "used": await invite(site, maria.user_id),
        "revoked": await invite(site, maria.user_id),
        "void": await invite(site, mona.user_id),
        "never made": "0000-0000-0000-0000-0000-0000-0000",
        "no code at all": "é\x00" * 100,
    }
    assert (await sign_up(site, handle="wren", invite=codes["used"]))[0] == 201
    gone = site.database._raw.execute(
        "SELECT invite_id FROM invite WHERE used_at IS NULL AND creator_id = ?", (maria.user_id,)
    ).fetchone()[0]
    await site.database.write(lambda work: invites.take_back(work, maria.user_id, gone))
    over = await invite(site, maria.user_id)
    clock.advance(minutes=61)
    codes["expired"] = over
    told = set()
    for code in codes.values():
        async with site.request("POST", "/api/accounts", json=RIVER | {"invite": code}) as answer:
            headers = {name: value for name, value in answer.headers.items() if name != "Date"}
            told.add((answer.status, await answer.read(), tuple(headers.items())))
    assert len(told) == 1
    (status, _, _) = told.pop()
    assert status == 400


async def test_a_dead_invitation_costs_no_passphrase_hash(site: Visit) -> None:
    made = []
    make = site.hasher.make

    async def counted(passphrase: str) -> str:
        made.append(passphrase)
        return await make(passphrase)

    site.hasher.make = counted  # type: ignore[method-assign]
    assert (await refused(site, invite="wrong"))[1] == "invite_invalid"
    assert made == []


async def test_looking_a_code_up_takes_as_long_whether_it_was_ever_made(
    site: Visit, clock: ManualClock
) -> None:
    """Measured exactly elsewhere; here a difference of many times would show."""
    maria = await site.person("maria", Role.MODERATOR)
    used = await invite(site, maria.user_id)
    await sign_up(site, invite=used)
    statements: dict[str, list[int]] = {}
    for name, code in (("used", used), ("never", "never-made")):
        counts = []
        for _ in range(3):
            seen: list[str] = []
            site.database._raw.set_trace_callback(seen.append)
            await refused(site, handle="wren", invite=code)
            site.database._raw.set_trace_callback(None)
            counts.append(len(seen))
        statements[name] = counts
    assert statistics.median(statements["used"]) == statistics.median(statements["never"])


async def test_who_knocks_is_signed_in_and_waits(site: Visit, announced: list[Event]) -> None:
    maria = await site.person("maria", Role.MODERATOR)
    code = await invite(site, maria.user_id, kind="knock")
    announced.clear()
    status, body = await sign_up(site, invite=code)
    assert status == 201
    assert people(site)[1:] == [("river", "member", "waiting")]
    assert [event.kind() for event in announced] == ["staff.noticed"]
    bearer = {"Authorization": f"Bearer {body['token']}"}
    assert (await site.json("GET", "/api/me", headers=bearer))[0] == 200
    asked = {"handle": "river", "passphrase": PASSPHRASE}
    assert (await site.json("POST", "/api/sign-ins", json=asked))[0] == 201


async def test_an_invitation_to_staff_makes_a_member_whose_role_is_proposed(site: Visit) -> None:
    adele = await site.person("adele", Role.ADMIN)
    olga = await site.person("olga", Role.ADMIN)
    for user_id in (adele.user_id, olga.user_id):
        site.database._raw.execute(
            "INSERT INTO second_factor (user_id, secret, confirmed_at, last_step)"
            " VALUES (?, 'secret', 1, 0)",
            (user_id,),
        )
    code = await invite(site, adele.user_id, role=Role.MODERATOR)
    _, body = await sign_up(site, invite=code)
    assert body["user"]["role"] == "member"
    proposed = site.database._raw.execute("SELECT role, state FROM proposal").fetchall()
    assert proposed == [("moderator", "waiting")]


async def test_a_sole_administrators_is_given_at_once_and_the_sign_in_lives(site: Visit) -> None:
    adele = await site.person("adele", Role.ADMIN)
    code = await invite(site, adele.user_id, role=Role.MODERATOR)
    _, body = await sign_up(site, invite=code)
    assert body["user"]["role"] == "moderator"
    bearer = {"Authorization": f"Bearer {body['token']}"}
    me = (await site.json("GET", "/api/me", headers=bearer))[1]
    assert (me["user"]["role"], me["proven"]) == ("moderator", False)


# Names for those who have none in mind ------------------------------------------------------------


async def test_three_names_that_nobody_has_are_suggested(site: Visit) -> None:
    status, body = await site.json("GET", "/api/suggestions")
    assert status == 200
    names = body["names"]
    assert len(set(names)) == 3
    assert all(handles.normal(name) == name for name in names)
    assert (await site.json("GET", "/api/suggestions"))[1]["names"] != names


def again(site: Visit) -> Any:
    """The same site, with the same chance each time."""
    tokens = iter([f"token{n}" for n in range(12)])
    return replace(site.site, new_token=lambda: next(tokens))


async def test_a_name_that_somebody_has_is_not_suggested(site: Visit) -> None:
    first = await joining.suggest(again(site), NETWORK)

    def take(work: Work) -> None:
        registry.add(work, work.new_id(), first[0].upper(), Role.MEMBER, State.WAITING)

    await site.database.write(take)
    names = await joining.suggest(again(site), NETWORK)
    assert first[0] not in names
    assert first[1] in names


async def test_a_name_that_was_given_up_is_not_suggested(site: Visit) -> None:
    """It is its bearer's for good: whoever took the suggestion would hear that it is taken."""
    anna = (await site.person("anna")).user_id
    first, given_up, last = await joining.suggest(again(site), NETWORK)
    await site.database.write(lambda work: claims.claim(work, anna, given_up))
    names = await joining.suggest(again(site), NETWORK)
    assert names[:2] == [first, last]
    assert given_up not in names


async def test_so_many_suggestions_for_one_network(database: Database, clock: ManualClock) -> None:
    rates = GENEROUS | {"suggest_address": Rate(2, 0.05)}
    async with visit(database, clock, rates=rates) as site:
        assert [(await site.json("GET", "/api/suggestions"))[0] for _ in range(3)] == [
            200,
            200,
            429,
        ]
        async with site.request("GET", "/sign-up") as answer:
            text = await answer.text()
        assert answer.status == 200, "the way in stays open"
        assert "data-suggestions" not in text
        assert (await sign_up(site))[0] == 201
        clock.advance(s=20)
        assert (await site.json("GET", "/api/suggestions"))[0] == 200
