"""Nobody asks the wall clock or draws at random but `chatserver.clock` and `chatserver.ids`."""

import ast
from collections.abc import Iterator
from typing import Final

import pytest

from tests.house.tree import modules, name_of, syntax

OWNERS: Final = {"chatserver/clock.py", "chatserver/ids.py"}

# path -> why it may as well.
ALLOWED: Final[dict[str, str]] = {}

FORBIDDEN_MODULES: Final = {"random", "secrets", "uuid"}
FORBIDDEN_NAMES: Final = {
    "time": {"time", "time_ns", "localtime", "gmtime", "ctime", "asctime"},
    "datetime": {"now", "utcnow", "today"},
    "date": {"today"},
    "os": {"urandom", "getrandom"},
}


def breaches(tree: ast.Module) -> Iterator[str]:
    """Every use of what is forbidden."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (a.name for a in node.names if a.name in FORBIDDEN_MODULES)
        elif isinstance(node, ast.ImportFrom):
            if node.module in FORBIDDEN_MODULES:
                yield str(node.module)
            yield from (
                f"{node.module}.{alias.name}"
                for alias in node.names
                if alias.name in FORBIDDEN_NAMES.get(node.module or "", set())
            )
        elif isinstance(node, ast.Attribute):
            owner = name_of(node.value).rpartition(".")[2]
            if node.attr in FORBIDDEN_NAMES.get(owner, set()):
                yield f"{owner}.{node.attr}"


def test_time_and_chance_have_one_door_each() -> None:
    found = {
        f"{path}: {breach}"
        for path in modules()
        if path not in OWNERS | ALLOWED.keys()
        for breach in breaches(syntax(path))
    }
    assert sorted(found) == []


def test_no_permission_outlives_its_cause() -> None:
    assert [path for path in ALLOWED if not list(breaches(syntax(path)))] == []


def test_the_doors_are_where_they_are_said_to_be() -> None:
    assert [path for path in sorted(OWNERS) if not list(breaches(syntax(path)))] == []


@pytest.mark.parametrize(
    "code",
    [
        "import random",
        "from secrets import token_bytes",
        "import uuid",
        "import time\ntime.time()",
        "from time import time_ns",
        "import datetime\ndatetime.datetime.now()",
        "from datetime import datetime\ndatetime.utcnow()",
        "from datetime import date\ndate.today()",
        "import os\nos.urandom(8)",
    ],
)
def test_each_breach_is_seen(code: str) -> None:
    assert list(breaches(ast.parse(code)))


@pytest.mark.parametrize("code", ["import time\ntime.monotonic()", "work.now", "self.today()"])
def test_what_is_harmless_is_left_alone(code: str) -> None:
    assert not list(breaches(ast.parse(code)))
