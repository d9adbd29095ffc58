"""Where people are kept. Must never have a column for a real name, an address or a passphrase."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Index, LargeBinary, Table, Text

from rooms.tables import metadata

person = Table(
    "person",
    metadata,
    Column("user_id", Text, primary_key=True),
    Column("handle", Text, nullable=False),
    # The folded handle: how a person is found by name.
    Column("handle_key", Text, nullable=False, unique=True),
    Column("role", Text, nullable=False),
    Column("visible", BigInteger, nullable=False),
    # Shown beside a name that is seen: here, and not expecting to speak.
    Column("reading", BigInteger, nullable=False),
    # active, waiting (has knocked), frozen, erasing, erased.
    Column("state", Text, nullable=False),
    Column("banned_until", BigInteger),
    # Since somebody of staff said that they know them: what they write is not held any more.
    Column("vouched_at", BigInteger),
    Column("renamed_at", BigInteger),
    Column("created_at", BigInteger, nullable=False),
)

# What a name looks like, hashed: so that no two names look alike, and that a name which was given
# up, or whose bearer is gone, stays out of others' reach without being kept itself.
name_claim = Table(
    "name_claim",
    metadata,
    Column("skeleton_hash", LargeBinary, primary_key=True),
    # Empty once its bearer is erased: the name then rests until `until`.
    Column("user_id", Text),
    Column("until", BigInteger),
    Index("ix_name_claim_user_id", "user_id"),
)

block = Table(
    "block",
    metadata,
    Column("blocker_id", Text, ForeignKey("person.user_id"), primary_key=True),
    Column("blocked_id", Text, ForeignKey("person.user_id"), primary_key=True),
    Index(None, "blocked_id", "blocker_id"),
    sqlite_with_rowid=False,
)
"""Who wants nothing of whom. Told to nobody but the one who blocks."""
