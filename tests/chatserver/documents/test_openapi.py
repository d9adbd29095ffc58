"""/openapi.json: every address, with nothing that leads nowhere."""

import re

import pytest

from chatserver.documents import openapi
from chatserver.documents.structs import Schema
from tests.chatserver.documents.pointing import dangling
from web.routes import ROUTES
from web.wire import VERBS, Mode

OPEN = ("/api/accounts", "/api/suggestions", "/api/sign-ins", "/api/recoveries")


@pytest.fixture(scope="module")
def document() -> Schema:
    return openapi.document()


def operations(document: Schema) -> dict[tuple[str, str], Schema]:
    return {
        (method, path): operation
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
    }


def test_it_has_what_the_format_asks_for(document: Schema) -> None:
    assert {"openapi", "info", "paths", "components"} <= document.keys()
    for (_, path), operation in operations(document).items():
        assert operation["summary"], path
        assert all(
            "description" in each or "$ref" in each for each in operation["responses"].values()
        )
        declared = {each["name"] for each in operation.get("parameters", [])}
        assert declared == set(re.findall(r"\{(\w+)\}", path))


def test_no_two_operations_share_an_id(document: Schema) -> None:
    ids = [operation["operationId"] for operation in operations(document).values()]
    assert len(ids) == len(set(ids))


def test_no_pointer_leads_nowhere(document: Schema) -> None:
    assert dangling(document) == []


def test_every_address_is_there_and_no_other(document: Schema) -> None:
    routed = {
        (route.method.lower(), re.sub(r":[^}]*\}", "}", route.path))
        for route in ROUTES
        if route.path != openapi.COMMANDS
    }
    commands = {("post", f"/api/commands/{verb.name}") for verb in openapi.over_http()}
    assert set(operations(document)) == routed | commands


def test_commands_that_need_a_connection_are_left_out(document: Schema) -> None:
    live = {name for name, verb in VERBS.items() if verb.mode is Mode.SESSION}
    assert live == {"room.close", "typing.set"}
    assert not any(f"/api/commands/{name}" in document["paths"] for name in live)


def test_whatever_needs_a_sign_in_says_so(document: Schema) -> None:
    schemes = document["components"]["securitySchemes"]
    for (_, path), operation in operations(document).items():
        if path.startswith("/api/") and path not in OPEN:
            assert {"token": []} in operation["security"], path
        for way in operation.get("security", []):
            assert way.keys() <= schemes.keys()


def test_a_change_by_cookie_needs_the_pages_proof(document: Schema) -> None:
    by_cookie: Schema = {"cookie": [], "csrf": []}
    assert by_cookie in document["paths"]["/api/commands/message.post"]["post"]["security"]
    assert by_cookie not in document["paths"]["/api/me"]["get"]["security"]
