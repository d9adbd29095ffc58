"""Showing once more who one is: step-ups, another passphrase, a second factor, and what ends."""

from __future__ import annotations

from typing import Any

import pytest

from chatserver.database import Database
from chatserver.sockets.limits import Rate
from rooms.event import Event
from rooms.people.person import Role
from rooms.permissions import STEP_UP_MS
from tests.support.clock import ManualClock
from tests.web.accounts.phone import Phone, bearer, set_up, step_up
from tests.web.visiting import GENEROUS, PASSPHRASE, Visit, visit
from web.accounts import second_factor, sessions
from web.accounts.events import SignInEnded
from web.security import csrf_token

RIVER = {"handle": "river", "passphrase": PASSPHRASE}
NEW = "eleven lamps under the pier"


async def works(site: Visit, headers: dict[str, str]) -> bool:
    return bool((await site.json("GET", "/api/me", headers=headers))[0] == 200)


async def me(site: Visit, headers: dict[str, str]) -> dict[str, Any]:
    return (await site.json("GET", "/api/me", headers=headers))[1]


# step-ups


async def test_a_step_up_gives_a_new_token_and_ends_the_old_one(
    site: Visit, announced: list[Event]
) -> None:
    person = await site.person()
    headers = await step_up(site, person.bearer)
    assert headers != person.bearer
    assert (await site.error("GET", "/api/me", headers=person.bearer))[1] == "session_expired"
    assert announced == [SignInEnded(sign_in_id=person.sign_in_id, reason="renewed")]
    until = site.clock() + STEP_UP_MS
    assert (await me(site, headers))["stepped_up_until"] == until
    site.clock.advance(ms=STEP_UP_MS + 1)
    assert (await me(site, headers))["stepped_up_until"] is None


async def test_a_page_gets_the_new_sign_in_as_its_cookie(site: Visit) -> None:
    person = await site.person()
    page = site.as_page(person)
    csrf = (await me(site, page))["csrf"]
    asked = {"passphrase": PASSPHRASE}
    async with site.request(
        "POST", "/api/step-ups", json=asked, headers=page | {"X-CSRF-Token": csrf}
    ) as answer:
        token = (await answer.json())["token"]
        assert answer.headers["Set-Cookie"].startswith(f"sign-in={token};")


@pytest.mark.parametrize("asked", [{"passphrase": "wrong wrong"}, {"passphrase": ""}])
async def test_a_wrong_passphrase_changes_nothing(site: Visit, asked: dict[str, str]) -> None:
    person = await site.person()
    answer = await site.error("POST", "/api/step-ups", json=asked, headers=person.bearer)
    assert answer == (401, "bad_passphrase", "passphrase")
    assert await works(site, person.bearer)


async def test_step_ups_can_not_be_guessed_at(database: Database, clock: ManualClock) -> None:
    rates = GENEROUS | {"sign_in_account": Rate(3, 0.01)}
    async with visit(database, clock, rates=rates) as site:
        person = await site.person()
        asked = {"passphrase": "wrong wrong"}
        codes = [
            (await site.error("POST", "/api/step-ups", json=asked, headers=person.bearer))[1]
            for _ in range(4)
        ]
        assert codes == ["bad_passphrase"] * 3 + ["rate_limited"]


async def test_whoever_has_a_second_factor_shows_that_too(site: Visit) -> None:
    phone, headers = await set_up(site, await site.person())
    asked = {"passphrase": PASSPHRASE}
    answer = await site.error("POST", "/api/step-ups", json=asked, headers=headers)
    assert answer == (401, "mfa_needed", "code")
    wrong = asked | {"code": phone.wrong()}
    answer = await site.error("POST", "/api/step-ups", json=wrong, headers=headers)
    assert answer == (401, "mfa_invalid", "code")
    assert await works(site, headers)
    site.clock.advance(s=30)
    assert await works(site, await step_up(site, headers, phone.digits()))


async def test_staff_without_a_second_factor_gain_no_power_by_it(site: Visit) -> None:
    await site.person(role=Role.MODERATOR)
    _, body = await site.json("POST", "/api/sign-ins", json=RIVER)
    headers = await step_up(site, bearer(body["token"]))
    assert (await me(site, headers))["proven"] is False


async def test_a_sign_in_that_ended_meanwhile_is_not_renewed(site: Visit) -> None:
    person = await site.person()
    matches = site.hasher.matches

    async def slow(known: str | None, passphrase: str) -> bool:
        await site.database.write(lambda work: sessions.sign_out(work, person.sign_in_id))
        return await matches(known, passphrase)

    site.hasher.matches = slow  # type: ignore[method-assign]
    asked = {"passphrase": PASSPHRASE}
    answer = await site.error("POST", "/api/step-ups", json=asked, headers=person.bearer)
    assert answer[1] == "session_expired"


# another passphrase


async def test_another_passphrase_ends_every_other_sign_in(site: Visit) -> None:
    person = await site.person()
    _, other = await site.json("POST", "/api/sign-ins", json=RIVER)
    asked = {"passphrase": PASSPHRASE, "new_passphrase": NEW}
    status, body = await site.json("POST", "/api/passphrase", json=asked, headers=person.bearer)
    assert status == 200
    assert await works(site, bearer(body["token"]))
    for old in (person.bearer, bearer(other["token"])):
        assert (await site.error("GET", "/api/me", headers=old))[1] == "session_expired"
    assert (await site.error("POST", "/api/sign-ins", json=RIVER))[1] == "bad_passphrase"
    assert (await site.json("POST", "/api/sign-ins", json=RIVER | {"passphrase": NEW}))[0] == 201


@pytest.mark.parametrize(
    ("change", "status", "code", "field"),
    [
        ({"passphrase": "wrong wrong"}, 401, "bad_passphrase", "passphrase"),
        ({"new_passphrase": "password123"}, 400, "weak_password", "new_passphrase"),
        ({"new_passphrase": "short"}, 400, "too_short", "new_passphrase"),
    ],
)
async def test_what_does_not_do_leaves_the_old_one(
    site: Visit, change: dict[str, str], status: int, code: str, field: str
) -> None:
    person = await site.person()
    asked = {"passphrase": PASSPHRASE, "new_passphrase": NEW} | change
    answer = await site.error("POST", "/api/passphrase", json=asked, headers=person.bearer)
    assert answer == (status, code, field)
    assert await works(site, person.bearer)
    assert (await site.json("POST", "/api/sign-ins", json=RIVER))[0] == 201


async def test_another_passphrase_takes_the_second_factor_too(site: Visit) -> None:
    phone, headers = await set_up(site, await site.person())
    asked = {"passphrase": PASSPHRASE, "new_passphrase": NEW}
    answer = await site.error("POST", "/api/passphrase", json=asked, headers=headers)
    assert answer[1] == "mfa_needed"
    site.clock.advance(s=30)
    more = asked | {"code": phone.digits()}
    assert (await site.json("POST", "/api/passphrase", json=more, headers=headers))[0] == 200


# the second factor


async def test_it_takes_a_step_up_to_set_one_up(site: Visit) -> None:
    """Whoever finds a phone unlocked must not make the account theirs."""
    person = await site.person()
    answer = await site.error("POST", "/api/second-factor", json={}, headers=person.bearer)
    assert answer == (403, "step_up_needed", None)


async def test_staff_who_have_just_come_in_can_set_one_up_at_once(site: Visit) -> None:
    await site.person(role=Role.ADMIN)
    _, body = await site.json("POST", "/api/sign-ins", json=RIVER)
    headers = bearer(body["token"])
    _, offer = await site.json("POST", "/api/second-factor", json={}, headers=headers)
    code = {"code": Phone(offer["secret"], site.clock).digits()}
    _, body = await site.json("POST", "/api/second-factor/confirm", json=code, headers=headers)
    about = await me(site, bearer(body["token"]))
    assert (about["proven"], about["second_factor"]) == (True, True)


async def test_what_is_offered_names_the_site_and_nobody(site: Visit) -> None:
    person = await site.person()
    headers = await step_up(site, person.bearer)
    _, offer = await site.json("POST", "/api/second-factor", json={}, headers=headers)
    assert offer["uri"].startswith("otpauth://totp/The%20Harbour")
    assert f"secret={offer['secret']}" in offer["uri"]
    assert "issuer=The%20Harbour" in offer["uri"]
    assert "river" not in offer["uri"]
    assert offer["qr_svg"].startswith("<svg")
    assert "style" not in offer["qr_svg"]


async def test_nothing_counts_before_it_is_confirmed(site: Visit) -> None:
    headers = await step_up(site, (await site.person()).bearer)
    await site.json("POST", "/api/second-factor", json={}, headers=headers)
    assert (await site.json("POST", "/api/sign-ins", json=RIVER))[0] == 201
    for code in ("", "000000x", "12345678901234567890"):
        answer = await site.error(
            "POST", "/api/second-factor/confirm", json={"code": code}, headers=headers
        )
        assert answer == (401, "mfa_invalid", "code")
    assert (await site.json("POST", "/api/sign-ins", json=RIVER))[0] == 201


async def test_without_an_offer_there_is_nothing_to_confirm(site: Visit) -> None:
    headers = await step_up(site, (await site.person()).bearer)
    asked = {"code": "123456"}
    answer = await site.error("POST", "/api/second-factor/confirm", json=asked, headers=headers)
    assert answer[1] == "mfa_invalid"


async def test_it_takes_a_step_up_to_confirm_one(site: Visit) -> None:
    """What was left on the screen of a phone is nobody's who finds it."""
    headers = await step_up(site, (await site.person(role=Role.MODERATOR)).bearer)
    _, offer = await site.json("POST", "/api/second-factor", json={}, headers=headers)
    site.clock.advance(ms=STEP_UP_MS + 1)
    asked = {"code": Phone(offer["secret"], site.clock).digits()}
    answer = await site.error("POST", "/api/second-factor/confirm", json=asked, headers=headers)
    assert answer == (403, "step_up_needed", None)
    assert (await me(site, headers))["second_factor"] is False


async def test_an_offer_that_was_left_lying_is_stale(site: Visit) -> None:
    headers = await step_up(site, (await site.person()).bearer)
    _, offer = await site.json("POST", "/api/second-factor", json={}, headers=headers)
    site.clock.advance(ms=second_factor.OFFERED_MS)
    headers = await step_up(site, headers)
    asked = {"code": Phone(offer["secret"], site.clock).digits()}
    answer = await site.error("POST", "/api/second-factor/confirm", json=asked, headers=headers)
    assert answer == (401, "mfa_invalid", "code")
    _, offer = await site.json("POST", "/api/second-factor", json={}, headers=headers)
    site.clock.advance(ms=second_factor.OFFERED_MS - 1)
    asked = {"code": Phone(offer["secret"], site.clock).digits()}
    assert (await site.json("POST", "/api/second-factor/confirm", json=asked, headers=headers))[
        0
    ] == 201


async def test_confirming_gives_a_new_proven_sign_in(site: Visit) -> None:
    person = await site.person(role=Role.MODERATOR)
    _, headers = await set_up(site, person)
    about = await me(site, headers)
    assert (about["proven"], about["second_factor"]) == (True, True)
    assert about["stepped_up_until"] is not None
    assert not await works(site, person.bearer)


async def test_the_old_one_works_until_the_new_one_does(site: Visit) -> None:
    old, headers = await set_up(site, await site.person())
    site.clock.advance(minutes=1)
    headers = await step_up(site, headers, old.digits())
    _, offer = await site.json("POST", "/api/second-factor", json={}, headers=headers)
    new = Phone(offer["secret"], site.clock)
    site.clock.advance(minutes=1)
    asked = RIVER | {"code": new.digits()}
    assert (await site.error("POST", "/api/sign-ins", json=asked))[1] == "mfa_invalid"
    asked = RIVER | {"code": old.digits()}
    assert (await site.json("POST", "/api/sign-ins", json=asked))[0] == 201
    code = {"code": new.digits()}
    status, _ = await site.json("POST", "/api/second-factor/confirm", json=code, headers=headers)
    assert status == 201
    site.clock.advance(minutes=1)
    asked = RIVER | {"code": old.digits()}
    assert (await site.error("POST", "/api/sign-ins", json=asked))[1] == "mfa_invalid"
    asked = RIVER | {"code": new.digits()}
    assert (await site.json("POST", "/api/sign-ins", json=asked))[0] == 201


async def test_a_member_can_do_without_it_again(site: Visit) -> None:
    _, headers = await set_up(site, await site.person())
    assert (await site.json("DELETE", "/api/second-factor", headers=headers))[0] == 200
    assert (await site.json("POST", "/api/sign-ins", json=RIVER))[0] == 201
    assert (await me(site, headers))["second_factor"] is False


async def test_doing_without_takes_a_step_up(site: Visit) -> None:
    phone, _ = await set_up(site, await site.person())
    site.clock.advance(minutes=1)
    asked = RIVER | {"code": phone.digits()}
    _, body = await site.json("POST", "/api/sign-ins", json=asked)
    answer = await site.error("DELETE", "/api/second-factor", headers=bearer(body["token"]))
    assert answer == (403, "step_up_needed", None)
    assert (await site.error("POST", "/api/sign-ins", json=RIVER))[1] == "mfa_needed"


@pytest.mark.parametrize("role", [Role.MODERATOR, Role.ADMIN])
async def test_staff_can_not_do_without(site: Visit, role: Role) -> None:
    _, headers = await set_up(site, await site.person(role=role))
    answer = await site.error("DELETE", "/api/second-factor", headers=headers)
    assert answer == (403, "forbidden", None)
    assert (await me(site, headers))["second_factor"] is True


async def test_digits_can_not_be_guessed_at_from_many_places(
    database: Database, clock: ManualClock
) -> None:
    """The passphrase is known to somebody: a million digits are few."""
    rates = GENEROUS | {"second_factor": Rate(3, 0.01)}
    async with visit(database, clock, rates=rates) as site:
        phone, headers = await set_up(site, await site.person())
        wrong = RIVER | {"code": phone.wrong()}
        codes = [(await site.error("POST", "/api/sign-ins", json=wrong))[1] for _ in range(4)]
        assert codes == ["mfa_invalid"] * 3 + ["rate_limited"]
        clock.advance(s=31)
        assert await works(site, await step_up(site, headers, phone.digits())), "who is in can"


# every old token


async def test_of_all_tokens_that_somebody_ever_had_only_the_newest_works(site: Visit) -> None:
    """By cookie, as a browser goes through them: each ends the one before."""
    await site.person()
    tokens: list[str] = []

    async def go(method: str, path: str, asked: dict[str, Any] | None) -> dict[str, Any]:
        page = {"Origin": site.origin}
        if tokens:
            page["Cookie"] = f"sign-in={tokens[-1]}"
            page["X-CSRF-Token"] = csrf_token(tokens[-1])
        _, body = await site.json(method, path, json=asked, headers=page)
        assert body["ok"], body
        if "token" in body:
            tokens.append(body["token"])
        return body

    await go("POST", "/api/sign-ins", RIVER)
    await go("POST", "/api/sign-ins", RIVER)
    await go("POST", "/api/step-ups", {"passphrase": PASSPHRASE})
    offer = await go("POST", "/api/second-factor", {})
    phone = Phone(offer["secret"], site.clock)
    await go("POST", "/api/second-factor/confirm", {"code": phone.digits()})
    site.clock.advance(minutes=1)
    change = {"passphrase": PASSPHRASE, "new_passphrase": NEW, "code": phone.digits()}
    await go("POST", "/api/passphrase", change)
    codes = await go("POST", "/api/recovery-codes", {})
    back = {"handle": "river", "recovery_code": codes["recovery_codes"][0], "passphrase": NEW}
    await go("POST", "/api/recoveries", back)
    assert len(set(tokens)) == 6
    answers = [await works(site, bearer(token)) for token in tokens]
    assert answers == [False] * 5 + [True]
