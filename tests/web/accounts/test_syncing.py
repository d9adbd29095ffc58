"""What `session.sync` tells of me: how far I am here, and what is going on about me."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest

from moderation.cases.answering import Nobody
from moderation.conduct import sanctions
from rooms.chat.reading import MyBan, MyRestore, SessionState, SyncSession
from rooms.people.person import Actor, State
from tests.support.scene import Scene
from web.accounts import erasing, recovery, syncing
from web.site.decided import Configured

HOUR_MS = 3600 * 1000


@pytest.fixture
def scene() -> Iterator[Scene]:
    scene = Scene()
    yield scene
    scene.close()


def sync(scene: Scene, actor: Actor) -> SessionState:
    return scene.read(
        lambda work: syncing.sync(
            work,
            actor,
            SyncSession(),
            configured=Configured(name="Harbour"),
            duty=Nobody(),
        )
    )


def test_an_ordinary_day(scene: Scene) -> None:
    state = sync(scene, scene.anna)
    assert [mine.room.room_id for mine in state.rooms] == [scene.evening]
    assert (state.state, state.proven, state.second_factor) == (State.ACTIVE, True, False)
    assert (state.ban, state.erasing_until, state.restore) == (None, None, None)


def test_whether_i_have_a_second_factor(scene: Scene) -> None:
    scene.connection.execute(
        "INSERT INTO second_factor VALUES (?, '', NULL, 0, 'offered', 1)", (scene.anna.user_id,)
    )
    assert sync(scene, scene.anna).second_factor is False, "it was never confirmed"
    scene.connection.execute("UPDATE second_factor SET confirmed_at = 1")
    assert sync(scene, scene.anna).second_factor is True
    assert sync(scene, scene.ben).second_factor is False


def test_staff_without_it_see_that_their_powers_rest(scene: Scene) -> None:
    unproven = msgspec.structs.replace(scene.maria, proven=False)
    assert sync(scene, unproven).proven is False


@pytest.mark.parametrize("until", [None, HOUR_MS])
def test_a_ban_tells_why_and_until_when_and_no_room(scene: Scene, until: int | None) -> None:
    end = None if until is None else scene.clock() + until
    banned = msgspec.structs.replace(scene.anna, state=State.BANNED)
    scene.write(
        lambda work: sanctions.ban(
            work,
            scene.maria,
            sanctions.Ban(user_id=banned.user_id, reason="unkind", until=end),
            end_sign_ins=lambda work, user_id: None,
        )
    )
    state = sync(scene, banned)
    assert state.ban == MyBan(reason="unkind", until=end)
    assert (state.state, state.rooms) == (State.BANNED, [])


def test_whoever_waits_sees_no_room(scene: Scene) -> None:
    waiting = msgspec.structs.replace(scene.anna, state=State.WAITING)
    state = sync(scene, waiting)
    assert (state.state, state.rooms, state.ban) == (State.WAITING, [], None)


def test_whoever_is_leaving_sees_until_when_they_can_stay(scene: Scene) -> None:
    due_at = scene.clock() + HOUR_MS
    scene.write(lambda work: erasing.begin(work, scene.anna.user_id, due_at))
    leaving = msgspec.structs.replace(scene.anna, state=State.ERASING)
    state = sync(scene, leaving)
    assert (state.state, state.erasing_until, state.rooms) == (State.ERASING, due_at, [])


def test_a_restore_is_told_to_the_person_alone(scene: Scene) -> None:
    now = scene.clock()
    due_at = now + HOUR_MS
    scene.connection.execute(
        "INSERT INTO proposal VALUES"
        " ('p', 'restore', ?, '', 'member', ?, ?, 'waiting', '', ?, NULL, NULL)",
        (scene.anna.user_id, scene.maria.user_id, now, due_at),
    )
    scene.write(
        lambda work: recovery.store_codes(
            work, scene.anna.user_id, ["x"], from_at=due_at, until=due_at + HOUR_MS, proposal_id="p"
        )
    )
    expected = MyRestore(proposal_id="p", asked_at=now, due_at=due_at)
    assert sync(scene, scene.anna).restore == expected
    assert sync(scene, scene.ben).restore is None
    scene.connection.execute("UPDATE proposal SET state = 'stopped'")
    assert sync(scene, scene.anna).restore is None
