"""The restore: a member erased themselves since, a share was deleted, a stalker was banned.

A server of its own process, stopped and started as an operator would; the page that was open the
whole time comes back by itself.
"""

from __future__ import annotations

import asyncio
import os
import re
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
from playwright.async_api import Browser, expect

from rooms.people.person import Role
from rooms.work import Work
from tests.browser.person import PASSPHRASE
from tests.browser.town import Windows
from tests.support.served import Person, served
from web.accounts import store
from web.accounts.hashing import Argon2Hasher

PEOPLE = {"mora": Role.MODERATOR, "anna": Role.MEMBER, "erin": Role.MEMBER, "ivo": Role.MEMBER}
START_S = 60
TOMBSTONE = re.compile("took a message back")


class Machine:
    """An operator's machine: one folder, one port, the command line."""

    def __init__(self, folder: Path, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self._environment = {**os.environ, "CHAT_DATA_DIR": str(folder), "CHAT_PORT": str(port)}

    async def run(self, *words: str) -> str:
        """A command to its end; what it said. It must succeed."""
        process = await self._start(*words)
        said, _ = await process.communicate()
        assert process.returncode == 0, said.decode()
        return said.decode()

    @asynccontextmanager
    async def serving(self) -> AsyncIterator[None]:
        """A running server, told to stop at the end."""
        process = await self._start("serve")
        try:
            assert process.stdout is not None
            async with asyncio.timeout(START_S):
                async for line in process.stdout:
                    if self.url in line.decode():
                        break
            yield
        finally:
            process.terminate()
            await process.communicate()
        assert process.returncode == 0

    async def _start(self, *words: str) -> asyncio.subprocess.Process:
        return await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "chatserver",
            *words,
            env=self._environment,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )


async def settled_town(folder: Path) -> tuple[dict[str, Person], str]:
    """Four people with passphrases, in a room."""
    async with served(folder) as site:
        people = {handle: await site.person(handle, role) for handle, role in PEOPLE.items()}
        hasher = Argon2Hasher(1)
        made = await hasher.make(PASSPHRASE)
        hasher.close()

        def credentials(work: Work) -> None:
            for person in people.values():
                work.sql.run(store.ADD_CREDENTIAL, user_id=person.user_id, passphrase_hash=made)

        await site.server.database.write(credentials)
        room_id = await site.room(people["mora"], name="Evening")
        await site.join(room_id, people["anna"], people["erin"], people["ivo"])
    return people, room_id


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
        return port


async def test_what_was_decided_since_the_backup_holds(browser: Browser, tmp_path: Path) -> None:
    people, room_id = await settled_town(tmp_path)
    machine = Machine(tmp_path / "var", free_port())
    backup = tmp_path / "evening.backup"
    async with Windows(browser, machine.url) as town:
        async with machine.serving():
            anna = await town.window(people["anna"], room_id)
            erin = await town.window(people["erin"], room_id)
            await erin.say("words of someone who leaves")
            await anna.say("a share I regret", "and one that stays")
            await erin.sees("words of someone who leaves", "a share I regret", "and one that stays")
            assert "evening.backup" in await machine.run("backup", str(backup))

            # What happened since.
            await anna.act("a share I regret", "Take it back", "Take it back")
            await anna.sees("words of someone who leaves", TOMBSTONE, "and one that stays")
            await ban(machine.url, people["mora"], people["ivo"])
            await erin.settings("Leaving")
            await erin.page.get_by_role("button", name="Leave this place").click()
            await erin.page.get_by_role("button", name="Yes, leave").click()
            await expect(erin.banner).to_contain_text("hidden everywhere")
            await anna.sees(TOMBSTONE, TOMBSTONE, "and one that stays")

        await machine.run("restore", "--yes", str(backup))
        async with machine.serving():
            # The page that was open says what is true, and begins anew.
            await expect(anna.banner).to_contain_text("You have been signed out")
            await anna.page.get_by_role("link", name="Sign in").click()
            await anna.sign_in("anna")
            await anna.goes_to(room_id)
            await anna.sees(TOMBSTONE, TOMBSTONE, "and one that stays")
            await anna.say("good that you are all here")
            await anna.sees(
                TOMBSTONE, TOMBSTONE, "and one that stays", "good that you are all here"
            )

            ivo = await town.stranger()
            await ivo.sign_in("ivo")
            await ivo.sees_heading("You can't take part for now")
            again = await town.stranger()
            await again.sign_in("erin")
            await again.sees_heading("You are leaving")
            await expect(again.page.locator("body")).not_to_contain_text("Evening")
            await expect(again.page.get_by_text("words of someone who leaves")).to_have_count(0)


async def ban(url: str, moderator: Person, person: Person) -> None:
    """A moderator keeps someone out, until it is lifted."""
    headers = {"Authorization": f"Bearer {moderator.token}"}
    what = {"user_id": person.user_id, "reason": "harassment"}
    async with (
        aiohttp.ClientSession(headers=headers) as http,
        http.post(f"{url}/api/commands/sanction.ban", json=what) as answer,
    ):
        assert answer.status == 200, await answer.text()
