"""Every cell of the authorisation matrix, over sockets and over HTTP, with what a refusal leaves.

The table is written by hand in `tests.sockets.matrix`; this asks the running server. After every
refusal the store is the same to the byte and nothing was announced.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from rooms.cursor import to_cursor
from rooms.people import registry
from rooms.people.person import Role
from tests.sockets.asking import ABSENT, payload
from tests.sockets.cast import (
    KEEPS_ANOTHER,
    MEMBER,
    MOD_INSIDE,
    MOD_OUTSIDE,
    OUTSIDER,
    PRINCIPALS,
    REMOVED,
)
from tests.sockets.interfaces import Interface, OverHttp, OverSocket, Scene, scene
from tests.sockets.matrix import Case, cases
from web.wire import VERBS, Mode

CHANGES = {name for name, verb in VERBS.items() if verb.mode in (Mode.WRITE, Mode.LOSSY)}
HIDDEN_FROM = (OUTSIDER, REMOVED, KEEPS_ANOTHER)


class Inspector:
    """Asks for one cell after another, and looks at what each left behind."""

    def __init__(self, stage: Scene, interface: Interface) -> None:
        self.stage = stage
        self.interface = interface
        self.before = stage.store.rows()
        self.hash = stage.store.hash()
        self.faults: list[str] = []
        self.asked = 0

    async def cell(self, case: Case, room: str, who: str, expected: str) -> str:
        """Ask for one cell; the raw answer."""
        cast, tap = self.stage.cast, self.stage.tap
        tap.take()
        what = payload(cast, case, room, who)
        got, raw = await self.interface.ask(who, case.command, what)
        self.asked += 1
        where = f"{case.name}, {room or 'nowhere'}, {who}"
        if got != expected:
            self.faults.append(f"{where}: {got or 'done'}, not {expected or 'done'}")
        await self.stage.running.server.marks.flush()
        changed = self.stage.store.hash() != self.hash
        if got and (changed or tap.heard):
            self.faults.append(f"{where}: refused, and yet something happened")
        if case.command not in CHANGES and (changed or tap.heard):
            self.faults.append(f"{where}: a query changed something")
        if changed:
            await self.stage.store.restore(self.before)
        return raw

    async def line(self, case: Case) -> None:
        """One line of the table, and the same where there is nothing."""
        answers: dict[tuple[str, str], str] = {}
        for (room, who), expected in case.cells.items():
            answers[room, who] = await self.cell(case, room, who, expected)
        if case.placeless:
            return
        cast = self.stage.cast
        for who in PRINCIPALS:
            nothing = await self.cell(case, "absent", who, "not_found")
            unseen = who in HIDDEN_FROM or "message_id" in payload(cast, case, "absent", who)
            same = answers["hidden", who] == nothing
            if case.cells["hidden", who] == "not_found" and unseen and not same:
                self.faults.append(f"{case.name}, {who}: hidden and absent differ")


@pytest.mark.parametrize("interface", [OverSocket, OverHttp])
async def test_every_cell(
    interface: type[Interface], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with scene(tmp_path, monkeypatch) as stage:
        inspector = Inspector(stage, interface(stage))
        for case in cases():
            if interface is OverHttp and VERBS[case.command].mode is Mode.SESSION:
                continue
            await inspector.line(case)
        assert inspector.faults == [], "\n".join(inspector.faults)
        assert inspector.asked > 1500


def test_the_table_speaks_of_every_command() -> None:
    """But of closing a room on one's own screen, which anyone may."""
    assert set(VERBS) - {case.command for case in cases()} == {"room.close"}


# What the lists show ------------------------------------------------------------------------------


@pytest.mark.parametrize("interface", [OverSocket, OverHttp])
async def test_hidden_rooms_are_listed_to_those_who_may_know_of_them(
    interface: type[Interface], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Row 4."""
    async with scene(tmp_path, monkeypatch) as stage:
        asking = interface(stage)
        hidden = stage.cast.rooms["hidden"]
        for who in PRINCIPALS:
            _, raw = await asking.ask(who, "room.list", {})
            assert (hidden in raw) == (who not in HIDDEN_FROM), who
            assert ("name-of-hidden" in raw) == (who not in HIDDEN_FROM), who
            assert all(stage.cast.rooms[room] in raw for room in ("open", "request")), who


async def test_a_page_of_rooms_tells_nothing_of_a_hidden_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A cursor made by hand is no way to ask whether a room exists."""
    async with scene(tmp_path, monkeypatch) as stage:
        for who in HIDDEN_FROM:
            answers = [
                await OverHttp(stage).ask(who, "room.list", {"cursor": to_cursor(room_id)})
                for room_id in (stage.cast.rooms["hidden"], ABSENT)
            ]
            assert answers[0] == answers[1], who


async def test_moderators_read_the_reports_but_none_about_themselves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Row 27."""
    async with scene(tmp_path, monkeypatch) as stage:
        ask = OverHttp(stage).ask
        said = stage.cast.said["open", MOD_INSIDE]
        report = {"message_id": said, "nonce": "n", "reason": "unkind", "note": "about-milo"}
        assert (await ask(MEMBER, "message.report", report))[0] == ""
        assert (await ask(MOD_INSIDE, "help.ask", {"nonce": "n", "words": "by-milo"}))[0] == ""
        assert "about-milo" not in (await ask(MOD_INSIDE, "report.list", {}))[1]
        assert "by-milo" not in (await ask(MOD_INSIDE, "help.list", {}))[1]
        assert "about-milo" in (await ask(MOD_OUTSIDE, "report.list", {}))[1]
        assert "by-milo" in (await ask(MOD_OUTSIDE, "help.list", {}))[1]


async def test_whoever_was_put_out_comes_back_only_by_asking(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with scene(tmp_path, monkeypatch) as stage:
        ask = OverHttp(stage).ask
        room = {"room_id": stage.cast.rooms["open"]}
        for _ in range(3):
            _, raw = await ask(REMOVED, "room.join", room)
            assert '"standing":"waiting"' in raw
            assert (await ask(REMOVED, "room.open", room))[0] == "forbidden"
        assert (await ask(REMOVED, "room.leave", room))[0] == ""
        _, raw = await ask(REMOVED, "room.join", room)
        assert '"standing":"waiting"' in raw, "leaving shook the removal off"


async def test_an_administrator_reads_nothing_not_even_where_they_were_a_member(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Row 7: the role is asked for before the relation."""
    async with scene(tmp_path, monkeypatch) as stage:
        user_id = stage.cast.people[MEMBER].user_id
        await stage.running.server.database.write(
            lambda work: registry.set_role(work, user_id, Role.ADMIN)
        )
        for interface in (OverHttp(stage), OverSocket(stage)):
            for case in cases():
                if case.row not in ("7", "14", "16") or case.placeless:
                    continue
                if isinstance(interface, OverHttp) or case.command != "typing.set":
                    what = payload(stage.cast, case, "open", MEMBER)
                    code, raw = await interface.ask(MEMBER, case.command, what)
                    assert code in ("forbidden", "not_found"), case.name
                    assert "words-of" not in raw
            _, raw = await interface.ask(MEMBER, "session.sync", {})
            assert stage.cast.rooms["open"] not in raw
