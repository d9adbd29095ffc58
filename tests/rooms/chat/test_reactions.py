"""Small kindnesses: counted, gathered, and never from where one may not read."""

from __future__ import annotations

import pytest

from rooms.chat import membership, reactions
from rooms.chat.events import MessageReacted
from rooms.chat.membership import MutePerson
from rooms.chat.reactions import GATHER_MS, ListReactions, React, Reaction
from rooms.people.person import Actor
from tests.support.ids import id_of
from tests.support.scene import Scene


def react(
    scene: Scene, actor: Actor, message_id: str, name: Reaction = "hug", *, on: bool = True
) -> None:
    """Someone gives or takes back a reaction."""
    scene.do(reactions.react, actor, React(message_id=message_id, reaction=name, on=on))


def counts(scene: Scene) -> list[dict[str, int]]:
    """The counts that were announced since this was last asked."""
    return [event.reactions for event in scene.heard_of(MessageReacted)]


def test_a_first_reaction_is_announced_at_once(scene: Scene) -> None:
    said = scene.say(scene.anna)
    scene.heard()
    react(scene, scene.fay, said.message_id)
    (event,) = scene.heard()
    assert event == MessageReacted(
        room_id=scene.evening,
        epoch=scene.epoch,
        seq=2,
        at=scene.clock(),
        message_id=said.message_id,
        reactions={"hug": 1},
    )
    assert scene.page(scene.anna)[0].reactions == {"hug": 1}


def test_what_gathers_within_a_second_is_one_announcement(scene: Scene) -> None:
    said = scene.say(scene.anna)
    scene.bring_in(scene.ben, scene.evening)
    react(scene, scene.fay, said.message_id)
    scene.heard()
    for name in ("heart", "thanks", "hug"):
        react(scene, scene.anna, said.message_id, name)
    assert counts(scene) == []
    scene.clock.advance(ms=GATHER_MS - 1)
    assert scene.write(reactions.announce_due) == 0
    scene.clock.advance(ms=1)
    assert scene.write(reactions.announce_due) == 1
    assert counts(scene) == [{"heart": 1, "hug": 2, "thanks": 1}]
    assert scene.write(reactions.announce_due) == 0
    assert scene.snapshot()["reaction_due"] == []


def test_a_reaction_after_the_second_carries_what_gathered(scene: Scene) -> None:
    said = scene.say(scene.anna)
    react(scene, scene.fay, said.message_id)
    react(scene, scene.anna, said.message_id)
    scene.clock.advance(ms=GATHER_MS)
    scene.heard()
    react(scene, scene.anna, said.message_id, "heart")
    assert counts(scene) == [{"heart": 1, "hug": 2}]
    assert scene.write(reactions.announce_due) == 0


def test_giving_twice_is_giving_once(scene: Scene) -> None:
    said = scene.say(scene.anna)
    react(scene, scene.fay, said.message_id)
    scene.clock.advance(ms=GATHER_MS)
    scene.heard()
    before = scene.snapshot()
    react(scene, scene.fay, said.message_id)
    react(scene, scene.fay, said.message_id, "heart", on=False)
    assert counts(scene) == []
    assert scene.snapshot() == before


def test_a_reaction_taken_back_leaves_no_trace(scene: Scene) -> None:
    said = scene.say(scene.anna)
    react(scene, scene.fay, said.message_id)
    scene.clock.advance(ms=GATHER_MS)
    react(scene, scene.fay, said.message_id, on=False)
    assert counts(scene) == [{"hug": 1}, {}]
    assert scene.snapshot()["reaction"] == []
    assert scene.page(scene.anna)[0].reactions == {}


def test_nothing_is_announced_about_what_was_taken_back(scene: Scene) -> None:
    said = scene.say(scene.anna)
    react(scene, scene.fay, said.message_id)
    react(scene, scene.fay, said.message_id, "heart")
    scene.delete(scene.anna, said.message_id)
    scene.clock.advance(ms=GATHER_MS)
    scene.heard()
    assert scene.write(reactions.announce_due) == 1
    assert counts(scene) == []
    assert scene.snapshot()["reaction_due"] == []
    assert scene.page(scene.fay)[0].reactions == {}


def test_at_most_a_hundred_are_announced_at_a_time(scene: Scene) -> None:
    for _ in range(105):
        said = scene.say(scene.anna)
        react(scene, scene.fay, said.message_id)
        react(scene, scene.anna, said.message_id)
    scene.clock.advance(ms=GATHER_MS)
    scene.heard()
    assert scene.write(reactions.announce_due) == 100
    assert scene.write(reactions.announce_due) == 5
    seqs = [event.seq for event in scene.heard_of(MessageReacted)]
    assert seqs == list(range(211, 316))


@pytest.mark.parametrize("who", ["ben", "adam"])
def test_strangers_react_to_nothing(scene: Scene, who: str) -> None:
    said = scene.say(scene.anna)
    command = React(message_id=said.message_id, reaction="hug", on=True)
    assert scene.no(reactions.react, getattr(scene, who), command) == "not_found"
    listing = ListReactions(message_id=said.message_id)
    assert scene.no(reactions.list_reactions, getattr(scene, who), listing) == "not_found"


def test_a_moderator_reads_but_reacts_only_where_they_are_in(scene: Scene) -> None:
    said = scene.say(scene.anna)
    command = React(message_id=said.message_id, reaction="hug", on=True)
    assert scene.no(reactions.react, scene.maria, command) == "forbidden"
    scene.bring_in(scene.maria, scene.evening)
    react(scene, scene.maria, said.message_id)


def test_what_can_not_be_reacted_to(scene: Scene) -> None:
    early = scene.say(scene.anna)
    gone = scene.say(scene.anna)
    scene.delete(scene.anna, gone.message_id)
    scene.bring_in(scene.ben, scene.evening)
    for message_id in (early.message_id, gone.message_id, id_of("absent")):
        command = React(message_id=message_id, reaction="hug", on=True)
        assert scene.no(reactions.react, scene.ben, command) == "not_found"


def test_whoever_is_muted_only_reads_along(scene: Scene) -> None:
    said = scene.say(scene.fay)
    muting = MutePerson(room_id=scene.evening, user_id=scene.anna.user_id, mute_s=60)
    scene.do(membership.mute, scene.fay, muting)
    command = React(message_id=said.message_id, reaction="hug", on=True)
    assert scene.no(reactions.react, scene.anna, command) == "muted"


def test_who_reacted_comes_in_pages(scene: Scene) -> None:
    said = scene.say(scene.anna)
    people = [scene.person(f"m{number:03}x") for number in range(60)]
    for person in people:
        scene.bring_in(person, scene.evening)
    later = scene.say(scene.anna)
    for person in people:
        react(scene, person, later.message_id, "hug")
        react(scene, person, later.message_id, "heart")
    seen: list[tuple[str, str]] = []
    cursor = None
    while True:
        page = scene.ask(
            reactions.list_reactions,
            scene.anna,
            ListReactions(message_id=later.message_id, cursor=cursor),
        )
        seen += [(given.person.handle, given.reaction) for given in page.reactions]
        cursor = page.cursor
        if cursor is None:
            break
    assert sorted(seen) == sorted(
        (person.handle, name) for person in people for name in ("hug", "heart")
    )
    command = React(message_id=said.message_id, reaction="hug", on=True)
    assert scene.no(reactions.react, people[0], command) == "not_found"
