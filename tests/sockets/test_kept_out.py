"""Who is banned, waits to be let in, is leaving or gone: the columns of the matrix beside roles.

Banned, waiting and leaving people are refused everything in the same words, whatever they ask for
and whether or not it is there, but for help, their own data, their own sign-ins and staying.
Whoever is erased or whose account is closed has no sign-in at all.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from moderation.conduct import sanctions
from rooms.people import registry
from rooms.people.person import State
from rooms.work import Work
from tests.sockets.asking import payload
from tests.sockets.cast import ADMIN, KEEPER, MEMBER, MOD_INSIDE, OF_TALK, PRINCIPALS
from tests.sockets.interfaces import Scene, call, post, scene
from tests.sockets.matrix import cases
from tests.support.served import Person
from web.accounts import sessions
from web.wire import VERBS, Mode

ANYHOW = {
    "session.sync",
    "help.ask",
    "case.card",
    "card.answer",
    "card.put_away",
    "sanction.mine",
    "sanction.put_away",
    "appeal.make",
    "sign_in.list",
    "sign_in.end",
    "restore.stop",
    "account.export",
    "account.export_page",
    "account.keep",
    "account.erase",
}
"""What stays open to whoever is kept out, written by hand."""

IN_TALK = {
    "room.open",
    "room.close",
    "log.since",
    "log.before",
    "log.after",
    "log.around",
    "message.post",
    "message.edit",
    "message.delete",
    "message.report",
    "read.mark",
    "typing.set",
}
"""What stays open to them in their talk with whoever follows up, and nowhere else."""


Ask = Callable[[str, dict[str, Any]], Awaitable[tuple[str, str]]]


async def keep_out(stage: Scene, person: Person, how: str) -> Person:
    """Someone is kept out from now on, and signs in again as far as they can."""

    def out(work: Work) -> None:
        if how == "banned":
            sanctions.set_until(work, person.user_id, sanctions.FOR_GOOD)
        else:
            registry.set_state(work, person.user_id, State(how))
        sessions.end_all_of(work, person.user_id, "banned")

    await stage.running.server.database.write(out)
    return await stage.running.sign_in_again(person)


async def refused_everything(stage: Scene, person: Person, who: str, ask: Ask) -> None:
    """Every line of the table, where there is something and where there is nothing."""
    stage.tap.take()
    before = stage.store.hash()
    answers = set()
    for case in cases():
        if case.command in ANYHOW:
            continue
        if who == MEMBER and case.about in OF_TALK and case.command in IN_TALK:
            continue
        for room in ("open", "hidden", "absent"):
            code, raw = await ask(case.command, payload(stage.cast, case, room, who))
            assert code == "forbidden", f"{case.name}, {room}: {code or 'done'}"
            answers.add(raw)
    assert len(answers) == 1, "the answer tells what there is"
    assert stage.store.hash() == before
    assert stage.tap.heard == []


@pytest.mark.parametrize("how", ["banned", "waiting", "erasing"])
@pytest.mark.parametrize("who", [MEMBER, KEEPER, MOD_INSIDE, ADMIN])
async def test_whoever_is_kept_out_is_refused_all_but_a_few_things(
    how: str, who: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with scene(tmp_path, monkeypatch) as stage:
        person = await keep_out(stage, stage.cast.people[who], how)
        peer = await stage.running.peer(person)

        async def over_http(command: str, what: dict[str, Any]) -> tuple[str, str]:
            if VERBS[command].mode is Mode.SESSION:
                return "forbidden", (await post(stage.running, person, "room.list", {}))[1]
            return await post(stage.running, person, command, what)

        async def over_socket(command: str, what: dict[str, Any]) -> tuple[str, str]:
            return await call(peer, command, what)

        await refused_everything(stage, person, who, over_http)
        await refused_everything(stage, person, who, over_socket)
        for ask in (over_http, over_socket):
            code, raw = await ask("session.sync", {})
            assert code == ""
            assert f'"state":"{how}"' in raw.replace(" ", "")
            assert not any(room_id in raw for room_id in stage.cast.rooms.values())
            assert (await ask("help.ask", {"nonce": ask.__name__, "words": "please"}))[0] == ""
            assert (await ask("sign_in.list", {}))[0] == ""
            assert (await ask("account.export", {}))[0] == ""
            if how == "banned":
                assert (await ask("account.erase", {}))[0] == "forbidden"


async def test_whoever_is_kept_out_hears_nothing_of_the_rooms(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with scene(tmp_path, monkeypatch) as stage:
        peers = []
        for who in (MEMBER, KEEPER, MOD_INSIDE):
            person = await keep_out(stage, stage.cast.people[who], "banned")
            peers.append(await stage.running.peer(person))
        room_id = stage.cast.rooms["open"]
        speaker = stage.cast.people["melba"]
        said = {"room_id": room_id, "nonce": "n", "body": "@ina not for you"}
        await stage.running.command(speaker, "message.post", **said)
        report = {"message_id": stage.cast.said["open", "fee"], "nonce": "n", "reason": "spam"}
        await stage.running.command(speaker, "message.report", **report)
        for peer in peers:
            await call(peer, "no.such", {})
            assert peer.events == []


@pytest.mark.parametrize("how", ["erased", "frozen"])
async def test_whoever_is_gone_has_no_way_in(
    how: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Their old tokens open nothing, over either interface."""
    async with scene(tmp_path, monkeypatch) as stage:
        for who in PRINCIPALS:
            person = stage.cast.people[who]
            peer = await stage.running.peer(person)

            def gone(work: Work, user_id: str = person.user_id) -> None:
                registry.set_state(work, user_id, State(how))
                sessions.end_all_of(work, user_id, "erased" if how == "erased" else "frozen")

            await stage.running.server.database.write(gone)
            await peer.lost.wait()
            for command in ("session.sync", "help.ask", "room.list"):
                code, _ = await post(stage.running, person, command, {"nonce": "n"})
                assert code in ("session_expired", "extra_field"), (who, command)


@pytest.mark.parametrize("how", ["banned", "waiting", "erasing"])
async def test_the_talk_of_their_case_goes_on(
    how: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with scene(tmp_path, monkeypatch) as stage:
        helper = await stage.running.peer(stage.cast.people[MOD_INSIDE])
        person = await keep_out(stage, stage.cast.people[MEMBER], how)
        peer = await stage.running.peer(person)
        talk = stage.cast.asked["talk"]
        synced = await peer.call("session.sync")
        assert [mine["room"]["room_id"] for mine in synced["rooms"]] == [talk]
        assert synced["rooms"][0]["room"]["name"] == "A talk with milo"
        await helper.open(talk)
        screen = await peer.open(talk)
        assert screen.bodies == ["talk-words by milo", "talk-words by ina"]
        said = await peer.post(talk, "I am still here")
        await helper.until_at(talk, said["seq"])
        assert helper.screens[talk].bodies[-1] == "I am still here"
        answer = await helper.post(talk, "so am I")
        await peer.until_at(talk, answer["seq"])
        for command, more in (("read.mark", {"seq": 1}), ("typing.set", {"typing": True})):
            assert (await call(peer, command, {"room_id": talk, **more}))[0] == ""


def test_what_is_open_to_them_is_what_stands_here() -> None:
    assert {name for name, verb in VERBS.items() if verb.in_talk} == IN_TALK
    assert {name for name, verb in VERBS.items() if verb.anyhow} == ANYHOW
