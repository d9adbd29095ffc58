"""What happened since a copy was taken, done again: all of it, in any order of life, once."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from chatserver import records
from chatserver.database import Database
from chatserver.facts import (
    AnyFact,
    AuditHead,
    BanLifted,
    Banned,
    Begun,
    BlockSet,
    MessageHidden,
    MessageTakenBack,
    NameClaimed,
    Reduced,
    Renamed,
    RoleSet,
    StateSet,
    facts_of,
)
from chatserver.ids import new_id
from chatserver.journal import Journal
from chatserver.journal_lines import Line
from chatserver.replaying import WORDS, OlderThanJournal, deeds, open_store
from moderation.conduct import sanctions
from rooms.people import blocking, claims, naming, registry
from rooms.people.events import YourHandle
from rooms.people.person import Role, State
from rooms.refusal import Refusal
from tests.support.scene import Scene
from web.accounts import erasing

DAY_MS = 24 * 3600 * 1000


@pytest.fixture
def scene() -> Iterator[Scene]:
    scene = Scene()
    yield scene
    scene.close()


def lines(scene: Scene, *facts: AnyFact) -> list[Line]:
    return [
        Line(number=number, at=scene.clock(), batch=number, fact=fact)
        for number, fact in enumerate(facts, 1)
    ]


def replay(scene: Scene, journal: Iterable[Line]) -> dict[str, int]:
    """Do it all again, as the server would."""
    done: dict[str, int] = {}
    for deed in deeds(journal):
        what = None
        while what is None:
            what = scene.write(deed.run)
        done[what] = done.get(what, 0) + 1
    assert done.keys() <= {*WORDS, ""}
    return {what: count for what, count in done.items() if what}


def state(scene: Scene, user_id: str) -> State | None:
    return scene.read(lambda reader: registry.state_of(reader, user_id))


def handle(scene: Scene, user_id: str) -> str:
    user = scene.read(lambda reader: registry.by_id(reader, user_id))
    assert user is not None
    return user.handle


def banned(scene: Scene, user_id: str) -> bool:
    return scene.read(lambda reader: sanctions.current(reader, user_id)) is not None


def test_everything_holds_again_and_twice_is_once(scene: Scene) -> None:
    anna, ben = scene.anna.user_id, scene.ben.user_id
    deleted, hidden = scene.say(scene.anna, "canary one"), scene.say(scene.anna, "canary two")
    journal = lines(
        scene,
        Begun(store="s"),
        MessageTakenBack(message_id=deleted.message_id),
        MessageHidden(message_id=hidden.message_id, reason="unkind"),
        Renamed(user_id=anna, handle="annika"),
        Banned(user_id=ben, reason="harassment", until=None, given_by=scene.maria.user_id),
        BlockSet(user_id=anna, blocked_id=ben, on=True),
        RoleSet(user_id=scene.maria.user_id, role=Role.MEMBER),
        AuditHead(epoch="e", number=1, hash="h"),
        Reduced(),
    )
    assert replay(scene, journal) == {"message": 2, "name": 1, "ban": 1, "block": 1, "role": 1}
    assert [message.state for message in scene.page(scene.fay)] == ["deleted", "hidden"]
    assert handle(scene, anna) == "annika"
    assert banned(scene, ben)
    assert scene.read(lambda reader: blocking.blocked_by(reader, anna)) == [ben]
    maria = scene.read(lambda reader: registry.by_id(reader, scene.maria.user_id))
    assert maria is not None
    assert maria.role is Role.MEMBER
    before = scene.snapshot()
    assert replay(scene, journal) == {}
    assert scene.snapshot() == before


def test_whoever_was_erased_is_gone_with_every_word(scene: Scene) -> None:
    anna = scene.anna.user_id
    for number in range(130):
        scene.say(scene.anna, f"canary {number}")
        scene.clock.advance(s=2)
    journal = lines(
        scene,
        StateSet(user_id=anna, state=State.ERASING),
        StateSet(user_id=anna, state=State.ERASED),
    )
    assert replay(scene, journal) == {"erased": 1}
    assert state(scene, anna) is State.ERASED
    kept = str(scene.snapshot())
    assert "canary" not in kept
    assert "'anna'" not in kept
    assert replay(scene, journal) == {}


def test_whoever_was_leaving_leaves_when_they_would_have(scene: Scene) -> None:
    anna = scene.anna.user_id
    journal = lines(scene, StateSet(user_id=anna, state=State.ERASING))
    asked_at = scene.clock()
    scene.clock.advance(days=2)
    assert replay(scene, journal) == {"leaving": 1}
    due_at = scene.read(lambda reader: erasing.until(reader, anna))
    assert due_at == asked_at + erasing.TAKEN_BACK_MS
    assert replay(scene, journal) == {}
    journal += lines(scene, StateSet(user_id=anna, state=State.ACTIVE))
    assert replay(scene, journal) == {"leaving": 1}
    assert state(scene, anna) is State.ACTIVE
    assert scene.read(lambda reader: erasing.until(reader, anna)) is None


def test_an_erasure_that_the_copy_knew_as_asked_for_is_finished(scene: Scene) -> None:
    anna = scene.anna.user_id
    scene.write(lambda work: erasing.begin(work, anna, work.now + 3 * DAY_MS))
    journal = lines(scene, StateSet(user_id=anna, state=State.ERASED))
    assert replay(scene, journal) == {"erased": 1}
    assert state(scene, anna) is State.ERASED


def test_an_erasure_removes_whom_it_is_about_and_nobody_else(scene: Scene) -> None:
    """Anna's time ran out long before the restore; but she had taken it back."""
    anna, ben = scene.anna.user_id, scene.ben.user_id
    scene.say(scene.anna, "still here")
    scene.write(lambda work: erasing.begin(work, anna, work.now + DAY_MS))
    adam = scene.adam.user_id
    assert adam < ben, "whose turn would come first"
    scene.write(lambda work: erasing.begin(work, adam, work.now + DAY_MS))
    scene.clock.advance(days=9)
    for order in ((ben, anna), (anna, ben)):
        journal = lines(
            scene,
            *(
                StateSet(user_id=who, state=State.ACTIVE if who == anna else State.ERASED)
                for who in order
            ),
        )
        replay(scene, journal)
        assert (state(scene, anna), state(scene, ben)) == (State.ACTIVE, State.ERASED)
    assert state(scene, adam) is State.ERASING, "the job's to do, not the restore's"
    assert handle(scene, anna) == "anna"
    assert [message.body for message in scene.page(scene.fay)] == ["still here"]


def test_an_erasure_waits_for_everything_else(scene: Scene) -> None:
    """The fact of someone erased goes last, whatever the order of the journal."""
    anna, ben = scene.anna.user_id, scene.ben.user_id
    scene.write(lambda work: erasing.begin(work, anna, work.now + DAY_MS))
    scene.clock.advance(days=9)
    journal = lines(
        scene,
        StateSet(user_id=ben, state=State.ERASED),
        StateSet(user_id=anna, state=State.ACTIVE),
    )
    done = [scene.write(deed.run) for deed in deeds(journal)]
    assert done[0] == "leaving"


@pytest.mark.parametrize("before", [State.ACTIVE, State.WAITING])
@pytest.mark.parametrize("since", [State.FROZEN, State.WAITING, State.ACTIVE])
def test_whoever_stayed_after_all_is_what_they_became_since(
    scene: Scene, before: State, since: State
) -> None:
    anna = scene.anna.user_id
    scene.write(lambda work: registry.set_state(work, anna, before))
    scene.write(lambda work: erasing.begin(work, anna, work.now + DAY_MS))
    assert replay(scene, lines(scene, StateSet(user_id=anna, state=since))) == {"leaving": 1}
    assert state(scene, anna) is since
    assert scene.read(lambda reader: erasing.until(reader, anna)) is None


def test_whoever_stayed_and_asked_again_has_their_whole_time(scene: Scene) -> None:
    anna = scene.anna.user_id
    scene.write(lambda work: erasing.begin(work, anna, work.now + 10 * 3600 * 1000))
    scene.clock.advance(minutes=9 * 60)
    journal = lines(scene, StateSet(user_id=anna, state=State.ERASING))
    asked_at = scene.clock()
    scene.clock.advance(s=5)
    assert replay(scene, journal) == {"leaving": 1}
    due_at = scene.read(lambda reader: erasing.until(reader, anna))
    assert due_at == asked_at + erasing.TAKEN_BACK_MS
    assert replay(scene, journal) == {}


def test_a_removal_that_has_begun_is_put_off_by_nothing(scene: Scene) -> None:
    anna = scene.anna.user_id
    for number in range(130):
        scene.say(scene.anna, f"canary {number}")
        scene.clock.advance(s=2)
    scene.write(lambda work: erasing.begin(work, anna, work.now))
    due_at = scene.read(lambda reader: erasing.until(reader, anna))
    scene.write(erasing.step)
    assert replay(scene, lines(scene, StateSet(user_id=anna, state=State.ERASING))) == {}
    assert scene.read(lambda reader: erasing.until(reader, anna)) == due_at


def test_a_name_that_was_given_up_since_is_nobody_elses(scene: Scene) -> None:
    """first, second, third: nobody can be taken for who Anna was in between."""
    anna = scene.anna.user_id
    journal = lines(
        scene,
        *facts_of(YourHandle(user_id=anna, handle=name) for name in ("second", "third", "anna")),
    )
    replay(scene, journal)
    assert handle(scene, anna) == "anna"
    for taken in ("second", "third", "th1rd"):
        with pytest.raises(Refusal, match="name_taken"):
            scene.write(
                lambda work, taken=taken: claims.claim(work, scene.ben.user_id, taken)  # type: ignore[misc]
            )
    scene.write(lambda work: naming.change(work, anna, "second"))
    assert handle(scene, anna) == "second"
    before = scene.snapshot()
    replay(scene, journal[:-1])
    assert scene.snapshot()["name_claim"] == before["name_claim"]


def test_a_name_of_whoever_is_gone_or_of_another_is_claimed_for_nobody(scene: Scene) -> None:
    anna, ben = scene.anna.user_id, scene.ben.user_id
    scene.write(lambda work: erasing.begin(work, ben, work.now))
    while scene.write(erasing.step) is not None:
        pass
    before = scene.snapshot()
    journal = lines(
        scene,
        NameClaimed(user_id=ben, skeleton_hash=claims.claim_hash("free")),
        NameClaimed(user_id=anna, skeleton_hash=claims.claim_hash("maria")),
        NameClaimed(user_id="absent", skeleton_hash=claims.claim_hash("free")),
    )
    assert replay(scene, journal) == {}
    assert scene.snapshot() == before


def test_of_each_thing_its_newest_fact_counts(scene: Scene) -> None:
    anna, ben = scene.anna.user_id, scene.ben.user_id
    journal = lines(
        scene,
        Banned(user_id=ben, reason="spam", until=None, given_by=scene.maria.user_id),
        BlockSet(user_id=anna, blocked_id=ben, on=True),
        RoleSet(user_id=scene.maria.user_id, role=Role.MEMBER),
        StateSet(user_id=ben, state=State.FROZEN),
        Renamed(user_id=anna, handle="second"),
        BanLifted(user_id=ben),
        BlockSet(user_id=anna, blocked_id=ben, on=False),
        RoleSet(user_id=scene.maria.user_id, role=Role.MODERATOR),
        StateSet(user_id=ben, state=State.ACTIVE),
        Renamed(user_id=anna, handle="third"),
    )
    assert replay(scene, journal) == {"name": 1}
    assert handle(scene, anna) == "third"


def test_closed_accounts_are_closed_again_and_opened(scene: Scene) -> None:
    ben = scene.ben.user_id
    assert replay(scene, lines(scene, StateSet(user_id=ben, state=State.FROZEN))) == {"state": 1}
    assert state(scene, ben) is State.FROZEN
    assert replay(scene, lines(scene, StateSet(user_id=ben, state=State.ACTIVE))) == {"state": 1}
    assert state(scene, ben) is State.ACTIVE


def test_a_ban_that_the_copy_has_and_that_was_lifted_is_lifted(scene: Scene) -> None:
    ben = scene.ben.user_id
    given = Banned(user_id=ben, reason="spam", until=None, given_by=scene.maria.user_id)
    assert replay(scene, lines(scene, given)) == {"ban": 1}
    assert replay(scene, lines(scene, BanLifted(user_id=ben))) == {"ban": 1}
    assert not banned(scene, ben)


def test_nobody_gains_a_role_by_it(scene: Scene) -> None:
    journal = lines(scene, RoleSet(user_id=scene.anna.user_id, role=Role.ADMIN))
    assert replay(scene, journal) == {}
    anna = scene.read(lambda reader: registry.by_id(reader, scene.anna.user_id))
    assert anna is not None
    assert anna.role is Role.MEMBER


def test_a_name_that_another_has_come_to_is_not_the_one_given_up_either(scene: Scene) -> None:
    anna = scene.anna.user_id
    scene.person("clara")
    assert replay(scene, lines(scene, Renamed(user_id=anna, handle="clara"))) == {"name": 1}
    assert handle(scene, anna).startswith("renamed-")
    with pytest.raises(Refusal, match="name_taken"):
        scene.write(lambda work: claims.claim(work, scene.ben.user_id, "anna"))


def test_what_the_copy_does_not_know_is_passed_over(scene: Scene) -> None:
    before = scene.snapshot()
    absent = lines(
        scene,
        MessageTakenBack(message_id="absent"),
        MessageHidden(message_id="absent", reason="unkind"),
        StateSet(user_id="absent", state=State.ERASED),
        Renamed(user_id="absent", handle="new"),
        RoleSet(user_id="absent", role=Role.MEMBER),
        Banned(user_id="absent", reason="spam", until=None, given_by="absent"),
        BanLifted(user_id="absent"),
        BlockSet(user_id="absent", blocked_id=scene.anna.user_id, on=True),
        BlockSet(user_id=scene.anna.user_id, blocked_id="absent", on=False),
    )
    assert replay(scene, absent) == {}
    assert scene.snapshot() == before


def database(folder: Path) -> Database:
    journal = Journal(folder / "journal.jsonl", keep_days=400)
    return Database(folder / "d", now=lambda: 5 * DAY_MS, new_id=new_id, journal=journal)


@asynccontextmanager
async def opened(folder: Path) -> AsyncIterator[Database]:
    """An open store that has caught up."""
    found = database(folder)
    await open_store(found)
    try:
        yield found
    finally:
        await found.close()


async def with_ann(folder: Path, *facts: AnyFact, batches: int = 1) -> None:
    """A store with one person; the journal got these facts, and then the machine stopped."""
    async with opened(folder) as found:
        await found.write(lambda work: registry.add(work, "ann", "ann", Role.MEMBER))
        assert found.witness is not None
        for _ in range(batches):
            found.witness.journal.append(facts, 5 * DAY_MS)


async def test_a_stop_before_the_commit_is_caught_up(tmp_path: Path) -> None:
    await with_ann(
        tmp_path,
        StateSet(user_id="ann", state=State.FROZEN),
        Banned(user_id="ann", reason="spam", until=None, given_by=""),
    )
    async with opened(tmp_path) as again:
        assert await again.read(lambda reader: registry.state_of(reader, "ann")) is State.FROZEN
        assert await again.read(lambda reader: sanctions.current(reader, "ann")) is not None
    async with opened(tmp_path) as third:
        assert third.witness is not None
        assert third.witness.journal.beyond == []


async def test_an_erasure_that_is_caught_up_is_cleaned_up_after(tmp_path: Path) -> None:
    """Like one that the job did to its end: what is free in the file is overwritten in time."""
    await with_ann(tmp_path, StateSet(user_id="ann", state=State.ERASED))
    async with opened(tmp_path) as again:
        assert await again.read(lambda reader: registry.state_of(reader, "ann")) is State.ERASED
        owed, _ = await again.read(lambda reader: records.job(reader, "upkeep"))
        assert owed.startswith("log ")


async def test_an_older_copy_put_in_place_by_hand_is_not_opened(tmp_path: Path) -> None:
    await with_ann(tmp_path, Renamed(user_id="ann", handle="new"), batches=2)
    with pytest.raises(OlderThanJournal):
        await open_store(database(tmp_path))
