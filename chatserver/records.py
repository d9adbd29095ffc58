"""What the machine remembers in the store: what it is called, and how far things have come."""

from __future__ import annotations

from chatserver import store
from rooms.work import Reader, Work


def epoch(work: Work) -> str:
    """The store's incarnation; minted once, when the store is new."""
    work.sql.run(store.ADD_FACT, name="epoch", value=work.new_id())
    row = work.sql.one(store.FACT, name="epoch")
    assert row is not None
    return str(row[0])


def begin_epoch(work: Work) -> str:
    """A new incarnation: what clients know about positions in logs means nothing any more."""
    fresh = work.new_id()
    work.sql.run(store.PUT_FACT, name="epoch", value=fresh)
    return fresh


def store_id(work: Work) -> str:
    """What tells this store from any other, through every restore; minted when it is new."""
    work.sql.run(store.ADD_FACT, name="store", value=work.new_id())
    return fact(work, "store")


def fact(reader: Reader, name: str) -> str:
    """Something about the store itself, empty when nothing is known."""
    row = reader.sql.one(store.FACT, name=name)
    return "" if row is None else str(row[0])


def set_fact(work: Work, name: str, value: str) -> None:
    """Remember something about the store itself."""
    work.sql.run(store.PUT_FACT, name=name, value=value)


def mark(reader: Reader) -> int:
    """The newest line of the journal that the store has taken part in."""
    row = reader.sql.one(store.MARK, name="journal")
    return 0 if row is None else int(row[0])


def set_mark(work: Work, number: int) -> None:
    """The store has taken part in the journal up to this line."""
    work.sql.run(store.PUT_MARK, name="journal", number=number)


def job_cursor(reader: Reader, name: str) -> str | None:
    """Where a job goes on, or None when it is not due. A job that never ran is due."""
    if reader.sql.one(store.JOB_KNOWN, name=name) is None:
        return ""
    row = reader.sql.one(store.DUE_JOB, name=name, now=reader.now)
    return None if row is None else str(row[0])


def job(reader: Reader, name: str) -> tuple[str, int]:
    """How far a job has come and when it goes on, due or not. One that never ran is due."""
    row = reader.sql.one(store.JOB, name=name)
    return ("", 0) if row is None else (str(row[0]), int(row[1]))


def save_job(work: Work, name: str, cursor: str, due_at: int) -> None:
    """Remember how far a job has come and when it goes on."""
    work.sql.run(store.PUT_JOB, name=name, cursor=cursor, due_at=due_at)
