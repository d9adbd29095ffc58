"""The talk of a case: the two have it for themselves, and nothing anybody is shuts them out."""

from __future__ import annotations

import pytest

from moderation.cases import opening, store, talking, triage
from moderation.cases.case import Case, CaseState, Kind
from moderation.cases.clock import LEASE_MS
from moderation.cases.opening import Reason, Source
from moderation.cases.talking import AttemptCase, ContactCase
from moderation.cases.triage import ClaimCase
from moderation.severity import Severity
from rooms.chat import blocks, log, posting, reading, room, search
from rooms.chat.blocks import BlockPerson
from rooms.chat.events import MessagePosted, YourMembership
from rooms.chat.posting import PostMessage
from rooms.people import registry
from rooms.people.person import Actor, Role, State
from rooms.work import Work
from tests.moderation.cases.following import (
    claim,
    flagged,
    heard,
    listed,
    look,
    room_of,
    talk_with,
    write_to,
)
from tests.support.scene import Scene, unscreened


def bodies(scene: Scene, who: Actor, room_id: str) -> list[str]:
    """What somebody reads in a talk."""
    return [each.body for each in scene.page(who, room_id=room_id)]


def rooms_of(scene: Scene, who: Actor) -> list[str]:
    """The names of somebody's rooms, as they see them."""
    return [each.room.name for each in scene.ask(reading.sync, who, reading.SyncSession()).rooms]


def kept(scene: Scene, case_id: str) -> Case:
    """A case as the store has it."""
    found = scene.read(lambda reader: store.by_id(reader.sql, case_id))
    assert found is not None
    return found


def test_the_first_words_open_a_talk_that_both_see_by_the_name_of_the_other(scene: Scene) -> None:
    case = flagged(scene, scene.anna)
    claim(scene, scene.maria, case.case_id)
    scene.heard()
    room_id = write_to(scene, scene.maria, case.case_id, "Hello Anna")
    assert rooms_of(scene, scene.anna) == ["A talk with maria", "Evening"]
    assert rooms_of(scene, scene.maria) == ["A talk with anna"]
    mine = scene.mine(scene.anna, room_id)
    assert (mine.room.kind, mine.unread, mine.room.other is not None) == ("support", 1, True)
    assert bodies(scene, scene.anna, room_id) == ["Hello Anna"]
    scene.say(scene.anna, "hello", room_id=room_id)
    assert bodies(scene, scene.maria, room_id) == ["Hello Anna", "hello"]
    told = scene.heard_of(YourMembership)
    assert [(event.user_id, event.room is not None) for event in told] == [
        (scene.anna.user_id, True),
        (scene.maria.user_id, True),
    ]


def test_a_retry_says_nothing_twice(scene: Scene) -> None:
    case = flagged(scene, scene.anna)
    claim(scene, scene.maria, case.case_id)
    command = ContactCase(case_id=case.case_id, nonce="one", body="Hello Anna")
    first = scene.do(talking.contact, scene.maria, command)
    again = scene.do(talking.contact, scene.maria, command)
    assert first.case.room_id == again.case.room_id
    assert bodies(scene, scene.anna, room_of(scene, case.case_id)) == ["Hello Anna"]
    entries = look(scene, scene.maria, case.case_id).entries
    assert [entry.what for entry in entries] == ["contact", "claim", "opened"]


def test_only_whoever_has_the_case_writes_and_not_before_they_have_it(scene: Scene) -> None:
    case = flagged(scene, scene.anna)
    milo = scene.person("milo", Role.MODERATOR)
    command = ContactCase(case_id=case.case_id, nonce="one", body="Hello")
    assert scene.no(talking.contact, scene.maria, command) == "not_now"
    claim(scene, scene.maria, case.case_id)
    assert scene.no(talking.contact, milo, command) == "already_claimed"
    assert scene.no(talking.contact, scene.anna, command) == "forbidden"
    assert scene.no(talking.contact, scene.adam, command) == "forbidden"
    empty = ContactCase(case_id=case.case_id, nonce="one", body=" ")
    assert scene.no(talking.contact, scene.maria, empty) == "empty_body"


@pytest.mark.parametrize("who", ["milo", "adam", "fay", "ben"])
def test_nobody_else_can_tell_it_from_a_talk_that_is_not_there(scene: Scene, who: str) -> None:
    milo = scene.person("milo", Role.MODERATOR)
    actor: Actor = milo if who == "milo" else getattr(scene, who)
    room_id = room_of(scene, talk_with(scene, scene.anna, scene.maria))
    said = scene.say(scene.anna, "secret words", room_id=room_id)
    queries = [
        (room.open_room, room.OpenRoom(room_id=room_id)),
        (log.since, log.LogSince(room_id=room_id, epoch=scene.epoch, seq=0)),
        (log.before, log.LogBefore(room_id=room_id, seq=9)),
        (log.around, log.LogAround(message_id=said.message_id)),
        (search.search, search.SearchMessages(text="secret", room_id=room_id)),
    ]
    for query, command in queries:
        refused = scene.refusal(query, actor, command)  # type: ignore[arg-type]
        assert refused.code == "not_found"
    post = PostMessage(room_id=room_id, nonce="n", body="me too")
    assert scene.no(lambda w, a, c: posting.post(w, a, c, screen=unscreened), actor, post) == (
        "not_found"
    )
    assert rooms_of(scene, actor) in ([], ["Evening"])
    everywhere = repr(scene.ask(room.list_rooms, actor, room.ListRooms()))
    assert room_id not in everywhere
    if actor is not scene.adam:
        found = scene.ask(search.search, actor, search.SearchMessages(text="secret"))
        assert found.messages == []


def test_its_helper_has_it_no_longer_when_they_stop_following_up(scene: Scene) -> None:
    room_id = room_of(scene, talk_with(scene, scene.anna, scene.maria))
    for actor in (
        Actor(scene.maria.user_id, "maria", Role.MODERATOR, proven=False),
        Actor(scene.maria.user_id, "maria", Role.MEMBER),
    ):
        assert scene.no(log.before, actor, log.LogBefore(room_id=room_id, seq=9)) == "not_found"
        assert rooms_of(scene, actor) == []


def test_mutes_and_blocks_count_for_nothing_in_it(scene: Scene) -> None:
    scene.say(scene.maria, "hello all")
    blocked = BlockPerson(user_id=scene.maria.user_id, blocked=True)
    scene.do(blocks.block, scene.anna, blocked)
    room_id = room_of(scene, talk_with(scene, scene.anna, scene.maria))
    scene.connection.execute("UPDATE membership SET muted_until = 9999999999999")
    assert bodies(scene, scene.anna, room_id) == ["Hello, how are you?"]
    assert scene.mine(scene.anna, room_id).unread == 1
    scene.heard()
    scene.say(scene.anna, "still here", room_id=room_id)
    (posted,) = scene.heard_of(MessagePosted)
    assert posted.tells_of == frozenset()


def test_whoever_is_leaving_still_talks_until_they_are_gone(scene: Scene) -> None:
    room_id = room_of(scene, talk_with(scene, scene.anna, scene.maria))
    scene.write(lambda work: registry.set_state(work, scene.anna.user_id, State.ERASING))
    leaving = Actor(scene.anna.user_id, "anna", Role.MEMBER, state=State.ERASING)
    scene.say(leaving, "not yet", room_id=room_id)
    assert bodies(scene, scene.maria, room_id)[-1] == "not yet"
    assert rooms_of(scene, leaving) == ["A talk with maria"]
    scene.write(lambda work: registry.set_state(work, scene.anna.user_id, State.ERASED))
    assert bodies(scene, scene.maria, room_id)[-1] == ""


def test_whatever_either_says_shows_that_somebody_is_there(scene: Scene) -> None:
    case_id = talk_with(scene, scene.anna, scene.maria)
    room_id = room_of(scene, case_id)
    listen = talking.listening(unscreened)
    for who in (scene.anna, scene.maria):
        scene.clock.advance(ms=LEASE_MS - 1)
        command = PostMessage(room_id=room_id, nonce=scene.nonce(), body="yes")
        scene.do(lambda w, a, c: posting.post(w, a, c, screen=listen), who, command)
        assert kept(scene, case_id).lease_until == scene.clock() + LEASE_MS


def test_the_person_is_listened_to_there_and_the_helper_is_not(scene: Scene) -> None:
    """Whoever follows up has to be able to ask directly."""
    case_id = talk_with(scene, scene.anna, scene.maria)
    heard_of: list[str] = []

    def note(work: Work, author: Actor, **said: object) -> None:
        heard_of.append(str(said["body"]))

    listen = talking.listening(note)
    for who in (scene.maria, scene.anna):
        command = PostMessage(
            room_id=room_of(scene, case_id), nonce=scene.nonce(), body=f"by {who.handle}"
        )
        scene.do(lambda w, a, c: posting.post(w, a, c, screen=listen), who, command)
    assert heard_of == ["by anna"]
    command = PostMessage(room_id=scene.evening, nonce="n", body="in a room")
    scene.do(lambda w, a, c: posting.post(w, a, c, screen=listen), scene.anna, command)
    assert heard_of[-1] == "in a room"


def test_words_of_practice_are_not_taken_for_real(scene: Scene) -> None:
    reason = Reason(source=Source.PRACTICE, severity=Severity.HIGH, raised_by=scene.maria.user_id)
    case = scene.write(
        lambda work: opening.flag(work, scene.maria.user_id, reason, kind=Kind.PRACTICE)
    )
    milo = scene.person("milo", Role.MODERATOR)
    claim(scene, milo, case.case_id)
    room_id = write_to(scene, milo, case.case_id)

    def never(work: Work, author: Actor, **said: object) -> None:
        raise AssertionError("nobody listens to what is played")

    listen = talking.listening(never)
    command = PostMessage(room_id=room_id, nonce="n", body="I have the pills")
    scene.do(lambda w, a, c: posting.post(w, a, c, screen=listen), scene.maria, command)


def test_what_was_heard_in_the_talk_is_for_whoever_talks_with_them(scene: Scene) -> None:
    case_id = talk_with(scene, scene.anna, scene.maria)
    room_id = room_of(scene, case_id)
    said = scene.say(scene.anna, "secret words", room_id=room_id)
    reason = heard(body="secret words", room_id=room_id, message_id=said.message_id, seq=said.seq)
    flagged(scene, scene.anna, reason)
    milo = scene.person("milo", Role.MODERATOR)
    seen = look(scene, milo, case_id)
    assert "secret" not in repr(seen)
    assert seen.flags[0].severity is Severity.HIGH
    assert seen.case.room_id is None
    own = look(scene, scene.maria, case_id)
    assert own.flags[0].body == "secret words"
    assert own.context[-1].body == "secret words"


def test_an_attempt_in_vain_is_counted_and_written_down(scene: Scene) -> None:
    case = flagged(scene, scene.anna)
    claim(scene, scene.maria, case.case_id)
    command = AttemptCase(case_id=case.case_id, note="rang twice")
    row = scene.do(talking.attempt, scene.maria, command).case
    assert (row.attempts, row.state) == (1, CaseState.CLAIMED)
    entry = look(scene, scene.maria, case.case_id).entries[0]
    assert (entry.what, entry.note) == ("attempt", "rang twice")


def test_whoever_is_gone_is_not_written_to(scene: Scene) -> None:
    case = flagged(scene, scene.anna)
    claim(scene, scene.maria, case.case_id)
    scene.write(lambda work: registry.set_state(work, scene.anna.user_id, State.ERASED))
    command = ContactCase(case_id=case.case_id, nonce="n", body="Hello")
    assert scene.no(talking.contact, scene.maria, command) == "not_now"


def test_nobody_carries_more_than_they_should_but_where_minutes_count(scene: Scene) -> None:
    people = [scene.person(f"person{number}") for number in range(3)]
    for who in people[:2]:
        claim(scene, scene.maria, flagged(scene, who).case_id)
    third = flagged(scene, people[2])

    def take(work: Work, actor: Actor, command: ClaimCase) -> object:
        return triage.claim(work, actor, command, cases_max=2)

    claim_third = ClaimCase(case_id=third.case_id)
    assert scene.no(take, scene.maria, claim_third) == "too_many"
    flagged(scene, people[2], heard(Severity.IMMINENT))
    scene.do(take, scene.maria, claim_third)
    assert len([row for row in listed(scene, scene.maria) if row.owner is not None]) == 3
