"""What a file from before keeps when the schema changes under it."""

from __future__ import annotations

import sqlite3
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.config import Config

from chatserver import migrations
from chatserver.statements import SqliteSql
from rooms.chat import name_store

PEOPLE = (("a", "anna"), ("b", "Ben"), ("c", "cleo"))


def at_the_first_schema(path: Path) -> sqlite3.Connection:
    """A file as the first version left it, with three people and a room."""
    settings = Config()
    settings.set_main_option("script_location", str(Path(migrations.__file__).parent))
    settings.attributes["url"] = f"sqlite:///{path}"
    command.upgrade(settings, "0001")
    raw = sqlite3.connect(path, isolation_level=None)
    for user_id, handle in PEOPLE:
        insert(
            raw,
            "person",
            user_id=user_id,
            handle=handle,
            handle_key=handle.lower(),
            role="member",
            visible=0,
            state="active",
            created_at=0,
        )
    insert(raw, "room", room_id="r", creator_id="a", content_hash=b"")
    return raw


def insert(raw: sqlite3.Connection, table: str, **values: object) -> None:
    """A row; whatever it does not say is empty."""
    columns = raw.execute(f"PRAGMA table_info({table})").fetchall()
    row = {
        name: values.get(name, None if not required else ("" if kind == "TEXT" else 0))
        for _, name, kind, required, *_ in columns
    }
    places = ", ".join("?" * len(row))
    raw.execute(f"INSERT INTO {table} VALUES ({places})", list(row.values()))  # noqa: S608


def said(raw: sqlite3.Connection, seq: int, body: str, mentions: str, **more: object) -> None:
    insert(
        raw,
        "message",
        message_id=f"m{seq}",
        room_id="r",
        seq=seq,
        author_id="a",
        nonce=f"n{seq}",
        content_hash=b"",
        body=body,
        mentions=mentions,
        **{"folded": body.lower(), "state": "posted", **more},
    )


def test_names_in_words_become_references(tmp_path: Path) -> None:
    raw = at_the_first_schema(tmp_path / "d")
    said(raw, 1, "I am @Anna, hello @ben. and @cleo", "b")
    said(raw, 2, "hidden: @cleo", "c", state="hidden", folded="")
    said(raw, 3, "mail anna@ben or nobody", "")
    insert(
        raw,
        "report",
        report_id="p",
        reporter_id="b",
        content_hash=b"",
        message_id="m1",
        author_id="a",
        body="I am @Anna, hello @ben. and @cleo",
    )
    insert(raw, "reaction", message_id="m3", user_id="b", reaction="hug")
    raw.close()
    migrations.upgrade(tmp_path / "d")
    raw = sqlite3.connect(tmp_path / "d")
    raw.execute("UPDATE person SET handle = 'heron' WHERE user_id = 'b'")
    bodies = [body for (body,) in raw.execute("SELECT body FROM message ORDER BY seq")]
    (reported,) = raw.execute("SELECT body FROM report").fetchone()
    folded = [words for (words,) in raw.execute("SELECT folded FROM message ORDER BY seq")]
    seen = raw.execute("SELECT room_id, user_id, seq FROM name_seen ORDER BY user_id").fetchall()
    shown = name_store.with_names(SqliteSql(raw), [*bodies, reported])
    raw.close()
    # Cleo was not in the room when her name was written: nobody was meant.
    first = "I am @anna, hello @heron. and @cleo"
    assert shown == [first, "hidden: @cleo", "mail anna@ben or nobody", first]
    assert "ben" not in bodies[0] + reported
    assert folded == ["i am \x01, hello \x01. and @cleo", "", "mail anna@ben or nobody"]
    assert seen == [("r", "a", 1), ("r", "b", 3), ("r", "c", 2)]
    assert b"hello @ben" not in (tmp_path / "d").read_bytes()


def test_many_messages_are_walked_through_in_pages(tmp_path: Path) -> None:
    """More than one page of them, an id that comes twice in no page, and none at the end of one."""
    raw = at_the_first_schema(tmp_path / "d")
    raw.execute("BEGIN")
    for seq in range(1, 1001):
        said(raw, seq, f"hello @ben {seq}", "b")
    raw.execute("COMMIT")
    raw.close()
    asked: list[str] = []
    before = sqlite3.connect

    class Heard(sqlite3.Connection):
        """Says what was asked of it."""

        def __init__(self, *given: Any, **more: Any) -> None:
            super().__init__(*given, **more)
            self.set_trace_callback(asked.append)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sqlite3.dbapi2, "connect", partial(before, factory=Heard))
        migrations.upgrade(tmp_path / "d")
    pages = [words for words in asked if "FROM message WHERE message_id >" in words]
    assert len(pages) == 3
    raw = sqlite3.connect(tmp_path / "d")
    raw.execute("UPDATE person SET handle = 'heron' WHERE user_id = 'b'")
    bodies = [body for (body,) in raw.execute("SELECT body FROM message ORDER BY seq")]
    shown = name_store.with_names(SqliteSql(raw), bodies)
    raw.close()
    assert shown == [f"hello @heron {seq}" for seq in range(1, 1001)]


def test_what_was_said_before_has_no_warning_and_nothing_held_back(tmp_path: Path) -> None:
    raw = at_the_first_schema(tmp_path / "d")
    said(raw, 1, "see https://a.example", "")
    raw.close()
    migrations.upgrade(tmp_path / "d")
    raw = sqlite3.connect(tmp_path / "d")
    around = raw.execute("SELECT warning, topics, links_held FROM message").fetchall()
    kept = [raw.execute(f"SELECT count(*) FROM {name}").fetchone() for name in ("pin", "saved")]  # noqa: S608
    raw.close()
    assert (around, kept) == ([(None, "", 0)], [(0,), (0,)])
