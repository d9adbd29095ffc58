"""What the machine remembers in the store: its epoch, and how far each job has come."""

from __future__ import annotations

from chatserver import store
from rooms.work import Reader, Work


def epoch(work: Work) -> str:
    """The store's incarnation; minted once, when the store is new."""
    work.sql.run(store.ADD_FACT, name="epoch", value=work.new_id())
    row = work.sql.one(store.FACT, name="epoch")
    assert row is not None
    return str(row[0])


def job_cursor(reader: Reader, name: str) -> str | None:
    """Where a job goes on, or None when it is not due. A job that never ran is due."""
    if reader.sql.one(store.JOB_KNOWN, name=name) is None:
        return ""
    row = reader.sql.one(store.DUE_JOB, name=name, now=reader.now)
    return None if row is None else str(row[0])


def save_job(work: Work, name: str, cursor: str, due_at: int) -> None:
    """Remember how far a job has come and when it goes on."""
    work.sql.run(store.PUT_JOB, name=name, cursor=cursor, due_at=due_at)
