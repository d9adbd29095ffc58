"""Accounts of people who knocked and whom nobody let in are not kept for good."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from rooms.people.person import Actor, State
from rooms.people.suggesting import SECOND_WORDS
from tests.web.accounts.inviting import Inviting
from web.accounts import erasing, waiting
from web.accounts.waiting import WAIT_MAX_MS


@pytest.fixture
def scene() -> Iterator[Inviting]:
    scene = Inviting()
    yield scene
    scene.close()


def knocks(scene: Inviting, name: str) -> Actor:
    code = scene.invite(scene.fay, kind="knock", room_id=scene.evening, valid_h=8760).code
    return scene.sign_up(name, code)


def run(scene: Inviting) -> None:
    """Both jobs until neither has anything to do."""
    for step in (waiting.step, erasing.step):
        while scene.write(step) is not None:
            pass


def test_after_a_month_nothing_of_them_is_left(scene: Inviting) -> None:
    robin = knocks(scene, "robin")
    scene.sign_in(robin)
    scene.connection.execute(
        "INSERT INTO credential (user_id, passphrase_hash) VALUES (?, 'hash')", (robin.user_id,)
    )
    scene.clock.advance(ms=WAIT_MAX_MS - 1)
    run(scene)
    assert scene.state(robin) is State.WAITING
    assert scene.standing(robin) == ("waiting", "member")
    scene.clock.advance(ms=1)
    run(scene)
    assert scene.state(robin) is State.ERASED
    assert scene.standing(robin) is None
    for table in ("credential", "sign_in", "recovery_code"):
        (left,) = scene.connection.execute(
            f"SELECT count(*) FROM {table} WHERE user_id = ?",  # noqa: S608
            (robin.user_id,),
        ).fetchone()
        assert left == 0, table
    names = scene.connection.execute("SELECT handle FROM person").fetchall()
    assert ("robin",) not in names


def test_who_was_let_in_stays(scene: Inviting) -> None:
    robin = knocks(scene, "robin")
    scene.set(robin, "state", "active")
    scene.clock.advance(ms=WAIT_MAX_MS)
    run(scene)
    assert scene.state(robin) is State.ACTIVE
    assert scene.state(scene.anna) is State.ACTIVE


def test_many_go_a_few_at_a_time(scene: Inviting) -> None:
    people = [knocks(scene, name) for name in SECOND_WORDS[:25]]
    scene.clock.advance(ms=WAIT_MAX_MS)
    steps = 1
    while scene.write(waiting.step) is not None:
        steps += 1
    assert steps == 3
    assert {scene.state(person) for person in people} == {State.ERASING}
