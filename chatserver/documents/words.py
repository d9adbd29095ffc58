"""A type in a reader's words, for the protocol's page. Must never promise more than the type."""

from __future__ import annotations

from typing import Final

from msgspec import inspect as types

from chatserver.documents.structs import LOG_ENTRY
from rooms.event import Event

_SIMPLE: Final = {
    types.NoneType: "null",
    types.BoolType: "true or false",
    types.DateType: "day, year first",
}


def described(info: types.Type) -> str:
    """What may stand in a field."""
    match info:
        case types.Metadata():
            return described(info.type)
        case types.IntType():
            return _number(info)
        case types.StrType():
            return _text(info)
        case types.LiteralType():
            return _one_of([str(value) for value in info.values])
        case types.EnumType():
            return _one_of([str(member.value) for member in info.cls])
        case types.StructType():
            return _event(info.cls) if issubclass(info.cls, Event) else link(info.cls.__name__)
    return _SIMPLE.get(type(info)) or _compound(info)


def _compound(info: types.Type) -> str:
    match info:
        case types.ListType() | types.VarTupleType():
            return f"list of {described(info.item_type)}"
        case types.DictType():
            return f"map of {described(info.key_type)} to {described(info.value_type)}"
        case types.UnionType():
            structs = {each.cls for each in info.types if isinstance(each, types.StructType)}
            if structs == LOG_ENTRY:
                return "[log entry](#events)"
            return " or ".join(described(each) for each in info.types)
    raise TypeError(f"no word for {type(info).__name__}")


def link(name: str) -> str:
    """A shape's name, leading to where the page tells it."""
    return f"[`{name}`](#{name.lower()})"


def meaning(info: types.Type) -> str:
    """What an annotation says of its type, if it does."""
    match info:
        case types.Metadata():
            return str((info.extra_json_schema or {}).get("description", ""))
        case types.UnionType():
            return next((words for words in map(meaning, info.types) if words), "")
    return ""


def _event(kind: type[Event]) -> str:
    return f"[`{kind.kind()}`](#events)"


def _number(info: types.IntType) -> str:
    if info.ge is None:
        return "number"
    if info.le is None or info.le >= 2**53 - 1:
        return f"number from {info.ge}"
    return f"number from {info.ge} to {info.le}"


def _text(info: types.StrType) -> str:
    if info.max_length is None:
        return "text"
    if not info.min_length:
        return f"text of at most {info.max_length} characters"
    return f"text of {info.min_length} to {info.max_length} characters"


def _one_of(values: list[str]) -> str:
    return ", ".join(f"`{value}`" if value else "empty" for value in values)
