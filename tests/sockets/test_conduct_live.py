"""What is decided about someone, or a room, on live connections: at once, on each, told to whom."""

from __future__ import annotations

from pathlib import Path

from rooms.people.person import Role
from tests.sockets.interfaces import call
from tests.support.clock import ManualClock
from tests.support.peer import Peer
from tests.support.served import Person, Served, served


async def evening(running: Served) -> tuple[str, Person, Person, Person]:
    """A room that Fay keeps, with Anna and Ben in it."""
    fay, anna, ben = [await running.person(handle) for handle in ("fay", "anna", "ben")]
    root = await running.person("root-of-all", Role.ADMIN)
    room_id = await running.room(root)
    await running.command(
        root, "room.set_relation", room_id=room_id, user_id=fay.user_id, relation="facilitator"
    )
    await running.join(room_id, fay, anna, ben)
    return room_id, fay, anna, ben


async def on_two_devices(running: Served, person: Person, room_id: str) -> list[Peer]:
    devices = [person, await running.sign_in_again(person)]
    peers = [await running.peer(each) for each in devices]
    for peer in peers:
        await peer.open(room_id)
    return peers


async def say(peer: Peer, room_id: str, nonce: str) -> str:
    """What comes of saying something."""
    what = {"room_id": room_id, "nonce": nonce, "body": "hello"}
    return (await call(peer, "message.post", what))[0]


async def test_a_mute_holds_on_every_device_and_is_told_to_that_person_alone(
    tmp_path: Path,
) -> None:
    async with served(tmp_path) as running:
        room_id, fay, anna, ben = await evening(running)
        devices = await on_two_devices(running, anna, room_id)
        (watching, _) = await on_two_devices(running, ben, room_id)
        mute = {"room_id": room_id, "user_id": anna.user_id, "mute_s": 600, "reason": "unkind"}
        await running.command(fay, "room.mute", **mute)
        for number, peer in enumerate(devices):
            assert await say(peer, room_id, f"n{number}") == "muted"
            assert [event["user_id"] for event in peer.got("you.sanctioned")] == [anna.user_id]
            (told,) = (await peer.call("sanction.mine"))["sanctions"]
            assert (told["kind"], told["reason"]) == ("mute", "unkind")
        await call(watching, "no.such", {})
        assert [name for name, _ in watching.events if name.startswith("you.")] == []
        assert watching.screens[room_id].bodies == []


async def test_a_room_that_rests_rests_for_everyone_at_once(tmp_path: Path) -> None:
    async with served(tmp_path) as running:
        room_id, fay, anna, ben = await evening(running)
        people = [
            *await on_two_devices(running, anna, room_id),
            *await on_two_devices(running, ben, room_id),
        ]
        await running.command(fay, "room.lock", room_id=room_id, reason="unkind", for_s=600)
        for number, peer in enumerate(people):
            assert await say(peer, room_id, f"n{number}") == "locked"
            assert [event["room"]["lock"]["reason"] for event in peer.got("room.changed")] == [
                "unkind"
            ]
        await running.command(fay, "room.lock", room_id=room_id)
        await running.command(fay, "room.slow", room_id=room_id, every_s=60)
        assert [await say(peer, room_id, "m") for peer in people[:2]] == ["", ""], "a retry"
        assert await say(people[0], room_id, "o") == "slow_mode"
        assert await say(people[2], room_id, "p") == ""
        assert (await call(people[0], "help.ask", {"nonce": "h", "words": "please"}))[0] == ""


async def test_what_was_decided_outlives_a_restart_and_ends_on_time(tmp_path: Path) -> None:
    clock = ManualClock()
    async with served(tmp_path, now=clock) as running:
        room_id, fay, anna, ben = await evening(running)
        mute = {"room_id": room_id, "user_id": anna.user_id, "mute_s": 600, "reason": "unkind"}
        await running.command(fay, "room.mute", **mute)
        await running.command(fay, "room.slow", room_id=room_id, every_s=3600, for_s=900)
        await running.command(ben, "message.post", room_id=room_id, nonce="b", body="hello")
    clock.advance(s=300)
    async with served(tmp_path, now=clock) as running:
        (told,) = (await running.command(anna, "sanction.mine"))["sanctions"]
        assert (told["news"], told["until"]) == (True, clock() + 300_000)
        here, there = await running.peer(anna), await running.peer(ben)
        assert await say(here, room_id, "n1") == "muted"
        assert await say(there, room_id, "m1") == "slow_mode"
        clock.advance(s=300)
        assert await say(here, room_id, "n2") == ""
        assert await say(there, room_id, "m2") == "slow_mode"
        clock.advance(s=300)
        assert await say(there, room_id, "m3") == ""


async def test_whoever_is_banned_asks_for_another_look_and_is_let_back_in(tmp_path: Path) -> None:
    async with served(tmp_path) as running:
        mona, milo = [await running.person(each, Role.MODERATOR) for each in ("mona", "milo")]
        anna = await running.person("anna")
        live = await running.peer(anna)
        await running.command(mona, "sanction.ban", user_id=anna.user_id, reason="unkind")
        await live.until(lambda: live.is_gone)
        again = await running.sign_in_again(anna)
        (told,) = (await running.command(again, "sanction.mine"))["sanctions"]
        words = {"sanction_id": told["sanction_id"], "words": "It was a joke."}
        await running.command(again, "appeal.make", **words)
        peer = await running.peer(again)
        (waiting,) = (await running.command(milo, "appeal.list"))["appeals"]
        decision = {"appeal_id": waiting["appeal_id"], "outcome": "lifted"}
        await running.command(milo, "appeal.decide", **decision)
        await peer.until(lambda: peer.is_gone, "the page begins anew")
        assert peer.got("you.ban_lifted")
        assert (await call(await running.peer(again), "room.list", {}))[0] == ""
