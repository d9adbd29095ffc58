"""`chatserver invite …`, with a running server and without."""

from __future__ import annotations

from pathlib import Path

from rooms.people.person import Role
from tests.chatserver.command_line.typing import LINK, Place, place


async def test_an_invitation_from_its_making_to_its_end(here: Place) -> None:
    assert await here.done("invite", "list") == ""
    said = await here.done("invite", "create", "--role", "moderator", "--hours", "5")
    assert LINK.search(said)
    invite_id = said.split()[-1]
    listed = await here.done("invite", "list")
    assert listed.startswith(f"{invite_id}  invite moderator open")
    assert await here.done("invite", "revoke", invite_id) == "It opens nothing any more.\n"
    assert await here.done("invite", "revoke", invite_id) == "There is nothing to take back.\n"
    assert "taken back" in await here.done("invite", "list")


async def test_a_room_is_named_as_people_name_it(tmp_path: Path) -> None:
    async with place(tmp_path, with_server=True) as here:
        assert here.running is not None
        adam = await here.running.person("adam", Role.ADMIN)
        await here.running.room(adam, name="Evening")
        said = await here.done("invite", "create", "--room", "evening", "--facilitator")
        assert LINK.search(said)
        assert "Evening" in await here.done("invite", "list")
        assert "no room of that name" in await here.refused("invite", "create", "--room", "x")
        assert "--room" in await here.refused("invite", "create", "--facilitator")


async def test_whoever_uses_the_operators_link_has_the_role_at_once(tmp_path: Path) -> None:
    async with place(tmp_path, with_server=True) as here:
        assert here.running is not None
        said = await here.done("invite", "create", "--role", "moderator")
        link = LINK.search(said)
        assert link is not None
        asked = {
            "handle": "maria",
            "passphrase": "four calm unrelated words",
            "of_age": True,
            "guidelines": True,
            "invite": link.group(1),
        }
        url = f"{here.running.url}/api/accounts"
        async with here.running.http.post(url, json=asked) as response:
            answer = await response.json()
        assert (response.status, answer["user"]["role"]) == (201, "moderator")
