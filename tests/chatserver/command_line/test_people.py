"""`chatserver user …`, with a running server and without."""

from __future__ import annotations

from pathlib import Path

import pytest

from rooms.people.person import Role
from tests.chatserver.command_line.typing import CODE, Place, place
from tests.support.served import served


async def test_an_account_from_the_first_code_to_the_last(here: Place) -> None:
    said = await here.done("user", "create", "alba", "--role", "admin")
    assert CODE.search(said)
    assert said.endswith("/recover\n")
    await here.done("user", "create", "chris")
    assert await here.done("user", "list") == (
        "alba                     admin      active\nchris                    member     active\n"
    )
    assert "is a moderator now" in await here.done("user", "role", "chris", "moderator")
    assert "already" in await here.done("user", "role", "chris", "moderator")
    assert "last administrator" in await here.refused("user", "role", "alba", "member")
    assert "is closed." in await here.done("user", "freeze", "chris")
    assert "is closed already." in await here.done("user", "freeze", "chris")
    assert "Open it first" in await here.refused("user", "reset", "chris")
    assert "is open." in await here.done("user", "freeze", "chris", "--unfreeze")
    assert CODE.search(await here.done("user", "reset", "chris"))
    assert "The audit log is sound" in await here.done("audit", "verify")


@pytest.mark.parametrize("name", ["alba", "Administrator", "x"])
async def test_a_name_that_will_not_do_is_explained(here: Place, name: str) -> None:
    await here.done("user", "create", "alba")
    words = await here.refused("user", "create", name)
    assert words.endswith(".\n")
    assert "alba" not in words


async def test_nobody_of_that_name(here: Place) -> None:
    for words in (("role", "zed", "admin"), ("reset", "zed"), ("freeze", "zed")):
        assert await here.refused("user", *words) == "Nobody here goes by that name.\n"


async def test_a_new_account_is_opened_with_its_code_over_the_page(tmp_path: Path) -> None:
    async with place(tmp_path, with_server=True) as here:
        assert here.running is not None
        said = await here.done("user", "create", "alba", "--role", "moderator")
        code = CODE.search(said)
        assert code is not None
        assert said.strip().endswith(f"{here.running.url}/recover"), "as the server is reached"
        recovery = {
            "handle": "alba",
            "recovery_code": code.group(1),
            "passphrase": "four calm unrelated words",
        }
        url = f"{here.running.url}/api/recoveries"
        for status in (201, 401):
            async with here.running.http.post(url, json=recovery) as response:
                assert response.status == status, await response.text()


async def test_a_reset_throws_out_whoever_is_signed_in(tmp_path: Path) -> None:
    async with served(tmp_path) as running:
        anna = await running.person("anna", Role.ADMIN)
        peer = await running.peer(anna)
        await Place(tmp_path, running).done("user", "reset", "anna")
        await peer.until(lambda: peer.got("session.revoked"), "it hears why")
        status, _ = await running.http_command(anna, "session.sync", {})
        assert status == 401
