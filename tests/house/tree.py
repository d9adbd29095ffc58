"""The tree as the house tests see it: which files are ours, and their syntax."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
PACKAGES: Final = ("chatserver", "web", "moderation", "rooms")


@cache
def ours() -> tuple[str, ...]:
    """Every file that is or would be tracked, as a path from the top; not what others wrote."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.splitlines()
    found = tuple(
        path for path in sorted(set(listed)) if (ROOT / path).is_file() and not is_vendored(path)
    )
    assert len(found) > 20, "this is not the whole tree"
    return found


def is_vendored(path: str) -> bool:
    """Whether a file is somebody else's, kept byte for byte, or made of ours by a tool."""
    made = path.startswith("web/delivered/")
    return made or (path.startswith("web/vendor/") and path.count("/") > 2)


@cache
def modules(*folders: str) -> tuple[str, ...]:
    """The Python files below these folders; of our four packages if none is named."""
    starts = tuple(f"{folder}/" for folder in folders or PACKAGES)
    found = tuple(path for path in ours() if path.startswith(starts) and path.endswith(".py"))
    assert len(found) >= 5, f"hardly any modules in {starts}"
    return found


@cache
def scripts() -> tuple[str, ...]:
    """Our browser modules."""
    found = tuple(
        path for path in ours() if path.startswith("web/static/") and path.endswith(".js")
    )
    assert len(found) >= 5, "hardly any browser modules"
    return found


@cache
def text(path: str) -> str:
    """What a file says."""
    return (ROOT / path).read_text(encoding="utf-8")


@cache
def syntax(path: str) -> ast.Module:
    """A Python file's syntax."""
    return ast.parse(text(path), filename=path)


def dotted(path: str) -> str:
    """A module's name, from its path."""
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def imported(path: str) -> Iterator[tuple[str, int]]:
    """Every name that a module imports, as `package.name`, with its line."""
    for node in ast.walk(syntax(path)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((f"{node.module}.{alias.name}", node.lineno) for alias in node.names)


def name_of(node: ast.expr) -> str:
    """`a.b.c` for an expression that is only names and dots, else nothing."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        inner = name_of(node.value)
        return f"{inner}.{node.attr}" if inner else ""
    return ""
