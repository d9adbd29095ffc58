"""Two people who are kept apart: neither reads the other anywhere, and nothing says why."""

from __future__ import annotations

import base64
from typing import Any

import pytest

from moderation.conduct import reporting
from moderation.conduct.reporting import ListReports, ReportMessage
from rooms.chat import (
    blocks,
    log,
    name_store,
    names,
    posting,
    reactions,
    reading,
    room,
    roster,
    search,
)
from rooms.chat.blocks import BlockPerson, ListBlocks
from rooms.chat.events import (
    Entry,
    MemberJoined,
    MemberLeft,
    MessageHidden,
    MessagePosted,
    RoomMoved,
)
from rooms.chat.posting import DeleteMessage, EditMessage, PostMessage
from rooms.command import SEQ_MAX
from rooms.people import blocking, registry
from rooms.people.events import YourBlocks
from rooms.people.naming import ChangeHandle
from rooms.people.person import Actor, Role, State
from rooms.refusal import Refusal
from tests.support.ids import id_of
from tests.support.scene import Scene, edit, post


def block(scene: Scene, blocker: Actor, blocked: Actor, on: bool = True) -> None:
    scene.do(blocks.block, blocker, BlockPerson(user_id=blocked.user_id, blocked=on))


def meet(scene: Scene, *people: Actor) -> None:
    """Come to the evening room, be seen there once, and be seen no more."""
    for actor in people:
        if actor not in (scene.anna, scene.fay):
            scene.bring_in(actor, scene.evening)
        work = {"room_id": scene.evening, "user_id": actor.user_id, "seq": SEQ_MAX}
        scene.write(lambda at: at.sql.run(name_store.SEEN, **work))  # noqa: B023


@pytest.fixture
def apart(scene: Scene) -> Scene:
    """Anna has blocked Ben; both are in the evening room, which Fay keeps."""
    meet(scene, scene.ben, scene.anna)
    block(scene, scene.anna, scene.ben)
    scene.heard()
    return scene


def both(scene: Scene) -> list[tuple[Actor, Actor]]:
    """Reader and author, in both directions."""
    return [(scene.anna, scene.ben), (scene.ben, scene.anna)]


# The command --------------------------------------------------------------------------------------


def test_blocking_and_taking_it_back(scene: Scene) -> None:
    def listed() -> list[str]:
        page = scene.ask(blocks.list_blocks, scene.anna, ListBlocks())
        assert page.cursor is None
        return [person.handle for person in page.people]

    assert listed() == []
    meet(scene, scene.ben, scene.maria)
    scene.heard()
    for _ in range(2):
        block(scene, scene.anna, scene.maria)
        block(scene, scene.anna, scene.ben)
    assert listed() == ["ben", "maria"]
    assert len(scene.heard_of(YourBlocks)) == 2, "the same again tells nobody anything"
    block(scene, scene.anna, scene.ben, on=False)
    block(scene, scene.anna, scene.ben, on=False)
    assert listed() == ["maria"]
    assert len(scene.heard_of(YourBlocks)) == 1
    assert scene.ask(blocks.list_blocks, scene.ben, ListBlocks()).people == []


def test_not_oneself_and_not_whom_one_can_not_know(scene: Scene) -> None:
    def refused(user_id: str, blocked: bool = True) -> str:
        return scene.no(blocks.block, scene.anna, BlockPerson(user_id=user_id, blocked=blocked))

    assert refused(scene.anna.user_id) == "forbidden"
    assert refused("nobody") == refused("nobody", blocked=False) == "not_found"
    for state in (State.ERASING, State.ERASED):
        scene.write(lambda work: registry.set_state(work, scene.ben.user_id, state))  # noqa: B023
        assert refused(scene.ben.user_id) == "not_found"


def test_it_answers_the_same_to_whoever_is_blocked(scene: Scene) -> None:
    """Whether somebody has blocked me can't be asked by blocking them."""
    meet(scene, scene.ben, scene.anna)
    before = scene.do(blocks.block, scene.ben, BlockPerson(user_id=scene.fay.user_id, blocked=True))
    block(scene, scene.anna, scene.ben)
    after = scene.do(blocks.block, scene.ben, BlockPerson(user_id=scene.anna.user_id, blocked=True))
    assert before == after


def test_whoever_is_leaving_is_not_listed(scene: Scene) -> None:
    meet(scene, scene.ben)
    block(scene, scene.anna, scene.ben)
    scene.write(lambda work: registry.set_state(work, scene.ben.user_id, State.ERASING))
    assert scene.ask(blocks.list_blocks, scene.anna, ListBlocks()).people == []


def test_only_so_many(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocking, "BLOCKS_MAX", 2)
    meet(scene, scene.ben, scene.maria)
    block(scene, scene.anna, scene.ben)
    block(scene, scene.anna, scene.fay)
    command = BlockPerson(user_id=scene.maria.user_id, blocked=True)
    assert scene.no(blocks.block, scene.anna, command) == "too_many"
    block(scene, scene.anna, scene.fay)  # again, which is no more of them
    block(scene, scene.anna, scene.fay, on=False)
    scene.do(blocks.block, scene.anna, command)


def test_the_list_goes_on_where_a_page_ended(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "_PEOPLE_PER_PAGE", 1)
    meet(scene, scene.ben, scene.maria)
    for blocked in (scene.ben, scene.fay, scene.maria):
        block(scene, scene.anna, blocked)
    seen, cursor = [], None
    while True:
        page = scene.ask(blocks.list_blocks, scene.anna, ListBlocks(cursor=cursor))
        seen += [person.handle for person in page.people]
        cursor = page.cursor
        if cursor is None:
            break
    assert seen == ["ben", "fay", "maria"]


# By id, and no further ----------------------------------------------------------------------------


def by_id(scene: Scene, asker: Actor, person: Actor) -> str:
    """What somebody hears who knows an id and nothing else."""
    command = BlockPerson(user_id=person.user_id, blocked=True)
    try:
        scene.do(blocks.block, asker, command)
    except Refusal as refusal:
        return refusal.code
    block(scene, asker, person, on=False)
    return ""


def names_blocked(scene: Scene, asker: Actor) -> list[tuple[str, str]]:
    page = scene.ask(blocks.list_blocks, asker, ListBlocks())
    return [(person.user_id, person.handle) for person in page.people]


def test_an_id_alone_is_nobody(scene: Scene) -> None:
    """As for whoever is not there at all, in the same words."""
    command = BlockPerson(user_id=scene.ben.user_id, blocked=True)
    refusal = scene.refusal(blocks.block, scene.anna, command)
    absent = BlockPerson(user_id=id_of("absent"), blocked=True)
    other = scene.refusal(blocks.block, scene.anna, absent)
    assert (refusal.code, refusal.message, refusal.field) == (
        other.code,
        other.message,
        other.field,
    )
    scene.bring_in(scene.ben, scene.evening)
    assert by_id(scene, scene.anna, scene.ben) == "not_found", "they don't show themselves"
    assert by_id(scene, scene.fay, scene.ben) == "", "but whoever keeps the room knows"
    assert by_id(scene, scene.maria, scene.ben) == "", "and a moderator finds anyone"
    scene.show(scene.ben)
    assert by_id(scene, scene.anna, scene.ben) == ""
    scene.go(scene.ben, scene.evening)
    assert by_id(scene, scene.anna, scene.ben) == "not_found"


def test_whoever_spoke_can_be_blocked_even_when_they_took_it_back_and_went(scene: Scene) -> None:
    scene.bring_in(scene.ben, scene.evening)
    said = scene.say(scene.ben, "something unkind")
    scene.delete(scene.ben, said.message_id)
    scene.go(scene.ben, scene.evening)
    assert by_id(scene, scene.anna, scene.ben) == ""
    late = scene.person("late")
    scene.bring_in(late, scene.evening)
    assert by_id(scene, late, scene.ben) == "not_found", "that was before their time"
    assert by_id(scene, late, scene.fay) == "", "whom to turn to is seen by all"


def test_whoever_reacted_or_is_named_can_be_blocked(scene: Scene) -> None:
    scene.bring_in(scene.ben, scene.evening)
    said = scene.say(scene.anna)
    scene.do(
        reactions.react,
        scene.ben,
        reactions.React(message_id=said.message_id, reaction="heart", on=True),
    )
    assert by_id(scene, scene.anna, scene.ben) == ""


def test_a_block_tells_no_name_that_was_taken_to_get_away(scene: Scene) -> None:
    meet(scene, scene.ben, scene.maria)
    block(scene, scene.anna, scene.ben)
    block(scene, scene.anna, scene.maria)
    ben, maria = scene.ben.user_id, scene.maria.user_id
    assert names_blocked(scene, scene.anna) == [(ben, "ben"), (maria, "maria")]
    scene.go(scene.ben, scene.evening)
    assert names_blocked(scene, scene.anna)[0] == (ben, "ben"), "the name that anna blocked"
    scene.connection.execute("DELETE FROM name_seen")
    scene.do(names.change_handle, scene.ben, ChangeHandle(handle="aaron"))
    assert names_blocked(scene, scene.anna) == [(maria, "maria"), (ben, "")]
    scene.bring_in(scene.ben, scene.evening)
    scene.say(scene.ben)
    assert names_blocked(scene, scene.anna) == [(ben, "aaron"), (maria, "maria")]
    scene.show(scene.anna)
    block(scene, scene.ben, scene.anna)
    assert names_blocked(scene, scene.anna) == [(maria, "maria"), (ben, "")]
    assert block_again_is_fine(scene)
    (listed,) = (
        person
        for person in scene.ask(blocks.list_blocks, scene.anna, ListBlocks()).people
        if not person.handle
    )
    assert listed.badge == ""


def block_again_is_fine(scene: Scene) -> bool:
    """What stands already is asked nothing."""
    block(scene, scene.anna, scene.ben)
    return len(names_blocked(scene, scene.anna)) == 2


def test_not_even_a_page_tells_it(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "_PEOPLE_PER_PAGE", 1)
    meet(scene, scene.ben, scene.maria)
    for blocked in (scene.ben, scene.maria, scene.fay):
        block(scene, scene.anna, blocked)
    scene.connection.execute("DELETE FROM name_seen")
    for person, handle in ((scene.ben, "aaron"), (scene.maria, "norma")):
        scene.go(person, scene.evening)
        scene.do(names.change_handle, person, ChangeHandle(handle=handle))
    seen, cursors, cursor = [], [], None
    while True:
        page = scene.ask(blocks.list_blocks, scene.anna, ListBlocks(cursor=cursor))
        seen += [person.handle for person in page.people]
        cursor = page.cursor
        if cursor is None:
            break
        cursors.append(base64.urlsafe_b64decode(cursor + "=="))
    assert seen == ["fay", "", ""]
    assert not any(name in text for name in (b"aaron", b"norma") for text in cursors)


# Reading ------------------------------------------------------------------------------------------


def test_the_log_keeps_the_position_and_nothing_else(apart: Scene) -> None:
    start = apart.mine(apart.anna).head
    for author in (apart.anna, apart.ben, apart.fay):
        said = apart.say(author, f"by {author.handle}")
        apart.edit(author, said.message_id, f"rather by {author.handle}")
        apart.delete(author, said.message_id)
    hidden = apart.say(apart.ben, "hidden by Fay")
    apart.hide(apart.fay, hidden.message_id)
    full = apart.log(apart.fay, start)
    for reader, author in both(apart):
        entries = apart.log(reader, start)
        assert [entry.seq for entry in entries] == [entry.seq for entry in full], "no gap"
        theirs = [1, 2, 3] if author is apart.anna else [4, 5, 6, 10, 11]
        for number, (entry, whole) in enumerate(zip(entries, full, strict=True), 1):
            if number in theirs:
                assert entry == MessageHidden(
                    room_id=apart.evening,
                    epoch=apart.epoch,
                    seq=whole.seq,
                    at=whole.at,
                    message_id=None,
                )
            else:
                assert entry == whole


def test_pages_are_full_and_know_whether_there_is_more(apart: Scene) -> None:
    for number in range(6):
        apart.say(apart.ben, f"ben {number}")
        apart.say(apart.fay, f"fay {number}")
        apart.say(apart.ben, f"ben again {number}")
    seen: list[str] = []
    seq, more = SEQ_MAX, True
    while more:
        command = log.LogBefore(room_id=apart.evening, seq=seq, limit=2)
        page = apart.ask(log.before, apart.anna, command)
        assert len(page.messages) == 2
        seen = [message.body for message in page.messages] + seen
        seq, more = page.messages[0].seq, page.more
    assert seen == [f"fay {number}" for number in range(6)]
    opened = apart.ask(room.open_room, apart.anna, room.OpenRoom(room_id=apart.evening))
    bodies = [entry.body for entry in opened.entries if isinstance(entry, MessagePosted)]
    assert bodies == seen
    assert not opened.more
    command = log.LogBefore(room_id=apart.evening, seq=SEQ_MAX, limit=200)
    assert len(apart.ask(log.before, apart.fay, command).messages) == 18


def test_search_finds_nothing_of_the_other(apart: Scene) -> None:
    for author in (apart.anna, apart.ben, apart.fay):
        apart.say(author, f"needle of {author.handle}")

    def found(reader: Actor, **more: Any) -> list[str]:
        command = search.SearchMessages(text="needle", **more)
        return [m.body for m in apart.ask(search.search, reader, command).messages]

    for reader, other in both(apart):
        places: list[dict[str, str]] = [{}, {"room_id": apart.evening}]
        for place in places:
            assert found(reader, **place) == ["needle of fay", f"needle of {reader.handle}"]
            assert found(reader, author=other.user_id, **place) == []
            assert found(reader, author=apart.fay.user_id, **place) == ["needle of fay"]
    assert len(found(apart.fay)) == 3
    assert len(found(apart.maria, room_id=apart.evening)) == 3


def test_what_can_not_be_read_is_not_there(apart: Scene) -> None:
    for reader, author in both(apart):
        said = apart.say(author, "not for everyone").message_id

        def same(command: object, what: type, reader: Actor = reader, **more: object) -> None:
            """As if there were no such message."""
            field = more.pop("field", "message_id")
            there, absent = (
                apart.refusal(command, reader, what(**{field: message_id}, **more))  # type: ignore[arg-type]
                for message_id in (said, "absent")  # noqa: B023
            )
            assert there.code == absent.code == "not_found"
            assert (there.message, there.field) == (absent.message, absent.field)

        same(reactions.react, reactions.React, reaction="heart", on=True)
        same(reactions.list_reactions, reactions.ListReactions)
        same(edit, EditMessage, body="changed")
        same(posting.delete, DeleteMessage)
        same(posting.hide, posting.HideMessage, reason="unkind")
        there: dict[str, Any] = {"room_id": apart.evening, "nonce": "r", "body": "so there"}
        same(post, PostMessage, field="reply_to", **there)


def test_blocking_puts_nobodys_words_out_of_a_moderators_reach(apart: Scene) -> None:
    """Whoever blocked whom, and whether the words came before it or after."""
    for n, (reader, author) in enumerate(both(apart)):
        said = apart.say(author, f"words of {author.handle}")
        command = ReportMessage(message_id=said.message_id, nonce=f"r{n}", reason="harassment")
        apart.do(reporting.report, reader, command)
        told = apart.ask(reporting.list_reports, apart.maria, ListReports()).reports[0]
        assert (told.body, told.author.handle) == (f"words of {author.handle}", author.handle)
    early = apart.say(apart.fay).message_id
    apart.go(apart.anna, apart.evening)
    command = ReportMessage(message_id=early, nonce="away", reason="unkind")
    assert apart.no(reporting.report, apart.anna, command) == "not_found", "the room still counts"


def test_who_reacted_leaves_them_out_and_the_count_is_whole(apart: Scene) -> None:
    said = apart.say(apart.fay)
    for actor in (apart.anna, apart.ben, apart.maria):
        apart.bring_in(apart.maria, apart.evening)
        command = reactions.React(message_id=said.message_id, reaction="hug", on=True)
        apart.do(reactions.react, actor, command)

    def who(reader: Actor) -> list[str]:
        command = reactions.ListReactions(message_id=said.message_id)
        page = apart.ask(reactions.list_reactions, reader, command)
        return [given.person.handle for given in page.reactions]

    assert who(apart.anna) == ["anna", "maria"]
    assert who(apart.ben) == ["ben", "maria"]
    assert who(apart.fay) == who(apart.maria) == ["anna", "ben", "maria"]
    assert {m.reactions["hug"] for reader in (apart.anna, apart.fay) for m in apart.page(reader)}


def test_my_reactions_to_what_i_no_longer_see_are_gone(scene: Scene) -> None:
    scene.bring_in(scene.ben, scene.evening)
    scene.say(scene.anna, "before")
    said = scene.say(scene.ben)
    scene.say(scene.anna, "after")
    command = reactions.React(message_id=said.message_id, reaction="hug", on=True)
    scene.do(reactions.react, scene.anna, command)
    block(scene, scene.ben, scene.anna)
    page = scene.ask(log.before, scene.anna, log.LogBefore(room_id=scene.evening, seq=SEQ_MAX))
    assert page.my_reactions == {}
    block(scene, scene.ben, scene.anna, on=False)
    page = scene.ask(log.before, scene.anna, log.LogBefore(room_id=scene.evening, seq=SEQ_MAX))
    assert page.my_reactions == {said.message_id: ["hug"]}


def test_the_roster_leaves_them_out_but_for_whoever_keeps_the_room(apart: Scene) -> None:
    apart.connection.execute("UPDATE person SET visible = 1")

    def listed(reader: Actor) -> tuple[list[str], int]:
        command = roster.ListMembers(room_id=apart.evening)
        page = apart.ask(roster.list_members, reader, command)
        return [member.person.handle for member in page.people], page.members

    block(apart, apart.ben, apart.fay)
    assert listed(apart.anna) == (["anna", "fay"], 3)
    assert listed(apart.ben) == (["ben"], 3)
    assert listed(apart.fay) == (["anna", "ben", "fay"], 3), "its keeper has to know"
    assert listed(apart.maria) == (["anna", "ben", "fay"], 3)
    opened = apart.ask(room.open_room, apart.ben, room.OpenRoom(room_id=apart.evening))
    assert [author.handle for author in opened.staff] == ["fay"], "whom to turn to is not hidden"


# Counts -------------------------------------------------------------------------------------------


def test_unread_and_mentions_leave_them_out(apart: Scene) -> None:
    apart.connection.execute("UPDATE person SET visible = 1")
    for author in (apart.fay, apart.ben, apart.anna, apart.ben):
        apart.say(author, "dear @anna and @ben")
    assert apart.mine(apart.ben).unread == 0, "whoever speaks has read"
    apart.say(apart.anna, "@ben?")
    apart.say(apart.fay, "@ben and @anna")
    assert (apart.mine(apart.ben).unread, apart.mine(apart.ben).mentions) == (1, 1)
    assert (apart.mine(apart.anna).unread, apart.mine(apart.anna).mentions) == (1, 1)
    for _ in range(3):
        apart.say(apart.ben, "@anna @anna")
    assert (apart.mine(apart.anna).unread, apart.mine(apart.anna).mentions) == (1, 1)
    assert apart.mine(apart.anna).posts == 9, "the room's count is whole"
    assert apart.mine(apart.fay).unread == 3


def test_what_was_unread_before_comes_back_when_it_is_taken_back(scene: Scene) -> None:
    scene.connection.execute("UPDATE person SET visible = 1")
    scene.bring_in(scene.ben, scene.evening)
    scene.say(scene.ben, "@anna")
    scene.say(scene.fay, "hello")
    assert (scene.mine(scene.anna).unread, scene.mine(scene.anna).mentions) == (2, 1)
    block(scene, scene.anna, scene.ben)
    assert (scene.mine(scene.anna).unread, scene.mine(scene.anna).mentions) == (1, 0)
    block(scene, scene.anna, scene.ben, on=False)
    assert (scene.mine(scene.anna).unread, scene.mine(scene.anna).mentions) == (2, 1)


def test_the_number_of_my_blocks_is_for_me_alone(scene: Scene) -> None:
    def number(actor: Actor) -> int:
        return scene.ask(reading.sync, actor, reading.SyncSession()).blocks

    meet(scene, scene.ben)
    scene.heard()
    assert number(scene.anna) == number(scene.ben) == 0
    block(scene, scene.anna, scene.ben)
    (told,) = scene.heard_of(YourBlocks)
    assert number(scene.anna) == told.blocks != 0
    assert number(scene.ben) == 0, "whoever is blocked is told nothing"


# Moderators ---------------------------------------------------------------------------------------


def test_a_moderator_goes_on_reading_whoever_blocks_whom(scene: Scene) -> None:
    scene.bring_in(scene.maria, scene.evening)
    block(scene, scene.anna, scene.maria)
    block(scene, scene.maria, scene.fay)
    start = scene.mine(scene.maria).head
    for author in (scene.anna, scene.fay, scene.maria):
        scene.say(author, f"by {author.handle}")
    bodies = ["by anna", "by fay", "by maria"]
    assert [m.body for m in scene.page(scene.maria)][-3:] == bodies
    assert [e.body for e in scene.log(scene.maria, start) if isinstance(e, MessagePosted)] == bodies
    assert [m.body for m in scene.page(scene.anna)] == ["by anna", "by fay"]
    assert [m.body for m in scene.page(scene.fay)] == ["by anna", "by fay"]
    scene.hide(scene.maria, scene.page(scene.maria)[-3].message_id)
    maria = scene.maria
    unproven = Actor(maria.user_id, maria.handle, Role.MODERATOR, proven=False)
    assert [m.body for m in scene.page(unproven)] == ["by maria"]


# What goes out ------------------------------------------------------------------------------------


def test_every_entry_about_a_message_knows_whose_it_is(apart: Scene) -> None:
    said = apart.say(apart.anna)
    apart.edit(apart.anna, said.message_id, "rather")
    command = reactions.React(message_id=said.message_id, reaction="heart", on=True)
    apart.do(reactions.react, apart.fay, command)
    other = apart.say(apart.anna)
    apart.delete(apart.anna, other.message_id)
    apart.hide(apart.fay, said.message_id)
    heard = [event for event in apart.heard() if isinstance(event, Entry | RoomMoved)]
    assert {event.kind() for event in heard} == {
        "message.posted",
        "message.edited",
        "message.deleted",
        "message.hidden",
        "message.reacted",
        "room.moved",
    }
    for event in heard:
        assert event.tells_of == {apart.anna.user_id}, event.kind()


def test_a_reaction_that_was_put_off_knows_it_too(apart: Scene) -> None:
    said = apart.say(apart.anna)
    for reaction in ("heart", "hug"):
        command = reactions.React(message_id=said.message_id, reaction=reaction, on=True)
        apart.do(reactions.react, apart.fay, command)
    apart.heard()
    apart.clock.advance(s=2)
    apart.write(reactions.announce_due)
    (event,) = apart.heard()
    assert event.tells_of == {apart.anna.user_id}


def test_who_comes_and_goes_has_no_name_for_whoever_is_kept_apart(apart: Scene) -> None:
    apart.connection.execute("UPDATE person SET visible = 1")
    apart.go(apart.ben, apart.evening)
    apart.bring_in(apart.ben, apart.evening)
    heard = apart.heard()
    (left,) = (event for event in heard if isinstance(event, MemberLeft))
    (joined,) = (event for event in heard if isinstance(event, MemberJoined))
    assert joined.tells_of == left.tells_of == {apart.ben.user_id}
    assert left.user_id == apart.ben.user_id
    hidden = left.without(left.tells_of)
    assert hidden == MemberLeft(room_id=apart.evening, user_id=None)
    assert joined.without(joined.tells_of) == MemberJoined(room_id=apart.evening, member=None)
