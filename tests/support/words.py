"""Finds every text that goes through a catalogue, and whatever does not.

Must never change a file; `tests.support.messages` writes the catalogues.
"""

from __future__ import annotations

import ast
import json
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Final, NamedTuple

from jinja2 import Environment
from jinja2.ext import babel_extract

from rooms import refusal
from web import problems

ROOT: Final = Path(__file__).parents[2]
STATIC: Final = ROOT / "web" / "static"
TEMPLATES: Final = ROOT / "web" / "templates"
READER: Final = Path(__file__).with_name("words.mjs")
SPEAKING: Final = ("rooms", "moderation", "web")
"""The packages whose words reach a page. What the command line says is for whoever runs it."""
FOR_US: Final = frozenset({"gallery"})
"""What only whoever works on the pages sees: a folder of modules, and a template."""

_MARKS: Final = frozenset({"mark", "Said"})
_TABLES: Final = ("WORDS",)
_READ_ATTRIBUTES: Final = frozenset(
    {"alt", "aria-label", "aria-description", "placeholder", "title", "label", "content"}
)
_SENTENCE: Final = re.compile(
    r"[A-Z][\w']*[,;:]? .*[a-z]{2}.*[.?:]|[A-Z][a-z]*( [a-z']+){2,}|[A-Z][a-z]*( [a-z']+)+ $",
    re.DOTALL,
)
_ATTRIBUTE: Final = re.compile(r'[\w-]+="[^"]*"')
"""In a macro that makes attributes alone."""
_WORDS: Final = re.compile(r"[^\W\d_]{2,} [^\W\d_]|^[A-Z][a-z]+\b")
_LETTER: Final = re.compile(r"[^\W\d_]")


class Message(NamedTuple):
    """One text, and where it stands; `other` is its form for a number of things."""

    place: str
    one: str
    other: str | None = None


class Fault(NamedTuple):
    """A text that no catalogue knows."""

    place: str
    text: str


class Found(NamedTuple):
    """What there is in one part of the tree."""

    messages: tuple[Message, ...]
    faults: tuple[Fault, ...]


@cache
def in_browser() -> Found:
    """Our browser modules."""
    return read_modules(
        [path for path in sorted(STATIC.rglob("*.js")) if path.parent.name not in FOR_US]
    )


def read_modules(files: Sequence[Path]) -> Found:
    """These browser modules."""
    node = shutil.which("node")
    assert node is not None, "node is missing: `.ci/tools.sh node` installs it or says how"
    said = subprocess.run(
        [node, str(READER), *map(str, files)], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout
    found = json.loads(said)
    return Found(
        tuple(
            Message(_named(each["file"]), each["one"], each["other"]) for each in found["messages"]
        ),
        tuple(Fault(_named(each["file"]), each["text"]) for each in found["faults"]),
    )


def _named(file: str) -> str:
    path = Path(file)
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name


@cache
def on_server() -> Found:
    """Templates, and what Python says."""
    pages = [path for path in sorted(TEMPLATES.glob("*.html")) if path.stem not in FOR_US]
    found = [read_template(path) for path in pages]
    files = [path for package in SPEAKING for path in sorted((ROOT / package).rglob("*.py"))]
    found += [read_python(path) for path in files]
    tables = ((refusal, refusal.WORDS), (problems, problems.WORDS))
    listed = [
        Message(_named(str(module.__file__)), text)
        for module, table in tables
        for text in table.values()
    ]
    messages = [message for each in found for message in each.messages]
    return Found((*messages, *listed), tuple(fault for each in found for fault in each.faults))


# Python -------------------------------------------------------------------------------------------


def read_python(path: Path) -> Found:
    """What one module says."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    place = _named(str(path))
    messages: list[Message] = []
    known = _unread(tree)
    texts: list[tuple[ast.expr, str]]
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node.func) in _MARKS:
            said = [each for each in node.args if isinstance(each, ast.Constant)]
            known |= set(map(id, said))
            if said and len(said) == len(node.args):
                messages.append(Message(place, *(str(text.value) for text in said)))
    whole = [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]
    known |= {id(part) for node in whole for part in node.values}
    texts = [(node, _joined(node)) for node in whole]
    texts += [
        (node, node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    faults = [
        Fault(place, text)
        for node, text in texts
        if id(node) not in known and _SENTENCE.match(text)
    ]
    return Found(tuple(messages), tuple(faults))


def _joined(text: ast.JoinedStr) -> str:
    """An f-string, with a word for each value."""
    return "".join(
        str(part.value) if isinstance(part, ast.Constant) else "value" for part in text.values
    )


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _unread(tree: ast.Module) -> set[int]:
    """Docstrings, the tables that are read as a whole, and what only developers or the log see."""
    found: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            found.add(id(node.value))
        elif isinstance(node, ast.AnnAssign | ast.Assign) and node.value is not None:
            targets = [node.target] if isinstance(node, ast.AnnAssign) else node.targets
            if any(_name(each) in _TABLES for each in targets):
                found |= set(map(id, ast.walk(node.value)))
        elif isinstance(node, ast.Assert | ast.Raise):
            if not (isinstance(node, ast.Raise) and "Refusal" in ast.dump(node)):
                found |= set(map(id, ast.walk(node)))
        elif isinstance(node, ast.Call) and _name(node.func) in {"Meta", "compile"}:
            found |= set(map(id, ast.walk(node)))
    return found


# Templates ----------------------------------------------------------------------------------------


def read_template(path: Path) -> Found:
    """What one template says."""
    place = _named(str(path))
    with path.open("rb") as file:
        options = {"trimmed": "true", "silent": "false", "newstyle_gettext": "true"}
        extracted = list(babel_extract(file, ("_", "gettext", "ngettext"), (), options))
    messages = [_message(place, text) for _line, _function, text, _comments in extracted]
    return Found(tuple(messages), tuple(_outside(place, path.read_text(encoding="utf-8"))))


def _message(place: str, text: Any) -> Message:
    if isinstance(text, str):
        return Message(place, text)
    one, other, *_values = text
    return Message(place, one, other)


def _outside(place: str, source: str) -> Iterator[Fault]:
    """Words of the page itself, in its text, its attributes or its expressions."""
    html, in_trans, marked = [], False, False
    tokens = Environment(autoescape=True, extensions=["jinja2.ext.i18n"]).lex(source)
    previous: list[str] = []
    for _line, kind, value in tokens:
        if kind == "data" and not in_trans:
            html.append(value)
        elif kind == "variable_begin" and not in_trans:
            html.append("\N{OBJECT REPLACEMENT CHARACTER}")
        elif kind == "name" and previous[-1:] == ["block_begin"] and value in ("trans", "endtrans"):
            in_trans = value == "trans"
        elif kind == "string":
            marked = previous[-2:] == ["_", "("]
            text = ast.literal_eval(value)
            if not marked and not in_trans and _WORDS.search(text) and "<" not in text:
                yield Fault(place, text)
        if kind != "whitespace":
            previous.append(value if kind in ("name", "operator") else kind)
    reader = _Reader()
    reader.feed("".join(html))
    yield from (Fault(place, text) for text in reader.found)


class _Reader(HTMLParser):
    """Texts and attributes that a person reads."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._silent = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Attributes that are read out or shown."""
        self._silent = tag in ("script", "style")
        for name, value in attrs:
            if name in _READ_ATTRIBUTES and tag != "meta" and value and _LETTER.search(value):
                self.found.append(value)

    def handle_endtag(self, tag: str) -> None:
        """What comes after a script is read again."""
        self._silent = False

    def handle_data(self, data: str) -> None:
        """A text."""
        if not self._silent and _LETTER.search(_ATTRIBUTE.sub("", data)):
            self.found.append(data.strip())
