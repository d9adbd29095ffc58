"""The machine's own records: facts about the store, and how far each job has come."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Table, Text

from rooms.tables import metadata

store_fact = Table(
    "store_fact",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

job = Table(
    "job",
    metadata,
    Column("name", Text, primary_key=True),
    Column("cursor", Text, nullable=False),
    Column("due_at", BigInteger, nullable=False),
)

# The newest line of the journal that this store has taken part in. The journal itself is a file
# of its own: it must outlive the store.
journal_mark = Table(
    "journal_mark",
    metadata,
    Column("name", Text, primary_key=True),
    Column("number", BigInteger, nullable=False),
)
