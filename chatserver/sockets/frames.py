"""From an answer or an event to a finished WebSocket frame. Must never encode twice.

A frame is: WebSocket header (RFC 6455, 5.2: FIN + text, unmasked), Engine.IO type `4`, Socket.IO
type `2` (event) or `3` (acknowledgement), then JSON.
"""

from __future__ import annotations

import msgspec

from rooms.event import Event

_encode = msgspec.json.Encoder().encode


def text_frame(payload: bytes) -> bytes:
    """One unfragmented text frame."""
    size = len(payload)
    if size < 126:
        return bytes((0x81, size)) + payload
    if size < 1 << 16:
        return b"\x81\x7e" + size.to_bytes(2, "big") + payload
    return b"\x81\x7f" + size.to_bytes(8, "big") + payload


def pong_frame(payload: bytes) -> bytes:
    """The answer to a ping: its own words, at most 125 bytes of them."""
    return bytes((0x8A, len(payload))) + payload


def close_frame(code: int, reason: str) -> bytes:
    """The last frame: why, as a number and as one word of ours."""
    payload = code.to_bytes(2, "big") + reason.encode()
    return bytes((0x88, len(payload))) + payload


def event_frame(event: Event) -> bytes:
    """An event as every reader gets it."""
    return named_frame(event.kind(), event)


def named_frame(name: str, payload: object) -> bytes:
    """Any event by its name on the wire."""
    return text_frame(b"42[" + _encode(name) + b"," + _encode(payload) + b"]")


def answer_frame(ack_id: int, envelope: bytes) -> bytes:
    """The acknowledgement of a command; the envelope is JSON already."""
    return text_frame(b"43%d[" % ack_id + envelope + b"]")
