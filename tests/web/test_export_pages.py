"""What is kept of me, to read and to take along, without JavaScript and for nobody else."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from typing import Any, get_args
from urllib.parse import urlencode

import aiohttp
import pytest

from moderation.conduct.reporting import ReportReason
from moderation.conduct.sanction import SanctionKind
from rooms.chat import membership, posting, room
from rooms.chat.membership import JoinRoom
from rooms.chat.posting import PostMessage
from rooms.chat.room import CreateRoom
from rooms.chat.views import Access, ConductReason
from rooms.people import blocking
from rooms.people.person import Actor, Role
from rooms.work import Work
from tests.support.scene import unscreened
from tests.web.visiting import Commands, Person, Visit
from web import export_pages, security, vendoring
from web.accounts import exporting, sessions
from web.accounts.exporting import KEPT_MS, RENEWED_AFTER_MS, ExportAccount
from web.export_pages import CONDUCT_WORDS, KIND_WORDS, PATH, REPORT_WORDS

FORM_TYPE = {"Content-Type": "application/x-www-form-urlencoded"}


def cookie(person: Person) -> dict[str, str]:
    """A browser that is signed in."""
    return {"Cookie": f"sign-in={person.token}", "Accept": "text/html"}


def commands_of(site: Visit) -> Commands:
    """What the pages had run."""
    commands = site.site.run.__self__  # type: ignore[attr-defined]
    assert isinstance(commands, Commands)
    return commands


async def page(site: Visit, person: Person | None, path: str = PATH) -> tuple[int, str, Any]:
    headers = {"Accept": "text/html"} if person is None else cookie(person)
    async with site.request("GET", path, headers=headers) as answer:
        return answer.status, unescape(await answer.text()), answer


async def gather(site: Visit, person: Person, *, wholly: bool = True) -> None:
    """Their export is asked for, and the job has run."""
    actor = Actor(person.user_id, person.handle, Role.MEMBER)
    await site.database.write(lambda work: exporting.export(work, actor, ExportAccount()))
    while wholly and await site.database.write(exporting.step) is not None:
        pass


async def live(site: Visit, said: int = 3) -> tuple[Person, Person]:
    """River talks with Brook, and wants nothing of her."""
    river, brook = await site.person("river"), await site.person("brook", Role.MODERATOR)

    def talk(work: Work) -> None:
        keeper = Actor(brook.user_id, "brook", Role.MODERATOR)
        actor = Actor(river.user_id, "river", Role.MEMBER)
        tea = CreateRoom(nonce="n", name="Tea & <talk>", access=Access.OPEN)
        room_id = room.create(work, keeper, tea).room.room_id
        membership.join(work, actor, JoinRoom(room_id=room_id))
        for number in range(said):
            words = PostMessage(
                room_id=room_id,
                nonce=f"n{number}",
                body=f"word {number} <b>&",
                warning="a bad <night>" if number == 0 else None,
            )
            posting.post(work, actor, words, screen=unscreened)
        blocking.set_block(work, river.user_id, brook.user_id, True)

    await site.database.write(talk)
    return river, brook


async def test_signed_out_it_leads_to_the_way_in(site: Visit) -> None:
    status, _, answer = await page(site, None)
    assert (status, answer.headers["Location"]) == (303, "/sign-in")
    assert await site.error("GET", f"{PATH}.json") == (401, "bad_auth", None)


async def test_opening_the_page_begins_nothing(site: Visit) -> None:
    river = await site.person()
    status, text, answer = await page(site, river)
    assert status == 200
    assert "Gather it" in text
    assert "Refresh" not in answer.headers
    assert (
        await site.database.read(lambda reader: exporting.state_of(reader, river.user_id)) is None
    )
    status, _, answer = await page(site, river, f"{PATH}.json")
    assert (status, answer.headers["Location"]) == (303, PATH)


async def test_the_button_begins_it_and_only_from_a_page_of_ours(site: Visit) -> None:
    river = await site.person()
    _, text, _ = await page(site, river)
    form = text.partition(f'action="{PATH}"')[2]
    csrf = re.findall(r'name="csrf" value="([^"]+)"', form)[0]
    assert csrf == security.csrf_token(river.token)
    for sent, origin, status in ((csrf, site.origin, 303), ("wrong", site.origin, 403)):
        async with site.request(
            "POST",
            PATH,
            data=urlencode({"csrf": sent}),
            headers={**cookie(river), "Origin": origin, **FORM_TYPE},
        ) as answer:
            assert answer.status == status
    ((name, user_id, sign_in_id, _),) = commands_of(site).ran
    assert (name, user_id, sign_in_id) == ("account.export", river.user_id, river.sign_in_id)


async def test_while_it_is_gathered_the_page_looks_again_by_itself(site: Visit) -> None:
    river, _ = await live(site)
    await gather(site, river, wholly=False)
    status, text, answer = await page(site, river)
    assert (status, answer.headers["Refresh"]) == (200, "3")
    assert "We are gathering it" in text
    assert "word 0" not in text
    assert f"{PATH}.json" not in text


async def test_it_can_be_read(site: Visit) -> None:
    river, _ = await live(site)
    await gather(site, river)
    status, text, answer = await page(site, river)
    assert status == 200
    assert "Refresh" not in answer.headers
    assert answer.headers["Cache-Control"] == "no-store"
    assert "river" in text
    for words in ("a bad <night>", "word 0 <b>&", "Tea & <talk>", "Your rooms", "What you said"):
        assert words in text
    assert "<b>&" not in await raw(site, river), "what was written is shown, never run"
    assert "20 November 2026, 20:30 UTC" in text
    assert "Gather it anew" not in text
    site.clock.advance(ms=RENEWED_AFTER_MS)
    assert "Gather it anew" in (await page(site, river))[1]
    site.clock.advance(ms=KEPT_MS - RENEWED_AFTER_MS)
    assert "word 0" not in (await page(site, river))[1]


async def raw(site: Visit, person: Person) -> str:
    async with site.request("GET", PATH, headers=cookie(person)) as answer:
        text: str = await answer.text()
        return text


async def test_what_fits_a_page_is_on_one(site: Visit) -> None:
    river, _ = await live(site, said=620)
    await gather(site, river)
    _, text, _ = await page(site, river)
    assert all(f"word {number} " in text for number in range(620))
    assert "Page 1" not in text
    assert "More of your data" not in text
    assert 'href="/app/settings"' in text


def test_reasons_are_told_as_in_the_forms() -> None:
    words = (Path(vendoring.__file__).parent / "static" / "reasons.js").read_text("utf-8")
    for name, told in (("REPORT_REASONS", REPORT_WORDS), ("CONDUCT_REASONS", CONDUCT_WORDS)):
        listed = words.partition(f"export const {name}")[2].partition("]);")[0]
        assert dict(re.findall(r'\["(\w+)", mark\("([^"]+)"\)\]', listed)) == told
    assert set(REPORT_WORDS) == set(get_args(ReportReason))
    assert set(CONDUCT_WORDS) == set(get_args(ConductReason))
    assert set(KIND_WORDS) == set(SanctionKind)


async def test_a_long_one_has_pages(site: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export_pages, "PARTS_PER_PAGE", 6)
    river, _ = await live(site, said=620)
    await gather(site, river)
    _, first, _ = await page(site, river)
    _, second, _ = await page(site, river, f"{PATH}?page=1")
    assert f'href="{PATH}?page=1">More of your data (page 2)' in first
    assert "Page 1 of 2" in first
    assert "Page 2 of 2" in second
    assert "More of your data" not in second
    assert f'href="{PATH}?page=0"' in second
    told = first + second
    assert all(f"word {number} " in told for number in range(620))
    for beyond in ("7", "-1", "x", "9" * 30):
        status, _, _ = await page(site, river, f"{PATH}?page={beyond}")
        assert status == 404, beyond


async def test_the_file_has_everything_and_others_by_their_name_of_now(site: Visit) -> None:
    river, brook = await live(site, said=120)
    await gather(site, river)
    await site.database.write(
        lambda work: work.sql._execute(  # type: ignore[attr-defined]
            "UPDATE person SET handle = 'Creek' WHERE user_id = ?", (brook.user_id,)
        )
    )
    async with site.request("GET", f"{PATH}.json", headers=cookie(river)) as answer:
        assert answer.status == 200
        assert answer.headers["Content-Disposition"] == 'attachment; filename="my-data.json"'
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.content_type == "application/json"
        told = json.loads(await answer.read())
    assert told["gathered_at"] == site.clock()
    assert [item["body"] for item in told["messages"]] == [f"word {n} <b>&" for n in range(120)]
    assert told["blocks"] == [{"person": {"user_id": brook.user_id, "handle": "Creek"}}]
    assert told["account"][0]["handle"] == "river"
    assert "brook" not in json.dumps(told)
    async with site.request("HEAD", f"{PATH}.json", headers=cookie(river)) as answer:
        assert (answer.status, await answer.read()) == (200, b"")


async def test_it_is_nobody_elses(site: Visit) -> None:
    river, brook = await live(site)
    await gather(site, river)
    _, text, _ = await page(site, brook)
    assert "word 0" not in text
    assert "Gather it" in text


async def test_half_a_file_does_not_look_like_a_whole_one(site: Visit) -> None:
    """Signed out while it is sent."""
    river, _ = await live(site, said=300)
    await gather(site, river)
    reads = 0
    read = site.database.read

    async def read_then_out(query: Any) -> Any:
        nonlocal reads
        reads += 1
        if reads == 5:
            await site.database.write(lambda work: sessions.sign_out(work, river.sign_in_id))
        return await read(query)

    site.database.read = read_then_out  # type: ignore[method-assign]
    async with site.request("GET", f"{PATH}.json", headers=cookie(river)) as answer:
        assert answer.status == 200
        with pytest.raises(aiohttp.ClientError):
            await answer.read()
    assert site.journal.bugs == []
