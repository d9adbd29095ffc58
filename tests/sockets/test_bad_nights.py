"""A bad night, seeded: hundreds of cries for help, servers that die, and often nobody on duty.

Nothing is dropped, each stage is told on time and once, and whatever leads outside arrives. The
clock is moved by hand; a server dies as by kill -9: the next one finds the files as they stood at
that instant, in the middle of whatever was being written.
"""

from __future__ import annotations

import asyncio
import shutil
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any, Final, NamedTuple

import msgspec
import pytest

from chatserver import web_push
from chatserver.config import Config
from chatserver.database import Database
from chatserver.escalating import Escalating
from chatserver.ids import new_id
from chatserver.senders import Senders
from moderation.cases import case as rules
from moderation.cases import escalation, opening, store, timeline
from moderation.cases.clock import DEFAULT, LEASE_MS, MINUTE_MS
from moderation.cases.opening import Reason, Source
from moderation.duty import store as duty_store
from moderation.notices import leaving, outbox
from moderation.notices.outbox import PAUSES_MS, Parcel
from moderation.notices.tables import notice
from moderation.notices.writing import Channel, Channels
from moderation.severity import Severity
from rooms.people import registry
from rooms.people.person import Role
from rooms.work import Work
from tests.support.clock import ManualClock

FLAGS: Final = 500
CRYING_MS: Final = 10 * MINUTE_MS
NIGHT_MS: Final = 24 * MINUTE_MS
TICK_MS: Final = 500
ON_TIME_MS: Final = 5_000
DOWN_MAX_MS: Final = 3_500
"""How long a server is gone at most when it was killed."""
KILLS: Final = 12
MODERATORS: Final = ("maria", "milo")
CHANNELS: Final = Channels((Channel.WEBHOOK,), (Channel.OUTSIDE_WEBHOOK,))

# crisis.md 3, written down once more: after so many minutes, these are told.
STAGES: Final = {
    Severity.IMMINENT: ((0, "on_duty"), (2, "on_duty on_call"), (5, "outside")),
    Severity.HIGH: ((0, "on_duty"), (10, "on_call"), (20, "outside")),
}
AGAIN_MS: Final = {Severity.IMMINENT: 5 * MINUTE_MS, Severity.HIGH: 30 * MINUTE_MS}


class Outside(Senders):
    """Delivers to a list, and now and then to nobody."""

    rng: Random
    received: list[str]

    async def _sent(self, parcel: Parcel) -> bool:
        await asyncio.sleep(0)
        if self.rng.random() < 0.2:
            raise OSError
        self.received.append(parcel.notice_id)
        await asyncio.sleep(0)
        return True


class Process(NamedTuple):
    """One server, as far as it tells staff."""

    database: Database
    escalating: Escalating
    senders: Outside


class Told(NamedTuple):
    """One line of a timeline."""

    at: int
    what: str
    detail: str


class Night:
    """Who cries, who is there, and when servers die: decided by the seed."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.rng = Random(seed)
        self.clock = ManualClock()
        self.begin = self.clock()
        self.folder = folder / "0"
        self.folder.mkdir()
        self.received: list[str] = []
        self.bugs: list[str] = []
        self.kills = 0
        self.flags = sorted(self.rng.randrange(CRYING_MS) for _ in range(FLAGS))
        self.opened: dict[str, Severity] = {}
        self.claimed: dict[str, int] = {}
        self.nobody: list[tuple[int, bool]] = []
        """From when on nobody was on duty, or somebody."""

    def told(self, *, arrived: bool) -> None:
        """Every try counts."""

    def report(self, name: str, bug: BaseException) -> str:
        self.bugs.append(f"{name}: {bug!r}")
        return "REF"

    async def open(self) -> Process:
        """A server on the files as they are."""
        path = self.folder / "chat.sqlite3"
        database = await Database(path, now=self.clock, new_id=new_id).open()
        database._raw.execute("PRAGMA synchronous = OFF")
        senders = Outside(
            database,
            Config(alert_webhook="http://127.0.0.1/", outside_contact_webhook="http://127.0.0.1/"),
            key=web_push.new_key(),
            now=self.clock,
            new_salt=lambda: b"",
            counts=self,
            report_bug=self.report,
        )
        senders.rng, senders.received = self.rng, self.received
        looking = Escalating(database, self.clock, DEFAULT, CHANNELS, self.report)
        return Process(database, looking, senders)

    async def kill(self, process: Process) -> None:
        """In the middle of what it does: whatever was not committed then never was."""
        working = asyncio.gather(
            process.escalating.run(), process.senders.run(), return_exceptions=True
        )
        for _ in range(self.rng.randrange(30)):
            await asyncio.sleep(0)
        self.kills += 1
        after = self.folder.with_name(str(self.kills))
        shutil.copytree(self.folder, after)
        received = len(self.received)
        await working
        await process.database.close()
        shutil.rmtree(self.folder)
        # What it sent after that instant, it never sent.
        del self.received[received:]
        self.folder = after

    def instants(self) -> Iterator[int]:
        """Every look of the chore that could find something, from the first to the last."""
        return iter(range(0, NIGHT_MS + TICK_MS, TICK_MS))

    async def run(self) -> None:
        """The whole night."""
        process = await self.open()
        await process.database.write(self._people)
        self.nobody.append((self.clock(), True))
        deaths = sorted(self.rng.sample(range(0, NIGHT_MS - 60_000, 10_000), KILLS))
        changes = sorted(self.rng.sample(range(0, NIGHT_MS, 5_000), 10))
        down_until = 0
        for at in self.instants():
            self.clock.now_ms = self.begin + at
            if deaths and deaths[0] <= at:
                deaths.pop(0)
                await self.kill(process)
                down_until = at + self.rng.randrange(DOWN_MAX_MS)
                process = await self.open()
            if at < down_until:
                continue
            if changes and changes[0] <= at:
                changes.pop(0)
                await process.database.write(self._change_duty)
            await self._cry(process, at)
            if await process.database.read(escalation.due):
                await process.escalating.run()
            await process.senders.run()
            if self.opened and self.rng.random() < 0.03:
                await process.database.write(self._claim)
        await self._deliver_the_rest(process)
        self.lines = await process.database.read(self._lines)
        self.notices = await process.database.read(self._notices)
        await process.database.close()

    async def _cry(self, process: Process, at: int) -> None:
        while self.flags and self.flags[0] <= at:
            self.flags.pop(0)
            number = len(self.opened)
            severity = self.rng.choice((Severity.HIGH, Severity.IMMINENT))
            case_id = await process.database.write(
                lambda work, number=number, severity=severity: self._flag(work, number, severity)  # type: ignore[misc]
            )
            self.opened[case_id] = severity

    def _people(self, work: Work) -> None:
        for name in MODERATORS:
            registry.add(work, f"{name:0<24}", name, Role.MODERATOR)
        registry.add(work, f"{'adam':0<24}", "adam", Role.ADMIN)

    def _flag(self, work: Work, number: int, severity: Severity) -> str:
        user_id = f"anna{number:020}"
        registry.add(work, user_id, f"anna{number}", Role.MEMBER)
        reason = Reason(source=Source.KEYWORD, severity=severity, body="words")
        return opening.flag(work, user_id, reason).case_id

    def _change_duty(self, work: Work) -> None:
        """Somebody comes, or goes."""
        _, is_empty = self.nobody[-1]
        if is_empty:
            _come(work, f"{self.rng.choice(MODERATORS):0<24}")
        else:
            for name in MODERATORS:
                leaving.forget_duty(work, f"{name:0<24}", "")
        self.nobody.append((work.now, not is_empty))

    def _claim(self, work: Work) -> None:
        """Somebody takes a case on, and it is closed at once: the clock has no more to say."""
        case_id = self.rng.choice(sorted(self.opened.keys() - self.claimed.keys()))
        found = store.lock(work.sql, case_id)
        assert found is not None
        held = rules.claim(found, f"{'maria':0<24}", work.now)
        far = work.now + 10 * NIGHT_MS + LEASE_MS
        store.save(work.sql, msgspec.structs.replace(held, lease_until=far, due_at=far))
        timeline.note(work, held, held.owner_id or "", "claim")
        self.claimed[case_id] = work.now

    async def _deliver_the_rest(self, process: Process) -> None:
        """Whoever takes alerts outside is well again; no new ones are made."""
        process.senders.rng = Random(1)
        for _ in range(200):
            if not await process.database.read(outbox.waiting):
                return
            self.clock.advance(ms=min(PAUSES_MS))
            await process.senders.run()
        raise AssertionError("something is never delivered")

    def _lines(self, reader: Any) -> dict[str, list[Told]]:
        lines: dict[str, list[Told]] = defaultdict(list)
        for case_id in self.opened:
            rows = reader.sql.all(store.ENTRIES, case_id=case_id, before=10**9, limit=200)
            lines[case_id] = [Told(row[1], row[3], row[4]) for row in reversed(rows)]
        return lines

    def _notices(self, reader: Any) -> list[tuple[Any, ...]]:
        return [tuple(row) for row in reader.sql.all(notice.select())]

    def faults(self) -> Iterator[str]:
        """Whatever was dropped, told late or told twice."""
        kept = {(row[1], row[4], row[5]) for row in self.notices}
        for case_id, severity in self.opened.items():
            lines = self.lines[case_id]
            alerted = [line for line in lines if line.what == "alerted"]
            yield from self._late(case_id, severity, lines[0].at, alerted)
            for line in alerted:
                is_outside = "outside" in line.detail.split()
                if is_outside and (Channel.WEBHOOK.value, case_id, line.at) not in kept:
                    yield f"{case_id}: nobody was told outside at {line.at - self.begin}"
        for row in self.notices:
            if row[9] == "delivered" and row[0] not in self.received:
                yield f"{row[0]}: said to be delivered, and was not"
            if row[9] not in ("delivered", "needless"):
                yield f"{row[0]}: {row[9]}"

    def _late(
        self, case_id: str, severity: Severity, opened_at: int, alerted: list[Told]
    ) -> Iterator[str]:
        stages, again_ms = STAGES[severity], AGAIN_MS[severity]
        end = self.claimed.get(case_id, self.begin + NIGHT_MS)
        due = [(opened_at + minutes * MINUTE_MS, who) for minutes, who in stages]
        for number, line in enumerate(alerted):
            if number < len(due):
                at, who = due[number]
            else:
                at, who = alerted[number - 1].at + again_ms, "outside"
            if not at <= line.at <= at + ON_TIME_MS:
                yield f"{case_id}: stage {number} was {line.at - at} ms late"
            if line.detail != self._meant(who, line.at):
                yield f"{case_id}: stage {number} told {line.detail}"
        last = alerted[-1].at if alerted else opened_at
        following = due[len(alerted)][0] if len(alerted) < len(due) else last + again_ms
        if following + ON_TIME_MS < end:
            yield f"{case_id}: stage {len(alerted)} was never told"

    def _meant(self, who: str, at: int) -> str:
        """Who is told at that instant: outside as well, when nobody is on duty."""
        _, is_empty = [each for each in self.nobody if each[0] <= at][-1]
        return f"{who} outside" if is_empty and who != "outside" else who


def _come(work: Work, user_id: str) -> None:
    """Somebody has a shift, and their device was heard."""
    shift_id, device_id = work.new_id(), work.new_id()
    work.sql.run(
        duty_store.ADD_SHIFT,
        shift_id=shift_id,
        user_id=user_id,
        begins_at=work.now,
        ends_at=work.now + 2 * NIGHT_MS,
        on_call=0,
    )
    work.sql.run(
        duty_store.ADD_DEVICE,
        device_id=device_id,
        shift_id=shift_id,
        user_id=user_id,
        sign_in_id="s",
        now=work.now,
    )
    work.sql.run(duty_store.HEARD, of_device_id=device_id, now=work.now)


@pytest.mark.parametrize("seed", [5])
async def test_nothing_is_dropped_and_each_stage_is_on_time(tmp_path: Path, seed: int) -> None:
    night = Night(tmp_path, seed)
    await night.run()
    assert list(night.faults()) == []
    assert night.bugs == []
    assert len(night.opened) == FLAGS
    assert night.kills == KILLS
    assert len(night.received) > FLAGS, "there was something to deliver"
