"""SQL stands in tables, stores and the database's own machinery, and runs on both databases."""

import ast
import importlib
import re
from collections.abc import Iterator
from functools import cache
from pathlib import PurePosixPath
from typing import Any, Final

import pytest
from sqlalchemy import BigInteger, LargeBinary, MetaData, Text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql.base import Executable

from tests.house.tree import dotted, imported, modules, syntax

# The machine that runs what the stores wrote: it may speak SQL, PRAGMA and BEGIN itself.
MACHINERY: Final = {
    "chatserver/database.py",
    "chatserver/statements.py",
    "chatserver/storage.py",
    "chatserver/writer.py",
}
# Its types are named where the port to the database is declared; nothing of it runs there.
TYPES_ONLY: Final = {"rooms/work.py"}

LOOKS_LIKE_SQL: Final = re.compile(
    r"\s*(SELECT\s.+\sFROM|INSERT\s+INTO|UPDATE\s+\S+\s+SET|DELETE\s+FROM|CREATE\s+(TABLE|INDEX)"
    r"|ALTER\s+TABLE|DROP\s+TABLE|PRAGMA\s|BEGIN(\s|$)|COMMIT$|ROLLBACK(\s|$)|SAVEPOINT\s"
    r"|RELEASE\s)",
    re.DOTALL,
)
DIALECTS: Final = {
    "sqlite": sqlite.dialect(),
    "postgresql": postgresql.dialect(),  # type: ignore[no-untyped-call]
}
COLUMN_TYPES: Final = (Text, BigInteger, LargeBinary)


def may_hold_sql(path: str) -> bool:
    """Whether this is one of the few places for it."""
    place = PurePosixPath(path)
    return (
        place.name in {"tables.py", "store.py"}
        or place.name.endswith("_store.py")
        or path in MACHINERY
        or path.startswith("chatserver/migrations/")
    )


def sql_texts(tree: ast.Module) -> Iterator[str]:
    """Literal texts that are SQL; statements are written in capitals, prose is not."""
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) else None
        if isinstance(text, str) and LOOKS_LIKE_SQL.match(text):
            yield text.strip()[:60]


@cache
def statements() -> dict[str, Executable]:
    """Every statement that is a constant of a tables or store module, by its full name."""
    return {
        f"{module}.{name}": statement
        for module in _sql_modules()
        for name, value in vars(importlib.import_module(module)).items()
        for statement in _flattened(value)
        if isinstance(statement, Executable)
    }


def _sql_modules() -> list[str]:
    found = [dotted(path) for path in modules() if path.endswith(("store.py", "/tables.py"))]
    assert len(found) >= 4, "hardly any stores"
    return found


def _flattened(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        value = tuple(value.values())
    if isinstance(value, tuple | list | frozenset):
        for item in value:
            yield from _flattened(item)
    else:
        yield value


def test_only_the_named_places_import_sqlalchemy() -> None:
    found = {
        path
        for path in modules()
        if not may_hold_sql(path) and path not in TYPES_ONLY
        for name, _ in imported(path)
        if name.partition(".")[0] in {"sqlalchemy", "alembic", "sqlite3", "aiosqlite"}
    }
    assert sorted(found) == []


def test_only_the_named_places_hold_sql() -> None:
    found = [
        f"{path}: {sql}"
        for path in modules()
        if not may_hold_sql(path)
        for sql in sql_texts(syntax(path))
    ]
    assert found == []


@pytest.mark.parametrize("code", ["'SELECT a FROM b'", "f'INSERT INTO {x}'", "'PRAGMA x'"])
def test_sql_is_seen(code: str) -> None:
    assert list(sql_texts(ast.parse(code)))


@pytest.mark.parametrize("code", ["'Select a room from the list'", "'Begin here'"])
def test_prose_is_left_alone(code: str) -> None:
    assert not list(sql_texts(ast.parse(code)))


def test_every_statement_compiles_for_both_databases() -> None:
    assert len(statements()) >= 10, "hardly any statements"
    problems = []
    for name, statement in statements().items():
        for dialect_name, dialect in DIALECTS.items():
            try:
                compiled: Any = statement.compile(dialect=dialect)  # type: ignore[attr-defined]
            except Exception as error:  # noqa: BLE001 - every failure is one line of the answer
                problems.append(f"{name} for {dialect_name}: {error}")
                continue
            if any(bind.expanding for bind in compiled.binds.values()):
                problems.append(f"{name}: an expanding IN cannot be compiled once")
    assert problems == []


def test_columns_are_texts_integers_and_bytes() -> None:
    metadata = {
        value
        for module in _sql_modules()
        for value in vars(importlib.import_module(module)).values()
        if isinstance(value, MetaData)
    }
    assert len(metadata) == 1, "one history for one database: one MetaData"
    (only,) = metadata
    odd = [
        f"{table.name}.{column.name}"
        for table in only.tables.values()
        for column in table.columns
        if type(column.type) not in COLUMN_TYPES
    ]
    assert odd == []
