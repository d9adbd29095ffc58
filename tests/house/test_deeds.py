"""Whatever staff does that is written down has words on the page that lists it."""

import ast
import re
from collections.abc import Iterator
from typing import Final

from tests.house.tree import modules, syntax, text

PAGE: Final = "web/static/parts/staff-deeds.js"
CODE: Final = re.compile(r"[a-z]+\.[a-z_]+")
ENDING: Final = re.compile(r"\.[a-z_]+")
KINDS: Final = ("role", "restore")
"""A proposal's kind begins the code of what became of it."""


RECORDS: Final = ("record", "recorded", "_announce")


def codes(tree: ast.Module) -> Iterator[str]:
    """Every deed that a module writes down: said where it is recorded, or kept as `deed` before."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and name(node.func) in RECORDS:
            for argument in node.args:
                yield from words(argument)
        elif isinstance(node, ast.Assign) and name(node.targets[0]) == "deed":
            yield from words(node.value)


def name(node: ast.expr) -> str:
    """What is called or assigned to, without what it belongs to."""
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def words(node: ast.expr) -> Iterator[str]:
    """The codes in an expression."""
    for each in ast.walk(node):
        if not (isinstance(each, ast.Constant) and isinstance(each.value, str)):
            continue
        if CODE.fullmatch(each.value):
            yield each.value
        elif ENDING.fullmatch(each.value):
            yield from (f"{kind}{each.value}" for kind in KINDS)


def writes_down(path: str) -> bool:
    """Whether a module records what was done."""
    return re.search(r"\baudit\.record(?:ed)?\(", text(path)) is not None


def test_every_deed_has_words() -> None:
    found = {code for path in modules() if writes_down(path) for code in codes(syntax(path))}
    assert {"sanction.ban", "role.give", "restore.lapse", "message.hide"} <= found
    assert sorted(code for code in found if f'"{code}":' not in text(PAGE)) == []
