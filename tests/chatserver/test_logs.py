"""Logs that cannot carry what people wrote."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from chatserver import logs

SECRET = "my sponsor is Daniel, call +1 555 0100"


@pytest.fixture
def out() -> Iterator[io.StringIO]:
    stream = io.StringIO()
    root = logging.getLogger()
    before = (root.handlers[:], root.level)
    logs.configure("info", stream)
    yield stream
    root.handlers[:], level = before
    root.setLevel(level)
    structlog.reset_defaults()


def lines(stream: io.StringIO) -> list[dict[str, object]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_a_line_is_json_with_what_happened(out: io.StringIO) -> None:
    structlog.get_logger().info("http", route="/help", method="GET", status=200, ms=1.5)
    (line,) = lines(out)
    assert line["event"] == "http"
    assert (line["route"], line["status"], line["level"]) == ("/help", 200, "info")
    assert line["timestamp"]


def test_a_field_that_is_not_known_is_dropped(out: io.StringIO) -> None:
    structlog.get_logger().info("http", body=SECRET, handle="daniel")
    assert set(lines(out)[0]) == {"event", "level", "timestamp"}


def test_words_in_a_known_field_are_withheld(out: io.StringIO) -> None:
    structlog.get_logger().info("http", route=SECRET, code="x" * 300)
    (line,) = lines(out)
    assert (line["route"], line["code"]) == ("withheld", "withheld")


def test_an_exception_is_its_class_and_its_places(out: io.StringIO) -> None:
    try:
        raise ValueError(SECRET)
    except ValueError as problem:
        structlog.get_logger().error("bug", exc_info=problem)
    (line,) = lines(out)
    assert line["problem"] == "ValueError"
    assert "test_logs.py" in str(line["where"])
    assert "Daniel" not in out.getvalue()


def test_what_libraries_say_loses_its_words(out: io.StringIO) -> None:
    try:
        raise KeyError(SECRET)
    except KeyError:
        logging.getLogger("aiohttp.server").exception("Error handling %s", SECRET)
    (line,) = lines(out)
    assert (line["event"], line["logger"], line["problem"]) == (
        "library",
        "aiohttp.server",
        "KeyError",
    )
    assert "Daniel" not in out.getvalue()
