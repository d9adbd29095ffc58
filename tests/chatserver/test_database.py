"""The one store, as its users see it. The traps of its writer are in test_writer."""

from __future__ import annotations

import sqlite3
from functools import partial
from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from chatserver import migrations, records, schema, store
from chatserver.database import Database
from chatserver.ids import new_id
from rooms.work import Reader


def database(path: Path) -> Database:
    return Database(path, now=lambda: 5, new_id=new_id)


async def test_the_epoch_is_minted_once(tmp_path: Path) -> None:
    first = await database(tmp_path / "d").open()
    epoch = first.epoch
    assert await first.read(lambda reader: (reader.epoch, reader.now)) == (epoch, 5)
    await first.close()
    again = await database(tmp_path / "d").open()
    assert again.epoch == epoch
    await again.close()
    other = await database(tmp_path / "e").open()
    assert other.epoch != epoch
    await other.close()


async def test_a_read_that_begins_after_an_answer_sees_that_write(tmp_path: Path) -> None:
    opened = await database(tmp_path / "d").open()
    for number in range(20):
        await opened.write(partial(records.save_job, name="n", cursor="", due_at=number))
        assert await opened.read(due_at) == number
        assert await opened.read_long(due_at) == number
    await opened.close()


def due_at(reader: Reader) -> int:
    row = reader.sql.one(store.JOB_KNOWN, name="n")
    assert row is not None
    return int(row[0])


def test_the_migrated_schema_is_the_declared_one(tmp_path: Path) -> None:
    migrations.upgrade(tmp_path / "d")
    engine = create_engine(f"sqlite:///{tmp_path / 'd'}")
    with engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), schema.metadata)
    engine.dispose()
    assert differences == []


def test_tables_without_a_rowid_are_migrated_so(tmp_path: Path) -> None:
    migrations.upgrade(tmp_path / "d")
    raw = sqlite3.connect(tmp_path / "d")
    found = dict(raw.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'"))
    raw.close()
    for name, table in schema.metadata.tables.items():
        wanted = table.dialect_options["sqlite"]["with_rowid"] is False
        assert ("WITHOUT ROWID" in found[name]) is wanted, name


def test_a_file_that_is_up_to_date_is_known_by_the_newest_step(tmp_path: Path) -> None:
    settings = Config()
    settings.set_main_option("script_location", str(Path(migrations.__file__).parent))
    assert ScriptDirectory.from_config(settings).get_current_head() == migrations.NEWEST
