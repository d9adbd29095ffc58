"""Finding what was said, by whom, where and when: and nothing that one may not read."""

from __future__ import annotations

import pytest

from rooms.chat import membership, search
from rooms.chat.membership import RemovePerson
from rooms.chat.search import SearchMessages
from rooms.chat.views import Access
from rooms.people.person import Actor
from tests.support.ids import id_of
from tests.support.scene import Scene


def found(scene: Scene, actor: Actor, text: str, **more: object) -> list[str]:
    """The words found, newest first, over all pages."""
    words: list[str] = []
    cursor: str | None = None
    while True:
        command = SearchMessages(text=text, cursor=cursor, **more)  # type: ignore[arg-type]
        page = scene.ask(search.search, actor, command)
        words += [message.body for message in page.messages]
        cursor = page.cursor
        if cursor is None:
            return words


def test_words_are_found_newest_first_however_they_are_written(scene: Scene) -> None:
    for body in ("Müde heute", "nothing", "so MU\u0308DE", "ｍｕｄｅ"):
        scene.say(scene.anna, body)
        scene.clock.advance(s=1)
    for everywhere in ({}, {"room_id": scene.evening}):
        assert found(scene, scene.anna, "mude", **everywhere) == [
            "ｍｕｄｅ",
            "so MU\u0308DE",
            "Müde heute",
        ]
    assert found(scene, scene.anna, " MÜDE h") == ["Müde heute"]


@pytest.mark.parametrize("text", ["100%", "a_b", "back\\slash", "%"])
def test_no_character_has_a_meaning_of_its_own(scene: Scene, text: str) -> None:
    scene.say(scene.anna, f"here: {text}!")
    scene.say(scene.anna, "here: 100 axb backslash")
    assert found(scene, scene.anna, text) == [f"here: {text}!"]


def test_by_author_and_before_a_time(scene: Scene) -> None:
    scene.say(scene.anna, "tea one")
    scene.clock.advance(minutes=1)
    middle = scene.clock()
    scene.say(scene.fay, "tea two")
    scene.clock.advance(minutes=1)
    scene.say(scene.anna, "tea three")
    for where in ({}, {"room_id": scene.evening}):
        assert found(scene, scene.anna, "tea", author=scene.anna.user_id, **where) == [
            "tea three",
            "tea one",
        ]
        assert found(scene, scene.anna, "tea", before=middle, **where) == ["tea one"]
        assert found(scene, scene.anna, "tea", author=id_of("nobody"), **where) == []
        assert found(scene, scene.anna, "tea", since=middle, **where) == ["tea three", "tea two"]
        assert found(scene, scene.anna, "tea", since=middle, before=middle, **where) == []


def test_by_the_name_that_someone_goes_by(scene: Scene) -> None:
    scene.say(scene.anna, "tea one")
    scene.say(scene.fay, "tea two")
    anna = scene.anna.handle
    for where in ({}, {"room_id": scene.evening}):
        for name in (anna, anna.upper(), f"@{anna} "):
            assert found(scene, scene.fay, "tea", by=name, **where) == ["tea one"]
        assert found(scene, scene.fay, "tea", by="nobody", **where) == []
        both = {"by": anna, "author": scene.fay.user_id}
        assert found(scene, scene.fay, "tea", **both, **where) == []


def test_only_where_one_is_in_and_since_one_came(scene: Scene) -> None:
    other = scene.room("Morning", members=())
    scene.say(scene.fay, "tea before")
    scene.say(scene.fay, "tea elsewhere", room_id=other)
    scene.bring_in(scene.ben, scene.evening)
    scene.say(scene.fay, "tea after")
    assert found(scene, scene.ben, "tea") == ["tea after"]
    assert found(scene, scene.ben, "tea", room_id=scene.evening) == ["tea after"]
    assert sorted(found(scene, scene.fay, "tea")) == [
        "tea after",
        "tea before",
        "tea elsewhere",
    ]
    command = SearchMessages(text="tea", room_id=other)
    assert scene.no(search.search, scene.ben, command) == "forbidden"


def test_whoever_left_or_was_removed_finds_nothing(scene: Scene) -> None:
    scene.bring_in(scene.ben, scene.evening)
    scene.say(scene.fay, "tea")
    command = RemovePerson(room_id=scene.evening, user_id=scene.ben.user_id)
    scene.do(membership.remove, scene.fay, command)
    scene.go(scene.anna, scene.evening)
    assert found(scene, scene.ben, "tea") == []
    assert found(scene, scene.anna, "tea") == []


def test_a_moderator_names_the_room(scene: Scene) -> None:
    quiet = scene.room("Quiet", Access.INVITE)
    scene.say(scene.anna, "tea", room_id=quiet)
    assert found(scene, scene.maria, "tea") == []
    assert found(scene, scene.maria, "tea", room_id=quiet) == ["tea"]
    command = SearchMessages(text="tea", room_id=quiet)
    assert scene.no(search.search, scene.ben, command) == "not_found"


def test_administrators_find_nothing(scene: Scene) -> None:
    assert scene.no(search.search, scene.adam, SearchMessages(text="tea")) == "forbidden"
    command = SearchMessages(text="tea", room_id=scene.evening)
    assert scene.no(search.search, scene.adam, command) == "forbidden"


def test_what_is_gone_is_not_found(scene: Scene) -> None:
    edited, deleted, hidden = (scene.say(scene.anna, f"tea {name}") for name in "edh")
    scene.edit(scene.anna, edited.message_id, "coffee")
    scene.delete(scene.anna, deleted.message_id)
    scene.hide(scene.fay, hidden.message_id)
    assert found(scene, scene.anna, "tea") == []
    assert found(scene, scene.maria, "tea", room_id=scene.evening) == []
    assert found(scene, scene.anna, "coffee") == ["coffee"]


@pytest.mark.parametrize("text", [" ", "\u200b", "\u0301"])
def test_nothing_is_not_looked_for(scene: Scene, text: str) -> None:
    assert scene.no(search.search, scene.anna, SearchMessages(text=text)) == "empty_body"


@pytest.mark.parametrize("cursor", ["x", "AAAA", "%%"])
def test_a_foreign_cursor_is_refused(scene: Scene, cursor: str) -> None:
    for room_id in (None, scene.evening):
        command = SearchMessages(text="tea", room_id=room_id, cursor=cursor)
        assert scene.no(search.search, scene.anna, command) == "out_of_range"


@pytest.mark.parametrize("stretch", [1, 2, 7, 1000])
def test_a_long_log_is_looked_through_in_stretches(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, stretch: int
) -> None:
    monkeypatch.setattr(search, "STRETCH", stretch)
    other = scene.room("Morning", members=(scene.ben,))
    expected = []
    for number in range(20):
        body = f"tea {number}" if number % 3 == 0 else f"coffee {number}"
        scene.say(scene.anna, body)
        scene.say(scene.ben, "tea elsewhere", room_id=other)
        expected.append(body)
        if number % 4 == 0:
            scene.clock.advance(ms=1)
    teas = [body for body in reversed(expected) if body.startswith("tea")]
    assert found(scene, scene.anna, "tea", room_id=scene.evening) == teas
    # At one instant, the order is that of the ids; here they count upwards.
    assert found(scene, scene.anna, "tea") == teas


def test_many_hits_come_in_pages(scene: Scene) -> None:
    for number in range(130):
        scene.say(scene.anna, f"tea {number}")
    teas = [f"tea {number}" for number in reversed(range(130))]
    assert found(scene, scene.anna, "tea", room_id=scene.evening) == teas
    assert found(scene, scene.anna, "tea") == teas
