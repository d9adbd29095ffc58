"""A member who came under a real name goes by another: nothing in the house still says the first.

And nobody is told by a mention that somebody is here whose name they can't see.
"""

from __future__ import annotations

import pytest

from moderation.conduct import reporting
from moderation.conduct.reporting import ListReports, ReportMessage
from rooms.chat import membership, name_store, names, reactions, reading, room, roster, search
from rooms.chat.events import (
    MessageEdited,
    MessagePosted,
    NamesChanged,
    RosterChanged,
    keepers_topic,
)
from rooms.chat.membership import JoinRoom
from rooms.chat.names import MENTIONS_MAX
from rooms.chat.reactions import ListReactions, React
from rooms.chat.reading import SyncSession
from rooms.chat.room import OpenRoom
from rooms.chat.roster import ListMembers
from rooms.chat.search import SearchMessages
from rooms.chat.views import Access, Relation
from rooms.event import room_topic
from rooms.people import registry
from rooms.people.events import YourHandle
from rooms.people.naming import ONCE_IN_MS, ChangeHandle
from rooms.people.person import Actor, Role, State
from tests.support.ids import id_of
from tests.support.scene import Scene

REAL = "Johanna.Weber"
NEW = "Heron"


@pytest.fixture
def johanna(scene: Scene) -> Actor:
    """Someone who signed up under her real name, in the evening room; others see her there."""
    user_id = id_of("whoever")  # ids of tests tell of names, as others never do
    scene.write(lambda work: registry.add(work, user_id, REAL, Role.MEMBER))
    someone = Actor(user_id, REAL, Role.MEMBER, visible=True)
    scene.show(someone)
    scene.bring_in(someone, scene.evening)
    scene.heard()
    return someone


def rename(scene: Scene, actor: Actor, handle: str = NEW) -> Actor:
    """Someone goes by another name; who they are from then on."""
    scene.do(names.change_handle, actor, ChangeHandle(handle=handle))
    return Actor(actor.user_id, handle, actor.role, visible=actor.visible)


def found(scene: Scene, actor: Actor, text: str) -> list[str]:
    page = scene.ask(search.search, actor, SearchMessages(text=text))
    return [message.body for message in page.messages]


def told(scene: Scene) -> list[str]:
    """The rooms that were told of a change."""
    return [event.room_id for event in scene.heard_of(NamesChanged)]


def state(scene: Scene, actor: Actor, state: State) -> None:
    scene.write(lambda work: registry.set_state(work, actor.user_id, state))


# The real name


def everything(scene: Scene, johanna: Actor) -> None:
    """She speaks, is answered, mentioned, reacted to, reported, and changes her words."""
    said = scene.say(johanna, f"I am @{REAL}, hello")
    scene.say(scene.fay, f"welcome @{REAL.lower()}.", reply_to=said.message_id)
    first = scene.say(scene.anna, "welcome")
    scene.edit(scene.anna, first.message_id, f"welcome, @{REAL.upper()}")
    for message_id in (said.message_id, first.message_id):
        react = React(message_id=message_id, reaction="hug", on=True)
        scene.do(reactions.react, johanna, react)
    report = ReportMessage(message_id=first.message_id, nonce="r", reason="other")
    scene.do(reporting.report, scene.fay, report)
    hidden = scene.say(scene.anna, f"hidden words for @{REAL}")
    scene.hide(scene.fay, hidden.message_id)


def test_the_store_holds_a_name_in_one_place_alone(scene: Scene, johanna: Actor) -> None:
    everything(scene, johanna)
    stored = scene.snapshot()
    holding = {name for name, rows in stored.items() if "johanna.w" in repr(rows).casefold()}
    assert holding == {"person"}
    rename(scene, johanna)
    assert "johanna.w" not in repr(scene.snapshot()).casefold()


def test_every_page_shows_the_new_name_alone(scene: Scene, johanna: Actor) -> None:
    everything(scene, johanna)
    renamed = rename(scene, johanna)
    message_id = scene.page(scene.anna)[2].message_id
    anna = scene.anna
    read = [
        scene.page(anna),
        scene.log(anna),
        scene.ask(room.open_room, anna, OpenRoom(room_id=scene.evening)),
        scene.ask(reading.sync, renamed, SyncSession()),
        scene.ask(roster.list_members, scene.fay, ListMembers(room_id=scene.evening)),
        scene.ask(roster.list_members, anna, ListMembers(room_id=scene.evening)),
        scene.ask(reactions.list_reactions, anna, ListReactions(message_id=message_id)),
        scene.ask(reporting.list_reports, scene.maria, ListReports()),
        scene.ask(search.search, anna, SearchMessages(text="welcome")),
        scene.ask(search.search, anna, SearchMessages(text="hello", room_id=scene.evening)),
    ]
    for answer in read:
        assert "johanna" not in repr(answer).casefold()
        assert NEW in repr(answer)
        assert "\\x01" not in repr(answer)
    assert [message.body for message in scene.page(anna)] == [
        f"I am @{NEW}, hello",
        f"welcome @{NEW}.",
        f"welcome, @{NEW}",
        "",
    ]
    (report,) = scene.ask(reporting.list_reports, scene.maria, ListReports()).reports
    assert report.body == f"welcome, @{NEW}"


def test_what_is_heard_is_what_is_read_again(scene: Scene, johanna: Actor) -> None:
    said = scene.say(scene.anna, f"@{REAL.upper()}?")
    (live,) = scene.heard_of(MessagePosted)
    (entry,) = scene.log(scene.fay)
    assert isinstance(entry, MessagePosted)
    assert (live.body, live.mentions) == (entry.body, entry.mentions)
    assert (live.body, live.mentions) == (f"@{REAL}?", [johanna.user_id])
    scene.edit(scene.anna, said.message_id, f"@{REAL.lower()}, @fay")
    (changed,) = scene.heard_of(MessageEdited)
    again = scene.log(scene.fay)[-1]
    assert isinstance(again, MessageEdited)
    assert (changed.body, changed.mentions) == (again.body, again.mentions)
    assert changed.body == f"@{REAL}, @fay"


def test_search_finds_the_new_name_and_never_the_old(scene: Scene, johanna: Actor) -> None:
    scene.say(scene.anna, f"thank you @{REAL} for the tea")
    scene.say(scene.anna, "no tea for herons")
    for text in (REAL, f"@{REAL}", f"you @{REAL} for"):
        assert found(scene, scene.fay, text) == [f"thank you @{REAL} for the tea"]
    rename(scene, johanna)
    shown = f"thank you @{NEW} for the tea"
    for text in (REAL, f"@{REAL}", f"you @{REAL} for", "johanna", "weber"):
        assert found(scene, scene.fay, text) == []
    for text in (f"@{NEW}", f"@{NEW.upper()} for", "the tea"):
        assert found(scene, scene.fay, text) == [shown]
    assert found(scene, scene.fay, NEW) == ["no tea for herons", shown]
    assert found(scene, scene.fay, f"@{NEW} @{NEW}") == []
    assert found(scene, scene.fay, "@fay") == []


def test_search_tells_nobody_apart(scene: Scene, johanna: Actor) -> None:
    scene.say(scene.anna, f"@{REAL} and @fay")
    scene.say(scene.anna, "@fay alone")
    assert found(scene, scene.anna, "@fay") == ["@fay alone", f"@{REAL} and @fay"]
    assert found(scene, scene.anna, f"@{REAL} and @fay") == [f"@{REAL} and @fay"]
    assert found(scene, scene.anna, "@fay and @fay") == []
    assert found(scene, scene.anna, "and @anna") == []


def test_words_are_the_same_words_after_a_change_of_name(scene: Scene, johanna: Actor) -> None:
    said = scene.say(scene.anna, f"hello @{REAL}")
    rename(scene, johanna)
    scene.heard()
    scene.edit(scene.anna, said.message_id, f"hello @{NEW}")
    assert scene.heard() == []
    scene.edit(scene.anna, said.message_id, f"hello again @{NEW}")
    (changed,) = scene.heard_of(MessageEdited)
    assert changed.mentions == [johanna.user_id]


def test_whoever_hid_since_stays_named_when_the_words_change(scene: Scene, johanna: Actor) -> None:
    said = scene.say(scene.anna, f"hello @{REAL}")
    scene.connection.execute("UPDATE person SET visible = 0")
    scene.edit(scene.anna, said.message_id, f"hello again @{REAL}")
    renamed = rename(scene, johanna)
    assert scene.page(scene.anna)[0].body == f"hello again @{renamed.handle}"
    scene.say(scene.anna, f"and @{NEW.upper()}")
    assert scene.page(scene.anna)[1].body == f"and @{NEW.upper()}"


def test_a_retry_is_still_known(scene: Scene, johanna: Actor) -> None:
    first = scene.say(scene.anna, f"hello @{REAL}", nonce="n")
    rename(scene, johanna)
    assert scene.say(scene.anna, f"hello @{REAL}", nonce="n").seq == first.seq


# Who can be named


def says(scene: Scene, actor: Actor, words: str) -> MessagePosted:
    scene.heard()
    scene.say(actor, words)
    (posted,) = scene.heard_of(MessagePosted)
    return posted


def test_a_hidden_member_is_not_confirmed_by_a_mention(scene: Scene) -> None:
    for name in ("hidda", "nobodyhere"):
        if name == "hidda":
            scene.bring_in(scene.person(name), scene.evening)
        posted = says(scene, scene.anna, f"hi @{name.upper()}")
        assert (posted.body, posted.mentions) == (f"hi @{name.upper()}", [])
    stored = scene.snapshot()
    assert stored["mention"] == stored["name_seen"] == []


@pytest.mark.parametrize("seen_as", ["visible", "facilitator", "moderator", "speaker"])
def test_whoever_is_seen_in_the_room_can_be_named(scene: Scene, seen_as: str) -> None:
    someone = scene.maria if seen_as == "moderator" else scene.person("sina")
    scene.bring_in(someone, scene.evening)
    name = someone.handle.upper()
    if seen_as == "visible":
        scene.show(someone)
    elif seen_as == "facilitator":
        scene.do(
            membership.set_relation,
            scene.maria,
            membership.SetRelation(
                room_id=scene.evening, user_id=someone.user_id, relation=Relation.FACILITATOR
            ),
        )
    elif seen_as == "speaker":
        assert says(scene, scene.anna, f"@{name}").mentions == []
        scene.say(someone)
    posted = says(scene, scene.anna, f"@{name}")
    assert (posted.body, posted.mentions) == (f"@{someone.handle}", [someone.user_id])


def test_who_spoke_before_one_came_can_not_be_named(scene: Scene) -> None:
    scene.say(scene.anna)
    scene.bring_in(scene.ben, scene.evening)
    assert says(scene, scene.ben, "@ANNA").body == "@ANNA"
    assert says(scene, scene.fay, "@ANNA").body == "@anna", "its keeper reads from the start"
    scene.say(scene.anna)
    assert says(scene, scene.ben, "@ANNA").body == "@anna"


def test_who_took_all_words_back_can_not_be_named(scene: Scene) -> None:
    said = scene.say(scene.anna)
    scene.delete(scene.anna, said.message_id)
    assert says(scene, scene.fay, "@ANNA").mentions == []


def test_who_is_elsewhere_or_gone_can_not_be_named(scene: Scene, johanna: Actor) -> None:
    scene.show(scene.ben)
    assert says(scene, scene.anna, "@BEN").body == "@BEN"
    scene.go(johanna, scene.evening)
    assert says(scene, scene.anna, f"@{REAL.upper()}").body == f"@{REAL.upper()}"


@pytest.mark.parametrize("blocker", ["anna", "johanna"])
def test_nobody_names_whom_they_are_kept_apart_from(
    scene: Scene, johanna: Actor, blocker: str
) -> None:
    pair = [scene.anna.user_id, johanna.user_id]
    scene.connection.execute(
        "INSERT INTO block (blocker_id, blocked_id) VALUES (?, ?)",
        pair if blocker == "anna" else pair[::-1],
    )
    posted = says(scene, scene.anna, f"@{REAL.upper()}")
    assert (posted.body, posted.mentions) == (f"@{REAL.upper()}", [])
    assert says(scene, scene.fay, f"@{REAL}").mentions == [johanna.user_id]


def test_oneself_is_named_but_not_mentioned(scene: Scene) -> None:
    posted = says(scene, scene.anna, "this is @ANNA")
    assert (posted.body, posted.mentions) == ("this is @anna", [])


def test_more_can_be_named_than_are_mentioned(scene: Scene) -> None:
    people = [scene.person(f"pal{end}", visible=True) for end in "abcdefghjkmpqrstuwyzx"]
    for person in people:
        scene.bring_in(person, scene.evening)
    posted = says(scene, scene.anna, " ".join(f"@{person.handle}" for person in people))
    assert posted.mentions == [person.user_id for person in people][:MENTIONS_MAX]
    rename(scene, people[-1])
    assert scene.page(scene.anna)[0].body.endswith(f"@{NEW}")


# Those who leave


@pytest.mark.parametrize("gone", [State.ERASING, State.ERASED])
def test_who_has_left_is_someone(scene: Scene, johanna: Actor, gone: State) -> None:
    scene.say(scene.anna, f"thanks @{REAL} and @fay")
    state(scene, johanna, gone)
    (shown,) = scene.page(scene.fay)
    assert (shown.body, shown.mentions) == ("thanks @someone and @fay", [scene.fay.user_id])
    assert found(scene, scene.fay, f"@{REAL}") == []
    assert says(scene, scene.anna, f"@{REAL}").mentions == []
    state(scene, johanna, State.ACTIVE)
    assert scene.page(scene.fay)[0].body == f"thanks @{REAL} and @fay"


# Who is told


def test_a_change_is_told_without_a_name(scene: Scene, johanna: Actor) -> None:
    scene.heard()
    rename(scene, johanna)
    mine, changed = scene.heard()
    assert mine == YourHandle(user_id=johanna.user_id, handle=NEW)
    assert changed == NamesChanged(room_id=scene.evening)
    assert changed.topic == room_topic(scene.evening)


def test_of_someone_who_is_not_seen_in_a_room_only_its_keepers_hear(scene: Scene) -> None:
    hidda = scene.person("hidda")
    scene.bring_in(hidda, scene.evening)
    asked = scene.room("Asked", Access.REQUEST)
    scene.do(membership.join, hidda, JoinRoom(room_id=asked))
    before = scene.mine(scene.anna).names
    scene.heard()
    rename(scene, hidda)
    mine, *others = scene.heard()
    assert isinstance(mine, YourHandle)
    assert others == [RosterChanged(room_id=room_id) for room_id in sorted([scene.evening, asked])]
    assert [event.topic for event in others] == [
        keepers_topic(event.room_id) for event in others if isinstance(event, RosterChanged)
    ]
    assert scene.mine(scene.anna).names == before


def test_every_room_where_a_name_is_seen_is_told(scene: Scene) -> None:
    spoke, left, reacted, named, nothing = rooms = [
        scene.room(name) for name in ("Spoke", "Left", "Reacted", "Named", "Nothing")
    ]
    someone = scene.person(REAL)
    for room_id in rooms:
        scene.bring_in(someone, room_id)
    scene.say(someone, room_id=spoke)
    scene.say(someone, room_id=left)
    scene.go(someone, left)
    said = scene.say(scene.anna, room_id=reacted)
    react = React(message_id=said.message_id, reaction="hug", on=True)
    scene.do(reactions.react, someone, react)
    scene.show(someone)
    scene.say(scene.anna, f"@{REAL}", room_id=named)
    scene.connection.execute("UPDATE person SET visible = 0")
    before = {room_id: scene.mine(scene.anna, room_id).names for room_id in rooms}
    scene.heard()
    rename(scene, someone)
    assert sorted(told(scene)) == sorted([spoke, left, reacted, named])
    for room_id in rooms:
        opened = scene.ask(room.open_room, scene.anna, OpenRoom(room_id=room_id))
        counted = scene.mine(scene.anna, room_id).names
        assert opened.names == counted == before[room_id] + (room_id != nothing)


def test_a_name_that_stays_is_not_told(scene: Scene, johanna: Actor) -> None:
    rename(scene, johanna, REAL)
    assert scene.heard() == []
    rename(scene, johanna, REAL.lower())
    assert told(scene) == [scene.evening]


def test_no_more_rooms_are_told_than_one_command_may_touch(
    scene: Scene, johanna: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(names, "ROOMS_MAX", 2)
    for number in range(3):
        scene.bring_in(johanna, scene.room(f"Room {number}"))
    scene.heard()
    rename(scene, johanna)
    assert len(told(scene)) == 2


def test_whoever_waits_at_a_door_learns_nothing_of_names(scene: Scene, johanna: Actor) -> None:
    scene.do(membership.leave, scene.anna, membership.LeaveRoom(room_id=scene.evening))
    scene.do(
        membership.admit,
        scene.fay,
        membership.AdmitPerson(room_id=scene.evening, user_id=scene.anna.user_id),
    )
    rename(scene, johanna)
    assert scene.mine(scene.anna).names == 0


def test_a_name_can_be_taken_back_and_every_word_follows(scene: Scene, johanna: Actor) -> None:
    scene.say(scene.anna, f"@{REAL}")
    before = scene.mine(scene.anna).names
    renamed = rename(scene, johanna)
    scene.clock.advance(ms=ONCE_IN_MS)
    rename(scene, renamed, REAL)
    assert scene.page(scene.anna)[0].body == f"@{REAL}"
    assert scene.mine(scene.anna).names == before + 2


def test_bodies_of_other_tables_are_shown_alike(scene: Scene, johanna: Actor) -> None:
    scene.say(scene.anna, f"@{REAL} and @fay")
    (kept,) = scene.connection.execute("SELECT body FROM message").fetchone()
    rename(scene, johanna)
    shown = scene.read(lambda reader: name_store.with_names(reader.sql, [kept, "plain"]))
    assert shown == [f"@{NEW} and @fay", "plain"]
