"""Names, strict JSON, and refusals that say which field is wrong and never what was in it."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rooms.chat.log import LogSince
from rooms.chat.posting import PostMessage
from rooms.command import SEQ_MAX, Command, Nothing, Result
from rooms.event import Event
from rooms.refusal import WORDS, Refusal
from web import wire
from web.wire import EVENTS, VERBS, Malformed, Mode, decode_command, parse_json

POST = {"room_id": "r", "nonce": "n", "body": "hello"}
SINCE = {"room_id": "r", "epoch": "e", "seq": 1}
OPEN = {"room_id": "r"}
SECRET = "tell-nobody-4711"


def refusal(name: str, payload: object) -> Refusal:
    with pytest.raises(Refusal) as caught:
        decode_command(name, payload)
    return caught.value


def subclasses(of: type[Any]) -> Iterator[type[Any]]:
    for each in of.__subclasses__():
        yield each
        yield from subclasses(each)


# the table


def test_every_name_is_a_noun_and_a_verb_and_every_command_is_asked_by_one_name() -> None:
    assert all(name.count(".") == 1 and name == name.lower() for name in VERBS)
    commands = [verb.command for verb in VERBS.values()]
    assert len(set(commands)) == len(commands)


def test_every_command_of_the_domain_has_a_name() -> None:
    ours = {
        each
        for each in subclasses(Command)
        if each.__module__.startswith(("rooms.", "moderation.", "web."))
        and each.__module__ != "web.accounts.shapes"  # said over HTTP alone
    }
    assert ours == {verb.command for verb in VERBS.values()}


def test_every_event_that_has_a_name_is_listed() -> None:
    named = {
        each
        for each in subclasses(Event)
        if each.__module__.startswith(("rooms.", "moderation.", "web."))
        and not list(subclasses(each))
    }
    assert named == set(EVENTS)
    kinds = [event.kind() for event in EVENTS]
    assert len(set(kinds)) == len(kinds)
    assert all(kind.count(".") == 1 for kind in kinds)


def test_every_verb_says_what_it_is_for() -> None:
    assert all(verb.summary.endswith((".", "?")) for verb in VERBS.values())


def test_asking_for_help_is_free_and_goes_first() -> None:
    assert [verb.name for verb in VERBS.values() if verb.limit is None] == ["help.ask"]
    assert [verb.name for verb in VERBS.values() if verb.urgent] == ["help.ask"]


def test_only_signs_between_live_connections_need_one() -> None:
    needed = [verb.name for verb in VERBS.values() if verb.mode is Mode.SESSION]
    assert needed == ["room.close", "typing.set"]


# strict JSON


@pytest.mark.parametrize(
    "text",
    [
        b"NaN",
        b'{"a":NaN}',
        b"Infinity",
        b"-Infinity",
        b"1e999",
        b"-1e999",
        b'"\\ud800"',
        b'"\\udc00\\ud800"',
        b'"\xff"',
        b'"\xed\xa0\x80"',
        '"\ud800"',
        b"",
        b"{",
        b'{"a":1}x',
        b"{'a':1}",
        b'{"a":1,}',
        b"[1 2]",
        b"\xef\xbb\xbf{}",
        b"// no\n{}",
        b"01",
        b'"\t"',
    ],
)
def test_what_is_not_json_is_refused(text: bytes | str) -> None:
    with pytest.raises(Malformed) as caught:
        parse_json(text)
    assert caught.value.code == "invalid_json"


@pytest.mark.parametrize("opening", [b"[", b'{"a":'])
@pytest.mark.parametrize("depth", [17, 300, 100_000])
def test_deep_nesting_is_refused(opening: bytes, depth: int) -> None:
    closing = b"]" if opening == b"[" else b"}"
    with pytest.raises(Malformed) as caught:
        parse_json(opening * depth + b"1" + closing * depth)
    assert caught.value.code == "too_deep"


def test_sixteen_levels_are_read() -> None:
    assert parse_json(b"[" * 16 + b"]" * 16) == json.loads("[" * 16 + "]" * 16)


def test_a_wide_value_is_not_deep() -> None:
    assert parse_json(b"[" + b"[],{}," * 5000 + b"1]")


def test_brackets_in_words_are_words() -> None:
    assert parse_json(b'"' + b"[{" * 500 + b'"') == "[{" * 500


def test_of_a_repeated_key_the_last_counts() -> None:
    assert parse_json(b'{"a":1,"a":2}') == {"a": 2}


def test_pairs_of_surrogates_are_characters() -> None:
    assert parse_json(b'"\\ud83d\\ude00"') == "\N{GRINNING FACE}"


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)  # fmt: skip


@given(st.binary())
def test_any_bytes_are_read_or_refused(text: bytes) -> None:
    with contextlib.suppress(Malformed):
        parse_json(text)


@given(st.sampled_from(sorted(VERBS)), json_values)
def test_any_payload_is_a_command_or_a_refusal(name: str, payload: object) -> None:
    with contextlib.suppress(Refusal):
        assert isinstance(decode_command(name, payload), VERBS[name].command)


# from a payload to a command


def test_a_command_is_what_was_asked() -> None:
    command = decode_command("message.post", POST)
    assert command == PostMessage(room_id="r", nonce="n", body="hello")


def test_an_unknown_name_is_refused() -> None:
    assert refusal("message.shout", POST).code == "unknown_event"


@pytest.mark.parametrize(
    ("name", "payload", "code", "field"),
    [
        ("message.post", {"room_id": "r", "body": "b"}, "missing_field", "nonce"),
        ("message.post", {}, "missing_field", "room_id"),
        ("message.post", POST | {"extra": 1}, "extra_field", None),
        ("message.post", POST | {"__proto__": {}}, "extra_field", None),
        ("message.post", POST | {"sender_id": "x"}, "extra_field", None),
        ("message.post", POST | {"seq": 1}, "extra_field", None),
        ("message.post", POST | {"_placeholder": True, "num": 0}, "extra_field", None),
        ("message.post", POST | {"body": 7}, "bad_type", "body"),
        ("message.post", POST | {"body": None}, "bad_type", "body"),
        ("message.post", POST | {"reply_to": []}, "bad_type", "reply_to"),
        ("message.post", POST | {"nonce": ""}, "too_short", "nonce"),
        ("message.post", POST | {"nonce": "n" * 65}, "too_long", "nonce"),
        ("log.since", SINCE | {"seq": -1}, "bad_type", "seq"),
        ("log.since", SINCE | {"seq": 1.5}, "bad_type", "seq"),
        ("log.since", SINCE | {"seq": 2.0}, "bad_type", "seq"),
        ("log.since", SINCE | {"seq": True}, "bad_type", "seq"),
        ("log.since", SINCE | {"seq": "1"}, "bad_type", "seq"),
        ("log.since", SINCE | {"seq": SEQ_MAX + 1}, "out_of_range", "seq"),
        ("log.since", SINCE | {"seq": 10**100}, "out_of_range", "seq"),
        ("log.since", SINCE | {"limit": 10**100}, "out_of_range", "limit"),
        ("log.since", SINCE | {"limit": 0}, "bad_type", "limit"),
        ("message.search", {"text": "a", "before": 2**53}, "out_of_range", "before"),
        ("message.search", {"text": ""}, "too_short", "text"),
        ("room.mute", {"room_id": "r", "user_id": "u", "mute_s": 10**9}, "out_of_range", "mute_s"),
        ("room.open", OPEN | {"since": {"epoch": "e", "seq": -1}}, "bad_type", "since.seq"),
        ("room.open", OPEN | {"since": {"epoch": "e"}}, "missing_field", "since.seq"),
        ("room.open", OPEN | {"since": {"epoch": "e", "seq": 2**60}}, "out_of_range", "since.seq"),
        ("room.open", OPEN | {"since": {"epoch": "e", "seq": 1, "x": 1}}, "extra_field", None),
        ("room.open", OPEN | {"since": 3}, "bad_type", "since"),
        ("room.create", {"nonce": "n", "name": "a", "access": SECRET}, "bad_type", "access"),
        ("message.hide", {"message_id": "m", "reason": SECRET}, "bad_type", "reason"),
        ("session.sync", {SECRET: 1}, "extra_field", None),
        ("session.sync", [], "bad_type", None),
        ("session.sync", None, "bad_type", None),
        ("session.sync", "{}", "bad_type", None),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_by_its_field(
    name: str, payload: object, code: str, field: str | None
) -> None:
    refused = refusal(name, payload)
    assert (refused.code, refused.field) == (code, field)
    assert SECRET not in refused.message


def test_a_limit_beyond_any_page_is_left_to_the_domain() -> None:
    command = decode_command("log.since", SINCE | {"limit": 10**9})
    assert command == LogSince(room_id="r", epoch="e", seq=1, limit=10**9)


@pytest.mark.parametrize(
    "hostile",
    ["x` - at `$.room_id", "` - at `$.body`", "a`, got `b` - at `$.nonce", "\n - at `$.body`"],
)
def test_no_value_can_pass_itself_off_as_a_path(hostile: str) -> None:
    assert refusal("message.hide", {"message_id": "m", "reason": hostile}).field == "reason"
    assert refusal("message.post", POST | {hostile: 1}).field is None
    assert refusal("message.post", POST | {hostile: 1}).code == "extra_field"


def test_too_long_says_what_fits() -> None:
    assert "64" in refusal("message.post", POST | {"nonce": "n" * 65}).message


# answers


class Told(Result, frozen=True, kw_only=True):
    """A result with fields."""

    seq: int
    words: str | None


def test_a_result_carries_ok_and_its_own_fields() -> None:
    encoded = wire.encode_result(Told(seq=3, words=None))
    assert json.loads(encoded) == {"ok": True, "seq": 3, "words": None}
    assert json.loads(wire.encode_result(Nothing())) == {"ok": True}


def test_a_refusal_has_every_field_of_an_error() -> None:
    refused = Refusal("rate_limited", field="body", retry_after_ms=800)
    assert json.loads(wire.encode_refusal(refused)) == {
        "ok": False,
        "error": {
            "code": "rate_limited",
            "message": WORDS["rate_limited"],
            "field": "body",
            "retryable": True,
            "retry_after_ms": 800,
            "reference": None,
        },
    }


def test_our_own_fault_tells_a_reference_and_nothing_else() -> None:
    error = json.loads(wire.encode_internal("K7Q2"))["error"]
    assert (error["code"], error["reference"], error["retryable"]) == ("internal", "K7Q2", False)
    assert error["message"].endswith("tell us: K7Q2.")


def test_msgspec_still_words_its_errors_as_we_read_them() -> None:
    with pytest.raises(msgspec.ValidationError, match=r"^Expected `int` >= 0 - at `\$\.seq`$"):
        msgspec.convert(SINCE | {"seq": -1}, VERBS["log.since"].command)
