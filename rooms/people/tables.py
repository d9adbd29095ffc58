"""Where people are kept. Must never have a column for a real name, an address or a passphrase."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Table, Text

from rooms.tables import metadata

person = Table(
    "person",
    metadata,
    Column("user_id", Text, primary_key=True),
    Column("handle", Text, nullable=False),
    # The folded handle: two names that look alike when folded are one name.
    Column("handle_key", Text, nullable=False, unique=True),
    Column("role", Text, nullable=False),
    Column("visible", BigInteger, nullable=False),
    Column("state", Text, nullable=False),
    Column("created_at", BigInteger, nullable=False),
)
