"""A moderator's evening: cases in every state there is, made by the product's own commands."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from chatserver.demo.following import StandingIn
from moderation.cases import queue
from moderation.cases.queue import ListCases
from moderation.cases.views import CasePage, CaseRow
from moderation.conduct import audit
from moderation.duty import rota
from moderation.duty.rota import ListRota
from tests.chatserver.demo.test_telling import NOW, Place, told_at


async def rows(place: Place, which: str = "running", who: str = "nightheron") -> list[CaseRow]:
    """What a moderator's screen lists."""
    page: CasePage = await place.read(queue.list_cases, who, ListCases(which=which))  # type: ignore[arg-type]
    return page.cases


def state_of(found: list[CaseRow], handle: str) -> tuple[str, str]:
    """How far somebody's case is, and how grave."""
    (row,) = [each for each in found if each.person.handle == handle]
    return row.state.value, row.severity.value


async def test_the_evening_has_a_case_in_every_state(tmp_path: Path) -> None:
    async with told_at(tmp_path, NOW) as place:
        running = await rows(place)
        assert state_of(running, "quietcorner") == ("open", "high")
        assert state_of(running, "papercrane") == ("in_contact", "high")
        assert state_of(running, "bluebowl") == ("claimed", "medium")
        assert state_of(running, "gravelroad") == ("open", "medium")
        assert [each.person.handle for each in running if each.kind == "practice"] == ["lowtide"]
        assert [each.person.handle for each in running if each.follow_up] == ["coldtea"]
        closed = await rows(place, "closed")
        assert state_of(closed, "thistle") == ("resolved", "high")
        assert state_of(closed, "tinroof") == ("resolved", "high")
        (ahead,) = [each for each in closed if each.follow_up_at is not None]
        assert ahead.person.handle == "thistle"
        assert {each.source for each in running} >= {"keyword", "help_button", "concern", "report"}
        assert await place.database.read(lambda reader: audit.verify(reader).broken_at) is None


async def test_each_talk_is_read_by_its_two_alone(tmp_path: Path) -> None:
    async with told_at(tmp_path, NOW) as place:
        for who, is_hers in (("nightheron", True), ("lowtide", False)):
            running = await rows(place, who=who)
            (talk,) = [each for each in running if each.person.handle == "papercrane"]
            assert (talk.room_id is not None) is is_hers


async def test_the_rota_says_who_means_to_be_there(tmp_path: Path) -> None:
    async with told_at(tmp_path, NOW) as place:
        page = await place.read(rota.list_rota, "lowtide", ListRota())
        now = [each for each in page.shifts if each.begins_at <= NOW < each.ends_at]
        assert {(each.person.handle, each.on_call) for each in now} == {
            ("nightheron", False),
            ("lowtide", True),
        }
        assert any("kettle" in each.note for each in page.shifts)
        # A plan: nobody is said to be there who did not prove it.
        assert not any(each.is_there for each in page.shifts)


@pytest.mark.parametrize("hour", [2, 7, 13, 23])
async def test_it_is_the_same_at_any_hour(tmp_path: Path, hour: int) -> None:
    now = datetime(2026, 11, 20, hour, 20, tzinfo=UTC) + timedelta(days=1)
    async with told_at(tmp_path, int(now.timestamp() * 1000)) as place:
        running = await rows(place)
        assert sorted(each.state.value for each in running) == [
            *("claimed", "in_contact", "open", "open", "open", "open")
        ]


async def test_what_somebody_has_stays_with_them_while_the_demonstration_runs(
    tmp_path: Path,
) -> None:
    async with told_at(tmp_path, NOW) as place:
        before = {each.person.handle: each.lease_until for each in await rows(place)}
        slept: list[float] = []

        async def sleep(seconds: float) -> None:
            slept.append(seconds)
            if len(slept) > 1:
                raise TimeoutError

        standing_in = StandingIn(place.database, place.story, place.told.people, sleep)
        with pytest.raises(TimeoutError):
            await standing_in.run()
        after = {each.person.handle: each.lease_until for each in await rows(place)}
        for handle in ("papercrane", "bluebowl"):
            assert (after[handle] or 0) > (before[handle] or 0)
        assert after["quietcorner"] is None
