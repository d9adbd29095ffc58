"""Reading Socket.IO packets, strictly."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatserver.sockets.packets import Kind, ProtocolError, parse, read_event


def test_an_event_with_its_acknowledgement() -> None:
    packet = parse('27["message.post",{"a":1}]')
    assert (packet.kind, packet.namespace, packet.ack_id) == (Kind.EVENT, "/", 7)
    assert read_event(packet) == ("message.post", [{"a": 1}])


def test_connect_with_and_without_a_token_and_with_a_namespace() -> None:
    assert parse("0").data is None
    assert parse('0{"token":"x"}').data == {"token": "x"}
    assert parse("0/other,").namespace == "/other"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "bad_frame"),
        ("x", "bad_frame"),
        ("7", "bad_frame"),
        ("4{}", "bad_frame"),
        ("2" + "9" * 101 + '["a",{}]', "bad_frame"),
        ('51-["a",{"_placeholder":true,"num":0}]', "binary_refused"),
        ("60-[]", "binary_refused"),
        ('21-["a"]', "binary_refused"),
        ('21["a",{]', "invalid_json"),
        ('21["a",NaN]', "invalid_json"),
        ('21["a",1e999]', "invalid_json"),
        ('21["a","\\ud800"]', "invalid_json"),
        ("21" + "[" * 17 + "]" * 17, "too_deep"),
        ("21" + "[" * 60_000, "too_deep"),
    ],
)
def test_what_is_doubtful_closes_with_its_code(text: str, code: str) -> None:
    with pytest.raises(ProtocolError) as refused:
        parse(text)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("21[]", "bad_event"),
        ("21", "bad_event"),
        ('21{"a":1}', "bad_event"),
        ("21[5,{}]", "bad_event"),
        ("21[[],{}]", "bad_event"),
        ('2["message.post",{}]', "bad_event"),
        ('21["connect",{}]', "reserved_event"),
        ('21["disconnect",{}]', "reserved_event"),
        ('21["connect_error"]', "reserved_event"),
    ],
)
def test_what_is_no_event_closes_with_its_code(text: str, code: str) -> None:
    with pytest.raises(ProtocolError) as refused:
        read_event(parse(text))
    assert refused.value.code == code


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(ProtocolError):
        packet = parse(text)
        assert packet.namespace.startswith("/")
        if packet.kind is Kind.EVENT:
            read_event(packet)
