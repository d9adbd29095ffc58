"""From a SQLAlchemy statement to SQL."""

from __future__ import annotations

import sqlite3

import pytest
from sqlalchemy import BigInteger, Column, MetaData, Table, Text, bindparam, select
from sqlalchemy.dialects.postgresql import insert

from chatserver.statements import SqliteSql, compiled

thing = Table("thing", MetaData(), Column("name", Text), Column("size", BigInteger))
ADD = insert(thing).values(name=bindparam("name"), size=bindparam("size"))
BIG = select(thing.c.name).where(thing.c.size > 10, thing.c.name != bindparam("but"))
RETURNING = ADD.returning(thing.c.size)


@pytest.fixture
def sql() -> SqliteSql:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute("CREATE TABLE thing (name TEXT, size INTEGER)")
    return SqliteSql(connection)


def test_values_by_name_and_constants_of_the_statement(sql: SqliteSql) -> None:
    assert sql.run(ADD, name="a", size=11) == 1
    assert sql.one(RETURNING, name="b", size=5) == (5,)
    assert sql.all(BIG, but="z") == [("a",)]
    assert sql.one(BIG, but="a") is None


def test_none_is_a_value(sql: SqliteSql) -> None:
    sql.run(ADD, name=None, size=1)
    assert sql.one(select(thing.c.name)) == (None,)


def test_a_value_that_is_missing_is_an_error(sql: SqliteSql) -> None:
    with pytest.raises(sqlite3.ProgrammingError):
        sql.run(ADD, name="a")


def test_a_statement_is_compiled_once() -> None:
    assert compiled(BIG) is compiled(BIG)
