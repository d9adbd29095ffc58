"""From the text of a frame to a Socket.IO packet, strictly. Must never pass on what it doubts.

Socket.IO protocol 5: `<type>[/namespace,][ack id][JSON]`. Binary packets are refused.
"""

from __future__ import annotations

import re
from enum import IntEnum

import msgspec

from web.wire import Malformed, parse_json

_ACK_DIGITS_MAX = 15
_HEADER = re.compile(r"([0-6])(?:(\d+-))?(?:(/[^,]{0,64}),)?(\d*)", re.ASCII)
RESERVED = frozenset({"connect", "connect_error", "disconnect", "disconnecting", "error"})


class Kind(IntEnum):
    """Socket.IO packet types that a client may send."""

    CONNECT = 0
    DISCONNECT = 1
    EVENT = 2
    ACK = 3


class ProtocolError(Exception):
    """The peer broke the protocol: the socket closes with this code."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Packet(msgspec.Struct, frozen=True):
    """A packet as it came. `data` is parsed JSON, or None."""

    kind: Kind
    namespace: str
    ack_id: int | None
    data: object


def parse(text: str) -> Packet:
    """Read one packet. Raises `ProtocolError`."""
    header = _HEADER.match(text)
    if header is None:
        raise ProtocolError("bad_frame")
    kind, attachments, namespace, ack = header.groups()
    if kind in "56" or attachments:
        raise ProtocolError("binary_refused")
    if kind == "4" or len(ack) > _ACK_DIGITS_MAX:
        raise ProtocolError("bad_frame")
    rest = text[header.end() :]
    try:
        data = parse_json(rest) if rest else None
    except Malformed as malformed:
        raise ProtocolError(malformed.code) from None
    return Packet(Kind(int(kind)), namespace or "/", int(ack) if ack else None, data)


def read_event(packet: Packet) -> tuple[str, list[object]]:
    """The name and arguments of an EVENT packet. Raises `ProtocolError`.

    An event that asks for no acknowledgement is refused, for every command gets an answer.
    """
    data = packet.data
    if not isinstance(data, list) or not data or not isinstance(data[0], str):
        raise ProtocolError("bad_event")
    if data[0] in RESERVED:
        raise ProtocolError("reserved_event")
    if packet.ack_id is None:
        raise ProtocolError("bad_event")
    return data[0], data[1:]
