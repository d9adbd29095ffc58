"""Sign-ins: opened by a token, ended for good, asked about in every transaction."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest

from chatserver.database import Database
from rooms.event import Event
from rooms.people import registry
from rooms.people.person import Actor, Role
from rooms.refusal import Refusal
from rooms.work import Reader, Work
from tests.support.clock import ManualClock
from web.accounts import sessions
from web.accounts.events import SignInEnded
from web.context import Settings

TOKEN = "a-token-of-some-length"


async def start(database: Database, token: str = TOKEN, handle: str = "river") -> str:
    def add(work: Work) -> str:
        user = registry.add(work, work.new_id(), handle, Role.MEMBER)
        return sessions.start(work, user.user_id, token, 30)

    return await database.write(add)


async def code_of(database: Database, token: str) -> str:
    with pytest.raises(Refusal) as caught:
        await database.read(lambda reader: sessions.sign_in_for_token(reader, token))
    return caught.value.code


async def test_a_token_opens_its_sign_in(database: Database) -> None:
    sign_in_id = await start(database)

    def ask(reader: Reader) -> tuple[str, Actor]:
        return (
            sessions.sign_in_for_token(reader, TOKEN),
            sessions.actor_for_token(reader, TOKEN),
        )

    found, actor = await database.read(ask)
    assert found == sign_in_id == actor.sign_in_id
    assert (actor.handle, actor.role, actor.visible) == ("river", Role.MEMBER, False)


@pytest.mark.parametrize("token", ["", "other", TOKEN[:-1], TOKEN + " ", "x" * 10_000, "\ud800"])
async def test_nothing_else_does(database: Database, token: str) -> None:
    await start(database)
    assert await code_of(database, token) == "bad_auth"


async def test_the_token_itself_is_kept_nowhere(database: Database) -> None:
    await start(database)
    await database.read_long(lambda reader: None)
    stored = b"".join(path.read_bytes() for path in database._path.parent.glob("chat.sqlite3*"))
    assert b"river" in stored
    assert TOKEN.encode() not in stored


async def test_the_day_is_kept_and_not_the_time(database: Database, clock: ManualClock) -> None:
    await start(database)
    (started_on,) = database._raw.execute("SELECT started_on FROM sign_in").fetchone()
    assert started_on % sessions.DAY_MS == 0
    assert clock() - started_on < sessions.DAY_MS


async def test_it_ends_after_its_days(database: Database, clock: ManualClock) -> None:
    sign_in_id = await start(database)
    clock.advance(days=30, ms=-1)
    await database.read(lambda reader: sessions.actor_for(reader, sign_in_id))
    clock.advance(ms=1)
    assert await code_of(database, TOKEN) == "session_expired"
    with pytest.raises(Refusal, match="session_expired"):
        await database.read(lambda reader: sessions.actor_for(reader, sign_in_id))


async def test_signing_out_ends_it_once(database: Database, announced: list[Event]) -> None:
    sign_in_id = await start(database)
    for _ in range(2):
        await database.write(lambda work: sessions.sign_out(work, sign_in_id))
    assert announced == [SignInEnded(sign_in_id=sign_in_id, reason="signed_out")]
    assert await code_of(database, TOKEN) == "session_expired"
    with pytest.raises(Refusal, match="session_expired"):
        await database.write(lambda work: sessions.actor_for(work, sign_in_id))


@pytest.mark.parametrize("days_later", [0, 1])
async def test_the_oldest_gives_way_however_long_a_sign_in_lasts_now(
    database: Database, clock: ManualClock, days_later: int
) -> None:
    """The operator has lowered `sign_in_days`: what begins now ends before all the others."""
    oldest = await start(database)

    def more(work: Work) -> str:
        who = registry.by_handle_key(work, "river")
        assert who is not None
        return sessions.start(work, who.user_id, work.new_id(), days)

    days = 30
    for _ in range(sessions.LIVE_MAX - 1):
        clock.advance(s=1)
        await database.write(more)
    await database.read(partial(sessions.actor_for, sign_in_id=oldest))
    clock.advance(days=days_later)
    days = 7
    newest = await database.write(more)
    await database.read(lambda reader: sessions.actor_for(reader, newest))
    with pytest.raises(Refusal, match="session_expired"):
        await database.read(lambda reader: sessions.actor_for(reader, oldest))
    clock.advance(days=1)
    last = await database.write(more)
    for each in (newest, last):
        await database.read(partial(sessions.actor_for, sign_in_id=each))


async def test_a_role_is_what_it_is_in_this_transaction(database: Database) -> None:
    sign_in_id = await start(database)

    def promote(work: Work) -> tuple[Role, Role]:
        before = sessions.actor_for(work, sign_in_id)
        registry.set_role(work, before.user_id, Role.MODERATOR)
        return before.role, sessions.actor_for(work, sign_in_id).role

    assert await database.write(promote) == (Role.MEMBER, Role.MODERATOR)


async def test_all_of_one_person_end_and_nobody_elses(
    database: Database, announced: list[Event]
) -> None:
    mine = await start(database)
    theirs = await start(database, "their-token", "stone")

    def end(work: Work) -> str:
        me = sessions.actor_for(work, mine)
        other = sessions.start(work, me.user_id, "second-token", 30)
        sessions.end_all_of(work, me.user_id, "role_changed")
        return other

    other = await database.write(end)
    ended = {event.sign_in_id for event in announced if isinstance(event, SignInEnded)}
    assert ended == {mine, other}
    await database.read(lambda reader: sessions.actor_for(reader, theirs))


async def test_what_is_over_for_good_is_forgotten(database: Database, clock: ManualClock) -> None:
    await start(database)
    assert await database.write(sessions.forget_expired) is None
    assert await database.read(lambda reader: sessions.sign_in_for_token(reader, TOKEN))
    clock.advance(days=30)
    assert await database.write(sessions.forget_expired) is None
    assert await code_of(database, TOKEN) == "bad_auth"


async def test_what_was_ended_is_known_as_such_for_a_while(
    database: Database, clock: ManualClock, announced: list[Event]
) -> None:
    sign_in_id = await start(database)
    await database.write(lambda work: sessions.sign_out(work, sign_in_id))
    announced.clear()
    clock.advance(days=6)
    await database.write(sessions.forget_expired)
    assert await code_of(database, TOKEN) == "session_expired"
    clock.advance(days=2)
    await database.write(sessions.forget_expired)
    assert await code_of(database, TOKEN) == "bad_auth"
    assert announced == [], "it had ended already"


# on what terms


async def start_as(database: Database, role: Role, **more: Any) -> str:
    terms = Settings(public_url="http://x", allowed_origins=frozenset())

    def add(work: Work) -> str:
        user = registry.add(work, work.new_id(), "river", role)
        return sessions.start_for(work, user, TOKEN, terms, device="phone", **more)

    return await database.write(add)


async def actor(database: Database, sign_in_id: str) -> Actor:
    return await database.read(lambda reader: sessions.actor_for(reader, sign_in_id))


@pytest.mark.parametrize(
    ("role", "proven", "powers"),
    [
        (Role.MEMBER, False, Role.MEMBER),
        (Role.MODERATOR, False, Role.MEMBER),
        (Role.MODERATOR, True, Role.MODERATOR),
        (Role.ADMIN, False, Role.MEMBER),
        (Role.ADMIN, True, Role.ADMIN),
    ],
)
async def test_powers_of_staff_need_a_second_factor(
    database: Database, role: Role, proven: bool, powers: Role
) -> None:
    assert (await actor(database, await start_as(database, role, proven=proven))).powers is powers


async def test_a_step_up_is_remembered_with_its_time(
    database: Database, clock: ManualClock
) -> None:
    sign_in_id = await start_as(database, Role.MEMBER, stepped_up=True)
    assert (await actor(database, sign_in_id)).stepped_up_at == clock()


async def test_a_members_sign_in_ends_by_its_date_alone(
    database: Database, clock: ManualClock, announced: list[Event]
) -> None:
    sign_in_id = await start_as(database, Role.MEMBER)
    clock.advance(days=29)
    assert await database.write(sessions.end_idle) is None
    await actor(database, sign_in_id)
    assert announced == []


@pytest.mark.parametrize("role", [Role.MODERATOR, Role.ADMIN])
async def test_staffs_sign_in_ends_when_nobody_uses_it(
    database: Database, clock: ManualClock, announced: list[Event], role: Role
) -> None:
    sign_in_id = await start_as(database, role, proven=True)
    clock.advance(minutes=720)
    await actor(database, sign_in_id)
    clock.advance(ms=sessions.USES_MS)
    with pytest.raises(Refusal, match="session_expired"):
        await actor(database, sign_in_id)
    assert await database.write(sessions.end_idle) is None
    assert announced == [SignInEnded(sign_in_id=sign_in_id, reason="idle")]
    assert await database.write(sessions.end_idle) is None
    assert len(announced) == 1
    assert await code_of(database, TOKEN) == "session_expired"


async def test_what_is_used_lives_on_and_what_has_ended_stays_so(
    database: Database, clock: ManualClock
) -> None:
    sign_in_id = await start_as(database, Role.ADMIN)
    idle_ms = 720 * 60_000
    for _ in range(3):
        clock.advance(minutes=700)
        used = {sign_in_id: clock(), "absent": clock()}
        await database.write(partial(sessions.keep_awake, used_at=used, idle_ms=idle_ms))
        await actor(database, sign_in_id)
    clock.advance(minutes=722)
    late = {sign_in_id: clock()}
    await database.write(lambda work: sessions.keep_awake(work, late, idle_ms))
    with pytest.raises(Refusal, match="session_expired"):
        await actor(database, sign_in_id)


async def test_all_but_one_can_end(database: Database, announced: list[Event]) -> None:
    mine = await start(database)

    def end(work: Work) -> str:
        me = sessions.actor_for(work, mine)
        other = sessions.start(work, me.user_id, "second-token", 30)
        sessions.end_all_of(work, me.user_id, "signed_out", but=mine)
        return other

    other = await database.write(end)
    assert announced == [SignInEnded(sign_in_id=other, reason="signed_out")]
    await actor(database, mine)


async def test_a_device_is_one_word(database: Database) -> None:
    sign_in_id = await start_as(database, Role.MEMBER)
    found = await database.read(lambda reader: sessions.device_of(reader, sign_in_id))
    assert found == "phone"
