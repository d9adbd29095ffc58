"""Commands over HTTP: the same names, payloads and answers as over a socket."""

from __future__ import annotations

from collections.abc import AsyncIterator

import msgspec
import pytest

from chatserver.database import Database
from rooms.chat.posting import Posted, PostMessage
from rooms.command import Result
from rooms.refusal import RETRYABLE, WORDS, Refusal
from tests.support.clock import ManualClock
from tests.web.visiting import Commands, Visit, build_site, serve
from web.wire import VERBS, Mode

POST = {"room_id": "r", "nonce": "n", "body": "half past eight"}


@pytest.fixture
def commands() -> Commands:
    return Commands()


@pytest.fixture
async def site(database: Database, clock: ManualClock, commands: Commands) -> AsyncIterator[Visit]:
    async with serve(build_site(database, clock, commands), database, clock) as visiting:
        yield visiting


async def test_a_command_is_run_for_the_person_who_sent_it(site: Visit, commands: Commands) -> None:
    person = await site.person()
    commands.answer = Posted(message_id="m", seq=4, posted_at=5)
    status, body = await site.json(
        "POST", "/api/commands/message.post", json=POST, headers=person.bearer
    )
    assert status == 200
    assert body["ok"] is True
    assert (body["message_id"], body["seq"], body["posted_at"]) == ("m", 4, 5)
    command = PostMessage(room_id="r", nonce="n", body="half past eight")
    assert commands.ran == [("message.post", person.user_id, person.sign_in_id, command)]


def example(kind: msgspec.inspect.Type) -> object:
    """Something of this type that is well formed."""
    match kind:
        case msgspec.inspect.Metadata(type=inner):
            return example(inner)
        case msgspec.inspect.LiteralType(values=values):
            return values[0]
        case msgspec.inspect.EnumType(cls=cls):
            return next(iter(cls)).value
        case msgspec.inspect.BoolType():
            return True
        case msgspec.inspect.IntType():
            return 1
    return "x"


async def test_nothing_runs_for_nobody(site: Visit, commands: Commands) -> None:
    for name, verb in VERBS.items():
        info = msgspec.inspect.type_info(verb.command)
        assert isinstance(info, msgspec.inspect.StructType)
        payload = {field.name: example(field.type) for field in info.fields if field.required}
        answer = await site.error("POST", f"/api/commands/{name}", json=payload)
        assert answer == (401, "bad_auth", None), name
    assert commands.ran == []


@pytest.mark.parametrize(
    ("name", "payload"),
    [("room.close", {"room_id": "r"}), ("typing.set", {"room_id": "r", "typing": True})],
)
async def test_what_concerns_a_live_connection_needs_one(
    site: Visit, commands: Commands, name: str, payload: object
) -> None:
    assert VERBS[name].mode is Mode.SESSION
    person = await site.person()
    answer = await site.error("POST", f"/api/commands/{name}", json=payload, headers=person.bearer)
    assert answer == (409, "session_needed", None)
    assert commands.ran == []


@pytest.mark.parametrize("name", ["message.shout", "connect", "disconnect", "__proto__", "a%2fb"])
async def test_no_other_name_is_known(site: Visit, commands: Commands, name: str) -> None:
    person = await site.person()
    answer = await site.error("POST", f"/api/commands/{name}", json={}, headers=person.bearer)
    assert answer[:2] == (404, "unknown_event")
    assert commands.ran == []


async def test_every_refusal_has_a_fitting_status_and_the_same_shape(
    site: Visit, commands: Commands
) -> None:
    person = await site.person()
    for code, words in WORDS.items():
        commands.answer = Refusal(code, field="body", retry_after_ms=1500)
        async with site.request(
            "POST", "/api/commands/message.post", json=POST, headers=person.bearer
        ) as response:
            error = (await response.json())["error"]
            assert 400 <= response.status < 600
            assert (response.status in (429, 503)) == (code in RETRYABLE), code
            assert response.headers["Retry-After"] == "2"
        assert error == {
            "code": code,
            "message": words,
            "field": "body",
            "retryable": code in RETRYABLE,
            "retry_after_ms": 1500,
            "reference": None,
        }


async def test_a_bug_is_answered_with_a_reference_and_told_to_the_log(
    site: Visit, commands: Commands
) -> None:
    person = await site.person()
    bug = KeyError("half past eight")
    commands.answer = bug
    status, body = await site.json(
        "POST", "/api/commands/message.post", json=POST, headers=person.bearer
    )
    assert (status, body["error"]["code"], body["error"]["reference"]) == (500, "internal", "K7Q2")
    assert "half past" not in str(body)
    assert site.journal.bugs == [("/api/commands/{name}", bug)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (b"", "invalid_json"),
        (b"{", "invalid_json"),
        (b'{"room_id":NaN}', "invalid_json"),
        (b'{"room_id":1e999}', "invalid_json"),
        (b'{"room_id":"\\ud800"}', "invalid_json"),
        (b'{"room_id":"\xff"}', "invalid_json"),
        (b"[" * 17 + b"]" * 17, "too_deep"),
        (b'["{}"]', "bad_type"),
        (b"null", "bad_type"),
        (b"{}", "missing_field"),
    ],
)
async def test_only_strict_json_is_read(
    site: Visit, commands: Commands, text: bytes, code: str
) -> None:
    person = await site.person()
    headers = person.bearer | {"Content-Type": "application/json"}
    answer = await site.error("POST", "/api/commands/message.post", data=text, headers=headers)
    assert answer[:2] == (400, code)
    assert commands.ran == []


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "", "json"]
)
async def test_anything_but_json_is_refused(site: Visit, kind: str) -> None:
    for path in ("/api/commands/room.list", "/api/accounts", "/api/sign-ins", "/api/step-ups"):
        answer = await site.error("POST", path, data=b"{}", headers={"Content-Type": kind})
        assert answer == (415, "not_json", None)


async def test_json_may_name_its_charset(site: Visit) -> None:
    person = await site.person()
    headers = person.bearer | {"Content-Type": "application/json; charset=utf-8"}
    status, _ = await site.json("POST", "/api/commands/room.list", data=b"{}", headers=headers)
    assert status == 200


async def test_me_is_the_person_and_the_site(site: Visit) -> None:
    person = await site.person()
    _, body = await site.json("GET", "/api/me", headers=site.as_page(person))
    assert body.pop("csrf")
    assert body == {
        "ok": True,
        "user": {
            "user_id": person.user_id,
            "handle": "river",
            "role": "member",
            "visible": False,
            "reading": False,
        },
        "second_factor": False,
        "proven": True,
        "stepped_up_until": None,
        "site": {"name": "The Harbour", "registration": "open", "helplines_confirmed": True},
    }


async def test_the_result_of_a_command_is_never_kept(site: Visit, commands: Commands) -> None:
    class Kept(Result, frozen=True, kw_only=True):
        words: str

    commands.answer = Kept(words="x")
    person = await site.person()
    async with site.request(
        "POST", "/api/commands/room.list", json={}, headers=person.bearer
    ) as response:
        assert response.headers["Cache-Control"] == "no-store"
