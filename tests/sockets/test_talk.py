"""A talk changes hands while everyone looks at it: who is out of it hears nothing more."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sockets.cast import MEMBER, MOD_INSIDE, MOD_OUTSIDE
from tests.sockets.interfaces import call, scene


async def test_whoever_handed_it_over_hears_nothing_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with scene(tmp_path, monkeypatch) as stage:
        ina, milo, mona = [
            await stage.running.peer(stage.cast.people[who])
            for who in (MEMBER, MOD_INSIDE, MOD_OUTSIDE)
        ]
        talk, case_id = stage.cast.asked["talk"], stage.cast.asked["talk's case"]
        await ina.open(talk)
        await milo.open(talk)
        to = stage.cast.people[MOD_OUTSIDE].user_id
        await milo.call("case.hand_over", case_id=case_id, to=to, summary="what matters")
        assert (await call(mona, "room.open", {"room_id": talk}))[0] == "not_found"
        words = {"nonce": "n", "body": "I am mona, and I go on"}
        await mona.call("case.accept", case_id=case_id, **words)
        await mona.open(talk)
        await milo.until(lambda: milo.got("you.membership_changed"), "milo is told")
        milo.events.clear()
        said = await ina.post(talk, "hello mona")
        await mona.until_at(talk, said["seq"])
        assert mona.screens[talk].bodies[-2:] == ["I am mona, and I go on", "hello mona"]
        await ina.call("typing.set", room_id=talk, typing=True)
        await call(milo, "no.such", {})
        assert [event for _, event in milo.events if event.get("room_id") == talk] == []
        assert "hello mona" not in repr(milo.events)
        assert (await call(milo, "log.before", {"room_id": talk, "seq": 99}))[0] == "not_found"
        (told,) = ina.got("you.membership_changed")
        assert told["room"]["other"]["handle"] == "mona"
        rooms = (await milo.call("session.sync"))["rooms"]
        assert talk not in [mine["room"]["room_id"] for mine in rooms]
