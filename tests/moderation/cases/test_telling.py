"""What a person does while their case runs is told to those who follow up."""

from __future__ import annotations

from moderation.cases import telling
from moderation.cases.views import EntryView
from moderation.events import CaseChanged
from rooms.chat import membership, posting
from rooms.chat.membership import LeaveRoom
from rooms.chat.posting import DeleteMessage
from tests.moderation.cases.following import flagged, heard, look
from tests.support.scene import Scene


def entries(scene: Scene, case_id: str) -> list[EntryView]:
    return look(scene, scene.maria, case_id).entries


def test_words_taken_back_are_told_and_close_nothing(scene: Scene) -> None:
    said = scene.say(scene.anna, "some words")
    reason = heard(room_id=scene.evening, message_id=said.message_id, seq=said.seq)
    case = flagged(scene, scene.anna, reason)
    scene.heard()
    delete = telling.telling(posting.delete, telling.message_gone("message_deleted"))
    scene.do(delete, scene.anna, DeleteMessage(message_id=said.message_id))
    assert [each for each in scene.heard() if isinstance(each, CaseChanged)]
    told = entries(scene, case.case_id)[0]
    assert told.what == "message_deleted"
    assert told.actor is not None
    assert told.actor.handle == "anna"
    assert look(scene, scene.maria, case.case_id).case.state == "open"


def test_a_message_that_gave_no_reason_is_told_to_nobody(scene: Scene) -> None:
    said = scene.say(scene.anna, "other words")
    flagged(scene, scene.anna)
    scene.heard()
    delete = telling.telling(posting.delete, telling.message_gone("message_deleted"))
    scene.do(delete, scene.anna, DeleteMessage(message_id=said.message_id))
    assert not [each for each in scene.heard() if isinstance(each, CaseChanged)]


def test_leaving_a_room_is_told_to_their_own_case_alone(scene: Scene) -> None:
    case = flagged(scene, scene.anna)
    other = flagged(scene, scene.ben)
    leave = telling.telling(membership.leave, telling.of_member("left_room"))
    scene.do(leave, scene.anna, LeaveRoom(room_id=scene.evening))
    assert [each.what for each in entries(scene, case.case_id)] == ["left_room", "opened"]
    assert [each.what for each in entries(scene, other.case_id)] == ["opened"]


def test_writing_again_is_told_without_a_line(scene: Scene) -> None:
    scene.write(lambda work: telling.wrote(work, scene.anna.user_id))
    assert scene.heard() == []
    case = flagged(scene, scene.anna)
    scene.heard()
    scene.write(lambda work: telling.wrote(work, scene.anna.user_id))
    (event,) = scene.heard()
    assert isinstance(event, CaseChanged)
    assert [each.what for each in entries(scene, case.case_id)] == ["opened"]
