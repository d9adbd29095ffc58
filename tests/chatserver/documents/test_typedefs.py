"""The browser's types say the same as the structs, by the same names."""

import re

from msgspec import inspect as types

from chatserver.documents import structs, typedefs
from rooms.chat.events import MessagePosted
from rooms.chat.room import CreateRoom, OpenedRoom
from rooms.chat.views import Author
from web.wire import EVENTS, VERBS


def interface(name: str) -> str:
    found = re.search(rf"export interface {name} {{\n?(.*?)}}", typedefs.render(), re.DOTALL)
    assert found is not None, name
    return found[1]


def field(kind: type, name: str) -> types.Type:
    return next(each.type for each in structs.fields_of(kind) if each.name == name)


def test_every_struct_has_its_name() -> None:
    declared = set(re.findall(r"export (?:interface|type) (\w+)", typedefs.render()))
    known = {kind.__name__ for kind in structs.everything()}
    assert declared - known == {"Commands", "Events", "LogEntry", "Envelope"}
    assert known <= declared


def test_commands_and_events_are_found_by_name() -> None:
    text, events = typedefs.render(), interface("Events")
    for verb in VERBS.values():
        pair = f"payload: {verb.command.__name__}; result: {verb.result.__name__}"
        assert f'  "{verb.name}": {{ {pair} }};\n' in text
    for kind in EVENTS:
        assert f'  "{kind.kind()}": {kind.__name__};\n' in events


def test_types_are_told_in_the_browsers_words() -> None:
    assert typedefs.typescript(field(MessagePosted, "seq")) == "number"
    assert typedefs.typescript(field(MessagePosted, "author")) == "Author | null"
    assert typedefs.typescript(field(MessagePosted, "reactions")) == "Record<string, number>"
    assert typedefs.typescript(field(Author, "badge")) == '"" | "facilitator" | "moderator"'
    assert typedefs.typescript(field(OpenedRoom, "entries")) == "LogEntry[]"
    assert typedefs.typescript(field(OpenedRoom, "shown")) == "Author[]"


def test_only_what_may_be_missing_is_optional() -> None:
    assert "  about?: string;" in interface("CreateRoom")
    assert "  nonce: string;" in interface("CreateRoom")
    assert "  badge: " in interface("Author")
    assert "  entries?: LogEntry[];" in interface("Since")


def test_an_event_has_its_kind() -> None:
    assert '  kind: "message.posted";' in interface("MessagePosted")


def test_comments_come_along() -> None:
    text = typedefs.render()
    assert f"/** {structs.doc(CreateRoom)} */\nexport interface CreateRoom" in text
    assert "   * " not in interface("Author")
