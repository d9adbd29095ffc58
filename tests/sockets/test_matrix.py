"""Every cell of the authorisation matrix, over sockets and over HTTP, with what a refusal leaves.

The table is written by hand in `tests.sockets.matrix`; this asks the running server. After every
refusal the store is the same to the byte and nothing was announced.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sockets.asking import payload
from tests.sockets.cast import (
    KEEPS_ANOTHER,
    OUTSIDER,
    PRINCIPALS,
    REMOVED,
)
from tests.sockets.matrix import Case, cases
from tests.sockets.stage import Interface, OverHttp, OverSocket, Scene, scene
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
        if case.about == "no room":
            return
        cast = self.stage.cast
        for who in PRINCIPALS:
            nothing = await self.cell(case, "absent", who, "not_found")
            unseen = who in HIDDEN_FROM or "message_id" in payload(cast, case, "absent", who)
            if case.cells["hidden", who] == "not_found" and unseen:
                if answers["hidden", who] != nothing:
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
