"""Argon2id in threads: real hashes, and a waiting line that ends somewhere."""

from __future__ import annotations

import asyncio
import sys
import threading
from collections.abc import Iterator

import argon2
import pytest

from rooms.refusal import Refusal
from web.accounts.hashing import Argon2Hasher


@pytest.fixture
def hasher() -> Iterator[Argon2Hasher]:
    made = Argon2Hasher(at_once=1, waiting_max=2)
    yield made
    made.close()


async def test_a_passphrase_matches_its_hash_and_no_other(hasher: Argon2Hasher) -> None:
    known = await hasher.make("seven small boats")
    assert known.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert await hasher.matches(known, "seven small boats")
    assert not await hasher.matches(known, "seven small boat")
    assert known != await hasher.make("seven small boats")


async def test_nothing_is_cut_off(hasher: Argon2Hasher) -> None:
    known = await hasher.make("x" * 128 + "a")
    assert not await hasher.matches(known, "x" * 128 + "b")
    assert not await hasher.matches(known, "x" * 128)


async def test_without_a_known_hash_the_same_work_is_done(
    hasher: Argon2Hasher, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[str] = []
    verify = argon2.PasswordHasher.verify

    def counted(self: argon2.PasswordHasher, known: str, passphrase: str) -> bool:
        compared.append(argon2.extract_parameters(known).__repr__())
        return verify(self, known, passphrase)

    known = await hasher.make("seven small boats")
    monkeypatch.setattr(argon2.PasswordHasher, "verify", counted)
    assert not await hasher.matches(known, "wrong")
    assert not await hasher.matches(None, "wrong")
    assert not await hasher.matches(None, "nobody has this passphrase")
    assert len(compared) == 3
    assert len(set(compared)) == 1


async def test_a_damaged_hash_matches_nothing(hasher: Argon2Hasher) -> None:
    assert not await hasher.matches("not a hash", "seven small boats")


async def test_weaker_settings_of_old_are_noticed(hasher: Argon2Hasher) -> None:
    old = argon2.PasswordHasher(time_cost=1, memory_cost=8192, parallelism=1).hash("boats")
    assert hasher.is_outdated(old)
    assert not hasher.is_outdated(await hasher.make("boats"))


async def test_beyond_the_waiting_line_it_is_busy(hasher: Argon2Hasher) -> None:
    gate = threading.Event()
    waiting = [asyncio.ensure_future(hasher._run(gate.wait)) for _ in range(3)]
    await asyncio.sleep(0)
    with pytest.raises(Refusal) as caught:
        await hasher.matches(None, "seven small boats")
    assert (caught.value.code, caught.value.retryable) == ("busy", True)
    gate.set()
    assert await asyncio.gather(*waiting) == [True, True, True]
    assert not await hasher.matches(None, "seven small boats")


async def test_a_caller_that_went_away_keeps_its_place_until_the_work_is_done(
    hasher: Argon2Hasher,
) -> None:
    gate = threading.Event()
    waiting = [asyncio.ensure_future(hasher._run(gate.wait)) for _ in range(3)]
    await asyncio.sleep(0)
    waiting[0].cancel()
    await asyncio.wait([waiting[0]])
    with pytest.raises(Refusal):
        await hasher.make("seven small boats")
    gate.set()
    await asyncio.gather(*waiting[1:])
    assert await hasher.make("seven small boats")


async def test_a_chosen_passphrase_is_judged_in_the_same_line(hasher: Argon2Hasher) -> None:
    """Judging a long one takes as long as hashing: the loop must not wait for either."""
    chosen = await hasher.judge("ｅleven lamps under the pier", "river")
    assert chosen == "eleven lamps under the pier"
    with pytest.raises(Refusal, match="weak_password"):
        await hasher.judge("password123", "river")
    gate = threading.Event()
    waiting = [asyncio.ensure_future(hasher._run(gate.wait)) for _ in range(3)]
    await asyncio.sleep(0)
    with pytest.raises(Refusal, match="busy"):
        await hasher.judge("eleven lamps under the pier", "river")
    gate.set()
    await asyncio.gather(*waiting)


async def test_many_choose_a_passphrase_at_the_same_time() -> None:
    """What judges them keeps the name at hand in one place: one after another, then."""
    switching = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    hasher = Argon2Hasher(at_once=2, waiting_max=200)
    try:
        chosen = [f"eleven lamps under pier {n}" for n in range(200)]
        judged = [hasher.judge(each, f"river{n}") for n, each in enumerate(chosen)]
        assert await asyncio.gather(*judged) == chosen
    finally:
        sys.setswitchinterval(switching)
        hasher.close()
