"""`web/static/wire.d.ts`: the wire as the browser's type checker sees it.

Must never hold a name that Python does not know by the same name.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

import msgspec
from msgspec import inspect as types

from chatserver.documents.structs import (
    LOG_ENTRY,
    doc,
    everything,
    field_docs,
    fields_of,
    may_be_left_out,
)
from chatserver.documents.words import meaning
from web.wire import EVENTS, VERBS

_HEAD = """\
// The wire, as the browser sees it. Written by `make docs` from the server's structs: do not edit.
"""
_ENVELOPE = """\
/** What every command answers with: the result's own fields, or why not. */
export type Envelope<R> = ({ ok: true } & R) | { ok: false; error: Trouble };
"""
_LINE_MAX = 100


def render() -> str:
    """The whole file."""
    parts = [_HEAD]
    parts += [
        _enumeration(kind) if issubclass(kind, StrEnum) else _interface(kind)
        for kind in everything()
    ]
    return "\n".join([*parts, _log_entry(), _ENVELOPE, _commands(), _events()])


def _enumeration(kind: type[StrEnum]) -> str:
    values = " | ".join(_text(str(member.value)) for member in kind)
    return f"{_comment(doc(kind), '')}export type {kind.__name__} = {values};\n"


def _interface(kind: type[msgspec.Struct]) -> str:
    lines = list(_lines(kind))
    body = "".join(f"{line}\n" for line in lines)
    head = f"{_comment(doc(kind), '')}export interface {kind.__name__}"
    return f"{head} {{\n{body}}}\n" if body else f"{head} {{}}\n"


def _lines(kind: type[msgspec.Struct]) -> Iterator[str]:
    settings = kind.__struct_config__
    if settings.tag_field:
        yield f"  {settings.tag_field}: {_text(str(settings.tag))};"
    said = field_docs(kind)
    for field in fields_of(kind):
        name = field.encode_name
        comment = _comment(said.get(field.name) or meaning(field.type), "  ")
        mark = "?" if may_be_left_out(kind, field) else ""
        yield f"{comment}  {name}{mark}: {typescript(field.type)};"


def typescript(info: types.Type) -> str:
    """A type in TypeScript's words."""
    match info:
        case types.Metadata():
            return typescript(info.type)
        case types.NoneType():
            return "null"
        case types.BoolType():
            return "boolean"
        case types.IntType() | types.FloatType():
            return "number"
        case types.StrType() | types.DateType():
            return "string"
        case types.LiteralType():
            return " | ".join(_text(str(value)) for value in info.values)
        case types.EnumType() | types.StructType():
            return info.cls.__name__
        case types.ListType() | types.VarTupleType():
            inner = typescript(info.item_type)
            return f"({inner})[]" if " | " in inner else f"{inner}[]"
        case types.DictType():
            return f"Record<{typescript(info.key_type)}, {typescript(info.value_type)}>"
        case types.UnionType():
            structs = {each.cls for each in info.types if isinstance(each, types.StructType)}
            if structs == LOG_ENTRY:
                return "LogEntry"
            return " | ".join(typescript(each) for each in info.types)
    raise TypeError(f"no word for {type(info).__name__}")


def _log_entry() -> str:
    kinds = "".join(f"\n  | {kind.__name__}" for kind in EVENTS if kind in LOG_ENTRY)
    return f"/** What a room's log holds. */\nexport type LogEntry ={kinds};\n"


def _commands() -> str:
    lines = "".join(
        f"{_comment(verb.summary, '  ')}"
        f"  {_text(verb.name)}: {{ payload: {verb.command.__name__}; "
        f"result: {verb.result.__name__} }};\n"
        for verb in VERBS.values()
    )
    return f"/** Every command by its name. */\nexport interface Commands {{\n{lines}}}\n"


def _events() -> str:
    lines = "".join(f"  {_text(kind.kind())}: {kind.__name__};\n" for kind in EVENTS)
    return f"/** Every event by its name. */\nexport interface Events {{\n{lines}}}\n"


def _comment(words: str, indent: str) -> str:
    if not words:
        return ""
    lines = words.splitlines()
    if len(lines) == 1 and len(words) + len(indent) + 7 <= _LINE_MAX:
        return f"{indent}/** {words} */\n"
    inner = "".join(f"{indent} * {line}".rstrip() + "\n" for line in lines)
    return f"{indent}/**\n{inner}{indent} */\n"


def _text(value: str) -> str:
    return '"' + value + '"'
