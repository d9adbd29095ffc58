"""What is new to me, and how far I have read: mine to know, and never moving back."""

from __future__ import annotations

import msgspec
import pytest

from rooms.chat import membership, reading, room
from rooms.chat.events import YourMembership
from rooms.chat.membership import AdmitPerson, JoinRoom
from rooms.chat.reading import UNREAD_MAX, MarkAllRead, MarkRead, SyncSession
from rooms.chat.views import Access, Standing
from rooms.paging import ANSWER_MAX_BYTES
from rooms.people.person import Actor, Role
from tests.support.ids import id_of
from tests.support.scene import Scene


def mark(scene: Scene, actor: Actor, seq: int, room_id: str = "") -> None:
    """Someone has seen everything up to here."""
    marks = {(actor.user_id, room_id or scene.evening): seq}
    scene.write(lambda work: reading.mark_many(work, marks))


def test_who_i_am_and_what_is_new(scene: Scene) -> None:
    scene.show(scene.anna)
    scene.say(scene.fay)
    scene.say(scene.fay, "@anna")
    state = scene.ask(reading.sync, scene.anna, SyncSession())
    assert (state.me.handle, state.me.role, state.me.visible) == ("anna", Role.MEMBER, False)
    assert (state.epoch, state.server_now) == (scene.epoch, scene.clock())
    (mine,) = state.rooms
    assert (mine.head, mine.posts, mine.unread, mine.mentions, mine.last_read) == (2, 2, 2, 1, 0)
    assert mine.membership.standing is Standing.IN


def test_only_posts_of_others_count(scene: Scene) -> None:
    said = scene.say(scene.fay)
    scene.edit(scene.fay, said.message_id, "other")
    scene.delete(scene.fay, said.message_id)
    scene.do(room.update, scene.fay, room.UpdateRoom(room_id=scene.evening, name="Late"))
    mine = scene.mine(scene.anna)
    assert (mine.head, mine.posts, mine.unread) == (4, 1, 1)
    assert scene.mine(scene.fay).unread == 0


def test_a_mark_never_moves_back_nor_beyond_the_head(scene: Scene) -> None:
    for _ in range(4):
        scene.say(scene.fay)
    for seq, last_read, unread in [(2, 2, 2), (1, 2, 2), (3, 3, 1), (10**9, 4, 0), (0, 4, 0)]:
        mark(scene, scene.anna, seq)
        mine = scene.mine(scene.anna)
        assert (mine.last_read, mine.unread) == (last_read, unread)
    scene.say(scene.fay)
    assert scene.mine(scene.anna).unread == 1
    assert scene.heard_of(YourMembership) == []


def test_a_mark_reads_the_mentions_before_it(scene: Scene) -> None:
    scene.show(scene.anna)
    scene.say(scene.fay, "@anna one")
    scene.say(scene.fay, "@anna two")
    mark(scene, scene.anna, 1)
    assert scene.mine(scene.anna).mentions == 1
    mark(scene, scene.anna, 2)
    assert scene.mine(scene.anna).mentions == 0
    assert scene.snapshot()["mention"] == []


def test_a_name_added_to_what_i_have_read_is_not_new(scene: Scene) -> None:
    scene.show(scene.anna)
    said = scene.say(scene.fay)
    mark(scene, scene.anna, 1)
    scene.edit(scene.fay, said.message_id, "@anna")
    assert scene.mine(scene.anna).mentions == 0


def test_a_mark_at_an_edit_counts_the_posts_before_it(scene: Scene) -> None:
    first = scene.say(scene.fay)
    scene.edit(scene.fay, first.message_id, "other")
    scene.say(scene.fay)
    mark(scene, scene.anna, 2)
    assert scene.mine(scene.anna).unread == 1


def test_marks_where_they_mean_nothing(scene: Scene) -> None:
    scene.say(scene.fay)
    before = scene.snapshot()
    for actor, room_id in [
        (scene.ben, scene.evening),
        (scene.adam, scene.evening),
        (scene.anna, id_of("absent")),
    ]:
        mark(scene, actor, 1, room_id)
    assert scene.snapshot() == before


def test_many_marks_at_once(scene: Scene) -> None:
    other = scene.room("Morning")
    for room_id in (scene.evening, other):
        scene.say(scene.fay, room_id=room_id)
        scene.say(scene.fay, room_id=room_id)
    marks = {
        (scene.anna.user_id, scene.evening): 1,
        (scene.anna.user_id, other): 2,
        (scene.ben.user_id, other): 2,
    }
    scene.write(lambda work: reading.mark_many(work, marks))
    assert scene.mine(scene.anna).unread == 1
    assert scene.mine(scene.anna, other).unread == 0


@pytest.mark.parametrize(
    ("who", "code"), [("ben", "forbidden"), ("maria", "forbidden"), ("adam", "forbidden")]
)
def test_marking_needs_a_place_in_the_room(scene: Scene, who: str, code: str) -> None:
    command = MarkRead(room_id=scene.evening, seq=1)
    assert scene.no(reading.mark, getattr(scene, who), command) == code
    absent = MarkRead(room_id=id_of("absent"), seq=1)
    assert scene.no(reading.mark, getattr(scene, who), absent) == "not_found"
    scene.ask(reading.mark, scene.anna, command)


def test_whoever_comes_in_has_nothing_unread(scene: Scene) -> None:
    scene.say(scene.fay)
    scene.bring_in(scene.ben, scene.evening)
    assert scene.mine(scene.ben).unread == 0
    scene.say(scene.fay)
    assert scene.mine(scene.ben).unread == 1


def test_counting_stops_somewhere(scene: Scene) -> None:
    for _ in range(UNREAD_MAX + 5):
        scene.say(scene.fay)
    assert scene.mine(scene.anna).unread == UNREAD_MAX


def test_a_room_i_wait_for_tells_nothing_but_that(scene: Scene) -> None:
    asked = scene.room("Asked", Access.REQUEST)
    quiet = scene.room("Quiet", Access.INVITE)
    for room_id in (asked, quiet):
        scene.say(scene.fay, "@ben", room_id=room_id)
    scene.do(membership.join, scene.ben, JoinRoom(room_id=asked))
    scene.do(membership.admit, scene.fay, AdmitPerson(room_id=quiet, user_id=scene.ben.user_id))
    for room_id, standing in [(asked, Standing.WAITING), (quiet, Standing.INVITED)]:
        mine = scene.mine(scene.ben, room_id)
        assert mine.membership.standing is standing
        assert (mine.head, mine.posts, mine.unread, mine.mentions) == (0, 0, 0, 0)


def test_an_administrator_has_no_rooms(scene: Scene) -> None:
    former = msgspec.structs.replace(scene.anna, role=Role.ADMIN)
    assert scene.ask(reading.sync, former, SyncSession()).rooms == []
    assert scene.ask(reading.sync, scene.adam, SyncSession()).rooms == []


def test_the_fullest_state_fits_into_one_answer(scene: Scene) -> None:
    for number in range(membership.ROOMS_MAX - 2):
        made = scene.do(
            room.create,
            scene.adam,
            room.CreateRoom(
                nonce=f"r{number}",
                name="😀" * 80,
                about="x" * 500,
                guidelines="x" * 4000,
                access=Access.OPEN,
            ),
        )
        joined = JoinRoom(room_id=made.room.room_id, guidelines_version=1)
        scene.do(membership.join, scene.anna, joined)
    state = scene.ask(reading.sync, scene.anna, SyncSession())
    assert len(state.rooms) == membership.ROOMS_MAX - 1
    assert len(msgspec.json.encode(state)) < ANSWER_MAX_BYTES


def test_whoever_keeps_a_room_knows_how_many_wait_at_its_door(scene: Scene) -> None:
    asked = scene.room("Asked", Access.REQUEST)
    scene.bring_in(scene.anna, asked)
    scene.bring_in(scene.maria, asked)
    assert scene.mine(scene.fay, asked).waiting == 0
    scene.do(membership.join, scene.ben, JoinRoom(room_id=asked))
    assert scene.mine(scene.fay, asked).waiting == 1
    assert scene.mine(scene.fay).waiting == 0, "at that door, and at no other"
    assert scene.mine(scene.maria, asked).waiting == 1
    assert scene.mine(scene.anna, asked).waiting == 0
    assert scene.mine(scene.ben, asked).waiting == 0
    scene.do(membership.admit, scene.fay, AdmitPerson(room_id=asked, user_id=scene.ben.user_id))
    assert scene.mine(scene.fay, asked).waiting == 0


# New again, and nothing new any more


def back(scene: Scene, actor: Actor, seq: int) -> None:
    """Someone wants what comes after this to be new to them again."""
    scene.write(lambda work: reading.mark_back(work, actor.user_id, scene.evening, seq))


def counts(scene: Scene, actor: Actor) -> tuple[int, int, int]:
    """Where someone's reading stands, and what is unread of others' posts and mentions."""
    mine = scene.mine(actor)
    return mine.last_read, mine.unread, mine.mentions


def test_what_was_read_can_be_new_again(scene: Scene) -> None:
    scene.show(scene.anna)
    for body in ("one", "@anna", "three"):
        scene.say(scene.fay, body)
    mark(scene, scene.anna, 3)
    assert counts(scene, scene.anna) == (3, 0, 0)
    back(scene, scene.anna, 1)
    assert counts(scene, scene.anna) == (1, 2, 1)
    mark(scene, scene.anna, 2)
    assert counts(scene, scene.anna) == (2, 1, 0)
    mark(scene, scene.anna, 3)
    assert counts(scene, scene.anna) == (3, 0, 0)


def test_my_own_words_are_never_new_to_me(scene: Scene) -> None:
    for actor in (scene.fay, scene.anna, scene.fay, scene.anna):
        scene.say(actor)
    back(scene, scene.anna, 0)
    assert counts(scene, scene.anna) == (0, 2, 0)
    mark(scene, scene.anna, 2)
    assert counts(scene, scene.anna) == (2, 1, 0)


def test_nothing_is_new_from_before_i_came_or_beyond_the_log(scene: Scene) -> None:
    scene.say(scene.fay)
    scene.bring_in(scene.ben, scene.evening)
    scene.say(scene.fay)
    mark(scene, scene.ben, 2)
    back(scene, scene.ben, 0)
    assert counts(scene, scene.ben) == (1, 1, 0)
    back(scene, scene.ben, 99)
    assert counts(scene, scene.ben) == (2, 0, 0)


def test_a_name_that_is_gone_is_not_unread_again(scene: Scene) -> None:
    scene.show(scene.anna)
    gone = scene.say(scene.fay, "@anna")
    scene.say(scene.fay, "@ben is not in this room")
    mark(scene, scene.anna, 2)
    scene.delete(scene.fay, gone.message_id)
    back(scene, scene.anna, 0)
    assert counts(scene, scene.anna)[2] == 0


def test_it_means_nothing_where_one_is_not_in(scene: Scene) -> None:
    scene.say(scene.fay)
    before = scene.snapshot()
    for actor in (scene.ben, scene.adam, scene.maria):
        back(scene, actor, 0)
    scene.write(lambda work: reading.mark_back(work, scene.anna.user_id, id_of("absent"), 0))
    assert scene.snapshot() == before


def test_all_my_rooms_are_read_at_once_and_nobody_elses(scene: Scene) -> None:
    other = scene.room("Morning")
    for room_id in (scene.evening, other):
        scene.say(scene.maria, "@fay", room_id=room_id)
        scene.say(scene.fay, "@anna", room_id=room_id)
        scene.say(scene.maria, "@fay", room_id=room_id)
    scene.heard()
    scene.do(reading.mark_all, scene.anna, MarkAllRead())
    for room_id in (scene.evening, other):
        mine, theirs = scene.mine(scene.anna, room_id), scene.mine(scene.fay, room_id)
        assert (mine.last_read, mine.unread, mine.mentions) == (3, 0, 0)
        assert (theirs.unread, theirs.mentions) == (1, 1)
    assert scene.heard() == []
    scene.say(scene.fay)
    assert scene.mine(scene.anna).unread == 1
    scene.do(reading.mark_all, scene.adam, MarkAllRead())
