"""One of each event that the domain can announce, every text filled with its field's name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

import moderation.events as staff
from rooms.chat import events as chat
from rooms.event import Event
from rooms.people import events as people


def every_event() -> list[Event]:
    """One of each, in the order in which they were declared."""
    return [
        msgspec.convert({"kind": kind.kind(), **_fields(kind)}, kind)
        for module in (chat, people, staff)
        for kind in vars(module).values()
        if isinstance(kind, type) and issubclass(kind, Event) and "." in kind.kind()
    ]


def _fields(struct: type[msgspec.Struct]) -> dict[str, Any]:
    return dict(_filled(struct))


def _filled(struct: type[msgspec.Struct]) -> Iterator[tuple[str, Any]]:
    for field in msgspec.structs.fields(struct):
        yield field.encode_name, _value(field.encode_name, msgspec.inspect.type_info(field.type))


def _value(name: str, kind: msgspec.inspect.Type) -> Any:
    if isinstance(kind, msgspec.inspect.UnionType):
        return _value(name, kind.types[0])
    if isinstance(kind, msgspec.inspect.StructType):
        return _fields(kind.cls)
    if isinstance(kind, msgspec.inspect.EnumType):
        return next(iter(kind.cls)).value
    if isinstance(kind, msgspec.inspect.LiteralType):
        return kind.values[0]
    simple: dict[type[msgspec.inspect.Type], Any] = {
        msgspec.inspect.StrType: name,
        msgspec.inspect.IntType: 7,
        msgspec.inspect.BoolType: True,
        msgspec.inspect.ListType: [],
        msgspec.inspect.DictType: {},
    }
    return simple.get(type(kind))
