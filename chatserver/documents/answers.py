"""What both documents share: the envelope of every answer, and how a document becomes bytes.

Must never depend on anything but the structs: the same code writes the same bytes everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import version
from typing import Final

import msgspec

from chatserver.documents.structs import Schema, roots, schemas

TITLE: Final = "A self-hosted real-time peer-support server"
LICENCE: Final = {"name": "Apache-2.0", "url": "https://www.apache.org/licenses/LICENSE-2.0"}
REFUSED: Final = "Refused"

CONVENTIONS: Final = (
    "Every command and every request gets exactly one answer: the result's own fields beside "
    "`ok: true`, or `ok: false` and an `error` with a stable `code`, words for a person, and "
    "whether trying again makes sense. Ids are opaque. Times are milliseconds since 1970 UTC. "
    "What creates something takes a `nonce`: sent again with the same content it answers as the "
    "first time."
)


def release() -> str:
    """Which release of ours a document belongs to."""
    return version("chatserver")


def ref(name: str) -> Schema:
    """A pointer to a schema of the same document."""
    return {"$ref": f"#/components/schemas/{name}"}


def answer(result: type[msgspec.Struct]) -> Schema:
    """A result inside its envelope."""
    ok = {"type": "object", "properties": {"ok": {"const": True}}, "required": ["ok"]}
    return {"allOf": [ok, ref(result.__name__)]}


def all_schemas() -> dict[str, Schema]:
    """Every schema of the house, and the envelope of a refusal."""
    refused: Schema = {
        "title": REFUSED,
        "description": "A no: nothing was done.",
        "type": "object",
        "properties": {"ok": {"const": False}, "error": ref("Trouble")},
        "required": ["ok", "error"],
    }
    return dict(sorted({**schemas(roots()), REFUSED: refused}.items()))


def to_bytes(document: Schema) -> bytes:
    """Readable JSON, the same each time."""
    return msgspec.json.format(msgspec.json.encode(document), indent=1) + b"\n"


def pointers(document: object) -> Iterator[str]:
    """Every `$ref` in a document."""
    if isinstance(document, dict):
        for name, value in document.items():
            if name == "$ref" and isinstance(value, str):
                yield value
            else:
                yield from pointers(value)
    elif isinstance(document, list | tuple):
        for each in document:
            yield from pointers(each)
