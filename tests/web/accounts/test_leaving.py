"""What accounts keep of a person: no secret is shown, and nothing opens anything at the end."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest

from rooms.leaving import Item
from rooms.refusal import Refusal
from tests.sockets.canaries import sightings
from tests.web.accounts.leaving import TESS, Leaving
from web.accounts import leaving, sessions
from web.accounts.events import SignInEnded


@pytest.fixture
def scene() -> Iterator[Leaving]:
    scene = Leaving()
    scene.live_a_life()
    scene.heard()
    yield scene
    scene.close()


@pytest.mark.parametrize("gather", [leaving.ways_in, leaving.sign_ins, leaving.invites])
def test_no_secret_is_shown(scene: Leaving, gather: object) -> None:
    items = scene.read(lambda reader: gather(reader, TESS, "")).items  # type: ignore[operator]
    assert items
    assert sightings(str(items)) == []


def one(scene: Leaving, gather: object, user_id: str = TESS) -> Item:
    (item,) = scene.read(lambda reader: gather(reader, user_id, "")).items  # type: ignore[operator]
    return item  # type: ignore[no-any-return]


def test_how_i_can_come_in(scene: Leaving) -> None:
    assert one(scene, leaving.ways_in) == {
        "second_factor_since": scene.clock(),
        "recovery_codes_left": 2,
        "guidelines_version_read": 1,
    }
    assert one(scene, leaving.ways_in, scene.anna.user_id) == {
        "second_factor_since": None,
        "recovery_codes_left": 0,
        "guidelines_version_read": 0,
    }


def test_where_i_am_signed_in(scene: Leaving) -> None:
    mine = one(scene, leaving.sign_ins)
    assert (mine["device"], mine["proven"], mine["ended_at"]) == ("program", True, None)


def test_what_i_invited_to_and_what_was_proposed_about_me(scene: Leaving) -> None:
    assert one(scene, leaving.invites)["created_at"] == scene.clock()
    proposed = one(scene, leaving.proposals)
    assert (proposed["kind"], proposed["role"], proposed["state"]) == (
        "role",
        "moderator",
        "waiting",
    )
    assert scene.adam.user_id not in str(proposed)


def test_many_come_in_parts(scene: Leaving) -> None:
    ben = scene.ben.user_id
    for number in range(30):
        begin = partial(sessions.start, user_id=ben, token=f"t{number}", days=1000)
        scene.write(begin)
    found, cursor = [], ""
    while True:
        part = scene.read(lambda reader, at=cursor: leaving.sign_ins(reader, ben, at))  # type: ignore[misc]
        found += [item["sign_in_id"] for item in part.items]
        if part.cursor is None:
            break
        cursor = part.cursor
    assert len(found) == len(set(found)) == 30


def test_nothing_opens_anything_any_more(scene: Leaving) -> None:
    scene.write(partial(sessions.start, user_id=TESS, token="open", days=30))
    others = scene.snapshot()
    while scene.write(lambda work: leaving.forget_ways_in(work, TESS, "")) is not None:
        pass
    assert {event.reason for event in scene.heard_of(SignInEnded)} == {"erased"}
    with pytest.raises(Refusal) as refused:
        scene.read(lambda reader: sessions.actor_for_token(reader, "open"))
    assert refused.value.code == "bad_auth"
    for name in ("sign_in", "credential", "second_factor", "recovery_code"):
        kept = [row for row in others[name] if TESS not in row]
        assert scene.snapshot()[name] == kept, name


def test_what_they_asked_for_is_gone(scene: Leaving) -> None:
    while scene.write(lambda work: leaving.forget_deeds(work, TESS, "")) is not None:
        pass
    tables = scene.snapshot()
    assert (tables["invite"], tables["export"], tables["export_part"]) == ([], [], [])
    # What she proposed about Ben stays, for it is about him.
    assert [row[2] for row in tables["proposal"]] == [scene.ben.user_id]
