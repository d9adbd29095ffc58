"""One setting's value, read from text or TOML by its declared type, or refused in words.

It must never quote a value that may be a secret: the caller says which may be quoted.
"""

import ipaddress
import re
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from msgspec.inspect import (
    BoolType,
    CustomType,
    IntType,
    LiteralType,
    StrType,
    Type,
    VarTupleType,
)

_QUOTED_MAX_CHARS: Final = 80
_YES: Final = frozenset({"1", "true", "yes", "on"})
_NO: Final = frozenset({"0", "false", "no", "off"})
_DEFAULT_PORTS: Final = {"http": 80, "https": 443}

COUNTRY: Final = "^([A-Z]{2})?$"
ADDRESS: Final = r"^https://[^\s\"<>]+$"
_PATTERNS: Final = {
    COUNTRY: "two capital letters, or empty",
    ADDRESS: "an address that begins with https://",
}


def from_text(kind: Type, given: object, *, quote: bool) -> object:
    """A value of the environment; raises ValueError with the rest of a sentence."""
    text = str(given)
    match kind:
        case IntType() if re.fullmatch(r"-?[0-9]{1,18}", text):
            return _checked(kind, int(text), quote=quote)
        case BoolType() if text.lower() in _YES | _NO:
            return text.lower() in _YES
        case VarTupleType():
            return tuple(part.strip() for part in text.split(",") if part.strip())
        case CustomType() if text:
            return Path(text)
        case _:
            return _checked(kind, text, quote=quote)


def from_toml(kind: Type, given: object, *, quote: bool) -> object:
    """A value of the file; raises ValueError with the rest of a sentence."""
    match kind, given:
        case CustomType(), str() if given:
            return Path(given)
        case VarTupleType(), list() if all(isinstance(item, str) for item in given):
            return tuple(given)
        case _:
            return _checked(kind, given, quote=quote)


def _checked(kind: Type, value: object, *, quote: bool) -> object:
    if not _fits(kind, value):
        shown = str(value)[:_QUOTED_MAX_CHARS]
        found = f"; it is “{shown}”" if quote else ""
        raise ValueError(f"must be {described(kind)}{found}")
    return value


def _fits(kind: Type, value: object) -> bool:
    match kind:
        case IntType():
            low, high = kind.ge, kind.le
            assert low is not None and high is not None, "every integer has bounds"
            return isinstance(value, int) and not isinstance(value, bool) and low <= value <= high
        case BoolType():
            return isinstance(value, bool)
        case LiteralType():
            return value in kind.values
        case StrType():
            return (
                isinstance(value, str)
                and (kind.min_length or 0) <= len(value)
                and (kind.max_length is None or len(value) <= kind.max_length)
                and (kind.pattern is None or re.search(kind.pattern, value) is not None)
            )
        case _:
            return False


def described(kind: Type) -> str:
    """What may stand there, in words; the documentation uses the same ones."""
    match kind:
        case IntType():
            return f"a whole number from {kind.ge} to {kind.le}"
        case BoolType():
            return "true or false"
        case LiteralType():
            return " or ".join(str(value) for value in kind.values)
        case VarTupleType():
            return "a list of texts (separated by commas in the environment)"
        case CustomType():
            return "a path"
        case StrType(pattern=str() as pattern):
            return _PATTERNS[pattern]
        case StrType(min_length=int(), max_length=int()):
            return f"a text of {kind.min_length} to {kind.max_length} characters"
        case StrType(max_length=int()):
            return f"a text of at most {kind.max_length} characters"
        case _:
            return "a text"


def origin_of(url: str) -> str | None:
    """The origin of an http or https address, spelled as browsers spell it."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme not in _DEFAULT_PORTS or not host or "@" in parts.netloc:
        return None
    if not re.fullmatch(r"[a-z0-9.-]+|[0-9a-f:.]+", host):
        return None
    shown = f"[{host}]" if ":" in host else host
    if port is not None and port != _DEFAULT_PORTS[parts.scheme]:
        shown += f":{port}"
    return f"{parts.scheme}://{shown}"


def is_loopback(host: str) -> bool:
    """Whether a listening address can be reached from this machine alone."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
