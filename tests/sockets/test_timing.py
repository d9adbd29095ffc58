"""The clock that strangers could listen to: that ours hears what it should, and answers are alike.

How little it tells is measured in torture (`tests.torture.timing`); here a planted fault is heard.
"""

from __future__ import annotations

import random
from pathlib import Path

import aiohttp
import pytest

from tests.support.served import served
from tests.torture.timing import Verdict, auc, compare, questions, settle
from web.accounts.hashing import Argon2Hasher


@pytest.mark.parametrize(
    ("slower", "faster", "expected"),
    [
        ([2, 2, 2], [1, 1, 1], 1.0),
        ([1, 1, 1], [2, 2, 2], 0.0),
        ([1, 2, 3], [1, 2, 3], 0.5),
        ([5], [5], 0.5),
        ([1, 3], [2, 2], 0.5),
        ([1, 3, 3, 3], [2, 2], 0.75),
    ],
)
def test_how_often_one_is_slower(slower: list[float], faster: list[float], expected: float) -> None:
    assert auc(slower, faster) == expected


@pytest.mark.parametrize(
    ("there", "absent", "often", "holds"),
    [(31.0, 31.5, 0.5, True), (31.0, 28.9, 0.5, False), (31.0, 31.0, 0.56, False)],
)
def test_both_the_gap_and_the_odds_count(
    there: float, absent: float, often: float, holds: bool
) -> None:
    assert Verdict("x", there, absent, often, 100).holds == holds


async def test_what_must_look_alike_does_to_the_byte(tmp_path: Path) -> None:
    """Each question, a few times: `compare` raises where two answers differ."""
    town = await settle(tmp_path / "var")
    async with (
        served(tmp_path, trusted_proxies=("127.0.0.0/8",)) as running,
        aiohttp.ClientSession() as http,
    ):
        for question in questions(town):
            verdict = await compare(http, running.url, question, 10, random.Random(1))
            assert verdict.pairs == 10


async def test_a_name_that_is_refused_sooner_is_heard(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Planted fault: nothing is hashed for a name that nobody has."""
    matches = Argon2Hasher.matches

    async def hasty(self: Argon2Hasher, known: str | None, passphrase: str) -> bool:
        return known is not None and await matches(self, known, passphrase)

    monkeypatch.setattr(Argon2Hasher, "matches", hasty)
    town = await settle(tmp_path / "var")
    async with (
        served(tmp_path, trusted_proxies=("127.0.0.0/8",)) as running,
        aiohttp.ClientSession() as http,
    ):
        sign_in = questions(town)[0]
        verdict = await compare(http, running.url, sign_in, 15, random.Random(1))
    assert not verdict.holds
    assert verdict.auc > 0.8
