"""Can a stranger tell by the clock whether a person, a code, an invitation or a room exists?

Pairs of requests that must look alike, one about what is there and one about what is not, in an
order of chance; their answers must be the same to the byte. What the clock tells is the gap of the
medians, and how often one is slower than the other (AUC; 0.5 is a coin).
"""

from __future__ import annotations

import asyncio
import gc
import os
import random
import re
import secrets
import signal
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any, Final, NamedTuple

import aiohttp
import argon2

from chatserver.clock import now_ms
from chatserver.database import Database
from chatserver.ids import new_id
from rooms.chat import room
from rooms.chat.views import Access
from rooms.people import registry
from rooms.people.person import Role
from rooms.work import Work
from web.accounts import recovery, sessions, store
from web.accounts.sessions import token_hash

PAIRS: Final = 2000
WARM_UP: Final = 20
GAP_MAX_MS: Final = 2.0
AUC_MIN, AUC_MAX = 0.45, 0.55
PEOPLE: Final = 40
"""Enough that nobody's rate limit is met: each asks in turn, from an address of its own."""
PASSPHRASE: Final = "seven small boats at dusk"

Json = dict[str, Any]


class Ask(NamedTuple):
    """One request. `token` is whose it is."""

    path: str
    payload: Json
    token: str = ""


class Question(NamedTuple):
    """Two requests that must look alike: the n-th about what is there, and about what is not."""

    name: str
    there: Callable[[int], Ask]
    absent: Callable[[int], Ask]


class Verdict(NamedTuple):
    """What the clock tells of one question."""

    name: str
    there_ms: float
    absent_ms: float
    auc: float
    pairs: int

    @property
    def gap_ms(self) -> float:
        """How far the medians are apart."""
        return abs(self.there_ms - self.absent_ms)

    @property
    def holds(self) -> bool:
        """Whether nobody could tell."""
        return self.gap_ms <= GAP_MAX_MS and AUC_MIN <= self.auc <= AUC_MAX

    def __str__(self) -> str:
        """One line of the report."""
        return (
            f"{self.name:10} {self.pairs:5} pairs   there {self.there_ms:7.3f} ms   "
            f"absent {self.absent_ms:7.3f} ms   gap {self.gap_ms:6.3f} ms   "
            f"AUC {self.auc:.3f}   {'holds' if self.holds else 'TELLS'}"
        )


def auc(slower: Sequence[float], faster: Sequence[float]) -> float:
    """How often one of the first takes longer than one of the second; ties count half."""
    wins = 0.0
    ordered = sorted([(took, 0) for took in faster] + [(took, 1) for took in slower])
    at, seen = 0, 0
    while at < len(ordered):
        until = at
        while until < len(ordered) and ordered[until][0] == ordered[at][0]:
            until += 1
        group = [kind for _, kind in ordered[at:until]]
        ties = group.count(0)
        wins += group.count(1) * (seen + ties / 2)
        seen += ties
        at = until
    return wins / (len(slower) * len(faster))


async def compare(
    http: aiohttp.ClientSession, url: str, question: Question, pairs: int, chance: random.Random
) -> Verdict:
    """Ask so many pairs. Raises AssertionError when two answers differ in a byte."""
    took: tuple[list[float], list[float]] = ([], [])
    for n in range(-WARM_UP, pairs):
        asks = question.there(n), question.absent(n)
        answers: list[tuple[int, bytes]] = [(0, b""), (0, b"")]
        for which in chance.sample((0, 1), 2):
            ms, answers[which] = await _ask(http, url, asks[which])
            if n >= 0:
                took[which].append(ms)
        assert answers[0] == answers[1], f"{question.name}: {answers}"
        assert answers[0][0] >= 400, f"{question.name}: {answers[0]}"
    there, absent = took
    return Verdict(question.name, median(there), median(absent), auc(there, absent), pairs)


async def _ask(http: aiohttp.ClientSession, url: str, ask: Ask) -> tuple[float, tuple[int, bytes]]:
    address = ".".join(str(part) for part in (10, *secrets.token_bytes(3)))
    headers = {"X-Forwarded-For": address}
    if ask.token:
        headers["Authorization"] = f"Bearer {ask.token}"
    began = perf_counter()
    async with http.post(url + ask.path, json=ask.payload, headers=headers) as answer:
        body = await answer.read()
        return (perf_counter() - began) * 1000, (answer.status, body)


class Town(NamedTuple):
    """Who and what is there."""

    names: list[str]
    tokens: list[str]
    invites: list[str]
    hidden_room: str


async def settle(folder: Path) -> Town:
    """Members with passphrases and codes, invitations that were used, and a room nobody sees."""
    hashed = argon2.PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
    made = hashed.hash(PASSPHRASE)
    tokens = [secrets.token_urlsafe(32) for _ in range(PEOPLE)]
    invites = [secrets.token_urlsafe(32) for _ in range(PEOPLE)]
    names = [f"walker-{_name(n)}" for n in range(PEOPLE)]

    def add(work: Work) -> str:
        for name, token in zip(names, tokens, strict=True):
            user = registry.add(work, work.new_id(), name, Role.MEMBER)
            work.sql.run(store.ADD_CREDENTIAL, user_id=user.user_id, passphrase_hash=made)
            codes = recovery.make_codes(lambda: secrets.token_urlsafe(32))
            recovery.store_codes(work, user.user_id, codes)
            sessions.start(work, user.user_id, token, 30)
        root = registry.add(work, work.new_id(), "root-of-all", Role.ADMIN)
        sign_in_id = sessions.start(work, root.user_id, "root", 30, proven=True)
        for token in invites:
            _used_invite(work, token, root.user_id)
        hidden = room.CreateRoom(nonce="n", name="Hidden", access=Access.INVITE)
        made_room = room.create(work, sessions.actor_for(work, sign_in_id), hidden)
        return made_room.room.room_id

    await asyncio.to_thread(folder.mkdir, parents=True, exist_ok=True)
    database = await Database(folder / "chat.sqlite3", now=now_ms, new_id=new_id).open()
    hidden_room = await database.write(add)
    await database.close()
    return Town(names, tokens, invites, hidden_room)


def _name(n: int) -> str:
    """Letters, for digits would be taken for letters that look like them."""
    return "".join("abcdefgh"[n >> shift & 7] for shift in (9, 6, 3, 0))


def _used_invite(work: Work, token: str, creator_id: str) -> None:
    work.sql._execute(  # type: ignore[attr-defined]
        "INSERT INTO invite (invite_id, token_hash, kind, role, relation, creator_id, created_at,"
        " expires_at, used_at) VALUES (?, ?, 'invite', 'member', 'member', ?, ?, ?, ?)",
        (
            work.new_id(),
            token_hash(token),
            creator_id,
            work.now,
            work.now + 72 * 3600 * 1000,
            work.now,
        ),
    )


def questions(town: Town) -> list[Question]:
    """Everything that a stranger must not learn from the clock."""
    wrong = {"passphrase": "eleven lamps under the pier"}
    code = {"recovery_code": "0000-0000-0000-0000", **wrong}
    ticked = {"of_age": True, "guidelines": True, **wrong}

    def known(n: int) -> Json:
        return {"handle": town.names[n % PEOPLE]}

    def unknown(n: int) -> Json:
        return {"handle": f"walker-{_name(PEOPLE + (n + WARM_UP) % 3000)}"}

    def room_of(n: int, room_id: str) -> Ask:
        return Ask("/api/commands/room.open", {"room_id": room_id}, town.tokens[n % PEOPLE])

    def invited(n: int, invite: str) -> Ask:
        return Ask("/api/accounts", {**unknown(n), **ticked, "invite": invite})

    return [
        Question(
            "sign-in",
            lambda n: Ask("/api/sign-ins", known(n) | wrong),
            lambda n: Ask("/api/sign-ins", unknown(n) | wrong),
        ),
        Question(
            "recovery",
            lambda n: Ask("/api/recoveries", known(n) | code),
            lambda n: Ask("/api/recoveries", unknown(n) | code),
        ),
        Question(
            "invite",
            lambda n: invited(n, town.invites[n % PEOPLE]),
            lambda n: invited(n, secrets.token_urlsafe(32)),
        ),
        Question(
            "not_found",
            lambda n: room_of(n, town.hidden_room),
            lambda n: room_of(n, new_id()),
        ),
    ]


class Site:
    """A server of its own, in a process of its own, that believes us about addresses."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def start(self) -> str:
        """Its address."""
        given: Mapping[str, str] = {
            "CHAT_PORT": "0",
            "CHAT_DATA_DIR": str(self._folder),
            "CHAT_TRUSTED_PROXIES": "127.0.0.0/8",
            "CHAT_LOG_LEVEL": "error",
            "PYTHONUNBUFFERED": "1",
        }
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith("CHAT_") and name != "PORT"
        }
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "chatserver", "serve", env={**kept, **given},
            cwd=self._folder, stdout=asyncio.subprocess.PIPE,
        )  # fmt: skip
        assert self._process.stdout is not None
        async for line in self._process.stdout:
            if said := re.search(rb" is at (http://\S+)", line):
                return said[1].decode()
        raise AssertionError("it did not start")

    async def stop(self) -> None:
        """A clean stop."""
        self._process.send_signal(signal.SIGTERM)
        await self._process.communicate()


async def measure(pairs: int = PAIRS, seed: int = 1) -> bool:
    """Ask everything; print; True when the clock tells nothing."""
    chance = random.Random(seed)
    verdicts = []
    with tempfile.TemporaryDirectory() as name:
        town = await settle(Path(name))
        site = Site(Path(name))
        url = await site.start()
        gc.disable()
        async with aiohttp.ClientSession() as http:
            for question in questions(town):
                verdicts.append(await compare(http, url, question, pairs, chance))
                print(verdicts[-1], flush=True)
                gc.collect()
        gc.enable()
        await site.stop()
    print(f"gap at most {GAP_MAX_MS} ms, AUC {AUC_MIN} to {AUC_MAX}")
    return all(verdict.holds for verdict in verdicts)
