"""What the house rests on: the statements of a post run on the loop, beside each one awaited.

Two thousand posts are recorded as SQL with its values. Then the same SQL is carried out twice on
copies of the file as it was before them, 64 posts a commit (synchronous=FULL): straight on the
loop's thread with only the commit in aiosqlite's, and with every statement awaited there.
"""

from __future__ import annotations

import asyncio
import secrets
import shutil
import sqlite3
from pathlib import Path
from time import perf_counter

import aiosqlite

from benchmarks.posting import BODY, Result, cpu_s, settle
from chatserver.clock import now_ms
from chatserver.database import Database
from chatserver.ids import new_id
from chatserver.statements import SqliteSql
from chatserver.storage import connect_writer
from moderation.detection import lexicon
from moderation.listening import account_age_days, listening
from moderation.screening import screening
from rooms.chat import posting
from rooms.work import Work
from web.accounts import sessions

POSTS = 2000
A_COMMIT = 64
SCREEN = screening(listening(lexicon.default), account_age_days)

Statement = tuple[str, dict[str, object]]


class _Recording:
    """A connection that notes what is executed on it."""

    def __init__(self, raw: sqlite3.Connection) -> None:
        self._raw = raw
        self.noted: list[Statement] = []

    def execute(self, sql: str, values: dict[str, object]) -> sqlite3.Cursor:
        self.noted.append((sql, values))
        return self._raw.execute(sql, values)


async def record(folder: Path) -> list[list[Statement]]:
    """The SQL of each post; `before.sqlite3` is the file as it was before them."""
    path = folder / "recorded.sqlite3"
    database = Database(path, now=now_ms, new_id=new_id)
    await database.open()
    sign_ins, room_id = await database.write(lambda work: settle(work, A_COMMIT))
    await database.close()
    shutil.copy(path, folder / "before.sqlite3")
    await database.open()

    def post(work: Work) -> list[Statement]:
        recording = _Recording(database._raw)
        work.sql = SqliteSql(recording)  # type: ignore[misc, arg-type]
        actor = sessions.actor_for(work, sign_ins[0])
        command = posting.PostMessage(room_id=room_id, nonce=secrets.token_hex(8), body=BODY)
        posting.post(work, actor, command, screen=SCREEN)
        return recording.noted

    noted = [await database.write(post) for _ in range(POSTS)]
    await database.close()
    return noted


async def on_the_loop(folder: Path, posts: list[list[Statement]]) -> Result:
    """As the writer does it: a savepoint each, and only the commit leaves the loop's thread."""
    raw = connect_writer(_fresh(folder))
    connection = await aiosqlite.Connection(lambda: raw, 64)
    cpu, began = cpu_s(), perf_counter()
    for first in range(0, len(posts), A_COMMIT):
        raw.execute("BEGIN IMMEDIATE")
        for post in posts[first : first + A_COMMIT]:
            raw.execute("SAVEPOINT command")
            for sql, values in post:
                raw.execute(sql, values).fetchall()
            raw.execute("RELEASE command")
        await connection.commit()
    result = _result("a post's statements, run on the loop", began, cpu)
    await connection.close()
    return result


async def each_awaited(folder: Path, posts: list[list[Statement]]) -> Result:
    """The same with a hop to aiosqlite's thread for every statement."""
    raw = connect_writer(_fresh(folder))
    connection = await aiosqlite.Connection(lambda: raw, 64)
    cpu, began = cpu_s(), perf_counter()
    for first in range(0, len(posts), A_COMMIT):
        await connection.execute("BEGIN IMMEDIATE")
        for post in posts[first : first + A_COMMIT]:
            await connection.execute("SAVEPOINT command")
            for sql, values in post:
                await connection.execute_fetchall(sql, values)
            await connection.execute("RELEASE command")
        await connection.commit()
    result = _result("a post's statements, each awaited", began, cpu)
    await connection.close()
    return result


def _fresh(folder: Path) -> Path:
    at = folder / f"{secrets.token_hex(4)}.sqlite3"
    shutil.copy(folder / "before.sqlite3", at)
    return at


def _result(case: str, began: float, cpu: float) -> Result:
    return Result(case, POSTS / (perf_counter() - began), (cpu_s() - cpu) / POSTS * 1e6, 0.0)


def round_of(folder: Path) -> list[Result]:
    """Both ways on the same posts."""
    folder.mkdir(parents=True)
    posts = asyncio.run(record(folder))
    return [asyncio.run(each_awaited(folder, posts)), asyncio.run(on_the_loop(folder, posts))]
