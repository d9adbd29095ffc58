"""The joined machine: whoever is on duty hears a cry for help, and so does whoever is outside."""

from __future__ import annotations

import asyncio
from pathlib import Path

import msgspec

from chatserver.senders import WORDS
from moderation.duty.rota import HOUR_MS
from moderation.notices.writing import What
from rooms.people.person import Role
from tests.support.peer import ANSWER_S
from tests.support.push_service import receiving
from tests.support.served import served

SECRET = "a secret of sixteen characters"


async def test_a_cry_for_help_rings_for_whoever_is_on_duty_until_they_claim(
    tmp_path: Path,
) -> None:
    async with served(tmp_path) as running:
        anna = await running.person("anna")
        maria = await running.person("maria", Role.MODERATOR)
        now = running.server.now()
        await running.command(
            maria, "rota.add", user_id=maria.user_id, begins_at=now, ends_at=now + HOUR_MS
        )
        page, hers = await running.peer(maria), await running.peer(anna)
        test = await page.call("duty.start")
        await page.until(lambda: page.got("alert.rang"), "the test rings")
        await page.call("alert.acknowledge", alert_id=test["alert_id"])
        await running.command(anna, "help.ask", nonce="n", words="are you there")
        await page.until(lambda: len(page.got("alert.rang")) == 2, "it rings by itself")
        alert = page.got("alert.rang")[1]
        assert (alert["what"], alert["severity"]) == ("look", "high")
        assert "anna" not in repr(alert)
        shown = await running.command(maria, "duty.show")
        assert [each["alert_id"] for each in shown["ringing"]] == [alert["alert_id"]]
        (waiting,) = (await running.command(maria, "case.list"))["cases"]
        await running.command(maria, "case.claim", case_id=waiting["case_id"])
        assert (await running.command(maria, "duty.show"))["ringing"] == []
        assert hers.got("alert.rang") == []


async def test_when_nobody_is_there_it_is_told_outside(tmp_path: Path) -> None:
    async with (
        receiving() as outside,
        served(
            tmp_path, outside_contact_webhook=f"{outside.url}/night", webhook_secret=SECRET
        ) as running,
    ):
        anna = await running.person("anna")
        maria = await running.person("maria", Role.MODERATOR)
        page = await running.peer(maria)
        await running.command(anna, "help.ask", nonce="n", words="are you there")
        # Her page is open and rings as well; that is no promise that she is there.
        await page.until(lambda: page.got("alert.rang"), "it rings")
        await asyncio.wait_for(outside.came.wait(), ANSWER_S)
        said = msgspec.json.decode(outside.taken[0].body)
        assert (said["what"], said["words"]) == ("look", WORDS[What.LOOK])
        assert b"anna" not in outside.taken[0].body


async def test_whoever_signs_out_is_not_there_any_more(tmp_path: Path) -> None:
    async with served(tmp_path) as running:
        maria = await running.person("maria", Role.MODERATOR)
        milo = await running.person("milo", Role.MODERATOR)
        now = running.server.now()
        await running.command(
            maria, "rota.add", user_id=maria.user_id, begins_at=now, ends_at=now + HOUR_MS
        )
        test = await running.command(maria, "duty.start")
        await running.command(maria, "alert.acknowledge", alert_id=test["alert_id"])
        assert (await running.command(milo, "duty.show"))["on_duty"] == 1
        await running.command(maria, "sign_in.end", sign_in_id=maria.sign_in_id)
        assert (await running.command(milo, "duty.show"))["on_duty"] == 0
