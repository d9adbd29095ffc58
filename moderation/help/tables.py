"""Where it is kept that someone asked for a person."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Table, Text
from sqlalchemy.schema import UniqueConstraint

from rooms.tables import metadata

help_request = Table(
    "help_request",
    metadata,
    Column("help_id", Text, primary_key=True),
    Column("person_id", Text, ForeignKey("person.user_id"), nullable=False),
    Column("nonce", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("asked_at", BigInteger, nullable=False),
    UniqueConstraint("person_id", "nonce"),
    Index(None, "asked_at", "help_id"),
    Index(None, "person_id", "asked_at"),
)
