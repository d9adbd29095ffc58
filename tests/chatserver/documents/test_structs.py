"""The schemas say of each struct what its JSON really holds."""

import json

import msgspec

from chatserver.documents import structs
from rooms.chat.log import LogSince, Since
from rooms.chat.room import OpenRoom, Position
from rooms.chat.search import SearchMessages
from rooms.chat.views import Access, Author
from rooms.command import Command
from rooms.event import Event
from web.wire import EVENTS, VERBS


def test_every_table_is_in_it() -> None:
    known = set(structs.everything())
    for verb in VERBS.values():
        assert {verb.command, verb.result} <= known
    assert set(EVENTS) <= known
    assert {Position, Access, Author} <= known


def test_what_is_used_comes_before_what_uses_it() -> None:
    order = structs.everything()
    assert order.index(Position) < order.index(OpenRoom)
    assert len(order) == len(set(order))


def test_no_two_shapes_share_a_name() -> None:
    names = [kind.__name__ for kind in structs.everything()]
    assert len(names) == len(set(names))


def test_every_shape_says_what_it_is() -> None:
    bare = {msgspec.Struct.__doc__, Command.__doc__, Event.__doc__, "", None}
    silent = [kind.__name__ for kind in structs.everything() if kind.__doc__ in bare]
    assert silent == []


def test_what_goes_out_is_whole() -> None:
    required = structs.schemas([Author])["Author"]["required"]
    assert set(required) == json.loads(msgspec.json.encode(Author(user_id="a", handle="b"))).keys()


def test_what_is_not_sent_is_not_required() -> None:
    required = structs.schemas([Since])["Since"]["required"]
    assert set(required) <= json.loads(msgspec.json.encode(Since(reset=True))).keys()


def test_what_comes_in_may_leave_out_what_has_a_default() -> None:
    schema = structs.schemas([LogSince])["LogSince"]
    assert schema["required"] == ["room_id", "epoch", "seq"]
    assert schema["additionalProperties"] is False


def test_an_event_names_its_kind() -> None:
    for kind in EVENTS:
        schema = structs.schemas([kind])[kind.__name__]
        assert schema["properties"]["kind"]["enum"] == [kind.kind()]
        assert schema["required"][0] == "kind"


def test_words_below_a_field_are_found() -> None:
    assert structs.field_docs(SearchMessages)["author"] == "A user_id, as messages carry it."
    described = structs.schemas([SearchMessages])["SearchMessages"]["properties"]["author"]
    assert described["description"] == "A user_id, as messages carry it."
