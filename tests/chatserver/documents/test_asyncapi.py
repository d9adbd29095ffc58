"""/asyncapi.json: every command and event, with nothing that leads nowhere."""

import re

import pytest

from chatserver.documents import asyncapi
from chatserver.documents.structs import Schema
from chatserver.sockets.wire import CLOSE_CODES
from tests.chatserver.documents.pointing import dangling
from web.wire import EVENTS, VERBS


@pytest.fixture(scope="module")
def document() -> Schema:
    return asyncapi.document()


def test_it_has_what_the_format_asks_for(document: Schema) -> None:
    assert {"asyncapi", "info", "channels", "operations", "components"} <= document.keys()
    assert {"title", "version"} <= document["info"].keys()
    for server in document["servers"].values():
        assert {"host", "protocol"} <= server.keys()
    for name in (*document["operations"], *document["components"]["messages"]):
        assert re.fullmatch(r"[A-Za-z0-9.\-_]+", name)


def test_no_pointer_leads_nowhere(document: Schema) -> None:
    assert dangling(document) == []
    assert dangling({"$ref": "#/nowhere"}) == ["#/nowhere"]


def test_every_command_is_received_and_answered(document: Schema) -> None:
    received = {
        name for name, each in document["operations"].items() if each["action"] == "receive"
    }
    assert received == set(VERBS)
    messages = document["components"]["messages"]
    for name, verb in VERBS.items():
        assert messages[name]["payload"]["$ref"].endswith(f"/{verb.command.__name__}")
        done, refused = messages[f"{name}.answer"]["payload"]["oneOf"]
        assert done["allOf"][1]["$ref"].endswith(f"/{verb.result.__name__}")
        assert refused["$ref"].endswith("/Refused")
        reply = document["operations"][name]["reply"]["messages"]
        assert reply == [{"$ref": f"#/channels/live/messages/{name}.answer"}]


def test_every_event_is_sent(document: Schema) -> None:
    sent = {name for name, each in document["operations"].items() if each["action"] == "send"}
    assert sent == {kind.kind() for kind in EVENTS} | {"protocol_error"}


def test_every_reason_to_close_is_named(document: Schema) -> None:
    goodbye = document["components"]["messages"]["protocol_error"]["payload"]
    assert set(goodbye["properties"]["code"]["enum"]) == set(CLOSE_CODES)


def test_no_discriminator_in_the_manner_of_openapi(document: Schema) -> None:
    assert '"discriminator"' not in repr(document).replace("'", '"')
