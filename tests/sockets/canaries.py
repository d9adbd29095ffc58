"""Strings that must never come to light, and a search for them in every disguise."""

from __future__ import annotations

import base64
import secrets
from typing import Any, Final

import msgspec

from web.wire import VERBS

MARK: Final = "vrooqlpzxw"
"""Every canary begins with it. It survives URL-encoding as it is, so that needs no disguise."""


class Canaries:
    """Each call gives another; `count` tells how many there are."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, width: int = 64) -> str:
        self.count += 1
        return f"{MARK}{self.count:04d}{secrets.token_hex(16)}"[:width]


def _disguises() -> dict[str, str]:
    raw = MARK.encode()
    found = {"raw": MARK, "hex": raw.hex(), "reversed": MARK[::-1]}
    for shift in range(3):
        # Only the letters of base64 that depend on the mark alone.
        encoded = base64.b64encode(b"\0" * shift + raw).decode().rstrip("=")
        found[f"base64 {shift}"] = encoded[-(-shift * 8 // 6) : len(encoded) - 1]
    found["percent"] = "".join(f"%{byte:02x}" for byte in raw)
    found["spaced out"] = ", ".join(str(byte) for byte in raw)
    return found


DISGUISES: Final = _disguises()


def sightings(text: str) -> list[str]:
    """Where a canary shows in a text, in whatever form."""
    lower = text.lower()
    return [
        f"{name}: …{text[max(0, at - 100) : at + 60]}…"
        for name, needle in DISGUISES.items()
        if (at := lower.find(needle.lower())) >= 0
    ]


def payloads(new: Canaries) -> list[tuple[str, Any]]:
    """Every command with a canary in each of its fields, and in places that are none of its."""
    found: list[tuple[str, Any]] = []
    for name, verb in VERBS.items():
        whole = {
            field.encode_name: _fill(msgspec.inspect.type_info(field.type), new)
            for field in msgspec.structs.fields(verb.command)
        }
        found.append((name, whole))
        found.append((name, {key: new() for key in whole}))
        found.append((name, {**whole, new(): new()}))
        found.append((name, [new()]))
        found.append((name, new()))
        found.append((name, {**whole, "deep": {new(): [{new(): new()}]}}))
    return found


def _fill(kind: msgspec.inspect.Type, new: Canaries) -> Any:
    """A value that fits, with a canary wherever words fit."""
    if isinstance(kind, msgspec.inspect.Metadata):
        return _fill(kind.type, new)
    if isinstance(kind, msgspec.inspect.UnionType):
        return _fill(kind.types[0], new)
    if isinstance(kind, msgspec.inspect.StructType):
        return {field.encode_name: _fill(field.type, new) for field in kind.fields}
    if isinstance(kind, msgspec.inspect.StrType):
        return new(64)
    if isinstance(kind, msgspec.inspect.BoolType):
        return True
    if isinstance(kind, msgspec.inspect.IntType):
        return 1
    if isinstance(kind, msgspec.inspect.LiteralType):
        return kind.values[0]
    if isinstance(kind, msgspec.inspect.EnumType):
        return next(iter(kind.cls)).value
    return None
