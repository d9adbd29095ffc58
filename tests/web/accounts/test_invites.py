"""Links that let one person in, once."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

import pytest

from chatserver.database import Database
from rooms.people import registry
from rooms.people.person import Role
from rooms.refusal import Refusal
from rooms.work import Work
from tests.support.clock import ManualClock
from web.accounts import invites


@pytest.fixture
def new_token() -> Callable[[], str]:
    numbers = count(1)
    return lambda: f"secret-{next(numbers)}"


async def mint(database: Database, new_token: Callable[[], str]) -> str | None:
    return await database.write(lambda work: invites.first_admin_invite(work, new_token))


async def use(database: Database, invite: str) -> Role | str:
    try:
        return await database.write(lambda work: invites.use(work, invite))
    except Refusal as refusal:
        return refusal.code


async def test_it_makes_one_administrator(database: Database, new_token: Callable[[], str]) -> None:
    secret = await mint(database, new_token)
    assert secret == "secret-1"
    assert await use(database, secret) is Role.ADMIN
    assert await use(database, secret) == "invite_invalid"


async def test_only_the_newest_link_works(database: Database, new_token: Callable[[], str]) -> None:
    older, newer = await mint(database, new_token), await mint(database, new_token)
    assert older
    assert newer
    assert await use(database, older) == "invite_invalid"
    assert await use(database, newer) is Role.ADMIN


async def test_with_an_administrator_there_is_no_such_link(
    database: Database, new_token: Callable[[], str]
) -> None:
    def add(work: Work) -> None:
        registry.add(work, work.new_id(), "river", Role.ADMIN)

    await database.write(add)
    assert await mint(database, new_token) is None


async def test_it_ends_after_a_day(
    database: Database, clock: ManualClock, new_token: Callable[[], str]
) -> None:
    secret = await mint(database, new_token)
    assert secret
    clock.advance(days=1, ms=-1)
    await database.read(lambda reader: invites.check(reader, secret))
    clock.advance(ms=1)
    with pytest.raises(Refusal, match="invite_invalid"):
        await database.read(lambda reader: invites.check(reader, secret))
    assert await use(database, secret) == "invite_invalid"


async def test_a_refused_use_leaves_it_unused(
    database: Database, new_token: Callable[[], str]
) -> None:
    secret = await mint(database, new_token)
    assert secret

    def use_then_fail(work: Work) -> None:
        invites.use(work, secret)
        raise Refusal("name_taken")

    with pytest.raises(Refusal, match="name_taken"):
        await database.write(use_then_fail)
    assert await use(database, secret) is Role.ADMIN


@pytest.mark.parametrize(
    "text",
    ["abc", "  abc\n", "https://chat.example/sign-up#invite=abc", "#invite=abc", "invite=abc "],
)
def test_a_whole_link_will_do(text: str) -> None:
    assert invites.from_link(text) == "abc"
