"""Leaving for good: gone at once, back within 72 hours, and then nothing but a stub."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import msgspec
import pytest

from chatserver.database import Database
from moderation.cases.answering import Nobody
from moderation.conduct import reporting
from moderation.conduct.reporting import ListReports
from moderation.events import StaffNoticed
from moderation.help import asking
from moderation.help.asking import AskForHelp, ListHelp
from rooms.chat import membership, posting, reactions, room, roster, search
from rooms.chat.events import MessagePosted, NamesChanged
from rooms.chat.membership import MutePerson, SetRelation
from rooms.chat.posting import HideMessage, PostMessage
from rooms.chat.reactions import ListReactions, React
from rooms.chat.references import SOMEONE
from rooms.chat.room import OpenRoom
from rooms.chat.roster import ListMembers
from rooms.chat.search import SearchMessages
from rooms.chat.views import Access, Relation
from rooms.people import blocking, claims, registry
from rooms.people.events import YourState
from rooms.people.person import Actor, Role, State
from rooms.permissions import STEP_UP_MS
from rooms.refusal import Refusal
from rooms.work import Work
from tests.moderation.cases.following import deaf
from tests.support.clock import ManualClock
from tests.support.ids import CountingIds, id_of
from tests.support.scene import unscreened
from tests.web.accounts.leaving import Leaving, step
from web.accounts import erasing, recovery, sessions, store
from web.accounts.erasing import TAKEN_BACK_MS, EraseAccount, KeepAccount
from web.accounts.events import SignInEnded


@pytest.fixture
def scene() -> Iterator[Leaving]:
    scene = Leaving()
    yield scene
    scene.close()


# Who may, and when --------------------------------------------------------------------------------


def test_it_takes_a_step_up(scene: Leaving) -> None:
    assert scene.no(erasing.erase, scene.anna, EraseAccount()) == "step_up_needed"
    late = msgspec.structs.replace(scene.anna, stepped_up_at=scene.clock() - STEP_UP_MS - 1)
    assert scene.no(erasing.erase, late, EraseAccount()) == "step_up_needed"
    assert scene.erase(scene.anna).due_at == scene.clock() + TAKEN_BACK_MS


def test_the_last_administrator_stays(scene: Leaving) -> None:
    adam = scene.now(scene.adam)
    assert scene.no(erasing.erase, adam, EraseAccount()) == "forbidden"
    second = scene.person("ada", Role.ADMIN)
    scene.erase(second)
    assert scene.no(erasing.erase, adam, EraseAccount()) == "forbidden", "Ada is leaving herself"
    scene.keep(second)
    scene.erase(scene.adam)


def test_staff_is_told_that_one_of_them_leaves(scene: Leaving) -> None:
    scene.erase(scene.tess)
    assert scene.heard_of(StaffNoticed) == [StaffNoticed(about=scene.tess.user_id)]
    scene.erase(scene.anna)
    assert scene.heard_of(StaffNoticed) == []


# Gone at once -------------------------------------------------------------------------------------


def test_they_are_signed_out_everywhere_and_every_room_is_told_to_look_again(
    scene: Leaving,
) -> None:
    ids = [
        scene.write(partial(sessions.start, user_id=scene.anna.user_id, token=token, days=30))
        for token in ("one", "two")
    ]
    scene.say(scene.anna)
    another = scene.room("Mornings")
    scene.heard()
    scene.erase(scene.anna)
    heard = scene.heard()
    ended = [event for event in heard if isinstance(event, SignInEnded)]
    assert {event.sign_in_id for event in ended} == set(ids)
    assert {event.reason for event in ended} == {"erased"}
    state = YourState(user_id=scene.anna.user_id, state=State.ERASING)
    # A live connection hears why it ends before it hears anything else.
    assert heard.index(state) > max(heard.index(event) for event in ended)
    # Only where she could be seen: two rooms that hear of it together would give her away.
    assert [each.room_id for each in heard if isinstance(each, NamesChanged)] == [scene.evening]
    assert another != scene.evening
    with pytest.raises(Refusal) as refused:
        scene.read(lambda reader: sessions.actor_for_token(reader, "one"))
    assert refused.value.code == "session_expired"


def test_every_screen_shows_tombstones_and_the_log_has_no_gap(scene: Leaving) -> None:
    scene.say(scene.fay, "first")
    said = scene.say(scene.anna, "hidden soon", reply_to=None)
    scene.edit(scene.anna, said.message_id, "hidden soon, anew")
    scene.say(scene.fay, "an answer", reply_to=said.message_id)
    before = scene.log(scene.fay)
    scene.erase(scene.anna)
    after = scene.log(scene.fay)
    assert [entry.seq for entry in after] == [entry.seq for entry in before] == [1, 2, 3, 4]
    (tombstone,) = [message for message in scene.page(scene.fay) if message.state == "deleted"]
    assert (tombstone.seq, tombstone.body, tombstone.author) == (2, "", None)
    assert (tombstone.mentions, tombstone.reactions, tombstone.edited_at) == ([], {}, None)
    assert "hidden" not in msgspec.json.encode([*after, *scene.page(scene.fay)]).decode()
    assert scene.anna.user_id not in msgspec.json.encode(after).decode()


def test_nothing_of_them_is_found(scene: Leaving) -> None:
    scene.say(scene.anna, "a needle")
    for where in (scene.evening, None):
        for author in (scene.anna.user_id, None):
            what = SearchMessages(text="needle", room_id=where, author=author)
            assert len(scene.ask(search.search, scene.fay, what).messages) == 1
    scene.erase(scene.anna)
    for where in (scene.evening, None):
        for author in (scene.anna.user_id, None):
            what = SearchMessages(text="needle", room_id=where, author=author)
            assert scene.ask(search.search, scene.fay, what).messages == []


def test_they_are_on_no_list(scene: Leaving) -> None:
    said = scene.say(scene.fay)
    scene.react(scene.anna, said.message_id)
    scene.do(
        membership.set_relation,
        scene.adam,
        SetRelation(
            room_id=scene.evening, user_id=scene.anna.user_id, relation=Relation.FACILITATOR
        ),
    )
    scene.connection.execute("UPDATE person SET visible = 1")
    members = ListMembers(room_id=scene.evening)
    who = ListReactions(message_id=said.message_id)
    count = scene.ask(roster.list_members, scene.fay, members).members
    assert scene.anna.handle in listed(scene, scene.fay, members)
    scene.erase(scene.anna)
    for reader in (scene.fay, scene.maria, scene.tess):
        assert scene.anna.handle not in listed(scene, reader, members)
    assert scene.ask(roster.list_members, scene.fay, members).members == count - 1
    opened = scene.ask(room.open_room, scene.fay, OpenRoom(room_id=scene.evening))
    assert scene.anna.user_id not in [author.user_id for author in opened.staff]
    assert scene.ask(reactions.list_reactions, scene.fay, who).reactions == []
    # The count stays, for it names nobody.
    assert scene.page(scene.fay)[0].reactions == {"hug": 1}


def listed(scene: Leaving, reader: Actor, members: ListMembers) -> list[str]:
    return [each.person.handle for each in scene.ask(roster.list_members, reader, members).people]


def test_their_name_is_in_nobodys_words(scene: Leaving) -> None:
    scene.say(scene.anna)
    scene.say(scene.fay, "as @anna said")
    scene.erase(scene.anna)
    said = scene.page(scene.fay)[-1]
    assert (said.body, said.mentions) == (f"as @{SOMEONE} said", [])
    scene.heard()
    scene.say(scene.fay, "where is @anna")
    (posted,) = scene.heard_of(MessagePosted)
    assert posted.mentions == []


def test_what_they_mentioned_is_not_counted(scene: Leaving) -> None:
    scene.say(scene.anna, "@fay")
    assert scene.mine(scene.fay).mentions == 1
    scene.erase(scene.anna)
    assert scene.mine(scene.fay).mentions == 0
    scene.keep(scene.anna)
    assert scene.mine(scene.fay).mentions == 1


def test_no_command_finds_them_nor_what_they_said(scene: Leaving) -> None:
    said = scene.say(scene.anna).message_id
    scene.erase(scene.anna)
    target = {"room_id": scene.evening, "user_id": scene.anna.user_id}
    mute = MutePerson(**target, mute_s=60, reason=None)
    assert scene.no(membership.mute, scene.fay, mute) == "not_found"
    give = React(message_id=said, reaction="hug", on=True)
    assert scene.no(reactions.react, scene.fay, give) == "not_found"
    hide = HideMessage(message_id=said, reason="unkind")
    assert scene.no(posting.hide, scene.fay, hide) == "not_found"
    about = reporting.ReportMessage(message_id=said, nonce="n", reason="spam")
    assert scene.no(reporting.report, scene.fay, about) == "not_found"
    who = ListReactions(message_id=said)
    assert scene.no(reactions.list_reactions, scene.fay, who) == "not_found"


def test_who_waits_at_a_door_waits_no_more(scene: Leaving) -> None:
    asks = scene.room("By request", Access.REQUEST, members=())
    scene.do(membership.join, scene.ben, membership.JoinRoom(room_id=asks))
    assert scene.mine(scene.fay, asks).waiting == 1
    scene.erase(scene.ben)
    assert scene.mine(scene.fay, asks).waiting == 0


def test_staff_sees_open_reports_without_names_and_no_call_for_help(scene: Leaving) -> None:
    said = scene.say(scene.anna, "words to look at").message_id
    scene.report(scene.fay, said)
    scene.report(scene.anna, scene.say(scene.fay).message_id)
    ask = AskForHelp(nonce="n", words="please")
    scene.write(
        lambda work: asking.ask(
            work, scene.anna, ask, outside=lambda _: (), duty=Nobody(), hear=deaf
        )
    )
    scene.erase(scene.anna)
    by, about = scene.ask(reporting.list_reports, scene.maria, ListReports()).reports
    assert (about.author.handle, about.author.badge, about.body) == (
        SOMEONE,
        "",
        "words to look at",
    )
    assert by.reporter.handle == SOMEONE
    assert scene.ask(asking.list_help, scene.maria, ListHelp()).requests == []


def test_a_room_loses_its_keeper_and_another_can_be_named(scene: Leaving) -> None:
    scene.erase(scene.fay)
    opened = scene.ask(room.open_room, scene.maria, OpenRoom(room_id=scene.evening))
    assert [author.user_id for author in opened.staff] == [scene.tess.user_id]
    keep = SetRelation(
        room_id=scene.evening, user_id=scene.anna.user_id, relation=Relation.FACILITATOR
    )
    scene.do(membership.set_relation, scene.maria, keep)
    # Whoever is leaving counts for nothing: Anna can't go before another keeps the room.
    assert scene.no(membership.leave, scene.anna, membership.LeaveRoom(room_id=scene.evening)) == (
        "last_facilitator"
    )


# Taken back ---------------------------------------------------------------------------------------


def test_taken_back_everything_is_as_it_was(scene: Leaving) -> None:
    scene.say(scene.anna, "@fay here I am")
    scene.say(scene.fay, "@anna welcome")
    before = (scene.page(scene.fay), scene.log(scene.fay), scene.snapshot())
    scene.erase(scene.anna)
    assert scene.page(scene.fay) != before[0]
    scene.clock.advance(ms=TAKEN_BACK_MS - 1)
    scene.heard()
    scene.keep(scene.anna)
    heard = scene.heard()
    assert heard[0] == YourState(user_id=scene.anna.user_id, state=State.ACTIVE)
    assert [type(event) for event in heard[1:]] == [NamesChanged]
    assert (scene.page(scene.fay), scene.log(scene.fay)) == before[:2]
    after = scene.snapshot()
    assert {name for name in after if after[name] != before[2][name]} == {"room"}
    scene.say(scene.anna, "still here")


def test_taking_back_what_was_not_begun_changes_nothing(scene: Leaving) -> None:
    before = scene.snapshot()
    scene.keep(scene.anna)
    assert (scene.snapshot(), scene.heard()) == (before, [])


def test_after_72_hours_it_is_too_late(scene: Leaving) -> None:
    scene.erase(scene.anna)
    scene.clock.advance(ms=TAKEN_BACK_MS)
    assert scene.no(erasing.keep, scene.now(scene.anna), KeepAccount()) == "undo_over"


def test_who_was_waiting_to_be_let_in_waits_again(scene: Leaving) -> None:
    """Else leaving and coming back would be a way in."""
    robin = id_of("robin")
    scene.write(lambda work: registry.add(work, robin, "robin", Role.MEMBER, State.WAITING))
    scene.write(lambda work: erasing.begin(work, robin, work.now + 1))
    scene.keep(Actor(robin, "robin", Role.MEMBER))
    assert scene.read(lambda reader: registry.state_of(reader, robin)) is State.WAITING
    scene.write(lambda work: erasing.begin(work, robin, work.now))
    gone = scene.now(Actor(robin, "robin", Role.MEMBER))
    assert scene.no(erasing.keep, gone, KeepAccount()) == "undo_over"


def test_begun_again_it_is_only_due_sooner(scene: Leaving) -> None:
    due_at = scene.erase(scene.anna).due_at
    anna = scene.anna.user_id
    for asked, expected in ((due_at + 5, due_at), (due_at - 5, due_at - 5)):
        scene.write(lambda work, asked=asked: erasing.begin(work, anna, asked))  # type: ignore[misc]
        assert scene.read(lambda reader: erasing.until(reader, anna)) == expected
    assert len(scene.heard_of(YourState)) == 1
    scene.write(lambda work: erasing.take_back(work, anna))
    scene.write(lambda work: erasing.take_back(work, anna))
    assert len(scene.heard_of(YourState)) == 1
    assert scene.read(lambda reader: erasing.until(reader, anna)) is None


# Removed ------------------------------------------------------------------------------------------


def test_nothing_is_removed_before_its_time(scene: Leaving) -> None:
    scene.live_a_life()
    scene.erase(scene.tess)
    scene.clock.advance(ms=TAKEN_BACK_MS - 1)
    before = scene.snapshot()
    assert scene.write(step) is None
    assert not scene.read(erasing.next_due)
    assert scene.snapshot() == before


def test_at_the_end_there_is_a_stub(scene: Leaving) -> None:
    scene.live_a_life()
    scene.erase(scene.tess)
    scene.heard()
    assert scene.remove() > 5
    assert scene.heard()[-1] == YourState(user_id=scene.tess.user_id, state=State.ERASED)
    (row,) = scene.connection.execute(
        "SELECT * FROM person WHERE user_id = ?", (scene.tess.user_id,)
    ).fetchall()
    assert row[1:] == (
        "", f"erased:{scene.tess.user_id}", "member", 0, 0, "erased", None, None, 0
    )  # fmt: skip
    assert not scene.read(erasing.next_due)
    for again in (erasing.begin, lambda work, user_id, due_at: erasing.take_back(work, user_id)):
        scene.write(lambda work, again=again: again(work, scene.tess.user_id, 0))  # type: ignore[misc]
    assert scene.read(lambda reader: registry.state_of(reader, scene.tess.user_id)) is State.ERASED


def test_two_go_one_after_the_other(scene: Leaving) -> None:
    for person in (scene.anna, scene.ben):
        scene.say(scene.fay)
        scene.erase(person)
        scene.clock.advance(minutes=1)
    scene.remove()
    assert [
        event.user_id for event in scene.heard_of(YourState) if event.state is State.ERASED
    ] == [
        scene.anna.user_id,
        scene.ben.user_id,
    ]


def test_the_log_can_be_replayed_afterwards_without_a_gap(scene: Leaving) -> None:
    scene.live_a_life()
    before = scene.log(scene.anna)
    scene.erase(scene.tess)
    scene.remove()
    after = scene.log(scene.anna)
    assert [(entry.seq, type(entry)) for entry in after] == [
        (entry.seq, type(entry)) for entry in before
    ]
    gone = [entry for entry in after if isinstance(entry, MessagePosted) and entry.author is None]
    assert len(gone) == 5
    answers = [entry.reply_to for entry in gone if entry.reply_to is not None]
    assert len(answers) == 1, "what it answered stays told: a position, no words"


def test_counts_lose_what_they_gave(scene: Leaving) -> None:
    said = scene.say(scene.fay).message_id
    for person in (scene.anna, scene.tess):
        scene.react(person, said)
    scene.react(scene.tess, said, "heart")
    scene.erase(scene.tess)
    scene.remove()
    assert scene.page(scene.fay)[0].reactions == {"hug": 1}


def test_the_name_rests_and_then_is_free(scene: Leaving) -> None:
    scene.erase(scene.anna)
    scene.remove()
    taken = scene.refused(lambda work: registry.add(work, id_of("x"), "anna", Role.MEMBER))
    assert taken.code == "name_taken"
    scene.clock.advance(ms=claims.RESTS_MS)
    scene.write(lambda work: registry.add(work, id_of("x"), "anna", Role.MEMBER))


def test_many_messages_go_in_small_steps(scene: Leaving) -> None:
    for number in range(150):
        scene.say(scene.anna, f"word {number}")
        scene.say(scene.fay, f"other {number}")
    scene.erase(scene.anna)
    scene.clock.advance(ms=TAKEN_BACK_MS)
    steps = []
    while True:
        before = scene.connection.total_changes
        if scene.write(step) is None:
            break
        steps.append(scene.connection.total_changes - before)
    assert max(steps) <= 210
    left = [message.body for message in scene.page(scene.fay) if message.body]
    assert all(body.startswith("other") for body in left)
    assert len(scene.connection.execute("SELECT 1 FROM message WHERE body != ''").fetchall()) == 150


def test_who_asked_is_told_in_the_transaction_that_ends_it(scene: Leaving) -> None:
    scene.erase(scene.anna)
    scene.clock.advance(ms=TAKEN_BACK_MS)
    told: list[list[str]] = []

    def after(work: Work) -> None:
        told.append([type(event).__name__ for event in work.events])  # type: ignore[attr-defined]

    while scene.write(lambda work: erasing.step(work, after_erasure=after)) is not None:
        pass
    assert told == [["YourState"]]


def test_nobody_signs_in_once_it_has_begun(scene: Leaving) -> None:
    anna = scene.anna.user_id
    scene.write(lambda work: work.sql.run(store.ADD_CREDENTIAL, user_id=anna, passphrase_hash="x"))
    scene.write(lambda work: recovery.store_codes(work, anna, ["one", "two"]))
    scene.say(scene.anna)
    scene.erase(scene.anna)
    token = partial(sessions.start, user_id=anna, token="back", days=30)
    scene.write(token)
    scene.clock.advance(ms=TAKEN_BACK_MS)
    scene.heard()
    scene.write(step)
    assert [event.reason for event in scene.heard_of(SignInEnded)] == ["erased"]
    assert scene.read(lambda reader: reader.sql.one(store.CREDENTIAL_OF, user_id=anna)) is None
    with pytest.raises(Refusal) as refused:
        scene.read(lambda reader: sessions.actor_for_token(reader, "back"))
    assert refused.value.code == "bad_auth"
    assert scene.no(erasing.keep, scene.now(scene.anna), KeepAccount()) == "undo_over"


def test_a_block_holds_until_the_end(scene: Leaving) -> None:
    fay, anna = scene.fay.user_id, scene.anna.user_id
    scene.write(lambda work: blocking.set_block(work, fay, anna, True))
    scene.erase(scene.anna)
    scene.keep(scene.anna)
    assert scene.read(lambda reader: blocking.is_unseen(reader, scene.anna, fay))
    scene.erase(scene.anna)
    scene.remove()
    assert scene.snapshot()["block"] == []


def test_those_who_are_due_take_turns(scene: Leaving) -> None:
    """So that one whose removal fails holds up nobody else."""
    anna, ben = sorted((scene.anna.user_id, scene.ben.user_id))
    for who in (scene.anna, scene.ben):
        scene.erase(who)
    assert scene.read(erasing.next_due) is None
    scene.clock.advance(ms=TAKEN_BACK_MS)
    turns = [scene.read(partial(erasing.next_due, after=at)) for at in ("", anna, ben)]
    assert turns == [anna, ben, anna]
    assert scene.write(lambda work: erasing.step(work, scene.fay.user_id)) is None
    while scene.write(lambda work: erasing.step(work, ben)) is not None:
        pass
    states = [scene.read(partial(registry.state_of, user_id=at)) for at in (anna, ben)]
    assert states == [State.ERASING, State.ERASED]


async def test_killed_after_any_step_it_goes_on_where_it_was(
    migrated: Path, tmp_path: Path, clock: ManualClock
) -> None:
    """Each step in a process of its own."""
    path = tmp_path / "chat.sqlite3"
    shutil.copy(migrated, path)
    ids = CountingIds()

    async def in_new_process(run: object) -> object:
        database = await Database(path, now=clock, new_id=ids).open()
        try:
            return await database.write(run)  # type: ignore[arg-type]
        finally:
            await database.close()

    await in_new_process(_a_small_life)
    clock.advance(ms=TAKEN_BACK_MS)
    steps = 0
    while await in_new_process(step) is not None:
        steps += 1
    assert steps > 3
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("SELECT count(*) FROM message").fetchone() == (131,)
        assert file.execute("SELECT body FROM message WHERE body != ''").fetchall() == [("mine",)]
        assert file.execute("SELECT * FROM erasure").fetchall() == []
        assert file.execute("SELECT user_id FROM membership").fetchall() == [(id_of("fay"),)]


def _a_small_life(work: Work) -> None:
    anna, fay = (Actor(id_of(name), name, Role.MODERATOR) for name in ("anna", "fay"))
    for person in (anna, fay):
        registry.add(work, person.user_id, person.handle, person.role)
    evening = room.CreateRoom(nonce="n", name="Evening", access=Access.OPEN)
    room_id = room.create(work, anna, evening).room.room_id
    membership.join(work, fay, membership.JoinRoom(room_id=room_id))
    for number in range(130):
        _say(work, anna, PostMessage(room_id=room_id, nonce=f"n{number}", body=f"words {number}"))
    _say(work, fay, PostMessage(room_id=room_id, nonce="n", body="mine"))
    erasing.begin(work, anna.user_id, work.now + TAKEN_BACK_MS)


def _say(work: Work, actor: Actor, what: PostMessage) -> None:
    posting.post(work, actor, what, screen=unscreened)
