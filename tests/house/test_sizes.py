"""Files stay within 400 lines and functions within 60, unless a reason stands here."""

import ast
from collections.abc import Iterator
from typing import Final

import pytest

from tests.house.tree import modules, scripts, syntax, text

FILE_MAX_LINES: Final = 400
FUNCTION_MAX_LINES: Final = 60

# What happened once and is never edited again: a migration's one function may be long.
HISTORY: Final = "chatserver/migrations/versions/"

# path, or path::function -> why it is better long.
LONGER: Final[dict[str, str]] = {}


def too_long() -> Iterator[str]:
    """Everything beyond its bound."""
    for path in (*modules(), *scripts()):
        if text(path).count("\n") > FILE_MAX_LINES:
            yield path
    for path in modules():
        if path.startswith(HISTORY):
            continue
        yield from (
            f"{path}::{name}"
            for name, lines in functions(syntax(path))
            if lines > FUNCTION_MAX_LINES
        )


def functions(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Each function and how many lines it takes, its docstring and decorators apart."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno is not None
            lines = node.end_lineno - node.lineno + 1
            first = node.body[0]
            if ast.get_docstring(node) is not None:
                assert first.end_lineno is not None
                lines -= first.end_lineno - first.lineno + 1
            yield node.name, lines


def test_nothing_has_grown_beyond_its_bound() -> None:
    assert sorted(set(too_long()) - LONGER.keys()) == []


def test_no_excuse_outlives_its_cause() -> None:
    assert sorted(LONGER.keys() - set(too_long())) == []


@pytest.mark.parametrize(("lines", "expected"), [(59, 60), (60, 61)])
def test_lines_are_counted_from_def_to_end(lines: int, expected: int) -> None:
    body = "\n".join("    x = 1" for _ in range(lines))
    assert list(functions(ast.parse(f"def f():\n{body}\n"))) == [("f", expected)]
