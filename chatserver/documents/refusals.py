"""Which refusals a command can meet, read from the very code that carries it out.

Must never be a list that somebody keeps: a code that is raised in a function on a command's way is
found, one that is not raised is not. What is passed on in a variable is found where it is set.
"""

from __future__ import annotations

import ast
import inspect
import sys
import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
from types import FunctionType, ModuleType
from typing import Any, Final

from chatserver import execute, handlers, writer
from chatserver.config import Config
from chatserver.execute import Handler
from chatserver.sockets import dispatch
from moderation.help.helplines import Helplines
from rooms.command import Command
from rooms.refusal import WORDS
from web import wire
from web.accounts.sessions import actor_for
from web.wire import Verb

_OURS: Final = ("rooms.", "moderation.", "web.", "chatserver.")
_DOMAIN: Final = ("rooms.", "moderation.")
_ON_EVERY_WAY: Final = (wire, dispatch, execute, writer)
_LIVE: Final[Mapping[str, frozenset[str]]] = {"typing.set": frozenset({"not_found"})}
"""What a session's worker itself refuses: it has no function of its own."""

Function = Callable[..., object]


@cache
def carried_out() -> Mapping[type[Command], Handler]:
    """The function behind each command."""
    nowhere = Helplines(version="", international=None, countries=())
    return handlers.handlers(Config(), nowhere)


@cache
def of_any() -> tuple[str, ...]:
    """What any command may meet: a malformed request, an ended sign-in, a machine in trouble."""
    functions = [each for module in _ON_EVERY_WAY for each in _functions(module)]
    own = _LIVE["typing.set"]
    return _in_order((_reached([*functions, actor_for]) - own) | {"internal"})


@cache
def of(verb: Verb) -> tuple[str, ...]:
    """What this command may meet beyond what any may."""
    found = set(_LIVE.get(verb.name, ()))
    handler: Any = carried_out().get(verb.command)
    while isinstance(handler, partial) or hasattr(handler, "__wrapped__"):
        handler = handler.func if isinstance(handler, partial) else handler.__wrapped__
    if handler is not None:
        found |= _reached([handler])
    return _in_order(found - set(of_any()))


def _in_order(codes: Iterable[str]) -> tuple[str, ...]:
    known = list(WORDS)
    return tuple(sorted(codes, key=known.index))


def _functions(module: ModuleType) -> Iterator[Function]:
    """The functions and methods that a module defines."""
    for thing in vars(module).values():
        if getattr(thing, "__module__", None) != module.__name__:
            continue
        if isinstance(thing, FunctionType):
            yield thing
        elif isinstance(thing, type):
            yield from (each for each in vars(thing).values() if isinstance(each, FunctionType))


def _reached(begin: Iterable[Function]) -> set[str]:
    """The codes that these functions raise, and all that they call."""
    waiting, seen, codes = list(begin), set[Function](), set[str]()
    while waiting:
        function = waiting.pop()
        if function in seen or not isinstance(function, FunctionType):
            continue
        seen.add(function)
        if not _is_written_by_us(function):
            continue
        tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
        codes |= set(_codes(tree))
        waiting += _named(tree, function.__globals__)
    return codes & WORDS.keys()


def _is_written_by_us(function: FunctionType) -> bool:
    """Ours, and in a file: what `dataclass` adds to a class is in none."""
    if not function.__module__.startswith(_OURS):
        return False
    return function.__code__.co_filename == sys.modules[function.__module__].__file__


def _named(tree: ast.AST, known: Mapping[str, object]) -> Iterator[Function]:
    """Every function of ours that a function speaks of."""
    for node in ast.walk(tree):
        thing = _resolve(node, known)
        if isinstance(thing, FunctionType):
            yield thing
        elif thing is None and isinstance(node, ast.Attribute):
            yield from _methods(node.attr, known)


def _resolve(node: ast.AST, known: Mapping[str, object]) -> object:
    """The module, class or function of this name, or None for what exists only when it runs."""
    match node:
        case ast.Name(id=name):
            return known.get(name)
        case ast.Attribute(value=value, attr=attr):
            owner = _resolve(value, known)
            return getattr(owner, attr, None) if isinstance(owner, ModuleType | type) else None
    return None


def _methods(name: str, known: Mapping[str, object]) -> Iterator[Function]:
    """The methods of this name in the domain's classes that a module can have got hold of."""
    for owner in (known, *(vars(each) for each in known.values() if isinstance(each, ModuleType))):
        for thing in owner.values():
            if isinstance(thing, type) and thing.__module__.startswith(_DOMAIN):
                method = vars(thing).get(name)
                if isinstance(method, FunctionType):
                    yield method


def _codes(tree: ast.AST) -> Iterator[str]:
    """The first argument of every `Refusal(…)`; a name stands for whatever is assigned to it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node.func) == "Refusal" and node.args:
            yield from _texts(node.args[0])
            for name in (each.id for each in ast.walk(node.args[0]) if isinstance(each, ast.Name)):
                yield from _assigned(tree, name)


def _assigned(tree: ast.AST, name: str) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and name in map(_name, node.targets):
            yield from _texts(node.value)


def _texts(node: ast.AST) -> Iterator[str]:
    for each in ast.walk(node):
        if isinstance(each, ast.Constant) and isinstance(each.value, str):
            yield each.value


def _name(node: ast.AST) -> str:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""
