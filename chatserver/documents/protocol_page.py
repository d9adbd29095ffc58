"""`docs/protocol.md`: the wire for a reader, with every command, event, code and limit.

Must never say a number or a name that it has not taken from the code.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from chatserver.documents import refusals
from chatserver.documents.openapi import over_http
from chatserver.documents.protocol_prose import DOORWAY, ENVELOPE, HEAD, LIMITS, LOG
from chatserver.documents.structs import (
    doc,
    everything,
    field_docs,
    fields_of,
    may_be_left_out,
)
from chatserver.documents.words import described, link, meaning
from chatserver.sockets.limits import RATES
from chatserver.sockets.wire import CLOSE_CODES
from rooms.chat.events import Entry
from rooms.command import Command
from rooms.event import Event
from rooms.refusal import RETRYABLE, WORDS, Refusal
from web import problems
from web.routes import ROUTES
from web.wire import EVENTS, VERBS, Mode, Trouble, Verb

_MODES = {
    Mode.READ: "reads",
    Mode.LONG_READ: "reads, in a thread of its own",
    Mode.WRITE: "writes: answered once it is durable",
    Mode.SESSION: "concerns this connection alone: not over HTTP",
    Mode.LOSSY: "kept in memory and written every few seconds: a crash may lose it",
}


def render() -> str:
    """The whole page."""
    parts = [HEAD, DOORWAY, ENVELOPE, _fields(Trouble), *_commands(), *_events(), *_http()]
    return "\n\n".join([*parts, *_shapes(), *_codes(), LIMITS, _rates()]) + "\n"


def _commands() -> list[str]:
    parts = [
        "## Commands",
        "Any command can meet " + _listed(refusals.of_any()) + ". What else it can meet stands "
        "with it. Fields marked `?` may be left out.",
        _table(
            ("command", "payload", "result", ""),
            (
                (f"`{verb.name}`", _outline(verb.command), _outline(verb.result), verb.summary)
                for verb in VERBS.values()
            ),
        ),
    ]
    nouns = dict.fromkeys(_noun(verb) for verb in VERBS.values())
    for noun in nouns:
        parts.append(f"### {noun}")
        parts += [_command(verb) for verb in VERBS.values() if _noun(verb) == noun]
    return parts


def _noun(verb: Verb) -> str:
    return verb.name.partition(".")[0]


def _command(verb: Verb) -> str:
    rate = "none: never held back" if verb.limit is None else f"`{verb.limit}`"
    own = refusals.of(verb)
    said = f"Answers {link(verb.result.__name__)}."
    parts = [
        f"#### {verb.name}",
        doc(verb.command),
        f"It {_MODES[verb.mode]}. Limit: {rate}.",
        _fields(verb.command),
        f"{said} Can also meet {_listed(own)}." if own else said,
    ]
    return "\n\n".join(part for part in parts if part)


def _shapes() -> list[str]:
    parts = ["## Shapes", "What answers and events are made of, and what is inside commands."]
    for kind in everything():
        if issubclass(kind, msgspec.Struct) and not issubclass(kind, Command | Event | Trouble):
            parts += [f"#### {kind.__name__}", doc(kind), _fields(kind)]
    return [part for part in parts if part]


def _events() -> list[str]:
    entries = [kind for kind in EVENTS if issubclass(kind, Entry)]
    others = [kind for kind in EVENTS if not issubclass(kind, Entry)]
    return [
        "## Events",
        LOG,
        _event_table(entries),
        "In no log, and not kept:",
        _event_table(others),
    ]


def _event_table(kinds: Iterable[type[Event]]) -> str:
    return _table(
        ("event", "goes to", "carries", ""),
        ((f"`{each.kind()}`", _goes_to(each), _outline(each), _flat(doc(each))) for each in kinds),
    )


def _goes_to(kind: type[Event]) -> str:
    return (type.__getattribute__(kind, "topic").__doc__ or "").rstrip(".")


def _http() -> list[str]:
    rows = [
        (f"`{route.method} {route.path}`", _outlined(route.takes), _outlined(route.gives),
         route.summary)
        for route in ROUTES
        if route.gives is not None
    ]  # fmt: skip
    return [
        "## HTTP",
        (
            f"`POST /api/commands/{{name}}` takes {len(over_http())} of the commands above, with "
            "the same payload and the same envelope. Beside them:"
        ),
        _table(("request", "payload", "result", ""), rows),
        (
            "All of it, pages and machines included, is in `/openapi.json`; the live connection "
            "is in `/asyncapi.json`."
        ),
    ]


def _codes() -> list[str]:
    return [
        "## Codes and words",
        "Codes are stable; words may get better.",
        _table(
            ("code", "words", "again?", "HTTP"),
            ((f"`{code}`", words, _again(code), _status(code)) for code, words in WORDS.items()),
        ),
        "Only over HTTP and at the handshake:",
        _table(
            ("code", "words", "HTTP"),
            ((f"`{code}`", words, _status(code)) for code, words in problems.WORDS.items()),
        ),
        (
            "A socket is closed with one of these, each said before as `protocol_error {code}` "
            "where the peer can still be told:"
        ),
        _table(
            ("reason", "WebSocket close code"),
            ((f"`{code}`", str(number)) for code, number in CLOSE_CODES.items()),
        ),
    ]


def _again(code: str) -> str:
    return "yes" if code in RETRYABLE else ""


def _status(code: str) -> str:
    return str(problems.status_of(Refusal(code, "")))


def _rates() -> str:
    return _table(
        ("limit", "at once", "then each second"),
        ((f"`{name}`", str(rate.burst), f"{rate.per_s:g}") for name, rate in RATES.items()),
    )


def _outlined(kind: type[msgspec.Struct] | None) -> str:
    return "" if kind is None else _outline(kind)


def _outline(kind: type[msgspec.Struct]) -> str:
    """`{room_id, cursor?}`"""
    names = [
        field.encode_name + ("?" if may_be_left_out(kind, field) else "")
        for field in fields_of(kind)
    ]
    return "`{" + ", ".join(names) + "}`"


def _fields(kind: type[msgspec.Struct]) -> str:
    said = field_docs(kind)
    return "\n".join(
        f"- `{field.encode_name}`{' (may be left out)' if may_be_left_out(kind, field) else ''}: "
        f"{described(field.type)}{_because(said.get(field.name) or meaning(field.type))}"
        for field in fields_of(kind)
    )


def _because(words: str) -> str:
    return f". {_flat(words)}" if words else ""


def _listed(codes: Sequence[str]) -> str:
    return ", ".join(f"`{code}`" for code in codes)


def _flat(words: str) -> str:
    return " ".join(words.split())


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(
        "| " + " | ".join(each.replace("|", "\\|") for each in row) + " |" for row in lines
    )
