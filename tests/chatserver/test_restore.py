"""The restore: an older copy comes back, and nothing with it that went since."""

from __future__ import annotations

import asyncio
import os
import shutil
import sqlite3
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from socketio.exceptions import ConnectionError as Refused

from chatserver.config import Config
from chatserver.ids import new_id
from chatserver.journal import Journal
from chatserver.requests import TakeBackup, VerifyAudit
from chatserver.restore import Outcome, Restore, RestoreProblem
from chatserver.storage import InUse, StorageLock
from rooms.people import blocking, registry
from rooms.people.person import Role, State
from tests.support.clock import ManualClock
from tests.support.peer import Peer
from tests.support.served import Person, Served, served
from web.accounts import erasing, invites, recovery

CANARY = "canary"


class Evening:
    """A site with people, before and after its backup was taken."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = ManualClock()
        self.backup = folder / "backup.sqlite3"
        self.config = Config(port=0, data_dir=folder / "var")
        self.people: dict[str, Person] = {}
        self.room_id = ""
        self.said: dict[str, str] = {}
        self.epoch = ""

    @asynccontextmanager
    async def open(self) -> AsyncIterator[Served]:
        async with served(self.folder, now=self.clock) as running:
            yield running

    async def begin(self, running: Served) -> None:
        """People come and talk."""
        roles = {"maria": Role.MODERATOR, "adam": Role.ADMIN, "tom": Role.MODERATOR}
        for name in ("maria", "adam", "tom", "eve", "dora", "nora", "ben", "carl", "fred"):
            self.people[name] = await running.person(name, roles.get(name, Role.MEMBER))
        self.room_id = await running.room(self.people["adam"])
        members = [self.people[name] for name in ("eve", "dora", "nora", "ben", "carl", "maria")]
        await running.join(self.room_id, *members)
        for name in ("eve", "dora", "nora", "ben", "carl"):
            for number in range(3):
                self.clock.advance(s=3)
                posted = await running.command(
                    self.people[name],
                    "message.post",
                    room_id=self.room_id,
                    nonce=f"{name}{number}",
                    body=f"{name} says {CANARY}-{name}-{number}",
                )
                self.said[f"{name}{number}"] = posted["message_id"]
        self.epoch = running.server.database.epoch

    async def take_backup(self, running: Served) -> None:
        await running.server.desk.take_backup(TakeBackup(path=str(self.backup)))

    async def go_on(self, running: Served) -> None:
        """What is decided after the backup was taken."""
        people = self.people
        database = running.server.database
        eve = people["eve"].user_id
        await database.write(lambda work: erasing.begin(work, eve, work.now))
        while await database.read(lambda reader: registry.state_of(reader, eve)) is State.ERASING:
            await running.server.ticker.tick()
            self.clock.advance(s=1)
        await running.command(people["dora"], "message.delete", message_id=self.said["dora0"])
        await running.command(
            people["maria"], "message.hide", message_id=self.said["carl0"], reason="unkind"
        )
        await running.command(
            people["maria"], "sanction.ban", user_id=people["ben"].user_id, reason="harassment"
        )
        await running.command(people["nora"], "handle.change", handle="nadia")
        await running.command(
            people["dora"], "user.block", user_id=people["carl"].user_id, blocked=True
        )
        await running.command(
            people["adam"], "user.freeze", user_id=people["fred"].user_id, frozen=True
        )
        tom = people["tom"].user_id
        await running.command(people["adam"], "role.propose", user_id=tom, role="member")
        await running.command(
            people["dora"], "message.post", room_id=self.room_id, nonce="late", body="said late"
        )
        self.clock.advance(s=10)
        await running.server.ticker.tick()

    def restore(self, **more: Any) -> Outcome:
        return self.prepared(**more).run()

    def prepared(self, backup: Path | None = None, **more: Any) -> Restore:
        journal = Journal(self.config.journal_path, keep_days=400)
        return Restore(
            backup or self.backup,
            self.config.database_path,
            journal,
            now=self.clock,
            new_id=new_id,
            **more,
        )

    async def signed_in(self, running: Served, name: str) -> Person:
        return await running.sign_in_again(self.people[name])


@pytest.fixture
async def evening(tmp_path: Path) -> Evening:
    """A backup was taken, things were decided after it, and the server is stopped."""
    evening = Evening(tmp_path)
    async with evening.open() as running:
        await evening.begin(running)
        await evening.take_backup(running)
        await evening.go_on(running)
    return evening


async def test_the_three_hold_and_all_the_rest(evening: Evening) -> None:
    outcome = evening.restore()
    assert outcome.is_whole
    assert outcome.done == {
        "erased": 1,
        "message": 2,
        "ban": 1,
        "name": 1,
        "block": 1,
        "role": 1,
        "state": 1,
    }
    async with evening.open() as running:
        maria = await evening.signed_in(running, "maria")
        page = await running.command(
            maria, "log.before", room_id=evening.room_id, seq=2**53 - 1, limit=100
        )
        shown = {message["message_id"]: message for message in page["messages"]}
        assert {shown[evening.said[f"eve{number}"]]["state"] for number in range(3)} == {"deleted"}
        assert shown[evening.said["dora0"]]["state"] == "deleted"
        assert shown[evening.said["carl0"]]["state"] == "hidden"
        assert shown[evening.said["dora1"]]["body"].startswith("dora says")
        assert shown[evening.said["nora0"]]["author"]["handle"] == "nadia"
        assert "said late" not in str(page), "it came after the backup"
        await stalker_is_out(evening, running)
        people = evening.people
        found = await running.http_command(maria, "user.find", {"handle": "eve"})
        assert found[0] == 404
        with_tom = await running.command(maria, "user.find", handle="tom")
        assert with_tom["user"]["role"] == "member"
        fred = await running.command(
            await evening.signed_in(running, "adam"), "user.find", handle="fred"
        )
        assert fred["user"]["state"] == "frozen"
        dora = await running.server.database.read(
            lambda reader: blocking.blocked_by(reader, people["dora"].user_id)
        )
        assert dora == [people["carl"].user_id]


async def stalker_is_out(evening: Evening, running: Served) -> None:
    ben = await evening.signed_in(running, "ben")
    state = await running.command(ben, "session.sync")
    assert (state["state"], state["ban"]["reason"]) == ("banned", "harassment")
    assert state["rooms"] == []
    payload = {"room_id": evening.room_id, "nonce": "x", "body": "let me in"}
    assert (await running.http_command(ben, "message.post", payload))[0] == 403


async def test_of_whoever_was_erased_no_byte_comes_back(evening: Evening) -> None:
    assert b"canary-eve" in evening.backup.read_bytes()
    evening.restore()
    database = evening.config.database_path.read_bytes()
    assert [word for word in (b"canary-eve", b"canary-dora-0") if word in database] == []
    assert b"canary-carl-1" in database, "the others' words are there"
    async with evening.open():
        pass
    for path in evening.config.data_dir.iterdir():
        if "replaced" not in path.name and path.is_file():
            assert b"canary-eve" not in path.read_bytes(), path.name


async def test_every_sign_in_is_over_and_clients_begin_anew(evening: Evening) -> None:
    async with evening.open() as running:
        late = await running.person("late")
        dora = await evening.signed_in(running, "dora")
        peer = await running.peer(dora)
        screen = await peer.open(evening.room_id)
        before = screen.last
        assert screen.epoch == evening.epoch
    evening.restore()
    async with evening.open() as running:
        for old, code in ((evening.people["dora"], "session_expired"), (late, "bad_auth")):
            status, answer = await running.http_command(old, "session.sync", {})
            assert (status, answer["error"]["code"]) == (401, code)
            with pytest.raises(Refused):
                await Peer(running.url, old.token).connect()
        dora = await evening.signed_in(running, "dora")
        again = Peer(running.url, dora.token)
        again.screens = peer.screens
        await again.connect()
        assert (screen.resets, screen.epoch) == (1, running.server.database.epoch)
        assert screen.epoch != evening.epoch
        since = await again.call(
            "log.since", room_id=evening.room_id, epoch=evening.epoch, seq=before
        )
        assert since["reset"]
        assert "said late" not in screen.bodies
        posted = await again.post(evening.room_id, "good morning")
        await again.until_at(evening.room_id, posted["seq"])
        assert screen.bodies[-1] == "good morning"
        await again.leave()


async def test_invitations_codes_and_proposals_of_before_open_nothing(tmp_path: Path) -> None:
    evening = Evening(tmp_path)
    async with evening.open() as running:
        await evening.begin(running)
        database = running.server.database
        _, code = await database.write(lambda work: invites.add(work, "t", valid_ms=10**9))
        _, knock = await database.write(
            lambda work: invites.add(work, "k", kind="knock", valid_ms=10**9)
        )
        dora = evening.people["dora"].user_id

        def codes(work: Any) -> None:
            recovery.store_codes(work, dora, ["GIVEN"], from_at=0, until=work.now + 10**9)
            recovery.store_codes(work, dora, ["OWN"])

        await database.write(codes)
        await evening.take_backup(running)
    evening.restore()
    async with evening.open() as running:
        listed = await running.command(await evening.signed_in(running, "adam"), "invite.list")
        assert {each["kind"]: each["revoked"] for each in listed["invites"]} == {
            "invite": True,
            "knock": True,
        }
        opened = [
            await running.server.database.read(
                lambda reader, code=code: recovery.opened_by(reader, "dora", code)  # type: ignore[misc]
            )
            for code in ("GIVEN", "OWN")
        ]
        assert opened[0] is None
        assert opened[1] is not None
    assert code != knock


async def test_what_was_replaced_is_kept_with_a_clear_name(evening: Evening) -> None:
    outcome = evening.restore()
    assert outcome.replaced is not None
    assert outcome.replaced.name.startswith("chat.sqlite3.replaced-")
    kept = sqlite3.connect(outcome.replaced)
    assert kept.execute("SELECT count(*) FROM message WHERE body = 'said late'").fetchone() == (1,)
    kept.close()


async def test_the_audit_log_tells_of_it_and_is_sound(evening: Evening) -> None:
    evening.restore()
    async with evening.open() as running:
        adam = await evening.signed_in(running, "adam")
        listed = await running.command(adam, "audit.list")
        assert [entry["action"] for entry in listed["entries"]][:2] == ["restore", "backup.take"]
        verdict = await running.server.desk.verify_audit(VerifyAudit())
        assert (verdict.broken_at, verdict.cut_off_after) == (None, None)


async def test_restoring_again_and_going_on_leaves_nothing_undone(evening: Evening) -> None:
    first = evening.restore()
    async with evening.open() as running:
        carl = await evening.signed_in(running, "carl")
        await running.command(carl, "message.delete", message_id=evening.said["carl1"])
    evening.clock.advance(days=1)
    second = evening.restore()
    assert second.done == {**first.done, "message": 3}
    third = evening.restore(backup=evening.config.database_path)
    assert third.done == {}, "it knows all of it already"
    async with evening.open() as running:
        await stalker_is_out(evening, running)


async def test_of_whoever_was_erased_the_journal_keeps_nothing_else(evening: Evening) -> None:
    eve = evening.people["eve"].user_id
    written = evening.config.journal_path.read_bytes().splitlines()
    kept = [line for line in written if eve.encode() in line]
    assert len(kept) == 1
    assert b'"state":"erased"' in kept[0]


async def test_a_broken_journal_asks_for_a_decision(evening: Evening) -> None:
    path = evening.config.journal_path
    before = evening.config.database_path.read_bytes()
    written = path.read_bytes().splitlines(keepends=True)
    banned = next(n for n, line in enumerate(written) if b"person.banned" in line)
    written[banned] = b"{}\n"
    path.write_bytes(b"".join(written))
    with pytest.raises(RestoreProblem, match="is not whole"):
        evening.restore()
    assert evening.config.database_path.read_bytes() == before
    outcome = evening.restore(accept_broken_journal=True)
    assert (outcome.is_whole, "ban" in outcome.done) == (False, False)
    assert outcome.done["erased"] == 1, "what can be read holds"


async def test_a_lost_journal_asks_for_a_decision(evening: Evening) -> None:
    evening.config.journal_path.unlink()
    with pytest.raises(RestoreProblem, match="is not whole"):
        evening.restore()
    assert evening.restore(accept_broken_journal=True).done == {}
    async with evening.open() as running:
        assert not running.server.has_journal_gap, "a new one was begun"


async def test_a_machine_that_lost_everything_but_backup_and_journal(evening: Evening) -> None:
    journal = evening.config.journal_path.read_bytes()
    shutil.rmtree(evening.config.data_dir)
    evening.config.data_dir.mkdir()
    evening.config.journal_path.write_bytes(journal)
    outcome = evening.restore()
    assert outcome.replaced is None
    assert outcome.done["erased"] == 1
    async with evening.open() as running:
        await stalker_is_out(evening, running)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda path, backup: None, "There is no such file"),
        (lambda path, backup: path.write_bytes(b""), "no backup of this server"),
        (lambda path, backup: path.write_bytes(b"nonsense" * 1000), "damaged, or no backup"),
        (lambda path, backup: path.write_bytes(torn(backup)), "damaged, or no backup"),
        (lambda path, backup: newer(path, backup), "of a newer release"),
    ],
    ids=["absent", "empty", "nonsense", "torn", "newer"],
)
async def test_what_is_no_backup_changes_nothing(evening: Evening, make: Any, words: str) -> None:
    path = evening.folder / "given"
    make(path, evening.backup)
    before = {file.name: file.read_bytes() for file in evening.config.data_dir.iterdir()}
    with pytest.raises(RestoreProblem, match=words):
        evening.restore(backup=path)
    assert {file.name: file.read_bytes() for file in evening.config.data_dir.iterdir()} == before


def torn(backup: Path) -> bytes:
    content = bytearray(backup.read_bytes())
    content[8192 : len(content) - 4096] = bytes(len(content) - 4096 - 8192)
    return bytes(content)


def newer(path: Path, backup: Path) -> None:
    shutil.copy(backup, path)
    connection = sqlite3.connect(path)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()


async def test_the_journal_of_another_place_is_not_used(evening: Evening) -> None:
    other = Evening(evening.folder / "other")
    async with other.open():
        pass
    shutil.copy(other.config.journal_path, evening.config.journal_path)
    with pytest.raises(RestoreProblem, match="belongs to another database"):
        evening.restore(accept_broken_journal=True)


async def test_it_never_works_beside_a_server(evening: Evening) -> None:
    async with evening.open() as running:
        with pytest.raises(InUse):
            evening.restore()
        await running.server.database.read(lambda reader: reader.epoch)


STEPS = ("copied", "migrated", "replayed", "checked", "decided", "swapped")


@pytest.mark.parametrize("step", STEPS)
async def test_a_kill_leaves_the_old_or_the_new_one_whole(evening: Evening, step: str) -> None:
    database = evening.config.database_path
    restoring = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.chatserver.test_restore", str(evening.folder), step
    )
    assert await restoring.wait() == 9
    lock = StorageLock(database)
    assert lock.was_unclean
    lock.abandon()
    is_new = STEPS.index(step) >= STEPS.index("decided")
    async with evening.open() as running:
        epoch = running.server.database.epoch
        assert (epoch != evening.epoch) is is_new
        maria = await evening.signed_in(running, "maria")
        page = await running.command(
            maria, "log.before", room_id=evening.room_id, seq=2**53 - 1, limit=100
        )
        assert ("said late" in str(page)) is not is_new
        assert "canary-eve" not in str(page)
        await stalker_is_out(evening, running)
    assert not list(evening.config.data_dir.glob("*.rest*"))
    assert bool(list(evening.config.data_dir.glob("*.replaced-*"))) is is_new
    evening.restore()


def main(folder: Path, step: str) -> None:
    """Restore, and end without a word once this step is done."""
    evening = Evening(folder)

    def tell(done: str) -> None:
        if done == step:
            os._exit(9)

    evening.restore(tell=tell)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
