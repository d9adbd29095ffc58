"""All that is kept of me, for me: complete, in parts, named as people are now, and forgotten."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import msgspec
import pytest

from chatserver.database import Database
from rooms.chat.references import SOMEONE
from rooms.leaving import Named
from rooms.paging import ANSWER_MAX_BYTES
from rooms.people import registry
from rooms.people.person import Actor, Role
from rooms.work import Work
from tests.sockets.canaries import sightings
from tests.support.clock import ManualClock
from tests.support.ids import CountingIds, id_of
from tests.web.accounts.leaving import TESS, Leaving, gather, set_block
from web.accounts import exporting
from web.accounts.exporting import (
    KEPT_MS,
    RENEWED_AFTER_MS,
    ExportAccount,
    ExportPage,
    ReadExportPage,
)
from web.wire import encode_result


@pytest.fixture
def scene() -> Iterator[Leaving]:
    scene = Leaving()
    yield scene
    scene.close()


def section(parts: list[ExportPage], name: str) -> list[dict[str, object]]:
    """Everything of one kind."""
    return [dict(item) for part in parts if part.section == name for item in part.items]


def test_it_begins_goes_on_and_is_there(scene: Leaving) -> None:
    begun = scene.do(exporting.export, scene.anna, ExportAccount())
    assert (begun.ready, begun.parts, begun.steps_done) == (False, 0, 0)
    assert begun.expires_at == scene.clock() + KEPT_MS
    assert scene.do(exporting.export, scene.anna, ExportAccount()) == begun, "one at a time"
    asked = ReadExportPage(export_id=begun.export_id, part_no=0)
    assert scene.no(exporting.read_page, scene.anna, asked) == "not_found"
    assert scene.read(exporting.next_due)
    state, parts = scene.export(scene.anna)
    assert not scene.read(exporting.next_due)
    assert (state.export_id, state.parts) == (begun.export_id, len(parts))
    assert state.steps_done == state.steps == begun.steps > len(parts)
    assert [part.more for part in parts] == [True] * (len(parts) - 1) + [False]


def test_it_is_mine_alone(scene: Leaving) -> None:
    state, _ = scene.export(scene.anna)
    asked = ReadExportPage(export_id=state.export_id, part_no=0)
    refusal = scene.refusal(exporting.read_page, scene.fay, asked)
    absent = ReadExportPage(export_id=id_of("absent"), part_no=0)
    assert refusal.code == "not_found"
    assert scene.refusal(exporting.read_page, scene.fay, absent).message == refusal.message
    scene.export(scene.fay)
    assert scene.no(exporting.read_page, scene.fay, asked) == "not_found"
    beyond = msgspec.structs.replace(asked, part_no=state.parts)
    assert scene.no(exporting.read_page, scene.anna, beyond) == "not_found"


def test_no_words_and_no_names_of_others(scene: Leaving) -> None:
    scene.live_a_life()
    _, parts = scene.export(scene.anna)
    # That she reported something that Tess said, she knows; in anything else there is no name.
    told = str([part for part in parts if part.section != "reports"])
    assert sightings(told) == []
    for secret in ("kind word", "fay", "adam", "maria"):
        assert secret not in told, secret


def test_it_is_complete(scene: Leaving) -> None:
    scene.live_a_life()
    scene.clock.advance(days=1)
    _, parts = scene.export(scene.now(scene.tess))
    (account,) = section(parts, "account")
    assert account["handle"] == scene.now(scene.tess).handle
    messages = section(parts, "messages")
    assert len(messages) == 5
    assert len({message["message_id"] for message in messages}) == 5
    (answer,) = [message for message in messages if message["reply_to"]]
    assert str(answer["body"]).startswith("@fay ")
    assert {report["note"] == "" for report in section(parts, "reports")} == {False}
    assert section(parts, "blocks") == [{"person": Named(scene.ben.user_id, "ben")}]
    assert len(section(parts, "rooms")) == 2


def test_others_and_i_are_named_as_we_are_now(scene: Leaving) -> None:
    scene.write(partial(set_block, pair=(scene.anna.user_id, scene.ben.user_id)))
    scene.say(scene.anna, "@fay knows")
    state, _ = scene.export(scene.anna)
    scene.rename(scene.fay, "Faye")
    scene.rename(scene.ben, "Benno")
    scene.rename(scene.anna, "Annie")

    def shown() -> str:
        pages = [scene.page_of(scene.now(scene.anna), state, no) for no in range(state.parts)]
        return msgspec.json.encode(pages).decode()

    now = shown()
    assert "@Faye knows" in now
    assert '"handle":"Benno"' in now
    assert '"handle":"Annie"' in now
    assert not any(f'"{old}"' in now or f"@{old} " in now for old in ("fay", "ben", "anna"))
    scene.erase(scene.ben)
    assert f'"handle":"{SOMEONE}"' in shown()
    assert "Benno" not in str(scene.snapshot()["export_part"])


def test_asked_again_after_a_day_it_is_gathered_anew(scene: Leaving) -> None:
    scene.say(scene.anna, "before")
    first, _ = scene.export(scene.anna)
    scene.say(scene.anna, "after")
    scene.clock.advance(ms=RENEWED_AFTER_MS - 1)
    assert not exporting.can_renew(first, scene.clock())
    assert scene.do(exporting.export, scene.anna, ExportAccount()) == first
    scene.clock.advance(ms=1)
    assert exporting.can_renew(first, scene.clock())
    again = scene.do(exporting.export, scene.anna, ExportAccount())
    assert (again.ready, again.parts, again.asked_at) == (False, 0, scene.clock())
    asked = ReadExportPage(export_id=again.export_id, part_no=0)
    assert scene.no(exporting.read_page, scene.anna, asked) == "not_found"
    _, parts = scene.export(scene.anna)
    assert [item["body"] for item in section(parts, "messages")] == ["before", "after"]
    assert len(section(parts, "account")) == 1


def test_after_a_week_it_is_forgotten(scene: Leaving) -> None:
    state, _ = scene.export(scene.anna)
    scene.clock.advance(ms=KEPT_MS)
    asked = ReadExportPage(export_id=state.export_id, part_no=0)
    assert scene.no(exporting.read_page, scene.anna, asked) == "not_found"
    assert scene.read(lambda reader: exporting.state_of(reader, scene.anna.user_id)) is None
    while scene.write(gather) is not None:
        pass
    tables = scene.snapshot()
    assert (tables["export"], tables["export_part"]) == ([], [])
    begun = scene.do(exporting.export, scene.anna, ExportAccount())
    assert begun.export_id != state.export_id


def test_asked_for_when_the_last_one_is_over_but_not_forgotten(scene: Leaving) -> None:
    scene.export(scene.anna)
    scene.clock.advance(ms=KEPT_MS)
    begun = scene.do(exporting.export, scene.anna, ExportAccount())
    assert (begun.ready, begun.parts) == (False, 0)
    state, _ = scene.export(scene.anna)
    assert state.expires_at == scene.clock() + KEPT_MS


def test_whoever_is_leaving_can_still_have_it(scene: Leaving) -> None:
    scene.say(scene.anna, "mine")
    scene.erase(scene.anna)
    _, parts = scene.export(scene.now(scene.anna))
    assert [item["body"] for item in section(parts, "messages")] == ["mine"]
    (account,) = section(parts, "account")
    assert account["handle"] == "anna"


def test_two_are_gathered_one_after_the_other(scene: Leaving) -> None:
    for actor in (scene.anna, scene.fay):
        scene.do(exporting.export, actor, ExportAccount())
        scene.clock.advance(minutes=1)
    while scene.write(gather) is not None:
        pass
    for actor in (scene.anna, scene.fay):
        state = scene.read(lambda reader, who=actor: exporting.state_of(reader, who.user_id))  # type: ignore[misc]
        assert state is not None
        assert state.ready


def test_every_part_fits_an_answer_whatever_the_names_become(scene: Leaving) -> None:
    crowd = [scene.person(f"x{number}x") for number in range(20)]
    for person in crowd:
        scene.bring_in(person, scene.evening)
        scene.say(person)
    names = " ".join(f"@{person.handle}" for person in crowd)
    for number in range(40):
        scene.say(scene.anna, f"{names} {number} " + "ü" * 500)
    for person in crowd:
        handle = person.handle.ljust(24, "\U00010330")
        scene.connection.execute(
            "UPDATE person SET handle = ? WHERE user_id = ?", (handle, person.user_id)
        )
    _, parts = scene.export(scene.anna)
    sizes = [len(encode_result(part)) for part in parts]
    assert max(sizes) <= ANSWER_MAX_BYTES
    assert len(section(parts, "messages")) == 40


def test_a_broken_one_holds_up_nobody_and_is_forgotten_in_its_time(scene: Leaving) -> None:
    begun = [scene.do(exporting.export, who, ExportAccount()) for who in (scene.anna, scene.ben)]
    broken, sound = sorted(each.export_id for each in begun)
    scene.connection.execute("UPDATE export SET step = 'no section' WHERE export_id = ?", (broken,))
    turns = [scene.read(partial(exporting.next_due, after=at)) for at in ("", broken, sound)]
    assert turns == [broken, sound, broken]
    with pytest.raises(KeyError):
        scene.write(lambda work: exporting.step(work, broken))
    while scene.read(lambda reader: exporting.next_due(reader, broken)) == sound:
        scene.write(lambda work: exporting.step(work, sound))
    assert scene.read(lambda reader: exporting.next_due(reader, broken)) == broken
    scene.clock.advance(ms=KEPT_MS)
    while scene.write(gather) is not None:
        pass
    assert scene.snapshot()["export"] == []


def test_a_step_is_small(scene: Leaving) -> None:
    for number in range(450):
        scene.say(scene.anna, f"{number}")
    scene.do(exporting.export, scene.anna, ExportAccount())
    grown = []
    while True:
        before = len(scene.snapshot()["export_part"])
        if scene.write(gather) is None:
            break
        grown.append(len(scene.snapshot()["export_part"]) - before)
    assert len(grown) >= 3
    assert sum(grown) >= 5


async def test_killed_after_any_step_it_goes_on_where_it_was(
    migrated: Path, tmp_path: Path, clock: ManualClock
) -> None:
    path = tmp_path / "chat.sqlite3"
    shutil.copy(migrated, path)
    ids = CountingIds()
    anna = Actor(id_of("anna"), "anna", Role.MEMBER)

    async def in_new_process(run: object) -> object:
        database = await Database(path, now=clock, new_id=ids).open()
        try:
            return await database.write(run)  # type: ignore[arg-type]
        finally:
            await database.close()

    def live(work: Work) -> None:
        registry.add(work, anna.user_id, anna.handle, anna.role)
        for number in range(450):
            other = registry.add(work, work.new_id(), f"other{number}", Role.MEMBER)
            set_block(work, (anna.user_id, other.user_id))
        exporting.export(work, anna, ExportAccount())

    await in_new_process(live)
    steps = 0
    while await in_new_process(gather) is not None:
        steps += 1
    assert steps >= 3

    def read(work: Work) -> list[str]:
        state = exporting.state_of(work, anna.user_id)
        assert state is not None
        assert state.ready
        asked = [
            ReadExportPage(export_id=state.export_id, part_no=part_no)
            for part_no in range(state.parts)
        ]
        parts = [exporting.read_page(work, anna, each) for each in asked]
        return [str(item["person"]) for item in section(parts, "blocks")]

    people = await in_new_process(read)
    assert isinstance(people, list)
    assert len(people) == len(set(people)) == 450


def test_an_export_goes_with_its_person(scene: Leaving) -> None:
    scene.export(scene.tess)
    scene.erase(scene.tess)
    scene.remove()
    assert scene.snapshot()["export_part"] == []
    assert TESS not in str(scene.snapshot()["export"])
