"""From a SQLAlchemy statement to SQL text, once per statement. Must never open a connection."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from sqlalchemy.dialects import sqlite

from rooms.work import Row

if TYPE_CHECKING:
    from sqlalchemy.sql.base import Executable

_DIALECT = sqlite.dialect(paramstyle="named")


class Compiled:
    """SQL text with named values, and the values that the statement itself brings."""

    __slots__ = ("constants", "text")

    def __init__(self, statement: Executable) -> None:
        compiled = statement.compile(dialect=_DIALECT)  # type: ignore[attr-defined]
        self.text: str = compiled.string
        self.constants: dict[str, object] = {
            name: bind.value for name, bind in compiled.binds.items() if not bind.required
        }


_compiled: dict[Executable, Compiled] = {}


def compiled(statement: Executable) -> Compiled:
    """The SQL of a statement; built on first use and kept, for statements are module constants."""
    found = _compiled.get(statement)
    if found is None:
        found = _compiled[statement] = Compiled(statement)
    return found


class SqliteSql:
    """`rooms.work.Sql` on one sqlite3 connection."""

    __slots__ = ("_execute",)

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._execute = connection.execute

    def one(self, statement: Executable, /, **params: object) -> Row | None:
        """The first row, or None."""
        rows = self.all(statement, **params)
        return rows[0] if rows else None

    def all(self, statement: Executable, /, **params: object) -> list[Row]:
        """Every row. Always fetched to the end: a RETURNING statement finishes only then."""
        sql = compiled(statement)
        if sql.constants:
            params = {**sql.constants, **params}
        return self._execute(sql.text, params).fetchall()

    def run(self, statement: Executable, /, **params: object) -> int:
        """Execute for its effect; the number of rows it touched."""
        sql = compiled(statement)
        if sql.constants:
            params = {**sql.constants, **params}
        return self._execute(sql.text, params).rowcount
