"""Structured logs that cannot carry what people wrote, are called, or keep secret.

Every field is one that is listed here, and of a kind that holds no words of anybody; an exception
is told by its class and where it happened, never by its message, for messages quote their input.
"""

from __future__ import annotations

import logging
import re
import sys
import traceback
from collections.abc import MutableMapping
from typing import Any, TextIO

import structlog

FIELDS = frozenset(
    {
        "event", "level", "timestamp", "logger", "route", "method", "status", "ms", "code",
        "reference", "command", "problem", "where", "count", "waiting", "sessions", "rooms",
        "bytes", "port", "version", "epoch", "job", "seconds", "setting",
    }
)  # fmt: skip
"""The only fields a line may have."""

_WORD = re.compile(r"[A-Za-z0-9_.:/{}<>*+ -]{1,200}")
_FRAMES_MAX = 12


def configure(level: str, stream: TextIO | None = None) -> None:
    """Send our own lines and those of the libraries through the same sieve, as JSON lines."""
    out = stream or sys.stderr
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            describe_exception,
            only_known_fields,
            structlog.processors.JSONRenderer(sort_keys=True),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.WriteLoggerFactory(file=out),
        cache_logger_on_first_use=False,
    )
    root = logging.getLogger()
    root.handlers[:] = [LibraryHandler()]
    root.setLevel(logging.WARNING)


def only_known_fields(
    _logger: object, _method: str, fields: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    """Drop every field that is not listed and every value that could be somebody's words."""
    return {
        name: value if _is_harmless(value) else "withheld"
        for name, value in fields.items()
        if name in FIELDS
    }


def _is_harmless(value: object) -> bool:
    if value is None or isinstance(value, bool | int | float):
        return True
    if isinstance(value, list):
        return all(_is_harmless(each) for each in value)
    return isinstance(value, str) and _WORD.fullmatch(value) is not None


def describe_exception(
    _logger: object, _method: str, fields: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    """Replace an exception by its class and the places it passed."""
    problem = fields.pop("exc_info", None)
    if isinstance(problem, BaseException):
        fields["problem"], fields["where"] = describe(problem)
    return fields


def describe(problem: BaseException) -> tuple[str, list[str]]:
    """The class of a problem, and file, line and function of the innermost frames."""
    frames = traceback.extract_tb(problem.__traceback__)[-_FRAMES_MAX:]
    places = [f"{_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
    return type(problem).__qualname__, places


def _short(path: str) -> str:
    return "/".join(path.replace("\\", "/").split("/")[-2:])


class LibraryHandler(logging.Handler):
    """What libraries log: their name and, of an exception, its class and places. No message."""

    def emit(self, record: logging.LogRecord) -> None:
        """Pass on a library's line without its words."""
        problem = record.exc_info[1] if record.exc_info else None
        log = structlog.get_logger()
        log.log(record.levelno, "library", logger=record.name, exc_info=problem)
