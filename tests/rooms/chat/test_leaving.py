"""What someone said, gave and joined: told to themselves alone, and gone without a gap."""

from __future__ import annotations

from rooms.chat import leaving, membership, reactions, references, room
from rooms.chat.membership import RemovePerson
from rooms.chat.reactions import React
from rooms.chat.room import CreateRoom, UpdateRoom
from rooms.chat.views import Access
from rooms.leaving import ROWS, Forget, Gather, Item, Named
from rooms.people.person import Actor
from tests.support.scene import Scene


def all_of(scene: Scene, gather: Gather, actor: Actor) -> list[Item]:
    """Everything, part by part."""
    items: list[Item] = []
    cursor: str | None = ""
    while cursor is not None:
        found = scene.read(lambda reader, at=cursor: gather(reader, actor.user_id, at))  # type: ignore[misc]
        items += found.items
        cursor = found.cursor
    return items


def forget(scene: Scene, what: Forget, actor: Actor) -> int:
    """Every step; how many there were."""
    steps, cursor = 0, ""
    while True:
        following = scene.write(lambda work, at=cursor: what(work, actor.user_id, at))  # type: ignore[misc]
        if following is None:
            return steps
        steps, cursor = steps + 1, following


def test_what_i_said_in_every_state(scene: Scene) -> None:
    kept = scene.say(scene.fay, "mine, not hers")
    said = scene.say(scene.anna, "one", reply_to=kept.message_id)
    changed = scene.say(scene.anna, "two")
    scene.edit(scene.anna, changed.message_id, "two, anew")
    hidden = scene.say(scene.anna, "three")
    scene.hide(scene.maria, hidden.message_id)
    gone = scene.say(scene.anna, "four")
    scene.delete(scene.anna, gone.message_id)
    mine = all_of(scene, leaving.messages, scene.anna)
    assert [(item["state"], item["body"]) for item in mine] == [
        ("posted", "one"),
        ("posted", "two, anew"),
        ("hidden", "three"),
        ("deleted", ""),
    ]
    assert mine[0] == {
        "message_id": said.message_id,
        "room_id": scene.evening,
        "room": "Evening",
        "posted_at": scene.clock(),
        "edited_at": None,
        "state": "posted",
        "hidden_reason": None,
        "reply_to": kept.message_id,
        "warning": None,
        "topics": "",
        "body": "one",
    }
    assert mine[2]["hidden_reason"] == "unkind"


def test_a_room_that_is_hidden_from_me_now_has_no_name(scene: Scene) -> None:
    scene.say(scene.anna)
    out = RemovePerson(room_id=scene.evening, user_id=scene.anna.user_id)
    scene.do(membership.remove, scene.fay, out)
    new_name = UpdateRoom(room_id=scene.evening, access=Access.INVITE, name="Another name")
    scene.do(room.update, scene.fay, new_name)
    for gather in (leaving.messages, leaving.rooms):
        (item,) = all_of(scene, gather, scene.anna)
        assert item["room"] is None
    (item,) = all_of(scene, leaving.rooms, scene.anna)
    assert (item["standing"], item["must_ask"]) == ("gone", True)
    (item,) = all_of(scene, leaving.rooms, scene.fay)
    assert (item["room"], item["relation"]) == ("Another name", "facilitator")


def test_what_i_gave_and_what_i_opened(scene: Scene) -> None:
    said = scene.say(scene.fay).message_id
    for name in ("hug", "heart"):
        give = React(message_id=said, reaction=name, on=True)
        scene.do(reactions.react, scene.anna, give)
    assert all_of(scene, leaving.reactions, scene.anna) == [
        {"message_id": said, "room": "Evening", "reaction": name} for name in ("heart", "hug")
    ]
    tea = CreateRoom(nonce="n", name="Tea", access=Access.OPEN)
    made = scene.do(room.create, scene.maria, tea).room.room_id
    assert all_of(scene, leaving.rooms_made, scene.maria) == [{"room_id": made, "room": "Tea"}]


def test_many_messages_come_in_parts_and_none_twice(scene: Scene) -> None:
    for number in range(ROWS + 20):
        scene.say(scene.anna, f"word {number}")
    mine = all_of(scene, leaving.messages, scene.anna)
    assert [item["body"] for item in mine] == [f"word {number}" for number in range(ROWS + 20)]


def test_others_are_named_as_they_are_when_it_is_read(scene: Scene) -> None:
    scene.say(scene.anna, "@fay is here")
    (item,) = all_of(scene, leaving.messages, scene.anna)
    assert f"@{scene.fay.handle}" not in str(item["body"])
    items: list[Item] = [item, {"person": Named(scene.fay.user_id), "at": 7}]
    scene.connection.execute("UPDATE person SET handle = 'Faye' WHERE handle = 'fay'")
    said, named = scene.read(lambda reader: leaving.with_names(reader, items))
    assert said["body"] == "@Faye is here"
    assert named == {"person": Named(scene.fay.user_id, "Faye"), "at": 7}
    scene.connection.execute("UPDATE person SET state = 'erasing' WHERE handle = 'Faye'")
    said, named = scene.read(lambda reader: leaving.with_names(reader, items))
    assert said["body"] == f"@{references.SOMEONE} is here"
    assert named["person"] == Named(scene.fay.user_id, references.SOMEONE)


def test_words_become_tombstones_in_their_place(scene: Scene) -> None:
    for number in range(leaving.MESSAGES_PER_STEP + 5):
        scene.say(scene.anna, f"@fay {number}", nonce=f"secret{number}")
        scene.say(scene.fay, f"@anna {number}")
    before = scene.log(scene.fay)
    assert forget(scene, leaving.forget_messages, scene.anna) == 2
    after = scene.log(scene.fay)
    assert [entry.seq for entry in after] == [entry.seq for entry in before]
    for row in scene.snapshot()["message"]:
        if scene.anna.user_id == row[4]:
            # Its nonce is its id: unique still, and nothing that anybody chose.
            assert row[5] == row[0]
            assert row[6:10] == (b"", "", "", "deleted")
        else:
            assert row[9] == "posted"
    mentioned = {row[2] for row in scene.snapshot()["mention"]}
    assert mentioned == {scene.anna.user_id}, "she mentions nobody any more"


def test_what_they_gave_is_taken_from_the_counts(scene: Scene) -> None:
    said = scene.say(scene.fay).message_id
    for person in (scene.anna, scene.fay):
        scene.do(reactions.react, person, React(message_id=said, reaction="hug", on=True))
    scene.do(reactions.react, scene.anna, React(message_id=said, reaction="heart", on=True))
    forget(scene, leaving.forget_reactions, scene.anna)
    assert scene.page(scene.fay)[0].reactions == {"hug": 1}
    assert [row[1] for row in scene.snapshot()["reaction"]] == [scene.fay.user_id]


def test_they_are_nowhere_and_nobody_waits_for_them_to_read(scene: Scene) -> None:
    scene.say(scene.anna)
    scene.say(scene.fay, "@anna")
    forget(scene, leaving.forget_places, scene.anna)
    tables = scene.snapshot()
    for name in ("membership", "mention", "name_seen"):
        assert scene.anna.user_id not in str(tables[name]), name
    tea = CreateRoom(nonce="chosen", name="Tea", access=Access.OPEN)
    made = scene.do(room.create, scene.maria, tea).room.room_id
    forget(scene, leaving.forget_places, scene.maria)
    assert "chosen" not in str(scene.snapshot()["room"])
    assert made in str(scene.snapshot()["room"]), "the room is others' as well"
