"""Finished WebSocket frames."""

from __future__ import annotations

import msgspec
import pytest

from chatserver.sockets.frames import answer_frame, event_frame, text_frame
from rooms.chat.events import MessageDeleted


@pytest.mark.parametrize("size", [0, 1, 125, 126, 127, 65_535, 65_536, 100_000])
def test_the_header_tells_the_length(size: int) -> None:
    frame = text_frame(b"x" * size)
    assert frame[0] == 0x81
    if size < 126:
        assert (frame[1], len(frame)) == (size, size + 2)
    elif size < 65_536:
        assert (frame[1], int.from_bytes(frame[2:4], "big"), len(frame)) == (126, size, size + 4)
    else:
        assert (frame[1], int.from_bytes(frame[2:10], "big"), len(frame)) == (127, size, size + 10)


def test_an_event_is_named_by_its_kind() -> None:
    event = MessageDeleted(room_id="r", epoch="e", seq=3, at=9, message_id="m")
    text = event_frame(event)[2:].decode()
    assert text.startswith("42")
    name, payload = msgspec.json.decode(text[2:])
    assert name == "message.deleted"
    assert payload == {
        "kind": "message.deleted", "room_id": "r", "epoch": "e", "seq": 3, "at": 9,
        "message_id": "m",
    }  # fmt: skip


def test_an_answer_carries_the_clients_number() -> None:
    assert answer_frame(12, b'{"ok":true}')[2:] == b'4312[{"ok":true}]'
