"""Kill the server at random instants under load; then compare what was answered with what is kept.

acknowledged ⊆ stored ⊆ sent, nothing twice, no gap, refused ∩ stored = ∅,
and every client shows the same messages in the same order.
"""

from __future__ import annotations

import asyncio
import os
import random
import secrets
import signal
import sqlite3
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from chatserver.clock import now_ms
from chatserver.database import Database
from chatserver.ids import new_id
from rooms.chat import membership, room
from rooms.chat.views import Access
from rooms.people import registry
from rooms.people.person import Role
from rooms.work import Work
from tests.support.peer import Gone, Peer, Refused
from web.accounts import sessions

SENDERS = 8
READERS = 2
IN_FLIGHT = 4
POISON_EVERY = 9
ASKED_AGAIN = 2
START_S = 30.0


@dataclass
class Ledger:
    """What one person sent, and what they were told."""

    sent: dict[str, str] = field(default_factory=dict)
    acked: dict[str, tuple[str, int]] = field(default_factory=dict)
    refused: set[str] = field(default_factory=set)
    pending: list[str] = field(default_factory=list)
    replies_differ: int = 0


@dataclass
class Report:
    """What came of it. `faults` is empty when every promise held."""

    kills: int = 0
    acked: int = 0
    stored: int = 0
    retried: int = 0
    faults: list[str] = field(default_factory=list)


class Process:
    """Server processes on one folder, one after another (see `tests.support.launch`)."""

    def __init__(self, folder: Path, fault: str = "", origin: str = "") -> None:
        self._folder, self._arguments = folder, (str(folder), fault, origin)
        self._pid = 0

    async def open(self) -> None:
        """Start what starts the servers. What they log about poison goes to a file."""
        self._noise = (self._folder / "log").open("wb")
        self._starter = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.support.launch", *self._arguments,
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=self._noise,
        )  # fmt: skip

    async def start(self, port: int = 0) -> str:
        """The address of a new server, once it listens: on this port, or on any."""
        assert self._starter.stdin is not None
        self._starter.stdin.write(b"%d\n" % port)
        port, self._pid = map(int, (await self._line()).split())
        return f"http://127.0.0.1:{port}"

    async def end(self, how: signal.Signals) -> None:
        """SIGKILL: no goodbye, no flush; or SIGTERM: a clean stop."""
        os.kill(self._pid, how)
        assert await self._line() == b"gone\n"

    async def close(self) -> None:
        """No more servers."""
        assert self._starter.stdin is not None
        self._starter.stdin.close()
        await self._starter.wait()
        self._noise.close()

    async def _line(self) -> bytes:
        assert self._starter.stdout is not None
        return await asyncio.wait_for(self._starter.stdout.readline(), START_S)


class Kills:
    """One room, some who write and some who only read, and a server that keeps dying."""

    def __init__(self, folder: Path, seed: int, fault: str = "") -> None:
        self._folder = folder
        self._process = Process(folder, fault)
        self._chance = random.Random(seed)
        self._counter = 0
        self.report = Report()
        self.ledgers = [Ledger() for _ in range(SENDERS)]
        self.peers: list[Peer] = []
        self.room_id = ""

    async def run(self, kills: int, tell: Callable[[int], None] = lambda kill: None) -> Report:
        """Kill that many times, then let everything settle and compare."""
        self.room_id, tokens = await settle_in(self._folder, SENDERS + READERS)
        self.peers = [Peer("", token, keeps_events=False) for token in tokens]
        await self._process.open()
        try:
            for _ in range(kills):
                await self._life(killed_after_s=self._chance.uniform(0.0, 0.4))
                self.report.kills += 1
                tell(self.report.kills)
            await self._life(killed_after_s=None)
        finally:
            await self._process.close()
        self._compare()
        return self.report

    async def _life(self, killed_after_s: float | None) -> None:
        """Start, let everyone back in and talk, and kill (or settle)."""
        url = await self._process.start()
        for peer in self.peers:
            peer.url = url
        lives: list[asyncio.Task[object]] = [
            asyncio.create_task(self._talk(peer, ledger, killed_after_s is None))
            for peer, ledger in zip(self.peers, self.ledgers, strict=False)
        ]
        lives += [asyncio.create_task(self._arrive(peer)) for peer in self.peers[SENDERS:]]
        if killed_after_s is None:
            await asyncio.gather(*lives)
            await self._settle()
            await self._process.end(signal.SIGTERM)
        else:
            await asyncio.sleep(0.3 + killed_after_s)  # a random instant is the point here
            await self._process.end(signal.SIGKILL)
            await asyncio.gather(*lives)
        await asyncio.gather(*(peer.leave() for peer in self.peers))

    async def _arrive(self, peer: Peer) -> bool:
        try:
            await peer.connect()
            if self.room_id not in peer.screens:
                await peer.open(self.room_id)
        except (Gone, Refused, OSError, Exception):  # noqa: BLE001 - it was killed meanwhile
            return False
        return True

    async def _talk(self, peer: Peer, ledger: Ledger, last: bool) -> None:
        """Retry what has no answer yet, then say new things until the server is gone."""
        if not await self._arrive(peer):
            return
        self.report.retried += len(ledger.pending)
        waiting, ledger.pending = ledger.pending, []
        # A client whose answer got lost asks again for what is long stored.
        waiting += list(ledger.acked)[-ASKED_AGAIN:]
        lanes = [self._lane(peer, ledger, waiting, last) for _ in range(IN_FLIGHT)]
        await asyncio.gather(*lanes)
        ledger.pending += waiting

    async def _lane(self, peer: Peer, ledger: Ledger, waiting: list[str], last: bool) -> None:
        while True:
            if waiting:
                nonce = waiting.pop()
            elif last:
                return
            else:
                nonce = self._say_something(ledger)
            try:
                posted = await peer.post(self.room_id, ledger.sent[nonce], nonce)
            except Gone:
                ledger.pending.append(nonce)
                return
            except Refused as refused:
                if refused.code == "rate_limited":
                    waiting.append(nonce)
                    await asyncio.wait({asyncio.create_task(peer.lost.wait())}, timeout=0.2)
                    if peer.lost.is_set():
                        return
                else:
                    ledger.refused.add(nonce)
                continue
            answer = (posted["message_id"], posted["seq"])
            if ledger.acked.setdefault(nonce, answer) != answer:
                ledger.replies_differ += 1

    def _say_something(self, ledger: Ledger) -> str:
        self._counter += 1
        nonce = secrets.token_hex(8)
        poison = "poison " if self._counter % POISON_EVERY == 0 else ""
        ledger.sent[nonce] = f"{poison}message {self._counter}"
        return nonce

    async def _settle(self) -> None:
        """Every screen reaches the head. One that never does is a fault that `_compare` tells."""
        head = (await self.peers[0].call("session.sync"))["rooms"][0]["head"]
        arrivals = (peer.until_at(self.room_id, head) for peer in self.peers)
        for outcome in await asyncio.gather(*arrivals, return_exceptions=True):
            if outcome is not None and not isinstance(outcome, AssertionError):
                raise outcome

    def _compare(self) -> None:
        raw = sqlite3.connect(self._folder / "chat.sqlite3")
        stored = raw.execute(
            "SELECT nonce, message_id, seq, body FROM message WHERE room_id = ? ORDER BY seq",
            (self.room_id,),
        ).fetchall()
        log = raw.execute(
            "SELECT seq FROM log_entry WHERE room_id = ? ORDER BY seq", (self.room_id,)
        ).fetchall()
        raw.close()
        faults = self.report.faults
        by_nonce = {nonce: (message_id, seq) for nonce, message_id, seq, _ in stored}
        sent = {nonce: body for one in self.ledgers for nonce, body in one.sent.items()}
        acked = {nonce: answer for one in self.ledgers for nonce, answer in one.acked.items()}
        refused = set().union(*(one.refused for one in self.ledgers))
        self.report.acked, self.report.stored = len(acked), len(stored)

        lost = [nonce for nonce, answer in acked.items() if by_nonce.get(nonce) != answer]
        _note(faults, "acknowledged, but lost or changed", len(lost))
        strange = [nonce for nonce, *_, body in stored if sent.get(nonce) != body]
        _note(faults, "stored, but never sent so", len(strange))
        _note(faults, "stored twice", len(stored) - len({body for *_, body in stored}))
        _note(faults, "refused, but stored", len(refused & set(by_nonce)))
        differ = sum(one.replies_differ for one in self.ledgers)
        _note(faults, "answered differently to a retry", differ)
        _note(faults, "never answered", sum(len(one.pending) for one in self.ledgers))
        if [seq for (seq,) in log] != list(range(1, len(log) + 1)):
            faults.append("the log has gaps")
        bodies = [body for *_, body in stored]
        for number, peer in enumerate(self.peers):
            screen = peer.screens[self.room_id]
            shown = screen.bodies
            if shown != bodies[len(bodies) - len(shown) :] or screen.order != sorted(screen.order):
                faults.append(f"client {number} shows another order")
            expected = {seq for _, _, seq, _ in stored if seq > screen.first}
            _note(faults, f"missing at client {number}", len(expected - set(screen.order)))
            if screen.last != len(log):
                faults.append(f"client {number} is not at the head")
            _note(faults, f"shown twice by client {number}", len(screen.twice))


async def settle_in(folder: Path, people: int) -> tuple[str, list[str]]:
    """Accounts and one room with everybody in it, straight in the store: its id, their tokens."""
    database = Database(folder / "chat.sqlite3", now=now_ms, new_id=new_id)
    await database.open()
    tokens = [secrets.token_urlsafe(32) for _ in range(people)]

    def enter(work: Work) -> str:
        actors = []
        for number, token in enumerate(tokens):
            user_id = work.new_id()
            role = Role.MEMBER if number else Role.MODERATOR
            registry.add(work, user_id, f"person{number}", role)
            actors.append(
                sessions.actor_for(work, sessions.start(work, user_id, token, 30, proven=True))
            )
        wanted = room.CreateRoom(nonce="room", name="Everyone", access=Access.OPEN)
        room_id = room.create(work, actors[0], wanted, retention_days=90).room.room_id
        for actor in actors[1:]:
            membership.join(work, actor, membership.JoinRoom(room_id=room_id))
        return room_id

    room_id = await database.write(enter)
    await database.close()
    return room_id, tokens


def _note(faults: list[str], what: str, count: int) -> None:
    if count:
        faults.append(f"{what}: {count}")
