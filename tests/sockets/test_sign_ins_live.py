"""Sign-ins and what is open by them: ended one by one, renewed, idle, and unproven staff.

Staff without their second factor can do what members can, over sockets and over HTTP.
"""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from rooms.people.person import Role
from rooms.work import Work
from tests.sockets.asking import payload
from tests.sockets.cast import ADMIN, KEEPER, MEMBER, MOD_INSIDE, MOD_OUTSIDE, OUTSIDER
from tests.sockets.interfaces import OverHttp, OverSocket, Scene, call, scene
from tests.sockets.matrix import Case, cases
from tests.support.clock import ManualClock
from tests.support.peer import ANSWER_S, Peer
from tests.support.served import Served, served
from web.accounts import sessions
from web.wire import VERBS, Mode


async def ended(peer: Peer) -> list[Any]:
    """Why a connection was ended, once it is."""
    async with asyncio.timeout(ANSWER_S):
        await peer.lost.wait()
    return [event["reason"] for name, event in peer.events if name == "session.revoked"]


# one by one (row 43)


async def test_a_sign_in_ends_with_its_live_connections_and_no_other(tmp_path: Path) -> None:
    async with served(tmp_path) as running:
        anna = await running.person("anna")
        lost = await running.sign_in_again(anna)
        here, there = await running.peer(anna), await running.peer(lost)
        listed = (await here.call("sign_in.list"))["sign_ins"]
        assert {each["sign_in_id"]: each["current"] for each in listed} == {
            anna.sign_in_id: True,
            lost.sign_in_id: False,
        }
        await here.call("sign_in.end", sign_in_id=lost.sign_in_id)
        assert await ended(there) == ["signed_out"]
        assert (await call(here, "session.sync", {}))[0] == ""
        assert len((await here.call("sign_in.list"))["sign_ins"]) == 1


async def test_staff_signs_somebody_out_everywhere(tmp_path: Path) -> None:
    async with served(tmp_path) as running:
        anna, mona = await running.person("anna"), await running.person("mona", Role.MODERATOR)
        both = [await running.peer(each) for each in (anna, await running.sign_in_again(anna))]
        await running.command(mona, "user.end_sign_ins", user_id=anna.user_id)
        assert [await ended(peer) for peer in both] == [["signed_out"]] * 2


# a step-up


async def test_a_step_up_takes_over_and_the_old_connection_ends(tmp_path: Path) -> None:
    async with served(tmp_path) as running:
        asked = {"handle": "anna", "passphrase": "four plain evening words"}
        await _come_in(running, asked)
        async with running.http.post(f"{running.url}/api/sign-ins", json=asked) as answer:
            token = (await answer.json())["token"]
        peer = Peer(running.url, token, name="anna")
        await peer.connect()
        headers = {"Authorization": f"Bearer {token}"}
        proof = {"passphrase": asked["passphrase"]}
        async with running.http.post(
            f"{running.url}/api/step-ups", json=proof, headers=headers
        ) as answer:
            assert answer.status == 201
            renewed = (await answer.json())["token"]
        assert await ended(peer) == ["renewed"]
        again = Peer(running.url, renewed, name="anna")
        await again.connect()
        state = await again.call("session.sync")
        assert (state["me"]["handle"], state["state"]) == ("anna", "active")
        await again.leave()
        await peer.leave()


async def _come_in(running: Served, asked: dict[str, str]) -> None:
    invite = (await running.server.first_admin_link() or "").partition("#invite=")[2]
    ticked = {"of_age": True, "guidelines": True, "invite": invite}
    async with running.http.post(f"{running.url}/api/accounts", json=asked | ticked) as answer:
        assert answer.status == 201, await answer.text()


# staff that nobody sees


async def test_an_idle_sign_in_of_staff_is_cut(tmp_path: Path) -> None:
    clock = ManualClock()
    async with served(tmp_path, now=clock, staff_idle_min=5) as running:
        mona, anna = await running.person("mona", Role.MODERATOR), await running.person("anna")
        watching, idle, member = [
            await running.peer(each) for each in (mona, await running.sign_in_again(mona), anna)
        ]
        for peer in (watching, idle, member):
            await peer.call("room.list")
        await running.server.activity.flush()
        for _ in range(7):
            clock.advance(minutes=1)
            # A page that nobody looks at still asks for these by itself.
            for peer in (idle, member):
                if not peer.is_gone:
                    await call(peer, "session.sync", {})
            await watching.call("room.list")
            await running.server.activity.flush()
            await running.server.database.write(sessions.end_idle)
        assert await ended(idle) == ["idle"]
        for peer in (watching, member):
            assert (await call(peer, "session.sync", {}))[0] == ""


# staff without a second factor


def _unprove(work: Work) -> None:
    """Nobody's sign-in was begun with a second factor."""
    work.sql._execute("UPDATE sign_in SET proven = 0")  # type: ignore[attr-defined]


@pytest.mark.parametrize("interface", [OverSocket, OverHttp])
async def test_without_it_staff_can_do_nothing_that_members_can_not(
    interface: type[OverSocket | OverHttp], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every line of the matrix that is staff's alone is refused to them, and leaves nothing."""
    async with scene(tmp_path, monkeypatch) as stage:
        await stage.running.server.database.write(_unprove)
        asking = interface(stage)
        stage.tap.take()
        before = stage.store.hash()
        faults: list[str] = []
        asked = 0
        for case, room, who in _staffs_alone(interface):
            code, _ = await asking.ask(who, case.command, payload(stage.cast, case, room, who))
            asked += 1
            if not code:
                faults.append(f"{case.name}, {room or 'nowhere'}, {who}: done")
        assert faults == []
        assert asked > 60
        assert stage.store.hash() == before
        assert stage.tap.heard == []


def _staffs_alone(interface: type[OverSocket | OverHttp]) -> list[tuple[Case, str, str]]:
    """What is open to staff who stand outside, and to no member who does."""
    return [
        (case, room, who)
        for case in cases()
        if interface is OverSocket or VERBS[case.command].mode is not Mode.SESSION
        for (room, who), expected in case.cells.items()
        if who in (MOD_OUTSIDE, ADMIN)
        and not expected
        and case.cells[room, OUTSIDER]
        and case.cells[room, MEMBER]
    ]


async def test_its_topics_are_closed_to_them_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing that staff is told reaches a sign-in without it; what it is told of rooms stays."""
    async with scene(tmp_path, monkeypatch) as stage:
        await stage.running.server.database.write(_unprove)
        peers = {who: await _connected(stage, who) for who in (MOD_INSIDE, MOD_OUTSIDE, ADMIN)}
        said = stage.cast.said["open", MEMBER]
        report = {"message_id": said, "nonce": "n", "reason": "unkind", "note": ""}
        asking = {"nonce": "h", "words": "words-for-help"}
        assert (await call(await _connected(stage, OUTSIDER), "help.ask", asking))[0] == ""
        assert (await call(await _connected(stage, KEEPER), "message.report", report))[0] == ""
        for who, peer in peers.items():
            await call(peer, "no.such", {})
            assert peer.events == [], who


async def _connected(stage: Scene, who: str) -> Peer:
    return await stage.running.peer(stage.cast.people[who])
