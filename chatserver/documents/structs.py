"""Every struct that crosses the wire, found from the tables of commands, events and addresses.

Must never know a struct that nothing sends or takes: what no table leads to is not here.
"""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import cache
from itertools import pairwise
from types import ModuleType
from typing import Any, Final, get_args

import msgspec
from msgspec import inspect as types

from moderation.help.helplines import Helplines
from rooms.chat.events import LogEntry
from web.routes import ROUTES
from web.wire import EVENTS, VERBS, Trouble

Kind = type[msgspec.Struct] | type[StrEnum]
Schema = dict[str, Any]

LOG_ENTRY: Final[frozenset[type[msgspec.Struct]]] = frozenset(get_args(LogEntry))
"""What a room's log holds: the one union that has a name of its own."""


def roots() -> tuple[type[msgspec.Struct], ...]:
    """Where everything begins: each once, in the order of the tables."""
    found: list[type[msgspec.Struct]] = [
        *(kind for verb in VERBS.values() for kind in (verb.command, verb.result)),
        *EVENTS,
        *(kind for route in ROUTES for kind in (route.takes, route.gives) if kind is not None),
        Helplines,
        Trouble,
    ]
    return tuple(dict.fromkeys(found))


@cache
def everything() -> tuple[Kind, ...]:
    """Every struct and every enumeration, each before the first that uses it."""
    found: dict[Kind, None] = {}
    for root in roots():
        for kind in _within(types.type_info(root)):
            found.setdefault(kind)
    return tuple(found)


def _within(info: types.Type) -> Iterator[Kind]:
    """What a type is made of, the innermost first."""
    match info:
        case types.Metadata():
            yield from _within(info.type)
        case types.UnionType():
            for each in info.types:
                yield from _within(each)
        case types.ListType() | types.VarTupleType():
            yield from _within(info.item_type)
        case types.DictType():
            yield from _within(info.value_type)
        case types.StructType():
            for field in info.fields:
                yield from _within(field.type)
            yield info.cls
        case types.EnumType():
            assert issubclass(info.cls, StrEnum)
            yield info.cls


def fields_of(kind: type[msgspec.Struct]) -> tuple[types.Field, ...]:
    """The fields that a struct declares or inherits, without its tag."""
    info = types.type_info(kind)
    assert isinstance(info, types.StructType)
    return info.fields


def may_be_left_out(kind: type[msgspec.Struct], field: types.Field) -> bool:
    """Whether a reader must live without a field.

    What comes in may leave out whatever has a default; what goes out is whole, unless its struct
    says that defaults are not sent.
    """
    settings = kind.__struct_config__
    return not field.required and (settings.forbid_unknown_fields or settings.omit_defaults)


def doc(kind: type[object]) -> str:
    """What a struct or an enumeration says about itself, in the words of JSON."""
    return inspect.cleandoc(kind.__doc__ or "").replace(" None ", " null ")


@cache
def field_docs(kind: type[msgspec.Struct]) -> dict[str, str]:
    """What is written below single fields; where they are inherited, what is written there."""
    found: dict[str, str] = {}
    for declared_in in reversed(kind.__mro__):
        if issubclass(declared_in, msgspec.Struct) and declared_in is not msgspec.Struct:
            found |= _written_below_fields(declared_in)
    return found


def _written_below_fields(kind: type[msgspec.Struct]) -> dict[str, str]:
    body = _classes(sys.modules[kind.__module__])[kind.__name__].body
    found = {}
    for field, below in pairwise(body):
        match field, below:
            case (
                ast.AnnAssign(target=ast.Name(id=name)),
                ast.Expr(value=ast.Constant(value=str(words))),
            ):
                found[name] = inspect.cleandoc(words)
    return found


@cache
def _classes(module: ModuleType) -> dict[str, ast.ClassDef]:
    body = ast.parse(inspect.getsource(module)).body
    return {each.name: each for each in body if isinstance(each, ast.ClassDef)}


def schemas(kinds: Iterable[type[msgspec.Struct]]) -> dict[str, Schema]:
    """The JSON Schema of each of these and of what is inside them, by name, in order."""
    _, components = msgspec.json.schema_components(
        tuple(kinds), ref_template="#/components/schemas/{name}"
    )
    by_name = {kind.__name__: kind for kind in everything()}
    return {name: _told(by_name[name], components[name]) for name in sorted(components)}


def _told(kind: Kind, schema: Schema) -> Schema:
    """A schema with our words in it, and with what is always sent among the required."""
    schema["description"] = doc(kind)
    if issubclass(kind, msgspec.Struct):
        tag = kind.__struct_config__.tag_field
        schema["required"] = ([tag] if tag else []) + [
            field.encode_name for field in fields_of(kind) if not may_be_left_out(kind, field)
        ]
        for name, words in field_docs(kind).items():
            schema["properties"][name]["description"] = words
    return schema
