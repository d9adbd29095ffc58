"""From a flyer on a wall into a room: someone knocks, waits, and is let in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from rooms.people.person import Role
from tests.support.peer import Json, Peer, Refused
from tests.support.served import Person, Served, served

PASSPHRASE = "four plain evening words"


async def sign_up(running: Served, handle: str, code: str | None) -> tuple[int, Json]:
    """As a browser or a program does it."""
    asked: dict[str, Any] = {
        "handle": handle,
        "passphrase": PASSPHRASE,
        "of_age": True,
        "guidelines": True,
    }
    if code is not None:
        asked["invite"] = code
    async with running.http.post(f"{running.url}/api/accounts", json=asked) as response:
        answer: Json = await response.json()
        return response.status, answer


async def newcomer(running: Served, handle: str, code: str) -> Person:
    status, answer = await sign_up(running, handle, code)
    assert status == 201, answer
    return Person(answer["user"]["user_id"], handle, answer["token"], "")


async def heard(peer: Peer, kind: str) -> Json:
    """The first event of a kind, once it has come."""
    await peer.until(lambda: peer.got(kind), kind)
    return peer.got(kind)[0]


@pytest.mark.parametrize("by_staff", [False, True])
async def test_someone_knocks_and_is_let_in(tmp_path: Path, by_staff: bool) -> None:
    async with served(tmp_path) as running:
        mona = await running.person("mona", Role.MODERATOR)
        fay = await running.person("fay")
        room_id = await running.room(mona, name="Evening", access="invite")
        await running.command(
            mona,
            "room.set_relation",
            room_id=room_id,
            user_id=fay.user_id,
            relation="facilitator",
        )
        await running.command(fay, "room.join", room_id=room_id)
        staff, keeper = await running.peer(mona), await running.peer(fay)
        made = await running.command(
            fay, "invite.create", kind="knock", room_id=room_id, valid_h=8760
        )
        assert made["link"] == f"{running.url}/sign-up#knock={made['code']}"

        robin = await newcomer(running, "robin", made["code"])
        assert (await heard(keeper, "room.join_asked"))["room_id"] == room_id
        assert (await heard(staff, "staff.noticed"))["about"] == robin.user_id

        phone = await running.peer(robin)
        synced = await phone.call("session.sync")
        assert (synced["state"], synced["rooms"]) == ("waiting", [])
        for command, what in (
            ("room.list", {}),
            ("room.open", {"room_id": room_id}),
            ("room.join", {"room_id": room_id}),
            ("message.post", {"room_id": room_id, "nonce": "n", "body": "let me in"}),
            ("invite.use", {"code": made["code"]}),
        ):
            with pytest.raises(Refused) as refused:
                await phone.call(command, **what)
            assert refused.value.code == "forbidden", command
        assert await phone.call("help.ask", nonce="n1")

        command = "user.admit" if by_staff else "room.admit"
        where = {} if by_staff else {"room_id": room_id}
        await running.command(mona if by_staff else fay, command, user_id=robin.user_id, **where)
        assert (await heard(phone, "you.state_changed"))["state"] == "active"
        if by_staff:
            await running.command(fay, "room.admit", room_id=room_id, user_id=robin.user_id)
        inside = await running.peer(robin)
        synced = await inside.call("session.sync")
        assert synced["state"] == "active"
        assert [mine["room"]["name"] for mine in synced["rooms"]] == ["Evening"]
        await inside.open(room_id)
        await inside.post(room_id, "thank you")
        assert inside.screens[room_id].bodies[-1:] == ["thank you"]


async def test_an_open_site_stays_by_invitation_until_an_administrator_has_called_the_lines(
    tmp_path: Path,
) -> None:
    async with served(tmp_path, lines_called=False) as running:
        ada = await running.person("ada", Role.ADMIN)
        status, answer = await sign_up(running, "robin", None)
        assert (status, answer["error"]["code"]) == (403, "registration_closed")
        await running.command(ada, "site.confirm_helplines")
        assert (await sign_up(running, "robin", None))[0] == 201
    lines = tmp_path / "lines.toml"
    lines.write_text(LINES)
    async with served(
        tmp_path, lines_called=False, helplines_file=str(lines), help_country="IE"
    ) as running:
        status, answer = await sign_up(running, "wren", None)
        assert (status, answer["error"]["code"]) == (403, "registration_closed"), "other lines"


async def test_an_invitation_is_made_followed_and_used_up_over_both_interfaces(
    tmp_path: Path,
) -> None:
    async with served(tmp_path) as running:
        mona, ben = await running.person("mona", Role.MODERATOR), await running.person("ben")
        room_id = await running.room(mona, name="Evening", access="invite")
        peer, bens = await running.peer(mona), await running.peer(ben)
        made = await peer.call("invite.create", kind="invite", room_id=room_id, valid_h=72)
        used = await bens.call("invite.use", code=made["code"].lower().replace("-", " "))
        assert used["room"]["room_id"] == room_id
        assert (await heard(bens, "you.membership_changed"))["room_id"] == room_id
        status, answer = await sign_up(running, "robin", made["code"])
        assert (status, answer["error"]["code"]) == (400, "invite_invalid")
        listed = (await running.command(mona, "invite.list"))["invites"]
        assert [(each["used"], each["mine"]) for each in listed] == [(True, True)]
        again = await running.command(mona, "invite.create", kind="invite", valid_h=1)
        await running.command(mona, "invite.revoke", invite_id=again["invite"]["invite_id"])
        status, answer = await sign_up(running, "robin", again["code"])
        assert (status, answer["error"]["code"]) == (400, "invite_invalid")


LINES = """
version = "1"

[country.IE]
name = "Ireland"
emergency = "112"
source = "https://example.org/112"
checked_against = "call"
verified_on = 2026-11-20

[[country.IE.line]]
name = "A line"
for = "crisis"
tel = "116 123"
languages = ["en"]
hours = "24/7"
source = "https://example.org/contact"
checked_against = "live page"
verified_on = 2026-11-20
"""
