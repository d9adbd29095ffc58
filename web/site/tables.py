"""Where it is kept what an administrator decided about the place, and who has agreed to it."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Table, Text

from rooms.tables import metadata

# One row at most. What is empty is as the server's own settings say; so is all without a row.
site = Table(
    "site",
    metadata,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("name", Text),
    Column("welcome", Text, nullable=False),
    Column("palette", Text, nullable=False),
    # Empty: the guidelines that come with the pages. Each change is a new version.
    Column("guidelines", Text, nullable=False),
    Column("guidelines_version", BigInteger, nullable=False),
    Column("registration", Text),
    Column("help_country", Text),
    # JSON: help lines of our own, which stand before the others of that country.
    Column("own_lines", Text, nullable=False),
)

guidelines_accepted = Table(
    "guidelines_accepted",
    metadata,
    Column("user_id", Text, ForeignKey("person.user_id"), primary_key=True),
    Column("version", BigInteger, nullable=False),
)
