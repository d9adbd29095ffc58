"""Fifty who claim at once: one has it, the others hear who. And a talk that every queue lets by."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from chatserver import writer
from moderation.cases import opening
from moderation.cases.opening import Reason, Source
from moderation.severity import Severity
from rooms.people.person import Role
from rooms.work import Work
from tests.sockets.cast import MELBA, MEMBER, MOD_INSIDE
from tests.sockets.interfaces import post, scene
from tests.support.peer import Refused
from tests.support.served import served

CLAIMERS = 50


async def test_one_of_fifty_who_claim_has_it(tmp_path: Path) -> None:
    async with served(tmp_path) as running:
        member = await running.person("anna")
        people = [
            await running.person(f"friend{number:02}", Role.MODERATOR) for number in range(CLAIMERS)
        ]
        peers = [await running.peer(person) for person in people]

        def flag(work: Work) -> str:
            reason = Reason(source=Source.HELP_BUTTON, severity=Severity.HIGH)
            return opening.flag(work, member.user_id, reason).case_id

        case_id = await running.server.database.write(flag)
        answers = await asyncio.gather(
            *(peer.call("case.claim", case_id=case_id) for peer in peers), return_exceptions=True
        )
        winners = [
            person
            for person, answer in zip(people, answers, strict=True)
            if not isinstance(answer, BaseException)
        ]
        assert len(winners) == 1
        lost = [answer for answer in answers if isinstance(answer, Refused)]
        assert len(lost) == CLAIMERS - 1
        assert {refused.code for refused in lost} == {"already_claimed"}
        words = f"{winners[0].handle} has this already."
        assert {refused.error["message"] for refused in lost} == {words}


async def test_a_talk_passes_the_limits_that_others_meet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with scene(tmp_path, monkeypatch) as stage:
        monkeypatch.undo()  # the limits are real here
        stage.running.server.buckets._buckets.clear()
        talk, person = stage.cast.asked["talk"], stage.cast.people[MEMBER]
        elsewhere, last = stage.cast.rooms["open"], ""
        for number in range(200):
            said = {"room_id": elsewhere, "nonce": f"open{number}", "body": "words"}
            last, _ = await post(stage.running, person, "message.post", said)
            if last:
                break
        assert last == "rate_limited"
        for number in range(30):
            said = {"room_id": talk, "nonce": f"talk{number}", "body": "still here"}
            assert (await post(stage.running, person, "message.post", said))[0] == ""
        said = {"room_id": elsewhere, "nonce": "more", "body": "words"}
        assert (await post(stage.running, person, "message.post", said))[0] == "rate_limited"


async def test_a_talk_passes_a_full_queue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with scene(tmp_path, monkeypatch) as stage:
        monkeypatch.setattr(writer, "QUEUE_MAX", 0)
        for who, room_id, code in (
            (MEMBER, stage.cast.asked["talk"], ""),
            (MOD_INSIDE, stage.cast.asked["talk"], ""),
            (MEMBER, stage.cast.rooms["open"], "busy"),
            (MELBA, stage.cast.rooms["open"], "busy"),
        ):
            said = {"room_id": room_id, "nonce": f"n{who}{code}", "body": "words"}
            got, _ = await post(stage.running, stage.cast.people[who], "message.post", said)
            assert got == code, (who, room_id)
